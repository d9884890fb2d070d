"""The slider between smooth and detailed: positions to thresholds and back.

What the eye sees follows the ratio of thresholds, so equal steps of the slider are equal ratios.
"""

from __future__ import annotations

import math

STEPS = 100
"""Positions run from 0 (smooth) to ``STEPS`` (detailed)."""


def threshold_at(position: int, ends: tuple[float, float]) -> float:
    """The threshold θ in 8-bit levels at a position.

    Args:
        position: 0 (smooth) to ``STEPS`` (detailed).
        ends: θ at the smooth and at the detailed end, both above 0.
    """
    smooth, detailed = ends
    return float(smooth * (detailed / smooth) ** (position / STEPS))


def position_of(threshold: float, ends: tuple[float, float]) -> int:
    """The position nearest to a threshold; thresholds past an end give that end."""
    smooth, detailed = ends
    share = math.log(threshold / smooth) / math.log(detailed / smooth)
    return min(max(round(share * STEPS), 0), STEPS)
