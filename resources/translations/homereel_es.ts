<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="es" sourcelanguage="en">
<context>
    <name>AboutDialog</name>
    <message>
        <source>&lt;b&gt;Homereel {version}&lt;/b&gt; restores old family videos on your own computer, with RealBasicVSR (Chan et al., arXiv:2111.12704) and networks like it. Its own code is under the Apache License 2.0.</source>
        <translation>&lt;b&gt;Homereel {version}&lt;/b&gt; restaura vídeos familiares antiguos en tu propio ordenador, con RealBasicVSR (Chan et al., arXiv:2111.12704) y redes parecidas. Su propio código tiene la licencia Apache 2.0.</translation>
    </message>
    <message>
        <source>About Homereel</source>
        <translation>Acerca de Homereel</translation>
    </message>
    <message>
        <source>Licence</source>
        <translation>Licencia</translation>
    </message>
    <message>
        <source>Parts</source>
        <translation>Componentes</translation>
    </message>
    <message>
        <source>This package as a whole is under the GNU General Public License 3 or later, since it contains FFmpeg with x264 and x265.</source>
        <translation>Este paquete en su conjunto tiene la licencia GNU General Public License 3 o posterior, porque contiene FFmpeg con x264 y x265.</translation>
    </message>
    <message>
        <source>This part brings no text of its licence.</source>
        <translation>Este componente no incluye el texto de su licencia.</translation>
    </message>
</context>
<context>
    <name>Adding</name>
    <message numerus="yes">
        <source>%n restored files of Homereel were left out.</source>
        <translation>
            <numerusform>Se omitió %n archivo restaurado por Homereel.</numerusform>
            <numerusform>Se omitieron %n archivos restaurados por Homereel.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Add %n clips</source>
        <translation>
            <numerusform>Añadir %n clip</numerusform>
            <numerusform>Añadir %n clips</numerusform>
        </translation>
    </message>
    <message>
        <source>Add a clip again</source>
        <translation>Añadir un clip otra vez</translation>
    </message>
    <message>
        <source>Add the videos of a folder</source>
        <translation>Añadir los vídeos de una carpeta</translation>
    </message>
    <message>
        <source>Add videos</source>
        <translation>Añadir vídeos</translation>
    </message>
    <message>
        <source>All files</source>
        <translation>Todos los archivos</translation>
    </message>
    <message numerus="yes">
        <source>Duplicate %n clips</source>
        <translation>
            <numerusform>Duplicar %n clip</numerusform>
            <numerusform>Duplicar %n clips</numerusform>
        </translation>
    </message>
    <message>
        <source>Files that are no videos were left out: {kinds}</source>
        <translation>Se omitieron archivos que no son vídeos: {kinds}</translation>
    </message>
    <message numerus="yes">
        <source>Removed %n clips from the list; Ctrl+Z brings them back.</source>
        <translation>
            <numerusform>Se quitó %n clip de la lista; Ctrl+Z lo recupera.</numerusform>
            <numerusform>Se quitaron %n clips de la lista; Ctrl+Z los recupera.</numerusform>
        </translation>
    </message>
    <message>
        <source>Show a finished clip</source>
        <translation>Mostrar un clip terminado</translation>
    </message>
    <message>
        <source>There is no video in this folder.</source>
        <translation>No hay ningún vídeo en esta carpeta.</translation>
    </message>
    <message>
        <source>Videos</source>
        <translation>Vídeos</translation>
    </message>
    <message>
        <source>no suffix</source>
        <translation>sin extensión</translation>
    </message>
    <message>
        <source>“{name}” is being restored; cancel it first.</source>
        <translation>«{name}» se está restaurando; cancélalo primero.</translation>
    </message>
    <message>
        <source>“{name}” was in the list already; now it is there once more.</source>
        <translation>«{name}» ya estaba en la lista; ahora está otra vez.</translation>
    </message>
</context>
<context>
    <name>CardBar</name>
    <message>
        <source>Not now</source>
        <translation>Ahora no</translation>
    </message>
    <message>
        <source>“Clips, Graphics card” offers it later</source>
        <translation>«Clips, Tarjeta gráfica» lo ofrece más tarde</translation>
    </message>
</context>
<context>
    <name>CardChoosing</name>
    <message>
        <source>The graphics card is used when you open Homereel again.</source>
        <translation>La tarjeta gráfica se usará cuando abras Homereel de nuevo.</translation>
    </message>
</context>
<context>
    <name>CardPage</name>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>Deletes what was fetched for the card</source>
        <translation>Borra lo que se descargó para la tarjeta</translation>
    </message>
    <message>
        <source>Fetched</source>
        <translation>Descargado</translation>
    </message>
    <message>
        <source>Graphics card</source>
        <translation>Tarjeta gráfica</translation>
    </message>
    <message>
        <source>Looking for graphics cards…</source>
        <translation>Buscando tarjetas gráficas…</translation>
    </message>
    <message>
        <source>Unpacking and testing it; this takes some minutes…</source>
        <translation>Descomprimiendo y probando; esto lleva unos minutos…</translation>
    </message>
    <message>
        <source>Use the processor again</source>
        <translation>Volver a usar el procesador</translation>
    </message>
</context>
<context>
    <name>Changes</name>
    <message>
        <source>Change options</source>
        <translation>Cambiar opciones</translation>
    </message>
    <message>
        <source>Change the output folder</source>
        <translation>Cambiar la carpeta de salida</translation>
    </message>
    <message numerus="yes">
        <source>Group %n clips</source>
        <translation>
            <numerusform>Agrupar %n clip</numerusform>
            <numerusform>Agrupar %n clips</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Move %n clips</source>
        <translation>
            <numerusform>Mover %n clip</numerusform>
            <numerusform>Mover %n clips</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Remove %n clips</source>
        <translation>
            <numerusform>Quitar %n clip</numerusform>
            <numerusform>Quitar %n clips</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Take %n clips out of their group</source>
        <translation>
            <numerusform>Sacar %n clip de su grupo</numerusform>
            <numerusform>Sacar %n clips de su grupo</numerusform>
        </translation>
    </message>
    <message>
        <source>“{name}” is being restored, and stays as it is.</source>
        <translation>«{name}» se está restaurando y queda como está.</translation>
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
        <translation>Añadir…</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Pausar</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Quitar</translation>
    </message>
    <message>
        <source>Restore all</source>
        <translation>Restaurar todo</translation>
    </message>
</context>
<context>
    <name>Commands</name>
    <message>
        <source>Take the old options back</source>
        <translation>Recuperar las opciones anteriores</translation>
    </message>
</context>
<context>
    <name>CompareActions</name>
    <message>
        <source>&amp;Choose the region</source>
        <translation>&amp;Elegir la región</translation>
    </message>
    <message>
        <source>&amp;Difference</source>
        <translation>&amp;Diferencia</translation>
    </message>
    <message>
        <source>&amp;Hear the original sound</source>
        <translation>Oír el sonido or&amp;iginal</translation>
    </message>
    <message>
        <source>&amp;Play or pause</source>
        <translation>&amp;Reproducir o pausar</translation>
    </message>
    <message>
        <source>&amp;Restore the marked region</source>
        <translation>Restaurar &amp;la región marcada</translation>
    </message>
    <message>
        <source>&amp;Side by side</source>
        <translation>&amp;Lado a lado</translation>
    </message>
    <message>
        <source>&amp;Whole picture</source>
        <translation>I&amp;magen completa</translation>
    </message>
    <message>
        <source>A &amp;line to drag</source>
        <translation>&amp;Con una línea que se arrastra</translation>
    </message>
    <message>
        <source>Compare &amp;looks of this moment</source>
        <translation>Comparar &amp;aspectos de este momento</translation>
    </message>
    <message>
        <source>Compare with the &amp;finished file</source>
        <translation>&amp;Comparar con el archivo terminado</translation>
    </message>
    <message>
        <source>End here</source>
        <translation>Terminar aquí</translation>
    </message>
    <message>
        <source>Fit the &amp;region</source>
        <translation>Ajustar la &amp;región</translation>
    </message>
    <message>
        <source>Line</source>
        <translation>Línea</translation>
    </message>
    <message>
        <source>Looks</source>
        <translation>Aspectos</translation>
    </message>
    <message>
        <source>Ne&amp;xt frame</source>
        <translation>&amp;Fotograma siguiente</translation>
    </message>
    <message>
        <source>Next &amp;shot</source>
        <translation>&amp;Plano siguiente</translation>
    </message>
    <message>
        <source>O&amp;ne to one</source>
        <translation>&amp;Uno a uno</translation>
    </message>
    <message>
        <source>One second &amp;back</source>
        <translation>&amp;Un segundo atrás</translation>
    </message>
    <message>
        <source>One second &amp;on</source>
        <translation>Un &amp;segundo adelante</translation>
    </message>
    <message>
        <source>Pr&amp;evious frame</source>
        <translation>F&amp;otograma anterior</translation>
    </message>
    <message>
        <source>Pre&amp;vious shot</source>
        <translation>Pla&amp;no anterior</translation>
    </message>
    <message>
        <source>Restore &amp;up to this moment</source>
        <translation>Restaurar &amp;hasta este momento</translation>
    </message>
    <message>
        <source>Restore from this &amp;moment on</source>
        <translation>Restaurar &amp;desde este momento</translation>
    </message>
    <message>
        <source>Restore the whole video again</source>
        <translation>Volver a restaurar el vídeo entero</translation>
    </message>
    <message>
        <source>Side by side</source>
        <translation>Lado a lado</translation>
    </message>
    <message>
        <source>Soun&amp;d of the preview</source>
        <translation>Sonido de la vis&amp;ta previa</translation>
    </message>
    <message>
        <source>Start here</source>
        <translation>Empezar aquí</translation>
    </message>
    <message>
        <source>Whole video</source>
        <translation>Vídeo entero</translation>
    </message>
    <message>
        <source>Zoom &amp;in</source>
        <translation>&amp;Acercar</translation>
    </message>
    <message>
        <source>Zoom &amp;out</source>
        <translation>Al&amp;ejar</translation>
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
        <translation>Elegir un aspecto</translation>
    </message>
    <message>
        <source>Not as you like it? “Looks” (V) shows it in four ways.</source>
        <translation>¿No te gusta así? «Aspectos» (V) lo muestra de cuatro formas.</translation>
    </message>
    <message>
        <source>“{name}” is being restored; its look can be changed once it is done.</source>
        <translation>«{name}» se está restaurando; su aspecto se podrá cambiar cuando termine.</translation>
    </message>
</context>
<context>
    <name>Comparison</name>
    <message>
        <source>Comparison</source>
        <translation>Comparación</translation>
    </message>
    <message>
        <source>Line at {percent} %</source>
        <translation>Línea al {percent} %</translation>
    </message>
    <message>
        <source>Region of {width} × {height} pixels, {x} from the left, {y} from the top</source>
        <translation>Región de {width} × {height} píxeles, a {x} de la izquierda y {y} de arriba</translation>
    </message>
</context>
<context>
    <name>ComparisonPanel</name>
    <message>
        <source>Draw a rectangle, or drag the one that is there</source>
        <translation>Dibuja un rectángulo o arrastra el que hay</translation>
    </message>
    <message>
        <source>Finished file</source>
        <translation>Archivo terminado</translation>
    </message>
    <message>
        <source>No sound can be played on this computer: the pictures play alone.</source>
        <translation>En este ordenador no se puede reproducir sonido: las imágenes van solas.</translation>
    </message>
    <message>
        <source>Not restored yet</source>
        <translation>Aún sin restaurar</translation>
    </message>
    <message numerus="yes">
        <source>Only the first %n frames: more would take too much memory</source>
        <translation>
            <numerusform>Solo el primer fotograma: más ocuparían demasiada memoria</numerusform>
            <numerusform>Solo los primeros %n fotogramas: más ocuparían demasiada memoria</numerusform>
        </translation>
    </message>
    <message>
        <source>Opening the finished file…</source>
        <translation>Abriendo el archivo terminado…</translation>
    </message>
    <message>
        <source>Original</source>
        <translation>Original</translation>
    </message>
    <message>
        <source>Press “Preview” (P) to restore the marked region</source>
        <translation>Pulsa «Vista previa» (P) para restaurar la región marcada</translation>
    </message>
    <message>
        <source>Restored</source>
        <translation>Restaurado</translation>
    </message>
    <message numerus="yes">
        <source>Restoring… %n frames</source>
        <translation>
            <numerusform>Restaurando… %n fotograma</numerusform>
            <numerusform>Restaurando… %n fotogramas</numerusform>
        </translation>
    </message>
    <message>
        <source>Restoring… {count} s</source>
        <translation>Restaurando… {count} s</translation>
    </message>
    <message>
        <source>The render makes room for the preview…</source>
        <translation>La restauración deja sitio a la vista previa…</translation>
    </message>
</context>
<context>
    <name>Countdown</name>
    <message numerus="yes">
        <source>All is restored. The computer goes to sleep in %n seconds.</source>
        <translation>
            <numerusform>Todo está restaurado. El ordenador se suspende en %n segundo.</numerusform>
            <numerusform>Todo está restaurado. El ordenador se suspende en %n segundos.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>All is restored. The computer shuts down in %n seconds.</source>
        <translation>
            <numerusform>Todo está restaurado. El ordenador se apaga en %n segundo.</numerusform>
            <numerusform>Todo está restaurado. El ordenador se apaga en %n segundos.</numerusform>
        </translation>
    </message>
    <message>
        <source>At once</source>
        <translation>Ya</translation>
    </message>
    <message>
        <source>Stay awake</source>
        <translation>Seguir encendido</translation>
    </message>
    <message numerus="yes">
        <source>The computer goes to sleep in %n seconds.</source>
        <translation>
            <numerusform>El equipo se suspenderá en %n segundo.</numerusform>
            <numerusform>El equipo se suspenderá en %n segundos.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The computer shuts down in %n seconds.</source>
        <translation>
            <numerusform>El equipo se apagará en %n segundo.</numerusform>
            <numerusform>El equipo se apagará en %n segundos.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Editing</name>
    <message>
        <source>Change the range</source>
        <translation>Cambiar el intervalo</translation>
    </message>
    <message>
        <source>Paste the look</source>
        <translation>Pegar el aspecto</translation>
    </message>
    <message>
        <source>Reset all options</source>
        <translation>Restablecer todas las opciones</translation>
    </message>
</context>
<context>
    <name>Findings</name>
    <message>
        <source>Found in this video</source>
        <translation>Encontrado en este vídeo</translation>
    </message>
    <message>
        <source>What has no tick stays as it is; click on it to put it right.</source>
        <translation>Lo que no está marcado se queda como está; haz clic para corregirlo.</translation>
    </message>
</context>
<context>
    <name>Foot</name>
    <message>
        <source>Play it</source>
        <translation>Reproducirlo</translation>
    </message>
    <message>
        <source>Show its folder</source>
        <translation>Mostrar su carpeta</translation>
    </message>
</context>
<context>
    <name>HistoryDialog</name>
    <message>
        <source>&amp;Compare again</source>
        <translation>&amp;Comparar otra vez</translation>
    </message>
    <message>
        <source>&amp;Play</source>
        <translation>&amp;Reproducir</translation>
    </message>
    <message>
        <source>For&amp;get all</source>
        <translation>&amp;Olvidar todo</translation>
    </message>
    <message>
        <source>Forget it</source>
        <translation>Olvidarla</translation>
    </message>
    <message>
        <source>Forget what was restored? The restored files stay.</source>
        <translation>¿Olvidar lo que se restauró? Los archivos restaurados se conservan.</translation>
    </message>
    <message>
        <source>Keep the list</source>
        <translation>Conservar la lista</translation>
    </message>
    <message>
        <source>Nothing was restored yet. Videos that you restore are listed here.</source>
        <translation>Todavía no se ha restaurado nada. Los vídeos que restaures aparecerán aquí.</translation>
    </message>
    <message>
        <source>Puts it into the list with the same options, to be changed</source>
        <translation>Lo pone en la lista con las mismas opciones, para cambiarlas</translation>
    </message>
    <message>
        <source>Restore &amp;again…</source>
        <translation>Restaurar &amp;otra vez…</translation>
    </message>
    <message>
        <source>Show in &amp;folder</source>
        <translation>Mostrar en la car&amp;peta</translation>
    </message>
    <message>
        <source>What was restored</source>
        <translation>Lo que se restauró</translation>
    </message>
</context>
<context>
    <name>HistoryModel</name>
    <message>
        <source>Finished</source>
        <translation>Terminado</translation>
    </message>
    <message>
        <source>Restored file</source>
        <translation>Archivo restaurado</translation>
    </message>
    <message>
        <source>Took</source>
        <translation>Tardó</translation>
    </message>
    <message>
        <source>Video</source>
        <translation>Vídeo</translation>
    </message>
</context>
<context>
    <name>HoursDialog</name>
    <message>
        <source>&amp;From</source>
        <translation>&amp;Desde</translation>
    </message>
    <message>
        <source>&amp;Until</source>
        <translation>&amp;Hasta</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Desde</translation>
    </message>
    <message>
        <source>Hours</source>
        <translation>Horas</translation>
    </message>
    <message>
        <source>Outside these hours the queue pauses. What is finished is kept, and it goes on there by itself.</source>
        <translation>Fuera de estas horas la cola se pausa. Lo terminado se conserva y continúa por sí sola desde ahí.</translation>
    </message>
    <message>
        <source>Until</source>
        <translation>Hasta</translation>
    </message>
</context>
<context>
    <name>Invitation</name>
    <message>
        <source>Add a folder…</source>
        <translation>Añadir una carpeta…</translation>
    </message>
    <message>
        <source>Add files…</source>
        <translation>Añadir archivos…</translation>
    </message>
    <message>
        <source>Drop your home videos here</source>
        <translation>Suelta aquí tus vídeos</translation>
    </message>
    <message>
        <source>Files or whole folders, in any format. Your originals are never changed,
and nothing leaves this computer.</source>
        <translation>Archivos o carpetas enteras, en cualquier formato. Tus originales no se modifican nunca
y nada sale de este ordenador.</translation>
    </message>
</context>
<context>
    <name>LogDialog</name>
    <message>
        <source>Log</source>
        <translation>Registro</translation>
    </message>
    <message>
        <source>Nothing went wrong so far.</source>
        <translation>Hasta ahora nada ha fallado.</translation>
    </message>
    <message>
        <source>What went wrong, the latest at the end. It stays on this computer.</source>
        <translation>Lo que falló, lo último al final. No sale de este ordenador.</translation>
    </message>
</context>
<context>
    <name>LookControls</name>
    <message>
        <source>All models…</source>
        <translation>Todos los modelos…</translation>
    </message>
    <message>
        <source>Back to what suits most videos</source>
        <translation>Volver a lo que va bien con casi todos los vídeos</translation>
    </message>
    <message>
        <source>Detailed</source>
        <translation>Detallado</translation>
    </message>
    <message>
        <source>Grain of film, put on at the end over what was cleaned</source>
        <translation>Grano de película que se añade al final sobre lo que se limpió</translation>
    </message>
    <message>
        <source>How far black, white and a cast of faded pictures go to where they belong</source>
        <translation>Hasta qué punto el negro, el blanco y la dominante de las imágenes descoloridas van a su sitio</translation>
    </message>
    <message>
        <source>How much noise this model removes; less keeps more detail</source>
        <translation>Cuánto ruido quita este modelo; menos conserva más detalle</translation>
    </message>
    <message>
        <source>How much of the restoration is mixed over the plain enlargement</source>
        <translation>Cuánto de la restauración se mezcla sobre la ampliación simple</translation>
    </message>
    <message>
        <source>Noise is removed in {count} passes for each picture: the more, the smoother.</source>
        <translation>El ruido se quita en {count} pasadas por imagen: cuantas más, más suave.</translation>
    </message>
    <message>
        <source>Reset the slider</source>
        <translation>Restablecer el control</translation>
    </message>
    <message>
        <source>Smooth</source>
        <translation>Suave</translation>
    </message>
    <message>
        <source>Smooth removes more noise; detailed keeps more, and more of the noise.</source>
        <translation>Suave quita más ruido; detallado conserva más, también más ruido.</translation>
    </message>
    <message>
        <source>The preview shows how strongly noise is removed.</source>
        <translation>La vista previa muestra con qué fuerza se quita el ruido.</translation>
    </message>
    <message>
        <source>This model looks at one picture at a time, so fine detail may flicker. With this, each picture is blended with the one before it.</source>
        <translation>Este modelo mira las imágenes de una en una, así que el detalle fino puede parpadear. Si se activa, cada imagen se combina con la anterior.</translation>
    </message>
</context>
<context>
    <name>Looks</name>
    <message>
        <source>As chosen now</source>
        <translation>Como está elegido</translation>
    </message>
    <message>
        <source>As suits most videos</source>
        <translation>Como va bien casi siempre</translation>
    </message>
    <message>
        <source>Full strength</source>
        <translation>Intensidad completa</translation>
    </message>
    <message>
        <source>Gentler, half of it</source>
        <translation>Más suave, la mitad</translation>
    </message>
    <message>
        <source>Half of the noise</source>
        <translation>La mitad del ruido</translation>
    </message>
    <message>
        <source>Half strength</source>
        <translation>Media intensidad</translation>
    </message>
    <message>
        <source>More detail</source>
        <translation>Más detalle</translation>
    </message>
    <message>
        <source>Noise kept</source>
        <translation>Con ruido</translation>
    </message>
    <message>
        <source>Noise removed</source>
        <translation>Sin ruido</translation>
    </message>
    <message>
        <source>Only enlarged</source>
        <translation>Solo ampliado</translation>
    </message>
    <message>
        <source>Smoother</source>
        <translation>Más suave</translation>
    </message>
