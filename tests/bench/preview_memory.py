"""Memory of the window over many previews: ``python -m tests.bench.preview_memory [MINUTES]``.

The real window (off-screen) with its real engine: again and again another clip, another moment,
another place of the slider. What it holds is printed every minute: it is to stay level.
"""

import itertools
import os
import random
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtWidgets import QApplication

from app.window.main_window import Window
from app.window.queue.clips import ClipState
from app.window.start import keep_responsive
from engine.background.engine_thread import Ending, Engine, PreviewOutcome
from engine.background.intake_thread import Intake, looks_elsewhere
from engine.devices.allocator import keep_freed_memory
from engine.running.child_process import LOOK_AT_SOURCES, RUN_JOB, child_command
from engine.running.runner import OwnProcess
from engine.running.source_reader import SourceReader
from tests.bench.bench_window import open_window
from tests.shared import SHARED

CLIPS = (
    "phone_plant_320x240.mp4",
    "carphone_176x144_crushed.mp4",
    "mjpeg_kodak_blanket_320x240.avi",
    "real_rv20_wedding_320x240.rm",
)
STRETCH_SECONDS = 0.2
MOST_WAIT_SECONDS = 60.0


def main() -> None:
    """Print the memory of each minute."""
    minutes = float(sys.argv[1]) if len(sys.argv) > 1 else 60.0
    keep_freed_memory()  # as the program does
    app = QApplication([])
    with tempfile.TemporaryDirectory() as name:
        engine = Engine(runner=OwnProcess(child_command(RUN_JOB)))
        intake = Intake(looks=looks_elsewhere(SourceReader(child_command(LOOK_AT_SOURCES))))
        window = open_window(app, Path(name), engine=engine, intake=intake)
        keep_responsive()
        _preview_for(app, window, engine, 60 * minutes)
        sys.stdout.flush()
        os._exit(0)  # the last preview is not waited for


def _preview_for(app: QApplication, window: Window, engine: Engine, seconds: float) -> None:
    finished: list[int] = []
    frames: list[int] = []

    def note(preview_id: int, outcome: PreviewOutcome) -> None:
        if outcome.ending is Ending.DONE:
            finished.append(preview_id)

    engine.preview_finished.connect(note)
    engine.preview_frame_ready.connect(lambda preview_id, _frame: frames.append(preview_id))

    def wait_for(is_there: Callable[[], bool]) -> None:
        end = time.monotonic() + MOST_WAIT_SECONDS
        while not is_there() and time.monotonic() < end:
            app.processEvents()
            time.sleep(0.002)

    window.adding.add_files([SHARED / "clips" / clip for clip in CLIPS])
    wait_for(lambda: all(clip.state is not ClipState.LOOKING for clip in window.model))
    chance, begin, minute = random.Random(0), time.monotonic(), 0
    for clip in itertools.cycle(list(window.model)):
        clip.stretch_seconds = STRETCH_SECONDS
        window.clip_list.select(window.model.index_of(clip))
        timeline = window.panel.timeline
        timeline.set_position(chance.uniform(0, timeline.maximum()))
        for threshold in (None, chance.uniform(0.6, 4.0), chance.uniform(0.6, 4.0)):
            before = len(finished)
            if threshold is None:
                window.editing.request_preview()
            else:
                _move_slider(window, threshold)
            wait_for(lambda before=before: len(finished) > before)
        passed = time.monotonic() - begin
        if passed >= 60 * minute:
            done = f"{len(finished):5} previews, {len(frames):6} frames"
            print(f"{minute:4} min {done} {_resident_mib():7.0f} MiB", flush=True)
            minute += 1
        if passed > seconds:
            return


def _move_slider(window: Window, threshold: float) -> None:
    window.editing.edit(lambda options: replace(options, threshold=threshold))


def _resident_mib() -> float:
    pages = int(Path("/proc/self/statm").read_text().split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE") / 2**20


if __name__ == "__main__":
    main()
