"""Green of a picture, which is nearest to luma, in the 8 bits in which faults are looked for."""

from __future__ import annotations

from typing import cast

import numpy as np
from numpy.typing import NDArray

from engine.video.frame import Rgb


def green_of(rgb: Rgb) -> NDArray[np.uint8]:
    """Return green of ``(h, w, 3)`` in 8 bits, as a plane of its own."""
    green = rgb[..., 1]
    narrow = green.copy() if green.dtype == np.uint8 else (green >> 8).astype(np.uint8)
    return cast("NDArray[np.uint8]", narrow)
