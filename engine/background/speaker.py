"""The loudspeaker: a stretch of sound that is played in a loop, and its place as a clock."""

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


class Speaker:
    """Plays a stretch in a loop, in one of two versions; all but `open` returns at once."""

    def __init__(
        self,
        open_device: OpenDevice = open_usual_device,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._open_device, self._clock = open_device, clock
        self._lock = threading.Lock()
        self._device: Device | None = None
        self._versions: tuple[bytes, ...] = ()
        self._version = 0
        self._place = self._handed = 0
        self._is_playing = False
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

    def start(self, versions: tuple[bytes, ...], from_seconds: float) -> None:
        """Play a stretch from a place on, again and again; ``versions`` are equally long."""
        with self._lock:
            self._versions = versions
            count = len(versions[0]) // _FRAME_BYTES
            self._place = round(from_seconds * RATE) % max(1, count)
            self._handed, self._told = 0, 0.0
            self._asked_at = self._clock()
            self._is_playing = count > 0

    def pause(self) -> None:
        """Be silent."""
        with self._lock:
            self._is_playing = False

    def choose(self, version: int) -> None:
        """Go on with another version, at the same place."""
        with self._lock:
            self._version = version

    @property
    def is_playing(self) -> bool:
        """There is something to be heard."""
        return self._is_playing

    def seconds(self) -> float:
        """Return how long the stretch has been heard since it began; never falls."""
        with self._lock:
            since = self._clock() - self._asked_at
            heard = self._handed / RATE - _PERIOD_MS / 1000 + since
            self._told = max(self._told, heard if self._handed else 0.0)
            return self._told

    def _fill(self, count: int) -> bytes:
        """Return the next sound; on a thread of the device."""
        with self._lock:
            if not self._is_playing:
                return bytes(count * _FRAME_BYTES)
            data = memoryview(self._versions[min(self._version, len(self._versions) - 1)])
            parts, missing = [], count
            while missing:
                start = self._place * _FRAME_BYTES
                part = data[start : start + missing * _FRAME_BYTES]
                parts.append(part)
                taken = len(part) // _FRAME_BYTES
                missing -= taken
                self._place = (self._place + taken) % (len(data) // _FRAME_BYTES)
            self._handed += count
            self._asked_at = self._clock()
            return b"".join(parts)
