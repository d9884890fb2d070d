"""Several parts of a source in one file: every frame once, and a way back after an interruption."""

import threading
from itertools import pairwise

import pytest

from engine.jobs.choices import Codec, Container, Part, SizeByFactor
from engine.jobs.errors import Cancelled, OutputProblem, OutputVideoError
from engine.jobs.events import Progressed, Started
from engine.jobs.options import Job, Options
from engine.rendering import render
from engine.rendering.output import default_output
from engine.rendering.parts import restore_parts
from engine.resuming.unfinished import folder_of
from engine.video.probing.probe import probe
from engine.video.reading.reader import Reader
from tests.video.clips import frame_times, index_of, make_clip, sound_packets

FAST = Options(strength=0.0, size=SizeByFactor(1), parts=(Part(0.08, 0.32), Part(0.6, 0.8)))
EXPECTED = [*range(2, 8), *range(15, 20)]


@pytest.fixture
def source(tmp_path):
    return make_clip(tmp_path / "in.mp4", times=range(25), sound="aac", sound_seconds=1.0)


def job_of(source, name, **options):
    given = {**vars(FAST), **options}
    return Job(source=source, output=source.with_name(name), options=Options(**given))


def numbers_in(path):
    with Reader(probe(path)) as reader:
        return [index_of(frame.data) for frame in reader]


@pytest.mark.parametrize(
    ("name", "options"),
    [
        ("out.mp4", {}),
        ("out.mkv", {"container": Container.MKV}),
        ("out.mov", {"codec": Codec.PRORES}),
    ],
)
def test_the_frames_of_all_parts_follow_on_each_other(source, name, options):
    job, events = job_of(source, name, **options), []
    summary = restore_parts(job, events.append, threading.Event())
    assert numbers_in(job.output) == EXPECTED
    assert summary.frames == len(EXPECTED)
    times = frame_times(job.output)
    steps = [later - earlier for earlier, later in pairwise(times)]
    assert all(0.03 < step < 0.09 for step in steps)  # a joint may be as long as a piece of sound
    assert sound_packets(job.output)
    assert sorted(path.name for path in source.parent.iterdir()) == ["in.mp4", name]
    assert [event.output for event in events if isinstance(event, Started)] == [job.output]
    shown = [event for event in events if isinstance(event, Progressed)]
    assert shown[-1].frames_done == shown[-1].frames_total == len(EXPECTED)


def test_an_interrupted_job_goes_on_with_the_part_at_which_it_was(source, monkeypatch):
    job, cancel, made = job_of(source, "out.mp4"), threading.Event(), []

    def restore(part, on_event, cancelled, **words):
        if len(made) == 1:
            cancel.set()
        made.append(part.options.start_seconds)
        return original(part, on_event, cancelled, **words)

    original = render.restore
    monkeypatch.setattr(render, "restore", restore)
    with pytest.raises(Cancelled):
        restore_parts(job, lambda _event: None, cancel)
    assert not job.output.exists()
    assert folder_of(job.output).is_dir()
    restore_parts(job, lambda _event: None, threading.Event())
    assert made == [0.08, 0.6, 0.6]
    assert numbers_in(job.output) == EXPECTED
    assert not folder_of(job.output).exists()


def test_what_was_made_with_other_options_is_not_used(source):
    job, cancel = job_of(source, "out.mp4"), threading.Event()
    with pytest.raises(Cancelled):
        restore_parts(
            job, lambda event: cancel.set() if isinstance(event, Progressed) else None, cancel
        )
    other = job_of(source, "out.mp4", parts=(Part(0.4, 0.48), Part(0.0, 0.08)))
    restore_parts(other, lambda _event: None, threading.Event())
    assert numbers_in(other.output) == [10, 11, 0, 1]
    assert not folder_of(other.output).exists()


def test_numbered_pictures_are_not_joined(source):
    with pytest.raises(OutputVideoError) as caught:
        restore_parts(
            job_of(source, "out", codec=Codec.PNG), lambda _event: None, threading.Event()
        )
    assert caught.value.reason is OutputProblem.UNSUPPORTED


def test_names_follow_the_pattern(source):
    info, folder = probe(source), source.parent

    def name(pattern, **options):
        return default_output(info, Options(name_pattern=pattern, **options)).name

    assert name("{name} HD") == "in HD.mp4"
    assert name("{name} {size}", size=SizeByFactor(2)) == "in 128x96.mp4"
    assert name("{name} - {part}") == "in.mp4" or name("{name} - {part}") == "in 2.mp4"
    assert name("{name} - {part}", start_seconds=70.0) == "in - 1m10s-0m01s.mp4"
    assert name("{name} ({model})", strength=0.0) == "in 2.mp4"
    assert (
        default_output(info, Options(name_pattern="{name}"), overwrite=True) == folder / "in 2.mp4"
    ), "the source is never written over"
