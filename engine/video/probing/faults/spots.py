"""Streaks of tape and dust of film, counted in a sample."""

from __future__ import annotations

import numpy as np

from engine.jobs.choices import Repair
from engine.video.facts import Finding
from engine.video.probing.faults.sample import Sample
from engine.video.spots import DUST, STREAKS, Mask, Spots, SpotSearch

_LEAST_PICTURES = 3
"""Pictures with spots: a flash or a blinking lamp is in one or two."""
_LEAST_SHARES = {Repair.DROPOUTS: 0.04, Repair.DUST: 0.15}
"""Of the pictures that have spots. Round ones are nothing unusual where small things fly past."""
_SURE_SHARE = 0.15
"""The same for streaks that are filled unasked: fewer are also what film and quick motion have."""
_LEAST_SEEN = 12
"""Pictures from which anything follows."""
_MOST_AREA = 0.01
"""Share of a picture that spots cover; what covers more is something else."""
_LEAST_EVERYWHERE = 0.5
"""Share of the spots' rows, in tenths of the height, that are different ones."""


def find_dropouts_and_dust(sample: Sample, *, in_fields: bool) -> tuple[Finding, Finding]:
    """Return how many streaks there are, and how many round spots; parameter per_picture of each.

    Small things that fly past look like dust, so that its repair is offered only.
    """
    if in_fields:
        (streaks,), (dust,) = _masks(sample, STREAKS, in_fields=True), _masks(sample, DUST)
    else:
        streaks, dust = _masks(sample, STREAKS, DUST)
    return (
        _found(Repair.DROPOUTS, streaks, is_harmless=True),
        _found(Repair.DUST, dust, is_harmless=False),
    )


def _found(repair: Repair, masks: list[Mask | None], *, is_harmless: bool) -> Finding:
    counts = [0 if mask is None else _count(mask) for mask in masks]
    spotted = sum(count > 0 for count in counts)
    least = max(_LEAST_PICTURES, _LEAST_SHARES[repair] * len(masks))
    is_told = len(masks) >= _LEAST_SEEN and spotted >= least
    is_found = is_told and _is_everywhere([m for m in masks if m is not None])
    return Finding(
        repair=repair,
        confidence=round(min(1.0, 0.5 + spotted / (8 * least)), 2) if is_found else 0.0,
        is_automatic=is_found and is_harmless and spotted >= _SURE_SHARE * len(masks),
        parameters=(("per_picture", round(sum(counts) / max(1, len(counts)), 2)),),
    )


def _masks(sample: Sample, *kinds: Spots, in_fields: bool = False) -> list[list[Mask | None]]:
    """Return where pictures have spots, for each kind of them."""
    found: list[list[Mask | None]] = [[] for _ in kinds]
    for pictures in sample.lumas(in_fields=in_fields):
        for triple in zip(pictures, pictures[1:], pictures[2:], strict=False):
            search = SpotSearch(*triple)
            for kind, masks in zip(kinds, found, strict=True):
                mask = search.find(kind, is_proof=True)
                masks.append(None if mask is None or mask.mean() > _MOST_AREA else mask)
    return found


def _count(mask: Mask) -> int:
    """Return about how many spots there are: rows of blocks with spots, one after the other."""
    rows = np.flatnonzero(mask.any(axis=1))
    return 0 if not len(rows) else 1 + int(np.count_nonzero(np.diff(rows) > 2))


def _is_everywhere(masks: list[Mask]) -> bool:
    """Tell whether spots are in many places, not where something blinks."""
    places = [int(10 * np.flatnonzero(m.any(axis=1)).mean() / len(m)) for m in masks]
    return len(set(places)) >= min(4, _LEAST_EVERYWHERE * len(places))
