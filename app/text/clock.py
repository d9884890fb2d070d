"""Times as a clock shows them, without Qt: the command line uses them as well."""

from __future__ import annotations

from app.text.language import Number, translate


def clock(seconds: float, *, with_fraction: bool = False) -> str:
    """Write a position or a duration: "1:02:03", "2:03" or, with the fraction, "2:03.480"."""
    total_ms = max(round(seconds * 1000) if with_fraction else 1000 * round(seconds), 0)
    minutes, rest_ms = divmod(total_ms, 60_000)
    hours, minutes = divmod(minutes, 60)
    tail = f"{rest_ms // 1000:02d}" + (f".{rest_ms % 1000:03d}" if with_fraction else "")
    return f"{hours}:{minutes:02d}:{tail}" if hours else f"{minutes}:{tail}"


def spoken(seconds: float) -> str:
    """Write a position or a duration as it is said: "1 minute 5 seconds", "2.04 seconds"."""
    total_ms = max(round(seconds * 1000), 0)
    minutes, rest_ms = divmod(total_ms, 60_000)
    hours, minutes = divmod(minutes, 60)
    parts = [translate("clock", "%n hours", "", hours)] if hours else []
    if minutes:
        parts.append(translate("clock", "%n minutes", "", minutes))
    if rest_ms % 1000:
        text = f"{Number(rest_ms / 1000):.3f}".rstrip("0")
        parts.append(translate("clock", "{count} seconds").format(count=text))
    elif rest_ms or not parts:
        parts.append(translate("clock", "%n seconds", "", rest_ms // 1000))
    return " ".join(parts)


def rough_duration(seconds: float) -> str:
    """How long something takes, as exact as an estimate deserves: "2 h 10 min", "40 s"."""
    if seconds < 60:
        return translate("clock", "{count} s").format(count=max(round(seconds), 1))
    minutes = round(seconds / 60)
    if minutes < 60:
        return translate("clock", "{count} min").format(count=minutes)
    if minutes < 48 * 60:
        return translate("clock", "{hours} h {minutes} min").format(
            hours=minutes // 60, minutes=minutes % 60
        )
    return translate("clock", "%n days", "", round(minutes / 60 / 24))
