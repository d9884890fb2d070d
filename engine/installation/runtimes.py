"""Builds of PyTorch for graphics cards: which there are, fetching one, testing it, removing it.

The addresses, sizes and checksums stand in ``resources/runtimes.toml``. A runtime is used only
after the program has computed with it on the card, in a process of its own.
"""

from __future__ import annotations

import contextlib
import errno
import hashlib
import os
import platform
import shutil
import stat
import subprocess
import sys
import threading
import tomllib
import zipfile
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from urllib.parse import unquote, urlsplit

import resources
from engine.files.download import download
from engine.files.lock import FileLock
from engine.installation import active_runtime
from engine.installation.active_runtime import CHOICE_VARIABLE, runtimes_folder
from engine.installation.cards import Card, CardKind, find_cards, unused_card
from engine.jobs.errors import Cancelled, CardRuntimeError, DiskFullError, RuntimeProblem

CHECK_WORDS = ("runtime", "check")
"""The command that computes on the card, in a process that uses the runtime to be tested."""
_CHECK_SECONDS = 600
_UNPACKED_RATIO = 2.5
"""Room for a wheel and its content, relative to the wheel."""

OnProgress = Callable[[int, int], None]
"""Called with the bytes that are there and the bytes of all files."""


@dataclass(frozen=True, kw_only=True)
class Wheel:
    """A file of a runtime."""

    url: str
    size_bytes: int
    sha256: str


@dataclass(frozen=True, kw_only=True)
class CardRuntime:
    """A build of PyTorch for one kind of card, one system and one Python."""

    name: str
    card: CardKind
    platform: str
    python: str
    least_driver: str = ""
    """Version of the card's driver that it needs; empty where nothing is known."""
    wheels: tuple[Wheel, ...]

    @property
    def size_bytes(self) -> int:
        """Of all files that are fetched."""
        return sum(wheel.size_bytes for wheel in self.wheels)

    @property
    def room_bytes(self) -> int:
        """On the disk, while it is unpacked."""
        return int(self.size_bytes * (1 + _UNPACKED_RATIO))

    @property
    def fits_program(self) -> bool:
        """Whether it is built for this system and this Python."""
        machine = platform.machine().lower().replace("amd64", "x86_64")
        python = f"{sys.version_info.major}.{sys.version_info.minor}"
        return self.platform == f"{sys.platform}-{machine}" and self.python == python

    @property
    def is_installed(self) -> bool:
        """Whether it was fetched and unpacked; see also `active_runtime.active_name`."""
        return (runtimes_folder() / self.name).is_dir()

    def downloads(self) -> list[Path]:
        """Where each wheel is kept until it is unpacked."""
        folder = runtimes_folder() / "downloads"
        return [folder / f"{wheel.sha256}.part" for wheel in self.wheels]


@dataclass(frozen=True, kw_only=True)
class CardReport:
    """The graphics cards of this machine, and what makes them compute."""

    cards: tuple[Card, ...]
    unused: Card | None
    """The one for which PyTorch has no code; see `engine.installation.cards.unused_card`."""
    runtime: CardRuntime | None
    """The build for one of the cards, if there is one to be fetched or in use."""
    active: str | None
    """The name of the runtime that the next start will use."""
    arrived_bytes: int
    """What is there of a download of ``runtime`` that was interrupted."""

    @property
    def is_driver_too_old(self) -> bool:
        """Whether the card's driver has to be updated first."""
        return self.runtime is not None and not _has_driver(self.runtime, self.cards)


def manifest_file() -> Path:
    """The list of runtimes that came with the program."""
    return Path(resources.__file__).parent / "runtimes.toml"


def load_runtimes() -> list[CardRuntime]:
    """The runtimes for this system, whatever its card is."""
    entries = tomllib.loads(manifest_file().read_text(encoding="utf-8")).get("runtime", [])
    found = [
        CardRuntime(
            name=entry["name"],
            card=CardKind(entry["card"]),
            platform=entry["platform"],
            python=entry["python"],
            least_driver=entry.get("least_driver", ""),
            wheels=tuple(Wheel(**wheel) for wheel in entry["wheels"]),
        )
        for entry in entries
    ]
    return [runtime for runtime in found if runtime.fits_program]


