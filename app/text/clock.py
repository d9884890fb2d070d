"""Times as a clock shows them, without Qt: the command line uses them as well."""

from __future__ import annotations


def clock(seconds: float, *, with_fraction: bool = False) -> str:
    """Write a position or a duration: "1:02:03", "2:03" or, with the fraction, "2:03.480"."""
    total_ms = max(round(seconds * 1000) if with_fraction else 1000 * round(seconds), 0)
    minutes, rest_ms = divmod(total_ms, 60_000)
    hours, minutes = divmod(minutes, 60)
    tail = f"{rest_ms // 1000:02d}" + (f".{rest_ms % 1000:03d}" if with_fraction else "")
    return f"{hours}:{minutes:02d}:{tail}" if hours else f"{minutes}:{tail}"
