"""Protects Python from a fault of PySide6 6.12.0 that ends it after some thousand signals."""

from __future__ import annotations

import ctypes
import sys

_MANY = 1 << (40 if sys.maxsize > 1 << 32 else 28)


def protect() -> None:
    """Give None, True and False so many references that they cannot be used up.

    WORKAROUND: PySide6 6.12.0 gives back a reference to True with each `Signal.emit`, and one to
    None with each `QModelIndex.data` that has nothing, without having taken it. Python 3.11 counts
    these references, and ends with "deallocating True or False" when none is left: in an hour of
    rendering. From Python 3.12 on they are not counted.
    """
    if sys.version_info >= (3, 12) or sys.implementation.name != "cpython":
        return
    for value in (None, True, False):
        if sys.getrefcount(value) < _MANY:
            # The count is the first field of each object.
            ctypes.c_ssize_t.from_address(id(value)).value += _MANY
