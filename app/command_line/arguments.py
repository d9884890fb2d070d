"""The command line's words: its parser, and what they mean as options of a job."""

from __future__ import annotations

import argparse
import math
import re
from collections.abc import Callable
from fractions import Fraction
from importlib import metadata
from pathlib import Path

from engine.jobs.options import (
    ALL_SURE,
    DEFAULT_MODEL,
    NO_REPAIRS,
    QUALITIES,
    Codec,
    Colours,
    Container,
    Crop,
    Deinterlace,
    Encoder,
    Options,
    OutputSize,
    Repair,
    Resume,
    Shape,
    SizeByFactor,
    SizeByHeight,
    SizeExact,
)

COMMANDS = ("restore", "probe", "models", "bench", "doctor")
FACTORS = {"1x": 1, "2x": 2, "4x": 4}
HEIGHTS = {"480p": 480, "720p": 720, "1080p": 1080, "1440p": 1440, "2160p": 2160}
PRECISIONS = ("auto", "fp32", "fp16", "bf16")
SIDE_LIMITS = (16, 16384)
"""Shortest and longest side of an output in pixels; H.264 ends at 16384."""

TIME = re.compile(r"(?:(?:(\d+):)?([0-5]?\d):(?=[0-5]?\d(?:\.|$)))?(\d+(?:\.\d*)?)")
BORDERS = "auto"
"""The region inside black borders."""
TURNS = {"0": 0, "90": 90, "180": 180, "270": 270}
MOST_ASPECT = 5
DEVICE = re.compile(r"auto|cpu|mps|xpu|cuda(:\d+)?")

DESCRIPTION = """\
Restore old family videos on your own computer.

  homereel [FILE...]             open the window, with these files queued
  homereel COMMAND ...           one of the commands below; "homereel COMMAND --help" explains it
"""


def build_parser() -> argparse.ArgumentParser:
    """The parser of everything but ``homereel [FILE...]``."""
    parser = argparse.ArgumentParser(
        prog="homereel",
        usage="homereel [FILE...] | homereel COMMAND ...",
        description=DESCRIPTION,
        formatter_class=argparse.RawDescriptionHelpFormatter,
        allow_abbrev=False,
    )
    parser.add_argument("--version", action="version", version=f"homereel {version()}")
    commands = parser.add_subparsers(
        prog="homereel", dest="command", metavar="COMMAND", required=True
    )

    def command(name: str, text: str) -> argparse.ArgumentParser:
        return commands.add_parser(name, help=text, description=text, allow_abbrev=False)

    restore = command("restore", "restore videos")
    restore.set_defaults(error=restore.error)
    _add_restore(restore)
    probe = command("probe", "say what a video is and what Homereel would do with it")
    probe.add_argument("source", type=Path, metavar="SOURCE")
    probe.add_argument("--json", action="store_true", help="as one JSON object")
    _add_models(command("models", "list, fetch and import models"))
    _add_bench(command("bench", "measure what this machine can do, and what that means for a tape"))
    doctor = command(
        "doctor",
        "versions, devices, encoders, model files, unfinished renders: one page for a bug report",
    )
    doctor.add_argument(
        "--clean",
        action="store_true",
        help="remove unfinished renders that nobody works on; asks about each on a terminal",
    )
    return parser


def version() -> str:
    """The version of the installed program."""
    try:
        return metadata.version("homereel")
    except metadata.PackageNotFoundError:
        return "(not installed)"