</context>
<context>
    <name>Menus</name>
    <message>
        <source>&amp;About Homereel</source>
        <translation>&amp;Acerca de Homereel</translation>
    </message>
    <message>
        <source>&amp;Add files…</source>
        <translation>Aña&amp;dir archivos…</translation>
    </message>
    <message>
        <source>&amp;Appearance</source>
        <translation>A&amp;pariencia</translation>
    </message>
    <message>
        <source>&amp;Clips</source>
        <translation>&amp;Clips</translation>
    </message>
    <message>
        <source>&amp;Copy the look</source>
        <translation>&amp;Copiar el aspecto</translation>
    </message>
    <message>
        <source>&amp;Dark</source>
        <translation>&amp;Oscura</translation>
    </message>
    <message>
        <source>&amp;Duplicate, for other options</source>
        <translation>Duplicar, para &amp;otras opciones</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>&amp;Editar</translation>
    </message>
    <message>
        <source>&amp;Graphics card…</source>
        <translation>&amp;Tarjeta gráfica…</translation>
    </message>
    <message>
        <source>&amp;Group under a name…</source>
        <translation>Agrupar con un &amp;nombre…</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>A&amp;yuda</translation>
    </message>
    <message>
        <source>&amp;Join the selected parts in one file</source>
        <translation>&amp;Unir las partes seleccionadas en un archivo</translation>
    </message>
    <message>
        <source>&amp;Keys</source>
        <translation>&amp;Teclas</translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <translation>Cl&amp;ara</translation>
    </message>
    <message>
        <source>&amp;Log</source>
        <translation>&amp;Registro</translation>
    </message>
    <message>
        <source>&amp;Look at it again</source>
        <translation>&amp;Examinar otra vez</translation>
    </message>
    <message>
        <source>&amp;Only between {start} and {end}</source>
        <translation>&amp;Solo entre las {start} y las {end}</translation>
    </message>
    <message>
        <source>&amp;Pause</source>
        <translation>&amp;Pausar</translation>
    </message>
    <message>
        <source>&amp;Play the restored file</source>
        <translation>&amp;Reproducir el archivo restaurado</translation>
    </message>
    <message>
        <source>&amp;Preview</source>
        <translation>Vista &amp;previa</translation>
    </message>
    <message>
        <source>&amp;Queue</source>
        <translation>C&amp;ola</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Salir</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>&amp;Rehacer</translation>
    </message>
    <message>
        <source>&amp;Redo: {change}</source>
        <translation>&amp;Rehacer: {change}</translation>
    </message>
    <message>
        <source>&amp;Report a problem…</source>
        <translation>&amp;Informar de un problema…</translation>
    </message>
    <message>
        <source>&amp;Restore all</source>
        <translation>Restaurar &amp;todo</translation>
    </message>
    <message>
        <source>&amp;Select all of this group or folder</source>
        <translation>&amp;Seleccionar todos los de este grupo o carpeta</translation>
    </message>
    <message>
        <source>&amp;Sleep</source>
        <translation>&amp;Suspender</translation>
    </message>
    <message>
        <source>&amp;Take out of the group</source>
        <translation>Ret&amp;irar del grupo</translation>
    </message>
    <message>
        <source>&amp;Try again</source>
        <translation>&amp;Intentar otra vez</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>&amp;Deshacer</translation>
    </message>
    <message>
        <source>&amp;Undo: {change}</source>
        <translation>&amp;Deshacer: {change}</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Ver</translation>
    </message>
    <message>
        <source>&amp;When all is restored</source>
        <translation>Cuando todo &amp;esté restaurado</translation>
    </message>
    <message>
        <source>A short tour</source>
        <translation>Un breve recorrido</translation>
    </message>
    <message>
        <source>Add a &amp;folder…</source>
        <translation>Añadir &amp;una carpeta…</translation>
    </message>
    <message>
        <source>Add another &amp;part of this video</source>
        <translation>&amp;Añadir otra parte de este vídeo</translation>
    </message>
    <message>
        <source>As the &amp;system</source>
        <translation>&amp;Como el sistema</translation>
    </message>
    <message>
        <source>Begin with these options for &amp;new clips</source>
        <translation>&amp;Empezar los clips nuevos con estas opciones</translation>
    </message>
    <message>
        <source>Cancel the selected c&amp;lips…</source>
        <translation>&amp;Cancelar los clips seleccionados…</translation>
    </message>
    <message>
        <source>Change the &amp;hours…</source>
        <translation>Cambiar las &amp;horas…</translation>
    </message>
    <message>
        <source>Do &amp;nothing</source>
        <translation>&amp;No hacer nada</translation>
    </message>
    <message>
        <source>F&amp;ind the original…</source>
        <translation>&amp;Buscar el original…</translation>
    </message>
    <message>
        <source>Lan&amp;guage</source>
        <translation>&amp;Idioma</translation>
    </message>
    <message>
        <source>Less &amp;motion</source>
        <translation>Menos mo&amp;vimiento</translation>
    </message>
    <message>
        <source>Look for a new &amp;version…</source>
        <translation>Buscar una &amp;versión nueva…</translation>
    </message>
    <message>
        <source>Make a file of &amp;each part</source>
        <translation>&amp;Hacer un archivo de cada parte</translation>
    </message>
    <message>
        <source>Mo&amp;dels…</source>
        <translation>M&amp;odelos…</translation>
    </message>
    <message>
        <source>One place &amp;down</source>
        <translation>U&amp;n puesto abajo</translation>
    </message>
    <message>
        <source>One place &amp;up</source>
        <translation>&amp;Un puesto arriba</translation>
    </message>
    <message>
        <source>Other co&amp;mputers…</source>
        <translation>Otros e&amp;quipos…</translation>
    </message>
    <message>
        <source>Paste the &amp;look</source>
        <translation>&amp;Pegar el aspecto</translation>
    </message>
    <message>
        <source>Pause the selected &amp;clips</source>
        <translation>Pausar &amp;los clips seleccionados</translation>
    </message>
    <message>
        <source>Re&amp;move from the list</source>
        <translation>&amp;Quitar de la lista</translation>
    </message>
    <message>
        <source>Reset &amp;all options</source>
        <translation>Restablecer &amp;todas las opciones</translation>
    </message>
    <message>
        <source>Restore a&amp;gain</source>
        <translation>Restaurar &amp;otra vez</translation>
    </message>
    <message>
        <source>Restore the &amp;selected clips</source>
        <translation>&amp;Restaurar los clips seleccionados</translation>
    </message>
    <message>
        <source>Sh&amp;ow its folder</source>
        <translation>&amp;Mostrar su carpeta</translation>
    </message>
    <message>
        <source>Shut &amp;down</source>
        <translation>&amp;Apagar</translation>
    </message>
    <message>
        <source>Split by rec&amp;ordings</source>
        <translation>Dividir por &amp;grabaciones</translation>
    </message>
    <message>
        <source>Split by s&amp;hots</source>
        <translation>Dividir por p&amp;lanos</translation>
    </message>
    <message>
        <source>Stop after &amp;this clip</source>
        <translation>Parar &amp;después de este clip</translation>
    </message>
    <message>
        <source>To the &amp;end</source>
        <translation>Al &amp;final</translation>
    </message>
    <message>
        <source>To the to&amp;p</source>
        <translation>&amp;Al principio</translation>
    </message>
    <message>
        <source>Use &amp;fewer cores while I work</source>
        <translation>Usar &amp;menos núcleos mientras trabajo</translation>
    </message>
    <message>
        <source>What was &amp;restored…</source>
        <translation>&amp;Lo que se restauró…</translation>
    </message>
</context>
<context>
    <name>MissingSources</name>
    <message>
        <source>“{name}” was moved, and found: {path}</source>
        <translation>«{name}» se movió y se encontró: {path}</translation>
    </message>
    <message>
        <source>“{path}” is another video than “{name}”, which was begun; find that one.</source>
        <translation>«{path}» es otro vídeo que «{name}», con el que se empezó; busca ese.</translation>
    </message>
</context>
<context>
    <name>ModelDetails</name>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>Delete its file</source>
        <translation>Borrar su archivo</translation>
    </message>
    <message>
        <source>Enlarged {count} times, then scaled to the output size</source>
        <translation>Amplía {count} veces y luego se ajusta al tamaño de salida</translation>
    </message>
    <message>
        <source>Fetch it ({size})</source>
        <translation>Descargarlo ({size})</translation>
    </message>
    <message>
        <source>Fetched</source>
        <translation>Descargado</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Archivo</translation>
    </message>
    <message>
        <source>Go on fetching ({size})</source>
        <translation>Seguir descargando ({size})</translation>
    </message>
    <message>
        <source>In use</source>
        <translation>En uso</translation>
    </message>
    <message>
        <source>Its publisher keeps it where only a browser gets it: get it there, then add the file below.</source>
        <translation>Su editor solo lo ofrece para navegadores: descárgalo allí y añade después el archivo abajo.</translation>
    </message>
    <message>
        <source>Keeps its size; the output size is reached without the network</source>
        <translation>Conserva su tamaño; el de salida se alcanza sin la red</translation>
    </message>
    <message>
        <source>Licence</source>
        <translation>Licencia</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>Imagen</translation>
    </message>
    <message>
        <source>Takes</source>
        <translation>Tarda</translation>
    </message>
    <message>
        <source>Use this model</source>
        <translation>Usar este modelo</translation>
    </message>
    <message>
        <source>Waiting…</source>
        <translation>En espera…</translation>
    </message>
    <message>
        <source>Weak point</source>
        <translation>Punto débil</translation>
    </message>
    <message>
        <source>What for</source>
        <translation>Para qué</translation>
    </message>
</context>
<context>
    <name>Models</name>
    <message>
        <source>About 1/{times} of the time of the bundled model ({how})</source>
        <translation>Más o menos 1/{times} del tiempo del modelo incluido ({how})</translation>
    </message>
    <message>
        <source>About as long as the bundled model ({how})</source>
        <translation>Más o menos lo mismo que el modelo incluido ({how})</translation>
    </message>
    <message>
        <source>About {times} times as long as the bundled model ({how})</source>
        <translation>Unas {times} veces lo que tarda el modelo incluido ({how})</translation>
    </message>
    <message>
        <source>Unknown until it is measured</source>
        <translation>Desconocido hasta que se mida</translation>
    </message>
    <message>
        <source>What the other models are compared with</source>
        <translation>Con lo que se comparan los demás modelos</translation>
    </message>
    <message>
        <source>added by you</source>
        <translation>añadido por ti</translation>
    </message>
    <message>
        <source>comes with Homereel</source>
        <translation>viene con Homereel</translation>
    </message>
    <message>
        <source>estimated</source>
        <translation>estimado</translation>
    </message>
    <message>
        <source>installed</source>
        <translation>instalado</translation>
    </message>
    <message>
        <source>measured here</source>
        <translation>medido aquí</translation>
    </message>
    <message>
        <source>to be fetched, {size}</source>
        <translation>por descargar, {size}</translation>
    </message>
    <message>
        <source>to be imported, {size}</source>
        <translation>por importar, {size}</translation>
    </message>
    <message>
        <source>{arrived} of {size} fetched</source>
        <translation>{arrived} de {size} descargados</translation>
    </message>
    <message>
        <source>{title} (not here yet)</source>
        <translation>{title} (aún no está)</translation>
    </message>
</context>
<context>
    <name>ModelsPage</name>
    <message>
        <source>Add a model file</source>
        <translation>Añadir un archivo de modelo</translation>
    </message>
    <message>
        <source>Add a model file…</source>
        <translation>Añadir un archivo de modelo…</translation>
    </message>
    <message>
        <source>All files</source>
        <translation>Todos los archivos</translation>
    </message>
    <message>
        <source>Licence</source>
        <translation>Licencia</translation>
    </message>
    <message>
        <source>Model files</source>
        <translation>Archivos de modelo</translation>
    </message>
    <message>
        <source>Models</source>
        <translation>Modelos</translation>
    </message>
    <message>
        <source>One that was fetched on another computer, or an image model of others</source>
        <translation>Uno descargado en otro ordenador, o un modelo de imagen ajeno</translation>
    </message>
    <message>
        <source>The file of “{name}” is deleted.</source>
        <translation>El archivo de «{name}» está borrado.</translation>
    </message>
    <message>
        <source>Under which licence does its author give it away? (Empty: unknown)</source>
        <translation>¿Con qué licencia lo publica su autor? (Vacío: desconocida)</translation>
    </message>
    <message>
        <source>What has arrived is kept; it goes on from there.</source>
        <translation>Lo que ha llegado se conserva; continúa desde ahí.</translation>
    </message>
    <message>
        <source>“{name}” can be used now.</source>
        <translation>«{name}» ya se puede usar.</translation>
    </message>
    <message>
        <source>“{name}” is being looked at and tried…</source>
        <translation>Se está examinando y probando «{name}»…</translation>
    </message>
</context>
<context>
    <name>NameField</name>
    <message>
        <source>For example: {name}</source>
        <translation>Por ejemplo: {name}</translation>
    </message>
    <message>
        <source>Names can have {fields} in them, but no other braces, nor / \ : * ?</source>
        <translation>Los nombres pueden contener {fields}, pero no otras llaves, ni / \ : * ?</translation>
    </message>
    <message>
        <source>These are filled in: {fields}</source>
        <translation>Estos se rellenan: {fields}</translation>
    </message>
    <message>
        <source>Wedding 1994</source>
        <translation>Boda 1994</translation>
    </message>
</context>
<context>
    <name>NewestDialog</name>
    <message>
        <source>&amp;Open its page</source>
        <translation>&amp;Abrir su página</translation>
    </message>
    <message>
        <source>Asking for the newest version…</source>
        <translation>Preguntando por la versión más nueva…</translation>
    </message>
    <message>
        <source>New version</source>
        <translation>Versión nueva</translation>
    </message>
    <message>
        <source>The newest version could not be found out.</source>
        <translation>No se pudo averiguar cuál es la versión más nueva.</translation>
    </message>
</context>
<context>
    <name>Options</name>
    <message>
        <source>The selected clips have different values.</source>
        <translation>Los clips seleccionados tienen valores distintos.</translation>
    </message>
    <message>
        <source>different</source>
        <translation>distinto</translation>
    </message>
</context>
<context>
    <name>OptionsPanel</name>
    <message>
        <source>Back beside the originals</source>
        <translation>Volver a junto a los originales</translation>
    </message>
    <message>
        <source>Beside the originals</source>
        <translation>Junto a los originales</translation>
    </message>
    <message>
        <source>Choose a folder for the restored files</source>
        <translation>Elegir una carpeta para los archivos restaurados</translation>
    </message>
    <message>
        <source>Correct what was found</source>
        <translation>Corregir lo encontrado</translation>
    </message>
    <message>
        <source>Kind of video</source>
        <translation>Tipo de vídeo</translation>
    </message>
    <message>
        <source>Look</source>
        <translation>Aspecto</translation>
    </message>
    <message>
        <source>More about the file</source>
        <translation>Más sobre el archivo</translation>
    </message>
    <message>
        <source>Output</source>
        <translation>Salida</translation>
    </message>
    <message>
        <source>Output folder</source>
        <translation>Carpeta de salida</translation>
    </message>
    <message>
        <source>These options can be changed once it is restored.</source>
        <translation>Estas opciones se pueden cambiar cuando esté restaurado.</translation>
    </message>
    <message numerus="yes">
        <source>What you change counts for %n videos.</source>
        <translation>
            <numerusform>Lo que cambies vale para %n vídeo.</numerusform>
            <numerusform>Lo que cambies vale para %n vídeos.</numerusform>
        </translation>
    </message>
    <message>
        <source>Where restored files go</source>
        <translation>Adónde van los resultados</translation>
    </message>
</context>
<context>
    <name>OtherComputers</name>
    <message>
        <source>This computer begins to work for others…</source>
        <translation>Este ordenador empieza a trabajar para otros…</translation>
    </message>
</context>
<context>
    <name>OthersPage</name>
    <message>
        <source>&amp;Choose a key file…</source>
        <translation>&amp;Elegir un archivo de clave…</translation>
    </message>
    <message>
        <source>&amp;Make a key file…</source>
        <translation>&amp;Crear un archivo de clave…</translation>
    </message>
    <message>
        <source>&amp;Restore for others…</source>
        <translation>&amp;Restaurar para otros…</translation>
    </message>
    <message>
        <source>All files</source>
        <translation>Todos los archivos</translation>
    </message>
    <message>
        <source>Choose a key file</source>
        <translation>Elegir un archivo de clave</translation>
    </message>
    <message>
        <source>Copy {path} to the other computers; who has it can work with this one.</source>
        <translation>Copia {path} en los otros ordenadores; quien lo tenga puede trabajar con este.</translation>
    </message>
    <message>
        <source>Key files</source>
        <translation>Archivos de clave</translation>
    </message>
    <message>
        <source>Make a key file</source>
        <translation>Crear un archivo de clave</translation>
    </message>
    <message>
        <source>Other computers</source>
        <translation>Otros equipos</translation>
    </message>
    <message>
        <source>Renders are shared with the computers that have the key {path}.</source>
        <translation>Las restauraciones se reparten con los ordenadores que tienen la clave {path}.</translation>
    </message>
    <message>
        <source>Stop &amp;restoring for others</source>
        <translation>Dejar de &amp;restaurar para otros</translation>
    </message>
    <message>
        <source>The address at which the others reach this computer ({address}: only programs on this computer itself):</source>
        <translation>La dirección en la que los otros alcanzan este ordenador ({address}: solo programas de este mismo ordenador):</translation>
    </message>
    <message>
        <source>This computer works alone. With a key file, others in the house can help: make one here, copy it to them, and let them restore for others with it.</source>
        <translation>Este ordenador trabaja solo. Con un archivo de clave, otros de la casa pueden ayudar: crea uno aquí, cópialo en ellos y haz que restauren para otros con él.</translation>
    </message>
    <message>
        <source>Work &amp;alone</source>
        <translation>&amp;Trabajar solo</translation>
    </message>
</context>
<context>
    <name>OutputControls</name>
    <message>
        <source>AMD card</source>
        <translation>Tarjeta AMD</translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation>Automático</translation>
    </message>
    <message>
        <source>Automatic is MP4, which plays everywhere, or MKV where MP4 cannot hold all of the source: some sound of old AVI files, for example.</source>
        <translation>Automático es MP4, que se reproduce en todas partes, o MKV si MP4 no admite todo lo del origen: por ejemplo, algún sonido de archivos AVI antiguos.</translation>
    </message>
    <message>
        <source>Better, larger file</source>
        <translation>Mejor, archivo más grande</translation>
    </message>
    <message>
        <source>FFV1, lossless</source>
        <translation>FFV1, sin pérdida</translation>
    </message>
    <message>
        <source>Intel graphics</source>
        <translation>Gráficos Intel</translation>
    </message>
    <message>
        <source>NVIDIA card</source>
        <translation>Tarjeta NVIDIA</translation>
    </message>
    <message>
        <source>Numbered pictures, PNG</source>
        <translation>Imágenes numeradas, PNG</translation>
    </message>
    <message>
        <source>Numbered pictures, TIFF</source>
        <translation>Imágenes numeradas, TIFF</translation>
    </message>
    <message>
        <source>Processor, the best picture</source>
        <translation>Procesador, la mejor imagen</translation>
    </message>
    <message>
        <source>Smaller file</source>
        <translation>Archivo más pequeño</translation>
    </message>
    <message>
        <source>What compresses the finished picture. The processor gives the best one; a card is quicker and makes larger files.</source>
        <translation>Lo que comprime la imagen terminada. El procesador da la mejor; una tarjeta es más rápida y hace archivos más grandes.</translation>
    </message>
</context>
<context>
    <name>Overnight</name>
    <message>
        <source>Overnight…</source>
        <translation>De noche…</translation>
    </message>
    <message>
        <source>Then shut down</source>
        <translation>Luego apagar</translation>
    </message>
    <message>
        <source>Then sleep</source>
        <translation>Luego suspender</translation>
    </message>
    <message>
        <source>When it works, and what comes at the end</source>
        <translation>Cuándo trabaja y qué pasa al final</translation>
    </message>
</context>
<context>
    <name>Pair</name>
    <message>
        <source>Being restored anew…</source>
        <translation>Restaurando de nuevo…</translation>
    </message>
    <message>
        <source>Difference, {factor} times as strong</source>
        <translation>Diferencia, {factor} veces más fuerte</translation>
    </message>
</context>
<context>
    <name>Parts</name>
    <message>
        <source>Add another part</source>
        <translation>Añadir otra parte</translation>
    </message>
    <message>
        <source>Join the parts in one file</source>
        <translation>Unir las partes en un archivo</translation>
    </message>
    <message>
        <source>Make a file of each part</source>
        <translation>Hacer un archivo de cada parte</translation>
    </message>
    <message>
        <source>Split by recordings</source>
        <translation>Dividir por grabaciones</translation>
    </message>
    <message>
        <source>Split by shots</source>
        <translation>Dividir por planos</translation>
    </message>
    <message>
        <source>it has no dates</source>
        <translation>no tiene fechas</translation>
    </message>
    <message>
        <source>it is being restored</source>
        <translation>se está restaurando</translation>
    </message>
    <message>
        <source>it is one recording</source>
        <translation>es una sola grabación</translation>
    </message>
    <message>
        <source>it is one shot</source>
        <translation>es un solo plano</translation>
    </message>
    <message>
        <source>it joins several parts</source>
        <translation>une varias partes</translation>
    </message>
    <message>
        <source>its shots are not all known yet</source>
        <translation>todavía no se conocen todos sus planos</translation>
    </message>
    <message>
        <source>the video is too long</source>
        <translation>el vídeo es demasiado largo</translation>
    </message>
