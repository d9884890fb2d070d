"""How stored numbers stand for colours, by the code points of ISO/IEC 23091-2."""

from __future__ import annotations

from dataclasses import dataclass

BT709 = 1
"""Matrix, primaries and transfer of BT.709."""
SMPTE170M = 6
"""Matrix, primaries and transfer of BT.601 with 525 lines."""
_MOST_SD_LINES = 576


@dataclass(frozen=True, kw_only=True)
class Colour:
    """Code points of one source.

    ``is_tagged`` is False where the file does not name the matrix and it was inferred.
    """

    matrix: int
    is_full_range: bool
    primaries: int
    transfer: int
    is_tagged: bool


def matrix_for(height: int) -> int:
    """Return the matrix of a picture of ``height`` lines whose colour is not tagged."""
    return BT709 if height > _MOST_SD_LINES else SMPTE170M
