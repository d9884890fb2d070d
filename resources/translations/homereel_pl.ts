<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="pl" sourcelanguage="en">
<context>
    <name>AboutDialog</name>
    <message>
        <source>&lt;b&gt;Homereel {version}&lt;/b&gt; restores old family videos on your own computer, with RealBasicVSR (Chan et al., arXiv:2111.12704) and networks like it. Its own code is under the Apache License 2.0.</source>
        <translation>&lt;b&gt;Homereel {version}&lt;/b&gt; odnawia stare filmy rodzinne na własnym komputerze, używając RealBasicVSR (Chan et al., arXiv:2111.12704) i podobnych sieci. Własny kod programu jest na licencji Apache 2.0.</translation>
    </message>
    <message>
        <source>About Homereel</source>
        <translation>O programie Homereel</translation>
    </message>
    <message>
        <source>Licence</source>
        <translation>Licencja</translation>
    </message>
    <message>
        <source>Parts</source>
        <translation>Składniki</translation>
    </message>
    <message>
        <source>This package as a whole is under the GNU General Public License 3 or later, since it contains FFmpeg with x264 and x265.</source>
        <translation>Ten pakiet jako całość jest na licencji GNU General Public License 3 lub nowszej, bo zawiera FFmpeg z x264 i x265.</translation>
    </message>
    <message>
        <source>This part brings no text of its licence.</source>
        <translation>Ten składnik nie zawiera tekstu swojej licencji.</translation>
    </message>
</context>
<context>
    <name>Adding</name>
    <message numerus="yes">
        <source>%n restored files of Homereel were left out.</source>
        <translation>
            <numerusform>Pominięto %n plik odnowiony przez Homereel.</numerusform>
            <numerusform>Pominięto %n pliki odnowione przez Homereel.</numerusform>
            <numerusform>Pominięto %n plików odnowionych przez Homereel.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Add %n clips</source>
        <translation>
            <numerusform>Dodaj %n klip</numerusform>
            <numerusform>Dodaj %n klipy</numerusform>
            <numerusform>Dodaj %n klipów</numerusform>
        </translation>
    </message>
    <message>
        <source>Add a clip again</source>
        <translation>Dodaj klip jeszcze raz</translation>
    </message>
    <message>
        <source>Add the videos of a folder</source>
        <translation>Dodaj filmy z folderu</translation>
    </message>
    <message>
        <source>Add videos</source>
        <translation>Dodaj filmy</translation>
    </message>
    <message>
        <source>All files</source>
        <translation>Wszystkie pliki</translation>
    </message>
    <message numerus="yes">
        <source>Duplicate %n clips</source>
        <translation>
            <numerusform>Powiel %n klip</numerusform>
            <numerusform>Powiel %n klipy</numerusform>
            <numerusform>Powiel %n klipów</numerusform>
        </translation>
    </message>
    <message>
        <source>Files that are no videos were left out: {kinds}</source>
        <translation>Pominięto pliki, które nie są filmami: {kinds}</translation>
    </message>
    <message numerus="yes">
        <source>Removed %n clips from the list; Ctrl+Z brings them back.</source>
        <translation>
            <numerusform>Usunięto z listy %n klip; Ctrl+Z go przywraca.</numerusform>
            <numerusform>Usunięto z listy %n klipy; Ctrl+Z je przywraca.</numerusform>
            <numerusform>Usunięto z listy %n klipów; Ctrl+Z je przywraca.</numerusform>
        </translation>
    </message>
    <message>
        <source>Show a finished clip</source>
        <translation>Pokaż gotowy klip</translation>
    </message>
    <message>
        <source>There is no video in this folder.</source>
        <translation>W tym folderze nie ma żadnego filmu.</translation>
    </message>
    <message>
        <source>Videos</source>
        <translation>Filmy</translation>
    </message>
    <message>
        <source>no suffix</source>
        <translation>bez rozszerzenia</translation>
    </message>
    <message>
        <source>“{name}” is being restored; cancel it first.</source>
        <translation>„{name}” jest właśnie odnawiany; najpierw anuluj.</translation>
    </message>
    <message>
        <source>“{name}” was in the list already; now it is there once more.</source>
        <translation>„{name}” był już na liście; teraz jest jeszcze raz.</translation>
    </message>
</context>
<context>
    <name>CardBar</name>
    <message>
        <source>Not now</source>
        <translation>Nie teraz</translation>
    </message>
    <message>
        <source>“Clips, Graphics card” offers it later</source>
        <translation>„Klipy, Karta graficzna” zaproponuje to później</translation>
    </message>
</context>
<context>
    <name>CardChoosing</name>
    <message>
        <source>The graphics card is used when you open Homereel again.</source>
        <translation>Karta graficzna będzie używana po ponownym otwarciu Homereel.</translation>
    </message>
</context>
<context>
    <name>CardPage</name>
    <message>
        <source>Cancel</source>
        <translation>Anuluj</translation>
    </message>
    <message>
        <source>Deletes what was fetched for the card</source>
        <translation>Usuwa to, co pobrano dla karty</translation>
    </message>
    <message>
        <source>Fetched</source>
        <translation>Pobrano</translation>
    </message>
    <message>
        <source>Graphics card</source>
        <translation>Karta graficzna</translation>
    </message>
    <message>
        <source>Looking for graphics cards…</source>
        <translation>Szukanie kart graficznych…</translation>
    </message>
    <message>
        <source>Unpacking and testing it; this takes some minutes…</source>
        <translation>Rozpakowywanie i sprawdzanie; to potrwa kilka minut…</translation>
    </message>
    <message>
        <source>Use the processor again</source>
        <translation>Wróć do używania procesora</translation>
    </message>
</context>
<context>
    <name>Changes</name>
    <message>
        <source>Change options</source>
        <translation>Zmień opcje</translation>
    </message>
    <message>
        <source>Change the output folder</source>
        <translation>Zmień folder wynikowy</translation>
    </message>
    <message numerus="yes">
        <source>Group %n clips</source>
        <translation>
            <numerusform>Zgrupuj %n klip</numerusform>
            <numerusform>Zgrupuj %n klipy</numerusform>
            <numerusform>Zgrupuj %n klipów</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Move %n clips</source>
        <translation>
            <numerusform>Przesuń %n klip</numerusform>
            <numerusform>Przesuń %n klipy</numerusform>
            <numerusform>Przesuń %n klipów</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Remove %n clips</source>
        <translation>
            <numerusform>Usuń %n klip</numerusform>
            <numerusform>Usuń %n klipy</numerusform>
            <numerusform>Usuń %n klipów</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Take %n clips out of their group</source>
        <translation>
            <numerusform>Wyjmij %n klip z grupy</numerusform>
            <numerusform>Wyjmij %n klipy z grupy</numerusform>
            <numerusform>Wyjmij %n klipów z grupy</numerusform>
        </translation>
    </message>
    <message>
        <source>“{name}” is being restored, and stays as it is.</source>
        <translation>Trwa odnawianie „{name}”; nic się w nim nie zmienia.</translation>
    </message>
</context>
<context>
    <name>ClipList</name>
    <message>
        <source>Clips</source>
        <translation>Klipy</translation>
    </message>
</context>
<context>
    <name>ClipSide</name>
    <message>
        <source>Add files…</source>
        <translation>Dodaj pliki…</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Anuluj</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Wstrzymaj</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Usuń</translation>
    </message>
    <message>
        <source>Restore all</source>
        <translation>Odnów wszystko</translation>
    </message>
</context>
<context>
    <name>Commands</name>
    <message>
        <source>Take the old options back</source>
        <translation>Przywróć dawne opcje</translation>
    </message>
</context>
<context>
    <name>CompareActions</name>
    <message>
        <source>&amp;Choose the region</source>
        <translation>&amp;Wybierz obszar</translation>
    </message>
    <message>
        <source>&amp;Difference</source>
        <translation>&amp;Różnica</translation>
    </message>
    <message>
        <source>&amp;Hear the original sound</source>
        <translation>Słuchaj dźwięku ory&amp;ginalnego</translation>
    </message>
    <message>
        <source>&amp;Play or pause</source>
        <translation>Odtwórz &amp;lub wstrzymaj</translation>
    </message>
    <message>
        <source>&amp;Restore the marked region</source>
        <translation>&amp;Odnów zaznaczony obszar</translation>
    </message>
    <message>
        <source>&amp;Side by side</source>
        <translation>&amp;Obok siebie</translation>
    </message>
    <message>
        <source>&amp;Whole picture</source>
        <translation>&amp;Cały obraz</translation>
    </message>
    <message>
        <source>A &amp;line to drag</source>
        <translation>&amp;Z przesuwaną linią</translation>
    </message>
    <message>
        <source>Compare &amp;looks of this moment</source>
        <translation>&amp;Porównaj warianty tej chwili</translation>
    </message>
    <message>
        <source>Compare with the &amp;finished file</source>
        <translation>Porównaj &amp;z gotowym plikiem</translation>
    </message>
    <message>
        <source>End here</source>
        <translation>Zakończ tutaj</translation>
    </message>
    <message>
        <source>Fit the &amp;region</source>
        <translation>&amp;Dopasuj obszar</translation>
    </message>
    <message>
        <source>Line</source>
        <translation>Linia</translation>
    </message>
    <message>
        <source>Looks</source>
        <translation>Warianty</translation>
    </message>
    <message>
        <source>Ne&amp;xt frame</source>
        <translation>N&amp;astępna klatka</translation>
    </message>
    <message>
        <source>Next &amp;shot</source>
        <translation>&amp;Następne ujęcie</translation>
    </message>
    <message>
        <source>O&amp;ne to one</source>
        <translation>J&amp;eden do jednego</translation>
    </message>
    <message>
        <source>One second &amp;back</source>
        <translation>&amp;Sekundę wstecz</translation>
    </message>
    <message>
        <source>One second &amp;on</source>
        <translation>S&amp;ekundę dalej</translation>
    </message>
    <message>
        <source>Pr&amp;evious frame</source>
        <translation>Poprzednia &amp;klatka</translation>
    </message>
    <message>
        <source>Pre&amp;vious shot</source>
        <translation>Poprzednie &amp;ujęcie</translation>
    </message>
    <message>
        <source>Restore &amp;up to this moment</source>
        <translation>Odnawiaj &amp;do tej chwili</translation>
    </message>
    <message>
        <source>Restore from this &amp;moment on</source>
        <translation>Odnawiaj od &amp;tej chwili</translation>
    </message>
    <message>
        <source>Restore the whole video again</source>
        <translation>Odnawiaj znów cały film</translation>
    </message>
    <message>
        <source>Side by side</source>
        <translation>Obok siebie</translation>
    </message>
    <message>
        <source>Soun&amp;d of the preview</source>
        <translation>Dźw&amp;ięk podglądu</translation>
    </message>
    <message>
        <source>Start here</source>
        <translation>Zacznij tutaj</translation>
    </message>
    <message>
        <source>Whole video</source>
        <translation>Cały film</translation>
    </message>
    <message>
        <source>Zoom &amp;in</source>
        <translation>&amp;Powiększ</translation>
    </message>
    <message>
        <source>Zoom &amp;out</source>
        <translation>Po&amp;mniejsz</translation>
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
        <translation>Wybierz wygląd</translation>
    </message>
    <message>
        <source>Not as you like it? “Looks” (V) shows it in four ways.</source>
        <translation>Nie podoba się? „Warianty” (V) pokazują to na cztery sposoby.</translation>
    </message>
    <message>
        <source>“{name}” is being restored; its look can be changed once it is done.</source>
        <translation>Trwa odnawianie „{name}”; wygląd można zmienić po zakończeniu.</translation>
    </message>
</context>
<context>
    <name>Comparison</name>
    <message>
        <source>Comparison</source>
        <translation>Porównanie</translation>
    </message>
    <message>
        <source>Line at {percent} %</source>
        <translation>Linia na {percent}%</translation>
    </message>
    <message>
        <source>Region of {width} × {height} pixels, {x} from the left, {y} from the top</source>
        <translation>Obszar {width} × {height} pikseli, {x} od lewej, {y} od góry</translation>
    </message>
</context>
<context>
    <name>ComparisonPanel</name>
    <message>
        <source>Draw a rectangle, or drag the one that is there</source>
        <translation>Narysuj prostokąt lub przeciągnij ten, który już jest</translation>
    </message>
    <message>
        <source>Finished file</source>
        <translation>Gotowy plik</translation>
    </message>
    <message>
        <source>No sound can be played on this computer: the pictures play alone.</source>
        <translation>Na tym komputerze nie można odtwarzać dźwięku: obraz jest bez niego.</translation>
    </message>
    <message>
        <source>Not restored yet</source>
        <translation>Jeszcze nieodnowiony</translation>
    </message>
    <message numerus="yes">
        <source>Only the first %n frames: more would take too much memory</source>
        <translation>
            <numerusform>Tylko pierwsza klatka: więcej zajęłoby za dużo pamięci</numerusform>
            <numerusform>Tylko pierwsze %n klatki: więcej zajęłoby za dużo pamięci</numerusform>
            <numerusform>Tylko pierwszych %n klatek: więcej zajęłoby za dużo pamięci</numerusform>
        </translation>
    </message>
    <message>
        <source>Opening the finished file…</source>
        <translation>Otwieranie gotowego pliku…</translation>
    </message>
    <message>
        <source>Original</source>
        <translation>Oryginał</translation>
    </message>
    <message>
        <source>Press “Preview” (P) to restore the marked region</source>
        <translation>Naciśnij „Podgląd” (P), aby odnowić zaznaczony obszar</translation>
    </message>
    <message>
        <source>Restored</source>
        <translation>Odnowiony</translation>
    </message>
    <message numerus="yes">
        <source>Restoring… %n frames</source>
        <translation>
            <numerusform>Odnawianie… %n klatka</numerusform>
            <numerusform>Odnawianie… %n klatki</numerusform>
            <numerusform>Odnawianie… %n klatek</numerusform>
        </translation>
    </message>
    <message>
        <source>Restoring… {count} s</source>
        <translation>Odnawianie… {count} s</translation>
    </message>
    <message>
        <source>The render makes room for the preview…</source>
        <translation>Odnawianie ustępuje podglądowi…</translation>
    </message>
</context>
<context>
    <name>Countdown</name>
    <message numerus="yes">
        <source>All is restored. The computer goes to sleep in %n seconds.</source>
        <translation>
            <numerusform>Wszystko odnowione. Komputer zaśnie za %n sekundę.</numerusform>
            <numerusform>Wszystko odnowione. Komputer zaśnie za %n sekundy.</numerusform>
            <numerusform>Wszystko odnowione. Komputer zaśnie za %n sekund.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>All is restored. The computer shuts down in %n seconds.</source>
        <translation>
            <numerusform>Wszystko odnowione. Komputer wyłączy się za %n sekundę.</numerusform>
            <numerusform>Wszystko odnowione. Komputer wyłączy się za %n sekundy.</numerusform>
            <numerusform>Wszystko odnowione. Komputer wyłączy się za %n sekund.</numerusform>
        </translation>
    </message>
    <message>
        <source>At once</source>
        <translation>Od razu</translation>
    </message>
    <message>
        <source>Stay awake</source>
        <translation>Nie usypiaj</translation>
    </message>
    <message numerus="yes">
        <source>The computer goes to sleep in %n seconds.</source>
        <translation>
            <numerusform>Komputer zostanie uśpiony za %n sekundę.</numerusform>
            <numerusform>Komputer zostanie uśpiony za %n sekundy.</numerusform>
            <numerusform>Komputer zostanie uśpiony za %n sekund.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The computer shuts down in %n seconds.</source>
        <translation>
            <numerusform>Komputer zostanie wyłączony za %n sekundę.</numerusform>
            <numerusform>Komputer zostanie wyłączony za %n sekundy.</numerusform>
            <numerusform>Komputer zostanie wyłączony za %n sekund.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Editing</name>
    <message>
        <source>Change the range</source>
        <translation>Zmień zakres</translation>
    </message>
    <message>
        <source>Paste the look</source>
        <translation>Wklej wygląd</translation>
    </message>
    <message>
        <source>Reset all options</source>
        <translation>Zresetuj wszystkie opcje</translation>
    </message>
</context>
<context>
    <name>Findings</name>
    <message>
        <source>Found in this video</source>
        <translation>Znaleziono w tym filmie</translation>
    </message>
    <message>
        <source>What has no tick stays as it is; click on it to put it right.</source>
        <translation>To, co niezaznaczone, zostaje bez zmian; kliknij, aby to poprawić.</translation>
    </message>
</context>
<context>
    <name>Foot</name>
    <message>
        <source>Play it</source>
        <translation>Odtwórz</translation>
    </message>
    <message>
        <source>Show its folder</source>
        <translation>Pokaż jego folder</translation>
    </message>
</context>
<context>
    <name>HistoryDialog</name>
    <message>
        <source>&amp;Compare again</source>
        <translation>&amp;Porównaj ponownie</translation>
    </message>
    <message>
        <source>&amp;Play</source>
        <translation>&amp;Odtwórz</translation>
    </message>
    <message>
        <source>For&amp;get all</source>
        <translation>&amp;Zapomnij wszystko</translation>
    </message>
    <message>
        <source>Forget it</source>
        <translation>Zapomnij</translation>
    </message>
    <message>
        <source>Forget what was restored? The restored files stay.</source>
        <translation>Zapomnieć, co odnowiono? Odnowione pliki pozostaną.</translation>
    </message>
    <message>
        <source>Keep the list</source>
        <translation>Zachowaj listę</translation>
    </message>
    <message>
        <source>Nothing was restored yet. Videos that you restore are listed here.</source>
        <translation>Jeszcze niczego nie odnowiono. Odnowione filmy pojawią się tutaj.</translation>
    </message>
    <message>
        <source>Puts it into the list with the same options, to be changed</source>
        <translation>Wstawia go na listę z tymi samymi opcjami, do zmiany</translation>
    </message>
    <message>
        <source>Restore &amp;again…</source>
        <translation>Od&amp;nów ponownie…</translation>
    </message>
    <message>
        <source>Show in &amp;folder</source>
        <translation>Pokaż w &amp;folderze</translation>
    </message>
    <message>
        <source>What was restored</source>
        <translation>Co odnowiono</translation>
    </message>
</context>
<context>
    <name>HistoryModel</name>
    <message>
        <source>Finished</source>
        <translation>Gotowe</translation>
    </message>
    <message>
        <source>Restored file</source>
        <translation>Odnowiony plik</translation>
    </message>
    <message>
        <source>Took</source>
        <translation>Zajęło</translation>
    </message>
    <message>
        <source>Video</source>
        <translation>Film</translation>
    </message>
</context>
<context>
    <name>HoursDialog</name>
    <message>
        <source>&amp;From</source>
        <translation>&amp;Od</translation>
    </message>
    <message>
        <source>&amp;Until</source>
        <translation>&amp;Do</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Od</translation>
    </message>
    <message>
        <source>Hours</source>
        <translation>Godziny</translation>
    </message>
    <message>
        <source>Outside these hours the queue pauses. What is finished is kept, and it goes on there by itself.</source>
        <translation>Poza tymi godzinami kolejka czeka. To, co gotowe, zostaje, a praca sama rusza dalej od tego miejsca.</translation>
    </message>
    <message>
        <source>Until</source>
        <translation>Do</translation>
    </message>
</context>
<context>
    <name>Invitation</name>
    <message>
        <source>Add a folder…</source>
        <translation>Dodaj folder…</translation>
    </message>
    <message>
        <source>Add files…</source>
        <translation>Dodaj pliki…</translation>
    </message>
    <message>
        <source>Drop your home videos here</source>
        <translation>Upuść tu swoje filmy</translation>
    </message>
    <message>
        <source>Files or whole folders, in any format. Your originals are never changed,
and nothing leaves this computer.</source>
        <translation>Pliki lub całe foldery, w dowolnym formacie. Oryginały nigdy nie są zmieniane
i nic nie opuszcza tego komputera.</translation>
    </message>
</context>
<context>
    <name>LogDialog</name>
    <message>
        <source>Log</source>
        <translation>Dziennik</translation>
    </message>
    <message>
        <source>Nothing went wrong so far.</source>
        <translation>Jak dotąd nic złego się nie stało.</translation>
    </message>
    <message>
        <source>What went wrong, the latest at the end. It stays on this computer.</source>
        <translation>Co poszło źle, najnowsze na końcu. Zostaje na tym komputerze.</translation>
    </message>
</context>
<context>
    <name>LookControls</name>
    <message>
        <source>All models…</source>
        <translation>Wszystkie modele…</translation>
    </message>
    <message>
        <source>Back to what suits most videos</source>
        <translation>Wróć do tego, co pasuje do większości filmów</translation>
    </message>
    <message>
        <source>Detailed</source>
        <translation>Szczegółowy</translation>
    </message>
    <message>
        <source>Grain of film, put on at the end over what was cleaned</source>
        <translation>Ziarno filmowe, nakładane na końcu na oczyszczony obraz</translation>
    </message>
    <message>
        <source>How far black, white and a cast of faded pictures go to where they belong</source>
        <translation>Jak bardzo czerń, biel i zafarb wyblakłych obrazów wracają na swoje miejsce</translation>
    </message>
    <message>
        <source>How much noise this model removes; less keeps more detail</source>
        <translation>Ile szumu usuwa ten model; mniej zostawia więcej szczegółów</translation>
    </message>
    <message>
        <source>How much of the restoration is mixed over the plain enlargement</source>
        <translation>Ile odnowionego obrazu domieszać do zwykłego powiększenia</translation>
    </message>
    <message>
        <source>Noise is removed in {count} passes for each picture: the more, the smoother.</source>
        <translation>Szum jest usuwany w {count} przejściach na obraz: im więcej, tym gładszy.</translation>
    </message>
    <message>
        <source>Reset the slider</source>
        <translation>Zresetuj suwak</translation>
    </message>
    <message>
        <source>Smooth</source>
        <translation>Gładki</translation>
    </message>
    <message>
        <source>Smooth removes more noise; detailed keeps more, and more of the noise.</source>
        <translation>Gładki usuwa więcej szumu; szczegółowy zostawia więcej, także szumu.</translation>
    </message>
    <message>
        <source>The preview shows how strongly noise is removed.</source>
        <translation>Podgląd pokazuje, jak mocno usuwany jest szum.</translation>
    </message>
    <message>
        <source>This model looks at one picture at a time, so fine detail may flicker. With this, each picture is blended with the one before it.</source>
        <translation>Ten model patrzy na jeden obraz naraz, więc drobne szczegóły mogą migotać. Po zaznaczeniu każdy obraz jest łączony z poprzednim.</translation>
    </message>
