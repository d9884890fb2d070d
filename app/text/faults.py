"""Faults of a picture, as the first look at a source found them, in plain words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.text.language import Number, translate
from engine.jobs.choices import Repair
from engine.jobs.translation import QT_TRANSLATE_NOOP

if TYPE_CHECKING:
    from engine.video.facts import Finding

_FAULTS = {
    Repair.SWITCHING: QT_TRANSLATE_NOOP(
        "faults", "torn lines: {top:.0f} at the top and {bottom:.0f} at the bottom"
    ),
    Repair.CHROMA: QT_TRANSLATE_NOOP(
        "faults", "colours {across:.1f} pixels too far {side}, {along:.1f} lines too {end}"
    ),
    Repair.RAINBOW: QT_TRANSLATE_NOOP(
        "faults", "rainbows and crawling dots of composite video, in {share:.1%} of each picture"
    ),
    Repair.DROPOUTS: QT_TRANSLATE_NOOP(
        "faults", "streaks that last for one picture: about {per_picture:.1f} in each"
    ),
    Repair.DUST: QT_TRANSLATE_NOOP(
        "faults", "spots that last for one picture: about {per_picture:.1f} in each"
    ),
    Repair.FLICKER: QT_TRANSLATE_NOOP(
        "faults", "brightness that swings by {swing:.0%} from picture to picture"
    ),
    Repair.REPEATS: QT_TRANSLATE_NOOP(
        "faults",
        "{count:.0f} of {pictures:.0f} pictures looked at are copies in place of lost ones, the"
        " first at {places} seconds",
    ),
    Repair.SHAKE: QT_TRANSLATE_NOOP(
        "faults",
        "a hand that trembles by {tremor:.1f} pixels; steadied, up to {border:.0f} pixels of the"
        " border are made up",
    ),
    Repair.HALO: QT_TRANSLATE_NOOP(
        "faults", "a second contour beside edges, {overshoot:.0%} as strong as they"
    ),
    Repair.JITTER: QT_TRANSLATE_NOOP(
        "faults", "ragged lines: they begin {jitter:.1f} pixels too early or too late"
    ),
    Repair.LEVELS: QT_TRANSLATE_NOOP(
        "faults", "faded: the darkest is {black:.0f} and the brightest {white:.0f} of 255"
    ),
}
_CHROMA_ACROSS = QT_TRANSLATE_NOOP("faults", "colours {across:.1f} pixels too far {side}")
_CHROMA_ALONG = QT_TRANSLATE_NOOP("faults", "colours {along:.1f} lines too {end}")
_LEAST_SHIFT = 0.05
"""A smaller one is written as 0.0."""
_RIGHT, _LEFT = QT_TRANSLATE_NOOP("faults", "right"), QT_TRANSLATE_NOOP("faults", "left")
_LOW, _HIGH = QT_TRANSLATE_NOOP("faults", "low"), QT_TRANSLATE_NOOP("faults", "high")
_NOTHING = QT_TRANSLATE_NOOP("faults", "nothing was found")
_AUTOMATIC = QT_TRANSLATE_NOOP(
    "faults", "{fault}: will be repaired (otherwise: --repair off, or names of others)"
)
_REPAIRED = QT_TRANSLATE_NOOP("faults", "{fault}: will be repaired")
_OFFERED = QT_TRANSLATE_NOOP("faults", "{fault}: stays, unless you ask for --repair {name}")


def describe_finding(found: Finding) -> str:
    """Return what was found of one fault, and what becomes of it."""
    if not found.is_found:
        return translate("faults", _NOTHING)
    ending = _AUTOMATIC if found.is_automatic else _OFFERED
    return translate("faults", ending).format(fault=describe_fault(found), name=found.repair)


def describe_repair(found: Finding) -> str:
    """Return what was found of one fault, and that it will be repaired."""
    return translate("faults", _REPAIRED).format(fault=describe_fault(found))


def describe_fault(found: Finding) -> str:
    """Return what was found of one fault."""
    text = _FAULTS[found.repair]
    if found.repair is Repair.CHROMA:
        if abs(found.measured("down")) < _LEAST_SHIFT:
            text = _CHROMA_ACROSS
        elif abs(found.measured("right")) < _LEAST_SHIFT:
            text = _CHROMA_ALONG
    return translate("faults", text).format(**_fields(found))


def _fields(found: Finding) -> dict[str, object]:
    right, down = found.measured("right"), found.measured("down")
    words = {"side": _RIGHT if right >= 0 else _LEFT, "end": _LOW if down >= 0 else _HIGH}
    told = {name: translate("faults", word) for name, word in words.items()}
    places = (f"{Number(at):.2f}" for name, at in found.parameters if name.startswith("at "))
    told["places"] = "; ".join(places)
    numbers = {**dict(found.parameters), "across": abs(right), "along": abs(down)}
    return {**{name: Number(value) for name, value in numbers.items()}, **told}
