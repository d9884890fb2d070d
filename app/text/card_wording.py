"""What is said about the graphics card of this computer, and about PyTorch's build for it."""

from __future__ import annotations

from app.text.language import translate
from app.text.messages import size_text
from engine.installation.runtimes import CardReport


def card_sentence(report: CardReport) -> str:
    """Say which card there is, whether it is used, and what it needs."""
    if not report.cards:
        return translate(
            "card",
            "No graphics card was found that Homereel can use. It works with the processor; a card"
            " of NVIDIA's would be many times faster.",
        )
    if report.unused is None:
        text = translate("card", "The graphics card is used: {card}.")
        return text.format(card=report.cards[0].name)
    card = report.unused.name
    if report.runtime is None:
        text = translate(
            "card",
            "The graphics card {card} is not used: there is no build of PyTorch for it to fetch in"
            " this version. Where Homereel was installed with Python, install the one that is named"
            " at pytorch.org/get-started/locally.",
        )
        return text.format(card=card)
    if report.active == report.runtime.name:
        text = translate("card", "The graphics card {card} is used when you open Homereel again.")
        return text.format(card=card)
    if report.is_driver_too_old:
        text = translate(
            "card",
            "The graphics card {card} could be used, but its driver is too old: it has to be"
            " {version} or newer.",
        )
        return text.format(card=card, version=report.runtime.least_driver)
    text = translate(
        "card",
        "The graphics card {card} is not used yet, and would be many times faster than the"
        " processor.",
    )
    return text.format(card=card)


def fetching_sentence(report: CardReport) -> str:
    """Say what is fetched, and what happens with it; empty where nothing can be."""
    if not can_fetch(report) or report.runtime is None:
        return ""
    text = translate(
        "card",
        "For that it needs PyTorch's build “{runtime}”. It is fetched from where PyTorch and the"
        " maker of the card publish it, under the maker's terms, and takes about {room} on the disk"
        " meanwhile. It is used only if it computes correctly here; otherwise all stays as it is.",
    )
    return text.format(runtime=report.runtime.name, room=size_text(report.runtime.room_bytes))


def fetch_label(report: CardReport) -> str:
    """Say on the button what will be fetched, and how much."""
    if report.runtime is None:
        return ""
    text = translate("card", "Go on fetching ({size})") if report.arrived_bytes else ""
    text = text or translate("card", "Fetch it ({size})")
    return text.format(size=size_text(report.runtime.size_bytes - report.arrived_bytes))


def can_fetch(report: CardReport) -> bool:
    """Whether there is a build for a card that is not used, and it is not there yet."""
    return (
        report.unused is not None
        and report.runtime is not None
        and report.active != report.runtime.name
        and not report.is_driver_too_old
    )
