"""What was measured on this machine, remembered, so that a time can be promised beforehand.

Loads no torch: the window asks before anything heavy is there.
"""

from __future__ import annotations

import contextlib
import json
import logging
import math
import os
import platform
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any, TypeVar

import platformdirs

from engine.jobs.options import Codec, Encoder

log = logging.getLogger(__name__)

_Speed = TypeVar("_Speed", "NetworkSpeed", "EncoderSpeed")

TYPICAL_CLEANINGS = 1.4
"""At the default threshold: between most real clips (once) and the noisy ones (mostly twice)."""
_MOST_REMEMBERED = 200
_CLEARLY = 1.2
_LEAST_SHARE = 0.25


@dataclass(frozen=True, kw_only=True)
class NetworkSpeed:
    """What the network of a model takes for a frame, on a device, at one size."""

    model: str
    device: str
    """As in `Options.device`."""
    is_processor: bool
    """Where the network shares the cores with the encoder."""
    pixels: int
    """Of the frame that was restored, before its enlargement."""
    seconds_per_frame: float
    """Cleaned once."""
    cleaning_share: float
    """Of that, what each further cleaning adds."""

    @property
    def key(self) -> tuple[str, str, int]:
        """What it is about; a later measurement of the same replaces it."""
        return self.model, self.device, self.pixels


@dataclass(frozen=True, kw_only=True)
class EncoderSpeed:
    """What scaling and encoding take for a picture, at one size."""

    codec: str
    encoder: str
    """As in `Options.encoder`."""
    pixels: int
    """Of the picture that is written."""
    seconds_per_frame: float
    """On a computer that does nothing else."""
    processor_seconds_per_frame: float
    """Of all cores together."""

    @property
    def key(self) -> tuple[str, str, int]:
        """What it is about; a later measurement of the same replaces it."""
        return self.codec, self.encoder, self.pixels


AnySpeed = NetworkSpeed | EncoderSpeed


@dataclass(frozen=True, kw_only=True)
class Trial:
    """How much work a film is, told from a little of it; the same on every machine."""

    cleanings: float
    """How often a frame is cleaned, on average."""
    encoding: float
    """Of the work to encode the sample of which `EncoderSpeed` tells."""


@dataclass(frozen=True, kw_only=True)
class FrameWork:
    """What a render has to do for each frame, as far as it takes noticeable time.

    Decoding, deinterlacing and conversion are left out: less than a hundredth of the processor time
    of four real clips.
    """

    model: str
    device: str
    pixels: int
    """Of the frame before its enlargement."""
    codec: Codec
    """Not AUTO."""
    written_pixels: int
    """Of the picture in the file."""
    encoder: Encoder = Encoder.AUTO
    cleanings: float = TYPICAL_CLEANINGS
    """How often it is cleaned, on average."""
    encoding: float = 1.0
    """As in `Trial`."""


def speeds_file() -> Path:
    """Where the measurements are kept."""
    return platformdirs.user_state_path("homereel", appauthor=False) / "speeds.json"


def remember(*speeds: AnySpeed) -> None:
    """Keep measurements, in place of older ones of the same.

    A file that cannot be written is no reason to disturb anyone: they will be made again.
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
    """All that was measured on this machine, the oldest first."""

    networks: Sequence[NetworkSpeed] = ()
    encoders: Sequence[EncoderSpeed] = ()

    def network_for(self, work: FrameWork) -> NetworkSpeed | None:
        """The speed that was measured at the size nearest to that of the work."""
        wanted = (work.model, work.device)
        known = [speed for speed in self.networks if (speed.model, speed.device) == wanted]
        return _nearest(known, work.pixels)

    def encoder_for(self, work: FrameWork) -> EncoderSpeed | None:
        """The same of the encoder."""
        wanted = (work.codec, work.encoder)
        known = [speed for speed in self.encoders if (speed.codec, speed.encoder) == wanted]
        return _nearest(known, work.written_pixels)

    def seconds_per_frame(self, work: FrameWork) -> float | None:
        """What a frame of a render is expected to take; None: something was never measured.

        On the processor the network and the encoder share the cores: what the encoder takes of all
        of them is added. Next to a card it works on its own, and the slower one decides.
        """
        network, encoder = self.network_for(work), self.encoder_for(work)
        if network is None or encoder is None:
            return None
        return combined(network, encoder, work)


def seconds_per_frame(work: FrameWork) -> float | None:
    """What a frame of a render is expected to take, as `Speeds` says; reads the file."""
    return remembered().seconds_per_frame(work)


def combined(network: NetworkSpeed, encoder: EncoderSpeed, work: FrameWork) -> float:
    """What a frame takes where the speeds are known."""
    restoring = _scaled(network, work.pixels)
    restoring *= 1 + network.cleaning_share * (work.cleanings - 1)
    encoding = _encoding_seconds(encoder, work, is_shared=network.is_processor)
    return restoring + encoding if network.is_processor else max(restoring, encoding)


def network_from_render(
    seconds_per_frame: float, work: FrameWork, *, is_processor: bool, cleaning_share: float
) -> NetworkSpeed | None:
    """What the network took in a finished render; None where that can't be told.

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
    )


def network_speed(work: FrameWork) -> NetworkSpeed | None:
    """What was measured at the size that is nearest to that of the work."""
    return remembered().network_for(work)


def encoder_speed(work: FrameWork) -> EncoderSpeed | None:
    """The same of the encoder."""
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
    """The entries of one kind with the fresh ones, the latest at the end."""
    latest: dict[tuple[str, str, int], AnySpeed] = {s.key: s for s in _usable(table, kind)}
    for speed in fresh:
        if isinstance(speed, kind) and _is_usable(speed):
            latest.pop(speed.key, None)
            latest[speed.key] = speed
    return [asdict(speed) for speed in latest.values()][-_MOST_REMEMBERED:]


def _nearest(known: Sequence[_Speed], pixels: int) -> _Speed | None:
    if not known or pixels <= 0:
        return None
    return min(known, key=lambda speed: abs(math.log(speed.pixels / pixels)))


def _encoding_seconds(encoder: EncoderSpeed, work: FrameWork, *, is_shared: bool) -> float:
    """What encoding adds to the time of a frame, or takes beside the network."""
    seconds = encoder.processor_seconds_per_frame / _cores()
    if not is_shared:
        seconds = encoder.seconds_per_frame
    return work.encoding * seconds * work.written_pixels / encoder.pixels


def _cores() -> int:
    return os.cpu_count() or 1


def _scaled(speed: NetworkSpeed, pixels: int) -> float:
    """Within the usual sizes the time goes with the number of pixels."""
    return speed.seconds_per_frame * pixels / speed.pixels


def _machine() -> str:
    """A home folder may be used from several computers."""
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
    """Begin anew, else the same would be reported with every estimate."""
    path = speeds_file()
    log.warning("what was measured cannot be understood, and is set aside: %s", error)
    with contextlib.suppress(OSError):
        path.replace(path.with_suffix(".old.json"))


def _is_usable(speed: AnySpeed) -> bool:
    seconds = [speed.seconds_per_frame]
    if isinstance(speed, EncoderSpeed):
        seconds.append(speed.processor_seconds_per_frame)
    return speed.pixels > 0 and all(0 < value < math.inf for value in seconds)
