"""What the presets that come with the program are called, and what they are for."""

from __future__ import annotations

from app.text.messages import translated
from engine.jobs import presets
from engine.jobs.translation import QT_TRANSLATE_NOOP

_TITLES = {
    "": QT_TRANSLATE_NOOP("presets", "Any video"),
    presets.VHS: QT_TRANSLATE_NOOP("presets", "VHS or Video8 tape"),
    presets.MINIDV: QT_TRANSLATE_NOOP("presets", "MiniDV tape"),
    presets.DVD: QT_TRANSLATE_NOOP("presets", "DVD"),
    presets.FILM_SCAN: QT_TRANSLATE_NOOP("presets", "8 mm or Super 8 film"),
    presets.OLD_CAMERA: QT_TRANSLATE_NOOP("presets", "Old digital camera"),
    presets.OLD_PHONE: QT_TRANSLATE_NOOP("presets", "Old phone"),
    presets.UNTOUCHED: QT_TRANSLATE_NOOP("presets", "Leave it as it is"),
}
_PURPOSES = {
    presets.VHS: QT_TRANSLATE_NOOP(
        "presets", "Keeps a tenth of the original in faces, and cuts off the black border."
    ),
    presets.MINIDV: QT_TRANSLATE_NOOP(
        "presets", "Gentle, since the picture of a digital tape is good already."
    ),
    presets.DVD: QT_TRANSLATE_NOOP("presets", "Removes the blocks of a disc, gently."),
    presets.FILM_SCAN: QT_TRANSLATE_NOOP(
        "presets", "Takes dust and flicker out, cuts off the border, and keeps a little grain."
    ),
    presets.OLD_CAMERA: QT_TRANSLATE_NOOP(
        "presets", "For clips of photo cameras; they are never interlaced."
    ),
    presets.OLD_PHONE: QT_TRANSLATE_NOOP(
        "presets", "Full strength, for small and strongly compressed pictures."
    ),
    presets.UNTOUCHED: QT_TRANSLATE_NOOP(
        "presets", "Only stores it in a new file: same size, nothing restored or repaired."
    ),
}


def title_of(name: str) -> str:
    """Return what a preset is called; one of the user's own has just its name."""
    return translated(_TITLES[name], "presets") if name in _TITLES else name


def purpose_of(name: str) -> str:
    """Return what a preset is for; empty for one of the user's own."""
    return translated(_PURPOSES[name], "presets") if name in _PURPOSES else ""
