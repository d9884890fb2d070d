"""Sources and disks that are away for a while, or full."""

import errno
import os
import shutil
import threading

import pytest

from engine.files.lock import FileLock
from engine.jobs.errors import (
    Cancelled,
    InputProblem,
    InputVideoError,
    OutputProblem,
    OutputVideoError,
)
from engine.jobs.events import Waiting, WaitReason
from engine.jobs.options import Resume
from engine.rendering.waiting import OutputDisk, SourceFile, identity_of
from engine.resuming.unfinished import LOCK_NAME
from engine.resuming.work import Work
from tests.unit.resuming.test_work import claim, pictures, state

NEEDED_BYTES = 1000


@pytest.fixture
def source(tmp_path):
    path = tmp_path / "in.avi"
    path.write_bytes(b"film" * 1000)
    return path


class Watch:
    """A source and what was told of it; ``act`` is called when waiting begins."""

    def __init__(self, path):
        self.told, self.act, self.cancel = [], lambda: None, threading.Event()
        self.file = SourceFile(
            path, identity_of(path), tell=self._tell, cancel=self.cancel, retry_seconds=0.0
        )

    def _tell(self, waiting):
        self.told.append(waiting)
        if waiting.reason is not None:
            self.act()


def test_a_source_that_was_only_touched_is_the_same(source):
    watch = Watch(source)
    os.utime(source, (4_000_000_000, 4_000_000_000))
    watch.file.check()
    watch.file.wait()
    assert watch.told == []


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        (lambda path: path.write_bytes(b"mill" * 1001), InputProblem.CHANGED),
        (lambda path: path.unlink(), InputProblem.READ_FAILED),
    ],
)
def test_another_source_is_told_from_one_that_is_away(source, change, reason):
    watch = Watch(source)
    change(source)
    with pytest.raises(InputVideoError) as caught:
        watch.file.check()
    assert caught.value.reason is reason


def test_a_source_is_waited_for_until_it_is_the_right_one(source):
    watch, away = Watch(source), source.with_name("away.avi")
    source.rename(away)
    source.write_bytes(b"another disk with a film of that name")
    watch.act = lambda: away.rename(source)
    watch.file.wait()
    assert watch.told == [Waiting(WaitReason.SOURCE_GONE, source), Waiting(None, source)]


def test_waiting_for_a_source_ends_with_the_job(source):
    watch = Watch(source)
    source.unlink()
    watch.act = watch.cancel.set
    with pytest.raises(Cancelled):
        watch.file.wait()


def test_a_render_that_waits_makes_room_for_previews(source):
    watch, away = Watch(source), source.with_name("away.avi")
    source.rename(away)
    wanted = [True, False]

    def make_room():
        if wanted:
            return wanted.pop(0)
        away.rename(source)
        return False

    watch.file.wait(make_room)
    gone = Waiting(WaitReason.SOURCE_GONE, source)
    assert watch.told == [gone, gone, Waiting(None, source)]


class Writing:
    """Something to write that fails, and the disk to which it goes.

    ``faults`` are raised one after the other; ``waits`` counts how often waiting was told.
    """

    def __init__(self, work, output, **policy):
        self.faults, self.told, self.waits, self.written = [], [], 0, False
        self.cancel, self.on_wait = threading.Event(), lambda: None
        self._disk = OutputDisk(
            output, work, tell=self.told.append, cancel=self.cancel, retry_seconds=0.0, **policy
        )

    def insist(self):
        self._disk.insist(self._write, NEEDED_BYTES, self._wait)

    def _write(self):
        if self.faults:
            raise self.faults.pop(0)
        self.written = True

    def _wait(self):
        self.waits += 1
        self.on_wait()

    @property
    def reasons(self):
        return [waiting.reason for waiting in self.told]


@pytest.fixture
def work(tmp_path):
    (tmp_path / "out").mkdir()
    with Work.take(tmp_path / "out" / "out.mp4", claim(), Resume.AUTO) as work:
        work.add(pictures(0), 1.0, state(4))
        yield work


