"""A render that is interrupted and taken up again, beside one that nobody disturbed."""

import copy
import errno
import itertools
import os
import sys
from dataclasses import replace
from pathlib import Path

import pytest
import torch

from engine.jobs.choices import Codec, Container
from engine.jobs.errors import OutputProblem, OutputVideoError, UnfinishedWorkError, WorkProblem
from engine.jobs.events import Progressed, Waiting, WaitReason, WarningKind
from engine.jobs.options import Job, Resume
from engine.restoring.plans import Plan
from engine.resuming.unfinished import folder_of, orphans
from engine.resuming.work import Work
from engine.video.writing.encoder import PictureEncoder, usual_threads
from tests.video.clips import make_clip
from tests.video.compare import assert_same_film, frame_checksums
from tests.video.interrupted import (
    EVEN,
    FRAMES,
    OPTIONS,
    QUICK,
    SLOW,
    UNEVEN,
    Run,
    picture,
    undisturbed,
)

pytestmark = pytest.mark.usefixtures("quick_renders")


def names_in(folder):
    return sorted(path.name for path in folder.iterdir())


@pytest.mark.parametrize(
    ("source", "codec", "suffix"),
    [
        (EVEN, Codec.H264, ".mp4"),
        (UNEVEN, Codec.HEVC, ".mp4"),
        (UNEVEN, Codec.H264, ".mkv"),
        (EVEN, Codec.FFV1, ".mkv"),
        (UNEVEN, Codec.AV1, ".mp4"),
        (UNEVEN, Codec.PRORES, ".mov"),
    ],
    indirect=["source"],
)
def test_an_interrupted_render_ends_as_an_undisturbed_one(tmp_path, source, codec, suffix):
    options = replace(OPTIONS, codec=codec)
    whole, broken = tmp_path / f"whole{suffix}", tmp_path / f"broken{suffix}"
    Run(Job(source=source, output=whole, options=options))
    job = Job(source=source, output=broken, options=options)
    done = [number for stop in (3, 13, 14, None) for number in Run(job, stop).done]
    assert_same_film(broken, whole)
    assert set(done) == set(range(1, FRAMES + 1))
    assert names_in(tmp_path) == sorted(["films", whole.name, broken.name])


@pytest.mark.parametrize("suffix", ["mpg", "ts"])
def test_a_file_whose_clock_begins_anew_goes_on_as_well(tmp_path, suffix):
    count = 14
    parts = [
        make_clip(
            tmp_path / f"part{number}.{suffix}",
            times=range(count),
            frames=[picture(number + index) for index in range(count)],
            codec="mpeg2video",
            options={"b": "2M"},
            sound="mp2",
            sound_seconds=count / 25,
        )
        for number in range(3)
    ]
    source = tmp_path / f"joined.{suffix}"
    source.write_bytes(b"".join(part.read_bytes() for part in parts))
    whole, broken = tmp_path / "whole.mkv", tmp_path / "broken.mkv"
    Run(Job(source=source, output=whole, options=OPTIONS))
    job = Job(source=source, output=broken, options=OPTIONS)
    done = [number for stop in (12, 34, None) for number in Run(job, stop).done]
    assert_same_film(broken, whole)
    assert set(done) == set(range(1, 3 * count + 1))
    assert len(done) < 4 * count


@pytest.mark.parametrize(
    ("source", "codec", "suffix"),
    [
        (UNEVEN, Codec.H264, ".mp4"),
        (EVEN, Codec.AV1, ".mp4"),
        (EVEN, Codec.PRORES, ".mov"),
    ],
    indirect=["source"],
)
def test_frames_of_a_segment_that_is_not_full_are_kept(tmp_path, source, codec, suffix):
    options = replace(OPTIONS, codec=codec, grain=0.3)
    whole, broken = tmp_path / f"whole{suffix}", tmp_path / f"broken{suffix}"
    Run(Job(source=source, output=whole, options=options), policy=replace(SLOW, keep_seconds=1e6))
    job = Job(source=source, output=broken, options=options)
    last = 0
    for stop in (7, 8, 14, 20, None):
        run = Run(job, stop, policy=SLOW)
        # All but a window, the queue, and the frame at which it was stopped.
        assert run.started.frames_done >= last - OPTIONS.window_frames - 3
        last = max(run.done)
    assert run.started.frames_done >= 14
    assert run.summary.frames == FRAMES
    assert_same_film(broken, whole)
    assert names_in(tmp_path) == sorted(["films", whole.name, broken.name])


