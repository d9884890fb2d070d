"""Finding the videos in files and folders that were dropped or named."""

from __future__ import annotations

import contextlib
import os
import re
from collections import Counter
from collections.abc import Collection, Iterable, Iterator
from pathlib import Path

from engine.files.discs import is_continuation, is_menu, is_video_cd_track, title_name
from engine.files.sequences import files_of, find_sequence, sequences_in, without_repeats

# By where they come from. A folder of pictures or sound is no folder of films, so names that stand
# for those as well (.gif, .ogg, .dat) are not here.
VIDEO_SUFFIXES = (
    # phones and their little copies
    frozenset(
        [".3g2", ".3gp", ".3gp2", ".3gpp", ".k3g", ".lrv", ".m4v", ".mp4", ".mp4v", ".mpg4", ".qt"]
    )
    # cameras for action, for all around, for cars, for houses
    | {".360", ".dav", ".insv", ".mov", ".osv", ".264", ".265", ".h264", ".h265", ".hevc", ".avc"}
    # camcorders
    | {".dif", ".dv", ".m2t", ".m2ts", ".mod", ".mts", ".mxf", ".tod", ".gxf", ".imx"}
    # discs and recorders
    | {".dvr-ms", ".evo", ".m1v", ".m2p", ".m2v", ".mp2v", ".mpe", ".mpeg", ".mpg", ".mpv"}
    | {".mpv2", ".nuv", ".pva", ".tp", ".trp", ".ts", ".ty", ".vob", ".vro", ".wtv", ".rec"}
    # computers, then and now
    | {".amv", ".asf", ".avi", ".bik", ".cpk", ".divx", ".flc", ".fli", ".ivf", ".mj2", ".mjpeg"}
    | {".mjpg", ".mkv", ".mve", ".nsv", ".nut", ".obu", ".ogm", ".ogv", ".roq", ".smk", ".thp"}
    | {".vc1", ".viv", ".webm", ".wm", ".wmv", ".xvid", ".y4m", ".mk3d"}
    # the web
    | {".f4v", ".flv", ".ismv", ".rm", ".rmvb"}
)

_RESTORED = re.compile(r"(.*) restored(?: \d+)?")


def is_gone(path: Path) -> bool:
    """Tell whether there is no such file; False where looking for it is not allowed."""
    try:
        path.stat()
    except (FileNotFoundError, NotADirectoryError):
        return find_sequence(path) is None  # the pattern of one is no file
    except OSError:
        return False
    return False


def is_folder(path: Path) -> bool:
    """Tell whether there is such a folder; a name that no disk allows is none."""
    with contextlib.suppress(OSError):
        return path.is_dir()
    return False


def videos_in(paths: Iterable[Path]) -> list[Path]:
    """Return the given files in their order, folders replaced by the videos in them, sorted.

    A file given by itself is taken whatever its name: the engine will say what is wrong with it.
    Hidden files and folders are left out; links to folders are not followed. A film of a DVD is
    given by its first file, and menus of DVDs are left out of folders. An image sequence is given
    by its folder, or by its pattern where there are more in it.
    """
    found: list[Path] = []
    given = without_repeats(paths)
    for path in given:
        if is_folder(path):
            found += sorted([*_videos_below(path), *_sequences_below(path)])
        elif not is_continuation(path, given):
            found.append(path)
    return found


def is_output_of_another(path: Path, others: Collection[Path]) -> bool:
    """Tell whether a file is called like the restored one of another file beside it."""
    found = _RESTORED.fullmatch(path.stem)
    if found is None:
        return False
    near = (other for other in others if other.parent == path.parent)
    return any(found[1] in (other.stem, title_name(other)) for other in near)


def kinds_left_out(paths: Iterable[Path]) -> dict[str, int]:
    """Count the files in folders that `videos_in` leaves out, by their suffix, most first.

    Hidden files do not count, nor menus and further parts of a film that is taken. Files without
    a suffix are counted under "".
    """
    counts: Counter[str] = Counter()
    for folder in (path for path in paths if is_folder(path)):
        pictures = {file for path in _sequences_below(folder) for file in files_of(path)}
        for path in _files_below(folder):
            if not (_is_video(path) or is_menu(path) or path in pictures):
                counts[path.suffix.lower()] += 1
    return dict(counts.most_common())


def _videos_below(folder: Path) -> Iterator[Path]:
    for path in _files_below(folder):
        if _is_video(path) and not (is_menu(path) or is_continuation(path)):
            yield path


def _sequences_below(folder: Path) -> Iterator[Path]:
    """Yield what names the image sequences in ``folder`` and its folders."""
    for near in sorted({path.parent for path in _files_below(folder)}):
        with contextlib.suppress(OSError):
            found = sequences_in(near)
            yield from [near] if len(found) == 1 else [sequence.pattern for sequence in found]


def _files_below(folder: Path) -> Iterator[Path]:
    """Yield the files in ``folder`` and its folders that are not hidden."""
    for path in folder.rglob("*"):
        is_hidden = any(part.startswith(".") for part in path.relative_to(folder).parts)
        if not is_hidden and os.path.isfile(path):  # noqa: PTH113 - Path's raises where it may not look
            yield path


def _is_video(path: Path) -> bool:
    return path.suffix.lower() in VIDEO_SUFFIXES or is_video_cd_track(path)
