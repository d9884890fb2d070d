"""The command ``restore``: one job after the other, and what came of them."""

# ruff: noqa: PLC0415 - torch takes seconds to load and may not be needed, nor be there
from __future__ import annotations

import argparse
import logging
import threading
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from app.command_line import cluster_commands
from app.command_line.console import Console
from app.command_line.ending import ExitStatus
from app.command_line.ranges import options_of_ranges
from app.text import messages
from app.text.language import translate
from engine.files.sources import is_gone
from engine.jobs.errors import Cancelled, EngineError, OutputProblem, OutputVideoError
from engine.jobs.events import Event, Warned, WarningKind
from engine.jobs.options import Job, Options
from engine.resuming.moved_sources import find_moved_source
from engine.resuming.unfinished import folder_of
from engine.running.carrying_out import carry_out

log = logging.getLogger(__name__)


def restore_each(
    arguments: argparse.Namespace, options: Options, console: Console, cancel: threading.Event
) -> ExitStatus:
    """Restore one source after the other; a failure is told and the next one is taken.

    Args:
        arguments: of ``restore``.
        options: for each source; those of its ranges and pieces are made of them.
        console: is told what happens.
        cancel: ends the work.
    """
    status = ExitStatus.DONE
    if arguments.cluster is not None and arguments.split is None and len(arguments.sources) > 1:
        return _restore_together(arguments, options, console, cancel)
    written: set[Path] = set()
    for source in arguments.sources:
        console.begin(source)
        jobs = _jobs(source, arguments, options, console.event, cancel)
        job: Job | None = None
        while True:
            try:
                job = next(jobs, None)  # also None after it failed
                if job is None:
                    break
                if job.output.resolve() in written:
                    # --overwrite is for what was there before, not for the clip before this one.
                    raise OutputVideoError(job.output, OutputProblem.EXISTS)
                summary = carry_out(job, console.event, cancel)
            except Cancelled:
                before = arguments.sources[: arguments.sources.index(source)] if written else []
                console.failed(_cancelled_text(job, before, source, has_written=bool(written)))
                return ExitStatus.CANCELLED
            except BrokenPipeError:
                raise  # nobody reads the events any more
            except EngineError as error:
                console.failed(_described(error, arguments.overwrite))
                status = ExitStatus.FAILED
            except Exception as error:  # a bug must not cost the rest of the night
                log.exception("%s", source)
                console.failed(messages.describe(error))
                status = ExitStatus.FAILED
            else:
                written.add(summary.output.resolve())
                console.finished(summary)
    return status


def _described(error: Exception, overwrite: bool) -> str:
    """What went wrong, with the option that helps where there is one and it was not given."""
    if (
        isinstance(error, OutputVideoError)
        and error.reason is OutputProblem.EXISTS
        and not overwrite
    ):
        text = translate(
            "commands", "{path} exists already; choose another name, or replace it by --overwrite."
        )
        return text.format(path=messages.harmless(str(error.path)))
    return messages.describe(error)


def _cancelled_text(
    job: Job | None, before: Sequence[Path], source: Path, *, has_written: bool
) -> str:
    """What a cancelled command says.

    Args:
        job: that was cancelled; None before the first one of ``source`` was begun.
        before: sources that it was through with.
        source: at which it was.
        has_written: it has written files.
    """
    has_finished = job is not None and folder_of(job.output).exists()
    text = messages.describe_cancelled(has_finished=has_finished)
    if has_written and not has_finished:
        text = messages.describe(Cancelled())
    if not before:
        return text
    # New files get new names, so what is done would be restored once more beside itself.
    more = translate(
        "commands",
        "Leave out the sources before {source} then: they had their turn, and would be restored"
        " once more.",
    )
    return f"{text} {more.format(source=messages.harmless(str(source)))}"


def _restore_together(
    arguments: argparse.Namespace, options: Options, console: Console, cancel: threading.Event
) -> ExitStatus:
    """Restore several sources at once, with other computers."""
    try:
        is_whole, is_cancelled = cluster_commands.restore_together(
            arguments.sources,
            arguments.cluster,
            lambda source, on_event: next(_jobs(source, arguments, options, on_event, cancel)),
            console,
            cancel,
            describe=lambda error: _described(error, arguments.overwrite),
        )
    except EngineError as error:
        console.failed(messages.describe(error))
        return ExitStatus.FAILED
    if is_cancelled:
        return ExitStatus.CANCELLED
    return ExitStatus.DONE if is_whole else ExitStatus.FAILED


def _jobs(
    source: Path,
    arguments: argparse.Namespace,
    options: Options,
    on_event: Callable[[Event], None],
    cancel: threading.Event,
) -> Iterator[Job]:
    """Yield the jobs of a source: one, or one for each range or piece that it is split into.

    Raises:
        Cancelled: ``cancel`` is set before one of them.
    """
    from engine.rendering.output import default_output
    from engine.rendering.splitting import Split, pieces_of
    from engine.video.probing.probe import probe

    if cancel.is_set():
        raise Cancelled
    output, overwrite = arguments.output, arguments.overwrite
    moved = find_moved_source(source) if is_gone(source) else None
    if moved is not None:
        source = moved.source
        on_event(Warned(WarningKind.SOURCE_MOVED, detail=str(source)))
        if output is None and arguments.output_dir is None:
            output = moved.output
    pieces = options_of_ranges(arguments, options)
    if arguments.split is not None:
        pieces = pieces_of(probe(source), options, Split(arguments.split))
        if not pieces[0].name_beginning:
            on_event(Warned(WarningKind.NOT_SPLIT))
    for number, piece in enumerate(pieces):
        if cancel.is_set():
            raise Cancelled
        free = output
        if free is None or piece.name_beginning:
            # Pieces have names that tell them apart, so that what is there is not made again.
            free = default_output(
                probe(source),
                piece,
                arguments.output_dir,
                # What came of the range before is not what may be written over.
                overwrite=(overwrite and number == 0) or bool(piece.name_beginning),
            )
        yield Job(
            source=source,
            output=free,
            options=piece,
            overwrite=overwrite,
            resume=arguments.resume,
            cluster=arguments.cluster,
            others_only=arguments.others_only,
        )
