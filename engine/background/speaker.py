"""The loudspeaker: sound that is played, in a loop or as it is read, and its place as a clock."""

from __future__ import annotations

import logging
import threading
import time
from collections.abc import Callable, Generator
from typing import Protocol

log = logging.getLogger(__name__)

RATE = 48_000
"""Samples a second; two channels of 32-bit floats."""
_FRAME_BYTES = 8
_PERIOD_MS = 40
"""Sound is handed to the device this long before it is heard."""
_NO_DEVICE = "Null"
_POLL_SECONDS = 0.05

Fill = Callable[[int], bytes]
"""Returns the sound for so many samples of both channels."""


class Device(Protocol):
    """Something that plays what it is given."""

    def close(self) -> None:
        """Play nothing any more."""


OpenDevice = Callable[[Fill], Device | None]


def open_usual_device(fill: Fill) -> Device | None:
    """Open the device on which this computer plays sound; None where there is none."""
    try:
        import miniaudio  # noqa: F401, PLC0415 - in the thread that plays
    except ImportError:
        return None
    return open_miniaudio(fill, [])


def open_miniaudio(fill: Fill, backends: list[object]) -> Device | None:
    """Open a device by miniaudio.

    Args:
        fill: asked for sound, on a thread of the device.
        backends: kinds of devices that are tried; empty: those of this system.
    """
    import miniaudio  # noqa: PLC0415

    try:
        device = miniaudio.PlaybackDevice(
            miniaudio.SampleFormat.FLOAT32,
            2,
            RATE,
            buffersize_msec=_PERIOD_MS,
            backends=backends or None,
            app_name="Homereel",
        )
    except miniaudio.MiniaudioError as error:
        log.info("no sound: %s", error)
        return None
    if device.backend == _NO_DEVICE and not backends:
        device.close()
        return None
    source = _asked(fill)
    next(source)
    device.start(source)
    return device


def _asked(fill: Fill) -> Generator[bytes, int, None]:
    count = yield b""
    while True:
        count = yield fill(count)


class Sound(Protocol):
    """Something to be heard."""

    def take(self, count: int) -> bytes:
        """Return the next samples, fewer where they are not there yet."""


class LoopedSound:
    """A stretch that is played again and again, in one of several versions.

    Args:
        versions: equally long, one sample at least.
        from_seconds: where it begins.
    """

    def __init__(self, versions: tuple[bytes, ...], from_seconds: float = 0.0) -> None:
        self._versions, self.version = versions, 0
        self._count = len(versions[0]) // _FRAME_BYTES
        self._place = round(from_seconds * RATE) % self._count

    def take(self, count: int) -> bytes:
        """Return the next samples; after the last one come the first ones."""
        data, parts = memoryview(self._versions[self.version]), []
        while count:
            start = self._place * _FRAME_BYTES
            part = data[start : start + count * _FRAME_BYTES]
            parts.append(part)
            taken = len(part) // _FRAME_BYTES
            count -= taken
            self._place = (self._place + taken) % self._count
        return b"".join(parts)


class StreamedSound:
    """Sound that is read ahead while it is played."""

    def __init__(self, limit_seconds: float = 2.0) -> None:
        self._limit = round(limit_seconds * RATE) * _FRAME_BYTES
        self._changed = threading.Condition()
        self._data = bytearray()
        self._is_over = False

    def put(self, data: bytes, cancel: threading.Event) -> bool:
        """Add sound, waiting for room; False where no more is wanted."""
        with self._changed:
            while len(self._data) >= self._limit and not cancel.is_set():
                self._changed.wait(_POLL_SECONDS)
            self._data += data
            return not cancel.is_set()

    def complete(self) -> None:
        """Say that no more will come; silence follows."""
        with self._changed:
            self._is_over = True

    def take(self, count: int) -> bytes:
        """Return the next samples that are there."""
        with self._changed:
            data = bytes(self._data[: count * _FRAME_BYTES])
            del self._data[: len(data)]
            self._changed.notify()
            return data.ljust(count * _FRAME_BYTES, b"\0") if self._is_over else data


class Speaker:
    """Plays a sound, and tells how much of it was heard; all but `open` returns at once."""

    def __init__(
        self,
        open_device: OpenDevice = open_usual_device,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._open_device, self._clock = open_device, clock
        self._lock = threading.Lock()
        self._device: Device | None = None
        self._sound: Sound | None = None
        self._handed = 0
        self._asked_at = self._told = 0.0

    def open(self) -> bool:
        """Open the device, which may take a while; tell whether there is one."""
        if self._device is None:
            self._device = self._open_device(self._fill)
        return self._device is not None

    def close(self) -> None:
        """Give the device back."""
        self.pause()
        device, self._device = self._device, None
        if device is not None:
            device.close()

    def start(self, sound: Sound) -> None:
        """Play a sound from its beginning, in place of what is played."""
        with self._lock:
            self._sound = sound
            self._handed, self._told = 0, 0.0

    def pause(self) -> None:
        """Be silent."""
        with self._lock:
            self._sound = None

    @property
    def is_playing(self) -> bool:
        """There is something to be heard."""
        return self._sound is not None

    def seconds(self) -> float:
        """Return how much has been heard of the sound that began last; never falls."""
        with self._lock:
            since = self._clock() - self._asked_at
            heard = self._handed / RATE - _PERIOD_MS / 1000 + since
            self._told = max(self._told, heard if self._handed else 0.0)
            return self._told

    def _fill(self, count: int) -> bytes:
        """Return the next sound; on a thread of the device."""
        with self._lock:
            data = b"" if self._sound is None else self._sound.take(count)
            self._handed += len(data) // _FRAME_BYTES
            if data:
                self._asked_at = self._clock()
            return data.ljust(count * _FRAME_BYTES, b"\0")