</context>
<context>
    <name>Looks</name>
    <message>
        <source>As chosen now</source>
        <translation>Tak jak teraz</translation>
    </message>
    <message>
        <source>As suits most videos</source>
        <translation>Jak dla większości filmów</translation>
    </message>
    <message>
        <source>Full strength</source>
        <translation>Pełna siła</translation>
    </message>
    <message>
        <source>Gentler, half of it</source>
        <translation>Łagodniej, o połowę</translation>
    </message>
    <message>
        <source>Half of the noise</source>
        <translation>Połowa szumu</translation>
    </message>
    <message>
        <source>Half strength</source>
        <translation>Połowa siły</translation>
    </message>
    <message>
        <source>More detail</source>
        <translation>Więcej szczegółów</translation>
    </message>
    <message>
        <source>Noise kept</source>
        <translation>Szum zachowany</translation>
    </message>
    <message>
        <source>Noise removed</source>
        <translation>Szum usunięty</translation>
    </message>
    <message>
        <source>Only enlarged</source>
        <translation>Tylko powiększony</translation>
    </message>
    <message>
        <source>Smoother</source>
        <translation>Gładszy</translation>
    </message>
</context>
<context>
    <name>Menus</name>
    <message>
        <source>&amp;About Homereel</source>
        <translation>&amp;O programie Homereel</translation>
    </message>
    <message>
        <source>&amp;Add files…</source>
        <translation>&amp;Dodaj pliki…</translation>
    </message>
    <message>
        <source>&amp;Appearance</source>
        <translation>&amp;Wygląd</translation>
    </message>
    <message>
        <source>&amp;Clips</source>
        <translation>Klip&amp;y</translation>
    </message>
    <message>
        <source>&amp;Copy the look</source>
        <translation>&amp;Kopiuj wygląd</translation>
    </message>
    <message>
        <source>&amp;Dark</source>
        <translation>&amp;Ciemny</translation>
    </message>
    <message>
        <source>&amp;Duplicate, for other options</source>
        <translation>&amp;Powiel, dla innych opcji</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>&amp;Edycja</translation>
    </message>
    <message>
        <source>&amp;Graphics card…</source>
        <translation>&amp;Karta graficzna…</translation>
    </message>
    <message>
        <source>&amp;Group under a name…</source>
        <translation>Zg&amp;rupuj pod nazwą…</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>&amp;Pomoc</translation>
    </message>
    <message>
        <source>&amp;Join the selected parts in one file</source>
        <translation>Połącz zaznaczone części w &amp;jednym pliku</translation>
    </message>
    <message>
        <source>&amp;Keys</source>
        <translation>&amp;Klawisze</translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <translation>J&amp;asny</translation>
    </message>
    <message>
        <source>&amp;Log</source>
        <translation>&amp;Dziennik</translation>
    </message>
    <message>
        <source>&amp;Look at it again</source>
        <translation>O&amp;bejrzyj ponownie</translation>
    </message>
    <message>
        <source>&amp;Only between {start} and {end}</source>
        <translation>&amp;Tylko między {start} a {end}</translation>
    </message>
    <message>
        <source>&amp;Pause</source>
        <translation>Wst&amp;rzymaj</translation>
    </message>
    <message>
        <source>&amp;Play the restored file</source>
        <translation>Odt&amp;wórz odnowiony plik</translation>
    </message>
    <message>
        <source>&amp;Preview</source>
        <translation>P&amp;odgląd</translation>
    </message>
    <message>
        <source>&amp;Queue</source>
        <translation>&amp;Kolejka</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Zakończ</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>P&amp;onów</translation>
    </message>
    <message>
        <source>&amp;Redo: {change}</source>
        <translation>P&amp;onów: {change}</translation>
    </message>
    <message>
        <source>&amp;Report a problem…</source>
        <translation>&amp;Zgłoś problem…</translation>
    </message>
    <message>
        <source>&amp;Restore all</source>
        <translation>O&amp;dnów wszystko</translation>
    </message>
    <message>
        <source>&amp;Select all of this group or folder</source>
        <translation>Zaznacz w&amp;szystkie z tej grupy lub tego folderu</translation>
    </message>
    <message>
        <source>&amp;Sleep</source>
        <translation>&amp;Uśpij</translation>
    </message>
    <message>
        <source>&amp;Take out of the group</source>
        <translation>W&amp;yjmij z grupy</translation>
    </message>
    <message>
        <source>&amp;Try again</source>
        <translation>&amp;Spróbuj ponownie</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>&amp;Cofnij</translation>
    </message>
    <message>
        <source>&amp;Undo: {change}</source>
        <translation>&amp;Cofnij: {change}</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Widok</translation>
    </message>
    <message>
        <source>&amp;When all is restored</source>
        <translation>&amp;Gdy wszystko odnowione</translation>
    </message>
    <message>
        <source>A short tour</source>
        <translation>Krótki przewodnik</translation>
    </message>
    <message>
        <source>Add a &amp;folder…</source>
        <translation>Dodaj &amp;folder…</translation>
    </message>
    <message>
        <source>Add another &amp;part of this video</source>
        <translation>&amp;Dodaj kolejną część tego filmu</translation>
    </message>
    <message>
        <source>As the &amp;system</source>
        <translation>&amp;Jak w systemie</translation>
    </message>
    <message>
        <source>Begin with these options for &amp;new clips</source>
        <translation>Zaczynaj &amp;nowe klipy z tymi opcjami</translation>
    </message>
    <message>
        <source>Cancel the selected c&amp;lips…</source>
        <translation>&amp;Anuluj zaznaczone klipy…</translation>
    </message>
    <message>
        <source>Change the &amp;hours…</source>
        <translation>Zmi&amp;eń godziny…</translation>
    </message>
    <message>
        <source>Do &amp;nothing</source>
        <translation>&amp;Nic nie rób</translation>
    </message>
    <message>
        <source>F&amp;ind the original…</source>
        <translation>&amp;Odszukaj oryginał…</translation>
    </message>
    <message>
        <source>Lan&amp;guage</source>
        <translation>&amp;Język</translation>
    </message>
    <message>
        <source>Less &amp;motion</source>
        <translation>Mniej ruc&amp;hu</translation>
    </message>
    <message>
        <source>Look for a new &amp;version…</source>
        <translation>&amp;Sprawdź, czy jest nowa wersja…</translation>
    </message>
    <message>
        <source>Make a file of &amp;each part</source>
        <translation>O&amp;sobny plik z każdej części</translation>
    </message>
    <message>
        <source>Mo&amp;dels…</source>
        <translation>&amp;Modele…</translation>
    </message>
    <message>
        <source>One place &amp;down</source>
        <translation>O jedno &amp;miejsce w dół</translation>
    </message>
    <message>
        <source>One place &amp;up</source>
        <translation>O &amp;jedno miejsce w górę</translation>
    </message>
    <message>
        <source>Other co&amp;mputers…</source>
        <translation>&amp;Inne komputery…</translation>
    </message>
    <message>
        <source>Paste the &amp;look</source>
        <translation>&amp;Wklej wygląd</translation>
    </message>
    <message>
        <source>Pause the selected &amp;clips</source>
        <translation>&amp;Wstrzymaj zaznaczone klipy</translation>
    </message>
    <message>
        <source>Re&amp;move from the list</source>
        <translation>&amp;Usuń z listy</translation>
    </message>
    <message>
        <source>Reset &amp;all options</source>
        <translation>&amp;Zresetuj wszystkie opcje</translation>
    </message>
    <message>
        <source>Restore a&amp;gain</source>
        <translation>Odnów &amp;ponownie</translation>
    </message>
    <message>
        <source>Restore the &amp;selected clips</source>
        <translation>&amp;Odnów zaznaczone klipy</translation>
    </message>
    <message>
        <source>Sh&amp;ow its folder</source>
        <translation>&amp;Pokaż jego folder</translation>
    </message>
    <message>
        <source>Shut &amp;down</source>
        <translation>&amp;Wyłącz</translation>
    </message>
    <message>
        <source>Split by rec&amp;ordings</source>
        <translation>Podziel według na&amp;grań</translation>
    </message>
    <message>
        <source>Split by s&amp;hots</source>
        <translation>Podz&amp;iel według ujęć</translation>
    </message>
    <message>
        <source>Stop after &amp;this clip</source>
        <translation>&amp;Zatrzymaj po tym klipie</translation>
    </message>
    <message>
        <source>To the &amp;end</source>
        <translation>Na &amp;koniec</translation>
    </message>
    <message>
        <source>To the to&amp;p</source>
        <translation>&amp;Na początek</translation>
    </message>
    <message>
        <source>Use &amp;fewer cores while I work</source>
        <translation>&amp;Używaj mniej rdzeni, gdy pracuję</translation>
    </message>
    <message>
        <source>What was &amp;restored…</source>
        <translation>&amp;Co odnowiono…</translation>
    </message>
</context>
<context>
    <name>MissingSources</name>
    <message>
        <source>“{name}” was moved, and found: {path}</source>
        <translation>„{name}” został przeniesiony i odnaleziony: {path}</translation>
    </message>
    <message>
        <source>“{path}” is another video than “{name}”, which was begun; find that one.</source>
        <translation>„{path}” to inny film niż „{name}”, od którego zaczęto; odszukaj tamten.</translation>
    </message>
</context>
<context>
    <name>ModelDetails</name>
    <message>
        <source>Cancel</source>
        <translation>Anuluj</translation>
    </message>
    <message>
        <source>Delete its file</source>
        <translation>Usuń jego plik</translation>
    </message>
    <message>
        <source>Enlarged {count} times, then scaled to the output size</source>
        <translation>Powiększa {count} razy, potem do rozmiaru wynikowego</translation>
    </message>
    <message>
        <source>Fetch it ({size})</source>
        <translation>Pobierz ({size})</translation>
    </message>
    <message>
        <source>Fetched</source>
        <translation>Pobrano</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Plik</translation>
    </message>
    <message>
        <source>Go on fetching ({size})</source>
        <translation>Pobieraj dalej ({size})</translation>
    </message>
    <message>
        <source>In use</source>
        <translation>Używany</translation>
    </message>
    <message>
        <source>Its publisher keeps it where only a browser gets it: get it there, then add the file below.</source>
        <translation>Wydawca udostępnia go tylko przeglądarkom: pobierz go tam, a potem dodaj plik poniżej.</translation>
    </message>
    <message>
        <source>Keeps its size; the output size is reached without the network</source>
        <translation>Zachowuje rozmiar; rozmiar wynikowy powstaje bez sieci</translation>
    </message>
    <message>
        <source>Licence</source>
        <translation>Licencja</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>Obraz</translation>
    </message>
    <message>
        <source>Takes</source>
        <translation>Czas</translation>
    </message>
    <message>
        <source>Use this model</source>
        <translation>Używaj tego modelu</translation>
    </message>
    <message>
        <source>Waiting…</source>
        <translation>Czeka…</translation>
    </message>
    <message>
        <source>Weak point</source>
        <translation>Słaba strona</translation>
    </message>
    <message>
        <source>What for</source>
        <translation>Do czego</translation>
    </message>
</context>
<context>
    <name>Models</name>
    <message>
        <source>About 1/{times} of the time of the bundled model ({how})</source>
        <translation>Około 1/{times} czasu dołączonego modelu ({how})</translation>
    </message>
    <message>
        <source>About as long as the bundled model ({how})</source>
        <translation>Mniej więcej tyle co dołączony model ({how})</translation>
    </message>
    <message>
        <source>About {times} times as long as the bundled model ({how})</source>
        <translation>Około {times} razy dłużej niż dołączony model ({how})</translation>
    </message>
    <message>
        <source>Unknown until it is measured</source>
        <translation>Nieznany, dopóki się go nie zmierzy</translation>
    </message>
    <message>
        <source>What the other models are compared with</source>
        <translation>To, z czym porównuje się inne modele</translation>
    </message>
    <message>
        <source>added by you</source>
        <translation>dodany przez Ciebie</translation>
    </message>
    <message>
        <source>comes with Homereel</source>
        <translation>dostarczany z Homereel</translation>
    </message>
    <message>
        <source>estimated</source>
        <translation>szacunek</translation>
    </message>
    <message>
        <source>installed</source>
        <translation>zainstalowany</translation>
    </message>
    <message>
        <source>measured here</source>
        <translation>zmierzono tutaj</translation>
    </message>
    <message>
        <source>to be fetched, {size}</source>
        <translation>do pobrania, {size}</translation>
    </message>
    <message>
        <source>to be imported, {size}</source>
        <translation>do zaimportowania, {size}</translation>
    </message>
    <message>
        <source>{arrived} of {size} fetched</source>
        <translation>pobrano {arrived} z {size}</translation>
    </message>
    <message>
        <source>{title} (not here yet)</source>
        <translation>{title} (jeszcze go tu nie ma)</translation>
    </message>
</context>
<context>
    <name>ModelsPage</name>
    <message>
        <source>Add a model file</source>
        <translation>Dodaj plik modelu</translation>
    </message>
    <message>
        <source>Add a model file…</source>
        <translation>Dodaj plik modelu…</translation>
    </message>
    <message>
        <source>All files</source>
        <translation>Wszystkie pliki</translation>
    </message>
    <message>
        <source>Licence</source>
        <translation>Licencja</translation>
    </message>
    <message>
        <source>Model files</source>
        <translation>Pliki modeli</translation>
    </message>
    <message>
        <source>Models</source>
        <translation>Modele</translation>
    </message>
    <message>
        <source>One that was fetched on another computer, or an image model of others</source>
        <translation>Plik pobrany na innym komputerze lub obcy model obrazu</translation>
    </message>
    <message>
        <source>The file of “{name}” is deleted.</source>
        <translation>Plik „{name}” został usunięty.</translation>
    </message>
    <message>
        <source>Under which licence does its author give it away? (Empty: unknown)</source>
        <translation>Na jakiej licencji udostępnia go autor? (Puste: nieznana)</translation>
    </message>
    <message>
        <source>What has arrived is kept; it goes on from there.</source>
        <translation>To, co dotarło, zostaje; pobieranie ruszy dalej od tego miejsca.</translation>
    </message>
    <message>
        <source>“{name}” can be used now.</source>
        <translation>Można już używać „{name}”.</translation>
    </message>
    <message>
        <source>“{name}” is being looked at and tried…</source>
        <translation>Oglądanie i sprawdzanie „{name}”…</translation>
    </message>
</context>
<context>
    <name>NameField</name>
    <message>
        <source>For example: {name}</source>
        <translation>Na przykład: {name}</translation>
    </message>
    <message>
        <source>Names can have {fields} in them, but no other braces, nor / \ : * ?</source>
        <translation>Nazwy mogą zawierać {fields}, ale nie inne klamry ani / \ : * ?</translation>
    </message>
    <message>
        <source>These are filled in: {fields}</source>
        <translation>Te są wypełniane: {fields}</translation>
    </message>
    <message>
        <source>Wedding 1994</source>
        <translation>Wesele 1994</translation>
    </message>
</context>
<context>
    <name>NewestDialog</name>
    <message>
        <source>&amp;Open its page</source>
        <translation>&amp;Otwórz stronę</translation>
    </message>
    <message>
        <source>Asking for the newest version…</source>
        <translation>Sprawdzanie najnowszej wersji…</translation>
    </message>
    <message>
        <source>New version</source>
        <translation>Nowa wersja</translation>
    </message>
    <message>
        <source>The newest version could not be found out.</source>
        <translation>Nie udało się ustalić najnowszej wersji.</translation>
    </message>
</context>
<context>
    <name>Options</name>
    <message>
        <source>The selected clips have different values.</source>
        <translation>Zaznaczone klipy mają różne wartości.</translation>
    </message>
    <message>
        <source>different</source>
        <translation>różne</translation>
    </message>
</context>
<context>
    <name>OptionsPanel</name>
    <message>
        <source>Back beside the originals</source>
        <translation>Z powrotem obok oryginałów</translation>
    </message>
    <message>
        <source>Beside the originals</source>
        <translation>Obok oryginałów</translation>
    </message>
    <message>
        <source>Choose a folder for the restored files</source>
        <translation>Wybierz folder na odnowione pliki</translation>
    </message>
    <message>
        <source>Correct what was found</source>
        <translation>Popraw to, co znaleziono</translation>
    </message>
    <message>
        <source>Kind of video</source>
        <translation>Rodzaj filmu</translation>
    </message>
    <message>
        <source>Look</source>
        <translation>Wygląd</translation>
    </message>
    <message>
        <source>More about the file</source>
        <translation>Więcej o pliku</translation>
    </message>
    <message>
        <source>Output</source>
        <translation>Plik wynikowy</translation>
    </message>
    <message>
        <source>Output folder</source>
        <translation>Folder wynikowy</translation>
    </message>
    <message>
        <source>These options can be changed once it is restored.</source>
        <translation>Te opcje można zmienić po odnowieniu.</translation>
    </message>
    <message numerus="yes">
        <source>What you change counts for %n videos.</source>
        <translation>
            <numerusform>Zmiany dotyczą %n filmu.</numerusform>
            <numerusform>Zmiany dotyczą %n filmów.</numerusform>
            <numerusform>Zmiany dotyczą %n filmów.</numerusform>
        </translation>
    </message>
    <message>
        <source>Where restored files go</source>
        <translation>Dokąd trafiają wyniki</translation>
    </message>
</context>
<context>
    <name>OtherComputers</name>
    <message>
        <source>This computer begins to work for others…</source>
        <translation>Ten komputer zaczyna pracować dla innych…</translation>
    </message>
</context>
<context>
    <name>OthersPage</name>
    <message>
        <source>&amp;Choose a key file…</source>
        <translation>&amp;Wybierz plik klucza…</translation>
    </message>
    <message>
        <source>&amp;Make a key file…</source>
        <translation>&amp;Utwórz plik klucza…</translation>
    </message>
    <message>
        <source>&amp;Restore for others…</source>
        <translation>&amp;Odnawiaj dla innych…</translation>
    </message>
    <message>
        <source>All files</source>
        <translation>Wszystkie pliki</translation>
    </message>
    <message>
        <source>Choose a key file</source>
        <translation>Wybierz plik klucza</translation>
    </message>
    <message>
        <source>Copy {path} to the other computers; who has it can work with this one.</source>
        <translation>Skopiuj {path} na inne komputery; kto go ma, może pracować z tym komputerem.</translation>
    </message>
    <message>
        <source>Key files</source>
        <translation>Pliki klucza</translation>
    </message>
    <message>
        <source>Make a key file</source>
        <translation>Utwórz plik klucza</translation>
    </message>
    <message>
        <source>Other computers</source>
        <translation>Inne komputery</translation>
    </message>
    <message>
        <source>Renders are shared with the computers that have the key {path}.</source>
        <translation>Praca jest dzielona z komputerami, które mają klucz {path}.</translation>
    </message>
    <message>
        <source>Stop &amp;restoring for others</source>
        <translation>Przestań &amp;odnawiać dla innych</translation>
    </message>
    <message>
        <source>The address at which the others reach this computer ({address}: only programs on this computer itself):</source>
        <translation>Adres, pod którym inne komputery widzą ten komputer ({address}: tylko programy na nim samym):</translation>
    </message>
    <message>
        <source>This computer works alone. With a key file, others in the house can help: make one here, copy it to them, and let them restore for others with it.</source>
        <translation>Ten komputer pracuje sam. Z plikiem klucza mogą pomóc inne komputery w domu: utwórz go tutaj, skopiuj na nie i niech odnawiają z nim dla innych.</translation>
    </message>
    <message>
        <source>Work &amp;alone</source>
        <translation>&amp;Pracuj samodzielnie</translation>
    </message>
</context>
<context>
    <name>OutputControls</name>
    <message>
        <source>AMD card</source>
        <translation>Karta AMD</translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation>Automatycznie</translation>
    </message>
    <message>
        <source>Automatic is MP4, which plays everywhere, or MKV where MP4 cannot hold all of the source: some sound of old AVI files, for example.</source>
        <translation>Automatycznie to MP4, który odtworzy się wszędzie, albo MKV, gdy MP4 nie mieści wszystkiego ze źródła: na przykład niektórych dźwięków starych plików AVI.</translation>
    </message>
    <message>
        <source>Better, larger file</source>
        <translation>Lepsza, większy plik</translation>
    </message>
    <message>
        <source>FFV1, lossless</source>
        <translation>FFV1, bezstratny</translation>
    </message>
    <message>
        <source>Intel graphics</source>
        <translation>Grafika Intel</translation>
    </message>
    <message>
        <source>NVIDIA card</source>
        <translation>Karta NVIDIA</translation>
    </message>
    <message>
        <source>Numbered pictures, PNG</source>
        <translation>Numerowane obrazy, PNG</translation>
    </message>
    <message>
        <source>Numbered pictures, TIFF</source>
        <translation>Numerowane obrazy, TIFF</translation>
    </message>
    <message>
        <source>Processor, the best picture</source>
        <translation>Procesor, najlepszy obraz</translation>
    </message>
    <message>
        <source>Smaller file</source>
        <translation>Mniejszy plik</translation>
    </message>
    <message>
        <source>What compresses the finished picture. The processor gives the best one; a card is quicker and makes larger files.</source>
        <translation>Co kompresuje gotowy obraz. Procesor daje najlepszy; karta jest szybsza i tworzy większe pliki.</translation>
    </message>
</context>
<context>
    <name>Overnight</name>
    <message>
        <source>Overnight…</source>
        <translation>W nocy…</translation>
    </message>
    <message>
        <source>Then shut down</source>
        <translation>Potem wyłącz</translation>
    </message>
    <message>
        <source>Then sleep</source>
        <translation>Potem uśpij</translation>
    </message>
    <message>
        <source>When it works, and what comes at the end</source>
        <translation>Kiedy pracuje i co jest na końcu</translation>
    </message>
</context>
<context>
    <name>Pair</name>
    <message>
        <source>Being restored anew…</source>
        <translation>Odnawianie na nowo…</translation>
    </message>
    <message>
        <source>Difference, {factor} times as strong</source>
        <translation>Różnica, wzmocniona {factor} razy</translation>
    </message>
</context>
<context>
    <name>Parts</name>
    <message>
        <source>Add another part</source>
        <translation>Dodaj kolejną część</translation>
    </message>
    <message>
        <source>Join the parts in one file</source>
        <translation>Połącz części w jednym pliku</translation>
    </message>
    <message>
        <source>Make a file of each part</source>
        <translation>Osobny plik z każdej części</translation>
    </message>
    <message>
        <source>Split by recordings</source>
        <translation>Podziel według nagrań</translation>
    </message>
    <message>
        <source>Split by shots</source>
        <translation>Podziel według ujęć</translation>
    </message>
    <message>
        <source>it has no dates</source>
        <translation>nie ma dat</translation>
    </message>
    <message>
        <source>it is being restored</source>
        <translation>jest właśnie odnawiane</translation>
    </message>
    <message>
        <source>it is one recording</source>
        <translation>to jedno nagranie</translation>
    </message>
    <message>
        <source>it is one shot</source>
        <translation>to jedno ujęcie</translation>
    </message>
    <message>
        <source>it joins several parts</source>
        <translation>łączy kilka części</translation>
    </message>
    <message>
        <source>its shots are not all known yet</source>
        <translation>nie wszystkie ujęcia są już znane</translation>
    </message>
    <message>
        <source>the video is too long</source>
        <translation>film jest za długi</translation>
    </message>
