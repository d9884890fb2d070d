"""The models Homereel knows: finding, fetching, importing and verifying their files.

Imports no torch, so that the window and the command line can list models at start-up.
"""

from __future__ import annotations

import contextlib
import errno
import hashlib
import json
import logging
import os
import shutil
import tempfile
import threading
import tomllib
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, BinaryIO

import resources
from engine.files.download import CHUNK_BYTES, download
from engine.files.lock import FileLock
from engine.files.sources import is_gone
from engine.jobs.errors import Cancelled, DiskFullError, WeightsError, WeightsProblem

log = logging.getLogger(__name__)

_STRETCH = 1.13
"""An end serves for files that are so many times as large as its pictures, at most.

So 480 lines become 1080 with the end at twice the size: Lanczos does the last eighth. What the end
at four times the size would add lies beyond what such sources hold.
"""

OnProgress = Callable[[int, int], None]
"""Called with the bytes that are there and the bytes of the whole file."""

ADDED_FILE = "added.json"
"""In the folder of models: the entries of those that the user added."""
FAMILY_OF_ADDED = "community"
_FRAME_FAMILIES = ("srvgg", "rrdbnet", FAMILY_OF_ADDED)
_WAIT_SECONDS = 0.3
"""Between two looks at a file that another process fetches."""


@dataclass(frozen=True, kw_only=True)
class ModelEntry:
    """One model of the catalogue, installed or not. Thresholds are in 8-bit levels (0..255)."""

    name: str
    title: str
    purpose: str
    licence: str
    file: str
    size_bytes: int
    sha256: str
    family: str
    """The module of ``engine.networks`` that builds the network."""
    architecture: Mapping[str, object] = field(hash=False)
    """Widths and depths, as the family wants them."""
    macs_per_pixel: int = 0
    """Multiply-accumulates for each pixel of a frame; 0 where unknown."""
    scales: tuple[int, ...] = ()
    """How many times it enlarges, ascending, for a model that has an end for each of them."""
    default_threshold: float | None = None
    """None, as the ends of the slider, for a model without dynamic refinement."""
    slider_smooth: float | None = None
    slider_detailed: float | None = None
    is_bundled: bool = False
    """Whether the file comes with the program."""
    url: str | None = None
    """Where the file is fetched from; None for a bundled model, and for one that its publisher does
    not offer at a plain address: its file can only be imported."""
    mirrors: tuple[str, ...] = ()
    """Further addresses of the same file, for when the first one does not answer."""
    twins: tuple[str, ...] = ()
    """SHA-256 of other files with the same weights."""
    mixes_with: str | None = None
    """A model of the same network that removes less noise; their weights may be mixed."""
    is_size_exact: bool = True
    """Whether ``size_bytes`` is known; else no file of the model is larger."""
    bad_at: str = ""
    """What it is not good for, as a sentence; empty where nothing stands out."""
    is_added: bool = False
    """Whether it is a file of the user's own, see `engine.networks.added`."""

    @property
    def looks_at_single_frames(self) -> bool:
        """Whether it restores every frame by itself, so that its pictures may flicker."""
        return self.family in _FRAME_FAMILIES

    @property
    def has_threshold(self) -> bool:
        """Whether the model has a threshold of dynamic refinement, and so a slider for it."""
        return self.default_threshold is not None

    def scale_for(self, enlargement: float) -> int | None:
        """The cheapest of the ``scales`` for a file that is so many times as wide and high.

        None for a model that has only one.
        """
        enough = (scale for scale in self.scales if enlargement <= _STRETCH * scale)
        return next(enough, max(self.scales, default=None))


_loaded: list[tuple[ModelEntry, ...]] = []
"""The catalogue, once it was read."""


def load_catalogue() -> tuple[ModelEntry, ...]:
    """All models, the bundled one first, those of the user last; read once, see `reload`."""
    if not _loaded:
        reload()
    return _loaded[0]


def reload() -> None:
    """Read the catalogue again, on the calling thread: the user added or removed a model.

    Until it is read, other threads have the old one and need not wait for the disk.
    """
    with (_bundled_folder() / "models.toml").open("rb") as file:
        entries = tomllib.load(file)["model"]
    _loaded[:] = [(*(_model(entry) for entry in entries), *_added())]


def find(name: str) -> ModelEntry:
    """The model called ``name``.

    Raises:
        WeightsError: UNKNOWN_MODEL.
    """
    for model in load_catalogue():
        if model.name == name:
            return model
    raise WeightsError(name, WeightsProblem.UNKNOWN_MODEL)