</context>
<context>
    <name>PeersTable</name>
    <message>
        <source>Computer</source>
        <translation>Ordenador</translation>
    </message>
    <message>
        <source>Computers that share the work</source>
        <translation>Ordenadores que comparten el trabajo</translation>
    </message>
    <message>
        <source>Does not answer</source>
        <translation>No responde</translation>
    </message>
    <message>
        <source>Finishes its stretch, then pauses</source>
        <translation>Termina su tramo y luego se pausa</translation>
    </message>
    <message>
        <source>Frames/s</source>
        <translation>Fotogramas/s</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Continuar</translation>
    </message>
    <message>
        <source>Left out</source>
        <translation>Queda fuera</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Pausar</translation>
    </message>
    <message>
        <source>Pauses</source>
        <translation>En pausa</translation>
    </message>
    <message>
        <source>Restores</source>
        <translation>Restaura</translation>
    </message>
    <message>
        <source>Share</source>
        <translation>Parte</translation>
    </message>
    <message>
        <source>This computer</source>
        <translation>Este ordenador</translation>
    </message>
    <message>
        <source>Waits for work</source>
        <translation>Espera trabajo</translation>
    </message>
    <message>
        <source>What it does</source>
        <translation>Qué hace</translation>
    </message>
</context>
<context>
    <name>PresetControls</name>
    <message>
        <source>&amp;Keep these options as a preset…</source>
        <translation>&amp;Guardar estas opciones como ajuste…</translation>
    </message>
    <message>
        <source>&amp;Remove this preset</source>
        <translation>&amp;Quitar este ajuste</translation>
    </message>
    <message>
        <source>Begin with these options for &amp;new clips</source>
        <translation>&amp;Empezar los clips nuevos con estas opciones</translation>
    </message>
    <message>
        <source>Keep the old one</source>
        <translation>Conservar el anterior</translation>
    </message>
    <message>
        <source>Keep these options</source>
        <translation>Guardar estas opciones</translation>
    </message>
    <message>
        <source>Keep, remove or reset options</source>
        <translation>Guardar, quitar o restablecer opciones</translation>
    </message>
    <message>
        <source>Looks like this; use it:
{preset}</source>
        <translation>Parece esto; usarlo:
{preset}</translation>
    </message>
    <message>
        <source>Name of the preset:</source>
        <translation>Nombre del ajuste:</translation>
    </message>
    <message>
        <source>Own choice</source>
        <translation>Elección propia</translation>
    </message>
    <message>
        <source>Preset</source>
        <translation>Ajuste</translation>
    </message>
    <message>
        <source>Replace it</source>
        <translation>Sustituirlo</translation>
    </message>
    <message>
        <source>Reset &amp;all options</source>
        <translation>Restablecer &amp;todas las opciones</translation>
    </message>
    <message>
        <source>There is a preset “{name}” already.</source>
        <translation>Ya hay un ajuste «{name}».</translation>
    </message>
</context>
<context>
    <name>PresetShelf</name>
    <message>
        <source>The preset cannot be kept ({reason}).</source>
        <translation>El ajuste no se puede guardar ({reason}).</translation>
    </message>
</context>
<context>
    <name>ProblemDialog</name>
    <message>
        <source>Report a problem</source>
        <translation>Informar de un problema</translation>
    </message>
    <message>
        <source>This page about your computer helps to find the fault. Names of people, files and folders are left out; read it, copy it, and say what you did and what happened.</source>
        <translation>Esta página sobre tu ordenador ayuda a encontrar el fallo. Los nombres de personas, archivos y carpetas se omiten; léela, cópiala y cuenta qué hiciste y qué pasó.</translation>
    </message>
    <message>
        <source>This page cannot be made ({reason}).</source>
        <translation>No se puede preparar esta página ({reason}).</translation>
    </message>
</context>
<context>
    <name>Questions</name>
    <message numerus="yes">
        <source>%Ln frames of “{name}” are finished already.</source>
        <translation>
            <numerusform>Ya hay %Ln fotograma de «{name}» terminado.</numerusform>
            <numerusform>Ya hay %Ln fotogramas de «{name}» terminados.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n videos are being restored.</source>
        <translation>
            <numerusform>Se está restaurando %n vídeo.</numerusform>
            <numerusform>Se están restaurando %n vídeos.</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Name of the group, for example “Tape 3, summer of 1994”:</source>
        <translation>&amp;Nombre del grupo, por ejemplo «Cinta 3, verano de 1994»:</translation>
    </message>
    <message>
        <source>Delete it</source>
        <translation>Eliminarlo</translation>
    </message>
    <message>
        <source>Delete the file of “{name}”?</source>
        <translation>¿Eliminar el archivo de «{name}»?</translation>
    </message>
    <message>
        <source>Find the file…</source>
        <translation>Buscar el archivo…</translation>
    </message>
    <message>
        <source>Find “{name}”</source>
        <translation>Buscar «{name}»</translation>
    </message>
    <message>
        <source>Go on all the same</source>
        <translation>Continuar de todos modos</translation>
    </message>
    <message>
        <source>Go on restoring</source>
        <translation>Seguir restaurando</translation>
    </message>
    <message>
        <source>Go on with the old options</source>
        <translation>Continuar con las opciones anteriores</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>Grupo</translation>
    </message>
    <message>
        <source>Homereel cannot fetch it again. To use it later, you would have to add its file once more.</source>
        <translation>Homereel no puede volver a descargarlo. Para usarlo más tarde tendría que añadir su archivo otra vez.</translation>
    </message>
    <message>
        <source>If you pause it, what is finished is kept, and it goes on from there the next time. If you throw that away, it begins anew.</source>
        <translation>Si lo pausas, se conserva lo terminado y la próxima vez continúa desde ahí. Si lo descartas, empieza de nuevo.</translation>
    </message>
    <message>
        <source>If you quit now, what is finished is kept, and Homereel goes on from there the next time.</source>
        <translation>Si sales ahora, se conserva lo terminado y la próxima vez Homereel continúa desde ahí.</translation>
    </message>
    <message>
        <source>It cannot be brought back. The options of your clips stay.</source>
        <translation>No se puede recuperar. Las opciones de sus clips se conservan.</translation>
    </message>
    <message>
        <source>It was being restored. If it was moved or renamed, show where it is, and what is finished is kept. If its disk is not connected, connect it and open Homereel again.</source>
        <translation>Se estaba restaurando. Si se movió o cambió de nombre, indica dónde está y se conservará lo terminado. Si su disco no está conectado, conéctalo y vuelve a abrir Homereel.</translation>
    </message>
    <message>
        <source>Keep it</source>
        <translation>Conservarlo</translation>
    </message>
    <message>
        <source>Keep restoring</source>
        <translation>Seguir restaurando</translation>
    </message>
    <message>
        <source>Leave it</source>
        <translation>Dejarlo</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>Ahora no</translation>
    </message>
    <message>
        <source>Pause it</source>
        <translation>Pausarlo</translation>
    </message>
    <message>
        <source>Pause it and quit</source>
        <translation>Pausarlo y salir</translation>
    </message>
    <message>
        <source>Remove it</source>
        <translation>Quitarlo</translation>
    </message>
    <message>
        <source>Remove the preset “{name}”?</source>
        <translation>¿Quitar el ajuste «{name}»?</translation>
    </message>
    <message>
        <source>Renders go on where they stopped, and end as if nothing happened.</source>
        <translation>Las restauraciones continúan donde se detuvieron y terminan como si nada hubiera pasado.</translation>
    </message>
    <message>
        <source>Start again</source>
        <translation>Empezar de nuevo</translation>
    </message>
    <message numerus="yes">
        <source>The queue was interrupted; %n clips are left.</source>
        <translation>
            <numerusform>La cola se interrumpió; queda un clip.</numerusform>
            <numerusform>La cola se interrumpió; quedan %n clips.</numerusform>
        </translation>
    </message>
    <message>
        <source>They were made by another version or on another device ({detail}). If you go on all the same, the picture may change a little at that place.</source>
        <translation>Los hizo otra versión u otro dispositivo ({detail}). Si continúas de todos modos, la imagen puede cambiar un poco en ese punto.</translation>
    </message>
    <message>
        <source>They were made of another video of that name. Leave them and rename this one, or throw them away and start again.</source>
        <translation>Son de otro vídeo con ese nombre. Déjalos y cambia el nombre de este, o descártalos y empieza de nuevo.</translation>
    </message>
    <message>
        <source>They were made with other options ({detail}). Leave them and choose the old ones to go on, or throw them away and start again.</source>
        <translation>Se hicieron con otras opciones ({detail}). Déjalos y elige las antiguas para continuar, o descártalos y empieza de nuevo.</translation>
    </message>
    <message>
        <source>Throw it away</source>
        <translation>Descartarlo</translation>
    </message>
    <message>
        <source>What is finished of it cannot be read, or was written by another version of Homereel.</source>
        <translation>Lo terminado no se puede leer o lo escribió otra versión de Homereel.</translation>
    </message>
    <message>
        <source>“{name}” is being restored.</source>
        <translation>«{name}» se está restaurando.</translation>
    </message>
    <message>
        <source>“{name}” is not there any more.</source>
        <translation>«{name}» ya no está.</translation>
    </message>
    <message>
        <source>“{name}” was begun already.</source>
        <translation>«{name}» ya se había empezado.</translation>
    </message>
</context>
<context>
    <name>QueueEnd</name>
    <message>
        <source>Homereel has finished</source>
        <translation>Homereel ha terminado</translation>
    </message>
</context>
<context>
    <name>QueueKeeping</name>
    <message>
        <source>The kept queue could not be read; it was put aside as {path}.</source>
        <translation>No se pudo leer la cola guardada; se apartó como {path}.</translation>
    </message>
</context>
<context>
    <name>Sentences</name>
    <message>
        <source>Add videos; then choose a look and start the queue.</source>
        <translation>Añade vídeos; después elige un aspecto e inicia la cola.</translation>
    </message>
    <message>
        <source>Pauses until {time}, as you wish</source>
        <translation>En pausa hasta las {time}, como pediste</translation>
    </message>
</context>
<context>
    <name>ShortcutsDialog</name>
    <message>
        <source>Hold for the original</source>
        <translation>Mantén pulsado para ver el original</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Tecla</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Teclas</translation>
    </message>
    <message>
        <source>On the timeline: a second back or forth; ten with Shift</source>
        <translation>En la línea de tiempo: un segundo atrás o adelante; diez con Mayús</translation>
    </message>
    <message>
        <source>What it does</source>
        <translation>Qué hace</translation>
    </message>
</context>
<context>
    <name>SourceControls</name>
    <message>
        <source>Always deinterlace</source>
        <translation>Desentrelazar siempre</translation>
    </message>
    <message>
        <source>Always, a picture per field</source>
        <translation>Siempre, imagen por campo</translation>
    </message>
    <message>
        <source>As it is stored</source>
        <translation>Como está guardado</translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation>Automático</translation>
    </message>
    <message>
        <source>Cut them off</source>
        <translation>Recortarlos</translation>
    </message>
    <message>
        <source>Keep them</source>
        <translation>Conservarlos</translation>
    </message>
    <message>
        <source>Leave as it is</source>
        <translation>Dejar como está</translation>
    </message>
    <message>
        <source>Paint them black</source>
        <translation>Pintarlos de negro</translation>
    </message>
    <message>
        <source>Square pixels, as stored</source>
        <translation>Píxeles cuadrados</translation>
    </message>
    <message>
        <source>To the left</source>
        <translation>A la izquierda</translation>
    </message>
    <message>
        <source>To the right</source>
        <translation>A la derecha</translation>
    </message>
    <message>
        <source>Upside down</source>
        <translation>Cabeza abajo</translation>
    </message>
</context>
<context>
    <name>TextDialog</name>
    <message>
        <source>&amp;Copy</source>
        <translation>&amp;Copiar</translation>
    </message>
    <message>
        <source>One moment…</source>
        <translation>Un momento…</translation>
    </message>
</context>
<context>
    <name>Tile</name>
    <message>
        <source>Restoring…</source>
        <translation>Restaurando…</translation>
    </message>
    <message>
        <source>This is chosen now</source>
        <translation>Esto está elegido ahora</translation>
    </message>
</context>
<context>
    <name>Timeline</name>
    <message numerus="yes">
        <source>%n parts, {length}</source>
        <translation>
            <numerusform>%n parte, {length}</numerusform>
            <numerusform>%n partes, {length}</numerusform>
        </translation>
    </message>
    <message>
        <source>At {position} of {duration}</source>
        <translation>En {position} de {duration}</translation>
    </message>
    <message numerus="yes">
        <source>At {position} of {duration}; restores %n parts</source>
        <translation>
            <numerusform>En {position} de {duration}; restaura %n parte</numerusform>
            <numerusform>En {position} de {duration}; restaura %n partes</numerusform>
        </translation>
    </message>
    <message>
        <source>At {position} of {duration}; restores {start} to {end}</source>
        <translation>En {position} de {duration}; restaura de {start} a {end}</translation>
    </message>
    <message>
        <source>Timeline</source>
        <translation>Línea de tiempo</translation>
    </message>
    <message>
        <source>from {start}</source>
        <translation>desde {start}</translation>
    </message>
    <message>
        <source>until {end} · {length} of {whole}</source>
        <translation>hasta {end} · {length} de {whole}</translation>
    </message>
</context>
<context>
    <name>Toolbar</name>
    <message>
        <source>Hold for the original (O)</source>
        <translation>Mantén pulsado para ver el original (O)</translation>
    </message>
    <message>
        <source>How large the picture is shown</source>
        <translation>A qué tamaño se muestra la imagen</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>Vista previa</translation>
    </message>
    <message>
        <source>Restore the marked region (P)</source>
        <translation>Restaurar la región marcada (P)</translation>
    </message>
    <message>
        <source>Zoom: {percent} %</source>
        <translation>Ampliación: {percent} %</translation>
    </message>
</context>
<context>
    <name>Tour</name>
    <message>
        <source>&amp;Back</source>
        <translation>&amp;Atrás</translation>
    </message>
    <message>
        <source>&amp;Begin</source>
        <translation>&amp;Empezar</translation>
    </message>
    <message>
        <source>&amp;Next</source>
        <translation>&amp;Siguiente</translation>
    </message>
    <message>
        <source>&amp;Skip</source>
        <translation>&amp;Omitir</translation>
    </message>
    <message>
        <source>A short tour</source>
        <translation>Un breve recorrido</translation>
    </message>
    <message>
        <source>All of it, or your best minutes</source>
        <translation>Todo, o tus mejores minutos</translation>
    </message>
    <message>
        <source>Choose a look</source>
        <translation>Elegir un aspecto</translation>
    </message>
    <message>
        <source>Click on the timeline and choose “Start here” and “End here” if you don&apos;t want the whole tape. It can be several parts, joined in one file.</source>
        <translation>Haz clic en la línea de tiempo y elige «Empezar aquí» y «Terminar aquí» si no quieres la cinta entera. Pueden ser varias partes, unidas en un archivo.</translation>
    </message>
    <message>
        <source>Drag files or whole folders onto the window, in any format. Your originals are never changed, and nothing leaves this computer.</source>
        <translation>Arrastra archivos o carpetas enteras a la ventana, en cualquier formato. Tus originales no se modifican nunca y nada sale de este ordenador.</translation>
    </message>
    <message>
        <source>Drop your tapes</source>
        <translation>Suelta tus cintas</translation>
    </message>
    <message>
        <source>Let it work overnight</source>
        <translation>Déjalo trabajar de noche</translation>
    </message>
    <message>
        <source>Say what kind of video it is, then move the slider between smooth and detailed. “Looks” shows several side by side: click the one you like.</source>
        <translation>Indica qué tipo de vídeo es y mueve el control entre suave y detallado. «Aspectos» muestra varios lado a lado: haz clic en el que te guste.</translation>
    </message>
    <message>
        <source>Try a moment</source>
        <translation>Probar un momento</translation>
    </message>
    <message>
        <source>{number} of {count}</source>
        <translation>{number} de {count}</translation>
    </message>
    <message>
        <source>“Preview” restores the marked part for a second and shows it beside the original. Drag the frame over a face; hold O to see the original.</source>
        <translation>«Vista previa» restaura la parte marcada durante un segundo y la muestra junto al original. Arrastra el marco sobre una cara; mantén O para ver el original.</translation>
    </message>
    <message>
        <source>“Restore all” goes through the list. You can pause, close the window or switch the computer off: what is finished is kept, and it goes on from there.</source>
        <translation>«Restaurar todo» recorre la lista. Puedes pausar, cerrar la ventana o apagar el ordenador: lo terminado se conserva y continúa desde ahí.</translation>
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
        <translation>Fotograma de la vista previa</translation>
    </message>
    <message>
        <source>Preview &amp;length</source>
        <translation>D&amp;uración</translation>
    </message>
    <message>
        <source>{number} of {count}</source>
        <translation>{number} de {count}</translation>
    </message>
</context>
<context>
    <name>Variants</name>
    <message>
        <source>The whole film: about {time}</source>
        <translation>La película entera: unos {time}</translation>
    </message>
</context>
<context>
    <name>VariantsView</name>
    <message>
        <source>Back</source>
        <translation>Volver</translation>
    </message>
    <message>
        <source>Choose none of them (Escape)</source>
        <translation>No elegir ninguno (Escape)</translation>
    </message>
    <message>
        <source>Models</source>
        <translation>Modelos</translation>
    </message>
    <message>
        <source>Smooth to detailed</source>
        <translation>De suave a detallado</translation>
    </message>
    <message>
        <source>Which do you like best?</source>
        <translation>¿Cuál te gusta más?</translation>
    </message>
</context>
<context>
    <name>WatchedFolder</name>
    <message>
        <source>Add new videos of a folder by &amp;themselves…</source>
        <translation>&amp;Añadir los vídeos nuevos de una carpeta por sí solos…</translation>
    </message>
    <message>
        <source>Add new videos of “{name}” by &amp;themselves</source>
        <translation>Añadir los &amp;vídeos nuevos de «{name}» por sí solos</translation>
    </message>
    <message>
        <source>Folder to which new videos come</source>
        <translation>Carpeta a la que llegan los vídeos nuevos</translation>
    </message>
    <message>
        <source>Videos that come into “{name}” will be added.</source>
        <translation>Se añadirán los vídeos que lleguen a «{name}».</translation>
    </message>
</context>
<context>
    <name>Window</name>
    <message>
        <source>New clips will begin with these options.</source>
        <translation>Los clips nuevos empezarán con estas opciones.</translation>
    </message>
    <message>
        <source>Stopping…</source>
        <translation>Deteniendo…</translation>
    </message>
