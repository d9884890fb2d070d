"""A fault of PySide that ends the program, and what keeps it from doing so."""

from __future__ import annotations

import ctypes
import sys

_MANY = 1 << 40


def keep_constants_alive() -> None:
    """Give `True`, `False` and `None` more references than the program can live to see used up.

    WORKAROUND: PySide 6.12.0 gives references to them away that it does not own; one to `True` with
    each ``emit`` of a signal. After some thousands, Python below 3.12 takes the constant for unused
    and ends the program ("deallocating True or False"). From 3.12 on they never die.
    """
    if sys.version_info < (3, 12):
        for constant in (True, False, None):
            ctypes.c_ssize_t.from_address(id(constant)).value += _MANY
