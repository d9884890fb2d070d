"""What can happen to a computer during a render: nothing finished is lost, and it ends the same."""

import errno
import itertools
import math
import shutil
import subprocess
import sys
import threading
from dataclasses import replace

import av
import pytest
import torch

from engine.files import durable
from engine.files.lock import FileLock
from engine.installation.cards import Card, CardKind
from engine.jobs.choices import Codec
from engine.jobs.errors import (
    DeviceLostError,
    DiskFullError,
    InputProblem,
    InputVideoError,
    OutputProblem,
    OutputVideoError,
)
from engine.jobs.events import Progressed, Started, Waiting, WaitReason, Warned, WarningKind
from engine.jobs.options import Job
from engine.rendering.render import restore
from engine.restoring import known_before
from engine.restoring.plans import Plan
from engine.resuming.unfinished import folder_of, orphans, remove_orphan
from engine.video.reading.decoder import PictureDecoder
from engine.video.writing.encoder import Encoding, PictureEncoder
from tests.video.compare import assert_same_film, frame_checksums
from tests.video.interrupted import FRAMES, OPTIONS, QUICK, Run

pytestmark = pytest.mark.usefixtures("quick_renders")

MEMORY_SHORT = Warned(WarningKind.MEMORY_SHORT)


@pytest.fixture
def job(tmp_path, source):
    (tmp_path / "out").mkdir()
    return Job(source=source, output=tmp_path / "out" / "out.mp4", options=OPTIONS)


@pytest.fixture
def expected(job):
    output = job.source.with_name("expected.mp4")
    Run(replace(job, output=output))
    return output


def when_frame(number, act):
    """Do something once, when so many frames are done."""
    todo = [act]

    def on_event(event):
        if isinstance(event, Progressed) and event.frames_done >= number and todo:
            todo.pop()()

    return on_event


def when_started(act):
    """Do something once, when the frames are about to be read."""
    return lambda event: act() if isinstance(event, Started) else None


def reasons(run):
    return [event.reason for event in run.of(Waiting)]


@pytest.fixture
def small_disk(tmp_path):
    folder = tmp_path / "disk"
    folder.mkdir()
    command = ["mount", "-t", "tmpfs", "-o", "size=1m", "tmpfs", folder]
    if subprocess.run(command, check=False, capture_output=True).returncode:
        pytest.skip("only root mounts a small disk")
    yield folder
    subprocess.run(["umount", "-l", folder], check=True)


def test_a_disk_that_fills_up_is_waited_for(job, expected, small_disk):
    job = replace(job, output=small_disk / "out.mp4")
    ballast = small_disk / "ballast"

    def fill():
        ballast.write_bytes(b"")
        with pytest.raises(OSError, match="No space"), ballast.open("wb", buffering=0) as file:
            while True:
                file.write(bytes(4096))

    begin = when_frame(8, fill)

    def on_event(event):
        begin(event)
        if isinstance(event, Waiting) and event.reason is WaitReason.DISK_FULL:
            ballast.unlink()

    run = Run(job, on_event=on_event)
    assert reasons(run) == [WaitReason.DISK_FULL, None]
    assert run.done == list(range(1, FRAMES + 1))
    assert_same_film(job.output, expected)


@pytest.mark.parametrize("failing", ["segment", "state", "journal"])
def test_every_file_of_the_working_folder_may_find_the_disk_full(
    job, expected, monkeypatch, failing
):
    write, left = durable.write_synced, [3]

    def refuse_sometimes(path, content):
        if failing in path.name and left[0]:
            left[0] -= 1
            raise OSError(errno.ENOSPC, "full")
        write(path, content)

    for module in ("engine.files.durable", "engine.resuming.work"):
        monkeypatch.setattr(f"{module}.write_synced", refuse_sometimes)
    run = Run(job)
    assert reasons(run) == [WaitReason.DISK_FULL, None]
    assert_same_film(job.output, expected)