</context>
<context>
    <name>PeersTable</name>
    <message>
        <source>Computer</source>
        <translation>Komputer</translation>
    </message>
    <message>
        <source>Computers that share the work</source>
        <translation>Komputery, które dzielą się pracą</translation>
    </message>
    <message>
        <source>Does not answer</source>
        <translation>Nie odpowiada</translation>
    </message>
    <message>
        <source>Finishes its stretch, then pauses</source>
        <translation>Kończy fragment, potem pauza</translation>
    </message>
    <message>
        <source>Frames/s</source>
        <translation>Klatki/s</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Wznów</translation>
    </message>
    <message>
        <source>Left out</source>
        <translation>Pominięty</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Wstrzymaj</translation>
    </message>
    <message>
        <source>Pauses</source>
        <translation>Wstrzymany</translation>
    </message>
    <message>
        <source>Restores</source>
        <translation>Odnawia</translation>
    </message>
    <message>
        <source>Share</source>
        <translation>Udział</translation>
    </message>
    <message>
        <source>This computer</source>
        <translation>Ten komputer</translation>
    </message>
    <message>
        <source>Waits for work</source>
        <translation>Czeka na pracę</translation>
    </message>
    <message>
        <source>What it does</source>
        <translation>Co robi</translation>
    </message>
</context>
<context>
    <name>PresetControls</name>
    <message>
        <source>&amp;Keep these options as a preset…</source>
        <translation>&amp;Zachowaj te opcje jako zestaw…</translation>
    </message>
    <message>
        <source>&amp;Remove this preset</source>
        <translation>&amp;Usuń ten zestaw</translation>
    </message>
    <message>
        <source>Begin with these options for &amp;new clips</source>
        <translation>Zaczynaj &amp;nowe klipy z tymi opcjami</translation>
    </message>
    <message>
        <source>Keep the old one</source>
        <translation>Zachowaj stary</translation>
    </message>
    <message>
        <source>Keep these options</source>
        <translation>Zachowaj te opcje</translation>
    </message>
    <message>
        <source>Keep, remove or reset options</source>
        <translation>Zachowaj, usuń lub zresetuj opcje</translation>
    </message>
    <message>
        <source>Looks like this; use it:
{preset}</source>
        <translation>Wygląda na to; użyj:
{preset}</translation>
    </message>
    <message>
        <source>Name of the preset:</source>
        <translation>Nazwa zestawu:</translation>
    </message>
    <message>
        <source>Own choice</source>
        <translation>Własny wybór</translation>
    </message>
    <message>
        <source>Preset</source>
        <translation>Zestaw ustawień</translation>
    </message>
    <message>
        <source>Replace it</source>
        <translation>Zastąp</translation>
    </message>
    <message>
        <source>Reset &amp;all options</source>
        <translation>&amp;Zresetuj wszystkie opcje</translation>
    </message>
    <message>
        <source>There is a preset “{name}” already.</source>
        <translation>Zestaw „{name}” już istnieje.</translation>
    </message>
</context>
<context>
    <name>PresetShelf</name>
    <message>
        <source>The preset cannot be kept ({reason}).</source>
        <translation>Nie można zachować zestawu ({reason}).</translation>
    </message>
</context>
<context>
    <name>ProblemDialog</name>
    <message>
        <source>Report a problem</source>
        <translation>Zgłoś problem</translation>
    </message>
    <message>
        <source>This page about your computer helps to find the fault. Names of people, files and folders are left out; read it, copy it, and say what you did and what happened.</source>
        <translation>Ta strona o Twoim komputerze pomaga znaleźć błąd. Nazwy osób, plików i folderów są pominięte; przeczytaj ją, skopiuj i napisz, co robiono i co się stało.</translation>
    </message>
    <message>
        <source>This page cannot be made ({reason}).</source>
        <translation>Nie można przygotować tej strony ({reason}).</translation>
    </message>
</context>
<context>
    <name>Questions</name>
    <message numerus="yes">
        <source>%Ln frames of “{name}” are finished already.</source>
        <translation>
            <numerusform>%Ln klatka z „{name}” jest już gotowa.</numerusform>
            <numerusform>%Ln klatki z „{name}” są już gotowe.</numerusform>
            <numerusform>%Ln klatek z „{name}” jest już gotowych.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n videos are being restored.</source>
        <translation>
            <numerusform>Trwa odnawianie %n filmu.</numerusform>
            <numerusform>Trwa odnawianie %n filmów.</numerusform>
            <numerusform>Trwa odnawianie %n filmów.</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Name of the group, for example “Tape 3, summer of 1994”:</source>
        <translation>&amp;Nazwa grupy, na przykład „Kaseta 3, lato 1994”:</translation>
    </message>
    <message>
        <source>Delete it</source>
        <translation>Usuń</translation>
    </message>
    <message>
        <source>Delete the file of “{name}”?</source>
        <translation>Usunąć plik modelu „{name}”?</translation>
    </message>
    <message>
        <source>Find the file…</source>
        <translation>Odszukaj plik…</translation>
    </message>
    <message>
        <source>Find “{name}”</source>
        <translation>Odszukaj „{name}”</translation>
    </message>
    <message>
        <source>Go on all the same</source>
        <translation>Kontynuuj mimo to</translation>
    </message>
    <message>
        <source>Go on restoring</source>
        <translation>Odnawiaj dalej</translation>
    </message>
    <message>
        <source>Go on with the old options</source>
        <translation>Kontynuuj z dawnymi opcjami</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>Grupa</translation>
    </message>
    <message>
        <source>Homereel cannot fetch it again. To use it later, you would have to add its file once more.</source>
        <translation>Homereel nie może pobrać go ponownie. Aby użyć go później, trzeba będzie jeszcze raz dodać jego plik.</translation>
    </message>
    <message>
        <source>If you pause it, what is finished is kept, and it goes on from there the next time. If you throw that away, it begins anew.</source>
        <translation>Po wstrzymaniu to, co gotowe, zostaje, a praca ruszy dalej od tego miejsca następnym razem. Po wyrzuceniu zacznie się od nowa.</translation>
    </message>
    <message>
        <source>If you quit now, what is finished is kept, and Homereel goes on from there the next time.</source>
        <translation>Po zakończeniu to, co gotowe, zostaje, a Homereel następnym razem ruszy dalej od tego miejsca.</translation>
    </message>
    <message>
        <source>It cannot be brought back. The options of your clips stay.</source>
        <translation>Nie można go przywrócić. Opcje klipów pozostaną.</translation>
    </message>
    <message>
        <source>It was being restored. If it was moved or renamed, show where it is, and what is finished is kept. If its disk is not connected, connect it and open Homereel again.</source>
        <translation>Trwało jego odnawianie. Jeśli plik został przeniesiony lub zmienił nazwę, wskaż, gdzie jest, a to, co gotowe, zostanie zachowane. Jeśli jego dysk nie jest podłączony, podłącz go i otwórz Homereel ponownie.</translation>
    </message>
    <message>
        <source>Keep it</source>
        <translation>Zachowaj</translation>
    </message>
    <message>
        <source>Keep restoring</source>
        <translation>Odnawiaj dalej</translation>
    </message>
    <message>
        <source>Leave it</source>
        <translation>Zostaw</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>Nie teraz</translation>
    </message>
    <message>
        <source>Pause it</source>
        <translation>Wstrzymaj</translation>
    </message>
    <message>
        <source>Pause it and quit</source>
        <translation>Wstrzymaj i zakończ</translation>
    </message>
    <message>
        <source>Remove it</source>
        <translation>Usuń</translation>
    </message>
    <message>
        <source>Remove the preset “{name}”?</source>
        <translation>Usunąć zestaw „{name}”?</translation>
    </message>
    <message>
        <source>Renders go on where they stopped, and end as if nothing happened.</source>
        <translation>Praca rusza dalej tam, gdzie się zatrzymała, i kończy się tak, jakby nic się nie stało.</translation>
    </message>
    <message>
        <source>Start again</source>
        <translation>Zacznij od nowa</translation>
    </message>
    <message numerus="yes">
        <source>The queue was interrupted; %n clips are left.</source>
        <translation>
            <numerusform>Kolejka została przerwana; został jeden klip.</numerusform>
            <numerusform>Kolejka została przerwana; zostały %n klipy.</numerusform>
            <numerusform>Kolejka została przerwana; zostało %n klipów.</numerusform>
        </translation>
    </message>
    <message>
        <source>They were made by another version or on another device ({detail}). If you go on all the same, the picture may change a little at that place.</source>
        <translation>Powstały w innej wersji lub na innym urządzeniu ({detail}). Po kontynuowaniu obraz może się w tym miejscu trochę zmienić.</translation>
    </message>
    <message>
        <source>They were made of another video of that name. Leave them and rename this one, or throw them away and start again.</source>
        <translation>Powstały z innego filmu o tej nazwie. Można je zostawić i zmienić nazwę tego filmu albo je wyrzucić i zacząć od nowa.</translation>
    </message>
    <message>
        <source>They were made with other options ({detail}). Leave them and choose the old ones to go on, or throw them away and start again.</source>
        <translation>Powstały z innymi opcjami ({detail}). Można je zostawić i wybrać dawne opcje, aby kontynuować, albo je wyrzucić i zacząć od nowa.</translation>
    </message>
    <message>
        <source>Throw it away</source>
        <translation>Wyrzuć</translation>
    </message>
    <message>
        <source>What is finished of it cannot be read, or was written by another version of Homereel.</source>
        <translation>Tego, co gotowe, nie da się odczytać albo zapisała to inna wersja Homereel.</translation>
    </message>
    <message>
        <source>“{name}” is being restored.</source>
        <translation>„{name}” jest właśnie odnawiany.</translation>
    </message>
    <message>
        <source>“{name}” is not there any more.</source>
        <translation>„{name}” zniknął ze swojego miejsca.</translation>
    </message>
    <message>
        <source>“{name}” was begun already.</source>
        <translation>„{name}” został już zaczęty.</translation>
    </message>
</context>
<context>
    <name>QueueEnd</name>
    <message>
        <source>Homereel has finished</source>
        <translation>Homereel skończył</translation>
    </message>
</context>
<context>
    <name>QueueKeeping</name>
    <message>
        <source>The kept queue could not be read; it was put aside as {path}.</source>
        <translation>Nie udało się odczytać zapisanej kolejki; odłożono ją jako {path}.</translation>
    </message>
</context>
<context>
    <name>Sentences</name>
    <message>
        <source>Add videos; then choose a look and start the queue.</source>
        <translation>Dodaj filmy; potem wybierz wygląd i uruchom kolejkę.</translation>
    </message>
    <message>
        <source>Pauses until {time}, as you wish</source>
        <translation>Czeka do {time}, zgodnie z życzeniem</translation>
    </message>
</context>
<context>
    <name>ShortcutsDialog</name>
    <message>
        <source>Hold for the original</source>
        <translation>Przytrzymaj, aby zobaczyć oryginał</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Klawisz</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Klawisze</translation>
    </message>
    <message>
        <source>On the timeline: a second back or forth; ten with Shift</source>
        <translation>Na osi czasu: sekunda wstecz lub naprzód; z Shiftem dziesięć</translation>
    </message>
    <message>
        <source>What it does</source>
        <translation>Co robi</translation>
    </message>
</context>
<context>
    <name>SourceControls</name>
    <message>
        <source>Always deinterlace</source>
        <translation>Zawsze usuwaj przeplot</translation>
    </message>
    <message>
        <source>Always, a picture per field</source>
        <translation>Zawsze, obraz na pole</translation>
    </message>
    <message>
        <source>As it is stored</source>
        <translation>Tak jak zapisano</translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation>Automatycznie</translation>
    </message>
    <message>
        <source>Cut them off</source>
        <translation>Obetnij</translation>
    </message>
    <message>
        <source>Keep them</source>
        <translation>Zostaw</translation>
    </message>
    <message>
        <source>Leave as it is</source>
        <translation>Zostaw tak, jak jest</translation>
    </message>
    <message>
        <source>Paint them black</source>
        <translation>Zamaluj na czarno</translation>
    </message>
    <message>
        <source>Square pixels, as stored</source>
        <translation>Kwadratowe piksele</translation>
    </message>
    <message>
        <source>To the left</source>
        <translation>W lewo</translation>
    </message>
    <message>
        <source>To the right</source>
        <translation>W prawo</translation>
    </message>
    <message>
        <source>Upside down</source>
        <translation>Do góry nogami</translation>
    </message>
</context>
<context>
    <name>TextDialog</name>
    <message>
        <source>&amp;Copy</source>
        <translation>&amp;Kopiuj</translation>
    </message>
    <message>
        <source>One moment…</source>
        <translation>Chwileczkę…</translation>
    </message>
</context>
<context>
    <name>Tile</name>
    <message>
        <source>Restoring…</source>
        <translation>Odnawianie…</translation>
    </message>
    <message>
        <source>This is chosen now</source>
        <translation>To jest teraz wybrane</translation>
    </message>
</context>
<context>
    <name>Timeline</name>
    <message numerus="yes">
        <source>%n parts, {length}</source>
        <translation>
            <numerusform>%n część, {length}</numerusform>
            <numerusform>%n części, {length}</numerusform>
            <numerusform>%n części, {length}</numerusform>
        </translation>
    </message>
    <message>
        <source>At {position} of {duration}</source>
        <translation>W chwili {position} z {duration}</translation>
    </message>
    <message numerus="yes">
        <source>At {position} of {duration}; restores %n parts</source>
        <translation>
            <numerusform>Na {position} z {duration}; odnawia %n część</numerusform>
            <numerusform>Na {position} z {duration}; odnawia %n części</numerusform>
            <numerusform>Na {position} z {duration}; odnawia %n części</numerusform>
        </translation>
    </message>
    <message>
        <source>At {position} of {duration}; restores {start} to {end}</source>
        <translation>W {position} z {duration}; odnawia od {start} do {end}</translation>
    </message>
    <message>
        <source>Timeline</source>
        <translation>Oś czasu</translation>
    </message>
    <message>
        <source>from {start}</source>
        <translation>od {start}</translation>
    </message>
    <message>
        <source>until {end} · {length} of {whole}</source>
        <translation>do {end} · {length} z {whole}</translation>
    </message>
</context>
<context>
    <name>Toolbar</name>
    <message>
        <source>Hold for the original (O)</source>
        <translation>Przytrzymaj, aby zobaczyć oryginał (O)</translation>
    </message>
    <message>
        <source>How large the picture is shown</source>
        <translation>Jak duży pokazywany jest obraz</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>Podgląd</translation>
    </message>
    <message>
        <source>Restore the marked region (P)</source>
        <translation>Odnów zaznaczony obszar (P)</translation>
    </message>
    <message>
        <source>Zoom: {percent} %</source>
        <translation>Powiększenie: {percent}%</translation>
    </message>
</context>
<context>
    <name>Tour</name>
    <message>
        <source>&amp;Back</source>
        <translation>&amp;Wstecz</translation>
    </message>
    <message>
        <source>&amp;Begin</source>
        <translation>&amp;Zacznij</translation>
    </message>
    <message>
        <source>&amp;Next</source>
        <translation>&amp;Dalej</translation>
    </message>
    <message>
        <source>&amp;Skip</source>
        <translation>&amp;Pomiń</translation>
    </message>
    <message>
        <source>A short tour</source>
        <translation>Krótki przewodnik</translation>
    </message>
    <message>
        <source>All of it, or your best minutes</source>
        <translation>Całość albo najlepsze minuty</translation>
    </message>
    <message>
        <source>Choose a look</source>
        <translation>Wybierz wygląd</translation>
    </message>
    <message>
        <source>Click on the timeline and choose “Start here” and “End here” if you don&apos;t want the whole tape. It can be several parts, joined in one file.</source>
        <translation>Kliknij oś czasu i wybierz „Zacznij tutaj” i „Zakończ tutaj”, jeśli nie chodzi o całą taśmę. Może to być kilka części, połączonych w jednym pliku.</translation>
    </message>
    <message>
        <source>Drag files or whole folders onto the window, in any format. Your originals are never changed, and nothing leaves this computer.</source>
        <translation>Przeciągnij na okno pliki lub całe foldery, w dowolnym formacie. Oryginały nigdy nie są zmieniane i nic nie opuszcza tego komputera.</translation>
    </message>
    <message>
        <source>Drop your tapes</source>
        <translation>Upuść swoje taśmy</translation>
    </message>
    <message>
        <source>Let it work overnight</source>
        <translation>Niech pracuje w nocy</translation>
    </message>
    <message>
        <source>Say what kind of video it is, then move the slider between smooth and detailed. “Looks” shows several side by side: click the one you like.</source>
        <translation>Wskaż rodzaj filmu, a potem przesuń suwak między gładkim a szczegółowym. „Warianty” pokazują kilka obok siebie: kliknij ten, który się podoba.</translation>
    </message>
    <message>
        <source>Try a moment</source>
        <translation>Wypróbuj chwilę</translation>
    </message>
    <message>
        <source>{number} of {count}</source>
        <translation>{number} z {count}</translation>
    </message>
    <message>
        <source>“Preview” restores the marked part for a second and shows it beside the original. Drag the frame over a face; hold O to see the original.</source>
        <translation>„Podgląd” odnawia sekundę zaznaczonej części i pokazuje ją obok oryginału. Przeciągnij ramkę na twarz; przytrzymaj O, aby zobaczyć oryginał.</translation>
    </message>
    <message>
        <source>“Restore all” goes through the list. You can pause, close the window or switch the computer off: what is finished is kept, and it goes on from there.</source>
        <translation>„Odnów wszystko” przechodzi przez listę. Można wstrzymać, zamknąć okno lub wyłączyć komputer: to, co gotowe, zostaje, a praca ruszy dalej od tego miejsca.</translation>
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
        <translation>Klatka podglądu</translation>
    </message>
    <message>
        <source>Preview &amp;length</source>
        <translation>Dłu&amp;gość</translation>
    </message>
    <message>
        <source>{number} of {count}</source>
        <translation>{number} z {count}</translation>
    </message>
</context>
<context>
    <name>Variants</name>
    <message>
        <source>The whole film: about {time}</source>
        <translation>Cały film: około {time}</translation>
    </message>
</context>
<context>
    <name>VariantsView</name>
    <message>
        <source>Back</source>
        <translation>Wróć</translation>
    </message>
    <message>
        <source>Choose none of them (Escape)</source>
        <translation>Nie wybieraj żadnego (Esc)</translation>
    </message>
    <message>
        <source>Models</source>
        <translation>Modele</translation>
    </message>
    <message>
        <source>Smooth to detailed</source>
        <translation>Gładkość</translation>
    </message>
    <message>
        <source>Which do you like best?</source>
        <translation>Który jest najlepszy?</translation>
    </message>
</context>
<context>
    <name>WatchedFolder</name>
    <message>
        <source>Add new videos of a folder by &amp;themselves…</source>
        <translation>&amp;Samo dodawanie nowych filmów z folderu…</translation>
    </message>
    <message>
        <source>Add new videos of “{name}” by &amp;themselves</source>
        <translation>Samo dodawanie &amp;nowych filmów z „{name}”</translation>
    </message>
    <message>
        <source>Folder to which new videos come</source>
        <translation>Folder, do którego trafiają nowe filmy</translation>
    </message>
    <message>
        <source>Videos that come into “{name}” will be added.</source>
        <translation>Filmy, które trafią do „{name}”, zostaną dodane.</translation>
    </message>
</context>
<context>
    <name>Window</name>
    <message>
        <source>New clips will begin with these options.</source>
        <translation>Nowe klipy będą zaczynać z tymi opcjami.</translation>
    </message>
    <message>
        <source>Stopping…</source>
        <translation>Zatrzymywanie…</translation>
    </message>
