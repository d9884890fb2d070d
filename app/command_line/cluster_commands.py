"""The commands about other computers: keys, working for others, several films at once."""

# ruff: noqa: PLC0415 - torch takes seconds to load and may not be needed, nor be there
from __future__ import annotations

import argparse
import logging
import sys
import threading
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from app.command_line.console import Console
from app.text import messages
from app.text.language import translate
from engine.cluster import keys
from engine.cluster.whole_films import WholeFilm, restore_films
from engine.jobs.errors import (
    Cancelled,
    ClusterError,
    ClusterProblem,
    EngineError,
    OutputProblem,
    OutputVideoError,
)
from engine.jobs.events import Event, Summary
from engine.jobs.options import Job
from engine.resuming.unfinished import folder_of

if TYPE_CHECKING:
    from engine.cluster.joining import Worked

log = logging.getLogger(__name__)

JobOf = Callable[[Path, Callable[[Event], None]], Job]
"""Makes the job of a source; what is worth saying about the source is told to the function."""


def manage_keys(arguments: argparse.Namespace) -> None:
    """Make or revoke a key file.

    Raises:
        ClusterError: it cannot be made, or is none.
    """
    path = arguments.file
    if arguments.action == "revoke":
        keys.revoke_key(path)
        text = translate(
            "commands",
            "{path} is deleted, and its copies are refused on this computer; delete them on the"
            " others.",
        )
        print(text.format(path=messages.harmless(str(path))))
        return
    key = keys.create_key(path, arguments.address, arguments.port, valid_days=arguments.days)
    print("\n".join(_lines_about(path, key)))


def _lines_about(path: Path, key: keys.Key) -> list[str]:
    name = messages.harmless(str(path))
    lines = [
        translate(
            "commands",
            "{path} is a key: who has it can let this computer work for them, and read the films"
            " that it restores with others. It is valid until {date}.",
        ).format(path=name, date=key.expires[:10]),
        translate(
            "commands", "On the other computers, with a copy of it: homereel worker {path}"
        ).format(path=name),
        translate("commands", "Here: homereel restore FILM --cluster {path}").format(path=name),
    ]
    if key.is_for_this_computer_only:
        text = translate(
            "commands",
            "Only this computer itself can be reached at {address}. For others, make a key with its"
            " address in your network: --address {own}",
        )
        own = _own_address() or "192.168.…"
        lines.append(text.format(address=key.host, own=own))
    return lines


def _own_address() -> str | None:
    return next(iter(keys.own_addresses()), None)


def work_for_others(arguments: argparse.Namespace, cancel: threading.Event) -> None:
    """Restore for the other computers of a key until the user ends it.

    Raises:
        ClusterError: the key cannot be used, or the extra is missing.
    """
    key = keys.read_key(arguments.file)
    if keys.is_open_to_others(arguments.file):
        text = translate(
            "commands",
            "Other users of this computer can read {path}; make it readable to you only.",
        )
        print(text.format(path=messages.harmless(str(arguments.file))), file=sys.stderr)
    try:
        from engine.cluster.joining import join
    except ImportError as exc:
        name = exc.name or ""
        raise ClusterError(arguments.file, ClusterProblem.NOT_INSTALLED, name) from exc

    def tell(worked: Worked) -> None:
        print(_text_of(worked, key), flush=True)

    join(key, arguments.file, tell, cancel, title=arguments.name)


def _text_of(worked: Worked, key: keys.Key) -> str:
    texts = {
        "waiting": translate("commands", "Nobody hands out work at {address} yet; waiting."),
        "refused": translate(
            "commands",
            "The computer at {address} refuses this key: it has another one, or the clocks differ"
            " by days.",
        ),
        "joined": translate("commands", "Joined the computer at {address}."),
        "restoring": translate("commands", "Restoring a stretch of {detail}."),
        "left": translate("commands", "The computer at {address} has no more work."),
        "full": translate("commands", "No temporary files can be written here ({detail})."),
    }
    detail = messages.harmless(worked.detail)
    return texts[str(worked.step)].format(address=key.address, detail=detail)


