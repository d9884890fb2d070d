"""Graphics cards of this machine, found without PyTorch, whose build for them may be missing."""

from __future__ import annotations

import ctypes
import importlib.util
import json
import platform
import re
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

_DISPLAY_CLASS = r"SYSTEM\CurrentControlSet\Control\Class\{4d36e968-e325-11ce-bfc1-08002be10318}"
"""Windows' list of display adapters. Source: Microsoft, "System-Defined Device Setup Classes"."""
_INTEL = "0x8086"
_PROFILER_SECONDS = 20


class CardKind(StrEnum):
    """What PyTorch calls the way it computes on a card."""

    CUDA = "cuda"
    ROCM = "rocm"
    XPU = "xpu"
    MPS = "mps"
    """Apple's; every build of PyTorch for macOS has it."""


@dataclass(frozen=True)
class Card:
    """A graphics card whose driver is installed."""

    kind: CardKind
    name: str
    driver: str = ""
    """Version of its driver; empty where the system does not tell it."""

    def has_driver(self, least: str) -> bool:
        """Whether its driver is at least this version; also True where nothing is known of it."""
        if not self.driver or not least:
            return True
        return _numbers(self.driver) >= _numbers(least)


def find_cards() -> list[Card]:
    """The cards of this machine that PyTorch has a build for; empty where none is found."""
    try:
        match sys.platform:
            case "win32":
                return list(_of_windows())
            case "darwin":
                return list(_of_macos())
            case _:
                return list(_of_linux(Path("/"), _has_library))
    except (OSError, ValueError, subprocess.SubprocessError):
        return []


def unused_card() -> Card | None:
    """A card of this machine for which the installed PyTorch has no code; None without one.

    None also where PyTorch has code for another of its cards. PyTorch is not imported.
    """
    usable = torch_kinds()
    cards = find_cards() if CardKind.MPS not in usable else []
    if any(card.kind in usable for card in cards):
        return None
    return next(iter(cards), None)


def torch_kinds() -> set[CardKind]:
    """The kinds of cards that the PyTorch which would be imported was built for."""
    if sys.platform == "darwin":
        return {CardKind.MPS}
    names = {"cuda": CardKind.CUDA, "hip": CardKind.ROCM, "xpu": CardKind.XPU}
    return {names[name] for name in _BUILT_FOR.findall(_torch_version_file()) if name in names}


_BUILT_FOR = re.compile(r"^(\w+)[^=\n]*= *['\"]", re.MULTILINE)
"""Names with a text, as in ``cuda: Optional[str] = '13.0'``; without a card it is ``None``."""


def _torch_version_file() -> str:
    """What PyTorch wrote down about its build; empty where it cannot be read."""
    found = importlib.util.find_spec("torch")
    if found is None or found.origin is None:
        return ""
    try:
        return Path(found.origin).with_name("version.py").read_text(encoding="utf-8")
    except OSError:  # packed into the program, which brings the build for the processor
        return ""


def _of_linux(root: Path, has_library: Callable[[str], bool]) -> Iterator[Card]:
    """Cards by what their drivers show below ``/proc`` and ``/sys``."""
    nvidia = [_field(page, "Model") for page in root.glob("proc/driver/nvidia/gpus/*/information")]
    if not nvidia and (root / "dev/dxg").exists() and has_library("libcuda.so.1"):
        nvidia = ["NVIDIA card"]  # under Windows, which shows its driver to Linux this way only
    driver = _nvidia_driver(root / "proc/driver/nvidia/version")
    yield from (Card(CardKind.CUDA, name, driver) for name in nvidia)
    for node in sorted(root.glob("sys/class/kfd/kfd/topology/nodes/*")):
        properties = (node / "properties").read_text(encoding="utf-8").split()
        facts = dict(zip(properties[::2], properties[1::2], strict=False))
        if facts.get("gfx_target_version", "0") != "0":  # else the node is the processor
            name = (node / "name").read_text(encoding="utf-8").strip()
            yield Card(CardKind.ROCM, f"AMD {name}".strip())
    vendors = root.glob("sys/class/drm/card?/device/vendor")
    is_intel = any(file.read_text(encoding="utf-8").strip() == _INTEL for file in vendors)
    if is_intel and has_library("libze_intel_gpu.so.1"):
        yield Card(CardKind.XPU, "Intel card")


def _of_windows() -> Iterator[Card]:
    """Cards by the registry's list of display adapters."""
    if sys.platform != "win32":
        return
    import winreg  # noqa: PLC0415 - there is none on other systems

    makers = (("nvidia", CardKind.CUDA), ("radeon", CardKind.ROCM), ("arc", CardKind.XPU))
    with winreg.OpenKey(winreg.HKEY_LOCAL_MACHINE, _DISPLAY_CLASS) as adapters:
        for index in range(winreg.QueryInfoKey(adapters)[0]):
            try:
                with winreg.OpenKey(adapters, winreg.EnumKey(adapters, index)) as adapter:
                    name = str(winreg.QueryValueEx(adapter, "DriverDesc")[0])
            except OSError:
                continue  # of administrators only, or no adapter
            words = name.lower().replace("(", " ").split()
            yield from (Card(kind, name) for maker, kind in makers if maker in words)


def _of_macos() -> Iterator[Card]:
    """The card of an Apple processor; PyTorch has no builds for other Macs any more."""
    if platform.machine() != "arm64":
        return
    done = subprocess.run(
        ["system_profiler", "SPDisplaysDataType", "-json"],
        capture_output=True,
        text=True,
        check=True,
        timeout=_PROFILER_SECONDS,
    )
    for display in json.loads(done.stdout).get("SPDisplaysDataType", []):
        yield Card(CardKind.MPS, display.get("sppci_model", "Apple"))


def _field(page: Path, name: str) -> str:
    """The value of a line ``name: value``."""
    for line in page.read_text(encoding="utf-8", errors="replace").splitlines():
        key, _, value = line.partition(":")
        if key.strip() == name:
            return value.strip()
    return "NVIDIA card"


def _nvidia_driver(page: Path) -> str:
    """The version in ``NVRM version: NVIDIA UNIX x86_64 Kernel Module  580.95.05  …``."""
    try:
        found = re.search(r"NVRM version:.*?\s(\d+(?:\.\d+)+)\s", page.read_text(encoding="utf-8"))
    except OSError:
        return ""
    return found[1] if found else ""


def _numbers(version: str) -> list[int]:
    return [int(number) for number in re.findall(r"\d+", version)]


def _has_library(name: str) -> bool:
    try:
        ctypes.CDLL(name)
    except OSError:
        return False
    return True
