<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
    <name>AboutDialog</name>
    <message>
        <source>&lt;b&gt;Homereel {version}&lt;/b&gt; restores old family videos on your own computer, with RealBasicVSR (Chan et al., arXiv:2111.12704) and networks like it. Its own code is under the Apache License 2.0.</source>
        <translation>&lt;b&gt;Homereel {version}&lt;/b&gt; restauriert alte Familienvideos auf Ihrem eigenen Computer, mit RealBasicVSR (Chan et al., arXiv:2111.12704) und ähnlichen Netzen. Der eigene Code steht unter der Apache-Lizenz 2.0.</translation>
    </message>
    <message>
        <source>About Homereel</source>
        <translation>Über Homereel</translation>
    </message>
    <message>
        <source>Licence</source>
        <translation>Lizenz</translation>
    </message>
    <message>
        <source>Parts</source>
        <translation>Bestandteile</translation>
    </message>
    <message>
        <source>This package as a whole is under the GNU General Public License 3 or later, since it contains FFmpeg with x264 and x265.</source>
        <translation>Dieses Paket als Ganzes steht unter der GNU General Public License 3 oder später, weil es FFmpeg mit x264 und x265 enthält.</translation>
    </message>
    <message>
        <source>This part brings no text of its licence.</source>
        <translation>Dieser Bestandteil bringt keinen Lizenztext mit.</translation>
    </message>
</context>
<context>
    <name>Adding</name>
    <message numerus="yes">
        <source>%n restored files of Homereel were left out.</source>
        <translation>
            <numerusform>%n restaurierte Datei von Homereel wurde weggelassen.</numerusform>
            <numerusform>%n restaurierte Dateien von Homereel wurden weggelassen.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Add %n clips</source>
        <translation>
            <numerusform>%n Clip hinzufügen</numerusform>
            <numerusform>%n Clips hinzufügen</numerusform>
        </translation>
    </message>
    <message>
        <source>Add a clip again</source>
        <translation>Einen Clip noch einmal hinzufügen</translation>
    </message>
    <message>
        <source>Add the videos of a folder</source>
        <translation>Videos eines Ordners hinzufügen</translation>
    </message>
    <message>
        <source>Add videos</source>
        <translation>Videos hinzufügen</translation>
    </message>
    <message>
        <source>All files</source>
        <translation>Alle Dateien</translation>
    </message>
    <message numerus="yes">
        <source>Duplicate %n clips</source>
        <translation>
            <numerusform>%n Clip verdoppeln</numerusform>
            <numerusform>%n Clips verdoppeln</numerusform>
        </translation>
    </message>
    <message>
        <source>Files that are no videos were left out: {kinds}</source>
        <translation>Dateien, die keine Videos sind, wurden weggelassen: {kinds}</translation>
    </message>
    <message numerus="yes">
        <source>Removed %n clips from the list; Ctrl+Z brings them back.</source>
        <translation>
            <numerusform>%n Clip aus der Liste entfernt; Strg+Z holt ihn zurück.</numerusform>
            <numerusform>%n Clips aus der Liste entfernt; Strg+Z holt sie zurück.</numerusform>
        </translation>
    </message>
    <message>
        <source>Show a finished clip</source>
        <translation>Einen fertigen Clip zeigen</translation>
    </message>
    <message>
        <source>There is no video in this folder.</source>
        <translation>In diesem Ordner ist kein Video.</translation>
    </message>
    <message>
        <source>Videos</source>
        <translation>Videos</translation>
    </message>
    <message>
        <source>no suffix</source>
        <translation>ohne Endung</translation>
    </message>
    <message>
        <source>“{name}” is being restored; cancel it first.</source>
        <translation>„{name}“ wird gerade restauriert; brechen Sie das zuerst ab.</translation>
    </message>
    <message>
        <source>“{name}” was in the list already; now it is there once more.</source>
        <translation>„{name}“ war schon in der Liste und steht jetzt noch einmal da.</translation>
    </message>
</context>
<context>
    <name>CardBar</name>
    <message>
        <source>Not now</source>
        <translation>Nicht jetzt</translation>
    </message>
    <message>
        <source>“Clips, Graphics card” offers it later</source>
        <translation>„Clips, Grafikkarte“ bietet es später an</translation>
    </message>
</context>
<context>
    <name>CardChoosing</name>
    <message>
        <source>The graphics card is used when you open Homereel again.</source>
        <translation>Die Grafikkarte wird verwendet, wenn Sie Homereel das nächste Mal öffnen.</translation>
    </message>
</context>
<context>
    <name>CardPage</name>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Deletes what was fetched for the card</source>
        <translation>Löscht, was für die Karte geholt wurde</translation>
    </message>
    <message>
        <source>Fetched</source>
        <translation>Geholt</translation>
    </message>
    <message>
        <source>Graphics card</source>
        <translation>Grafikkarte</translation>
    </message>
    <message>
        <source>Looking for graphics cards…</source>
        <translation>Suche nach Grafikkarten…</translation>
    </message>
    <message>
        <source>Unpacking and testing it; this takes some minutes…</source>
        <translation>Wird entpackt und geprüft; das dauert einige Minuten…</translation>
    </message>
    <message>
        <source>Use the processor again</source>
        <translation>Wieder den Prozessor verwenden</translation>
    </message>
</context>
<context>
    <name>Changes</name>
    <message>
        <source>Change options</source>
        <translation>Einstellungen ändern</translation>
    </message>
    <message>
        <source>Change the output folder</source>
        <translation>Ausgabeordner ändern</translation>
    </message>
    <message numerus="yes">
        <source>Group %n clips</source>
        <translation>
            <numerusform>%n Clip gruppieren</numerusform>
            <numerusform>%n Clips gruppieren</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Move %n clips</source>
        <translation>
            <numerusform>%n Clip verschieben</numerusform>
            <numerusform>%n Clips verschieben</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Remove %n clips</source>
        <translation>
            <numerusform>%n Clip entfernen</numerusform>
            <numerusform>%n Clips entfernen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Take %n clips out of their group</source>
        <translation>
            <numerusform>%n Clip aus seiner Gruppe nehmen</numerusform>
            <numerusform>%n Clips aus ihrer Gruppe nehmen</numerusform>
        </translation>
    </message>
    <message>
        <source>“{name}” is being restored, and stays as it is.</source>
        <translation>„{name}“ wird gerade restauriert und bleibt, wie es ist.</translation>
    </message>
</context>
<context>
    <name>ClipList</name>
    <message>
        <source>Clips</source>
        <translation>Clips</translation>
    </message>
</context>
<context>
    <name>ClipSide</name>
    <message>
        <source>Add files…</source>
        <translation>Hinzufügen…</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Restore all</source>
        <translation>Alle restaurieren</translation>
    </message>
</context>
<context>
    <name>Commands</name>
    <message>
        <source>Take the old options back</source>
        <translation>Alte Einstellungen zurückholen</translation>
    </message>
</context>
<context>
    <name>CompareActions</name>
    <message>
        <source>&amp;Choose the region</source>
        <translation>Ausschnitt &amp;wählen</translation>
    </message>
    <message>
        <source>&amp;Difference</source>
        <translation>&amp;Unterschied</translation>
    </message>
    <message>
        <source>&amp;Hear the original sound</source>
        <translation>Originalton &amp;hören</translation>
    </message>
    <message>
        <source>&amp;Play or pause</source>
        <translation>Abspielen &amp;oder anhalten</translation>
    </message>
    <message>
        <source>&amp;Restore the marked region</source>
        <translation>&amp;Markierten Ausschnitt restaurieren</translation>
    </message>
    <message>
        <source>&amp;Side by side</source>
        <translation>&amp;Nebeneinander</translation>
    </message>
    <message>
        <source>&amp;Whole picture</source>
        <translation>&amp;Ganzes Bild</translation>
    </message>
    <message>
        <source>A &amp;line to drag</source>
        <translation>&amp;Mit verschiebbarer Linie</translation>
    </message>
    <message>
        <source>Compare &amp;looks of this moment</source>
        <translation>Varianten &amp;dieses Moments vergleichen</translation>
    </message>
    <message>
        <source>Compare with the &amp;finished file</source>
        <translation>Mit der &amp;fertigen Datei vergleichen</translation>
    </message>
    <message>
        <source>End here</source>
        <translation>Hier enden</translation>
    </message>
    <message>
        <source>Fit the &amp;region</source>
        <translation>&amp;Ausschnitt einpassen</translation>
    </message>
    <message>
        <source>Line</source>
        <translation>Linie</translation>
    </message>
    <message>
        <source>Looks</source>
        <translation>Varianten</translation>
    </message>
    <message>
        <source>Ne&amp;xt frame</source>
        <translation>&amp;Nächstes Bild</translation>
    </message>
    <message>
        <source>Next &amp;shot</source>
        <translation>Nä&amp;chste Szene</translation>
    </message>
    <message>
        <source>O&amp;ne to one</source>
        <translation>Eins &amp;zu eins</translation>
    </message>
    <message>
        <source>One second &amp;back</source>
        <translation>Eine Sekunde &amp;zurück</translation>
    </message>
    <message>
        <source>One second &amp;on</source>
        <translation>&amp;Eine Sekunde weiter</translation>
    </message>
    <message>
        <source>Pr&amp;evious frame</source>
        <translation>&amp;Voriges Bild</translation>
    </message>
    <message>
        <source>Pre&amp;vious shot</source>
        <translation>Vorige &amp;Szene</translation>
    </message>
    <message>
        <source>Restore &amp;up to this moment</source>
        <translation>&amp;Bis zu diesem Moment restaurieren</translation>
    </message>
    <message>
        <source>Restore from this &amp;moment on</source>
        <translation>&amp;Ab diesem Moment restaurieren</translation>
    </message>
    <message>
        <source>Restore the whole video again</source>
        <translation>Wieder das ganze Video restaurieren</translation>
    </message>
    <message>
        <source>Side by side</source>
        <translation>Nebeneinander</translation>
    </message>
    <message>
        <source>Soun&amp;d of the preview</source>
        <translation>&amp;Ton der Vorschau</translation>
    </message>
    <message>
        <source>Start here</source>
        <translation>Hier beginnen</translation>
    </message>
    <message>
        <source>Whole video</source>
        <translation>Ganzes Video</translation>
    </message>
    <message>
        <source>Zoom &amp;in</source>
        <translation>&amp;Vergrößern</translation>
    </message>
    <message>
        <source>Zoom &amp;out</source>
        <translation>Ve&amp;rkleinern</translation>
    </message>
    <message>
        <source>{name} ({key})</source>
        <translation>{name} ({key})</translation>
    </message>
</context>
<context>
    <name>Comparing</name>
    <message>
        <source>Choose a look</source>
        <translation>Ein Aussehen wählen</translation>
    </message>
    <message>
        <source>Not as you like it? “Looks” (V) shows it in four ways.</source>
        <translation>Gefällt es Ihnen nicht? „Varianten“ (V) zeigt es auf vier Arten.</translation>
    </message>
    <message>
        <source>“{name}” is being restored; its look can be changed once it is done.</source>
        <translation>„{name}“ wird gerade restauriert; das Aussehen lässt sich danach ändern.</translation>
    </message>
</context>
<context>
    <name>Comparison</name>
    <message>
        <source>Comparison</source>
        <translation>Vergleich</translation>
    </message>
    <message>
        <source>Line at {percent} %</source>
        <translation>Linie bei {percent} %</translation>
    </message>
    <message>
        <source>Region of {width} × {height} pixels, {x} from the left, {y} from the top</source>
        <translation>Ausschnitt von {width} × {height} Pixeln, {x} von links, {y} von oben</translation>
    </message>
</context>
<context>
    <name>ComparisonPanel</name>
    <message>
        <source>Draw a rectangle, or drag the one that is there</source>
        <translation>Ziehen Sie ein Rechteck auf oder verschieben Sie das vorhandene</translation>
    </message>
    <message>
        <source>Finished file</source>
        <translation>Fertige Datei</translation>
    </message>
    <message>
        <source>No sound can be played on this computer: the pictures play alone.</source>
        <translation>Auf diesem Computer lässt sich kein Ton abspielen: die Bilder laufen allein.</translation>
    </message>
    <message>
        <source>Not restored yet</source>
        <translation>Noch nicht restauriert</translation>
    </message>
    <message numerus="yes">
        <source>Only the first %n frames: more would take too much memory</source>
        <translation>
            <numerusform>Nur das erste Bild: mehr bräuchten zu viel Speicher</numerusform>
            <numerusform>Nur die ersten %n Bilder: mehr bräuchten zu viel Speicher</numerusform>
        </translation>
    </message>
    <message>
        <source>Opening the finished file…</source>
        <translation>Die fertige Datei wird geöffnet…</translation>
    </message>
    <message>
        <source>Original</source>
        <translation>Original</translation>
    </message>
    <message>
        <source>Press “Preview” (P) to restore the marked region</source>
        <translation>„Vorschau“ (P) restauriert den markierten Ausschnitt</translation>
    </message>
    <message>
        <source>Restored</source>
        <translation>Restauriert</translation>
    </message>
    <message numerus="yes">
        <source>Restoring… %n frames</source>
        <translation>
            <numerusform>Wird restauriert… %n Bild</numerusform>
            <numerusform>Wird restauriert… %n Bilder</numerusform>
        </translation>
    </message>
    <message>
        <source>Restoring… {count} s</source>
        <translation>Wird restauriert… {count} s</translation>
    </message>
    <message>
        <source>The render makes room for the preview…</source>
        <translation>Die Restaurierung macht Platz für die Vorschau…</translation>
    </message>
</context>
<context>
    <name>Countdown</name>
    <message numerus="yes">
        <source>All is restored. The computer goes to sleep in %n seconds.</source>
        <translation>
            <numerusform>Alles ist restauriert. Der Computer geht in %n Sekunde schlafen.</numerusform>
            <numerusform>Alles ist restauriert. Der Computer geht in %n Sekunden schlafen.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>All is restored. The computer shuts down in %n seconds.</source>
        <translation>
            <numerusform>Alles ist restauriert. Der Computer wird in %n Sekunde ausgeschaltet.</numerusform>
            <numerusform>Alles ist restauriert. Der Computer wird in %n Sekunden ausgeschaltet.</numerusform>
        </translation>
    </message>
    <message>
        <source>At once</source>
        <translation>Sofort</translation>
    </message>
    <message>
        <source>Stay awake</source>
        <translation>Wach bleiben</translation>
    </message>
    <message numerus="yes">
        <source>The computer goes to sleep in %n seconds.</source>
        <translation>
            <numerusform>Der Computer geht in %n Sekunde schlafen.</numerusform>
            <numerusform>Der Computer geht in %n Sekunden schlafen.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The computer shuts down in %n seconds.</source>
        <translation>
            <numerusform>Der Computer wird in %n Sekunde ausgeschaltet.</numerusform>
            <numerusform>Der Computer wird in %n Sekunden ausgeschaltet.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Editing</name>
    <message>
        <source>Change the range</source>
        <translation>Bereich ändern</translation>
    </message>
    <message>
        <source>Paste the look</source>
        <translation>Aussehen einfügen</translation>
    </message>
    <message>
        <source>Reset all options</source>
        <translation>Alle Einstellungen zurücksetzen</translation>
    </message>
</context>
<context>
    <name>Findings</name>
    <message>
        <source>Found in this video</source>
        <translation>In diesem Video gefunden</translation>
    </message>
    <message>
        <source>What has no tick stays as it is; click on it to put it right.</source>
        <translation>Was kein Häkchen hat, bleibt, wie es ist; klicken Sie darauf, um es zu beheben.</translation>
    </message>
</context>
<context>
    <name>Foot</name>
    <message>
        <source>Play it</source>
        <translation>Abspielen</translation>
    </message>
    <message>
        <source>Show its folder</source>
        <translation>Ordner anzeigen</translation>
    </message>
</context>
<context>
    <name>HistoryDialog</name>
    <message>
        <source>&amp;Compare again</source>
        <translation>&amp;Noch einmal vergleichen</translation>
    </message>
    <message>
        <source>&amp;Play</source>
        <translation>Abs&amp;pielen</translation>
    </message>
    <message>
        <source>For&amp;get all</source>
        <translation>Alle &amp;vergessen</translation>
    </message>
    <message>
        <source>Forget it</source>
        <translation>Vergessen</translation>
    </message>
    <message>
        <source>Forget what was restored? The restored files stay.</source>
        <translation>Vergessen, was restauriert wurde? Die restaurierten Dateien bleiben.</translation>
    </message>
    <message>
        <source>Keep the list</source>
        <translation>Liste behalten</translation>
    </message>
    <message>
        <source>Nothing was restored yet. Videos that you restore are listed here.</source>
        <translation>Noch wurde nichts restauriert. Was Sie restaurieren, steht dann hier.</translation>
    </message>
    <message>
        <source>Puts it into the list with the same options, to be changed</source>
        <translation>Setzt es mit denselben Einstellungen in die Liste, wo sie sich ändern lassen</translation>
    </message>
    <message>
        <source>Restore &amp;again…</source>
        <translation>Nochmals &amp;restaurieren…</translation>
    </message>
    <message>
        <source>Show in &amp;folder</source>
        <translation>Im &amp;Ordner zeigen</translation>
    </message>
    <message>
        <source>What was restored</source>
        <translation>Was restauriert wurde</translation>
    </message>
</context>
<context>
    <name>HistoryModel</name>
    <message>
        <source>Finished</source>
        <translation>Fertig</translation>
    </message>
    <message>
        <source>Restored file</source>
        <translation>Restaurierte Datei</translation>
    </message>
    <message>
        <source>Took</source>
        <translation>Dauerte</translation>
    </message>
    <message>
        <source>Video</source>
        <translation>Video</translation>
    </message>
</context>
<context>
    <name>HoursDialog</name>
    <message>
        <source>&amp;From</source>
        <translation>&amp;Von</translation>
    </message>
    <message>
        <source>&amp;Until</source>
        <translation>&amp;Bis</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Von</translation>
    </message>
    <message>
        <source>Hours</source>
        <translation>Zeiten</translation>
    </message>
    <message>
        <source>Outside these hours the queue pauses. What is finished is kept, and it goes on there by itself.</source>
        <translation>Außerhalb dieser Zeiten pausiert die Warteschlange. Was fertig ist, bleibt erhalten, und es geht von selbst dort weiter.</translation>
    </message>
    <message>
        <source>Until</source>
        <translation>Bis</translation>
    </message>
</context>
<context>
    <name>Invitation</name>
    <message>
        <source>Add a folder…</source>
        <translation>Ordner hinzufügen…</translation>
    </message>
    <message>
        <source>Add files…</source>
        <translation>Dateien hinzufügen…</translation>
    </message>
    <message>
        <source>Drop your home videos here</source>
        <translation>Ziehen Sie Ihre Videos hierher</translation>
    </message>
    <message>
        <source>Files or whole folders, in any format. Your originals are never changed,
and nothing leaves this computer.</source>
        <translation>Dateien oder ganze Ordner, in jedem Format. Ihre Originale werden nie verändert,
und nichts verlässt diesen Computer.</translation>
    </message>
</context>
<context>
    <name>LogDialog</name>
    <message>
        <source>Log</source>
        <translation>Protokoll</translation>
    </message>
    <message>
        <source>Nothing went wrong so far.</source>
        <translation>Bisher ging nichts schief.</translation>
    </message>
    <message>
        <source>What went wrong, the latest at the end. It stays on this computer.</source>
        <translation>Was schiefging, das Neueste am Ende. Es bleibt auf diesem Computer.</translation>
    </message>
</context>
<context>
    <name>LookControls</name>
    <message>
        <source>All models…</source>
        <translation>Alle Modelle…</translation>
    </message>
    <message>
        <source>Back to what suits most videos</source>
        <translation>Zurück zu dem, was für die meisten Videos passt</translation>
    </message>
    <message>
        <source>Detailed</source>
        <translation>Detailreich</translation>
    </message>
    <message>
        <source>Grain of film, put on at the end over what was cleaned</source>
        <translation>Filmkorn, das zum Schluss auf das gereinigte Bild gelegt wird</translation>
    </message>
    <message>
        <source>How far black, white and a cast of faded pictures go to where they belong</source>
        <translation>Wie weit Schwarz, Weiß und ein Farbstich verblasster Bilder dorthin gehen, wohin sie gehören</translation>
    </message>
    <message>
        <source>How much noise this model removes; less keeps more detail</source>
        <translation>Wie viel Rauschen dieses Modell entfernt; weniger behält mehr Details</translation>
    </message>
    <message>
        <source>How much of the restoration is mixed over the plain enlargement</source>
        <translation>Wie viel von der Restaurierung über die einfache Vergrößerung gemischt wird</translation>
    </message>
    <message>
        <source>Noise is removed in {count} passes for each picture: the more, the smoother.</source>
        <translation>Rauschen wird in {count} Durchgängen je Bild entfernt: je mehr, desto glatter.</translation>
    </message>
    <message>
        <source>Reset the slider</source>
        <translation>Regler zurücksetzen</translation>
    </message>
    <message>
        <source>Smooth</source>
        <translation>Glatt</translation>
    </message>
    <message>
        <source>Smooth removes more noise; detailed keeps more, and more of the noise.</source>
        <translation>Glatt entfernt mehr Rauschen; detailreich behält mehr, auch mehr vom Rauschen.</translation>
    </message>
    <message>
        <source>The preview shows how strongly noise is removed.</source>
        <translation>Die Vorschau zeigt, wie stark Rauschen entfernt wird.</translation>
    </message>
    <message>
        <source>This model looks at one picture at a time, so fine detail may flicker. With this, each picture is blended with the one before it.</source>
        <translation>Dieses Modell sieht jedes Bild für sich an, feine Details können daher flimmern. Ist dies eingeschaltet, wird jedes Bild mit dem vorigen zusammengeführt.</translation>
    </message>
</context>
<context>
    <name>Looks</name>
    <message>
        <source>As chosen now</source>
        <translation>Wie jetzt gewählt</translation>
    </message>
    <message>
        <source>As suits most videos</source>
        <translation>Wie für die meisten Videos</translation>
    </message>
    <message>
        <source>Full strength</source>
        <translation>Volle Stärke</translation>
    </message>
    <message>
        <source>Gentler, half of it</source>
        <translation>Sanfter, halb so viel</translation>
    </message>
    <message>
        <source>Half of the noise</source>
        <translation>Die Hälfte des Rauschens</translation>
    </message>
    <message>
        <source>Half strength</source>
        <translation>Halbe Stärke</translation>
    </message>
    <message>
        <source>More detail</source>
        <translation>Mehr Details</translation>
    </message>
    <message>
        <source>Noise kept</source>
        <translation>Rauschen behalten</translation>
    </message>
    <message>
        <source>Noise removed</source>
        <translation>Rauschen entfernt</translation>
    </message>
    <message>
        <source>Only enlarged</source>
        <translation>Nur vergrößert</translation>
    </message>
    <message>
        <source>Smoother</source>
        <translation>Glatter</translation>
    </message>
