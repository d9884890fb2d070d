"""One page about this installation and this machine, for a bug report."""

# ruff: noqa: PLC0415 - torch or av may be what is broken: each is loaded in its own section
from __future__ import annotations

import os
import platform
import shutil
import sys
import tempfile
from collections.abc import Callable, Iterator
from importlib import metadata
from pathlib import Path

from engine.installation.active_runtime import active_name
from engine.installation.cards import Card, find_cards, unused_card
from engine.installation.runtimes import load_runtimes
from engine.jobs.errors import WeightsError, WeightsProblem
from engine.networks import catalogue
from engine.resuming.unfinished import orphans

PACKAGES = ("homereel", "torch", "av", "numpy", "safetensors", "PySide6_Essentials")
ENCODERS = ("libx264", "libx265", "libsvtav1", "prores_ks", "ffv1")
CPU_FLAGS = ("avx2", "fma", "avx512f", "avx512_bf16", "amx_bf16", "asimd", "bf16")
BF16_FLAGS = {"avx512_bf16", "amx_bf16", "bf16"}
CHECKSUM_TEXTS = {
    WeightsProblem.NOT_INSTALLED: "not installed",
    WeightsProblem.NOT_IMPORTED: "not installed",
    WeightsProblem.WRONG_CHECKSUM: "WRONG CHECKSUM",
    WeightsProblem.UNREADABLE: "CANNOT BE READ",
}
GIGABYTE = 1_000_000_000
MEGABYTE = 1_000_000


def report() -> str:
    """The page. Never raises: a section that fails says so."""
    sections: dict[str, Callable[[], Iterator[str]]] = {
        "Versions": _versions,
        "Processor": _processor,
        "Devices": _devices,
        "Video": _video,
        "Models": _models,
        "Folders and room": _folders,
        "Unfinished renders": _unfinished,
    }
    blocks = [f"{title}\n{_lines(section)}" for title, section in sections.items()]
    return "\n\n".join(blocks)


def _lines(section: Callable[[], Iterator[str]]) -> str:
    lines: list[str] = []
    try:
        lines.extend(section())
    except Exception as error:  # what is broken is just what the page is for
        lines.append(f"not available: {type(error).__name__}: {error}")
    return "\n".join(f"  {line}" for line in lines)


def _versions() -> Iterator[str]:
    yield f"Python {platform.python_version()}, {platform.platform()}"
    for package in PACKAGES:
        try:
            yield f"{package} {metadata.version(package)}"
        except metadata.PackageNotFoundError:
            yield f"{package} is not installed"


def _processor() -> Iterator[str]:
    info = _cpu_info()
    name = info.get("model name") or platform.processor() or platform.machine()
    yield f"{name}, {os.cpu_count()} threads, {platform.machine()}"
    flags = set((info.get("flags") or info.get("Features") or "").split())
    if flags:
        yield f"features: {', '.join(f for f in CPU_FLAGS if f in flags) or 'none of interest'}"
        yield f"bf16 in hardware: {'yes' if flags & BF16_FLAGS else 'no'}"
    total_bytes, available_bytes = _memory_bytes()
    if total_bytes:
        available = f", {available_bytes / GIGABYTE:.1f} GB available" if available_bytes else ""
        yield f"memory: {total_bytes / GIGABYTE:.1f} GB{available}"