def test_ten_bits_are_kept(tmp_path):
    (tmp_path / "films").mkdir()
    source = make_clip(
        tmp_path / "films" / "in.mkv",
        times=EVEN,
        frames=[picture(index) for index in range(FRAMES)],
        pixel_format="yuv420p10le",
    )
    whole, broken = tmp_path / "whole.mkv", tmp_path / "broken.mkv"
    Run(Job(source=source, output=whole, options=OPTIONS), policy=SLOW)
    job = Job(source=source, output=broken, options=OPTIONS)
    Run(job, 16, policy=SLOW)
    assert Run(job, policy=SLOW).started.frames_done >= 10
    assert_same_film(broken, whole)


@pytest.mark.parametrize(("which", "how"), [(0, "flipped"), (-1, "cut"), (-1, "removed")])
def test_damaged_pieces_are_restored_again(job, expected_of_slow, which, how):
    Run(job, 16, policy=SLOW)
    path = sorted(folder_of(job.output).glob("*.kept"))[which]
    content = bytearray(path.read_bytes())
    if how == "removed":
        path.unlink()
    else:
        content[-100] ^= 1
        path.write_bytes(content[:-7] if how == "cut" else content)
    warnings = Run(job, policy=SLOW).summary.warnings
    assert [warned.kind for warned in warnings] == [WarningKind.WORK_DAMAGED]
    assert warnings[0].count >= 9
    assert_same_film(job.output, expected_of_slow)


def test_pieces_without_their_state_are_restored_again(job, expected_of_slow):
    Run(job, 16, policy=SLOW)
    (state,) = folder_of(job.output).glob("*.state")
    state.write_bytes(state.read_bytes()[:-7])
    assert Run(job, policy=SLOW).started.frames_done == 0
    assert_same_film(job.output, expected_of_slow)


def test_a_fast_computer_keeps_no_pieces(job, monkeypatch):
    kept = []
    keep = Work.keep
    monkeypatch.setattr(Work, "keep", lambda self, *rest: kept.append(self) or keep(self, *rest))
    Run(job, policy=replace(QUICK, keep_seconds=0.0))
    # It is not known how fast it is before the first segment is full.
    assert len(kept) == 1
    slow = replace(QUICK, keep_seconds=0.0, slow_seconds=0.0)
    Run(replace(job, output=job.output.with_name("slow.mp4")), policy=slow)
    assert len(kept) > 3


def test_a_plain_enlargement_is_resumed_too(tmp_path, source):
    options = replace(OPTIONS, strength=0.0)
    whole, broken = tmp_path / "whole.mp4", tmp_path / "broken.mp4"
    Run(Job(source=source, output=whole, options=options))
    job = Job(source=source, output=broken, options=options)
    Run(job, 13)
    assert Run(job).started.frames_done >= 5
    assert_same_film(broken, whole)


def test_a_range_and_what_was_cleaned_are_counted_over_all_runs(tmp_path, source):
    options = replace(OPTIONS, start_seconds=0.12, end_seconds=0.8)
    whole, broken = tmp_path / "whole.mp4", tmp_path / "broken.mp4"
    expected = Run(Job(source=source, output=whole, options=options)).summary
    job = Job(source=source, output=broken, options=options)
    Run(job, 12)
    resumed = Run(job)
    assert resumed.started.frames_done > 0
    assert resumed.summary.frames == expected.frames == 17
    assert resumed.summary.mean_passes == pytest.approx(expected.mean_passes)
    assert_same_film(broken, whole)


@pytest.fixture
def job(tmp_path, source):
    return Job(source=source, output=tmp_path / "out.mp4", options=OPTIONS)


