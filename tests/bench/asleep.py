"""How long the window stands still while a disk sleeps: ``python -m tests.bench.asleep [SECONDS]``.

Every look at a file takes so long (5 s), as on a network drive that wakes up; the engine is a
stand-in. Last, torch and a model are loaded in another thread. Gaps are times between two turns of
the window's event loop, by the clock; what other programs took of them is told on Linux.
"""

import os
import sys
import tempfile
import threading
import time
from collections.abc import Callable
from dataclasses import replace
from functools import wraps
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtWidgets import QApplication

from app.window.main_window import Window
from engine.background.engine_thread import Engine
from engine.background.intake_thread import Intake, Looks
from engine.background.with_torch import warm_up
from engine.jobs.options import Options
from tests.bench.bench_window import open_window
from tests.bench.gaps import Gaps
from tests.gui.fakes import FakeMeasure, FakePreviews, FakeRestore, FakeTrial, fake_looks

CLIPS = 500
_WATCHED_SECONDS, _LOADED_SECONDS = 3.0, 15.0


def sleeping(looks: Looks, seconds: float) -> Looks:
    """Return looks that take so long each."""

    def slow(look: Callable[..., object]) -> Callable[..., object]:
        @wraps(look)
        def wait_and_look(*arguments: object, **options: object) -> object:
            time.sleep(seconds)
            return look(*arguments, **options)

        return wait_and_look

    names = ("glance", "probe", "thumbnail", "still", "plan", "find", "compare", "cuts")
    return replace(looks, **{name: slow(getattr(looks, name)) for name in names})


def main() -> None:
    """Print the longest gap of each step, and how many were longer than they may be."""
    seconds = float(sys.argv[1]) if len(sys.argv) > 1 else 5.0
    app = QApplication(sys.argv[:1])
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        os.environ["XDG_STATE_HOME"] = os.environ["XDG_CONFIG_HOME"] = name
        restore, previews = FakeRestore(), FakePreviews()
        restore.waits = True
        engine = Engine(
            runner=restore,
            make_preview=previews,
            free=lambda: None,
            measure=FakeMeasure(),
            try_out=FakeTrial(),
            warm_up=lambda _options: None,
        )
        intake = Intake(looks=sleeping(fake_looks(), seconds))
        window = open_window(app, folder, engine=engine, intake=intake)
        window.restore_queue()
        paths = [folder / f"tape {number}.avi" for number in range(CLIPS)]
        for path in paths:
            path.touch()
        _measure_all(window, paths, seconds)
        restore.release()
        sys.stdout.flush()
        os._exit(0)  # looks that sleep would be waited for


def _measure_all(window: Window, paths: list[Path], seconds: float) -> None:
    gaps = Gaps()

    def measure(name: str, act: Callable[[], object], watched: float = _WATCHED_SECONDS) -> None:
        gaps.describe()
        act()
        _turn(watched)
        print(f"{name:28} {gaps.describe()}", flush=True)

    measure("nothing", lambda: None)
    measure("add one clip", lambda: window.adding.add_files(paths[:1]), 2 * seconds + 1)
    measure("preview", window.panel.commands.preview.trigger)
    measure("scrub", lambda: _scrub(window))
    measure("move the slider", lambda: _slide(window))
    measure("add 500 clips", lambda: window.adding.add_files(paths[1:]))
    measure("scroll", lambda: _scroll(window))
    measure("start the queue", window.queue.start)
    measure("preview while it renders", window.panel.commands.preview.trigger)
    measure("pause", window.queue.stop)
    loading = threading.Thread(target=warm_up, args=[Options()], daemon=True)
    measure("load torch", loading.start, _LOADED_SECONDS)


def _turn(seconds: float) -> None:
    loop = QEventLoop()
    QTimer.singleShot(round(1000 * seconds), loop.quit)
    loop.exec()


def _scrub(window: Window) -> None:
    for number in range(40):
        window.panel.timeline.set_position(number / 8)
        _turn(0.02)


def _slide(window: Window) -> None:
    for number in range(40):
        strength = number / 40
        window.editing.edit(lambda options, s=strength: replace(options, strength=s))
        _turn(0.02)


def _scroll(window: Window) -> None:
    bar = window.clip_list.verticalScrollBar()
    for number in range(40):
        bar.setValue(bar.maximum() * number // 40)
        _turn(0.02)


if __name__ == "__main__":
    main()
