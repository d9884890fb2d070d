"""Writing files so that a power cut leaves either the old content or the new one; fingerprints."""

from __future__ import annotations

import contextlib
import hashlib
import os
import sys
from collections.abc import Sequence
from itertools import accumulate
from pathlib import Path

NEW_SUFFIX = ".new"
"""Of a file that is about to replace the one whose name comes before the suffix."""

_END_BYTES = 1 << 20
_BLOCK_BYTES = 1 << 16
_BLOCKS = 62
"""Between the two ends; at most six megabytes are read of a file of any size."""


def write_synced(path: Path, content: bytes) -> None:
    """Write a file and sync its content; its name is synced by whoever lists it.

    Raises:
        OSError: it cannot be written; the incomplete file has been removed.
    """
    try:
        with path.open("wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
    except OSError:
        with contextlib.suppress(OSError):  # frees its room on a full disk
            path.unlink()
        raise


def replace_synced(path: Path, content: bytes) -> None:
    """Replace a file in one step, after the names of all other files in its folder are synced.

    Raises:
        OSError: it cannot be written; the old file is still there.
    """
    new = path.with_name(path.name + NEW_SUFFIX)
    write_synced(new, content)
    # The names of the files that the new content speaks of, before it speaks of them.
    sync_folder(path.parent)
    new.replace(path)
    sync_folder(path.parent)


def sync_folder(folder: Path) -> None:
    """Sync the names in a folder; does nothing on Windows, which keeps them in order.

    Raises:
        OSError: the folder has gone.
    """
    if sys.platform == "win32":
        return
    try:
        handle = os.open(folder, os.O_RDONLY)
    except PermissionError:
        return  # files may be made in it, but it may not be read
    try:
        with contextlib.suppress(OSError):  # some network drives refuse it
            os.fsync(handle)
    finally:
        os.close(handle)


def fingerprint(paths: Sequence[Path]) -> str:
    """Return a checksum of the size, both ends, and blocks spread over the middle of files.

    It tells two videos apart quickly, however long they are, and wherever their index lies.

    Args:
        paths: of one file, or of several that follow on each other.

    Raises:
        OSError: they cannot be read.
    """
    sizes = [path.stat().st_size for path in paths]
    size, starts = sum(sizes), list(accumulate(sizes, initial=0))
    digest = hashlib.blake2b(",".join(map(str, sizes)).encode(), digest_size=16)
    for start, length in _sampled_places(size):
        for path, first, count in zip(paths, starts, sizes, strict=False):
            begin, end = max(start, first), min(start + length, first + count)
            if begin < end:
                with path.open("rb") as file:
                    file.seek(begin - first)
                    digest.update(file.read(end - begin))
    return digest.hexdigest()


def _sampled_places(size: int) -> list[tuple[int, int]]:
    """Return where to read, and how many bytes."""
    if size <= 2 * _END_BYTES + _BLOCKS * _BLOCK_BYTES:
        return [(0, size)]
    step = (size - 2 * _END_BYTES) // _BLOCKS
    starts = [_END_BYTES + number * step for number in range(_BLOCKS)]
    blocks = [(start, _BLOCK_BYTES) for start in starts]
    return [(0, _END_BYTES), *blocks, (size - _END_BYTES, _END_BYTES)]