def test_too_little_room_names_the_numbers_before_anything_is_done(job, monkeypatch):
    usage = type("Usage", (), {"free": 1000})
    monkeypatch.setattr("engine.video.writing.writer.shutil.disk_usage", lambda _: usage)
    with pytest.raises(DiskFullError) as caught:
        Run(job)
    assert caught.value.needed_bytes > caught.value.free_bytes == 1000
    assert list(job.output.parent.iterdir()) == []


def test_a_render_that_waits_ends_when_nobody_listens_any_more(job, expected):
    """A pipe that is closed, for example: it would wait for ever."""
    home = job.output.parent
    away = home.with_name("away")
    begin = when_frame(8, lambda: home.rename(away))

    def on_event(event):
        begin(event)
        if isinstance(event, Waiting):
            raise BrokenPipeError

    with pytest.raises(BrokenPipeError):
        Run(job, on_event=on_event)
    away.rename(home)
    Run(job)
    assert_same_film(job.output, expected)


def test_an_output_folder_that_goes_and_comes_back(job, expected):
    home = job.output.parent
    away = home.with_name("away")

    begin = when_frame(8, lambda: home.rename(away))

    def on_event(event):
        begin(event)
        if isinstance(event, Waiting) and event.reason is WaitReason.OUTPUT_GONE:
            away.rename(home)

    run = Run(job, on_event=on_event)
    assert reasons(run) == [WaitReason.OUTPUT_GONE, None]
    assert_same_film(job.output, expected)


def test_a_source_that_goes_and_comes_back(job, expected):
    away = job.source.with_name("away.mp4")

    begin = when_frame(8, lambda: job.source.rename(away))

    def on_event(event):
        begin(event)
        if isinstance(event, Waiting) and event.reason is WaitReason.SOURCE_GONE:
            away.rename(job.source)

    run = Run(job, on_event=on_event)
    assert reasons(run) == [WaitReason.SOURCE_GONE, None]
    assert_same_film(job.output, expected)


def test_a_source_that_changes_ends_the_render_and_the_old_one_goes_on(job, expected):
    content = job.source.read_bytes()
    changed = content[:-1] + bytes([content[-1] ^ 1])
    with pytest.raises(InputVideoError) as caught:
        Run(job, on_event=when_frame(13, lambda: job.source.write_bytes(changed)))
    assert caught.value.reason is InputProblem.CHANGED
    job.source.write_bytes(content)
    assert Run(job).started.frames_done >= 5
    assert_same_film(job.output, expected)


@pytest.fixture
def bad_sector(monkeypatch):
    """The disk fails behind the twentieth packet of the picture, as often as the list is long."""
    faults, read = [], PictureDecoder.packets

    def packets(self):
        for number, packet in enumerate(read(self)):
            if number == 20 and faults:
                faults.pop()
                raise InputVideoError(self._path, InputProblem.READ_FAILED, "bad sector")
            yield packet

    monkeypatch.setattr(PictureDecoder, "packets", packets)
    return faults


def test_a_read_error_that_passes_is_got_over(job, expected, bad_sector):
    run = Run(job, on_event=when_started(lambda: bad_sector.append(1)))
    assert bad_sector == []
    assert run.summary.frames == FRAMES
    assert_same_film(job.output, expected)


def test_a_read_error_that_stays_keeps_what_is_finished(job, expected, bad_sector):
    with pytest.raises(InputVideoError) as caught:
        Run(job, on_event=when_started(lambda: bad_sector.extend([1] * 9)))
    assert caught.value.reason is InputProblem.READ_FAILED
    bad_sector.clear()
    assert Run(job).started.frames_done >= 10
    assert_same_film(job.output, expected)


def test_an_encoder_that_fails_in_the_middle_keeps_what_is_finished(job, expected, monkeypatch):
    encode, left = PictureEncoder.encode_picture, [13]

    def fail_late(self, picture):
        left[0] -= 1
        if left[0] < 0:
            raise OutputVideoError(job.output, OutputProblem.ENCODER_FAILED, "broken")
        return encode(self, picture)

    with monkeypatch.context() as patch, pytest.raises(OutputVideoError) as caught:
        patch.setattr(PictureEncoder, "encode_picture", fail_late)
        Run(job)
    assert caught.value.reason is OutputProblem.ENCODER_FAILED
    assert Run(job).started.frames_done >= 10
    assert_same_film(job.output, expected)


