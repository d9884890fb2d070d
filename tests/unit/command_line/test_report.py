"""The page that `homereel probe` prints."""

from __future__ import annotations

import json
from dataclasses import replace
from fractions import Fraction

import pytest

from app.command_line.report import model_list, report_for_scripts, runtime_list, source_report
from app.text.faults import describe_finding
from app.text.proposals import proposals
from engine.estimating.model_costs import model_states
from engine.installation.cards import Card, CardKind
from engine.installation.runtimes import CardRuntime, Wheel
from engine.jobs.choices import Crop, Repair
from engine.jobs.events import Warned, WarningKind
from engine.networks.catalogue import load_catalogue
from engine.video.colour import Colour
from engine.video.facts import FieldOrder, Finding, Scan, SoundTrack, SourceInfo
from tests.gui.fakes import source_info


def source(**changes: object) -> SourceInfo:
    """A plain progressive clip, with some things different."""
    return replace(source_info("/films/clip.avi"), **changes)


def page(**changes: object) -> str:
    return source_report(source(**changes), (1280, 960), [])


def kinds(**changes: object) -> list[str]:
    return [str(proposal.kind) for proposal in proposals(source(**changes))]


TAGGED = Colour(matrix=6, is_full_range=False, primaries=6, transfer=6, is_tagged=True)


def test_a_plain_clip_is_only_enlarged() -> None:
    text = page(colour=TAGGED)
    _, proposed = text.split("Proposals\n")
    assert proposed == "  - write 1280x960 pixels (--size chooses)"
    for fact in ("/films/clip.avi", "AVI, mpeg4", "320x240", "10.0 seconds, 250 frames", "25 per"):
        assert fact in text
    assert "BT.601, limited range" in text
    assert "Starts" not in text


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        (
            {"scan": Scan.INTERLACED, "field_order": FieldOrder.TOP_FIRST},
            "interlaced, top field first: will be deinterlaced (otherwise: --deinterlace off)",
        ),
        ({"scan": Scan.MIXED}, "interlaced in part: will be deinterlaced where"),
        ({"scan": Scan.MIXED, "is_flagged_interlaced": True}, "marked as interlaced, while most"),
        (
            {"scan": Scan.TELECINED, "field_order": FieldOrder.BOTTOM_FIRST},
            "2:3 pulldown, bottom field first: will get back its own pictures",
        ),
        ({"rotation_degrees": 90}, "by 90 degrees clockwise (otherwise: --rotate 0)"),
        ({"rotation_degrees": 180}, "upside down"),
        ({"is_mirrored": True}, "mirrored back (otherwise: --rotate 0)"),
        (
            {"sample_aspect": Fraction(64, 45), "display_width": 1024, "display_height": 576},
            "widescreen: will have the shape of 1024x576 (otherwise: --aspect off)",
        ),
        ({"colour": replace(TAGGED, is_tagged=False)}, "(BT.601) (otherwise: --colours bt709)"),
        (
            {"colour": replace(TAGGED, is_tagged=False, matrix=1)},
            "(BT.709) (otherwise: --colours bt601)",
        ),
        ({"colour": replace(TAGGED, transfer=16)}, "HDR (PQ): stays HDR"),
        ({"is_variable_frame_rate": True}, "every frame keeps its own"),
        ({"borders_crop": Crop(0, 60, 320, 180)}, "320x180"),
        ({"damaged_count": 2}, "damaged"),
    ],
)
def test_each_thing_is_proposed_where_it_is_due(changes: dict[str, object], sentence: str) -> None:
    assert sentence in page(**{"colour": TAGGED} | changes)
    assert len(kinds(**{"colour": TAGGED} | changes)) == 1


def test_what_has_no_colours_needs_no_norm() -> None:
    assert kinds(is_gray=True) == []
    assert kinds(colour=replace(TAGGED, matrix=0, is_tagged=False)) == []


def test_sound_and_other_streams() -> None:
    track = SoundTrack(
        index=1, codec="aac", sample_rate=48000, channels=2, language="eng", is_readable=True
    )
    broken = SoundTrack(
        index=2, codec="unknown", sample_rate=0, channels=0, language="und", is_readable=False
    )
    text = page(sound=(track, broken), chapter_count=3, video_stream_count=2, title="Oma")
    assert "aac (eng), stereo, 48000 Hz; unknown, cannot be read" in text
    assert "title “Oma”, 3 chapters, 1 further video stream that" in text


def test_streams_that_start_apart_are_told() -> None:
    track = SoundTrack(
        index=1,
        codec="mp2",
        sample_rate=48000,
        channels=2,
        language=None,
        is_readable=True,
        start_seconds=1.02,
    )
    text = page(sound=(track,), first_picture_seconds=1.1)
    assert "picture after 0.080 s, sound 1 after 0.000 s" in text
    assert "Starts" not in page(sound=(track,), first_picture_seconds=1.02)


def test_when_and_where() -> None:
    text = page(recorded="1994-12-24", location="+51.4+006.9/")
    assert "1994-12-24, at 51.4000, 6.9000" in text


@pytest.mark.parametrize(
    ("recorded", "location", "told"),
    [
        ("2020-10-23T20:27:29.000000Z", "+00.0000+000.0000/", "2020-10-23 20:27:29 UTC\n"),
        ("2021-05-16T19:27:55", "+34.0754-118.2543+012.5/", "19:27:55, at 34.0754, -118.2543\n"),
        ("summer 1994", "Grandma's", "summer 1994, at Grandma's\n"),
        (None, "+3404.5-11815.2/", "Recorded:   +3404.5-11815.2/\n"),
    ],
)
def test_when_and_where_are_written_for_people(
    recorded: str | None, location: str, told: str
) -> None:
    assert told in page(recorded=recorded, location=location)


