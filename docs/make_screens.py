"""Makes pictures of the window in its states: ``python -m docs.make_screens FOLDER``.

The clips are drawn, a little of them is really restored, and what takes long stands still. Each
look is a process of its own, since Qt takes language and scale at its start. README and the manual
show some pictures of the first look: ``--keep`` puts these into ``docs/screens``.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import threading
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from pathlib import Path
from tempfile import TemporaryDirectory

import av
import numpy as np
from PySide6.QtCore import QEventLoop, QSettings, QSize, Qt, QTimer
from PySide6.QtWidgets import QApplication, QDialog, QMenu, QWidget

from app.window.compare.preview import PreviewState
from app.window.languages import speak
from app.window.main_window import Window
from app.window.queue.clips import ClipState
from app.window.queue.history import HistoryFile
from app.window.queue.queue_file import QueueFile
from app.window.settings import Settings
from app.window.theme import Appearance
from docs.make_repairs import Picture, Pictures, scene
from engine.background.engine_thread import Engine
from engine.background.intake_thread import Intake
from engine.jobs.choices import Part
from engine.jobs.options import Job, Options
from engine.rendering.render import restore
from tests.gui.fakes import FakeRestore

FOLDER = Path(__file__).parent / "screens"
KEPT = {
    "2-preview": "compare.png",
    "5-looks": "looks.png",
    "6-queue": "queue.png",
    "7-range": "range.png",
}
"""Pictures that README and the manual show."""
CLIP_WIDTH, CLIP_HEIGHT, RATE = 240, 180, 25
_KEPT_WIDTH = 1100
_LONGEST_SECONDS = 240


@dataclass(frozen=True)
class Look:
    """A language, a scheme, and a size in pixels that do not depend on the screen."""

    name: str
    language: str = "en"
    scheme: str = "light"
    scale: int = 1
    size: tuple[int, int] = (1360, 840)
    is_mirrored: bool = False
    """As for languages that are read from right to left."""


LOOKS = (
    Look("en-light"),
    Look("de-dark", language="de", scheme="dark"),
    Look("de-small", language="de", size=(1024, 670)),
    Look("en-dark-small", scheme="dark", size=(1024, 670)),
    Look("en-200", scale=2, size=(1024, 670)),
    Look("mirrored", is_mirrored=True),
)


def main() -> None:
    """Make the pictures of all looks, or of those that are named."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--look", action="append", choices=[look.name for look in LOOKS])
    parser.add_argument("--clips", type=Path, help="where the clips are; made where they are not")
    parser.add_argument("--keep", action="store_true")
    given = parser.parse_args()
    given.folder.mkdir(parents=True, exist_ok=True)
    with TemporaryDirectory() as folder:
        clips = given.clips or Path(folder) / "Tapes"
        if not clips.exists():
            make_clips(clips)
        wanted = given.look or [look.name for look in LOOKS]
        if len(wanted) == 1:
            _show(next(look for look in LOOKS if look.name == wanted[0]), clips, given.folder)
        for look in LOOKS if len(wanted) > 1 else ():
            if look.name in wanted:
                words = [str(given.folder), "--look", look.name, "--clips", str(clips)]
                environment = {**os.environ, "QT_SCALE_FACTOR": str(look.scale)}
                command = [sys.executable, "-m", "docs.make_screens", *words]
                subprocess.run(command, check=True, env=environment)
    if given.keep:
        _keep_some(given.folder)