</context>
<context>
    <name>Wording</name>
    <message numerus="yes">
        <source>%n parts in one file, {length}</source>
        <translation>
            <numerusform>%n parte en un archivo, {length}</numerusform>
            <numerusform>%n partes en un archivo, {length}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n videos</source>
        <translation>
            <numerusform>%n vídeo</numerusform>
            <numerusform>%n vídeos</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n videos are restored.</source>
        <translation>
            <numerusform>%n vídeo está restaurado.</numerusform>
            <numerusform>%n vídeos están restaurados.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n videos could not be restored.</source>
        <translation>
            <numerusform>%n vídeo no se pudo restaurar.</numerusform>
            <numerusform>%n vídeos no se pudieron restaurar.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n videos · about {time}</source>
        <translation>
            <numerusform>%n vídeo · unos {time}</numerusform>
            <numerusform>%n vídeos · unos {time}</numerusform>
        </translation>
    </message>
    <message>
        <source>4K</source>
        <translation>4K</translation>
    </message>
    <message>
        <source>A folder, not a video.</source>
        <translation>Una carpeta, no un vídeo.</translation>
    </message>
    <message>
        <source>A graphics card is many times faster; without one, begin with your best minutes.</source>
        <translation>Una tarjeta gráfica es muchas veces más rápida; sin ella, empieza por tus mejores minutos.</translation>
    </message>
    <message>
        <source>A photo, not a video.</source>
        <translation>Una foto, no un vídeo.</translation>
    </message>
    <message>
        <source>About {time} left for all</source>
        <translation>Quedan unos {time} para todos</translation>
    </message>
    <message>
        <source>About {time} left, until {end}</source>
        <translation>Quedan unos {time}, hasta las {end}</translation>
    </message>
    <message>
        <source>About {time} left.</source>
        <translation>Quedan unos {time}.</translation>
    </message>
    <message>
        <source>Another Homereel is writing it.</source>
        <translation>Otro Homereel lo está escribiendo.</translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation>Automático</translation>
    </message>
    <message>
        <source>Cancelled. Nothing was written.</source>
        <translation>Cancelado. No se escribió nada.</translation>
    </message>
    <message>
        <source>Done.</source>
        <translation>Terminado.</translation>
    </message>
    <message>
        <source>Encrypted (copy protection).</source>
        <translation>Cifrado (protección de copia).</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Falló</translation>
    </message>
    <message>
        <source>Finding out how fast this computer is…</source>
        <translation>Averiguando lo rápido que es este ordenador…</translation>
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
        <translation>Se interrumpió antes. Continúa donde se detuvo.</translation>
    </message>
    <message>
        <source>It made the reader crash.</source>
        <translation>Hizo fallar al lector.</translation>
    </message>
    <message>
        <source>It was busy with other programs; it is measured again later.</source>
        <translation>Estaba ocupado con otros programas; se medirá de nuevo más tarde.</translation>
    </message>
    <message>
        <source>Its disk is too full.</source>
        <translation>Su disco está demasiado lleno.</translation>
    </message>
    <message>
        <source>Its graphics card ({card}) is not used yet and would be many times faster: “Clips, Graphics card” says what it needs.</source>
        <translation>Su tarjeta gráfica ({card}) todavía no se usa y sería muchas veces más rápida: «Clips, Tarjeta gráfica» dice qué necesita.</translation>
    </message>
    <message>
        <source>Left alone: it may crash Homereel.</source>
        <translation>No se toca: puede cerrar Homereel.</translation>
    </message>
    <message>
        <source>Left as it is: what is finished does not fit. Start it again to decide.</source>
        <translation>Se deja como está: lo terminado no encaja. Inícialo otra vez para decidir.</translation>
    </message>
    <message>
        <source>Looking at it…</source>
        <translation>Examinando…</translation>
    </message>
    <message>
        <source>May not be read by you.</source>
        <translation>No tienes permiso para leerlo.</translation>
    </message>
    <message>
        <source>No picture in it, only sound or data.</source>
        <translation>No tiene imagen, solo sonido o datos.</translation>
    </message>
    <message>
        <source>No picture in the chosen part.</source>
        <translation>No hay imagen en la parte elegida.</translation>
    </message>
    <message>
        <source>No video, or its beginning is lost.</source>
        <translation>No es un vídeo o se perdió su principio.</translation>
    </message>
    <message>
        <source>Not found. Is its disk connected?</source>
        <translation>No se encuentra. ¿Está conectado su disco?</translation>
    </message>
    <message>
        <source>Not found; it was begun already.</source>
        <translation>No se encuentra; ya se había empezado.</translation>
    </message>
    <message>
        <source>On this computer an hour from a PAL tape takes about {time}.</source>
        <translation>En este ordenador, una hora de una cinta PAL tarda unos {time}.</translation>
    </message>
    <message>
        <source>Original size</source>
        <translation>Original</translation>
    </message>
    <message>
        <source>Paused at {percent}. It goes on there or a little before.</source>
        <translation>En pausa al {percent}. Continúa ahí o un poco antes.</translation>
    </message>
    <message>
        <source>Paused at {percent}; its options were changed since. Undo that to go on.</source>
        <translation>En pausa al {percent}; sus opciones cambiaron desde entonces. Deshazlo para continuar.</translation>
    </message>
    <message>
        <source>Paused.</source>
        <translation>En pausa.</translation>
    </message>
    <message>
        <source>Reading failed. Check its disk.</source>
        <translation>Falló la lectura. Revisa el disco.</translation>
    </message>
    <message>
        <source>Restoring the first frames…</source>
        <translation>Restaurando los primeros fotogramas…</translation>
    </message>
    <message>
        <source>Starting…</source>
        <translation>Iniciando…</translation>
    </message>
    <message>
        <source>Stopping…</source>
        <translation>Deteniendo…</translation>
    </message>
    <message>
        <source>Takes about {time} on this computer.</source>
        <translation>Tarda unos {time} en este ordenador.</translation>
    </message>
    <message>
        <source>The encoder failed.</source>
        <translation>El codificador falló.</translation>
    </message>
    <message>
        <source>The file is empty.</source>
        <translation>El archivo está vacío.</translation>
    </message>
    <message>
        <source>The file was changed in the meantime.</source>
        <translation>El archivo cambió mientras tanto.</translation>
    </message>
    <message>
        <source>The output folder has gone.</source>
        <translation>La carpeta de salida ha desaparecido.</translation>
    </message>
    <message>
        <source>The output folder is locked.</source>
        <translation>La carpeta de salida está bloqueada.</translation>
    </message>
    <message>
        <source>Too damaged, or encrypted.</source>
        <translation>Demasiado dañado o cifrado.</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>En espera</translation>
    </message>
    <message>
        <source>Waiting · about {time}</source>
        <translation>En espera · unos {time}</translation>
    </message>
    <message>
        <source>Waiting · about {time}, done at {end}</source>
        <translation>En espera · unos {time}, listo a las {end}</translation>
    </message>
    <message>
        <source>Writes “{name}” beside the original, {size} pixels.</source>
        <translation>Escribe «{name}» junto al original, {size} píxeles.</translation>
    </message>
    <message>
        <source>Writes “{name}” in “{folder}”, {size} pixels.</source>
        <translation>Escribe «{name}» en «{folder}», {size} píxeles.</translation>
    </message>
    <message>
        <source>Writing failed. Check the disk.</source>
        <translation>Falló la escritura. Revisa el disco.</translation>
    </message>
    <message>
        <source>Writing “{name}” to {folder}.</source>
        <translation>Escribiendo «{name}» en {folder}.</translation>
    </message>
    <message>
        <source>about {time}</source>
        <translation>unos {time}</translation>
    </message>
    <message>
        <source>{factor} times</source>
        <translation>{factor} veces</translation>
    </message>
    <message>
        <source>{facts} · looking for faults…</source>
        <translation>{facts} · se buscan defectos…</translation>
    </message>
    <message>
        <source>{percent} · {name} – Homereel</source>
        <translation>{percent} · {name} – Homereel</translation>
    </message>
    <message>
        <source>{percent} · {time} left</source>
        <translation>{percent} · quedan {time}</translation>
    </message>
    <message>
        <source>{percent} · {time} left, done at {end}</source>
        <translation>{percent} · quedan {time}, listo a las {end}</translation>
    </message>
    <message>
        <source>{room} GB free.</source>
        <translation>{room} GB libres.</translation>
    </message>
    <message>
        <source>{start} to {end}</source>
        <translation>de {start} a {end}</translation>
    </message>
    <message>
        <source>“{name}” is in {folder}.</source>
        <translation>«{name}» está en {folder}.</translation>
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
        <translation>%(prog)s: error: %(message)s
</translation>
    </message>
    <message>
        <source>argument %(argument_name)s: %(message)s</source>
        <translation>argumento %(argument_name)s: %(message)s</translation>
    </message>
    <message>
        <source>expected at least one argument</source>
        <translation>se espera al menos un argumento</translation>
    </message>
    <message>
        <source>expected at most one argument</source>
        <translation>se espera como mucho un argumento</translation>
    </message>
    <message>
        <source>expected one argument</source>
        <translation>se espera un argumento</translation>
    </message>
    <message>
        <source>ignored explicit argument %r</source>
        <translation>argumento explícito %r ignorado</translation>
    </message>
    <message>
        <source>invalid choice: %(value)r (choose from %(choices)s)</source>
        <translation>opción no válida: %(value)r (elige entre %(choices)s)</translation>
    </message>
    <message>
        <source>not allowed with argument %s</source>
        <translation>no se permite junto con el argumento %s</translation>
    </message>
    <message>
        <source>options</source>
        <translation>opciones</translation>
    </message>
    <message>
        <source>positional arguments</source>
        <translation>argumentos posicionales</translation>
    </message>
    <message>
        <source>show program&apos;s version number and exit</source>
        <translation>muestra el número de versión y sale</translation>
    </message>
    <message>
        <source>show this help message and exit</source>
        <translation>muestra esta ayuda y sale</translation>
    </message>
    <message>
        <source>the following arguments are required: %s</source>
        <translation>faltan estos argumentos: %s</translation>
    </message>
    <message>
        <source>unrecognized arguments: %s</source>
        <translation>argumentos desconocidos: %s</translation>
    </message>
    <message>
        <source>usage: </source>
        <translation>uso: </translation>
    </message>
</context>
<context>
    <name>arguments</name>
    <message>
        <source>(every model that is installed)</source>
        <translation>(todos los modelos instalados)</translation>
    </message>
    <message>
        <source>(not installed)</source>
        <translation>(no instalado)</translation>
    </message>
    <message>
        <source>(the one for this card)</source>
        <translation>(el de esta tarjeta)</translation>
    </message>
    <message>
        <source>--bits is for --codec png and tiff</source>
        <translation>--bits es para --codec png y tiff</translation>
    </message>
    <message>
        <source>--denoise has no meaning for {model}: it is not mixed of two</source>
        <translation>--denoise no tiene sentido con {model}: no es una mezcla de dos</translation>
    </message>
    <message>
        <source>--end must be later than --start</source>
        <translation>--end debe ser posterior a --start</translation>
    </message>
    <message>
        <source>--join makes no numbered pictures</source>
        <translation>--join no hace imágenes numeradas</translation>
    </message>
    <message>
        <source>--join needs at least two --range</source>
        <translation>--join necesita al menos dos --range</translation>
    </message>
    <message>
        <source>--join, and --range of several sources, take one computer</source>
        <translation>--join, y --range con varios orígenes, usan un solo ordenador</translation>
    </message>
    <message>
        <source>--others-only is for --cluster</source>
        <translation>--others-only es para --cluster</translation>
    </message>
    <message>
        <source>--quality of {codec} goes to {highest}</source>
        <translation>--quality de {codec} llega hasta {highest}</translation>
    </message>
    <message>
        <source>--quality of {codec} is fixed</source>
        <translation>--quality de {codec} es fija</translation>
    </message>
    <message>
        <source>--range takes the place of --start and --end</source>
        <translation>--range sustituye a --start y --end</translation>
    </message>
    <message>
        <source>--split looks for parts by itself: leave out --range</source>
        <translation>--split busca las partes por sí solo: omite --range</translation>
    </message>
    <message>
        <source>--steady has no meaning for {model}: it looks at many pictures at once</source>
        <translation>--steady no tiene sentido con {model}: mira muchas imágenes a la vez</translation>
    </message>
    <message>
        <source>--threshold has no meaning for {model}: it does not clean frames</source>
        <translation>--threshold no tiene sentido con {model}: no limpia fotogramas</translation>
    </message>
    <message>
        <source>-o names one file; --join makes one of several ranges</source>
        <translation>-o nombra un archivo; --join hace uno de varios intervalos</translation>
    </message>
    <message>
        <source>-o names one file; with --split use --output-dir</source>
        <translation>-o nombra un archivo; con --split usa --output-dir</translation>
    </message>
    <message>
        <source>-o names one file; with several sources use --output-dir</source>
        <translation>-o nombra un archivo; con varios orígenes usa --output-dir</translation>
    </message>
    <message>
        <source>-o {path} does not end in .{container}</source>
        <translation>-o {path} no termina en .{container}</translation>
    </message>
    <message>
        <source>-o {path} has to end in one of {known}</source>
        <translation>-o {path} debe terminar en una de {known}</translation>
    </message>
    <message>
        <source>-o {path} is a folder; use --output-dir</source>
        <translation>-o {path} es una carpeta; usa --output-dir</translation>
    </message>
    <message>
        <source>.safetensors, or .pth</source>
        <translation>.safetensors o .pth</translation>
    </message>
    <message>
        <source>Restore old family videos on your own computer.</source>
        <translation>Restaura vídeos familiares antiguos en tu propio ordenador.</translation>
    </message>
    <message>
        <source>a folder for the outputs (default: beside)</source>
        <translation>una carpeta para los resultados (por defecto: junto al origen)</translation>
    </message>
    <message>
        <source>a part to restore, as 0:10-1:30; given several times, each is a file</source>
        <translation>una parte que restaurar, como 0:10-1:30; si se da varias veces, cada una es un archivo</translation>
    </message>
    <message>
        <source>a video, a folder of videos, or numbered pictures: their folder, or a pattern like scan_*.dpx</source>
        <translation>un vídeo, una carpeta de vídeos o imágenes numeradas: su carpeta o un patrón como scan_*.dpx</translation>
    </message>
    <message>
        <source>a video, or numbered pictures: their folder, or a pattern like scan_*.dpx</source>
        <translation>un vídeo, o imágenes numeradas: su carpeta o un patrón como scan_*.dpx</translation>
    </message>
    <message>
        <source>as one JSON list</source>
        <translation>como una lista JSON</translation>
    </message>
    <message>
        <source>as one JSON object</source>
        <translation>como un objeto JSON</translation>
    </message>
    <message>
        <source>ask on the internet whether there is a newer version</source>
        <translation>pregunta en internet si hay una versión más nueva</translation>
    </message>
    <message>
        <source>delete a key file, and refuse its copies on this computer</source>
        <translation>borra un archivo de clave y rechaza sus copias en este ordenador</translation>
    </message>
    <message>
        <source>delete the file of a model</source>
        <translation>borra el archivo de un modelo</translation>
    </message>
    <message>
        <source>download a model</source>
        <translation>descarga un modelo</translation>
    </message>
    <message>
        <source>download it, test it, and use it from now on</source>
        <translation>la descarga, la prueba y la usa a partir de ahora</translation>
    </message>
    <message>
        <source>go back to the processor&apos;s, and free the room</source>
        <translation>vuelve a la del procesador y libera espacio</translation>
    </message>
    <message>
        <source>go on with an interrupted render although program, model file or device have changed (by itself it goes on where nothing has)</source>
        <translation>continúa una restauración interrumpida aunque hayan cambiado el programa, el modelo o el dispositivo (por sí sola continúa donde no cambió nada)</translation>
    </message>
    <message>
        <source>how long it is valid ({days})</source>
        <translation>cuánto tiempo vale ({days})</translation>
    </message>
    <message>
        <source>how the result looks, and how it is stored</source>
        <translation>cómo se ve el resultado y cómo se guarda</translation>
    </message>
    <message>
        <source>install a model file from this computer</source>
        <translation>instala un archivo de modelo de este ordenador</translation>
    </message>
    <message>
        <source>its author&apos;s terms (unknown)</source>
        <translation>las condiciones de su autor (desconocidas)</translation>
    </message>
    <message>
        <source>join all ranges in one file, in the order given</source>
        <translation>une todos los intervalos en un archivo, en el orden dado</translation>
    </message>
    <message>
        <source>list, fetch and remove PyTorch for this machine&apos;s card</source>
        <translation>lista, descarga y quita PyTorch para la tarjeta de este equipo</translation>
    </message>
    <message>
        <source>list, fetch, import, add and remove models</source>
        <translation>lista, descarga, importa, añade y quita modelos</translation>
    </message>
    <message>
        <source>machine</source>
        <translation>equipo</translation>
    </message>
    <message>
        <source>make a key file; copy it to the other computers</source>
        <translation>crea un archivo de clave; cópialo en los otros ordenadores</translation>
    </message>
    <message>
        <source>make and revoke keys for other computers</source>
        <translation>crea y revoca claves para otros ordenadores</translation>
    </message>
    <message>
        <source>measure how natural videos look, and their sources beside them</source>
        <translation>mide lo naturales que se ven los vídeos y, al lado, sus orígenes</translation>
    </message>
    <message>
        <source>measure what this machine can do, and what that means for a tape</source>
        <translation>mide lo que puede este equipo y qué significa para una cinta</translation>
    </message>
    <message>
        <source>of this computer, as the others reach it ({address}: only programs on this computer)</source>
        <translation>de este ordenador, tal como lo alcanzan los otros ({address}: solo programas de este ordenador)</translation>
    </message>
    <message>
        <source>one event per line on stdout</source>
        <translation>un evento por línea en la salida estándar</translation>
    </message>
    <message>
        <source>one file for each recording of a DV tape, named by its date, or for each shot</source>
        <translation>un archivo por cada grabación de una cinta DV, con su fecha como nombre, o por cada plano</translation>
    </message>
    <message>
        <source>one of the commands below; “homereel COMMAND --help” explains it</source>
        <translation>una de las órdenes de abajo; «homereel COMMAND --help» la explica</translation>
    </message>
    <message>
        <source>open the window, with these files queued</source>
        <translation>abre la ventana con estos archivos en la cola</translation>
    </message>
    <message>
        <source>parameters of BRISQUE in LIBSVM&apos;s format: brisque/models/svm.txt of the Python package “brisque”, or “allmodel” of its authors</source>
        <translation>parámetros de BRISQUE en el formato de LIBSVM: brisque/models/svm.txt del paquete de Python «brisque», o «allmodel» de sus autores</translation>
    </message>
    <message>
        <source>parameters of NIQE: niqe_pris_params.npz of BasicSR (default: the file of this name in the folder of the models)</source>
        <translation>parámetros de NIQE: niqe_pris_params.npz de BasicSR (por defecto: el archivo de ese nombre en la carpeta de los modelos)</translation>
    </message>
    <message>
        <source>remove unfinished renders that nobody works on; asks about each on a terminal</source>
        <translation>quita restauraciones sin terminar en las que nadie trabaja; en un terminal pregunta por cada una</translation>
    </message>
    <message>
        <source>replace an existing output</source>
        <translation>reemplaza un resultado existente</translation>
    </message>
    <message>
        <source>restore a small made clip, resume it after a crash, open the window off-screen: does this installation work?</source>
        <translation>restaura un pequeño clip artificial, lo reanuda tras un fallo, abre la ventana sin pantalla: ¿funciona esta instalación?</translation>
    </message>
    <message>
        <source>restore for the other computers of a key</source>
        <translation>restaura para los otros ordenadores de una clave</translation>
    </message>
    <message>
        <source>restore videos</source>
        <translation>restaura vídeos</translation>
    </message>
    <message>
        <source>say what a video is and what Homereel would do with it</source>
        <translation>dice qué es un vídeo y qué haría Homereel con él</translation>
    </message>
    <message>
        <source>share the work with the computers where “homereel worker FILE” runs</source>
        <translation>reparte el trabajo con los ordenadores donde se ejecuta «homereel worker FILE»</translation>
    </message>
    <message>
        <source>take an image model of others that spandrel knows</source>
        <translation>toma un modelo de imagen ajeno que conozca spandrel</translation>
    </message>
    <message>
        <source>the cards that were found, and what fits them (default)</source>
        <translation>las tarjetas encontradas y lo que les corresponde (por defecto)</translation>
    </message>
    <message>
        <source>the job</source>
        <translation>el trabajo</translation>
    </message>
    <message>
        <source>the models and whether they are installed (default)</source>
        <translation>los modelos y si están instalados (por defecto)</translation>
    </message>
    <message>
        <source>the output file</source>
        <translation>el archivo de salida</translation>
    </message>
    <message>
        <source>this computer reads, hands out and joins, the others restore</source>
        <translation>este ordenador lee, reparte y une; los otros restauran</translation>
    </message>
    <message>
        <source>throw away what an interrupted render has finished, and start again</source>
        <translation>descarta lo terminado de una restauración interrumpida y empieza de nuevo</translation>
    </message>
    <message>
        <source>to choose it by (that of the file)</source>
        <translation>con el que elegirlo (el del archivo)</translation>
    </message>
    <message>
        <source>versions, devices, encoders, model files, unfinished renders: one page for a bug report</source>
        <translation>versiones, dispositivos, codificadores, modelos, restauraciones sin terminar: una página para informar de un fallo</translation>
    </message>
    <message>
        <source>videos, folders of videos, folders of pictures; frames 0, 50 and 99 of each count</source>
        <translation>vídeos, carpetas de vídeos, carpetas de imágenes; de cada uno cuentan los fotogramas 0, 50 y 99</translation>
    </message>
    <message>
        <source>what the others call this computer (its own name)</source>
        <translation>cómo llaman los otros a este ordenador (su propio nombre)</translation>
    </message>
    <message>
        <source>what the source is, and which part of it is restored</source>
        <translation>qué es el origen y qué parte se restaura</translation>
    </message>
    <message>
        <source>where the sources are (beside the results; “NAME restored.mp4” is made of NAME)</source>
        <translation>dónde están los orígenes (junto a los resultados; «NAME restored.mp4» procede de NAME)</translation>
    </message>
    <message>
        <source>{names}, or one of your own; what is given beside it wins</source>
        <translation>{names} o uno propio; lo que se indica aparte tiene prioridad</translation>
    </message>
    <message>
        <source>{text} is no number from {lowest} to {highest}</source>
        <translation>{text} no es un número de {lowest} a {highest}</translation>
    </message>
</context>
<context>
    <name>card</name>
    <message>
        <source>Fetch it ({size})</source>
        <translation>Descargarlo ({size})</translation>
    </message>
    <message>
        <source>For that it needs PyTorch&apos;s build “{runtime}”. It is fetched from where PyTorch and the maker of the card publish it, under the maker&apos;s terms, and takes about {room} on the disk meanwhile. It is used only if it computes correctly here; otherwise all stays as it is.</source>
        <translation>Para eso necesita la versión de PyTorch «{runtime}». Se descarga de donde la publican PyTorch y el fabricante de la tarjeta, con las condiciones del fabricante, y mientras tanto ocupa unos {room} en el disco. Solo se usa si calcula correctamente aquí; si no, todo se queda como está.</translation>
    </message>
    <message>
        <source>Go on fetching ({size})</source>
        <translation>Seguir descargando ({size})</translation>
    </message>
    <message>
        <source>No graphics card was found that Homereel can use. It works with the processor; a card of NVIDIA&apos;s would be many times faster.</source>
        <translation>No se encontró ninguna tarjeta gráfica que Homereel pueda usar. Trabaja con el procesador; una tarjeta de NVIDIA sería muchas veces más rápida.</translation>
    </message>
    <message>
        <source>The graphics card is used: {card}.</source>
        <translation>Se usa la tarjeta gráfica: {card}.</translation>
    </message>
    <message>
        <source>The graphics card {card} could be used, but its driver is too old: it has to be {version} or newer.</source>
        <translation>La tarjeta gráfica {card} se podría usar, pero su controlador es demasiado antiguo: tiene que ser el {version} o uno más nuevo.</translation>
    </message>
    <message>
        <source>The graphics card {card} is not used yet, and would be many times faster than the processor.</source>
        <translation>La tarjeta gráfica {card} todavía no se usa y sería muchas veces más rápida que el procesador.</translation>
    </message>
    <message>
        <source>The graphics card {card} is not used: there is no build of PyTorch for it to fetch in this version. Where Homereel was installed with Python, install the one that is named at pytorch.org/get-started/locally.</source>
        <translation>La tarjeta gráfica {card} no se usa: en esta versión no hay ninguna versión de PyTorch que descargar para ella. Si Homereel se instaló con Python, instala la que se indica en pytorch.org/get-started/locally.</translation>
    </message>
    <message>
        <source>The graphics card {card} is used when you open Homereel again.</source>
        <translation>La tarjeta gráfica {card} se usará cuando abras Homereel de nuevo.</translation>
    </message>
