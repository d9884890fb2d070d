"""What the words of the command line mean."""

from __future__ import annotations

import argparse
from fractions import Fraction
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.command_line.arguments import (
    build_parser,
    check_restore,
    options_from,
)
from app.command_line.ranges import options_of_ranges
from app.command_line.readers import output_size, seconds
from engine.jobs.choices import (
    Borders,
    Codec,
    Colours,
    Container,
    Crop,
    Deinterlace,
    Encoder,
    Part,
    Shape,
    SizeByFactor,
    SizeByHeight,
    SizeExact,
)
from engine.jobs.options import Options


def parse(*words: str) -> argparse.Namespace:
    return build_parser().parse_args(["restore", *words])


def test_nothing_given_means_the_defaults() -> None:
    assert options_from(parse("clip.avi")) == Options()


def test_every_option_arrives() -> None:
    arguments = parse(
        *["clip.avi", "--model", "m", "--threshold", "2.5", "--strength", "0.5", "--grain", "0.2"],
        *["--size", "1080p", "--deinterlace", "frame", "--start", "1", "--end", "0:00:02.5"],
        *["--crop", "1:2:30:40", "--codec", "ffv1", "--quality", "20", "--encoder", "nvenc"],
        *["--container", "mkv", "--device", "cuda:1", "--precision", "fp32"],
        *["--window", "12", "--lookahead", "0", "--no-resume", "--overwrite", "--json"],
        *["--rotate", "270", "--aspect", "16:9", "--colours", "bt709"],
        *["--repair", "levels,chroma"],
    )
    assert options_from(arguments) == Options(
        model="m",
        threshold=2.5,
        strength=0.5,
        grain=0.2,
        size=SizeByHeight(1080),
        deinterlace=Deinterlace.FRAME,
        start_seconds=1.0,
        end_seconds=2.5,
        crop=Crop(1, 2, 30, 40),
        codec=Codec.FFV1,
        quality=20,
        encoder=Encoder.NVENC,
        container=Container.MKV,
        device="cuda:1",
        precision="fp32",
        window_frames=12,
        lookahead_frames=0,
        rotation_degrees=270,
        shape=Fraction(16, 9),
        colours=Colours.BT709,
        repair="levels,chroma",
    )
    assert arguments.overwrite


def test_what_is_proposed_can_be_turned_off() -> None:
    words = ["--rotate", "0", "--aspect", "off", "--deinterlace", "off", "--crop", "auto"]
    options = options_from(parse("clip.avi", *words))
    assert (options.rotation_degrees, options.shape) == (0, Shape.STORED)
    assert (options.deinterlace, options.crop, options.borders) == (
        Deinterlace.OFF,
        None,
        Borders.CROP,
    )
    assert options_from(parse("clip.avi", "--borders", "mask")).borders is Borders.MASK
    automatic = ["--rotate", "auto", "--aspect", "auto", "--colours", "auto", "--codec", "auto"]
    assert options_from(parse("clip.avi", *automatic)) == Options()


@pytest.mark.parametrize(
    "words",
    [
        ["--rotate", "45"],
        ["--rotate", "-90"],
        ["--aspect", "0:9"],
        ["--aspect", "16"],
        ["--aspect", "99:1"],
        ["--crop", "1:2:3"],
        ["--crop", "0:0:0:9"],
        ["--colours", "red"],
        ["--repair", "chroma,magic"],
        ["--repair", ""],
    ],
)
def test_what_means_nothing_is_wrong_usage(words: list[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        parse("clip.avi", *words)
    assert ended.value.code == 2


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("0", 0.0),
        (".5", 0.5),
        ("5.", 5.0),
        ("1:05.5", 65.5),
        ("12.5", 12.5),
        ("90", 90.0),
        ("1:05", 65.0),
        ("0:01:02.500", 62.5),
        ("00:00:59.999", 59.999),
        ("100:00:00", 360_000.0),
    ],
)
def test_times(text: str, expected: float) -> None:
    assert seconds(text) == pytest.approx(expected)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "-1",
        "1:60",
        "1:60:00",
        "1:2:3:4",
        "nan",
        "inf",
        "1e3",
        ":5",
        ".",
        "..5",
        "0:.5",
        "1s",
        "1:-5",
        "1,5",
    ],
)
def test_what_is_not_a_time(text: str) -> None:
    with pytest.raises(argparse.ArgumentTypeError):
        seconds(text)