@pytest.fixture(scope="module")
def undisturbed_films(tmp_path_factory):
    return tmp_path_factory.mktemp("undisturbed")


@pytest.fixture
def expected(job, undisturbed_films):
    """What the job writes when nobody disturbs it."""
    return undisturbed(job, undisturbed_films / "expected.mp4")


@pytest.fixture
def expected_of_slow(job, undisturbed_films):
    """The same on a slow computer, whose segments are longer."""
    return undisturbed(job, undisturbed_films / "expected of slow.mp4", SLOW)


@pytest.fixture
def begun(expected, job):
    """The job, interrupted behind its second segment."""
    assert max(Run(job, 16).done) >= 16
    assert not job.output.exists()
    return job


def frames_done(job):
    return Run(job, 1).started.frames_done


def test_another_name_and_container_keep_what_is_finished(begun, expected):
    options = replace(begun.options, container=Container.MKV)
    other = replace(begun, output=begun.output.with_name("other.mkv"), options=options)
    resumed = Run(other)
    assert resumed.started.frames_done >= 10
    assert [line.split()[-1] for line in frame_checksums(other.output)] == [
        line.split()[-1] for line in frame_checksums(expected)
    ]
    assert names_in(other.output.parent) == ["films", "other.mkv"]


def test_work_goes_by_the_name_that_it_was_last_wanted_under(begun):
    other = replace(begun, output=begun.output.with_name("other.mp4"))
    Run(other, 21)
    (orphan,) = [o for o in orphans() if o.folder == folder_of(begun.output)]
    assert (orphan.output, orphan.frames >= 15) == ("other.mp4", True)


def test_other_options_are_told_and_nothing_is_lost(begun, expected):
    other = replace(begun, options=replace(begun.options, threshold=4.0))
    with pytest.raises(UnfinishedWorkError) as caught:
        Run(other)
    assert caught.value.reason is WorkProblem.OTHER_OPTIONS
    assert caught.value.detail == "threshold: 2.0 → 4.0"
    assert caught.value.frames >= 10
    Run(begun)
    assert_same_film(begun.output, expected)


def test_unwanted_work_is_thrown_away(begun):
    other = replace(begun, options=replace(begun.options, threshold=4.0), resume=Resume.NEVER)
    fresh = Run(other)
    assert fresh.started.frames_done == 0
    assert min(fresh.done) == 1


@pytest.mark.parametrize(
    "what", ["engine.rendering.claim._version", "engine.rendering.claim.library_version"]
)
def test_another_program_leaves_the_choice(begun, expected, monkeypatch, what):
    monkeypatch.setattr(what, lambda: "9.9")
    with pytest.raises(UnfinishedWorkError) as caught:
        Run(begun)
    assert caught.value.reason is WorkProblem.OTHER_PROGRAM
    assert "9.9" in caught.value.detail
    resumed = Run(replace(begun, resume=Resume.ALWAYS))
    assert resumed.started.frames_done >= 10
    assert_same_film(begun.output, expected)


def test_another_source_under_the_same_name_is_told(begun):
    content = bytearray(begun.source.read_bytes())
    content[-1] ^= 1
    begun.source.write_bytes(content)
    with pytest.raises(UnfinishedWorkError) as caught:
        Run(begun)
    assert caught.value.reason is WorkProblem.OTHER_SOURCE


def test_a_source_that_was_moved_and_touched_is_found(begun, expected):
    moved = begun.source.rename(begun.source.with_name("moved.mp4"))
    os.utime(moved, (4_000_000_000, 4_000_000_000))
    resumed = Run(replace(begun, source=moved))
    assert resumed.started.frames_done >= 10
    assert_same_film(begun.output, expected)


