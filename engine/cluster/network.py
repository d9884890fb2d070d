"""Dask's scheduler and worker behind mutual TLS, without any other door.

Imported only where the extra ``cluster`` is used, see `connect`.
"""

from __future__ import annotations

import ssl
from typing import Any

import dask
from distributed import Scheduler, Worker
from distributed.security import Security

from engine.cluster.keys import Key
from engine.cluster.working import Listener

_SETTINGS = {
    "distributed.comm.require-encryption": True,
    "distributed.comm.tls.min-version": 1.3,
    "distributed.comm.timeouts.connect": "20s",
    "distributed.comm.timeouts.tcp": "60s",
    "distributed.scheduler.work-stealing": False,
    "distributed.scheduler.active-memory-manager.start": False,
    "distributed.scheduler.allowed-failures": 0,
    # A computer that sleeps says nothing; its connection may stay open for hours.
    "distributed.scheduler.worker-ttl": "120s",
    "distributed.scheduler.http.routes": [],
    "distributed.worker.http.routes": [],
    "distributed.scheduler.preload": [],
    "distributed.worker.preload": [],
    "distributed.worker.profile.enabled": False,
    "distributed.worker.memory.target": False,
    "distributed.worker.memory.spill": False,
    "distributed.worker.memory.pause": False,
    "distributed.worker.memory.terminate": False,
    "distributed.admin.system-monitor.gil.enabled": False,
}


def configure() -> None:
    """Set what Dask is to do otherwise than usual, for this process."""
    dask.config.set(_SETTINGS)


def security_of(key: Key) -> Security:
    """Return what both sides of each connection show and demand."""
    return Security(  # type: ignore[no-untyped-call]
        require_encryption=True,
        tls_ca_file=key.authority,
        tls_scheduler_cert=key.certificate,
        tls_scheduler_key=key.private_key,
        tls_worker_cert=key.certificate,
        tls_worker_key=key.private_key,
        tls_client_cert=key.certificate,
        tls_client_key=key.private_key,
    )


def tls_context(key: Key) -> ssl.SSLContext:
    """Return the context with which a computer of this key connects."""
    arguments = security_of(key).get_connection_args("worker")  # type: ignore[no-untyped-call]
    context = arguments["ssl_context"]
    assert isinstance(context, ssl.SSLContext)
    return context


class EncryptedScheduler(Scheduler):
    """A scheduler that listens on its encrypted address only: no dashboard, no HTTP."""

    def start_http_server(self, *_args: Any, **_words: Any) -> None:  # noqa: ANN401
        """Do nothing: Dask would open a port for HTTP even without a dashboard."""


class EncryptedWorker(Worker):
    """A worker that listens on its encrypted address only."""

    homereel_listener: Listener

    def start_http_server(self, *_args: Any, **_words: Any) -> None:  # noqa: ANN401
        """Do nothing, see `EncryptedScheduler`."""
