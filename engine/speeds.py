"""What was measured on this machine, remembered, so that a time can be promised beforehand.

Loads no torch: the window asks before anything heavy is there.
"""

from __future__ import annotations

import json
import logging
import math
import os
import platform
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

import platformdirs

log = logging.getLogger(__name__)

_MOST_REMEMBERED = 200


@dataclass(frozen=True, kw_only=True)
class Speed:
    """What a frame took with a model, on a device, at one size."""

    model: str
    device: str
    """As in `Options.device`."""
    pixels: int
    """Of the frame that was restored, before its enlargement."""
    seconds_per_frame: float


def speeds_file() -> Path:
    """Where the measurements are kept."""
    return platformdirs.user_state_path("homereel", appauthor=False) / "speeds.json"


def remember(*speeds: Speed) -> None:
    """Keep measurements, in place of older ones at the same size.

    A file that cannot be written is no reason to disturb anyone: they will be made again.
    """
    usable = [s for s in speeds if s.pixels > 0 and 0 < s.seconds_per_frame < math.inf]
    fresh = {_key(speed) for speed in usable}
    table = _read_table()
    kept = [speed for speed in _usable(table) if _key(speed) not in fresh]
    entries = [asdict(speed) for speed in [*kept, *usable][-_MOST_REMEMBERED:]]
    text = json.dumps(table | {_machine(): entries}, indent=1)
    path = speeds_file()
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        part = path.with_name(f"{path.name}.{os.getpid()}.part")
        part.write_text(text, encoding="utf-8")
        part.replace(path)
    except OSError as error:
        log.warning("cannot remember what was measured: %s", error)


def seconds_per_frame(model: str, device: str, pixels: int) -> float | None:
    """What a frame of ``pixels`` is expected to take; None where nothing was measured.

    From the nearest size: within the usual sizes the time goes with the number of pixels.
    """
    known = [s for s in _usable(_read_table()) if (s.model, s.device) == (model, device)]
    if not known or pixels <= 0:
        return None
    nearest = min(known, key=lambda speed: abs(math.log(speed.pixels / pixels)))
    return nearest.seconds_per_frame * pixels / nearest.pixels


def _key(speed: Speed) -> tuple[str, str, int]:
    return speed.model, speed.device, speed.pixels


def _machine() -> str:
    """A home folder may be used from several computers."""
    return f"{platform.node()}, {platform.machine()}, {os.cpu_count()} threads"


def _read_table() -> dict[str, Any]:
    """The file, by machine; empty where it cannot be read."""
    try:
        table = json.loads(speeds_file().read_text(encoding="utf-8"))
    except FileNotFoundError:
        return {}
    except (OSError, ValueError) as error:
        log.warning("what was measured cannot be read: %s", error)
        return {}
    return table if isinstance(table, dict) else {}


def _usable(table: dict[str, Any]) -> list[Speed]:
    """The measurements of this machine, the oldest first."""
    try:
        speeds = [Speed(**entry) for entry in table.get(_machine(), [])]
        return [s for s in speeds if s.pixels > 0 and s.seconds_per_frame > 0]
    except TypeError as error:  # written by another version
        log.warning("what was measured cannot be understood: %s", error)
        return []