def make_clips(folder: Path) -> None:
    """Draw clips as they come from tapes, a file that is none, and a finished one."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    application = QApplication.instance() or QApplication([])
    folder.mkdir(parents=True)
    garden = [small(picture) for picture in scene()]
    rng = np.random.default_rng(3)
    noisy = [(p + rng.normal(0, 9, p.shape)).clip(0, 255).astype(np.uint8) for p in garden]
    gray = [p.mean(axis=2, keepdims=True).repeat(3, axis=2).astype(np.uint8) for p in noisy]
    warm = [(p * (1.0, 0.86, 0.72)).astype(np.uint8) for p in noisy]
    write_clip(folder / "Summer 1991.avi", noisy)
    for picture in warm:  # shown as wide-screen films are on a narrow television
        picture[:24] = picture[-24:] = 0
    write_clip(folder / "Wedding, tape 2.avi", warm)
    write_clip(folder / "Grandma’s garden 1962.avi", gray)
    write_clip(folder / "Holiday.avi", noisy[::-1])
    (folder / "Copy of tape 7.avi").write_bytes(b"nothing that could be read" * 40)
    source = folder / "Holiday.avi"
    job = Job(source=source, output=folder / "Holiday restored.mp4", options=Options())
    restore(job, lambda _event: None, threading.Event())
    del application


def small(picture: Picture) -> Picture:
    """Return a drawn picture in the size of an old camera's clips."""
    frame = av.VideoFrame.from_ndarray(picture, format="rgb24")
    small = frame.reformat(width=CLIP_WIDTH, height=CLIP_HEIGHT, interpolation="AREA")
    return small.to_ndarray(format="rgb24")


def write_clip(path: Path, pictures: Pictures) -> None:
    """Store a clip as cameras did long ago: MPEG-4, strongly compressed."""
    with av.open(str(path), "w") as container:
        stream = container.add_stream("mpeg4", rate=Fraction(RATE), options={"q:v": "9"})
        stream.width, stream.height, stream.pix_fmt = CLIP_WIDTH, CLIP_HEIGHT, "yuv420p"
        stream.bit_rate = 350_000
        for picture in pictures:
            container.mux(stream.encode(av.VideoFrame.from_ndarray(picture, format="rgb24")))
        container.mux(stream.encode())


class Photographer:
    """Brings a window into its states, one after the other, and keeps a picture of each."""

    def __init__(self, look: Look, folder: Path, state: Path) -> None:
        self._look, self._folder = look, folder
        self.renders = FakeRestore()
        self.renders.waits = True
        self.engine, self.intake = Engine(runner=self.renders), Intake()
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        appearance = Appearance(app)
        is_dark = look.scheme == "dark"
        appearance.choose(Qt.ColorScheme.Dark if is_dark else Qt.ColorScheme.Light)
        self.window = Window(
            engine=self.engine,
            intake=self.intake,
            settings=Settings(QSettings(str(state / "s.ini"), QSettings.Format.IniFormat)),
            appearance=appearance,
            queue_file=QueueFile(state / "queue.json"),
            history_file=HistoryFile(state / "history.jsonl"),
        )
        self.window.resize(QSize(*look.size))
        self.window.show()

    def keep(self, name: str, widget: QWidget | None = None) -> None:
        """Keep a picture of the window, or of another widget."""
        self.wait(lambda: False, seconds=0.4)
        picture = (widget or self.window).grab()
        picture.save(str(self._folder / f"{self._look.name} {name}.png"))

    def keep_dialog(self, name: str, open_it: Callable[[], object]) -> None:
        """Keep a picture of the dialog that something opens, and close it."""

        def look() -> None:
            dialog = QApplication.activeModalWidget() or next(
                (d for d in self.window.findChildren(QDialog) if d.isVisible()), None
            )
            if dialog is not None:
                self.keep(name, dialog)
                dialog.close()

        QTimer.singleShot(700, look)
        open_it()
        self.wait(lambda: False, seconds=1.5)

    def keep_menus(self) -> None:
        """Keep a picture of each menu."""
        for action in self.window.menuBar().actions():
            menu = action.menu()
            if isinstance(menu, QMenu):
                menu.ensurePolished()
                menu.adjustSize()
                self.keep(f"menu {action.text().replace('&', '')}", menu)

    def wait(self, is_there: Callable[[], bool], *, seconds: float = _LONGEST_SECONDS) -> None:
        """Let the window work until something is there, or for some time."""
        loop, timer, end = QEventLoop(), QTimer(), QTimer()
        timer.timeout.connect(lambda: loop.quit() if is_there() else None)
        timer.start(20)
        end.setSingleShot(True)
        end.timeout.connect(loop.quit)
        end.start(round(1000 * seconds))
        loop.exec()

    def close(self) -> None:
        """End what still works."""
        self.renders.release()
        self.window.quit_at_once()
        for thread in (self.engine, self.intake):
            thread.stop()
            thread.wait()