</context>
<context>
    <name>chips</name>
    <message>
        <source>Black borders</source>
        <translation>Bordes negros</translation>
    </message>
    <message>
        <source>Colours displaced</source>
        <translation>Colores desplazados</translation>
    </message>
    <message>
        <source>Damaged</source>
        <translation>Dañado</translation>
    </message>
    <message>
        <source>Double contours</source>
        <translation>Contornos dobles</translation>
    </message>
    <message>
        <source>Dust</source>
        <translation>Polvo</translation>
    </message>
    <message>
        <source>Faded</source>
        <translation>Descolorido</translation>
    </message>
    <message>
        <source>Film of a DVD</source>
        <translation>Película de DVD</translation>
    </message>
    <message>
        <source>Flicker</source>
        <translation>Parpadeo</translation>
    </message>
    <message>
        <source>HDR</source>
        <translation>HDR</translation>
    </message>
    <message>
        <source>Interlaced</source>
        <translation>Entrelazado</translation>
    </message>
    <message>
        <source>Mirrored</source>
        <translation>En espejo</translation>
    </message>
    <message>
        <source>No colour tags</source>
        <translation>Sin etiqueta de color</translation>
    </message>
    <message>
        <source>Numbered pictures</source>
        <translation>Imágenes numeradas</translation>
    </message>
    <message>
        <source>On its side</source>
        <translation>De lado</translation>
    </message>
    <message>
        <source>Original sound as well</source>
        <translation>También el sonido original</translation>
    </message>
    <message>
        <source>Pixels not square</source>
        <translation>Píxeles no cuadrados</translation>
    </message>
    <message>
        <source>Ragged lines</source>
        <translation>Líneas desiguales</translation>
    </message>
    <message>
        <source>Rainbows</source>
        <translation>Arcoíris</translation>
    </message>
    <message>
        <source>Repeated pictures</source>
        <translation>Imágenes repetidas</translation>
    </message>
    <message>
        <source>Several recordings</source>
        <translation>Varias grabaciones</translation>
    </message>
    <message>
        <source>Streaks of lost tape</source>
        <translation>Rayas de cinta dañada</translation>
    </message>
    <message>
        <source>Torn lines at the edge</source>
        <translation>Líneas rasgadas</translation>
    </message>
    <message>
        <source>Trembling hand</source>
        <translation>Mano temblorosa</translation>
    </message>
    <message>
        <source>Uneven frame times</source>
        <translation>Tiempos irregulares</translation>
    </message>
    <message>
        <source>the sound of the source stays as a second track</source>
        <translation>el sonido del origen queda como segunda pista</translation>
    </message>
</context>
<context>
    <name>clock</name>
    <message numerus="yes">
        <source>%n days</source>
        <translation>
            <numerusform>%n día</numerusform>
            <numerusform>%n días</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hours</source>
        <translation>
            <numerusform>%n hora</numerusform>
            <numerusform>%n horas</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n minutes</source>
        <translation>
            <numerusform>%n minuto</numerusform>
            <numerusform>%n minutos</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n seconds</source>
        <translation>
            <numerusform>%n segundo</numerusform>
            <numerusform>%n segundos</numerusform>
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
        <translation>{count} segundos</translation>
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
            <numerusform>%n archivo continúa la película de un archivo anterior y se restaura con él.</numerusform>
            <numerusform>%n archivos continúan la película de un archivo anterior y se restauran con él.</numerusform>
        </translation>
    </message>
    <message>
        <source>Both measures need a file of parameters that does not come with the program; see “homereel score --help”.</source>
        <translation>Las dos medidas necesitan un archivo de parámetros que no viene con el programa; mira «homereel score --help».</translation>
    </message>
    <message>
        <source>Cancelled; “homereel models fetch {name}” goes on from here.</source>
        <translation>Cancelado; «homereel models fetch {name}» continúa desde aquí.</translation>
    </message>
    <message>
        <source>Cancelled; “homereel runtime fetch” goes on from here.</source>
        <translation>Cancelado; «homereel runtime fetch» continúa desde aquí.</translation>
    </message>
    <message>
        <source>Everything works.</source>
        <translation>Todo funciona.</translation>
    </message>
    <message>
        <source>FAILED</source>
        <translation>FALLÓ</translation>
    </message>
    <message>
        <source>Here: homereel restore FILM --cluster {path}</source>
        <translation>Aquí: homereel restore FILM --cluster {path}</translation>
    </message>
    <message>
        <source>Homereel {version}: testing this installation takes a minute or two.</source>
        <translation>Homereel {version}: probar esta instalación lleva uno o dos minutos.</translation>
    </message>
    <message>
        <source>Joined the computer at {address}.</source>
        <translation>Conectado al ordenador en {address}.</translation>
    </message>
    <message>
        <source>Leave out the sources before {source} then: they had their turn, and would be restored once more.</source>
        <translation>Omita entonces las fuentes anteriores a {source}: ya tuvieron su turno y se restaurarían otra vez.</translation>
    </message>
    <message>
        <source>Licence: {licence}</source>
        <translation>Licencia: {licence}</translation>
    </message>
    <message>
        <source>No temporary files can be written here ({detail}).</source>
        <translation>Aquí no se pueden escribir archivos temporales ({detail}).</translation>
    </message>
    <message>
        <source>Nobody hands out work at {address} yet; waiting.</source>
        <translation>Todavía nadie reparte trabajo en {address}; esperando.</translation>
    </message>
    <message>
        <source>On the other computers, with a copy of it: homereel worker {path}</source>
        <translation>En los otros ordenadores, con una copia de ella: homereel worker {path}</translation>
    </message>
    <message>
        <source>Only this computer itself can be reached at {address}. For others, make a key with its address in your network: --address {own}</source>
        <translation>En {address} solo se alcanza este mismo ordenador. Para otros, crea una clave con su dirección en tu red: --address {own}</translation>
    </message>
    <message>
        <source>Other users of this computer can read {path}; make it readable to you only.</source>
        <translation>Otros usuarios de este ordenador pueden leer {path}; haz que solo tú puedas leerlo.</translation>
    </message>
    <message>
        <source>Remove {folder}? [y/N] </source>
        <translation>¿Quitar {folder}? [s/N] </translation>
    </message>
    <message>
        <source>Removed {folder}</source>
        <translation>Quitado: {folder}</translation>
    </message>
    <message>
        <source>Restoring a stretch of {detail}.</source>
        <translation>Restaurando un tramo de {detail}.</translation>
    </message>
    <message>
        <source>Something does not work; see above.</source>
        <translation>Algo no funciona; mira arriba.</translation>
    </message>
    <message>
        <source>The computer at {address} has no more work.</source>
        <translation>El ordenador en {address} ya no tiene más trabajo.</translation>
    </message>
    <message>
        <source>The computer at {address} refuses this key: it has another one, or the clocks differ by days.</source>
        <translation>El ordenador en {address} rechaza esta clave: tiene otra, o los relojes difieren en días.</translation>
    </message>
    <message>
        <source>The window cannot open, since Qt lacks a library of your system ({library}); install it.</source>
        <translation>La ventana no se puede abrir porque a Qt le falta una biblioteca del sistema ({library}); instálala.</translation>
    </message>
    <message>
        <source>There is no screen here; use “homereel restore” instead of the window.</source>
        <translation>Aquí no hay pantalla; usa «homereel restore» en lugar de la ventana.</translation>
    </message>
    <message>
        <source>There is no video and no folder of pictures to score.</source>
        <translation>No hay ningún vídeo ni carpeta de imágenes que valorar.</translation>
    </message>
    <message>
        <source>Under which licence does its author give it away? [unknown] </source>
        <translation>¿Con qué licencia lo publica su autor? [desconocida] </translation>
    </message>
    <message>
        <source>Use it with “homereel restore --model {model} …”.</source>
        <translation>Úsalo con «homereel restore --model {model} …».</translation>
    </message>
    <message>
        <source>measuring {model}</source>
        <translation>midiendo {model}</translation>
    </message>
    <message>
        <source>passed</source>
        <translation>bien</translation>
    </message>
    <message>
        <source>scoring {name}</source>
        <translation>valorando {name}</translation>
    </message>
    <message>
        <source>y</source>
        <comment>the letter for yes in [y/N]</comment>
        <translation>s</translation>
    </message>
    <message>
        <source>{done} of {total}</source>
        <translation>{done} de {total}</translation>
    </message>
    <message numerus="yes">
        <source>{folder} (%n finished frames of {output}, {size})</source>
        <translation>
            <numerusform>{folder} (%n fotograma terminado de {output}, {size})</numerusform>
            <numerusform>{folder} (%n fotogramas terminados de {output}, {size})</numerusform>
        </translation>
    </message>
    <message>
        <source>{folder} could not be removed.</source>
        <translation>No se pudo quitar {folder}.</translation>
    </message>
    <message>
        <source>{model} is installed.</source>
        <translation>{model} está instalado.</translation>
    </message>
    <message>
        <source>{model} is installed: {path}</source>
        <translation>{model} está instalado: {path}</translation>
    </message>
    <message>
        <source>{name} is neither a command nor a file</source>
        <translation>{name} no es ni una orden ni un archivo</translation>
    </message>
    <message>
        <source>{path} exists already; choose another name, or replace it by --overwrite.</source>
        <translation>{path} ya existe; elige otro nombre o reemplázalo con --overwrite.</translation>
    </message>
    <message>
        <source>{path} is a key: who has it can let this computer work for them, and read the films that it restores with others. It is valid until {date}.</source>
        <translation>{path} es una clave: quien la tiene puede hacer que este ordenador trabaje para él y leer las películas que restaura con otros. Vale hasta el {date}.</translation>
    </message>
    <message>
        <source>{path} is deleted, and its copies are refused on this computer; delete them on the others.</source>
        <translation>{path} se ha borrado y sus copias se rechazan en este ordenador; bórralas en los otros.</translation>
    </message>
    <message>
        <source>{runtime} works, and is used from the next start on.</source>
        <translation>{runtime} funciona y se usará a partir del próximo inicio.</translation>
    </message>
    <message>
        <source>{size} freed; the processor&apos;s build is used.</source>
        <translation>{size} liberados; se usa la versión del procesador.</translation>
    </message>
    <message>
        <source>{size} freed; {model} is not installed any more.</source>
        <translation>{size} liberados; {model} ya no está instalado.</translation>
    </message>
</context>
<context>
    <name>console</name>
    <message numerus="yes">
        <source>%n frames are finished</source>
        <translation>
            <numerusform>%n fotograma terminado</numerusform>
            <numerusform>%n fotogramas terminados</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n frames in {time}</source>
        <translation>
            <numerusform>%n fotograma en {time}</numerusform>
            <numerusform>%n fotogramas en {time}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n frames in {time}, cleaned {passes} times on average</source>
        <translation>
            <numerusform>%n fotograma en {time}, limpiado {passes} veces de media</numerusform>
            <numerusform>%n fotogramas en {time}, limpiados {passes} veces de media</numerusform>
        </translation>
    </message>
    <message>
        <source>Going on with {source} to {output} ({how})</source>
        <translation>Continuando {source} en {output} ({how})</translation>
    </message>
    <message>
        <source>Restoring {source} to {output} ({how})</source>
        <translation>Restaurando {source} en {output} ({how})</translation>
    </message>
    <message>
        <source>about {time}</source>
        <translation>unos {time}</translation>
    </message>
    <message>
        <source>frame {frame}</source>
        <translation>fotograma {frame}</translation>
    </message>
    <message>
        <source>frame {frame} of {total}</source>
        <translation>fotograma {frame} de {total}</translation>
    </message>
    <message>
        <source>{peer} has joined.</source>
        <translation>{peer} se ha unido.</translation>
    </message>
    <message>
        <source>{size}, without a network on {device}</source>
        <translation>{size}, sin red en {device}</translation>
    </message>
    <message>
        <source>{size}, {model} on {device}</source>
        <translation>{size}, {model} en {device}</translation>
    </message>
    <message>
        <source>{speed:.3g} frames/s</source>
        <translation>{speed:.3g} fotogramas/s</translation>
    </message>
    <message>
        <source>{time} left</source>
        <translation>quedan {time}</translation>
    </message>
</context>
<context>
    <name>faults</name>
    <message>
        <source>a hand that trembles by {tremor:.1f} pixels; steadied, up to {border:.0f} pixels of the border are made up</source>
        <translation>una mano que tiembla {tremor:.1f} píxeles; al estabilizarla se inventan hasta {border:.0f} píxeles del borde</translation>
    </message>
    <message>
        <source>a second contour beside edges, {overshoot:.0%} as strong as they</source>
        <translation>un segundo contorno junto a los bordes, un {overshoot:.0%} de su fuerza</translation>
    </message>
    <message>
        <source>brightness that swings by {swing:.0%} from picture to picture</source>
        <translation>brillo que oscila un {swing:.0%} de imagen a imagen</translation>
    </message>
    <message>
        <source>colours {across:.1f} pixels too far {side}</source>
        <translation>colores desplazados {across:.1f} píxeles a la {side}</translation>
    </message>
    <message>
        <source>colours {across:.1f} pixels too far {side}, {along:.1f} lines too {end}</source>
        <translation>colores desplazados {across:.1f} píxeles a la {side} y {along:.1f} líneas hacia {end}</translation>
    </message>
    <message>
        <source>colours {along:.1f} lines too {end}</source>
        <translation>colores desplazados {along:.1f} líneas hacia {end}</translation>
    </message>
    <message>
        <source>faded: the darkest is {black:.0f} and the brightest {white:.0f} of 255</source>
        <translation>descolorido: lo más oscuro es {black:.0f} y lo más claro {white:.0f} de 255</translation>
    </message>
    <message>
        <source>high</source>
        <translation>arriba</translation>
    </message>
    <message>
        <source>left</source>
        <translation>izquierda</translation>
    </message>
    <message>
        <source>low</source>
        <translation>abajo</translation>
    </message>
    <message>
        <source>nothing was found</source>
        <translation>no se encontró nada</translation>
    </message>
    <message>
        <source>ragged lines: they begin {jitter:.1f} pixels too early or too late</source>
        <translation>líneas desiguales: empiezan {jitter:.1f} píxeles antes o después</translation>
    </message>
    <message>
        <source>rainbows and crawling dots of composite video, in {share:.1%} of each picture</source>
        <translation>arcoíris y puntos móviles del vídeo compuesto, en el {share:.1%} de cada imagen</translation>
    </message>
    <message>
        <source>right</source>
        <translation>derecha</translation>
    </message>
    <message>
        <source>spots that last for one picture: about {per_picture:.1f} in each</source>
        <translation>manchas que duran una imagen: unas {per_picture:.1f} en cada una</translation>
    </message>
    <message>
        <source>streaks that last for one picture: about {per_picture:.1f} in each</source>
        <translation>rayas que duran una imagen: unas {per_picture:.1f} en cada una</translation>
    </message>
    <message>
        <source>torn lines: {top:.0f} at the top and {bottom:.0f} at the bottom</source>
        <translation>líneas rasgadas: {top:.0f} arriba y {bottom:.0f} abajo</translation>
    </message>
    <message>
        <source>{count:.0f} of {pictures:.0f} pictures looked at are copies in place of lost ones, the first at {places} seconds</source>
        <translation>{count:.0f} de {pictures:.0f} imágenes examinadas son copias en lugar de las perdidas, las primeras en el segundo {places}</translation>
    </message>
    <message>
        <source>{fault}: stays, unless you ask for --repair {name}</source>
        <translation>{fault}: se queda, salvo que pidas --repair {name}</translation>
    </message>
    <message>
        <source>{fault}: will be repaired</source>
        <translation>{fault}: se reparará</translation>
    </message>
    <message>
        <source>{fault}: will be repaired (otherwise: --repair off, or names of others)</source>
        <translation>{fault}: se reparará (si no: --repair off, o los nombres de otras)</translation>
    </message>
