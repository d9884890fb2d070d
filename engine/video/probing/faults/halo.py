"""A second contour left and right of edges, from the sharpening of a recorder.

The usual edge of a film is the median over many single edges, each from dark 0 to bright 1. Where
it falls below 0 before it rises, and rises above 1, it was sharpened. A soft edge shows no second
contour, but fine detail then tells: there is more of it along lines than along columns. The
filter that takes both back best tells by how much and how wide.
"""

from __future__ import annotations

import math

import numpy as np
from numpy.typing import NDArray

from engine.jobs.choices import Repair
from engine.video.facts import Finding
from engine.video.probing.faults.fine_detail import FineDetail, fine_detail
from engine.video.probing.faults.sample import Numbers, Plane, Sample

Profile = NDArray[np.float64]

_PICTURES = 8
_LINES_SKIPPED = 2
_REACH = 18
"""Pixels on each side of an edge that are looked at."""
_PLATEAU = 8
"""Of them, those farthest away tell how dark and bright it is there."""
_LEAST_HEIGHT = 40.0
"""Levels between both sides of an edge."""
_MOST_UNREST = 0.2
"""Deviation within a side far from the edge, as a share of its height."""
_MOST_EXCURSION = 0.8
"""Share of the height beyond which there is a thin line, not an edge."""
_CORE, _SOFT = 2, 5
"""Pixels over which a slope is measured, and over which an edge may be soft."""
_LEAST_EDGES = 150
_MOST_EDGES_OF_PICTURE = 600
_STEEPEST = 0.3
"""Share of the edges that count: sharpening hardly shows at soft ones."""
_LEAST_OVERSHOOT, _LEAST_SIDE = 0.07, 0.012
"""Mean of both sides of an edge, and on each, as a share of its height."""
_CUT_OFF_OVERSHOOT = 0.11
"""That on one side, where black or white cuts the other off."""
_WEAK_OVERSHOOT, _LEAST_BROAD = 0.038, 0.016
"""A weaker second contour counts where it is as wide as a recorder's, and so strong there."""
_LEAST_ALONG = 0.065
"""Sum of a weak overshoot, and of how much broader it is than along columns.

A recorder does not sharpen along those.
"""
_LEAST_TIMES = 1.4
"""What is about as broad along columns lies in the things themselves."""
_BROAD = 4
"""Pixels over which such a contour is above its plateau on the mean."""
_NEAREST, _FARTHEST = 2, 4
"""Pixels from the edge at which it begins."""
_LEAST_LINES, _MOST_LINES = 200, 800
"""Of a picture of a recorder; codecs ring in smaller ones, and phones sharpen larger ones."""
_WIDTHS = range(1, 9)
_GAINS = np.arange(0.1, 2.25, 0.1)
_COST_OF_GAIN, _COST_OF_DECIBEL = 0.002, 0.005
"""So that of two filters that do as well the weaker one is taken, or what suits fine detail."""
_LEAST_RISE_DB, _MOST_RISE_DB = 2.7, 6.0
"""Excess of fine detail along lines that tells of sharpening.

Without it some 30 clips have up to 2.4 dB; letters, of which most strokes are upright, 7 to 9.
"""
_LEAST_SOFT_OVERSHOOT = 0.005
"""Overshoot of soft edges where fine detail tells."""
_LEAST_GAIN = 0.6
"""Share of the second contour that the filter has to take away."""
TAPS = 4
"""Samples on each side with which sharpening is taken back."""


def unsharpening(gain: float) -> list[float]:
    """Return the weights of samples at whole widths from one, which take sharpening back.

    Sharpening adds ``gain`` times the difference from the mean of both samples a width away. Its
    inverse is an exponential: the weight of the sample itself comes first.
    """
    root = math.sqrt((1 + gain) ** 2 - gain**2)
    ratio = (1 + gain - root) / gain
    weights = [ratio**number / root for number in range(TAPS + 1)]
    total = weights[0] + 2 * sum(weights[1:])
    return [weight / total for weight in weights]


def find_halo(sample: Sample) -> Finding:
    """Return how strongly edges were sharpened.

    Parameters are overshoot, as a share of an edge's height, and the gain and width in pixels of
    the sharpening.
    """
    nothing = Finding(repair=Repair.HALO, confidence=0.0, is_automatic=False)
    if not _LEAST_LINES <= sample.lines <= _MOST_LINES:
        return nothing
    lumas = [picture.luma for picture in sample.spread(_PICTURES)]
    usual = _usual_edge(lumas)
    if usual is None:
        return nothing
    sides = usual.max() - 1, -usual.min()
    overshoot = float(sum(sides)) / 2
    is_told = min(sides) >= _LEAST_SIDE or max(sides) >= _CUT_OFF_OVERSHOOT
    is_strong = overshoot >= _LEAST_OVERSHOOT and is_told
    detail = fine_detail(lumas)
    is_fine = detail is not None and _LEAST_RISE_DB <= detail.rise_db <= _MOST_RISE_DB
    is_soft = is_fine and overshoot >= _LEAST_SOFT_OVERSHOOT
    if not (is_strong or is_soft or _is_broad(usual, lumas, overshoot)):
        return nothing
    gain, width = _sharpening(usual, detail)
    left = unsharpened(usual, gain, width)
    if not is_soft and left.max() - 1 - left.min() > (1 - _LEAST_GAIN) * sum(sides):
        return nothing
    return Finding(
        repair=Repair.HALO,
        confidence=round(min(1.0, max(0.5, 0.5 * overshoot / _LEAST_OVERSHOOT)), 2),
        is_automatic=False,
        parameters=(
            ("overshoot", round(float(overshoot), 3)),
            ("gain", round(gain, 2)),
            ("width", float(width)),
        ),
    )


