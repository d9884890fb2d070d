"""What can be done for the sound of a source: the names that options and findings use.

Imports neither torch nor av, so the window and the command line can use it at start-up.
"""

from __future__ import annotations

from enum import StrEnum


class SoundRepair(StrEnum):
    """Faults of sound that can be put right, in the order in which that is done."""

    MONO = "mono"
    """Sound on one side only, or with the two sides against each other: brought to both."""
    CLICKS = "clicks"
    """Clicks of a fraction of a millisecond to a few milliseconds."""
    HUM = "hum"
    """The tone of the mains, 50 or 60 Hz, and its harmonics."""
    HISS = "hiss"
    """Steady noise of tape and microphone."""
    LEVEL = "level"
    """Too quiet or too loud: brought to -18 LUFS (EBU R 128), no peak above the limit."""


KEEP_SOUND = "keep"
"""The value of the option that leaves the sound as it is, bit for bit."""


def chosen_sound(text: str) -> tuple[SoundRepair, ...]:
    """Return the repairs that an option names, in the order in which they are made."""
    names = text.split(",")
    return tuple(repair for repair in SoundRepair if repair in names)