</context>
<context>
    <name>Wording</name>
    <message numerus="yes">
        <source>%n parts in one file, {length}</source>
        <translation>
            <numerusform>%n część w jednym pliku, {length}</numerusform>
            <numerusform>%n części w jednym pliku, {length}</numerusform>
            <numerusform>%n części w jednym pliku, {length}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n videos</source>
        <translation>
            <numerusform>%n film</numerusform>
            <numerusform>%n filmy</numerusform>
            <numerusform>%n filmów</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n videos are restored.</source>
        <translation>
            <numerusform>%n film jest odnowiony.</numerusform>
            <numerusform>%n filmy są odnowione.</numerusform>
            <numerusform>%n filmów jest odnowionych.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n videos could not be restored.</source>
        <translation>
            <numerusform>%n filmu nie udało się odnowić.</numerusform>
            <numerusform>%n filmów nie udało się odnowić.</numerusform>
            <numerusform>%n filmów nie udało się odnowić.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n videos · about {time}</source>
        <translation>
            <numerusform>%n film · około {time}</numerusform>
            <numerusform>%n filmy · około {time}</numerusform>
            <numerusform>%n filmów · około {time}</numerusform>
        </translation>
    </message>
    <message>
        <source>4K</source>
        <translation>4K</translation>
    </message>
    <message>
        <source>A folder, not a video.</source>
        <translation>Folder, nie film.</translation>
    </message>
    <message>
        <source>A graphics card is many times faster; without one, begin with your best minutes.</source>
        <translation>Karta graficzna jest wielokrotnie szybsza; bez niej warto zacząć od najlepszych minut.</translation>
    </message>
    <message>
        <source>A photo, not a video.</source>
        <translation>Zdjęcie, nie film.</translation>
    </message>
    <message>
        <source>About {time} left for all</source>
        <translation>Zostało około {time} na wszystko</translation>
    </message>
    <message>
        <source>About {time} left, until {end}</source>
        <translation>Zostało około {time}, do {end}</translation>
    </message>
    <message>
        <source>About {time} left.</source>
        <translation>Zostało około {time}.</translation>
    </message>
    <message>
        <source>Another Homereel is writing it.</source>
        <translation>Zapisuje go inny Homereel.</translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation>Automatycznie</translation>
    </message>
    <message>
        <source>Cancelled. Nothing was written.</source>
        <translation>Anulowano. Nic nie zapisano.</translation>
    </message>
    <message>
        <source>Done.</source>
        <translation>Gotowe.</translation>
    </message>
    <message>
        <source>Encrypted (copy protection).</source>
        <translation>Zaszyfrowany (ochrona przed kopiowaniem).</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Niepowodzenie</translation>
    </message>
    <message>
        <source>Finding out how fast this computer is…</source>
        <translation>Sprawdzanie, jak szybki jest ten komputer…</translation>
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
        <translation>Przerwano wcześniej. Ruszy dalej tam, gdzie stanęło.</translation>
    </message>
    <message>
        <source>It made the reader crash.</source>
        <translation>Spowodował awarię procesu odczytu.</translation>
    </message>
    <message>
        <source>It was busy with other programs; it is measured again later.</source>
        <translation>Był zajęty innymi programami; pomiar zostanie powtórzony później.</translation>
    </message>
    <message>
        <source>Its disk is too full.</source>
        <translation>Jego dysk jest zbyt pełny.</translation>
    </message>
    <message>
        <source>Its graphics card ({card}) is not used yet and would be many times faster: “Clips, Graphics card” says what it needs.</source>
        <translation>Jego karta graficzna ({card}) nie jest jeszcze używana, a byłaby wielokrotnie szybsza: „Klipy, Karta graficzna” mówi, czego jej potrzeba.</translation>
    </message>
    <message>
        <source>Left alone: it may crash Homereel.</source>
        <translation>Pominięty: może spowodować awarię Homereel.</translation>
    </message>
    <message>
        <source>Left as it is: what is finished does not fit. Start it again to decide.</source>
        <translation>Bez zmian: to, co gotowe, nie pasuje. Uruchom ponownie, aby zdecydować.</translation>
    </message>
    <message>
        <source>Looking at it…</source>
        <translation>Oglądanie pliku…</translation>
    </message>
    <message>
        <source>May not be read by you.</source>
        <translation>Brak prawa do odczytu.</translation>
    </message>
    <message>
        <source>No picture in it, only sound or data.</source>
        <translation>Brak obrazu, tylko dźwięk lub dane.</translation>
    </message>
    <message>
        <source>No picture in the chosen part.</source>
        <translation>Brak obrazu w wybranej części.</translation>
    </message>
    <message>
        <source>No video, or its beginning is lost.</source>
        <translation>To nie film albo utracono jego początek.</translation>
    </message>
    <message>
        <source>Not found. Is its disk connected?</source>
        <translation>Nie znaleziono. Czy dysk jest podłączony?</translation>
    </message>
    <message>
        <source>Not found; it was begun already.</source>
        <translation>Nie znaleziono; był już zaczęty.</translation>
    </message>
    <message>
        <source>On this computer an hour from a PAL tape takes about {time}.</source>
        <translation>Na tym komputerze godzina z taśmy PAL zajmuje około {time}.</translation>
    </message>
    <message>
        <source>Original size</source>
        <translation>Rozmiar źródła</translation>
    </message>
    <message>
        <source>Paused at {percent}. It goes on there or a little before.</source>
        <translation>Wstrzymano przy {percent}. Ruszy dalej tam lub trochę wcześniej.</translation>
    </message>
    <message>
        <source>Paused at {percent}; its options were changed since. Undo that to go on.</source>
        <translation>Wstrzymano przy {percent}; od tego czasu zmieniono opcje. Cofnij to, aby kontynuować.</translation>
    </message>
    <message>
        <source>Paused.</source>
        <translation>Wstrzymano.</translation>
    </message>
    <message>
        <source>Reading failed. Check its disk.</source>
        <translation>Błąd odczytu. Sprawdź dysk.</translation>
    </message>
    <message>
        <source>Restoring the first frames…</source>
        <translation>Odnawianie pierwszych klatek…</translation>
    </message>
    <message>
        <source>Starting…</source>
        <translation>Uruchamianie…</translation>
    </message>
    <message>
        <source>Stopping…</source>
        <translation>Zatrzymywanie…</translation>
    </message>
    <message>
        <source>Takes about {time} on this computer.</source>
        <translation>Na tym komputerze zajmie około {time}.</translation>
    </message>
    <message>
        <source>The encoder failed.</source>
        <translation>Koder zawiódł.</translation>
    </message>
    <message>
        <source>The file is empty.</source>
        <translation>Plik jest pusty.</translation>
    </message>
    <message>
        <source>The file was changed in the meantime.</source>
        <translation>Plik zmienił się w międzyczasie.</translation>
    </message>
    <message>
        <source>The output folder has gone.</source>
        <translation>Folder wynikowy zniknął.</translation>
    </message>
    <message>
        <source>The output folder is locked.</source>
        <translation>Folder wynikowy jest zablokowany.</translation>
    </message>
    <message>
        <source>Too damaged, or encrypted.</source>
        <translation>Zbyt uszkodzony albo zaszyfrowany.</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>Czeka</translation>
    </message>
    <message>
        <source>Waiting · about {time}</source>
        <translation>Czeka · około {time}</translation>
    </message>
    <message>
        <source>Waiting · about {time}, done at {end}</source>
        <translation>Czeka · około {time}, koniec o {end}</translation>
    </message>
    <message>
        <source>Writes “{name}” beside the original, {size} pixels.</source>
        <translation>Zapisze „{name}” obok oryginału, {size} pikseli.</translation>
    </message>
    <message>
        <source>Writes “{name}” in “{folder}”, {size} pixels.</source>
        <translation>Zapisze „{name}” w „{folder}”, {size} pikseli.</translation>
    </message>
    <message>
        <source>Writing failed. Check the disk.</source>
        <translation>Błąd zapisu. Sprawdź dysk.</translation>
    </message>
    <message>
        <source>Writing “{name}” to {folder}.</source>
        <translation>Zapisywanie „{name}” w {folder}.</translation>
    </message>
    <message>
        <source>about {time}</source>
        <translation>około {time}</translation>
    </message>
    <message>
        <source>{factor} times</source>
        <translation>{factor} razy</translation>
    </message>
    <message>
        <source>{facts} · looking for faults…</source>
        <translation>{facts} · szukanie usterek…</translation>
    </message>
    <message>
        <source>{percent} · {name} – Homereel</source>
        <translation>{percent} · {name} – Homereel</translation>
    </message>
    <message>
        <source>{percent} · {time} left</source>
        <translation>{percent} · zostało {time}</translation>
    </message>
    <message>
        <source>{percent} · {time} left, done at {end}</source>
        <translation>{percent} · zostało {time}, koniec o {end}</translation>
    </message>
    <message>
        <source>{room} GB free.</source>
        <translation>Wolne: {room} GB.</translation>
    </message>
    <message>
        <source>{start} to {end}</source>
        <translation>od {start} do {end}</translation>
    </message>
    <message>
        <source>“{name}” is in {folder}.</source>
        <translation>„{name}” jest w {folder}.</translation>
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
        <translation>%(prog)s: błąd: %(message)s
</translation>
    </message>
    <message>
        <source>argument %(argument_name)s: %(message)s</source>
        <translation>argument %(argument_name)s: %(message)s</translation>
    </message>
    <message>
        <source>expected at least one argument</source>
        <translation>potrzebny jest co najmniej jeden argument</translation>
    </message>
    <message>
        <source>expected at most one argument</source>
        <translation>dozwolony jest najwyżej jeden argument</translation>
    </message>
    <message>
        <source>expected one argument</source>
        <translation>potrzebny jest jeden argument</translation>
    </message>
    <message>
        <source>ignored explicit argument %r</source>
        <translation>zbędny argument %r</translation>
    </message>
    <message>
        <source>invalid choice: %(value)r (choose from %(choices)s)</source>
        <translation>niewłaściwy wybór: %(value)r (możliwe: %(choices)s)</translation>
    </message>
    <message>
        <source>not allowed with argument %s</source>
        <translation>niedozwolone razem z argumentem %s</translation>
    </message>
    <message>
        <source>options</source>
        <translation>opcje</translation>
    </message>
    <message>
        <source>positional arguments</source>
        <translation>argumenty</translation>
    </message>
    <message>
        <source>show program&apos;s version number and exit</source>
        <translation>pokazuje numer wersji i kończy</translation>
    </message>
    <message>
        <source>show this help message and exit</source>
        <translation>pokazuje tę pomoc i kończy</translation>
    </message>
    <message>
        <source>the following arguments are required: %s</source>
        <translation>brakuje argumentów: %s</translation>
    </message>
    <message>
        <source>unrecognized arguments: %s</source>
        <translation>nieznane argumenty: %s</translation>
    </message>
    <message>
        <source>usage: </source>
        <translation>użycie: </translation>
    </message>
</context>
<context>
    <name>arguments</name>
    <message>
        <source>(every model that is installed)</source>
        <translation>(każdy zainstalowany model)</translation>
    </message>
    <message>
        <source>(not installed)</source>
        <translation>(niezainstalowany)</translation>
    </message>
    <message>
        <source>(the one for this card)</source>
        <translation>(ten dla tej karty)</translation>
    </message>
    <message>
        <source>--bits is for --codec png and tiff</source>
        <translation>--bits jest dla --codec png i tiff</translation>
    </message>
    <message>
        <source>--denoise has no meaning for {model}: it is not mixed of two</source>
        <translation>--denoise nie ma znaczenia dla {model}: nie jest to mieszanka dwóch</translation>
    </message>
    <message>
        <source>--end must be later than --start</source>
        <translation>--end musi być później niż --start</translation>
    </message>
    <message>
        <source>--join makes no numbered pictures</source>
        <translation>--join nie tworzy numerowanych obrazów</translation>
    </message>
    <message>
        <source>--join needs at least two --range</source>
        <translation>--join wymaga co najmniej dwóch --range</translation>
    </message>
    <message>
        <source>--join, and --range of several sources, take one computer</source>
        <translation>--join oraz --range dla kilku źródeł działają tylko na jednym komputerze</translation>
    </message>
    <message>
        <source>--others-only is for --cluster</source>
        <translation>--others-only służy do --cluster</translation>
    </message>
    <message>
        <source>--quality of {codec} goes to {highest}</source>
        <translation>--quality dla {codec} sięga do {highest}</translation>
    </message>
    <message>
        <source>--quality of {codec} is fixed</source>
        <translation>--quality dla {codec} jest stała</translation>
    </message>
    <message>
        <source>--range takes the place of --start and --end</source>
        <translation>--range zastępuje --start i --end</translation>
    </message>
    <message>
        <source>--split looks for parts by itself: leave out --range</source>
        <translation>--split samo szuka części: pomiń --range</translation>
    </message>
    <message>
        <source>--steady has no meaning for {model}: it looks at many pictures at once</source>
        <translation>--steady nie ma znaczenia dla {model}: patrzy on na wiele obrazów naraz</translation>
    </message>
    <message>
        <source>--threshold has no meaning for {model}: it does not clean frames</source>
        <translation>--threshold nie ma znaczenia dla {model}: nie czyści on klatek</translation>
    </message>
    <message>
        <source>-o names one file; --join makes one of several ranges</source>
        <translation>-o nazywa jeden plik; --join tworzy jeden z kilku zakresów</translation>
    </message>
    <message>
        <source>-o names one file; with --split use --output-dir</source>
        <translation>-o nazywa jeden plik; z --split użyj --output-dir</translation>
    </message>
    <message>
        <source>-o names one file; with several sources use --output-dir</source>
        <translation>-o wskazuje jeden plik; przy kilku źródłach użyj --output-dir</translation>
    </message>
    <message>
        <source>-o {path} does not end in .{container}</source>
        <translation>-o {path} nie kończy się na .{container}</translation>
    </message>
    <message>
        <source>-o {path} has to end in one of {known}</source>
        <translation>-o {path} musi kończyć się jednym z {known}</translation>
    </message>
    <message>
        <source>-o {path} is a folder; use --output-dir</source>
        <translation>-o {path} to folder; użyj --output-dir</translation>
    </message>
    <message>
        <source>.safetensors, or .pth</source>
        <translation>.safetensors lub .pth</translation>
    </message>
    <message>
        <source>Restore old family videos on your own computer.</source>
        <translation>Odnawia stare filmy rodzinne na własnym komputerze.</translation>
    </message>
    <message>
        <source>a folder for the outputs (default: beside)</source>
        <translation>folder na wyniki (domyślnie: obok źródła)</translation>
    </message>
    <message>
        <source>a part to restore, as 0:10-1:30; given several times, each is a file</source>
        <translation>część do odnowienia, np. 0:10-1:30; podana kilka razy, każda jest plikiem</translation>
    </message>
    <message>
        <source>a video, a folder of videos, or numbered pictures: their folder, or a pattern like scan_*.dpx</source>
        <translation>film, folder z filmami albo numerowane obrazy: ich folder lub wzorzec, np. scan_*.dpx</translation>
    </message>
    <message>
        <source>a video, or numbered pictures: their folder, or a pattern like scan_*.dpx</source>
        <translation>film albo numerowane obrazy: ich folder lub wzorzec, np. scan_*.dpx</translation>
    </message>
    <message>
        <source>as one JSON list</source>
        <translation>jako jedna lista JSON</translation>
    </message>
    <message>
        <source>as one JSON object</source>
        <translation>jako jeden obiekt JSON</translation>
    </message>
    <message>
        <source>ask on the internet whether there is a newer version</source>
        <translation>pyta w internecie, czy jest nowsza wersja</translation>
    </message>
    <message>
        <source>delete a key file, and refuse its copies on this computer</source>
        <translation>usuwa plik klucza i odrzuca jego kopie na tym komputerze</translation>
    </message>
    <message>
        <source>delete the file of a model</source>
        <translation>usuwa plik modelu</translation>
    </message>
    <message>
        <source>download a model</source>
        <translation>pobiera model</translation>
    </message>
    <message>
        <source>download it, test it, and use it from now on</source>
        <translation>pobiera go, sprawdza i odtąd go używa</translation>
    </message>
    <message>
        <source>go back to the processor&apos;s, and free the room</source>
        <translation>wraca do wersji dla procesora i zwalnia miejsce</translation>
    </message>
    <message>
        <source>go on with an interrupted render although program, model file or device have changed (by itself it goes on where nothing has)</source>
        <translation>kontynuuje przerwane odnawianie, choć zmienił się program, plik modelu lub urządzenie (samo rusza dalej tam, gdzie nic się nie zmieniło)</translation>
    </message>
    <message>
        <source>how long it is valid ({days})</source>
        <translation>jak długo jest ważny ({days})</translation>
    </message>
    <message>
        <source>how the result looks, and how it is stored</source>
        <translation>jak wygląda wynik i jak jest zapisywany</translation>
    </message>
    <message>
        <source>install a model file from this computer</source>
        <translation>instaluje plik modelu z tego komputera</translation>
    </message>
    <message>
        <source>its author&apos;s terms (unknown)</source>
        <translation>warunki autora (nieznane)</translation>
    </message>
    <message>
        <source>join all ranges in one file, in the order given</source>
        <translation>łączy wszystkie zakresy w jednym pliku, w podanej kolejności</translation>
    </message>
    <message>
        <source>list, fetch and remove PyTorch for this machine&apos;s card</source>
        <translation>pokazuje, pobiera i usuwa PyTorch dla karty tego komputera</translation>
    </message>
    <message>
        <source>list, fetch, import, add and remove models</source>
        <translation>pokazuje, pobiera, importuje, dodaje i usuwa modele</translation>
    </message>
    <message>
        <source>machine</source>
        <translation>komputer</translation>
    </message>
    <message>
        <source>make a key file; copy it to the other computers</source>
        <translation>tworzy plik klucza; skopiuj go na inne komputery</translation>
    </message>
    <message>
        <source>make and revoke keys for other computers</source>
        <translation>tworzy i unieważnia klucze dla innych komputerów</translation>
    </message>
    <message>
        <source>measure how natural videos look, and their sources beside them</source>
        <translation>mierzy, jak naturalnie wyglądają filmy, a obok ich źródła</translation>
    </message>
    <message>
        <source>measure what this machine can do, and what that means for a tape</source>
        <translation>mierzy, co potrafi ten komputer i co to znaczy dla taśmy</translation>
    </message>
    <message>
        <source>of this computer, as the others reach it ({address}: only programs on this computer)</source>
        <translation>tego komputera, pod którym widzą go inne ({address}: tylko programy na tym komputerze)</translation>
    </message>
    <message>
        <source>one event per line on stdout</source>
        <translation>jedno zdarzenie w wierszu na standardowym wyjściu</translation>
    </message>
    <message>
        <source>one file for each recording of a DV tape, named by its date, or for each shot</source>
        <translation>jeden plik dla każdego nagrania z taśmy DV, nazwany jego datą, lub dla każdego ujęcia</translation>
    </message>
    <message>
        <source>one of the commands below; “homereel COMMAND --help” explains it</source>
        <translation>jedno z poniższych poleceń; objaśnia je „homereel COMMAND --help”</translation>
    </message>
    <message>
        <source>open the window, with these files queued</source>
        <translation>otwiera okno z tymi plikami w kolejce</translation>
    </message>
    <message>
        <source>parameters of BRISQUE in LIBSVM&apos;s format: brisque/models/svm.txt of the Python package “brisque”, or “allmodel” of its authors</source>
        <translation>parametry BRISQUE w formacie LIBSVM: brisque/models/svm.txt z pakietu Pythona „brisque” lub „allmodel” jego autorów</translation>
    </message>
    <message>
        <source>parameters of NIQE: niqe_pris_params.npz of BasicSR (default: the file of this name in the folder of the models)</source>
        <translation>parametry NIQE: niqe_pris_params.npz z BasicSR (domyślnie: plik o tej nazwie w folderze modeli)</translation>
    </message>
    <message>
        <source>remove unfinished renders that nobody works on; asks about each on a terminal</source>
        <translation>usuwa niedokończone prace, przy których nikt nie pracuje; w terminalu pyta o każdą</translation>
    </message>
    <message>
        <source>replace an existing output</source>
        <translation>zastępuje istniejący plik wynikowy</translation>
    </message>
    <message>
        <source>restore a small made clip, resume it after a crash, open the window off-screen: does this installation work?</source>
        <translation>odnawia mały sztuczny klip, wznawia go po awarii, otwiera okno poza ekranem: czy ta instalacja działa?</translation>
    </message>
    <message>
        <source>restore for the other computers of a key</source>
        <translation>odnawia dla innych komputerów z tym samym kluczem</translation>
    </message>
    <message>
        <source>restore videos</source>
        <translation>odnawia filmy</translation>
    </message>
    <message>
        <source>say what a video is and what Homereel would do with it</source>
        <translation>mówi, czym jest film i co Homereel by z nim zrobił</translation>
    </message>
    <message>
        <source>share the work with the computers where “homereel worker FILE” runs</source>
        <translation>dzieli pracę z komputerami, na których działa „homereel worker FILE”</translation>
    </message>
    <message>
        <source>take an image model of others that spandrel knows</source>
        <translation>przyjmuje obcy model obrazu, który zna spandrel</translation>
    </message>
    <message>
        <source>the cards that were found, and what fits them (default)</source>
        <translation>znalezione karty i to, co do nich pasuje (domyślnie)</translation>
    </message>
    <message>
        <source>the job</source>
        <translation>zadanie</translation>
    </message>
    <message>
        <source>the models and whether they are installed (default)</source>
        <translation>modele i czy są zainstalowane (domyślnie)</translation>
    </message>
    <message>
        <source>the output file</source>
        <translation>plik wynikowy</translation>
    </message>
    <message>
        <source>this computer reads, hands out and joins, the others restore</source>
        <translation>ten komputer czyta, rozdziela i łączy, a inne odnawiają</translation>
    </message>
    <message>
        <source>throw away what an interrupted render has finished, and start again</source>
        <translation>wyrzuca to, co gotowe z przerwanego odnawiania, i zaczyna od nowa</translation>
    </message>
    <message>
        <source>to choose it by (that of the file)</source>
        <translation>nazwa, pod którą się go wybiera (nazwa pliku)</translation>
    </message>
    <message>
        <source>versions, devices, encoders, model files, unfinished renders: one page for a bug report</source>
        <translation>wersje, urządzenia, kodery, pliki modeli, niedokończone prace: jedna strona do zgłoszenia błędu</translation>
    </message>
    <message>
        <source>videos, folders of videos, folders of pictures; frames 0, 50 and 99 of each count</source>
        <translation>filmy, foldery z filmami, foldery z obrazami; z każdego liczą się klatki 0, 50 i 99</translation>
    </message>
    <message>
        <source>what the others call this computer (its own name)</source>
        <translation>jak inne nazywają ten komputer (jego własna nazwa)</translation>
    </message>
    <message>
        <source>what the source is, and which part of it is restored</source>
        <translation>czym jest źródło i która jego część jest odnawiana</translation>
    </message>
    <message>
        <source>where the sources are (beside the results; “NAME restored.mp4” is made of NAME)</source>
        <translation>gdzie są źródła (obok wyników; „NAME restored.mp4” powstał z NAME)</translation>
    </message>
    <message>
        <source>{names}, or one of your own; what is given beside it wins</source>
        <translation>{names} lub własny; to, co podano obok, ma pierwszeństwo</translation>
    </message>
    <message>
        <source>{text} is no number from {lowest} to {highest}</source>
        <translation>{text} nie jest liczbą od {lowest} do {highest}</translation>
    </message>
</context>
<context>
    <name>card</name>
    <message>
        <source>Fetch it ({size})</source>
        <translation>Pobierz ({size})</translation>
    </message>
    <message>
        <source>For that it needs PyTorch&apos;s build “{runtime}”. It is fetched from where PyTorch and the maker of the card publish it, under the maker&apos;s terms, and takes about {room} on the disk meanwhile. It is used only if it computes correctly here; otherwise all stays as it is.</source>
        <translation>Do tego potrzebna jest wersja PyTorch „{runtime}”. Jest pobierana stamtąd, gdzie publikują ją PyTorch i producent karty, na warunkach producenta, i zajmuje w tym czasie około {room} na dysku. Będzie używana tylko wtedy, gdy liczy tu poprawnie; w przeciwnym razie wszystko zostanie bez zmian.</translation>
    </message>
    <message>
        <source>Go on fetching ({size})</source>
        <translation>Pobieraj dalej ({size})</translation>
    </message>
    <message>
        <source>No graphics card was found that Homereel can use. It works with the processor; a card of NVIDIA&apos;s would be many times faster.</source>
        <translation>Nie znaleziono karty graficznej, której Homereel może używać. Pracuje na procesorze; karta firmy NVIDIA byłaby wielokrotnie szybsza.</translation>
    </message>
    <message>
        <source>The graphics card is used: {card}.</source>
        <translation>Karta graficzna jest używana: {card}.</translation>
    </message>
    <message>
        <source>The graphics card {card} could be used, but its driver is too old: it has to be {version} or newer.</source>
        <translation>Karta graficzna {card} mogłaby być używana, ale jej sterownik jest za stary: potrzebna jest wersja {version} lub nowsza.</translation>
    </message>
    <message>
        <source>The graphics card {card} is not used yet, and would be many times faster than the processor.</source>
        <translation>Karta graficzna {card} nie jest jeszcze używana, a byłaby wielokrotnie szybsza od procesora.</translation>
    </message>
    <message>
        <source>The graphics card {card} is not used: there is no build of PyTorch for it to fetch in this version. Where Homereel was installed with Python, install the one that is named at pytorch.org/get-started/locally.</source>
        <translation>Karta graficzna {card} nie jest używana: w tej wersji nie ma dla niej wersji PyTorch do pobrania. Jeśli Homereel zainstalowano przez Pythona, zainstaluj tę, którą podaje pytorch.org/get-started/locally.</translation>
    </message>
    <message>
        <source>The graphics card {card} is used when you open Homereel again.</source>
        <translation>Karta graficzna {card} będzie używana po ponownym otwarciu Homereel.</translation>
    </message>