def has_threshold(name: str) -> bool:
    """Whether the model called ``name`` has a threshold of dynamic refinement.

    Raises:
        WeightsError: UNKNOWN_MODEL.
    """
    return find(name).has_threshold


def slider_range(name: str) -> tuple[float, float]:
    """The thresholds at the *smooth* and at the *detailed* end of the slider, in 8-bit levels.

    To be asked of a model that `has_threshold`.

    Raises:
        WeightsError: UNKNOWN_MODEL.
    """
    entry = find(name)
    assert entry.slider_smooth is not None
    assert entry.slider_detailed is not None
    return entry.slider_smooth, entry.slider_detailed


def models_folder() -> Path:
    """Where fetched and imported models are kept; it may not exist yet."""
    # Loaded late: a machine that is lent for its card has no folders of a user.
    import platformdirs  # noqa: PLC0415

    return platformdirs.user_data_path("homereel", appauthor=False) / "models"


def is_installed(model: ModelEntry) -> bool:
    """Whether the file of the model is there; says nothing about its content."""
    return _path(model).is_file()


def arrived_bytes(model: ModelEntry) -> int:
    """Bytes of the file that are there: of all of it, or of a download that was interrupted."""
    path = _path(model)
    for file in (path, path.with_name(f"{path.name}.part")):
        with contextlib.suppress(OSError):
            return file.stat().st_size
    return 0


def weights_path(model: ModelEntry) -> Path:
    """The file of an installed model.

    Raises:
        WeightsError: NOT_INSTALLED, or NOT_IMPORTED where it cannot be fetched.
    """
    if not is_installed(model):
        is_fetched = model.url is not None or model.is_bundled
        problem = WeightsProblem.NOT_INSTALLED if is_fetched else WeightsProblem.NOT_IMPORTED
        raise WeightsError(model.name, problem)
    return _path(model)


def verify(model: ModelEntry) -> None:
    """Compare the installed file with the checksum of the catalogue; reads the whole file.

    Raises:
        WeightsError: NOT_INSTALLED, NOT_IMPORTED, UNREADABLE or WRONG_CHECKSUM.
    """
    path = weights_path(model)
    try:
        with path.open("rb") as file:
            digest = hashlib.file_digest(file, "sha256").hexdigest()
    except OSError as exc:
        raise WeightsError(model.name, WeightsProblem.UNREADABLE, str(exc)) from exc
    if not _is_known(model, digest):
        raise WeightsError(model.name, WeightsProblem.WRONG_CHECKSUM, digest)


def fetch(model: ModelEntry, on_progress: OnProgress, cancel: threading.Event) -> Path:
    """Download a model, going on where an earlier attempt stopped.

    What has arrived is kept in a ``.part`` file beside the final name, also after a failure;
    only a complete file with the right checksum gets the final name.

    Args:
        model: one with an address; a bundled or installed one is only verified.
        on_progress: called from the calling thread.
        cancel: set it to stop; what has arrived is kept.

    Returns:
        The file of the installed model.

    Raises:
        WeightsError: DOWNLOAD_FAILED, WRONG_CHECKSUM (the download is deleted), or NOT_IMPORTED
            where there is no address.
        DiskFullError: no room for the file.
        Cancelled: ``cancel`` was set.
    """
    if model.url is None or is_installed(model):
        verify(model)
        return weights_path(model)
    target = _path(model)
    part = target.with_name(f"{target.name}.part")
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        with _only_one(target, model, on_progress, cancel):
            if not is_installed(model):
                _download(model, part, on_progress, cancel)
                part.replace(target)
    except OSError as exc:
        if exc.errno in (errno.ENOSPC, errno.EDQUOT):
            free = shutil.disk_usage(target.parent).free
            raise DiskFullError(target.parent, needed_bytes=None, free_bytes=free) from exc
        raise WeightsError(model.name, WeightsProblem.DOWNLOAD_FAILED, str(exc)) from exc
    return target


def import_file(path: Path) -> ModelEntry:
    """Copy a model file from elsewhere (a stick, another computer) into the models folder.

    Its content tells which model it is, the name of the file does not matter.

    Raises:
        WeightsError: NO_FILE, UNREADABLE, or UNRECOGNISED_FILE when no model has this checksum.
        DiskFullError: no room for the copy.
    """
    if is_gone(path):
        raise WeightsError(str(path), WeightsProblem.NO_FILE)
    try:
        with path.open("rb") as file:
            digest = hashlib.file_digest(file, "sha256").hexdigest()
            model = next((m for m in load_catalogue() if _is_known(m, digest)), None)
            if model is None:
                raise WeightsError(path.name, WeightsProblem.UNRECOGNISED_FILE, digest)
            if not is_installed(model):
                file.seek(0)
                copy_file(file, model)
    except OSError as exc:
        raise WeightsError(path.name, WeightsProblem.UNREADABLE, exc.strerror or str(exc)) from exc
    return model