</context>
<context>
    <name>Menus</name>
    <message>
        <source>&amp;About Homereel</source>
        <translation>Über &amp;Homereel</translation>
    </message>
    <message>
        <source>&amp;Add files…</source>
        <translation>&amp;Dateien hinzufügen…</translation>
    </message>
    <message>
        <source>&amp;Appearance</source>
        <translation>&amp;Erscheinungsbild</translation>
    </message>
    <message>
        <source>&amp;Clips</source>
        <translation>&amp;Clips</translation>
    </message>
    <message>
        <source>&amp;Copy the look</source>
        <translation>Aussehen &amp;kopieren</translation>
    </message>
    <message>
        <source>&amp;Dark</source>
        <translation>&amp;Dunkel</translation>
    </message>
    <message>
        <source>&amp;Duplicate, for other options</source>
        <translation>&amp;Verdoppeln, für andere Einstellungen</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>&amp;Bearbeiten</translation>
    </message>
    <message>
        <source>&amp;Graphics card…</source>
        <translation>&amp;Grafikkarte…</translation>
    </message>
    <message>
        <source>&amp;Group under a name…</source>
        <translation>Unter einem Namen &amp;gruppieren…</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>&amp;Hilfe</translation>
    </message>
    <message>
        <source>&amp;Join the selected parts in one file</source>
        <translation>Ausgewählte Teile &amp;zu einer Datei verbinden</translation>
    </message>
    <message>
        <source>&amp;Keys</source>
        <translation>&amp;Tasten</translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <translation>&amp;Hell</translation>
    </message>
    <message>
        <source>&amp;Log</source>
        <translation>&amp;Protokoll</translation>
    </message>
    <message>
        <source>&amp;Look at it again</source>
        <translation>Noch &amp;einmal ansehen</translation>
    </message>
    <message>
        <source>&amp;Only between {start} and {end}</source>
        <translation>Nur &amp;zwischen {start} und {end}</translation>
    </message>
    <message>
        <source>&amp;Pause</source>
        <translation>An&amp;halten</translation>
    </message>
    <message>
        <source>&amp;Play the restored file</source>
        <translation>&amp;Restaurierte Datei abspielen</translation>
    </message>
    <message>
        <source>&amp;Preview</source>
        <translation>&amp;Vorschau</translation>
    </message>
    <message>
        <source>&amp;Queue</source>
        <translation>&amp;Warteschlange</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Beenden</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>&amp;Wiederholen</translation>
    </message>
    <message>
        <source>&amp;Redo: {change}</source>
        <translation>&amp;Wiederholen: {change}</translation>
    </message>
    <message>
        <source>&amp;Report a problem…</source>
        <translation>&amp;Ein Problem melden…</translation>
    </message>
    <message>
        <source>&amp;Restore all</source>
        <translation>Alle &amp;restaurieren</translation>
    </message>
    <message>
        <source>&amp;Select all of this group or folder</source>
        <translation>Alle dieser Gruppe oder dieses &amp;Ordners auswählen</translation>
    </message>
    <message>
        <source>&amp;Sleep</source>
        <translation>&amp;Schlafen</translation>
    </message>
    <message>
        <source>&amp;Take out of the group</source>
        <translation>Aus der Gruppe ne&amp;hmen</translation>
    </message>
    <message>
        <source>&amp;Try again</source>
        <translation>Noch einmal &amp;versuchen</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>&amp;Rückgängig</translation>
    </message>
    <message>
        <source>&amp;Undo: {change}</source>
        <translation>&amp;Rückgängig: {change}</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Ansicht</translation>
    </message>
    <message>
        <source>&amp;When all is restored</source>
        <translation>&amp;Wenn alles restauriert ist</translation>
    </message>
    <message>
        <source>A short tour</source>
        <translation>Ein kurzer Rundgang</translation>
    </message>
    <message>
        <source>Add a &amp;folder…</source>
        <translation>Ordner &amp;hinzufügen…</translation>
    </message>
    <message>
        <source>Add another &amp;part of this video</source>
        <translation>Weiteren &amp;Teil dieses Videos hinzufügen</translation>
    </message>
    <message>
        <source>As the &amp;system</source>
        <translation>&amp;Wie im System</translation>
    </message>
    <message>
        <source>Begin with these options for &amp;new clips</source>
        <translation>&amp;Neue Clips mit diesen Einstellungen beginnen</translation>
    </message>
    <message>
        <source>Cancel the selected c&amp;lips…</source>
        <translation>A&amp;usgewählte Clips abbrechen…</translation>
    </message>
    <message>
        <source>Change the &amp;hours…</source>
        <translation>&amp;Die Zeiten ändern…</translation>
    </message>
    <message>
        <source>Do &amp;nothing</source>
        <translation>&amp;Nichts tun</translation>
    </message>
    <message>
        <source>F&amp;ind the original…</source>
        <translation>&amp;Original suchen…</translation>
    </message>
    <message>
        <source>Lan&amp;guage</source>
        <translation>&amp;Sprache</translation>
    </message>
    <message>
        <source>Less &amp;motion</source>
        <translation>Weniger Be&amp;wegung</translation>
    </message>
    <message>
        <source>Look for a new &amp;version…</source>
        <translation>Nach einer neuen &amp;Version suchen…</translation>
    </message>
    <message>
        <source>Make a file of &amp;each part</source>
        <translation>Aus &amp;jedem Teil eine Datei machen</translation>
    </message>
    <message>
        <source>Mo&amp;dels…</source>
        <translation>&amp;Modelle…</translation>
    </message>
    <message>
        <source>One place &amp;down</source>
        <translation>Einen &amp;Platz nach unten</translation>
    </message>
    <message>
        <source>One place &amp;up</source>
        <translation>&amp;Einen Platz nach oben</translation>
    </message>
    <message>
        <source>Other co&amp;mputers…</source>
        <translation>Andere Co&amp;mputer…</translation>
    </message>
    <message>
        <source>Paste the &amp;look</source>
        <translation>&amp;Aussehen einfügen</translation>
    </message>
    <message>
        <source>Pause the selected &amp;clips</source>
        <translation>&amp;Ausgewählte Clips anhalten</translation>
    </message>
    <message>
        <source>Re&amp;move from the list</source>
        <translation>Aus &amp;der Liste entfernen</translation>
    </message>
    <message>
        <source>Reset &amp;all options</source>
        <translation>Alle &amp;Einstellungen zurücksetzen</translation>
    </message>
    <message>
        <source>Restore a&amp;gain</source>
        <translation>N&amp;ochmals restaurieren</translation>
    </message>
    <message>
        <source>Restore the &amp;selected clips</source>
        <translation>Ausgewählte &amp;Clips restaurieren</translation>
    </message>
    <message>
        <source>Sh&amp;ow its folder</source>
        <translation>Ordner &amp;anzeigen</translation>
    </message>
    <message>
        <source>Shut &amp;down</source>
        <translation>&amp;Ausschalten</translation>
    </message>
    <message>
        <source>Split by rec&amp;ordings</source>
        <translation>Nach Au&amp;fnahmen teilen</translation>
    </message>
    <message>
        <source>Split by s&amp;hots</source>
        <translation>Nach &amp;Szenen teilen</translation>
    </message>
    <message>
        <source>Stop after &amp;this clip</source>
        <translation>&amp;Nach diesem Clip anhalten</translation>
    </message>
    <message>
        <source>To the &amp;end</source>
        <translation>An&amp;s Ende</translation>
    </message>
    <message>
        <source>To the to&amp;p</source>
        <translation>An den Anfan&amp;g</translation>
    </message>
    <message>
        <source>Use &amp;fewer cores while I work</source>
        <translation>Weniger &amp;Kerne verwenden, während ich arbeite</translation>
    </message>
    <message>
        <source>What was &amp;restored…</source>
        <translation>&amp;Was restauriert wurde…</translation>
    </message>
</context>
<context>
    <name>MissingSources</name>
    <message>
        <source>“{name}” was moved, and found: {path}</source>
        <translation>„{name}“ wurde verschoben und gefunden: {path}</translation>
    </message>
    <message>
        <source>“{path}” is another video than “{name}”, which was begun; find that one.</source>
        <translation>„{path}“ ist ein anderes Video als „{name}“, mit dem begonnen wurde; suchen Sie dieses.</translation>
    </message>
</context>
<context>
    <name>ModelDetails</name>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Delete its file</source>
        <translation>Seine Datei löschen</translation>
    </message>
    <message>
        <source>Enlarged {count} times, then scaled to the output size</source>
        <translation>{count}-fach vergrößert, dann auf die Ausgabegröße gebracht</translation>
    </message>
    <message>
        <source>Fetch it ({size})</source>
        <translation>Holen ({size})</translation>
    </message>
    <message>
        <source>Fetched</source>
        <translation>Geholt</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Datei</translation>
    </message>
    <message>
        <source>Go on fetching ({size})</source>
        <translation>Weiter holen ({size})</translation>
    </message>
    <message>
        <source>In use</source>
        <translation>In Gebrauch</translation>
    </message>
    <message>
        <source>Its publisher keeps it where only a browser gets it: get it there, then add the file below.</source>
        <translation>Der Herausgeber bietet es nur für Browser an: Holen Sie es dort und fügen Sie dann unten die Datei hinzu.</translation>
    </message>
    <message>
        <source>Keeps its size; the output size is reached without the network</source>
        <translation>Behält seine Größe; die Ausgabegröße entsteht ohne das Netz</translation>
    </message>
    <message>
        <source>Licence</source>
        <translation>Lizenz</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>Bild</translation>
    </message>
    <message>
        <source>Takes</source>
        <translation>Dauert</translation>
    </message>
    <message>
        <source>Use this model</source>
        <translation>Dieses Modell verwenden</translation>
    </message>
    <message>
        <source>Waiting…</source>
        <translation>Wartet…</translation>
    </message>
    <message>
        <source>Weak point</source>
        <translation>Schwäche</translation>
    </message>
    <message>
        <source>What for</source>
        <translation>Wofür</translation>
    </message>
</context>
<context>
    <name>Models</name>
    <message>
        <source>About 1/{times} of the time of the bundled model ({how})</source>
        <translation>Etwa 1/{times} der Zeit des mitgelieferten Modells ({how})</translation>
    </message>
    <message>
        <source>About as long as the bundled model ({how})</source>
        <translation>Etwa so lange wie das mitgelieferte Modell ({how})</translation>
    </message>
    <message>
        <source>About {times} times as long as the bundled model ({how})</source>
        <translation>Etwa {times}-mal so lange wie das mitgelieferte Modell ({how})</translation>
    </message>
    <message>
        <source>Unknown until it is measured</source>
        <translation>Unbekannt, bis es gemessen ist</translation>
    </message>
    <message>
        <source>What the other models are compared with</source>
        <translation>Womit die anderen Modelle verglichen werden</translation>
    </message>
    <message>
        <source>added by you</source>
        <translation>von Ihnen hinzugefügt</translation>
    </message>
    <message>
        <source>comes with Homereel</source>
        <translation>liegt Homereel bei</translation>
    </message>
    <message>
        <source>estimated</source>
        <translation>geschätzt</translation>
    </message>
    <message>
        <source>installed</source>
        <translation>installiert</translation>
    </message>
    <message>
        <source>measured here</source>
        <translation>hier gemessen</translation>
    </message>
    <message>
        <source>to be fetched, {size}</source>
        <translation>zu holen, {size}</translation>
    </message>
    <message>
        <source>to be imported, {size}</source>
        <translation>zu importieren, {size}</translation>
    </message>
    <message>
        <source>{arrived} of {size} fetched</source>
        <translation>{arrived} von {size} geholt</translation>
    </message>
    <message>
        <source>{title} (not here yet)</source>
        <translation>{title} (noch nicht hier)</translation>
    </message>
</context>
<context>
    <name>ModelsPage</name>
    <message>
        <source>Add a model file</source>
        <translation>Modelldatei hinzufügen</translation>
    </message>
    <message>
        <source>Add a model file…</source>
        <translation>Modelldatei hinzufügen…</translation>
    </message>
    <message>
        <source>All files</source>
        <translation>Alle Dateien</translation>
    </message>
    <message>
        <source>Licence</source>
        <translation>Lizenz</translation>
    </message>
    <message>
        <source>Model files</source>
        <translation>Modelldateien</translation>
    </message>
    <message>
        <source>Models</source>
        <translation>Modelle</translation>
    </message>
    <message>
        <source>One that was fetched on another computer, or an image model of others</source>
        <translation>Eine, die auf einem anderen Computer geholt wurde, oder ein fremdes Bildmodell</translation>
    </message>
    <message>
        <source>The file of “{name}” is deleted.</source>
        <translation>Die Datei von „{name}“ ist gelöscht.</translation>
    </message>
    <message>
        <source>Under which licence does its author give it away? (Empty: unknown)</source>
        <translation>Unter welcher Lizenz gibt der Autor es weiter? (Leer: unbekannt)</translation>
    </message>
    <message>
        <source>What has arrived is kept; it goes on from there.</source>
        <translation>Was angekommen ist, bleibt; es geht dort weiter.</translation>
    </message>
    <message>
        <source>“{name}” can be used now.</source>
        <translation>„{name}“ kann jetzt verwendet werden.</translation>
    </message>
    <message>
        <source>“{name}” is being looked at and tried…</source>
        <translation>„{name}“ wird angesehen und ausprobiert…</translation>
    </message>
</context>
<context>
    <name>NameField</name>
    <message>
        <source>For example: {name}</source>
        <translation>Zum Beispiel: {name}</translation>
    </message>
    <message>
        <source>Names can have {fields} in them, but no other braces, nor / \ : * ?</source>
        <translation>Namen können {fields} enthalten, aber keine anderen geschweiften Klammern und kein / \ : * ?</translation>
    </message>
    <message>
        <source>These are filled in: {fields}</source>
        <translation>Diese werden ausgefüllt: {fields}</translation>
    </message>
    <message>
        <source>Wedding 1994</source>
        <translation>Hochzeit 1994</translation>
    </message>
</context>
<context>
    <name>NewestDialog</name>
    <message>
        <source>&amp;Open its page</source>
        <translation>&amp;Seite öffnen</translation>
    </message>
    <message>
        <source>Asking for the newest version…</source>
        <translation>Die neueste Version wird abgefragt…</translation>
    </message>
    <message>
        <source>New version</source>
        <translation>Neue Version</translation>
    </message>
    <message>
        <source>The newest version could not be found out.</source>
        <translation>Die neueste Version ließ sich nicht ermitteln.</translation>
    </message>
</context>
<context>
    <name>Options</name>
    <message>
        <source>The selected clips have different values.</source>
        <translation>Die ausgewählten Clips haben verschiedene Werte.</translation>
    </message>
    <message>
        <source>different</source>
        <translation>verschieden</translation>
    </message>
</context>
<context>
    <name>OptionsPanel</name>
    <message>
        <source>Back beside the originals</source>
        <translation>Zurück neben die Originale</translation>
    </message>
    <message>
        <source>Beside the originals</source>
        <translation>Neben den Originalen</translation>
    </message>
    <message>
        <source>Choose a folder for the restored files</source>
        <translation>Einen Ordner für die restaurierten Dateien wählen</translation>
    </message>
    <message>
        <source>Correct what was found</source>
        <translation>Gefundenes korrigieren</translation>
    </message>
    <message>
        <source>Kind of video</source>
        <translation>Art des Videos</translation>
    </message>
    <message>
        <source>Look</source>
        <translation>Aussehen</translation>
    </message>
    <message>
        <source>More about the file</source>
        <translation>Mehr über die Datei</translation>
    </message>
    <message>
        <source>Output</source>
        <translation>Ausgabe</translation>
    </message>
    <message>
        <source>Output folder</source>
        <translation>Ausgabeordner</translation>
    </message>
    <message>
        <source>These options can be changed once it is restored.</source>
        <translation>Diese Einstellungen lassen sich ändern, sobald es restauriert ist.</translation>
    </message>
    <message numerus="yes">
        <source>What you change counts for %n videos.</source>
        <translation>
            <numerusform>Was Sie ändern, gilt für %n Video.</numerusform>
            <numerusform>Was Sie ändern, gilt für %n Videos.</numerusform>
        </translation>
    </message>
    <message>
        <source>Where restored files go</source>
        <translation>Wohin die Ergebnisse kommen</translation>
    </message>
</context>
<context>
    <name>OtherComputers</name>
    <message>
        <source>This computer begins to work for others…</source>
        <translation>Dieser Computer beginnt, für andere zu arbeiten…</translation>
    </message>
</context>
<context>
    <name>OthersPage</name>
    <message>
        <source>&amp;Choose a key file…</source>
        <translation>Schlüsseldatei &amp;wählen…</translation>
    </message>
    <message>
        <source>&amp;Make a key file…</source>
        <translation>Schlüsseldatei &amp;erstellen…</translation>
    </message>
    <message>
        <source>&amp;Restore for others…</source>
        <translation>Für andere &amp;restaurieren…</translation>
    </message>
    <message>
        <source>All files</source>
        <translation>Alle Dateien</translation>
    </message>
    <message>
        <source>Choose a key file</source>
        <translation>Schlüsseldatei wählen</translation>
    </message>
    <message>
        <source>Copy {path} to the other computers; who has it can work with this one.</source>
        <translation>Kopieren Sie {path} auf die anderen Computer; wer die Datei hat, kann mit diesem zusammenarbeiten.</translation>
    </message>
    <message>
        <source>Key files</source>
        <translation>Schlüsseldateien</translation>
    </message>
    <message>
        <source>Make a key file</source>
        <translation>Schlüsseldatei erstellen</translation>
    </message>
    <message>
        <source>Other computers</source>
        <translation>Andere Computer</translation>
    </message>
    <message>
        <source>Renders are shared with the computers that have the key {path}.</source>
        <translation>Restaurierungen werden mit den Computern geteilt, die den Schlüssel {path} haben.</translation>
    </message>
    <message>
        <source>Stop &amp;restoring for others</source>
        <translation>Nicht mehr für andere &amp;restaurieren</translation>
    </message>
    <message>
        <source>The address at which the others reach this computer ({address}: only programs on this computer itself):</source>
        <translation>Die Adresse, unter der die anderen diesen Computer erreichen ({address}: nur Programme auf diesem Computer selbst):</translation>
    </message>
    <message>
        <source>This computer works alone. With a key file, others in the house can help: make one here, copy it to them, and let them restore for others with it.</source>
        <translation>Dieser Computer arbeitet allein. Mit einer Schlüsseldatei können andere im Haus helfen: Erstellen Sie hier eine, kopieren Sie sie auf die anderen, und lassen Sie diese damit für andere restaurieren.</translation>
    </message>
    <message>
        <source>Work &amp;alone</source>
        <translation>&amp;Allein arbeiten</translation>
    </message>
</context>
<context>
    <name>OutputControls</name>
    <message>
        <source>AMD card</source>
        <translation>AMD-Karte</translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation>Automatisch</translation>
    </message>
    <message>
        <source>Automatic is MP4, which plays everywhere, or MKV where MP4 cannot hold all of the source: some sound of old AVI files, for example.</source>
        <translation>Automatisch ist MP4, das überall abspielbar ist, oder MKV, wo MP4 nicht alles aus der Quelle aufnimmt: etwa manchen Ton alter AVI-Dateien.</translation>
    </message>
    <message>
        <source>Better, larger file</source>
        <translation>Besser, größere Datei</translation>
    </message>
    <message>
        <source>FFV1, lossless</source>
        <translation>FFV1, verlustfrei</translation>
    </message>
    <message>
        <source>Intel graphics</source>
        <translation>Intel-Grafik</translation>
    </message>
    <message>
        <source>NVIDIA card</source>
        <translation>NVIDIA-Karte</translation>
    </message>
    <message>
        <source>Numbered pictures, PNG</source>
        <translation>Nummerierte Bilder, PNG</translation>
    </message>
    <message>
        <source>Numbered pictures, TIFF</source>
        <translation>Nummerierte Bilder, TIFF</translation>
    </message>
    <message>
        <source>Processor, the best picture</source>
        <translation>Prozessor, bestes Bild</translation>
    </message>
    <message>
        <source>Smaller file</source>
        <translation>Kleinere Datei</translation>
    </message>
    <message>
        <source>What compresses the finished picture. The processor gives the best one; a card is quicker and makes larger files.</source>
        <translation>Was das fertige Bild komprimiert. Der Prozessor gibt das beste; eine Karte ist schneller und macht größere Dateien.</translation>
    </message>
</context>
<context>
    <name>Overnight</name>
    <message>
        <source>Overnight…</source>
        <translation>Über Nacht…</translation>
    </message>
    <message>
        <source>Then shut down</source>
        <translation>Dann ausschalten</translation>
    </message>
    <message>
        <source>Then sleep</source>
        <translation>Dann schlafen</translation>
    </message>
    <message>
        <source>When it works, and what comes at the end</source>
        <translation>Wann es arbeitet, und was am Ende kommt</translation>
    </message>
</context>
<context>
    <name>Pair</name>
    <message>
        <source>Being restored anew…</source>
        <translation>Wird neu restauriert…</translation>
    </message>
    <message>
        <source>Difference, {factor} times as strong</source>
        <translation>Unterschied, {factor}-fach verstärkt</translation>
    </message>
</context>
<context>
    <name>Parts</name>
    <message>
        <source>Add another part</source>
        <translation>Weiteren Teil hinzufügen</translation>
    </message>
    <message>
        <source>Join the parts in one file</source>
        <translation>Teile zu einer Datei verbinden</translation>
    </message>
    <message>
        <source>Make a file of each part</source>
        <translation>Aus jedem Teil eine Datei machen</translation>
    </message>
    <message>
        <source>Split by recordings</source>
        <translation>Nach Aufnahmen teilen</translation>
    </message>
    <message>
        <source>Split by shots</source>
        <translation>Nach Szenen teilen</translation>
    </message>
    <message>
        <source>it has no dates</source>
        <translation>es hat keine Daten der Aufnahme</translation>
    </message>
    <message>
        <source>it is being restored</source>
        <translation>es wird gerade restauriert</translation>
    </message>
    <message>
        <source>it is one recording</source>
        <translation>es ist eine einzige Aufnahme</translation>
    </message>
    <message>
        <source>it is one shot</source>
        <translation>es ist eine einzige Szene</translation>
    </message>
    <message>
        <source>it joins several parts</source>
        <translation>es verbindet mehrere Teile</translation>
    </message>
    <message>
        <source>its shots are not all known yet</source>
        <translation>noch sind nicht alle Szenen gefunden</translation>
    </message>
    <message>
        <source>the video is too long</source>
        <translation>das Video ist zu lang</translation>
    </message>
</context>
<context>
    <name>PeersTable</name>
    <message>
        <source>Computer</source>
        <translation>Computer</translation>
    </message>
    <message>
        <source>Computers that share the work</source>
        <translation>Computer, die sich die Arbeit teilen</translation>
    </message>
    <message>
        <source>Does not answer</source>
        <translation>Antwortet nicht</translation>
    </message>
    <message>
        <source>Finishes its stretch, then pauses</source>
        <translation>Beendet seinen Abschnitt, pausiert dann</translation>
    </message>
    <message>
        <source>Frames/s</source>
        <translation>Bilder/s</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Fortsetzen</translation>
    </message>
    <message>
        <source>Left out</source>
        <translation>Ausgelassen</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>Pauses</source>
        <translation>Pausiert</translation>
    </message>
    <message>
        <source>Restores</source>
        <translation>Restauriert</translation>
    </message>
    <message>
        <source>Share</source>
        <translation>Anteil</translation>
    </message>
    <message>
        <source>This computer</source>
        <translation>Dieser Computer</translation>
    </message>
    <message>
        <source>Waits for work</source>
        <translation>Wartet auf Arbeit</translation>
    </message>
    <message>
        <source>What it does</source>
        <translation>Was er tut</translation>
    </message>