def find(name: str | None) -> CardRuntime:
    """The runtime called ``name``; None: the one for this machine's card.

    Raises:
        CardRuntimeError: UNKNOWN.
    """
    kinds = {card.kind for card in find_cards()}
    for runtime in load_runtimes():
        if runtime.name == name or (name is None and runtime.card in kinds):
            return runtime
    raise CardRuntimeError(name or "a card", RuntimeProblem.UNKNOWN)


def look() -> CardReport:
    """Find out which cards there are, and whether there is a build of PyTorch for them."""
    cards = tuple(find_cards())
    kinds = {card.kind for card in cards}
    runtime = next((runtime for runtime in load_runtimes() if runtime.card in kinds), None)
    return CardReport(
        cards=cards,
        unused=unused_card(),
        runtime=runtime,
        active=active_runtime.active_name(),
        arrived_bytes=_arrived_bytes(runtime) if runtime else 0,
    )


def fetch(
    runtime: CardRuntime,
    program: Sequence[str],
    on_progress: OnProgress,
    cancel: threading.Event,
) -> None:
    """Fetch a runtime, going on where an earlier attempt stopped; test it, and use it from now on.

    Args:
        runtime: one of `load_runtimes`.
        program: the command that starts the program.
        on_progress: told of every chunk, on the calling thread.
        cancel: set it to stop; what has arrived is kept.

    Raises:
        CardRuntimeError: it cannot be had, is not what it should be, or does not work here. The
            program's own PyTorch is used.
        DiskFullError: no room for it.
        Cancelled: ``cancel`` was set.
    """
    if active_runtime.active_name() == runtime.name:
        return
    if not _has_driver(runtime, find_cards()):
        reason = RuntimeProblem.DRIVER_TOO_OLD
        raise CardRuntimeError(runtime.name, reason, runtime.least_driver)
    active_runtime.forget()
    folder = runtimes_folder() / runtime.name
    try:
        with _only_one(runtime.name):
            files = _fetch_wheels(runtime, on_progress, cancel)
            _unpack(runtime, files, folder, cancel)
            shutil.rmtree(runtimes_folder() / "downloads")
            problem = _test(runtime, program)
            if problem is not None:
                shutil.rmtree(folder, ignore_errors=True)
                raise CardRuntimeError(runtime.name, RuntimeProblem.DOES_NOT_WORK, problem)
            active_runtime.remember(runtime.name)
    except OSError as exc:
        if exc.errno in (errno.ENOSPC, errno.EDQUOT):
            free_bytes = shutil.disk_usage(runtimes_folder()).free
            raise DiskFullError(
                runtimes_folder(), needed_bytes=None, free_bytes=free_bytes
            ) from exc
        raise CardRuntimeError(runtime.name, RuntimeProblem.DOWNLOAD_FAILED, str(exc)) from exc


def remove() -> int:
    """Remove all that was fetched; returns the bytes that were freed.

    Raises:
        CardRuntimeError: BUSY.
    """
    active_runtime.forget()
    folder = runtimes_folder()
    if not folder.is_dir():
        return 0
    with _only_one(""):
        before = _bytes_in(folder)
        for path in folder.iterdir():
            if path.is_dir():
                shutil.rmtree(path, ignore_errors=True)
        freed_bytes = before - _bytes_in(folder)  # Windows keeps libraries that are in use
    with contextlib.suppress(OSError):
        folder.rmdir()
    return freed_bytes


def check_card(kind: CardKind) -> None:
    """Compute a convolution on the card and on the processor, and compare.

    Raises:
        Exception: what PyTorch raises where there is no such card, or it cannot compute.
        RuntimeError: its results are wrong.
    """
    import torch  # noqa: PLC0415 - from the runtime that is being tested

    device = "cuda" if kind is CardKind.ROCM else str(kind)
    generator = torch.Generator().manual_seed(0)
    picture = torch.rand(1, 16, 64, 64, generator=generator)
    kernel = torch.rand(16, 16, 3, 3, generator=generator) - 0.5
    expected = torch.nn.functional.conv2d(picture, kernel)
    found = torch.nn.functional.conv2d(picture.to(device), kernel.to(device)).cpu()
    difference = float((found - expected).abs().max())
    if not difference < 1e-2 * float(expected.abs().max()):
        raise RuntimeError(f"the card computes wrongly, off by {difference:.3g}")


