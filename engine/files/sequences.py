"""Image sequences: numbered pictures that are one film, as film scanners write them."""

from __future__ import annotations

import fnmatch
import math
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from engine.files.discs import title_parts
from engine.files.pictures import is_from_camera, picture_size

PICTURE_SUFFIXES = frozenset({".png", ".tif", ".tiff", ".dpx", ".bmp", ".jpg", ".jpeg"})
_JPEG = frozenset({".jpg", ".jpeg"})

# The last number in a name, and what comes before and after it.
_NUMBERED = re.compile(r"(?P<before>.*?)(?P<number>\d+)(?P<after>\D*)", re.DOTALL)
_PRINTF = re.compile(r"(?P<before>[^%]*)%(?:0(?P<width>\d+))?d(?P<after>[^%]*)", re.DOTALL)

# Fewer pictures, or pictures that differ in more, are a folder of photos.
_LEAST_PICTURES = 5
_LEAST_JPEGS = 8
_LEAST_DENSITY = 0.5
_SAMPLED = 12


@dataclass(frozen=True)
class ImageSequence:
    """Numbered pictures in one folder.

    ``pattern`` is a path with ``%d`` for the number, ``files`` are in the order of ``numbers``.
    """

    pattern: Path
    files: tuple[Path, ...]
    numbers: tuple[int, ...]

    @cached_property
    def places(self) -> tuple[int, ...]:
        """Place of each picture in the film, from 0; numbers that are missing leave theirs free."""
        first = self.numbers[0]
        steps = (after - before for before, after in zip(self.numbers, self.numbers[1:]))  # noqa: B905
        step = math.gcd(*steps) or 1
        return tuple((number - first) // step for number in self.numbers)

    @property
    def missing_count(self) -> int:
        """How many numbers between the first and the last have no picture."""
        return self.places[-1] + 1 - len(self.places)


def find_sequence(path: Path) -> ImageSequence | None:
    """Return the image sequence that a path names; None where it names something else.

    Args:
        path: a folder with one sequence, a pattern (``scan_%05d.dpx`` or ``scan_*.dpx``), or one
            picture of a sequence. What a pattern names is taken as it is; the others are no
            sequence where they look like loose photos.
    """
    try:
        if path.is_dir():
            found = sequences_in(path)
            return found[0] if len(found) == 1 else None
        if path.suffix.lower() not in PICTURE_SUFFIXES:
            return None
        if not path.exists():
            return _matching(path)
        group = _groups(_files_in(path.parent)).get(_key(path) or ("", ""))
        return group if group is not None and _is_film(group) else None
    except OSError:
        return None


def sequences_in(folder: Path) -> list[ImageSequence]:
    """Return the image sequences directly in a folder, sorted by name.

    Raises:
        OSError: it cannot be read.
    """
    groups = _groups(_files_in(folder)).values()
    return sorted(filter(_is_film, groups), key=lambda group: group.pattern)


def files_of(path: Path) -> list[Path]:
    """Return the files that a source is stored in, in order; mostly it is one."""
    sequence = find_sequence(path)
    return title_parts(path) if sequence is None else list(sequence.files)


def sequence_name(path: Path) -> str | None:
    """Return a name for the film that a pattern or a folder of pictures names; None for files."""
    if path.suffix.lower() in PICTURE_SUFFIXES and not path.exists():
        stem = re.sub(r"%\d*d|[*?\[\]]", "", path.stem).rstrip("_-. ")
        return stem or path.absolute().parent.name
    return path.name if path.is_dir() else None


def without_repeats(paths: Iterable[Path]) -> list[Path]:
    """Leave out all pictures of a sequence but the first one, as a shell gives them for ``*``."""
    kept, known = list[Path](), set[Path]()
    for path in paths:
        if path.absolute() in known:
            continue
        kept.append(path)
        sequence = find_sequence(path)
        if sequence is not None:
            known.update(file.absolute() for file in sequence.files)
    return kept


def _files_in(folder: Path) -> list[Path]:
    entries = (path for path in folder.iterdir() if path.suffix.lower() in PICTURE_SUFFIXES)
    return sorted(path for path in entries if not path.name.startswith("."))


def _key(path: Path) -> tuple[str, str] | None:
    match = _NUMBERED.fullmatch(path.stem)
    return None if match is None else (match["before"], match["after"] + path.suffix.lower())


def _groups(paths: Sequence[Path]) -> dict[tuple[str, str], ImageSequence]:
    """Put files together whose names differ in their last number only."""
    grouped: dict[tuple[str, str], dict[int, Path]] = defaultdict(dict)
    for path in paths:
        match, key = _NUMBERED.fullmatch(path.stem), _key(path)
        if match is not None and key is not None:
            grouped[key].setdefault(int(match["number"]), path)
    return {key: _sequence(numbered) for key, numbered in grouped.items()}


def _sequence(numbered: dict[int, Path]) -> ImageSequence:
    numbers = sorted(numbered)
    first = numbered[numbers[0]]
    match = _NUMBERED.fullmatch(first.stem)
    width = len(match["number"]) if match is not None else 1
    is_padded = len({len(path.name) for path in numbered.values()}) == 1 and width > 1
    form = f"%0{width}d" if is_padded else "%d"
    before, after = (match["before"], match["after"]) if match is not None else (first.stem, "")
    pattern = first.with_name(f"{before}{form}{after}{first.suffix}")
    return ImageSequence(pattern, tuple(numbered[n] for n in numbers), tuple(numbers))


def _matching(pattern: Path) -> ImageSequence | None:
    """Return the files that a pattern names; those of ``*`` in the order of their numbers."""
    printf, files = _PRINTF.fullmatch(pattern.name), _files_in(pattern.parent)
    if printf is not None:
        width = int(printf["width"] or 1)
        number = rf"(?P<number>\d{{{width},}})"
        name = re.compile(re.escape(printf["before"]) + number + re.escape(printf["after"]))
        numbered = {int(m["number"]): p for p in files if (m := name.fullmatch(p.name))}
        return _sequence_of(pattern, numbered)
    matching = [path for path in files if fnmatch.fnmatchcase(path.name, pattern.name)]
    groups = list(_groups(matching).values())
    if len(groups) == 1 and len(groups[0].files) == len(matching):
        return _sequence_of(pattern, dict(zip(groups[0].numbers, groups[0].files, strict=True)))
    return _sequence_of(pattern, dict(enumerate(matching)))


def _sequence_of(pattern: Path, numbered: dict[int, Path]) -> ImageSequence | None:
    numbers = sorted(numbered)
    files = tuple(numbered[number] for number in numbers)
    return ImageSequence(pattern, files, tuple(numbers)) if files else None


def _is_film(group: ImageSequence) -> bool:
    """Tell pictures of a film from loose photos: those differ in size, or a camera took them."""
    is_jpeg = group.files[0].suffix.lower() in _JPEG
    count = len(group.files)
    if count < (_LEAST_JPEGS if is_jpeg else _LEAST_PICTURES):
        return False
    if count / (count + group.missing_count) < _LEAST_DENSITY:
        return False
    sampled = [group.files[place * (count - 1) // (_SAMPLED - 1)] for place in range(_SAMPLED)]
    if is_jpeg and any(map(is_from_camera, sampled[:: _SAMPLED - 1])):
        return False
    sizes = Counter(map(picture_size, sampled))
    (_size, often), *others = sizes.most_common()
    return not others if is_jpeg else 2 * often > _SAMPLED