</context>
<context>
    <name>PresetControls</name>
    <message>
        <source>&amp;Keep these options as a preset…</source>
        <translation>Diese Einstellungen als &amp;Voreinstellung behalten…</translation>
    </message>
    <message>
        <source>&amp;Remove this preset</source>
        <translation>Diese Voreinstellung &amp;entfernen</translation>
    </message>
    <message>
        <source>Begin with these options for &amp;new clips</source>
        <translation>&amp;Neue Clips mit diesen Einstellungen beginnen</translation>
    </message>
    <message>
        <source>Keep the old one</source>
        <translation>Die alte behalten</translation>
    </message>
    <message>
        <source>Keep these options</source>
        <translation>Diese Einstellungen behalten</translation>
    </message>
    <message>
        <source>Keep, remove or reset options</source>
        <translation>Einstellungen behalten, entfernen oder zurücksetzen</translation>
    </message>
    <message>
        <source>Looks like this; use it:
{preset}</source>
        <translation>Sieht danach aus; verwenden:
{preset}</translation>
    </message>
    <message>
        <source>Name of the preset:</source>
        <translation>Name der Voreinstellung:</translation>
    </message>
    <message>
        <source>Own choice</source>
        <translation>Eigene Wahl</translation>
    </message>
    <message>
        <source>Preset</source>
        <translation>Voreinstellung</translation>
    </message>
    <message>
        <source>Replace it</source>
        <translation>Ersetzen</translation>
    </message>
    <message>
        <source>Reset &amp;all options</source>
        <translation>Alle &amp;Einstellungen zurücksetzen</translation>
    </message>
    <message>
        <source>There is a preset “{name}” already.</source>
        <translation>Eine Voreinstellung „{name}“ gibt es schon.</translation>
    </message>
</context>
<context>
    <name>PresetShelf</name>
    <message>
        <source>The preset cannot be kept ({reason}).</source>
        <translation>Die Voreinstellung lässt sich nicht behalten ({reason}).</translation>
    </message>
</context>
<context>
    <name>ProblemDialog</name>
    <message>
        <source>Report a problem</source>
        <translation>Ein Problem melden</translation>
    </message>
    <message>
        <source>This page about your computer helps to find the fault. Names of people, files and folders are left out; read it, copy it, and say what you did and what happened.</source>
        <translation>Diese Seite über Ihren Computer hilft, den Fehler zu finden. Namen von Personen, Dateien und Ordnern sind weggelassen; lesen Sie sie, kopieren Sie sie, und sagen Sie dazu, was Sie taten und was geschah.</translation>
    </message>
    <message>
        <source>This page cannot be made ({reason}).</source>
        <translation>Diese Seite lässt sich nicht erstellen ({reason}).</translation>
    </message>
</context>
<context>
    <name>Questions</name>
    <message numerus="yes">
        <source>%Ln frames of “{name}” are finished already.</source>
        <translation>
            <numerusform>%Ln Bild von „{name}“ ist schon fertig.</numerusform>
            <numerusform>%Ln Bilder von „{name}“ sind schon fertig.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n videos are being restored.</source>
        <translation>
            <numerusform>%n Video wird restauriert.</numerusform>
            <numerusform>%n Videos werden restauriert.</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Name of the group, for example “Tape 3, summer of 1994”:</source>
        <translation>&amp;Name der Gruppe, zum Beispiel „Band 3, Sommer 1994“:</translation>
    </message>
    <message>
        <source>Delete it</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <source>Delete the file of “{name}”?</source>
        <translation>Die Datei von „{name}“ löschen?</translation>
    </message>
    <message>
        <source>Find the file…</source>
        <translation>Datei suchen…</translation>
    </message>
    <message>
        <source>Find “{name}”</source>
        <translation>„{name}“ suchen</translation>
    </message>
    <message>
        <source>Go on all the same</source>
        <translation>Trotzdem fortsetzen</translation>
    </message>
    <message>
        <source>Go on restoring</source>
        <translation>Weiter restaurieren</translation>
    </message>
    <message>
        <source>Go on with the old options</source>
        <translation>Mit den alten Einstellungen fortsetzen</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>Gruppe</translation>
    </message>
    <message>
        <source>Homereel cannot fetch it again. To use it later, you would have to add its file once more.</source>
        <translation>Homereel kann sie nicht noch einmal herunterladen. Um das Modell später zu benutzen, müssten Sie seine Datei wieder hinzufügen.</translation>
    </message>
    <message>
        <source>If you pause it, what is finished is kept, and it goes on from there the next time. If you throw that away, it begins anew.</source>
        <translation>Wenn Sie anhalten, bleibt erhalten, was fertig ist, und es geht beim nächsten Mal dort weiter. Wenn Sie es verwerfen, beginnt alles von vorn.</translation>
    </message>
    <message>
        <source>If you quit now, what is finished is kept, and Homereel goes on from there the next time.</source>
        <translation>Wenn Sie jetzt beenden, bleibt erhalten, was fertig ist, und Homereel macht beim nächsten Mal dort weiter.</translation>
    </message>
    <message>
        <source>It cannot be brought back. The options of your clips stay.</source>
        <translation>Sie lässt sich nicht zurückholen. Die Einstellungen Ihrer Clips bleiben.</translation>
    </message>
    <message>
        <source>It was being restored. If it was moved or renamed, show where it is, and what is finished is kept. If its disk is not connected, connect it and open Homereel again.</source>
        <translation>Es wurde gerade restauriert. Wenn es verschoben oder umbenannt wurde, zeigen Sie, wo es ist; dann bleibt erhalten, was fertig ist. Wenn sein Datenträger nicht angeschlossen ist, schließen Sie ihn an und öffnen Sie Homereel noch einmal.</translation>
    </message>
    <message>
        <source>Keep it</source>
        <translation>Behalten</translation>
    </message>
    <message>
        <source>Keep restoring</source>
        <translation>Weiter restaurieren</translation>
    </message>
    <message>
        <source>Leave it</source>
        <translation>So lassen</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>Nicht jetzt</translation>
    </message>
    <message>
        <source>Pause it</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>Pause it and quit</source>
        <translation>Anhalten und beenden</translation>
    </message>
    <message>
        <source>Remove it</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Remove the preset “{name}”?</source>
        <translation>Die Voreinstellung „{name}“ entfernen?</translation>
    </message>
    <message>
        <source>Renders go on where they stopped, and end as if nothing happened.</source>
        <translation>Es geht dort weiter, wo es aufgehört hat, und das Ergebnis ist, als wäre nichts gewesen.</translation>
    </message>
    <message>
        <source>Start again</source>
        <translation>Neu beginnen</translation>
    </message>
    <message numerus="yes">
        <source>The queue was interrupted; %n clips are left.</source>
        <translation>
            <numerusform>Die Warteschlange wurde unterbrochen; ein Clip ist noch übrig.</numerusform>
            <numerusform>Die Warteschlange wurde unterbrochen; %n Clips sind noch übrig.</numerusform>
        </translation>
    </message>
    <message>
        <source>They were made by another version or on another device ({detail}). If you go on all the same, the picture may change a little at that place.</source>
        <translation>Sie stammen von einer anderen Version oder einem anderen Gerät ({detail}). Wenn Sie trotzdem fortsetzen, kann sich das Bild an dieser Stelle ein wenig ändern.</translation>
    </message>
    <message>
        <source>They were made of another video of that name. Leave them and rename this one, or throw them away and start again.</source>
        <translation>Sie stammen von einem anderen Video dieses Namens. Lassen Sie sie so und benennen Sie dieses um, oder verwerfen Sie sie und beginnen Sie neu.</translation>
    </message>
    <message>
        <source>They were made with other options ({detail}). Leave them and choose the old ones to go on, or throw them away and start again.</source>
        <translation>Sie entstanden mit anderen Einstellungen ({detail}). Lassen Sie sie so und wählen Sie zum Fortsetzen die alten Einstellungen, oder verwerfen Sie sie und beginnen Sie neu.</translation>
    </message>
    <message>
        <source>Throw it away</source>
        <translation>Verwerfen</translation>
    </message>
    <message>
        <source>What is finished of it cannot be read, or was written by another version of Homereel.</source>
        <translation>Was davon fertig ist, lässt sich nicht lesen oder wurde von einer anderen Version von Homereel geschrieben.</translation>
    </message>
    <message>
        <source>“{name}” is being restored.</source>
        <translation>„{name}“ wird gerade restauriert.</translation>
    </message>
    <message>
        <source>“{name}” is not there any more.</source>
        <translation>„{name}“ ist nicht mehr da.</translation>
    </message>
    <message>
        <source>“{name}” was begun already.</source>
        <translation>„{name}“ wurde schon begonnen.</translation>
    </message>
</context>
<context>
    <name>QueueEnd</name>
    <message>
        <source>Homereel has finished</source>
        <translation>Homereel ist fertig</translation>
    </message>
</context>
<context>
    <name>QueueKeeping</name>
    <message>
        <source>The kept queue could not be read; it was put aside as {path}.</source>
        <translation>Die gespeicherte Warteschlange war nicht lesbar; sie wurde als {path} beiseitegelegt.</translation>
    </message>
</context>
<context>
    <name>Sentences</name>
    <message>
        <source>Add videos; then choose a look and start the queue.</source>
        <translation>Fügen Sie Videos hinzu; wählen Sie dann das Aussehen und starten Sie die Warteschlange.</translation>
    </message>
    <message>
        <source>Pauses until {time}, as you wish</source>
        <translation>Pausiert wie gewünscht bis {time}</translation>
    </message>
</context>
<context>
    <name>ShortcutsDialog</name>
    <message>
        <source>Hold for the original</source>
        <translation>Für das Original gedrückt halten</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Taste</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Tasten</translation>
    </message>
    <message>
        <source>On the timeline: a second back or forth; ten with Shift</source>
        <translation>Auf der Zeitleiste: eine Sekunde vor oder zurück; mit Umschalt zehn</translation>
    </message>
    <message>
        <source>What it does</source>
        <translation>Was sie tut</translation>
    </message>
</context>
<context>
    <name>SourceControls</name>
    <message>
        <source>Always deinterlace</source>
        <translation>Immer zu Vollbildern machen</translation>
    </message>
    <message>
        <source>Always, a picture per field</source>
        <translation>Immer, ein Bild je Halbbild</translation>
    </message>
    <message>
        <source>As it is stored</source>
        <translation>Wie gespeichert</translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation>Automatisch</translation>
    </message>
    <message>
        <source>Cut them off</source>
        <translation>Abschneiden</translation>
    </message>
    <message>
        <source>Keep them</source>
        <translation>Behalten</translation>
    </message>
    <message>
        <source>Leave as it is</source>
        <translation>So lassen</translation>
    </message>
    <message>
        <source>Paint them black</source>
        <translation>Schwarz übermalen</translation>
    </message>
    <message>
        <source>Square pixels, as stored</source>
        <translation>Quadratische Pixel</translation>
    </message>
    <message>
        <source>To the left</source>
        <translation>Nach links</translation>
    </message>
    <message>
        <source>To the right</source>
        <translation>Nach rechts</translation>
    </message>
    <message>
        <source>Upside down</source>
        <translation>Auf den Kopf</translation>
    </message>
</context>
<context>
    <name>TextDialog</name>
    <message>
        <source>&amp;Copy</source>
        <translation>&amp;Kopieren</translation>
    </message>
    <message>
        <source>One moment…</source>
        <translation>Einen Moment…</translation>
    </message>
</context>
<context>
    <name>Tile</name>
    <message>
        <source>Restoring…</source>
        <translation>Wird restauriert…</translation>
    </message>
    <message>
        <source>This is chosen now</source>
        <translation>Dies ist jetzt gewählt</translation>
    </message>
</context>
<context>
    <name>Timeline</name>
    <message numerus="yes">
        <source>%n parts, {length}</source>
        <translation>
            <numerusform>%n Teil, {length}</numerusform>
            <numerusform>%n Teile, {length}</numerusform>
        </translation>
    </message>
    <message>
        <source>At {position} of {duration}</source>
        <translation>Bei {position} von {duration}</translation>
    </message>
    <message numerus="yes">
        <source>At {position} of {duration}; restores %n parts</source>
        <translation>
            <numerusform>Bei {position} von {duration}; restauriert %n Teil</numerusform>
            <numerusform>Bei {position} von {duration}; restauriert %n Teile</numerusform>
        </translation>
    </message>
    <message>
        <source>At {position} of {duration}; restores {start} to {end}</source>
        <translation>Bei {position} von {duration}; restauriert {start} bis {end}</translation>
    </message>
    <message>
        <source>Timeline</source>
        <translation>Zeitleiste</translation>
    </message>
    <message>
        <source>from {start}</source>
        <translation>von {start}</translation>
    </message>
    <message>
        <source>until {end} · {length} of {whole}</source>
        <translation>bis {end} · {length} von {whole}</translation>
    </message>
</context>
<context>
    <name>Toolbar</name>
    <message>
        <source>Hold for the original (O)</source>
        <translation>Für das Original gedrückt halten (O)</translation>
    </message>
    <message>
        <source>How large the picture is shown</source>
        <translation>Wie groß das Bild gezeigt wird</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>Vorschau</translation>
    </message>
    <message>
        <source>Restore the marked region (P)</source>
        <translation>Markierten Ausschnitt restaurieren (P)</translation>
    </message>
    <message>
        <source>Zoom: {percent} %</source>
        <translation>Vergrößerung: {percent} %</translation>
    </message>
</context>
<context>
    <name>Tour</name>
    <message>
        <source>&amp;Back</source>
        <translation>&amp;Zurück</translation>
    </message>
    <message>
        <source>&amp;Begin</source>
        <translation>&amp;Beginnen</translation>
    </message>
    <message>
        <source>&amp;Next</source>
        <translation>&amp;Weiter</translation>
    </message>
    <message>
        <source>&amp;Skip</source>
        <translation>&amp;Überspringen</translation>
    </message>
    <message>
        <source>A short tour</source>
        <translation>Ein kurzer Rundgang</translation>
    </message>
    <message>
        <source>All of it, or your best minutes</source>
        <translation>Alles, oder Ihre schönsten Minuten</translation>
    </message>
    <message>
        <source>Choose a look</source>
        <translation>Ein Aussehen wählen</translation>
    </message>
    <message>
        <source>Click on the timeline and choose “Start here” and “End here” if you don&apos;t want the whole tape. It can be several parts, joined in one file.</source>
        <translation>Klicken Sie auf die Zeitleiste und wählen Sie „Hier beginnen“ und „Hier enden“, wenn Sie nicht die ganze Kassette wollen. Es können mehrere Teile sein, zu einer Datei verbunden.</translation>
    </message>
    <message>
        <source>Drag files or whole folders onto the window, in any format. Your originals are never changed, and nothing leaves this computer.</source>
        <translation>Ziehen Sie Dateien oder ganze Ordner auf das Fenster, in jedem Format. Ihre Originale werden nie verändert, und nichts verlässt diesen Computer.</translation>
    </message>
    <message>
        <source>Drop your tapes</source>
        <translation>Kassetten hierher ziehen</translation>
    </message>
    <message>
        <source>Let it work overnight</source>
        <translation>Über Nacht arbeiten lassen</translation>
    </message>
    <message>
        <source>Say what kind of video it is, then move the slider between smooth and detailed. “Looks” shows several side by side: click the one you like.</source>
        <translation>Sagen Sie, was für ein Video es ist, und schieben Sie dann den Regler zwischen glatt und detailreich. „Varianten“ zeigt mehrere nebeneinander: Klicken Sie auf die, die Ihnen gefällt.</translation>
    </message>
    <message>
        <source>Try a moment</source>
        <translation>Einen Moment ausprobieren</translation>
    </message>
    <message>
        <source>{number} of {count}</source>
        <translation>{number} von {count}</translation>
    </message>
    <message>
        <source>“Preview” restores the marked part for a second and shows it beside the original. Drag the frame over a face; hold O to see the original.</source>
        <translation>„Vorschau“ restauriert den markierten Teil eine Sekunde lang und zeigt ihn neben dem Original. Ziehen Sie den Rahmen auf ein Gesicht; halten Sie O, um das Original zu sehen.</translation>
    </message>
    <message>
        <source>“Restore all” goes through the list. You can pause, close the window or switch the computer off: what is finished is kept, and it goes on from there.</source>
        <translation>„Alle restaurieren“ geht die Liste durch. Sie können anhalten, das Fenster schließen oder den Computer ausschalten: Was fertig ist, bleibt erhalten, und es geht dort weiter.</translation>
    </message>
</context>
<context>
    <name>Transport</name>
    <message>
        <source> s</source>
        <translation> s</translation>
    </message>
    <message>
        <source>Frame of the preview</source>
        <translation>Bild der Vorschau</translation>
    </message>
    <message>
        <source>Preview &amp;length</source>
        <translation>&amp;Länge</translation>
    </message>
    <message>
        <source>{number} of {count}</source>
        <translation>{number} von {count}</translation>
    </message>
</context>
<context>
    <name>Variants</name>
    <message>
        <source>The whole film: about {time}</source>
        <translation>Der ganze Film: etwa {time}</translation>
    </message>
</context>
<context>
    <name>VariantsView</name>
    <message>
        <source>Back</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <source>Choose none of them (Escape)</source>
        <translation>Keines davon wählen (Esc)</translation>
    </message>
    <message>
        <source>Models</source>
        <translation>Modelle</translation>
    </message>
    <message>
        <source>Smooth to detailed</source>
        <translation>Glatt bis detailreich</translation>
    </message>
    <message>
        <source>Which do you like best?</source>
        <translation>Was gefällt am besten?</translation>
    </message>
</context>
<context>
    <name>WatchedFolder</name>
    <message>
        <source>Add new videos of a folder by &amp;themselves…</source>
        <translation>&amp;Neue Videos eines Ordners von selbst hinzufügen…</translation>
    </message>
    <message>
        <source>Add new videos of “{name}” by &amp;themselves</source>
        <translation>Neue &amp;Videos aus „{name}“ von selbst hinzufügen</translation>
    </message>
    <message>
        <source>Folder to which new videos come</source>
        <translation>Ordner, in den neue Videos kommen</translation>
    </message>
    <message>
        <source>Videos that come into “{name}” will be added.</source>
        <translation>Videos, die in „{name}“ kommen, werden hinzugefügt.</translation>
    </message>
</context>
<context>
    <name>Window</name>
    <message>
        <source>New clips will begin with these options.</source>
        <translation>Neue Clips beginnen nun mit diesen Einstellungen.</translation>
    </message>
    <message>
        <source>Stopping…</source>
        <translation>Wird angehalten…</translation>
    </message>
</context>
<context>
    <name>Wording</name>
    <message numerus="yes">
        <source>%n parts in one file, {length}</source>
        <translation>
            <numerusform>%n Teil in einer Datei, {length}</numerusform>
            <numerusform>%n Teile in einer Datei, {length}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n videos</source>
        <translation>
            <numerusform>%n Video</numerusform>
            <numerusform>%n Videos</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n videos are restored.</source>
        <translation>
            <numerusform>%n Video ist restauriert.</numerusform>
            <numerusform>%n Videos sind restauriert.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n videos could not be restored.</source>
        <translation>
            <numerusform>%n Video ließ sich nicht restaurieren.</numerusform>
            <numerusform>%n Videos ließen sich nicht restaurieren.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n videos · about {time}</source>
        <translation>
            <numerusform>%n Video · etwa {time}</numerusform>
            <numerusform>%n Videos · etwa {time}</numerusform>
        </translation>
    </message>
    <message>
        <source>4K</source>
        <translation>4K</translation>
    </message>
    <message>
        <source>A folder, not a video.</source>
        <translation>Ein Ordner, kein Video.</translation>
    </message>
    <message>
        <source>A graphics card is many times faster; without one, begin with your best minutes.</source>
        <translation>Eine Grafikkarte ist um ein Vielfaches schneller; ohne sie beginnen Sie mit Ihren schönsten Minuten.</translation>
    </message>
    <message>
        <source>A photo, not a video.</source>
        <translation>Ein Foto, kein Video.</translation>
    </message>
    <message>
        <source>About {time} left for all</source>
        <translation>Noch etwa {time} für alle</translation>
    </message>
    <message>
        <source>About {time} left, until {end}</source>
        <translation>Noch etwa {time}, bis {end}</translation>
    </message>
    <message>
        <source>About {time} left.</source>
        <translation>Noch etwa {time}.</translation>
    </message>
    <message>
        <source>Another Homereel is writing it.</source>
        <translation>Ein anderes Homereel schreibt es gerade.</translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation>Automatisch</translation>
    </message>
    <message>
        <source>Cancelled. Nothing was written.</source>
        <translation>Abgebrochen. Es wurde nichts geschrieben.</translation>
    </message>
    <message>
        <source>Done.</source>
        <translation>Fertig.</translation>
    </message>
    <message>
        <source>Encrypted (copy protection).</source>
        <translation>Verschlüsselt (Kopierschutz).</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Fehlgeschlagen</translation>
    </message>
    <message>
        <source>Finding out how fast this computer is…</source>
        <translation>Es wird gemessen, wie schnell dieser Computer ist…</translation>
    </message>
    <message>
        <source>Full HD</source>
        <translation>Full HD</translation>
    </message>
    <message>
        <source>HD</source>
        <translation>HD</translation>
    </message>
    <message>
        <source>Interrupted earlier. It goes on where it stopped.</source>
        <translation>Früher unterbrochen. Es geht weiter, wo es aufgehört hat.</translation>
    </message>
    <message>
        <source>It made the reader crash.</source>
        <translation>Der Leseprozess stürzte daran ab.</translation>
    </message>
    <message>
        <source>It was busy with other programs; it is measured again later.</source>
        <translation>Er war mit anderen Programmen beschäftigt; es wird später noch einmal gemessen.</translation>
    </message>
    <message>
        <source>Its disk is too full.</source>
        <translation>Sein Datenträger ist zu voll.</translation>
    </message>
    <message>
        <source>Its graphics card ({card}) is not used yet and would be many times faster: “Clips, Graphics card” says what it needs.</source>
        <translation>Die Grafikkarte ({card}) wird noch nicht verwendet und wäre um ein Vielfaches schneller: „Clips, Grafikkarte“ sagt, was sie braucht.</translation>
    </message>
    <message>
        <source>Left alone: it may crash Homereel.</source>
        <translation>In Ruhe gelassen: könnte Homereel abstürzen lassen.</translation>
    </message>
    <message>
        <source>Left as it is: what is finished does not fit. Start it again to decide.</source>
        <translation>Unverändert: Was fertig ist, passt nicht. Starten Sie noch einmal, um zu entscheiden.</translation>
    </message>
    <message>
        <source>Looking at it…</source>
        <translation>Wird angesehen…</translation>
    </message>
    <message>
        <source>May not be read by you.</source>
        <translation>Dürfen Sie nicht lesen.</translation>
    </message>
    <message>
        <source>No picture in it, only sound or data.</source>
        <translation>Kein Bild darin, nur Ton oder Daten.</translation>
    </message>
    <message>
        <source>No picture in the chosen part.</source>
        <translation>Kein Bild im gewählten Teil.</translation>
    </message>
    <message>
        <source>No video, or its beginning is lost.</source>
        <translation>Kein Video, oder sein Anfang ist verloren.</translation>
    </message>
    <message>
        <source>Not found. Is its disk connected?</source>
        <translation>Nicht gefunden. Ist der Datenträger angeschlossen?</translation>
    </message>
    <message>
        <source>Not found; it was begun already.</source>
        <translation>Nicht gefunden; es wurde schon begonnen.</translation>
    </message>
    <message>
        <source>On this computer an hour from a PAL tape takes about {time}.</source>
        <translation>Auf diesem Computer dauert eine Stunde von einer PAL-Kassette etwa {time}.</translation>
    </message>
    <message>
        <source>Original size</source>
        <translation>Originalgröße</translation>
    </message>
    <message>
        <source>Paused at {percent}. It goes on there or a little before.</source>
        <translation>Bei {percent} angehalten. Es geht dort oder kurz davor weiter.</translation>
    </message>
    <message>
        <source>Paused at {percent}; its options were changed since. Undo that to go on.</source>
        <translation>Bei {percent} angehalten; die Einstellungen wurden seither geändert. Machen Sie das rückgängig, um fortzusetzen.</translation>
    </message>
    <message>
        <source>Paused.</source>
        <translation>Angehalten.</translation>
    </message>
    <message>
        <source>Reading failed. Check its disk.</source>
        <translation>Lesen fehlgeschlagen. Prüfen Sie den Datenträger.</translation>
    </message>
    <message>
        <source>Restoring the first frames…</source>
        <translation>Die ersten Bilder werden restauriert…</translation>
    </message>
    <message>
        <source>Starting…</source>
        <translation>Wird gestartet…</translation>
    </message>
    <message>
        <source>Stopping…</source>
        <translation>Wird angehalten…</translation>
    </message>
    <message>
        <source>Takes about {time} on this computer.</source>
        <translation>Dauert auf diesem Computer etwa {time}.</translation>
    </message>
    <message>
        <source>The encoder failed.</source>
        <translation>Der Encoder ist gescheitert.</translation>
    </message>
    <message>
        <source>The file is empty.</source>
        <translation>Die Datei ist leer.</translation>
    </message>
    <message>
        <source>The file was changed in the meantime.</source>
        <translation>Die Datei wurde inzwischen verändert.</translation>
    </message>
    <message>
        <source>The output folder has gone.</source>
        <translation>Der Ausgabeordner ist verschwunden.</translation>
    </message>
    <message>
        <source>The output folder is locked.</source>
        <translation>Der Ausgabeordner ist gesperrt.</translation>
    </message>
    <message>
        <source>Too damaged, or encrypted.</source>
        <translation>Zu stark beschädigt oder verschlüsselt.</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>Wartet</translation>
    </message>
    <message>
        <source>Waiting · about {time}</source>
        <translation>Wartet · etwa {time}</translation>
    </message>
    <message>
        <source>Waiting · about {time}, done at {end}</source>
        <translation>Wartet · etwa {time}, fertig um {end}</translation>
    </message>
    <message>
        <source>Writes “{name}” beside the original, {size} pixels.</source>
        <translation>Schreibt „{name}“ neben das Original, {size} Pixel.</translation>
    </message>
    <message>
        <source>Writes “{name}” in “{folder}”, {size} pixels.</source>
        <translation>Schreibt „{name}“ in „{folder}“, {size} Pixel.</translation>
    </message>
    <message>
        <source>Writing failed. Check the disk.</source>
        <translation>Schreiben fehlgeschlagen. Prüfen Sie den Datenträger.</translation>
    </message>
    <message>
        <source>Writing “{name}” to {folder}.</source>
        <translation>Schreibt „{name}“ nach {folder}.</translation>
    </message>
    <message>
        <source>about {time}</source>
        <translation>etwa {time}</translation>
    </message>
    <message>
        <source>{factor} times</source>
        <translation>{factor}-fach</translation>
    </message>
    <message>
        <source>{facts} · looking for faults…</source>
        <translation>{facts} · Fehler werden gesucht…</translation>
    </message>
    <message>
        <source>{percent} · {name} – Homereel</source>
        <translation>{percent} · {name} – Homereel</translation>
    </message>
    <message>
        <source>{percent} · {time} left</source>
        <translation>{percent} · noch {time}</translation>
    </message>
    <message>
        <source>{percent} · {time} left, done at {end}</source>
        <translation>{percent} · noch {time}, fertig um {end}</translation>
    </message>
    <message>
        <source>{room} GB free.</source>
        <translation>{room} GB frei.</translation>
    </message>
    <message>
        <source>{start} to {end}</source>
        <translation>{start} bis {end}</translation>
    </message>
    <message>
        <source>“{name}” is in {folder}.</source>
        <translation>„{name}“ liegt in {folder}.</translation>
    </message>
