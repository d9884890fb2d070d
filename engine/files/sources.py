"""Finding the videos in files and folders that were dropped or named."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from engine.files.discs import is_continuation, is_menu, is_video_cd_track

VIDEO_SUFFIXES = frozenset(
    [
        ".3g2",
        ".3gp",
        ".asf",
        ".avi",
        ".divx",
        ".dv",
        ".dvr-ms",
        ".evo",
        ".f4v",
        ".flv",
        ".m1v",
        ".m2p",
        ".m2t",
        ".m2ts",
        ".m2v",
        ".m4v",
        ".mjpeg",
        ".mjpg",
        ".mkv",
        ".mod",
        ".mov",
        ".mp4",
        ".mpe",
        ".mpeg",
        ".mpg",
        ".mts",
        ".mxf",
        ".ogm",
        ".ogv",
        ".qt",
        ".rm",
        ".rmvb",
        ".tod",
        ".tp",
        ".trp",
        ".ts",
        ".vob",
        ".vro",
        ".webm",
        ".wmv",
        ".wtv",
    ]
)


def is_gone(path: Path) -> bool:
    """Tell whether there is no such file; False where looking for it is not allowed."""
    try:
        path.stat()
    except (FileNotFoundError, NotADirectoryError):
        return True
    except OSError:
        return False
    return False


def videos_in(paths: Iterable[Path]) -> list[Path]:
    """Return the given files in their order, folders replaced by the videos in them, sorted.

    A file given by itself is taken whatever its name: the engine will say what is wrong with it.
    Hidden files and folders are left out; links to folders are not followed. A film of a DVD is
    given by its first file, and menus of DVDs are left out of folders.
    """
    found: list[Path] = []
    given = list(paths)
    for path in given:
        if path.is_dir():
            found += sorted(_videos_below(path))
        elif not is_continuation(path, given):
            found.append(path)
    return found


def _videos_below(folder: Path) -> Iterator[Path]:
    for path in folder.rglob("*"):
        is_hidden = any(part.startswith(".") for part in path.relative_to(folder).parts)
        is_video = path.suffix.lower() in VIDEO_SUFFIXES or is_video_cd_track(path)
        is_wanted = is_video and not (is_hidden or is_menu(path) or is_continuation(path))
        if is_wanted and path.is_file():
            yield path