def _devices() -> Iterator[str]:
    import torch

    yield f"cpu: {torch.get_num_threads()} threads, {torch.backends.cpu.get_cpu_capability()}"
    if torch.cuda.is_available():
        for index in range(torch.cuda.device_count()):
            card = torch.cuda.get_device_properties(index)
            memory = f"{card.total_memory / GIGABYTE:.1f} GB"
            yield f"cuda:{index}: {card.name}, {memory}, compute {card.major}.{card.minor}"
    else:
        yield f"cuda: none (torch is built for {torch.version.cuda or 'CPU only'})"
    yield f"mps: {'yes' if torch.backends.mps.is_available() else 'none'}"
    yield f"xpu: {torch.xpu.device_count() if torch.xpu.is_available() else 'none'}"
    cards = ", ".join(f"{card.name} ({card.kind})" for card in find_cards())
    yield f"cards by their drivers: {cards or 'none'}; runtime: {active_name() or 'own'}"
    unused = unused_card()
    if unused is not None:
        advice = _what_to_install(unused)
        yield f"{unused.name} is not used: this torch has no code for it; {advice}"
    elif cards and not torch.accelerator.is_available():
        yield f"{cards}: torch has code for it but does not find it; its driver may be too old"


def _what_to_install(card: Card) -> str:
    if any(runtime.card is card.kind for runtime in load_runtimes()):
        return "“homereel runtime fetch” fetches the build that has"
    return f"install its build for {card.kind.upper()}, see pytorch.org/get-started/locally"


def _video() -> Iterator[str]:
    import av

    libraries = ", ".join(
        f"{name} {'.'.join(map(str, version))}" for name, version in av.library_versions.items()
    )
    yield f"FFmpeg {av.ffmpeg_version_info}: {libraries}"
    present = [name for name in ENCODERS if name in av.codecs_available]
    yield f"encoders: {', '.join(present)}"
    from engine.video.writing.codecs import encoders_of_cards

    works = encoders_of_cards()
    yield f"encoders of cards: {', '.join(e.name for e, does in works if does) or 'none works'}"
    yield f"  tried in vain: {', '.join(e.name for e, does in works if not does) or 'none'}"


def _models() -> Iterator[str]:
    for model in catalogue.load_catalogue():
        yield f"{model.name}: {_checksum_state(model)}"


def _checksum_state(model: catalogue.ModelEntry) -> str:
    try:
        catalogue.verify(model)
    except WeightsError as error:
        return CHECKSUM_TEXTS[error.reason]
    return f"checksum right, {catalogue.weights_path(model)}"


def _folders() -> Iterator[str]:
    folders = {
        "program": Path(__file__).parent.parent,
        "models": catalogue.models_folder(),
        "temporary files": Path(tempfile.gettempdir()),
        "working folder": Path.cwd(),
    }
    for name, folder in folders.items():
        existing = next(f for f in (folder, *folder.parents) if f.exists())
        free_bytes = shutil.disk_usage(existing).free
        yield f"{name}: {folder}, {free_bytes / GIGABYTE:.1f} GB free"
    yield f"encodings: files {sys.getfilesystemencoding()}, output {sys.stdout.encoding}"


def _unfinished() -> Iterator[str]:
    found = orphans()
    for orphan in found:
        frames = f"{orphan.frames} frames" if orphan.frames else "nothing usable"
        size = f"{orphan.size_bytes / MEGABYTE:.1f} MB"
        yield f"{orphan.folder}: {frames} of {orphan.output}, {size}"
    if found:
        yield "the same command, or the window, goes on with them;"
        yield "“homereel doctor --clean” removes those that you do not want"
    else:
        yield "none"


def _cpu_info() -> dict[str, str]:
    """The first processor of Linux's list; empty elsewhere."""
    try:
        lines = Path("/proc/cpuinfo").read_text(encoding="utf-8").split("\n\n")[0].splitlines()
    except OSError:
        return {}
    pairs = (line.partition(":") for line in lines)
    return {key.strip(): value.strip() for key, _, value in pairs}


def _memory_bytes() -> tuple[int | None, int | None]:
    """Total and available memory; None where the system does not say it this way."""
    try:
        page_bytes = os.sysconf("SC_PAGE_SIZE")
        total_bytes = page_bytes * os.sysconf("SC_PHYS_PAGES")
    except (AttributeError, ValueError):
        return None, None
    try:
        return total_bytes, page_bytes * os.sysconf("SC_AVPHYS_PAGES")
    except ValueError:  # macOS
        return total_bytes, None