</context>
<context>
    <name>argparse</name>
    <message>
        <source>%(heading)s:</source>
        <translation>%(heading)s:</translation>
    </message>
    <message>
        <source>%(prog)s: error: %(message)s
</source>
        <translation>%(prog)s: Fehler: %(message)s
</translation>
    </message>
    <message>
        <source>argument %(argument_name)s: %(message)s</source>
        <translation>Argument %(argument_name)s: %(message)s</translation>
    </message>
    <message>
        <source>expected at least one argument</source>
        <translation>mindestens ein Argument wird erwartet</translation>
    </message>
    <message>
        <source>expected at most one argument</source>
        <translation>höchstens ein Argument wird erwartet</translation>
    </message>
    <message>
        <source>expected one argument</source>
        <translation>ein Argument wird erwartet</translation>
    </message>
    <message>
        <source>ignored explicit argument %r</source>
        <translation>überflüssiges Argument %r</translation>
    </message>
    <message>
        <source>invalid choice: %(value)r (choose from %(choices)s)</source>
        <translation>ungültige Auswahl: %(value)r (möglich sind %(choices)s)</translation>
    </message>
    <message>
        <source>not allowed with argument %s</source>
        <translation>nicht zusammen mit Argument %s erlaubt</translation>
    </message>
    <message>
        <source>options</source>
        <translation>Optionen</translation>
    </message>
    <message>
        <source>positional arguments</source>
        <translation>Argumente</translation>
    </message>
    <message>
        <source>show program&apos;s version number and exit</source>
        <translation>die Versionsnummer anzeigen und beenden</translation>
    </message>
    <message>
        <source>show this help message and exit</source>
        <translation>diese Hilfe anzeigen und beenden</translation>
    </message>
    <message>
        <source>the following arguments are required: %s</source>
        <translation>diese Argumente fehlen: %s</translation>
    </message>
    <message>
        <source>unrecognized arguments: %s</source>
        <translation>unbekannte Argumente: %s</translation>
    </message>
    <message>
        <source>usage: </source>
        <translation>Aufruf: </translation>
    </message>
</context>
<context>
    <name>arguments</name>
    <message>
        <source>(every model that is installed)</source>
        <translation>(jedes installierte Modell)</translation>
    </message>
    <message>
        <source>(not installed)</source>
        <translation>(nicht installiert)</translation>
    </message>
    <message>
        <source>(the one for this card)</source>
        <translation>(das für diese Karte)</translation>
    </message>
    <message>
        <source>--bits is for --codec png and tiff</source>
        <translation>--bits ist für --codec png und tiff</translation>
    </message>
    <message>
        <source>--denoise has no meaning for {model}: it is not mixed of two</source>
        <translation>--denoise hat bei {model} keine Bedeutung: es ist nicht aus zweien gemischt</translation>
    </message>
    <message>
        <source>--end must be later than --start</source>
        <translation>--end muss nach --start liegen</translation>
    </message>
    <message>
        <source>--join makes no numbered pictures</source>
        <translation>--join macht keine nummerierten Bilder</translation>
    </message>
    <message>
        <source>--join needs at least two --range</source>
        <translation>--join braucht mindestens zwei --range</translation>
    </message>
    <message>
        <source>--join, and --range of several sources, take one computer</source>
        <translation>--join und --range mit mehreren Quellen gehen nur mit einem Computer</translation>
    </message>
    <message>
        <source>--others-only is for --cluster</source>
        <translation>--others-only gehört zu --cluster</translation>
    </message>
    <message>
        <source>--quality of {codec} goes to {highest}</source>
        <translation>--quality von {codec} reicht bis {highest}</translation>
    </message>
    <message>
        <source>--quality of {codec} is fixed</source>
        <translation>--quality von {codec} ist fest</translation>
    </message>
    <message>
        <source>--range takes the place of --start and --end</source>
        <translation>--range steht anstelle von --start und --end</translation>
    </message>
    <message>
        <source>--split looks for parts by itself: leave out --range</source>
        <translation>--split sucht selbst nach Teilen: lassen Sie --range weg</translation>
    </message>
    <message>
        <source>--steady has no meaning for {model}: it looks at many pictures at once</source>
        <translation>--steady hat bei {model} keine Bedeutung: es sieht viele Bilder zugleich an</translation>
    </message>
    <message>
        <source>--threshold has no meaning for {model}: it does not clean frames</source>
        <translation>--threshold hat bei {model} keine Bedeutung: es reinigt keine Bilder</translation>
    </message>
    <message>
        <source>-o names one file; --join makes one of several ranges</source>
        <translation>-o benennt eine Datei; --join macht eine aus mehreren Bereichen</translation>
    </message>
    <message>
        <source>-o names one file; with --split use --output-dir</source>
        <translation>-o benennt eine Datei; nehmen Sie bei --split --output-dir</translation>
    </message>
    <message>
        <source>-o names one file; with several sources use --output-dir</source>
        <translation>-o nennt eine Datei; nehmen Sie bei mehreren Quellen --output-dir</translation>
    </message>
    <message>
        <source>-o {path} does not end in .{container}</source>
        <translation>-o {path} endet nicht auf .{container}</translation>
    </message>
    <message>
        <source>-o {path} has to end in one of {known}</source>
        <translation>-o {path} muss mit einer von {known} enden</translation>
    </message>
    <message>
        <source>-o {path} is a folder; use --output-dir</source>
        <translation>-o {path} ist ein Ordner; nehmen Sie --output-dir</translation>
    </message>
    <message>
        <source>.safetensors, or .pth</source>
        <translation>.safetensors oder .pth</translation>
    </message>
    <message>
        <source>Restore old family videos on your own computer.</source>
        <translation>Alte Familienvideos auf dem eigenen Computer restaurieren.</translation>
    </message>
    <message>
        <source>a folder for the outputs (default: beside)</source>
        <translation>ein Ordner für die Ergebnisse (Vorgabe: neben der Quelle)</translation>
    </message>
    <message>
        <source>a part to restore, as 0:10-1:30; given several times, each is a file</source>
        <translation>ein Teil, der restauriert wird, wie 0:10-1:30; mehrmals angegeben wird jeder eine Datei</translation>
    </message>
    <message>
        <source>a video, a folder of videos, or numbered pictures: their folder, or a pattern like scan_*.dpx</source>
        <translation>ein Video, ein Ordner mit Videos oder nummerierte Bilder: ihr Ordner oder ein Muster wie scan_*.dpx</translation>
    </message>
    <message>
        <source>a video, or numbered pictures: their folder, or a pattern like scan_*.dpx</source>
        <translation>ein Video, oder nummerierte Bilder: ihr Ordner oder ein Muster wie scan_*.dpx</translation>
    </message>
    <message>
        <source>as one JSON list</source>
        <translation>als eine JSON-Liste</translation>
    </message>
    <message>
        <source>as one JSON object</source>
        <translation>als ein JSON-Objekt</translation>
    </message>
    <message>
        <source>ask on the internet whether there is a newer version</source>
        <translation>im Internet nachfragen, ob es eine neuere Version gibt</translation>
    </message>
    <message>
        <source>delete a key file, and refuse its copies on this computer</source>
        <translation>eine Schlüsseldatei löschen und ihre Kopien auf diesem Computer abweisen</translation>
    </message>
    <message>
        <source>delete the file of a model</source>
        <translation>die Datei eines Modells löschen</translation>
    </message>
    <message>
        <source>download a model</source>
        <translation>ein Modell herunterladen</translation>
    </message>
    <message>
        <source>download it, test it, and use it from now on</source>
        <translation>es herunterladen, prüfen und von nun an verwenden</translation>
    </message>
    <message>
        <source>go back to the processor&apos;s, and free the room</source>
        <translation>zurück zur Ausführung für den Prozessor, und Platz schaffen</translation>
    </message>
    <message>
        <source>go on with an interrupted render although program, model file or device have changed (by itself it goes on where nothing has)</source>
        <translation>eine unterbrochene Restaurierung fortsetzen, obwohl sich Programm, Modelldatei oder Gerät geändert haben (von selbst geht sie weiter, wo sich nichts geändert hat)</translation>
    </message>
    <message>
        <source>how long it is valid ({days})</source>
        <translation>wie lange er gilt ({days})</translation>
    </message>
    <message>
        <source>how the result looks, and how it is stored</source>
        <translation>wie das Ergebnis aussieht und wie es gespeichert wird</translation>
    </message>
    <message>
        <source>install a model file from this computer</source>
        <translation>eine Modelldatei von diesem Computer installieren</translation>
    </message>
    <message>
        <source>its author&apos;s terms (unknown)</source>
        <translation>die Bedingungen des Autors (unbekannt)</translation>
    </message>
    <message>
        <source>join all ranges in one file, in the order given</source>
        <translation>alle Bereiche in der angegebenen Reihenfolge zu einer Datei verbinden</translation>
    </message>
    <message>
        <source>list, fetch and remove PyTorch for this machine&apos;s card</source>
        <translation>PyTorch für die Karte dieses Computers auflisten, holen und entfernen</translation>
    </message>
    <message>
        <source>list, fetch, import, add and remove models</source>
        <translation>Modelle auflisten, holen, importieren, hinzufügen und entfernen</translation>
    </message>
    <message>
        <source>machine</source>
        <translation>Rechner</translation>
    </message>
    <message>
        <source>make a key file; copy it to the other computers</source>
        <translation>eine Schlüsseldatei erstellen; kopieren Sie sie auf die anderen Computer</translation>
    </message>
    <message>
        <source>make and revoke keys for other computers</source>
        <translation>Schlüssel für andere Computer erstellen und widerrufen</translation>
    </message>
    <message>
        <source>measure how natural videos look, and their sources beside them</source>
        <translation>messen, wie natürlich Videos aussehen, und daneben ihre Quellen</translation>
    </message>
    <message>
        <source>measure what this machine can do, and what that means for a tape</source>
        <translation>messen, was dieser Computer kann und was das für eine Kassette bedeutet</translation>
    </message>
    <message>
        <source>of this computer, as the others reach it ({address}: only programs on this computer)</source>
        <translation>dieses Computers, wie ihn die anderen erreichen ({address}: nur Programme auf diesem Computer)</translation>
    </message>
    <message>
        <source>one event per line on stdout</source>
        <translation>ein Ereignis je Zeile auf der Standardausgabe</translation>
    </message>
    <message>
        <source>one file for each recording of a DV tape, named by its date, or for each shot</source>
        <translation>eine Datei für jede Aufnahme einer DV-Kassette, nach ihrem Datum benannt, oder für jede Szene</translation>
    </message>
    <message>
        <source>one of the commands below; “homereel COMMAND --help” explains it</source>
        <translation>einer der Befehle unten; „homereel COMMAND --help“ erklärt ihn</translation>
    </message>
    <message>
        <source>open the window, with these files queued</source>
        <translation>das Fenster öffnen, mit diesen Dateien in der Liste</translation>
    </message>
    <message>
        <source>parameters of BRISQUE in LIBSVM&apos;s format: brisque/models/svm.txt of the Python package “brisque”, or “allmodel” of its authors</source>
        <translation>Parameter von BRISQUE im Format von LIBSVM: brisque/models/svm.txt des Python-Pakets „brisque“ oder „allmodel“ der Autoren</translation>
    </message>
    <message>
        <source>parameters of NIQE: niqe_pris_params.npz of BasicSR (default: the file of this name in the folder of the models)</source>
        <translation>Parameter von NIQE: niqe_pris_params.npz von BasicSR (Vorgabe: die Datei dieses Namens im Ordner der Modelle)</translation>
    </message>
    <message>
        <source>remove unfinished renders that nobody works on; asks about each on a terminal</source>
        <translation>unfertige Restaurierungen entfernen, an denen niemand arbeitet; fragt am Terminal bei jeder nach</translation>
    </message>
    <message>
        <source>replace an existing output</source>
        <translation>eine vorhandene Ausgabe ersetzen</translation>
    </message>
    <message>
        <source>restore a small made clip, resume it after a crash, open the window off-screen: does this installation work?</source>
        <translation>einen kleinen künstlichen Clip restaurieren, nach einem Absturz fortsetzen, das Fenster unsichtbar öffnen: funktioniert diese Installation?</translation>
    </message>
    <message>
        <source>restore for the other computers of a key</source>
        <translation>für die anderen Computer eines Schlüssels restaurieren</translation>
    </message>
    <message>
        <source>restore videos</source>
        <translation>Videos restaurieren</translation>
    </message>
    <message>
        <source>say what a video is and what Homereel would do with it</source>
        <translation>sagen, was ein Video ist und was Homereel damit tun würde</translation>
    </message>
    <message>
        <source>share the work with the computers where “homereel worker FILE” runs</source>
        <translation>die Arbeit mit den Computern teilen, auf denen „homereel worker FILE“ läuft</translation>
    </message>
    <message>
        <source>take an image model of others that spandrel knows</source>
        <translation>ein fremdes Bildmodell übernehmen, das spandrel kennt</translation>
    </message>
    <message>
        <source>the cards that were found, and what fits them (default)</source>
        <translation>die gefundenen Karten und was zu ihnen passt (Vorgabe)</translation>
    </message>
    <message>
        <source>the job</source>
        <translation>der Auftrag</translation>
    </message>
    <message>
        <source>the models and whether they are installed (default)</source>
        <translation>die Modelle und ob sie installiert sind (Vorgabe)</translation>
    </message>
    <message>
        <source>the output file</source>
        <translation>die Ausgabedatei</translation>
    </message>
    <message>
        <source>this computer reads, hands out and joins, the others restore</source>
        <translation>dieser Computer liest, verteilt und fügt zusammen, die anderen restaurieren</translation>
    </message>
    <message>
        <source>throw away what an interrupted render has finished, and start again</source>
        <translation>verwerfen, was von einer unterbrochenen Restaurierung fertig ist, und neu beginnen</translation>
    </message>
    <message>
        <source>to choose it by (that of the file)</source>
        <translation>Name, unter dem es gewählt wird (der der Datei)</translation>
    </message>
    <message>
        <source>versions, devices, encoders, model files, unfinished renders: one page for a bug report</source>
        <translation>Versionen, Geräte, Encoder, Modelldateien, unfertige Restaurierungen: eine Seite für einen Fehlerbericht</translation>
    </message>
    <message>
        <source>videos, folders of videos, folders of pictures; frames 0, 50 and 99 of each count</source>
        <translation>Videos, Ordner mit Videos, Ordner mit Bildern; von jedem zählen die Bilder 0, 50 und 99</translation>
    </message>
    <message>
        <source>what the others call this computer (its own name)</source>
        <translation>wie die anderen diesen Computer nennen (sein eigener Name)</translation>
    </message>
    <message>
        <source>what the source is, and which part of it is restored</source>
        <translation>was die Quelle ist und welcher Teil davon restauriert wird</translation>
    </message>
    <message>
        <source>where the sources are (beside the results; “NAME restored.mp4” is made of NAME)</source>
        <translation>wo die Quellen liegen (neben den Ergebnissen; „NAME restored.mp4“ stammt von NAME)</translation>
    </message>
    <message>
        <source>{names}, or one of your own; what is given beside it wins</source>
        <translation>{names} oder eine eigene; was daneben angegeben ist, hat Vorrang</translation>
    </message>
    <message>
        <source>{text} is no number from {lowest} to {highest}</source>
        <translation>{text} ist keine Zahl von {lowest} bis {highest}</translation>
    </message>
</context>
<context>
    <name>card</name>
    <message>
        <source>Fetch it ({size})</source>
        <translation>Holen ({size})</translation>
    </message>
    <message>
        <source>For that it needs PyTorch&apos;s build “{runtime}”. It is fetched from where PyTorch and the maker of the card publish it, under the maker&apos;s terms, and takes about {room} on the disk meanwhile. It is used only if it computes correctly here; otherwise all stays as it is.</source>
        <translation>Dafür braucht sie die PyTorch-Ausführung „{runtime}“. Diese wird dort geholt, wo PyTorch und der Hersteller der Karte sie veröffentlichen, zu den Bedingungen des Herstellers, und belegt währenddessen etwa {room} auf dem Datenträger. Sie wird nur verwendet, wenn sie hier richtig rechnet; sonst bleibt alles, wie es ist.</translation>
    </message>
    <message>
        <source>Go on fetching ({size})</source>
        <translation>Weiter holen ({size})</translation>
    </message>
    <message>
        <source>No graphics card was found that Homereel can use. It works with the processor; a card of NVIDIA&apos;s would be many times faster.</source>
        <translation>Es wurde keine Grafikkarte gefunden, die Homereel verwenden kann. Es arbeitet mit dem Prozessor; eine Karte von NVIDIA wäre um ein Vielfaches schneller.</translation>
    </message>
    <message>
        <source>The graphics card is used: {card}.</source>
        <translation>Die Grafikkarte wird verwendet: {card}.</translation>
    </message>
    <message>
        <source>The graphics card {card} could be used, but its driver is too old: it has to be {version} or newer.</source>
        <translation>Die Grafikkarte {card} könnte verwendet werden, aber ihr Treiber ist zu alt: Er muss {version} oder neuer sein.</translation>
    </message>
    <message>
        <source>The graphics card {card} is not used yet, and would be many times faster than the processor.</source>
        <translation>Die Grafikkarte {card} wird noch nicht verwendet und wäre um ein Vielfaches schneller als der Prozessor.</translation>
    </message>
    <message>
        <source>The graphics card {card} is not used: there is no build of PyTorch for it to fetch in this version. Where Homereel was installed with Python, install the one that is named at pytorch.org/get-started/locally.</source>
        <translation>Die Grafikkarte {card} wird nicht verwendet: In dieser Version gibt es für sie keine PyTorch-Ausführung zu holen. Wurde Homereel mit Python installiert, installieren Sie die, die unter pytorch.org/get-started/locally genannt ist.</translation>
    </message>
    <message>
        <source>The graphics card {card} is used when you open Homereel again.</source>
        <translation>Die Grafikkarte {card} wird verwendet, wenn Sie Homereel das nächste Mal öffnen.</translation>
    </message>
