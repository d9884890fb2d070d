"""Seconds until the window shows a restored frame: ``python -m tests.bench.first_preview [CLIP]``.

The real window (off-screen) with its real engine, from the moment a clip is added: when its first
restored frame is there after *Preview*, and after the slider was moved; then the rest of that
preview, and the beginning of a render. Beside it, how long the window stood still meanwhile. All by
the clock, so nothing else should run.
"""

import os
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtWidgets import QApplication

from app.window.main_window import Window
from app.window.start import keep_responsive
from engine.background.engine_thread import Engine
from engine.background.intake_thread import Intake, looks_elsewhere
from engine.running.child_process import LOOK_AT_SOURCES, RUN_JOB, child_command
from engine.running.runner import OwnProcess
from engine.running.source_reader import SourceReader
from tests.bench.bench_window import open_window
from tests.bench.gaps import Gaps
from tests.shared import SHARED

CLIP = "clips/bw_his_girl_friday_640x480.mp4"
PAUSE_SECONDS = 8.0
"""Someone looks at the clip before asking for a preview, and at what comes of it."""
THRESHOLDS = (1.0, 3.9)


def main() -> None:
    """Print the time of each step."""
    clip = Path(sys.argv[1]) if len(sys.argv) > 1 else SHARED / CLIP
    app = QApplication([])
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        engine = Engine(runner=OwnProcess(child_command(RUN_JOB)))
        intake = Intake(looks=looks_elsewhere(SourceReader(child_command(LOOK_AT_SOURCES))))
        window = open_window(app, folder, engine=engine, intake=intake)
        keep_responsive()
        window.sentences.find_out_speed()
        _measure_all(app, window, engine, clip)
        sys.stdout.flush()
        os._exit(0)  # neither the rest of the preview nor measurements are waited for


def _measure_all(app: QApplication, window: Window, engine: Engine, clip: Path) -> None:
    shown: list[float] = []
    engine.preview_frame_ready.connect(lambda _id, _frame: shown.append(time.perf_counter()))

    gaps = Gaps()

    def measure(name: str, act: Callable[[], object], is_done: Callable[[], bool]) -> None:
        gaps.describe()
        begin = time.perf_counter()
        act()
        while not is_done():
            app.processEvents()
            time.sleep(0.001)
        seconds = time.perf_counter() - begin
        print(f"{name:<44}{seconds:6.2f} s, stood still: {gaps.describe()}", flush=True)

    def has_frame() -> bool:
        return bool(shown)

    def move(threshold: float) -> None:
        shown.clear()
        window.editing.edit(lambda options: replace(options, threshold=threshold))

    def for_a_while(seconds: float = PAUSE_SECONDS) -> Callable[[], bool]:
        begin: list[float] = []

        def is_over() -> bool:
            begin.append(time.perf_counter())
            return begin[-1] - begin[0] > seconds

        return is_over

    def is_planned() -> bool:
        return all(bool(entry.plan) for entry in window.model)

    measure("(the window is painted)", lambda: None, for_a_while(1.0))
    measure(f"{clip.name} added and looked at", lambda: window.adding.add_files([clip]), is_planned)
    measure("(a look at it)", lambda: None, for_a_while())
    measure("first restored frame after Preview", window.editing.request_preview, has_frame)
    for threshold in THRESHOLDS:
        measure(
            f"first restored frame after the slider at {threshold}",
            lambda threshold=threshold: move(threshold),
            has_frame,
        )
    measure("the rest of the preview", lambda: None, for_a_while())
    measure("a render begins", window.queue.start, for_a_while())


if __name__ == "__main__":
    main()