def test_what_is_unknown_is_said_to_be_unknown() -> None:
    text = page(frame_rate=None, frame_count=None, duration_seconds=None)
    assert text.count("unknown") == 2
    assert "varies" in page(is_variable_frame_rate=True)


LOST = [
    Warned(WarningKind.SOUND_DROPPED, detail="aac"),
    Warned(WarningKind.SOUND_DROPPED, detail="mp3"),
    Warned(WarningKind.DATA_DROPPED, detail="mebx"),
]


def test_what_will_be_lost_is_said_once_and_beforehand() -> None:
    _, lost = source_report(source(), (1280, 960), LOST).split("Not kept as it is\n")
    sound, data = lost.splitlines()
    assert sound == "  - A sound track cannot be read or written and is missing in the output."
    assert "(mebx)" in data
    assert "Not kept" not in page()


def test_scripts_get_the_same() -> None:
    info = source(scan=Scan.INTERLACED, colour=TAGGED)
    report = json.loads(json.dumps(report_for_scripts(info, (1280, 960), LOST)))
    (proposal,) = report["proposals"]
    assert (proposal["kind"], proposal["turned_off_by"]) == ("deinterlace", "--deinterlace off")
    assert [(loss["kind"], loss["count"]) for loss in report["losses"]] == [
        ("sound_dropped", 1),
        ("sound_dropped", 1),
        ("data_dropped", 1),
    ]
    assert (report["scan"], report["output_width"], report["output_height"]) == (
        "interlaced",
        1280,
        960,
    )


FINDINGS = (
    Finding(
        repair=Repair.CHROMA,
        confidence=0.9,
        is_automatic=True,
        parameters=(("right", -3.5), ("down", 1.0)),
    ),
    Finding(
        repair=Repair.FLICKER, confidence=0.6, is_automatic=False, parameters=(("swing", 0.02),)
    ),
    Finding(repair=Repair.LEVELS, confidence=0.0, is_automatic=False),
)


def test_faults_of_the_picture_are_told_with_what_becomes_of_them() -> None:
    _, faults = page(findings=FINDINGS).split("Faults of the picture\n")
    assert faults.splitlines() == [
        "  - colours 3.5 pixels too far left, 1.0 lines too low: will be repaired (otherwise:"
        " --repair off, or names of others)",
        "  - brightness that swings by 2% from picture to picture: stays, unless you ask for"
        " --repair flicker",
    ]
    assert "Faults" not in page()


@pytest.mark.parametrize(
    ("shift", "told"),
    [
        ((1.6, 0.0), "colours 1.6 pixels too far right:"),
        ((0.0, -1.3), "colours 1.3 lines too high:"),
    ],
)
def test_colours_are_said_to_be_moved_only_where_they_are(
    shift: tuple[float, float], told: str
) -> None:
    moved = tuple(zip(("right", "down"), shift, strict=True))
    assert describe_finding(replace(FINDINGS[0], parameters=moved)).startswith(told)


@pytest.mark.parametrize("repair", Repair)
def test_every_fault_has_its_words(repair: Repair) -> None:
    names = ["top", "bottom", "right", "down", "per_picture", "swing", "black", "white"]
    names += ["share", "count", "pictures", "at 1", "tremor", "border", "jitter", "overshoot"]
    found = Finding(
        repair=repair,
        confidence=1.0,
        is_automatic=True,
        parameters=tuple((name, 2.0) for name in names),
    )
    assert "{" not in describe_finding(found)


def test_scripts_get_the_faults() -> None:
    info = source(findings=FINDINGS)
    report = json.loads(json.dumps(report_for_scripts(info, (1280, 960), [])))
    chroma, _, levels = report["repairs"]
    assert (chroma["name"], chroma["found"], chroma["confidence"]) == ("chroma", True, 0.9)
    assert chroma["auto"] is True
    assert "too far left" in chroma["detail"]
    assert chroma["parameters"] == {"right": -3.5, "down": 1.0}
    assert (levels["name"], levels["found"], levels["auto"]) == ("levels", False, False)
    assert "findings" not in report


def test_the_list_of_models_names_licences() -> None:
    text = model_list(model_states())
    for model in load_catalogue():
        assert model.name in text
        assert model.licence in text


def test_a_page_about_cards_and_their_builds() -> None:
    builds = [
        CardRuntime(
            name=name,
            card=card,
            platform="linux-x86_64",
            python="3.11",
            wheels=(Wheel(url="", size_bytes=2_500_000_000, sha256=""),),
        )
        for name, card in (("cuda-13", CardKind.CUDA), ("rocm-7", CardKind.ROCM))
    ]
    text = runtime_list([Card(CardKind.CUDA, "NVIDIA GeForce RTX 3060")], builds, "cuda-13")
    assert text.splitlines() == [
        "Cards: NVIDIA GeForce RTX 3060 (cuda)",
        "cuda-13  (in use, 2.5 GB)",
        "rocm-7  (not installed, 2.5 GB; for a card that was not found)",
    ]
    nothing = runtime_list([], [], None).splitlines()
    assert nothing[0] == "Cards: none found"
    assert "no build of PyTorch to fetch" in nothing[1]