</context>
<context>
    <name>chips</name>
    <message>
        <source>Black borders</source>
        <translation>Schwarze Ränder</translation>
    </message>
    <message>
        <source>Colours displaced</source>
        <translation>Farben verschoben</translation>
    </message>
    <message>
        <source>Damaged</source>
        <translation>Beschädigt</translation>
    </message>
    <message>
        <source>Double contours</source>
        <translation>Doppelte Konturen</translation>
    </message>
    <message>
        <source>Dust</source>
        <translation>Staub</translation>
    </message>
    <message>
        <source>Faded</source>
        <translation>Verblasst</translation>
    </message>
    <message>
        <source>Film of a DVD</source>
        <translation>Film einer DVD</translation>
    </message>
    <message>
        <source>Flicker</source>
        <translation>Flackern</translation>
    </message>
    <message>
        <source>HDR</source>
        <translation>HDR</translation>
    </message>
    <message>
        <source>Interlaced</source>
        <translation>Halbbilder</translation>
    </message>
    <message>
        <source>Mirrored</source>
        <translation>Gespiegelt</translation>
    </message>
    <message>
        <source>No colour tags</source>
        <translation>Ohne Farbangabe</translation>
    </message>
    <message>
        <source>Numbered pictures</source>
        <translation>Nummerierte Bilder</translation>
    </message>
    <message>
        <source>On its side</source>
        <translation>Auf der Seite</translation>
    </message>
    <message>
        <source>Original sound as well</source>
        <translation>Auch der Originalton</translation>
    </message>
    <message>
        <source>Pixels not square</source>
        <translation>Pixel nicht quadratisch</translation>
    </message>
    <message>
        <source>Ragged lines</source>
        <translation>Ausgefranste Zeilen</translation>
    </message>
    <message>
        <source>Rainbows</source>
        <translation>Regenbogen</translation>
    </message>
    <message>
        <source>Repeated pictures</source>
        <translation>Wiederholte Bilder</translation>
    </message>
    <message>
        <source>Several recordings</source>
        <translation>Mehrere Aufnahmen</translation>
    </message>
    <message>
        <source>Streaks of lost tape</source>
        <translation>Aussetzer des Bandes</translation>
    </message>
    <message>
        <source>Torn lines at the edge</source>
        <translation>Verrissene Randzeilen</translation>
    </message>
    <message>
        <source>Trembling hand</source>
        <translation>Zittrige Hand</translation>
    </message>
    <message>
        <source>Uneven frame times</source>
        <translation>Ungleiche Bildzeiten</translation>
    </message>
    <message>
        <source>the sound of the source stays as a second track</source>
        <translation>der Ton der Quelle bleibt als zweite Spur</translation>
    </message>
</context>
<context>
    <name>clock</name>
    <message numerus="yes">
        <source>%n days</source>
        <translation>
            <numerusform>%n Tag</numerusform>
            <numerusform>%n Tage</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hours</source>
        <translation>
            <numerusform>%n Stunde</numerusform>
            <numerusform>%n Stunden</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n minutes</source>
        <translation>
            <numerusform>%n Minute</numerusform>
            <numerusform>%n Minuten</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n seconds</source>
        <translation>
            <numerusform>%n Sekunde</numerusform>
            <numerusform>%n Sekunden</numerusform>
        </translation>
    </message>
    <message>
        <source>{count} min</source>
        <translation>{count} min</translation>
    </message>
    <message>
        <source>{count} s</source>
        <translation>{count} s</translation>
    </message>
    <message>
        <source>{count} seconds</source>
        <translation>{count} Sekunden</translation>
    </message>
    <message>
        <source>{hours} h {minutes} min</source>
        <translation>{hours} h {minutes} min</translation>
    </message>
</context>
<context>
    <name>commands</name>
    <message numerus="yes">
        <source>%n files continue the film of a file before them, and are restored with it.</source>
        <translation>
            <numerusform>%n Datei setzt den Film einer Datei davor fort und wird mit ihr restauriert.</numerusform>
            <numerusform>%n Dateien setzen den Film einer Datei davor fort und werden mit ihr restauriert.</numerusform>
        </translation>
    </message>
    <message>
        <source>Both measures need a file of parameters that does not come with the program; see “homereel score --help”.</source>
        <translation>Beide Maße brauchen eine Parameterdatei, die dem Programm nicht beiliegt; siehe „homereel score --help“.</translation>
    </message>
    <message>
        <source>Cancelled; “homereel models fetch {name}” goes on from here.</source>
        <translation>Abgebrochen; „homereel models fetch {name}“ macht hier weiter.</translation>
    </message>
    <message>
        <source>Cancelled; “homereel runtime fetch” goes on from here.</source>
        <translation>Abgebrochen; „homereel runtime fetch“ macht hier weiter.</translation>
    </message>
    <message>
        <source>Everything works.</source>
        <translation>Alles funktioniert.</translation>
    </message>
    <message>
        <source>FAILED</source>
        <translation>FEHLER</translation>
    </message>
    <message>
        <source>Here: homereel restore FILM --cluster {path}</source>
        <translation>Hier: homereel restore FILM --cluster {path}</translation>
    </message>
    <message>
        <source>Homereel {version}: testing this installation takes a minute or two.</source>
        <translation>Homereel {version}: Die Prüfung dieser Installation dauert ein bis zwei Minuten.</translation>
    </message>
    <message>
        <source>Joined the computer at {address}.</source>
        <translation>Mit dem Computer unter {address} verbunden.</translation>
    </message>
    <message>
        <source>Leave out the sources before {source} then: they had their turn, and would be restored once more.</source>
        <translation>Lassen Sie dann die Quellen vor {source} weg: Sie waren schon dran und würden noch einmal restauriert.</translation>
    </message>
    <message>
        <source>Licence: {licence}</source>
        <translation>Lizenz: {licence}</translation>
    </message>
    <message>
        <source>No temporary files can be written here ({detail}).</source>
        <translation>Hier lassen sich keine temporären Dateien schreiben ({detail}).</translation>
    </message>
    <message>
        <source>Nobody hands out work at {address} yet; waiting.</source>
        <translation>Unter {address} verteilt noch niemand Arbeit; es wird gewartet.</translation>
    </message>
    <message>
        <source>On the other computers, with a copy of it: homereel worker {path}</source>
        <translation>Auf den anderen Computern, mit einer Kopie davon: homereel worker {path}</translation>
    </message>
    <message>
        <source>Only this computer itself can be reached at {address}. For others, make a key with its address in your network: --address {own}</source>
        <translation>Unter {address} erreicht sich nur dieser Computer selbst. Für andere erstellen Sie einen Schlüssel mit seiner Adresse in Ihrem Netzwerk: --address {own}</translation>
    </message>
    <message>
        <source>Other users of this computer can read {path}; make it readable to you only.</source>
        <translation>Andere Benutzer dieses Computers können {path} lesen; machen Sie die Datei nur für sich selbst lesbar.</translation>
    </message>
    <message>
        <source>Remove {folder}? [y/N] </source>
        <translation>{folder} entfernen? [j/N] </translation>
    </message>
    <message>
        <source>Removed {folder}</source>
        <translation>Entfernt: {folder}</translation>
    </message>
    <message>
        <source>Restoring a stretch of {detail}.</source>
        <translation>Ein Abschnitt von {detail} wird restauriert.</translation>
    </message>
    <message>
        <source>Something does not work; see above.</source>
        <translation>Etwas funktioniert nicht; siehe oben.</translation>
    </message>
    <message>
        <source>The computer at {address} has no more work.</source>
        <translation>Der Computer unter {address} hat keine Arbeit mehr.</translation>
    </message>
    <message>
        <source>The computer at {address} refuses this key: it has another one, or the clocks differ by days.</source>
        <translation>Der Computer unter {address} weist diesen Schlüssel ab: Er hat einen anderen, oder die Uhren gehen um Tage auseinander.</translation>
    </message>
    <message>
        <source>The window cannot open, since Qt lacks a library of your system ({library}); install it.</source>
        <translation>Das Fenster lässt sich nicht öffnen, weil Qt eine Bibliothek Ihres Systems fehlt ({library}); installieren Sie sie.</translation>
    </message>
    <message>
        <source>There is no screen here; use “homereel restore” instead of the window.</source>
        <translation>Hier gibt es keinen Bildschirm; nehmen Sie „homereel restore“ statt des Fensters.</translation>
    </message>
    <message>
        <source>There is no video and no folder of pictures to score.</source>
        <translation>Da ist kein Video und kein Ordner mit Bildern zu bewerten.</translation>
    </message>
    <message>
        <source>Under which licence does its author give it away? [unknown] </source>
        <translation>Unter welcher Lizenz gibt der Autor es weiter? [unbekannt] </translation>
    </message>
    <message>
        <source>Use it with “homereel restore --model {model} …”.</source>
        <translation>Verwenden Sie es mit „homereel restore --model {model} …“.</translation>
    </message>
    <message>
        <source>measuring {model}</source>
        <translation>{model} wird gemessen</translation>
    </message>
    <message>
        <source>passed</source>
        <translation>bestanden</translation>
    </message>
    <message>
        <source>scoring {name}</source>
        <translation>{name} wird bewertet</translation>
    </message>
    <message>
        <source>y</source>
        <comment>the letter for yes in [y/N]</comment>
        <translation>j</translation>
    </message>
    <message>
        <source>{done} of {total}</source>
        <translation>{done} von {total}</translation>
    </message>
    <message numerus="yes">
        <source>{folder} (%n finished frames of {output}, {size})</source>
        <translation>
            <numerusform>{folder} (%n fertiges Bild von {output}, {size})</numerusform>
            <numerusform>{folder} (%n fertige Bilder von {output}, {size})</numerusform>
        </translation>
    </message>
    <message>
        <source>{folder} could not be removed.</source>
        <translation>{folder} ließ sich nicht entfernen.</translation>
    </message>
    <message>
        <source>{model} is installed.</source>
        <translation>{model} ist installiert.</translation>
    </message>
    <message>
        <source>{model} is installed: {path}</source>
        <translation>{model} ist installiert: {path}</translation>
    </message>
    <message>
        <source>{name} is neither a command nor a file</source>
        <translation>{name} ist weder ein Befehl noch eine Datei</translation>
    </message>
    <message>
        <source>{path} exists already; choose another name, or replace it by --overwrite.</source>
        <translation>{path} gibt es schon; wählen Sie einen anderen Namen, oder ersetzen Sie die Datei mit --overwrite.</translation>
    </message>
    <message>
        <source>{path} is a key: who has it can let this computer work for them, and read the films that it restores with others. It is valid until {date}.</source>
        <translation>{path} ist ein Schlüssel: Wer ihn hat, kann diesen Computer für sich arbeiten lassen und die Filme lesen, die dieser mit anderen restauriert. Der Schlüssel gilt bis {date}.</translation>
    </message>
    <message>
        <source>{path} is deleted, and its copies are refused on this computer; delete them on the others.</source>
        <translation>{path} ist gelöscht, und Kopien davon werden auf diesem Computer abgewiesen; löschen Sie sie auf den anderen.</translation>
    </message>
    <message>
        <source>{runtime} works, and is used from the next start on.</source>
        <translation>{runtime} funktioniert und wird ab dem nächsten Start verwendet.</translation>
    </message>
    <message>
        <source>{size} freed; the processor&apos;s build is used.</source>
        <translation>{size} frei geworden; die Ausführung für den Prozessor wird verwendet.</translation>
    </message>
    <message>
        <source>{size} freed; {model} is not installed any more.</source>
        <translation>{size} frei geworden; {model} ist nicht mehr installiert.</translation>
    </message>
</context>
<context>
    <name>console</name>
    <message numerus="yes">
        <source>%n frames are finished</source>
        <translation>
            <numerusform>%n Bild ist fertig</numerusform>
            <numerusform>%n Bilder sind fertig</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n frames in {time}</source>
        <translation>
            <numerusform>%n Bild in {time}</numerusform>
            <numerusform>%n Bilder in {time}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n frames in {time}, cleaned {passes} times on average</source>
        <translation>
            <numerusform>%n Bild in {time}, im Mittel {passes}-mal gereinigt</numerusform>
            <numerusform>%n Bilder in {time}, im Mittel {passes}-mal gereinigt</numerusform>
        </translation>
    </message>
    <message>
        <source>Going on with {source} to {output} ({how})</source>
        <translation>{source} wird fortgesetzt nach {output} ({how})</translation>
    </message>
    <message>
        <source>Restoring {source} to {output} ({how})</source>
        <translation>{source} wird restauriert nach {output} ({how})</translation>
    </message>
    <message>
        <source>about {time}</source>
        <translation>etwa {time}</translation>
    </message>
    <message>
        <source>frame {frame}</source>
        <translation>Bild {frame}</translation>
    </message>
    <message>
        <source>frame {frame} of {total}</source>
        <translation>Bild {frame} von {total}</translation>
    </message>
    <message>
        <source>{peer} has joined.</source>
        <translation>{peer} ist dazugekommen.</translation>
    </message>
    <message>
        <source>{size}, without a network on {device}</source>
        <translation>{size}, ohne Netz auf {device}</translation>
    </message>
    <message>
        <source>{size}, {model} on {device}</source>
        <translation>{size}, {model} auf {device}</translation>
    </message>
    <message>
        <source>{speed:.3g} frames/s</source>
        <translation>{speed:.3g} Bilder/s</translation>
    </message>
    <message>
        <source>{time} left</source>
        <translation>noch {time}</translation>
    </message>
</context>
<context>
    <name>faults</name>
    <message>
        <source>a hand that trembles by {tremor:.1f} pixels; steadied, up to {border:.0f} pixels of the border are made up</source>
        <translation>eine Hand, die um {tremor:.1f} Pixel zittert; beruhigt werden bis zu {border:.0f} Pixel des Randes erfunden</translation>
    </message>
    <message>
        <source>a second contour beside edges, {overshoot:.0%} as strong as they</source>
        <translation>eine zweite Kontur neben Kanten, {overshoot:.0%} so stark wie sie</translation>
    </message>
    <message>
        <source>brightness that swings by {swing:.0%} from picture to picture</source>
        <translation>Helligkeit, die von Bild zu Bild um {swing:.0%} schwankt</translation>
    </message>
    <message>
        <source>colours {across:.1f} pixels too far {side}</source>
        <translation>Farben {across:.1f} Pixel zu weit {side}</translation>
    </message>
    <message>
        <source>colours {across:.1f} pixels too far {side}, {along:.1f} lines too {end}</source>
        <translation>Farben {across:.1f} Pixel zu weit {side}, {along:.1f} Zeilen zu {end}</translation>
    </message>
    <message>
        <source>colours {along:.1f} lines too {end}</source>
        <translation>Farben {along:.1f} Zeilen zu {end}</translation>
    </message>
    <message>
        <source>faded: the darkest is {black:.0f} and the brightest {white:.0f} of 255</source>
        <translation>verblasst: das Dunkelste hat {black:.0f} und das Hellste {white:.0f} von 255</translation>
    </message>
    <message>
        <source>high</source>
        <translation>hoch</translation>
    </message>
    <message>
        <source>left</source>
        <translation>links</translation>
    </message>
    <message>
        <source>low</source>
        <translation>tief</translation>
    </message>
    <message>
        <source>nothing was found</source>
        <translation>nichts gefunden</translation>
    </message>
    <message>
        <source>ragged lines: they begin {jitter:.1f} pixels too early or too late</source>
        <translation>ausgefranste Zeilen: sie beginnen {jitter:.1f} Pixel zu früh oder zu spät</translation>
    </message>
    <message>
        <source>rainbows and crawling dots of composite video, in {share:.1%} of each picture</source>
        <translation>Regenbogen und laufende Punkte von Composite-Video, auf {share:.1%} jedes Bildes</translation>
    </message>
    <message>
        <source>right</source>
        <translation>rechts</translation>
    </message>
    <message>
        <source>spots that last for one picture: about {per_picture:.1f} in each</source>
        <translation>Flecken, die ein Bild lang bleiben: etwa {per_picture:.1f} je Bild</translation>
    </message>
    <message>
        <source>streaks that last for one picture: about {per_picture:.1f} in each</source>
        <translation>Streifen, die ein Bild lang bleiben: etwa {per_picture:.1f} je Bild</translation>
    </message>
    <message>
        <source>torn lines: {top:.0f} at the top and {bottom:.0f} at the bottom</source>
        <translation>verrissene Zeilen: {top:.0f} oben und {bottom:.0f} unten</translation>
    </message>
    <message>
        <source>{count:.0f} of {pictures:.0f} pictures looked at are copies in place of lost ones, the first at {places} seconds</source>
        <translation>{count:.0f} von {pictures:.0f} angesehenen Bildern sind Kopien an der Stelle verlorener, die ersten bei {places} Sekunden</translation>
    </message>
    <message>
        <source>{fault}: stays, unless you ask for --repair {name}</source>
        <translation>{fault}: bleibt, außer Sie verlangen --repair {name}</translation>
    </message>
    <message>
        <source>{fault}: will be repaired</source>
        <translation>{fault}: wird repariert</translation>
    </message>
    <message>
        <source>{fault}: will be repaired (otherwise: --repair off, or names of others)</source>
        <translation>{fault}: wird repariert (sonst: --repair off, oder die Namen anderer)</translation>
    </message>
</context>
<context>
    <name>languages</name>
    <message>
        <source>Homereel speaks English when you open it again.</source>
        <translation>Homereel spricht Deutsch, wenn Sie es wieder öffnen.</translation>
    </message>
