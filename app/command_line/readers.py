"""What words of the command line mean: each kind of option is read from its text."""

from __future__ import annotations

import argparse
import math
import re
from collections.abc import Callable
from enum import StrEnum
from fractions import Fraction
from functools import reduce
from operator import or_
from types import NoneType
from typing import Any, get_args

from app.text.language import translate
from engine.jobs.choices import (
    Crop,
    OutputSize,
    Repair,
    Shape,
    SizeByFactor,
    SizeByHeight,
    SizeExact,
)
from engine.jobs.option_fields import Declaration, WordList
from engine.jobs.options import DEFAULT_MODEL
from engine.jobs.sound import SoundRepair

Reader = Callable[[str], object]

FACTORS = {"1x": 1, "2x": 2, "4x": 4}
HEIGHTS = {"480p": 480, "720p": 720, "1080p": 1080, "1440p": 1440, "2160p": 2160}
SIDE_LIMITS = (16, 16384)
"""Shortest and longest side of an output in pixels; H.264 ends at 16384."""

TIME = re.compile(r"(?:(?:(\d+):)?([0-5]?\d):(?=[0-5]?\d(?:\.|$)))?(\d+(?:\.\d*)?|\.\d+)")
AUTOMATIC = "auto"
"""The value that leaves an option to the program, where it can be left; of a region: the one inside
black borders."""
MOST_ASPECT = 5
_MOST = 999_999_999


def _refusal(sentence: str, text: str, **fields: object) -> argparse.ArgumentTypeError:
    """An error that says in ``sentence`` why ``text`` cannot be read."""
    return argparse.ArgumentTypeError(sentence.format(text=repr(text), **fields))


def seconds(text: str) -> float:
    """Read seconds from ``12.5``, ``.5``, ``mm:ss`` or ``hh:mm:ss.mmm``."""
    match = TIME.fullmatch(text)
    if not match:
        raise _refusal(translate("readers", "{text} is not a time like 12.5 or 0:01:02.500"), text)
    hours, minutes, rest = match.groups()
    return int(hours or 0) * 3600 + int(minutes or 0) * 60 + float(rest)


def output_size(text: str) -> OutputSize:
    """Read a size from ``2x``, ``1080p`` or ``1440x1080``."""
    if text in FACTORS:
        return SizeByFactor(FACTORS[text])
    if text in HEIGHTS:
        return SizeByHeight(HEIGHTS[text])
    match = re.fullmatch(r"(\d{1,5})x(\d{1,5})", text)
    if not match:
        known = ", ".join((*FACTORS, *HEIGHTS))
        raise _refusal(translate("readers", "{text} is none of {known} or WxH"), text, known=known)
    width, height = int(match[1]), int(match[2])
    low, high = SIDE_LIMITS
    if not (low <= width <= high and low <= height <= high):
        raise _refusal(
            translate("readers", "{text}: a side has {low} to {high} pixels"),
            text,
            low=low,
            high=high,
        )
    return SizeExact(width, height)


def crop(text: str) -> Crop | str:
    """Read a region in source pixels from ``X:Y:W:H``; `AUTOMATIC` stays as it is."""
    if text == AUTOMATIC:
        return AUTOMATIC
    match = re.fullmatch(r"(\d{1,6}):(\d{1,6}):(\d{1,6}):(\d{1,6})", text)
    region = Crop(*(int(group) for group in match.groups())) if match else None
    if not region or not region.width or not region.height:
        raise _refusal(translate("readers", "{text} is neither X:Y:W:H in pixels nor auto"), text)
    return region


def aspect(text: str) -> Shape | Fraction:
    """Read a display aspect from ``W:H``, or where it comes from."""
    if text in tuple(Shape):
        return Shape(text)
    match = re.fullmatch(r"(\d{1,5}):(\d{1,5})", text)
    if match and int(match[1]) and int(match[2]):
        shape = Fraction(int(match[1]), int(match[2]))
        if Fraction(1, MOST_ASPECT) <= shape <= MOST_ASPECT:
            return shape
    raise _refusal(translate("readers", "{text} is none of auto, off or W:H like 16:9"), text)


