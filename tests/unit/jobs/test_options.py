"""Options are declared once: parser, claim, wire form and reset derive from that."""

from __future__ import annotations

import dataclasses
import json
from dataclasses import dataclass, replace
from enum import StrEnum
from fractions import Fraction
from pathlib import Path

import pytest

from app.command_line.arguments import build_parser, options_from
from engine.jobs.choices import Codec, Colours, Crop, Deinterlace, Shape, SizeByFactor, SizeByHeight
from engine.jobs.errors import UnfinishedWorkError, WorkProblem
from engine.jobs.option_fields import (
    Concern,
    Shapes,
    claimed,
    declarations,
    option,
    reset,
    with_unclaimed,
)
from engine.jobs.options import Options, Resume
from engine.jobs.wire import from_json, overlaid, to_json
from engine.resuming.journal import Claim, Journal

WRITTEN_BEFORE = """{
 "homereel_journal": 3,
 "source": {
  "path": "/films/carphone.mp4",
  "size_bytes": 7019,
  "modified_ns": 1795826041156514255,
  "fingerprint": "64e2066cbc7cfd33b1e451968e6b11ba"
 },
 "output": "o.mp4",
 "picture": {
  "width": 140,
  "height": 64,
  "codec": "h264",
  "quality": 17,
  "deinterlace": "off",
  "start": 0.1,
  "end": 1.5,
  "crop": "Crop(x=8, y=8, width=48, height=32)",
  "rotation": null,
  "shape": "16/9",
  "colours": "auto",
  "strength": 1.0,
  "grain": 0.1,
  "model": "homereel-small",
  "threshold": 2.0,
  "window": null,
  "lookahead": 8,
  "precision": "auto"
 },
 "program": {
  "Homereel": "0.1.0",
  "FFmpeg": "8.1.2",
  "encoder": "f6ec7482573867fc",
  "torch": "2.13.0+cpu",
  "model file": "9e9c2eb3dc70e3f1",
  "device": "cpu AVX512"
 },
 "conditions": {
  "restoring_threads": 2,
  "encoding_threads": 2,
  "precision": "fp32"
 },
 "segments": [
  {
   "frames": 24,
   "size_bytes": 3729,
   "crc32": 439699849,
   "passes": 24.0
  }
 ],
 "kept": [],
 "end": null,
 "joined": null
}"""
"""A journal that Homereel wrote when its claim was still listed by hand."""
BEGUN_WITH = Options(
    crop=Crop(8, 8, 48, 32),
    shape=Fraction(16, 9),
    start_seconds=0.1,
    end_seconds=1.5,
    grain=0.1,
    deinterlace=Deinterlace.OFF,
    size=SizeByFactor(2),
    codec=Codec.H264,
)
RESOLVED = {"width": 140, "height": 64, "quality": 17, "threshold": 2.0, "lookahead": 8}
"""What a render finds out about the size, the encoder and the model."""
CHANGES = {
    "model": "realbasicvsr-x4",
    "denoise": 0.5,
    "steady": True,
    "strength": 0.5,
    "grain": 0.2,
    "deinterlace": Deinterlace.FIELD,
    "sequence_rate": 24.0,
    "start_seconds": 0.2,
    "end_seconds": None,
    "crop": None,
    "shape": Shape.STORED,
    "rotation_degrees": 0,
    "colours": Colours.BT709,
    "codec": Codec.HEVC,
    "picture_bits": 16,
    "precision": "fp32",
    "window_frames": 4,
}
"""Another value of each option that is compared as it is."""


@pytest.fixture
def journal(tmp_path: Path) -> Journal:
    (tmp_path / "journal.json").write_text(WRITTEN_BEFORE)
    return Journal.read(tmp_path)


def claim_of(journal: Journal, options: Options) -> Claim:
    return Claim(
        source=journal.source,
        picture={**claimed(options, with_network=True), **RESOLVED},
        program=journal.program,
        conditions=journal.conditions,
    )


def test_a_render_begun_before_the_declarations_goes_on(journal: Journal) -> None:
    claim = claim_of(journal, BEGUN_WITH)
    assert journal.picture.items() <= claim.picture.items()
    journal.check(Path("o.mp4"), claim, Resume.AUTO)


@pytest.mark.parametrize(("name", "value"), CHANGES.items())
def test_a_render_does_not_go_on_with_another_look(
    journal: Journal, name: str, value: object
) -> None:
    options = replace(BEGUN_WITH, **{name: value})
    with pytest.raises(UnfinishedWorkError) as caught:
        journal.check(Path("o.mp4"), claim_of(journal, options), Resume.AUTO)
    assert caught.value.reason is WorkProblem.OTHER_OPTIONS


def test_every_option_that_shapes_the_picture_was_tried() -> None:
    compared = {
        name
        for name, declared in declarations(Options).items()
        if declared.shapes in (Shapes.PICTURE, Shapes.BY_NETWORK)
    }
    assert compared - {"quality", "threshold", "lookahead_frames"} == set(CHANGES)


def test_an_option_that_an_old_journal_does_not_know_has_its_default(journal: Journal) -> None:
    del journal.picture["grain"]
    usual = replace(BEGUN_WITH, grain=0.0)
    journal.check(Path("o.mp4"), claim_of(journal, usual), Resume.AUTO)
    with pytest.raises(UnfinishedWorkError) as caught:
        journal.check(Path("o.mp4"), claim_of(journal, BEGUN_WITH), Resume.AUTO)
    assert caught.value.detail == "grain: 0.0 → 0.1"


