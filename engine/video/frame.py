"""A picture of a video and its time: what the stages hand to each other."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

import numpy as np
from numpy.typing import NDArray

Rgb = NDArray[np.uint8] | NDArray[np.uint16]
"""``(h, w, 3)`` in full range, 0..255 or 0..65535."""


@dataclass(frozen=True)
class Frame:
    """One picture.

    ``data`` is ``(h, w, 3)`` RGB in full range, uint8, or uint16 (0..65535) where the source
    has more than 8 bits; upright; its pixels are not square yet. It belongs to the receiver.
    ``pts`` and ``duration`` count ``time_base`` seconds, ``pts`` on the clock of the source.
    """

    data: Rgb
    pts: int
    time_base: Fraction
    duration: int

    @property
    def pts_seconds(self) -> float:
        """Time at which the picture is shown, on the clock of the source."""
        return float(self.pts * self.time_base)
