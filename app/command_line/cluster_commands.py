"""The commands about other computers: keys, working for others, several films at once."""

# ruff: noqa: PLC0415 - torch takes seconds to load and may not be needed, nor be there
from __future__ import annotations

import argparse
import logging
import sys
import threading
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import TYPE_CHECKING

from app.command_line.console import Console
from app.text import messages
from app.text.language import translate
from engine.cluster import keys
from engine.jobs.errors import Cancelled, ClusterError, ClusterProblem, EngineError
from engine.jobs.events import Event, Summary
from engine.jobs.options import Job

if TYPE_CHECKING:
    from engine.cluster.crew import Crew
    from engine.cluster.joining import Worked

log = logging.getLogger(__name__)

FILMS_AT_ONCE = 4
"""Films that are shared at the same time: each computer has one of its own then."""


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
        "full": translate("commands", "There is no room for temporary files here ({detail})."),
    }
    detail = messages.harmless(worked.detail)
    return texts[str(worked.step)].format(address=key.address, detail=detail)


class _Turns:
    """Lets several films use one console in turns.

    Args:
        console: shows one source after the other.
    """

    def __init__(self, console: Console) -> None:
        self._console, self._lock = console, threading.Lock()
        self._source: Path | None = None

    def tell(self, source: Path, action: Callable[[], None]) -> None:
        """Show something of a source."""
        with self._lock:
            if source != self._source:
                self._source = source
                self._console.begin(source)
            action()


def restore_together(
    sources: Sequence[Path],
    key_file: Path,
    job_of: Callable[[Path], Job],
    console: Console,
    cancel: threading.Event,
) -> tuple[bool, bool]:
    """Restore several films with all computers of a key: whole films first.

    Args:
        sources: of the films.
        key_file: of the other computers.
        job_of: makes the job of a source.
        console: told what happens.
        cancel: ends it.

    Returns:
        Whether all were restored, and whether it was cancelled.

    Raises:
        ClusterError: the key cannot be used.
    """
    from engine.cluster.crew import Crew

    turns, left = _Turns(console), list(sources)
    is_whole = True
    with Crew(key_file) as crew:
        while left:
            # Films of the same name would get the same output: one after the other then.
            names = {source.stem: source for source in reversed(left)}
            now = [source for source in left if names[source.stem] == source]
            left = [source for source in left if source not in now]
            with ThreadPoolExecutor(min(FILMS_AT_ONCE, len(now)), "film") as pool:
                one = _OneFilm(crew, job_of, console, turns, cancel)
                is_whole = all([*pool.map(one.restore, now)]) and is_whole
    return is_whole, cancel.is_set()


class _OneFilm:
    """Restores one of several films, on a thread of its own."""

    def __init__(
        self,
        crew: Crew,
        job_of: Callable[[Path], Job],
        console: Console,
        turns: _Turns,
        cancel: threading.Event,
    ) -> None:
        self._crew, self._job_of, self._cancel = crew, job_of, cancel
        self._console, self._turns = console, turns

    def restore(self, source: Path) -> bool:
        """Restore a film; tell whether that went well."""
        from engine.cluster.renders import carry_out

        def show(event: Event) -> None:
            self._turns.tell(source, lambda: self._console.event(event))

        def end(summary: Summary) -> None:
            self._turns.tell(source, lambda: self._console.finished(summary))

        try:
            if self._cancel.is_set():
                raise Cancelled
            end(carry_out(self._job_of(source), show, self._cancel, crew=self._crew))
        except (EngineError, Cancelled) as error:
            self._fail(source, error)
            return False
        except Exception as error:  # a bug must not cost the rest of the night
            log.exception("%s", source)
            self._fail(source, error)
            return False
        return True

    def _fail(self, source: Path, error: BaseException) -> None:
        text = messages.describe(error)
        self._turns.tell(source, lambda: self._console.failed(text))