@pytest.fixture
def writing(work):
    return Writing(work, work.folder.parent / "out.mp4")


@pytest.fixture
def free(monkeypatch):
    """Free bytes of the disk, one value for each look at it, the last for all that follow."""
    free = [0]

    def look(_folder):
        return type("Usage", (), {"free": free.pop(0) if len(free) > 1 else free[0]})

    monkeypatch.setattr(shutil, "disk_usage", look)
    return free


def full():
    return OSError(errno.ENOSPC, "full")


def libav_found_it_full(output):
    error = OutputVideoError(output, OutputProblem.WRITE_FAILED)
    error.__cause__ = full()
    return error


def test_room_is_waited_for_once_however_often_it_is_short(writing, free):
    writing.faults = [full(), libav_found_it_full(writing), full()]
    free[:] = [10, 0, NEEDED_BYTES - 1, NEEDED_BYTES]
    writing.insist()
    assert writing.written
    assert writing.reasons == [WaitReason.DISK_FULL, None]
    assert writing.told[0].free_bytes == 10
    assert writing.waits == 3 + 1 + 1


def test_a_quota_does_not_show_in_the_room_so_it_is_tried(work, free):
    writing = Writing(work, work.folder.parent / "out.mp4", quota_retries=5)
    writing.faults = [OSError(errno.EDQUOT, "quota"), OSError(errno.EDQUOT, "quota")]
    free[:] = [0]
    writing.insist()
    assert writing.reasons == [WaitReason.DISK_FULL, None]
    assert writing.waits == 2 * 5


def test_a_disk_that_was_away_is_locked_again(work, writing):
    home, away = work.folder.parent, work.folder.parent.with_name("away")
    home.rename(away)
    writing.faults = [FileNotFoundError(errno.ENOENT, "gone")]

    def bring_back():
        if writing.waits == 3:
            # Another disk than before, as the system sees it: the old lock holds nothing there.
            shutil.copytree(away, home)

    writing.on_wait = bring_back
    writing.insist()
    assert writing.written
    assert writing.reasons == [WaitReason.OUTPUT_GONE, None]
    assert FileLock.take(work.folder / LOCK_NAME) is None


def test_a_disk_on_which_somebody_else_works_by_now_is_left(work, writing):
    home, away = work.folder.parent, work.folder.parent.with_name("away")
    home.rename(away)
    writing.faults = [FileNotFoundError(errno.ENOENT, "gone")]
    others = []

    def bring_back():
        shutil.copytree(away, home)
        others.append(FileLock.take(work.folder / LOCK_NAME))

    writing.on_wait = bring_back
    with pytest.raises(OutputVideoError) as caught:
        writing.insist()
    assert caught.value.reason is OutputProblem.IN_USE
    others[0].release()


def test_waiting_for_a_disk_ends_with_the_job(writing, free):
    writing.faults = [full()]
    writing.on_wait = writing.cancel.set
    with pytest.raises(Cancelled):
        writing.insist()
    assert not writing.written


@pytest.mark.parametrize(
    ("fault", "reason"),
    [
        (PermissionError(errno.EACCES, "no"), OutputProblem.NO_PERMISSION),
        (OSError(errno.EINVAL, "no"), OutputProblem.WRITE_FAILED),
        (OutputVideoError("a", OutputProblem.ENCODER_FAILED), OutputProblem.ENCODER_FAILED),
    ],
)
def test_what_does_not_pass_is_not_waited_for(writing, fault, reason):
    writing.faults = [fault]
    with pytest.raises(OutputVideoError) as caught:
        writing.insist()
    assert caught.value.reason is reason
    assert writing.told == []


def test_a_folder_that_was_removed_will_not_come_back(work, writing):
    shutil.rmtree(work.folder)
    writing.faults = [FileNotFoundError(errno.ENOENT, "gone")]
    with pytest.raises(OutputVideoError) as caught:
        writing.insist()
    assert caught.value.reason is OutputProblem.WORK_REMOVED
    assert writing.told == []
