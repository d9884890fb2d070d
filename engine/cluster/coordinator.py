"""The computer that hands out the work: it listens for the others, and brings them their tasks.

Dask carries messages, runs tasks and notices who has gone. The others only ever connect to this
computer, so that no firewall but its own has to let anything in: they fetch the files of a task and
bring the answers themselves.
"""

from __future__ import annotations

import asyncio
import logging
import os
import socket
import threading
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from distributed import Client, Future
from distributed.diagnostics.plugin import SchedulerPlugin

from engine.cluster.files import SharedFiles
from engine.cluster.keys import Key, is_revoked
from engine.cluster.network import EncryptedScheduler, configure, security_of
from engine.cluster.sharing import Foreman
from engine.cluster.tasks import Task, task_text
from engine.cluster.working import run_task
from engine.jobs.errors import ClusterError, ClusterProblem
from engine.jobs.events import PeerFault

log = logging.getLogger(__name__)

_START_SECONDS = 60.0
_CLOCK_SECONDS = 3600.0
"""A difference of clocks that is worth a word."""
_REVOKED_SECONDS = 5.0
_MOST_ANSWER_BYTES = 2 << 30


class Coordinator:
    """Listens at the address of a key, as long as it is open.

    Args:
        key: who may connect, and where.
        path: of the key, for errors.
        foreman: gives out the work.
        files: what the others may read.
    """

    def __init__(self, key: Key, path: Path, foreman: Foreman, files: SharedFiles) -> None:
        self._key, self._path, self._foreman, self._files = key, path, foreman, files
        self._thread = threading.Thread(target=self._run, name="coordinator", daemon=True)
        self._loop: asyncio.AbstractEventLoop | None = None
        self._closing: asyncio.Event | None = None
        self._client: Any = None
        self._is_ready = threading.Event()
        self._error: BaseException | None = None
        self._futures: dict[str, tuple[str, Future[None]]] = {}
        self._arriving: dict[str, bytearray] = {}
        self.received_bytes = 0

    def open(self) -> None:
        """Begin to listen.

        Raises:
            ClusterError: BAD_ADDRESS.
        """
        try:
            _check_address(self._key)
            self._thread.start()
            self._is_ready.wait(_START_SECONDS)
        except OSError as exc:
            self._error = exc
        if self._error is not None:
            detail = f"{self._key.address}: {self._error}"
            raise ClusterError(self._path, ClusterProblem.BAD_ADDRESS, detail) from self._error

    def close(self) -> None:
        """Let go of the others, which wait for the next render then."""
        self._call(lambda: self._closing.set() if self._closing else None)
        self._thread.join(_START_SECONDS)

    def give(self, peer: str, task: Task) -> None:
        """See `Hands.give`."""
        self._call(lambda: self._submit(peer, task))

    def withdraw(self, attempt: str) -> None:
        """See `Hands.withdraw`: the peer learns it with its next report."""
        self._call(lambda: self._arriving.pop(attempt, None))

    def _call(self, action: Callable[[], object]) -> None:
        if self._loop is not None and not self._loop.is_closed():
            self._loop.call_soon_threadsafe(action)

    def _run(self) -> None:
        try:
            asyncio.run(self._serve())
        except BaseException as exc:  # shown by open()
            log.warning("the coordinator ended: %s", exc)
            self._error = exc
        finally:
            self._is_ready.set()

    async def _serve(self) -> None:
        configure()
        self._loop, self._closing = asyncio.get_running_loop(), asyncio.Event()
        security = security_of(self._key)
        scheduler = EncryptedScheduler(
            host=self._key.host,
            port=self._key.port,
            protocol="tls",
            security=security,
            dashboard=False,
        )
        scheduler.handlers |= {
            "homereel_hello": self._hello,
            "homereel_read": self._read,
            "homereel_report": self._report,
            "homereel_answer": self._answer,
        }
        scheduler.add_plugin(_Departures(self))
        async with (
            scheduler,
            Client(  # type: ignore[no-untyped-call]
                scheduler.address, security=security, asynchronous=True, set_as_default=False
            ) as client,
        ):
            self._client = client
            self._is_ready.set()
            while not self._closing.is_set() and not is_revoked(self._key):
                try:
                    await asyncio.wait_for(self._closing.wait(), _REVOKED_SECONDS)
                except TimeoutError:
                    continue

    def _submit(self, peer: str, task: Task) -> None:
        future = self._client.submit(
            run_task,
            task_text(task),
            key=task.attempt,
            workers=[peer],
            allow_other_workers=False,
            pure=False,
            retries=0,
        )
        self._futures[task.attempt] = peer, future
        future.add_done_callback(lambda done: self._call(lambda: self._ended(task.attempt, done)))

    def _ended(self, attempt: str, future: Future[None]) -> None:
        """A task came to its end; its answer, if there is one, has come before."""
        peer, _ = self._futures.pop(attempt, ("", None))
        self._arriving.pop(attempt, None)
        if future.status == "error":
            self._foreman.broke(attempt, str(future.exception))
        self._foreman.released(peer, attempt)
        future.release()  # type: ignore[no-untyped-call]

    def left(self, peer: str) -> None:
        """A peer has gone, or its connection has."""
        for attempt, (owner, future) in list(self._futures.items()):
            if owner == peer:
                del self._futures[attempt]
                future.release()  # type: ignore[no-untyped-call]
        self._foreman.left(peer)

    # What the others call, on the thread of the coordinator.

    async def _hello(self, peer: str, title: str, clock: float) -> bool:
        self._foreman.joined(peer, title, self)
        apart = clock - time.time()
        if abs(apart) > _CLOCK_SECONDS:
            self._foreman.trouble(peer, PeerFault.CLOCK, f"{apart / 3600:+.0f}")
        return True

    async def _read(self, name: str, offset: int) -> dict[str, bytes | None]:
        part = await asyncio.to_thread(self._files.read, str(name), int(offset))
        return {"part": part}

    async def _report(self, attempt: str, frames_done: int) -> bool:
        return self._foreman.reported(str(attempt), int(frames_done))

    async def _answer(self, attempt: str, part: bytes, is_last: bool) -> bool:
        if not self._foreman.wants(attempt):
            return False
        arriving = self._arriving.setdefault(attempt, bytearray())
        arriving += part
        self.received_bytes += len(part)
        if len(arriving) > _MOST_ANSWER_BYTES:
            del self._arriving[attempt]
            return False
        if is_last:
            del self._arriving[attempt]
            self._foreman.answered(attempt, bytes(arriving))
        return True


def _check_address(key: Key) -> None:
    """Make sure that this computer has the address of a key, and nobody else uses it.

    Raises:
        OSError: it has not, or somebody does.
    """
    family = socket.AF_INET6 if ":" in key.host else socket.AF_INET
    with socket.socket(family) as probe:
        if os.name == "posix":
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        probe.bind((key.host, key.port))
        probe.listen()


class _Departures(SchedulerPlugin):
    """Tells the coordinator who has gone."""

    def __init__(self, coordinator: Coordinator) -> None:
        self._coordinator = coordinator

    def remove_worker(
        self,
        scheduler: object,
        worker: str,
        **_words: Any,  # noqa: ANN401
    ) -> None:
        del scheduler
        self._coordinator.left(worker)
