"""The window over processes of their own: one that crashes, and a window that is closed."""

import os
import signal
import sys
import time
from fractions import Fraction
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings

from app.window.main_window import Window
from app.window.queue.clips import ClipState
from app.window.queue.queue_file import QueueFile
from app.window.settings import Settings
from engine.background.engine_thread import Engine
from engine.background.intake_thread import Intake, looks_elsewhere
from engine.jobs.errors import InputProblem, RunnerDiedError
from engine.running.runner import OwnProcess
from engine.running.source_reader import SourceReader
from tests.bench.kills import SHORT_SEGMENTS
from tests.gui.fakes import FakeTrial
from tests.shared import ROOT
from tests.unit.tiny import TINY_NETWORK
from tests.video.clips import make_clip
from tests.video.interrupted import FRAMES, OPTIONS, picture

pytestmark = [
    pytest.mark.skipif(sys.platform != "linux", reason="children are listed by /proc"),
    pytest.mark.timeout(900),  # three processes that each load torch, on a busy computer
]

PROGRAM = (
    SHORT_SEGMENTS
    + TINY_NETWORK
    + """
import os
import engine.running.source_child as child
from app.__main__ import main
probe = child.probe
def probe_or_crash(path):
    if path.name.startswith("crashing"):
        os.abort()
    return probe(path)
child.probe = probe_or_crash
sys.exit(main())
"""
)


def children():
    """The processes that this one has started and that have not ended."""
    threads = Path("/proc/self/task").iterdir()
    return [int(pid) for thread in threads for pid in (thread / "children").read_text().split()]


def is_render(pid):
    return "run-job" in Path(f"/proc/{pid}/cmdline").read_text().split("\0")


@pytest.fixture
def window(*, qtbot, tmp_path, appearance, monkeypatch):
    monkeypatch.setenv("OMP_NUM_THREADS", "1")
    monkeypatch.setenv("PYTHONPATH", str(ROOT))
    monkeypatch.setattr(Window, "ask_to_close", lambda self: True)
    command = [sys.executable, "-c", PROGRAM]
    engine = Engine(
        runner=OwnProcess([*command, "run-job"]),
        measure=lambda work, cancel: None,
        try_out=FakeTrial(),
        warm_up=lambda _: None,
    )
    reader = SourceReader([*command, "look-at-sources"])
    intake = Intake(looks=looks_elsewhere(reader))
    store = QSettings(str(tmp_path / "settings.ini"), QSettings.Format.IniFormat)
    made = Window(
        engine=engine,
        intake=intake,
        settings=Settings(store),
        appearance=appearance,
        queue_file=QueueFile(tmp_path / "state" / "queue.json"),
    )
    qtbot.addWidget(made)
    made.show()
    yield made
    for thread in (engine, intake):
        thread.stop()
        assert thread.wait(60_000)


@pytest.fixture
def sources(tmp_path):
    return [
        make_clip(
            tmp_path / name,
            times=range(frames),
            time_base=Fraction(1, 25),
            # Of two films alike, one would go on with what is finished of the other.
            frames=[picture(number + index) for index in range(frames)],
        )
        for number, (name, frames) in enumerate((("first.mp4", FRAMES), ("second.mp4", 6)))
    ]


@pytest.fixture
def filled(window, sources, qtbot):
    window.adding.add_files(sources)
    window.clip_list.selectAll()
    window.editing.edit(lambda _options: OPTIONS)
    qtbot.waitUntil(lambda: all(c.plan and c.thumbnail for c in window.model), timeout=60_000)
    return window


def test_a_process_that_is_killed_costs_one_clip_which_then_goes_on(filled, qtbot):
    first, second = filled.model
    filled.commands.toggle_queue()
    qtbot.waitUntil(lambda: first.done_share > 0.65, timeout=120_000)
    [pid] = filter(is_render, children())
    os.kill(pid, signal.SIGKILL)
    qtbot.waitUntil(lambda: first.state is ClipState.FAILED, timeout=5000)
    assert isinstance(first.error, RunnerDiedError)
    qtbot.waitUntil(lambda: second.state is ClipState.DONE, timeout=120_000)
    started = []
    filled._engine.job_started.connect(lambda _id, event: started.append(event.frames_done))
    filled.commands.toggle_queue()
    qtbot.waitUntil(lambda: first.state is ClipState.DONE, timeout=120_000)
    assert started[0] >= 5
    filled.close()
    qtbot.waitUntil(lambda: not filled.isVisible(), timeout=60_000)
    qtbot.waitUntil(lambda: children() == [])


def test_cancelling_answers_at_once_and_closing_leaves_no_process(filled, qtbot):
    first, second = filled.model
    filled.commands.toggle_queue()
    qtbot.waitUntil(lambda: first.done_share > 0.2, timeout=120_000)
    begin = time.monotonic()
    filled.queue.cancel(first, keep=True)
    assert first.state is ClipState.STOPPING
    assert time.monotonic() - begin < 0.5
    qtbot.waitUntil(lambda: second.state is ClipState.RUNNING, timeout=60_000)
    assert first.state is ClipState.PAUSED
    qtbot.waitUntil(lambda: second.has_begun, timeout=120_000)
    filled.close()
    qtbot.waitUntil(lambda: not filled.isVisible(), timeout=60_000)
    qtbot.waitUntil(lambda: children() == [])
    assert not list(first.path.parent.glob("*restored.mp4"))


def test_a_clip_that_crashes_the_reader_is_refused_and_the_others_are_not(
    window, sources, qtbot, tmp_path
):
    crashing = make_clip(tmp_path / "crashing.mp4")
    window.adding.add_files([crashing, *sources])
    deadly, *others = window.model
    qtbot.waitUntil(lambda: all(clip.plan for clip in others), timeout=60_000)
    assert deadly.state is ClipState.REFUSED
    assert deadly.error.reason is InputProblem.CRASHED_READER
    window.clip_list.select(window.model.index_of(deadly))
    qtbot.waitUntil(lambda: "made the reader crash" in window.foot.sentence.text())
    window.close()
    qtbot.waitUntil(lambda: not window.isVisible(), timeout=60_000)
    qtbot.waitUntil(lambda: children() == [])
