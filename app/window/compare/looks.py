"""Which looks of a moment are offered side by side: positions of the slider, or models."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from PySide6.QtCore import QCoreApplication

from app.text.model_wording import told
from app.window.options.slider import STEPS, position_of, threshold_at
from engine.jobs.options import Options
from engine.networks import catalogue
from engine.networks.catalogue import ModelEntry

MOST_LOOKS = 4
HALF = 0.5

translate = QCoreApplication.translate


@dataclass(frozen=True)
class Look:
    """A look that can be chosen."""

    title: str
    options: Options
    is_chosen: bool
    """It is the one that the clip has now."""


def slider_looks(options: Options, installed: Sequence[ModelEntry]) -> list[Look]:
    """Return a smooth, a usual, a detailed and a gentler look, or the one that the clip has now.

    For a model without that slider: how much noise it removes, where it is mixed with another one
    that is installed, else its full strength, half of it, and none.
    """
    entry = catalogue.find(options.model)
    if entry.mixes_with in {other.name for other in installed}:
        named = {
            translate("Looks", "Noise removed"): replace(options, denoise=None),
            translate("Looks", "Half of the noise"): replace(options, denoise=HALF),
            translate("Looks", "Noise kept"): replace(options, denoise=0.0),
        }
        return _with_chosen(named, options)
    if not entry.has_threshold:
        named = {
            translate("Looks", "Full strength"): replace(options, strength=1.0),
            translate("Looks", "Half strength"): replace(options, strength=HALF),
            translate("Looks", "Only enlarged"): replace(options, strength=0.0),
        }
        return _with_chosen(named, options)
    ends = catalogue.slider_range(options.model)
    usual = ends[0] if entry.default_threshold is None else entry.default_threshold
    # Half-way to the smooth end; the detailed end is nearer by.
    smooth, detailed = position_of(usual, ends) // 2, STEPS
    thresholds = {
        translate("Looks", "Smoother"): threshold_at(smooth, ends),
        translate("Looks", "As suits most videos"): None,
        translate("Looks", "More detail"): threshold_at(detailed, ends),
    }
    named = {title: replace(options, threshold=value) for title, value in thresholds.items()}
    looks = _with_chosen(named, options)
    if len(looks) < MOST_LOOKS:  # what helps where the network draws too much
        gentler = replace(options, strength=options.strength * HALF)
        looks.append(Look(translate("Looks", "Gentler, half of it"), gentler, is_chosen=False))
    return looks


def model_looks(options: Options, installed: Sequence[ModelEntry]) -> list[Look]:
    """Return the look of the clip's own model, then of others, each with its own threshold."""
    own = catalogue.find(options.model)
    others = [entry for entry in installed if entry.name != own.name][: MOST_LOOKS - 1]
    looks = {told(own.title): options}
    for entry in others:
        looks[told(entry.title)] = replace(
            options, model=entry.name, threshold=None, denoise=None, steady=False
        )
    return _with_chosen(looks, options)


def _with_chosen(named: dict[str, Options], options: Options) -> list[Look]:
    looks = [Look(title, look, look == options) for title, look in named.items()]
    if any(look.is_chosen for look in looks):
        return looks
    return [Look(translate("Looks", "As chosen now"), options, is_chosen=True), *looks]