@contextlib.contextmanager
def _only_one(name: str) -> Iterator[None]:
    """Keep other processes from fetching and removing at the same time.

    Raises:
        CardRuntimeError: BUSY, for one of them does.
    """
    runtimes_folder().mkdir(parents=True, exist_ok=True)
    lock = FileLock.take(runtimes_folder() / "lock")
    if lock is None:
        raise CardRuntimeError(name, RuntimeProblem.BUSY)
    try:
        yield
    finally:
        lock.remove()


def _has_driver(runtime: CardRuntime, cards: Sequence[Card]) -> bool:
    own = [card for card in cards if card.kind is runtime.card]
    return not own or any(card.has_driver(runtime.least_driver) for card in own)


def _arrived_bytes(runtime: CardRuntime) -> int:
    return sum(file.stat().st_size for file in runtime.downloads() if file.exists())


def _bytes_in(folder: Path) -> int:
    return sum(path.stat().st_size for path in folder.rglob("*") if path.is_file())


def _fetch_wheels(
    runtime: CardRuntime, on_progress: OnProgress, cancel: threading.Event
) -> list[Path]:
    files = runtime.downloads()
    files[0].parent.mkdir(exist_ok=True)
    _check_room(files[0].parent, runtime.room_bytes - _arrived_bytes(runtime))
    before = 0
    for wheel, file in zip(runtime.wheels, files, strict=True):
        earlier = before

        def on_chunk(done: int, earlier: int = earlier) -> None:
            on_progress(earlier + done, runtime.size_bytes)
            if cancel.is_set():
                raise Cancelled

        def before_request(_done: int, wait_seconds: float) -> None:
            if cancel.wait(wait_seconds):
                raise Cancelled

        download(
            [wheel.url], file, wheel.size_bytes, before_request=before_request, on_chunk=on_chunk
        )
        with file.open("rb") as content:
            digest = hashlib.file_digest(content, "sha256").hexdigest()
        if digest != wheel.sha256:
            file.unlink()
            name = unquote(PurePosixPath(urlsplit(wheel.url).path).name)
            raise CardRuntimeError(runtime.name, RuntimeProblem.WRONG_CHECKSUM, name)
        before += wheel.size_bytes
    return files


def _unpack(
    runtime: CardRuntime, files: Sequence[Path], folder: Path, cancel: threading.Event
) -> None:
    """Unpack wheels into one folder, which gets its name when it is complete."""
    new = folder.with_name(f"{folder.name}.new")
    shutil.rmtree(new, ignore_errors=True)
    new.mkdir()
    try:
        for file in files:
            with zipfile.ZipFile(file) as wheel:
                for member in wheel.infolist():
                    if cancel.is_set():
                        raise Cancelled
                    if not _is_safe(member):
                        reason = RuntimeProblem.UNSAFE
                        raise CardRuntimeError(runtime.name, reason, member.filename)
                    wheel.extract(member, new)
        shutil.rmtree(folder, ignore_errors=True)
        new.replace(folder)
    except zipfile.BadZipFile as exc:
        raise CardRuntimeError(runtime.name, RuntimeProblem.UNSAFE, str(exc)) from exc
    finally:
        shutil.rmtree(new, ignore_errors=True)


def _is_safe(member: zipfile.ZipInfo) -> bool:
    """Whether a file of an archive stays in the folder that it is unpacked into."""
    name = member.filename
    is_link = stat.S_ISLNK(member.external_attr >> 16)
    is_outside = name.startswith("/") or ".." in PurePosixPath(name).parts
    return not (is_link or is_outside or "\\" in name or ":" in name)


def _test(runtime: CardRuntime, program: Sequence[str]) -> str | None:
    """What goes wrong when the program computes with a runtime; None: nothing."""
    try:
        done = subprocess.run(
            [*program, *CHECK_WORDS, str(runtime.card)],
            env=os.environ | {CHOICE_VARIABLE: runtime.name},
            capture_output=True,
            text=True,
            encoding="utf-8",
            errors="replace",
            timeout=_CHECK_SECONDS,
            check=False,
        )
    except (OSError, subprocess.TimeoutExpired) as error:
        return type(error).__name__
    if done.returncode == 0:
        return None
    lines = done.stderr.strip().splitlines()
    return lines[-1].removeprefix("homereel: ") if lines else f"status {done.returncode}"


def _check_room(folder: Path, needed_bytes: int) -> None:
    free_bytes = shutil.disk_usage(folder).free
    if needed_bytes > free_bytes:
        raise DiskFullError(folder, needed_bytes=needed_bytes, free_bytes=free_bytes)