def test_an_option_that_only_a_newer_program_knows_is_another_look(journal: Journal) -> None:
    journal.picture["repair"] = "dust"
    with pytest.raises(UnfinishedWorkError):
        journal.check(Path("o.mp4"), claim_of(journal, BEGUN_WITH), Resume.AUTO)


def test_without_a_network_its_options_are_not_compared(journal: Journal) -> None:
    for name in ("model", "threshold", "window", "lookahead", "precision"):
        del journal.picture[name]
    journal.picture["strength"] = 0.0
    options = replace(BEGUN_WITH, strength=0.0, model="realbasicvsr-x4", precision="fp16")
    picture = claimed(options, with_network=False) | {"width": 140, "height": 64, "quality": 17}
    claim = replace(claim_of(journal, options), picture=picture)
    assert journal.picture.items() <= claim.picture.items()
    journal.check(Path("o.mp4"), claim, Resume.AUTO)


class Warmth(StrEnum):
    COLD = "cold"
    WARM = "warm"


@dataclass(frozen=True, kw_only=True)
class MoreOptions(Options):
    """The options of tomorrow: one declaration each, and nothing else."""

    sharpness: float = option(
        0.0,
        "--sharpness",
        label="Sharpness",
        help="how sharp (0)",
        concern=Concern.TASTE,
        shapes=Shapes.PICTURE,
        limits=(0.0, 2.0),
    )
    warmth: Warmth | None = option(
        None, "--warmth", label="Warmth", concern=Concern.SOURCE, shapes=Shapes.BY_NETWORK
    )
    repairs: bool = option(
        True,
        "--repairs",
        label="Repairs",
        concern=Concern.SOURCE,
        shapes=Shapes.PICTURE,
        before=False,
    )


MORE = MoreOptions(sharpness=1.5, warmth=Warmth.WARM, repairs=False, strength=0.5)


def parse(*words: str) -> MoreOptions:
    arguments = build_parser(MoreOptions).parse_args(["restore", "a.avi", *words])
    options = options_from(arguments, MoreOptions)
    assert isinstance(options, MoreOptions)
    return options


def test_a_new_option_is_on_the_command_line(capsys: pytest.CaptureFixture[str]) -> None:
    assert parse() == MoreOptions()
    words = ["--sharpness", "1.5", "--warmth", "warm", "--no-repairs", "--strength", "0.5"]
    assert parse(*words) == MORE
    assert parse("--warmth", "auto").warmth is None
    for wrong in (["--sharpness", "3"], ["--warmth", "tepid"]):
        with pytest.raises(SystemExit):
            parse(*wrong)
    with pytest.raises(SystemExit):
        parse("--help")
    told = capsys.readouterr().out
    assert "how sharp (0)" in told
    assert "--warmth auto|cold|warm" in told


def test_a_new_option_is_claimed() -> None:
    claim = claimed(MORE, with_network=True)
    assert (claim["sharpness"], claim["warmth"], claim["repairs"]) == (1.5, "warm", False)
    assert "warmth" not in claimed(MORE, with_network=False)
    assert json.loads(json.dumps(claim)) == claim
    before = with_unclaimed({}, MoreOptions)
    assert (before["sharpness"], before["warmth"], before["repairs"]) == (0.0, None, False)


def test_a_new_option_is_in_the_wire_form() -> None:
    assert from_json(MoreOptions, to_json(MORE)) == MORE
    assert overlaid(MORE, {"sharpness": 0.5}) == replace(MORE, sharpness=0.5)
    for wrong in (b'{"sharpness": 3}', b'{"sharpness": NaN}', b'{"warmth": "tepid"}'):
        with pytest.raises(ValueError, match=r"sharpness|tepid"):
            from_json(MoreOptions, wrong)


def test_a_new_option_is_reset() -> None:
    assert reset(MORE, Concern.TASTE) == MoreOptions(warmth=Warmth.WARM, repairs=False)
    assert reset(MORE, Concern.SOURCE) == MoreOptions(sharpness=1.5, strength=0.5)
    assert reset(MORE, *Concern) == MoreOptions()


def test_a_reset_keeps_what_has_another_concern() -> None:
    options = replace(BEGUN_WITH, device="cpu", strength=0.5)
    assert reset(options, Concern.SOURCE) == Options(
        grain=0.1, size=SizeByFactor(2), codec=Codec.H264, device="cpu", strength=0.5
    )
    assert reset(options, Concern.TASTE, Concern.MACHINE) == replace(
        BEGUN_WITH, grain=0.0, size=None, codec=Codec.AUTO
    )


def test_every_option_is_declared() -> None:
    declared = declarations(Options)
    assert set(declared) == {field.name for field in dataclasses.fields(Options)}
    assert all(one.label for one in declared.values())
    labels = [one.label for one in declared.values()]
    assert len(set(labels)) == len(labels)


@pytest.mark.parametrize(
    "wrong",
    [
        {"strength": 1.5},
        {"grain": -0.1},
        {"rotation_degrees": 45},
        {"precision": "fp8"},
        {"device": "toaster"},
        {"quality": 64},
        {"end_seconds": -1},
    ],
)
def test_a_value_that_makes_no_sense_is_not_read(wrong: dict[str, object]) -> None:
    with pytest.raises(ValueError, match=next(iter(wrong))):
        overlaid(Options(size=SizeByHeight(720)), wrong)
