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
            <source>Remove %n clips</source>
            <translation>
                <numerusform>Remove %n clip</numerusform>
                <numerusform>Remove %n clips</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Move %n clips</source>
            <translation>
                <numerusform>Move %n clip</numerusform>
                <numerusform>Move %n clips</numerusform>
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
    </context>
    <context>
        <name>Questions</name>
        <message numerus="yes">
            <source>The queue was interrupted; %n clips are left.</source>
            <translation>
                <numerusform>The queue was interrupted; %n clip is left.</numerusform>
                <numerusform>The queue was interrupted; %n clips are left.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>Wording</name>
        <message numerus="yes">
            <source>%n videos · about {time}</source>
            <translation>
                <numerusform>%n video · about {time}</numerusform>
                <numerusform>%n videos · about {time}</numerusform>
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
    </context>
</TS>
