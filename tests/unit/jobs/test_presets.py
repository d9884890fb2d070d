"""Presets: some options under a name, in a file that people can write."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings

from app.command_line import commands
from app.command_line.arguments import build_parser, options_from
from engine.jobs import presets
from engine.jobs.choices import Codec, Crop, Deinterlace, SizeByHeight
from engine.jobs.errors import PresetError, PresetProblem
from engine.jobs.options import Options
from engine.jobs.wire import to_plain
from tests.unit.jobs.test_wire import options as any_options

VHS = """
# As people write it.
deinterlace = "frame"
strength = 0.5
size = { short_side = 1080 }
threshold = "auto"
window_frames = 12
"""


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr("platformdirs.user_config_path", lambda *_, **__: tmp_path)
    (tmp_path / "presets").mkdir()
    (tmp_path / "presets" / "VHS.toml").write_text(VHS)
    return tmp_path / "presets"


def parse(*words: str) -> Options:
    return options_from(build_parser().parse_args(["restore", "a.avi", *words]))


def test_a_preset_is_laid_over_what_there_is() -> None:
    before = Options(threshold=3.0, strength=1.0, grain=0.25)
    assert presets.applied("VHS", before) == Options(
        deinterlace=Deinterlace.FRAME,
        strength=0.5,
        size=SizeByHeight(1080),
        window_frames=12,
        grain=0.25,
    )


def test_what_is_given_beside_a_preset_wins() -> None:
    vhs = presets.applied("VHS", Options())
    assert parse("--preset", "VHS") == vhs
    words = ["--strength", "1", "--window", "auto", "--codec", "ffv1", "--preset", "VHS"]
    assert parse(*words) == Options(
        deinterlace=Deinterlace.FRAME, size=SizeByHeight(1080), codec=Codec.FFV1
    )


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(any_options)
def test_every_choice_comes_back(options: Options) -> None:
    presets.save("all", to_plain(options))
    assert presets.applied("all", Options(grain=1.0, crop=Crop(1, 2, 3, 4))) == options


def test_presets_are_listed_and_removed(folder: Path) -> None:
    presets.save("Oma “80” – ß", {"model": 'a "name"\\'})
    (folder / "notes.txt").touch()
    assert presets.names() == ["Oma “80” – ß", "VHS"]
    assert presets.applied("Oma “80” – ß", Options()).model == 'a "name"\\'
    presets.remove("VHS")
    presets.remove("VHS")
    assert presets.names() == ["Oma “80” – ß"]


@pytest.mark.parametrize(
    ("content", "detail"),
    [
        (b'strenght = 0.5\nstrength = "x"', "strenght"),
        (b"strength = 0.5\ngrain = 7", "grain"),
        (b'codec = "vp9"', "codec"),
        (b"start_seconds = 1979-05-27", "start_seconds"),
        (b"\xff", ""),
        (b"strength = ", ""),
        (b"[strength]\nx = 1", "strength"),
    ],
)
def test_a_preset_that_makes_no_sense_is_named(folder: Path, content: bytes, detail: str) -> None:
    (folder / "odd.toml").write_bytes(content)
    with pytest.raises(PresetError) as caught:
        presets.applied("odd", Options())
    assert caught.value.reason is PresetProblem.UNREADABLE
    assert detail in caught.value.detail


@pytest.mark.parametrize("name", ["", "../x", "a/b", ".hidden", "a\x1b", "C:x", "x" * 101])
def test_a_name_that_no_file_can_have(name: str) -> None:
    for use in (lambda: presets.save(name, {}), lambda: presets.applied(name, Options())):
        with pytest.raises(PresetError) as caught:
            use()
        assert caught.value.reason is PresetProblem.BAD_NAME


def test_nothing_that_makes_no_sense_is_written(folder: Path) -> None:
    with pytest.raises(PresetError):
        presets.save("VHS", {"strength": 7})
    assert (folder / "VHS.toml").read_text() == VHS


def test_a_missing_preset_is_one_sentence(capsys: pytest.CaptureFixture[str]) -> None:
    assert commands.run(["restore", "a.avi", "--preset", "Betamax"]) == 1
    told = capsys.readouterr().err
    assert told.startswith(
        "homereel: There is no preset called Betamax; the presets there are: VHS, "
    )
    assert "film-scan" in told


def test_presets_that_come_with_the_program_make_sense(folder: Path) -> None:
    for name in presets.BUILT_IN:
        assert parse("--preset", name) != Options() or not presets.BUILT_IN[name]
    assert parse("--preset", "leave-as-it-is").strength == 0
    (folder / "dvd.toml").write_text("strength = 0.25")
    assert parse("--preset", "dvd").strength == 0.25, "one's own replaces it"


def test_a_preset_of_options_holds_what_fits_other_sources() -> None:
    options = Options(
        strength=0.5, size=SizeByHeight(720), deinterlace=Deinterlace.FIELD, device="cpu",
        start_seconds=1.0, crop=Crop(0, 0, 64, 64),
    )  # fmt: skip
    assert presets.given_by(options) == {
        "strength": 0.5,
        "size": {"short_side": 720},
        "deinterlace": "field",
    }


def test_own_presets_that_make_no_sense_are_left_out(folder: Path) -> None:
    (folder / "odd.toml").write_text("strenght = 1")
    assert list(presets.own()) == ["VHS"]
