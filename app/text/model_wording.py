"""What a person who chooses a model reads about it, in the window and on the command line."""

from __future__ import annotations

from app.text.language import decimal, translate
from app.text.messages import size_text
from engine.estimating.model_costs import ModelState

_AS_QUICK = 1.3
"""Costs that differ by less are called the same."""


def cost_text(state: ModelState) -> str:
    """What a model costs relative to the bundled one, and how that is known."""
    if state.entry.is_bundled:
        return translate("Models", "What the other models are compared with")
    if state.cost is None:
        return translate("Models", "Unknown until it is measured")
    how = translate("Models", "estimated")
    if state.is_measured:
        how = translate("Models", "measured here")
    if 1 / _AS_QUICK < state.cost < _AS_QUICK:
        text = translate("Models", "About as long as the bundled model ({how})")
    elif state.cost < 1:
        text = translate("Models", "About 1/{times} of the time of the bundled model ({how})")
    else:
        text = translate("Models", "About {times} times as long as the bundled model ({how})")
    times = max(state.cost, 1 / state.cost)
    is_whole = times >= 3 or f"{times:.1f}".endswith(".0")
    return text.format(times=round(times) if is_whole else decimal(times), how=how)


def told(text: str) -> str:
    """What the catalogue says about a model; of a model of others, what its file says."""
    return translate("models", text) if text else ""


def state_text(state: ModelState) -> str:
    """Whether a model is there, in a few words for a list."""
    entry = state.entry
    if state.is_installed:
        if entry.is_bundled:
            return translate("Models", "comes with Homereel")
        text = translate("Models", "added by you") if entry.is_added else ""
        return text or translate("Models", "installed")
    size = size_text(entry.size_bytes)
    if entry.url is None:
        return translate("Models", "to be imported, {size}").format(size=size)
    if state.arrived_bytes:
        arrived = size_text(state.arrived_bytes)
        text = translate("Models", "{arrived} of {size} fetched")
        return text.format(arrived=arrived, size=size)
    return translate("Models", "to be fetched, {size}").format(size=size)


def choice_text(state: ModelState) -> str:
    """The name of a model in the box where one is chosen."""
    if state.is_installed:
        return told(state.entry.title)
    text = translate("Models", "{title} (not here yet)")
    return text.format(title=told(state.entry.title))
