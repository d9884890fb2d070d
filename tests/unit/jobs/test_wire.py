"""Jobs, events, errors and facts of a source as JSON, and back."""

from __future__ import annotations

import json
from dataclasses import dataclass, replace
from fractions import Fraction
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.jobs import errors, events
from engine.jobs.choices import (
    Codec,
    Container,
    Crop,
    Deinterlace,
    Shape,
    SizeByFactor,
    SizeByHeight,
    SizeExact,
)
from engine.jobs.errors import (
    DeviceLostError,
    DeviceMemoryError,
    DiskFullError,
    EngineError,
    InputProblem,
    InputVideoError,
    UnfinishedWorkError,
    WorkProblem,
)
from engine.jobs.events import (
    Event,
    FilmFrame,
    Peer,
    PeerFault,
    PeersSeen,
    PeerState,
    PeerTrouble,
    Picture,
    PreviewFrame,
    PreviewSummary,
    Progressed,
    Started,
    Summary,
    Waiting,
    WaitReason,
    Warned,
    WarningKind,
)
from engine.jobs.options import Job, Options, Resume
from engine.jobs.wire import from_json, from_plain, overlaid, to_json, to_plain
from engine.video.colour import Colour, HdrMetadata
from engine.video.facts import FieldOrder, Scan, Section, SoundTrack, SourceInfo
from tests.gui.fakes import source_info

UNNAMEABLE = Path("/films/caf\udce9.avi")
"""A file name that is no text: bytes of Latin-1 on a disk of today."""
TRACK = SoundTrack(
    index=1, codec="aac", sample_rate=48000, channels=2, language=None, is_readable=True
)
PEER = Peer(
    name="attic",
    is_this_computer=False,
    state=PeerState.SILENT,
    frames=480,
    frames_per_second=1.5,
    share=0.25,
)
EVENTS = [
    Started(
        source=UNNAMEABLE,
        output=Path("/films/café restored.mp4"),
        width=640,
        height=480,
        frames_total=None,
        device="cpu",
        model="",
    ),
    Progressed(
        frames_done=3,
        frames_total=9,
        frames_per_second=0.5,
        seconds_left=float("inf"),
        mean_passes=1,
    ),
    Warned(WarningKind.DAMAGE, 3, "why"),
    Waiting(WaitReason.DISK_FULL, UNNAMEABLE, 12),
    Waiting(None, UNNAMEABLE),
    PeersSeen((PEER,)),
    PeersSeen(()),
    PeerTrouble(peer="attic", fault=PeerFault.GARBAGE, detail="why"),
]
RESULTS = [
    Summary(
        output=UNNAMEABLE,
        frames=3,
        seconds=1.5,
        mean_passes=0.0,
        warnings=(Warned(WarningKind.DAMAGE), Warned(WarningKind.DATA_DROPPED, 2)),
    ),
    PreviewSummary(mean_passes=1.0, mean_cleanings=2.0),
    PreviewFrame(
        index=0,
        pts_seconds=0.25,
        before=Picture(1, 2, bytes(range(6))),
        after=Picture(1, 1, b"\xff\x00\x80"),
        passes=1.5,
    ),
    FilmFrame(at_seconds=0.5, before=Picture(1, 2, bytes(range(6))), after=None),
]
ERRORS = [
    InputVideoError(UNNAMEABLE, InputProblem.MOVED, "12"),
    DiskFullError(Path("x"), needed_bytes=None, free_bytes=3),
    UnfinishedWorkError(Path("x"), WorkProblem.OTHER_OPTIONS, frames=3, detail="y"),
    DeviceLostError("cuda:0"),
    DeviceMemoryError("cuda:0", width=1, height=2),
]

options = st.builds(
    Options,
    threshold=st.none() | st.floats(0, 255),
    strength=st.floats(0, 1),
    size=st.none()
    | st.builds(SizeByFactor, st.integers(1, 4))
    | st.builds(SizeByHeight, st.just(720))
    | st.builds(SizeExact, st.integers(16, 4000), st.integers(16, 4000)),
    crop=st.none() | st.builds(Crop, *[st.integers(1, 999)] * 4),
    shape=st.sampled_from(Shape) | st.fractions(Fraction(1, 5), 5),
    codec=st.sampled_from(Codec),
    container=st.none() | st.sampled_from(Container),
    deinterlace=st.sampled_from(Deinterlace),
    end_seconds=st.none() | st.floats(0, 1e6),
    rotation_degrees=st.sampled_from([None, 0, 90, 180, 270]),
)


@given(options)
def test_a_job_comes_back(options: Options) -> None:
    job = Job(source=UNNAMEABLE, output=Path("o.mp4"), options=options, resume=Resume.NEVER)
    assert from_json(Job, to_json(job)) == job


@pytest.mark.parametrize("event", EVENTS, ids=lambda e: type(e).__name__)
def test_an_event_says_which_it_is(event: Event) -> None:
    text = to_json(event)
    assert b"\n" not in text
    assert text.isascii()
    assert from_json(Event, text) == event
    assert from_json(Event | Summary, text) == event


@pytest.mark.parametrize("result", RESULTS, ids=lambda r: type(r).__name__)
def test_a_result_comes_back(result: object) -> None:
    assert from_json(type(result), to_json(result)) == result
    assert from_json(Summary | PreviewSummary | PreviewFrame | FilmFrame, to_json(result)) == result