def options_from(arguments: argparse.Namespace) -> Options:
    """The options of a parsed ``restore`` command."""
    return Options(
        model=arguments.model,
        threshold=arguments.threshold,
        strength=arguments.strength,
        grain=arguments.grain,
        size=arguments.size,
        deinterlace=Deinterlace(arguments.deinterlace),
        start_seconds=arguments.start,
        end_seconds=arguments.end,
        crop=None if arguments.crop == BORDERS else arguments.crop,
        trims_borders=arguments.crop == BORDERS,
        rotation_degrees=arguments.rotate,
        shape=arguments.aspect,
        colours=Colours(arguments.colours),
        repair=arguments.repair,
        codec=Codec(arguments.codec),
        quality=arguments.quality,
        encoder=Encoder(arguments.encoder),
        container=Container(arguments.container) if arguments.container else None,
        device=arguments.device,
        precision=arguments.precision,
        window_frames=arguments.window,
        lookahead_frames=arguments.lookahead,
    )


def check_restore(arguments: argparse.Namespace) -> str | None:
    """What is wrong with a ``restore`` command as a whole; None if it can be carried out."""
    start, end, output = arguments.start, arguments.end, arguments.output
    if output and len(arguments.sources) > 1:
        return "-o names one file; with several sources use --output-dir"
    if output and output.is_dir():
        return f"-o {output} is a folder; use --output-dir"
    if output and arguments.container and output.suffix.lower() != f".{arguments.container}":
        return f"-o {output} does not end in .{arguments.container}"
    if end is not None and end <= (start or 0.0):
        return "--end must be later than --start"
    scale = QUALITIES.get(Codec(arguments.codec), range(0))
    if arguments.quality is not None and arguments.quality not in scale:
        limits = f"goes to {scale[-1]}" if scale else "is fixed"
        return f"--quality of {arguments.codec} {limits}"
    return None


def seconds(text: str) -> float:
    """Seconds of ``12.5``, ``mm:ss`` or ``hh:mm:ss.mmm``."""
    match = TIME.fullmatch(text)
    if not match:
        raise argparse.ArgumentTypeError(f"{text!r} is not a time like 12.5 or 0:01:02.500")
    hours, minutes, rest = match.groups()
    return int(hours or 0) * 3600 + int(minutes or 0) * 60 + float(rest)


def output_size(text: str) -> OutputSize:
    """A size of ``2x``, ``1080p`` or ``1440x1080``."""
    if text in FACTORS:
        return SizeByFactor(FACTORS[text])
    if text in HEIGHTS:
        return SizeByHeight(HEIGHTS[text])
    match = re.fullmatch(r"(\d{1,5})x(\d{1,5})", text)
    if not match:
        known = ", ".join((*FACTORS, *HEIGHTS))
        raise argparse.ArgumentTypeError(f"{text!r} is none of {known} or WxH")
    width, height = int(match[1]), int(match[2])
    low, high = SIDE_LIMITS
    if not (low <= width <= high and low <= height <= high):
        raise argparse.ArgumentTypeError(f"{text!r}: a side has {low} to {high} pixels")
    return SizeExact(width, height)


def crop(text: str) -> Crop | str:
    """A region of ``X:Y:W:H`` in source pixels, or `BORDERS`."""
    if text == BORDERS:
        return BORDERS
    match = re.fullmatch(r"(\d{1,6}):(\d{1,6}):(\d{1,6}):(\d{1,6})", text)
    region = Crop(*(int(group) for group in match.groups())) if match else None
    if not region or not region.width or not region.height:
        raise argparse.ArgumentTypeError(f"{text!r} is neither X:Y:W:H in pixels nor {BORDERS}")
    return region


def rotation(text: str) -> int | None:
    """A clockwise turn in degrees; None for ``auto``."""
    if text == "auto":
        return None
    if text not in TURNS:
        raise argparse.ArgumentTypeError(f"{text!r} is none of auto, {', '.join(TURNS)}")
    return TURNS[text]


def aspect(text: str) -> Shape | Fraction:
    """A display aspect of ``W:H``, or where it comes from."""
    if text in tuple(Shape):
        return Shape(text)
    match = re.fullmatch(r"(\d{1,5}):(\d{1,5})", text)
    if match and int(match[1]) and int(match[2]):
        shape = Fraction(int(match[1]), int(match[2]))
        if Fraction(1, MOST_ASPECT) <= shape <= MOST_ASPECT:
            return shape
    raise argparse.ArgumentTypeError(f"{text!r} is none of auto, off or W:H like 16:9")


