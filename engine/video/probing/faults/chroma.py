"""Colours that lie beside the things they belong to, as copies of tapes have them.

Where brightness has an edge, colour mostly has one, too. In small blocks the slopes of colour are
compared with those of luma at all displacements, and so are they in both directions; where the
picture as a whole fits best is where the colours should be.
"""

from __future__ import annotations

import math

import numpy as np
from numpy.typing import NDArray

from engine.jobs.choices import Repair
from engine.video.facts import Finding
from engine.video.probing.faults.sample import Numbers, Plane, Sample, Sampled

_PICTURES = 8
_BLOCK = 16
"""Side of a block in colour samples."""
_REACH_PIXELS = 12
"""Displacements looked at, in pixels of the picture."""
_LEAST_PIXELS = 0.78
"""Displacement that counts: cameras and codecs are up to three quarters of a pixel off."""
_NEGLIGIBLE_PIXELS = 0.45
"""In one direction, where colours are displaced in the other: no more than cameras are off."""
_USUAL_RIGHT = 0.2
"""Samples of colour lie in the middle of two pixels or on the left one, as norms differ."""
_LEAST_SLOPE = 0.25
"""Mean colour slope of a block with an edge, in levels per sample."""
_LEAST_BLOCKS = 16
_MOST_BLOCKS = 100
_LEAST_PICTURES = 3
_SURE_PIXELS, _MOST_SURE_PIXELS, _MOST_SURE_LINES = 2.0, 10.0, 4.0
"""What is put right without being asked for.

Below two pixels, cameras and codecs differ, too; copies of tapes come to ten and to some lines.
"""
_SURE_FIT, _SURE_GAIN, _SURE_PEAK = 0.2, 1.06, 1.35
"""Of the fit there, and how many times better it is than in place and than at most places."""
_MOST_SCATTER, _MOST_RELATIVE_SCATTER = 0.3, 0.12
"""Usual difference between pictures and all of them: in pixels, and as a share of the whole."""
_WORTHLESS_SCATTER = 2.0
_LEAST_FIT = 0.15
"""Share of the colours' slopes that luma's slopes explain at the best displacement."""
_LEAST_LINES = 200
"""Of a picture that can come from a tape; codecs leave little of the colours of smaller ones."""


def find_chroma(sample: Sample, *, in_fields: bool) -> Finding:
    """Return how far colours lie to the right and too low, in pixels: parameters right, down."""
    nothing = Finding(repair=Repair.CHROMA, confidence=0.0, is_automatic=False)
    if sample.lines < _LEAST_LINES:
        return nothing
    pictures = [picture for picture in sample.spread(_PICTURES) if len(picture.colours) == 2]
    measures = [
        _Measure(_field(picture, number % 2) if in_fields else picture)
        for number, picture in enumerate(pictures)
    ]
    telling = [measure for measure in measures if measure.weight >= _LEAST_BLOCKS]
    if len(telling) < min(_LEAST_PICTURES, max(1, len(pictures))):
        return nothing
    place = _best_place(telling)
    scale = telling[0].pixels_per_sample * ((1, 2) if in_fields else (1, 1))
    alone = np.array([_best_place([measure]) for measure in telling]) * scale
    moved, scatter = place * scale, np.median(np.abs(alone - place * scale), axis=0)
    is_steady = scatter <= _MOST_SCATTER + _MOST_RELATIVE_SCATTER * np.abs(moved)
    moved[~is_steady | (np.abs(moved) < _NEGLIGIBLE_PIXELS)] = 0.0
    usual = _USUAL_RIGHT if is_steady[0] and scale[0] > 1 else 0.0
    is_displaced = np.abs(moved - (usual, 0)).max() >= _LEAST_PIXELS
    fit = _fit(telling, moved / scale)
    is_found = is_displaced and fit >= _LEAST_FIT
    right, down = np.abs(moved)
    is_usual = _SURE_PIXELS <= right <= _MOST_SURE_PIXELS and down <= _MOST_SURE_LINES
    in_place = _fit(telling, np.zeros(2))
    is_better = fit >= max(_SURE_FIT, _SURE_GAIN * in_place)
    is_peak = _peak_height(telling, place) >= _SURE_PEAK
    certainty = 1 - float(scatter[is_steady].max(initial=0.0)) / _WORTHLESS_SCATTER
    return Finding(
        repair=Repair.CHROMA,
        confidence=round(max(0.5, certainty), 2) if is_found else 0.0,
        is_automatic=bool(is_found and is_usual and is_better and is_peak),
        parameters=(("right", round(float(moved[0]), 1)), ("down", round(float(moved[1]), 1))),
    )


