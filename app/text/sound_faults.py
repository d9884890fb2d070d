"""Faults of sound, as the first look at a source found them, in plain words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.text.language import Number, translate
from engine.jobs.sound import SoundRepair
from engine.jobs.translation import QT_TRANSLATE_NOOP

if TYPE_CHECKING:
    from engine.video.facts import SoundFinding

_NAMES = {
    SoundRepair.MONO: QT_TRANSLATE_NOOP("sound", "Sound to both sides"),
    SoundRepair.CLICKS: QT_TRANSLATE_NOOP("sound", "Clicks"),
    SoundRepair.HUM: QT_TRANSLATE_NOOP("sound", "Hum"),
    SoundRepair.HISS: QT_TRANSLATE_NOOP("sound", "Hiss"),
    SoundRepair.LEVEL: QT_TRANSLATE_NOOP("sound", "Loudness"),
}
_FAULTS = {
    SoundRepair.CLICKS: QT_TRANSLATE_NOOP("sound", "clicks: about {a_minute:.0f} a minute"),
    SoundRepair.HUM: QT_TRANSLATE_NOOP(
        "sound", "hum of the mains: {frequency:.1f} Hz and its harmonics, at {level:.0f} dB"
    ),
    SoundRepair.HISS: QT_TRANSLATE_NOOP(
        "sound", "hiss: steady noise at {level:.0f} dB, {distance:.0f} dB below the loud parts"
    ),
    SoundRepair.LEVEL: QT_TRANSLATE_NOOP("sound", "loudness {loudness:.0f} LUFS (usual: -18)"),
}
_SIDES = {
    1.0: QT_TRANSLATE_NOOP("sound", "sound on the left side only"),
    2.0: QT_TRANSLATE_NOOP("sound", "sound on the right side only"),
    3.0: QT_TRANSLATE_NOOP("sound", "the two sides cancel each other out (opposite phase)"),
}
_NOTHING = QT_TRANSLATE_NOOP("sound", "nothing was found")
_REPAIRED = QT_TRANSLATE_NOOP("sound", "{fault}: will be put right")
_OFFERED = QT_TRANSLATE_NOOP("sound", "{fault}: stays, unless you ask for --sound {name}")


def describe_sound(found: SoundFinding) -> str:
    """Return what was found of one fault, and how it is repaired."""
    if not found.is_found:
        return translate("sound", _NOTHING)
    offered = translate("sound", _OFFERED)
    return offered.format(fault=describe_sound_fault(found), name=found.repair)


def describe_sound_fault(found: SoundFinding) -> str:
    """Return what was found of one fault."""
    if found.repair is SoundRepair.MONO:
        return translate("sound", _SIDES[found.measured("kind")])
    numbers = {name.replace(" ", "_"): Number(value) for name, value in found.parameters}
    return translate("sound", _FAULTS[found.repair]).format(**numbers)


def name_of_sound(repair: SoundRepair) -> str:
    """Return a word or two for a repair of the sound."""
    return translate("sound", _NAMES[repair])


def describe_sound_repair(found: SoundFinding) -> str:
    """Return what was found of one fault, and that it will be repaired."""
    if not found.is_found:
        return translate("sound", _NOTHING)
    return translate("sound", _REPAIRED).format(fault=describe_sound_fault(found))
