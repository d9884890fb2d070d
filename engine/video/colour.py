"""How stored numbers stand for colours, by the code points of ISO/IEC 23091-2."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

BT709 = 1
"""Matrix, primaries and transfer of BT.709."""
SMPTE170M = 6
"""Matrix, primaries and transfer of BT.601 with 525 lines."""
BT2020 = 9
"""Matrix (of non-constant luminance) and primaries of BT.2020 and BT.2100."""
PQ = 16
"""Transfer of HDR10: absolute luminance, SMPTE ST 2084."""
HLG = 18
"""Transfer of ARIB STD-B67, hybrid log-gamma."""
UNNAMED = 2
"""Primaries of a file that names none."""
_RGB = 0
_MOST_SD_LINES = 576
# Tapes that were digitised with the lines between their pictures: 720x608 of IMX, 625 lines of
# four times the colour carrier.
_MOST_SD_LINES_WITH_BLANKING = 626
_SD_WIDTHS = frozenset({704, 720, 768, 910, 928, 948, 1135})

# Transfers of the source that would look wrong under the tags of ordinary video. The others
# (BT.601 of either line count, BT.709) are one and the same curve.
_KEPT_TRANSFERS = frozenset({4, 5, 8, 13, PQ, HLG})


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

    @property
    def is_hdr(self) -> bool:
        """Tell whether the numbers stand for brightness beyond that of paper white."""
        return self.transfer in (PQ, HLG)

    @property
    def is_rgb(self) -> bool:
        """Tell whether the source stores RGB, so that no matrix is involved."""
        return self.matrix == _RGB


@dataclass(frozen=True, kw_only=True)
class HdrMetadata:
    """Static metadata of HDR video.

    ``primaries`` are x and y of red, green, blue and white; luminances in cd/m².

    Source: SMPTE ST 2086 and CTA-861.3.
    """

    primaries: tuple[Fraction, ...] | None = None
    luminance: tuple[Fraction, Fraction] | None = None
    """Darkest and brightest the mastering display could show."""
    light_level: tuple[int, int] | None = None
    """Brightest pixel, and brightest mean of a frame."""


def luma_weights(matrix: int) -> tuple[float, float, float]:
    """Return the shares of red, green and blue in luma; those of BT.601 for unusual matrices.

    Source: ISO/IEC 23091-2, MatrixCoefficients.
    """
    red, blue = {BT709: (0.2126, 0.0722), 7: (0.212, 0.087), BT2020: (0.2627, 0.0593)}.get(
        matrix, (0.299, 0.114)
    )
    return red, 1 - red - blue, blue


def written_colour(colour: Colour, height: int) -> Colour:
    """Return the colour of a finished YUV file of ``height`` lines made from ``colour``.

    Ordinary video gets the matrix and the transfer of its size, BT.2020 and HDR keep theirs.
    Primaries are not converted: those that the source names keep their name, and where it names
    none they are taken for those of the output's size.
    """
    usual = matrix_for(height)
    return Colour(
        matrix=BT2020 if colour.primaries == BT2020 or colour.is_hdr else usual,
        is_full_range=False,
        primaries=usual if colour.primaries == UNNAMED else colour.primaries,
        transfer=_written_transfer(colour, usual),
        is_tagged=True,
    )


def _written_transfer(colour: Colour, usual: int) -> int:
    if colour.transfer in _KEPT_TRANSFERS:
        return colour.transfer
    return colour.transfer if colour.primaries == BT2020 else usual


def matrix_for(height: int, width: int | None = None) -> int:
    """Return the matrix of a picture of ``height`` lines whose colour is not tagged.

    Args:
        height: in lines.
        width: stored pixels of a line of a source; None: of a picture that is written.
    """
    most = _MOST_SD_LINES_WITH_BLANKING if width in _SD_WIDTHS else _MOST_SD_LINES
    return BT709 if height > most else SMPTE170M
