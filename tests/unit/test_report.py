"""The page that `homereel probe` prints."""

from __future__ import annotations

from fractions import Fraction
from pathlib import Path
from types import SimpleNamespace

from app.report import model_list, source_report
from engine.catalogue import load_catalogue


def source(**changes: object) -> SimpleNamespace:
    """A plain progressive clip, with some things different."""
    facts = {
        "path": Path("/films/clip.avi"),
        "container": "avi",
        "codec": "mjpeg",
        "width": 320,
        "height": 240,
        "display_width": 320,
        "display_height": 240,
        "sample_aspect": Fraction(1),
        "rotation_degrees": 0,
        "is_mirrored": False,
        "is_interlaced": False,
        "is_gray": False,
        "bit_depth": 8,
        "frame_rate": Fraction(25),
        "is_variable_frame_rate": False,
        "frame_count": 100,
        "duration_seconds": 4.0,
        "colour": SimpleNamespace(is_tagged=True, matrix=6),
        "sound": (),
        "subtitle_count": 0,
        "chapter_count": 0,
        "video_stream_count": 1,
        "title": None,
    }
    return SimpleNamespace(**facts | changes)


def page(**changes: object) -> str:
    return source_report(source(**changes), (1280, 960))


def test_a_plain_clip_is_only_enlarged() -> None:
    _, proposals = page().split("Homereel will\n")
    assert proposals == "  - write 1280x960 pixels, unless --size says otherwise"
    for fact in ("/films/clip.avi", "AVI, mjpeg", "320x240", "4.0 seconds, 100 frames", "25 per"):
        assert fact in page()


def test_everything_that_will_be_done_is_said() -> None:
    turned = page(rotation_degrees=90, is_mirrored=True, is_interlaced=True)
    assert "deinterlace" in turned
    assert "by 90 degrees clockwise" in turned
    assert "mirror" in turned
    wide = page(sample_aspect=Fraction(16, 11), display_width=465)
    assert "shown as 465x240" in wide
    assert "the right shape of 465x240" in wide


def test_untagged_colours_are_named() -> None:
    untagged = SimpleNamespace(is_tagged=False, matrix=6)
    assert "take the colours as BT.601" in page(colour=untagged)
    assert "take the colours as BT.709" in page(colour=SimpleNamespace(is_tagged=False, matrix=1))


def test_sound_and_other_streams() -> None:
    track = SimpleNamespace(
        codec="aac", sample_rate=48000, channels=2, language="eng", is_readable=True
    )
    broken = SimpleNamespace(
        codec="unknown", sample_rate=0, channels=0, language="und", is_readable=False
    )
    text = page(sound=(track, broken), chapter_count=3, video_stream_count=2, title="Oma")
    assert "aac (eng), stereo, 48000 Hz; unknown, cannot be read" in text
    assert "title “Oma”, 3 chapters, 1 further video stream that" in text
    assert "leave out the sound" in text


def test_what_is_unknown_is_said_to_be_unknown() -> None:
    text = page(frame_rate=None, frame_count=None, duration_seconds=None)
    assert text.count("unknown") == 2
    assert "varies" in page(is_variable_frame_rate=True)


def test_the_list_of_models_names_licences() -> None:
    text = model_list(load_catalogue())
    for model in load_catalogue():
        assert model.name in text
        assert model.licence in text
