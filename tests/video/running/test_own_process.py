"""A job carried out by a process of its own: done, cancelled, killed, and left alone."""

import os
import signal
import subprocess
import sys
import threading
import time
from fractions import Fraction
from pathlib import Path

import pytest
import torch

from engine.files.lock import FileLock
from engine.jobs.errors import (
    Cancelled,
    InputProblem,
    InputVideoError,
    RunnerDiedError,
)
from engine.jobs.events import Progressed, Started, Summary, Waiting, WaitReason
from engine.jobs.options import Job
from engine.jobs.wire import to_json
from engine.resuming.unfinished import folder_of
from engine.running.child_process import RUN_JOB, child_command
from engine.running.runner import OwnProcess, ThisProcess
from tests.bench.kills import SHORT_SEGMENTS
from tests.shared import ROOT
from tests.unit.tiny import TINY_NETWORK
from tests.video.clips import make_clip
from tests.video.compare import assert_same_film
from tests.video.interrupted import EVEN, FRAMES, OPTIONS, picture

pytestmark = pytest.mark.timeout(900)  # processes that each load torch, on a busy computer

STOP_AT = FRAMES // 2
PROGRAM = (
    SHORT_SEGMENTS
    + TINY_NETWORK
    + """
from app.__main__ import main
sys.exit(main())
"""
)
COMMAND = [sys.executable, "-c", PROGRAM, "run-job"]


@pytest.fixture(autouse=True)
def surroundings(monkeypatch, tmp_path):
    """Of the child: one thread, as here, and the modules of this project."""
    monkeypatch.setenv("OMP_NUM_THREADS", "1")
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    monkeypatch.setenv("PYTHONPATH", str(ROOT))


@pytest.fixture(scope="module")
def source(tmp_path_factory):
    return make_clip(
        tmp_path_factory.mktemp("film") / "in.mp4",
        times=EVEN,
        time_base=Fraction(1, 25),
        frames=[picture(index) for index in range(FRAMES)],
    )


@pytest.fixture
def job(source, tmp_path):
    (tmp_path / "out").mkdir()
    return Job(source=source, output=tmp_path / "out" / "film.mp4", options=OPTIONS)


@pytest.fixture
def one_thread():
    before = torch.get_num_threads()
    torch.set_num_threads(1)
    yield
    torch.set_num_threads(before)


class Watched:
    """A job run by a process of its own, in which something happens in the middle of the work."""

    def __init__(self, job, act=lambda child: None, command=COMMAND):
        self.events, self.error, self.summary = [], None, None
        self.cancel, self.acted_at = threading.Event(), None
        self.make_room = threading.Event()
        self._act, self._has_acted = act, False
        try:
            self.summary = OwnProcess(command).run(job, self._on_event, self.cancel, self.make_room)
        except Exception as error:
            self.error = error
        self.ended_at = time.monotonic()

    def _on_event(self, event):
        self.events.append(event)
        if isinstance(event, Waiting) and event.reason is WaitReason.PREVIEW:
            self.make_room.clear()
        is_middle = isinstance(event, Progressed) and event.frames_done >= STOP_AT
        if is_middle and not self._has_acted:
            self._has_acted, self.acted_at = True, time.monotonic()
            self._act(self)

    @property
    def started(self):
        return next(event for event in self.events if isinstance(event, Started))


def kill_children(_watched):
    for pid in children():
        os.kill(pid, signal.SIGKILL)


def children():
    """The processes that this one has started and that have not ended."""
    text = Path(f"/proc/self/task/{threading.get_native_id()}/children").read_text()
    return [int(pid) for pid in text.split()]


def test_a_job_is_done_by_another_process_as_by_this_one(job, tmp_path, one_thread):
    watched = Watched(job, command=child_command(RUN_JOB))
    assert watched.error is None
    assert isinstance(watched.summary, Summary)
    assert (watched.summary.output, watched.summary.frames) == (job.output, FRAMES)
    assert watched.started.frames_total == FRAMES
    done = [event.frames_done for event in watched.events if isinstance(event, Progressed)]
    assert done[-1] == FRAMES
    here = Job(source=job.source, output=tmp_path / "here.mp4", options=OPTIONS)
    ThisProcess().run(here, lambda event: None, threading.Event())
    assert_same_film(job.output, here.output)
    assert [path.name for path in job.output.parent.iterdir()] == [job.output.name]