def repairs(text: str) -> str:
    """``auto``, ``off`` or names of repairs, in the order in which they are known."""
    if text in (ALL_SURE, NO_REPAIRS):
        return text
    names = text.split(",")
    for name in names:
        if name not in tuple(Repair):
            known = ", ".join((ALL_SURE, NO_REPAIRS, *Repair))
            raise argparse.ArgumentTypeError(f"{name!r} is none of {known}")
    return ",".join(repair for repair in Repair if repair in names)


def threshold(text: str) -> float | None:
    """A threshold in 8-bit levels; None for ``auto``."""
    return None if text == "auto" else number(0.0, 255.0)(text)


def number(low: float, high: float) -> Callable[[str], float]:
    """A converter for numbers from ``low`` to ``high``, both allowed."""

    def convert(text: str) -> float:
        try:
            value = float(text)
        except ValueError:
            value = math.nan
        if not low <= value <= high:
            raise argparse.ArgumentTypeError(f"{text!r} is not a number from {low:g} to {high:g}")
        return value

    return convert


def whole(low: int, high: int) -> Callable[[str], int]:
    """A converter for whole numbers from ``low`` to ``high``, both allowed."""

    def convert(text: str) -> int:
        if not re.fullmatch(r"\d{1,9}", text) or not low <= int(text) <= high:
            raise argparse.ArgumentTypeError(f"{text!r} is not a whole number from {low} to {high}")
        return int(text)

    return convert


def device(text: str) -> str:
    """The name of a device."""
    if not DEVICE.fullmatch(text):
        raise argparse.ArgumentTypeError(f"{text!r} is none of auto, cpu, cuda, cuda:N, mps, xpu")
    return text