class _Measure:
    """The blocks of one picture with edges of colour, and what of them luma explains.

    Displacements are (x, y) in colour samples.
    """

    def __init__(self, picture: Sampled) -> None:
        colours = [_smooth(plane.astype(np.float32)) for plane in picture.colours]
        height, width = colours[0].shape
        across = max(1, round(picture.luma.shape[1] / width))
        down = max(1, round(picture.luma.shape[0] / height))
        luma = _smooth(_reduced(picture.luma, across, down, colours[0].shape))
        self.pixels_per_sample = np.array([across, down], np.float64)
        self.reach = np.ceil(_REACH_PIXELS / self.pixels_per_sample).astype(int)
        self._blocks = [self._cut(luma, colours, axis) for axis in (1, 0)]
        self.weight = min(len(weights) for _, _, weights in self._blocks)

    def _cut(
        self, luma: Numbers, colours: list[Numbers], axis: int
    ) -> tuple[Numbers, Numbers, Numbers]:
        """Return slopes along an axis: of luma, of colours with what is around, and weights."""
        luma, *colours = (_slopes(plane, axis) for plane in (luma, *colours))
        reach_x, reach_y = self.reach
        inner = np.s_[reach_y : luma.shape[0] - reach_y, reach_x : luma.shape[1] - reach_x]
        energy = _block_means(np.square(np.stack(colours)).sum(axis=0)[inner])
        strongest = np.argsort(energy, axis=None)[::-1][:_MOST_BLOCKS]
        lumas, wide, weights = [], [], []
        for row, column in zip(*np.unravel_index(strongest, energy.shape), strict=True):
            if energy[row, column] < _LEAST_SLOPE**2:
                break
            y, x = row * _BLOCK, column * _BLOCK
            high, broad = _BLOCK + 2 * reach_y, _BLOCK + 2 * reach_x
            for plane in colours:
                lumas.append(luma[inner][y : y + _BLOCK, x : x + _BLOCK])
                wide.append(plane[y : y + high, x : x + broad])
                # A few strong edges are not to decide alone.
                weights.append(math.sqrt(energy[row, column]))
        if not weights:
            nothing = np.zeros((0, 1, 1), np.float32)
            return nothing, nothing, np.zeros(0, np.float32)
        return np.stack(lumas), np.stack(wide), np.array(weights, np.float32)

    def scores(self, axis: int, x: int, y: int) -> tuple[float, float]:
        """Return how much of the colours' slopes along ``axis`` luma explains, and the weight."""
        luma, wide, weights = self._blocks[0 if axis == 1 else 1]
        reach_x, reach_y = self.reach
        top, left = reach_y + y, reach_x + x
        colour = wide[:, top : top + _BLOCK, left : left + _BLOCK]
        shared = np.einsum("nij,nij->n", luma, colour)
        power = np.einsum("nij,nij->n", luma, luma) * np.einsum("nij,nij->n", colour, colour)
        explained = np.square(shared) / np.maximum(power, 1.0)
        return float((weights * explained).sum()), float(weights.sum())


def _fit(measures: list[_Measure], place: NDArray[np.float64]) -> float:
    x, y = (round(value) for value in place)
    found = np.sum([m.scores(axis, x, y) for m in measures for axis in (0, 1)], axis=0)
    return float(found[0] / max(found[1], 1e-6))


def _best_place(measures: list[_Measure]) -> NDArray[np.float64]:
    """Return the displacement in colour samples at which luma explains most."""
    reach_x, reach_y = measures[0].reach
    x, y = 0.0, 0.0
    for _ in range(2):
        x = _peak(_across(measures, round(y))) - reach_x
        column = round(x)
        curve = [_total(measures, 0, column, lag) for lag in range(-reach_y, reach_y + 1)]
        y = _peak(curve) - reach_y
    return np.array([x, y])


def _across(measures: list[_Measure], row: int) -> list[float]:
    """Return how much luma explains at all displacements along rows."""
    reach = int(measures[0].reach[0])
    return [_total(measures, 1, lag, row) for lag in range(-reach, reach + 1)]


def _peak_height(measures: list[_Measure], place: NDArray[np.float64]) -> float:
    """Return how many times more luma explains at the best displacement than at most others."""
    curve = _across(measures, round(place[1]))
    return max(curve) / max(float(np.median(curve)), 1e-6)


def _total(measures: list[_Measure], axis: int, x: int, y: int) -> float:
    return sum(measure.scores(axis, x, y)[0] for measure in measures)


def _peak(curve: list[float]) -> float:
    """Return where the parabola through the highest value and its neighbours has its top."""
    top = int(np.argmax(curve))
    if not 0 < top < len(curve) - 1:
        return float(top)
    before, here, after = curve[top - 1 : top + 2]
    bend = before - 2 * here + after
    return top + (0.5 * (before - after) / bend if bend else 0.0)


def _field(picture: Sampled, number: int) -> Sampled:
    return Sampled(picture.luma[number::2], tuple(plane[number::2] for plane in picture.colours))


def _reduced(luma: Plane, across: int, down: int, shape: tuple[int, ...]) -> Numbers:
    """Return luma at the resolution of the colours."""
    height, width = shape
    padding = (0, height * down - luma.shape[0]), (0, width * across - luma.shape[1])
    padded = np.pad(luma, np.maximum(padding, 0), mode="edge")[: height * down, : width * across]
    reduced: Numbers = padded.reshape(height, down, width, across).mean(
        axis=(1, 3), dtype=np.float32
    )
    return reduced


def _smooth(plane: Numbers) -> Numbers:
    """Blur along rows, as recorders do with colours, and a little along columns."""
    for turned in (plane, plane, plane.T):
        turned[:, 1:-1] = 0.25 * turned[:, :-2] + 0.5 * turned[:, 1:-1] + 0.25 * turned[:, 2:]
    return plane


def _slopes(plane: Numbers, axis: int) -> Numbers:
    slopes = np.zeros_like(plane)
    along, of = (slopes, plane) if axis == 1 else (slopes.T, plane.T)
    along[:, 1:-1] = 0.5 * (of[:, 2:] - of[:, :-2])
    return slopes


def _block_means(plane: Numbers) -> Numbers:
    rows, columns = (max(0, side) // _BLOCK for side in plane.shape)
    whole = plane[: rows * _BLOCK, : columns * _BLOCK]
    means: Numbers = whole.reshape(rows, _BLOCK, columns, _BLOCK).mean(axis=(1, 3))
    return means