@pytest.fixture
def impatience():
    """Ends a render that would hang instead of failing."""
    cancel = threading.Event()
    timer = threading.Timer(30, cancel.set)
    timer.start()
    yield cancel
    timer.cancel()
    timer.join()


def test_an_encoder_that_fails_at_the_start_ends_the_render(job, monkeypatch, impatience):
    """It opened when it was tried, as that of a card does, but not for the film."""
    before, opened = set(threading.enumerate()), []
    new_context = Encoding.new_context

    def fail_later(self, info):
        opened.append(self)
        if len(opened) > 1:
            raise av.ExternalError(-1, "no more of these")
        return new_context(self, info)

    monkeypatch.setattr(Encoding, "new_context", fail_later)
    with pytest.raises(OutputVideoError) as caught:
        restore(job, lambda event: None, impatience, replace(QUICK, most_queued_frames=2))
    assert caught.value.reason is OutputProblem.ENCODER_FAILED
    assert caught.value.detail == "no more of these"
    assert not impatience.is_set(), "it hung"
    assert list(job.output.parent.iterdir()) == []
    assert set(threading.enumerate()) <= before


def test_a_device_that_is_lost_keeps_what_is_finished(job, expected, monkeypatch, quick_renders):
    upsample, left = quick_renders.basicvsr.upsample, [13]

    def fail_late(*parts):
        left[0] -= 1
        if left[0] < 0:
            raise torch.AcceleratorError("device lost")
        return upsample(*parts)

    with monkeypatch.context() as patch, pytest.raises(DeviceLostError):
        patch.setattr(quick_renders.basicvsr, "upsample", fail_late)
        Run(job)
    assert Run(job).started.frames_done >= 10
    assert_same_film(job.output, expected)


@pytest.fixture
def shortage(monkeypatch, quick_renders):
    """Have renders begin with a plan; the tail of the tenth frame runs out of memory, if wanted."""
    upsample = quick_renders.basicvsr.upsample
    monkeypatch.setattr("engine.restoring.plans._BAND_PIXELS", 64 * 10)

    def prepare(plan, *, fails):
        calls = itertools.count()

        def attempt(*parts):
            if fails and next(calls) == 9 * math.ceil(48 / plan.band_rows) + 2:
                raise torch.OutOfMemoryError("CUDA out of memory.")
            return upsample(*parts)

        monkeypatch.setattr("engine.restoring.restorer.choose_plan", lambda *_, **__: plan)
        monkeypatch.setattr(quick_renders.basicvsr, "upsample", attempt)

    return prepare


def test_memory_that_runs_out_loses_nothing(job, shortage):
    """Every window sees its whole shot, so no plan makes another picture than any other."""
    options = replace(job.options, window_frames=None, codec=Codec.FFV1)
    job = replace(job, output=job.output.with_suffix(".mkv"), options=options)
    small = replace(job, output=job.source.with_name("small.mkv"))
    shortage(Plan(4, FRAMES, 10), fails=False)
    assert MEMORY_SHORT not in Run(small).summary.warnings
    shortage(Plan(8, FRAMES, 10), fails=True)
    run = Run(job)
    assert run.done == list(range(1, FRAMES + 1))
    assert run.of(Warned) == [MEMORY_SHORT]
    assert frame_checksums(job.output) == frame_checksums(small.output)


def test_the_thread_that_decodes_finds_out_how_frames_are_finished(job, monkeypatch):
    """The one that restores is to feed a card."""
    threads = {"colour_trust": [], "still_weight": []}
    for name, seen in threads.items():
        work = getattr(known_before, name)

        def noted(*parts, work=work, seen=seen):
            seen.append(threading.current_thread())
            return work(*parts)

        monkeypatch.setattr(known_before, name, noted)
    Run(job)
    assert len(threads["colour_trust"]) == FRAMES
    assert 0 < len(threads["still_weight"]) < FRAMES
    assert not {threading.main_thread()} & {t for seen in threads.values() for t in seen}


