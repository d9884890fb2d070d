"""Side data of decoded pictures: how they are turned, HDR, captions, and what else a codec adds."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import cast

from av import VideoFrame
from av.sidedata import sidedata


def side_data_of(frame: VideoFrame) -> Mapping[str, bytes]:
    """Return the side data of ``frame`` by libavutil's names, such as "DISPLAYMATRIX".

    Kinds that libavutil has got since are called "UNKNOWN" with their number.
    """
    entries = cast("Iterable[sidedata.SideData]", frame.side_data)  # whatever its types say
    return {entry.type.name: bytes(cast("bytes", entry)) for entry in entries}


# libavutil/frame.h of FFmpeg 8.
_LATER_KINDS = {28: "LCEVC", 29: "VIEW_ID", 30: "3D_REFERENCE_DISPLAYS", 31: "EXIF"}


def _unknown_kind(kinds: type[sidedata.Type], value: int) -> sidedata.Type:
    kind: sidedata.Type = object.__new__(kinds)
    kind._name_ = _LATER_KINDS.get(value, f"UNKNOWN{value}")
    object.__setattr__(kind, "_value_", value)
    return kind


# WORKAROUND(https://github.com/PyAV-Org/PyAV/issues/2392): a number that is not in PyAV's list
# raises ValueError, and then none of a picture's side data can be read. Enums ask this method
# for a member where they have none.
sidedata.Type._missing_ = classmethod(_unknown_kind)  # type: ignore[method-assign, assignment]
