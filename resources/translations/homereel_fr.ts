<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fr" sourcelanguage="en">
<context>
    <name>AboutDialog</name>
    <message>
        <source>&lt;b&gt;Homereel {version}&lt;/b&gt; restores old family videos on your own computer, with RealBasicVSR (Chan et al., arXiv:2111.12704) and networks like it. Its own code is under the Apache License 2.0.</source>
        <translation>&lt;b&gt;Homereel {version}&lt;/b&gt; restaure de vieilles vidéos de famille sur votre propre ordinateur, avec RealBasicVSR (Chan et al., arXiv:2111.12704) et des réseaux semblables. Son propre code est sous licence Apache 2.0.</translation>
    </message>
    <message>
        <source>About Homereel</source>
        <translation>À propos de Homereel</translation>
    </message>
    <message>
        <source>Licence</source>
        <translation>Licence</translation>
    </message>
    <message>
        <source>Parts</source>
        <translation>Composants</translation>
    </message>
    <message>
        <source>This package as a whole is under the GNU General Public License 3 or later, since it contains FFmpeg with x264 and x265.</source>
        <translation>Ce paquet dans son ensemble est sous licence GNU General Public License 3 ou ultérieure, car il contient FFmpeg avec x264 et x265.</translation>
    </message>
    <message>
        <source>This part brings no text of its licence.</source>
        <translation>Ce composant est fourni sans le texte de sa licence.</translation>
    </message>
</context>
<context>
    <name>Adding</name>
    <message numerus="yes">
        <source>%n restored files of Homereel were left out.</source>
        <translation>
            <numerusform>%n fichier restauré par Homereel a été laissé de côté.</numerusform>
            <numerusform>%n fichiers restaurés par Homereel ont été laissés de côté.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Add %n clips</source>
        <translation>
            <numerusform>Ajouter %n clip</numerusform>
            <numerusform>Ajouter %n clips</numerusform>
        </translation>
    </message>
    <message>
        <source>Add a clip again</source>
        <translation>Ajouter un clip à nouveau</translation>
    </message>
    <message>
        <source>Add the videos of a folder</source>
        <translation>Ajouter les vidéos d’un dossier</translation>
    </message>
    <message>
        <source>Add videos</source>
        <translation>Ajouter des vidéos</translation>
    </message>
    <message>
        <source>All files</source>
        <translation>Tous les fichiers</translation>
    </message>
    <message numerus="yes">
        <source>Duplicate %n clips</source>
        <translation>
            <numerusform>Dupliquer %n clip</numerusform>
            <numerusform>Dupliquer %n clips</numerusform>
        </translation>
    </message>
    <message>
        <source>Files that are no videos were left out: {kinds}</source>
        <translation>Des fichiers qui ne sont pas des vidéos ont été laissés de côté&#xa0;: {kinds}</translation>
    </message>
    <message numerus="yes">
        <source>Removed %n clips from the list; Ctrl+Z brings them back.</source>
        <translation>
            <numerusform>%n clip retiré de la liste&#xa0;; Ctrl+Z le remet.</numerusform>
            <numerusform>%n clips retirés de la liste&#xa0;; Ctrl+Z les remet.</numerusform>
        </translation>
    </message>
    <message>
        <source>Show a finished clip</source>
        <translation>Montrer un clip terminé</translation>
    </message>
    <message>
        <source>There is no video in this folder.</source>
        <translation>Il n’y a pas de vidéo dans ce dossier.</translation>
    </message>
    <message>
        <source>Videos</source>
        <translation>Vidéos</translation>
    </message>
    <message>
        <source>no suffix</source>
        <translation>sans extension</translation>
    </message>
    <message>
        <source>“{name}” is being restored; cancel it first.</source>
        <translation>«&#xa0;{name}&#xa0;» est en cours de restauration&#xa0;; annulez-la d’abord.</translation>
    </message>
    <message>
        <source>“{name}” was in the list already; now it is there once more.</source>
        <translation>«&#xa0;{name}&#xa0;» était déjà dans la liste&#xa0;; il y est maintenant une fois de plus.</translation>
    </message>
</context>
<context>
    <name>CardBar</name>
    <message>
        <source>Not now</source>
        <translation>Pas maintenant</translation>
    </message>
    <message>
        <source>“Clips, Graphics card” offers it later</source>
        <translation>«&#xa0;Clips, Carte graphique&#xa0;» le propose plus tard</translation>
    </message>
</context>
<context>
    <name>CardChoosing</name>
    <message>
        <source>The graphics card is used when you open Homereel again.</source>
        <translation>La carte graphique sera utilisée quand vous rouvrirez Homereel.</translation>
    </message>
</context>
<context>
    <name>CardPage</name>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Deletes what was fetched for the card</source>
        <translation>Supprime ce qui a été téléchargé pour la carte</translation>
    </message>
    <message>
        <source>Fetched</source>
        <translation>Téléchargé</translation>
    </message>
    <message>
        <source>Graphics card</source>
        <translation>Carte graphique</translation>
    </message>
    <message>
        <source>Looking for graphics cards…</source>
        <translation>Recherche de cartes graphiques…</translation>
    </message>
    <message>
        <source>Unpacking and testing it; this takes some minutes…</source>
        <translation>Décompression et test&#xa0;; cela prend quelques minutes…</translation>
    </message>
    <message>
        <source>Use the processor again</source>
        <translation>Utiliser à nouveau le processeur</translation>
    </message>
</context>
<context>
    <name>Changes</name>
    <message>
        <source>Change options</source>
        <translation>Changer les options</translation>
    </message>
    <message>
        <source>Change the output folder</source>
        <translation>Changer le dossier de sortie</translation>
    </message>
    <message numerus="yes">
        <source>Group %n clips</source>
        <translation>
            <numerusform>Grouper %n clip</numerusform>
            <numerusform>Grouper %n clips</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Move %n clips</source>
        <translation>
            <numerusform>Déplacer %n clip</numerusform>
            <numerusform>Déplacer %n clips</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Remove %n clips</source>
        <translation>
            <numerusform>Retirer %n clip</numerusform>
            <numerusform>Retirer %n clips</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Take %n clips out of their group</source>
        <translation>
            <numerusform>Retirer %n clip de son groupe</numerusform>
            <numerusform>Retirer %n clips de leur groupe</numerusform>
        </translation>
    </message>
    <message>
        <source>“{name}” is being restored, and stays as it is.</source>
        <translation>«&#xa0;{name}&#xa0;» est en cours de restauration et reste tel quel.</translation>
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
        <translation>Ajouter…</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Pause</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Retirer</translation>
    </message>
    <message>
        <source>Restore all</source>
        <translation>Tout restaurer</translation>
    </message>
</context>
<context>
    <name>Commands</name>
    <message>
        <source>Take the old options back</source>
        <translation>Reprendre les anciennes options</translation>
    </message>
</context>
<context>
    <name>CompareActions</name>
    <message>
        <source>&amp;Choose the region</source>
        <translation>&amp;Choisir la zone</translation>
    </message>
    <message>
        <source>&amp;Difference</source>
        <translation>&amp;Différence</translation>
    </message>
    <message>
        <source>&amp;Hear the original sound</source>
        <translation>Entendre le son d’ori&amp;gine</translation>
    </message>
    <message>
        <source>&amp;Play or pause</source>
        <translation>&amp;Lire ou mettre en pause</translation>
    </message>
    <message>
        <source>&amp;Restore the marked region</source>
        <translation>Restaurer la &amp;zone marquée</translation>
    </message>
    <message>
        <source>&amp;Side by side</source>
        <translation>&amp;Côte à côte</translation>
    </message>
    <message>
        <source>&amp;Whole picture</source>
        <translation>&amp;Image entière</translation>
    </message>
    <message>
        <source>A &amp;line to drag</source>
        <translation>&amp;Avec une ligne à déplacer</translation>
    </message>
    <message>
        <source>Compare &amp;looks of this moment</source>
        <translation>Comparer &amp;des aspects de ce moment</translation>
    </message>
    <message>
        <source>Compare with the &amp;finished file</source>
        <translation>Comparer &amp;avec le fichier terminé</translation>
    </message>
    <message>
        <source>End here</source>
        <translation>Finir ici</translation>
    </message>
    <message>
        <source>Fit the &amp;region</source>
        <translation>Aju&amp;ster à la zone</translation>
    </message>
    <message>
        <source>Line</source>
        <translation>Ligne</translation>
    </message>
    <message>
        <source>Looks</source>
        <translation>Aspects</translation>
    </message>
    <message>
        <source>Ne&amp;xt frame</source>
        <translation>Image &amp;suivante</translation>
    </message>
    <message>
        <source>Next &amp;shot</source>
        <translation>&amp;Plan suivant</translation>
    </message>
    <message>
        <source>O&amp;ne to one</source>
        <translation>&amp;Un pour un</translation>
    </message>
    <message>
        <source>One second &amp;back</source>
        <translation>&amp;Une seconde en arrière</translation>
    </message>
    <message>
        <source>One second &amp;on</source>
        <translation>Une seconde &amp;en avant</translation>
    </message>
    <message>
        <source>Pr&amp;evious frame</source>
        <translation>&amp;Image précédente</translation>
    </message>
    <message>
        <source>Pre&amp;vious shot</source>
        <translation>Pla&amp;n précédent</translation>
    </message>
    <message>
        <source>Restore &amp;up to this moment</source>
        <translation>Restaurer &amp;jusqu’à ce moment</translation>
    </message>
    <message>
        <source>Restore from this &amp;moment on</source>
        <translation>&amp;Restaurer à partir de ce moment</translation>
    </message>
    <message>
        <source>Restore the whole video again</source>
        <translation>Restaurer à nouveau la vidéo entière</translation>
    </message>
    <message>
        <source>Side by side</source>
        <translation>Côte à côte</translation>
    </message>
    <message>
        <source>Soun&amp;d of the preview</source>
        <translation>Son de l’aper&amp;çu</translation>
    </message>
    <message>
        <source>Start here</source>
        <translation>Commencer ici</translation>
    </message>
    <message>
        <source>Whole video</source>
        <translation>Vidéo entière</translation>
    </message>
    <message>
        <source>Zoom &amp;in</source>
        <translation>&amp;Zoom avant</translation>
    </message>
    <message>
        <source>Zoom &amp;out</source>
        <translation>Z&amp;oom arrière</translation>
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
        <translation>Choisir un aspect</translation>
    </message>
    <message>
        <source>Not as you like it? “Looks” (V) shows it in four ways.</source>
        <translation>Cela ne vous plaît pas&#xa0;? «&#xa0;Aspects&#xa0;» (V) le montre de quatre façons.</translation>
    </message>
    <message>
        <source>“{name}” is being restored; its look can be changed once it is done.</source>
        <translation>«&#xa0;{name}&#xa0;» est en cours de restauration&#xa0;; son aspect pourra être changé ensuite.</translation>
    </message>
</context>
<context>
    <name>Comparison</name>
    <message>
        <source>Comparison</source>
        <translation>Comparaison</translation>
    </message>
    <message>
        <source>Line at {percent} %</source>
        <translation>Ligne à {percent}&#xa0;%</translation>
    </message>
    <message>
        <source>Region of {width} × {height} pixels, {x} from the left, {y} from the top</source>
        <translation>Zone de {width} × {height} pixels, à {x} de la gauche et {y} du haut</translation>
    </message>
</context>
<context>
    <name>ComparisonPanel</name>
    <message>
        <source>Draw a rectangle, or drag the one that is there</source>
        <translation>Tracez un rectangle, ou déplacez celui qui est là</translation>
    </message>
    <message>
        <source>Finished file</source>
        <translation>Fichier terminé</translation>
    </message>
    <message>
        <source>No sound can be played on this computer: the pictures play alone.</source>
        <translation>Aucun son ne peut être joué sur cet ordinateur&#xa0;: les images défilent seules.</translation>
    </message>
    <message>
        <source>Not restored yet</source>
        <translation>Pas encore restauré</translation>
    </message>
    <message numerus="yes">
        <source>Only the first %n frames: more would take too much memory</source>
        <translation>
            <numerusform>Seulement %n image&#xa0;: davantage prendrait trop de mémoire</numerusform>
            <numerusform>Seulement les %n premières images&#xa0;: davantage prendrait trop de mémoire</numerusform>
        </translation>
    </message>
    <message>
        <source>Opening the finished file…</source>
        <translation>Ouverture du fichier terminé…</translation>
    </message>
    <message>
        <source>Original</source>
        <translation>Original</translation>
    </message>
    <message>
        <source>Press “Preview” (P) to restore the marked region</source>
        <translation>Cliquez sur «&#xa0;Aperçu&#xa0;» (P) pour restaurer la zone marquée</translation>
    </message>
    <message>
        <source>Restored</source>
        <translation>Restauré</translation>
    </message>
    <message numerus="yes">
        <source>Restoring… %n frames</source>
        <translation>
            <numerusform>Restauration… %n image</numerusform>
            <numerusform>Restauration… %n images</numerusform>
        </translation>
    </message>
    <message>
        <source>Restoring… {count} s</source>
        <translation>Restauration… {count} s</translation>
    </message>
    <message>
        <source>The render makes room for the preview…</source>
        <translation>La restauration fait place à l’aperçu…</translation>
    </message>
</context>
<context>
    <name>Countdown</name>
    <message numerus="yes">
        <source>All is restored. The computer goes to sleep in %n seconds.</source>
        <translation>
            <numerusform>Tout est restauré. L’ordinateur se met en veille dans %n seconde.</numerusform>
            <numerusform>Tout est restauré. L’ordinateur se met en veille dans %n secondes.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>All is restored. The computer shuts down in %n seconds.</source>
        <translation>
            <numerusform>Tout est restauré. L’ordinateur s’éteint dans %n seconde.</numerusform>
            <numerusform>Tout est restauré. L’ordinateur s’éteint dans %n secondes.</numerusform>
        </translation>
    </message>
    <message>
        <source>At once</source>
        <translation>Tout de suite</translation>
    </message>
    <message>
        <source>Stay awake</source>
        <translation>Rester allumé</translation>
    </message>
    <message numerus="yes">
        <source>The computer goes to sleep in %n seconds.</source>
        <translation>
            <numerusform>L’ordinateur se met en veille dans %n seconde.</numerusform>
            <numerusform>L’ordinateur se met en veille dans %n secondes.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The computer shuts down in %n seconds.</source>
        <translation>
            <numerusform>L’ordinateur s’éteint dans %n seconde.</numerusform>
            <numerusform>L’ordinateur s’éteint dans %n secondes.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Editing</name>
    <message>
        <source>Change the range</source>
        <translation>Changer la plage</translation>
    </message>
    <message>
        <source>Paste the look</source>
        <translation>Coller l’aspect</translation>
    </message>
    <message>
        <source>Reset all options</source>
        <translation>Réinitialiser toutes les options</translation>
    </message>
</context>
<context>
    <name>Findings</name>
    <message>
        <source>Found in this video</source>
        <translation>Trouvé dans cette vidéo</translation>
    </message>
    <message>
        <source>What has no tick stays as it is; click on it to put it right.</source>
        <translation>Ce qui n’est pas coché reste tel quel&#xa0;; cliquez dessus pour le corriger.</translation>
    </message>
</context>
<context>
    <name>Foot</name>
    <message>
        <source>Play it</source>
        <translation>Le lire</translation>
    </message>
    <message>
        <source>Show its folder</source>
        <translation>Montrer son dossier</translation>
    </message>
</context>
<context>
    <name>HistoryDialog</name>
    <message>
        <source>&amp;Compare again</source>
        <translation>&amp;Comparer à nouveau</translation>
    </message>
    <message>
        <source>&amp;Play</source>
        <translation>&amp;Lire</translation>
    </message>
    <message>
        <source>For&amp;get all</source>
        <translation>&amp;Tout oublier</translation>
    </message>
    <message>
        <source>Forget it</source>
        <translation>L’oublier</translation>
    </message>
    <message>
        <source>Forget what was restored? The restored files stay.</source>
        <translation>Oublier ce qui a été restauré&#xa0;? Les fichiers restaurés restent.</translation>
    </message>
    <message>
        <source>Keep the list</source>
        <translation>Garder la liste</translation>
    </message>
    <message>
        <source>Nothing was restored yet. Videos that you restore are listed here.</source>
        <translation>Rien n’a encore été restauré. Les vidéos que vous restaurez figureront ici.</translation>
    </message>
    <message>
        <source>Puts it into the list with the same options, to be changed</source>
        <translation>Le met dans la liste avec les mêmes options, à changer</translation>
    </message>
    <message>
        <source>Restore &amp;again…</source>
        <translation>&amp;Restaurer à nouveau…</translation>
    </message>
    <message>
        <source>Show in &amp;folder</source>
        <translation>Montrer dans le &amp;dossier</translation>
    </message>
    <message>
        <source>What was restored</source>
        <translation>Ce qui a été restauré</translation>
    </message>
</context>
<context>
    <name>HistoryModel</name>
    <message>
        <source>Finished</source>
        <translation>Terminé</translation>
    </message>
    <message>
        <source>Restored file</source>
        <translation>Fichier restauré</translation>
    </message>
    <message>
        <source>Took</source>
        <translation>A pris</translation>
    </message>
    <message>
        <source>Video</source>
        <translation>Vidéo</translation>
    </message>
</context>
<context>
    <name>HoursDialog</name>
    <message>
        <source>&amp;From</source>
        <translation>&amp;De</translation>
    </message>
    <message>
        <source>&amp;Until</source>
        <translation>&amp;À</translation>
    </message>
    <message>
        <source>From</source>
        <translation>De</translation>
    </message>
    <message>
        <source>Hours</source>
        <translation>Heures</translation>
    </message>
    <message>
        <source>Outside these hours the queue pauses. What is finished is kept, and it goes on there by itself.</source>
        <translation>Hors de ces heures, la file d’attente est en pause. Ce qui est terminé est gardé, et la suite reprend d’elle-même.</translation>
    </message>
    <message>
        <source>Until</source>
        <translation>À</translation>
    </message>
</context>
<context>
    <name>Invitation</name>
    <message>
        <source>Add a folder…</source>
        <translation>Ajouter un dossier…</translation>
    </message>
    <message>
        <source>Add files…</source>
        <translation>Ajouter des fichiers…</translation>
    </message>
    <message>
        <source>Drop your home videos here</source>
        <translation>Déposez vos vidéos ici</translation>
    </message>
    <message>
        <source>Files or whole folders, in any format. Your originals are never changed,
and nothing leaves this computer.</source>
        <translation>Des fichiers ou des dossiers entiers, dans tous les formats. Vos originaux ne sont jamais modifiés,
et rien ne quitte cet ordinateur.</translation>
    </message>
</context>
<context>
    <name>LogDialog</name>
    <message>
        <source>Log</source>
        <translation>Journal</translation>
    </message>
    <message>
        <source>Nothing went wrong so far.</source>
        <translation>Rien n’a mal tourné jusqu’ici.</translation>
    </message>
    <message>
        <source>What went wrong, the latest at the end. It stays on this computer.</source>
        <translation>Ce qui a mal tourné, le plus récent à la fin. Cela reste sur cet ordinateur.</translation>
    </message>
</context>
<context>
    <name>LookControls</name>
    <message>
        <source>All models…</source>
        <translation>Tous les modèles…</translation>
    </message>
    <message>
        <source>Back to what suits most videos</source>
        <translation>Revenir à ce qui convient à la plupart des vidéos</translation>
    </message>
    <message>
        <source>Detailed</source>
        <translation>Détaillé</translation>
    </message>
    <message>
        <source>Grain of film, put on at the end over what was cleaned</source>
        <translation>Grain de film, ajouté à la fin sur l’image nettoyée</translation>
    </message>
    <message>
        <source>How far black, white and a cast of faded pictures go to where they belong</source>
        <translation>Jusqu’où le noir, le blanc et la dominante des images délavées vont à leur place</translation>
    </message>
    <message>
        <source>How much noise this model removes; less keeps more detail</source>
        <translation>La quantité de bruit que ce modèle enlève&#xa0;; moins garde plus de détails</translation>
    </message>
    <message>
        <source>How much of the restoration is mixed over the plain enlargement</source>
        <translation>La part de la restauration qui est mêlée au simple agrandissement</translation>
    </message>
    <message>
        <source>Noise is removed in {count} passes for each picture: the more, the smoother.</source>
        <translation>Le bruit est enlevé en {count} passes par image&#xa0;: plus il y en a, plus c’est lisse.</translation>
    </message>
    <message>
        <source>Reset the slider</source>
        <translation>Réinitialiser le curseur</translation>
    </message>
    <message>
        <source>Smooth</source>
        <translation>Lisse</translation>
    </message>
    <message>
        <source>Smooth removes more noise; detailed keeps more, and more of the noise.</source>
        <translation>Lisse enlève plus de bruit&#xa0;; détaillé en garde plus, détails et bruit.</translation>
    </message>
    <message>
        <source>The preview shows how strongly noise is removed.</source>
        <translation>L’aperçu montre avec quelle force le bruit est enlevé.</translation>
    </message>
    <message>
        <source>This model looks at one picture at a time, so fine detail may flicker. With this, each picture is blended with the one before it.</source>
        <translation>Ce modèle regarde une image à la fois, les détails fins peuvent donc scintiller. Si cette case est cochée, chaque image est combinée avec la précédente.</translation>
    </message>
</context>
<context>
    <name>Looks</name>
    <message>
        <source>As chosen now</source>
        <translation>Comme choisi</translation>
    </message>
    <message>
        <source>As suits most videos</source>
        <translation>Comme il convient en général</translation>
    </message>
    <message>
        <source>Full strength</source>
        <translation>Pleine force</translation>
    </message>
    <message>
        <source>Gentler, half of it</source>
        <translation>Plus doux, la moitié</translation>
    </message>
    <message>
        <source>Half of the noise</source>
        <translation>La moitié du bruit</translation>
    </message>
    <message>
        <source>Half strength</source>
        <translation>Demi-force</translation>
    </message>
    <message>
        <source>More detail</source>
        <translation>Plus de détails</translation>
    </message>
    <message>
        <source>Noise kept</source>
        <translation>Bruit gardé</translation>
    </message>
    <message>
        <source>Noise removed</source>
        <translation>Bruit enlevé</translation>
    </message>
    <message>
        <source>Only enlarged</source>
        <translation>Seulement agrandi</translation>
    </message>
    <message>
        <source>Smoother</source>
        <translation>Plus lisse</translation>
    </message>