def _add_restore(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("sources", nargs="+", type=Path, metavar="SOURCE")
    where = parser.add_mutually_exclusive_group()
    where.add_argument("-o", dest="output", type=Path, metavar="OUT", help="the output file")
    where.add_argument(
        "--output-dir", type=Path, metavar="DIR", help="a folder for the outputs (default: beside)"
    )
    _add_picture_options(parser.add_argument_group("picture"))
    _add_file_options(parser.add_argument_group("file"))
    _add_machine_options(parser.add_argument_group("machine"))


def _add_picture_options(group: argparse._ArgumentGroup) -> None:
    group.add_argument(
        "--model", default=DEFAULT_MODEL, metavar="NAME", help="see homereel models (%(default)s)"
    )
    group.add_argument(
        "--threshold",
        type=threshold,
        metavar="X|auto",
        help="small: smoother; large: more detail, and more of the noise; in 8-bit levels (auto)",
    )
    group.add_argument(
        "--strength",
        type=number(0.0, 1.0),
        default=1.0,
        metavar="0..1",
        help="how much of the restoration is mixed over the plain enlargement (1)",
    )
    group.add_argument(
        "--grain",
        type=number(0.0, 1.0),
        default=0.0,
        metavar="0..1",
        help="film grain put back at the end (0)",
    )
    group.add_argument(
        "--size",
        type=output_size,
        metavar="SIZE",
        help="1x, 2x, 4x, 480p, 720p, 1080p, 1440p, 2160p or WxH (by source)",
    )
    group.add_argument(
        "--deinterlace",
        choices=[str(kind) for kind in Deinterlace],
        default=str(Deinterlace.AUTO),
        help="frame: always; field: always, a picture for each field (auto: what is interlaced)",
    )
    group.add_argument("--start", type=seconds, metavar="T", help="seconds or hh:mm:ss.mmm")
    group.add_argument("--end", type=seconds, metavar="T", help="seconds or hh:mm:ss.mmm")
    group.add_argument(
        "--crop",
        type=crop,
        metavar="X:Y:W:H|auto",
        help="a region, in source pixels; auto: without black borders",
    )
    group.add_argument(
        "--aspect",
        type=aspect,
        default=Shape.AUTO,
        metavar="auto|off|W:H",
        help="display aspect of the upright picture; off: the stored pixels are square (auto)",
    )
    group.add_argument(
        "--rotate",
        type=rotation,
        metavar="auto|0|90|180|270",
        help="clockwise turn of the stored picture; 0: leave it as it is stored (auto)",
    )
    group.add_argument(
        "--colours",
        choices=[str(kind) for kind in Colours],
        default=str(Colours.AUTO),
        help="the standard they follow (auto: as the file says, else by its size)",
    )
    group.add_argument(
        "--repair",
        type=repairs,
        default=ALL_SURE,
        metavar="auto|off|NAME,...",
        help=f"{', '.join(Repair)} (auto: what was found for sure, see homereel probe)",
    )


def _add_file_options(group: argparse._ArgumentGroup) -> None:
    group.add_argument(
        "--codec",
        choices=[str(codec) for codec in Codec],
        default=str(Codec.AUTO),
        help="(auto: h264, for 10 bits and HDR hevc)",
    )
    group.add_argument(
        "--quality",
        type=whole(0, 63),
        metavar="N",
        help="0 (best) to 51 of h264 and hevc (17, 19), to 63 of av1 (22); the others have none",
    )
    group.add_argument(
        "--encoder",
        choices=[str(encoder) for encoder in Encoder],
        default=str(Encoder.AUTO),
        help="where the picture is encoded; a card that cannot do it gives way (auto: cpu)",
    )
    group.add_argument(
        "--container",
        choices=[str(container) for container in Container],
        help="(the one that holds all tracks of the source)",
    )
    group.add_argument("--overwrite", action="store_true", help="replace an existing output")
    resume = group.add_mutually_exclusive_group()
    resume.add_argument(
        "--resume",
        dest="resume",
        action="store_const",
        const=Resume.ALWAYS,
        default=Resume.AUTO,
        help="go on with an interrupted render although program, model file or device have changed"
        " (by itself it goes on where nothing has)",
    )
    resume.add_argument(
        "--no-resume",
        dest="resume",
        action="store_const",
        const=Resume.NEVER,
        help="throw away what an interrupted render has finished, and start again",
    )


def _add_machine_options(group: argparse._ArgumentGroup) -> None:
    group.add_argument(
        "--device", type=device, default="auto", metavar="NAME", help="auto|cpu|cuda[:N]|mps|xpu"
    )
    group.add_argument(
        "--precision",
        choices=PRECISIONS,
        default="auto",
        help="(auto: 16 bits where they are faster and as good)",
    )
    group.add_argument(
        "--window", type=whole(1, 10_000), metavar="N", help="frames restored in one go"
    )
    group.add_argument(
        "--lookahead", type=whole(0, 10_000), metavar="N", help="frames looked ahead"
    )
    group.add_argument("--json", action="store_true", help="one event per line on stdout")


def _add_bench(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--model", metavar="NAME", help="(every model that is installed)")
    parser.add_argument(
        "--device", type=device, default="auto", metavar="NAME", help="auto|cpu|cuda[:N]|mps|xpu"
    )
    parser.add_argument("--precision", choices=PRECISIONS, default="auto", help="(auto)")
    parser.add_argument("--json", action="store_true", help="as one JSON object")


def _add_models(parser: argparse.ArgumentParser) -> None:
    actions = parser.add_subparsers(dest="action", metavar="list | fetch NAME | import FILE")
    actions.add_parser("list", help="the models and whether they are installed (default)")
    fetch = actions.add_parser("fetch", help="download a model")
    fetch.add_argument("name", metavar="NAME")
    import_ = actions.add_parser("import", help="install a model file from this computer")
    import_.add_argument("file", type=Path, metavar="FILE")