@pytest.mark.parametrize("number", [0, 1])
@pytest.mark.parametrize("how", ["cut", "flipped", "removed"])
def test_damaged_segments_are_restored_again(begun, expected, number, how):
    path = folder_of(begun.output) / f"{number:06}.segment"
    content = bytearray(path.read_bytes())
    if how == "cut":
        path.write_bytes(content[:-7])
    elif how == "flipped":
        content[-100] ^= 1
        path.write_bytes(content)
    else:
        path.unlink()
    warnings = Run(begun).summary.warnings
    assert [warned.kind for warned in warnings] == [WarningKind.WORK_DAMAGED]
    assert warnings[0].count >= 5
    assert_same_film(begun.output, expected)


def test_a_clock_that_jumps_changes_nothing(job, expected, monkeypatch):
    """Set right by the network, by hand, or lost with an empty battery."""
    jumps = itertools.cycle([0.0, 4_000_000_000.0, 1_700_000_000.0])
    monkeypatch.setattr("time.time", lambda: next(jumps))
    monkeypatch.setattr("time.time_ns", lambda: int(1e9 * next(jumps)))
    first = Run(job, 16)
    for moment, path in zip(itertools.cycle([1, 4_000_000_000]), folder_of(job.output).iterdir()):
        os.utime(path, (moment, moment))
    second = Run(job)
    assert second.started.frames_done >= 10
    rates = [event.frames_per_second for run in (first, second) for event in run.of(Progressed)]
    assert all(0 < rate < 100_000 for rate in rates)
    left = [event.seconds_left for run in (first, second) for event in run.of(Progressed)]
    assert all(0 <= seconds < 3600 for seconds in left if seconds is not None)
    assert 0 < second.summary.seconds < 3600
    assert_same_film(job.output, expected)


def test_a_lost_state_goes_back_to_the_one_before(begun, expected):
    states = sorted(folder_of(begun.output).glob("*.state"))
    states[-1].write_bytes(b"torn")
    Run(begun)
    assert_same_film(begun.output, expected)


def test_a_journal_that_cannot_be_read_is_told(begun):
    journal = folder_of(begun.output) / "journal.json"
    journal.write_text(journal.read_text()[:-20])
    with pytest.raises(UnfinishedWorkError) as caught:
        Run(begun)
    assert caught.value.reason is WorkProblem.UNREADABLE
    assert Run(replace(begun, resume=Resume.NEVER)).summary.frames == FRAMES


def test_a_crash_between_the_name_and_the_clean_up(job, monkeypatch):
    def crash(self):
        raise ZeroDivisionError

    with monkeypatch.context() as patch, pytest.raises(ZeroDivisionError):
        patch.setattr(Work, "remove", crash)
        Run(job)
    before = job.output.stat()
    assert folder_of(job.output).exists()
    summary = Run(job).summary
    assert (summary.output, summary.frames) == (job.output, FRAMES)
    assert job.output.stat().st_mtime_ns == before.st_mtime_ns
    assert names_in(job.output.parent) == ["films", "out.mp4"]
    with pytest.raises(OutputVideoError) as caught:
        Run(job)
    assert caught.value.reason is OutputProblem.EXISTS


@pytest.mark.skipif(sys.platform != "linux", reason="looks at open files as Linux shows them")
def test_the_segments_stay_until_the_name_of_the_film_is_on_the_disk(job, monkeypatch):
    """A power cut right after the removal would leave neither."""
    on_disk, sync, remove, seen = {}, os.fsync, Work.remove, []

    def watched_sync(handle):
        sync(handle)
        path = Path(f"/proc/self/fd/{handle}").resolve()
        status = os.fstat(handle)
        on_disk[path] = names_in(path) if path.is_dir() else (status.st_ino, status.st_size)

    def watched_remove(work):
        output = job.output.stat()
        assert job.output.name in on_disk[job.output.parent]
        assert on_disk[work.part] == (output.st_ino, output.st_size)
        seen.append(work)
        remove(work)

    monkeypatch.setattr(os, "fsync", watched_sync)
    monkeypatch.setattr(Work, "remove", watched_remove)
    Run(job)
    Run(replace(job, overwrite=True))
    assert len(seen) == 2


