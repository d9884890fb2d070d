<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>Adding</name>
    <message numerus="yes">
        <source>%n restored files of Homereel were left out.</source>
        <translation>
            <numerusform>%n restored file of Homereel was left out.</numerusform>
            <numerusform>%n restored files of Homereel were left out.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Add %n clips</source>
        <translation>
            <numerusform>Add %n clip</numerusform>
            <numerusform>Add %n clips</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Duplicate %n clips</source>
        <translation>
            <numerusform>Duplicate %n clip</numerusform>
            <numerusform>Duplicate %n clips</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Removed %n clips from the list; Ctrl+Z brings them back.</source>
        <translation>
            <numerusform>Removed %n clip from the list; Ctrl+Z brings it back.</numerusform>
            <numerusform>Removed %n clips from the list; Ctrl+Z brings them back.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Changes</name>
    <message numerus="yes">
        <source>Group %n clips</source>
        <translation>
            <numerusform>Group %n clip</numerusform>
            <numerusform>Group %n clips</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Move %n clips</source>
        <translation>
            <numerusform>Move %n clip</numerusform>
            <numerusform>Move %n clips</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Remove %n clips</source>
        <translation>
            <numerusform>Remove %n clip</numerusform>
            <numerusform>Remove %n clips</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Take %n clips out of their group</source>
        <translation>
            <numerusform>Take %n clip out of its group</numerusform>
            <numerusform>Take %n clips out of their group</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ComparisonPanel</name>
    <message numerus="yes">
        <source>Only the first %n frames: more would take too much memory</source>
        <translation>
            <numerusform>Only the first frame: more would take too much memory</numerusform>
            <numerusform>Only the first %n frames: more would take too much memory</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Restoring… %n frames</source>
        <translation>
            <numerusform>Restoring… %n frame</numerusform>
            <numerusform>Restoring… %n frames</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Countdown</name>
    <message numerus="yes">
        <source>All is restored. The computer goes to sleep in %n seconds.</source>
        <translation>
            <numerusform>All is restored. The computer goes to sleep in %n second.</numerusform>
            <numerusform>All is restored. The computer goes to sleep in %n seconds.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>All is restored. The computer shuts down in %n seconds.</source>
        <translation>
            <numerusform>All is restored. The computer shuts down in %n second.</numerusform>
            <numerusform>All is restored. The computer shuts down in %n seconds.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The computer goes to sleep in %n seconds.</source>
        <translation>
            <numerusform>The computer goes to sleep in %n second.</numerusform>
            <numerusform>The computer goes to sleep in %n seconds.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The computer shuts down in %n seconds.</source>
        <translation>
            <numerusform>The computer shuts down in %n second.</numerusform>
            <numerusform>The computer shuts down in %n seconds.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>OptionsPanel</name>
    <message numerus="yes">
        <source>What you change counts for %n videos.</source>
        <translation>
            <numerusform>What you change counts for %n video.</numerusform>
            <numerusform>What you change counts for %n videos.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Questions</name>
    <message numerus="yes">
        <source>%Ln frames of “{name}” are finished already.</source>
        <translation>
            <numerusform>%Ln frame of “{name}” is finished already.</numerusform>
            <numerusform>%Ln frames of “{name}” are finished already.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n videos are being restored.</source>
        <translation>
            <numerusform>%n video is being restored.</numerusform>
            <numerusform>%n videos are being restored.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The queue was interrupted; %n clips are left.</source>
        <translation>
            <numerusform>The queue was interrupted; %n clip is left.</numerusform>
            <numerusform>The queue was interrupted; %n clips are left.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Timeline</name>
    <message numerus="yes">
        <source>%n parts, {length}</source>
        <translation>
            <numerusform>%n part, {length}</numerusform>
            <numerusform>%n parts, {length}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>At {position} of {duration}; restores %n parts</source>
        <translation>
            <numerusform>At {position} of {duration}; restores %n part</numerusform>
            <numerusform>At {position} of {duration}; restores %n parts</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Wording</name>
    <message numerus="yes">
        <source>%n parts in one file, {length}</source>
        <translation>
            <numerusform>%n part in one file, {length}</numerusform>
            <numerusform>%n parts in one file, {length}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n videos</source>
        <translation>
            <numerusform>%n video</numerusform>
            <numerusform>%n videos</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n videos are restored.</source>
        <translation>
            <numerusform>%n video is restored.</numerusform>
            <numerusform>%n videos are restored.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n videos could not be restored.</source>
        <translation>
            <numerusform>%n video could not be restored.</numerusform>
            <numerusform>%n videos could not be restored.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n videos · about {time}</source>
        <translation>
            <numerusform>%n video · about {time}</numerusform>
            <numerusform>%n videos · about {time}</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>clock</name>
    <message numerus="yes">
        <source>%n days</source>
        <translation>
            <numerusform>%n day</numerusform>
            <numerusform>%n days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hours</source>
        <translation>
            <numerusform>%n hour</numerusform>
            <numerusform>%n hours</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n minutes</source>
        <translation>
            <numerusform>%n minute</numerusform>
            <numerusform>%n minutes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n seconds</source>
        <translation>
            <numerusform>%n second</numerusform>
            <numerusform>%n seconds</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>commands</name>
    <message numerus="yes">
        <source>%n files continue the film of a file before them, and are restored with it.</source>
        <translation>
            <numerusform>%n file continues the film of a file before it, and is restored with it.</numerusform>
            <numerusform>%n files continue the film of a file before them, and are restored with it.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{folder} (%n finished frames of {output}, {size})</source>
        <translation>
            <numerusform>{folder} (%n finished frame of {output}, {size})</numerusform>
            <numerusform>{folder} (%n finished frames of {output}, {size})</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>console</name>
    <message numerus="yes">
        <source>%n frames are finished</source>
        <translation>
            <numerusform>%n frame is finished</numerusform>
            <numerusform>%n frames are finished</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n frames in {time}</source>
        <translation>
            <numerusform>%n frame in {time}</numerusform>
            <numerusform>%n frames in {time}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n frames in {time}, cleaned {passes} times on average</source>
        <translation>
            <numerusform>%n frame in {time}, cleaned {passes} times on average</numerusform>
            <numerusform>%n frames in {time}, cleaned {passes} times on average</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>messages</name>
    <message numerus="yes">
        <source>%n bytes</source>
        <translation>
            <numerusform>%n byte</numerusform>
            <numerusform>%n bytes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n pictures are missing in the numbering; the picture before each stays longer.</source>
        <translation>
            <numerusform>%n picture is missing in the numbering; the picture before it stays longer.</numerusform>
            <numerusform>%n pictures are missing in the numbering; the picture before each stays longer.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Only the first two channels of a sound track ({detail}) are kept in this container, %n are missing; MKV and MOV hold more.</source>
        <translation>
            <numerusform>Only the first two channels of a sound track ({detail}) are kept in this container, %n is missing; MKV and MOV hold more.</numerusform>
            <numerusform>Only the first two channels of a sound track ({detail}) are kept in this container, %n are missing; MKV and MOV hold more.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The source is damaged in %n places: what could not be decoded there is left out.</source>
        <translation>
            <numerusform>The source is damaged in one place: what could not be decoded there is left out.</numerusform>
            <numerusform>The source is damaged in %n places: what could not be decoded there is left out.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Work that was finished earlier was damaged; %n frames are restored again.</source>
        <translation>
            <numerusform>Work that was finished earlier was damaged; %n frame is restored again.</numerusform>
            <numerusform>Work that was finished earlier was damaged; %n frames are restored again.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{path} was begun by another version or on another device (%n frames are finished): {detail}; give --resume to go on all the same, or --no-resume to throw that away.</source>
        <translation>
            <numerusform>{path} was begun by another version or on another device (%n frame is finished): {detail}; give --resume to go on all the same, or --no-resume to throw that away.</numerusform>
            <numerusform>{path} was begun by another version or on another device (%n frames are finished): {detail}; give --resume to go on all the same, or --no-resume to throw that away.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{path} was begun from another source (%n frames are finished); choose another name, or give --no-resume to throw that away.</source>
        <translation>
            <numerusform>{path} was begun from another source (%n frame is finished); choose another name, or give --no-resume to throw that away.</numerusform>
            <numerusform>{path} was begun from another source (%n frames are finished); choose another name, or give --no-resume to throw that away.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{path} was begun with other options (%n frames are finished): {detail}; use the old ones to go on, or --no-resume to throw that away.</source>
        <translation>
            <numerusform>{path} was begun with other options (%n frame is finished): {detail}; use the old ones to go on, or --no-resume to throw that away.</numerusform>
            <numerusform>{path} was begun with other options (%n frames are finished): {detail}; use the old ones to go on, or --no-resume to throw that away.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>proposals</name>
    <message numerus="yes">
        <source>%n numbered pictures: will be one film of {rate:.5g} pictures per second</source>
        <translation>
            <numerusform>%n numbered picture: will be one film of {rate:.5g} pictures per second</numerusform>
            <numerusform>%n numbered pictures: will be one film of {rate:.5g} pictures per second</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n recordings in one file, each with its own clock: will follow on each other</source>
        <translation>
            <numerusform>one recording in this file, with a clock of its own: will follow on the others</numerusform>
            <numerusform>%n recordings in one file, each with its own clock: will follow on each other</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>a film of a DVD in %n files: all will be restored, as one film</source>
        <translation>
            <numerusform>a film of a DVD in one file: all of it will be restored</numerusform>
            <numerusform>a film of a DVD in %n files: all will be restored, as one film</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>report</name>
    <message numerus="yes">
        <source>%n channels</source>
        <translation>
            <numerusform>%n channel</numerusform>
            <numerusform>%n channels</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n chapters</source>
        <translation>
            <numerusform>%n chapter</numerusform>
            <numerusform>%n chapters</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n frames</source>
        <translation>
            <numerusform>%n frame</numerusform>
            <numerusform>%n frames</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n further video streams that will not be restored</source>
        <translation>
            <numerusform>%n further video stream that will not be restored</numerusform>
            <numerusform>%n further video streams that will not be restored</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n in the part that was looked at</source>
        <comment>places of damage</comment>
        <translation>
            <numerusform>%n in the part that was looked at</numerusform>
            <numerusform>%n in the part that was looked at</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n subtitle tracks</source>
        <translation>
            <numerusform>%n subtitle track</numerusform>
            <numerusform>%n subtitle tracks</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n tracks of timed data</source>
        <translation>
            <numerusform>%n track of timed data</numerusform>
            <numerusform>%n tracks of timed data</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>score</name>
    <message numerus="yes">
        <source>mean of %n clips</source>
        <translation>
            <numerusform>mean of %n clip</numerusform>
            <numerusform>mean of %n clips</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>mean of %n results</source>
        <translation>
            <numerusform>mean of %n result</numerusform>
            <numerusform>mean of %n results</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>mean of %n sources</source>
        <translation>
            <numerusform>mean of %n source</numerusform>
            <numerusform>mean of %n sources</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>self_test</name>
    <message numerus="yes">
        <source>%n frames on {device}, with sound</source>
        <translation>
            <numerusform>%n frame on {device}, with sound</numerusform>
            <numerusform>%n frames on {device}, with sound</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>killed, resumed after %n frames, same pictures</source>
        <translation>
            <numerusform>killed, resumed after %n frame, same pictures</numerusform>
            <numerusform>killed, resumed after %n frames, same pictures</numerusform>
        </translation>
    </message>
</context>
</TS>
