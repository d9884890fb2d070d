"""What a treatment of the picture is to the rest of the program.

A *source step* mends the pictures of the source before the network sees them; a *finish step*
changes the pictures of the output before they are encoded. Steps know nothing of networks, and
render, preview, trial and the path without a network run the same ones.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Protocol

from av import VideoFrame

from engine.jobs.options import Options
from engine.video.facts import SourceInfo
from engine.video.frame import Frame, Rgb

Plain = str | int | float | bool | None


class Step(Protocol):
    """What both kinds of steps have in common."""

    @property
    def name(self) -> str:
        """One word, as the command line and the journal of a render call it."""

    @property
    def nanoseconds_per_pixel(self) -> float:
        """Time on one core, for each pixel of the pictures it changes."""

    def claim(self) -> Mapping[str, Plain]:
        """What shapes the picture beside the options, such as an offset that was measured.

        A render goes on only where this is the same as when it began.
        """


class SourceStep(Step, Protocol):
    """A treatment of the source's pictures."""

    def apply(self, frames: Iterator[Frame]) -> Iterator[Frame]:
        """Treat frames as they are stored: whole, neither cropped nor turned.

        Every frame comes out once, with its own time, and no input is written into. A frame may
        depend on those around it, but not on those that are more than a second earlier: a render
        that goes on starts reading two seconds before its place, for all steps one after the other.
        """


class FinishStep(Step, Protocol):
    """A treatment of the output's pictures."""

    def apply(self, picture: VideoFrame, ticks: int) -> None:
        """Change ``picture``, ready for the encoder, in place; ``ticks`` is its time."""

    def apply_to_rgb(self, rgb: Rgb, ticks: int) -> Rgb:
        """The same for ``(h, w, 3)`` RGB of a preview, which is not written into."""


class MakesSourceStep(Protocol):
    """Prepares a source step."""

    def __call__(self, info: SourceInfo, options: Options) -> SourceStep | None:
        """Return the step for a source, by what its first look found; None: nothing to do."""


class MakesFinishStep(Protocol):
    """Prepares a finish step."""

    def __call__(self, info: SourceInfo, options: Options, lines: int) -> FinishStep | None:
        """Return the step for an output of so many ``lines``; None: nothing to do."""
