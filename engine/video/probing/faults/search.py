"""The search for faults of tapes and films in a sample of a source."""

from __future__ import annotations

from fractions import Fraction

from engine.video.colour import Colour
from engine.video.facts import Finding, Scan
from engine.video.probing.faults.chroma import find_chroma
from engine.video.probing.faults.flicker import find_flicker
from engine.video.probing.faults.halo import find_halo
from engine.video.probing.faults.jitter import find_jitter
from engine.video.probing.faults.levels import find_levels
from engine.video.probing.faults.rainbow import find_rainbow
from engine.video.probing.faults.repeats import find_repeats
from engine.video.probing.faults.sample import Sample
from engine.video.probing.faults.shake import find_shake
from engine.video.probing.faults.spots import find_dropouts_and_dust
from engine.video.probing.faults.switching import find_switching

_LEAST_SIDE = 96
"""Of a picture in which faults are looked for, in pixels; smaller ones come from no tape."""
_MOST_SIDE = 2200
"""Scans of film have up to 2048; beyond that are cameras, and much to look at."""


def find_faults(
    sample: Sample, scan: Scan, colour: Colour, rate: Fraction | None
) -> tuple[Finding, ...]:
    """Return what the pictures of ``sample`` tell about each fault.

    Args:
        sample: of a source.
        scan: how its pictures were taken.
        colour: its colours.
        rate: pictures a second, where that is known.
    """
    first = next((stretch[0] for stretch in sample.stretches if stretch), None)
    sides = (0,) if first is None else first.luma.shape
    if min(sides) < _LEAST_SIDE or max(sides) > _MOST_SIDE:
        return ()
    in_fields = scan is not Scan.PROGRESSIVE
    return (
        find_switching(sample, in_fields=in_fields),
        find_rainbow(sample),
        *find_dropouts_and_dust(sample, in_fields=in_fields),
        find_chroma(sample, in_fields=in_fields),
        find_jitter(sample, in_fields=in_fields),
        find_halo(sample),
        find_flicker(sample, black=0 if colour.is_full_range else 16),
        find_repeats(sample, scan),
        find_levels(sample, colour),
        find_shake(sample, float(rate) if rate else None),
    )