</context>
<context>
    <name>languages</name>
    <message>
        <source>Homereel speaks English when you open it again.</source>
        <translation>Homereel hablará español cuando lo abras de nuevo.</translation>
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
            <numerusform>Falta %n imagen en la numeración; la anterior dura más.</numerusform>
            <numerusform>Faltan %n imágenes en la numeración; la anterior a cada una dura más.</numerusform>
        </translation>
    </message>
    <message>
        <source>A cover picture is broken and is missing in the output.</source>
        <translation>Una imagen de portada está dañada y falta en el resultado.</translation>
    </message>
    <message>
        <source>A sound track ({detail}) changes its rate or its channels in the middle and is converted to one of each.</source>
        <translation>Una pista de sonido ({detail}) cambia de frecuencia o de canales a la mitad y se convierte a una sola forma.</translation>
    </message>
    <message>
        <source>A sound track ({detail}) does not fit into this container and is converted to AAC.</source>
        <translation>Una pista de sonido ({detail}) no cabe en este contenedor y se convierte a AAC.</translation>
    </message>
    <message>
        <source>A sound track ({detail}) does not fit into this container and is stored as PCM, without a loss.</source>
        <translation>Una pista de sonido ({detail}) no cabe en este contenedor y se guarda como PCM, sin pérdida.</translation>
    </message>
    <message>
        <source>A sound track ({detail}) is damaged and cannot be copied; what can be decoded of it is encoded again.</source>
        <translation>Una pista de sonido ({detail}) está dañada y no se puede copiar; lo que se puede descodificar se codifica de nuevo.</translation>
    </message>
    <message>
        <source>A sound track ({detail}) is stored beside the pictures, as a WAV file.</source>
        <translation>Una pista de sonido ({detail}) se guarda junto a las imágenes, como archivo WAV.</translation>
    </message>
    <message>
        <source>A sound track cannot be read or written and is missing in the output.</source>
        <translation>Una pista de sonido no se puede leer o escribir y falta en el resultado.</translation>
    </message>
    <message>
        <source>Attached files or cover pictures do not fit into this container and are missing in the output; MKV holds them.</source>
        <translation>Los archivos adjuntos o las portadas no caben en este contenedor y faltan en el resultado; MKV los admite.</translation>
    </message>
    <message>
        <source>Cancelled before anything was finished; the same command begins anew.</source>
        <translation>Cancelado antes de terminar nada; la misma orden empieza de nuevo.</translation>
    </message>
    <message>
        <source>Cancelled.</source>
        <translation>Cancelado.</translation>
    </message>
    <message>
        <source>Cancelled; what is finished is kept, and the same command goes on from there.</source>
        <translation>Cancelado; se conserva lo terminado y la misma orden continúa desde ahí.</translation>
    </message>
    <message>
        <source>Closed captions within the pictures cannot be kept and are missing.</source>
        <translation>Los subtítulos ocultos dentro de la imagen (closed captions) no se pueden conservar y faltan.</translation>
    </message>
    <message>
        <source>Data that the camera recorded beside the picture ({detail}) cannot be kept and is missing in the output.</source>
        <translation>Los datos que la cámara grabó junto a la imagen ({detail}) no se pueden conservar y faltan en el resultado.</translation>
    </message>
    <message>
        <source>Dolby Vision becomes {detail}, which is what players without it show of the source.</source>
        <translation>Dolby Vision pasa a ser {detail}, que es lo que muestran del origen los reproductores sin Dolby Vision.</translation>
    </message>
    <message>
        <source>Fetching PyTorch for the card failed ({detail}); try again, it goes on where it stopped.</source>
        <translation>No se pudo descargar PyTorch para la tarjeta ({detail}); inténtalo de nuevo, continúa donde se detuvo.</translation>
    </message>
    <message>
        <source>Fetching the model {model} failed ({detail}); try again, it goes on where it stopped.</source>
        <translation>No se pudo descargar el modelo {model} ({detail}); inténtalo de nuevo, continúa donde se detuvo.</translation>
    </message>
    <message>
        <source>HDR10+ becomes HDR10, which is what players without it show of the source.</source>
        <translation>HDR10+ pasa a ser HDR10, que es lo que muestran del origen los reproductores sin HDR10+.</translation>
    </message>
    <message>
        <source>Homereel ended while it looked at {path}, which may be the reason, and leaves it alone; choose “Look at it again” from its menu to try.</source>
        <translation>Homereel se cerró mientras examinaba {path}, que puede ser la causa, y no lo toca; elige «Examinar otra vez» en su menú para intentarlo.</translation>
    </message>
    <message>
        <source>Makes room for the preview; it goes on by itself.</source>
        <translation>Deja sitio a la vista previa; continúa por sí sola.</translation>
    </message>
    <message>
        <source>Memory ran short; the work goes on in smaller steps.</source>
        <translation>Faltó memoria; el trabajo continúa en pasos más pequeños.</translation>
    </message>
    <message>
        <source>Models of others cannot be used, since the native part of torchvision is missing or made for another PyTorch ({detail}); install the torchvision that belongs to your PyTorch.</source>
        <translation>Los modelos ajenos no se pueden usar porque la parte nativa de torchvision falta o es de otro PyTorch ({detail}); instala el torchvision que corresponde a tu PyTorch.</translation>
    </message>
    <message>
        <source>Models of others need the Python packages spandrel and torchvision, of which {detail} is not installed; “pip install homereel[community]” installs them.</source>
        <translation>Los modelos ajenos necesitan los paquetes de Python spandrel y torchvision, de los que {detail} no está instalado; «pip install homereel[community]» los instala.</translation>
    </message>
    <message>
        <source>No frame of {path} can be decoded; it is encrypted or badly damaged.</source>
        <translation>No se puede descodificar ningún fotograma de {path}; está cifrado o muy dañado.</translation>
    </message>
    <message>
        <source>Nobody at {detail} answers whether there is a newer version; try again when you are online.</source>
        <translation>Nadie en {detail} responde si hay una versión más nueva; inténtalo de nuevo cuando tengas conexión.</translation>
    </message>
    <message>
        <source>Nothing was found in the sound for “{detail}” to put right.</source>
        <translation>No se encontró en el sonido nada que «{detail}» pueda corregir.</translation>
    </message>
    <message>
        <source>Numbers of 16 bits are too small for this picture; the work goes on in 32 bits, more slowly.</source>
        <translation>Los números de 16 bits son demasiado pequeños para esta imagen; el trabajo sigue en 32 bits, más despacio.</translation>
    </message>
    <message>
        <source>Of the source&apos;s notes, this cannot be written to the output and is missing: {detail}.</source>
        <translation>De las anotaciones del origen, esto no se puede escribir en el resultado y falta: {detail}.</translation>
    </message>
    <message numerus="yes">
        <source>Only the first two channels of a sound track ({detail}) are kept in this container, %n are missing; MKV and MOV hold more.</source>
        <translation>
            <numerusform>En este contenedor solo se conservan los dos primeros canales de una pista de sonido ({detail}), falta %n; MKV y MOV admiten más.</numerusform>
            <numerusform>En este contenedor solo se conservan los dos primeros canales de una pista de sonido ({detail}), faltan %n; MKV y MOV admiten más.</numerusform>
        </translation>
    </message>
    <message>
        <source>Other computers cannot be used without the package “{detail}”; install it with “pip install homereel[cluster]”.</source>
        <translation>No se pueden usar otros ordenadores sin el paquete «{detail}»; instálalo con «pip install homereel[cluster]».</translation>
    </message>
    <message>
        <source>PyTorch for the card is being fetched already, by another window or command.</source>
        <translation>PyTorch para la tarjeta ya se está descargando, desde otra ventana u orden.</translation>
    </message>
    <message>
        <source>Reading {path} failed ({detail}); check its disk, or copy it to another one first.</source>
        <translation>No se pudo leer {path} ({detail}); revisa el disco o copia antes el archivo a otro.</translation>
    </message>
    <message>
        <source>Something unexpected happened ({kind}: {what}); please report it with the page that “homereel doctor” prints.</source>
        <translation>Ocurrió algo inesperado ({kind}: {what}); infórmanos con la página que muestra «homereel doctor».</translation>
    </message>
    <message>
        <source>Subtitles ({detail}) do not fit into this container and are converted; MKV keeps more.</source>
        <translation>Los subtítulos ({detail}) no caben en este contenedor y se convierten; MKV conserva más.</translation>
    </message>
    <message>
        <source>Subtitles cannot be kept in this container ({detail}) and are missing in the output.</source>
        <translation>Los subtítulos no se pueden conservar en este contenedor ({detail}) y faltan en el resultado.</translation>
    </message>
    <message>
        <source>The chosen region does not lie within the picture of {path}; choose a smaller one.</source>
        <translation>La región elegida no está dentro de la imagen de {path}; elige una más pequeña.</translation>
    </message>
    <message>
        <source>The clock of {peer} differs by {detail} hours; the film is not affected.</source>
        <translation>El reloj de {peer} difiere en {detail} horas; a la película no le afecta.</translation>
    </message>
    <message>
        <source>The connection to {peer} was lost; its stretch is restored again.</source>
        <translation>Se perdió la conexión con {peer}; su tramo se restaura de nuevo.</translation>
    </message>
    <message>
        <source>The device {device} is not there or cannot compute; choose auto or cpu.</source>
        <translation>El dispositivo {device} no está o no puede calcular; elige auto o cpu.</translation>
    </message>
    <message>
        <source>The device {device} stopped working ({detail}); what is finished is kept, start again to go on.</source>
        <translation>El dispositivo {device} dejó de funcionar ({detail}); se conserva lo terminado, inicia otra vez para continuar.</translation>
    </message>
    <message>
        <source>The disk allows no file of the name {path} ({detail}); choose another one.</source>
        <translation>El disco no permite un archivo llamado {path} ({detail}); elige otro.</translation>
    </message>
    <message>
        <source>The disk of {path} is full ({free} free); make room or choose another folder.</source>
        <translation>El disco de {path} está lleno ({free} libres); libera espacio o elige otra carpeta.</translation>
    </message>
    <message>
        <source>The disk of {path} is full ({free} free); the render waits, and goes on when there is room.</source>
        <translation>El disco de {path} está lleno ({free} libres); la restauración espera y continúa cuando haya espacio.</translation>
    </message>
    <message>
        <source>The disk of {peer} is full and it is left out; make room there.</source>
        <translation>{peer} tiene el disco lleno y queda fuera; libera espacio allí.</translation>
    </message>
    <message>
        <source>The encoder could not write {path} ({detail}); try another codec or output size.</source>
        <translation>El codificador no pudo escribir {path} ({detail}); prueba otro códec u otro tamaño de salida.</translation>
    </message>
    <message>
        <source>The encoder {detail} does not work here with this picture; the processor encodes it.</source>
        <translation>El codificador {detail} no funciona aquí con esta imagen; la codifica el procesador.</translation>
    </message>
    <message>
        <source>The file of the model {model} holds another network ({detail}); fetch or import it again.</source>
        <translation>El archivo del modelo {model} contiene otra red ({detail}); descárgalo o impórtalo de nuevo.</translation>
    </message>
    <message>
        <source>The file of the model {model} is damaged or was changed and is not used; fetch it again.</source>
        <translation>El archivo del modelo {model} está dañado o se modificó y no se usa; descárgalo de nuevo.</translation>
    </message>
    <message>
        <source>The folder of {path} does not exist; create it or choose another one.</source>
        <translation>La carpeta de {path} no existe; créala o elige otra.</translation>
    </message>
    <message>
        <source>The folder of {path} has gone; the render waits, and goes on when it is back.</source>
        <translation>La carpeta de {path} ha desaparecido; la restauración espera y continúa cuando vuelva.</translation>
    </message>
    <message>
        <source>The graphics card ({detail}) is not used, since PyTorch is built for the processor here; with its build for this card a render takes a fraction of the time (“homereel doctor” says what to install).</source>
        <translation>La tarjeta gráfica ({detail}) no se usa porque aquí PyTorch está hecho para el procesador; con su versión para esta tarjeta una restauración lleva una fracción del tiempo («homereel doctor» dice qué instalar).</translation>
    </message>
    <message>
        <source>The graphics card ({detail}) is too old or too new for this program; the processor computes.</source>
        <translation>La tarjeta gráfica ({detail}) es demasiado antigua o demasiado nueva para este programa; calcula el procesador.</translation>
    </message>
    <message>
        <source>The hidden working folder of {path} was removed during the render; start it again.</source>
        <translation>La carpeta de trabajo oculta de {path} se quitó durante la restauración; iníciala otra vez.</translation>
    </message>
    <message>
        <source>The journal of the unfinished {path} cannot be read, or is of another version; give --no-resume to start again.</source>
        <translation>El registro de {path}, sin terminar, no se puede leer o es de otra versión; indica --no-resume para empezar de nuevo.</translation>
    </message>
    <message>
        <source>The key in {path} is valid from {detail} on only; set the clock of this computer.</source>
        <translation>La clave de {path} solo vale a partir del {detail}; pon en hora el reloj de este ordenador.</translation>
    </message>
    <message>
        <source>The key in {path} was revoked on this computer; make a new one.</source>
        <translation>La clave de {path} se revocó en este ordenador; crea una nueva.</translation>
    </message>
    <message>
        <source>The key in {path} was valid until {detail}; make a new one, or set the clock of this computer.</source>
        <translation>La clave de {path} valía hasta el {detail}; crea una nueva o pon en hora el reloj de este ordenador.</translation>
    </message>
    <message>
        <source>The model file {model} cannot be read ({detail}); choose another one, or fetch it again.</source>
        <translation>El archivo del modelo {model} no se puede leer ({detail}); elige otro o descárgalo de nuevo.</translation>
    </message>
    <message>
        <source>The model {model} comes with Homereel and stays.</source>
        <translation>El modelo {model} viene con Homereel y se queda.</translation>
    </message>
    <message>
        <source>The model {model} enlarges {detail} times; Homereel takes models that keep the size or enlarge 2, 4 or 8 times.</source>
        <translation>El modelo {model} amplía {detail} veces; Homereel admite modelos que conservan el tamaño o amplían 2, 4 u 8 veces.</translation>
    </message>
    <message>
        <source>The model {model} is for {detail}; Homereel takes models for whole pictures in colour.</source>
        <translation>El modelo {model} es para {detail}; Homereel admite modelos para imágenes completas en color.</translation>
    </message>
    <message>
        <source>The model {model} is not installed, and its publisher has no plain address for it; get its file with a browser and add it with “homereel models import FILE”.</source>
        <translation>El modelo {model} no está instalado y su editor no ofrece una dirección sencilla; descarga el archivo con un navegador y añádelo con «homereel models import FILE».</translation>
    </message>
    <message>
        <source>The model {model} is not installed; get it with “homereel models fetch {model}”.</source>
        <translation>El modelo {model} no está instalado; descárgalo con «homereel models fetch {model}».</translation>
    </message>
    <message>
        <source>The note that this is a 360° picture cannot be kept; players will show it flat.</source>
        <translation>La nota de que es una imagen de 360° no se puede conservar; los reproductores la mostrarán plana.</translation>
    </message>
    <message>
        <source>The output could not be written ({detail}); everything else was carried out.</source>
        <translation>No se pudo escribir la salida ({detail}); todo lo demás se hizo.</translation>
    </message>
    <message>
        <source>The preset {name} makes no sense ({detail}); change or remove its file.</source>
        <translation>El ajuste {name} no tiene sentido ({detail}); cambia o quita su archivo.</translation>
    </message>
    <message>
        <source>The process that restored {path} crashed (exit status {exit_status}); what is finished is kept, start it again to go on.</source>
        <translation>El proceso que restauraba {path} falló (estado de salida {exit_status}); se conserva lo terminado, inícialo otra vez para continuar.</translation>
    </message>
    <message>
        <source>The render goes on.</source>
        <translation>La restauración continúa.</translation>
    </message>
    <message>
        <source>The size or shape of the picture changes in the middle of the source; later pictures are fitted into the first one.</source>
        <translation>El tamaño o la forma de la imagen cambia en medio del origen; las imágenes posteriores se ajustan a la primera.</translation>
    </message>
    <message>
        <source>The source has more than one picture; only the first choice is restored.</source>
        <translation>El origen tiene más de una imagen; solo se restaura la primera opción.</translation>
    </message>
    <message>
        <source>The source is a 3D film; a second view is left out, and views side by side are not marked as 3D.</source>
        <translation>El origen es una película 3D; una segunda vista se omite y las vistas lado a lado no se marcan como 3D.</translation>
    </message>
    <message numerus="yes">
        <source>The source is damaged in %n places: what could not be decoded there is left out.</source>
        <translation>
            <numerusform>El origen está dañado en un sitio: lo que no se pudo descodificar ahí se omite.</numerusform>
            <numerusform>El origen está dañado en %n sitios: lo que no se pudo descodificar ahí se omite.</numerusform>
        </translation>
    </message>
    <message>
        <source>The source was moved, and found by its content: {detail}.</source>
        <translation>El origen se movió y se encontró por su contenido: {detail}.</translation>
    </message>
    <message>
        <source>There is a model called {model} already; choose another name with --name.</source>
        <translation>Ya hay un modelo llamado {model}; elige otro nombre con --name.</translation>
    </message>
    <message>
        <source>There is no PyTorch called {runtime} for this machine; “homereel runtime” lists them.</source>
        <translation>No hay ningún PyTorch llamado {runtime} para este equipo; «homereel runtime» los muestra.</translation>
    </message>
    <message>
        <source>There is no file {model}; check the name and whether its disk is connected.</source>
        <translation>No existe el archivo {model}; compruebe el nombre y que su disco esté conectado.</translation>
    </message>
    <message>
        <source>There is no file {path}; check the name and whether its disk is connected.</source>
        <translation>No existe el archivo {path}; revisa el nombre y si su disco está conectado.</translation>
    </message>
    <message>
        <source>There is no key file {path}; make one with “homereel cluster create FILE”, or copy the one that the other computers have.</source>
        <translation>No existe el archivo de clave {path}; crea uno con «homereel cluster create FILE» o copia el que tienen los otros ordenadores.</translation>
    </message>
    <message>
        <source>There is no model called {model}; “homereel models” lists them.</source>
        <translation>No hay ningún modelo llamado {model}; «homereel models» los muestra.</translation>
    </message>
    <message>
        <source>There is no place at which this video could be split; it becomes one file.</source>
        <translation>No hay ningún punto en el que dividir este vídeo; será un solo archivo.</translation>
    </message>
    <message>
        <source>There is no preset called {name}; the presets there are: {detail}.</source>
        <translation>No hay ningún ajuste llamado {name}; los que hay son: {detail}.</translation>
    </message>
    <message>
        <source>This computer cannot be reached by others as the key {path} says ({detail}); make a key with its own address, or let the other program that uses the port end first.</source>
        <translation>Los otros no pueden alcanzar este ordenador como dice la clave {path} ({detail}); crea una clave con su propia dirección, o deja que termine antes el otro programa que usa el puerto.</translation>
    </message>
    <message>
        <source>This copy of Homereel names no place where new versions are announced; look where you got it from.</source>
        <translation>Esta copia de Homereel no indica dónde se anuncian las versiones nuevas; mira donde la conseguiste.</translation>
    </message>
    <message>
        <source>Waiting for other computers with the key {path}.</source>
        <translation>Esperando a otros ordenadores con la clave {path}.</translation>
    </message>
    <message>
        <source>What was fetched for {runtime} is not what it should be and was deleted; try again.</source>
        <translation>Lo que se descargó para {runtime} no es lo que debería y se borró; inténtalo de nuevo.</translation>
    </message>
    <message>
        <source>What was fetched for {runtime} would write outside its folder ({detail}) and is not used.</source>
        <translation>Lo que se descargó para {runtime} escribiría fuera de su carpeta ({detail}) y no se usa.</translation>
    </message>
    <message>
        <source>What {detail} says about the newest version makes no sense; look where you got Homereel from.</source>
        <translation>Lo que dice {detail} sobre la versión más nueva no tiene sentido; mira donde conseguiste Homereel.</translation>
    </message>
    <message>
        <source>What {peer} sent was damaged on the way; that stretch is restored again.</source>
        <translation>Lo que envió {peer} se dañó por el camino; ese tramo se restaura de nuevo.</translation>
    </message>
    <message numerus="yes">
        <source>Work that was finished earlier was damaged; %n frames are restored again.</source>
        <translation>
            <numerusform>El trabajo terminado antes estaba dañado; se restaura de nuevo %n fotograma.</numerusform>
            <numerusform>El trabajo terminado antes estaba dañado; se restauran de nuevo %n fotogramas.</numerusform>
        </translation>
    </message>
    <message>
        <source>Writing {path} failed ({detail}); check the disk or choose another folder.</source>
        <translation>No se pudo escribir {path} ({detail}); revisa el disco o elige otra carpeta.</translation>
    </message>
    <message>
        <source>{device} has too little memory for pictures of {width}x{height}; choose a region, a smaller model or the device cpu.</source>
        <translation>{device} tiene poca memoria para imágenes de {width}x{height}; elige una región, un modelo más pequeño o el dispositivo cpu.</translation>
    </message>
    <message>
        <source>{model} holds no image model that can be recognised ({detail}); Homereel takes those that the library spandrel knows.</source>
        <translation>{model} no contiene ningún modelo de imagen reconocible ({detail}); Homereel admite los que conoce la biblioteca spandrel.</translation>
    </message>
    <message>
        <source>{model} is none of the models Homereel knows; an image model of others is taken with “homereel models add FILE”.</source>
        <translation>{model} no es ninguno de los modelos que Homereel conoce; un modelo de imagen ajeno se añade con «homereel models add FILE».</translation>
    </message>
    <message>
        <source>{model} is refused: opening it would run code that came with it ({detail}); look for the same model as a .safetensors file, which cannot hold any.</source>
        <translation>{model} se rechaza: al abrirlo se ejecutaría el código que trae ({detail}); busca el mismo modelo como archivo .safetensors, que no puede contener ninguno.</translation>
    </message>
    <message>
        <source>{model} makes no name for a model; choose one of letters and digits with --name.</source>
        <translation>{model} no sirve como nombre de un modelo; elige con --name uno de letras y cifras.</translation>
    </message>
    <message>
        <source>{name} cannot be the name of a preset, since it cannot be that of a file; choose another one.</source>
        <translation>{name} no puede ser el nombre de un ajuste porque no puede ser el de un archivo; elige otro.</translation>
    </message>
    <message>
        <source>{path} cannot be written ({detail}); choose another folder.</source>
        <translation>No se puede escribir {path} ({detail}); elige otra carpeta.</translation>
    </message>
    <message>
        <source>{path} cannot hold what was asked for ({detail}); choose another codec or container.</source>
        <translation>{path} no admite lo que se pidió ({detail}); elige otro códec o contenedor.</translation>
    </message>
    <message>
        <source>{path} could not be looked at: it made the reader crash ({detail}); convert it with another program first, and please report it.</source>
        <translation>No se pudo examinar {path}: hizo fallar al lector ({detail}); conviértelo antes con otro programa e infórmanos, por favor.</translation>
    </message>
    <message>
        <source>{path} exists already; choose another name for the key file.</source>
        <translation>{path} ya existe; elige otro nombre para el archivo de clave.</translation>
    </message>
    <message>
        <source>{path} exists already; choose another name or allow it to be overwritten.</source>
        <translation>{path} ya existe; elige otro nombre o permite que se sobrescriba.</translation>
    </message>
    <message>
        <source>{path} has gone; the render waits, and goes on when it is back.</source>
        <translation>{path} ha desaparecido; la restauración espera y continúa cuando vuelva.</translation>
    </message>
    <message>
        <source>{path} has no frame between the chosen start and end; choose another range.</source>
        <translation>{path} no tiene fotogramas entre el inicio y el final elegidos; elige otro intervalo.</translation>
    </message>
    <message>
        <source>{path} has no moving picture, only sound or other data.</source>
        <translation>{path} no tiene imagen en movimiento, solo sonido u otros datos.</translation>
    </message>
    <message>
        <source>{path} holds more than one film of numbered pictures ({detail}); name one of them.</source>
        <translation>{path} contiene más de una película de imágenes numeradas ({detail}); nombra una de ellas.</translation>
    </message>
    <message>
        <source>{path} holds no parameters of that measure ({detail}); choose another file.</source>
        <translation>{path} no contiene parámetros de esa medida ({detail}); elige otro archivo.</translation>
    </message>
    <message>
        <source>{path} is Dolby Vision without an ordinary picture under it (profile 5), and would come out in green and violet; convert it to HDR10 or ordinary video first.</source>
        <translation>{path} es Dolby Vision sin una imagen normal debajo (perfil 5) y saldría en verde y violeta; conviértelo antes a HDR10 o a vídeo normal.</translation>
    </message>
    <message>
        <source>{path} is a folder; choose the video files in it.</source>
        <translation>{path} es una carpeta; elige los vídeos que contiene.</translation>
    </message>
    <message>
        <source>{path} is a photo; Homereel restores films. Numbered pictures of a film are given by a pattern like scan_%04d.jpg.</source>
        <translation>{path} es una foto; Homereel restaura películas. Las imágenes numeradas de una película se indican con un patrón como scan_%04d.jpg.</translation>
    </message>
    <message>
        <source>{path} is being written by another Homereel; wait for it or end it first.</source>
        <translation>Otro Homereel está escribiendo {path}; espera a que acabe o ciérralo primero.</translation>
    </message>
    <message>
        <source>{path} is empty; copy it again from where it came from.</source>
        <translation>{path} está vacío; cópialo otra vez desde su origen.</translation>
    </message>
    <message>
        <source>{path} is encrypted (copy protection); play it with the program it was bought or recorded with, and use a copy without protection.</source>
        <translation>{path} está cifrado (protección de copia); reprodúcelo con el programa con el que se compró o grabó y usa una copia sin protección.</translation>
    </message>
    <message>
        <source>{path} is no key file, or it is damaged; copy it again.</source>
        <translation>{path} no es un archivo de clave o está dañado; cópialo de nuevo.</translation>
    </message>
    <message>
        <source>{path} is not a video that can be read, or its beginning or index is lost.</source>
        <translation>{path} no es un vídeo que se pueda leer, o se ha perdido su principio o su índice.</translation>
    </message>
    <message>
        <source>{path} is not there any more (finished frames: {detail}); find the file, and they are kept.</source>
        <translation>{path} ya no está (fotogramas terminados: {detail}); busca el archivo y se conservarán.</translation>
    </message>
    <message>
        <source>{path} is the source itself, which is never replaced; choose another name.</source>
        <translation>{path} es el propio origen, que nunca se reemplaza; elige otro nombre.</translation>
    </message>
    <message>
        <source>{path} may not be read by you; change its permissions or copy it first.</source>
        <translation>No puedes leer {path}; cambia sus permisos o cópialo primero.</translation>
    </message>
    <message>
        <source>{path} may not be written by you; choose another folder.</source>
        <translation>No puedes escribir {path}; elige otra carpeta.</translation>
    </message>
    <message>
        <source>{path} needs about {needed} of disk space, but only {free} are free; make room or choose another folder.</source>
        <translation>{path} necesita unos {needed} de disco, pero solo hay {free} libres; libera espacio o elige otra carpeta.</translation>
    </message>
    <message numerus="yes">
        <source>{path} was begun by another version or on another device (%n frames are finished): {detail}; give --resume to go on all the same, or --no-resume to throw that away.</source>
        <translation>
            <numerusform>{path} se empezó con otra versión o en otro dispositivo (%n fotograma terminado): {detail}; indica --resume para continuar de todos modos o --no-resume para descartarlo.</numerusform>
            <numerusform>{path} se empezó con otra versión o en otro dispositivo (%n fotogramas terminados): {detail}; indica --resume para continuar de todos modos o --no-resume para descartarlo.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{path} was begun from another source (%n frames are finished); choose another name, or give --no-resume to throw that away.</source>
        <translation>
            <numerusform>{path} se empezó desde otro origen (%n fotograma terminado); elige otro nombre o indica --no-resume para descartarlo.</numerusform>
            <numerusform>{path} se empezó desde otro origen (%n fotogramas terminados); elige otro nombre o indica --no-resume para descartarlo.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{path} was begun with other options (%n frames are finished): {detail}; use the old ones to go on, or --no-resume to throw that away.</source>
        <translation>
            <numerusform>{path} se empezó con otras opciones (%n fotograma terminado): {detail}; usa las antiguas para continuar o --no-resume para descartarlo.</numerusform>
            <numerusform>{path} se empezó con otras opciones (%n fotogramas terminados): {detail}; usa las antiguas para continuar o --no-resume para descartarlo.</numerusform>
        </translation>
    </message>
    <message>
        <source>{path} was changed while it was being restored; put the old file back to go on, or start again.</source>
        <translation>{path} cambió mientras se restauraba; devuelve el archivo anterior para continuar o empieza de nuevo.</translation>
    </message>
    <message>
        <source>{path} would be too small for its encoder ({detail}); choose a larger size or another codec.</source>
        <translation>{path} sería demasiado pequeño para su codificador ({detail}); elige un tamaño mayor u otro códec.</translation>
    </message>
    <message>
        <source>{peer} computes on another device ({detail}); its pictures differ by less than can be seen.</source>
        <translation>{peer} calcula en otro dispositivo ({detail}); sus imágenes difieren menos de lo que se ve.</translation>
    </message>
    <message>
        <source>{peer} does not know the model {detail} and is left out; add it there as well.</source>
        <translation>{peer} no conoce el modelo {detail} y queda fuera; añádelo también allí.</translation>
    </message>
    <message>
        <source>{peer} failed ({detail}) and is left out; nothing is lost.</source>
        <translation>{peer} falló ({detail}) y queda fuera; no se pierde nada.</translation>
    </message>
    <message>
        <source>{peer} has another version ({detail}) and is left out; install the same one there.</source>
        <translation>{peer} tiene otra versión ({detail}) y queda fuera; instala allí la misma.</translation>
    </message>
    <message>
        <source>{peer} has too little memory for these pictures and is left out.</source>
        <translation>{peer} tiene muy poca memoria para estas imágenes y queda fuera.</translation>
    </message>
    <message>
        <source>{peer} restores a test picture differently from this computer and is left out; a seam would show.</source>
        <translation>{peer} restaura una imagen de prueba de otro modo que este equipo y queda fuera; se vería una costura.</translation>
    </message>
    <message>
        <source>{peer} says that it restores {detail} frames a second, which it does not; only what was counted here matters.</source>
        <translation>{peer} dice que restaura {detail} fotogramas por segundo, y no es así; solo importa lo que se contó aquí.</translation>
    </message>
    <message>
        <source>{peer} sent another number of pictures than it was given; it is left out, and nothing is lost.</source>
        <translation>{peer} envió un número de imágenes distinto del que recibió; queda fuera y no se pierde nada.</translation>
    </message>
    <message>
        <source>{peer} sent something that is no part of the film; it is left out, and nothing is lost.</source>
        <translation>{peer} envió algo que no forma parte de la película; queda fuera y no se pierde nada.</translation>
    </message>
    <message>
        <source>{runtime} does not work with this card ({detail}); Homereel goes on with the processor.</source>
        <translation>{runtime} no funciona con esta tarjeta ({detail}); Homereel sigue con el procesador.</translation>
    </message>
    <message>
        <source>{runtime} needs a newer driver of the graphics card ({detail}); update it and try again.</source>
        <translation>{runtime} necesita un controlador más nuevo de la tarjeta gráfica ({detail}); actualízalo e inténtalo de nuevo.</translation>
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
        <translation>BasicVSR (oficial)</translation>
    </message>
    <message>
        <source>BasicVSR for soft videos (official)</source>
        <translation>BasicVSR para vídeos borrosos (oficial)</translation>
    </message>
    <message>
        <source>BasicVSR++ (official)</source>
        <translation>BasicVSR++ (oficial)</translation>
    </message>
    <message>
        <source>BasicVSR++ against camera shake (official)</source>
        <translation>BasicVSR++ contra el movimiento de la cámara (oficial)</translation>
    </message>
    <message>
        <source>BasicVSR++ against even noise (official)</source>
        <translation>BasicVSR++ contra el ruido uniforme (oficial)</translation>
    </message>
    <message>
        <source>Changes little in videos unlike those of a modern camera.</source>
        <translation>Cambia poco los vídeos que no parecen de una cámara moderna.</translation>
    </message>
    <message>
        <source>Comes with the program: steady, and quick enough for a computer without a graphics card.</source>
        <translation>Viene con el programa: estable y bastante rápido para un ordenador sin tarjeta gráfica.</translation>
    </message>
    <message>
        <source>Doubles width and height, at a quarter of the cost of x4plus.</source>
        <translation>Duplica el ancho y el alto por la cuarta parte del coste de x4plus.</translation>
    </message>
    <message>
        <source>For animated films, and the quickest of the large networks: clear lines and flat colours.</source>
        <translation>Para películas de animación, y la más rápida de las redes grandes: líneas claras y colores planos.</translation>
    </message>
    <message>
        <source>For animated films: clear lines and flat colours; slow, wants a graphics card.</source>
        <translation>Para películas de animación: líneas claras y colores planos; lento, necesita una tarjeta gráfica.</translation>
    </message>
    <message>
        <source>For single photographs more than videos: much invented detail; very slow, wants a strong graphics card.</source>
        <translation>Más para fotografías sueltas que para vídeos: mucho detalle inventado; muy lento, necesita una tarjeta gráfica potente.</translation>
    </message>
    <message>
        <source>For small videos that are clean but soft, as a good camera&apos;s that was scaled down; wants a graphics card.</source>
        <translation>Para vídeos pequeños, limpios pero borrosos, como los reducidos de una buena cámara; necesita una tarjeta gráfica.</translation>
    </message>
    <message>
        <source>For small videos that are clean: faithful and steady; wants a graphics card.</source>
        <translation>Para vídeos pequeños y limpios: fiel y estable; necesita una tarjeta gráfica.</translation>
    </message>
    <message>
        <source>For small videos that are clean: the sharpest faithful enlargement; wants a graphics card with much memory.</source>
        <translation>Para vídeos pequeños y limpios: la ampliación fiel más nítida; necesita una tarjeta gráfica con mucha memoria.</translation>
    </message>
    <message>
        <source>Homereel small</source>
        <translation>Homereel pequeño</translation>
    </message>
    <message>
        <source>Invents less detail than the large networks.</source>
        <translation>Inventa menos detalle que las redes grandes.</translation>
    </message>
    <message>
        <source>Keeps all noise, and draws rims around edges that are sharp already.</source>
        <translation>Conserva todo el ruido y dibuja bordes alrededor de los contornos que ya son nítidos.</translation>
    </message>
    <message>
        <source>Keeps all noise, and sharpens it.</source>
        <translation>Conserva todo el ruido y lo acentúa.</translation>
    </message>
    <message>
        <source>Looks at one frame at a time, so fine detail may flicker.</source>
        <translation>Mira los fotogramas de uno en uno, así que el detalle fino puede parpadear.</translation>
    </message>
    <message>
        <source>Looks at one frame at a time, so noise and fine detail may flicker.</source>
        <translation>Mira los fotogramas de uno en uno, así que el ruido y el detalle fino pueden parpadear.</translation>
    </message>
    <message>
        <source>Looks at one frame at a time, so what it invents may flicker.</source>
        <translation>Mira los fotogramas de uno en uno, así que lo que inventa puede parpadear.</translation>
    </message>
    <message>
        <source>Makes photographs look painted; looks at one frame at a time.</source>
        <translation>Las fotografías quedan como pintadas; mira los fotogramas de uno en uno.</translation>
    </message>
    <message>
        <source>May paint over faces and text in very worn tapes.</source>
        <translation>Puede pintar sobre caras y texto en cintas muy gastadas.</translation>
    </message>
    <message>
        <source>Quick, removes noise and invents detail.</source>
        <translation>Rápido, quita ruido e inventa detalle.</translation>
    </message>
    <message>
        <source>Real-ESRGAN compact (official)</source>
        <translation>Real-ESRGAN compacto (oficial)</translation>
    </message>
    <message>
        <source>Real-ESRGAN compact, keeps noise (official)</source>
        <translation>Real-ESRGAN compacto, conserva el ruido (oficial)</translation>
    </message>
    <message>
        <source>Real-ESRGAN for animated films (official)</source>
        <translation>Real-ESRGAN para películas de animación (oficial)</translation>
    </message>
    <message>
        <source>Real-ESRGAN x2plus (official)</source>
        <translation>Real-ESRGAN x2plus (oficial)</translation>
    </message>
    <message>
        <source>Real-ESRGAN x4plus (official)</source>
        <translation>Real-ESRGAN x4plus (oficial)</translation>
    </message>
    <message>
        <source>Real-ESRGAN x4plus for drawings (official)</source>
        <translation>Real-ESRGAN x4plus para dibujos (oficial)</translation>
    </message>
    <message>
        <source>RealBasicVSR (official)</source>
        <translation>RealBasicVSR (oficial)</translation>
    </message>
    <message>
        <source>Removes even, fine noise at the size of the video; takes much memory.</source>
        <translation>Quita el ruido fino y uniforme al tamaño del vídeo; ocupa mucha memoria.</translation>
    </message>
    <message>
        <source>Sharpens what a moving hand camera blurred, at the size of the video; takes much memory.</source>
        <translation>Da nitidez a lo que emborronó una cámara en mano, al tamaño del vídeo; ocupa mucha memoria.</translation>
    </message>
    <message>
        <source>The network of the paper: cleans, and gives the most detail that holds still; wants a graphics card.</source>
        <translation>La red del artículo: limpia y da el máximo detalle que se mantiene quieto; necesita una tarjeta gráfica.</translation>
    </message>
    <message>
        <source>The same with less noise removed. Where both are here, Real-ESRGAN compact has a slider between the two.</source>
        <translation>El mismo, pero quita menos ruido. Donde están los dos, Real-ESRGAN compacto tiene un control entre ambos.</translation>
    </message>
    <message>
        <source>Was not trained for the noise of tapes, and often leaves it.</source>
        <translation>No se entrenó para el ruido de las cintas y a menudo lo deja.</translation>
    </message>
