"""Requests to a thread: the most urgent one is carried out first, one at a time."""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable, Hashable
from dataclasses import dataclass, field
from enum import IntEnum

from PySide6.QtCore import QObject, QThread
from typing_extensions import override

log = logging.getLogger(__name__)


def _do_nothing() -> None:
    pass


@dataclass(frozen=True)
class Request:
    """Something that a thread is asked to do.

    Of two that wait with the same ``kind`` and ``key``, the newer one replaces the older one.
    """

    kind: IntEnum
    """The smallest comes first."""
    key: Hashable
    act: Callable[[threading.Event], None]
    """Carries it out in the thread; the event is set when it is to stop."""
    on_withdrawn: Callable[[], None] = _do_nothing
    """Called in place of ``act`` where it is withdrawn before its turn."""
    cancels_running: bool = False
    """Whether one of the same kind and key that is being carried out is cancelled as well."""
    group: Hashable = None
    """Those of the same kind and group can be carried out at the same time; None: by itself."""
    cancel: threading.Event = field(default_factory=threading.Event)


class RequestLoop:
    """Carries out requests on the thread that calls `run`; all else may be called from any."""

    def __init__(self) -> None:
        self._condition = threading.Condition()
        self._waiting: dict[tuple[IntEnum, Hashable], Request] = {}
        self._running: list[Request] = []
        """The request that is carried out, those that joined it, and one in the middle of it."""
        self._is_stopping = False

    @property
    def is_stopping(self) -> bool:
        """Whether `stop` was called; requests are withdrawn at once from then on."""
        return self._is_stopping

    def put(self, request: Request) -> None:
        """Add a request; one of the same kind and key that waits is withdrawn."""
        place = (request.kind, request.key)
        with self._condition:
            withdrawn = request if self._is_stopping else self._waiting.get(place)
            if not self._is_stopping:
                self._waiting[place] = request
                self._condition.notify()
            for running in self._running if request.cancels_running else ():
                if (running.kind, running.key) == place:
                    running.cancel.set()
        if withdrawn is not None:
            withdrawn.on_withdrawn()

    def withdraw(self, kind: IntEnum, key: Hashable) -> None:
        """Take a request back where it waits, and cancel it where it is being carried out."""
        with self._condition:
            withdrawn = self._waiting.pop((kind, key), None)
            for request in self._running:
                if (request.kind, request.key) == (kind, key):
                    request.cancel.set()
        if withdrawn is not None:
            withdrawn.on_withdrawn()

    def hurry(self, kind: IntEnum, key: Hashable) -> None:
        """Carry out a request that waits before the others of its kind."""
        with self._condition:
            request = self._waiting.pop((kind, key), None)
            if request is not None:
                self._waiting = {(kind, key): request, **self._waiting}

    def interrupt(self, kind: IntEnum) -> None:
        """Cancel what is being carried out if it is of this kind."""
        with self._condition:
            for request in self._running:
                if request.kind is kind:
                    request.cancel.set()

    def is_waiting(self, kind: IntEnum) -> bool:
        """Tell whether there is a request of this kind that is not carried out yet."""
        with self._condition:
            return any(waiting is kind for waiting, _ in self._waiting)

    def stop(self) -> None:
        """Cancel what is being carried out, withdraw all that waits, and let `run` end."""
        with self._condition:
            self._is_stopping = True
            withdrawn, self._waiting = list(self._waiting.values()), {}
            for request in self._running:
                request.cancel.set()
            self._condition.notify()
        for request in withdrawn:
            request.on_withdrawn()

    def run(self) -> None:
        """Carry out requests until `stop` is called."""
        while (request := self._next()) is not None:
            self._carry_out(request)

    def carry_out_waiting(self, kind: IntEnum) -> None:
        """Carry out what waits of this kind, in the middle of the request that is carried out."""
        while (request := self._next_of(kind)) is not None:
            self._carry_out(request)

    def join(self, kind: IntEnum, group: Hashable) -> Request | None:
        """Take a waiting request of the group of one that is carried out; `leave` is to follow.

        Its ``act`` is not called: whoever carries out the first one does what it asks for.
        """
        with self._condition:
            for place, request in self._waiting.items():
                if place[0] is kind and request.group == group:
                    return self._take(place)
        return None

    def leave(self, request: Request) -> None:
        """Note that a request that joined another one was carried out."""
        with self._condition:
            self._running.remove(request)

    def _carry_out(self, request: Request) -> None:
        try:
            request.act(request.cancel)
        except Exception as error:  # a request that fails must not end the thread
            log.warning("a request of the kind %s failed", request.kind.name, exc_info=error)
        finally:
            with self._condition:
                self._running.remove(request)

    def _next(self) -> Request | None:
        with self._condition:
            self._condition.wait_for(lambda: self._is_stopping or self._waiting)
            if self._is_stopping:
                return None
            return self._take(min(self._waiting, key=lambda place: place[0]))

    def _next_of(self, kind: IntEnum) -> Request | None:
        with self._condition:
            places = [place for place in self._waiting if place[0] is kind]
            return self._take(places[0]) if places else None

    def _take(self, place: tuple[IntEnum, Hashable]) -> Request:
        request = self._waiting.pop(place)
        self._running.append(request)
        return request


class RequestThread(QThread):
    """A thread that carries out requests; it starts with the first one."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._requests = RequestLoop()

    def stop(self) -> None:
        """Cancel everything and let the thread end; the caller waits for ``finished``."""
        self._requests.stop()

    @override
    def run(self) -> None:
        """Carry out the requests until `stop` is called."""
        self._requests.run()

    def _put(self, request: Request) -> None:
        self._requests.put(request)
        if not self._requests.is_stopping and not self.isRunning():
            self.start()
