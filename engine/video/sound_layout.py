"""Which loudspeaker each channel of a sound track is for, read without harm.

WORKAROUND(https://github.com/PyAV-Org/PyAV/blob/v18.1.0/av/audio/layout.py): PyAV copies a channel
layout without the list of channels that a custom one points to, and frees that list with each
copy: twice, and the process dies. Custom layouts come from the labels of QuickTime, MXF and
others. So the layout of a source is read here only, and is replaced before anything is decoded.
"""

from __future__ import annotations

import ctypes
import re
from dataclasses import dataclass

from av.audio.codeccontext import AudioCodecContext
from av.audio.frame import AudioFrame
from av.audio.layout import AudioLayout

# In the order of libavutil's native layouts.
_SPEAKERS = (
    *("FL", "FR", "FC", "LFE", "BL", "BR", "FLC", "FRC", "BC", "SL", "SR", "TC", "TFL", "TFC"),
    *("TFR", "TBL", "TBC", "TBR", "DL", "DR", "WL", "WR", "SDL", "SDR", "LFE2", "TSL", "TSR"),
    *("BFC", "BFL", "BFR"),
)
_LISTED = re.compile(r"(?:\d+ channels )?\(?(?P<names>[A-Z]+[A-Z0-9]*(?:\+[A-Z]+[A-Z0-9]*)*)\)?")
_USUAL = {1: "mono", 2: "stereo", 3: "3.0", 4: "4.0", 5: "5.0", 6: "5.1", 7: "6.1", 8: "7.1"}


@dataclass(frozen=True)
class SoundLayout:
    """The channels of a sound track.

    ``name`` is a layout that libavutil takes; ``order`` says which stored channel each of its
    channels is, where they are stored in another order.
    """

    name: str
    channels: int
    order: tuple[int, ...] = ()


def layout_of(context: AudioCodecContext) -> SoundLayout:
    """Read the channel layout of ``context``; an unknown one is replaced by a usual one."""
    layout = _kept(context.layout)
    return _described(layout.name, layout.nb_channels)


def make_safe(context: AudioCodecContext) -> SoundLayout:
    """Replace a layout that PyAV cannot copy, before ``context`` decodes; return what it was."""
    layout = layout_of(context)
    if not context.is_open and layout.channels:
        context.layout = layout.name
    return layout


def frame_layout_name(frame: AudioFrame) -> str:
    """Name the layout of a decoded frame, so that its decoder's own list is not freed twice."""
    name = frame.layout.name
    if _is_custom(name):
        _kept(frame.layout)
    return _described(name, frame.layout.nb_channels).name


def usual_layout(channels: int) -> str:
    """Name the usual layout of so many channels."""
    return _USUAL.get(channels, f"{channels}C")


def _described(name: str, channels: int) -> SoundLayout:
    speakers = _speakers(name) if _is_custom(name) else []
    if len(speakers) == channels == len(set(speakers)) and set(speakers) <= set(_SPEAKERS):
        usual = sorted(speakers, key=_SPEAKERS.index)
        order = tuple(speakers.index(speaker) for speaker in usual)
        is_sorted = order == tuple(range(channels))
        return SoundLayout("+".join(usual), channels, () if is_sorted else order)
    return SoundLayout(usual_layout(channels) if _is_custom(name) else name, channels)


def _is_custom(name: str) -> bool:
    """Tell whether libavutil lists the channels, for want of a name for all of them."""
    return " channels (" in name or ("+" in name and "ambisonic" not in name)


def _speakers(name: str) -> list[str]:
    found = _LISTED.fullmatch(name)
    return [] if found is None else found["names"].split("+")


def _kept(layout: AudioLayout) -> AudioLayout:
    """Return ``layout``, which is never freed from now on; a hundred bytes are lost with it."""
    ctypes.pythonapi.Py_IncRef(ctypes.py_object(layout))
    return layout