</context>
<context>
    <name>newest</name>
    <message>
        <source>Homereel {version} is available; this is {installed}.</source>
        <translation>Está disponible Homereel {version}; la instalada es la {installed}.</translation>
    </message>
    <message>
        <source>This is the newest version of Homereel ({installed}).</source>
        <translation>Esta es la versión más nueva de Homereel ({installed}).</translation>
    </message>
    <message>
        <source>You get it at {page}</source>
        <translation>La encontrarás en {page}</translation>
    </message>
</context>
<context>
    <name>options</name>
    <message>
        <source>&amp;Black borders</source>
        <translation>&amp;Bordes negros</translation>
    </message>
    <message>
        <source>&amp;File format</source>
        <translation>Formato de arc&amp;hivo</translation>
    </message>
    <message>
        <source>&amp;Interlaced video</source>
        <translation>Entrela&amp;zado</translation>
    </message>
    <message>
        <source>&amp;Keep the original sound as a second track</source>
        <translation>Sonido original en pista e&amp;xtra</translation>
    </message>
    <message>
        <source>&amp;Model</source>
        <translation>&amp;Modelo</translation>
    </message>
    <message>
        <source>&amp;Repairs</source>
        <translation>&amp;Reparaciones</translation>
    </message>
    <message>
        <source>&amp;Strength</source>
        <translation>&amp;Intensidad</translation>
    </message>
    <message>
        <source>&amp;Turn</source>
        <translation>&amp;Giro</translation>
    </message>
    <message>
        <source>(auto: 16 bits where they are faster and as good)</source>
        <translation>(auto: 16 bits donde es más rápido e igual de bueno)</translation>
    </message>
    <message>
        <source>(auto: h264, for 10 bits and HDR hevc)</source>
        <translation>(auto: h264; para 10 bits y HDR, hevc)</translation>
    </message>
    <message>
        <source>(auto: the one that holds all tracks of the source)</source>
        <translation>(auto: el que admite todas las pistas del origen)</translation>
    </message>
    <message>
        <source>0 (best) to 51 of h264 and hevc (17, 19), to 63 of av1 (22); the others have none</source>
        <translation>de 0 (mejor) a 51 en h264 y hevc (17, 19), a 63 en av1 (22); los demás no tienen</translation>
    </message>
    <message>
        <source>1x, 2x, 4x, 480p, 720p, 1080p, 1440p, 2160p or WxH (by source)</source>
        <translation>1x, 2x, 4x, 480p, 720p, 1080p, 1440p, 2160p o ANxAL (según el origen)</translation>
    </message>
    <message>
        <source>Beginning of the name</source>
        <translation>Comienzo del nombre</translation>
    </message>
    <message>
        <source>Bits of the pictures</source>
        <translation>Bits de las imágenes</translation>
    </message>
    <message>
        <source>Co&amp;dec</source>
        <translation>Có&amp;dec</translation>
    </message>
    <message>
        <source>Colo&amp;urs</source>
        <translation>Colore&amp;s</translation>
    </message>
    <message>
        <source>Device</source>
        <translation>Dispositivo</translation>
    </message>
    <message>
        <source>E&amp;ncoded by</source>
        <translation>Codific&amp;ado por</translation>
    </message>
    <message>
        <source>End</source>
        <translation>Final</translation>
    </message>
    <message>
        <source>Faded levels put right</source>
        <translation>Recuperar niveles débiles</translation>
    </message>
    <message>
        <source>Film &amp;grain</source>
        <translation>Gra&amp;no de película</translation>
    </message>
    <message>
        <source>Frames looked ahead</source>
        <translation>Fotogramas que se miran por adelantado</translation>
    </message>
    <message>
        <source>Frames restored in one go</source>
        <translation>Fotogramas restaurados de una vez</translation>
    </message>
    <message>
        <source>N&amp;oise removed</source>
        <translation>Ruido &amp;quitado</translation>
    </message>
    <message>
        <source>Name of the new file</source>
        <translation>Nombre del archivo nuevo</translation>
    </message>
    <message>
        <source>Parts</source>
        <translation>Componentes</translation>
    </message>
    <message>
        <source>Pictures per second</source>
        <translation>Imágenes por segundo</translation>
    </message>
    <message>
        <source>Precision</source>
        <translation>Precisión</translation>
    </message>
    <message>
        <source>Qualit&amp;y</source>
        <translation>Ca&amp;lidad</translation>
    </message>
    <message>
        <source>Region</source>
        <translation>Región</translation>
    </message>
    <message>
        <source>Sh&amp;ape</source>
        <translation>&amp;Forma</translation>
    </message>
    <message>
        <source>Si&amp;ze</source>
        <translation>&amp;Tamaño</translation>
    </message>
    <message>
        <source>Smooth to detailed</source>
        <translation>De suave a detallado</translation>
    </message>
    <message>
        <source>Sound</source>
        <translation>Pista de sonido</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Inicio</translation>
    </message>
    <message>
        <source>Steady bet&amp;ween pictures</source>
        <translation>Detalle fi&amp;jo entre imágenes</translation>
    </message>
    <message>
        <source>a name for new files, where {{name}} stands for that of the source, {{part}} for the part that is restored, {{size}} and {{model}} for what they say ({{name}} restored)</source>
        <translation>un nombre para archivos nuevos, donde {{name}} es el del origen, {{part}} la parte que se restaura, {{size}} y {{model}} el tamaño y el modelo ({{name}} restored)</translation>
    </message>
    <message>
        <source>a region, in source pixels; auto: without black borders</source>
        <translation>una región, en píxeles del origen; auto: sin los bordes negros</translation>
    </message>
    <message>
        <source>auto: what was found for sure; off; or names: {repairs} (auto)</source>
        <translation>auto: lo que se encontró con seguridad; off; o nombres: {repairs} (auto)</translation>
    </message>
    <message>
        <source>black borders that were found: cut off, or painted black (keep)</source>
        <translation>bordes negros encontrados: recortados o pintados de negro (keep)</translation>
    </message>
    <message>
        <source>calm the flicker of a model that looks at one picture at a time</source>
        <translation>calma el parpadeo de un modelo que mira las imágenes de una en una</translation>
    </message>
    <message>
        <source>clockwise turn of the stored picture; 0: leave it as it is stored (auto)</source>
        <translation>giro de la imagen guardada en el sentido de las agujas del reloj; 0: dejarla como está guardada (auto)</translation>
    </message>
    <message>
        <source>display aspect of the upright picture; off: the stored pixels are square (auto)</source>
        <translation>proporción de la imagen derecha; off: los píxeles guardados son cuadrados (auto)</translation>
    </message>
    <message>
        <source>film grain put back at the end (0)</source>
        <translation>grano de película que se añade al final (0)</translation>
    </message>
    <message>
        <source>frame: always; field: always, a picture for each field (auto: what is interlaced)</source>
        <translation>frame: siempre; field: siempre, una imagen por campo (auto: lo que está entrelazado)</translation>
    </message>
    <message>
        <source>frames looked ahead</source>
        <translation>fotogramas que se miran por adelantado</translation>
    </message>
    <message>
        <source>frames restored in one go</source>
        <translation>fotogramas restaurados de una vez</translation>
    </message>
    <message>
        <source>how far --repair levels goes (1)</source>
        <translation>hasta dónde llega --repair levels (1)</translation>
    </message>
    <message>
        <source>how much noise a model removes that is mixed of two: realesr-general-x4v3 (1)</source>
        <translation>cuánto ruido quita un modelo que es mezcla de dos: realesr-general-x4v3 (1)</translation>
    </message>
    <message>
        <source>how much of the restoration is mixed over the plain enlargement (1)</source>
        <translation>cuánto de la restauración se mezcla sobre la ampliación simple (1)</translation>
    </message>
    <message>
        <source>keep: as it is, bit for bit; or what is put right: {sounds} (keep)</source>
        <translation>keep: como está, bit a bit; o lo que se corrige: {sounds} (keep)</translation>
    </message>
    <message>
        <source>of png and tiff, for each colour (auto: 16 where the source has more than 8)</source>
        <translation>por color, en png y tiff (auto: 16 si el origen tiene más de 8)</translation>
    </message>
    <message>
        <source>pictures per second where the source is numbered pictures: 16, 18, 24, ... (18)</source>
        <translation>imágenes por segundo si el origen son imágenes numeradas: 16, 18, 24, ... (18)</translation>
    </message>
    <message>
        <source>seconds or hh:mm:ss.mmm</source>
        <translation>segundos o hh:mm:ss.mmm</translation>
    </message>
    <message>
        <source>see homereel models ({model})</source>
        <translation>mira homereel models ({model})</translation>
    </message>
    <message>
        <source>small: smoother; large: more detail, and more of the noise; in 8-bit levels (auto)</source>
        <translation>pequeño: más suave; grande: más detalle y más ruido; en niveles de 8 bits (auto)</translation>
    </message>
    <message>
        <source>the standard they follow (auto: as the file says, else by its size)</source>
        <translation>la norma de los colores (auto: lo que dice el archivo; si no, según su tamaño)</translation>
    </message>
    <message>
        <source>where --sound changes it, as a second track</source>
        <translation>si --sound lo cambia, como segunda pista</translation>
    </message>
    <message>
        <source>where the picture is encoded; a card that cannot do it gives way (auto: cpu)</source>
        <translation>dónde se codifica la imagen; una tarjeta que no puede cede el sitio (auto: cpu)</translation>
    </message>
</context>
<context>
    <name>presets</name>
    <message>
        <source>8 mm or Super 8 film</source>
        <translation>8 mm o Super 8</translation>
    </message>
    <message>
        <source>Any video</source>
        <translation>Cualquier vídeo</translation>
    </message>
    <message>
        <source>DVD</source>
        <translation>DVD</translation>
    </message>
    <message>
        <source>For clips of photo cameras; they are never interlaced.</source>
        <translation>Para clips de cámaras de fotos; nunca están entrelazados.</translation>
    </message>
    <message>
        <source>Full strength, for small and strongly compressed pictures.</source>
        <translation>Intensidad completa, para imágenes pequeñas y muy comprimidas.</translation>
    </message>
    <message>
        <source>Gentle, since the picture of a digital tape is good already.</source>
        <translation>Suave, porque la imagen de una cinta digital ya es buena.</translation>
    </message>
    <message>
        <source>Keeps a tenth of the original in faces, and cuts off the black border.</source>
        <translation>Conserva un décimo del original en las caras y recorta el borde negro.</translation>
    </message>
    <message>
        <source>Leave it as it is</source>
        <translation>Dejarlo como está</translation>
    </message>
    <message>
        <source>MiniDV tape</source>
        <translation>Cinta MiniDV</translation>
    </message>
    <message>
        <source>Old digital camera</source>
        <translation>Cámara digital antigua</translation>
    </message>
    <message>
        <source>Old phone</source>
        <translation>Teléfono antiguo</translation>
    </message>
    <message>
        <source>Only stores it in a new file: same size, nothing restored or repaired.</source>
        <translation>Solo lo guarda en un archivo nuevo: mismo tamaño, nada restaurado ni reparado.</translation>
    </message>
    <message>
        <source>Removes the blocks of a disc, gently.</source>
        <translation>Quita suavemente los bloques de un disco.</translation>
    </message>
    <message>
        <source>Takes dust and flicker out, cuts off the border, and keeps a little grain.</source>
        <translation>Quita polvo y parpadeo, recorta el borde y conserva un poco de grano.</translation>
    </message>
    <message>
        <source>VHS or Video8 tape</source>
        <translation>Cinta VHS o Video8</translation>
    </message>
