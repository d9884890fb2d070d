"""The commands about this installation: self-test, PyTorch for the card, the newest version."""

# ruff: noqa: PLC0415 - torch takes seconds to load and may not be needed, nor be there
from __future__ import annotations

import argparse
import json
import signal
import sys
from dataclasses import asdict
from typing import TYPE_CHECKING

from app.command_line.arguments import version
from app.command_line.console import ProgressLine, so_far
from app.command_line.ending import ExitStatus, cancelled_by_signals, fail
from app.command_line.report import runtime_list
from app.text import messages
from app.text.language import translate
from engine.installation import runtimes
from engine.installation.active_runtime import active_name
from engine.installation.cards import CardKind, find_cards
from engine.jobs.errors import Cancelled
from engine.jobs.translation import QT_TRANSLATE_NOOP

if TYPE_CHECKING:
    from engine.installation.self_test import Check

QT_MISSING = QT_TRANSLATE_NOOP(
    "commands",
    "The window cannot open, since Qt lacks a library of your system ({library}); install it.",
)


def self_test(arguments: argparse.Namespace) -> int:
    """Test this installation, and print a page about it."""
    if arguments.window:
        return _open_for_a_moment()
    from engine.installation.self_test import checks
    from engine.running.child_process import child_command

    # A polite kill ends it like Ctrl-C: nothing is left in the folder of temporary files.
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    begin = translate(
        "commands", "Homereel {version}: testing this installation takes a minute or two."
    )
    print(begin.format(version=version()), flush=True)
    status = ExitStatus.DONE
    for check in checks(child_command()):
        mark = (
            translate("commands", "passed") if check.is_passed else translate("commands", "FAILED")
        )
        print(f"  {mark}  {translate('self_test', check.name)}: {_detail_of(check)}")
        sys.stdout.flush()
        if not check.is_passed:
            status = ExitStatus.FAILED
    end = translate("commands", "Everything works.")
    if status is not ExitStatus.DONE:
        end = translate("commands", "Something does not work; see above.")
    print(end)
    return status


def _detail_of(check: Check) -> str:
    """What one part of the self-test found."""
    found = check.found
    return translate("self_test", found.text, "", found.count).format(**found.fields)


def _open_for_a_moment() -> int:
    """Open the window, for the self-test, and describe it."""
    try:
        from app.window.start import open_for_a_moment
    except ImportError as error:
        return fail(translate("commands", QT_MISSING).format(library=error))
    print(open_for_a_moment())
    return ExitStatus.DONE


def runtime(arguments: argparse.Namespace) -> int:
    """List, fetch or remove PyTorch's builds for cards."""
    match arguments.action:
        case "fetch":
            return _fetch_runtime(arguments.name)
        case "remove":
            text = translate("commands", "{size} freed; the processor's build is used.")
            print(text.format(size=messages.size_text(runtimes.remove())))
        case "check":
            return _check_card(CardKind(arguments.card))
        case _:
            print(runtime_list(find_cards(), runtimes.load_runtimes(), active_name()))
    return ExitStatus.DONE


def _check_card(kind: CardKind) -> int:
    """Compute on the card, for the test of a runtime in a process of its own."""
    try:
        runtimes.check_card(kind)
    except Exception as error:  # whatever PyTorch raises, the runtime does not work
        return fail((str(error).splitlines() or [type(error).__name__])[0])
    return ExitStatus.DONE


def _fetch_runtime(name: str | None) -> int:
    from engine.running.child_process import child_command

    runtime = runtimes.find(name)
    line = ProgressLine(sys.stderr)

    def on_progress(done_bytes: int, total_bytes: int) -> None:
        line.show(done_bytes / total_bytes, so_far(done_bytes, total_bytes))

    try:
        with cancelled_by_signals() as cancel:
            runtimes.fetch(runtime, child_command(), on_progress, cancel)
    except Cancelled:
        line.clear()
        text = translate("commands", "Cancelled; “homereel runtime fetch” goes on from here.")
        return fail(text, ExitStatus.CANCELLED)
    finally:
        line.clear()
    text = translate("commands", "{runtime} works, and is used from the next start on.")
    print(text.format(runtime=runtime.name))
    return ExitStatus.DONE


def newest_version(arguments: argparse.Namespace) -> int:
    """Say whether there is a newer version; the window asks this way, too."""
    from app.text.newest_wording import newest_sentence
    from engine.installation.newest import find_newest

    newest = find_newest()
    text = newest_sentence(newest)
    told = asdict(newest) | {"is_newer": newest.is_newer, "told": text}
    print(json.dumps(told) if arguments.json else messages.harmless(text))
    return ExitStatus.DONE