</context>
<context>
    <name>Menus</name>
    <message>
        <source>&amp;About Homereel</source>
        <translation>À &amp;propos de Homereel</translation>
    </message>
    <message>
        <source>&amp;Add files…</source>
        <translation>Ajouter &amp;des fichiers…</translation>
    </message>
    <message>
        <source>&amp;Appearance</source>
        <translation>A&amp;pparence</translation>
    </message>
    <message>
        <source>&amp;Clips</source>
        <translation>&amp;Clips</translation>
    </message>
    <message>
        <source>&amp;Copy the look</source>
        <translation>&amp;Copier l’aspect</translation>
    </message>
    <message>
        <source>&amp;Dark</source>
        <translation>&amp;Sombre</translation>
    </message>
    <message>
        <source>&amp;Duplicate, for other options</source>
        <translation>&amp;Dupliquer, pour d’autres options</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>É&amp;dition</translation>
    </message>
    <message>
        <source>&amp;Graphics card…</source>
        <translation>Carte &amp;graphique…</translation>
    </message>
    <message>
        <source>&amp;Group under a name…</source>
        <translation>Grouper s&amp;ous un nom…</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>&amp;Aide</translation>
    </message>
    <message>
        <source>&amp;Join the selected parts in one file</source>
        <translation>&amp;Joindre les parties sélectionnées en un fichier</translation>
    </message>
    <message>
        <source>&amp;Keys</source>
        <translation>&amp;Touches</translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <translation>Cl&amp;aire</translation>
    </message>
    <message>
        <source>&amp;Log</source>
        <translation>&amp;Journal</translation>
    </message>
    <message>
        <source>&amp;Look at it again</source>
        <translation>L’&amp;examiner à nouveau</translation>
    </message>
    <message>
        <source>&amp;Only between {start} and {end}</source>
        <translation>&amp;Seulement entre {start} et {end}</translation>
    </message>
    <message>
        <source>&amp;Pause</source>
        <translation>&amp;Pause</translation>
    </message>
    <message>
        <source>&amp;Play the restored file</source>
        <translation>&amp;Lire le fichier restauré</translation>
    </message>
    <message>
        <source>&amp;Preview</source>
        <translation>A&amp;perçu</translation>
    </message>
    <message>
        <source>&amp;Queue</source>
        <translation>&amp;File d’attente</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Quitter</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>Réta&amp;blir</translation>
    </message>
    <message>
        <source>&amp;Redo: {change}</source>
        <translation>Réta&amp;blir&#xa0;: {change}</translation>
    </message>
    <message>
        <source>&amp;Report a problem…</source>
        <translation>&amp;Signaler un problème…</translation>
    </message>
    <message>
        <source>&amp;Restore all</source>
        <translation>&amp;Tout restaurer</translation>
    </message>
    <message>
        <source>&amp;Select all of this group or folder</source>
        <translation>&amp;Sélectionner tous ceux de ce groupe ou dossier</translation>
    </message>
    <message>
        <source>&amp;Sleep</source>
        <translation>&amp;Mettre en veille</translation>
    </message>
    <message>
        <source>&amp;Take out of the group</source>
        <translation>Ret&amp;irer du groupe</translation>
    </message>
    <message>
        <source>&amp;Try again</source>
        <translation>Ré&amp;essayer</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>&amp;Annuler</translation>
    </message>
    <message>
        <source>&amp;Undo: {change}</source>
        <translation>&amp;Annuler&#xa0;: {change}</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>Affic&amp;hage</translation>
    </message>
    <message>
        <source>&amp;When all is restored</source>
        <translation>&amp;Quand tout est restauré</translation>
    </message>
    <message>
        <source>A short tour</source>
        <translation>Une courte visite</translation>
    </message>
    <message>
        <source>Add a &amp;folder…</source>
        <translation>Ajouter &amp;un dossier…</translation>
    </message>
    <message>
        <source>Add another &amp;part of this video</source>
        <translation>Ajouter &amp;une autre partie de cette vidéo</translation>
    </message>
    <message>
        <source>As the &amp;system</source>
        <translation>&amp;Comme le système</translation>
    </message>
    <message>
        <source>Begin with these options for &amp;new clips</source>
        <translation>Commencer les &amp;nouveaux clips avec ces options</translation>
    </message>
    <message>
        <source>Cancel the selected c&amp;lips…</source>
        <translation>Annuler &amp;les clips sélectionnés…</translation>
    </message>
    <message>
        <source>Change the &amp;hours…</source>
        <translation>&amp;Changer les heures…</translation>
    </message>
    <message>
        <source>Do &amp;nothing</source>
        <translation>&amp;Ne rien faire</translation>
    </message>
    <message>
        <source>F&amp;ind the original…</source>
        <translation>&amp;Retrouver l’original…</translation>
    </message>
    <message>
        <source>Lan&amp;guage</source>
        <translation>&amp;Langue</translation>
    </message>
    <message>
        <source>Less &amp;motion</source>
        <translation>Moins de &amp;mouvement</translation>
    </message>
    <message>
        <source>Look for a new &amp;version…</source>
        <translation>Chercher une nouvelle &amp;version…</translation>
    </message>
    <message>
        <source>Make a file of &amp;each part</source>
        <translation>&amp;Faire un fichier de chaque partie</translation>
    </message>
    <message>
        <source>Mo&amp;dels…</source>
        <translation>M&amp;odèles…</translation>
    </message>
    <message>
        <source>One place &amp;down</source>
        <translation>Une place plus &amp;bas</translation>
    </message>
    <message>
        <source>One place &amp;up</source>
        <translation>Une place plus &amp;haut</translation>
    </message>
    <message>
        <source>Other co&amp;mputers…</source>
        <translation>Autres &amp;ordinateurs…</translation>
    </message>
    <message>
        <source>Paste the &amp;look</source>
        <translation>Coller &amp;l’aspect</translation>
    </message>
    <message>
        <source>Pause the selected &amp;clips</source>
        <translation>&amp;Mettre en pause les clips sélectionnés</translation>
    </message>
    <message>
        <source>Re&amp;move from the list</source>
        <translation>&amp;Retirer de la liste</translation>
    </message>
    <message>
        <source>Reset &amp;all options</source>
        <translation>Réinitialiser &amp;toutes les options</translation>
    </message>
    <message>
        <source>Restore a&amp;gain</source>
        <translation>Restaurer à &amp;nouveau</translation>
    </message>
    <message>
        <source>Restore the &amp;selected clips</source>
        <translation>&amp;Restaurer les clips sélectionnés</translation>
    </message>
    <message>
        <source>Sh&amp;ow its folder</source>
        <translation>&amp;Montrer son dossier</translation>
    </message>
    <message>
        <source>Shut &amp;down</source>
        <translation>Ét&amp;eindre</translation>
    </message>
    <message>
        <source>Split by rec&amp;ordings</source>
        <translation>Découper par enre&amp;gistrements</translation>
    </message>
    <message>
        <source>Split by s&amp;hots</source>
        <translation>Découper par &amp;plans</translation>
    </message>
    <message>
        <source>Stop after &amp;this clip</source>
        <translation>&amp;Arrêter après ce clip</translation>
    </message>
    <message>
        <source>To the &amp;end</source>
        <translation>À la &amp;fin</translation>
    </message>
    <message>
        <source>To the to&amp;p</source>
        <translation>Au &amp;début</translation>
    </message>
    <message>
        <source>Use &amp;fewer cores while I work</source>
        <translation>&amp;Utiliser moins de cœurs quand je travaille</translation>
    </message>
    <message>
        <source>What was &amp;restored…</source>
        <translation>&amp;Ce qui a été restauré…</translation>
    </message>
</context>
<context>
    <name>MissingSources</name>
    <message>
        <source>“{name}” was moved, and found: {path}</source>
        <translation>«&#xa0;{name}&#xa0;» a été déplacé et retrouvé&#xa0;: {path}</translation>
    </message>
    <message>
        <source>“{path}” is another video than “{name}”, which was begun; find that one.</source>
        <translation>«&#xa0;{path}&#xa0;» est une autre vidéo que «&#xa0;{name}&#xa0;», qui a été commencée&#xa0;; retrouvez celle-là.</translation>
    </message>
</context>
<context>
    <name>ModelDetails</name>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Delete its file</source>
        <translation>Effacer son fichier</translation>
    </message>
    <message>
        <source>Enlarged {count} times, then scaled to the output size</source>
        <translation>Agrandit {count} fois, puis mis à la taille de sortie</translation>
    </message>
    <message>
        <source>Fetch it ({size})</source>
        <translation>Le télécharger ({size})</translation>
    </message>
    <message>
        <source>Fetched</source>
        <translation>Téléchargé</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Fichier</translation>
    </message>
    <message>
        <source>Go on fetching ({size})</source>
        <translation>Continuer le téléchargement ({size})</translation>
    </message>
    <message>
        <source>In use</source>
        <translation>Utilisé</translation>
    </message>
    <message>
        <source>Its publisher keeps it where only a browser gets it: get it there, then add the file below.</source>
        <translation>Son éditeur ne l’offre qu’aux navigateurs&#xa0;: téléchargez-le là, puis ajoutez le fichier ci-dessous.</translation>
    </message>
    <message>
        <source>Keeps its size; the output size is reached without the network</source>
        <translation>Garde sa taille&#xa0;; celle de sortie est atteinte sans le réseau</translation>
    </message>
    <message>
        <source>Licence</source>
        <translation>Licence</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>Image</translation>
    </message>
    <message>
        <source>Takes</source>
        <translation>Prend</translation>
    </message>
    <message>
        <source>Use this model</source>
        <translation>Utiliser ce modèle</translation>
    </message>
    <message>
        <source>Waiting…</source>
        <translation>En attente…</translation>
    </message>
    <message>
        <source>Weak point</source>
        <translation>Point faible</translation>
    </message>
    <message>
        <source>What for</source>
        <translation>Usage</translation>
    </message>
</context>
<context>
    <name>Models</name>
    <message>
        <source>About 1/{times} of the time of the bundled model ({how})</source>
        <translation>Environ 1/{times} du temps du modèle fourni ({how})</translation>
    </message>
    <message>
        <source>About as long as the bundled model ({how})</source>
        <translation>Environ aussi long que le modèle fourni ({how})</translation>
    </message>
    <message>
        <source>About {times} times as long as the bundled model ({how})</source>
        <translation>Environ {times} fois plus long que le modèle fourni ({how})</translation>
    </message>
    <message>
        <source>Unknown until it is measured</source>
        <translation>Inconnu tant que ce n’est pas mesuré</translation>
    </message>
    <message>
        <source>What the other models are compared with</source>
        <translation>Ce à quoi les autres modèles sont comparés</translation>
    </message>
    <message>
        <source>added by you</source>
        <translation>ajouté par vous</translation>
    </message>
    <message>
        <source>comes with Homereel</source>
        <translation>fourni avec Homereel</translation>
    </message>
    <message>
        <source>estimated</source>
        <translation>estimé</translation>
    </message>
    <message>
        <source>installed</source>
        <translation>installé</translation>
    </message>
    <message>
        <source>measured here</source>
        <translation>mesuré ici</translation>
    </message>
    <message>
        <source>to be fetched, {size}</source>
        <translation>à télécharger, {size}</translation>
    </message>
    <message>
        <source>to be imported, {size}</source>
        <translation>à importer, {size}</translation>
    </message>
    <message>
        <source>{arrived} of {size} fetched</source>
        <translation>{arrived} sur {size} téléchargés</translation>
    </message>
    <message>
        <source>{title} (not here yet)</source>
        <translation>{title} (pas encore là)</translation>
    </message>
</context>
<context>
    <name>ModelsPage</name>
    <message>
        <source>Add a model file</source>
        <translation>Ajouter un fichier de modèle</translation>
    </message>
    <message>
        <source>Add a model file…</source>
        <translation>Ajouter un fichier de modèle…</translation>
    </message>
    <message>
        <source>All files</source>
        <translation>Tous les fichiers</translation>
    </message>
    <message>
        <source>Licence</source>
        <translation>Licence</translation>
    </message>
    <message>
        <source>Model files</source>
        <translation>Fichiers de modèle</translation>
    </message>
    <message>
        <source>Models</source>
        <translation>Modèles</translation>
    </message>
    <message>
        <source>One that was fetched on another computer, or an image model of others</source>
        <translation>Un fichier téléchargé sur un autre ordinateur, ou un modèle d’image d’autrui</translation>
    </message>
    <message>
        <source>The file of “{name}” is deleted.</source>
        <translation>Le fichier de «&#xa0;{name}&#xa0;» est effacé.</translation>
    </message>
    <message>
        <source>Under which licence does its author give it away? (Empty: unknown)</source>
        <translation>Sous quelle licence son auteur le donne-t-il&#xa0;? (Vide&#xa0;: inconnue)</translation>
    </message>
    <message>
        <source>What has arrived is kept; it goes on from there.</source>
        <translation>Ce qui est arrivé est gardé&#xa0;; la suite reprend de là.</translation>
    </message>
    <message>
        <source>“{name}” can be used now.</source>
        <translation>«&#xa0;{name}&#xa0;» peut maintenant être utilisé.</translation>
    </message>
    <message>
        <source>“{name}” is being looked at and tried…</source>
        <translation>«&#xa0;{name}&#xa0;» est examiné et essayé…</translation>
    </message>
</context>
<context>
    <name>NameField</name>
    <message>
        <source>For example: {name}</source>
        <translation>Par exemple&#xa0;: {name}</translation>
    </message>
    <message>
        <source>Names can have {fields} in them, but no other braces, nor / \ : * ?</source>
        <translation>Les noms peuvent contenir {fields}, mais pas d’autres accolades, ni / \&#xa0;: *&#xa0;?</translation>
    </message>
    <message>
        <source>These are filled in: {fields}</source>
        <translation>Ceux-ci sont remplis&#xa0;: {fields}</translation>
    </message>
    <message>
        <source>Wedding 1994</source>
        <translation>Mariage 1994</translation>
    </message>
</context>
<context>
    <name>NewestDialog</name>
    <message>
        <source>&amp;Open its page</source>
        <translation>&amp;Ouvrir sa page</translation>
    </message>
    <message>
        <source>Asking for the newest version…</source>
        <translation>Recherche de la version la plus récente…</translation>
    </message>
    <message>
        <source>New version</source>
        <translation>Nouvelle version</translation>
    </message>
    <message>
        <source>The newest version could not be found out.</source>
        <translation>Impossible de savoir quelle est la version la plus récente.</translation>
    </message>
</context>
<context>
    <name>Options</name>
    <message>
        <source>The selected clips have different values.</source>
        <translation>Les clips sélectionnés ont des valeurs différentes.</translation>
    </message>
    <message>
        <source>different</source>
        <translation>différent</translation>
    </message>
</context>
<context>
    <name>OptionsPanel</name>
    <message>
        <source>Back beside the originals</source>
        <translation>Revenir à côté des originaux</translation>
    </message>
    <message>
        <source>Beside the originals</source>
        <translation>À côté des originaux</translation>
    </message>
    <message>
        <source>Choose a folder for the restored files</source>
        <translation>Choisir un dossier pour les fichiers restaurés</translation>
    </message>
    <message>
        <source>Correct what was found</source>
        <translation>Corriger l’analyse</translation>
    </message>
    <message>
        <source>Kind of video</source>
        <translation>Type de vidéo</translation>
    </message>
    <message>
        <source>Look</source>
        <translation>Aspect</translation>
    </message>
    <message>
        <source>More about the file</source>
        <translation>Plus sur le fichier</translation>
    </message>
    <message>
        <source>Output</source>
        <translation>Sortie</translation>
    </message>
    <message>
        <source>Output folder</source>
        <translation>Dossier de sortie</translation>
    </message>
    <message>
        <source>These options can be changed once it is restored.</source>
        <translation>Ces options peuvent être changées une fois la vidéo restaurée.</translation>
    </message>
    <message numerus="yes">
        <source>What you change counts for %n videos.</source>
        <translation>
            <numerusform>Ce que vous changez vaut pour %n vidéo.</numerusform>
            <numerusform>Ce que vous changez vaut pour %n vidéos.</numerusform>
        </translation>
    </message>
    <message>
        <source>Where restored files go</source>
        <translation>Où vont les résultats</translation>
    </message>
</context>
<context>
    <name>OtherComputers</name>
    <message>
        <source>This computer begins to work for others…</source>
        <translation>Cet ordinateur commence à travailler pour d’autres…</translation>
    </message>