</context>
<context>
    <name>chips</name>
    <message>
        <source>Black borders</source>
        <translation>Czarne brzegi</translation>
    </message>
    <message>
        <source>Colours displaced</source>
        <translation>Przesunięte kolory</translation>
    </message>
    <message>
        <source>Damaged</source>
        <translation>Uszkodzony</translation>
    </message>
    <message>
        <source>Double contours</source>
        <translation>Podwójne kontury</translation>
    </message>
    <message>
        <source>Dust</source>
        <translation>Kurz</translation>
    </message>
    <message>
        <source>Faded</source>
        <translation>Wyblakły</translation>
    </message>
    <message>
        <source>Film of a DVD</source>
        <translation>Film z DVD</translation>
    </message>
    <message>
        <source>Flicker</source>
        <translation>Migotanie</translation>
    </message>
    <message>
        <source>HDR</source>
        <translation>HDR</translation>
    </message>
    <message>
        <source>Interlaced</source>
        <translation>Przeplot</translation>
    </message>
    <message>
        <source>Mirrored</source>
        <translation>Odbity lustrzanie</translation>
    </message>
    <message>
        <source>No colour tags</source>
        <translation>Brak opisu kolorów</translation>
    </message>
    <message>
        <source>Numbered pictures</source>
        <translation>Numerowane obrazy</translation>
    </message>
    <message>
        <source>On its side</source>
        <translation>Na boku</translation>
    </message>
    <message>
        <source>Original sound as well</source>
        <translation>Także oryginalny dźwięk</translation>
    </message>
    <message>
        <source>Pixels not square</source>
        <translation>Piksele niekwadratowe</translation>
    </message>
    <message>
        <source>Ragged lines</source>
        <translation>Postrzępione wiersze</translation>
    </message>
    <message>
        <source>Rainbows</source>
        <translation>Tęcze</translation>
    </message>
    <message>
        <source>Repeated pictures</source>
        <translation>Powtórzone obrazy</translation>
    </message>
    <message>
        <source>Several recordings</source>
        <translation>Kilka nagrań</translation>
    </message>
    <message>
        <source>Streaks of lost tape</source>
        <translation>Smugi zużytej taśmy</translation>
    </message>
    <message>
        <source>Torn lines at the edge</source>
        <translation>Poszarpany brzeg</translation>
    </message>
    <message>
        <source>Trembling hand</source>
        <translation>Drżąca ręka</translation>
    </message>
    <message>
        <source>Uneven frame times</source>
        <translation>Nierówne czasy klatek</translation>
    </message>
    <message>
        <source>the sound of the source stays as a second track</source>
        <translation>dźwięk źródła zostaje jako druga ścieżka</translation>
    </message>
</context>
<context>
    <name>clock</name>
    <message numerus="yes">
        <source>%n days</source>
        <translation>
            <numerusform>%n dzień</numerusform>
            <numerusform>%n dni</numerusform>
            <numerusform>%n dni</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hours</source>
        <translation>
            <numerusform>%n godzina</numerusform>
            <numerusform>%n godziny</numerusform>
            <numerusform>%n godzin</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n minutes</source>
        <translation>
            <numerusform>%n minuta</numerusform>
            <numerusform>%n minuty</numerusform>
            <numerusform>%n minut</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n seconds</source>
        <translation>
            <numerusform>%n sekunda</numerusform>
            <numerusform>%n sekundy</numerusform>
            <numerusform>%n sekund</numerusform>
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
        <translation>{count} sekundy</translation>
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
            <numerusform>%n plik jest dalszym ciągiem filmu z wcześniejszego pliku i zostanie odnowiony razem z nim.</numerusform>
            <numerusform>%n pliki są dalszym ciągiem filmu z wcześniejszego pliku i zostaną odnowione razem z nim.</numerusform>
            <numerusform>%n plików jest dalszym ciągiem filmu z wcześniejszego pliku i zostanie odnowionych razem z nim.</numerusform>
        </translation>
    </message>
    <message>
        <source>Both measures need a file of parameters that does not come with the program; see “homereel score --help”.</source>
        <translation>Obie miary wymagają pliku z parametrami, którego nie ma w programie; zobacz „homereel score --help”.</translation>
    </message>
    <message>
        <source>Cancelled; “homereel models fetch {name}” goes on from here.</source>
        <translation>Anulowano; „homereel models fetch {name}” ruszy dalej stąd.</translation>
    </message>
    <message>
        <source>Cancelled; “homereel runtime fetch” goes on from here.</source>
        <translation>Anulowano; „homereel runtime fetch” ruszy dalej stąd.</translation>
    </message>
    <message>
        <source>Everything works.</source>
        <translation>Wszystko działa.</translation>
    </message>
    <message>
        <source>FAILED</source>
        <translation>BŁĄD</translation>
    </message>
    <message>
        <source>Here: homereel restore FILM --cluster {path}</source>
        <translation>Tutaj: homereel restore FILM --cluster {path}</translation>
    </message>
    <message>
        <source>Homereel {version}: testing this installation takes a minute or two.</source>
        <translation>Homereel {version}: sprawdzenie tej instalacji potrwa minutę lub dwie.</translation>
    </message>
    <message>
        <source>Joined the computer at {address}.</source>
        <translation>Połączono z komputerem pod adresem {address}.</translation>
    </message>
    <message>
        <source>Leave out the sources before {source} then: they had their turn, and would be restored once more.</source>
        <translation>Pomiń wtedy źródła przed {source}: ich kolej już była i zostałyby odnowione jeszcze raz.</translation>
    </message>
    <message>
        <source>Licence: {licence}</source>
        <translation>Licencja: {licence}</translation>
    </message>
    <message>
        <source>No temporary files can be written here ({detail}).</source>
        <translation>Nie można tu zapisywać plików tymczasowych ({detail}).</translation>
    </message>
    <message>
        <source>Nobody hands out work at {address} yet; waiting.</source>
        <translation>Pod adresem {address} nikt jeszcze nie rozdziela pracy; oczekiwanie.</translation>
    </message>
    <message>
        <source>On the other computers, with a copy of it: homereel worker {path}</source>
        <translation>Na innych komputerach, z jego kopią: homereel worker {path}</translation>
    </message>
    <message>
        <source>Only this computer itself can be reached at {address}. For others, make a key with its address in your network: --address {own}</source>
        <translation>Pod adresem {address} osiągalny jest ten komputer tylko dla siebie. Dla innych utwórz klucz z jego adresem w swojej sieci: --address {own}</translation>
    </message>
    <message>
        <source>Other users of this computer can read {path}; make it readable to you only.</source>
        <translation>Inni użytkownicy tego komputera mogą odczytać {path}; ogranicz prawo odczytu tylko do siebie.</translation>
    </message>
    <message>
        <source>Remove {folder}? [y/N] </source>
        <translation>Usunąć {folder}? [t/N] </translation>
    </message>
    <message>
        <source>Removed {folder}</source>
        <translation>Usunięto {folder}</translation>
    </message>
    <message>
        <source>Restoring a stretch of {detail}.</source>
        <translation>Odnawianie fragmentu {detail}.</translation>
    </message>
    <message>
        <source>Something does not work; see above.</source>
        <translation>Coś nie działa; patrz wyżej.</translation>
    </message>
    <message>
        <source>The computer at {address} has no more work.</source>
        <translation>Komputer pod adresem {address} nie ma już pracy.</translation>
    </message>
    <message>
        <source>The computer at {address} refuses this key: it has another one, or the clocks differ by days.</source>
        <translation>Komputer pod adresem {address} odrzuca ten klucz: ma inny albo zegary różnią się o całe dni.</translation>
    </message>
    <message>
        <source>The window cannot open, since Qt lacks a library of your system ({library}); install it.</source>
        <translation>Nie można otworzyć okna, bo Qt brakuje biblioteki systemu ({library}); zainstaluj ją.</translation>
    </message>
    <message>
        <source>There is no screen here; use “homereel restore” instead of the window.</source>
        <translation>Nie ma tu ekranu; zamiast okna użyj „homereel restore”.</translation>
    </message>
    <message>
        <source>There is no video and no folder of pictures to score.</source>
        <translation>Nie ma tu filmu ani folderu z obrazami do oceny.</translation>
    </message>
    <message>
        <source>Under which licence does its author give it away? [unknown] </source>
        <translation>Na jakiej licencji udostępnia go autor? [nieznana] </translation>
    </message>
    <message>
        <source>Use it with “homereel restore --model {model} …”.</source>
        <translation>Użyj go poleceniem „homereel restore --model {model} …”.</translation>
    </message>
    <message>
        <source>measuring {model}</source>
        <translation>mierzenie {model}</translation>
    </message>
    <message>
        <source>passed</source>
        <translation>dobrze</translation>
    </message>
    <message>
        <source>scoring {name}</source>
        <translation>ocena {name}</translation>
    </message>
    <message>
        <source>y</source>
        <comment>the letter for yes in [y/N]</comment>
        <translation>t</translation>
    </message>
    <message>
        <source>{done} of {total}</source>
        <translation>{done} z {total}</translation>
    </message>
    <message numerus="yes">
        <source>{folder} (%n finished frames of {output}, {size})</source>
        <translation>
            <numerusform>{folder} (%n gotowa klatka z {output}, {size})</numerusform>
            <numerusform>{folder} (%n gotowe klatki z {output}, {size})</numerusform>
            <numerusform>{folder} (%n gotowych klatek z {output}, {size})</numerusform>
        </translation>
    </message>
    <message>
        <source>{folder} could not be removed.</source>
        <translation>Nie udało się usunąć {folder}.</translation>
    </message>
    <message>
        <source>{model} is installed.</source>
        <translation>{model} jest zainstalowany.</translation>
    </message>
    <message>
        <source>{model} is installed: {path}</source>
        <translation>{model} jest zainstalowany: {path}</translation>
    </message>
    <message>
        <source>{name} is neither a command nor a file</source>
        <translation>{name} nie jest ani poleceniem, ani plikiem</translation>
    </message>
    <message>
        <source>{path} exists already; choose another name, or replace it by --overwrite.</source>
        <translation>{path} już istnieje; wybierz inną nazwę lub zastąp plik opcją --overwrite.</translation>
    </message>
    <message>
        <source>{path} is a key: who has it can let this computer work for them, and read the films that it restores with others. It is valid until {date}.</source>
        <translation>{path} to klucz: kto go ma, może zlecać pracę temu komputerowi i odczytywać filmy, które ten komputer odnawia z innymi. Klucz jest ważny do {date}.</translation>
    </message>
    <message>
        <source>{path} is deleted, and its copies are refused on this computer; delete them on the others.</source>
        <translation>Usunięto {path}, a kopie są odrzucane na tym komputerze; usuń je na pozostałych.</translation>
    </message>
    <message>
        <source>{runtime} works, and is used from the next start on.</source>
        <translation>{runtime} działa i będzie używany od następnego uruchomienia.</translation>
    </message>
    <message>
        <source>{size} freed; the processor&apos;s build is used.</source>
        <translation>Zwolniono {size}; używana jest wersja dla procesora.</translation>
    </message>
    <message>
        <source>{size} freed; {model} is not installed any more.</source>
        <translation>Zwolniono {size}; {model} nie jest już zainstalowany.</translation>
    </message>
</context>
<context>
    <name>console</name>
    <message numerus="yes">
        <source>%n frames are finished</source>
        <translation>
            <numerusform>%n klatka jest gotowa</numerusform>
            <numerusform>%n klatki są gotowe</numerusform>
            <numerusform>%n klatek jest gotowych</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n frames in {time}</source>
        <translation>
            <numerusform>%n klatka w {time}</numerusform>
            <numerusform>%n klatki w {time}</numerusform>
            <numerusform>%n klatek w {time}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n frames in {time}, cleaned {passes} times on average</source>
        <translation>
            <numerusform>%n klatka w {time}, czyszczona średnio {passes} raza</numerusform>
            <numerusform>%n klatki w {time}, czyszczone średnio {passes} raza</numerusform>
            <numerusform>%n klatek w {time}, czyszczonych średnio {passes} raza</numerusform>
        </translation>
    </message>
    <message>
        <source>Going on with {source} to {output} ({how})</source>
        <translation>Dalsze odnawianie {source} do {output} ({how})</translation>
    </message>
    <message>
        <source>Restoring {source} to {output} ({how})</source>
        <translation>Odnawianie {source} do {output} ({how})</translation>
    </message>
    <message>
        <source>about {time}</source>
        <translation>około {time}</translation>
    </message>
    <message>
        <source>frame {frame}</source>
        <translation>klatka {frame}</translation>
    </message>
    <message>
        <source>frame {frame} of {total}</source>
        <translation>klatka {frame} z {total}</translation>
    </message>
    <message>
        <source>{peer} has joined.</source>
        <translation>Dołączył komputer {peer}.</translation>
    </message>
    <message>
        <source>{size}, without a network on {device}</source>
        <translation>{size}, bez sieci na {device}</translation>
    </message>
    <message>
        <source>{size}, {model} on {device}</source>
        <translation>{size}, {model} na {device}</translation>
    </message>
    <message>
        <source>{speed:.3g} frames/s</source>
        <translation>{speed:.3g} klatek/s</translation>
    </message>
    <message>
        <source>{time} left</source>
        <translation>zostało {time}</translation>
    </message>
</context>
<context>
    <name>faults</name>
    <message>
        <source>a hand that trembles by {tremor:.1f} pixels; steadied, up to {border:.0f} pixels of the border are made up</source>
        <translation>ręka drżąca o {tremor:.1f} piksela; po ustabilizowaniu do {border:.0f} pikseli brzegu jest zmyślonych</translation>
    </message>
    <message>
        <source>a second contour beside edges, {overshoot:.0%} as strong as they</source>
        <translation>drugi kontur obok krawędzi, {overshoot:.0%} tak silny jak one</translation>
    </message>
    <message>
        <source>brightness that swings by {swing:.0%} from picture to picture</source>
        <translation>jasność wahająca się o {swing:.0%} między obrazami</translation>
    </message>
    <message>
        <source>colours {across:.1f} pixels too far {side}</source>
        <translation>kolory przesunięte o {across:.1f} piksela w {side}</translation>
    </message>
    <message>
        <source>colours {across:.1f} pixels too far {side}, {along:.1f} lines too {end}</source>
        <translation>kolory przesunięte o {across:.1f} piksela w {side} i o {along:.1f} wiersza w {end}</translation>
    </message>
    <message>
        <source>colours {along:.1f} lines too {end}</source>
        <translation>kolory przesunięte o {along:.1f} wiersza w {end}</translation>
    </message>
    <message>
        <source>faded: the darkest is {black:.0f} and the brightest {white:.0f} of 255</source>
        <translation>wyblakły: najciemniejsze to {black:.0f}, a najjaśniejsze {white:.0f} z 255</translation>
    </message>
    <message>
        <source>high</source>
        <translation>górę</translation>
    </message>
    <message>
        <source>left</source>
        <translation>lewo</translation>
    </message>
    <message>
        <source>low</source>
        <translation>dół</translation>
    </message>
    <message>
        <source>nothing was found</source>
        <translation>nic nie znaleziono</translation>
    </message>
    <message>
        <source>ragged lines: they begin {jitter:.1f} pixels too early or too late</source>
        <translation>postrzępione wiersze: zaczynają się o {jitter:.1f} piksela za wcześnie lub za późno</translation>
    </message>
    <message>
        <source>rainbows and crawling dots of composite video, in {share:.1%} of each picture</source>
        <translation>tęcze i wędrujące punkty wideo kompozytowego, na {share:.1%} każdego obrazu</translation>
    </message>
    <message>
        <source>right</source>
        <translation>prawo</translation>
    </message>
    <message>
        <source>spots that last for one picture: about {per_picture:.1f} in each</source>
        <translation>plamy trwające jeden obraz: około {per_picture:.1f} na każdym</translation>
    </message>
    <message>
        <source>streaks that last for one picture: about {per_picture:.1f} in each</source>
        <translation>smugi trwające jeden obraz: około {per_picture:.1f} na każdym</translation>
    </message>
    <message>
        <source>torn lines: {top:.0f} at the top and {bottom:.0f} at the bottom</source>
        <translation>poszarpane wiersze: {top:.0f} u góry i {bottom:.0f} u dołu</translation>
    </message>
    <message>
        <source>{count:.0f} of {pictures:.0f} pictures looked at are copies in place of lost ones, the first at {places} seconds</source>
        <translation>{count:.0f} z {pictures:.0f} obejrzanych obrazów to kopie zamiast utraconych, pierwsze w sekundzie {places}</translation>
    </message>
    <message>
        <source>{fault}: stays, unless you ask for --repair {name}</source>
        <translation>{fault}: zostaje, chyba że podasz --repair {name}</translation>
    </message>
    <message>
        <source>{fault}: will be repaired</source>
        <translation>{fault}: zostanie naprawione</translation>
    </message>
    <message>
        <source>{fault}: will be repaired (otherwise: --repair off, or names of others)</source>
        <translation>{fault}: zostanie naprawione (inaczej: --repair off lub nazwy innych)</translation>
    </message>
</context>
<context>
    <name>languages</name>
    <message>
        <source>Homereel speaks English when you open it again.</source>
        <translation>Homereel będzie mówić po polsku po ponownym otwarciu.</translation>
    </message>
