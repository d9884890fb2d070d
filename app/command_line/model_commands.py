"""``homereel models``: the list of models, and which of them are installed."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from app.command_line.console import ProgressLine, so_far
from app.command_line.ending import ExitStatus, cancelled_by_signals, fail
from app.command_line.report import model_list
from app.text import messages
from app.text.language import translate
from engine.estimating.model_costs import model_states
from engine.jobs.errors import Cancelled
from engine.networks import added, catalogue


def models(arguments: argparse.Namespace) -> int:
    """List, fetch, import, add or remove models; returns the exit status."""
    match arguments.action:
        case "fetch":
            return _fetch(arguments.name)
        case "import":
            model = catalogue.import_file(arguments.file)
            print(_installed(model, catalogue.weights_path(model)))
        case "add":
            return _add(arguments.file, arguments.name, arguments.licence)
        case "remove":
            size = messages.size_text(added.remove(catalogue.find(arguments.name)))
            text = translate("commands", "{size} freed; {model} is not installed any more.")
            print(text.format(size=size, model=messages.harmless(arguments.name)))
        case _:
            print(model_list(model_states()))
    return ExitStatus.DONE


def _add(file: Path, name: str | None, licence: str | None) -> int:
    if licence is None and sys.stdin.isatty():
        question = translate(
            "commands", "Under which licence does its author give it away? [unknown] "
        )
        licence = input(question).strip() or None
    model = added.add(file, name, licence)
    lines = (
        translate("commands", "{model} is installed."),
        translate("commands", "Licence: {licence}"),
        translate("commands", "Use it with “homereel restore --model {model} …”."),
    )
    licence = messages.harmless(model.licence)
    print("\n".join(lines).format(model=model.name, licence=licence))
    return ExitStatus.DONE


def _fetch(name: str) -> int:
    model = catalogue.find(name)
    line = ProgressLine(sys.stderr)

    def on_progress(done_bytes: int, total_bytes: int) -> None:
        line.show(done_bytes / total_bytes, so_far(done_bytes, total_bytes))

    try:
        with cancelled_by_signals() as cancel:
            path = catalogue.fetch(model, on_progress, cancel)
    except Cancelled:
        line.clear()
        text = translate("commands", "Cancelled; “homereel models fetch {name}” goes on from here.")
        return fail(text.format(name=name), ExitStatus.CANCELLED)
    finally:
        line.clear()
    print(_installed(model, path))
    return ExitStatus.DONE


def _installed(model: catalogue.ModelEntry, path: Path) -> str:
    text = translate("commands", "{model} is installed: {path}")
    return text.format(model=model.name, path=messages.harmless(str(path)))