def test_a_crash_while_joining_restores_nothing_again(begun, expected, monkeypatch):
    with monkeypatch.context() as patch, pytest.raises(ZeroDivisionError):
        patch.setattr("engine.video.writing.writer.Writer.publish", lambda self: 1 / 0)
        Run(begun)
    resumed = Run(begun)
    assert resumed.done == []
    assert resumed.started.frames_done == FRAMES
    assert_same_film(begun.output, expected)


def test_the_number_of_threads_stays_that_of_the_beginning(begun, monkeypatch):
    seen, beginning = [], torch.get_num_threads()
    monkeypatch.setattr("torch.set_num_threads", seen.append)
    monkeypatch.setattr("torch.get_num_threads", lambda: 7)
    Run(begun)
    assert seen == [beginning, 7]


def test_so_does_the_number_of_the_encoder(begun, monkeypatch):
    threads = []

    def listen(self, *arguments, **options):
        opened(self, *arguments, **options)
        threads.append(self._encoding.threads)

    opened = PictureEncoder.__init__
    monkeypatch.setattr(PictureEncoder, "__init__", listen)
    monkeypatch.setattr("engine.rendering.claim.usual_threads", lambda: 7)
    Run(begun)
    assert set(threads) == {usual_threads()}


def test_sixteen_bits_are_kept_exactly(expected, job, quick_renders):
    quick_renders.set_precision(torch.bfloat16)
    whole = job.output.with_name("whole.mp4")
    Run(replace(job, output=whole))
    Run(job, 16)
    assert Run(job).started.frames_done >= 10
    assert_same_film(job.output, whole)
    assert frame_checksums(whole) != frame_checksums(expected)


def test_the_precision_stays_that_of_the_beginning(begun, expected, monkeypatch, quick_renders):
    """It is chosen by a measurement, which comes out otherwise the second time."""
    narrow = copy.deepcopy(quick_renders)
    narrow.set_precision(torch.bfloat16)
    networks = {"auto": narrow, "fp32": quick_renders}
    monkeypatch.setattr(
        "engine.restoring.restorer._load", lambda _name, *, precision, **_given: networks[precision]
    )
    assert Run(begun).started.frames_done >= 10
    assert_same_film(begun.output, expected)


def test_the_plan_stays_that_of_the_beginning(job, monkeypatch):
    """It is chosen by the memory that is free, which is another the second time."""
    open_job = replace(job, options=replace(job.options, window_frames=None))
    whole = job.output.with_name("whole.mp4")
    monkeypatch.setattr("engine.restoring.restorer.choose_plan", lambda *a, **k: Plan(3, 2, 24))
    Run(replace(open_job, output=whole))
    Run(open_job, 16)
    monkeypatch.setattr("engine.restoring.restorer.choose_plan", lambda *a, **k: Plan(7, 2, 8))
    assert Run(open_job).started.frames_done >= 10
    assert_same_film(open_job.output, whole)


@pytest.mark.parametrize("is_killed", [False, True])
def test_a_name_as_long_as_the_disk_allows(job, expected, is_killed):
    """No name of the working folder is longer than that of the output."""
    job = replace(job, output=job.output.with_name("ä" * 125 + "a.mp4"))
    if is_killed:
        Run(job, 16)
        assert folder_of(job.output).is_dir()
        assert [
            orphan.output for orphan in orphans() if orphan.folder == folder_of(job.output)
        ] == [job.output.name]
    assert (Run(job).started.frames_done > 0) == is_killed
    assert_same_film(job.output, expected)


def test_a_disk_that_goes_right_after_the_file_has_its_name(tmp_path, source, monkeypatch):
    output, calls = tmp_path / "out.mp4", []

    def sync(folder):
        calls.append(folder)
        if len(calls) == 1:
            raise OSError(errno.ENODEV, "gone")

    monkeypatch.setattr("engine.video.writing.writer.sync_folder", sync)
    run = Run(Job(source=source, output=output, options=OPTIONS))
    assert [event.reason for event in run.of(Waiting)] == [WaitReason.OUTPUT_GONE, None]
    assert run.summary.frames == FRAMES
    assert names_in(tmp_path) == ["films", "out.mp4"]
