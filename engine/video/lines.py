"""A straight line through what was measured at some times, by weighted least squares."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

Numbers = NDArray[np.float64]

_LEAST_SPREAD = 1e-9


class Line(NamedTuple):
    """Weighted means of times and values, the values' slope, and how far the times lie apart.

    ``spread`` is the weighted sum of the squares of times from their mean.
    """

    time: float
    value: Numbers
    slope: Numbers
    spread: float

    def at(self, time: float) -> Numbers:
        """Return the values of the line at a time."""
        return self.value + self.slope * (time - self.time)


def line_through(times: Numbers, values: Numbers, weights: Numbers) -> Line:
    """Return the line that is nearest to ``values``, ``(n,)`` or ``(n, k)``, at ``times``."""
    total = weights.sum()
    time, value = float(weights @ times / total), weights @ values / total
    off = times - time
    spread = float(weights @ np.square(off))
    slope = (weights * off) @ (values - value) / max(spread, _LEAST_SPREAD)
    return Line(time, value, slope, spread)
