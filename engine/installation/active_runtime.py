"""The build of PyTorch for this machine's card, if one was fetched: used from the next start on.

It lies in the user's data and takes precedence over the build that came with the program. It is
used only as long as it is what was tested after it was fetched; otherwise the program starts with
its own. Imported at every start, so that nothing heavy is imported here.
"""

from __future__ import annotations

import json
import os
import sys
from dataclasses import asdict, dataclass
from pathlib import Path

import platformdirs

CHOICE_VARIABLE = "HOMEREEL_RUNTIME"
"""An environment variable: the name of the runtime to use, or `OWN`."""
OWN = "own"
_STATE = "active.json"


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
        name = choice or _tested_name()
        if name is None or name == OWN:
            return None
        folder = runtimes_folder() / name
        if folder.parent != runtimes_folder() or not (folder / "torch").is_dir():
            return None
    except (OSError, ValueError, TypeError, KeyError):
        return None
    sys.path.insert(0, str(folder))
    if sys.platform == "win32":
        os.add_dll_directory(str(folder / "torch" / "lib"))
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
    (runtimes_folder() / _STATE).unlink(missing_ok=True)


def _tested_name() -> str | None:
    file = runtimes_folder() / _STATE
    if not file.is_file():
        return None
    facts = json.loads(file.read_text(encoding="utf-8"))
    name = str(facts["name"])
    libraries = tuple((str(library), int(size)) for library, size in facts["libraries"])
    is_as_tested = facts["python"] == _python() and libraries == _libraries(file.parent / name)
    return name if is_as_tested else None


def _python() -> str:
    return f"{sys.version_info.major}.{sys.version_info.minor}"


def _libraries(folder: Path) -> tuple[tuple[str, int], ...]:
    found = [path for path in folder.rglob("*") if ".so" in path.suffixes or path.suffix == ".dll"]
    return tuple(
        sorted((path.relative_to(folder).as_posix(), path.stat().st_size) for path in found)
    )
