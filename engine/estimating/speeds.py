"""Measured speeds of this machine, kept in a file, and the time of a render that follows.

Loads no torch: the window asks before anything heavy is there.
"""

from __future__ import annotations

import contextlib
import json
import logging
import math
import os
import platform
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any, TypeVar

import platformdirs

from engine.jobs.choices import Codec, Encoder
from engine.jobs.errors import WeightsError
from engine.networks.catalogue import find

log = logging.getLogger(__name__)

_Speed = TypeVar("_Speed", "NetworkSpeed", "EncoderSpeed")

TYPICAL_CLEANINGS = 1.4
"""Cleaning passes at the default threshold: most real clips take one, noisy ones mostly two."""
_MOST_REMEMBERED = 200
_CLEARLY = 1.2
_LEAST_SHARE = 0.25


@dataclass(frozen=True, kw_only=True)
class NetworkSpeed:
    """Time of a model for a frame, on a device, at one size."""

    model: str
    device: str
    """As in `Options.device`."""
    is_processor: bool
    """Whether the model shares the cores with the encoder."""
    pixels: int
    """Pixels of the frame before its enlargement."""
    seconds_per_frame: float
    """With one cleaning pass."""
    cleaning_share: float
    """Time of each further cleaning pass relative to that."""
    scale: int | None = None
    """The end that was used, of a model that has several."""
    is_disturbed: bool = False
    """Other programs took much of the processor meanwhile; it is worth measuring again."""

    @property
    def key(self) -> tuple[object, ...]:
        """Identity of the measurement; a later one with the same key replaces it."""
        return self.model, self.device, self.pixels, self.scale


@dataclass(frozen=True, kw_only=True)
class EncoderSpeed:
    """Time of scaling and encoding a picture, at one size."""

    codec: str
    encoder: str
    """As in `Options.encoder`."""
    pixels: int
    """Pixels of the picture that is written."""
    seconds_per_frame: float
    """Time on an idle computer."""
    processor_seconds_per_frame: float
    """Processor time, summed over all cores."""

    @property
    def key(self) -> tuple[object, ...]:
        """Identity of the measurement; a later one with the same key replaces it."""
        return self.codec, self.encoder, self.pixels


AnySpeed = NetworkSpeed | EncoderSpeed


@dataclass(frozen=True, kw_only=True)
class Trial:
    """Work that a film makes, measured on samples of it; the same on every machine."""

    cleanings: float
    """Mean number of cleaning passes of a frame."""
    encoding: float
    """Encoding work relative to that of the sample that `EncoderSpeed` is about."""


@dataclass(frozen=True, kw_only=True)
class FrameWork:
    """Work of a render for each frame, as far as it takes noticeable time.

    Decoding, deinterlacing and conversion are left out: less than a hundredth of the processor time
    of four real clips.
    """

    model: str
    device: str
    pixels: int
    """Pixels of the frame before its enlargement."""
    codec: Codec
    """Not AUTO."""
    written_pixels: int
    """Pixels of the picture in the file."""
    encoder: Encoder = Encoder.AUTO
    cleanings: float = TYPICAL_CLEANINGS
    """Mean number of cleaning passes."""
    encoding: float = 1.0
    """As in `Trial`."""

    @property
    def scale(self) -> int | None:
        """The end that is used, of a model that has several."""
        try:
            return find(self.model).scale_for(math.sqrt(self.written_pixels / self.pixels))
        except WeightsError:  # an unknown model is told when the job begins
            return None


def speeds_file() -> Path:
    """The file of the measurements."""
    return platformdirs.user_state_path("homereel", appauthor=False) / "speeds.json"


