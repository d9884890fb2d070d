"""Models that the user adds: image models of others, kept beside those that were fetched."""

from __future__ import annotations

import hashlib
import json
import re
import threading
from collections.abc import Callable
from pathlib import Path

from engine.files.durable import replace_synced
from engine.files.sources import is_gone
from engine.jobs.errors import WeightsError, WeightsProblem
from engine.networks import catalogue
from engine.networks.catalogue import ADDED_FILE, FAMILY_OF_ADDED, ModelEntry

UNKNOWN_LICENCE = "unknown"
_STORED = (
    "name",
    "title",
    "purpose",
    "licence",
    "file",
    "size_bytes",
    "sha256",
    "architecture",
    "macs_per_pixel",
    "bad_at",
)
_NAME = re.compile(r"[a-z0-9][a-z0-9._-]{0,63}")
_one_at_a_time = threading.Lock()


def add(path: Path, name: str | None = None, licence: str | None = None) -> ModelEntry:
    """Copy an image model of others into the models folder, after it was tried.

    A file that Homereel knows, or that was added before, is that model.

    Args:
        path: a ``.safetensors`` or ``.pth`` file that spandrel recognises.
        name: under which it is chosen; None: from the name of the file.
        licence: under which its author gives it away.

    Raises:
        WeightsError: the file cannot be used, see `engine.networks.community.examine`; NAME_TAKEN
            or BAD_NAME.
        DiskFullError: no room for the copy.
    """
    digest = _checksum(path)
    for known in catalogue.load_catalogue():
        if digest in (known.sha256, *known.twins):
            return known if known.is_added else catalogue.import_file(path)
    chosen = _usable_name(path.stem if name is None else name)
    # Loads torch, which is only needed now.
    from engine.networks.community import as_architecture, examine  # noqa: PLC0415

    measures, architecture = examine(path)
    entry = ModelEntry(
        name=chosen,
        title=name or path.stem,
        purpose=f"Added by you: a network of the kind {architecture}, {_effect(measures.scale)}.",
        bad_at="Looks at one frame at a time, so fine detail may flicker.",
        licence=licence or UNKNOWN_LICENCE,
        file=f"{chosen}{path.suffix.lower()}",
        size_bytes=path.stat().st_size,
        sha256=digest,
        family=FAMILY_OF_ADDED,
        architecture=as_architecture(measures),
        macs_per_pixel=measures.macs_per_pixel,
        is_added=True,
    )
    try:
        with path.open("rb") as file:
            catalogue.copy_file(file, entry)
        _write(lambda entries: [*entries, entry])
    except OSError as exc:
        raise WeightsError(path.name, WeightsProblem.UNREADABLE, exc.strerror or str(exc)) from exc
    return entry


def remove(entry: ModelEntry) -> int:
    """Delete the file of a model, and forget the model where the user added it.

    Returns:
        The bytes that were freed.

    Raises:
        WeightsError: NOT_REMOVABLE for the bundled one, NOT_INSTALLED, or UNREADABLE where the
            system refuses.
    """
    if entry.is_bundled:
        raise WeightsError(entry.name, WeightsProblem.NOT_REMOVABLE)
    folder = catalogue.models_folder()
    files = [folder / entry.file, folder / f"{entry.file}.part"]
    there = [file for file in files if file.is_file()]
    if not there and not entry.is_added:
        raise WeightsError(entry.name, WeightsProblem.NOT_INSTALLED)
    try:
        freed = sum(file.stat().st_size for file in there)
        for file in there:
            file.unlink()
        if entry.is_added:
            _write(lambda entries: [kept for kept in entries if kept.name != entry.name])
    except OSError as exc:
        raise WeightsError(entry.name, WeightsProblem.UNREADABLE, str(exc)) from exc
    return freed


def name_from(text: str) -> str:
    """A name for the command line, made of a title or the name of a file."""
    return re.sub(r"[^a-z0-9._-]+", "-", text.lower()).strip("-._")[:64]


def _usable_name(text: str) -> str:
    """The name of a new model.

    Raises:
        WeightsError: NAME_TAKEN or BAD_NAME.
    """
    name = name_from(text)
    if not _NAME.fullmatch(name):
        raise WeightsError(text, WeightsProblem.BAD_NAME)
    if any(name == model.name for model in catalogue.load_catalogue()):
        raise WeightsError(name, WeightsProblem.NAME_TAKEN)
    return name


def _effect(scale: int) -> str:
    return "keeps the size" if scale == 1 else f"enlarges {scale} times"


def _checksum(path: Path) -> str:
    if is_gone(path):
        raise WeightsError(str(path), WeightsProblem.NO_FILE)
    try:
        with path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except OSError as exc:
        raise WeightsError(path.name, WeightsProblem.UNREADABLE, exc.strerror or str(exc)) from exc


def _write(change: Callable[[list[ModelEntry]], list[ModelEntry]]) -> None:
    """Replace the list of added models by a changed one.

    Raises:
        OSError: it cannot be written; the old one is still there.
    """
    with _one_at_a_time:
        catalogue.reload()  # what another process added meanwhile stays
        entries = change([model for model in catalogue.load_catalogue() if model.is_added])
        tables = [{name: getattr(entry, name) for name in _STORED} for entry in entries]
        content = json.dumps(tables, indent=1, ensure_ascii=False).encode()
        replace_synced(catalogue.models_folder() / ADDED_FILE, content)
        catalogue.reload()
