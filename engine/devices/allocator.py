"""Settings of the C library's memory allocator: freed memory is kept for the next tensor."""

from __future__ import annotations

import ctypes
import sys

# The numbers of <malloc.h> of the GNU C library.
_M_TRIM_THRESHOLD = -1
_M_MMAP_THRESHOLD = -3
_M_ARENA_MAX = -8


def keep_freed_memory() -> None:
    """Reuse large blocks of memory instead of returning them to the system and asking again.

    The system clears every page that it hands out, which takes a fifth of the time of a render on
    the processor. Only one arena is used, since those of further threads are too small for the
    features of a frame. To be called before other threads start; no effect with another C library.
    """
    library = _gnu_library()
    if library is not None:
        library.mallopt(_M_ARENA_MAX, 1)
        library.mallopt(_M_MMAP_THRESHOLD, 1 << 30)
        library.mallopt(_M_TRIM_THRESHOLD, (1 << 31) - 1)


def give_back_freed_memory() -> None:
    """Return free memory to the system, at the end of a piece of work."""
    library = _gnu_library()
    if library is not None:
        library.malloc_trim(0)


def _gnu_library() -> ctypes.CDLL | None:
    if not sys.platform.startswith("linux"):
        return None
    library = ctypes.CDLL(None)
    return library if hasattr(library, "mallopt") and hasattr(library, "malloc_trim") else None