def copy_file(source: BinaryIO, model: ModelEntry) -> None:
    """Copy an open file into the models folder, under its final name only when complete.

    Raises:
        OSError: it cannot be read or written.
        DiskFullError: no room for the copy.
    """
    target = _path(model)
    target.parent.mkdir(parents=True, exist_ok=True)
    _check_room(target.parent, model.size_bytes)
    descriptor, name = tempfile.mkstemp(dir=target.parent, suffix=".part")
    part = Path(name)
    try:
        with os.fdopen(descriptor, "wb") as copy:
            shutil.copyfileobj(source, copy, CHUNK_BYTES)
        part.replace(target)
    finally:
        part.unlink(missing_ok=True)


def _added() -> list[ModelEntry]:
    """The entries of the user's own models; a list that makes no sense is set aside."""
    path = models_folder() / ADDED_FILE
    try:
        return [_added_model(table) for table in json.loads(path.read_text(encoding="utf-8"))]
    except FileNotFoundError:
        return []
    except OSError as error:
        log.warning("the list of added models cannot be read: %s", error)
    except (ValueError, TypeError) as error:
        log.warning("the list of added models makes no sense, and is set aside: %s", error)
        with contextlib.suppress(OSError):
            path.replace(path.with_suffix(".old.json"))
    return []


def _added_model(table: dict[str, Any]) -> ModelEntry:
    """A model from its entry in the list.

    Raises:
        ValueError, TypeError: it makes no sense, or its file is in another folder.
    """
    model = _model(table | {"family": FAMILY_OF_ADDED, "is_added": True})
    if Path(model.file).name != model.file:
        raise ValueError(model.file)
    return model


def _model(entry: dict[str, Any]) -> ModelEntry:
    """A model from its table in ``models.toml``, which uses the names of the fields."""
    lists = {name: tuple(entry.get(name, ())) for name in ("twins", "mirrors", "scales")}
    return ModelEntry(**entry | lists)


def _bundled_folder() -> Path:
    return Path(resources.__file__).parent


def _path(model: ModelEntry) -> Path:
    return (_bundled_folder() if model.is_bundled else models_folder()) / model.file


def _is_known(model: ModelEntry, digest: str) -> bool:
    return digest in (model.sha256, *model.twins)


def _check_room(folder: Path, needed_bytes: int) -> None:
    free_bytes = shutil.disk_usage(folder).free
    if needed_bytes > free_bytes:
        raise DiskFullError(folder, needed_bytes=needed_bytes, free_bytes=free_bytes)


@contextlib.contextmanager
def _only_one(
    target: Path, model: ModelEntry, on_progress: OnProgress, cancel: threading.Event
) -> Iterator[None]:
    """Wait while another process or thread fetches the same file, and keep others waiting."""
    path = target.with_name(f"{target.name}.lock")
    while (lock := FileLock.take(path)) is None:
        with contextlib.suppress(OSError):
            on_progress(target.with_name(f"{target.name}.part").stat().st_size, model.size_bytes)
        if cancel.wait(_WAIT_SECONDS):
            raise Cancelled
    try:
        yield
    finally:
        lock.remove()


def _download(
    model: ModelEntry, part: Path, on_progress: OnProgress, cancel: threading.Event
) -> None:
    """Fill ``part`` with the right bytes, from one address after the other.

    Raises:
        WeightsError: WRONG_CHECKSUM of what the last address gave.
    """

    def on_chunk(done: int) -> None:
        on_progress(done, model.size_bytes)
        if cancel.is_set():
            raise Cancelled

    def before_request(done: int, wait_seconds: float) -> None:
        _check_room(part.parent, model.size_bytes - done)
        if cancel.wait(wait_seconds):
            raise Cancelled

    assert model.url is not None
    urls = [model.url, *model.mirrors]
    while True:
        download(
            urls,
            part,
            model.size_bytes,
            is_size_exact=model.is_size_exact,
            before_request=before_request,
            on_chunk=on_chunk,
        )
        with part.open("rb") as file:
            digest = hashlib.file_digest(file, "sha256").hexdigest()
        if _is_known(model, digest):
            return
        part.unlink()
        del urls[0]
        if not urls:
            raise WeightsError(model.name, WeightsProblem.WRONG_CHECKSUM, digest)