def restore_together(
    sources: Sequence[Path],
    key_file: Path,
    job_of: JobOf,
    console: Console,
    cancel: threading.Event,
    *,
    describe: Callable[[Exception], str] = messages.describe,
) -> tuple[bool, bool]:
    """Restore several films with all computers of a key: whole films first.

    Args:
        sources: of the films.
        key_file: of the other computers.
        job_of: makes the job of a source.
        console: told what happens.
        cancel: ends it.
        describe: puts what went wrong into words.

    Returns:
        Whether all were restored, and whether it was cancelled.

    Raises:
        ClusterError: the key cannot be used.
        BrokenPipeError: nobody reads any more what the console shows.
    """
    films = _Films(sources, job_of, console, cancel, describe=describe)
    restore_films(key_file, films.take)
    if films.is_unread:
        raise BrokenPipeError
    return films.is_whole, cancel.is_set()


def _name_key(source: Path) -> str:
    """Return what the names of sources have in common that may get the same output."""
    return source.stem.casefold()  # on Windows and macOS, large and small letters are alike


class _Films:
    """The films of a command, those that wait and those that are being restored.

    Args:
        sources: of the films.
        job_of: makes the job of a source.
        console: told what happens, of one source after the other.
        cancel: ends all of them.
        describe: puts what went wrong into words.
    """

    def __init__(
        self,
        sources: Sequence[Path],
        job_of: JobOf,
        console: Console,
        cancel: threading.Event,
        *,
        describe: Callable[[Exception], str],
    ) -> None:
        self._left, self._at_work = list(sources), list[Path]()
        self._written: set[Path] = set()
        self._job_of, self._console, self._cancel = job_of, console, cancel
        self._describe = describe
        self._turn = threading.RLock()
        self._shown: Path | None = None
        self.is_whole, self.is_unread = True, False

    def take(self) -> WholeFilm | None:
        """Return the next film that can be begun; what cannot be restored is told."""
        while (source := self._next()) is not None:
            try:
                if self._cancel.is_set():
                    raise Cancelled
                job = self._job_of(source, partial(self._show, source))
                if job.output.resolve() in self._written:
                    # --overwrite is for what was there before, not for the film before this one.
                    raise OutputVideoError(job.output, OutputProblem.EXISTS)
            except Exception as error:  # the others are restored all the same
                self._end(source, error)
                continue
            on_event = partial(self._show, source)
            on_end = partial(self._end, source, output=job.output)
            return WholeFilm(job, on_event, on_end, self._cancel)
        return None

    def _next(self) -> Path | None:
        """Take the next source; of those with one name, which share an output, one at a time."""
        with self._turn:
            names = {_name_key(source) for source in self._at_work}
            waiting = (source for source in self._left if _name_key(source) not in names)
            source = next(waiting, None)
            if source is not None:
                self._left.remove(source)
                self._at_work.append(source)
            return source

    def _show(self, source: Path, event: Event) -> None:
        self._tell(source, lambda: self._console.event(event))

    def _end(self, source: Path, end: Summary | Exception, *, output: Path | None = None) -> None:
        with self._turn:
            self._at_work.remove(source)
            if isinstance(end, Summary):
                self._written.add(end.output.resolve())
                self._tell(source, lambda: self._console.finished(end))
                return
            self.is_whole = False
            if not isinstance(end, EngineError | Cancelled):
                log.error("%s", source, exc_info=end)
            text = self._describe(end)
            if isinstance(end, Cancelled) and output is not None:
                text = messages.describe_cancelled(has_finished=folder_of(output).exists())
            self._tell(source, lambda: self._console.failed(text))

    def _tell(self, source: Path, action: Callable[[], None]) -> None:
        """Show something of a source."""
        with self._turn:
            try:
                if source != self._shown:
                    self._shown = source
                    self._console.begin(source, in_turns=True)
                action()
            except BrokenPipeError:
                self.is_unread = True
                self._cancel.set()