</context>
<context>
    <name>OthersPage</name>
    <message>
        <source>&amp;Choose a key file…</source>
        <translation>&amp;Choisir un fichier de clé…</translation>
    </message>
    <message>
        <source>&amp;Make a key file…</source>
        <translation>C&amp;réer un fichier de clé…</translation>
    </message>
    <message>
        <source>&amp;Restore for others…</source>
        <translation>Re&amp;staurer pour d’autres…</translation>
    </message>
    <message>
        <source>All files</source>
        <translation>Tous les fichiers</translation>
    </message>
    <message>
        <source>Choose a key file</source>
        <translation>Choisir un fichier de clé</translation>
    </message>
    <message>
        <source>Copy {path} to the other computers; who has it can work with this one.</source>
        <translation>Copiez {path} sur les autres ordinateurs&#xa0;; qui l’a peut travailler avec celui-ci.</translation>
    </message>
    <message>
        <source>Key files</source>
        <translation>Fichiers de clé</translation>
    </message>
    <message>
        <source>Make a key file</source>
        <translation>Créer un fichier de clé</translation>
    </message>
    <message>
        <source>Other computers</source>
        <translation>Autres ordinateurs</translation>
    </message>
    <message>
        <source>Renders are shared with the computers that have the key {path}.</source>
        <translation>Les restaurations sont partagées avec les ordinateurs qui ont la clé {path}.</translation>
    </message>
    <message>
        <source>Stop &amp;restoring for others</source>
        <translation>Ne plus re&amp;staurer pour d’autres</translation>
    </message>
    <message>
        <source>The address at which the others reach this computer ({address}: only programs on this computer itself):</source>
        <translation>L’adresse à laquelle les autres atteignent cet ordinateur ({address}&#xa0;: seulement les programmes de cet ordinateur)&#xa0;:</translation>
    </message>
    <message>
        <source>This computer works alone. With a key file, others in the house can help: make one here, copy it to them, and let them restore for others with it.</source>
        <translation>Cet ordinateur travaille seul. Avec un fichier de clé, d’autres dans la maison peuvent aider&#xa0;: créez-en un ici, copiez-le sur eux et faites-les restaurer pour d’autres avec lui.</translation>
    </message>
    <message>
        <source>Work &amp;alone</source>
        <translation>Travailler se&amp;ul</translation>
    </message>
</context>
<context>
    <name>OutputControls</name>
    <message>
        <source>AMD card</source>
        <translation>Carte AMD</translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation>Automatique</translation>
    </message>
    <message>
        <source>Automatic is MP4, which plays everywhere, or MKV where MP4 cannot hold all of the source: some sound of old AVI files, for example.</source>
        <translation>Automatique, c’est MP4, lu partout, ou MKV quand MP4 ne peut pas tout contenir de la source&#xa0;: certains sons de vieux fichiers AVI, par exemple.</translation>
    </message>
    <message>
        <source>Better, larger file</source>
        <translation>Meilleure, plus gros fichier</translation>
    </message>
    <message>
        <source>FFV1, lossless</source>
        <translation>FFV1, sans perte</translation>
    </message>
    <message>
        <source>Intel graphics</source>
        <translation>Graphiques Intel</translation>
    </message>
    <message>
        <source>NVIDIA card</source>
        <translation>Carte NVIDIA</translation>
    </message>
    <message>
        <source>Numbered pictures, PNG</source>
        <translation>Images numérotées, PNG</translation>
    </message>
    <message>
        <source>Numbered pictures, TIFF</source>
        <translation>Images numérotées, TIFF</translation>
    </message>
    <message>
        <source>Processor, the best picture</source>
        <translation>Processeur, la plus belle image</translation>
    </message>
    <message>
        <source>Smaller file</source>
        <translation>Fichier plus petit</translation>
    </message>
    <message>
        <source>What compresses the finished picture. The processor gives the best one; a card is quicker and makes larger files.</source>
        <translation>Ce qui compresse l’image finie. Le processeur donne la meilleure&#xa0;; une carte est plus rapide et fait de plus gros fichiers.</translation>
    </message>
</context>
<context>
    <name>Overnight</name>
    <message>
        <source>Overnight…</source>
        <translation>La nuit…</translation>
    </message>
    <message>
        <source>Then shut down</source>
        <translation>Puis éteindre</translation>
    </message>
    <message>
        <source>Then sleep</source>
        <translation>Puis mettre en veille</translation>
    </message>
    <message>
        <source>When it works, and what comes at the end</source>
        <translation>Quand il travaille, et ce qui vient à la fin</translation>
    </message>
</context>
<context>
    <name>Pair</name>
    <message>
        <source>Being restored anew…</source>
        <translation>Nouvelle restauration…</translation>
    </message>
    <message>
        <source>Difference, {factor} times as strong</source>
        <translation>Différence, {factor} fois plus forte</translation>
    </message>
</context>
<context>
    <name>Parts</name>
    <message>
        <source>Add another part</source>
        <translation>Ajouter une autre partie</translation>
    </message>
    <message>
        <source>Join the parts in one file</source>
        <translation>Joindre les parties en un fichier</translation>
    </message>
    <message>
        <source>Make a file of each part</source>
        <translation>Faire un fichier de chaque partie</translation>
    </message>
    <message>
        <source>Split by recordings</source>
        <translation>Découper par enregistrements</translation>
    </message>
    <message>
        <source>Split by shots</source>
        <translation>Découper par plans</translation>
    </message>
    <message>
        <source>it has no dates</source>
        <translation>elle n’a pas de dates</translation>
    </message>
    <message>
        <source>it is being restored</source>
        <translation>elle est en cours de restauration</translation>
    </message>
    <message>
        <source>it is one recording</source>
        <translation>c’est un seul enregistrement</translation>
    </message>
    <message>
        <source>it is one shot</source>
        <translation>c’est un seul plan</translation>
    </message>
    <message>
        <source>it joins several parts</source>
        <translation>elle réunit plusieurs parties</translation>
    </message>
    <message>
        <source>its shots are not all known yet</source>
        <translation>ses plans ne sont pas encore tous connus</translation>
    </message>
    <message>
        <source>the video is too long</source>
        <translation>la vidéo est trop longue</translation>
    </message>
</context>
<context>
    <name>PeersTable</name>
    <message>
        <source>Computer</source>
        <translation>Ordinateur</translation>
    </message>
    <message>
        <source>Computers that share the work</source>
        <translation>Ordinateurs qui partagent le travail</translation>
    </message>
    <message>
        <source>Does not answer</source>
        <translation>Ne répond pas</translation>
    </message>
    <message>
        <source>Finishes its stretch, then pauses</source>
        <translation>Finit son passage, puis pause</translation>
    </message>
    <message>
        <source>Frames/s</source>
        <translation>Images/s</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Continuer</translation>
    </message>
    <message>
        <source>Left out</source>
        <translation>Laissé de côté</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Pause</translation>
    </message>
    <message>
        <source>Pauses</source>
        <translation>En pause</translation>
    </message>
    <message>
        <source>Restores</source>
        <translation>Restaure</translation>
    </message>
    <message>
        <source>Share</source>
        <translation>Part</translation>
    </message>
    <message>
        <source>This computer</source>
        <translation>Cet ordinateur</translation>
    </message>
    <message>
        <source>Waits for work</source>
        <translation>Attend du travail</translation>
    </message>
    <message>
        <source>What it does</source>
        <translation>Ce qu’il fait</translation>
    </message>
</context>
<context>
    <name>PresetControls</name>
    <message>
        <source>&amp;Keep these options as a preset…</source>
        <translation>&amp;Garder ces options comme préréglage…</translation>
    </message>
    <message>
        <source>&amp;Remove this preset</source>
        <translation>&amp;Retirer ce préréglage</translation>
    </message>
    <message>
        <source>Begin with these options for &amp;new clips</source>
        <translation>Commencer les &amp;nouveaux clips avec ces options</translation>
    </message>
    <message>
        <source>Keep the old one</source>
        <translation>Garder l’ancien</translation>
    </message>
    <message>
        <source>Keep these options</source>
        <translation>Garder ces options</translation>
    </message>
    <message>
        <source>Keep, remove or reset options</source>
        <translation>Garder, retirer ou réinitialiser des options</translation>
    </message>
    <message>
        <source>Looks like this; use it:
{preset}</source>
        <translation>On dirait ceci&#xa0;; l’utiliser&#xa0;:
{preset}</translation>
    </message>
    <message>
        <source>Name of the preset:</source>
        <translation>Nom du préréglage&#xa0;:</translation>
    </message>
    <message>
        <source>Own choice</source>
        <translation>Choix personnel</translation>
    </message>
    <message>
        <source>Preset</source>
        <translation>Préréglage</translation>
    </message>
    <message>
        <source>Replace it</source>
        <translation>Le remplacer</translation>
    </message>
    <message>
        <source>Reset &amp;all options</source>
        <translation>Réinitialiser &amp;toutes les options</translation>
    </message>
    <message>
        <source>There is a preset “{name}” already.</source>
        <translation>Il y a déjà un préréglage «&#xa0;{name}&#xa0;».</translation>
    </message>
</context>
<context>
    <name>PresetShelf</name>
    <message>
        <source>The preset cannot be kept ({reason}).</source>
        <translation>Le préréglage ne peut pas être gardé ({reason}).</translation>
    </message>
</context>
<context>
    <name>ProblemDialog</name>
    <message>
        <source>Report a problem</source>
        <translation>Signaler un problème</translation>
    </message>
    <message>
        <source>This page about your computer helps to find the fault. Names of people, files and folders are left out; read it, copy it, and say what you did and what happened.</source>
        <translation>Cette page sur votre ordinateur aide à trouver la faute. Les noms de personnes, de fichiers et de dossiers sont omis&#xa0;; lisez-la, copiez-la, et dites ce que vous avez fait et ce qui s’est passé.</translation>
    </message>
    <message>
        <source>This page cannot be made ({reason}).</source>
        <translation>Cette page ne peut pas être préparée ({reason}).</translation>
    </message>
</context>
<context>
    <name>Questions</name>
    <message numerus="yes">
        <source>%Ln frames of “{name}” are finished already.</source>
        <translation>
            <numerusform>%Ln image de «&#xa0;{name}&#xa0;» est déjà terminée.</numerusform>
            <numerusform>%Ln images de «&#xa0;{name}&#xa0;» sont déjà terminées.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n videos are being restored.</source>
        <translation>
            <numerusform>%n vidéo est en cours de restauration.</numerusform>
            <numerusform>%n vidéos sont en cours de restauration.</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Name of the group, for example “Tape 3, summer of 1994”:</source>
        <translation>&amp;Nom du groupe, par exemple «&#xa0;Cassette 3, été 1994&#xa0;»&#xa0;:</translation>
    </message>
    <message>
        <source>Delete it</source>
        <translation>Le supprimer</translation>
    </message>
    <message>
        <source>Delete the file of “{name}”?</source>
        <translation>Supprimer le fichier de «&#xa0;{name}&#xa0;»&#xa0;?</translation>
    </message>
    <message>
        <source>Find the file…</source>
        <translation>Retrouver le fichier…</translation>
    </message>
    <message>
        <source>Find “{name}”</source>
        <translation>Retrouver «&#xa0;{name}&#xa0;»</translation>
    </message>
    <message>
        <source>Go on all the same</source>
        <translation>Continuer quand même</translation>
    </message>
    <message>
        <source>Go on restoring</source>
        <translation>Continuer à restaurer</translation>
    </message>
    <message>
        <source>Go on with the old options</source>
        <translation>Continuer avec les anciennes options</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>Groupe</translation>
    </message>
    <message>
        <source>Homereel cannot fetch it again. To use it later, you would have to add its file once more.</source>
        <translation>Homereel ne peut pas le télécharger à nouveau. Pour vous en servir plus tard, il faudrait ajouter son fichier encore une fois.</translation>
    </message>
    <message>
        <source>If you pause it, what is finished is kept, and it goes on from there the next time. If you throw that away, it begins anew.</source>
        <translation>Si vous mettez en pause, ce qui est terminé est gardé et la suite reprend de là la prochaine fois. Si vous jetez ce travail, tout recommence.</translation>
    </message>
    <message>
        <source>If you quit now, what is finished is kept, and Homereel goes on from there the next time.</source>
        <translation>Si vous quittez maintenant, ce qui est terminé est gardé et Homereel reprend de là la prochaine fois.</translation>
    </message>
    <message>
        <source>It cannot be brought back. The options of your clips stay.</source>
        <translation>Il ne peut pas être récupéré. Les options de vos clips restent.</translation>
    </message>
    <message>
        <source>It was being restored. If it was moved or renamed, show where it is, and what is finished is kept. If its disk is not connected, connect it and open Homereel again.</source>
        <translation>La restauration était en cours. Si le fichier a été déplacé ou renommé, montrez où il est, et ce qui est terminé est gardé. Si son disque n’est pas branché, branchez-le et rouvrez Homereel.</translation>
    </message>
    <message>
        <source>Keep it</source>
        <translation>Le garder</translation>
    </message>
    <message>
        <source>Keep restoring</source>
        <translation>Continuer à restaurer</translation>
    </message>
    <message>
        <source>Leave it</source>
        <translation>Laisser tel quel</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>Pas maintenant</translation>
    </message>
    <message>
        <source>Pause it</source>
        <translation>Mettre en pause</translation>
    </message>
    <message>
        <source>Pause it and quit</source>
        <translation>Mettre en pause et quitter</translation>
    </message>
    <message>
        <source>Remove it</source>
        <translation>Le retirer</translation>
    </message>
    <message>
        <source>Remove the preset “{name}”?</source>
        <translation>Retirer le préréglage «&#xa0;{name}&#xa0;»&#xa0;?</translation>
    </message>
    <message>
        <source>Renders go on where they stopped, and end as if nothing happened.</source>
        <translation>Les restaurations reprennent où elles se sont arrêtées et se terminent comme si de rien n’était.</translation>
    </message>
    <message>
        <source>Start again</source>
        <translation>Recommencer</translation>
    </message>
    <message numerus="yes">
        <source>The queue was interrupted; %n clips are left.</source>
        <translation>
            <numerusform>La file d’attente a été interrompue&#xa0;; il reste %n clip.</numerusform>
            <numerusform>La file d’attente a été interrompue&#xa0;; il reste %n clips.</numerusform>
        </translation>
    </message>
    <message>
        <source>They were made by another version or on another device ({detail}). If you go on all the same, the picture may change a little at that place.</source>
        <translation>Elles ont été faites par une autre version ou sur un autre appareil ({detail}). Si vous continuez quand même, l’image peut changer un peu à cet endroit.</translation>
    </message>
    <message>
        <source>They were made of another video of that name. Leave them and rename this one, or throw them away and start again.</source>
        <translation>Elles viennent d’une autre vidéo de ce nom. Laissez-les et renommez celle-ci, ou jetez-les et recommencez.</translation>
    </message>
    <message>
        <source>They were made with other options ({detail}). Leave them and choose the old ones to go on, or throw them away and start again.</source>
        <translation>Elles ont été faites avec d’autres options ({detail}). Laissez-les et choisissez les anciennes pour continuer, ou jetez-les et recommencez.</translation>
    </message>
    <message>
        <source>Throw it away</source>
        <translation>Jeter</translation>
    </message>
    <message>
        <source>What is finished of it cannot be read, or was written by another version of Homereel.</source>
        <translation>Ce qui est terminé ne peut pas être lu, ou a été écrit par une autre version de Homereel.</translation>
    </message>
    <message>
        <source>“{name}” is being restored.</source>
        <translation>«&#xa0;{name}&#xa0;» est en cours de restauration.</translation>
    </message>
    <message>
        <source>“{name}” is not there any more.</source>
        <translation>«&#xa0;{name}&#xa0;» n’est plus là.</translation>
    </message>
    <message>
        <source>“{name}” was begun already.</source>
        <translation>«&#xa0;{name}&#xa0;» a déjà été commencé.</translation>
    </message>
</context>
<context>
    <name>QueueEnd</name>
    <message>
        <source>Homereel has finished</source>
        <translation>Homereel a terminé</translation>
    </message>
</context>
<context>
    <name>QueueKeeping</name>
    <message>
        <source>The kept queue could not be read; it was put aside as {path}.</source>
        <translation>La file d’attente enregistrée n’a pas pu être lue&#xa0;; elle a été mise de côté sous {path}.</translation>
    </message>
</context>
<context>
    <name>Sentences</name>
    <message>
        <source>Add videos; then choose a look and start the queue.</source>
        <translation>Ajoutez des vidéos&#xa0;; choisissez ensuite un aspect et lancez la file d’attente.</translation>
    </message>
    <message>
        <source>Pauses until {time}, as you wish</source>
        <translation>En pause jusqu’à {time}, comme vous le souhaitez</translation>
    </message>
</context>
<context>
    <name>ShortcutsDialog</name>
    <message>
        <source>Hold for the original</source>
        <translation>Maintenir pour voir l’original</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Touche</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Touches</translation>
    </message>
    <message>
        <source>On the timeline: a second back or forth; ten with Shift</source>
        <translation>Sur la ligne de temps&#xa0;: une seconde en arrière ou en avant&#xa0;; dix avec Maj</translation>
    </message>
    <message>
        <source>What it does</source>
        <translation>Ce qu’elle fait</translation>
    </message>
</context>
<context>
    <name>SourceControls</name>
    <message>
        <source>Always deinterlace</source>
        <translation>Toujours désentrelacer</translation>
    </message>
    <message>
        <source>Always, a picture per field</source>
        <translation>Toujours, une image par trame</translation>
    </message>
    <message>
        <source>As it is stored</source>
        <translation>Comme elle est stockée</translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation>Automatique</translation>
    </message>
    <message>
        <source>Cut them off</source>
        <translation>Les couper</translation>
    </message>
    <message>
        <source>Keep them</source>
        <translation>Les garder</translation>
    </message>
    <message>
        <source>Leave as it is</source>
        <translation>Laisser tel quel</translation>
    </message>
    <message>
        <source>Paint them black</source>
        <translation>Les peindre en noir</translation>
    </message>
    <message>
        <source>Square pixels, as stored</source>
        <translation>Pixels carrés, comme stockés</translation>
    </message>
    <message>
        <source>To the left</source>
        <translation>Vers la gauche</translation>
    </message>
    <message>
        <source>To the right</source>
        <translation>Vers la droite</translation>
    </message>
    <message>
        <source>Upside down</source>
        <translation>Tête en bas</translation>
    </message>
</context>
<context>
    <name>TextDialog</name>
    <message>
        <source>&amp;Copy</source>
        <translation>&amp;Copier</translation>
    </message>
    <message>
        <source>One moment…</source>
        <translation>Un instant…</translation>
    </message>
</context>
<context>
    <name>Tile</name>
    <message>
        <source>Restoring…</source>
        <translation>Restauration…</translation>
    </message>
    <message>
        <source>This is chosen now</source>
        <translation>C’est le choix actuel</translation>
    </message>
</context>
<context>
    <name>Timeline</name>
    <message numerus="yes">
        <source>%n parts, {length}</source>
        <translation>
            <numerusform>%n partie, {length}</numerusform>
            <numerusform>%n parties, {length}</numerusform>
        </translation>
    </message>
    <message>
        <source>At {position} of {duration}</source>
        <translation>À {position} sur {duration}</translation>
    </message>
    <message numerus="yes">
        <source>At {position} of {duration}; restores %n parts</source>
        <translation>
            <numerusform>À {position} sur {duration}&#xa0;; restaure %n partie</numerusform>
            <numerusform>À {position} sur {duration}&#xa0;; restaure %n parties</numerusform>
        </translation>
    </message>
    <message>
        <source>At {position} of {duration}; restores {start} to {end}</source>
        <translation>À {position} sur {duration}&#xa0;; restaure de {start} à {end}</translation>
    </message>
    <message>
        <source>Timeline</source>
        <translation>Ligne de temps</translation>
    </message>
    <message>
        <source>from {start}</source>
        <translation>de {start}</translation>
    </message>
    <message>
        <source>until {end} · {length} of {whole}</source>
        <translation>jusqu’à {end} · {length} sur {whole}</translation>
    </message>
</context>
<context>
    <name>Toolbar</name>
    <message>
        <source>Hold for the original (O)</source>
        <translation>Maintenir pour voir l’original (O)</translation>
    </message>
    <message>
        <source>How large the picture is shown</source>
        <translation>La taille à laquelle l’image est montrée</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>Aperçu</translation>
    </message>
    <message>
        <source>Restore the marked region (P)</source>
        <translation>Restaurer la zone marquée (P)</translation>
    </message>
    <message>
        <source>Zoom: {percent} %</source>
        <translation>Zoom&#xa0;: {percent}&#xa0;%</translation>
    </message>
</context>
<context>
    <name>Tour</name>
    <message>
        <source>&amp;Back</source>
        <translation>&amp;Précédent</translation>
    </message>
    <message>
        <source>&amp;Begin</source>
        <translation>&amp;Commencer</translation>
    </message>
    <message>
        <source>&amp;Next</source>
        <translation>&amp;Suivant</translation>
    </message>
    <message>
        <source>&amp;Skip</source>
        <translation>P&amp;asser</translation>
    </message>
    <message>
        <source>A short tour</source>
        <translation>Une courte visite</translation>
    </message>
    <message>
        <source>All of it, or your best minutes</source>
        <translation>Tout, ou vos meilleures minutes</translation>
    </message>
    <message>
        <source>Choose a look</source>
        <translation>Choisir un aspect</translation>
    </message>
    <message>
        <source>Click on the timeline and choose “Start here” and “End here” if you don&apos;t want the whole tape. It can be several parts, joined in one file.</source>
        <translation>Cliquez sur la ligne de temps et choisissez «&#xa0;Commencer ici&#xa0;» et «&#xa0;Finir ici&#xa0;» si vous ne voulez pas toute la cassette. Ce peut être plusieurs parties, jointes en un fichier.</translation>
    </message>
    <message>
        <source>Drag files or whole folders onto the window, in any format. Your originals are never changed, and nothing leaves this computer.</source>
        <translation>Faites glisser des fichiers ou des dossiers entiers sur la fenêtre, dans tous les formats. Vos originaux ne sont jamais modifiés, et rien ne quitte cet ordinateur.</translation>
    </message>
    <message>
        <source>Drop your tapes</source>
        <translation>Déposez vos cassettes</translation>
    </message>
    <message>
        <source>Let it work overnight</source>
        <translation>Laissez-le travailler la nuit</translation>
    </message>
    <message>
        <source>Say what kind of video it is, then move the slider between smooth and detailed. “Looks” shows several side by side: click the one you like.</source>
        <translation>Dites de quel type de vidéo il s’agit, puis déplacez le curseur entre lisse et détaillé. «&#xa0;Aspects&#xa0;» en montre plusieurs côte à côte&#xa0;: cliquez sur celui qui vous plaît.</translation>
    </message>
    <message>
        <source>Try a moment</source>
        <translation>Essayer un moment</translation>
    </message>
    <message>
        <source>{number} of {count}</source>
        <translation>{number} sur {count}</translation>
    </message>
    <message>
        <source>“Preview” restores the marked part for a second and shows it beside the original. Drag the frame over a face; hold O to see the original.</source>
        <translation>«&#xa0;Aperçu&#xa0;» restaure la partie marquée pendant une seconde et la montre à côté de l’original. Faites glisser le cadre sur un visage&#xa0;; maintenez O pour voir l’original.</translation>
    </message>
    <message>
        <source>“Restore all” goes through the list. You can pause, close the window or switch the computer off: what is finished is kept, and it goes on from there.</source>
        <translation>«&#xa0;Tout restaurer&#xa0;» parcourt la liste. Vous pouvez mettre en pause, fermer la fenêtre ou éteindre l’ordinateur&#xa0;: ce qui est terminé est gardé, et la suite reprend de là.</translation>
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
        <translation>Image de l’aperçu</translation>
    </message>
    <message>
        <source>Preview &amp;length</source>
        <translation>D&amp;urée</translation>
    </message>
    <message>
        <source>{number} of {count}</source>
        <translation>{number} sur {count}</translation>
    </message>
</context>
<context>
    <name>Variants</name>
    <message>
        <source>The whole film: about {time}</source>
        <translation>Le film entier&#xa0;: environ {time}</translation>
    </message>
</context>
<context>
    <name>VariantsView</name>
    <message>
        <source>Back</source>
        <translation>Retour</translation>
    </message>
    <message>
        <source>Choose none of them (Escape)</source>
        <translation>N’en choisir aucun (Échap)</translation>
    </message>
    <message>
        <source>Models</source>
        <translation>Modèles</translation>
    </message>
    <message>
        <source>Smooth to detailed</source>
        <translation>De lisse à détaillé</translation>
    </message>
    <message>
        <source>Which do you like best?</source>
        <translation>Lequel préférez-vous&#xa0;?</translation>
    </message>
</context>
<context>
    <name>WatchedFolder</name>
    <message>
        <source>Add new videos of a folder by &amp;themselves…</source>
        <translation>&amp;Ajouter les nouvelles vidéos d’un dossier d’elles-mêmes…</translation>
    </message>
    <message>
        <source>Add new videos of “{name}” by &amp;themselves</source>
        <translation>Ajouter les &amp;nouvelles vidéos de «&#xa0;{name}&#xa0;» d’elles-mêmes</translation>
    </message>
    <message>
        <source>Folder to which new videos come</source>
        <translation>Dossier où arrivent les nouvelles vidéos</translation>
    </message>
    <message>
        <source>Videos that come into “{name}” will be added.</source>
        <translation>Les vidéos qui arrivent dans «&#xa0;{name}&#xa0;» seront ajoutées.</translation>
    </message>
</context>
<context>
    <name>Window</name>
    <message>
        <source>New clips will begin with these options.</source>
        <translation>Les nouveaux clips commenceront avec ces options.</translation>
    </message>
    <message>
        <source>Stopping…</source>
        <translation>Arrêt…</translation>
    </message>
</context>
<context>
    <name>Wording</name>
    <message numerus="yes">
        <source>%n parts in one file, {length}</source>
        <translation>
            <numerusform>%n partie en un fichier, {length}</numerusform>
            <numerusform>%n parties en un fichier, {length}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n videos</source>
        <translation>
            <numerusform>%n vidéo</numerusform>
            <numerusform>%n vidéos</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n videos are restored.</source>
        <translation>
            <numerusform>%n vidéo est restaurée.</numerusform>
            <numerusform>%n vidéos sont restaurées.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n videos could not be restored.</source>
        <translation>
            <numerusform>%n vidéo n’a pas pu être restaurée.</numerusform>
            <numerusform>%n vidéos n’ont pas pu être restaurées.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n videos · about {time}</source>
        <translation>
            <numerusform>%n vidéo · environ {time}</numerusform>
            <numerusform>%n vidéos · environ {time}</numerusform>
        </translation>
    </message>
    <message>
        <source>4K</source>
        <translation>4K</translation>
    </message>
    <message>
        <source>A folder, not a video.</source>
        <translation>Un dossier, pas une vidéo.</translation>
    </message>
    <message>
        <source>A graphics card is many times faster; without one, begin with your best minutes.</source>
        <translation>Une carte graphique est bien plus rapide&#xa0;; sans elle, commencez par vos meilleures minutes.</translation>
    </message>
    <message>
        <source>A photo, not a video.</source>
        <translation>Une photo, pas une vidéo.</translation>
    </message>
    <message>
        <source>About {time} left for all</source>
        <translation>Encore {time} environ pour tout</translation>
    </message>
    <message>
        <source>About {time} left, until {end}</source>
        <translation>Encore {time} environ, jusqu’à {end}</translation>
    </message>
    <message>
        <source>About {time} left.</source>
        <translation>Encore {time} environ.</translation>
    </message>
    <message>
        <source>Another Homereel is writing it.</source>
        <translation>Un autre Homereel est en train de l’écrire.</translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation>Automatique</translation>
    </message>
    <message>
        <source>Cancelled. Nothing was written.</source>
        <translation>Annulé. Rien n’a été écrit.</translation>
    </message>
    <message>
        <source>Done.</source>
        <translation>Terminé.</translation>
    </message>
    <message>
        <source>Encrypted (copy protection).</source>
        <translation>Chiffré (protection contre la copie).</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Échec</translation>
    </message>
    <message>
        <source>Finding out how fast this computer is…</source>
        <translation>Mesure de la vitesse de cet ordinateur…</translation>
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
        <translation>Interrompu plus tôt. La suite reprend où elle s’est arrêtée.</translation>
    </message>
    <message>
        <source>It made the reader crash.</source>
        <translation>Il a fait planter le lecteur.</translation>
    </message>
    <message>
        <source>It was busy with other programs; it is measured again later.</source>
        <translation>Il était occupé par d’autres programmes&#xa0;; la mesure sera refaite plus tard.</translation>
    </message>
    <message>
        <source>Its disk is too full.</source>
        <translation>Son disque est trop plein.</translation>
    </message>
    <message>
        <source>Its graphics card ({card}) is not used yet and would be many times faster: “Clips, Graphics card” says what it needs.</source>
        <translation>Sa carte graphique ({card}) n’est pas encore utilisée et serait bien plus rapide&#xa0;: «&#xa0;Clips, Carte graphique&#xa0;» dit ce qu’il lui faut.</translation>
    </message>
    <message>
        <source>Left alone: it may crash Homereel.</source>
        <translation>Laissé de côté&#xa0;: il pourrait faire planter Homereel.</translation>
    </message>
    <message>
        <source>Left as it is: what is finished does not fit. Start it again to decide.</source>
        <translation>Laissé tel quel&#xa0;: ce qui est terminé ne correspond pas. Relancez pour décider.</translation>
    </message>
    <message>
        <source>Looking at it…</source>
        <translation>Examen en cours…</translation>
    </message>
    <message>
        <source>May not be read by you.</source>
        <translation>Vous n’avez pas le droit de le lire.</translation>
    </message>
    <message>
        <source>No picture in it, only sound or data.</source>
        <translation>Pas d’image, seulement du son ou des données.</translation>
    </message>
    <message>
        <source>No picture in the chosen part.</source>
        <translation>Pas d’image dans la partie choisie.</translation>
    </message>
    <message>
        <source>No video, or its beginning is lost.</source>
        <translation>Pas une vidéo, ou son début est perdu.</translation>
    </message>
    <message>
        <source>Not found. Is its disk connected?</source>
        <translation>Introuvable. Son disque est-il branché&#xa0;?</translation>
    </message>
    <message>
        <source>Not found; it was begun already.</source>
        <translation>Introuvable&#xa0;; il a déjà été commencé.</translation>
    </message>
    <message>
        <source>On this computer an hour from a PAL tape takes about {time}.</source>
        <translation>Sur cet ordinateur, une heure d’une cassette PAL prend environ {time}.</translation>
    </message>
    <message>
        <source>Original size</source>
        <translation>Taille d’origine</translation>
    </message>
    <message>
        <source>Paused at {percent}. It goes on there or a little before.</source>
        <translation>En pause à {percent}. La suite reprend là ou un peu avant.</translation>
    </message>
    <message>
        <source>Paused at {percent}; its options were changed since. Undo that to go on.</source>
        <translation>En pause à {percent}&#xa0;; ses options ont changé depuis. Annulez ce changement pour continuer.</translation>
    </message>
    <message>
        <source>Paused.</source>
        <translation>En pause.</translation>
    </message>
    <message>
        <source>Reading failed. Check its disk.</source>
        <translation>La lecture a échoué. Vérifiez le disque.</translation>
    </message>
    <message>
        <source>Restoring the first frames…</source>
        <translation>Restauration des premières images…</translation>
    </message>
    <message>
        <source>Starting…</source>
        <translation>Démarrage…</translation>
    </message>
    <message>
        <source>Stopping…</source>
        <translation>Arrêt…</translation>
    </message>
    <message>
        <source>Takes about {time} on this computer.</source>
        <translation>Prend environ {time} sur cet ordinateur.</translation>
    </message>
    <message>
        <source>The encoder failed.</source>
        <translation>L’encodeur a échoué.</translation>
    </message>
    <message>
        <source>The file is empty.</source>
        <translation>Le fichier est vide.</translation>
    </message>
    <message>
        <source>The file was changed in the meantime.</source>
        <translation>Le fichier a changé entre-temps.</translation>
    </message>
    <message>
        <source>The output folder has gone.</source>
        <translation>Le dossier de sortie a disparu.</translation>
    </message>
    <message>
        <source>The output folder is locked.</source>
        <translation>Le dossier de sortie est verrouillé.</translation>
    </message>
    <message>
        <source>Too damaged, or encrypted.</source>
        <translation>Trop abîmé, ou chiffré.</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>En attente</translation>
    </message>
    <message>
        <source>Waiting · about {time}</source>
        <translation>En attente · environ {time}</translation>
    </message>
    <message>
        <source>Waiting · about {time}, done at {end}</source>
        <translation>En attente · environ {time}, fini à {end}</translation>
    </message>
    <message>
        <source>Writes “{name}” beside the original, {size} pixels.</source>
        <translation>Écrit «&#xa0;{name}&#xa0;» à côté de l’original, {size} pixels.</translation>
    </message>
    <message>
        <source>Writes “{name}” in “{folder}”, {size} pixels.</source>
        <translation>Écrit «&#xa0;{name}&#xa0;» dans «&#xa0;{folder}&#xa0;», {size} pixels.</translation>
    </message>
    <message>
        <source>Writing failed. Check the disk.</source>
        <translation>L’écriture a échoué. Vérifiez le disque.</translation>
    </message>
    <message>
        <source>Writing “{name}” to {folder}.</source>
        <translation>Écriture de «&#xa0;{name}&#xa0;» dans {folder}.</translation>
    </message>
    <message>
        <source>about {time}</source>
        <translation>environ {time}</translation>
    </message>
    <message>
        <source>{factor} times</source>
        <translation>{factor} fois</translation>
    </message>
    <message>
        <source>{facts} · looking for faults…</source>
        <translation>{facts} · recherche de défauts…</translation>
    </message>
    <message>
        <source>{percent} · {name} – Homereel</source>
        <translation>{percent} · {name} – Homereel</translation>
    </message>
    <message>
        <source>{percent} · {time} left</source>
        <translation>{percent} · encore {time}</translation>
    </message>
    <message>
        <source>{percent} · {time} left, done at {end}</source>
        <translation>{percent} · encore {time}, fini à {end}</translation>
    </message>
    <message>
        <source>{room} GB free.</source>
        <translation>{room} Go libres.</translation>
    </message>
    <message>
        <source>{start} to {end}</source>
        <translation>de {start} à {end}</translation>
    </message>
    <message>
        <source>“{name}” is in {folder}.</source>
        <translation>«&#xa0;{name}&#xa0;» est dans {folder}.</translation>
    </message>
</context>
<context>
    <name>argparse</name>
    <message>
        <source>%(heading)s:</source>
        <translation>%(heading)s&#xa0;:</translation>
    </message>
    <message>
        <source>%(prog)s: error: %(message)s
</source>
        <translation>%(prog)s&#xa0;: erreur&#xa0;: %(message)s
</translation>
    </message>
    <message>
        <source>argument %(argument_name)s: %(message)s</source>
        <translation>argument %(argument_name)s&#xa0;: %(message)s</translation>
    </message>
    <message>
        <source>expected at least one argument</source>
        <translation>au moins un argument attendu</translation>
    </message>
    <message>
        <source>expected at most one argument</source>
        <translation>au plus un argument attendu</translation>
    </message>
    <message>
        <source>expected one argument</source>
        <translation>un argument attendu</translation>
    </message>
    <message>
        <source>ignored explicit argument %r</source>
        <translation>argument explicite %r ignoré</translation>
    </message>
    <message>
        <source>invalid choice: %(value)r (choose from %(choices)s)</source>
        <translation>choix invalide&#xa0;: %(value)r (choisir parmi %(choices)s)</translation>
    </message>
    <message>
        <source>not allowed with argument %s</source>
        <translation>non permis avec l’argument %s</translation>
    </message>
    <message>
        <source>options</source>
        <translation>options</translation>
    </message>
    <message>
        <source>positional arguments</source>
        <translation>arguments positionnels</translation>
    </message>
    <message>
        <source>show program&apos;s version number and exit</source>
        <translation>affiche le numéro de version et quitte</translation>
    </message>
    <message>
        <source>show this help message and exit</source>
        <translation>affiche cette aide et quitte</translation>
    </message>
    <message>
        <source>the following arguments are required: %s</source>
        <translation>arguments obligatoires absents&#xa0;: %s</translation>
    </message>
    <message>
        <source>unrecognized arguments: %s</source>
        <translation>arguments inconnus&#xa0;: %s</translation>
    </message>
    <message>
        <source>usage: </source>
        <translation>usage&#xa0;: </translation>
    </message>
</context>
<context>
    <name>arguments</name>
    <message>
        <source>(every model that is installed)</source>
        <translation>(tous les modèles installés)</translation>
    </message>
    <message>
        <source>(not installed)</source>
        <translation>(pas installé)</translation>
    </message>
    <message>
        <source>(the one for this card)</source>
        <translation>(celui de cette carte)</translation>
    </message>
    <message>
        <source>--bits is for --codec png and tiff</source>
        <translation>--bits est pour --codec png et tiff</translation>
    </message>
    <message>
        <source>--denoise has no meaning for {model}: it is not mixed of two</source>
        <translation>--denoise n’a pas de sens avec {model}&#xa0;: ce n’est pas un mélange de deux</translation>
    </message>
    <message>
        <source>--end must be later than --start</source>
        <translation>--end doit venir après --start</translation>
    </message>
    <message>
        <source>--join makes no numbered pictures</source>
        <translation>--join ne fait pas d’images numérotées</translation>
    </message>
    <message>
        <source>--join needs at least two --range</source>
        <translation>--join demande au moins deux --range</translation>
    </message>
    <message>
        <source>--join, and --range of several sources, take one computer</source>
        <translation>--join, et --range de plusieurs sources, n’utilisent qu’un ordinateur</translation>
    </message>
    <message>
        <source>--others-only is for --cluster</source>
        <translation>--others-only va avec --cluster</translation>
    </message>
    <message>
        <source>--quality of {codec} goes to {highest}</source>
        <translation>--quality de {codec} va jusqu’à {highest}</translation>
    </message>
    <message>
        <source>--quality of {codec} is fixed</source>
        <translation>--quality de {codec} est fixe</translation>
    </message>
    <message>
        <source>--range takes the place of --start and --end</source>
        <translation>--range remplace --start et --end</translation>
    </message>
    <message>
        <source>--split looks for parts by itself: leave out --range</source>
        <translation>--split cherche lui-même les parties&#xa0;: omettez --range</translation>
    </message>
    <message>
        <source>--steady has no meaning for {model}: it looks at many pictures at once</source>
        <translation>--steady n’a pas de sens avec {model}&#xa0;: il regarde beaucoup d’images à la fois</translation>
    </message>
    <message>
        <source>--threshold has no meaning for {model}: it does not clean frames</source>
        <translation>--threshold n’a pas de sens avec {model}&#xa0;: il ne nettoie pas les images</translation>
    </message>
    <message>
        <source>-o names one file; --join makes one of several ranges</source>
        <translation>-o nomme un fichier&#xa0;; --join en fait un de plusieurs plages</translation>
    </message>
    <message>
        <source>-o names one file; with --split use --output-dir</source>
        <translation>-o nomme un fichier&#xa0;; avec --split, utilisez --output-dir</translation>
    </message>
    <message>
        <source>-o names one file; with several sources use --output-dir</source>
        <translation>-o nomme un seul fichier&#xa0;; pour plusieurs sources, utilisez --output-dir</translation>
    </message>
    <message>
        <source>-o {path} does not end in .{container}</source>
        <translation>-o {path} ne se termine pas par .{container}</translation>
    </message>
    <message>
        <source>-o {path} has to end in one of {known}</source>
        <translation>-o {path} doit se terminer par l’une de {known}</translation>
    </message>
    <message>
        <source>-o {path} is a folder; use --output-dir</source>
        <translation>-o {path} est un dossier&#xa0;; utilisez --output-dir</translation>
    </message>
    <message>
        <source>.safetensors, or .pth</source>
        <translation>.safetensors ou .pth</translation>
    </message>
    <message>
        <source>Restore old family videos on your own computer.</source>
        <translation>Restaure de vieilles vidéos de famille sur votre propre ordinateur.</translation>
    </message>
    <message>
        <source>a folder for the outputs (default: beside)</source>
        <translation>un dossier pour les résultats (par défaut&#xa0;: à côté de la source)</translation>
    </message>
    <message>
        <source>a part to restore, as 0:10-1:30; given several times, each is a file</source>
        <translation>une partie à restaurer, comme 0:10-1:30&#xa0;; donnée plusieurs fois, chacune est un fichier</translation>
    </message>
    <message>
        <source>a video, a folder of videos, or numbered pictures: their folder, or a pattern like scan_*.dpx</source>
        <translation>une vidéo, un dossier de vidéos ou des images numérotées&#xa0;: leur dossier ou un motif comme scan_*.dpx</translation>
    </message>
    <message>
        <source>a video, or numbered pictures: their folder, or a pattern like scan_*.dpx</source>
        <translation>une vidéo, ou des images numérotées&#xa0;: leur dossier ou un motif comme scan_*.dpx</translation>
    </message>
    <message>
        <source>as one JSON list</source>
        <translation>en une liste JSON</translation>
    </message>
    <message>
        <source>as one JSON object</source>
        <translation>en un objet JSON</translation>
    </message>
    <message>
        <source>ask on the internet whether there is a newer version</source>
        <translation>demande sur internet s’il y a une version plus récente</translation>
    </message>
    <message>
        <source>delete a key file, and refuse its copies on this computer</source>
        <translation>supprime un fichier de clé et refuse ses copies sur cet ordinateur</translation>
    </message>
    <message>
        <source>delete the file of a model</source>
        <translation>efface le fichier d’un modèle</translation>
    </message>
    <message>
        <source>download a model</source>
        <translation>télécharge un modèle</translation>
    </message>
    <message>
        <source>download it, test it, and use it from now on</source>
        <translation>le télécharge, le teste et l’utilise désormais</translation>
    </message>
    <message>
        <source>go back to the processor&apos;s, and free the room</source>
        <translation>revient à celui du processeur et libère la place</translation>
    </message>
    <message>
        <source>go on with an interrupted render although program, model file or device have changed (by itself it goes on where nothing has)</source>
        <translation>reprend une restauration interrompue même si le programme, le modèle ou l’appareil ont changé (d’elle-même elle reprend là où rien n’a changé)</translation>
    </message>
    <message>
        <source>how long it is valid ({days})</source>
        <translation>combien de temps elle est valable ({days})</translation>
    </message>
    <message>
        <source>how the result looks, and how it is stored</source>
        <translation>l’aspect du résultat et la façon de l’enregistrer</translation>
    </message>
    <message>
        <source>install a model file from this computer</source>
        <translation>installe un fichier de modèle de cet ordinateur</translation>
    </message>
    <message>
        <source>its author&apos;s terms (unknown)</source>
        <translation>les conditions de son auteur (inconnues)</translation>
    </message>
    <message>
        <source>join all ranges in one file, in the order given</source>
        <translation>joint toutes les plages en un fichier, dans l’ordre donné</translation>
    </message>
    <message>
        <source>list, fetch and remove PyTorch for this machine&apos;s card</source>
        <translation>liste, télécharge et retire PyTorch pour la carte de cette machine</translation>
    </message>
    <message>
        <source>list, fetch, import, add and remove models</source>
        <translation>liste, télécharge, importe, ajoute et retire des modèles</translation>
    </message>
    <message>
        <source>machine</source>
        <translation>machine</translation>
    </message>
    <message>
        <source>make a key file; copy it to the other computers</source>
        <translation>crée un fichier de clé&#xa0;; copiez-le sur les autres ordinateurs</translation>
    </message>
    <message>
        <source>make and revoke keys for other computers</source>
        <translation>crée et révoque des clés pour d’autres ordinateurs</translation>
    </message>
    <message>
        <source>measure how natural videos look, and their sources beside them</source>
        <translation>mesure l’aspect naturel de vidéos, et de leurs sources à côté</translation>
    </message>
    <message>
        <source>measure what this machine can do, and what that means for a tape</source>
        <translation>mesure ce que peut cette machine, et ce que cela signifie pour une cassette</translation>
    </message>
    <message>
        <source>of this computer, as the others reach it ({address}: only programs on this computer)</source>
        <translation>de cet ordinateur, telle que les autres l’atteignent ({address}&#xa0;: seulement les programmes de cet ordinateur)</translation>
    </message>
    <message>
        <source>one event per line on stdout</source>
        <translation>un événement par ligne sur la sortie standard</translation>
    </message>
    <message>
        <source>one file for each recording of a DV tape, named by its date, or for each shot</source>
        <translation>un fichier pour chaque enregistrement d’une cassette DV, nommé d’après sa date, ou pour chaque plan</translation>
    </message>
    <message>
        <source>one of the commands below; “homereel COMMAND --help” explains it</source>
        <translation>une des commandes ci-dessous&#xa0;; «&#xa0;homereel COMMAND --help&#xa0;» l’explique</translation>
    </message>
    <message>
        <source>open the window, with these files queued</source>
        <translation>ouvre la fenêtre avec ces fichiers dans la file d’attente</translation>
    </message>
    <message>
        <source>parameters of BRISQUE in LIBSVM&apos;s format: brisque/models/svm.txt of the Python package “brisque”, or “allmodel” of its authors</source>
        <translation>paramètres de BRISQUE au format de LIBSVM&#xa0;: brisque/models/svm.txt du paquet Python «&#xa0;brisque&#xa0;», ou «&#xa0;allmodel&#xa0;» de ses auteurs</translation>
    </message>
    <message>
        <source>parameters of NIQE: niqe_pris_params.npz of BasicSR (default: the file of this name in the folder of the models)</source>
        <translation>paramètres de NIQE&#xa0;: niqe_pris_params.npz de BasicSR (par défaut&#xa0;: le fichier de ce nom dans le dossier des modèles)</translation>
    </message>
    <message>
        <source>remove unfinished renders that nobody works on; asks about each on a terminal</source>
        <translation>retire les restaurations inachevées auxquelles personne ne travaille&#xa0;; dans un terminal, demande pour chacune</translation>
    </message>
    <message>
        <source>replace an existing output</source>
        <translation>remplace un résultat existant</translation>
    </message>
    <message>
        <source>restore a small made clip, resume it after a crash, open the window off-screen: does this installation work?</source>
        <translation>restaure un petit clip artificiel, le reprend après un plantage, ouvre la fenêtre hors écran&#xa0;: cette installation fonctionne-t-elle&#xa0;?</translation>
    </message>
    <message>
        <source>restore for the other computers of a key</source>
        <translation>restaure pour les autres ordinateurs d’une clé</translation>
    </message>
    <message>
        <source>restore videos</source>
        <translation>restaure des vidéos</translation>
    </message>
    <message>
        <source>say what a video is and what Homereel would do with it</source>
        <translation>dit ce qu’est une vidéo et ce que Homereel en ferait</translation>
    </message>
    <message>
        <source>share the work with the computers where “homereel worker FILE” runs</source>
        <translation>partage le travail avec les ordinateurs où tourne «&#xa0;homereel worker FILE&#xa0;»</translation>
    </message>
    <message>
        <source>take an image model of others that spandrel knows</source>
        <translation>prend un modèle d’image d’autrui que spandrel connaît</translation>
    </message>
    <message>
        <source>the cards that were found, and what fits them (default)</source>
        <translation>les cartes trouvées et ce qui leur convient (par défaut)</translation>
    </message>
    <message>
        <source>the job</source>
        <translation>la tâche</translation>
    </message>
    <message>
        <source>the models and whether they are installed (default)</source>
        <translation>les modèles, installés ou non (par défaut)</translation>
    </message>
    <message>
        <source>the output file</source>
        <translation>le fichier de sortie</translation>
    </message>
    <message>
        <source>this computer reads, hands out and joins, the others restore</source>
        <translation>cet ordinateur lit, distribue et assemble, les autres restaurent</translation>
    </message>
    <message>
        <source>throw away what an interrupted render has finished, and start again</source>
        <translation>jette ce qu’une restauration interrompue a terminé, et recommence</translation>
    </message>
    <message>
        <source>to choose it by (that of the file)</source>
        <translation>pour le choisir (celui du fichier)</translation>
    </message>
    <message>
        <source>versions, devices, encoders, model files, unfinished renders: one page for a bug report</source>
        <translation>versions, appareils, encodeurs, modèles, restaurations inachevées&#xa0;: une page pour un rapport de bogue</translation>
    </message>
    <message>
        <source>videos, folders of videos, folders of pictures; frames 0, 50 and 99 of each count</source>
        <translation>vidéos, dossiers de vidéos, dossiers d’images&#xa0;; de chacun comptent les images 0, 50 et 99</translation>
    </message>
    <message>
        <source>what the others call this computer (its own name)</source>
        <translation>comment les autres appellent cet ordinateur (son propre nom)</translation>
    </message>
    <message>
        <source>what the source is, and which part of it is restored</source>
        <translation>ce qu’est la source et quelle partie en est restaurée</translation>
    </message>
    <message>
        <source>where the sources are (beside the results; “NAME restored.mp4” is made of NAME)</source>
        <translation>où sont les sources (à côté des résultats&#xa0;; «&#xa0;NAME restored.mp4&#xa0;» vient de NAME)</translation>
    </message>
    <message>
        <source>{names}, or one of your own; what is given beside it wins</source>
        <translation>{names}, ou un des vôtres&#xa0;; ce qui est indiqué à côté l’emporte</translation>
    </message>
    <message>
        <source>{text} is no number from {lowest} to {highest}</source>
        <translation>{text} n’est pas un nombre de {lowest} à {highest}</translation>
    </message>
</context>
<context>
    <name>card</name>
    <message>
        <source>Fetch it ({size})</source>
        <translation>Le télécharger ({size})</translation>
    </message>
    <message>
        <source>For that it needs PyTorch&apos;s build “{runtime}”. It is fetched from where PyTorch and the maker of the card publish it, under the maker&apos;s terms, and takes about {room} on the disk meanwhile. It is used only if it computes correctly here; otherwise all stays as it is.</source>
        <translation>Pour cela, il lui faut la version «&#xa0;{runtime}&#xa0;» de PyTorch. Elle est téléchargée là où PyTorch et le fabricant de la carte la publient, aux conditions du fabricant, et prend entre-temps environ {room} sur le disque. Elle n’est utilisée que si elle calcule correctement ici&#xa0;; sinon, tout reste comme avant.</translation>
    </message>
    <message>
        <source>Go on fetching ({size})</source>
        <translation>Continuer le téléchargement ({size})</translation>
    </message>
    <message>
        <source>No graphics card was found that Homereel can use. It works with the processor; a card of NVIDIA&apos;s would be many times faster.</source>
        <translation>Aucune carte graphique que Homereel puisse utiliser n’a été trouvée. Il travaille avec le processeur&#xa0;; une carte NVIDIA serait bien plus rapide.</translation>
    </message>
    <message>
        <source>The graphics card is used: {card}.</source>
        <translation>La carte graphique est utilisée&#xa0;: {card}.</translation>
    </message>
    <message>
        <source>The graphics card {card} could be used, but its driver is too old: it has to be {version} or newer.</source>
        <translation>La carte graphique {card} pourrait être utilisée, mais son pilote est trop ancien&#xa0;: il doit être en version {version} ou plus récente.</translation>
    </message>
    <message>
        <source>The graphics card {card} is not used yet, and would be many times faster than the processor.</source>
        <translation>La carte graphique {card} n’est pas encore utilisée, et serait bien plus rapide que le processeur.</translation>
    </message>
    <message>
        <source>The graphics card {card} is not used: there is no build of PyTorch for it to fetch in this version. Where Homereel was installed with Python, install the one that is named at pytorch.org/get-started/locally.</source>
        <translation>La carte graphique {card} n’est pas utilisée&#xa0;: il n’y a pas de version de PyTorch à télécharger pour elle dans cette version. Si Homereel a été installé avec Python, installez celle qui est indiquée sur pytorch.org/get-started/locally.</translation>
    </message>
    <message>
        <source>The graphics card {card} is used when you open Homereel again.</source>
        <translation>La carte graphique {card} sera utilisée quand vous rouvrirez Homereel.</translation>
    </message>
</context>
<context>
    <name>chips</name>
    <message>
        <source>Black borders</source>
        <translation>Bords noirs</translation>
    </message>
    <message>
        <source>Colours displaced</source>
        <translation>Couleurs décalées</translation>
    </message>
    <message>
        <source>Damaged</source>
        <translation>Endommagé</translation>
    </message>
    <message>
        <source>Double contours</source>
        <translation>Contours doubles</translation>
    </message>
    <message>
        <source>Dust</source>
        <translation>Poussière</translation>
    </message>
    <message>
        <source>Faded</source>
        <translation>Délavé</translation>
    </message>
    <message>
        <source>Film of a DVD</source>
        <translation>Film d’un DVD</translation>
    </message>
    <message>
        <source>Flicker</source>
        <translation>Scintillement</translation>
    </message>
    <message>
        <source>HDR</source>
        <translation>HDR</translation>
    </message>
    <message>
        <source>Interlaced</source>
        <translation>Entrelacé</translation>
    </message>
    <message>
        <source>Mirrored</source>
        <translation>En miroir</translation>
    </message>
    <message>
        <source>No colour tags</source>
        <translation>Couleurs non étiquetées</translation>
    </message>
    <message>
        <source>Numbered pictures</source>
        <translation>Images numérotées</translation>
    </message>
    <message>
        <source>On its side</source>
        <translation>Sur le côté</translation>
    </message>
    <message>
        <source>Original sound as well</source>
        <translation>Aussi le son d’origine</translation>
    </message>
    <message>
        <source>Pixels not square</source>
        <translation>Pixels non carrés</translation>
    </message>
    <message>
        <source>Ragged lines</source>
        <translation>Lignes en dents de scie</translation>
    </message>
    <message>
        <source>Rainbows</source>
        <translation>Arcs-en-ciel</translation>
    </message>
    <message>
        <source>Repeated pictures</source>
        <translation>Images répétées</translation>
    </message>
    <message>
        <source>Several recordings</source>
        <translation>Plusieurs enregistrements</translation>
    </message>
    <message>
        <source>Streaks of lost tape</source>
        <translation>Traînées de bande usée</translation>
    </message>
    <message>
        <source>Torn lines at the edge</source>
        <translation>Lignes déchirées au bord</translation>
    </message>
    <message>
        <source>Trembling hand</source>
        <translation>Main tremblante</translation>
    </message>
    <message>
        <source>Uneven frame times</source>
        <translation>Temps d’image inégaux</translation>
    </message>
    <message>
        <source>the sound of the source stays as a second track</source>
        <translation>le son de la source reste en deuxième piste</translation>
    </message>
</context>
<context>
    <name>clock</name>
    <message numerus="yes">
        <source>%n days</source>
        <translation>
            <numerusform>%n jour</numerusform>
            <numerusform>%n jours</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hours</source>
        <translation>
            <numerusform>%n heure</numerusform>
            <numerusform>%n heures</numerusform>
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
            <numerusform>%n seconde</numerusform>
            <numerusform>%n secondes</numerusform>
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
        <translation>{count} secondes</translation>
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
            <numerusform>%n fichier continue le film d’un fichier précédent et est restauré avec lui.</numerusform>
            <numerusform>%n fichiers continuent le film d’un fichier précédent et sont restaurés avec lui.</numerusform>
        </translation>
    </message>
    <message>
        <source>Both measures need a file of parameters that does not come with the program; see “homereel score --help”.</source>
        <translation>Les deux mesures ont besoin d’un fichier de paramètres qui n’est pas fourni avec le programme&#xa0;; voir «&#xa0;homereel score --help&#xa0;».</translation>
    </message>
    <message>
        <source>Cancelled; “homereel models fetch {name}” goes on from here.</source>
        <translation>Annulé&#xa0;; «&#xa0;homereel models fetch {name}&#xa0;» reprend d’ici.</translation>
    </message>
    <message>
        <source>Cancelled; “homereel runtime fetch” goes on from here.</source>
        <translation>Annulé&#xa0;; «&#xa0;homereel runtime fetch&#xa0;» reprend d’ici.</translation>
    </message>
    <message>
        <source>Everything works.</source>
        <translation>Tout fonctionne.</translation>
    </message>
    <message>
        <source>FAILED</source>
        <translation>ÉCHEC</translation>
    </message>
    <message>
        <source>Here: homereel restore FILM --cluster {path}</source>
        <translation>Ici&#xa0;: homereel restore FILM --cluster {path}</translation>
    </message>
    <message>
        <source>Homereel {version}: testing this installation takes a minute or two.</source>
        <translation>Homereel {version}&#xa0;: le test de cette installation prend une minute ou deux.</translation>
    </message>
    <message>
        <source>Joined the computer at {address}.</source>
        <translation>Connecté à l’ordinateur à l’adresse {address}.</translation>
    </message>
    <message>
        <source>Leave out the sources before {source} then: they had their turn, and would be restored once more.</source>
        <translation>Omettez alors les sources avant {source}&#xa0;: elles ont déjà eu leur tour et seraient restaurées encore une fois.</translation>
    </message>
    <message>
        <source>Licence: {licence}</source>
        <translation>Licence&#xa0;: {licence}</translation>
    </message>
    <message>
        <source>No temporary files can be written here ({detail}).</source>
        <translation>Impossible d’écrire des fichiers temporaires ici ({detail}).</translation>
    </message>
    <message>
        <source>Nobody hands out work at {address} yet; waiting.</source>
        <translation>Personne ne distribue encore de travail à l’adresse {address}&#xa0;; en attente.</translation>
    </message>
    <message>
        <source>On the other computers, with a copy of it: homereel worker {path}</source>
        <translation>Sur les autres ordinateurs, avec une copie de la clé&#xa0;: homereel worker {path}</translation>
    </message>
    <message>
        <source>Only this computer itself can be reached at {address}. For others, make a key with its address in your network: --address {own}</source>
        <translation>L’adresse {address} n’est joignable que de cet ordinateur lui-même. Pour d’autres, créez une clé avec son adresse dans votre réseau&#xa0;: --address {own}</translation>
    </message>
    <message>
        <source>Other users of this computer can read {path}; make it readable to you only.</source>
        <translation>D’autres utilisateurs de cet ordinateur peuvent lire {path}&#xa0;; rendez-le lisible par vous seul.</translation>
    </message>
    <message>
        <source>Remove {folder}? [y/N] </source>
        <translation>Retirer {folder}&#xa0;? [o/N] </translation>
    </message>
    <message>
        <source>Removed {folder}</source>
        <translation>Retiré&#xa0;: {folder}</translation>
    </message>
    <message>
        <source>Restoring a stretch of {detail}.</source>
        <translation>Restauration d’un passage de {detail}.</translation>
    </message>
    <message>
        <source>Something does not work; see above.</source>
        <translation>Quelque chose ne fonctionne pas&#xa0;; voir ci-dessus.</translation>
    </message>
    <message>
        <source>The computer at {address} has no more work.</source>
        <translation>L’ordinateur à l’adresse {address} n’a plus de travail.</translation>
    </message>
    <message>
        <source>The computer at {address} refuses this key: it has another one, or the clocks differ by days.</source>
        <translation>L’ordinateur à l’adresse {address} refuse cette clé&#xa0;: il en a une autre, ou les horloges diffèrent de plusieurs jours.</translation>
    </message>
    <message>
        <source>The window cannot open, since Qt lacks a library of your system ({library}); install it.</source>
        <translation>La fenêtre ne peut pas s’ouvrir, car il manque à Qt une bibliothèque de votre système ({library})&#xa0;; installez-la.</translation>
    </message>
    <message>
        <source>There is no screen here; use “homereel restore” instead of the window.</source>
        <translation>Il n’y a pas d’écran ici&#xa0;; utilisez «&#xa0;homereel restore&#xa0;» au lieu de la fenêtre.</translation>
    </message>
    <message>
        <source>There is no video and no folder of pictures to score.</source>
        <translation>Il n’y a ni vidéo ni dossier d’images à évaluer.</translation>
    </message>
    <message>
        <source>Under which licence does its author give it away? [unknown] </source>
        <translation>Sous quelle licence son auteur le donne-t-il&#xa0;? [inconnue] </translation>
    </message>
    <message>
        <source>Use it with “homereel restore --model {model} …”.</source>
        <translation>Utilisez-le avec «&#xa0;homereel restore --model {model} …&#xa0;».</translation>
    </message>
    <message>
        <source>measuring {model}</source>
        <translation>mesure de {model}</translation>
    </message>
    <message>
        <source>passed</source>
        <translation>réussi</translation>
    </message>
    <message>
        <source>scoring {name}</source>
        <translation>évaluation de {name}</translation>
    </message>
    <message>
        <source>y</source>
        <comment>the letter for yes in [y/N]</comment>
        <translation>o</translation>
    </message>
    <message>
        <source>{done} of {total}</source>
        <translation>{done} sur {total}</translation>
    </message>
    <message numerus="yes">
        <source>{folder} (%n finished frames of {output}, {size})</source>
        <translation>
            <numerusform>{folder} (%n image terminée de {output}, {size})</numerusform>
            <numerusform>{folder} (%n images terminées de {output}, {size})</numerusform>
        </translation>
    </message>
    <message>
        <source>{folder} could not be removed.</source>
        <translation>{folder} n’a pas pu être retiré.</translation>
    </message>
    <message>
        <source>{model} is installed.</source>
        <translation>{model} est installé.</translation>
    </message>
    <message>
        <source>{model} is installed: {path}</source>
        <translation>{model} est installé&#xa0;: {path}</translation>
    </message>
    <message>
        <source>{name} is neither a command nor a file</source>
        <translation>{name} n’est ni une commande ni un fichier</translation>
    </message>
    <message>
        <source>{path} exists already; choose another name, or replace it by --overwrite.</source>
        <translation>{path} existe déjà&#xa0;; choisissez un autre nom ou remplacez-le avec --overwrite.</translation>
    </message>
    <message>
        <source>{path} is a key: who has it can let this computer work for them, and read the films that it restores with others. It is valid until {date}.</source>
        <translation>{path} est une clé&#xa0;: qui la possède peut faire travailler cet ordinateur pour lui et lire les films que celui-ci restaure avec d’autres. Elle est valable jusqu’au {date}.</translation>
    </message>
    <message>
        <source>{path} is deleted, and its copies are refused on this computer; delete them on the others.</source>
        <translation>{path} est supprimé, et ses copies sont refusées sur cet ordinateur&#xa0;; supprimez-les sur les autres.</translation>
    </message>
    <message>
        <source>{runtime} works, and is used from the next start on.</source>
        <translation>{runtime} fonctionne et sera utilisé dès le prochain démarrage.</translation>
    </message>
    <message>
        <source>{size} freed; the processor&apos;s build is used.</source>
        <translation>{size} libérés&#xa0;; la version pour le processeur est utilisée.</translation>
    </message>
    <message>
        <source>{size} freed; {model} is not installed any more.</source>
        <translation>{size} libérés&#xa0;; {model} n’est plus installé.</translation>
    </message>
</context>
<context>
    <name>console</name>
    <message numerus="yes">
        <source>%n frames are finished</source>
        <translation>
            <numerusform>%n image terminée</numerusform>
            <numerusform>%n images terminées</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n frames in {time}</source>
        <translation>
            <numerusform>%n image en {time}</numerusform>
            <numerusform>%n images en {time}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n frames in {time}, cleaned {passes} times on average</source>
        <translation>
            <numerusform>%n image en {time}, nettoyée {passes} fois en moyenne</numerusform>
            <numerusform>%n images en {time}, nettoyées {passes} fois en moyenne</numerusform>
        </translation>
    </message>
    <message>
        <source>Going on with {source} to {output} ({how})</source>
        <translation>Reprise de {source} vers {output} ({how})</translation>
    </message>
    <message>
        <source>Restoring {source} to {output} ({how})</source>
        <translation>Restauration de {source} vers {output} ({how})</translation>
    </message>
    <message>
        <source>about {time}</source>
        <translation>environ {time}</translation>
    </message>
    <message>
        <source>frame {frame}</source>
        <translation>image {frame}</translation>
    </message>
    <message>
        <source>frame {frame} of {total}</source>
        <translation>image {frame} sur {total}</translation>
    </message>
    <message>
        <source>{peer} has joined.</source>
        <translation>{peer} a rejoint le groupe.</translation>
    </message>
    <message>
        <source>{size}, without a network on {device}</source>
        <translation>{size}, sans réseau sur {device}</translation>
    </message>
    <message>
        <source>{size}, {model} on {device}</source>
        <translation>{size}, {model} sur {device}</translation>
    </message>
    <message>
        <source>{speed:.3g} frames/s</source>
        <translation>{speed:.3g} images/s</translation>
    </message>
    <message>
        <source>{time} left</source>
        <translation>encore {time}</translation>
    </message>
</context>
<context>
    <name>faults</name>
    <message>
        <source>a hand that trembles by {tremor:.1f} pixels; steadied, up to {border:.0f} pixels of the border are made up</source>
        <translation>une main qui tremble de {tremor:.1f} pixels&#xa0;; une fois stabilisée, jusqu’à {border:.0f} pixels du bord sont inventés</translation>
    </message>
    <message>
        <source>a second contour beside edges, {overshoot:.0%} as strong as they</source>
        <translation>un second contour le long des bords, à {overshoot:.0%} de leur force</translation>
    </message>
    <message>
        <source>brightness that swings by {swing:.0%} from picture to picture</source>
        <translation>luminosité qui varie de {swing:.0%} d’une image à l’autre</translation>
    </message>
    <message>
        <source>colours {across:.1f} pixels too far {side}</source>
        <translation>couleurs décalées de {across:.1f} pixels vers {side}</translation>
    </message>
    <message>
        <source>colours {across:.1f} pixels too far {side}, {along:.1f} lines too {end}</source>
        <translation>couleurs décalées de {across:.1f} pixels vers {side} et de {along:.1f} lignes vers {end}</translation>
    </message>
    <message>
        <source>colours {along:.1f} lines too {end}</source>
        <translation>couleurs décalées de {along:.1f} lignes vers {end}</translation>
    </message>
    <message>
        <source>faded: the darkest is {black:.0f} and the brightest {white:.0f} of 255</source>
        <translation>délavé&#xa0;: le plus sombre est à {black:.0f} et le plus clair à {white:.0f} sur 255</translation>
    </message>
    <message>
        <source>high</source>
        <translation>le haut</translation>
    </message>
    <message>
        <source>left</source>
        <translation>la gauche</translation>
    </message>
    <message>
        <source>low</source>
        <translation>le bas</translation>
    </message>
    <message>
        <source>nothing was found</source>
        <translation>rien n’a été trouvé</translation>
    </message>
    <message>
        <source>ragged lines: they begin {jitter:.1f} pixels too early or too late</source>
        <translation>lignes en dents de scie&#xa0;: elles commencent {jitter:.1f} pixels trop tôt ou trop tard</translation>
    </message>
    <message>
        <source>rainbows and crawling dots of composite video, in {share:.1%} of each picture</source>
        <translation>arcs-en-ciel et points mobiles de la vidéo composite, sur {share:.1%} de chaque image</translation>
    </message>
    <message>
        <source>right</source>
        <translation>la droite</translation>
    </message>
    <message>
        <source>spots that last for one picture: about {per_picture:.1f} in each</source>
        <translation>taches qui durent une image&#xa0;: environ {per_picture:.1f} dans chacune</translation>
    </message>
    <message>
        <source>streaks that last for one picture: about {per_picture:.1f} in each</source>
        <translation>traînées qui durent une image&#xa0;: environ {per_picture:.1f} dans chacune</translation>
    </message>
    <message>
        <source>torn lines: {top:.0f} at the top and {bottom:.0f} at the bottom</source>
        <translation>lignes déchirées&#xa0;: {top:.0f} en haut et {bottom:.0f} en bas</translation>
    </message>
    <message>
        <source>{count:.0f} of {pictures:.0f} pictures looked at are copies in place of lost ones, the first at {places} seconds</source>
        <translation>{count:.0f} des {pictures:.0f} images examinées sont des copies à la place d’images perdues, les premières à {places} secondes</translation>
    </message>
    <message>
        <source>{fault}: stays, unless you ask for --repair {name}</source>
        <translation>{fault}&#xa0;: reste, sauf si vous demandez --repair {name}</translation>
    </message>
    <message>
        <source>{fault}: will be repaired</source>
        <translation>{fault}&#xa0;: sera réparé</translation>
    </message>
    <message>
        <source>{fault}: will be repaired (otherwise: --repair off, or names of others)</source>
        <translation>{fault}&#xa0;: sera réparé (sinon&#xa0;: --repair off, ou les noms d’autres)</translation>
    </message>
</context>
<context>
    <name>languages</name>
    <message>
        <source>Homereel speaks English when you open it again.</source>
        <translation>Homereel parlera français quand vous le rouvrirez.</translation>
    </message>
</context>
<context>
    <name>messages</name>
    <message numerus="yes">
        <source>%n bytes</source>
        <translation>
            <numerusform>%n octet</numerusform>
            <numerusform>%n octets</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n pictures are missing in the numbering; the picture before each stays longer.</source>
        <translation>
            <numerusform>Il manque %n image dans la numérotation&#xa0;; celle d’avant reste plus longtemps.</numerusform>
            <numerusform>Il manque %n images dans la numérotation&#xa0;; celle d’avant reste alors plus longtemps.</numerusform>
        </translation>
    </message>
    <message>
        <source>A cover picture is broken and is missing in the output.</source>
        <translation>Une image de couverture est abîmée et manque dans le résultat.</translation>
    </message>
    <message>
        <source>A sound track ({detail}) changes its rate or its channels in the middle and is converted to one of each.</source>
        <translation>Une piste son ({detail}) change de fréquence ou de canaux en cours de route et est convertie en une seule forme.</translation>
    </message>
    <message>
        <source>A sound track ({detail}) does not fit into this container and is converted to AAC.</source>
        <translation>Une piste son ({detail}) ne tient pas dans ce conteneur et est convertie en AAC.</translation>
    </message>
    <message>
        <source>A sound track ({detail}) does not fit into this container and is stored as PCM, without a loss.</source>
        <translation>Une piste son ({detail}) ne tient pas dans ce conteneur et est enregistrée en PCM, sans perte.</translation>
    </message>
    <message>
        <source>A sound track ({detail}) is damaged and cannot be copied; what can be decoded of it is encoded again.</source>
        <translation>Une piste son ({detail}) est endommagée et ne peut pas être copiée&#xa0;; ce qui peut en être décodé est encodé à nouveau.</translation>
    </message>
    <message>
        <source>A sound track ({detail}) is stored beside the pictures, as a WAV file.</source>
        <translation>Une piste son ({detail}) est enregistrée à côté des images, en fichier WAV.</translation>
    </message>
    <message>
        <source>A sound track cannot be read or written and is missing in the output.</source>
        <translation>Une piste son ne peut pas être lue ou écrite et manque dans le résultat.</translation>
    </message>
    <message>
        <source>Attached files or cover pictures do not fit into this container and are missing in the output; MKV holds them.</source>
        <translation>Les fichiers joints ou les couvertures ne tiennent pas dans ce conteneur et manquent dans le résultat&#xa0;; MKV les accepte.</translation>
    </message>
    <message>
        <source>Cancelled before anything was finished; the same command begins anew.</source>
        <translation>Annulé avant que quoi que ce soit ne soit terminé&#xa0;; la même commande recommence du début.</translation>
    </message>
    <message>
        <source>Cancelled.</source>
        <translation>Annulé.</translation>
    </message>
    <message>
        <source>Cancelled; what is finished is kept, and the same command goes on from there.</source>
        <translation>Annulé&#xa0;; ce qui est terminé est gardé, et la même commande reprend de là.</translation>
    </message>
    <message>
        <source>Closed captions within the pictures cannot be kept and are missing.</source>
        <translation>Les sous-titres codés dans l’image (closed captions) ne peuvent pas être gardés et manquent.</translation>
    </message>
    <message>
        <source>Data that the camera recorded beside the picture ({detail}) cannot be kept and is missing in the output.</source>
        <translation>Des données que la caméra a enregistrées à côté de l’image ({detail}) ne peuvent pas être gardées et manquent dans le résultat.</translation>
    </message>
    <message>
        <source>Dolby Vision becomes {detail}, which is what players without it show of the source.</source>
        <translation>Dolby Vision devient {detail}, ce que les lecteurs sans Dolby Vision montrent de la source.</translation>
    </message>
    <message>
        <source>Fetching PyTorch for the card failed ({detail}); try again, it goes on where it stopped.</source>
        <translation>Le téléchargement de PyTorch pour la carte a échoué ({detail})&#xa0;; réessayez, il reprend où il s’est arrêté.</translation>
    </message>
    <message>
        <source>Fetching the model {model} failed ({detail}); try again, it goes on where it stopped.</source>
        <translation>Le téléchargement du modèle {model} a échoué ({detail})&#xa0;; réessayez, il reprend où il s’est arrêté.</translation>
    </message>
    <message>
        <source>HDR10+ becomes HDR10, which is what players without it show of the source.</source>
        <translation>HDR10+ devient HDR10, ce que les lecteurs sans HDR10+ montrent de la source.</translation>
    </message>
    <message>
        <source>Homereel ended while it looked at {path}, which may be the reason, and leaves it alone; choose “Look at it again” from its menu to try.</source>
        <translation>Homereel s’est arrêté pendant qu’il examinait {path}, qui en est peut-être la cause, et n’y touche plus&#xa0;; choisissez «&#xa0;L’examiner à nouveau&#xa0;» dans son menu pour essayer.</translation>
    </message>
    <message>
        <source>Makes room for the preview; it goes on by itself.</source>
        <translation>Fait place à l’aperçu&#xa0;; la suite reprend d’elle-même.</translation>
    </message>
    <message>
        <source>Memory ran short; the work goes on in smaller steps.</source>
        <translation>La mémoire a manqué&#xa0;; le travail continue par étapes plus petites.</translation>
    </message>
    <message>
        <source>Models of others cannot be used, since the native part of torchvision is missing or made for another PyTorch ({detail}); install the torchvision that belongs to your PyTorch.</source>
        <translation>Les modèles d’autrui ne peuvent pas être utilisés, car la partie native de torchvision manque ou est faite pour un autre PyTorch ({detail})&#xa0;; installez le torchvision qui va avec votre PyTorch.</translation>
    </message>
    <message>
        <source>Models of others need the Python packages spandrel and torchvision, of which {detail} is not installed; “pip install homereel[community]” installs them.</source>
        <translation>Les modèles d’autrui demandent les paquets Python spandrel et torchvision, dont {detail} n’est pas installé&#xa0;; «&#xa0;pip install homereel[community]&#xa0;» les installe.</translation>
    </message>
    <message>
        <source>No frame of {path} can be decoded; it is encrypted or badly damaged.</source>
        <translation>Aucune image de {path} ne peut être décodée&#xa0;; le fichier est chiffré ou très abîmé.</translation>
    </message>
    <message>
        <source>Nobody at {detail} answers whether there is a newer version; try again when you are online.</source>
        <translation>Personne à l’adresse {detail} ne répond s’il y a une version plus récente&#xa0;; réessayez quand vous serez en ligne.</translation>
    </message>
    <message>
        <source>Nothing was found in the sound for “{detail}” to put right.</source>
        <translation>Rien n’a été trouvé dans le son que «&#xa0;{detail}&#xa0;» puisse corriger.</translation>
    </message>
    <message>
        <source>Numbers of 16 bits are too small for this picture; the work goes on in 32 bits, more slowly.</source>
        <translation>Les nombres de 16 bits sont trop petits pour cette image&#xa0;; le travail continue en 32 bits, plus lentement.</translation>
    </message>
    <message>
        <source>Of the source&apos;s notes, this cannot be written to the output and is missing: {detail}.</source>
        <translation>Parmi les notes de la source, ceci ne peut pas être écrit dans le résultat et manque&#xa0;: {detail}.</translation>
    </message>
    <message numerus="yes">
        <source>Only the first two channels of a sound track ({detail}) are kept in this container, %n are missing; MKV and MOV hold more.</source>
        <translation>
            <numerusform>Seuls les deux premiers canaux d’une piste son ({detail}) sont gardés dans ce conteneur, il en manque %n&#xa0;; MKV et MOV en acceptent plus.</numerusform>
            <numerusform>Seuls les deux premiers canaux d’une piste son ({detail}) sont gardés dans ce conteneur, il en manque %n&#xa0;; MKV et MOV en acceptent plus.</numerusform>
        </translation>
    </message>
    <message>
        <source>Other computers cannot be used without the package “{detail}”; install it with “pip install homereel[cluster]”.</source>
        <translation>D’autres ordinateurs ne peuvent pas être utilisés sans le paquet «&#xa0;{detail}&#xa0;»&#xa0;; installez-le avec «&#xa0;pip install homereel[cluster]&#xa0;».</translation>
    </message>
    <message>
        <source>PyTorch for the card is being fetched already, by another window or command.</source>
        <translation>PyTorch pour la carte est déjà en cours de téléchargement, par une autre fenêtre ou commande.</translation>
    </message>
    <message>
        <source>Reading {path} failed ({detail}); check its disk, or copy it to another one first.</source>
        <translation>La lecture de {path} a échoué ({detail})&#xa0;; vérifiez son disque, ou copiez-le d’abord sur un autre.</translation>
    </message>
    <message>
        <source>Something unexpected happened ({kind}: {what}); please report it with the page that “homereel doctor” prints.</source>
        <translation>Quelque chose d’inattendu s’est produit ({kind}&#xa0;: {what})&#xa0;; merci de le signaler avec la page qu’affiche «&#xa0;homereel doctor&#xa0;».</translation>
    </message>
    <message>
        <source>Subtitles ({detail}) do not fit into this container and are converted; MKV keeps more.</source>
        <translation>Les sous-titres ({detail}) ne tiennent pas dans ce conteneur et sont convertis&#xa0;; MKV en garde davantage.</translation>
    </message>
    <message>
        <source>Subtitles cannot be kept in this container ({detail}) and are missing in the output.</source>
        <translation>Les sous-titres ne peuvent pas être gardés dans ce conteneur ({detail}) et manquent dans le résultat.</translation>
    </message>
    <message>
        <source>The chosen region does not lie within the picture of {path}; choose a smaller one.</source>
        <translation>La zone choisie n’est pas dans l’image de {path}&#xa0;; choisissez-en une plus petite.</translation>
    </message>
    <message>
        <source>The clock of {peer} differs by {detail} hours; the film is not affected.</source>
        <translation>L’horloge de {peer} diffère de {detail} heures&#xa0;; le film n’en est pas affecté.</translation>
    </message>
    <message>
        <source>The connection to {peer} was lost; its stretch is restored again.</source>
        <translation>La connexion à {peer} a été perdue&#xa0;; son passage est restauré à nouveau.</translation>
    </message>
    <message>
        <source>The device {device} is not there or cannot compute; choose auto or cpu.</source>
        <translation>L’appareil {device} n’est pas là ou ne peut pas calculer&#xa0;; choisissez auto ou cpu.</translation>
    </message>
    <message>
        <source>The device {device} stopped working ({detail}); what is finished is kept, start again to go on.</source>
        <translation>L’appareil {device} a cessé de fonctionner ({detail})&#xa0;; ce qui est terminé est gardé, relancez pour continuer.</translation>
    </message>
    <message>
        <source>The disk allows no file of the name {path} ({detail}); choose another one.</source>
        <translation>Le disque ne permet pas de fichier nommé {path} ({detail})&#xa0;; choisissez-en un autre.</translation>
    </message>
    <message>
        <source>The disk of {path} is full ({free} free); make room or choose another folder.</source>
        <translation>Le disque de {path} est plein ({free} libres)&#xa0;; faites de la place ou choisissez un autre dossier.</translation>
    </message>
    <message>
        <source>The disk of {path} is full ({free} free); the render waits, and goes on when there is room.</source>
        <translation>Le disque de {path} est plein ({free} libres)&#xa0;; la restauration attend et reprendra dès qu’il y aura de la place.</translation>
    </message>
    <message>
        <source>The disk of {peer} is full and it is left out; make room there.</source>
        <translation>{peer} a son disque plein et est laissé de côté&#xa0;; faites-y de la place.</translation>
    </message>
    <message>
        <source>The encoder could not write {path} ({detail}); try another codec or output size.</source>
        <translation>L’encodeur n’a pas pu écrire {path} ({detail})&#xa0;; essayez un autre codec ou une autre taille.</translation>
    </message>
    <message>
        <source>The encoder {detail} does not work here with this picture; the processor encodes it.</source>
        <translation>L’encodeur {detail} ne fonctionne pas ici avec cette image&#xa0;; le processeur l’encode.</translation>
    </message>
    <message>
        <source>The file of the model {model} holds another network ({detail}); fetch or import it again.</source>
        <translation>Le fichier du modèle {model} contient un autre réseau ({detail})&#xa0;; téléchargez-le ou importez-le à nouveau.</translation>
    </message>
    <message>
        <source>The file of the model {model} is damaged or was changed and is not used; fetch it again.</source>
        <translation>Le fichier du modèle {model} est endommagé ou a été modifié et n’est pas utilisé&#xa0;; téléchargez-le à nouveau.</translation>
    </message>
    <message>
        <source>The folder of {path} does not exist; create it or choose another one.</source>
        <translation>Le dossier de {path} n’existe pas&#xa0;; créez-le ou choisissez-en un autre.</translation>
    </message>
    <message>
        <source>The folder of {path} has gone; the render waits, and goes on when it is back.</source>
        <translation>Le dossier de {path} a disparu&#xa0;; la restauration attend et reprendra quand il sera de retour.</translation>
    </message>
    <message>
        <source>The graphics card ({detail}) is not used, since PyTorch is built for the processor here; with its build for this card a render takes a fraction of the time (“homereel doctor” says what to install).</source>
        <translation>La carte graphique ({detail}) n’est pas utilisée, car PyTorch est fait ici pour le processeur&#xa0;; avec sa version pour cette carte, une restauration prend une fraction du temps («&#xa0;homereel doctor&#xa0;» dit ce qu’il faut installer).</translation>
    </message>
    <message>
        <source>The graphics card ({detail}) is too old or too new for this program; the processor computes.</source>
        <translation>La carte graphique ({detail}) est trop ancienne ou trop récente pour ce programme&#xa0;; le processeur calcule.</translation>
    </message>
    <message>
        <source>The hidden working folder of {path} was removed during the render; start it again.</source>
        <translation>Le dossier de travail caché de {path} a été retiré pendant la restauration&#xa0;; relancez-la.</translation>
    </message>
    <message>
        <source>The journal of the unfinished {path} cannot be read, or is of another version; give --no-resume to start again.</source>
        <translation>Le journal de {path}, inachevé, ne peut pas être lu ou vient d’une autre version&#xa0;; indiquez --no-resume pour recommencer.</translation>
    </message>
    <message>
        <source>The key in {path} is valid from {detail} on only; set the clock of this computer.</source>
        <translation>La clé dans {path} n’est valable qu’à partir du {detail}&#xa0;; réglez l’horloge de cet ordinateur.</translation>
    </message>
    <message>
        <source>The key in {path} was revoked on this computer; make a new one.</source>
        <translation>La clé dans {path} a été révoquée sur cet ordinateur&#xa0;; créez-en une nouvelle.</translation>
    </message>
    <message>
        <source>The key in {path} was valid until {detail}; make a new one, or set the clock of this computer.</source>
        <translation>La clé dans {path} était valable jusqu’au {detail}&#xa0;; créez-en une nouvelle, ou réglez l’horloge de cet ordinateur.</translation>
    </message>
    <message>
        <source>The model file {model} cannot be read ({detail}); choose another one, or fetch it again.</source>
        <translation>Le fichier du modèle {model} ne peut pas être lu ({detail})&#xa0;; choisissez-en un autre ou téléchargez-le à nouveau.</translation>
    </message>
    <message>
        <source>The model {model} comes with Homereel and stays.</source>
        <translation>Le modèle {model} fait partie de Homereel et reste.</translation>
    </message>
    <message>
        <source>The model {model} enlarges {detail} times; Homereel takes models that keep the size or enlarge 2, 4 or 8 times.</source>
        <translation>Le modèle {model} agrandit {detail} fois&#xa0;; Homereel accepte les modèles qui gardent la taille ou agrandissent 2, 4 ou 8 fois.</translation>
    </message>
    <message>
        <source>The model {model} is for {detail}; Homereel takes models for whole pictures in colour.</source>
        <translation>Le modèle {model} est pour {detail}&#xa0;; Homereel accepte les modèles pour des images entières en couleur.</translation>
    </message>
    <message>
        <source>The model {model} is not installed, and its publisher has no plain address for it; get its file with a browser and add it with “homereel models import FILE”.</source>
        <translation>Le modèle {model} n’est pas installé, et son éditeur n’offre pas d’adresse simple&#xa0;; téléchargez son fichier avec un navigateur et ajoutez-le avec «&#xa0;homereel models import FILE&#xa0;».</translation>
    </message>
    <message>
        <source>The model {model} is not installed; get it with “homereel models fetch {model}”.</source>
        <translation>Le modèle {model} n’est pas installé&#xa0;; téléchargez-le avec «&#xa0;homereel models fetch {model}&#xa0;».</translation>
    </message>
    <message>
        <source>The note that this is a 360° picture cannot be kept; players will show it flat.</source>
        <translation>La mention que c’est une image à 360° ne peut pas être gardée&#xa0;; les lecteurs la montreront à plat.</translation>
    </message>
    <message>
        <source>The output could not be written ({detail}); everything else was carried out.</source>
        <translation>La sortie n’a pas pu être écrite ({detail})&#xa0;; tout le reste a été fait.</translation>
    </message>
    <message>
        <source>The preset {name} makes no sense ({detail}); change or remove its file.</source>
        <translation>Le préréglage {name} n’a pas de sens ({detail})&#xa0;; modifiez ou retirez son fichier.</translation>
    </message>
    <message>
        <source>The process that restored {path} crashed (exit status {exit_status}); what is finished is kept, start it again to go on.</source>
        <translation>Le processus qui restaurait {path} a planté (code de sortie {exit_status})&#xa0;; ce qui est terminé est gardé, relancez pour continuer.</translation>
    </message>
    <message>
        <source>The render goes on.</source>
        <translation>La restauration continue.</translation>
    </message>
    <message>
        <source>The size or shape of the picture changes in the middle of the source; later pictures are fitted into the first one.</source>
        <translation>La taille ou la forme de l’image change au milieu de la source&#xa0;; les images suivantes sont ajustées à la première.</translation>
    </message>
    <message>
        <source>The source has more than one picture; only the first choice is restored.</source>
        <translation>La source a plus d’une image&#xa0;; seul le premier choix est restauré.</translation>
    </message>
    <message>
        <source>The source is a 3D film; a second view is left out, and views side by side are not marked as 3D.</source>
        <translation>La source est un film en 3D&#xa0;; une seconde vue est laissée de côté, et les vues côte à côte ne sont pas marquées comme 3D.</translation>
    </message>
    <message numerus="yes">
        <source>The source is damaged in %n places: what could not be decoded there is left out.</source>
        <translation>
            <numerusform>La source est endommagée à %n endroit&#xa0;: ce qui n’a pas pu y être décodé est laissé de côté.</numerusform>
            <numerusform>La source est endommagée à %n endroits&#xa0;: ce qui n’a pas pu y être décodé est laissé de côté.</numerusform>
        </translation>
    </message>
    <message>
        <source>The source was moved, and found by its content: {detail}.</source>
        <translation>La source a été déplacée, et retrouvée par son contenu&#xa0;: {detail}.</translation>
    </message>
    <message>
        <source>There is a model called {model} already; choose another name with --name.</source>
        <translation>Il y a déjà un modèle nommé {model}&#xa0;; choisissez un autre nom avec --name.</translation>
    </message>
    <message>
        <source>There is no PyTorch called {runtime} for this machine; “homereel runtime” lists them.</source>
        <translation>Il n’y a pas de PyTorch nommé {runtime} pour cette machine&#xa0;; «&#xa0;homereel runtime&#xa0;» en donne la liste.</translation>
    </message>
    <message>
        <source>There is no file {model}; check the name and whether its disk is connected.</source>
        <translation>Il n’y a pas de fichier {model}&#xa0;; vérifiez le nom et que son disque est branché.</translation>
    </message>
    <message>
        <source>There is no file {path}; check the name and whether its disk is connected.</source>
        <translation>Il n’y a pas de fichier {path}&#xa0;; vérifiez le nom et si son disque est branché.</translation>
    </message>
    <message>
        <source>There is no key file {path}; make one with “homereel cluster create FILE”, or copy the one that the other computers have.</source>
        <translation>Il n’y a pas de fichier de clé {path}&#xa0;; créez-en un avec «&#xa0;homereel cluster create FILE&#xa0;», ou copiez celui des autres ordinateurs.</translation>
    </message>
    <message>
        <source>There is no model called {model}; “homereel models” lists them.</source>
        <translation>Il n’y a pas de modèle nommé {model}&#xa0;; «&#xa0;homereel models&#xa0;» en donne la liste.</translation>
    </message>
    <message>
        <source>There is no place at which this video could be split; it becomes one file.</source>
        <translation>Il n’y a aucun endroit où couper cette vidéo&#xa0;; elle devient un seul fichier.</translation>
    </message>
    <message>
        <source>There is no preset called {name}; the presets there are: {detail}.</source>
        <translation>Il n’y a pas de préréglage nommé {name}&#xa0;; ceux qui existent&#xa0;: {detail}.</translation>
    </message>
    <message>
        <source>This computer cannot be reached by others as the key {path} says ({detail}); make a key with its own address, or let the other program that uses the port end first.</source>
        <translation>Cet ordinateur n’est pas joignable par d’autres comme l’indique la clé {path} ({detail})&#xa0;; créez une clé avec sa propre adresse, ou laissez d’abord se terminer l’autre programme qui utilise le port.</translation>
    </message>
    <message>
        <source>This copy of Homereel names no place where new versions are announced; look where you got it from.</source>
        <translation>Cette copie de Homereel n’indique pas où les nouvelles versions sont annoncées&#xa0;; regardez là où vous l’avez obtenue.</translation>
    </message>
    <message>
        <source>Waiting for other computers with the key {path}.</source>
        <translation>En attente d’autres ordinateurs avec la clé {path}.</translation>
    </message>
    <message>
        <source>What was fetched for {runtime} is not what it should be and was deleted; try again.</source>
        <translation>Ce qui a été téléchargé pour {runtime} n’est pas ce qu’il faut et a été effacé&#xa0;; réessayez.</translation>
    </message>
    <message>
        <source>What was fetched for {runtime} would write outside its folder ({detail}) and is not used.</source>
        <translation>Ce qui a été téléchargé pour {runtime} écrirait hors de son dossier ({detail}) et n’est pas utilisé.</translation>
    </message>
    <message>
        <source>What {detail} says about the newest version makes no sense; look where you got Homereel from.</source>
        <translation>Ce que {detail} dit de la version la plus récente n’a pas de sens&#xa0;; regardez là où vous avez obtenu Homereel.</translation>
    </message>
    <message>
        <source>What {peer} sent was damaged on the way; that stretch is restored again.</source>
        <translation>Ce que {peer} a envoyé a été abîmé en route&#xa0;; ce passage est restauré à nouveau.</translation>
    </message>
    <message numerus="yes">
        <source>Work that was finished earlier was damaged; %n frames are restored again.</source>
        <translation>
            <numerusform>Du travail terminé plus tôt était abîmé&#xa0;; %n image est restaurée à nouveau.</numerusform>
            <numerusform>Du travail terminé plus tôt était abîmé&#xa0;; %n images sont restaurées à nouveau.</numerusform>
        </translation>
    </message>
    <message>
        <source>Writing {path} failed ({detail}); check the disk or choose another folder.</source>
        <translation>L’écriture de {path} a échoué ({detail})&#xa0;; vérifiez le disque ou choisissez un autre dossier.</translation>
    </message>
    <message>
        <source>{device} has too little memory for pictures of {width}x{height}; choose a region, a smaller model or the device cpu.</source>
        <translation>{device} a trop peu de mémoire pour des images de {width}x{height}&#xa0;; choisissez une zone, un modèle plus petit ou l’appareil cpu.</translation>
    </message>
    <message>
        <source>{model} holds no image model that can be recognised ({detail}); Homereel takes those that the library spandrel knows.</source>
        <translation>{model} ne contient aucun modèle d’image reconnaissable ({detail})&#xa0;; Homereel accepte ceux que connaît la bibliothèque spandrel.</translation>
    </message>
    <message>
        <source>{model} is none of the models Homereel knows; an image model of others is taken with “homereel models add FILE”.</source>
        <translation>{model} n’est aucun des modèles que Homereel connaît&#xa0;; un modèle d’image d’autrui s’ajoute avec «&#xa0;homereel models add FILE&#xa0;».</translation>
    </message>
    <message>
        <source>{model} is refused: opening it would run code that came with it ({detail}); look for the same model as a .safetensors file, which cannot hold any.</source>
        <translation>{model} est refusé&#xa0;: l’ouvrir exécuterait du code venu avec lui ({detail})&#xa0;; cherchez le même modèle en fichier .safetensors, qui ne peut pas en contenir.</translation>
    </message>
    <message>
        <source>{model} makes no name for a model; choose one of letters and digits with --name.</source>
        <translation>{model} ne donne pas de nom pour un modèle&#xa0;; choisissez-en un de lettres et de chiffres avec --name.</translation>
    </message>
    <message>
        <source>{name} cannot be the name of a preset, since it cannot be that of a file; choose another one.</source>
        <translation>{name} ne peut pas être le nom d’un préréglage, puisqu’il ne peut pas être celui d’un fichier&#xa0;; choisissez-en un autre.</translation>
    </message>
    <message>
        <source>{path} cannot be written ({detail}); choose another folder.</source>
        <translation>{path} ne peut pas être écrit ({detail})&#xa0;; choisissez un autre dossier.</translation>
    </message>
    <message>
        <source>{path} cannot hold what was asked for ({detail}); choose another codec or container.</source>
        <translation>{path} ne peut pas contenir ce qui est demandé ({detail})&#xa0;; choisissez un autre codec ou conteneur.</translation>
    </message>
    <message>
        <source>{path} could not be looked at: it made the reader crash ({detail}); convert it with another program first, and please report it.</source>
        <translation>{path} n’a pas pu être examiné&#xa0;: il a fait planter le lecteur ({detail})&#xa0;; convertissez-le d’abord avec un autre programme, et merci de le signaler.</translation>
    </message>
    <message>
        <source>{path} exists already; choose another name for the key file.</source>
        <translation>{path} existe déjà&#xa0;; choisissez un autre nom pour le fichier de clé.</translation>
    </message>
    <message>
        <source>{path} exists already; choose another name or allow it to be overwritten.</source>
        <translation>{path} existe déjà&#xa0;; choisissez un autre nom ou permettez de l’écraser.</translation>
    </message>
    <message>
        <source>{path} has gone; the render waits, and goes on when it is back.</source>
        <translation>{path} a disparu&#xa0;; la restauration attend et reprendra quand il sera de retour.</translation>
    </message>
    <message>
        <source>{path} has no frame between the chosen start and end; choose another range.</source>
        <translation>{path} n’a pas d’image entre le début et la fin choisis&#xa0;; choisissez une autre plage.</translation>
    </message>
    <message>
        <source>{path} has no moving picture, only sound or other data.</source>
        <translation>{path} n’a pas d’image animée, seulement du son ou d’autres données.</translation>
    </message>
    <message>
        <source>{path} holds more than one film of numbered pictures ({detail}); name one of them.</source>
        <translation>{path} contient plus d’un film d’images numérotées ({detail})&#xa0;; nommez-en un.</translation>
    </message>
    <message>
        <source>{path} holds no parameters of that measure ({detail}); choose another file.</source>
        <translation>{path} ne contient pas de paramètres de cette mesure ({detail})&#xa0;; choisissez un autre fichier.</translation>
    </message>
    <message>
        <source>{path} is Dolby Vision without an ordinary picture under it (profile 5), and would come out in green and violet; convert it to HDR10 or ordinary video first.</source>
        <translation>{path} est en Dolby Vision sans image ordinaire dessous (profil 5) et sortirait en vert et violet&#xa0;; convertissez-le d’abord en HDR10 ou en vidéo ordinaire.</translation>
    </message>
    <message>
        <source>{path} is a folder; choose the video files in it.</source>
        <translation>{path} est un dossier&#xa0;; choisissez les vidéos qu’il contient.</translation>
    </message>
    <message>
        <source>{path} is a photo; Homereel restores films. Numbered pictures of a film are given by a pattern like scan_%04d.jpg.</source>
        <translation>{path} est une photo&#xa0;; Homereel restaure des films. Les images numérotées d’un film s’indiquent par un motif comme scan_%04d.jpg.</translation>
    </message>
    <message>
        <source>{path} is being written by another Homereel; wait for it or end it first.</source>
        <translation>{path} est en cours d’écriture par un autre Homereel&#xa0;; attendez-le ou arrêtez-le d’abord.</translation>
    </message>
    <message>
        <source>{path} is empty; copy it again from where it came from.</source>
        <translation>{path} est vide&#xa0;; copiez-le à nouveau d’où il venait.</translation>
    </message>
    <message>
        <source>{path} is encrypted (copy protection); play it with the program it was bought or recorded with, and use a copy without protection.</source>
        <translation>{path} est chiffré (protection contre la copie)&#xa0;; lisez-le avec le programme avec lequel il a été acheté ou enregistré, et utilisez une copie sans protection.</translation>
    </message>
    <message>
        <source>{path} is no key file, or it is damaged; copy it again.</source>
        <translation>{path} n’est pas un fichier de clé, ou il est endommagé&#xa0;; copiez-le à nouveau.</translation>
    </message>
    <message>
        <source>{path} is not a video that can be read, or its beginning or index is lost.</source>
        <translation>{path} n’est pas une vidéo lisible, ou son début ou son index est perdu.</translation>
    </message>
    <message>
        <source>{path} is not there any more (finished frames: {detail}); find the file, and they are kept.</source>
        <translation>{path} n’est plus là (images terminées&#xa0;: {detail})&#xa0;; retrouvez le fichier, et elles sont gardées.</translation>
    </message>
    <message>
        <source>{path} is the source itself, which is never replaced; choose another name.</source>
        <translation>{path} est la source elle-même, qui n’est jamais remplacée&#xa0;; choisissez un autre nom.</translation>
    </message>
    <message>
        <source>{path} may not be read by you; change its permissions or copy it first.</source>
        <translation>Vous n’avez pas le droit de lire {path}&#xa0;; changez ses permissions ou copiez-le d’abord.</translation>
    </message>
    <message>
        <source>{path} may not be written by you; choose another folder.</source>
        <translation>Vous n’avez pas le droit d’écrire {path}&#xa0;; choisissez un autre dossier.</translation>
    </message>
    <message>
        <source>{path} needs about {needed} of disk space, but only {free} are free; make room or choose another folder.</source>
        <translation>{path} demande environ {needed} de disque, mais seuls {free} sont libres&#xa0;; faites de la place ou choisissez un autre dossier.</translation>
    </message>
    <message numerus="yes">
        <source>{path} was begun by another version or on another device (%n frames are finished): {detail}; give --resume to go on all the same, or --no-resume to throw that away.</source>
        <translation>
            <numerusform>{path} a été commencé par une autre version ou sur un autre appareil (%n image terminée)&#xa0;: {detail}&#xa0;; indiquez --resume pour continuer quand même, ou --no-resume pour jeter cela.</numerusform>
            <numerusform>{path} a été commencé par une autre version ou sur un autre appareil (%n images terminées)&#xa0;: {detail}&#xa0;; indiquez --resume pour continuer quand même, ou --no-resume pour jeter cela.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{path} was begun from another source (%n frames are finished); choose another name, or give --no-resume to throw that away.</source>
        <translation>
            <numerusform>{path} a été commencé à partir d’une autre source (%n image terminée)&#xa0;; choisissez un autre nom, ou indiquez --no-resume pour jeter cela.</numerusform>
            <numerusform>{path} a été commencé à partir d’une autre source (%n images terminées)&#xa0;; choisissez un autre nom, ou indiquez --no-resume pour jeter cela.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{path} was begun with other options (%n frames are finished): {detail}; use the old ones to go on, or --no-resume to throw that away.</source>
        <translation>
            <numerusform>{path} a été commencé avec d’autres options (%n image terminée)&#xa0;: {detail}&#xa0;; reprenez les anciennes pour continuer, ou --no-resume pour jeter cela.</numerusform>
            <numerusform>{path} a été commencé avec d’autres options (%n images terminées)&#xa0;: {detail}&#xa0;; reprenez les anciennes pour continuer, ou --no-resume pour jeter cela.</numerusform>
        </translation>
    </message>
    <message>
        <source>{path} was changed while it was being restored; put the old file back to go on, or start again.</source>
        <translation>{path} a été modifié pendant sa restauration&#xa0;; remettez l’ancien fichier pour continuer, ou recommencez.</translation>
    </message>
    <message>
        <source>{path} would be too small for its encoder ({detail}); choose a larger size or another codec.</source>
        <translation>{path} serait trop petit pour son encodeur ({detail})&#xa0;; choisissez une taille plus grande ou un autre codec.</translation>
    </message>
    <message>
        <source>{peer} computes on another device ({detail}); its pictures differ by less than can be seen.</source>
        <translation>{peer} calcule sur un autre appareil ({detail})&#xa0;; ses images diffèrent moins que ce qui se voit.</translation>
    </message>
    <message>
        <source>{peer} does not know the model {detail} and is left out; add it there as well.</source>
        <translation>{peer} ne connaît pas le modèle {detail} et est laissé de côté&#xa0;; ajoutez-le là aussi.</translation>
    </message>
    <message>
        <source>{peer} failed ({detail}) and is left out; nothing is lost.</source>
        <translation>{peer} a échoué ({detail}) et est laissé de côté&#xa0;; rien n’est perdu.</translation>
    </message>
    <message>
        <source>{peer} has another version ({detail}) and is left out; install the same one there.</source>
        <translation>{peer} a une autre version ({detail}) et est laissé de côté&#xa0;; installez-y la même.</translation>
    </message>
    <message>
        <source>{peer} has too little memory for these pictures and is left out.</source>
        <translation>{peer} a trop peu de mémoire pour ces images et est laissé de côté.</translation>
    </message>
    <message>
        <source>{peer} restores a test picture differently from this computer and is left out; a seam would show.</source>
        <translation>{peer} restaure une image d’essai autrement que cet ordinateur et est laissé de côté&#xa0;; un raccord se verrait.</translation>
    </message>
    <message>
        <source>{peer} says that it restores {detail} frames a second, which it does not; only what was counted here matters.</source>
        <translation>{peer} dit restaurer {detail} images par seconde, ce qui n’est pas vrai&#xa0;; seul compte ce qui a été compté ici.</translation>
    </message>
    <message>
        <source>{peer} sent another number of pictures than it was given; it is left out, and nothing is lost.</source>
        <translation>{peer} a envoyé un autre nombre d’images qu’il n’en a reçu&#xa0;; il est laissé de côté, et rien n’est perdu.</translation>
    </message>
    <message>
        <source>{peer} sent something that is no part of the film; it is left out, and nothing is lost.</source>
        <translation>{peer} a envoyé quelque chose qui ne fait pas partie du film&#xa0;; il est laissé de côté, et rien n’est perdu.</translation>
    </message>
    <message>
        <source>{runtime} does not work with this card ({detail}); Homereel goes on with the processor.</source>
        <translation>{runtime} ne fonctionne pas avec cette carte ({detail})&#xa0;; Homereel continue avec le processeur.</translation>
    </message>
    <message>
        <source>{runtime} needs a newer driver of the graphics card ({detail}); update it and try again.</source>
        <translation>{runtime} demande un pilote plus récent de la carte graphique ({detail})&#xa0;; mettez-le à jour et réessayez.</translation>
    </message>
    <message>
        <source>{size} GB</source>
        <translation>{size} Go</translation>
    </message>
    <message>
        <source>{size} MB</source>
        <translation>{size} Mo</translation>
    </message>
    <message>
        <source>{size} TB</source>
        <translation>{size} To</translation>
    </message>
    <message>
        <source>{size} kB</source>
        <translation>{size} ko</translation>
    </message>
</context>
<context>
    <name>models</name>
    <message>
        <source>BasicVSR (official)</source>
        <translation>BasicVSR (officiel)</translation>
    </message>
    <message>
        <source>BasicVSR for soft videos (official)</source>
        <translation>BasicVSR pour vidéos molles (officiel)</translation>
    </message>
    <message>
        <source>BasicVSR++ (official)</source>
        <translation>BasicVSR++ (officiel)</translation>
    </message>
    <message>
        <source>BasicVSR++ against camera shake (official)</source>
        <translation>BasicVSR++ contre le bougé de la caméra (officiel)</translation>
    </message>
    <message>
        <source>BasicVSR++ against even noise (official)</source>
        <translation>BasicVSR++ contre le bruit uniforme (officiel)</translation>
    </message>
    <message>
        <source>Changes little in videos unlike those of a modern camera.</source>
        <translation>Change peu les vidéos qui ne ressemblent pas à une caméra moderne.</translation>
    </message>
    <message>
        <source>Comes with the program: steady, and quick enough for a computer without a graphics card.</source>
        <translation>Fourni avec le programme&#xa0;: stable, et assez rapide pour un ordinateur sans carte graphique.</translation>
    </message>
    <message>
        <source>Doubles width and height, at a quarter of the cost of x4plus.</source>
        <translation>Double la largeur et la hauteur, pour le quart du coût de x4plus.</translation>
    </message>
    <message>
        <source>For animated films, and the quickest of the large networks: clear lines and flat colours.</source>
        <translation>Pour les films d’animation, et le plus rapide des grands réseaux&#xa0;: des lignes nettes et des couleurs plates.</translation>
    </message>
    <message>
        <source>For animated films: clear lines and flat colours; slow, wants a graphics card.</source>
        <translation>Pour les films d’animation&#xa0;: des lignes nettes et des couleurs plates&#xa0;; lent, demande une carte graphique.</translation>
    </message>
    <message>
        <source>For single photographs more than videos: much invented detail; very slow, wants a strong graphics card.</source>
        <translation>Plutôt pour des photographies que pour des vidéos&#xa0;: beaucoup de détails inventés&#xa0;; très lent, demande une carte graphique puissante.</translation>
    </message>
    <message>
        <source>For small videos that are clean but soft, as a good camera&apos;s that was scaled down; wants a graphics card.</source>
        <translation>Pour de petites vidéos propres mais molles, comme celles d’une bonne caméra après réduction&#xa0;; demande une carte graphique.</translation>
    </message>
    <message>
        <source>For small videos that are clean: faithful and steady; wants a graphics card.</source>
        <translation>Pour de petites vidéos propres&#xa0;: fidèle et stable&#xa0;; demande une carte graphique.</translation>
    </message>
    <message>
        <source>For small videos that are clean: the sharpest faithful enlargement; wants a graphics card with much memory.</source>
        <translation>Pour de petites vidéos propres&#xa0;: l’agrandissement fidèle le plus net&#xa0;; demande une carte graphique avec beaucoup de mémoire.</translation>
    </message>
    <message>
        <source>Homereel small</source>
        <translation>Homereel petit</translation>
    </message>
    <message>
        <source>Invents less detail than the large networks.</source>
        <translation>Invente moins de détails que les grands réseaux.</translation>
    </message>
    <message>
        <source>Keeps all noise, and draws rims around edges that are sharp already.</source>
        <translation>Garde tout le bruit, et dessine des liserés autour des contours déjà nets.</translation>
    </message>
    <message>
        <source>Keeps all noise, and sharpens it.</source>
        <translation>Garde tout le bruit, et l’accentue.</translation>
    </message>
    <message>
        <source>Looks at one frame at a time, so fine detail may flicker.</source>
        <translation>Regarde une image à la fois, les détails fins peuvent donc scintiller.</translation>
    </message>
    <message>
        <source>Looks at one frame at a time, so noise and fine detail may flicker.</source>
        <translation>Regarde une image à la fois, le bruit et les détails fins peuvent donc scintiller.</translation>
    </message>
    <message>
        <source>Looks at one frame at a time, so what it invents may flicker.</source>
        <translation>Regarde une image à la fois, ce qu’il invente peut donc scintiller.</translation>
    </message>
    <message>
        <source>Makes photographs look painted; looks at one frame at a time.</source>
        <translation>Les photographies ont l’air peintes&#xa0;; regarde une image à la fois.</translation>
    </message>
    <message>
        <source>May paint over faces and text in very worn tapes.</source>
        <translation>Peut repeindre visages et textes sur des bandes très usées.</translation>
    </message>
    <message>
        <source>Quick, removes noise and invents detail.</source>
        <translation>Rapide, enlève le bruit et invente des détails.</translation>
    </message>
    <message>
        <source>Real-ESRGAN compact (official)</source>
        <translation>Real-ESRGAN compact (officiel)</translation>
    </message>
    <message>
        <source>Real-ESRGAN compact, keeps noise (official)</source>
        <translation>Real-ESRGAN compact, garde le bruit (officiel)</translation>
    </message>
    <message>
        <source>Real-ESRGAN for animated films (official)</source>
        <translation>Real-ESRGAN pour films d’animation (officiel)</translation>
    </message>
    <message>
        <source>Real-ESRGAN x2plus (official)</source>
        <translation>Real-ESRGAN x2plus (officiel)</translation>
    </message>
    <message>
        <source>Real-ESRGAN x4plus (official)</source>
        <translation>Real-ESRGAN x4plus (officiel)</translation>
    </message>
    <message>
        <source>Real-ESRGAN x4plus for drawings (official)</source>
        <translation>Real-ESRGAN x4plus pour les dessins (officiel)</translation>
    </message>
    <message>
        <source>RealBasicVSR (official)</source>
        <translation>RealBasicVSR (officiel)</translation>
    </message>
    <message>
        <source>Removes even, fine noise at the size of the video; takes much memory.</source>
        <translation>Enlève un bruit fin et uniforme à la taille de la vidéo&#xa0;; prend beaucoup de mémoire.</translation>
    </message>
    <message>
        <source>Sharpens what a moving hand camera blurred, at the size of the video; takes much memory.</source>
        <translation>Rend net ce qu’une caméra tenue à la main a rendu flou, à la taille de la vidéo&#xa0;; prend beaucoup de mémoire.</translation>
    </message>
    <message>
        <source>The network of the paper: cleans, and gives the most detail that holds still; wants a graphics card.</source>
        <translation>Le réseau de l’article&#xa0;: nettoie, et donne le plus de détails qui restent stables&#xa0;; demande une carte graphique.</translation>
    </message>
    <message>
        <source>The same with less noise removed. Where both are here, Real-ESRGAN compact has a slider between the two.</source>
        <translation>Le même, qui enlève moins de bruit. Là où les deux sont présents, Real-ESRGAN compact a un curseur entre eux.</translation>
    </message>
    <message>
        <source>Was not trained for the noise of tapes, and often leaves it.</source>
        <translation>N’a pas été entraîné pour le bruit des cassettes, et le laisse souvent.</translation>
    </message>
</context>
<context>
    <name>newest</name>
    <message>
        <source>Homereel {version} is available; this is {installed}.</source>
        <translation>Homereel {version} est disponible&#xa0;; la version installée est {installed}.</translation>
    </message>
    <message>
        <source>This is the newest version of Homereel ({installed}).</source>
        <translation>C’est la version la plus récente de Homereel ({installed}).</translation>
    </message>
    <message>
        <source>You get it at {page}</source>
        <translation>Vous la trouverez sur {page}</translation>
    </message>
</context>
<context>
    <name>options</name>
    <message>
        <source>&amp;Black borders</source>
        <translation>Bord&amp;s noirs à traiter</translation>
    </message>
    <message>
        <source>&amp;File format</source>
        <translation>T&amp;ype de fichier</translation>
    </message>
    <message>
        <source>&amp;Interlaced video</source>
        <translation>&amp;Vidéo entrelacée</translation>
    </message>
    <message>
        <source>&amp;Keep the original sound as a second track</source>
        <translation>Son d’origine en deuxi&amp;ème piste</translation>
    </message>
    <message>
        <source>&amp;Model</source>
        <translation>&amp;Modèle</translation>
    </message>
    <message>
        <source>&amp;Repairs</source>
        <translation>Répara&amp;tions</translation>
    </message>
    <message>
        <source>&amp;Strength</source>
        <translation>F&amp;orce</translation>
    </message>
    <message>
        <source>&amp;Turn</source>
        <translation>Rotat&amp;ion</translation>
    </message>
    <message>
        <source>(auto: 16 bits where they are faster and as good)</source>
        <translation>(auto&#xa0;: 16 bits là où c’est plus rapide et aussi bon)</translation>
    </message>
    <message>
        <source>(auto: h264, for 10 bits and HDR hevc)</source>
        <translation>(auto&#xa0;: h264, et hevc pour 10 bits et HDR)</translation>
    </message>
    <message>
        <source>(auto: the one that holds all tracks of the source)</source>
        <translation>(auto&#xa0;: celui qui contient toutes les pistes de la source)</translation>
    </message>
    <message>
        <source>0 (best) to 51 of h264 and hevc (17, 19), to 63 of av1 (22); the others have none</source>
        <translation>de 0 (la meilleure) à 51 pour h264 et hevc (17, 19), à 63 pour av1 (22)&#xa0;; les autres n’en ont pas</translation>
    </message>
    <message>
        <source>1x, 2x, 4x, 480p, 720p, 1080p, 1440p, 2160p or WxH (by source)</source>
        <translation>1x, 2x, 4x, 480p, 720p, 1080p, 1440p, 2160p ou LxH (selon la source)</translation>
    </message>
    <message>
        <source>Beginning of the name</source>
        <translation>Début du nom</translation>
    </message>
    <message>
        <source>Bits of the pictures</source>
        <translation>Bits des images</translation>
    </message>
    <message>
        <source>Co&amp;dec</source>
        <translation>Cod&amp;ec</translation>
    </message>
    <message>
        <source>Colo&amp;urs</source>
        <translation>Cou&amp;leurs</translation>
    </message>
    <message>
        <source>Device</source>
        <translation>Appareil</translation>
    </message>
    <message>
        <source>E&amp;ncoded by</source>
        <translation>E&amp;ncodé par</translation>
    </message>
    <message>
        <source>End</source>
        <translation>Fin</translation>
    </message>
    <message>
        <source>Faded levels put right</source>
        <translation>Ajuster les niveaux délavés</translation>
    </message>
    <message>
        <source>Film &amp;grain</source>
        <translation>&amp;Grain de film</translation>
    </message>
    <message>
        <source>Frames looked ahead</source>
        <translation>Images regardées à l’avance</translation>
    </message>
    <message>
        <source>Frames restored in one go</source>
        <translation>Images restaurées d’un coup</translation>
    </message>
    <message>
        <source>N&amp;oise removed</source>
        <translation>&amp;Bruit enlevé</translation>
    </message>
    <message>
        <source>Name of the new file</source>
        <translation>Nom du nouveau fichier</translation>
    </message>
    <message>
        <source>Parts</source>
        <translation>Composants</translation>
    </message>
    <message>
        <source>Pictures per second</source>
        <translation>Images par seconde</translation>
    </message>
    <message>
        <source>Precision</source>
        <translation>Précision</translation>
    </message>
    <message>
        <source>Qualit&amp;y</source>
        <translation>&amp;Qualité</translation>
    </message>
    <message>
        <source>Region</source>
        <translation>Zone</translation>
    </message>
    <message>
        <source>Sh&amp;ape</source>
        <translation>Fo&amp;rme</translation>
    </message>
    <message>
        <source>Si&amp;ze</source>
        <translation>Taille en pi&amp;xels</translation>
    </message>
    <message>
        <source>Smooth to detailed</source>
        <translation>De lisse à détaillé</translation>
    </message>
    <message>
        <source>Sound</source>
        <translation>Son</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Début</translation>
    </message>
    <message>
        <source>Steady bet&amp;ween pictures</source>
        <translation>D&amp;étails stables entre images</translation>
    </message>
    <message>
        <source>a name for new files, where {{name}} stands for that of the source, {{part}} for the part that is restored, {{size}} and {{model}} for what they say ({{name}} restored)</source>
        <translation>un nom pour les nouveaux fichiers, où {{name}} est celui de la source, {{part}} la partie restaurée, {{size}} et {{model}} la taille et le modèle ({{name}} restored)</translation>
    </message>
    <message>
        <source>a region, in source pixels; auto: without black borders</source>
        <translation>une zone, en pixels de la source&#xa0;; auto&#xa0;: sans les bords noirs</translation>
    </message>
    <message>
        <source>auto: what was found for sure; off; or names: {repairs} (auto)</source>
        <translation>auto&#xa0;: ce qui a été trouvé avec certitude&#xa0;; off&#xa0;; ou des noms&#xa0;: {repairs} (auto)</translation>
    </message>
    <message>
        <source>black borders that were found: cut off, or painted black (keep)</source>
        <translation>bords noirs trouvés&#xa0;: coupés, ou peints en noir (keep)</translation>
    </message>
    <message>
        <source>calm the flicker of a model that looks at one picture at a time</source>
        <translation>calme le scintillement d’un modèle qui regarde une image à la fois</translation>
    </message>
    <message>
        <source>clockwise turn of the stored picture; 0: leave it as it is stored (auto)</source>
        <translation>rotation de l’image stockée dans le sens horaire&#xa0;; 0&#xa0;: la laisser telle quelle (auto)</translation>
    </message>
    <message>
        <source>display aspect of the upright picture; off: the stored pixels are square (auto)</source>
        <translation>proportions de l’image redressée&#xa0;; off&#xa0;: les pixels stockés sont carrés (auto)</translation>
    </message>
    <message>
        <source>film grain put back at the end (0)</source>
        <translation>grain de film remis à la fin (0)</translation>
    </message>
    <message>
        <source>frame: always; field: always, a picture for each field (auto: what is interlaced)</source>
        <translation>frame&#xa0;: toujours&#xa0;; field&#xa0;: toujours, une image par trame (auto&#xa0;: ce qui est entrelacé)</translation>
    </message>
    <message>
        <source>frames looked ahead</source>
        <translation>images regardées à l’avance</translation>
    </message>
    <message>
        <source>frames restored in one go</source>
        <translation>images restaurées d’un coup</translation>
    </message>
    <message>
        <source>how far --repair levels goes (1)</source>
        <translation>jusqu’où va --repair levels (1)</translation>
    </message>
    <message>
        <source>how much noise a model removes that is mixed of two: realesr-general-x4v3 (1)</source>
        <translation>la quantité de bruit qu’enlève un modèle mêlé de deux&#xa0;: realesr-general-x4v3 (1)</translation>
    </message>
    <message>
        <source>how much of the restoration is mixed over the plain enlargement (1)</source>
        <translation>la part de la restauration mêlée au simple agrandissement (1)</translation>
    </message>
    <message>
        <source>keep: as it is, bit for bit; or what is put right: {sounds} (keep)</source>
        <translation>keep&#xa0;: tel quel, bit pour bit&#xa0;; ou ce qui est corrigé&#xa0;: {sounds} (keep)</translation>
    </message>
    <message>
        <source>of png and tiff, for each colour (auto: 16 where the source has more than 8)</source>
        <translation>par couleur, pour png et tiff (auto&#xa0;: 16 si la source en a plus de 8)</translation>
    </message>
    <message>
        <source>pictures per second where the source is numbered pictures: 16, 18, 24, ... (18)</source>
        <translation>images par seconde si la source est faite d’images numérotées&#xa0;: 16, 18, 24, ... (18)</translation>
    </message>
    <message>
        <source>seconds or hh:mm:ss.mmm</source>
        <translation>secondes ou hh:mm:ss.mmm</translation>
    </message>
    <message>
        <source>see homereel models ({model})</source>
        <translation>voir homereel models ({model})</translation>
    </message>
    <message>
        <source>small: smoother; large: more detail, and more of the noise; in 8-bit levels (auto)</source>
        <translation>petit&#xa0;: plus lisse&#xa0;; grand&#xa0;: plus de détails, et de bruit&#xa0;; en niveaux de 8 bits (auto)</translation>
    </message>
    <message>
        <source>the standard they follow (auto: as the file says, else by its size)</source>
        <translation>la norme des couleurs (auto&#xa0;: ce que dit le fichier, sinon selon sa taille)</translation>
    </message>
    <message>
        <source>where --sound changes it, as a second track</source>
        <translation>là où --sound le change, en deuxième piste</translation>
    </message>
    <message>
        <source>where the picture is encoded; a card that cannot do it gives way (auto: cpu)</source>
        <translation>où l’image est encodée&#xa0;; une carte qui ne le peut pas cède la place (auto&#xa0;: cpu)</translation>
    </message>
</context>
<context>
    <name>presets</name>
    <message>
        <source>8 mm or Super 8 film</source>
        <translation>Film 8 mm ou Super 8</translation>
    </message>
    <message>
        <source>Any video</source>
        <translation>Toute vidéo</translation>
    </message>
    <message>
        <source>DVD</source>
        <translation>DVD</translation>
    </message>
    <message>
        <source>For clips of photo cameras; they are never interlaced.</source>
        <translation>Pour les clips d’appareils photo&#xa0;; ils ne sont jamais entrelacés.</translation>
    </message>
    <message>
        <source>Full strength, for small and strongly compressed pictures.</source>
        <translation>Pleine force, pour des images petites et très compressées.</translation>
    </message>
    <message>
        <source>Gentle, since the picture of a digital tape is good already.</source>
        <translation>Doux, car l’image d’une bande numérique est déjà bonne.</translation>
    </message>
    <message>
        <source>Keeps a tenth of the original in faces, and cuts off the black border.</source>
        <translation>Garde un dixième de l’original dans les visages, et coupe le bord noir.</translation>
    </message>
    <message>
        <source>Leave it as it is</source>
        <translation>Laisser tel quel</translation>
    </message>
    <message>
        <source>MiniDV tape</source>
        <translation>Cassette MiniDV</translation>
    </message>
    <message>
        <source>Old digital camera</source>
        <translation>Vieil appareil numérique</translation>
    </message>
    <message>
        <source>Old phone</source>
        <translation>Vieux téléphone</translation>
    </message>
    <message>
        <source>Only stores it in a new file: same size, nothing restored or repaired.</source>
        <translation>L’enregistre seulement dans un nouveau fichier&#xa0;: même taille, rien de restauré ni réparé.</translation>
    </message>
    <message>
        <source>Removes the blocks of a disc, gently.</source>
        <translation>Enlève doucement les blocs d’un disque.</translation>
    </message>
    <message>
        <source>Takes dust and flicker out, cuts off the border, and keeps a little grain.</source>
        <translation>Enlève poussière et scintillement, coupe le bord et garde un peu de grain.</translation>
    </message>
    <message>
        <source>VHS or Video8 tape</source>
        <translation>Cassette VHS ou Video8</translation>
    </message>
</context>
<context>
    <name>proposals</name>
    <message numerus="yes">
        <source>%n numbered pictures: will be one film of {rate:.5g} pictures per second</source>
        <translation>
            <numerusform>%n image numérotée&#xa0;: sera un film de {rate:.5g} images par seconde</numerusform>
            <numerusform>%n images numérotées&#xa0;: seront un film de {rate:.5g} images par seconde</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n recordings in one file, each with its own clock: will follow on each other</source>
        <translation>
            <numerusform>%n enregistrement dans le fichier, avec sa propre horloge&#xa0;: suivra les autres</numerusform>
            <numerusform>%n enregistrements dans un fichier, chacun avec sa propre horloge&#xa0;: se suivront</numerusform>
        </translation>
    </message>
    <message>
        <source>, bottom field first</source>
        <translation>, trame inférieure d’abord</translation>
    </message>
    <message>
        <source>, top field first</source>
        <translation>, trame supérieure d’abord</translation>
    </message>
    <message>
        <source>HDR ({transfer}): stays HDR, in 10 bits</source>
        <translation>HDR ({transfer})&#xa0;: reste HDR, en 10 bits</translation>
    </message>
    <message numerus="yes">
        <source>a film of a DVD in %n files: all will be restored, as one film</source>
        <translation>
            <numerusform>un film d’un DVD en %n fichier&#xa0;: sera restauré en entier</numerusform>
            <numerusform>un film d’un DVD en %n fichiers&#xa0;: tous seront restaurés, en un seul film</numerusform>
        </translation>
    </message>
    <message>
        <source>black borders around {size} of the stored pixels, {share} % of the picture: kept, unless you cut them off or paint them black</source>
        <translation>bords noirs autour de {size} des pixels stockés, {share}&#xa0;% de l’image&#xa0;: gardés, sauf si vous les coupez ou les peignez en noir</translation>
    </message>
    <message>
        <source>colours without a tag: taken for those of HD television (BT.709)</source>
        <translation>couleurs sans étiquette&#xa0;: prises pour celles de la télévision HD (BT.709)</translation>
    </message>
    <message>
        <source>colours without a tag: taken for those of standard television (BT.601)</source>
        <translation>couleurs sans étiquette&#xa0;: prises pour celles de la télévision ordinaire (BT.601)</translation>
    </message>
    <message>
        <source>damaged: what cannot be decoded will be left out, and counted</source>
        <translation>endommagé&#xa0;: ce qui ne peut pas être décodé sera laissé de côté, et compté</translation>
    </message>
    <message>
        <source>film spread over video by 2:3 pulldown{order}: will get back its own pictures, four for each five</source>
        <translation>film réparti sur la vidéo par pulldown 2:3{order}&#xa0;: retrouvera ses propres images, quatre pour cinq</translation>
    </message>
    <message>
        <source>frame times vary: every frame keeps its own</source>
        <translation>temps des images variables&#xa0;: chaque image garde le sien</translation>
    </message>
    <message>
        <source>interlaced in part{order}: will be deinterlaced where a picture needs it</source>
        <translation>entrelacé en partie{order}&#xa0;: sera désentrelacé là où une image en a besoin</translation>
    </message>
    <message>
        <source>interlaced{order}: will be deinterlaced</source>
        <translation>entrelacé{order}&#xa0;: sera désentrelacé</translation>
    </message>
    <message>
        <source>marked as interlaced{order}, while most pictures look whole: will be deinterlaced where a picture needs it</source>
        <translation>marqué comme entrelacé{order}, alors que la plupart des images semblent entières&#xa0;: sera désentrelacé là où une image en a besoin</translation>
    </message>
    <message>
        <source>mirrored: will be mirrored back</source>
        <translation>en miroir&#xa0;: sera remis à l’endroit</translation>
    </message>
    <message>
        <source>recorded on its side: will be turned by {degrees} degrees clockwise</source>
        <translation>enregistré de côté&#xa0;: sera tourné de {degrees} degrés dans le sens horaire</translation>
    </message>
    <message>
        <source>stored with pixels that are not square: will have the shape of {size}</source>
        <translation>stocké avec des pixels qui ne sont pas carrés&#xa0;: aura la forme de {size}</translation>
    </message>
    <message>
        <source>upside down: will be turned by 180 degrees</source>
        <translation>tête en bas&#xa0;: sera tourné de 180 degrés</translation>
    </message>
    <message>
        <source>widescreen: will have the shape of {size}</source>
        <translation>grand écran&#xa0;: aura la forme de {size}</translation>
    </message>
</context>
<context>
    <name>readers</name>
    <message>
        <source>{text} ends before it starts</source>
        <translation>{text} finit avant de commencer</translation>
    </message>
    <message>
        <source>{text} is neither X:Y:W:H in pixels nor auto</source>
        <translation>{text} n’est ni X:Y:W:H en pixels ni auto</translation>
    </message>
    <message>
        <source>{text} is none of auto, off or W:H like 16:9</source>
        <translation>{text} n’est ni auto, ni off, ni W:H comme 16:9</translation>
    </message>
    <message>
        <source>{text} is none of {known}</source>
        <translation>{text} n’est aucun de {known}</translation>
    </message>
    <message>
        <source>{text} is none of {known} or WxH</source>
        <translation>{text} n’est aucun de {known} ni WxH</translation>
    </message>
    <message>
        <source>{text} is not a number from {low:g} to {high:g}</source>
        <translation>{text} n’est pas un nombre de {low:g} à {high:g}</translation>
    </message>
    <message>
        <source>{text} is not a range like 0:10-1:30</source>
        <translation>{text} n’est pas une plage comme 0:10-1:30</translation>
    </message>
    <message>
        <source>{text} is not a time like 12.5 or 0:01:02.500</source>
        <translation>{text} n’est pas un temps comme 12.5 ou 0:01:02.500</translation>
    </message>
    <message>
        <source>{text} is not a whole number from {low} to {high}</source>
        <translation>{text} n’est pas un nombre entier de {low} à {high}</translation>
    </message>
    <message>
        <source>{text} is not {spelling}</source>
        <translation>{text} n’est pas {spelling}</translation>
    </message>
    <message>
        <source>{text} is too large</source>
        <translation>{text} est trop grand</translation>
    </message>
    <message>
        <source>{text} stands alone, without other words</source>
        <translation>{text} s’emploie seul, sans autres mots</translation>
    </message>
    <message>
        <source>{text}: a side has {low} to {high} pixels</source>
        <translation>{text}&#xa0;: un côté a de {low} à {high} pixels</translation>
    </message>
</context>
<context>
    <name>report</name>
    <message numerus="yes">
        <source>%n channels</source>
        <translation>
            <numerusform>%n canal</numerusform>
            <numerusform>%n canaux</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n chapters</source>
        <translation>
            <numerusform>%n chapitre</numerusform>
            <numerusform>%n chapitres</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n frames</source>
        <translation>
            <numerusform>%n image</numerusform>
            <numerusform>%n images</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n further video streams that will not be restored</source>
        <translation>
            <numerusform>%n autre flux vidéo qui ne sera pas restauré</numerusform>
            <numerusform>%n autres flux vidéo qui ne seront pas restaurés</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n in the part that was looked at</source>
        <comment>places of damage</comment>
        <translation>
            <numerusform>%n dans la partie examinée</numerusform>
            <numerusform>%n dans la partie examinée</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n subtitle tracks</source>
        <translation>
            <numerusform>%n piste de sous-titres</numerusform>
            <numerusform>%n pistes de sous-titres</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n tracks of timed data</source>
        <translation>
            <numerusform>%n piste de données horodatées</numerusform>
            <numerusform>%n pistes de données horodatées</numerusform>
        </translation>
    </message>
    <message>
        <source>Also</source>
        <translation>En plus</translation>
    </message>
    <message>
        <source>Cards: none found</source>
        <translation>Cartes&#xa0;: aucune trouvée</translation>
    </message>
    <message>
        <source>Cards: {names}</source>
        <translation>Cartes&#xa0;: {names}</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>Couleurs</translation>
    </message>
    <message>
        <source>Damage</source>
        <translation>Dégâts</translation>
    </message>
    <message>
        <source>Faults of the picture</source>
        <translation>Défauts de l’image</translation>
    </message>
    <message>
        <source>Faults of the sound</source>
        <translation>Défauts du son</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>Format</translation>
    </message>
    <message>
        <source>Frame rate</source>
        <translation>Cadence</translation>
    </message>
    <message>
        <source>Length</source>
        <translation>Durée</translation>
    </message>
    <message>
        <source>Licence: {licence}</source>
        <translation>Licence&#xa0;: {licence}</translation>
    </message>
    <message>
        <source>MP4 or QuickTime</source>
        <translation>MP4 ou QuickTime</translation>
    </message>
    <message>
        <source>MPEG program stream</source>
        <translation>flux de programme MPEG</translation>
    </message>
    <message>
        <source>MPEG transport stream</source>
        <translation>flux de transport MPEG</translation>
    </message>
    <message>
        <source>Matroska or WebM</source>
        <translation>Matroska ou WebM</translation>
    </message>
    <message>
        <source>Not kept as it is</source>
        <translation>Pas gardé tel quel</translation>
    </message>
    <message>
        <source>Numbered pictures</source>
        <translation>Images numérotées</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>Image</translation>
    </message>
    <message>
        <source>Proposals</source>
        <translation>Propositions</translation>
    </message>
    <message>
        <source>Recorded</source>
        <translation>Enregistré</translation>
    </message>
    <message>
        <source>Recordings</source>
        <translation>Enregistrements</translation>
    </message>
    <message>
        <source>Sound</source>
        <translation>Son</translation>
    </message>
    <message>
        <source>Starts</source>
        <translation>Débute</translation>
    </message>
    <message>
        <source>Takes: {cost}</source>
        <translation>Prend&#xa0;: {cost}</translation>
    </message>
    <message>
        <source>The build of PyTorch that came with Homereel is used.</source>
        <translation>La version de PyTorch fournie avec Homereel est utilisée.</translation>
    </message>
    <message>
        <source>There is no build of PyTorch to fetch for this system in this version.</source>
        <translation>Il n’y a pas de version de PyTorch à télécharger pour ce système dans cette version.</translation>
    </message>
    <message>
        <source>Time code</source>
        <translation>Timecode</translation>
    </message>
    <message>
        <source>about {time} ({rate} frames/s)</source>
        <translation>environ {time} ({rate} images/s)</translation>
    </message>
    <message>
        <source>added</source>
        <translation>ajouté</translation>
    </message>
    <message>
        <source>an hour of video takes</source>
        <translation>une heure de vidéo prend</translation>
    </message>
    <message>
        <source>black and white</source>
        <translation>noir et blanc</translation>
    </message>
    <message>
        <source>bundled</source>
        <translation>fourni</translation>
    </message>
    <message>
        <source>film in 2:3 pulldown</source>
        <translation>film en pulldown 2:3</translation>
    </message>
    <message>
        <source>for a card that was not found</source>
        <translation>pour une carte qui n’a pas été trouvée</translation>
    </message>
    <message>
        <source>frame</source>
        <translation>image</translation>
    </message>
    <message>
        <source>frames/s</source>
        <translation>images/s</translation>
    </message>
    <message>
        <source>full range</source>
        <translation>plage complète</translation>
    </message>
    <message>
        <source>in use</source>
        <translation>utilisé</translation>
    </message>
    <message>
        <source>installed</source>
        <translation>installé</translation>
    </message>
    <message>
        <source>installed, damaged or not tested: not used</source>
        <translation>installé, endommagé ou non testé&#xa0;: pas utilisé</translation>
    </message>
    <message>
        <source>interlaced</source>
        <translation>entrelacé</translation>
    </message>
    <message>
        <source>interlaced in part</source>
        <translation>entrelacé en partie</translation>
    </message>
    <message>
        <source>limited range</source>
        <translation>plage limitée</translation>
    </message>
    <message>
        <source>matrix {number}</source>
        <translation>matrice {number}</translation>
    </message>
    <message>
        <source>memory</source>
        <translation>mémoire</translation>
    </message>
    <message>
        <source>missing</source>
        <translation>absent</translation>
    </message>
    <message>
        <source>mono</source>
        <translation>mono</translation>
    </message>
    <message>
        <source>none</source>
        <translation>aucun</translation>
    </message>
    <message>
        <source>not installed</source>
        <translation>pas installé</translation>
    </message>
    <message>
        <source>picture after {seconds} s</source>
        <translation>image après {seconds} s</translation>
    </message>
    <message>
        <source>shown as {size}</source>
        <translation>montré en {size}</translation>
    </message>
    <message>
        <source>sound {number} after {seconds} s</source>
        <translation>son {number} après {seconds} s</translation>
    </message>
    <message>
        <source>stereo</source>
        <translation>stéréo</translation>
    </message>
    <message>
        <source>title “{title}”</source>
        <translation>titre «&#xa0;{title}&#xa0;»</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>inconnu</translation>
    </message>
    <message>
        <source>varies; every frame keeps its own time</source>
        <translation>varie&#xa0;; chaque image garde son propre temps</translation>
    </message>
    <message>
        <source>write {size} pixels (--size chooses)</source>
        <translation>écrire {size} pixels (--size choisit)</translation>
    </message>
    <message>
        <source>{bits} bit</source>
        <translation>{bits} bits</translation>
    </message>
    <message>
        <source>{colours} (not tagged)</source>
        <translation>{colours} (sans étiquette)</translation>
    </message>
    <message>
        <source>{model} on {device}, {precision}</source>
        <translation>{model} sur {device}, {precision}</translation>
    </message>
    <message>
        <source>{number}: {date}, from {start}, {seconds} seconds</source>
        <translation>{number}&#xa0;: {date}, à partir de {start}, {seconds} secondes</translation>
    </message>
    <message>
        <source>{proposal} (cut off: {option})</source>
        <translation>{proposal} (couper&#xa0;: {option})</translation>
    </message>
    <message>
        <source>{proposal} (otherwise: {option})</source>
        <translation>{proposal} (sinon&#xa0;: {option})</translation>
    </message>
    <message>
        <source>{rate:.5g} per second</source>
        <translation>{rate:.5g} par seconde</translation>
    </message>
    <message>
        <source>{seconds} seconds</source>
        <translation>{seconds} secondes</translation>
    </message>
    <message>
        <source>{size} stored</source>
        <translation>{size} stockés</translation>
    </message>
    <message>
        <source>{time}, at {place}</source>
        <translation>{time}, à {place}</translation>
    </message>
    <message>
        <source>{track}, cannot be read</source>
        <translation>{track}, illisible</translation>
    </message>
</context>
<context>
    <name>score</name>
    <message>
        <source>BRISQUE needs its file of parameters: see “homereel score --help”.</source>
        <translation>BRISQUE a besoin de son fichier de paramètres&#xa0;: voir «&#xa0;homereel score --help&#xa0;».</translation>
    </message>
    <message>
        <source>Looks a little better than the source by {measure} ({change:+.1f}).</source>
        <translation>Selon {measure}, un peu mieux que la source ({change:+.1f}).</translation>
    </message>
    <message>
        <source>Looks a little worse than the source by {measure} ({change:+.1f}).</source>
        <translation>Selon {measure}, un peu moins bien que la source ({change:+.1f}).</translation>
    </message>
    <message>
        <source>Looks about as the source by {measure} ({change:+.1f}).</source>
        <translation>Selon {measure}, à peu près comme la source ({change:+.1f}).</translation>
    </message>
    <message>
        <source>Looks clearly better than the source by {measure} ({change:+.1f}).</source>
        <translation>Selon {measure}, nettement mieux que la source ({change:+.1f}).</translation>
    </message>
    <message>
        <source>Looks clearly worse than the source by {measure} ({change:+.1f}).</source>
        <translation>Selon {measure}, nettement moins bien que la source ({change:+.1f}).</translation>
    </message>
    <message>
        <source>Lower is better. NIQE: how far from undamaged photographs; BRISQUE: what people disliked.</source>
        <translation>Moins, c’est mieux. NIQE&#xa0;: l’écart avec des photographies intactes&#xa0;; BRISQUE&#xa0;: ce qui a déplu aux gens.</translation>
    </message>
    <message>
        <source>Too small to compare.</source>
        <translation>Trop petit pour comparer.</translation>
    </message>
    <message>
        <source>frames</source>
        <translation>images</translation>
    </message>
    <message numerus="yes">
        <source>mean of %n clips</source>
        <translation>
            <numerusform>moyenne de %n clip</numerusform>
            <numerusform>moyenne de %n clips</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>mean of %n results</source>
        <translation>
            <numerusform>moyenne de %n résultat</numerusform>
            <numerusform>moyenne de %n résultats</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>mean of %n sources</source>
        <translation>
            <numerusform>moyenne de %n source</numerusform>
            <numerusform>moyenne de %n sources</numerusform>
        </translation>
    </message>
    <message>
        <source>{name} (source, enlarged)</source>
        <translation>{name} (source, agrandie)</translation>
    </message>
</context>
<context>
    <name>self_test</name>
    <message numerus="yes">
        <source>%n frames on {device}, with sound</source>
        <translation>
            <numerusform>%n image sur {device}, avec le son</numerusform>
            <numerusform>%n images sur {device}, avec le son</numerusform>
        </translation>
    </message>
    <message>
        <source>bundled model</source>
        <translation>modèle fourni</translation>
    </message>
    <message>
        <source>cannot encode: {encoders}</source>
        <translation>ne peut pas encoder&#xa0;: {encoders}</translation>
    </message>
    <message>
        <source>encoders</source>
        <translation>encodeurs</translation>
    </message>
    <message>
        <source>it did not open and close</source>
        <translation>elle ne s’est pas ouverte et fermée</translation>
    </message>
    <message numerus="yes">
        <source>killed, resumed after %n frames, same pictures</source>
        <translation>
            <numerusform>arrêté, repris après %n image, mêmes images</numerusform>
            <numerusform>arrêté, repris après %n images, mêmes images</numerusform>
        </translation>
    </message>
    <message>
        <source>not tried: the render was over before it could be killed</source>
        <translation>pas essayé&#xa0;: la restauration était finie avant de pouvoir être arrêtée</translation>
    </message>
    <message>
        <source>restoring</source>
        <translation>restauration</translation>
    </message>
    <message>
        <source>resuming</source>
        <translation>reprise</translation>
    </message>
    <message>
        <source>the frames are not those of an undisturbed render</source>
        <translation>les images ne sont pas celles d’une restauration sans interruption</translation>
    </message>
    <message>
        <source>the program ended with status {status}</source>
        <translation>le programme s’est terminé avec le code {status}</translation>
    </message>
    <message>
        <source>the render started again from the beginning</source>
        <translation>la restauration a recommencé du début</translation>
    </message>
    <message>
        <source>the sound is not that of the source</source>
        <translation>le son n’est pas celui de la source</translation>
    </message>
    <message>
        <source>window</source>
        <translation>fenêtre</translation>
    </message>
    <message>
        <source>{done} of {total} frames</source>
        <translation>{done} images sur {total}</translation>
    </message>
    <message>
        <source>{model}, checksum right</source>
        <translation>{model}, somme de contrôle juste</translation>
    </message>
</context>
<context>
    <name>sound</name>
    <message>
        <source>Clicks</source>
        <translation>Craquements</translation>
    </message>
    <message>
        <source>Hiss</source>
        <translation>Souffle</translation>
    </message>
    <message>
        <source>Hum</source>
        <translation>Ronflement</translation>
    </message>
    <message>
        <source>Loudness</source>
        <translation>Sonie</translation>
    </message>
    <message>
        <source>Sound to both sides</source>
        <translation>Son des deux côtés</translation>
    </message>
    <message>
        <source>clicks: about {a_minute:.0f} a minute</source>
        <translation>craquements&#xa0;: environ {a_minute:.0f} par minute</translation>
    </message>
    <message>
        <source>hiss: steady noise at {level:.0f} dB, {distance:.0f} dB below the loud parts</source>
        <translation>souffle&#xa0;: bruit constant à {level:.0f} dB, {distance:.0f} dB sous les passages forts</translation>
    </message>
    <message>
        <source>hum of the mains: {frequency:.1f} Hz and its harmonics, at {level:.0f} dB</source>
        <translation>ronflement du secteur&#xa0;: {frequency:.1f} Hz et ses harmoniques, à {level:.0f} dB</translation>
    </message>
    <message>
        <source>loudness {loudness:.0f} LUFS (usual: -18)</source>
        <translation>sonie {loudness:.0f} LUFS (habituelle&#xa0;: -18)</translation>
    </message>
    <message>
        <source>nothing was found</source>
        <translation>rien n’a été trouvé</translation>
    </message>
    <message>
        <source>sound on the left side only</source>
        <translation>son du côté gauche seulement</translation>
    </message>
    <message>
        <source>sound on the right side only</source>
        <translation>son du côté droit seulement</translation>
    </message>
    <message>
        <source>the two sides cancel each other out (opposite phase)</source>
        <translation>les deux côtés s’annulent (opposition de phase)</translation>
    </message>
    <message>
        <source>{fault}: stays, unless you ask for --sound {name}</source>
        <translation>{fault}&#xa0;: reste, sauf si vous demandez --sound {name}</translation>
    </message>
    <message>
        <source>{fault}: will be put right</source>
        <translation>{fault}&#xa0;: sera corrigé</translation>
    </message>
</context>
<context>
    <name>start</name>
    <message>
        <source>{size} drawn with Qt {version}, {platform}</source>
        <translation>{size} dessiné avec Qt {version}, {platform}</translation>
    </message>
</context>
</TS>
