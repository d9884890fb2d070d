"""How long the window stands still with a long list: ``python -m tests.bench.long_list [CLIPS]``.

The engine is a stand-in that answers at once, so that only the window's own work counts. Gaps are
processor time of the window's thread between two turns of its event loop: other programs do not
count.
"""

import os
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from app.window.main_window import Window
from engine.background.engine_thread import Engine
from engine.background.intake_thread import Intake
from tests.bench.bench_window import open_window
from tests.gui.fakes import FakeMeasure, FakePreviews, FakeRestore, FakeTrial, fake_looks

CHANGED = 200


class Watchdog(QTimer):
    """Notes the longest time between two turns of the event loop, in seconds."""

    def __init__(self) -> None:
        super().__init__()
        self._last, self._worst = time.thread_time(), 0.0
        self.timeout.connect(self._on_turn)
        self.start(0)

    def take(self) -> float:
        """Return the longest gap since the last call."""
        worst, self._worst = self._worst, 0.0
        return worst

    def _on_turn(self) -> None:
        now = time.thread_time()
        self._worst, self._last = max(self._worst, now - self._last), now


def main() -> None:
    """Print each step with its time and its longest gap."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 500
    app = QApplication(sys.argv[:1])
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        os.environ["XDG_STATE_HOME"] = os.environ["XDG_CONFIG_HOME"] = name
        restore = FakeRestore()
        restore.waits = True
        engine = Engine(
            runner=restore,
            make_preview=FakePreviews(),
            free=lambda: None,
            measure=FakeMeasure(),
            try_out=FakeTrial(),
        )
        intake = Intake(looks=fake_looks())
        window = open_window(app, folder, engine=engine, intake=intake)
        window.restore_queue()
        paths = [folder / f"tape {number}.avi" for number in range(count)]
        for path in paths:
            path.touch()
        _measure_all(app, window, paths)
        restore.release()
        window.quit_at_once()
        for thread in (engine, intake):
            thread.stop()
            thread.wait()
        os._exit(0)  # the window would wait for threads that have ended


def _measure_all(app: QApplication, window: Window, paths: list[Path]) -> None:
    watchdog = Watchdog()

    def measure(name: str, act: Callable[[], object], is_done: Callable[[], bool]) -> None:
        _turn(app, 0.3)
        watchdog.take()
        begin = time.perf_counter()
        act()
        while not is_done():
            _turn(app, 0.001)
        seconds = time.perf_counter() - begin
        _turn(app, 0.5)
        print(f"{name:<24}{seconds:6.2f} s, longest gap {1000 * watchdog.take():4.0f} ms")

    def at_once() -> bool:
        return True

    def are_planned() -> bool:
        return all(bool(clip.plan) for clip in window.model)

    def scroll() -> None:
        bar = window.clip_list.verticalScrollBar()
        for value in range(0, bar.maximum(), 400):
            bar.setValue(value)
            app.processEvents()

    def change() -> None:
        window.clip_list.select_all(list(window.model)[:CHANGED])
        window.editing.edit(lambda options: replace(options, strength=0.5))

    measure(f"{len(paths)} clips added", lambda: window.adding.add_files(paths), at_once)
    measure("all looked at", at_once, are_planned)
    measure("scrolled to the end", scroll, at_once)
    measure(f"options of {CHANGED} changed", change, are_planned)
    measure("undone", window.changes.stack.undo, are_planned)
    measure(f"{CHANGED} removed", window.adding.remove_selected, at_once)
    measure("undone", window.changes.stack.undo, are_planned)
    measure("all selected", window.clip_list.selectAll, at_once)
    measure("queue started", window.commands.toggle_queue, at_once)


def _turn(app: QApplication, seconds: float) -> None:
    end = time.perf_counter() + seconds
    while time.perf_counter() < end:
        app.processEvents()
        time.sleep(0.001)


if __name__ == "__main__":
    main()
