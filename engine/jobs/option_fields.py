"""Fields of `Options`: each declares once what the rest of the program has to know about it.

The command line, the claim of a resumed render, the wire form, the settings of the window and the
reset of a clip derive from these declarations.
"""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from enum import Enum, auto
from typing import TYPE_CHECKING, Any, TypeVar, cast

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

T = TypeVar("T")
Values = TypeVar("Values", bound="DataclassInstance")

Plain = str | int | float | bool | None

_KEY = "option"
_AS_DEFAULT: Any = object()
_UNIT = re.compile(r"_(seconds|degrees|frames)$")


class Concern(Enum):
    """What an option is about."""

    SOURCE = auto()
    """What the source is, and which part of it is wanted; fits one source only."""
    TASTE = auto()
    """How the result looks and how it is stored; fits any source."""
    MACHINE = auto()
    """What computes it, and in which steps."""


class Shapes(Enum):
    """Whether an option changes the pictures of the output.

    A render is only resumed if every option that does has the value it was begun with.
    """

    PICTURE = auto()
    """Always."""
    BY_NETWORK = auto()
    """Only where a network runs: not at strength 0."""
    INDIRECTLY = auto()
    """Through another value, which is compared instead: the size through width and height."""
    NOTHING = auto()
    """Not at all, or it is compared as a part of the program: encoder and device."""


@dataclass(frozen=True)
class WordList:
    """The words of an option whose value is text: one word alone, or names between commas."""

    alone: tuple[str, ...]
    """Stand for all of the value."""
    names: tuple[str, ...]
    """Stand beside each other."""

    def allows(self, text: str) -> bool:
        """Tell whether ``text`` consists of these words."""
        return text in self.alone or set(text.split(",")) <= set(self.names)


@dataclass(frozen=True, kw_only=True)
class Declaration:
    """What is declared about an option.

    ``label`` is its name in the window, marked for translation, ``help`` the line of the command
    line. ``flag`` is None where the command line has no word of its own for it.
    """

    flag: str | None
    label: str
    help: str
    concern: Concern
    shapes: Shapes
    metavar: str | None
    limits: tuple[float, float] | None
    choices: tuple[str | int, ...]
    pattern: str | None
    words: WordList | None
    before: object
    """The value that renders were begun with before the option existed."""

    def allows(self, value: object) -> bool:
        """Tell whether a value of the right type makes sense."""
        if value is None:
            return True
        if self.limits is not None:
            low, high = self.limits
            return low <= cast(float, value) <= high
        if self.pattern is not None:
            return re.fullmatch(self.pattern, cast(str, value)) is not None
        if self.words is not None:
            return self.words.allows(cast(str, value))
        return not self.choices or value in self.choices


def option(
    default: T,
    flag: str | None,
    *,
    label: str,
    concern: Concern,
    shapes: Shapes,
    help: str = "",  # noqa: A002 - as argparse calls it
    metavar: str | None = None,
    limits: tuple[float, float] | None = None,
    choices: tuple[str | int, ...] = (),
    pattern: str | None = None,
    words: WordList | None = None,
    before: T = _AS_DEFAULT,
) -> T:
    """Declare a field of options.

    Args:
        default: its value where nothing is chosen.
        flag: its word on the command line.
        label: its name in the window, marked for translation.
        concern: what it is about.
        shapes: whether it changes the pictures of the output.
        help: its line in the help of the command line.
        metavar: how its value is written there.
        limits: smallest and largest number, both allowed.
        choices: the values that are allowed, if they are not an enum.
        pattern: a regular expression for text that is allowed.
        words: of which text consists.
        before: what renders did that were begun before the option existed, if that is not what
            the default does.
    """
    declaration = Declaration(
        flag=flag,
        label=label,
        help=help,
        concern=concern,
        shapes=shapes,
        metavar=metavar,
        limits=limits,
        choices=choices,
        pattern=pattern,
        words=words,
        before=default if before is _AS_DEFAULT else before,
    )
    return field(default=default, metadata={_KEY: declaration})


def declarations(options: DataclassInstance | type[DataclassInstance]) -> dict[str, Declaration]:
    """Return what is declared about each option, by the name of its field."""
    return {f.name: f.metadata[_KEY] for f in dataclasses.fields(options) if _KEY in f.metadata}


def reset(options: Values, *concerns: Concern) -> Values:
    """Return options of which those with the given concerns are back at their defaults."""
    declared = declarations(options)
    defaults: dict[str, Any] = {
        f.name: f.default
        for f in dataclasses.fields(options)
        if f.name in declared and declared[f.name].concern in concerns
    }
    return replace(options, **defaults)


def with_taste(options: Values, others: Values) -> Values:
    """Return options with the matters of taste of others, so that both give the same look."""
    declared = declarations(options)
    look: dict[str, Any] = {
        name: getattr(others, name)
        for name, declaration in declared.items()
        if declaration.concern is Concern.TASTE
    }
    return replace(options, **look)


def check(options: DataclassInstance) -> None:
    """Make sure that each option has a value that makes sense.

    Raises:
        ValueError: one has not.
    """
    for name, declaration in declarations(options).items():
        if not declaration.allows(getattr(options, name)):
            raise ValueError(f"{name}: {getattr(options, name)!r}")


def claimed(options: DataclassInstance, *, with_network: bool) -> dict[str, Plain]:
    """Return the options that shape the picture, for the claim of a render.

    Returns:
        Plain values by the names of their fields, without units: journals of earlier versions
        have these names and values.
    """
    wanted = {Shapes.PICTURE, Shapes.BY_NETWORK} if with_network else {Shapes.PICTURE}
    return {
        _UNIT.sub("", name): _plain(getattr(options, name))
        for name, declaration in declarations(options).items()
        if declaration.shapes in wanted
    }


def with_unclaimed(
    claim: Mapping[str, Plain], options: type[DataclassInstance]
) -> dict[str, Plain]:
    """Complete a claim that was made before some options existed, or without a network."""
    before = {
        _UNIT.sub("", name): _plain(declaration.before)
        for name, declaration in declarations(options).items()
        if declaration.shapes in (Shapes.PICTURE, Shapes.BY_NETWORK)
    }
    return before | dict(claim)


def _plain(value: object) -> Plain:
    return value if isinstance(value, str | int | float | bool | None) else str(value)