@pytest.mark.parametrize("error", ERRORS, ids=lambda e: type(e).__name__)
def test_an_error_comes_back_with_its_fields(error: EngineError) -> None:
    again = from_json(EngineError, to_json(error))
    assert type(again) is type(error)
    assert vars(again) == vars(error)
    assert str(again) == str(error)


def test_every_error_can_be_written() -> None:
    tried = {type(error).__name__ for error in ERRORS}
    known = {kind.__name__ for kind in EngineError.__subclasses__()}
    assert tried < known
    for kind in EngineError.__subclasses__():
        assert kind.__module__ == errors.__name__
        assert kind.__dataclass_fields__, "its fields are its wire form"


@dataclass(frozen=True)
class Told:
    """Something that carries what can be one of several."""

    event: Event | None
    error: EngineError | None = None


def test_one_of_several_within_another_value() -> None:
    told = Told(EVENTS[2])
    assert from_json(Told, to_json(told)) == told
    failed = Told(None, ERRORS[0])
    assert vars(from_json(Told, to_json(failed)).error or ERRORS[1]) == vars(ERRORS[0])


def test_the_facts_of_a_source_come_back() -> None:
    info = replace(
        source_info("/films/clip.avi"),
        path=UNNAMEABLE,
        frame_rate=Fraction(30000, 1001),
        sound=(TRACK, replace(TRACK, start_seconds=1.5)),
        colour=Colour(matrix=9, is_full_range=False, primaries=9, transfer=16, is_tagged=True),
        scan=Scan.MIXED,
        field_order=FieldOrder.BOTTOM_FIRST,
        borders_crop=Crop(0, 2, 64, 48),
        hdr=HdrMetadata(
            primaries=(Fraction(1, 3),) * 8,
            luminance=(Fraction(1), Fraction(9)),
            light_level=(1, 2),
        ),
        sections=(Section(9, Fraction(1, 3), Fraction(7)),),
        data_kinds=("gpmd",),
    )
    assert from_json(SourceInfo, to_json(info)) == info


def test_what_a_newer_program_wrote_is_ignored_and_what_an_older_one_did_not_is_usual() -> None:
    text = b'{"type": "Options", "sharpness": {"x": [1]}, "strength": 0.5}'
    assert from_json(Options, text) == Options(strength=0.5)


@pytest.mark.parametrize(
    "text",
    [
        b"",
        b"\xff\xfe\x00",
        b"[]",
        b'"strength"',
        b"[" * 100_000,
        b'{"strength": "1"}',
        b'{"strength": true}',
        b'{"strength": null}',
        b'{"window_frames": 1.5}',
        b'{"trims_borders": 1}',
        b'{"borders": "trim"}',
        b'{"levels": 1.5}',
        b'{"model": 3}',
        b'{"codec": "vp9"}',
        b'{"codec": {}}',
        b'{"shape": "1/0"}',
        b'{"shape": 1.5}',
        b'{"size": {}}',
        b'{"size": {"factor": "2"}}',
        b'{"size": []}',
        b'{"crop": [1, 2, 3, 4]}',
        b'{"crop": {"x": 1, "y": 2, "width": 3}}',
    ],
)
def test_bad_content_is_a_value_error(text: bytes) -> None:
    with pytest.raises(ValueError):
        from_json(Options, text)


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        (Event, b'{"type": "Burst"}'),
        (Event, b'{"kind": "damage"}'),
        (Event, b'{"type": {}}'),
        (Event, b"null"),
        (EngineError, b'{"type": "EngineError"}'),
        (EngineError, b'{"type": "DeviceError"}'),
        (Summary, b'{"output": "x", "frames": 1, "seconds": 1, "mean_passes": 1, "warnings": ""}'),
        (Picture, b'{"width": 1, "height": 1, "rgb": "?"}'),
        (HdrMetadata, b'{"light_level": [1]}'),
    ],
)
def test_bad_content_of_other_kinds(kind: type, text: bytes) -> None:
    with pytest.raises(ValueError):
        from_json(kind, text)


def test_partial_options_are_laid_over_others() -> None:
    base = Options(strength=0.5, threshold=3.0)
    assert overlaid(base, {}) == base
    assert overlaid(base, {"threshold": None, "codec": "hevc"}) == Options(
        strength=0.5, codec=Codec.HEVC
    )
    with pytest.raises(ValueError):
        overlaid(base, {"codec": "vp9"})


def test_plain_values_are_json_and_nothing_else() -> None:
    plain = to_plain(Job(source=Path("a"), output=Path("b"), options=Options(size=SizeByFactor(2))))
    assert json.loads(json.dumps(plain)) == plain
    assert type(plain["options"]["codec"]) is str
    assert from_plain(Job, plain).options.size == SizeByFactor(2)


def test_every_event_is_tried_here() -> None:
    # A moment of a film never leaves its process.
    tried = {type(value) for value in (*EVENTS, *RESULTS)} | {Picture, FilmFrame, Peer}
    known = {kind for kind in vars(events).values() if hasattr(kind, "__dataclass_fields__")}
    assert known == tried
