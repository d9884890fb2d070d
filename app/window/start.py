"""The start of the window."""

from __future__ import annotations

import gc
import signal
import socket
import sys
import tempfile
from collections.abc import Callable, Sequence
from pathlib import Path

import platformdirs
from PySide6.QtCore import (
    QEvent,
    QObject,
    QSettings,
    QSocketNotifier,
    qVersion,
)
from PySide6.QtGui import QFileOpenEvent
from PySide6.QtWidgets import QApplication
from typing_extensions import override

from app.text.language import translate
from app.window import theme
from app.window.desktop import single_window
from app.window.languages import speak
from app.window.main_window import Window
from app.window.queue.queue_file import QueueFile
from app.window.settings import Settings
from engine.background.engine_thread import Engine
from engine.background.intake_thread import Intake, looks_elsewhere
from engine.background.player_thread import Player
from engine.running.child_process import LOOK_AT_SOURCES, RUN_JOB, child_command
from engine.running.runner import OwnProcess
from engine.running.source_reader import SourceReader

_SWITCH_SECONDS = 0.0005


def run(files: Sequence[Path]) -> int:
    """Open the window with these files in its list, or give them to the one that is open.

    Returns:
        The exit status.
    """
    app = _new_application()
    paths = [path.absolute() for path in files]
    name = single_window.name_of(platformdirs.user_state_path("homereel", appauthor=False))
    if single_window.hand_over(name, paths):
        return 0
    settings = Settings()
    speak(app, settings.language)
    appearance = theme.Appearance(app)
    appearance.choose(settings.colour_scheme)
    # What may crash (codecs, drivers) works in processes of its own: the window stays.
    engine = Engine(runner=OwnProcess(child_command(RUN_JOB)))
    reader = SourceReader(child_command(LOOK_AT_SOURCES))
    queue_file = QueueFile()
    intake = Intake(looks=looks_elsewhere(reader), note_look=queue_file.note_look)
    player = Player()
    window = Window(
        engine=engine,
        intake=intake,
        settings=settings,
        appearance=appearance,
        queue_file=queue_file,
        player=player,
    )
    window.show()
    keep_responsive()
    window.restore_queue()
    if not settings.has_seen_tour and not paths and not len(window.model):
        settings.has_seen_tour = True
        window.menus.tour.trigger()
    window.adding.add_paths(paths)
    later_starts = single_window.SingleWindow(name, window)
    later_starts.called.connect(window.come_to_front)
    if sys.platform == "darwin":
        app.installEventFilter(OpenedFiles(window.adding.add_paths, app))
    signals = SignalListener(window.quit_at_once)
    window.preferences.follow_system()
    window.sentences.find_out_speed()
    status = app.exec()
    signals.close()
    later_starts.close()
    # Reached without closing the window where the system ends the program.
    for thread in (engine, intake, player, window.keeper, window.runtime_keeper):
        thread.stop()
        thread.wait()
    return status


def keep_responsive() -> None:
    """Let the thread of the window wait for the other threads as little as Python allows.

    Laying out a page goes from Qt into Python and back many times. Each time may wait until another
    thread gives way, usually for 5 ms: while torch was imported, it took two to three times as long
    as with half a millisecond. A collection of garbage makes all wait, and goes through what the
    window consists of in 36 ms; that stays to the end, so it is left out.
    """
    sys.setswitchinterval(_SWITCH_SECONDS)
    gc.freeze()


def open_for_a_moment() -> str:
    """Open the window empty, draw it and close it; returns a few words about it."""
    app = _new_application()
    speak(app, "")
    engine, intake = Engine(), Intake()
    with tempfile.TemporaryDirectory() as folder:  # the user's settings and queue stay as they are
        window = Window(
            engine=engine,
            intake=intake,
            settings=Settings(QSettings(f"{folder}/settings.ini", QSettings.Format.IniFormat)),
            appearance=theme.Appearance(app),
            queue_file=QueueFile(Path(folder) / "queue.json"),
        )
        window.show()
        picture = window.grab()
        window.close()
        for thread in (engine, intake):
            thread.stop()
            thread.wait()
    text = translate("start", "{size} drawn with Qt {version}, {platform}")
    size = f"{picture.width()}x{picture.height()}"
    return text.format(size=size, version=qVersion(), platform=app.platformName())


def _new_application() -> QApplication:
    app = QApplication(sys.argv[:1])
    app.setApplicationName("Homereel")
    app.setOrganizationName("Homereel")
    app.setDesktopFileName("homereel")
    app.setWindowIcon(theme.app_icon())
    return app


class OpenedFiles(QObject):
    """Takes files that macOS hands to the running program: dropped on its icon, "Open with"."""

    def __init__(self, add_paths: Callable[[Sequence[Path]], object], parent: QObject) -> None:
        super().__init__(parent)
        self._add_paths = add_paths

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if not isinstance(event, QFileOpenEvent):
            return super().eventFilter(watched, event)
        self._add_paths([Path(event.file())])
        return True


class SignalListener:
    """Makes Ctrl-C and a request to terminate close the window in good order.

    Python runs its signal handlers between two of its own instructions, and while the window
    waits for events there are none; the bytes that a signal writes into a socket wake it.
    """

    def __init__(self, quit_at_once: Callable[[], None]) -> None:
        self._quit_at_once = quit_at_once
        self._inside, self._outside = socket.socketpair()
        for end in (self._inside, self._outside):
            end.setblocking(False)
        self._notifier = QSocketNotifier(self._inside.fileno(), QSocketNotifier.Type.Read)
        self._notifier.activated.connect(self._on_signal)
        self._old_fd = signal.set_wakeup_fd(self._outside.fileno(), warn_on_full_buffer=False)
        self._old = {
            number: signal.signal(number, lambda _number, _frame: None)
            for number in (signal.SIGINT, signal.SIGTERM)
        }

    def close(self) -> None:
        """Leave the signals as they were."""
        for number, handler in self._old.items():
            signal.signal(number, handler)
        signal.set_wakeup_fd(self._old_fd)
        self._notifier.setEnabled(False)
        self._inside.close()
        self._outside.close()

    def _on_signal(self) -> None:
        self._inside.recv(4096)
        self._quit_at_once()