</context>
<context>
    <name>messages</name>
    <message numerus="yes">
        <source>%n bytes</source>
        <translation>
            <numerusform>%n bajt</numerusform>
            <numerusform>%n bajty</numerusform>
            <numerusform>%n bajtów</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n pictures are missing in the numbering; the picture before each stays longer.</source>
        <translation>
            <numerusform>W numeracji brakuje %n obrazu; poprzedni pozostaje dłużej.</numerusform>
            <numerusform>W numeracji brakuje %n obrazów; poprzedni pozostaje wtedy dłużej.</numerusform>
            <numerusform>W numeracji brakuje %n obrazów; poprzedni pozostaje wtedy dłużej.</numerusform>
        </translation>
    </message>
    <message>
        <source>A cover picture is broken and is missing in the output.</source>
        <translation>Obraz okładki jest uszkodzony i brakuje go w wyniku.</translation>
    </message>
    <message>
        <source>A sound track ({detail}) changes its rate or its channels in the middle and is converted to one of each.</source>
        <translation>Ścieżka dźwiękowa ({detail}) zmienia w środku częstotliwość lub kanały i zostaje ujednolicona.</translation>
    </message>
    <message>
        <source>A sound track ({detail}) does not fit into this container and is converted to AAC.</source>
        <translation>Ścieżka dźwiękowa ({detail}) nie pasuje do tego kontenera i jest konwertowana do AAC.</translation>
    </message>
    <message>
        <source>A sound track ({detail}) does not fit into this container and is stored as PCM, without a loss.</source>
        <translation>Ścieżka dźwiękowa ({detail}) nie pasuje do tego kontenera i jest zapisywana jako PCM, bez strat.</translation>
    </message>
    <message>
        <source>A sound track ({detail}) is damaged and cannot be copied; what can be decoded of it is encoded again.</source>
        <translation>Ścieżka dźwiękowa ({detail}) jest uszkodzona i nie da się jej skopiować; to, co da się odczytać, jest kodowane na nowo.</translation>
    </message>
    <message>
        <source>A sound track ({detail}) is stored beside the pictures, as a WAV file.</source>
        <translation>Ścieżka dźwiękowa ({detail}) jest zapisywana obok obrazów, jako plik WAV.</translation>
    </message>
    <message>
        <source>A sound track cannot be read or written and is missing in the output.</source>
        <translation>Ścieżki dźwiękowej nie da się odczytać lub zapisać i brakuje jej w wyniku.</translation>
    </message>
    <message>
        <source>Attached files or cover pictures do not fit into this container and are missing in the output; MKV holds them.</source>
        <translation>Załączone pliki lub okładki nie pasują do tego kontenera i brakuje ich w wyniku; MKV je mieści.</translation>
    </message>
    <message>
        <source>Cancelled before anything was finished; the same command begins anew.</source>
        <translation>Przerwano, zanim cokolwiek było gotowe; to samo polecenie zacznie od początku.</translation>
    </message>
    <message>
        <source>Cancelled.</source>
        <translation>Przerwano.</translation>
    </message>
    <message>
        <source>Cancelled; what is finished is kept, and the same command goes on from there.</source>
        <translation>Anulowano; to, co gotowe, zostaje, a to samo polecenie ruszy dalej od tego miejsca.</translation>
    </message>
    <message>
        <source>Closed captions within the pictures cannot be kept and are missing.</source>
        <translation>Napisów ukrytych w obrazie (closed captions) nie da się zachować i ich brakuje.</translation>
    </message>
    <message>
        <source>Data that the camera recorded beside the picture ({detail}) cannot be kept and is missing in the output.</source>
        <translation>Danych, które kamera zapisała obok obrazu ({detail}), nie da się zachować i brakuje ich w wyniku.</translation>
    </message>
    <message>
        <source>Dolby Vision becomes {detail}, which is what players without it show of the source.</source>
        <translation>Dolby Vision staje się {detail}, czyli tym, co pokazują odtwarzacze bez Dolby Vision.</translation>
    </message>
    <message>
        <source>Fetching PyTorch for the card failed ({detail}); try again, it goes on where it stopped.</source>
        <translation>Nie udało się pobrać PyTorch dla karty ({detail}); spróbuj ponownie, pobieranie ruszy tam, gdzie stanęło.</translation>
    </message>
    <message>
        <source>Fetching the model {model} failed ({detail}); try again, it goes on where it stopped.</source>
        <translation>Nie udało się pobrać modelu {model} ({detail}); spróbuj ponownie, pobieranie ruszy tam, gdzie stanęło.</translation>
    </message>
    <message>
        <source>HDR10+ becomes HDR10, which is what players without it show of the source.</source>
        <translation>HDR10+ staje się HDR10, czyli tym, co pokazują odtwarzacze bez HDR10+.</translation>
    </message>
    <message>
        <source>Homereel ended while it looked at {path}, which may be the reason, and leaves it alone; choose “Look at it again” from its menu to try.</source>
        <translation>Homereel zakończył się podczas oglądania {path}, co może być przyczyną, i zostawia ten plik; wybierz „Obejrzyj ponownie” z jego menu, aby spróbować.</translation>
    </message>
    <message>
        <source>Makes room for the preview; it goes on by itself.</source>
        <translation>Ustępuje podglądowi; ruszy dalej samo.</translation>
    </message>
    <message>
        <source>Memory ran short; the work goes on in smaller steps.</source>
        <translation>Zabrakło pamięci; praca toczy się dalej mniejszymi krokami.</translation>
    </message>
    <message>
        <source>Models of others cannot be used, since the native part of torchvision is missing or made for another PyTorch ({detail}); install the torchvision that belongs to your PyTorch.</source>
        <translation>Nie można używać obcych modeli, bo brakuje natywnej części torchvision lub jest ona dla innego PyTorch ({detail}); zainstaluj torchvision pasujące do Twojego PyTorch.</translation>
    </message>
    <message>
        <source>Models of others need the Python packages spandrel and torchvision, of which {detail} is not installed; “pip install homereel[community]” installs them.</source>
        <translation>Obce modele wymagają pakietów Pythona spandrel i torchvision, z których {detail} nie jest zainstalowany; instaluje je „pip install homereel[community]”.</translation>
    </message>
    <message>
        <source>No frame of {path} can be decoded; it is encrypted or badly damaged.</source>
        <translation>Nie da się odczytać żadnej klatki z {path}; plik jest zaszyfrowany lub mocno uszkodzony.</translation>
    </message>
    <message>
        <source>Nobody at {detail} answers whether there is a newer version; try again when you are online.</source>
        <translation>Pod adresem {detail} nikt nie odpowiada, czy jest nowsza wersja; spróbuj ponownie po połączeniu z internetem.</translation>
    </message>
    <message>
        <source>Nothing was found in the sound for “{detail}” to put right.</source>
        <translation>W dźwięku nie znaleziono niczego, co „{detail}” mogłoby poprawić.</translation>
    </message>
    <message>
        <source>Numbers of 16 bits are too small for this picture; the work goes on in 32 bits, more slowly.</source>
        <translation>Liczby 16-bitowe są za małe dla tego obrazu; praca toczy się dalej na 32 bitach, wolniej.</translation>
    </message>
    <message>
        <source>Of the source&apos;s notes, this cannot be written to the output and is missing: {detail}.</source>
        <translation>Z notatek źródła tego nie da się zapisać w wyniku i tego brakuje: {detail}.</translation>
    </message>
    <message numerus="yes">
        <source>Only the first two channels of a sound track ({detail}) are kept in this container, %n are missing; MKV and MOV hold more.</source>
        <translation>
            <numerusform>W tym kontenerze zostają tylko dwa pierwsze kanały ścieżki dźwiękowej ({detail}), brakuje %n; MKV i MOV mieszczą więcej.</numerusform>
            <numerusform>W tym kontenerze zostają tylko dwa pierwsze kanały ścieżki dźwiękowej ({detail}), brakuje %n; MKV i MOV mieszczą więcej.</numerusform>
            <numerusform>W tym kontenerze zostają tylko dwa pierwsze kanały ścieżki dźwiękowej ({detail}), brakuje %n; MKV i MOV mieszczą więcej.</numerusform>
        </translation>
    </message>
    <message>
        <source>Other computers cannot be used without the package “{detail}”; install it with “pip install homereel[cluster]”.</source>
        <translation>Nie można używać innych komputerów bez pakietu „{detail}”; zainstaluj go poleceniem „pip install homereel[cluster]”.</translation>
    </message>
    <message>
        <source>PyTorch for the card is being fetched already, by another window or command.</source>
        <translation>PyTorch dla karty jest już pobierany przez inne okno lub polecenie.</translation>
    </message>
    <message>
        <source>Reading {path} failed ({detail}); check its disk, or copy it to another one first.</source>
        <translation>Nie udało się odczytać {path} ({detail}); sprawdź jego dysk lub najpierw skopiuj plik na inny.</translation>
    </message>
    <message>
        <source>Something unexpected happened ({kind}: {what}); please report it with the page that “homereel doctor” prints.</source>
        <translation>Stało się coś nieoczekiwanego ({kind}: {what}); zgłoś to, proszę, razem ze stroną, którą wypisuje „homereel doctor”.</translation>
    </message>
    <message>
        <source>Subtitles ({detail}) do not fit into this container and are converted; MKV keeps more.</source>
        <translation>Napisy ({detail}) nie pasują do tego kontenera i są konwertowane; MKV zachowuje więcej.</translation>
    </message>
    <message>
        <source>Subtitles cannot be kept in this container ({detail}) and are missing in the output.</source>
        <translation>Napisów nie da się zachować w tym kontenerze ({detail}) i brakuje ich w wyniku.</translation>
    </message>
    <message>
        <source>The chosen region does not lie within the picture of {path}; choose a smaller one.</source>
        <translation>Wybrany obszar nie leży w obrazie {path}; wybierz mniejszy.</translation>
    </message>
    <message>
        <source>The clock of {peer} differs by {detail} hours; the film is not affected.</source>
        <translation>Zegar komputera {peer} różni się o {detail} godz.; na film to nie wpływa.</translation>
    </message>
    <message>
        <source>The connection to {peer} was lost; its stretch is restored again.</source>
        <translation>Utracono połączenie z {peer}; jego fragment jest odnawiany ponownie.</translation>
    </message>
    <message>
        <source>The device {device} is not there or cannot compute; choose auto or cpu.</source>
        <translation>Urządzenia {device} nie ma lub nie może liczyć; wybierz auto lub cpu.</translation>
    </message>
    <message>
        <source>The device {device} stopped working ({detail}); what is finished is kept, start again to go on.</source>
        <translation>Urządzenie {device} przestało działać ({detail}); to, co gotowe, zostaje, uruchom ponownie, aby kontynuować.</translation>
    </message>
    <message>
        <source>The disk allows no file of the name {path} ({detail}); choose another one.</source>
        <translation>Dysk nie pozwala na plik o nazwie {path} ({detail}); wybierz inną.</translation>
    </message>
    <message>
        <source>The disk of {path} is full ({free} free); make room or choose another folder.</source>
        <translation>Dysk, na którym jest {path}, jest pełny (wolne: {free}); zrób miejsce lub wybierz inny folder.</translation>
    </message>
    <message>
        <source>The disk of {path} is full ({free} free); the render waits, and goes on when there is room.</source>
        <translation>Dysk, na którym jest {path}, jest pełny (wolne: {free}); praca czeka i ruszy dalej, gdy będzie miejsce.</translation>
    </message>
    <message>
        <source>The disk of {peer} is full and it is left out; make room there.</source>
        <translation>{peer} ma pełny dysk i jest pomijany; zrób tam miejsce.</translation>
    </message>
    <message>
        <source>The encoder could not write {path} ({detail}); try another codec or output size.</source>
        <translation>Koder nie mógł zapisać {path} ({detail}); spróbuj innego kodeka lub rozmiaru.</translation>
    </message>
    <message>
        <source>The encoder {detail} does not work here with this picture; the processor encodes it.</source>
        <translation>Koder {detail} nie działa tu z tym obrazem; koduje procesor.</translation>
    </message>
    <message>
        <source>The file of the model {model} holds another network ({detail}); fetch or import it again.</source>
        <translation>Plik modelu {model} zawiera inną sieć ({detail}); pobierz go lub zaimportuj ponownie.</translation>
    </message>
    <message>
        <source>The file of the model {model} is damaged or was changed and is not used; fetch it again.</source>
        <translation>Plik modelu {model} jest uszkodzony lub zmieniony i nie jest używany; pobierz go ponownie.</translation>
    </message>
    <message>
        <source>The folder of {path} does not exist; create it or choose another one.</source>
        <translation>Folder dla {path} nie istnieje; utwórz go lub wybierz inny.</translation>
    </message>
    <message>
        <source>The folder of {path} has gone; the render waits, and goes on when it is back.</source>
        <translation>Folder z {path} zniknął; praca czeka i ruszy dalej, gdy wróci.</translation>
    </message>
    <message>
        <source>The graphics card ({detail}) is not used, since PyTorch is built for the processor here; with its build for this card a render takes a fraction of the time (“homereel doctor” says what to install).</source>
        <translation>Karta graficzna ({detail}) nie jest używana, bo PyTorch jest tu zbudowany dla procesora; z wersją dla tej karty odnawianie trwa ułamek czasu („homereel doctor” mówi, co zainstalować).</translation>
    </message>
    <message>
        <source>The graphics card ({detail}) is too old or too new for this program; the processor computes.</source>
        <translation>Karta graficzna ({detail}) jest za stara lub za nowa dla tego programu; liczy procesor.</translation>
    </message>
    <message>
        <source>The hidden working folder of {path} was removed during the render; start it again.</source>
        <translation>Ukryty folder roboczy {path} usunięto podczas odnawiania; uruchom je ponownie.</translation>
    </message>
    <message>
        <source>The journal of the unfinished {path} cannot be read, or is of another version; give --no-resume to start again.</source>
        <translation>Dziennika niedokończonego {path} nie da się odczytać lub jest z innej wersji; podaj --no-resume, aby zacząć od nowa.</translation>
    </message>
    <message>
        <source>The key in {path} is valid from {detail} on only; set the clock of this computer.</source>
        <translation>Klucz w {path} jest ważny dopiero od {detail}; ustaw zegar tego komputera.</translation>
    </message>
    <message>
        <source>The key in {path} was revoked on this computer; make a new one.</source>
        <translation>Klucz w {path} unieważniono na tym komputerze; utwórz nowy.</translation>
    </message>
    <message>
        <source>The key in {path} was valid until {detail}; make a new one, or set the clock of this computer.</source>
        <translation>Klucz w {path} był ważny do {detail}; utwórz nowy albo ustaw zegar tego komputera.</translation>
    </message>
    <message>
        <source>The model file {model} cannot be read ({detail}); choose another one, or fetch it again.</source>
        <translation>Pliku modelu {model} nie da się odczytać ({detail}); wybierz inny lub pobierz go ponownie.</translation>
    </message>
    <message>
        <source>The model {model} comes with Homereel and stays.</source>
        <translation>Model {model} należy do Homereel i zostaje.</translation>
    </message>
    <message>
        <source>The model {model} enlarges {detail} times; Homereel takes models that keep the size or enlarge 2, 4 or 8 times.</source>
        <translation>Model {model} powiększa {detail} razy; Homereel przyjmuje modele, które zachowują rozmiar lub powiększają 2, 4 lub 8 razy.</translation>
    </message>
    <message>
        <source>The model {model} is for {detail}; Homereel takes models for whole pictures in colour.</source>
        <translation>Model {model} jest do {detail}; Homereel przyjmuje modele do całych obrazów w kolorze.</translation>
    </message>
    <message>
        <source>The model {model} is not installed, and its publisher has no plain address for it; get its file with a browser and add it with “homereel models import FILE”.</source>
        <translation>Model {model} nie jest zainstalowany, a wydawca nie podaje prostego adresu; pobierz plik przeglądarką i dodaj go poleceniem „homereel models import FILE”.</translation>
    </message>
    <message>
        <source>The model {model} is not installed; get it with “homereel models fetch {model}”.</source>
        <translation>Model {model} nie jest zainstalowany; pobierz go poleceniem „homereel models fetch {model}”.</translation>
    </message>
    <message>
        <source>The note that this is a 360° picture cannot be kept; players will show it flat.</source>
        <translation>Nie da się zachować informacji, że to obraz 360°; odtwarzacze pokażą go płasko.</translation>
    </message>
    <message>
        <source>The output could not be written ({detail}); everything else was carried out.</source>
        <translation>Nie udało się zapisać wyjścia ({detail}); reszta została wykonana.</translation>
    </message>
    <message>
        <source>The preset {name} makes no sense ({detail}); change or remove its file.</source>
        <translation>Zestaw ustawień {name} nie ma sensu ({detail}); zmień lub usuń jego plik.</translation>
    </message>
    <message>
        <source>The process that restored {path} crashed (exit status {exit_status}); what is finished is kept, start it again to go on.</source>
        <translation>Proces odnawiający {path} uległ awarii (kod wyjścia {exit_status}); to, co gotowe, zostaje, uruchom ponownie, aby kontynuować.</translation>
    </message>
    <message>
        <source>The render goes on.</source>
        <translation>Odnawianie trwa dalej.</translation>
    </message>
    <message>
        <source>The size or shape of the picture changes in the middle of the source; later pictures are fitted into the first one.</source>
        <translation>Rozmiar lub kształt obrazu zmienia się w środku źródła; późniejsze obrazy są dopasowywane do pierwszego.</translation>
    </message>
    <message>
        <source>The source has more than one picture; only the first choice is restored.</source>
        <translation>Źródło ma więcej niż jeden obraz; odnawiany jest tylko pierwszy wybór.</translation>
    </message>
    <message>
        <source>The source is a 3D film; a second view is left out, and views side by side are not marked as 3D.</source>
        <translation>Źródło to film 3D; drugi widok jest pomijany, a widoki obok siebie nie są oznaczane jako 3D.</translation>
    </message>
    <message numerus="yes">
        <source>The source is damaged in %n places: what could not be decoded there is left out.</source>
        <translation>
            <numerusform>Źródło jest uszkodzone w jednym miejscu: to, czego nie dało się tam odczytać, pominięto.</numerusform>
            <numerusform>Źródło jest uszkodzone w %n miejscach: to, czego nie dało się tam odczytać, pominięto.</numerusform>
            <numerusform>Źródło jest uszkodzone w %n miejscach: to, czego nie dało się tam odczytać, pominięto.</numerusform>
        </translation>
    </message>
    <message>
        <source>The source was moved, and found by its content: {detail}.</source>
        <translation>Źródło zostało przeniesione i rozpoznane po zawartości: {detail}.</translation>
    </message>
    <message>
        <source>There is a model called {model} already; choose another name with --name.</source>
        <translation>Jest już model o nazwie {model}; wybierz inną nazwę przez --name.</translation>
    </message>
    <message>
        <source>There is no PyTorch called {runtime} for this machine; “homereel runtime” lists them.</source>
        <translation>Dla tego komputera nie ma PyTorch o nazwie {runtime}; „homereel runtime” pokazuje, co jest.</translation>
    </message>
    <message>
        <source>There is no file {model}; check the name and whether its disk is connected.</source>
        <translation>Nie ma pliku {model}; sprawdź nazwę i czy dysk jest podłączony.</translation>
    </message>
    <message>
        <source>There is no file {path}; check the name and whether its disk is connected.</source>
        <translation>Nie ma pliku {path}; sprawdź nazwę i czy jego dysk jest podłączony.</translation>
    </message>
    <message>
        <source>There is no key file {path}; make one with “homereel cluster create FILE”, or copy the one that the other computers have.</source>
        <translation>Nie ma pliku klucza {path}; utwórz go poleceniem „homereel cluster create FILE” albo skopiuj ten, który mają inne komputery.</translation>
    </message>
    <message>
        <source>There is no model called {model}; “homereel models” lists them.</source>
        <translation>Nie ma modelu o nazwie {model}; „homereel models” pokazuje, jakie są.</translation>
    </message>
    <message>
        <source>There is no place at which this video could be split; it becomes one file.</source>
        <translation>Nie ma miejsca, w którym można podzielić ten film; powstanie jeden plik.</translation>
    </message>
    <message>
        <source>There is no preset called {name}; the presets there are: {detail}.</source>
        <translation>Nie ma zestawu ustawień o nazwie {name}; są takie: {detail}.</translation>
    </message>
    <message>
        <source>This computer cannot be reached by others as the key {path} says ({detail}); make a key with its own address, or let the other program that uses the port end first.</source>
        <translation>Ten komputer nie jest osiągalny dla innych tak, jak podaje klucz {path} ({detail}); utwórz klucz z jego własnym adresem albo zakończ najpierw inny program, który używa tego portu.</translation>
    </message>
    <message>
        <source>This copy of Homereel names no place where new versions are announced; look where you got it from.</source>
        <translation>Ten egzemplarz Homereel nie podaje, gdzie ogłaszane są nowe wersje; sprawdź tam, skąd go masz.</translation>
    </message>
    <message>
        <source>Waiting for other computers with the key {path}.</source>
        <translation>Oczekiwanie na inne komputery z kluczem {path}.</translation>
    </message>
    <message>
        <source>What was fetched for {runtime} is not what it should be and was deleted; try again.</source>
        <translation>To, co pobrano dla {runtime}, nie jest tym, czym powinno, i zostało usunięte; spróbuj ponownie.</translation>
    </message>
    <message>
        <source>What was fetched for {runtime} would write outside its folder ({detail}) and is not used.</source>
        <translation>To, co pobrano dla {runtime}, zapisywałoby poza swoim folderem ({detail}) i nie jest używane.</translation>
    </message>
    <message>
        <source>What {detail} says about the newest version makes no sense; look where you got Homereel from.</source>
        <translation>To, co {detail} podaje o najnowszej wersji, nie ma sensu; sprawdź tam, skąd masz Homereel.</translation>
    </message>
    <message>
        <source>What {peer} sent was damaged on the way; that stretch is restored again.</source>
        <translation>To, co przysłał {peer}, uszkodziło się po drodze; ten fragment jest odnawiany ponownie.</translation>
    </message>
    <message numerus="yes">
        <source>Work that was finished earlier was damaged; %n frames are restored again.</source>
        <translation>
            <numerusform>Wcześniej ukończona praca była uszkodzona; %n klatka jest odnawiana ponownie.</numerusform>
            <numerusform>Wcześniej ukończona praca była uszkodzona; %n klatki są odnawiane ponownie.</numerusform>
            <numerusform>Wcześniej ukończona praca była uszkodzona; %n klatek jest odnawianych ponownie.</numerusform>
        </translation>
    </message>
    <message>
        <source>Writing {path} failed ({detail}); check the disk or choose another folder.</source>
        <translation>Nie udało się zapisać {path} ({detail}); sprawdź dysk lub wybierz inny folder.</translation>
    </message>
    <message>
        <source>{device} has too little memory for pictures of {width}x{height}; choose a region, a smaller model or the device cpu.</source>
        <translation>{device} ma za mało pamięci na obrazy {width}x{height}; wybierz obszar, mniejszy model lub urządzenie cpu.</translation>
    </message>
    <message>
        <source>{model} holds no image model that can be recognised ({detail}); Homereel takes those that the library spandrel knows.</source>
        <translation>{model} nie zawiera rozpoznawalnego modelu obrazu ({detail}); Homereel przyjmuje te, które zna biblioteka spandrel.</translation>
    </message>
    <message>
        <source>{model} is none of the models Homereel knows; an image model of others is taken with “homereel models add FILE”.</source>
        <translation>{model} to żaden z modeli, które zna Homereel; obcy model obrazu dodaje się poleceniem „homereel models add FILE”.</translation>
    </message>
    <message>
        <source>{model} is refused: opening it would run code that came with it ({detail}); look for the same model as a .safetensors file, which cannot hold any.</source>
        <translation>{model} został odrzucony: otwarcie go uruchomiłoby zawarty w nim kod ({detail}); poszukaj tego samego modelu jako pliku .safetensors, który nie może go zawierać.</translation>
    </message>
    <message>
        <source>{model} makes no name for a model; choose one of letters and digits with --name.</source>
        <translation>{model} nie nadaje się na nazwę modelu; wybierz przez --name nazwę z liter i cyfr.</translation>
    </message>
    <message>
        <source>{name} cannot be the name of a preset, since it cannot be that of a file; choose another one.</source>
        <translation>{name} nie może być nazwą zestawu ustawień, bo nie może być nazwą pliku; wybierz inną.</translation>
    </message>
    <message>
        <source>{path} cannot be written ({detail}); choose another folder.</source>
        <translation>Nie można zapisać {path} ({detail}); wybierz inny folder.</translation>
    </message>
    <message>
        <source>{path} cannot hold what was asked for ({detail}); choose another codec or container.</source>
        <translation>{path} nie pomieści tego, o co poproszono ({detail}); wybierz inny kodek lub kontener.</translation>
    </message>
    <message>
        <source>{path} could not be looked at: it made the reader crash ({detail}); convert it with another program first, and please report it.</source>
        <translation>Nie udało się obejrzeć {path}: proces odczytu uległ awarii ({detail}); najpierw przekonwertuj plik innym programem i zgłoś to, proszę.</translation>
    </message>
    <message>
        <source>{path} exists already; choose another name for the key file.</source>
        <translation>{path} już istnieje; wybierz inną nazwę pliku klucza.</translation>
    </message>
    <message>
        <source>{path} exists already; choose another name or allow it to be overwritten.</source>
        <translation>{path} już istnieje; wybierz inną nazwę lub zezwól na zastąpienie.</translation>
    </message>
    <message>
        <source>{path} has gone; the render waits, and goes on when it is back.</source>
        <translation>{path} zniknął; praca czeka i ruszy dalej, gdy wróci.</translation>
    </message>
    <message>
        <source>{path} has no frame between the chosen start and end; choose another range.</source>
        <translation>{path} nie ma klatki między wybranym początkiem a końcem; wybierz inny zakres.</translation>
    </message>
    <message>
        <source>{path} has no moving picture, only sound or other data.</source>
        <translation>{path} nie ma ruchomego obrazu, tylko dźwięk lub inne dane.</translation>
    </message>
    <message>
        <source>{path} holds more than one film of numbered pictures ({detail}); name one of them.</source>
        <translation>{path} zawiera więcej niż jeden film z numerowanych obrazów ({detail}); wskaż jeden z nich.</translation>
    </message>
    <message>
        <source>{path} holds no parameters of that measure ({detail}); choose another file.</source>
        <translation>{path} nie zawiera parametrów tej miary ({detail}); wybierz inny plik.</translation>
    </message>
    <message>
        <source>{path} is Dolby Vision without an ordinary picture under it (profile 5), and would come out in green and violet; convert it to HDR10 or ordinary video first.</source>
        <translation>{path} to Dolby Vision bez zwykłego obrazu pod spodem (profil 5) i wyszedłby zielono-fioletowy; najpierw przekonwertuj go do HDR10 lub zwykłego wideo.</translation>
    </message>
    <message>
        <source>{path} is a folder; choose the video files in it.</source>
        <translation>{path} to folder; wybierz filmy, które w nim są.</translation>
    </message>
    <message>
        <source>{path} is a photo; Homereel restores films. Numbered pictures of a film are given by a pattern like scan_%04d.jpg.</source>
        <translation>{path} to zdjęcie; Homereel odnawia filmy. Numerowane obrazy filmu podaje się wzorem takim jak scan_%04d.jpg.</translation>
    </message>
    <message>
        <source>{path} is being written by another Homereel; wait for it or end it first.</source>
        <translation>{path} jest właśnie zapisywany przez inny Homereel; poczekaj na niego lub najpierw go zakończ.</translation>
    </message>
    <message>
        <source>{path} is empty; copy it again from where it came from.</source>
        <translation>{path} jest pusty; skopiuj go ponownie stamtąd, skąd pochodzi.</translation>
    </message>
    <message>
        <source>{path} is encrypted (copy protection); play it with the program it was bought or recorded with, and use a copy without protection.</source>
        <translation>{path} jest zaszyfrowany (ochrona przed kopiowaniem); odtwórz go programem, którym go kupiono lub nagrano, i użyj kopii bez ochrony.</translation>
    </message>
    <message>
        <source>{path} is no key file, or it is damaged; copy it again.</source>
        <translation>{path} nie jest plikiem klucza lub jest uszkodzony; skopiuj go ponownie.</translation>
    </message>
    <message>
        <source>{path} is not a video that can be read, or its beginning or index is lost.</source>
        <translation>{path} nie jest filmem, który da się odczytać, albo utracono jego początek lub indeks.</translation>
    </message>
    <message>
        <source>{path} is not there any more (finished frames: {detail}); find the file, and they are kept.</source>
        <translation>{path} zniknął ze swojego miejsca (gotowe klatki: {detail}); odszukaj plik, a zostaną zachowane.</translation>
    </message>
    <message>
        <source>{path} is the source itself, which is never replaced; choose another name.</source>
        <translation>{path} to samo źródło, którego nigdy się nie zastępuje; wybierz inną nazwę.</translation>
    </message>
    <message>
        <source>{path} may not be read by you; change its permissions or copy it first.</source>
        <translation>Nie masz prawa czytać {path}; zmień uprawnienia lub najpierw skopiuj plik.</translation>
    </message>
    <message>
        <source>{path} may not be written by you; choose another folder.</source>
        <translation>Nie masz prawa zapisać {path}; wybierz inny folder.</translation>
    </message>
    <message>
        <source>{path} needs about {needed} of disk space, but only {free} are free; make room or choose another folder.</source>
        <translation>{path} potrzebuje około {needed} miejsca na dysku, a wolne jest tylko {free}; zrób miejsce lub wybierz inny folder.</translation>
    </message>
    <message numerus="yes">
        <source>{path} was begun by another version or on another device (%n frames are finished): {detail}; give --resume to go on all the same, or --no-resume to throw that away.</source>
        <translation>
            <numerusform>{path} zaczęto w innej wersji lub na innym urządzeniu (%n klatka gotowa): {detail}; podaj --resume, aby mimo to kontynuować, albo --no-resume, aby to wyrzucić.</numerusform>
            <numerusform>{path} zaczęto w innej wersji lub na innym urządzeniu (%n klatki gotowe): {detail}; podaj --resume, aby mimo to kontynuować, albo --no-resume, aby to wyrzucić.</numerusform>
            <numerusform>{path} zaczęto w innej wersji lub na innym urządzeniu (%n klatek gotowych): {detail}; podaj --resume, aby mimo to kontynuować, albo --no-resume, aby to wyrzucić.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{path} was begun from another source (%n frames are finished); choose another name, or give --no-resume to throw that away.</source>
        <translation>
            <numerusform>{path} zaczęto z innego źródła (%n klatka gotowa); wybierz inną nazwę albo podaj --no-resume, aby to wyrzucić.</numerusform>
            <numerusform>{path} zaczęto z innego źródła (%n klatki gotowe); wybierz inną nazwę albo podaj --no-resume, aby to wyrzucić.</numerusform>
            <numerusform>{path} zaczęto z innego źródła (%n klatek gotowych); wybierz inną nazwę albo podaj --no-resume, aby to wyrzucić.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{path} was begun with other options (%n frames are finished): {detail}; use the old ones to go on, or --no-resume to throw that away.</source>
        <translation>
            <numerusform>{path} zaczęto z innymi opcjami (%n klatka gotowa): {detail}; użyj dawnych, aby kontynuować, albo --no-resume, aby to wyrzucić.</numerusform>
            <numerusform>{path} zaczęto z innymi opcjami (%n klatki gotowe): {detail}; użyj dawnych, aby kontynuować, albo --no-resume, aby to wyrzucić.</numerusform>
            <numerusform>{path} zaczęto z innymi opcjami (%n klatek gotowych): {detail}; użyj dawnych, aby kontynuować, albo --no-resume, aby to wyrzucić.</numerusform>
        </translation>
    </message>
    <message>
        <source>{path} was changed while it was being restored; put the old file back to go on, or start again.</source>
        <translation>{path} zmienił się podczas odnawiania; przywróć stary plik, aby kontynuować, albo zacznij od nowa.</translation>
    </message>
    <message>
        <source>{path} would be too small for its encoder ({detail}); choose a larger size or another codec.</source>
        <translation>{path} byłby za mały dla swojego kodera ({detail}); wybierz większy rozmiar lub inny kodek.</translation>
    </message>
    <message>
        <source>{peer} computes on another device ({detail}); its pictures differ by less than can be seen.</source>
        <translation>{peer} liczy na innym urządzeniu ({detail}); różnice w jego obrazach są niewidoczne.</translation>
    </message>
    <message>
        <source>{peer} does not know the model {detail} and is left out; add it there as well.</source>
        <translation>{peer} nie zna modelu {detail} i jest pomijany; dodaj go także tam.</translation>
    </message>
    <message>
        <source>{peer} failed ({detail}) and is left out; nothing is lost.</source>
        <translation>{peer} zgłosił błąd ({detail}) i jest pomijany; nic nie przepadło.</translation>
    </message>
    <message>
        <source>{peer} has another version ({detail}) and is left out; install the same one there.</source>
        <translation>{peer} ma inną wersję ({detail}) i jest pomijany; zainstaluj tam taką samą.</translation>
    </message>
    <message>
        <source>{peer} has too little memory for these pictures and is left out.</source>
        <translation>{peer} ma za mało pamięci na te obrazy i jest pomijany.</translation>
    </message>
    <message>
        <source>{peer} restores a test picture differently from this computer and is left out; a seam would show.</source>
        <translation>{peer} odnawia obraz testowy inaczej niż ten komputer i jest pomijany; byłoby widać łączenie.</translation>
    </message>
    <message>
        <source>{peer} says that it restores {detail} frames a second, which it does not; only what was counted here matters.</source>
        <translation>{peer} podaje, że odnawia {detail} klatek na sekundę, co nie jest prawdą; liczy się tylko to, co zmierzono tutaj.</translation>
    </message>
    <message>
        <source>{peer} sent another number of pictures than it was given; it is left out, and nothing is lost.</source>
        <translation>{peer} przysłał inną liczbę obrazów, niż dostał; jest pomijany, a nic nie przepadło.</translation>
    </message>
    <message>
        <source>{peer} sent something that is no part of the film; it is left out, and nothing is lost.</source>
        <translation>{peer} przysłał coś, co nie jest częścią filmu; jest pomijany, a nic nie przepadło.</translation>
    </message>
    <message>
        <source>{runtime} does not work with this card ({detail}); Homereel goes on with the processor.</source>
        <translation>{runtime} nie działa z tą kartą ({detail}); Homereel pracuje dalej na procesorze.</translation>
    </message>
    <message>
        <source>{runtime} needs a newer driver of the graphics card ({detail}); update it and try again.</source>
        <translation>{runtime} wymaga nowszego sterownika karty graficznej ({detail}); zaktualizuj go i spróbuj ponownie.</translation>
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
        <translation>BasicVSR (oficjalny)</translation>
    </message>
    <message>
        <source>BasicVSR for soft videos (official)</source>
        <translation>BasicVSR do miękkich filmów (oficjalny)</translation>
    </message>
    <message>
        <source>BasicVSR++ (official)</source>
        <translation>BasicVSR++ (oficjalny)</translation>
    </message>
    <message>
        <source>BasicVSR++ against camera shake (official)</source>
        <translation>BasicVSR++ na drgania kamery (oficjalny)</translation>
    </message>
    <message>
        <source>BasicVSR++ against even noise (official)</source>
        <translation>BasicVSR++ na równomierny szum (oficjalny)</translation>
    </message>
    <message>
        <source>Changes little in videos unlike those of a modern camera.</source>
        <translation>Niewiele zmienia w filmach niepodobnych do współczesnej kamery.</translation>
    </message>
    <message>
        <source>Comes with the program: steady, and quick enough for a computer without a graphics card.</source>
        <translation>Dostarczany z programem: stabilny i dość szybki dla komputera bez karty graficznej.</translation>
    </message>
    <message>
        <source>Doubles width and height, at a quarter of the cost of x4plus.</source>
        <translation>Podwaja szerokość i wysokość za jedną czwartą kosztu x4plus.</translation>
    </message>
    <message>
        <source>For animated films, and the quickest of the large networks: clear lines and flat colours.</source>
        <translation>Do filmów animowanych, najszybsza z dużych sieci: wyraźne linie i płaskie kolory.</translation>
    </message>
    <message>
        <source>For animated films: clear lines and flat colours; slow, wants a graphics card.</source>
        <translation>Do filmów animowanych: wyraźne linie i płaskie kolory; wolny, wymaga karty graficznej.</translation>
    </message>
    <message>
        <source>For single photographs more than videos: much invented detail; very slow, wants a strong graphics card.</source>
        <translation>Raczej do pojedynczych zdjęć niż filmów: dużo wymyślonych szczegółów; bardzo wolny, wymaga mocnej karty graficznej.</translation>
    </message>
    <message>
        <source>For small videos that are clean but soft, as a good camera&apos;s that was scaled down; wants a graphics card.</source>
        <translation>Do małych filmów, czystych, ale miękkich, jak pomniejszone z dobrej kamery; wymaga karty graficznej.</translation>
    </message>
    <message>
        <source>For small videos that are clean: faithful and steady; wants a graphics card.</source>
        <translation>Do małych, czystych filmów: wierny i stabilny; wymaga karty graficznej.</translation>
    </message>
    <message>
        <source>For small videos that are clean: the sharpest faithful enlargement; wants a graphics card with much memory.</source>
        <translation>Do małych, czystych filmów: najostrzejsze wierne powiększenie; wymaga karty graficznej z dużą pamięcią.</translation>
    </message>
    <message>
        <source>Homereel small</source>
        <translation>Homereel mały</translation>
    </message>
    <message>
        <source>Invents less detail than the large networks.</source>
        <translation>Wymyśla mniej szczegółów niż duże sieci.</translation>
    </message>
    <message>
        <source>Keeps all noise, and draws rims around edges that are sharp already.</source>
        <translation>Zostawia cały szum i rysuje obwódki wokół krawędzi, które już są ostre.</translation>
    </message>
    <message>
        <source>Keeps all noise, and sharpens it.</source>
        <translation>Zostawia cały szum i go wyostrza.</translation>
    </message>
    <message>
        <source>Looks at one frame at a time, so fine detail may flicker.</source>
        <translation>Patrzy na jedną klatkę naraz, więc drobne szczegóły mogą migotać.</translation>
    </message>
    <message>
        <source>Looks at one frame at a time, so noise and fine detail may flicker.</source>
        <translation>Patrzy na jedną klatkę naraz, więc szum i drobne szczegóły mogą migotać.</translation>
    </message>
    <message>
        <source>Looks at one frame at a time, so what it invents may flicker.</source>
        <translation>Patrzy na jedną klatkę naraz, więc to, co wymyśli, może migotać.</translation>
    </message>
    <message>
        <source>Makes photographs look painted; looks at one frame at a time.</source>
        <translation>Zdjęcia wyglądają jak malowane; patrzy na jedną klatkę naraz.</translation>
    </message>
    <message>
        <source>May paint over faces and text in very worn tapes.</source>
        <translation>Na bardzo zużytych taśmach może zamalować twarze i napisy.</translation>
    </message>
    <message>
        <source>Quick, removes noise and invents detail.</source>
        <translation>Szybki, usuwa szum i wymyśla szczegóły.</translation>
    </message>
    <message>
        <source>Real-ESRGAN compact (official)</source>
        <translation>Real-ESRGAN kompaktowy (oficjalny)</translation>
    </message>
    <message>
        <source>Real-ESRGAN compact, keeps noise (official)</source>
        <translation>Real-ESRGAN kompaktowy, zostawia szum (oficjalny)</translation>
    </message>
    <message>
        <source>Real-ESRGAN for animated films (official)</source>
        <translation>Real-ESRGAN do filmów animowanych (oficjalny)</translation>
    </message>
    <message>
        <source>Real-ESRGAN x2plus (official)</source>
        <translation>Real-ESRGAN x2plus (oficjalny)</translation>
    </message>
    <message>
        <source>Real-ESRGAN x4plus (official)</source>
        <translation>Real-ESRGAN x4plus (oficjalny)</translation>
    </message>
    <message>
        <source>Real-ESRGAN x4plus for drawings (official)</source>
        <translation>Real-ESRGAN x4plus do rysunków (oficjalny)</translation>
    </message>
    <message>
        <source>RealBasicVSR (official)</source>
        <translation>RealBasicVSR (oficjalny)</translation>
    </message>
    <message>
        <source>Removes even, fine noise at the size of the video; takes much memory.</source>
        <translation>Usuwa równomierny, drobny szum w rozmiarze filmu; zajmuje dużo pamięci.</translation>
    </message>
    <message>
        <source>Sharpens what a moving hand camera blurred, at the size of the video; takes much memory.</source>
        <translation>Wyostrza to, co rozmyła poruszona kamera, w rozmiarze filmu; zajmuje dużo pamięci.</translation>
    </message>
    <message>
        <source>The network of the paper: cleans, and gives the most detail that holds still; wants a graphics card.</source>
        <translation>Sieć z publikacji: czyści i daje najwięcej szczegółów, które nie drgają; wymaga karty graficznej.</translation>
    </message>
    <message>
        <source>The same with less noise removed. Where both are here, Real-ESRGAN compact has a slider between the two.</source>
        <translation>To samo, ale usuwa mniej szumu. Gdy są oba, Real-ESRGAN kompaktowy ma między nimi suwak.</translation>
    </message>
    <message>
        <source>Was not trained for the noise of tapes, and often leaves it.</source>
        <translation>Nie był uczony na szumie taśm i często go zostawia.</translation>
    </message>