@given(st.integers(min_value=0, max_value=10**8))
def test_a_time_written_as_clock_reads_back(total_ms: int) -> None:
    minutes, rest_ms = divmod(total_ms, 60_000)
    text = f"{minutes // 60:02}:{minutes % 60:02}:{rest_ms // 1000:02}.{rest_ms % 1000:03}"
    assert seconds(text) == pytest.approx(total_ms / 1000)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("1x", SizeByFactor(1)),
        ("4x", SizeByFactor(4)),
        ("2160p", SizeByHeight(2160)),
        ("1440x1080", SizeExact(1440, 1080)),
    ],
)
def test_sizes(text: str, expected: object) -> None:
    assert output_size(text) == expected


@pytest.mark.parametrize(
    "words",
    [
        [],
        ["a.avi", "--size", "3x"],
        ["a.avi", "--size", "0x0"],
        ["a.avi", "--size", "99999x99999"],
        ["a.avi", "--size", "big"],
        ["a.avi", "--strength", "1.5"],
        ["a.avi", "--strength", "nan"],
        ["a.avi", "--threshold", "-1"],
        ["a.avi", "--threshold", "automatic"],
        ["a.avi", "--crop", "0:0:0:10"],
        ["a.avi", "--crop", "1:2:3"],
        ["a.avi", "--quality", "64"],
        ["a.avi", "--quality", "1.5"],
        ["a.avi", "--window", "0"],
        ["a.avi", "--device", "toaster"],
        ["a.avi", "--codec", "vp9"],
        ["a.avi", "--encoder", "mine"],
        ["a.avi", "--start", "-3"],
        ["a.avi", "--end", "9" * 400],
        ["a.avi", "--over"],
        ["a.avi", "-o", "b.mp4", "--output-dir", "."],
    ],
)
def test_wrong_usage_exits_2(words: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as stopped:
        parse(*words)
    assert stopped.value.code == 2
    usage, error = capsys.readouterr().err.splitlines()  # the error isn't lost behind the usage
    assert usage.startswith("usage: homereel")
    assert ": error: " in error


def test_threshold_auto_is_the_default_of_the_model() -> None:
    assert options_from(parse("a.avi", "--threshold", "auto")).threshold is None


@pytest.mark.parametrize(
    ("words", "is_wrong"),
    [
        (["a.avi", "-o", "b.mp4"], False),
        (["a.avi", "b.avi", "-o", "c.mp4"], True),
        (["a.avi", "-o", "."], True),
        (["a.avi", "-o", "b.mkv", "--container", "mp4"], True),
        (["a.avi", "-o", "b.MP4", "--container", "mp4"], False),
        (["a.avi", "-o", "b.M4V"], False),
        (["a.avi", "-o", "b.avi"], True),
        (["a.avi", "-o", "b.WebM"], True),
        (["a.avi", "-o", "b.summer"], False),
        (["a.avi", "-o", "b", "--container", "folder", "--codec", "png"], False),
        (["a.avi", "-o", "b", "--codec", "tiff", "--bits", "16"], False),
        (["a.avi", "-o", "b", "--bits", "16"], True),
        (["a.avi", "--start", "2", "--end", "1"], True),
        (["a.avi", "--end", "0"], True),
        (["a.avi", "--start", "1", "--end", "2"], False),
        (["a.avi", "--quality", "51"], False),
        (["a.avi", "--quality", "52"], True),
        (["a.avi", "--quality", "63", "--codec", "av1"], False),
        (["a.avi", "--quality", "0", "--codec", "prores"], True),
        (["a.avi", "--threshold", "2", "--model", "realesr-general-x4v3"], True),
        (["a.avi", "--threshold", "2", "--model", "realbasicvsr-x4"], False),
        (["a.avi", "--threshold", "2", "--model", "unknown"], False),
        (["a.avi", "--steady"], True),
        (["a.avi", "--steady", "--model", "realesr-general-x4v3"], False),
        (["a.avi", "--steady", "--model", "unknown"], False),
        (["a.avi", "--model", "realesr-general-x4v3"], False),
    ],
)
def test_options_that_contradict_each_other(words: list[str], is_wrong: bool) -> None:
    assert bool(check_restore(parse(*words))) is is_wrong


def test_sources_stay_as_they_were_written() -> None:
    assert parse("--overwrite", "ünï 1.avi", "-", "--", "--json").sources == [
        Path("ünï 1.avi"),
        Path("-"),
        Path("--json"),
    ]


def ranges(*words: str) -> list[Options]:
    arguments = parse("clip.avi", *words)
    assert check_restore(arguments) is None
    return options_of_ranges(arguments, options_from(arguments))


def test_each_range_is_a_file_of_its_own() -> None:
    both = ranges("--range", "0:10-1:30", "--range", "5-6.5", "--strength", "0.5")
    assert [(o.start_seconds, o.end_seconds) for o in both] == [(10.0, 90.0), (5.0, 6.5)]
    assert all(o.strength == 0.5 and o.parts == () for o in both)
    assert ranges() == [Options()]


def test_a_range_given_twice_is_one_file_unless_it_is_joined() -> None:
    twice = ("--range", "0:10-1:30", "--range", "10.0-90")
    assert ranges(*twice) == [Options(start_seconds=10.0, end_seconds=90.0)]
    assert check_restore(parse("clip.avi", *twice, "-o", "one.mp4")) is None
    (joined,) = ranges(*twice, "--join")
    assert joined.parts == (Part(10.0, 90.0), Part(10.0, 90.0))


def test_joined_ranges_are_one_file() -> None:
    (joined,) = ranges("--range", "0:10-1:30", "--range", "5-6.5", "--join")
    assert joined == Options(parts=(Part(10.0, 90.0), Part(5.0, 6.5)))


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["--join"], "--join needs at least two --range"),
        (["--range", "1-2", "--join"], "--join needs at least two --range"),
        (["--range", "1-2", "--start", "1"], "--range takes the place of --start and --end"),
        (["--range", "1-2", "--range", "3-4", "-o", "a.mp4"], "-o names one file"),
        (["--range", "1-2", "--range", "3-4", "--join", "--codec", "png"], "--join makes no"),
    ],
)
def test_ranges_that_contradict_are_refused(words: list[str], said: str) -> None:
    assert (check_restore(parse("clip.avi", *words)) or "").startswith(said)