</context>
<context>
    <name>messages</name>
    <message numerus="yes">
        <source>%n bytes</source>
        <translation>
            <numerusform>%n Byte</numerusform>
            <numerusform>%n Bytes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n pictures are missing in the numbering; the picture before each stays longer.</source>
        <translation>
            <numerusform>In der Nummerierung fehlt %n Bild; das davor bleibt länger stehen.</numerusform>
            <numerusform>In der Nummerierung fehlen %n Bilder; das Bild davor bleibt jeweils länger stehen.</numerusform>
        </translation>
    </message>
    <message>
        <source>A cover picture is broken and is missing in the output.</source>
        <translation>Ein Titelbild ist defekt und fehlt in der Ausgabe.</translation>
    </message>
    <message>
        <source>A sound track ({detail}) changes its rate or its channels in the middle and is converted to one of each.</source>
        <translation>Eine Tonspur ({detail}) ändert mittendrin ihre Abtastrate oder ihre Kanäle und wird auf eine einzige Form gebracht.</translation>
    </message>
    <message>
        <source>A sound track ({detail}) does not fit into this container and is converted to AAC.</source>
        <translation>Eine Tonspur ({detail}) passt nicht in diesen Container und wird in AAC umgewandelt.</translation>
    </message>
    <message>
        <source>A sound track ({detail}) does not fit into this container and is stored as PCM, without a loss.</source>
        <translation>Eine Tonspur ({detail}) passt nicht in diesen Container und wird ohne Verlust als PCM gespeichert.</translation>
    </message>
    <message>
        <source>A sound track ({detail}) is damaged and cannot be copied; what can be decoded of it is encoded again.</source>
        <translation>Eine Tonspur ({detail}) ist beschädigt und lässt sich nicht kopieren; was davon lesbar ist, wird neu kodiert.</translation>
    </message>
    <message>
        <source>A sound track ({detail}) is stored beside the pictures, as a WAV file.</source>
        <translation>Eine Tonspur ({detail}) wird neben den Bildern als WAV-Datei gespeichert.</translation>
    </message>
    <message>
        <source>A sound track cannot be read or written and is missing in the output.</source>
        <translation>Eine Tonspur lässt sich nicht lesen oder schreiben und fehlt in der Ausgabe.</translation>
    </message>
    <message>
        <source>Attached files or cover pictures do not fit into this container and are missing in the output; MKV holds them.</source>
        <translation>Angehängte Dateien oder Titelbilder passen nicht in diesen Container und fehlen in der Ausgabe; MKV kann sie aufnehmen.</translation>
    </message>
    <message>
        <source>Cancelled before anything was finished; the same command begins anew.</source>
        <translation>Abgebrochen, bevor etwas fertig war; derselbe Befehl beginnt von vorn.</translation>
    </message>
    <message>
        <source>Cancelled.</source>
        <translation>Abgebrochen.</translation>
    </message>
    <message>
        <source>Cancelled; what is finished is kept, and the same command goes on from there.</source>
        <translation>Abgebrochen; was fertig ist, bleibt erhalten, und derselbe Befehl macht dort weiter.</translation>
    </message>
    <message>
        <source>Closed captions within the pictures cannot be kept and are missing.</source>
        <translation>Untertitel für Hörgeschädigte innerhalb der Bilder (Closed Captions) lassen sich nicht erhalten und fehlen.</translation>
    </message>
    <message>
        <source>Data that the camera recorded beside the picture ({detail}) cannot be kept and is missing in the output.</source>
        <translation>Daten, die die Kamera neben dem Bild aufgezeichnet hat ({detail}), lassen sich nicht erhalten und fehlen in der Ausgabe.</translation>
    </message>
    <message>
        <source>Dolby Vision becomes {detail}, which is what players without it show of the source.</source>
        <translation>Aus Dolby Vision wird {detail}; das zeigen auch Abspieler, die Dolby Vision nicht kennen.</translation>
    </message>
    <message>
        <source>Fetching PyTorch for the card failed ({detail}); try again, it goes on where it stopped.</source>
        <translation>PyTorch für die Karte ließ sich nicht holen ({detail}); versuchen Sie es noch einmal, es geht weiter, wo es aufgehört hat.</translation>
    </message>
    <message>
        <source>Fetching the model {model} failed ({detail}); try again, it goes on where it stopped.</source>
        <translation>Das Modell {model} ließ sich nicht holen ({detail}); versuchen Sie es noch einmal, es geht weiter, wo es aufgehört hat.</translation>
    </message>
    <message>
        <source>HDR10+ becomes HDR10, which is what players without it show of the source.</source>
        <translation>Aus HDR10+ wird HDR10; das zeigen auch Abspieler, die HDR10+ nicht kennen.</translation>
    </message>
    <message>
        <source>Homereel ended while it looked at {path}, which may be the reason, and leaves it alone; choose “Look at it again” from its menu to try.</source>
        <translation>Homereel wurde beendet, während es {path} ansah, was daran liegen kann, und lässt die Datei in Ruhe; wählen Sie „Noch einmal ansehen“ in ihrem Menü, um es zu versuchen.</translation>
    </message>
    <message>
        <source>Makes room for the preview; it goes on by itself.</source>
        <translation>Macht Platz für die Vorschau; es geht von selbst weiter.</translation>
    </message>
    <message>
        <source>Memory ran short; the work goes on in smaller steps.</source>
        <translation>Der Speicher wurde knapp; die Arbeit geht in kleineren Schritten weiter.</translation>
    </message>
    <message>
        <source>Models of others cannot be used, since the native part of torchvision is missing or made for another PyTorch ({detail}); install the torchvision that belongs to your PyTorch.</source>
        <translation>Fremde Modelle lassen sich nicht verwenden, weil der native Teil von torchvision fehlt oder für ein anderes PyTorch gemacht ist ({detail}); installieren Sie das torchvision, das zu Ihrem PyTorch gehört.</translation>
    </message>
    <message>
        <source>Models of others need the Python packages spandrel and torchvision, of which {detail} is not installed; “pip install homereel[community]” installs them.</source>
        <translation>Fremde Modelle brauchen die Python-Pakete spandrel und torchvision; {detail} ist nicht installiert; „pip install homereel[community]“ installiert sie.</translation>
    </message>
    <message>
        <source>No frame of {path} can be decoded; it is encrypted or badly damaged.</source>
        <translation>Kein Bild von {path} lässt sich lesen; die Datei ist verschlüsselt oder stark beschädigt.</translation>
    </message>
    <message>
        <source>Nobody at {detail} answers whether there is a newer version; try again when you are online.</source>
        <translation>Unter {detail} antwortet niemand, ob es eine neuere Version gibt; versuchen Sie es noch einmal, wenn Sie online sind.</translation>
    </message>
    <message>
        <source>Nothing was found in the sound for “{detail}” to put right.</source>
        <translation>Im Ton wurde nichts gefunden, was „{detail}“ beheben könnte.</translation>
    </message>
    <message>
        <source>Numbers of 16 bits are too small for this picture; the work goes on in 32 bits, more slowly.</source>
        <translation>Zahlen mit 16 Bit sind für dieses Bild zu klein; die Arbeit geht mit 32 Bit weiter, etwas langsamer.</translation>
    </message>
    <message>
        <source>Of the source&apos;s notes, this cannot be written to the output and is missing: {detail}.</source>
        <translation>Von den Angaben der Quelle lässt sich dies nicht in die Ausgabe schreiben und fehlt: {detail}.</translation>
    </message>
    <message numerus="yes">
        <source>Only the first two channels of a sound track ({detail}) are kept in this container, %n are missing; MKV and MOV hold more.</source>
        <translation>
            <numerusform>Nur die ersten zwei Kanäle einer Tonspur ({detail}) bleiben in diesem Container erhalten, %n fehlt; MKV und MOV fassen mehr.</numerusform>
            <numerusform>Nur die ersten zwei Kanäle einer Tonspur ({detail}) bleiben in diesem Container erhalten, %n fehlen; MKV und MOV fassen mehr.</numerusform>
        </translation>
    </message>
    <message>
        <source>Other computers cannot be used without the package “{detail}”; install it with “pip install homereel[cluster]”.</source>
        <translation>Andere Computer lassen sich ohne das Paket „{detail}“ nicht verwenden; installieren Sie es mit „pip install homereel[cluster]“.</translation>
    </message>
    <message>
        <source>PyTorch for the card is being fetched already, by another window or command.</source>
        <translation>PyTorch für die Karte wird schon geholt, von einem anderen Fenster oder Befehl.</translation>
    </message>
    <message>
        <source>Reading {path} failed ({detail}); check its disk, or copy it to another one first.</source>
        <translation>{path} ließ sich nicht lesen ({detail}); prüfen Sie den Datenträger oder kopieren Sie die Datei zuerst auf einen anderen.</translation>
    </message>
    <message>
        <source>Something unexpected happened ({kind}: {what}); please report it with the page that “homereel doctor” prints.</source>
        <translation>Etwas Unerwartetes ist geschehen ({kind}: {what}); bitte melden Sie es mit der Seite, die „homereel doctor“ ausgibt.</translation>
    </message>
    <message>
        <source>Subtitles ({detail}) do not fit into this container and are converted; MKV keeps more.</source>
        <translation>Untertitel ({detail}) passen nicht in diesen Container und werden umgewandelt; MKV erhält mehr.</translation>
    </message>
    <message>
        <source>Subtitles cannot be kept in this container ({detail}) and are missing in the output.</source>
        <translation>Untertitel lassen sich in diesem Container nicht erhalten ({detail}) und fehlen in der Ausgabe.</translation>
    </message>
    <message>
        <source>The chosen region does not lie within the picture of {path}; choose a smaller one.</source>
        <translation>Der gewählte Ausschnitt liegt nicht innerhalb des Bildes von {path}; wählen Sie einen kleineren.</translation>
    </message>
    <message>
        <source>The clock of {peer} differs by {detail} hours; the film is not affected.</source>
        <translation>Die Uhr von {peer} weicht um {detail} Stunden ab; auf den Film hat das keine Wirkung.</translation>
    </message>
    <message>
        <source>The connection to {peer} was lost; its stretch is restored again.</source>
        <translation>Die Verbindung zu {peer} ist abgebrochen; der Abschnitt wird noch einmal restauriert.</translation>
    </message>
    <message>
        <source>The device {device} is not there or cannot compute; choose auto or cpu.</source>
        <translation>Das Gerät {device} ist nicht da oder kann nicht rechnen; wählen Sie auto oder cpu.</translation>
    </message>
    <message>
        <source>The device {device} stopped working ({detail}); what is finished is kept, start again to go on.</source>
        <translation>Das Gerät {device} funktioniert nicht mehr ({detail}); was fertig ist, bleibt erhalten, starten Sie zum Fortsetzen noch einmal.</translation>
    </message>
    <message>
        <source>The disk allows no file of the name {path} ({detail}); choose another one.</source>
        <translation>Der Datenträger erlaubt keine Datei namens {path} ({detail}); wählen Sie einen anderen Namen.</translation>
    </message>
    <message>
        <source>The disk of {path} is full ({free} free); make room or choose another folder.</source>
        <translation>Der Datenträger von {path} ist voll ({free} frei); schaffen Sie Platz oder wählen Sie einen anderen Ordner.</translation>
    </message>
    <message>
        <source>The disk of {path} is full ({free} free); the render waits, and goes on when there is room.</source>
        <translation>Der Datenträger von {path} ist voll ({free} frei); die Restaurierung wartet und geht weiter, sobald Platz ist.</translation>
    </message>
    <message>
        <source>The disk of {peer} is full and it is left out; make room there.</source>
        <translation>{peer} hat keinen Platz mehr auf dem Datenträger und wird ausgelassen; schaffen Sie dort Platz.</translation>
    </message>
    <message>
        <source>The encoder could not write {path} ({detail}); try another codec or output size.</source>
        <translation>Der Encoder konnte {path} nicht schreiben ({detail}); versuchen Sie einen anderen Codec oder eine andere Ausgabegröße.</translation>
    </message>
    <message>
        <source>The encoder {detail} does not work here with this picture; the processor encodes it.</source>
        <translation>Der Encoder {detail} funktioniert hier mit diesem Bild nicht; der Prozessor kodiert es.</translation>
    </message>
    <message>
        <source>The file of the model {model} holds another network ({detail}); fetch or import it again.</source>
        <translation>Die Datei des Modells {model} enthält ein anderes Netz ({detail}); holen oder importieren Sie es noch einmal.</translation>
    </message>
    <message>
        <source>The file of the model {model} is damaged or was changed and is not used; fetch it again.</source>
        <translation>Die Datei des Modells {model} ist beschädigt oder wurde verändert und wird nicht verwendet; holen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>The folder of {path} does not exist; create it or choose another one.</source>
        <translation>Den Ordner von {path} gibt es nicht; legen Sie ihn an oder wählen Sie einen anderen.</translation>
    </message>
    <message>
        <source>The folder of {path} has gone; the render waits, and goes on when it is back.</source>
        <translation>Der Ordner von {path} ist verschwunden; die Restaurierung wartet und geht weiter, sobald er wieder da ist.</translation>
    </message>
    <message>
        <source>The graphics card ({detail}) is not used, since PyTorch is built for the processor here; with its build for this card a render takes a fraction of the time (“homereel doctor” says what to install).</source>
        <translation>Die Grafikkarte ({detail}) wird nicht verwendet, weil PyTorch hier für den Prozessor gebaut ist; mit der Ausführung für diese Karte dauert eine Restaurierung einen Bruchteil der Zeit („homereel doctor“ sagt, was zu installieren ist).</translation>
    </message>
    <message>
        <source>The graphics card ({detail}) is too old or too new for this program; the processor computes.</source>
        <translation>Die Grafikkarte ({detail}) ist zu alt oder zu neu für dieses Programm; der Prozessor rechnet.</translation>
    </message>
    <message>
        <source>The hidden working folder of {path} was removed during the render; start it again.</source>
        <translation>Der versteckte Arbeitsordner von {path} wurde während der Restaurierung entfernt; starten Sie noch einmal.</translation>
    </message>
    <message>
        <source>The journal of the unfinished {path} cannot be read, or is of another version; give --no-resume to start again.</source>
        <translation>Das Protokoll des unfertigen {path} lässt sich nicht lesen oder stammt von einer anderen Version; geben Sie --no-resume an, um neu zu beginnen.</translation>
    </message>
    <message>
        <source>The key in {path} is valid from {detail} on only; set the clock of this computer.</source>
        <translation>Der Schlüssel in {path} gilt erst ab {detail}; stellen Sie die Uhr dieses Computers.</translation>
    </message>
    <message>
        <source>The key in {path} was revoked on this computer; make a new one.</source>
        <translation>Der Schlüssel in {path} wurde auf diesem Computer widerrufen; erstellen Sie einen neuen.</translation>
    </message>
    <message>
        <source>The key in {path} was valid until {detail}; make a new one, or set the clock of this computer.</source>
        <translation>Der Schlüssel in {path} galt bis {detail}; erstellen Sie einen neuen oder stellen Sie die Uhr dieses Computers.</translation>
    </message>
    <message>
        <source>The model file {model} cannot be read ({detail}); choose another one, or fetch it again.</source>
        <translation>Die Modelldatei {model} lässt sich nicht lesen ({detail}); wählen Sie eine andere, oder holen Sie sie noch einmal.</translation>
    </message>
    <message>
        <source>The model {model} comes with Homereel and stays.</source>
        <translation>Das Modell {model} gehört zu Homereel und bleibt.</translation>
    </message>
    <message>
        <source>The model {model} enlarges {detail} times; Homereel takes models that keep the size or enlarge 2, 4 or 8 times.</source>
        <translation>Das Modell {model} vergrößert {detail}-fach; Homereel nimmt Modelle, die die Größe behalten oder 2-, 4- oder 8-fach vergrößern.</translation>
    </message>
    <message>
        <source>The model {model} is for {detail}; Homereel takes models for whole pictures in colour.</source>
        <translation>Das Modell {model} ist für {detail}; Homereel nimmt Modelle für ganze farbige Bilder.</translation>
    </message>
    <message>
        <source>The model {model} is not installed, and its publisher has no plain address for it; get its file with a browser and add it with “homereel models import FILE”.</source>
        <translation>Das Modell {model} ist nicht installiert, und sein Herausgeber hat keine einfache Adresse dafür; holen Sie die Datei mit einem Browser und fügen Sie sie mit „homereel models import FILE“ hinzu.</translation>
    </message>
    <message>
        <source>The model {model} is not installed; get it with “homereel models fetch {model}”.</source>
        <translation>Das Modell {model} ist nicht installiert; holen Sie es mit „homereel models fetch {model}“.</translation>
    </message>
    <message>
        <source>The note that this is a 360° picture cannot be kept; players will show it flat.</source>
        <translation>Der Hinweis, dass dies ein 360°-Bild ist, lässt sich nicht erhalten; Abspieler zeigen es flach.</translation>
    </message>
    <message>
        <source>The output could not be written ({detail}); everything else was carried out.</source>
        <translation>Die Ausgabe ließ sich nicht schreiben ({detail}); alles andere wurde ausgeführt.</translation>
    </message>
    <message>
        <source>The preset {name} makes no sense ({detail}); change or remove its file.</source>
        <translation>Die Voreinstellung {name} ergibt keinen Sinn ({detail}); ändern oder entfernen Sie ihre Datei.</translation>
    </message>
    <message>
        <source>The process that restored {path} crashed (exit status {exit_status}); what is finished is kept, start it again to go on.</source>
        <translation>Der Prozess, der {path} restaurierte, ist abgestürzt (Status {exit_status}); was fertig ist, bleibt erhalten, starten Sie zum Fortsetzen noch einmal.</translation>
    </message>
    <message>
        <source>The render goes on.</source>
        <translation>Die Restaurierung geht weiter.</translation>
    </message>
    <message>
        <source>The size or shape of the picture changes in the middle of the source; later pictures are fitted into the first one.</source>
        <translation>Größe oder Form des Bildes ändern sich mitten in der Quelle; spätere Bilder werden in das erste eingepasst.</translation>
    </message>
    <message>
        <source>The source has more than one picture; only the first choice is restored.</source>
        <translation>Die Quelle hat mehr als ein Bild; nur das vorrangige wird restauriert.</translation>
    </message>
    <message>
        <source>The source is a 3D film; a second view is left out, and views side by side are not marked as 3D.</source>
        <translation>Die Quelle ist ein 3D-Film; eine zweite Ansicht wird weggelassen, und Ansichten nebeneinander werden nicht als 3D gekennzeichnet.</translation>
    </message>
    <message numerus="yes">
        <source>The source is damaged in %n places: what could not be decoded there is left out.</source>
        <translation>
            <numerusform>Die Quelle ist an einer Stelle beschädigt: Was dort nicht zu lesen war, ist weggelassen.</numerusform>
            <numerusform>Die Quelle ist an %n Stellen beschädigt: Was dort nicht zu lesen war, ist weggelassen.</numerusform>
        </translation>
    </message>
    <message>
        <source>The source was moved, and found by its content: {detail}.</source>
        <translation>Die Quelle wurde verschoben und an ihrem Inhalt erkannt: {detail}.</translation>
    </message>
    <message>
        <source>There is a model called {model} already; choose another name with --name.</source>
        <translation>Es gibt schon ein Modell namens {model}; wählen Sie mit --name einen anderen Namen.</translation>
    </message>
    <message>
        <source>There is no PyTorch called {runtime} for this machine; “homereel runtime” lists them.</source>
        <translation>Für diesen Computer gibt es kein PyTorch namens {runtime}; „homereel runtime“ listet auf, was es gibt.</translation>
    </message>
    <message>
        <source>There is no file {model}; check the name and whether its disk is connected.</source>
        <translation>Es gibt keine Datei {model}; prüfen Sie den Namen und ob das Laufwerk angeschlossen ist.</translation>
    </message>
    <message>
        <source>There is no file {path}; check the name and whether its disk is connected.</source>
        <translation>Es gibt keine Datei {path}; prüfen Sie den Namen und ob ihr Datenträger angeschlossen ist.</translation>
    </message>
    <message>
        <source>There is no key file {path}; make one with “homereel cluster create FILE”, or copy the one that the other computers have.</source>
        <translation>Es gibt keine Schlüsseldatei {path}; erstellen Sie eine mit „homereel cluster create FILE“ oder kopieren Sie die, die die anderen Computer haben.</translation>
    </message>
    <message>
        <source>There is no model called {model}; “homereel models” lists them.</source>
        <translation>Es gibt kein Modell namens {model}; „homereel models“ listet sie auf.</translation>
    </message>
    <message>
        <source>There is no place at which this video could be split; it becomes one file.</source>
        <translation>Es gibt keine Stelle, an der sich dieses Video teilen ließe; es wird eine Datei.</translation>
    </message>
    <message>
        <source>There is no preset called {name}; the presets there are: {detail}.</source>
        <translation>Es gibt keine Voreinstellung namens {name}; vorhanden sind: {detail}.</translation>
    </message>
    <message>
        <source>This computer cannot be reached by others as the key {path} says ({detail}); make a key with its own address, or let the other program that uses the port end first.</source>
        <translation>Dieser Computer ist für andere nicht so erreichbar, wie der Schlüssel {path} es angibt ({detail}); erstellen Sie einen Schlüssel mit seiner eigenen Adresse, oder beenden Sie zuerst das andere Programm, das den Port verwendet.</translation>
    </message>
    <message>
        <source>This copy of Homereel names no place where new versions are announced; look where you got it from.</source>
        <translation>Dieses Exemplar von Homereel nennt keine Stelle, an der neue Versionen bekannt gegeben werden; sehen Sie dort nach, woher Sie es haben.</translation>
    </message>
    <message>
        <source>Waiting for other computers with the key {path}.</source>
        <translation>Wartet auf andere Computer mit dem Schlüssel {path}.</translation>
    </message>
    <message>
        <source>What was fetched for {runtime} is not what it should be and was deleted; try again.</source>
        <translation>Was für {runtime} geholt wurde, ist nicht, was es sein soll, und wurde gelöscht; versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>What was fetched for {runtime} would write outside its folder ({detail}) and is not used.</source>
        <translation>Was für {runtime} geholt wurde, würde außerhalb seines Ordners schreiben ({detail}) und wird nicht verwendet.</translation>
    </message>
    <message>
        <source>What {detail} says about the newest version makes no sense; look where you got Homereel from.</source>
        <translation>Was {detail} über die neueste Version sagt, ergibt keinen Sinn; sehen Sie dort nach, woher Sie Homereel haben.</translation>
    </message>
    <message>
        <source>What {peer} sent was damaged on the way; that stretch is restored again.</source>
        <translation>Was {peer} schickte, wurde unterwegs beschädigt; der Abschnitt wird noch einmal restauriert.</translation>
    </message>
    <message numerus="yes">
        <source>Work that was finished earlier was damaged; %n frames are restored again.</source>
        <translation>
            <numerusform>Früher fertiggestellte Arbeit war beschädigt; %n Bild wird noch einmal restauriert.</numerusform>
            <numerusform>Früher fertiggestellte Arbeit war beschädigt; %n Bilder werden noch einmal restauriert.</numerusform>
        </translation>
    </message>
    <message>
        <source>Writing {path} failed ({detail}); check the disk or choose another folder.</source>
        <translation>{path} ließ sich nicht schreiben ({detail}); prüfen Sie den Datenträger oder wählen Sie einen anderen Ordner.</translation>
    </message>
    <message>
        <source>{device} has too little memory for pictures of {width}x{height}; choose a region, a smaller model or the device cpu.</source>
        <translation>{device} hat zu wenig Speicher für Bilder von {width}x{height}; wählen Sie einen Ausschnitt, ein kleineres Modell oder das Gerät cpu.</translation>
    </message>
    <message>
        <source>{model} holds no image model that can be recognised ({detail}); Homereel takes those that the library spandrel knows.</source>
        <translation>{model} enthält kein erkennbares Bildmodell ({detail}); Homereel nimmt solche, die die Bibliothek spandrel kennt.</translation>
    </message>
    <message>
        <source>{model} is none of the models Homereel knows; an image model of others is taken with “homereel models add FILE”.</source>
        <translation>{model} ist keines der Modelle, die Homereel kennt; ein fremdes Bildmodell wird mit „homereel models add FILE“ übernommen.</translation>
    </message>
    <message>
        <source>{model} is refused: opening it would run code that came with it ({detail}); look for the same model as a .safetensors file, which cannot hold any.</source>
        <translation>{model} wird abgelehnt: Beim Öffnen liefe Programmcode, der darin steckt ({detail}); suchen Sie dasselbe Modell als .safetensors-Datei, die keinen enthalten kann.</translation>
    </message>
    <message>
        <source>{model} makes no name for a model; choose one of letters and digits with --name.</source>
        <translation>{model} ergibt keinen Namen für ein Modell; wählen Sie mit --name einen aus Buchstaben und Ziffern.</translation>
    </message>
    <message>
        <source>{name} cannot be the name of a preset, since it cannot be that of a file; choose another one.</source>
        <translation>{name} kann nicht der Name einer Voreinstellung sein, weil es nicht der einer Datei sein kann; wählen Sie einen anderen.</translation>
    </message>
    <message>
        <source>{path} cannot be written ({detail}); choose another folder.</source>
        <translation>{path} lässt sich nicht schreiben ({detail}); wählen Sie einen anderen Ordner.</translation>
    </message>
    <message>
        <source>{path} cannot hold what was asked for ({detail}); choose another codec or container.</source>
        <translation>{path} kann nicht aufnehmen, was verlangt wurde ({detail}); wählen Sie einen anderen Codec oder Container.</translation>
    </message>
    <message>
        <source>{path} could not be looked at: it made the reader crash ({detail}); convert it with another program first, and please report it.</source>
        <translation>{path} ließ sich nicht ansehen: Der Leseprozess stürzte dabei ab ({detail}); wandeln Sie die Datei zuerst mit einem anderen Programm um, und melden Sie es bitte.</translation>
    </message>
    <message>
        <source>{path} exists already; choose another name for the key file.</source>
        <translation>{path} gibt es schon; wählen Sie einen anderen Namen für die Schlüsseldatei.</translation>
    </message>
    <message>
        <source>{path} exists already; choose another name or allow it to be overwritten.</source>
        <translation>{path} gibt es schon; wählen Sie einen anderen Namen oder erlauben Sie das Überschreiben.</translation>
    </message>
    <message>
        <source>{path} has gone; the render waits, and goes on when it is back.</source>
        <translation>{path} ist verschwunden; die Restaurierung wartet und geht weiter, sobald die Datei wieder da ist.</translation>
    </message>
    <message>
        <source>{path} has no frame between the chosen start and end; choose another range.</source>
        <translation>{path} hat kein Bild zwischen dem gewählten Anfang und Ende; wählen Sie einen anderen Bereich.</translation>
    </message>
    <message>
        <source>{path} has no moving picture, only sound or other data.</source>
        <translation>{path} hat kein bewegtes Bild, nur Ton oder andere Daten.</translation>
    </message>
    <message>
        <source>{path} holds more than one film of numbered pictures ({detail}); name one of them.</source>
        <translation>{path} enthält mehr als einen Film aus nummerierten Bildern ({detail}); nennen Sie einen davon.</translation>
    </message>
    <message>
        <source>{path} holds no parameters of that measure ({detail}); choose another file.</source>
        <translation>{path} enthält keine Parameter dieses Maßes ({detail}); wählen Sie eine andere Datei.</translation>
    </message>
    <message>
        <source>{path} is Dolby Vision without an ordinary picture under it (profile 5), and would come out in green and violet; convert it to HDR10 or ordinary video first.</source>
        <translation>{path} ist Dolby Vision ohne ein gewöhnliches Bild darunter (Profil 5) und würde grün und violett; wandeln Sie es zuerst in HDR10 oder gewöhnliches Video um.</translation>
    </message>
    <message>
        <source>{path} is a folder; choose the video files in it.</source>
        <translation>{path} ist ein Ordner; wählen Sie die Videodateien darin.</translation>
    </message>
    <message>
        <source>{path} is a photo; Homereel restores films. Numbered pictures of a film are given by a pattern like scan_%04d.jpg.</source>
        <translation>{path} ist ein Foto; Homereel restauriert Filme. Nummerierte Bilder eines Films werden durch ein Muster wie scan_%04d.jpg angegeben.</translation>
    </message>
    <message>
        <source>{path} is being written by another Homereel; wait for it or end it first.</source>
        <translation>{path} wird gerade von einem anderen Homereel geschrieben; warten Sie darauf oder beenden Sie es zuerst.</translation>
    </message>
    <message>
        <source>{path} is empty; copy it again from where it came from.</source>
        <translation>{path} ist leer; kopieren Sie die Datei noch einmal von dort, wo sie herkam.</translation>
    </message>
    <message>
        <source>{path} is encrypted (copy protection); play it with the program it was bought or recorded with, and use a copy without protection.</source>
        <translation>{path} ist verschlüsselt (Kopierschutz); spielen Sie die Datei mit dem Programm ab, mit dem sie gekauft oder aufgenommen wurde, und nehmen Sie eine Kopie ohne Schutz.</translation>
    </message>
    <message>
        <source>{path} is no key file, or it is damaged; copy it again.</source>
        <translation>{path} ist keine Schlüsseldatei oder ist beschädigt; kopieren Sie sie noch einmal.</translation>
    </message>
    <message>
        <source>{path} is not a video that can be read, or its beginning or index is lost.</source>
        <translation>{path} ist kein lesbares Video, oder sein Anfang oder Verzeichnis ist verloren.</translation>
    </message>
    <message>
        <source>{path} is not there any more (finished frames: {detail}); find the file, and they are kept.</source>
        <translation>{path} ist nicht mehr da (fertige Bilder: {detail}); suchen Sie die Datei, dann bleiben sie erhalten.</translation>
    </message>
    <message>
        <source>{path} is the source itself, which is never replaced; choose another name.</source>
        <translation>{path} ist die Quelle selbst, die nie ersetzt wird; wählen Sie einen anderen Namen.</translation>
    </message>
    <message>
        <source>{path} may not be read by you; change its permissions or copy it first.</source>
        <translation>{path} dürfen Sie nicht lesen; ändern Sie die Zugriffsrechte oder kopieren Sie die Datei zuerst.</translation>
    </message>
    <message>
        <source>{path} may not be written by you; choose another folder.</source>
        <translation>{path} dürfen Sie nicht schreiben; wählen Sie einen anderen Ordner.</translation>
    </message>
    <message>
        <source>{path} needs about {needed} of disk space, but only {free} are free; make room or choose another folder.</source>
        <translation>{path} braucht etwa {needed} Platz, aber nur {free} sind frei; schaffen Sie Platz oder wählen Sie einen anderen Ordner.</translation>
    </message>
    <message numerus="yes">
        <source>{path} was begun by another version or on another device (%n frames are finished): {detail}; give --resume to go on all the same, or --no-resume to throw that away.</source>
        <translation>
            <numerusform>{path} wurde von einer anderen Version oder auf einem anderen Gerät begonnen (%n Bild ist fertig): {detail}; geben Sie --resume an, um trotzdem fortzusetzen, oder --no-resume, um das zu verwerfen.</numerusform>
            <numerusform>{path} wurde von einer anderen Version oder auf einem anderen Gerät begonnen (%n Bilder sind fertig): {detail}; geben Sie --resume an, um trotzdem fortzusetzen, oder --no-resume, um das zu verwerfen.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{path} was begun from another source (%n frames are finished); choose another name, or give --no-resume to throw that away.</source>
        <translation>
            <numerusform>{path} wurde von einer anderen Quelle begonnen (%n Bild ist fertig); wählen Sie einen anderen Namen oder geben Sie --no-resume an, um das zu verwerfen.</numerusform>
            <numerusform>{path} wurde von einer anderen Quelle begonnen (%n Bilder sind fertig); wählen Sie einen anderen Namen oder geben Sie --no-resume an, um das zu verwerfen.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{path} was begun with other options (%n frames are finished): {detail}; use the old ones to go on, or --no-resume to throw that away.</source>
        <translation>
            <numerusform>{path} wurde mit anderen Einstellungen begonnen (%n Bild ist fertig): {detail}; nehmen Sie zum Fortsetzen die alten oder --no-resume, um das zu verwerfen.</numerusform>
            <numerusform>{path} wurde mit anderen Einstellungen begonnen (%n Bilder sind fertig): {detail}; nehmen Sie zum Fortsetzen die alten oder --no-resume, um das zu verwerfen.</numerusform>
        </translation>
    </message>
    <message>
        <source>{path} was changed while it was being restored; put the old file back to go on, or start again.</source>
        <translation>{path} wurde während der Restaurierung verändert; legen Sie zum Fortsetzen die alte Datei zurück, oder beginnen Sie neu.</translation>
    </message>
    <message>
        <source>{path} would be too small for its encoder ({detail}); choose a larger size or another codec.</source>
        <translation>{path} wäre zu klein für seinen Encoder ({detail}); wählen Sie eine größere Ausgabe oder einen anderen Codec.</translation>
    </message>
    <message>
        <source>{peer} computes on another device ({detail}); its pictures differ by less than can be seen.</source>
        <translation>{peer} rechnet auf einem anderen Gerät ({detail}); der Unterschied seiner Bilder ist nicht zu sehen.</translation>
    </message>
    <message>
        <source>{peer} does not know the model {detail} and is left out; add it there as well.</source>
        <translation>{peer} kennt das Modell {detail} nicht und wird ausgelassen; fügen Sie es auch dort hinzu.</translation>
    </message>
    <message>
        <source>{peer} failed ({detail}) and is left out; nothing is lost.</source>
        <translation>{peer} hatte einen Fehler ({detail}) und wird ausgelassen; nichts ist verloren.</translation>
    </message>
    <message>
        <source>{peer} has another version ({detail}) and is left out; install the same one there.</source>
        <translation>{peer} hat eine andere Version ({detail}) und wird ausgelassen; installieren Sie dort dieselbe.</translation>
    </message>
    <message>
        <source>{peer} has too little memory for these pictures and is left out.</source>
        <translation>{peer} hat zu wenig Speicher für diese Bilder und wird ausgelassen.</translation>
    </message>
    <message>
        <source>{peer} restores a test picture differently from this computer and is left out; a seam would show.</source>
        <translation>{peer} restauriert ein Testbild anders als dieser Computer und wird ausgelassen; sonst wäre eine Nahtstelle zu sehen.</translation>
    </message>
    <message>
        <source>{peer} says that it restores {detail} frames a second, which it does not; only what was counted here matters.</source>
        <translation>{peer} gibt an, {detail} Bilder je Sekunde zu restaurieren, was nicht stimmt; es zählt nur, was hier gemessen wurde.</translation>
    </message>
    <message>
        <source>{peer} sent another number of pictures than it was given; it is left out, and nothing is lost.</source>
        <translation>{peer} schickte eine andere Zahl von Bildern als erhalten und wird ausgelassen; nichts ist verloren.</translation>
    </message>
    <message>
        <source>{peer} sent something that is no part of the film; it is left out, and nothing is lost.</source>
        <translation>{peer} schickte etwas, das nicht zum Film gehört, und wird ausgelassen; nichts ist verloren.</translation>
    </message>
    <message>
        <source>{runtime} does not work with this card ({detail}); Homereel goes on with the processor.</source>
        <translation>{runtime} funktioniert mit dieser Karte nicht ({detail}); Homereel macht mit dem Prozessor weiter.</translation>
    </message>
    <message>
        <source>{runtime} needs a newer driver of the graphics card ({detail}); update it and try again.</source>
        <translation>{runtime} braucht einen neueren Treiber der Grafikkarte ({detail}); aktualisieren Sie ihn und versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>{size} GB</source>
        <translation>{size} GB</translation>
    </message>
    <message>
        <source>{size} MB</source>
        <translation>{size} MB</translation>
    </message>
    <message>
        <source>{size} TB</source>
        <translation>{size} TB</translation>
    </message>
    <message>
        <source>{size} kB</source>
        <translation>{size} kB</translation>
    </message>
