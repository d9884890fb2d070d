"""Parts of a source that ``restore`` is given: each becomes a file, or they are joined in one."""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from dataclasses import replace

from app.command_line.readers import seconds
from app.text.language import translate
from engine.jobs.choices import PICTURE_FILES, Part
from engine.jobs.options import Options


def add_ranges(group: argparse._ArgumentGroup) -> None:
    """Add ``--range`` and ``--join`` to a group of words."""
    group.add_argument(
        "--range",
        dest="ranges",
        action="append",
        type=_part,
        metavar="START-END",
        default=[],
        help=translate(
            "arguments", "a part to restore, as 0:10-1:30; given several times, each is a file"
        ),
    )
    group.add_argument(
        "--join",
        action="store_true",
        help=translate("arguments", "join all ranges in one file, in the order given"),
    )


def options_of_ranges(arguments: argparse.Namespace, options: Options) -> list[Options]:
    """Return the options of each file that is made of a source.

    A range that is given twice is one file; joined in one, it comes twice.
    """
    if arguments.join:
        return [replace(options, parts=tuple(arguments.ranges))]
    return [
        replace(options, start_seconds=part.start_seconds, end_seconds=part.end_seconds)
        for part in dict.fromkeys(arguments.ranges)
    ] or [options]


def problems_of_ranges(arguments: argparse.Namespace, options: Options) -> Iterator[str]:
    """Say what is wrong with the ranges of a ``restore`` command."""
    has_start = options.start_seconds is not None or options.end_seconds is not None
    if arguments.ranges and has_start:
        yield translate("arguments", "--range takes the place of --start and --end")
    if arguments.join and len(arguments.ranges) < 2:
        yield translate("arguments", "--join needs at least two --range")
    if arguments.join and options.codec in PICTURE_FILES:
        yield translate("arguments", "--join makes no numbered pictures")
    if arguments.ranges and arguments.split is not None:
        yield translate("arguments", "--split looks for parts by itself: leave out --range")
    is_shared = arguments.cluster is not None
    if is_shared and arguments.ranges and (arguments.join or len(arguments.sources) > 1):
        yield translate("arguments", "--join, and --range of several sources, take one computer")
    if arguments.output and len(set(arguments.ranges)) > 1 and not arguments.join:
        yield translate("arguments", "-o names one file; --join makes one of several ranges")


def _part(text: str) -> Part:
    start, _dash, end = text.partition("-")
    try:
        part = Part(seconds(start), seconds(end))
    except argparse.ArgumentTypeError as error:
        sentence = translate("readers", "{text} is not a range like 0:10-1:30")
        raise argparse.ArgumentTypeError(sentence.format(text=repr(text))) from error
    if part.end_seconds <= part.start_seconds:
        sentence = translate("readers", "{text} ends before it starts")
        raise argparse.ArgumentTypeError(sentence.format(text=repr(text)))
    return part
