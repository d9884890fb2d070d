"""Sizes: how large a picture is shown, how large it will be written, which part is kept.

Pure arithmetic; imports neither numpy nor av.
"""

from __future__ import annotations

from fractions import Fraction

from engine.jobs.choices import Crop, OutputSize, SizeByFactor, SizeByHeight, SizeExact

_SMALL_SIDE = 540
_PAL_LINES = 576
_FULL_HD_SIDE = 1080
_ULTRA_HD_SIDE = 2160

_NEAR = Fraction(51, 50)

_SHAPE_TOLERANCE = Fraction(1, 220)
_REACH = 18


def display_size(width: int, height: int, sample_aspect: Fraction) -> tuple[int, int]:
    """Return the size in square pixels: the lines are kept, the width is stretched."""
    return max(1, round(width * sample_aspect)), height


def sane_aspect(aspect: Fraction | None) -> Fraction:
    """Return the sample aspect that a file states, or 1 where it states none or nonsense."""
    is_sane = aspect is not None and Fraction(1, 4) <= aspect <= 4
    return aspect if aspect is not None and is_sane else Fraction(1)


def is_quarter_turn(rotation_degrees: int) -> bool:
    """Tell whether a turn by 0, 90, 180 or 270 degrees swaps width and height."""
    return rotation_degrees % 180 == 90


def is_inside(crop: Crop, width: int, height: int) -> bool:
    """Tell whether ``crop`` is a region of a picture of ``width`` x ``height`` stored pixels."""
    return (
        crop.x >= 0
        and crop.y >= 0
        and crop.width > 0
        and crop.height > 0
        and crop.x + crop.width <= width
        and crop.y + crop.height <= height
    )


def output_size(
    width: int, height: int, sample_aspect: Fraction, size: OutputSize | None
) -> tuple[int, int]:
    """Choose the size of the finished file.

    Args:
        width: of the upright, cropped frames, in pixels.
        height: of the upright, cropped frames, in pixels.
        sample_aspect: width by height of one pixel of these frames.
        size: what was asked for; None: up to four times for small sources, twice for larger
            ones, never beyond 1080 (by 2 % at most) or 2160 lines (of the short side).

    Returns:
        Width and height in square pixels; both even, because 4:2:0 video needs that, and with
        the display aspect of the frames within half a percent (unless the size is exact).
    """
    if isinstance(size, SizeExact):
        return _nearest_even(size.width), _nearest_even(size.height)
    display_width = width * sample_aspect
    short_side = min(display_width, Fraction(height))
    if isinstance(size, SizeByFactor):
        wanted = short_side * size.factor
    elif isinstance(size, SizeByHeight):
        wanted = Fraction(size.short_side)
    else:
        wanted = _default_short_side(short_side)
    return _even_size(display_width / height, wanted)


def _default_short_side(short_side: Fraction) -> Fraction:
    if short_side <= _SMALL_SIDE:
        # A little beyond is better than scaling what the network made for the sake of 8 lines.
        is_near = 4 * short_side <= _NEAR * _FULL_HD_SIDE
        return 4 * short_side if is_near else Fraction(_FULL_HD_SIDE)
    if short_side <= _PAL_LINES:
        return Fraction(_FULL_HD_SIDE)
    if short_side <= _FULL_HD_SIDE:
        return min(2 * short_side, Fraction(_ULTRA_HD_SIDE))
    return short_side


def _even_size(aspect: Fraction, short_side: Fraction) -> tuple[int, int]:
    """Return the even size near ``short_side`` whose shape is close enough to ``aspect``.

    The nearest even short side nearly always is; only in tiny pictures does rounding the long
    side spoil the shape, and a neighbour is better.
    """
    near = _nearest_even(short_side)
    long_by_short = max(aspect, 1 / aspect)
    sides = [near + sign * step for step in range(0, _REACH, 2) for sign in (-1, 1)]
    sizes = [(_nearest_even(short * long_by_short), short) for short in sides if short >= 2]
    faults = [abs(Fraction(long, short) / long_by_short - 1) for long, short in sizes]
    good = (size for size, fault in zip(sizes, faults, strict=True) if fault <= _SHAPE_TOLERANCE)
    long, short = next(good, sizes[faults.index(min(faults))])
    return (long, short) if aspect >= 1 else (short, long)


def _nearest_even(value: Fraction | int) -> int:
    return max(2, 2 * round(Fraction(value) / 2))