</context>
<context>
    <name>newest</name>
    <message>
        <source>Homereel {version} is available; this is {installed}.</source>
        <translation>Dostępny jest Homereel {version}; zainstalowana jest wersja {installed}.</translation>
    </message>
    <message>
        <source>This is the newest version of Homereel ({installed}).</source>
        <translation>To jest najnowsza wersja Homereel ({installed}).</translation>
    </message>
    <message>
        <source>You get it at {page}</source>
        <translation>Można ją pobrać ze strony {page}</translation>
    </message>
</context>
<context>
    <name>options</name>
    <message>
        <source>&amp;Black borders</source>
        <translation>&amp;Czarne brzegi</translation>
    </message>
    <message>
        <source>&amp;File format</source>
        <translation>&amp;Format pliku</translation>
    </message>
    <message>
        <source>&amp;Interlaced video</source>
        <translation>Przeplo&amp;t</translation>
    </message>
    <message>
        <source>&amp;Keep the original sound as a second track</source>
        <translation>Oryginalny dźwi&amp;ęk jako druga ścieżka</translation>
    </message>
    <message>
        <source>&amp;Model</source>
        <translation>&amp;Model</translation>
    </message>
    <message>
        <source>&amp;Repairs</source>
        <translation>&amp;Naprawy</translation>
    </message>
    <message>
        <source>&amp;Strength</source>
        <translation>S&amp;iła</translation>
    </message>
    <message>
        <source>&amp;Turn</source>
        <translation>O&amp;brót</translation>
    </message>
    <message>
        <source>(auto: 16 bits where they are faster and as good)</source>
        <translation>(auto: 16 bitów tam, gdzie jest to szybsze i równie dobre)</translation>
    </message>
    <message>
        <source>(auto: h264, for 10 bits and HDR hevc)</source>
        <translation>(auto: h264, dla 10 bitów i HDR hevc)</translation>
    </message>
    <message>
        <source>(auto: the one that holds all tracks of the source)</source>
        <translation>(auto: ten, który mieści wszystkie ścieżki źródła)</translation>
    </message>
    <message>
        <source>0 (best) to 51 of h264 and hevc (17, 19), to 63 of av1 (22); the others have none</source>
        <translation>od 0 (najlepsza) do 51 dla h264 i hevc (17, 19), do 63 dla av1 (22); pozostałe jej nie mają</translation>
    </message>
    <message>
        <source>1x, 2x, 4x, 480p, 720p, 1080p, 1440p, 2160p or WxH (by source)</source>
        <translation>1x, 2x, 4x, 480p, 720p, 1080p, 1440p, 2160p lub SxW (zależnie od źródła)</translation>
    </message>
    <message>
        <source>Beginning of the name</source>
        <translation>Początek nazwy</translation>
    </message>
    <message>
        <source>Bits of the pictures</source>
        <translation>Bity obrazów</translation>
    </message>
    <message>
        <source>Co&amp;dec</source>
        <translation>Ko&amp;dek</translation>
    </message>
    <message>
        <source>Colo&amp;urs</source>
        <translation>Ko&amp;lory</translation>
    </message>
    <message>
        <source>Device</source>
        <translation>Urządzenie</translation>
    </message>
    <message>
        <source>E&amp;ncoded by</source>
        <translation>Kodu&amp;je</translation>
    </message>
    <message>
        <source>End</source>
        <translation>Koniec</translation>
    </message>
    <message>
        <source>Faded levels put right</source>
        <translation>Popraw wyblakłe poziomy</translation>
    </message>
    <message>
        <source>Film &amp;grain</source>
        <translation>&amp;Ziarno filmowe</translation>
    </message>
    <message>
        <source>Frames looked ahead</source>
        <translation>Klatki oglądane naprzód</translation>
    </message>
    <message>
        <source>Frames restored in one go</source>
        <translation>Klatki odnawiane naraz</translation>
    </message>
    <message>
        <source>N&amp;oise removed</source>
        <translation>&amp;Usuwanie szumu</translation>
    </message>
    <message>
        <source>Name of the new file</source>
        <translation>Nazwa nowego pliku</translation>
    </message>
    <message>
        <source>Parts</source>
        <translation>Składniki</translation>
    </message>
    <message>
        <source>Pictures per second</source>
        <translation>Obrazy na sekundę</translation>
    </message>
    <message>
        <source>Precision</source>
        <translation>Dokładność</translation>
    </message>
    <message>
        <source>Qualit&amp;y</source>
        <translation>J&amp;akość</translation>
    </message>
    <message>
        <source>Region</source>
        <translation>Obszar</translation>
    </message>
    <message>
        <source>Sh&amp;ape</source>
        <translation>K&amp;ształt</translation>
    </message>
    <message>
        <source>Si&amp;ze</source>
        <translation>&amp;Rozmiar</translation>
    </message>
    <message>
        <source>Smooth to detailed</source>
        <translation>Od gładkiego do szczegółowego</translation>
    </message>
    <message>
        <source>Sound</source>
        <translation>Dźwięk</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Początek</translation>
    </message>
    <message>
        <source>Steady bet&amp;ween pictures</source>
        <translation>Spokojny obraz w ruc&amp;hu</translation>
    </message>
    <message>
        <source>a name for new files, where {{name}} stands for that of the source, {{part}} for the part that is restored, {{size}} and {{model}} for what they say ({{name}} restored)</source>
        <translation>nazwa nowych plików, gdzie {{name}} to nazwa źródła, {{part}} odnawiana część, {{size}} i {{model}} rozmiar i model ({{name}} restored)</translation>
    </message>
    <message>
        <source>a region, in source pixels; auto: without black borders</source>
        <translation>obszar w pikselach źródła; auto: bez czarnych brzegów</translation>
    </message>
    <message>
        <source>auto: what was found for sure; off; or names: {repairs} (auto)</source>
        <translation>auto: to, co znaleziono na pewno; off; albo nazwy: {repairs} (auto)</translation>
    </message>
    <message>
        <source>black borders that were found: cut off, or painted black (keep)</source>
        <translation>znalezione czarne brzegi: obcięte lub zamalowane na czarno (keep)</translation>
    </message>
    <message>
        <source>calm the flicker of a model that looks at one picture at a time</source>
        <translation>uspokaja migotanie modelu, który patrzy na jeden obraz naraz</translation>
    </message>
    <message>
        <source>clockwise turn of the stored picture; 0: leave it as it is stored (auto)</source>
        <translation>obrót zapisanego obrazu zgodnie z zegarem; 0: tak jak zapisano (auto)</translation>
    </message>
    <message>
        <source>display aspect of the upright picture; off: the stored pixels are square (auto)</source>
        <translation>proporcje obrazu ustawionego prosto; off: zapisane piksele są kwadratowe (auto)</translation>
    </message>
    <message>
        <source>film grain put back at the end (0)</source>
        <translation>ziarno filmowe dodawane na końcu (0)</translation>
    </message>
    <message>
        <source>frame: always; field: always, a picture for each field (auto: what is interlaced)</source>
        <translation>frame: zawsze; field: zawsze, obraz dla każdego pola (auto: to, co ma przeplot)</translation>
    </message>
    <message>
        <source>frames looked ahead</source>
        <translation>klatki oglądane naprzód</translation>
    </message>
    <message>
        <source>frames restored in one go</source>
        <translation>klatki odnawiane naraz</translation>
    </message>
    <message>
        <source>how far --repair levels goes (1)</source>
        <translation>jak daleko sięga --repair levels (1)</translation>
    </message>
    <message>
        <source>how much noise a model removes that is mixed of two: realesr-general-x4v3 (1)</source>
        <translation>ile szumu usuwa model zmieszany z dwóch: realesr-general-x4v3 (1)</translation>
    </message>
    <message>
        <source>how much of the restoration is mixed over the plain enlargement (1)</source>
        <translation>ile odnowionego obrazu domieszać do zwykłego powiększenia (1)</translation>
    </message>
    <message>
        <source>keep: as it is, bit for bit; or what is put right: {sounds} (keep)</source>
        <translation>keep: bez zmian, bit po bicie; albo to, co poprawić: {sounds} (keep)</translation>
    </message>
    <message>
        <source>of png and tiff, for each colour (auto: 16 where the source has more than 8)</source>
        <translation>na kolor, dla png i tiff (auto: 16, jeśli źródło ma ponad 8)</translation>
    </message>
    <message>
        <source>pictures per second where the source is numbered pictures: 16, 18, 24, ... (18)</source>
        <translation>obrazy na sekundę, gdy źródłem są numerowane obrazy: 16, 18, 24, ... (18)</translation>
    </message>
    <message>
        <source>seconds or hh:mm:ss.mmm</source>
        <translation>sekundy lub hh:mm:ss.mmm</translation>
    </message>
    <message>
        <source>see homereel models ({model})</source>
        <translation>zobacz homereel models ({model})</translation>
    </message>
    <message>
        <source>small: smoother; large: more detail, and more of the noise; in 8-bit levels (auto)</source>
        <translation>mało: gładszy; dużo: więcej szczegółów i szumu; w poziomach 8-bitowych (auto)</translation>
    </message>
    <message>
        <source>the standard they follow (auto: as the file says, else by its size)</source>
        <translation>norma kolorów (auto: jak podaje plik, inaczej według rozmiaru)</translation>
    </message>
    <message>
        <source>where --sound changes it, as a second track</source>
        <translation>tam, gdzie --sound go zmienia, jako druga ścieżka</translation>
    </message>
    <message>
        <source>where the picture is encoded; a card that cannot do it gives way (auto: cpu)</source>
        <translation>gdzie obraz jest kodowany; karta, która tego nie potrafi, ustępuje (auto: cpu)</translation>
    </message>
</context>
<context>
    <name>presets</name>
    <message>
        <source>8 mm or Super 8 film</source>
        <translation>Film 8 mm lub Super 8</translation>
    </message>
    <message>
        <source>Any video</source>
        <translation>Dowolny film</translation>
    </message>
    <message>
        <source>DVD</source>
        <translation>DVD</translation>
    </message>
    <message>
        <source>For clips of photo cameras; they are never interlaced.</source>
        <translation>Do klipów z aparatów fotograficznych; nigdy nie mają przeplotu.</translation>
    </message>
    <message>
        <source>Full strength, for small and strongly compressed pictures.</source>
        <translation>Pełna siła, do małych i mocno skompresowanych obrazów.</translation>
    </message>
    <message>
        <source>Gentle, since the picture of a digital tape is good already.</source>
        <translation>Łagodnie, bo obraz z cyfrowej taśmy jest już dobry.</translation>
    </message>
    <message>
        <source>Keeps a tenth of the original in faces, and cuts off the black border.</source>
        <translation>Zostawia w twarzach dziesiątą część oryginału i obcina czarny brzeg.</translation>
    </message>
    <message>
        <source>Leave it as it is</source>
        <translation>Zostaw tak, jak jest</translation>
    </message>
    <message>
        <source>MiniDV tape</source>
        <translation>Taśma MiniDV</translation>
    </message>
    <message>
        <source>Old digital camera</source>
        <translation>Stary aparat cyfrowy</translation>
    </message>
    <message>
        <source>Old phone</source>
        <translation>Stary telefon</translation>
    </message>
    <message>
        <source>Only stores it in a new file: same size, nothing restored or repaired.</source>
        <translation>Tylko zapisuje do nowego pliku: ten sam rozmiar, nic nie odnowione ani naprawione.</translation>
    </message>
    <message>
        <source>Removes the blocks of a disc, gently.</source>
        <translation>Łagodnie usuwa bloki z płyty.</translation>
    </message>
    <message>
        <source>Takes dust and flicker out, cuts off the border, and keeps a little grain.</source>
        <translation>Usuwa kurz i migotanie, obcina brzeg i zostawia trochę ziarna.</translation>
    </message>
    <message>
        <source>VHS or Video8 tape</source>
        <translation>Taśma VHS lub Video8</translation>
    </message>
