"""The commands of ``homereel``. The engine is imported by the command that needs it."""

# ruff: noqa: PLC0415 - torch takes seconds to load and may not be needed, nor be there
from __future__ import annotations

import argparse
import json
import logging
import os
import sys
from collections.abc import Sequence
from pathlib import Path

from app.command_line import cluster_commands
from app.command_line.arguments import COMMANDS, build_parser, check_restore, options_from
from app.command_line.console import Console, JsonEvents, Lines
from app.command_line.ending import ExitStatus, cancelled_by_signals, fail
from app.command_line.installation_commands import (
    QT_MISSING,
    newest_version,
    runtime,
    self_test,
)
from app.command_line.measuring_commands import bench, score
from app.command_line.model_commands import models
from app.command_line.report import report_for_scripts, source_report
from app.command_line.restoring import restore_each
from app.text import messages
from app.text.language import translate
from engine.files.discs import is_continuation
from engine.files.sequences import without_repeats
from engine.files.sources import is_folder, is_output_of_another, videos_in
from engine.jobs.errors import EngineError
from engine.jobs.options import Options
from engine.networks import catalogue
from engine.resuming.unfinished import Orphan, orphans, remove_orphan

log = logging.getLogger(__name__)


def run(words: Sequence[str]) -> int:
    """Carry out a command line (without the program's name) and return the exit status.

    Raises:
        SystemExit: wrong usage, ``--help`` or ``--version``.
    """
    if _is_for_window(words):
        return _window([Path(word) for word in words if word != "--"])
    arguments = build_parser().parse_args(words)
    try:
        command = {
            "restore": _restore,
            "probe": _probe,
            "models": models,
            "bench": bench,
            "score": score,
            "doctor": _doctor,
            "self-test": self_test,
            "runtime": runtime,
            "newest": newest_version,
            "cluster": _cluster,
            "worker": _worker,
        }[arguments.command]
        return command(arguments)
    except EngineError as error:
        return fail(messages.describe(error))


def _is_for_window(words: Sequence[str]) -> bool:
    """Whether these words are files; ``--`` makes everything after it one."""
    if not words or words[0] == "--":
        return True
    return not words[0].startswith("-") and words[0] not in COMMANDS


def _window(files: Sequence[Path]) -> int:
    unknown = files[0] if files else None
    if unknown and not unknown.suffix and len(unknown.parts) == 1 and not unknown.exists():
        # A mistyped command would otherwise be reported by a window as a missing video.
        text = translate("commands", "{name} is neither a command nor a file")
        build_parser().error(text.format(name=repr(str(unknown))))
    has_screen = any(os.environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY"))
    if sys.platform == "linux" and not has_screen and "QT_QPA_PLATFORM" not in os.environ:
        return fail(
            translate(
                "commands", "There is no screen here; use “homereel restore” instead of the window."
            )
        )
    try:
        from app.window.start import run as run_window
    except ImportError as error:
        return fail(translate("commands", QT_MISSING).format(library=error))
    return run_window(files)


def _restore(arguments: argparse.Namespace) -> int:
    console: Console = JsonEvents() if arguments.json else Lines()
    try:
        options = options_from(arguments)
        arguments.sources = _films(arguments.sources)
        problem = check_restore(arguments)
        if problem:
            arguments.error(problem)
        catalogue.find(options.model)
    except EngineError as error:
        console.failed(messages.describe(error))
        return ExitStatus.FAILED
    with cancelled_by_signals() as cancel:
        return restore_each(arguments, options, console, cancel)


def _films(sources: Sequence[Path]) -> list[Path]:
    """Return each source once, folders replaced by the videos in them.

    Parts of a DVD's film are restored with its first one. What was restored already is left out of
    a folder. A folder without a video stays: what is wrong with it is told when its turn comes.
    """
    given = without_repeats(dict.fromkeys(sources))
    continuations = [path for path in given if is_continuation(path, given)]
    if continuations:
        text = translate(
            "commands",
            "%n files continue the film of a file before them, and are restored with it.",
            "",
            len(continuations),
        )
        print(f"homereel: {text}", file=sys.stderr)
    films = dict[Path, None]()
    for path in given:
        found = [path]
        if is_folder(path):
            below = videos_in([path])
            found = [file for file in below if not is_output_of_another(file, below)] or [path]
        elif path in continuations:
            continue
        films.update(dict.fromkeys(found))
    return list(films)


def _cluster(arguments: argparse.Namespace) -> int:
    cluster_commands.manage_keys(arguments)
    return ExitStatus.DONE


def _worker(arguments: argparse.Namespace) -> int:
    with cancelled_by_signals() as cancel:
        cluster_commands.work_for_others(arguments, cancel)
    return ExitStatus.DONE


def _probe(arguments: argparse.Namespace) -> int:
    from engine.rendering.output import expected_losses, output_size_of
    from engine.video.probing.probe import probe

    info = probe(arguments.source)
    size, lost = output_size_of(info, Options()), expected_losses(info, Options())
    if arguments.json:
        print(json.dumps(report_for_scripts(info, size, lost), indent=2))
    else:
        print(source_report(info, size, lost))
    return ExitStatus.DONE


def _doctor(arguments: argparse.Namespace) -> int:
    from engine.doctor import report

    if arguments.clean:
        return _clean()
    print(report())
    return ExitStatus.DONE


def _clean() -> int:
    """Remove the working folders of renders that were given up."""
    status = ExitStatus.DONE
    for orphan in orphans():
        line = _line_of(orphan)
        if sys.stdin.isatty() and not _agrees(
            translate("commands", "Remove {folder}? [y/N] ").format(folder=line)
        ):
            continue
        if remove_orphan(orphan.folder):
            print(translate("commands", "Removed {folder}").format(folder=line))
        else:
            text = translate("commands", "{folder} could not be removed.")
            status = fail(text.format(folder=messages.harmless(str(orphan.folder))))
    return status


def _line_of(orphan: Orphan) -> str:
    """A working folder, with what is in it."""
    text = translate(
        "commands", "{folder} (%n finished frames of {output}, {size})", "", orphan.frames or 0
    )
    size = messages.size_text(orphan.size_bytes)
    return messages.harmless(text.format(folder=orphan.folder, output=orphan.output, size=size))


def _agrees(question: str) -> bool:
    """Ask on the terminal; yes is the letter of the user's language, or of English."""
    yes = translate("commands", "y", "the letter for yes in [y/N]")
    return input(question).strip().lower() in (yes, "y")