def _show(look: Look, clips: Path, folder: Path) -> None:
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    app = QApplication.instance() or QApplication([])
    speak(app, look.language)
    if look.is_mirrored:
        app.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    with TemporaryDirectory() as state:
        for place in ("CONFIG", "STATE", "CACHE", "DATA"):  # nothing of who makes the pictures
            os.environ[f"XDG_{place}_HOME"] = state
        hand = Photographer(look, folder, Path(state))
        try:
            _walk(hand, sorted(clips.glob("*.avi")))
        finally:
            hand.close()


def _walk(hand: Photographer, clips: Sequence[Path]) -> None:
    window = hand.window
    hand.keep("0-empty")
    window.adding.add_files(clips)
    hand.wait(lambda: all(clip.state is not ClipState.LOOKING for clip in window.model))
    by_name = {clip.path.stem: clip for clip in window.model}
    first = by_name["Summer 1991"]
    window.clip_list.select(window.model.index_of(first))
    hand.wait(lambda: first.still is not None and first.plan is not None)
    hand.wait(lambda: False, seconds=2)
    hand.keep("1-added")
    window.panel.commands.preview.trigger()
    hand.wait(lambda: window.strip.state is PreviewState.READY)
    hand.keep("2-preview")
    window.panel.commands.split.trigger()
    hand.keep("3-split")
    window.panel.commands.difference.trigger()
    hand.keep("4-difference")
    window.panel.commands.side_by_side.trigger()
    finished: list[bool] = []
    hand.engine.preview_finished.connect(lambda *_: finished.append(True))
    window.comparing.open_variants()
    hand.wait(lambda: bool(finished))
    hand.keep("5-looks")
    window.comparing.variants.close()
    window.panel.timeline.set_start(0.3)
    window.panel.timeline.set_end(0.8)
    hand.keep("7-range")
    window.panel.commands.whole_video.trigger()
    first.options = replace(first.options, parts=(Part(0.1, 0.3), Part(0.5, 0.9)))
    window.on_options_changed(first)
    hand.keep("11-parts")
    window.panel.commands.whole_video.trigger()
    window.queue.start()
    hand.wait(lambda: any(clip.state is ClipState.RUNNING for clip in window.model))
    hand.wait(lambda: False, seconds=1)
    hand.keep("6-queue")
    done = by_name["Holiday"]
    done.state, done.output = ClipState.DONE, done.path.with_name("Holiday restored.mp4")
    window.clip_list.select(window.model.index_of(done))
    hand.wait(lambda: False, seconds=3)
    hand.keep("8-finished")
    window.clip_list.select(window.model.index_of(by_name["Copy of tape 7"]))
    hand.keep("9-refused")
    window.clip_list.select_all([by_name["Wedding, tape 2"], by_name["Summer 1991"]])
    hand.keep("10-several")
    window.clip_list.select(window.model.index_of(by_name["Wedding, tape 2"]))
    hand.wait(lambda: by_name["Wedding, tape 2"].still is not None)
    hand.keep("13-borders")
    _show_dialogs(hand)


def _show_dialogs(hand: Photographer) -> None:
    window = hand.window
    menus = window.menus
    hand.keep_menus()
    hand.keep("12-night", menus.night_menu(window))
    for name, action in (
        ("tour", menus.tour),
        ("keys", menus.shortcuts),
        ("log", menus.show_log),
        ("history", menus.history),
        ("models", menus.models),
        ("hours", menus.change_hours),
        ("others", menus.others),
        ("about", menus.about),
    ):
        hand.keep_dialog(name, action.trigger)


def _keep_some(folder: Path) -> None:
    from PySide6.QtGui import QImage  # noqa: PLC0415

    FOLDER.mkdir(exist_ok=True)
    for name, kept in KEPT.items():
        image = QImage(str(folder / f"{LOOKS[0].name} {name}.png"))
        way = Qt.TransformationMode.SmoothTransformation
        image.scaledToWidth(_KEPT_WIDTH, way).save(str(FOLDER / kept))


if __name__ == "__main__":
    main()
