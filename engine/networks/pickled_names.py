"""Names of the functions and classes that a pickle would call, read without running it."""

from __future__ import annotations

import io
import pickletools
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

_OF_TENSORS = ("torch", "collections", "numpy", "_codecs")
"""Packages whose names stand in any checkpoint; those of others have no business there."""
_MOST_PICKLES = 8
"""One after the other in a file; torch's older format has five."""

_MOST_BYTES = 64 << 20
"""Of a pickle inside an archive; it holds names and shapes, not the numbers."""


def foreign_names(path: Path) -> list[str]:
    """Names such as ``posix.system`` that opening a checkpoint as a plain pickle would call.

    Args:
        path: a file of ``torch.save``, old or new, or a plain pickle.

    Returns:
        Those that belong to no library of tensors, each once; none for what is no pickle at all.

    Raises:
        OSError: the file cannot be read.
    """
    with path.open("rb") as file:
        found = list(_names(_pickles(file)))
    return list(dict.fromkeys(name for name in found if name.split(".")[0] not in _OF_TENSORS))


def _pickles(file: BinaryIO) -> BinaryIO:
    """The pickles of a checkpoint: inside an archive, or the file itself."""
    if not zipfile.is_zipfile(file):
        file.seek(0)
        return file
    try:
        with zipfile.ZipFile(file) as archive:
            pickles = [
                member
                for member in archive.infolist()
                if member.filename.endswith(".pkl") and member.file_size <= _MOST_BYTES
            ]
            return io.BytesIO(b"".join(map(archive.read, pickles)))
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError):
        return io.BytesIO()


def _names(stream: BinaryIO) -> Iterator[str]:
    """Every global that the pickles of a stream look up, as ``module.name``."""
    for _ in range(_MOST_PICKLES):
        texts: list[str] = []
        try:
            for opcode, argument, _place in pickletools.genops(stream):
                if opcode.name in ("GLOBAL", "INST"):
                    yield str(argument).replace(" ", ".")
                elif opcode.name == "STACK_GLOBAL":
                    yield ".".join(texts[-2:])
                elif isinstance(argument, str):
                    texts.append(argument)
        except (ValueError, IndexError, UnicodeDecodeError):  # its end, or no pickle
            return