def number(low: float, high: float) -> Callable[[str], float]:
    """Make a reader of numbers from ``low`` to ``high``, both allowed."""

    def convert(text: str) -> float:
        try:
            value = float(text)
        except ValueError:
            value = math.nan
        if not low <= value <= high:
            raise _refusal(
                translate("readers", "{text} is not a number from {low:g} to {high:g}"),
                text,
                low=low,
                high=high,
            )
        return value

    return convert


def whole(low: int, high: int) -> Callable[[str], int]:
    """Make a reader of whole numbers from ``low`` to ``high``, both allowed."""

    def convert(text: str) -> int:
        if not re.fullmatch(r"\d{1,9}", text) or not low <= int(text) <= high:
            raise _refusal(
                translate("readers", "{text} is not a whole number from {low} to {high}"),
                text,
                low=low,
                high=high,
            )
        return int(text)

    return convert


def one_of(values: dict[str, Any]) -> Reader:
    """Make a reader of words that stand for values."""

    def convert(text: str) -> object:
        if text not in values:
            raise _refusal(
                translate("readers", "{text} is none of {known}"), text, known=", ".join(values)
            )
        return values[text]

    return convert


def word_list(words: WordList) -> Reader:
    """Make a reader of names between commas, or of one word that stands alone."""
    known = (*words.alone, *words.names)

    def convert(text: str) -> str:
        given = list(dict.fromkeys(word.strip() for word in text.split(",")))
        for word in given:
            if word not in known:
                raise _refusal(
                    translate("readers", "{text} is none of {known}"), word, known=", ".join(known)
                )
            if word in words.alone and len(given) > 1:
                raise _refusal(
                    translate("readers", "{text} stands alone, without other words"), word
                )
        return ",".join(given)

    return convert


def matching(pattern: str, spelling: str) -> Reader:
    """Make a reader of text that matches a regular expression, explained by ``spelling``."""

    def convert(text: str) -> str:
        if not re.fullmatch(pattern, text):
            raise _refusal(
                translate("readers", "{text} is not {spelling}"), text, spelling=spelling
            )
        return text

    return convert


READERS: dict[object, Reader] = {
    OutputSize: output_size,
    Crop: crop,
    Shape | Fraction: aspect,
    str: str,
}
"""How values of a type of their own are read."""


def help_of(declared: Declaration) -> str:
    """Return the line of an option in the help, in the user's language."""
    text = translate("options", declared.help)
    return text.format(
        model=DEFAULT_MODEL, repairs=", ".join(Repair), sounds=", ".join(SoundRepair)
    )


def reader_of(name: str, kind: Any, declared: Declaration) -> Reader:  # noqa: ANN401 - any type
    """Return what reads the value of an option from its word on the command line.

    Args:
        name: of its field; one that ends in ``_seconds`` is a time.
        kind: the type of its field. Where that may be None, `AUTOMATIC` stands for it.
        declared: what is declared about it.
    """
    parts = [part for part in get_args(kind) if part is not NoneType]
    is_optional = NoneType in get_args(kind)
    plain = reduce(or_, parts) if is_optional else kind
    read_plain = _reader_of_plain(name, plain, declared)

    def read(text: str) -> object:
        if is_optional and text == AUTOMATIC and plain is not Crop:
            return None
        value = read_plain(text)
        if not declared.allows(value):
            raise _refusal(translate("readers", "{text} is too large"), text)
        return value

    return read


def _reader_of_plain(name: str, kind: Any, declared: Declaration) -> Reader:  # noqa: ANN401
    choices = declared.choices
    if isinstance(kind, type) and issubclass(kind, StrEnum):
        choices = tuple(kind)
    if choices:
        return one_of({str(choice): choice for choice in choices})
    if declared.words:
        return word_list(declared.words)
    if declared.pattern:
        return matching(declared.pattern, help_of(declared))
    if kind is float and name.endswith("_seconds"):
        return seconds
    low, high = declared.limits or (-_MOST, _MOST)
    if kind is float:
        return number(low, high)
    return whole(int(low), int(high)) if kind is int else READERS[kind]