def remember(*speeds: AnySpeed) -> None:
    """Store measurements in the file, replacing older ones with the same key.

    A file that cannot be written is only logged: the measurements will be made again.
    """
    table = _read_table()
    entries = {
        "networks": _merged(table, NetworkSpeed, speeds),
        "encoders": _merged(table, EncoderSpeed, speeds),
    }
    text = json.dumps(table | {_machine(): entries}, indent=1)
    path = speeds_file()
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        part = path.with_name(f"{path.name}.{os.getpid()}.part")
        part.write_text(text, encoding="utf-8")
        part.replace(path)
    except OSError as error:
        log.warning("cannot remember what was measured: %s", error)


@dataclass(frozen=True)
class Speeds:
    """The measurements of this machine, the oldest first."""

    networks: Sequence[NetworkSpeed] = ()
    encoders: Sequence[EncoderSpeed] = ()

    def network_for(self, work: FrameWork) -> NetworkSpeed | None:
        """The measurement of the model at the size nearest to that of the work."""
        wanted = (work.model, work.device, work.scale)
        known = [s for s in self.networks if (s.model, s.device, s.scale) == wanted]
        return _nearest(known, work.pixels)

    def encoder_for(self, work: FrameWork) -> EncoderSpeed | None:
        """The measurement of the encoder at the size nearest to that of the work."""
        wanted = (work.codec, work.encoder)
        known = [speed for speed in self.encoders if (speed.codec, speed.encoder) == wanted]
        return _nearest(known, work.written_pixels)

    def seconds_per_frame(self, work: FrameWork) -> float | None:
        """Expected time of a frame of a render; None where something was never measured.

        On the processor the model and the encoder share the cores, and their times add up. With a
        card both work at once, and the slower one decides.
        """
        network, encoder = self.network_for(work), self.encoder_for(work)
        if network is None or encoder is None:
            return None
        return combined(network, encoder, work)


def seconds_per_frame(work: FrameWork) -> float | None:
    """Expected time of a frame of a render, see `Speeds`; reads the file."""
    return remembered().seconds_per_frame(work)


def combined(network: NetworkSpeed, encoder: EncoderSpeed, work: FrameWork) -> float:
    """Time of a frame from known speeds."""
    restoring = _scaled(network, work.pixels)
    restoring *= 1 + network.cleaning_share * (work.cleanings - 1)
    encoding = _encoding_seconds(encoder, work, is_shared=network.is_processor)
    return restoring + encoding if network.is_processor else max(restoring, encoding)


def network_from_render(
    seconds_per_frame: float, work: FrameWork, *, is_processor: bool, cleaning_share: float
) -> NetworkSpeed | None:
    """Speed of the model in a finished render; None where that cannot be derived.

    Args:
        seconds_per_frame: of the render.
        work: as it was done.
        is_processor: as in `NetworkSpeed`.
        cleaning_share: as in `NetworkSpeed`, where it was never measured.
    """
    encoder, known = encoder_speed(work), network_speed(work)
    if encoder is None:
        return None
    if known is not None:
        cleaning_share = known.cleaning_share
    encoding = _encoding_seconds(encoder, work, is_shared=is_processor)
    if not is_processor and seconds_per_frame < _CLEARLY * encoding:
        return None  # it waited for the encoder
    restoring = seconds_per_frame - encoding * is_processor
    if restoring < _LEAST_SHARE * seconds_per_frame:
        return None  # a film that is much easier to encode than the sample
    return NetworkSpeed(
        model=work.model,
        device=work.device,
        is_processor=is_processor,
        pixels=work.pixels,
        seconds_per_frame=restoring / (1 + cleaning_share * (work.cleanings - 1)),
        cleaning_share=cleaning_share,
        scale=work.scale,
    )


def network_speed(work: FrameWork) -> NetworkSpeed | None:
    """The measurement of the model at the size nearest to that of the work."""
    return remembered().network_for(work)


def encoder_speed(work: FrameWork) -> EncoderSpeed | None:
    """The measurement of the encoder at the size nearest to that of the work."""
    return remembered().encoder_for(work)