def test_a_cancelled_job_keeps_what_is_finished_then_makes_room_and_goes_on(job):
    watched = Watched(job, lambda watched: watched.cancel.set())
    assert isinstance(watched.error, Cancelled)
    assert children() == []
    lock = FileLock.take(folder_of(job.output) / "lock")
    assert lock is not None
    lock.release()
    again = Watched(job, lambda watched: watched.make_room.set())
    assert again.error is None
    assert again.started.frames_done >= 5
    waits = [event.reason for event in again.events if isinstance(event, Waiting)]
    assert waits == [WaitReason.PREVIEW, None]
    assert again.summary.frames == FRAMES


@pytest.mark.skipif(sys.platform != "linux", reason="children are listed by /proc")
def test_a_killed_process_is_an_error_and_its_job_goes_on(job):
    watched = Watched(job, kill_children)
    assert isinstance(watched.error, RunnerDiedError)
    assert (watched.error.path, watched.error.exit_status) == (job.source, -signal.SIGKILL)
    again = Watched(job)
    assert again.started.frames_done >= 5
    assert again.summary.frames == FRAMES


def test_an_error_of_the_job_comes_over_with_its_fields(job, tmp_path):
    lost = Job(source=tmp_path / "gone.avi", output=job.output, options=OPTIONS)
    watched = Watched(lost)
    assert isinstance(watched.error, InputVideoError)
    assert (watched.error.path, watched.error.reason) == (lost.source, InputProblem.NOT_FOUND)


def test_a_bug_comes_over_as_unexpected(job):
    program = f"""
import engine.running.job_child as child
def run(self, job, on_event, cancel, make_room):
    print("printed, not said")
    raise ZeroDivisionError("a bug")
child.ThisProcess.run = run
{PROGRAM}"""
    watched = Watched(job, command=[sys.executable, "-c", program, "run-job"])
    assert type(watched.error) is RuntimeError
    assert str(watched.error) == "ZeroDivisionError: a bug"


def test_a_job_cancelled_before_its_process_works_is_cancelled(job):
    cancel = threading.Event()
    cancel.set()
    with pytest.raises(Cancelled):
        OwnProcess(COMMAND).run(job, lambda event: None, cancel)


PARENT = f"""
import sys, threading
sys.path.insert(0, {str(ROOT)!r})
from engine.jobs.events import Progressed
from engine.jobs.options import Job
from engine.jobs.wire import from_json
from engine.running.runner import OwnProcess

def tell(event):
    if isinstance(event, Progressed):
        print(event.frames_done, flush=True)

job = from_json(Job, sys.argv[1].encode())
OwnProcess(sys.argv[2:]).run(job, tell, threading.Event())
"""


def has_ended(pid):
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] == "Z"
    except FileNotFoundError:
        return True


@pytest.mark.skipif(sys.platform != "linux", reason="children are listed by /proc")
def test_the_process_ends_by_itself_when_the_one_that_wants_the_job_is_killed(job):
    words = [sys.executable, "-c", PARENT, to_json(job), *COMMAND]
    with subprocess.Popen(words, stdout=subprocess.PIPE) as parent:
        for line in parent.stdout:
            if int(line) >= STOP_AT:
                break
        [child] = Path(f"/proc/{parent.pid}/task/{parent.pid}/children").read_text().split()
        parent.kill()
    deadline = time.monotonic() + 60
    while not has_ended(child) and time.monotonic() < deadline:
        time.sleep(0.1)
    assert has_ended(child)
    assert not job.output.exists()
    lock = FileLock.take(folder_of(job.output) / "lock")
    assert lock is not None
    lock.release()
