"""Pictures out of the network, kept by what shapes them, so that none is computed twice."""

from __future__ import annotations

from collections import OrderedDict
from dataclasses import dataclass
from typing import NamedTuple, Self

from engine.jobs.options import Options
from engine.video.frame import Rgb

KEPT_BYTES = 256 << 20


@dataclass(frozen=True)
class Shaping:
    """Everything that decides what the network makes of the same frames."""

    model: str
    threshold: float | None
    denoise: float | None
    steady: bool
    device: str
    precision: str

    @classmethod
    def of(cls, options: Options) -> Self:
        """What of ``options`` it is."""
        return cls(
            options.model,
            options.threshold,
            options.denoise,
            options.steady,
            options.device,
            options.precision,
        )


class Enlarged(NamedTuple):
    """A picture out of the network at full strength, without the steps that come at the end."""

    rgb: Rgb
    """``(h, w, 3)`` at the size of the output."""
    scale: int
    """Of the model."""
    passes: float
    """Cleaning passes, counted by their weights."""
    cleanings: int
    """How often the network cleaned it."""


class KeptPictures:
    """Keeps the pictures of a preview for each of its looks, as long as there is room.

    The look in use always stays; of the others those go first that were not used for longest.

    Args:
        limit_bytes: of all pictures but those of the look in use.
    """

    def __init__(self, limit_bytes: int = KEPT_BYTES) -> None:
        self._limit = limit_bytes
        self._looks: OrderedDict[Shaping, dict[int, Enlarged]] = OrderedDict()

    def of(self, shaping: Shaping) -> dict[int, Enlarged]:
        """Return the pictures of a look by their numbers; it is in use from now on."""
        pictures = self._looks.setdefault(shaping, {})
        self._looks.move_to_end(shaping)
        self._make_room()
        return pictures

    def _make_room(self) -> None:
        """Remove the looks that were not used for longest."""
        sizes = [sum(p.rgb.nbytes for p in look.values()) for look in self._looks.values()]
        total = sum(sizes[:-1])
        for size in sizes[:-1]:
            if total <= self._limit:
                return
            self._looks.popitem(last=False)
            total -= size