</context>
<context>
    <name>models</name>
    <message>
        <source>BasicVSR (official)</source>
        <translation>BasicVSR (offiziell)</translation>
    </message>
    <message>
        <source>BasicVSR for soft videos (official)</source>
        <translation>BasicVSR für weiche Videos (offiziell)</translation>
    </message>
    <message>
        <source>BasicVSR++ (official)</source>
        <translation>BasicVSR++ (offiziell)</translation>
    </message>
    <message>
        <source>BasicVSR++ against camera shake (official)</source>
        <translation>BasicVSR++ gegen Verwackeln (offiziell)</translation>
    </message>
    <message>
        <source>BasicVSR++ against even noise (official)</source>
        <translation>BasicVSR++ gegen gleichmäßiges Rauschen (offiziell)</translation>
    </message>
    <message>
        <source>Changes little in videos unlike those of a modern camera.</source>
        <translation>Ändert wenig an Videos, die nicht wie von einer modernen Kamera sind.</translation>
    </message>
    <message>
        <source>Comes with the program: steady, and quick enough for a computer without a graphics card.</source>
        <translation>Liegt dem Programm bei: ruhig und schnell genug für einen Computer ohne Grafikkarte.</translation>
    </message>
    <message>
        <source>Doubles width and height, at a quarter of the cost of x4plus.</source>
        <translation>Verdoppelt Breite und Höhe, mit einem Viertel des Aufwands von x4plus.</translation>
    </message>
    <message>
        <source>For animated films, and the quickest of the large networks: clear lines and flat colours.</source>
        <translation>Für Zeichentrickfilme, und das schnellste der großen Netze: klare Linien und flache Farben.</translation>
    </message>
    <message>
        <source>For animated films: clear lines and flat colours; slow, wants a graphics card.</source>
        <translation>Für Zeichentrickfilme: klare Linien und flache Farben; langsam, braucht eine Grafikkarte.</translation>
    </message>
    <message>
        <source>For single photographs more than videos: much invented detail; very slow, wants a strong graphics card.</source>
        <translation>Eher für einzelne Fotos als für Videos: viele erfundene Details; sehr langsam, braucht eine starke Grafikkarte.</translation>
    </message>
    <message>
        <source>For small videos that are clean but soft, as a good camera&apos;s that was scaled down; wants a graphics card.</source>
        <translation>Für kleine Videos, die sauber, aber weich sind, wie verkleinerte einer guten Kamera; braucht eine Grafikkarte.</translation>
    </message>
    <message>
        <source>For small videos that are clean: faithful and steady; wants a graphics card.</source>
        <translation>Für kleine, saubere Videos: treu und ruhig; braucht eine Grafikkarte.</translation>
    </message>
    <message>
        <source>For small videos that are clean: the sharpest faithful enlargement; wants a graphics card with much memory.</source>
        <translation>Für kleine, saubere Videos: die schärfste treue Vergrößerung; braucht eine Grafikkarte mit viel Speicher.</translation>
    </message>
    <message>
        <source>Homereel small</source>
        <translation>Homereel klein</translation>
    </message>
    <message>
        <source>Invents less detail than the large networks.</source>
        <translation>Erfindet weniger Details als die großen Netze.</translation>
    </message>
    <message>
        <source>Keeps all noise, and draws rims around edges that are sharp already.</source>
        <translation>Behält alles Rauschen und zeichnet Ränder um Kanten, die schon scharf sind.</translation>
    </message>
    <message>
        <source>Keeps all noise, and sharpens it.</source>
        <translation>Behält alles Rauschen und schärft es.</translation>
    </message>
    <message>
        <source>Looks at one frame at a time, so fine detail may flicker.</source>
        <translation>Sieht jedes Bild für sich an, feine Details können daher flimmern.</translation>
    </message>
    <message>
        <source>Looks at one frame at a time, so noise and fine detail may flicker.</source>
        <translation>Sieht jedes Bild für sich an, Rauschen und feine Details können daher flimmern.</translation>
    </message>
    <message>
        <source>Looks at one frame at a time, so what it invents may flicker.</source>
        <translation>Sieht jedes Bild für sich an, Erfundenes kann daher flimmern.</translation>
    </message>
    <message>
        <source>Makes photographs look painted; looks at one frame at a time.</source>
        <translation>Fotos sehen danach gemalt aus; sieht jedes Bild für sich an.</translation>
    </message>
    <message>
        <source>May paint over faces and text in very worn tapes.</source>
        <translation>Kann in sehr abgenutzten Bändern Gesichter und Schrift übermalen.</translation>
    </message>
    <message>
        <source>Quick, removes noise and invents detail.</source>
        <translation>Schnell, entfernt Rauschen und erfindet Details.</translation>
    </message>
    <message>
        <source>Real-ESRGAN compact (official)</source>
        <translation>Real-ESRGAN kompakt (offiziell)</translation>
    </message>
    <message>
        <source>Real-ESRGAN compact, keeps noise (official)</source>
        <translation>Real-ESRGAN kompakt, behält Rauschen (offiziell)</translation>
    </message>
    <message>
        <source>Real-ESRGAN for animated films (official)</source>
        <translation>Real-ESRGAN für Zeichentrickfilme (offiziell)</translation>
    </message>
    <message>
        <source>Real-ESRGAN x2plus (official)</source>
        <translation>Real-ESRGAN x2plus (offiziell)</translation>
    </message>
    <message>
        <source>Real-ESRGAN x4plus (official)</source>
        <translation>Real-ESRGAN x4plus (offiziell)</translation>
    </message>
    <message>
        <source>Real-ESRGAN x4plus for drawings (official)</source>
        <translation>Real-ESRGAN x4plus für Zeichnungen (offiziell)</translation>
    </message>
    <message>
        <source>RealBasicVSR (official)</source>
        <translation>RealBasicVSR (offiziell)</translation>
    </message>
    <message>
        <source>Removes even, fine noise at the size of the video; takes much memory.</source>
        <translation>Entfernt gleichmäßiges, feines Rauschen in der Größe des Videos; braucht viel Speicher.</translation>
    </message>
    <message>
        <source>Sharpens what a moving hand camera blurred, at the size of the video; takes much memory.</source>
        <translation>Schärft, was eine bewegte Handkamera verwischt hat, in der Größe des Videos; braucht viel Speicher.</translation>
    </message>
    <message>
        <source>The network of the paper: cleans, and gives the most detail that holds still; wants a graphics card.</source>
        <translation>Das Netz der Veröffentlichung: reinigt und gibt die meisten Details, die ruhig bleiben; braucht eine Grafikkarte.</translation>
    </message>
    <message>
        <source>The same with less noise removed. Where both are here, Real-ESRGAN compact has a slider between the two.</source>
        <translation>Dasselbe, entfernt aber weniger Rauschen. Wo beide vorhanden sind, hat Real-ESRGAN kompakt einen Regler dazwischen.</translation>
    </message>
    <message>
        <source>Was not trained for the noise of tapes, and often leaves it.</source>
        <translation>Wurde nicht für das Rauschen von Bändern trainiert und lässt es oft stehen.</translation>
    </message>
</context>
<context>
    <name>newest</name>
    <message>
        <source>Homereel {version} is available; this is {installed}.</source>
        <translation>Homereel {version} ist verfügbar; installiert ist {installed}.</translation>
    </message>
    <message>
        <source>This is the newest version of Homereel ({installed}).</source>
        <translation>Dies ist die neueste Version von Homereel ({installed}).</translation>
    </message>
    <message>
        <source>You get it at {page}</source>
        <translation>Sie bekommen sie unter {page}</translation>
    </message>
</context>
<context>
    <name>options</name>
    <message>
        <source>&amp;Black borders</source>
        <translation>Schwarze R&amp;änder</translation>
    </message>
    <message>
        <source>&amp;File format</source>
        <translation>&amp;Dateiformat</translation>
    </message>
    <message>
        <source>&amp;Interlaced video</source>
        <translation>Halbb&amp;ilder</translation>
    </message>
    <message>
        <source>&amp;Keep the original sound as a second track</source>
        <translation>Urspr&amp;ünglichen Ton mitführen</translation>
    </message>
    <message>
        <source>&amp;Model</source>
        <translation>&amp;Modell</translation>
    </message>
    <message>
        <source>&amp;Repairs</source>
        <translation>Re&amp;paraturen</translation>
    </message>
    <message>
        <source>&amp;Strength</source>
        <translation>&amp;Stärke</translation>
    </message>
    <message>
        <source>&amp;Turn</source>
        <translation>Dreh&amp;ung</translation>
    </message>
    <message>
        <source>(auto: 16 bits where they are faster and as good)</source>
        <translation>(auto: 16 Bit, wo das schneller und ebenso gut ist)</translation>
    </message>
    <message>
        <source>(auto: h264, for 10 bits and HDR hevc)</source>
        <translation>(auto: h264, für 10 Bit und HDR hevc)</translation>
    </message>
    <message>
        <source>(auto: the one that holds all tracks of the source)</source>
        <translation>(auto: der Container, der alle Spuren der Quelle aufnimmt)</translation>
    </message>
    <message>
        <source>0 (best) to 51 of h264 and hevc (17, 19), to 63 of av1 (22); the others have none</source>
        <translation>0 (beste) bis 51 bei h264 und hevc (17, 19), bis 63 bei av1 (22); die anderen haben keine</translation>
    </message>
    <message>
        <source>1x, 2x, 4x, 480p, 720p, 1080p, 1440p, 2160p or WxH (by source)</source>
        <translation>1x, 2x, 4x, 480p, 720p, 1080p, 1440p, 2160p oder BxH (je nach Quelle)</translation>
    </message>
    <message>
        <source>Beginning of the name</source>
        <translation>Anfang des Namens</translation>
    </message>
    <message>
        <source>Bits of the pictures</source>
        <translation>Bits der Bilder</translation>
    </message>
    <message>
        <source>Co&amp;dec</source>
        <translation>C&amp;odec</translation>
    </message>
    <message>
        <source>Colo&amp;urs</source>
        <translation>Farbe&amp;n</translation>
    </message>
    <message>
        <source>Device</source>
        <translation>Gerät</translation>
    </message>
    <message>
        <source>E&amp;ncoded by</source>
        <translation>&amp;Kodiert von</translation>
    </message>
    <message>
        <source>End</source>
        <translation>Ende</translation>
    </message>
    <message>
        <source>Faded levels put right</source>
        <translation>Verblasste Töne auffrischen</translation>
    </message>
    <message>
        <source>Film &amp;grain</source>
        <translation>&amp;Filmkorn</translation>
    </message>
    <message>
        <source>Frames looked ahead</source>
        <translation>Vorausgeschaute Bilder</translation>
    </message>
    <message>
        <source>Frames restored in one go</source>
        <translation>Auf einmal restaurierte Bilder</translation>
    </message>
    <message>
        <source>N&amp;oise removed</source>
        <translation>&amp;Entrauschen</translation>
    </message>
    <message>
        <source>Name of the new file</source>
        <translation>Name der neuen Datei</translation>
    </message>
    <message>
        <source>Parts</source>
        <translation>Bestandteile</translation>
    </message>
    <message>
        <source>Pictures per second</source>
        <translation>Bilder je Sekunde</translation>
    </message>
    <message>
        <source>Precision</source>
        <translation>Genauigkeit</translation>
    </message>
    <message>
        <source>Qualit&amp;y</source>
        <translation>&amp;Qualität</translation>
    </message>
    <message>
        <source>Region</source>
        <translation>Ausschnitt</translation>
    </message>
    <message>
        <source>Sh&amp;ape</source>
        <translation>Fo&amp;rm</translation>
    </message>
    <message>
        <source>Si&amp;ze</source>
        <translation>&amp;Größe</translation>
    </message>
    <message>
        <source>Smooth to detailed</source>
        <translation>Glatt bis detailreich</translation>
    </message>
    <message>
        <source>Sound</source>
        <translation>Ton</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Anfang</translation>
    </message>
    <message>
        <source>Steady bet&amp;ween pictures</source>
        <translation>Ruhig von Bild &amp;zu Bild</translation>
    </message>
    <message>
        <source>a name for new files, where {{name}} stands for that of the source, {{part}} for the part that is restored, {{size}} and {{model}} for what they say ({{name}} restored)</source>
        <translation>ein Name für neue Dateien, in dem {{name}} für den der Quelle steht, {{part}} für den restaurierten Teil, {{size}} und {{model}} für Größe und Modell ({{name}} restored)</translation>
    </message>
    <message>
        <source>a region, in source pixels; auto: without black borders</source>
        <translation>ein Ausschnitt in Pixeln der Quelle; auto: ohne schwarze Ränder</translation>
    </message>
    <message>
        <source>auto: what was found for sure; off; or names: {repairs} (auto)</source>
        <translation>auto: was sicher gefunden wurde; off; oder Namen: {repairs} (auto)</translation>
    </message>
    <message>
        <source>black borders that were found: cut off, or painted black (keep)</source>
        <translation>gefundene schwarze Ränder: abgeschnitten oder schwarz übermalt (keep)</translation>
    </message>
    <message>
        <source>calm the flicker of a model that looks at one picture at a time</source>
        <translation>das Flimmern eines Modells beruhigen, das jedes Bild für sich ansieht</translation>
    </message>
    <message>
        <source>clockwise turn of the stored picture; 0: leave it as it is stored (auto)</source>
        <translation>Drehung des gespeicherten Bildes im Uhrzeigersinn; 0: wie gespeichert (auto)</translation>
    </message>
    <message>
        <source>display aspect of the upright picture; off: the stored pixels are square (auto)</source>
        <translation>Seitenverhältnis des aufrechten Bildes; off: die gespeicherten Pixel sind quadratisch (auto)</translation>
    </message>
    <message>
        <source>film grain put back at the end (0)</source>
        <translation>Filmkorn, das zum Schluss wieder aufgelegt wird (0)</translation>
    </message>
    <message>
        <source>frame: always; field: always, a picture for each field (auto: what is interlaced)</source>
        <translation>frame: immer; field: immer, ein Bild je Halbbild (auto: wo es Halbbilder gibt)</translation>
    </message>
    <message>
        <source>frames looked ahead</source>
        <translation>vorausgeschaute Bilder</translation>
    </message>
    <message>
        <source>frames restored in one go</source>
        <translation>auf einmal restaurierte Bilder</translation>
    </message>
    <message>
        <source>how far --repair levels goes (1)</source>
        <translation>wie weit --repair levels geht (1)</translation>
    </message>
    <message>
        <source>how much noise a model removes that is mixed of two: realesr-general-x4v3 (1)</source>
        <translation>wie viel Rauschen ein Modell entfernt, das aus zweien gemischt ist: realesr-general-x4v3 (1)</translation>
    </message>
    <message>
        <source>how much of the restoration is mixed over the plain enlargement (1)</source>
        <translation>wie viel von der Restaurierung über die einfache Vergrößerung gemischt wird (1)</translation>
    </message>
    <message>
        <source>keep: as it is, bit for bit; or what is put right: {sounds} (keep)</source>
        <translation>keep: wie er ist, Bit für Bit; oder was behoben wird: {sounds} (keep)</translation>
    </message>
    <message>
        <source>of png and tiff, for each colour (auto: 16 where the source has more than 8)</source>
        <translation>je Farbe, bei png und tiff (auto: 16, wo die Quelle mehr als 8 hat)</translation>
    </message>
    <message>
        <source>pictures per second where the source is numbered pictures: 16, 18, 24, ... (18)</source>
        <translation>Bilder je Sekunde, wenn die Quelle aus nummerierten Bildern besteht: 16, 18, 24, ... (18)</translation>
    </message>
    <message>
        <source>seconds or hh:mm:ss.mmm</source>
        <translation>Sekunden oder hh:mm:ss.mmm</translation>
    </message>
    <message>
        <source>see homereel models ({model})</source>
        <translation>siehe homereel models ({model})</translation>
    </message>
    <message>
        <source>small: smoother; large: more detail, and more of the noise; in 8-bit levels (auto)</source>
        <translation>klein: glatter; groß: mehr Details und mehr vom Rauschen; in Stufen von 8 Bit (auto)</translation>
    </message>
    <message>
        <source>the standard they follow (auto: as the file says, else by its size)</source>
        <translation>die Norm der Farben (auto: wie die Datei sagt, sonst nach ihrer Größe)</translation>
    </message>
    <message>
        <source>where --sound changes it, as a second track</source>
        <translation>wo --sound ihn ändert, als zweite Spur</translation>
    </message>
    <message>
        <source>where the picture is encoded; a card that cannot do it gives way (auto: cpu)</source>
        <translation>wo das Bild kodiert wird; eine Karte, die es nicht kann, wird ersetzt (auto: cpu)</translation>
    </message>
