"""Streaks of tape and dust of film, counted in a sample."""

from __future__ import annotations

import numpy as np

from engine.jobs.choices import Repair
from engine.video.facts import Finding
from engine.video.probing.faults.sample import Plane, Sample
from engine.video.spots import DUST, STREAKS, Mask, Spots, find_spots

_LEAST_PICTURES = 3
"""Pictures with spots: a flash or a blinking lamp is in one or two."""
_LEAST_SHARES = {Repair.DROPOUTS: 0.04, Repair.DUST: 0.15}
"""Of the pictures that have spots. Round ones are nothing unusual where small things fly past."""
_LEAST_SEEN = 12
"""Pictures from which anything follows."""
_MOST_AREA = 0.01
"""Share of a picture that spots cover; what covers more is something else."""
_LEAST_EVERYWHERE = 0.5
"""Share of the spots' rows, in tenths of the height, that are different ones."""


def find_dropouts(sample: Sample, *, in_fields: bool) -> Finding:
    """Return how many streaks there are; parameter per_picture."""
    return _found(Repair.DROPOUTS, sample, STREAKS, in_fields=in_fields, is_harmless=True)


def find_dust(sample: Sample) -> Finding:
    """Return how many spots there are; parameter per_picture.

    Small things that fly past look the same, so the repair is offered only.
    """
    return _found(Repair.DUST, sample, DUST, in_fields=False, is_harmless=False)


def _found(
    repair: Repair, sample: Sample, kind: Spots, *, in_fields: bool, is_harmless: bool
) -> Finding:
    stretches = sample.lumas(in_fields=in_fields)
    masks = [mask for stretch in stretches for mask in _masks(stretch, kind)]
    counts = [0 if mask is None else _count(mask) for mask in masks]
    spotted = sum(count > 0 for count in counts)
    least = max(_LEAST_PICTURES, _LEAST_SHARES[repair] * len(masks))
    is_told = len(masks) >= _LEAST_SEEN and spotted >= least
    is_found = is_told and _is_everywhere([m for m in masks if m is not None])
    return Finding(
        repair=repair,
        confidence=round(min(1.0, 0.5 + spotted / (8 * least)), 2) if is_found else 0.0,
        is_automatic=is_found and is_harmless,
        parameters=(("per_picture", round(sum(counts) / max(1, len(counts)), 2)),),
    )


def _masks(pictures: list[Plane], kind: Spots) -> list[Mask | None]:
    triples = zip(pictures, pictures[1:], pictures[2:], strict=False)
    masks = (find_spots(*triple, kind, is_proof=True) for triple in triples)
    return [None if m is None or m.mean() > _MOST_AREA else m for m in masks]


def _count(mask: Mask) -> int:
    """Return about how many spots there are: rows of blocks with spots, one after the other."""
    rows = np.flatnonzero(mask.any(axis=1))
    return 0 if not len(rows) else 1 + int(np.count_nonzero(np.diff(rows) > 2))


def _is_everywhere(masks: list[Mask]) -> bool:
    """Tell whether spots are in many places, not where something blinks."""
    places = [int(10 * np.flatnonzero(m.any(axis=1)).mean() / len(m)) for m in masks]
    return len(set(places)) >= min(4, _LEAST_EVERYWHERE * len(places))