def unsharpened(line: Profile, gain: float, width: int) -> Profile:
    """Return a line of samples without sharpening; what lies beyond its ends goes on."""
    weights = unsharpening(gain)
    padded = np.pad(line, TAPS * width, mode="edge")
    length = len(line)
    taken: Profile = weights[0] * line
    for number, weight in enumerate(weights[1:], 1):
        for start in ((TAPS - number) * width, (TAPS + number) * width):
            taken = taken + weight * padded[start : start + length]
    return taken


def _usual_edge(lumas: list[Plane]) -> Profile | None:
    """Return the median of the steepest edges along lines; None where there are too few."""
    found = [_edges(luma) for luma in lumas]
    edges = np.concatenate(found) if found else np.zeros((0, 1))
    if len(edges) < _LEAST_EDGES:
        return None
    steepness = np.abs(edges[:, _REACH + 1] - edges[:, _REACH - 1])
    steepest = steepness >= np.quantile(steepness, 1 - _STEEPEST)
    usual: Profile = np.median(edges[steepest], axis=0)
    return usual


def _sharpening(usual: Profile, detail: FineDetail | None) -> tuple[float, int]:
    """Return gain and width of the sharpening that the usual edge and fine detail tell of."""

    def cost(gain: float, width: int) -> float:
        off = 0.0 if detail is None else detail.distance_db(gain, width)
        left = _distance(unsharpened(usual, gain, width))
        return left + _COST_OF_GAIN * gain + _COST_OF_DECIBEL * off

    tried = [(cost(gain, width), gain, width) for gain in _GAINS.tolist() for width in _WIDTHS]
    _, gain, width = min(tried)
    return gain, width


def _is_broad(usual: Profile, lumas: list[Plane], overshoot: float) -> bool:
    """Tell whether a weak second contour is a recorder's: wide, and along lines only."""
    broad = _broad_overshoot(usual)
    if overshoot < _WEAK_OVERSHOOT or broad < _LEAST_BROAD:
        return False
    across = _usual_edge([luma.T for luma in lumas])
    elsewhere = 0.0 if across is None else _broad_overshoot(across)
    is_along = broad >= _LEAST_TIMES * elsewhere
    return is_along and overshoot + broad - elsewhere >= _LEAST_ALONG


def _broad_overshoot(profile: Profile) -> float:
    """Return how far a profile is beyond its plateaus, where that is most, on the mean.

    A lens leaves an edge short of them there, and the ringing of a codec is finer.
    """
    dark, bright = profile[:_REACH][::-1], profile[_REACH:] - 1
    places = [slice(n, n + _BROAD) for n in range(_NEAREST, _FARTHEST + 1)]
    return max(float(bright[place].mean() - dark[place].mean()) for place in places) / 2


def _distance(profile: Profile) -> float:
    """Return how far a profile is from its plateaus on the mean.

    Beyond a plateau every sample counts; short of it only those well past the edge, which may be
    soft.
    """
    dark, bright = profile[:_REACH][::-1], 1 - profile[_REACH:]
    return sum(
        float(np.maximum(-side, 0).mean() + np.maximum(side[_SOFT:], 0).mean())
        for side in (dark, bright)
    )


def _edges(luma: Plane) -> Profile:
    """Return single edges between calm sides: ``(n, 2 * reach)``, from 0 to 1."""
    lines = luma[::_LINES_SKIPPED].astype(np.float32)
    if lines.shape[1] <= 4 * _REACH:
        return np.zeros((0, 2 * _REACH))
    slope = lines[:, _CORE:] - lines[:, :-_CORE]
    steep = np.abs(slope)
    inner = steep[:, _REACH:-_REACH]
    is_edge = inner >= _LEAST_HEIGHT / 2
    for distance in range(1, 2 * _CORE + 1):
        is_edge &= inner >= steep[:, _REACH - distance : -_REACH - distance]
        is_edge &= inner > steep[:, _REACH + distance : steep.shape[1] - _REACH + distance]
    rows, columns = np.nonzero(is_edge)
    some = np.linspace(0, len(rows) - 1, min(len(rows), _MOST_EDGES_OF_PICTURE)).astype(int)
    middles = columns[some] + _REACH + _CORE // 2
    cut = lines[rows[some, None], middles[:, None] + np.arange(-_REACH, _REACH)]
    return _normalised(cut)


def _normalised(cut: Numbers) -> Profile:
    sides = cut[:, :_PLATEAU], cut[:, -_PLATEAU:]
    first, second = (side.mean(axis=1, keepdims=True) for side in sides)
    height = second - first
    unrest = np.maximum(*(side.std(axis=1) for side in sides))
    tall = np.abs(height[:, 0])
    is_single = (tall >= _LEAST_HEIGHT) & (unrest <= _MOST_UNREST * tall)
    profiles: Profile = ((cut - first)[is_single] / height[is_single]).astype(np.float64)
    is_edge = (profiles.min(axis=1) > -_MOST_EXCURSION) & (
        profiles.max(axis=1) < 1 + _MOST_EXCURSION
    )
    edges: Profile = profiles[is_edge]
    return edges