@pytest.mark.parametrize(
    ("text", "reason"),
    [(text, "is not a range like") for text in ("5", "a-b", "1-", "1-2-3", "-", "")]
    + [(text, "ends before it starts") for text in ("6-5", "1-1")],
)
def test_what_is_no_range_is_refused_as_it_was_given(
    text: str, reason: str, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit):
        parse("clip.avi", f"--range={text}")
    assert f"{text!r} {reason}" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["--repair", "dust,dost,halo"], "'dost' is none of auto, off, switching, rainbow,"),
        (["--sound", "huum"], "'huum' is none of keep, mono, clicks, hum, hiss, level"),
        (["--sound", ""], "'' is none of keep,"),
        (["--repair", "dust,auto"], "'auto' stands alone"),
        (["--sound", "keep,hum"], "'keep' stands alone"),
    ],
)
def test_a_wrong_word_in_a_list_is_named(
    words: list[str], said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit):
        parse("clip.avi", *words)
    assert f": {said}" in capsys.readouterr().err


def test_words_of_a_list_may_have_spaces_and_come_twice() -> None:
    options = options_from(parse("clip.avi", "--repair", "dust, halo,dust", "--sound", " hum"))
    assert (options.repair, options.sound) == ("dust,halo", "hum")


def test_a_pattern_of_names_arrives_or_is_refused() -> None:
    assert options_from(parse("clip.avi", "--name", "{name} HD")).name_pattern == "{name} HD"
    with pytest.raises(SystemExit):
        parse("clip.avi", "--name", "a/b")