def test_numbers_that_overflow_are_said_once_and_cost_no_frame(job, monkeypatch, quick_renders):
    quick_renders.set_precision(torch.float16)
    upsample, calls = quick_renders.basicvsr.upsample, itertools.count()

    def overflow(*parts):
        enlarged = upsample(*parts)
        return enlarged + math.inf if next(calls) == 5 else enlarged

    monkeypatch.setattr(quick_renders.basicvsr, "upsample", overflow)
    run = Run(job)
    assert run.done == list(range(1, FRAMES + 1))
    assert run.of(Warned) == [Warned(WarningKind.NUMBERS_WIDENED)]
    assert quick_renders.dtype is torch.float32


def test_a_card_that_is_not_used_is_said(job, monkeypatch):
    card = Card(CardKind.CUDA, "GeForce")
    monkeypatch.setattr("engine.rendering.render.unused_card", lambda: card)
    chosen = replace(job, options=replace(job.options, device="cpu"))
    assert Run(chosen).of(Warned) == []
    asked = replace(job, output=job.source.with_name("auto.mp4"))
    asked = replace(asked, options=replace(job.options, device="auto"))
    assert Run(asked).of(Warned) == [Warned(WarningKind.CARD_UNUSED, detail="GeForce")]


def test_the_smaller_plan_is_kept_when_the_render_is_interrupted(job, shortage):
    """With a short lookahead: only the same plans at the same frames make the same picture."""
    job = replace(job, options=replace(job.options, window_frames=None))
    whole = replace(job, output=job.source.with_name("whole.mp4"))
    shortage(Plan(8, 1, 10), fails=True)
    Run(whole)
    shortage(Plan(8, 1, 10), fails=True)
    Run(job, 20)
    shortage(Plan(8, 1, 10), fails=False)
    assert Run(job).started.frames_done >= 10
    assert_same_film(job.output, whole.output)


def test_a_second_render_of_the_same_output_is_refused(job):
    seen = []

    def try_too():
        with pytest.raises(OutputVideoError) as caught:
            Run(job)
        seen.append(caught.value.reason)

    run = Run(job, on_event=when_frame(8, try_too))
    assert seen == [OutputProblem.IN_USE]
    assert run.summary.frames == FRAMES


def test_a_lock_does_not_outlive_its_owner(tmp_path):
    path = tmp_path / "lock"
    program = (
        "import sys, pathlib, time; from engine.files.lock import FileLock;"
        "lock = FileLock.take(pathlib.Path(sys.argv[1])); print('held', flush=True);"
        "time.sleep(60)"
    )
    with subprocess.Popen(
        [sys.executable, "-c", program, path], stdout=subprocess.PIPE, text=True
    ) as owner:
        assert owner.stdout.readline() == "held\n"
        assert FileLock.take(path) is None
        owner.kill()
        owner.wait()
    lock = FileLock.take(path)
    assert lock is not None
    lock.release()


def test_a_working_folder_that_is_removed_by_hand_is_told(job):
    begin = when_frame(8, lambda: shutil.rmtree(folder_of(job.output)))

    def on_event(event):
        begin(event)
        assert not isinstance(event, Waiting), "it will not come back"

    with pytest.raises(OutputVideoError) as caught:
        Run(job, on_event=on_event)
    assert caught.value.reason is OutputProblem.WORK_REMOVED


def test_the_doctor_finds_what_was_left_and_removes_it(job):
    Run(job, 13)
    (orphan,) = [o for o in orphans() if o.folder == folder_of(job.output)]
    assert orphan.frames >= 5
    assert orphan.output == "out.mp4"
    assert orphan.size_bytes > 1000
    assert remove_orphan(orphan.folder)
    assert list(job.output.parent.iterdir()) == []
    assert not [o for o in orphans() if o.folder == orphan.folder]


def test_the_doctor_leaves_alone_what_somebody_works_on(job):
    seen = []
    Run(job, on_event=when_frame(8, lambda: seen.extend(o.folder for o in orphans())))
    assert folder_of(job.output) not in seen