</context>
<context>
    <name>proposals</name>
    <message numerus="yes">
        <source>%n numbered pictures: will be one film of {rate:.5g} pictures per second</source>
        <translation>
            <numerusform>%n numerowany obraz: będzie filmem {rate:.5g} obrazów na sekundę</numerusform>
            <numerusform>%n numerowane obrazy: będą filmem {rate:.5g} obrazów na sekundę</numerusform>
            <numerusform>%n numerowanych obrazów: będzie filmem {rate:.5g} obrazów na sekundę</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n recordings in one file, each with its own clock: will follow on each other</source>
        <translation>
            <numerusform>%n nagranie w pliku, z własnym zegarem: pójdzie za innymi</numerusform>
            <numerusform>%n nagrania w jednym pliku, każde z własnym zegarem: pójdą jedno po drugim</numerusform>
            <numerusform>%n nagrań w jednym pliku, każde z własnym zegarem: pójdą jedno po drugim</numerusform>
        </translation>
    </message>
    <message>
        <source>, bottom field first</source>
        <translation>, najpierw pole dolne</translation>
    </message>
    <message>
        <source>, top field first</source>
        <translation>, najpierw pole górne</translation>
    </message>
    <message>
        <source>HDR ({transfer}): stays HDR, in 10 bits</source>
        <translation>HDR ({transfer}): zostaje HDR, w 10 bitach</translation>
    </message>
    <message numerus="yes">
        <source>a film of a DVD in %n files: all will be restored, as one film</source>
        <translation>
            <numerusform>film z DVD w jednym pliku: zostanie odnowiony cały</numerusform>
            <numerusform>film z DVD w %n plikach: wszystkie zostaną odnowione jako jeden film</numerusform>
            <numerusform>film z DVD w %n plikach: wszystkie zostaną odnowione jako jeden film</numerusform>
        </translation>
    </message>
    <message>
        <source>black borders around {size} of the stored pixels, {share} % of the picture: kept, unless you cut them off or paint them black</source>
        <translation>czarne brzegi wokół {size} zapisanych pikseli, {share} % obrazu: zostają, chyba że zostaną obcięte lub zamalowane na czarno</translation>
    </message>
    <message>
        <source>colours without a tag: taken for those of HD television (BT.709)</source>
        <translation>kolory bez oznaczenia: przyjęto te z telewizji HD (BT.709)</translation>
    </message>
    <message>
        <source>colours without a tag: taken for those of standard television (BT.601)</source>
        <translation>kolory bez oznaczenia: przyjęto te ze zwykłej telewizji (BT.601)</translation>
    </message>
    <message>
        <source>damaged: what cannot be decoded will be left out, and counted</source>
        <translation>uszkodzony: to, czego nie da się odczytać, zostanie pominięte i policzone</translation>
    </message>
    <message>
        <source>film spread over video by 2:3 pulldown{order}: will get back its own pictures, four for each five</source>
        <translation>film rozłożony na wideo przez pulldown 2:3{order}: odzyska własne obrazy, cztery z każdych pięciu</translation>
    </message>
    <message>
        <source>frame times vary: every frame keeps its own</source>
        <translation>zmienne czasy klatek: każda klatka zachowuje swój</translation>
    </message>
    <message>
        <source>interlaced in part{order}: will be deinterlaced where a picture needs it</source>
        <translation>częściowo z przeplotem{order}: przeplot zostanie usunięty tam, gdzie obraz tego wymaga</translation>
    </message>
    <message>
        <source>interlaced{order}: will be deinterlaced</source>
        <translation>z przeplotem{order}: przeplot zostanie usunięty</translation>
    </message>
    <message>
        <source>marked as interlaced{order}, while most pictures look whole: will be deinterlaced where a picture needs it</source>
        <translation>oznaczony jako z przeplotem{order}, choć większość obrazów wygląda na całe: przeplot zostanie usunięty tam, gdzie obraz tego wymaga</translation>
    </message>
    <message>
        <source>mirrored: will be mirrored back</source>
        <translation>odbity lustrzanie: zostanie odbity z powrotem</translation>
    </message>
    <message>
        <source>recorded on its side: will be turned by {degrees} degrees clockwise</source>
        <translation>nagrany bokiem: zostanie obrócony o {degrees} stopni zgodnie z zegarem</translation>
    </message>
    <message>
        <source>stored with pixels that are not square: will have the shape of {size}</source>
        <translation>zapisany z niekwadratowymi pikselami: będzie miał kształt {size}</translation>
    </message>
    <message>
        <source>upside down: will be turned by 180 degrees</source>
        <translation>do góry nogami: zostanie obrócony o 180 stopni</translation>
    </message>
    <message>
        <source>widescreen: will have the shape of {size}</source>
        <translation>szerokoekranowy: będzie miał kształt {size}</translation>
    </message>
</context>
<context>
    <name>readers</name>
    <message>
        <source>{text} ends before it starts</source>
        <translation>{text} kończy się przed początkiem</translation>
    </message>
    <message>
        <source>{text} is neither X:Y:W:H in pixels nor auto</source>
        <translation>{text} to ani X:Y:W:H w pikselach, ani auto</translation>
    </message>
    <message>
        <source>{text} is none of auto, off or W:H like 16:9</source>
        <translation>{text} to ani auto, ani off, ani W:H jak 16:9</translation>
    </message>
    <message>
        <source>{text} is none of {known}</source>
        <translation>{text} to żadne z {known}</translation>
    </message>
    <message>
        <source>{text} is none of {known} or WxH</source>
        <translation>{text} to żadne z {known} ani WxH</translation>
    </message>
    <message>
        <source>{text} is not a number from {low:g} to {high:g}</source>
        <translation>{text} nie jest liczbą od {low:g} do {high:g}</translation>
    </message>
    <message>
        <source>{text} is not a range like 0:10-1:30</source>
        <translation>{text} nie jest zakresem takim jak 0:10-1:30</translation>
    </message>
    <message>
        <source>{text} is not a time like 12.5 or 0:01:02.500</source>
        <translation>{text} nie jest czasem takim jak 12.5 lub 0:01:02.500</translation>
    </message>
    <message>
        <source>{text} is not a whole number from {low} to {high}</source>
        <translation>{text} nie jest liczbą całkowitą od {low} do {high}</translation>
    </message>
    <message>
        <source>{text} is not {spelling}</source>
        <translation>{text} to nie {spelling}</translation>
    </message>
    <message>
        <source>{text} is too large</source>
        <translation>{text} to za dużo</translation>
    </message>
    <message>
        <source>{text} stands alone, without other words</source>
        <translation>{text} stoi samo, bez innych słów</translation>
    </message>
    <message>
        <source>{text}: a side has {low} to {high} pixels</source>
        <translation>{text}: bok ma od {low} do {high} pikseli</translation>
    </message>
</context>
<context>
    <name>report</name>
    <message numerus="yes">
        <source>%n channels</source>
        <translation>
            <numerusform>%n kanał</numerusform>
            <numerusform>%n kanały</numerusform>
            <numerusform>%n kanałów</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n chapters</source>
        <translation>
            <numerusform>%n rozdział</numerusform>
            <numerusform>%n rozdziały</numerusform>
            <numerusform>%n rozdziałów</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n frames</source>
        <translation>
            <numerusform>%n klatka</numerusform>
            <numerusform>%n klatki</numerusform>
            <numerusform>%n klatek</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n further video streams that will not be restored</source>
        <translation>
            <numerusform>%n dodatkowy strumień wideo, który nie zostanie odnowiony</numerusform>
            <numerusform>%n dodatkowe strumienie wideo, które nie zostaną odnowione</numerusform>
            <numerusform>%n dodatkowych strumieni wideo, które nie zostaną odnowione</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n in the part that was looked at</source>
        <comment>places of damage</comment>
        <translation>
            <numerusform>%n w obejrzanej części</numerusform>
            <numerusform>%n w obejrzanej części</numerusform>
            <numerusform>%n w obejrzanej części</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n subtitle tracks</source>
        <translation>
            <numerusform>%n ścieżka napisów</numerusform>
            <numerusform>%n ścieżki napisów</numerusform>
            <numerusform>%n ścieżek napisów</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n tracks of timed data</source>
        <translation>
            <numerusform>%n ścieżka danych z czasem</numerusform>
            <numerusform>%n ścieżki danych z czasem</numerusform>
            <numerusform>%n ścieżek danych z czasem</numerusform>
        </translation>
    </message>
    <message>
        <source>Also</source>
        <translation>Ponadto</translation>
    </message>
    <message>
        <source>Cards: none found</source>
        <translation>Karty: nie znaleziono</translation>
    </message>
    <message>
        <source>Cards: {names}</source>
        <translation>Karty: {names}</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>Kolory</translation>
    </message>
    <message>
        <source>Damage</source>
        <translation>Uszkodzenia</translation>
    </message>
    <message>
        <source>Faults of the picture</source>
        <translation>Wady obrazu</translation>
    </message>
    <message>
        <source>Faults of the sound</source>
        <translation>Wady dźwięku</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>Format</translation>
    </message>
    <message>
        <source>Frame rate</source>
        <translation>Klatki/s</translation>
    </message>
    <message>
        <source>Length</source>
        <translation>Długość</translation>
    </message>
    <message>
        <source>Licence: {licence}</source>
        <translation>Licencja: {licence}</translation>
    </message>
    <message>
        <source>MP4 or QuickTime</source>
        <translation>MP4 lub QuickTime</translation>
    </message>
    <message>
        <source>MPEG program stream</source>
        <translation>strumień programowy MPEG</translation>
    </message>
    <message>
        <source>MPEG transport stream</source>
        <translation>strumień transportowy MPEG</translation>
    </message>
    <message>
        <source>Matroska or WebM</source>
        <translation>Matroska lub WebM</translation>
    </message>
    <message>
        <source>Not kept as it is</source>
        <translation>Nie zostaje bez zmian</translation>
    </message>
    <message>
        <source>Numbered pictures</source>
        <translation>Numerowane obrazy</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>Obraz</translation>
    </message>
    <message>
        <source>Proposals</source>
        <translation>Propozycje</translation>
    </message>
    <message>
        <source>Recorded</source>
        <translation>Nagrano</translation>
    </message>
    <message>
        <source>Recordings</source>
        <translation>Nagrania</translation>
    </message>
    <message>
        <source>Sound</source>
        <translation>Dźwięk</translation>
    </message>
    <message>
        <source>Starts</source>
        <translation>Początek</translation>
    </message>
    <message>
        <source>Takes: {cost}</source>
        <translation>Czas: {cost}</translation>
    </message>
    <message>
        <source>The build of PyTorch that came with Homereel is used.</source>
        <translation>Używana jest wersja PyTorch dostarczona z Homereel.</translation>
    </message>
    <message>
        <source>There is no build of PyTorch to fetch for this system in this version.</source>
        <translation>W tej wersji nie ma wersji PyTorch do pobrania dla tego systemu.</translation>
    </message>
    <message>
        <source>Time code</source>
        <translation>Kod czasu</translation>
    </message>
    <message>
        <source>about {time} ({rate} frames/s)</source>
        <translation>około {time} ({rate} klatek/s)</translation>
    </message>
    <message>
        <source>added</source>
        <translation>dodany</translation>
    </message>
    <message>
        <source>an hour of video takes</source>
        <translation>godzina filmu zajmuje</translation>
    </message>
    <message>
        <source>black and white</source>
        <translation>czarno-biały</translation>
    </message>
    <message>
        <source>bundled</source>
        <translation>dołączony</translation>
    </message>
    <message>
        <source>film in 2:3 pulldown</source>
        <translation>film w pulldownie 2:3</translation>
    </message>
    <message>
        <source>for a card that was not found</source>
        <translation>dla karty, której nie znaleziono</translation>
    </message>
    <message>
        <source>frame</source>
        <translation>klatka</translation>
    </message>
    <message>
        <source>frames/s</source>
        <translation>klatek/s</translation>
    </message>
    <message>
        <source>full range</source>
        <translation>pełny zakres</translation>
    </message>
    <message>
        <source>in use</source>
        <translation>używany</translation>
    </message>
    <message>
        <source>installed</source>
        <translation>zainstalowany</translation>
    </message>
    <message>
        <source>installed, damaged or not tested: not used</source>
        <translation>zainstalowany, uszkodzony lub niesprawdzony: nieużywany</translation>
    </message>
    <message>
        <source>interlaced</source>
        <translation>z przeplotem</translation>
    </message>
    <message>
        <source>interlaced in part</source>
        <translation>częściowo z przeplotem</translation>
    </message>
    <message>
        <source>limited range</source>
        <translation>ograniczony zakres</translation>
    </message>
    <message>
        <source>matrix {number}</source>
        <translation>macierz {number}</translation>
    </message>
    <message>
        <source>memory</source>
        <translation>pamięć</translation>
    </message>
    <message>
        <source>missing</source>
        <translation>brak</translation>
    </message>
    <message>
        <source>mono</source>
        <translation>mono</translation>
    </message>
    <message>
        <source>none</source>
        <translation>brak</translation>
    </message>
    <message>
        <source>not installed</source>
        <translation>niezainstalowany</translation>
    </message>
    <message>
        <source>picture after {seconds} s</source>
        <translation>obraz po {seconds} s</translation>
    </message>
    <message>
        <source>shown as {size}</source>
        <translation>pokazywany jako {size}</translation>
    </message>
    <message>
        <source>sound {number} after {seconds} s</source>
        <translation>dźwięk {number} po {seconds} s</translation>
    </message>
    <message>
        <source>stereo</source>
        <translation>stereo</translation>
    </message>
    <message>
        <source>title “{title}”</source>
        <translation>tytuł „{title}”</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>nieznane</translation>
    </message>
    <message>
        <source>varies; every frame keeps its own time</source>
        <translation>zmienna; każda klatka zachowuje swój czas</translation>
    </message>
    <message>
        <source>write {size} pixels (--size chooses)</source>
        <translation>zapis w {size} pikseli (wybiera --size)</translation>
    </message>
    <message>
        <source>{bits} bit</source>
        <translation>{bits} bit</translation>
    </message>
    <message>
        <source>{colours} (not tagged)</source>
        <translation>{colours} (nieoznaczone)</translation>
    </message>
    <message>
        <source>{model} on {device}, {precision}</source>
        <translation>{model} na {device}, {precision}</translation>
    </message>
    <message>
        <source>{number}: {date}, from {start}, {seconds} seconds</source>
        <translation>{number}: {date}, od {start}, {seconds} s</translation>
    </message>
    <message>
        <source>{proposal} (cut off: {option})</source>
        <translation>{proposal} (obcięcie: {option})</translation>
    </message>
    <message>
        <source>{proposal} (otherwise: {option})</source>
        <translation>{proposal} (inaczej: {option})</translation>
    </message>
    <message>
        <source>{rate:.5g} per second</source>
        <translation>{rate:.5g} na sekundę</translation>
    </message>
    <message>
        <source>{seconds} seconds</source>
        <translation>{seconds} sekundy</translation>
    </message>
    <message>
        <source>{size} stored</source>
        <translation>zapisany {size}</translation>
    </message>
    <message>
        <source>{time}, at {place}</source>
        <translation>{time}, w {place}</translation>
    </message>
    <message>
        <source>{track}, cannot be read</source>
        <translation>{track}, nie da się odczytać</translation>
    </message>
</context>
<context>
    <name>score</name>
    <message>
        <source>BRISQUE needs its file of parameters: see “homereel score --help”.</source>
        <translation>BRISQUE potrzebuje pliku z parametrami: zobacz „homereel score --help”.</translation>
    </message>
    <message>
        <source>Looks a little better than the source by {measure} ({change:+.1f}).</source>
        <translation>Według {measure} wygląda trochę lepiej niż źródło ({change:+.1f}).</translation>
    </message>
    <message>
        <source>Looks a little worse than the source by {measure} ({change:+.1f}).</source>
        <translation>Według {measure} wygląda trochę gorzej niż źródło ({change:+.1f}).</translation>
    </message>
    <message>
        <source>Looks about as the source by {measure} ({change:+.1f}).</source>
        <translation>Według {measure} wygląda mniej więcej tak jak źródło ({change:+.1f}).</translation>
    </message>
    <message>
        <source>Looks clearly better than the source by {measure} ({change:+.1f}).</source>
        <translation>Według {measure} wygląda wyraźnie lepiej niż źródło ({change:+.1f}).</translation>
    </message>
    <message>
        <source>Looks clearly worse than the source by {measure} ({change:+.1f}).</source>
        <translation>Według {measure} wygląda wyraźnie gorzej niż źródło ({change:+.1f}).</translation>
    </message>
    <message>
        <source>Lower is better. NIQE: how far from undamaged photographs; BRISQUE: what people disliked.</source>
        <translation>Mniej znaczy lepiej. NIQE: jak daleko od nieuszkodzonych zdjęć; BRISQUE: co nie podobało się ludziom.</translation>
    </message>
    <message>
        <source>Too small to compare.</source>
        <translation>Za małe, aby porównać.</translation>
    </message>
    <message>
        <source>frames</source>
        <translation>klatki</translation>
    </message>
    <message numerus="yes">
        <source>mean of %n clips</source>
        <translation>
            <numerusform>średnia z %n klipu</numerusform>
            <numerusform>średnia z %n klipów</numerusform>
            <numerusform>średnia z %n klipów</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>mean of %n results</source>
        <translation>
            <numerusform>średnia z %n wyniku</numerusform>
            <numerusform>średnia z %n wyników</numerusform>
            <numerusform>średnia z %n wyników</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>mean of %n sources</source>
        <translation>
            <numerusform>średnia z %n źródła</numerusform>
            <numerusform>średnia z %n źródeł</numerusform>
            <numerusform>średnia z %n źródeł</numerusform>
        </translation>
    </message>
    <message>
        <source>{name} (source, enlarged)</source>
        <translation>{name} (źródło, powiększone)</translation>
    </message>
</context>
<context>
    <name>self_test</name>
    <message numerus="yes">
        <source>%n frames on {device}, with sound</source>
        <translation>
            <numerusform>%n klatka na {device}, z dźwiękiem</numerusform>
            <numerusform>%n klatki na {device}, z dźwiękiem</numerusform>
            <numerusform>%n klatek na {device}, z dźwiękiem</numerusform>
        </translation>
    </message>
    <message>
        <source>bundled model</source>
        <translation>dołączony model</translation>
    </message>
    <message>
        <source>cannot encode: {encoders}</source>
        <translation>nie może kodować: {encoders}</translation>
    </message>
    <message>
        <source>encoders</source>
        <translation>kodery</translation>
    </message>
    <message>
        <source>it did not open and close</source>
        <translation>nie otworzyło się i nie zamknęło</translation>
    </message>
    <message numerus="yes">
        <source>killed, resumed after %n frames, same pictures</source>
        <translation>
            <numerusform>przerwano, wznowiono po %n klatce, te same obrazy</numerusform>
            <numerusform>przerwano, wznowiono po %n klatkach, te same obrazy</numerusform>
            <numerusform>przerwano, wznowiono po %n klatkach, te same obrazy</numerusform>
        </translation>
    </message>
    <message>
        <source>not tried: the render was over before it could be killed</source>
        <translation>nie sprawdzono: praca skończyła się, zanim można było ją przerwać</translation>
    </message>
    <message>
        <source>restoring</source>
        <translation>odnawianie</translation>
    </message>
    <message>
        <source>resuming</source>
        <translation>wznawianie</translation>
    </message>
    <message>
        <source>the frames are not those of an undisturbed render</source>
        <translation>klatki nie są takie, jak przy odnawianiu bez przerwy</translation>
    </message>
    <message>
        <source>the program ended with status {status}</source>
        <translation>program zakończył się z kodem {status}</translation>
    </message>
    <message>
        <source>the render started again from the beginning</source>
        <translation>odnawianie zaczęło się od początku</translation>
    </message>
    <message>
        <source>the sound is not that of the source</source>
        <translation>dźwięk nie jest taki, jak w źródle</translation>
    </message>
    <message>
        <source>window</source>
        <translation>okno</translation>
    </message>
    <message>
        <source>{done} of {total} frames</source>
        <translation>{done} z {total} klatek</translation>
    </message>
    <message>
        <source>{model}, checksum right</source>
        <translation>{model}, suma kontrolna poprawna</translation>
    </message>
</context>
<context>
    <name>sound</name>
    <message>
        <source>Clicks</source>
        <translation>Trzaski</translation>
    </message>
    <message>
        <source>Hiss</source>
        <translation>Szum</translation>
    </message>
    <message>
        <source>Hum</source>
        <translation>Przydźwięk</translation>
    </message>
    <message>
        <source>Loudness</source>
        <translation>Głośność</translation>
    </message>
    <message>
        <source>Sound to both sides</source>
        <translation>Dźwięk po obu stronach</translation>
    </message>
    <message>
        <source>clicks: about {a_minute:.0f} a minute</source>
        <translation>trzaski: około {a_minute:.0f} na minutę</translation>
    </message>
    <message>
        <source>hiss: steady noise at {level:.0f} dB, {distance:.0f} dB below the loud parts</source>
        <translation>szum: stały, na poziomie {level:.0f} dB, {distance:.0f} dB poniżej głośnych miejsc</translation>
    </message>
    <message>
        <source>hum of the mains: {frequency:.1f} Hz and its harmonics, at {level:.0f} dB</source>
        <translation>przydźwięk sieci: {frequency:.1f} Hz i harmoniczne, na poziomie {level:.0f} dB</translation>
    </message>
    <message>
        <source>loudness {loudness:.0f} LUFS (usual: -18)</source>
        <translation>głośność {loudness:.0f} LUFS (zwykle: -18)</translation>
    </message>
    <message>
        <source>nothing was found</source>
        <translation>nic nie znaleziono</translation>
    </message>
    <message>
        <source>sound on the left side only</source>
        <translation>dźwięk tylko po lewej stronie</translation>
    </message>
    <message>
        <source>sound on the right side only</source>
        <translation>dźwięk tylko po prawej stronie</translation>
    </message>
    <message>
        <source>the two sides cancel each other out (opposite phase)</source>
        <translation>obie strony znoszą się nawzajem (przeciwna faza)</translation>
    </message>
    <message>
        <source>{fault}: stays, unless you ask for --sound {name}</source>
        <translation>{fault}: zostaje, chyba że podano --sound {name}</translation>
    </message>
    <message>
        <source>{fault}: will be put right</source>
        <translation>{fault}: zostanie poprawione</translation>
    </message>
</context>
<context>
    <name>start</name>
    <message>
        <source>{size} drawn with Qt {version}, {platform}</source>
        <translation>{size} narysowane przez Qt {version}, {platform}</translation>
    </message>
</context>
</TS>