</context>
<context>
    <name>proposals</name>
    <message numerus="yes">
        <source>%n numbered pictures: will be one film of {rate:.5g} pictures per second</source>
        <translation>
            <numerusform>%n imagen numerada: será una película de {rate:.5g} imágenes por segundo</numerusform>
            <numerusform>%n imágenes numeradas: serán una película de {rate:.5g} imágenes por segundo</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n recordings in one file, each with its own clock: will follow on each other</source>
        <translation>
            <numerusform>una grabación en el archivo, con su propio reloj: seguirá a las otras</numerusform>
            <numerusform>%n grabaciones en un archivo, cada una con su propio reloj: irán una tras otra</numerusform>
        </translation>
    </message>
    <message>
        <source>, bottom field first</source>
        <translation>, campo inferior primero</translation>
    </message>
    <message>
        <source>, top field first</source>
        <translation>, campo superior primero</translation>
    </message>
    <message>
        <source>HDR ({transfer}): stays HDR, in 10 bits</source>
        <translation>HDR ({transfer}): sigue en HDR, en 10 bits</translation>
    </message>
    <message numerus="yes">
        <source>a film of a DVD in %n files: all will be restored, as one film</source>
        <translation>
            <numerusform>una película de un DVD en un archivo: se restaurará entera</numerusform>
            <numerusform>una película de un DVD en %n archivos: se restaurarán todos, como una sola película</numerusform>
        </translation>
    </message>
    <message>
        <source>black borders around {size} of the stored pixels, {share} % of the picture: kept, unless you cut them off or paint them black</source>
        <translation>bordes negros alrededor de {size} de los píxeles guardados, {share} % de la imagen: se conservan, salvo que los recortes o los pintes de negro</translation>
    </message>
    <message>
        <source>colours without a tag: taken for those of HD television (BT.709)</source>
        <translation>colores sin etiqueta: se toman por los de la televisión HD (BT.709)</translation>
    </message>
    <message>
        <source>colours without a tag: taken for those of standard television (BT.601)</source>
        <translation>colores sin etiqueta: se toman por los de la televisión normal (BT.601)</translation>
    </message>
    <message>
        <source>damaged: what cannot be decoded will be left out, and counted</source>
        <translation>dañado: lo que no se pueda descodificar se omitirá y se contará</translation>
    </message>
    <message>
        <source>film spread over video by 2:3 pulldown{order}: will get back its own pictures, four for each five</source>
        <translation>cine repartido en vídeo por pulldown 2:3{order}: recuperará sus propias imágenes, cuatro por cada cinco</translation>
    </message>
    <message>
        <source>frame times vary: every frame keeps its own</source>
        <translation>los tiempos de los fotogramas varían: cada uno conserva el suyo</translation>
    </message>
    <message>
        <source>interlaced in part{order}: will be deinterlaced where a picture needs it</source>
        <translation>entrelazado en parte{order}: se desentrelazará donde una imagen lo necesite</translation>
    </message>
    <message>
        <source>interlaced{order}: will be deinterlaced</source>
        <translation>entrelazado{order}: se desentrelazará</translation>
    </message>
    <message>
        <source>marked as interlaced{order}, while most pictures look whole: will be deinterlaced where a picture needs it</source>
        <translation>marcado como entrelazado{order}, aunque casi todas las imágenes parecen enteras: se desentrelazará donde una imagen lo necesite</translation>
    </message>
    <message>
        <source>mirrored: will be mirrored back</source>
        <translation>en espejo: se volverá a invertir</translation>
    </message>
    <message>
        <source>recorded on its side: will be turned by {degrees} degrees clockwise</source>
        <translation>grabado de lado: se girará {degrees} grados en el sentido de las agujas del reloj</translation>
    </message>
    <message>
        <source>stored with pixels that are not square: will have the shape of {size}</source>
        <translation>guardado con píxeles que no son cuadrados: tendrá la forma de {size}</translation>
    </message>
    <message>
        <source>upside down: will be turned by 180 degrees</source>
        <translation>cabeza abajo: se girará 180 grados</translation>
    </message>
    <message>
        <source>widescreen: will have the shape of {size}</source>
        <translation>panorámico: tendrá la forma de {size}</translation>
    </message>
</context>
<context>
    <name>readers</name>
    <message>
        <source>{text} ends before it starts</source>
        <translation>{text} termina antes de empezar</translation>
    </message>
    <message>
        <source>{text} is neither X:Y:W:H in pixels nor auto</source>
        <translation>{text} no es ni X:Y:W:H en píxeles ni auto</translation>
    </message>
    <message>
        <source>{text} is none of auto, off or W:H like 16:9</source>
        <translation>{text} no es auto, off ni W:H como 16:9</translation>
    </message>
    <message>
        <source>{text} is none of {known}</source>
        <translation>{text} no es ninguno de {known}</translation>
    </message>
    <message>
        <source>{text} is none of {known} or WxH</source>
        <translation>{text} no es ninguno de {known} ni WxH</translation>
    </message>
    <message>
        <source>{text} is not a number from {low:g} to {high:g}</source>
        <translation>{text} no es un número de {low:g} a {high:g}</translation>
    </message>
    <message>
        <source>{text} is not a range like 0:10-1:30</source>
        <translation>{text} no es un intervalo como 0:10-1:30</translation>
    </message>
    <message>
        <source>{text} is not a time like 12.5 or 0:01:02.500</source>
        <translation>{text} no es un tiempo como 12.5 o 0:01:02.500</translation>
    </message>
    <message>
        <source>{text} is not a whole number from {low} to {high}</source>
        <translation>{text} no es un número entero de {low} a {high}</translation>
    </message>
    <message>
        <source>{text} is not {spelling}</source>
        <translation>{text} no es {spelling}</translation>
    </message>
    <message>
        <source>{text} is too large</source>
        <translation>{text} es demasiado grande</translation>
    </message>
    <message>
        <source>{text} stands alone, without other words</source>
        <translation>{text} va sola, sin otras palabras</translation>
    </message>
    <message>
        <source>{text}: a side has {low} to {high} pixels</source>
        <translation>{text}: un lado tiene de {low} a {high} píxeles</translation>
    </message>
</context>
<context>
    <name>report</name>
    <message numerus="yes">
        <source>%n channels</source>
        <translation>
            <numerusform>%n canal</numerusform>
            <numerusform>%n canales</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n chapters</source>
        <translation>
            <numerusform>%n capítulo</numerusform>
            <numerusform>%n capítulos</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n frames</source>
        <translation>
            <numerusform>%n fotograma</numerusform>
            <numerusform>%n fotogramas</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n further video streams that will not be restored</source>
        <translation>
            <numerusform>%n flujo de vídeo más que no se restaurará</numerusform>
            <numerusform>%n flujos de vídeo más que no se restaurarán</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n in the part that was looked at</source>
        <comment>places of damage</comment>
        <translation>
            <numerusform>%n en la parte que se examinó</numerusform>
            <numerusform>%n en la parte que se examinó</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n subtitle tracks</source>
        <translation>
            <numerusform>%n pista de subtítulos</numerusform>
            <numerusform>%n pistas de subtítulos</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n tracks of timed data</source>
        <translation>
            <numerusform>%n pista de datos con tiempos</numerusform>
            <numerusform>%n pistas de datos con tiempos</numerusform>
        </translation>
    </message>
    <message>
        <source>Also</source>
        <translation>Además</translation>
    </message>
    <message>
        <source>Cards: none found</source>
        <translation>Tarjetas: no se encontró ninguna</translation>
    </message>
    <message>
        <source>Cards: {names}</source>
        <translation>Tarjetas: {names}</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>Colores</translation>
    </message>
    <message>
        <source>Damage</source>
        <translation>Daños</translation>
    </message>
    <message>
        <source>Faults of the picture</source>
        <translation>Defectos de la imagen</translation>
    </message>
    <message>
        <source>Faults of the sound</source>
        <translation>Fallos del sonido</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>Formato</translation>
    </message>
    <message>
        <source>Frame rate</source>
        <translation>Fotogramas</translation>
    </message>
    <message>
        <source>Length</source>
        <translation>Duración</translation>
    </message>
    <message>
        <source>Licence: {licence}</source>
        <translation>Licencia: {licence}</translation>
    </message>
    <message>
        <source>MP4 or QuickTime</source>
        <translation>MP4 o QuickTime</translation>
    </message>
    <message>
        <source>MPEG program stream</source>
        <translation>flujo de programa MPEG</translation>
    </message>
    <message>
        <source>MPEG transport stream</source>
        <translation>flujo de transporte MPEG</translation>
    </message>
    <message>
        <source>Matroska or WebM</source>
        <translation>Matroska o WebM</translation>
    </message>
    <message>
        <source>Not kept as it is</source>
        <translation>No se conserva como está</translation>
    </message>
    <message>
        <source>Numbered pictures</source>
        <translation>Imágenes numeradas</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>Imagen</translation>
    </message>
    <message>
        <source>Proposals</source>
        <translation>Propuestas</translation>
    </message>
    <message>
        <source>Recorded</source>
        <translation>Grabado</translation>
    </message>
    <message>
        <source>Recordings</source>
        <translation>Grabaciones</translation>
    </message>
    <message>
        <source>Sound</source>
        <translation>Sonido</translation>
    </message>
    <message>
        <source>Starts</source>
        <translation>Empieza</translation>
    </message>
    <message>
        <source>Takes: {cost}</source>
        <translation>Tarda: {cost}</translation>
    </message>
    <message>
        <source>The build of PyTorch that came with Homereel is used.</source>
        <translation>Se usa la versión de PyTorch que vino con Homereel.</translation>
    </message>
    <message>
        <source>There is no build of PyTorch to fetch for this system in this version.</source>
        <translation>En esta versión no hay ninguna versión de PyTorch que descargar para este sistema.</translation>
    </message>
    <message>
        <source>Time code</source>
        <translation>Código</translation>
    </message>
    <message>
        <source>about {time} ({rate} frames/s)</source>
        <translation>unos {time} ({rate} fotogramas/s)</translation>
    </message>
    <message>
        <source>added</source>
        <translation>añadido</translation>
    </message>
    <message>
        <source>an hour of video takes</source>
        <translation>una hora de vídeo tarda</translation>
    </message>
    <message>
        <source>black and white</source>
        <translation>blanco y negro</translation>
    </message>
    <message>
        <source>bundled</source>
        <translation>incluido</translation>
    </message>
    <message>
        <source>film in 2:3 pulldown</source>
        <translation>cine en pulldown 2:3</translation>
    </message>
    <message>
        <source>for a card that was not found</source>
        <translation>para una tarjeta que no se encontró</translation>
    </message>
    <message>
        <source>frame</source>
        <translation>imagen</translation>
    </message>
    <message>
        <source>frames/s</source>
        <translation>imág./s</translation>
    </message>
    <message>
        <source>full range</source>
        <translation>rango completo</translation>
    </message>
    <message>
        <source>in use</source>
        <translation>en uso</translation>
    </message>
    <message>
        <source>installed</source>
        <translation>instalado</translation>
    </message>
    <message>
        <source>installed, damaged or not tested: not used</source>
        <translation>instalado, dañado o sin probar: no se usa</translation>
    </message>
    <message>
        <source>interlaced</source>
        <translation>entrelazado</translation>
    </message>
    <message>
        <source>interlaced in part</source>
        <translation>entrelazado en parte</translation>
    </message>
    <message>
        <source>limited range</source>
        <translation>rango limitado</translation>
    </message>
    <message>
        <source>matrix {number}</source>
        <translation>matriz {number}</translation>
    </message>
    <message>
        <source>memory</source>
        <translation>memoria</translation>
    </message>
    <message>
        <source>missing</source>
        <translation>falta</translation>
    </message>
    <message>
        <source>mono</source>
        <translation>mono</translation>
    </message>
    <message>
        <source>none</source>
        <translation>ninguno</translation>
    </message>
    <message>
        <source>not installed</source>
        <translation>no instalado</translation>
    </message>
    <message>
        <source>picture after {seconds} s</source>
        <translation>imagen tras {seconds} s</translation>
    </message>
    <message>
        <source>shown as {size}</source>
        <translation>mostrado como {size}</translation>
    </message>
    <message>
        <source>sound {number} after {seconds} s</source>
        <translation>sonido {number} tras {seconds} s</translation>
    </message>
    <message>
        <source>stereo</source>
        <translation>estéreo</translation>
    </message>
    <message>
        <source>title “{title}”</source>
        <translation>título «{title}»</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>desconocido</translation>
    </message>
    <message>
        <source>varies; every frame keeps its own time</source>
        <translation>varía; cada fotograma conserva su propio tiempo</translation>
    </message>
    <message>
        <source>write {size} pixels (--size chooses)</source>
        <translation>escribir {size} píxeles (--size lo elige)</translation>
    </message>
    <message>
        <source>{bits} bit</source>
        <translation>{bits} bits</translation>
    </message>
    <message>
        <source>{colours} (not tagged)</source>
        <translation>{colours} (sin etiqueta)</translation>
    </message>
    <message>
        <source>{model} on {device}, {precision}</source>
        <translation>{model} en {device}, {precision}</translation>
    </message>
    <message>
        <source>{number}: {date}, from {start}, {seconds} seconds</source>
        <translation>{number}: {date}, desde {start}, {seconds} segundos</translation>
    </message>
    <message>
        <source>{proposal} (cut off: {option})</source>
        <translation>{proposal} (recortar: {option})</translation>
    </message>
    <message>
        <source>{proposal} (otherwise: {option})</source>
        <translation>{proposal} (si no: {option})</translation>
    </message>
    <message>
        <source>{rate:.5g} per second</source>
        <translation>{rate:.5g} por segundo</translation>
    </message>
    <message>
        <source>{seconds} seconds</source>
        <translation>{seconds} segundos</translation>
    </message>
    <message>
        <source>{size} stored</source>
        <translation>{size} guardados</translation>
    </message>
    <message>
        <source>{time}, at {place}</source>
        <translation>{time}, en {place}</translation>
    </message>
    <message>
        <source>{track}, cannot be read</source>
        <translation>{track}, no se puede leer</translation>
    </message>
</context>
<context>
    <name>score</name>
    <message>
        <source>BRISQUE needs its file of parameters: see “homereel score --help”.</source>
        <translation>BRISQUE necesita su archivo de parámetros: mira «homereel score --help».</translation>
    </message>
    <message>
        <source>Looks a little better than the source by {measure} ({change:+.1f}).</source>
        <translation>Según {measure} se ve algo mejor que el origen ({change:+.1f}).</translation>
    </message>
    <message>
        <source>Looks a little worse than the source by {measure} ({change:+.1f}).</source>
        <translation>Según {measure} se ve algo peor que el origen ({change:+.1f}).</translation>
    </message>
    <message>
        <source>Looks about as the source by {measure} ({change:+.1f}).</source>
        <translation>Según {measure} se ve más o menos como el origen ({change:+.1f}).</translation>
    </message>
    <message>
        <source>Looks clearly better than the source by {measure} ({change:+.1f}).</source>
        <translation>Según {measure} se ve claramente mejor que el origen ({change:+.1f}).</translation>
    </message>
    <message>
        <source>Looks clearly worse than the source by {measure} ({change:+.1f}).</source>
        <translation>Según {measure} se ve claramente peor que el origen ({change:+.1f}).</translation>
    </message>
    <message>
        <source>Lower is better. NIQE: how far from undamaged photographs; BRISQUE: what people disliked.</source>
        <translation>Menos es mejor. NIQE: lo lejos que está de fotografías sin daños; BRISQUE: lo que disgustó a la gente.</translation>
    </message>
    <message>
        <source>Too small to compare.</source>
        <translation>Demasiado pequeño para comparar.</translation>
    </message>
    <message>
        <source>frames</source>
        <translation>fotogramas</translation>
    </message>
    <message numerus="yes">
        <source>mean of %n clips</source>
        <translation>
            <numerusform>media de %n clip</numerusform>
            <numerusform>media de %n clips</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>mean of %n results</source>
        <translation>
            <numerusform>media de %n resultado</numerusform>
            <numerusform>media de %n resultados</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>mean of %n sources</source>
        <translation>
            <numerusform>media de %n origen</numerusform>
            <numerusform>media de %n orígenes</numerusform>
        </translation>
    </message>
    <message>
        <source>{name} (source, enlarged)</source>
        <translation>{name} (origen, ampliado)</translation>
    </message>
</context>
<context>
    <name>self_test</name>
    <message numerus="yes">
        <source>%n frames on {device}, with sound</source>
        <translation>
            <numerusform>%n fotograma en {device}, con sonido</numerusform>
            <numerusform>%n fotogramas en {device}, con sonido</numerusform>
        </translation>
    </message>
    <message>
        <source>bundled model</source>
        <translation>modelo incluido</translation>
    </message>
    <message>
        <source>cannot encode: {encoders}</source>
        <translation>no puede codificar: {encoders}</translation>
    </message>
    <message>
        <source>encoders</source>
        <translation>codificadores</translation>
    </message>
    <message>
        <source>it did not open and close</source>
        <translation>no se abrió y cerró</translation>
    </message>
    <message numerus="yes">
        <source>killed, resumed after %n frames, same pictures</source>
        <translation>
            <numerusform>detenido, reanudado tras %n fotograma, mismas imágenes</numerusform>
            <numerusform>detenido, reanudado tras %n fotogramas, mismas imágenes</numerusform>
        </translation>
    </message>
    <message>
        <source>not tried: the render was over before it could be killed</source>
        <translation>sin probar: la restauración acabó antes de poder detenerla</translation>
    </message>
    <message>
        <source>restoring</source>
        <translation>restaurar</translation>
    </message>
    <message>
        <source>resuming</source>
        <translation>reanudar</translation>
    </message>
    <message>
        <source>the frames are not those of an undisturbed render</source>
        <translation>los fotogramas no son los de una restauración sin interrupciones</translation>
    </message>
    <message>
        <source>the program ended with status {status}</source>
        <translation>el programa terminó con estado {status}</translation>
    </message>
    <message>
        <source>the render started again from the beginning</source>
        <translation>la restauración empezó de nuevo desde el principio</translation>
    </message>
    <message>
        <source>the sound is not that of the source</source>
        <translation>el sonido no es el del origen</translation>
    </message>
    <message>
        <source>window</source>
        <translation>ventana</translation>
    </message>
    <message>
        <source>{done} of {total} frames</source>
        <translation>{done} de {total} fotogramas</translation>
    </message>
    <message>
        <source>{model}, checksum right</source>
        <translation>{model}, suma de comprobación correcta</translation>
    </message>
</context>
<context>
    <name>sound</name>
    <message>
        <source>Clicks</source>
        <translation>Chasquidos</translation>
    </message>
    <message>
        <source>Hiss</source>
        <translation>Siseo</translation>
    </message>
    <message>
        <source>Hum</source>
        <translation>Zumbido</translation>
    </message>
    <message>
        <source>Loudness</source>
        <translation>Sonoridad</translation>
    </message>
    <message>
        <source>Sound to both sides</source>
        <translation>Sonido a ambos lados</translation>
    </message>
    <message>
        <source>clicks: about {a_minute:.0f} a minute</source>
        <translation>chasquidos: unos {a_minute:.0f} por minuto</translation>
    </message>
    <message>
        <source>hiss: steady noise at {level:.0f} dB, {distance:.0f} dB below the loud parts</source>
        <translation>siseo: ruido constante a {level:.0f} dB, {distance:.0f} dB por debajo de las partes fuertes</translation>
    </message>
    <message>
        <source>hum of the mains: {frequency:.1f} Hz and its harmonics, at {level:.0f} dB</source>
        <translation>zumbido de la red eléctrica: {frequency:.1f} Hz y sus armónicos, a {level:.0f} dB</translation>
    </message>
    <message>
        <source>loudness {loudness:.0f} LUFS (usual: -18)</source>
        <translation>sonoridad {loudness:.0f} LUFS (lo habitual: -18)</translation>
    </message>
    <message>
        <source>nothing was found</source>
        <translation>no se encontró nada</translation>
    </message>
    <message>
        <source>sound on the left side only</source>
        <translation>sonido solo en el lado izquierdo</translation>
    </message>
    <message>
        <source>sound on the right side only</source>
        <translation>sonido solo en el lado derecho</translation>
    </message>
    <message>
        <source>the two sides cancel each other out (opposite phase)</source>
        <translation>los dos lados se anulan entre sí (fase opuesta)</translation>
    </message>
    <message>
        <source>{fault}: stays, unless you ask for --sound {name}</source>
        <translation>{fault}: se queda, salvo que pidas --sound {name}</translation>
    </message>
    <message>
        <source>{fault}: will be put right</source>
        <translation>{fault}: se corregirá</translation>
    </message>
</context>
<context>
    <name>start</name>
    <message>
        <source>{size} drawn with Qt {version}, {platform}</source>
        <translation>{size} dibujado con Qt {version}, {platform}</translation>
    </message>
</context>
</TS>
