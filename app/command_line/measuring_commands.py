"""``homereel bench`` and ``homereel score``: measurements of this computer, and of pictures."""

# ruff: noqa: PLC0415 - torch takes seconds to load and may not be needed, nor be there
from __future__ import annotations

import argparse
import json
import sys
from dataclasses import asdict
from pathlib import Path

from app.command_line.console import ProgressLine
from app.command_line.ending import ExitStatus, cancelled_by_signals, fail
from app.command_line.report import bench_report
from app.command_line.score_report import score_report, scores_for_scripts
from app.text import messages
from app.text.language import translate
from engine.jobs.errors import Cancelled, EngineError
from engine.networks import catalogue


def bench(arguments: argparse.Namespace) -> int:
    """Measure the speed of models on this computer; returns the exit status."""
    from engine.estimating.bench import installed_models, measure

    reports = []
    line = ProgressLine(sys.stderr)
    models = [arguments.model] if arguments.model else installed_models()
    try:
        with cancelled_by_signals() as cancel:

            def on_step() -> None:
                if cancel.is_set():
                    raise Cancelled

            for done, model in enumerate(models):
                text = translate("commands", "measuring {model}")
                line.show(done / len(models), text.format(model=model))
                reports.append(measure(model, arguments.device, arguments.precision, on_step))
    except Cancelled as cancelled:
        return fail(messages.describe(cancelled), ExitStatus.CANCELLED)
    finally:
        line.clear()
    if arguments.json:
        print(json.dumps([asdict(report) for report in reports], indent=2))
    else:
        print("\n\n".join(map(bench_report, reports)))
    return ExitStatus.DONE


def _kept_niqe() -> Path | None:
    path = catalogue.models_folder() / "niqe_pris_params.npz"
    return path if path.is_file() else None


def score(arguments: argparse.Namespace) -> int:
    """Score clips by NIQE and BRISQUE; returns the exit status."""
    from engine.scoring.clips import Judges, find_clips, score_clip

    niqe = arguments.niqe or _kept_niqe()
    if niqe is None and arguments.brisque is None:
        text = translate(
            "commands",
            "Both measures need a file of parameters that does not come with the program; see"
            " “homereel score --help”.",
        )
        return fail(text)
    judges, status = Judges.read(niqe, arguments.brisque), ExitStatus.DONE
    clips, line, scores = (
        find_clips(arguments.paths, arguments.source),
        ProgressLine(sys.stderr),
        [],
    )
    if not clips:
        return fail(translate("commands", "There is no video and no folder of pictures to score."))
    try:
        with cancelled_by_signals() as cancel:

            def on_frame() -> None:
                if cancel.is_set():
                    raise Cancelled

            for done, clip in enumerate(clips):
                text = translate("commands", "scoring {name}")
                line.show(done / len(clips), text.format(name=messages.harmless(clip.path.name)))
                try:
                    scores.append(score_clip(clip, judges, on_frame))
                except EngineError as error:  # the others can be scored all the same
                    line.clear()
                    status = fail(messages.describe(error))
    except Cancelled as cancelled:
        return fail(messages.describe(cancelled), ExitStatus.CANCELLED)
    finally:
        line.clear()
    if arguments.json:
        print(json.dumps(scores_for_scripts(scores), indent=2))
    elif scores:
        print(score_report(scores))
    return status
