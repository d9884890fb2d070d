"""Seconds until added clips have their pictures: ``python -m tests.bench.thumbnails [COUNT]``.

The real window (off-screen) with the process that looks at sources: when the first and the last of
``COUNT`` shared clips (10) has its thumbnail, and when all is known of them; and how long the
window stood still meanwhile. By the clock, so nothing else should run.
"""

import itertools
import os
import sys
import tempfile
import time
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtWidgets import QApplication

from app.window.main_window import Window
from app.window.queue.clips import ClipState
from app.window.start import keep_responsive
from engine.background.engine_thread import Engine
from engine.background.intake_thread import Intake, looks_elsewhere
from engine.files.sources import VIDEO_SUFFIXES
from engine.running.child_process import LOOK_AT_SOURCES, RUN_JOB, child_command
from engine.running.runner import OwnProcess
from engine.running.source_reader import SourceReader
from tests.bench.bench_window import open_window
from tests.bench.gaps import Gaps
from tests.shared import SHARED

LEAST_BYTES = 20_000
"""Smaller ones of the shared clips are no videos, or broken ones."""


def main() -> None:
    """Print the times."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 10
    videos = [p for p in sorted((SHARED / "clips").iterdir()) if p.suffix in VIDEO_SUFFIXES]
    good = [path for path in videos if path.stat().st_size >= LEAST_BYTES]
    clips = list(itertools.islice(itertools.cycle(good), count))
    app = QApplication([])
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        intake = Intake(looks=looks_elsewhere(SourceReader(child_command(LOOK_AT_SOURCES))))
        engine = Engine(runner=OwnProcess(child_command(RUN_JOB)))
        window = open_window(app, folder, engine=engine, intake=intake)
        keep_responsive()
        _measure(app, window, intake, clips)
        sys.stdout.flush()
        os._exit(0)  # measurements of this computer are not waited for


def _measure(app: QApplication, window: Window, intake: Intake, clips: list[Path]) -> None:
    pictured: list[float] = []
    intake.thumbnail_ready.connect(lambda *_: pictured.append(time.perf_counter()))
    gaps = Gaps()
    for _ in range(100):  # the window is painted for the first time
        app.processEvents()
        time.sleep(0.005)
    gaps.describe()
    begin = time.perf_counter()
    window.adding.add_files(clips)
    while any(clip.state is ClipState.LOOKING for clip in window.model):
        app.processEvents()
        time.sleep(0.001)
    seconds = [moment - begin for moment in (pictured[0], pictured[-1], time.perf_counter())]
    print(
        f"{len(clips)} clips: first picture after {seconds[0]:.2f} s, last ({len(pictured)}.) "
        f"{seconds[1]:.2f} s, all known {seconds[2]:.2f} s; stood still: {gaps.describe()}"
    )


if __name__ == "__main__":
    main()
