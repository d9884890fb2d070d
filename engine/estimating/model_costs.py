"""The models with what a person who chooses one wants to know: are they there, what do they cost.

Loads no torch.
"""

from __future__ import annotations

from dataclasses import dataclass

from engine.estimating import speeds
from engine.estimating.speeds import NetworkSpeed, Speeds
from engine.jobs.options import DEFAULT_MODEL
from engine.networks import catalogue
from engine.networks.catalogue import ModelEntry


@dataclass(frozen=True)
class ModelState:
    """A model as this computer has it."""

    entry: ModelEntry
    is_installed: bool
    arrived_bytes: int
    """Of the file; less than its size where a download was interrupted."""
    cost: float | None
    """Time of a frame relative to the bundled model; None where unknown."""
    is_measured: bool
    """Whether the cost was measured on this computer, not estimated from the network."""


def model_states() -> tuple[ModelState, ...]:
    """All models of the catalogue, which is read again; looks at their files."""
    catalogue.reload()
    measured = speeds.remembered()
    models = catalogue.load_catalogue()
    bundled = catalogue.find(DEFAULT_MODEL)
    return tuple(_state(model, bundled, measured) for model in models)


def _state(model: ModelEntry, bundled: ModelEntry, measured: Speeds) -> ModelState:
    cost, is_measured = _measured_cost(model.name, measured), True
    if cost is None:
        is_measured = False
        if model.macs_per_pixel and bundled.macs_per_pixel:
            cost = model.macs_per_pixel / bundled.macs_per_pixel
    return ModelState(
        model,
        catalogue.is_installed(model),
        catalogue.arrived_bytes(model),
        cost,
        is_measured,
    )


def _measured_cost(name: str, measured: Speeds) -> float | None:
    """Time of a pixel relative to the bundled model, both measured on the usual device."""
    one, bundled = (_latest(model, measured) for model in (name, DEFAULT_MODEL))
    if one is None or bundled is None:
        return None
    return one.seconds_per_frame / one.pixels / (bundled.seconds_per_frame / bundled.pixels)


def _latest(model: str, measured: Speeds) -> NetworkSpeed | None:
    """The last measurement of a model, with its largest end; the oldest come first."""
    known = [s for s in measured.networks if (s.model, s.device) == (model, "auto")]
    return max(reversed(known), key=lambda speed: speed.scale or 0, default=None)
