"""A computer joins the others, and works for whoever of them hands out a film."""

from __future__ import annotations

import asyncio
import os
import platform
import ssl
import tempfile
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum, auto
from pathlib import Path

from engine.cluster.keys import Key, is_revoked
from engine.cluster.network import EncryptedWorker, configure, security_of, tls_context
from engine.cluster.tasks import TRIAL, Task
from engine.jobs.errors import ClusterError, ClusterProblem

_RETRY_SECONDS = 1.0
_POLL_SECONDS = 0.1
_HANDSHAKE_SECONDS = 10.0


class Step(StrEnum):
    """What a worker has come to."""

    WAITING = auto()
    """Nobody hands out work at the address of the key."""
    REFUSED = auto()
    """Whoever is there does not accept this key."""
    JOINED = auto()
    RESTORING = auto()
    FULL = auto()
    """Temporary files cannot be written."""
    LEFT = auto()
    """The render is over, or the connection was lost."""


@dataclass(frozen=True)
class Worked:
    """A worker has come to a step; ``detail`` is the name of the film."""

    step: Step
    detail: str = ""


def join(
    key: Key,
    path: Path,
    tell: Callable[[Worked], None],
    cancel: threading.Event,
    *,
    title: str | None = None,
) -> None:
    """Work for the others until ``cancel`` is set.

    Args:
        key: lets this computer in.
        path: of the key, for errors.
        tell: told what happens.
        cancel: ends it, within a step of the network.
        title: what the others call this computer; None: its own name.

    Raises:
        ClusterError: REVOKED, while it worked.
    """
    configure()
    asyncio.run(_Joining(key, path, tell, cancel, title or own_title()).run())


def own_title() -> str:
    """Return the name of this computer, and of this process on it."""
    return f"{platform.node() or 'computer'} ({os.getpid()})"


class _Joining:
    def __init__(
        self,
        key: Key,
        path: Path,
        tell: Callable[[Worked], None],
        cancel: threading.Event,
        title: str,
    ) -> None:
        self._key, self._path, self._tell = key, path, tell
        self._cancel, self._title = cancel, title
        self._told: Worked | None = None

    def began(self, task: Task) -> None:
        """See `engine.cluster.working.Listener`."""
        if task.number != TRIAL:
            self._say(Step.RESTORING, task.recipe.info.path.name)

    def is_leaving(self) -> bool:
        """See `engine.cluster.working.Listener`."""
        return self._cancel.is_set()

    async def run(self) -> None:
        """Join again and again: a render ends, and another one begins."""
        while not self._cancel.is_set():
            if is_revoked(self._key):
                raise ClusterError(self._path, ClusterProblem.REVOKED)
            try:
                host = await self._own_host()
                if host is not None:
                    await self._work(host)
            except OSError as exc:  # of temporary files: those of connections are told there
                self._say(Step.FULL, exc.strerror or "")
            await self._wait(_RETRY_SECONDS)

    async def _own_host(self) -> str | None:
        """Connect once, and return the address of this computer on that way; None: in vain."""
        context = tls_context(self._key)
        try:
            reader, writer = await asyncio.wait_for(
                asyncio.open_connection(self._key.host, self._key.port, ssl=context),
                _HANDSHAKE_SECONDS,
            )
        except ssl.SSLError as exc:
            self._say(Step.REFUSED, exc.reason or "")
            return None
        except (OSError, TimeoutError):
            self._say(Step.WAITING)
            return None
        try:
            # With TLS 1.3 a refusal comes only now; Dask says something first.
            first = await asyncio.wait_for(reader.read(1), _HANDSHAKE_SECONDS)
            if not first:
                self._say(Step.REFUSED)
                return None
        except ssl.SSLError as exc:
            self._say(Step.REFUSED, exc.reason or "")
            return None
        except (OSError, TimeoutError):
            self._say(Step.WAITING)
            return None
        finally:
            host = writer.get_extra_info("sockname")
            writer.close()
        return str(host[0])

    async def _work(self, host: str) -> None:
        with tempfile.TemporaryDirectory(prefix="homereel-worker-") as folder:
            worker = EncryptedWorker(
                self._key.address,
                host=host,
                protocol="tls",
                security=security_of(self._key),
                nthreads=1,
                name=f"{self._title} {time.monotonic_ns()}",
                memory_limit=0,
                local_directory=folder,
                death_timeout=_HANDSHAKE_SECONDS,
            )
            worker.homereel_listener = self
            try:
                await worker
                address = worker.address
                await worker.scheduler.homereel_hello(
                    peer=address, title=self._title, clock=time.time()
                )
                self._say(Step.JOINED)
                while worker.status.name == "running" and not self._cancel.is_set():
                    await asyncio.sleep(_POLL_SECONDS)
            except (OSError, TimeoutError, ValueError, RuntimeError) as exc:
                self._say(Step.WAITING, str(exc) if isinstance(exc, ValueError) else "")
            finally:
                await worker.close(timeout=_HANDSHAKE_SECONDS, executor_wait=False)
        self._say(Step.LEFT)

    async def _wait(self, seconds: float) -> None:
        end = time.monotonic() + seconds
        while time.monotonic() < end and not self._cancel.is_set():
            await asyncio.sleep(_POLL_SECONDS)

    def _say(self, step: Step, detail: str = "") -> None:
        worked = Worked(step, detail)
        if worked != self._told:
            self._told = worked
            self._tell(worked)