</context>
<context>
    <name>presets</name>
    <message>
        <source>8 mm or Super 8 film</source>
        <translation>8-mm- oder Super-8-Film</translation>
    </message>
    <message>
        <source>Any video</source>
        <translation>Beliebiges Video</translation>
    </message>
    <message>
        <source>DVD</source>
        <translation>DVD</translation>
    </message>
    <message>
        <source>For clips of photo cameras; they are never interlaced.</source>
        <translation>Für Clips von Fotokameras; sie haben nie Halbbilder.</translation>
    </message>
    <message>
        <source>Full strength, for small and strongly compressed pictures.</source>
        <translation>Volle Stärke, für kleine und stark komprimierte Bilder.</translation>
    </message>
    <message>
        <source>Gentle, since the picture of a digital tape is good already.</source>
        <translation>Sanft, da das Bild eines digitalen Bandes schon gut ist.</translation>
    </message>
    <message>
        <source>Keeps a tenth of the original in faces, and cuts off the black border.</source>
        <translation>Behält in Gesichtern ein Zehntel des Originals und schneidet den schwarzen Rand ab.</translation>
    </message>
    <message>
        <source>Leave it as it is</source>
        <translation>So lassen</translation>
    </message>
    <message>
        <source>MiniDV tape</source>
        <translation>MiniDV-Band</translation>
    </message>
    <message>
        <source>Old digital camera</source>
        <translation>Alte Digitalkamera</translation>
    </message>
    <message>
        <source>Old phone</source>
        <translation>Altes Telefon</translation>
    </message>
    <message>
        <source>Only stores it in a new file: same size, nothing restored or repaired.</source>
        <translation>Speichert es nur in eine neue Datei: gleiche Größe, nichts restauriert oder repariert.</translation>
    </message>
    <message>
        <source>Removes the blocks of a disc, gently.</source>
        <translation>Entfernt sanft die Blöcke einer DVD.</translation>
    </message>
    <message>
        <source>Takes dust and flicker out, cuts off the border, and keeps a little grain.</source>
        <translation>Nimmt Staub und Flackern heraus, schneidet den Rand ab und behält etwas Korn.</translation>
    </message>
    <message>
        <source>VHS or Video8 tape</source>
        <translation>VHS- oder Video8-Band</translation>
    </message>
</context>
<context>
    <name>proposals</name>
    <message numerus="yes">
        <source>%n numbered pictures: will be one film of {rate:.5g} pictures per second</source>
        <translation>
            <numerusform>%n nummeriertes Bild: wird ein Film mit {rate:.5g} Bildern je Sekunde</numerusform>
            <numerusform>%n nummerierte Bilder: werden ein Film mit {rate:.5g} Bildern je Sekunde</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n recordings in one file, each with its own clock: will follow on each other</source>
        <translation>
            <numerusform>eine Aufnahme in der Datei, mit eigener Uhr: folgt auf die anderen</numerusform>
            <numerusform>%n Aufnahmen in einer Datei, jede mit eigener Uhr: werden aneinandergefügt</numerusform>
        </translation>
    </message>
    <message>
        <source>, bottom field first</source>
        <translation>, unteres Halbbild zuerst</translation>
    </message>
    <message>
        <source>, top field first</source>
        <translation>, oberes Halbbild zuerst</translation>
    </message>
    <message>
        <source>HDR ({transfer}): stays HDR, in 10 bits</source>
        <translation>HDR ({transfer}): bleibt HDR, in 10 Bit</translation>
    </message>
    <message numerus="yes">
        <source>a film of a DVD in %n files: all will be restored, as one film</source>
        <translation>
            <numerusform>ein Film einer DVD in einer Datei: wird ganz restauriert</numerusform>
            <numerusform>ein Film einer DVD in %n Dateien: alle werden restauriert, als ein Film</numerusform>
        </translation>
    </message>
    <message>
        <source>black borders around {size} of the stored pixels, {share} % of the picture: kept, unless you cut them off or paint them black</source>
        <translation>schwarze Ränder um {size} der gespeicherten Pixel, {share} % des Bildes: bleiben, wenn Sie sie nicht abschneiden oder schwarz übermalen</translation>
    </message>
    <message>
        <source>colours without a tag: taken for those of HD television (BT.709)</source>
        <translation>Farben ohne Kennzeichnung: werden als die von HD-Fernsehen gelesen (BT.709)</translation>
    </message>
    <message>
        <source>colours without a tag: taken for those of standard television (BT.601)</source>
        <translation>Farben ohne Kennzeichnung: werden als die von gewöhnlichem Fernsehen gelesen (BT.601)</translation>
    </message>
    <message>
        <source>damaged: what cannot be decoded will be left out, and counted</source>
        <translation>beschädigt: was nicht zu lesen ist, wird weggelassen und gezählt</translation>
    </message>
    <message>
        <source>film spread over video by 2:3 pulldown{order}: will get back its own pictures, four for each five</source>
        <translation>Film, durch 2:3-Pulldown auf Video verteilt{order}: bekommt seine eigenen Bilder zurück, vier für je fünf</translation>
    </message>
    <message>
        <source>frame times vary: every frame keeps its own</source>
        <translation>wechselnde Bildzeiten: jedes Bild behält seine</translation>
    </message>
    <message>
        <source>interlaced in part{order}: will be deinterlaced where a picture needs it</source>
        <translation>zum Teil Halbbilder{order}: werden zu Vollbildern, wo ein Bild es braucht</translation>
    </message>
    <message>
        <source>interlaced{order}: will be deinterlaced</source>
        <translation>Halbbilder{order}: werden zu Vollbildern</translation>
    </message>
    <message>
        <source>marked as interlaced{order}, while most pictures look whole: will be deinterlaced where a picture needs it</source>
        <translation>als Halbbilder gekennzeichnet{order}, obwohl die meisten Bilder ganz aussehen: werden zu Vollbildern, wo ein Bild es braucht</translation>
    </message>
    <message>
        <source>mirrored: will be mirrored back</source>
        <translation>gespiegelt: wird zurückgespiegelt</translation>
    </message>
    <message>
        <source>recorded on its side: will be turned by {degrees} degrees clockwise</source>
        <translation>auf der Seite aufgenommen: wird um {degrees} Grad im Uhrzeigersinn gedreht</translation>
    </message>
    <message>
        <source>stored with pixels that are not square: will have the shape of {size}</source>
        <translation>mit nicht quadratischen Pixeln gespeichert: bekommt die Form von {size}</translation>
    </message>
    <message>
        <source>upside down: will be turned by 180 degrees</source>
        <translation>auf dem Kopf: wird um 180 Grad gedreht</translation>
    </message>
    <message>
        <source>widescreen: will have the shape of {size}</source>
        <translation>Breitbild: bekommt die Form von {size}</translation>
    </message>
</context>
<context>
    <name>readers</name>
    <message>
        <source>{text} ends before it starts</source>
        <translation>{text} endet, bevor es anfängt</translation>
    </message>
    <message>
        <source>{text} is neither X:Y:W:H in pixels nor auto</source>
        <translation>{text} ist weder X:Y:W:H in Pixeln noch auto</translation>
    </message>
    <message>
        <source>{text} is none of auto, off or W:H like 16:9</source>
        <translation>{text} ist keins von auto, off oder W:H wie 16:9</translation>
    </message>
    <message>
        <source>{text} is none of {known}</source>
        <translation>{text} ist keins von {known}</translation>
    </message>
    <message>
        <source>{text} is none of {known} or WxH</source>
        <translation>{text} ist keins von {known} oder WxH</translation>
    </message>
    <message>
        <source>{text} is not a number from {low:g} to {high:g}</source>
        <translation>{text} ist keine Zahl von {low:g} bis {high:g}</translation>
    </message>
    <message>
        <source>{text} is not a range like 0:10-1:30</source>
        <translation>{text} ist kein Bereich wie 0:10-1:30</translation>
    </message>
    <message>
        <source>{text} is not a time like 12.5 or 0:01:02.500</source>
        <translation>{text} ist keine Zeit wie 12.5 oder 0:01:02.500</translation>
    </message>
    <message>
        <source>{text} is not a whole number from {low} to {high}</source>
        <translation>{text} ist keine ganze Zahl von {low} bis {high}</translation>
    </message>
    <message>
        <source>{text} is not {spelling}</source>
        <translation>{text} ist nicht {spelling}</translation>
    </message>
    <message>
        <source>{text} is too large</source>
        <translation>{text} ist zu groß</translation>
    </message>
    <message>
        <source>{text} stands alone, without other words</source>
        <translation>{text} steht allein, ohne andere Wörter</translation>
    </message>
    <message>
        <source>{text}: a side has {low} to {high} pixels</source>
        <translation>{text}: eine Seite hat {low} bis {high} Pixel</translation>
    </message>
</context>
<context>
    <name>report</name>
    <message numerus="yes">
        <source>%n channels</source>
        <translation>
            <numerusform>%n Kanal</numerusform>
            <numerusform>%n Kanäle</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n chapters</source>
        <translation>
            <numerusform>%n Kapitel</numerusform>
            <numerusform>%n Kapitel</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n frames</source>
        <translation>
            <numerusform>%n Bild</numerusform>
            <numerusform>%n Bilder</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n further video streams that will not be restored</source>
        <translation>
            <numerusform>%n weiterer Videostrom, der nicht restauriert wird</numerusform>
            <numerusform>%n weitere Videoströme, die nicht restauriert werden</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n in the part that was looked at</source>
        <comment>places of damage</comment>
        <translation>
            <numerusform>%n Stelle in dem Teil, der angesehen wurde</numerusform>
            <numerusform>%n Stellen in dem Teil, der angesehen wurde</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n subtitle tracks</source>
        <translation>
            <numerusform>%n Untertitelspur</numerusform>
            <numerusform>%n Untertitelspuren</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n tracks of timed data</source>
        <translation>
            <numerusform>%n Spur mit Zeitdaten</numerusform>
            <numerusform>%n Spuren mit Zeitdaten</numerusform>
        </translation>
    </message>
    <message>
        <source>Also</source>
        <translation>Außerdem</translation>
    </message>
    <message>
        <source>Cards: none found</source>
        <translation>Karten: keine gefunden</translation>
    </message>
    <message>
        <source>Cards: {names}</source>
        <translation>Karten: {names}</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>Farben</translation>
    </message>
    <message>
        <source>Damage</source>
        <translation>Schäden</translation>
    </message>
    <message>
        <source>Faults of the picture</source>
        <translation>Fehler des Bildes</translation>
    </message>
    <message>
        <source>Faults of the sound</source>
        <translation>Fehler des Tons</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>Format</translation>
    </message>
    <message>
        <source>Frame rate</source>
        <translation>Bildrate</translation>
    </message>
    <message>
        <source>Length</source>
        <translation>Länge</translation>
    </message>
    <message>
        <source>Licence: {licence}</source>
        <translation>Lizenz: {licence}</translation>
    </message>
    <message>
        <source>MP4 or QuickTime</source>
        <translation>MP4 oder QuickTime</translation>
    </message>
    <message>
        <source>MPEG program stream</source>
        <translation>MPEG-Programmstrom</translation>
    </message>
    <message>
        <source>MPEG transport stream</source>
        <translation>MPEG-Transportstrom</translation>
    </message>
    <message>
        <source>Matroska or WebM</source>
        <translation>Matroska oder WebM</translation>
    </message>
    <message>
        <source>Not kept as it is</source>
        <translation>Bleibt nicht, wie es ist</translation>
    </message>
    <message>
        <source>Numbered pictures</source>
        <translation>Nummerierte Bilder</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>Bild</translation>
    </message>
    <message>
        <source>Proposals</source>
        <translation>Vorschläge</translation>
    </message>
    <message>
        <source>Recorded</source>
        <translation>Aufgenommen</translation>
    </message>
    <message>
        <source>Recordings</source>
        <translation>Aufnahmen</translation>
    </message>
    <message>
        <source>Sound</source>
        <translation>Ton</translation>
    </message>
    <message>
        <source>Starts</source>
        <translation>Beginnt</translation>
    </message>
    <message>
        <source>Takes: {cost}</source>
        <translation>Dauert: {cost}</translation>
    </message>
    <message>
        <source>The build of PyTorch that came with Homereel is used.</source>
        <translation>Die PyTorch-Ausführung, die mit Homereel kam, wird verwendet.</translation>
    </message>
    <message>
        <source>There is no build of PyTorch to fetch for this system in this version.</source>
        <translation>In dieser Version gibt es für dieses System keine PyTorch-Ausführung zu holen.</translation>
    </message>
    <message>
        <source>Time code</source>
        <translation>Timecode</translation>
    </message>
    <message>
        <source>about {time} ({rate} frames/s)</source>
        <translation>etwa {time} ({rate} Bilder/s)</translation>
    </message>
    <message>
        <source>added</source>
        <translation>hinzugefügt</translation>
    </message>
    <message>
        <source>an hour of video takes</source>
        <translation>eine Stunde Video dauert</translation>
    </message>
    <message>
        <source>black and white</source>
        <translation>schwarzweiß</translation>
    </message>
    <message>
        <source>bundled</source>
        <translation>mitgeliefert</translation>
    </message>
    <message>
        <source>film in 2:3 pulldown</source>
        <translation>Film in 2:3-Pulldown</translation>
    </message>
    <message>
        <source>for a card that was not found</source>
        <translation>für eine Karte, die nicht gefunden wurde</translation>
    </message>
    <message>
        <source>frame</source>
        <translation>Bild</translation>
    </message>
    <message>
        <source>frames/s</source>
        <translation>Bilder/s</translation>
    </message>
    <message>
        <source>full range</source>
        <translation>voller Wertebereich</translation>
    </message>
    <message>
        <source>in use</source>
        <translation>in Gebrauch</translation>
    </message>
    <message>
        <source>installed</source>
        <translation>installiert</translation>
    </message>
    <message>
        <source>installed, damaged or not tested: not used</source>
        <translation>installiert, beschädigt oder nicht geprüft: nicht in Gebrauch</translation>
    </message>
    <message>
        <source>interlaced</source>
        <translation>Halbbilder</translation>
    </message>
    <message>
        <source>interlaced in part</source>
        <translation>zum Teil Halbbilder</translation>
    </message>
    <message>
        <source>limited range</source>
        <translation>begrenzter Wertebereich</translation>
    </message>
    <message>
        <source>matrix {number}</source>
        <translation>Matrix {number}</translation>
    </message>
    <message>
        <source>memory</source>
        <translation>Speicher</translation>
    </message>
    <message>
        <source>missing</source>
        <translation>fehlt</translation>
    </message>
    <message>
        <source>mono</source>
        <translation>mono</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keiner</translation>
    </message>
    <message>
        <source>not installed</source>
        <translation>nicht installiert</translation>
    </message>
    <message>
        <source>picture after {seconds} s</source>
        <translation>Bild nach {seconds} s</translation>
    </message>
    <message>
        <source>shown as {size}</source>
        <translation>gezeigt als {size}</translation>
    </message>
    <message>
        <source>sound {number} after {seconds} s</source>
        <translation>Ton {number} nach {seconds} s</translation>
    </message>
    <message>
        <source>stereo</source>
        <translation>stereo</translation>
    </message>
    <message>
        <source>title “{title}”</source>
        <translation>Titel „{title}“</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>unbekannt</translation>
    </message>
    <message>
        <source>varies; every frame keeps its own time</source>
        <translation>wechselt; jedes Bild behält seine eigene Zeit</translation>
    </message>
    <message>
        <source>write {size} pixels (--size chooses)</source>
        <translation>{size} Pixel schreiben (--size wählt)</translation>
    </message>
    <message>
        <source>{bits} bit</source>
        <translation>{bits} Bit</translation>
    </message>
    <message>
        <source>{colours} (not tagged)</source>
        <translation>{colours} (nicht gekennzeichnet)</translation>
    </message>
    <message>
        <source>{model} on {device}, {precision}</source>
        <translation>{model} auf {device}, {precision}</translation>
    </message>
    <message>
        <source>{number}: {date}, from {start}, {seconds} seconds</source>
        <translation>{number}: {date}, ab {start}, {seconds} Sekunden</translation>
    </message>
    <message>
        <source>{proposal} (cut off: {option})</source>
        <translation>{proposal} (abschneiden: {option})</translation>
    </message>
    <message>
        <source>{proposal} (otherwise: {option})</source>
        <translation>{proposal} (sonst: {option})</translation>
    </message>
    <message>
        <source>{rate:.5g} per second</source>
        <translation>{rate:.5g} je Sekunde</translation>
    </message>
    <message>
        <source>{seconds} seconds</source>
        <translation>{seconds} Sekunden</translation>
    </message>
    <message>
        <source>{size} stored</source>
        <translation>{size} gespeichert</translation>
    </message>
    <message>
        <source>{time}, at {place}</source>
        <translation>{time}, in {place}</translation>
    </message>
    <message>
        <source>{track}, cannot be read</source>
        <translation>{track}, nicht lesbar</translation>
    </message>
</context>
<context>
    <name>score</name>
    <message>
        <source>BRISQUE needs its file of parameters: see “homereel score --help”.</source>
        <translation>BRISQUE braucht seine Parameterdatei: siehe „homereel score --help“.</translation>
    </message>
    <message>
        <source>Looks a little better than the source by {measure} ({change:+.1f}).</source>
        <translation>Sieht nach {measure} etwas besser aus als die Quelle ({change:+.1f}).</translation>
    </message>
    <message>
        <source>Looks a little worse than the source by {measure} ({change:+.1f}).</source>
        <translation>Sieht nach {measure} etwas schlechter aus als die Quelle ({change:+.1f}).</translation>
    </message>
    <message>
        <source>Looks about as the source by {measure} ({change:+.1f}).</source>
        <translation>Sieht nach {measure} etwa wie die Quelle aus ({change:+.1f}).</translation>
    </message>
    <message>
        <source>Looks clearly better than the source by {measure} ({change:+.1f}).</source>
        <translation>Sieht nach {measure} deutlich besser aus als die Quelle ({change:+.1f}).</translation>
    </message>
    <message>
        <source>Looks clearly worse than the source by {measure} ({change:+.1f}).</source>
        <translation>Sieht nach {measure} deutlich schlechter aus als die Quelle ({change:+.1f}).</translation>
    </message>
    <message>
        <source>Lower is better. NIQE: how far from undamaged photographs; BRISQUE: what people disliked.</source>
        <translation>Kleiner ist besser. NIQE: wie weit von unbeschädigten Fotos entfernt; BRISQUE: was Menschen missfiel.</translation>
    </message>
    <message>
        <source>Too small to compare.</source>
        <translation>Zu klein zum Vergleichen.</translation>
    </message>
    <message>
        <source>frames</source>
        <translation>Bilder</translation>
    </message>
    <message numerus="yes">
        <source>mean of %n clips</source>
        <translation>
            <numerusform>Mittel von %n Clip</numerusform>
            <numerusform>Mittel von %n Clips</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>mean of %n results</source>
        <translation>
            <numerusform>Mittel von %n Ergebnis</numerusform>
            <numerusform>Mittel von %n Ergebnissen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>mean of %n sources</source>
        <translation>
            <numerusform>Mittel von %n Quelle</numerusform>
            <numerusform>Mittel von %n Quellen</numerusform>
        </translation>
    </message>
    <message>
        <source>{name} (source, enlarged)</source>
        <translation>{name} (Quelle, vergrößert)</translation>
    </message>
</context>
<context>
    <name>self_test</name>
    <message numerus="yes">
        <source>%n frames on {device}, with sound</source>
        <translation>
            <numerusform>%n Bild auf {device}, mit Ton</numerusform>
            <numerusform>%n Bilder auf {device}, mit Ton</numerusform>
        </translation>
    </message>
    <message>
        <source>bundled model</source>
        <translation>mitgeliefertes Modell</translation>
    </message>
    <message>
        <source>cannot encode: {encoders}</source>
        <translation>kann nicht kodieren: {encoders}</translation>
    </message>
    <message>
        <source>encoders</source>
        <translation>Encoder</translation>
    </message>
    <message>
        <source>it did not open and close</source>
        <translation>es öffnete und schloss sich nicht</translation>
    </message>
    <message numerus="yes">
        <source>killed, resumed after %n frames, same pictures</source>
        <translation>
            <numerusform>abgebrochen, nach %n Bild fortgesetzt, gleiche Bilder</numerusform>
            <numerusform>abgebrochen, nach %n Bildern fortgesetzt, gleiche Bilder</numerusform>
        </translation>
    </message>
    <message>
        <source>not tried: the render was over before it could be killed</source>
        <translation>nicht versucht: die Restaurierung war zu Ende, bevor sie abgebrochen werden konnte</translation>
    </message>
    <message>
        <source>restoring</source>
        <translation>Restaurieren</translation>
    </message>
    <message>
        <source>resuming</source>
        <translation>Fortsetzen</translation>
    </message>
    <message>
        <source>the frames are not those of an undisturbed render</source>
        <translation>die Bilder sind nicht die einer ungestörten Restaurierung</translation>
    </message>
    <message>
        <source>the program ended with status {status}</source>
        <translation>das Programm endete mit Status {status}</translation>
    </message>
    <message>
        <source>the render started again from the beginning</source>
        <translation>die Restaurierung begann wieder von vorn</translation>
    </message>
    <message>
        <source>the sound is not that of the source</source>
        <translation>der Ton ist nicht der der Quelle</translation>
    </message>
    <message>
        <source>window</source>
        <translation>Fenster</translation>
    </message>
    <message>
        <source>{done} of {total} frames</source>
        <translation>{done} von {total} Bildern</translation>
    </message>
    <message>
        <source>{model}, checksum right</source>
        <translation>{model}, Prüfsumme richtig</translation>
    </message>
</context>
<context>
    <name>sound</name>
    <message>
        <source>Clicks</source>
        <translation>Knackser</translation>
    </message>
    <message>
        <source>Hiss</source>
        <translation>Rauschen</translation>
    </message>
    <message>
        <source>Hum</source>
        <translation>Brummen</translation>
    </message>
    <message>
        <source>Loudness</source>
        <translation>Lautheit</translation>
    </message>
    <message>
        <source>Sound to both sides</source>
        <translation>Ton auf beide Seiten</translation>
    </message>
    <message>
        <source>clicks: about {a_minute:.0f} a minute</source>
        <translation>Knackser: etwa {a_minute:.0f} je Minute</translation>
    </message>
    <message>
        <source>hiss: steady noise at {level:.0f} dB, {distance:.0f} dB below the loud parts</source>
        <translation>Rauschen: gleichmäßig bei {level:.0f} dB, {distance:.0f} dB unter den lauten Stellen</translation>
    </message>
    <message>
        <source>hum of the mains: {frequency:.1f} Hz and its harmonics, at {level:.0f} dB</source>
        <translation>Netzbrummen: {frequency:.1f} Hz und Obertöne, bei {level:.0f} dB</translation>
    </message>
    <message>
        <source>loudness {loudness:.0f} LUFS (usual: -18)</source>
        <translation>Lautheit {loudness:.0f} LUFS (üblich: -18)</translation>
    </message>
    <message>
        <source>nothing was found</source>
        <translation>nichts gefunden</translation>
    </message>
    <message>
        <source>sound on the left side only</source>
        <translation>Ton nur auf der linken Seite</translation>
    </message>
    <message>
        <source>sound on the right side only</source>
        <translation>Ton nur auf der rechten Seite</translation>
    </message>
    <message>
        <source>the two sides cancel each other out (opposite phase)</source>
        <translation>die beiden Seiten löschen sich gegenseitig aus (Gegenphase)</translation>
    </message>
    <message>
        <source>{fault}: stays, unless you ask for --sound {name}</source>
        <translation>{fault}: bleibt, wenn Sie nicht --sound {name} angeben</translation>
    </message>
    <message>
        <source>{fault}: will be put right</source>
        <translation>{fault}: wird behoben</translation>
    </message>
</context>
<context>
    <name>start</name>
    <message>
        <source>{size} drawn with Qt {version}, {platform}</source>
        <translation>{size} gezeichnet mit Qt {version}, {platform}</translation>
    </message>
</context>
</TS>
