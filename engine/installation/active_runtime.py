"""The build of PyTorch for this machine's card, if one was fetched: used from the next start on.

It lies in the user's data and takes precedence over the build that came with the program. It is
used only as long as it is what was tested after it was fetched; otherwise the program starts with
its own. One that cannot be imported any more, or ends the process that imports it, is not tried
again until it is fetched again.
Imported at every start, so that nothing heavy is imported here.
"""

from __future__ import annotations

import contextlib
import importlib
import json
import logging
import os
import re
import sys
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass
from importlib.abc import Loader, MetaPathFinder
from importlib.machinery import ModuleSpec, PathFinder
from pathlib import Path
from types import ModuleType

import platformdirs
from typing_extensions import override

from engine.files.lock import FileLock

CHOICE_VARIABLE = "HOMEREEL_RUNTIME"
"""An environment variable: the name of the runtime to use, or `OWN`."""
OWN = "own"
_STATE = "active.json"
_IMPORTING = "importing-"
"""Name of a file that stays behind where a process ends in the middle of the import."""
_NAME = re.compile(r"[A-Za-z0-9][\w.+-]*")
"""Of a runtime and its folder; nothing that leads elsewhere."""

log = logging.getLogger(__name__)


@dataclass(frozen=True, kw_only=True)
class Tested:
    """A runtime that worked when it was tested."""

    name: str
    python: str
    libraries: tuple[tuple[str, int], ...]
    """Name and size of every compiled file: tells a damaged installation."""


def runtimes_folder() -> Path:
    """Where runtimes are kept; it may not exist yet."""
    return platformdirs.user_data_path("homereel", appauthor=False) / "runtimes"


def activate() -> str | None:
    """Let PyTorch be imported from the chosen runtime; returns its name.

    To be called before PyTorch is imported. Never raises: with a runtime that is damaged, or made
    for another Python, the program uses its own PyTorch.
    """
    choice = os.environ.get(CHOICE_VARIABLE)
    try:
        if choice is None and _has_crashed():
            forget()
        name = choice or _tested_name()
        if name is None or name == OWN or not _NAME.fullmatch(name):
            return None
        folder = runtimes_folder() / name
        if not (folder / "torch").is_dir():
            return None
        if sys.platform == "win32":
            os.add_dll_directory(str(folder / "torch" / "lib"))
    except (OSError, ValueError, TypeError, KeyError):
        return None
    sys.path.insert(0, str(folder))
    if choice is None:  # else it is being tested, and has to fail
        sys.meta_path.insert(0, _WithOwnToFallBackOn(folder))
    return name


def active_name() -> str | None:
    """The runtime that the next start will use."""
    try:
        return _tested_name()
    except (OSError, ValueError, TypeError, KeyError):
        return None


def remember(name: str) -> None:
    """Use a runtime from the next start on; it has just been tested."""
    tested = Tested(name=name, python=_python(), libraries=_libraries(runtimes_folder() / name))
    file = runtimes_folder() / _STATE
    part = file.with_suffix(".part")
    part.write_text(json.dumps(asdict(tested)), encoding="utf-8")
    part.replace(file)


def forget() -> None:
    """Use the program's own PyTorch from the next start on."""
    with contextlib.suppress(OSError):  # what cannot be written to cannot have been fetched
        (runtimes_folder() / _STATE).unlink(missing_ok=True)


class _WithOwnToFallBackOn(MetaPathFinder, Loader):
    """Imports PyTorch from a runtime, or from the program where that fails, from then on.

    A runtime that worked may stop to: after an update of the system, or of the card's driver.

    Args:
        folder: of the runtime; it is on the path of modules.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._loader: Loader | None = None

    @override
    def find_spec(
        self, fullname: str, path: Sequence[str] | None, target: ModuleType | None = None
    ) -> ModuleSpec | None:
        if fullname != "torch":
            return None
        spec = PathFinder.find_spec(fullname, [str(self._folder)])
        if spec is not None:
            self._loader, spec.loader = spec.loader, self
        return spec

    @override
    def create_module(self, spec: ModuleSpec) -> ModuleType | None:
        return None

    @override
    def exec_module(self, module: ModuleType) -> None:
        assert self._loader is not None
        assert module.__spec__ is not None
        sys.meta_path.remove(self)
        module.__loader__ = module.__spec__.loader = self._loader
        try:
            with marked():
                self._loader.exec_module(module)
        except Exception as error:  # whatever it is, the program has to work
            log.warning("the runtime %s cannot be imported", self._folder.name, exc_info=error)
            forget()
            sys.path.remove(str(self._folder))
            for name in [name for name in sys.modules if name.partition(".")[0] == "torch"]:
                del sys.modules[name]
            importlib.import_module("torch")  # takes the place of the module that failed


@contextlib.contextmanager
def marked() -> Iterator[None]:
    """Leave a file behind, which nobody holds, if the process ends while it loads the runtime."""
    mark = None
    with contextlib.suppress(OSError):
        mark = FileLock.take(runtimes_folder() / f"{_IMPORTING}{os.getpid()}")
    try:
        yield
    finally:
        if mark is not None:
            mark.remove()


def _has_crashed() -> bool:
    """Whether a process ended while it imported the runtime; the next time it is forgotten."""
    left = [p for p in runtimes_folder().glob(f"{_IMPORTING}*") if not FileLock.is_held(p)]
    for path in left:
        path.unlink(missing_ok=True)
    return bool(left)


def _tested_name() -> str | None:
    """The runtime that was tested, if it is for this Python and its libraries are as they were."""
    file = runtimes_folder() / _STATE
    if not file.is_file():
        return None
    facts = json.loads(file.read_text(encoding="utf-8"))
    name, folder = str(facts["name"]), file.parent / str(facts["name"])
    libraries = [(str(library), int(size)) for library, size in facts["libraries"]]
    is_whole = all((folder / library).stat().st_size == size for library, size in libraries)
    return name if is_whole and facts["python"] == _python() else None


def _python() -> str:
    return f"{sys.version_info.major}.{sys.version_info.minor}"


def _libraries(folder: Path) -> tuple[tuple[str, int], ...]:
    found = [path for path in folder.rglob("*") if ".so" in path.suffixes or path.suffix == ".dll"]
    return tuple(
        sorted((path.relative_to(folder).as_posix(), path.stat().st_size) for path in found)
    )
