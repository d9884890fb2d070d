"""Loads torch and PyAV in a thread, so that the window does not stand still meanwhile.

Three things keep all other threads of Python waiting: opening a shared library (libtorch: a
quarter of a second, and more from a slow disk); collecting garbage, which is due five times while
torch is imported and takes up to 170 ms; and what PySide adds to each import.
"""

from __future__ import annotations

import builtins
import contextlib
import ctypes
import gc
import importlib
import importlib.util
import os
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from engine.installation.active_runtime import marked

_USERS = (
    "engine.rendering.preview",
    "engine.rendering.trial",
    "engine.estimating.bench",
    "engine.restoring.restorer",
)
"""What a preview, a trial and a measurement begin with."""
_PLANNING = "engine.rendering.output"


def load_torch() -> None:
    """Import torch, PyAV and what restores with them; nothing where torch is loaded."""
    if "torch" in sys.modules:
        return
    with marked():
        for path, is_global in _libraries():
            open_library(path, is_global=is_global)
    import_apart((*_USERS, _PLANNING))


def load_planning() -> None:
    """Import PyAV and what works out outputs with it; nothing where that is loaded."""
    if _PLANNING in sys.modules:
        return
    folder = _folder_of("av")
    for path in sorted(folder.glob("_core.*")) if folder is not None else ():
        if path.suffix in (".so", ".dylib"):
            open_library(path)
    import_apart((_PLANNING,))


def open_library(path: Path, *, is_global: bool = False) -> bool:
    """Open a shared library for good, while other threads of Python go on.

    Importing an extension module opens its libraries too, but keeps the lock of the interpreter.

    Args:
        path: of the library.
        is_global: whether libraries that are opened later may use its symbols.

    Returns:
        Whether it could be opened; who needs it will find out why not.
    """
    dlopen = ctypes.CDLL(None).dlopen  # `ctypes.CDLL(path)` itself keeps the lock
    dlopen.argtypes, dlopen.restype = (ctypes.c_char_p, ctypes.c_int), ctypes.c_void_p
    mode = os.RTLD_NOW | (os.RTLD_GLOBAL if is_global else os.RTLD_LOCAL)
    return bool(dlopen(os.fsencode(path), mode))


def import_apart(names: Sequence[str]) -> None:
    """Import modules without collecting garbage, and exempt all there is from later collections.

    What was imported stays to the end; each full collection would go through all of it.
    """
    gc.disable()
    try:
        with _imports_without_pyside():
            for name in names:
                importlib.import_module(name)
        gc.freeze()
    finally:
        gc.enable()


@contextlib.contextmanager
def _imports_without_pyside() -> Iterator[None]:
    """Leave out what PySide adds to the import of a module.

    It reads the source of each, in search of its own name, for switches (snake_case) that this
    program does not use: of what torch brings that takes a second of Python.
    """
    wrapped = builtins.__import__
    plain = getattr(builtins, "__orig_import__", wrapped)
    if wrapped is plain:  # another thread has left it out, and puts it back
        yield
        return
    builtins.__import__ = plain
    try:
        yield
    finally:
        builtins.__import__ = wrapped


def _libraries() -> list[tuple[Path, bool]]:
    """What torch opens first, in its order, and whether it does so globally; empty on Windows.

    There torch itself opens its libraries by a call during which other threads run.
    """
    folder = _folder_of("torch")
    if folder is None:
        return []
    suffix = "dylib" if sys.platform == "darwin" else "so"
    names = (("libtorch_global_deps", True), ("libtorch", False), ("libtorch_python", False))
    return [(folder / "lib" / f"{name}.{suffix}", is_global) for name, is_global in names]


def _folder_of(package: str) -> Path | None:
    """Return where a package lies whose libraries are to be opened early; None on Windows."""
    spec = importlib.util.find_spec(package)
    if sys.platform == "win32" or spec is None or spec.origin is None:
        return None
    return Path(spec.origin).parent