def remembered() -> Speeds:
    """Return what is in the file, which is read again only when it was changed."""
    path = speeds_file()
    try:
        status = path.stat()
    except OSError:
        return Speeds()
    return _read_at(path, (status.st_ino, status.st_mtime_ns, status.st_size))


@lru_cache(maxsize=1)
def _read_at(_path: Path, _state: tuple[int, int, int]) -> Speeds:
    table = _read_table()
    return Speeds(_usable(table, NetworkSpeed), _usable(table, EncoderSpeed))


def _merged(
    table: dict[str, Any], kind: type[_Speed], fresh: tuple[AnySpeed, ...]
) -> list[dict[str, Any]]:
    """The stored entries of one kind with new ones merged in, the latest at the end."""
    latest: dict[tuple[object, ...], AnySpeed] = {s.key: s for s in _usable(table, kind)}
    for speed in fresh:
        if isinstance(speed, kind) and _is_usable(speed) and _is_better(speed, latest):
            latest.pop(speed.key, None)
            latest[speed.key] = speed
    return [asdict(speed) for speed in latest.values()][-_MOST_REMEMBERED:]


def _is_better(fresh: AnySpeed, known: Mapping[Any, AnySpeed]) -> bool:
    """Tell whether a measurement replaces the known one: not where it was only disturbed more."""
    before = known.get(fresh.key)
    if before is None or not isinstance(fresh, NetworkSpeed) or not fresh.is_disturbed:
        return True
    return fresh.seconds_per_frame < before.seconds_per_frame


def _nearest(known: Sequence[_Speed], pixels: int) -> _Speed | None:
    if not known or pixels <= 0:
        return None
    return min(known, key=lambda speed: abs(math.log(speed.pixels / pixels)))


def _encoding_seconds(encoder: EncoderSpeed, work: FrameWork, *, is_shared: bool) -> float:
    """Encoding time of a frame, on shared cores or beside a card."""
    seconds = encoder.processor_seconds_per_frame / _cores()
    if not is_shared:
        seconds = encoder.seconds_per_frame
    return work.encoding * seconds * work.written_pixels / encoder.pixels


def _cores() -> int:
    return os.cpu_count() or 1


def _scaled(speed: NetworkSpeed, pixels: int) -> float:
    """Within the usual sizes the time is proportional to the number of pixels."""
    return speed.seconds_per_frame * pixels / speed.pixels


def _machine() -> str:
    """Identity of this computer: a home folder may be shared by several."""
    return f"{platform.node()}, {platform.machine()}, {os.cpu_count()} threads"


def _read_table() -> dict[str, Any]:
    """The file, by machine; empty where it cannot be read."""
    try:
        table = json.loads(speeds_file().read_text(encoding="utf-8"))
    except FileNotFoundError:
        return {}
    except OSError as error:
        log.warning("what was measured cannot be read: %s", error)
        return {}
    except ValueError as error:
        _set_aside(error)
        return {}
    return table if isinstance(table, dict) else {}


def _usable(table: dict[str, Any], kind: type[_Speed]) -> list[_Speed]:
    """The measurements of this machine, the oldest first."""
    name = "networks" if kind is NetworkSpeed else "encoders"
    try:
        speeds = [kind(**entry) for entry in table[_machine()][name]]
        return [speed for speed in speeds if _is_usable(speed)]
    except KeyError:
        return []
    except TypeError as error:  # written by another version
        _set_aside(error)
        return []


def _set_aside(error: Exception) -> None:
    """Move an unreadable file away, so that it is reported once."""
    path = speeds_file()
    log.warning("what was measured cannot be understood, and is set aside: %s", error)
    with contextlib.suppress(OSError):
        path.replace(path.with_suffix(".old.json"))


def _is_usable(speed: AnySpeed) -> bool:
    seconds = [speed.seconds_per_frame]
    if isinstance(speed, EncoderSpeed):
        seconds.append(speed.processor_seconds_per_frame)
    return speed.pixels > 0 and all(0 < value < math.inf for value in seconds)
