"""What single pictures tell about a source: whether they are interlaced, and black borders.

The flags in a file are often wrong: captured tapes were encoded as if they were progressive,
and camcorders wrote whole pictures as two fields.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import pairwise

import numpy as np
from av import VideoFrame
from numpy.typing import NDArray

from engine.jobs.choices import Crop
from engine.video.facts import FieldOrder, Scan
from engine.video.filters import drained, idet_graph, video_graph
from engine.video.pixels import luma_plane
from engine.video.probing.faults.sample import Sample
from engine.video.probing.panning import Movement, movement, some_columns

_TELECINED_RATES = (Fraction(29), Fraction(31))
_MOST_BITS = 16
_LEAST_DECIDED = 8
"""Pictures with movement from which anything follows."""
_LEAST_DENIALS = 3
"""Of them, so many are enough where it is a matter of believing a flag."""
_PULLDOWN = 5
"""Pictures of video in which 2:3 pulldown repeats itself."""

# Measured on real clips and on what FFmpeg makes of them: of true interlaced pictures nearly
# all that move are seen as such, with one field first. Of progressive ones a cartoon that pans
# vertically reached 33 %, and noise gives either field first.
_INTERLACED_SHARE = 0.6
_ORDER_SHARE = 0.9

_LEAST_INTERLACED_LINES = 300
"""Below, hardly anything was recorded in two fields, and only lines that stick out count."""
_COMBED_SHARE = 0.15
"""Of the moving pictures of film in 2:3 pulldown two in five are combed."""

_BORDER_LEVEL = 8
"""Mean above black, in 8-bit levels, up to which a line belongs to a border; tapes have noise."""
_BORDER_PEAK = 20
"""The brightest two in a hundred pixels of such a line."""
_BORDER_STEP = 20
"""By how much the picture is brighter a few lines further; dark corners have no such edge."""
_EDGE_LINES = 3
_LINES_AT_ONCE = 16
_LEAST_LIT = 12
_LEAST_BORDER = 4
_MOST_BORDER = 0.4


@dataclass(frozen=True)
class ScanResult:
    """What the pictures of a source told."""

    scan: Scan
    field_order: FieldOrder | None
    is_flagged: bool
    borders_crop: Crop | None


class PictureStudy:
    """Looks at the pictures of some stretches of a source, one after the other.

    Attributes:
        sample: some of them, kept for the search for faults.
    """

    def __init__(self, *, is_full_range: bool) -> None:
        """Begin the first stretch; black is 0 where ``is_full_range``, else 16."""
        self._black = 0 if is_full_range else 16
        self.sample = Sample()
        self._stretch: _Stretch | None = None
        self._done: list[_Stretch] = []
        self._rows, self._columns = _Lines(self._black), _Lines(self._black)

    def add(self, picture: VideoFrame) -> None:
        """Look at the next picture of a stretch; one of another size is left out."""
        form = picture.format
        is_luma_first = not (form.is_rgb or form.is_bit_stream or form.has_palette)
        if not is_luma_first or form.components[0].bits > _MOST_BITS:
            return
        if not form.is_planar and len(form.components) > 1:
            picture = picture.reformat(format="yuv422p")
        luma = luma_plane(picture)
        if self._stretch is None:
            self._stretch = _Stretch(picture)
        self.sample.add(picture)
        if self._stretch.fits(picture):
            self._stretch.add(picture, luma)
        self._look_for_borders(luma)

    def end_stretch(self) -> None:
        """What follows is from another part of the source."""
        if self._stretch is not None:
            self._stretch.finish()
            self._done.append(self._stretch)
            self.sample.end_stretch()
        self._stretch = None

    def result(self, frame_rate: Fraction | None) -> ScanResult:
        """Return what was seen; the last stretch is ended."""
        self.end_stretch()
        flags = sum((stretch.flags for stretch in self._done), Counter[str]())
        pictures = sum(stretch.count for stretch in self._done)
        flagged = flags["TOPFIRST"] + flags["BOTTOMFIRST"]
        is_flagged = flagged > 0 and 2 * flagged >= pictures
        scan, order = _judged([stretch.seen for stretch in self._done], is_flagged=is_flagged)
        # Movement is looked at only where it decides: that takes longer than all before.
        if scan is not Scan.PROGRESSIVE and not is_flagged and self._is_whole_for_sure():
            scan, order = Scan.PROGRESSIVE, None
        if scan is not Scan.PROGRESSIVE and order is None and flagged:
            is_top = flags["TOPFIRST"] >= flags["BOTTOMFIRST"]
            order = FieldOrder.TOP_FIRST if is_top else FieldOrder.BOTTOM_FIRST
        is_film_rate = frame_rate is not None and (
            _TELECINED_RATES[0] < frame_rate < _TELECINED_RATES[1]
        )
        if scan is Scan.TELECINED and not is_film_rate:
            scan = Scan.INTERLACED
        return ScanResult(scan, order, is_flagged, self._borders())

    def _is_whole_for_sure(self) -> bool:
        """Tell whether pictures that nothing marks as interlaced are not, whatever idet says."""
        movements = [moved for stretch in self._done for moved in stretch.movements()]
        if any(stretch.height < _LEAST_INTERLACED_LINES for stretch in self._done):
            return sum(moved.is_combed for moved in movements) <= _COMBED_SHARE * len(movements)
        panned = sum(moved.is_panned for moved in movements)
        return len(movements) > 0 and 2 * panned >= len(movements)

    def _look_for_borders(self, luma: NDArray[np.uint8]) -> None:
        if self._rows.are_bright and self._columns.are_bright:
            return
        if float(luma[::4, ::4].mean()) - self._black < _LEAST_LIT:
            return  # a dark picture has no borders
        self._rows.add(luma[:, ::4])
        self._columns.add(luma[::4].T)

    def _borders(self) -> Crop | None:
        top, bottom = self._rows.margins()
        left, right = self._columns.margins()
        if not (top or bottom or left or right):
            return None
        height, width = self._rows.count, self._columns.count
        return Crop(left, top, width - left - right, height - top - bottom)


class _Lines:
    """The rows, or the columns, of all pictures: how many at each end were always dark."""

    def __init__(self, black: int) -> None:
        self.count = 0
        self._ends = _LinesAtEnd(black), _LinesAtEnd(black)

    @property
    def are_bright(self) -> bool:
        """Whether neither end is a border, whatever the next pictures show."""
        return self.count > 0 and all(end.is_bright for end in self._ends)

    def add(self, lines: NDArray[np.uint8]) -> None:
        """Look at ``(n, m)`` levels; a picture of another size is left out."""
        self.count = self.count or len(lines)
        if len(lines) == self.count:
            for end, step in zip(self._ends, (1, -1), strict=True):
                end.add(lines[::step])

    def margins(self) -> tuple[int, int]:
        """Return how many lines at the beginning and at the end are a border."""
        first, last = (end.margin() for end in self._ends)
        return first, last


class _LinesAtEnd:
    """The lines at one end of all pictures, up to the first that was ever bright."""

    def __init__(self, black: int) -> None:
        self._black = black
        self._dark = 0
        """Lines that were dark in every picture."""
        self._median: NDArray[np.float32] = np.zeros(0, np.float32)
        """The highest of all pictures; of no use more than a few lines after the dark ones."""

    @property
    def is_bright(self) -> bool:
        """Whether it is too bright for a border."""
        return self._dark < _LEAST_BORDER

    def add(self, lines: NDArray[np.uint8]) -> None:
        """Look at ``(n, m)`` levels, from the end inwards."""
        if not len(self._median):
            self._dark, self._median = len(lines), np.full(len(lines), -np.inf, np.float32)
        place = 0
        while not self.is_bright and place <= self._dark + _EDGE_LINES and place < len(lines):
            part = slice(place, place + _LINES_AT_ONCE)
            bright = np.flatnonzero(self._is_bright(lines[part], self._median[part]))
            if len(bright):
                self._dark = min(self._dark, place + int(bright[0]))
            place += _LINES_AT_ONCE

    def _is_bright(
        self, lines: NDArray[np.uint8], highest: NDArray[np.float32]
    ) -> NDArray[np.bool_]:
        """Tell which lines are too bright for a border; raises the ``highest`` median of each."""
        ordered = np.sort(lines, axis=1)
        # The median: a line that crosses letters on black is no edge of a picture.
        median, peak = (_quantile(ordered, share) - self._black for share in (0.5, 0.98))
        np.maximum(highest, median, out=highest)
        mean = lines.mean(axis=1, dtype=np.float32) - self._black
        is_bright: NDArray[np.bool_] = (mean > _BORDER_LEVEL) | (peak > _BORDER_PEAK)
        return is_bright

    def margin(self) -> int:
        """Return how many lines are a border."""
        even = (self._dark + 1) // 2 * 2  # as colours are stored for two lines at once
        if self.is_bright or even > _MOST_BORDER * len(self._median):
            return 0
        inside, outside = self._dark + _EDGE_LINES, self._dark - _EDGE_LINES
        return even if self._median[inside] - self._median[outside] >= _BORDER_STEP else 0


def _quantile(ordered: NDArray[np.uint8], share: float) -> NDArray[np.float32]:
    """Return the level of each line, ``(n, m)`` from dark to bright, below which a share lies."""
    place = share * (ordered.shape[1] - 1)
    before = int(place)
    below, above = ordered[:, before], ordered[:, min(before + 1, ordered.shape[1] - 1)]
    part = np.float32(place - before)
    level: NDArray[np.float32] = below + (above.astype(np.float32) - below) * part
    return level


class _Stretch:
    """Consecutive pictures, and what FFmpeg's idet finds in them."""

    def __init__(self, first: VideoFrame) -> None:
        self._shape = first.width, first.height, first.format.name
        base = first.time_base or Fraction(1, 1000)
        self._idet = idet_graph(first, base)
        # The one way to read from a picture which of its fields it calls the first.
        self._flagged = {
            kind: video_graph(first, base, ("select", f"eq(interlace_type,{kind})"))
            for kind in ("TOPFIRST", "BOTTOMFIRST")
        }
        self.flags: Counter[str] = Counter()
        self.count = 0
        self.seen = Seen("", "", "")
        self.height = first.height
        self._columns: list[NDArray[np.uint8]] = []

    def fits(self, picture: VideoFrame) -> bool:
        return (picture.width, picture.height, picture.format.name) == self._shape

    def add(self, picture: VideoFrame, luma: NDArray[np.uint8]) -> None:
        self.count += 1
        self._columns.append(some_columns(luma))
        if picture.interlaced_frame:
            for kind, graph in self._flagged.items():
                graph.vpush(picture)
                self.flags[kind] += sum(1 for _ in drained(graph))
        self._idet.vpush(picture)
        self._read()

    def movements(self) -> list[Movement]:
        """Return what moving pictures tell, each compared with the one before."""
        found = (movement(before, now) for before, now in pairwise(self._columns))
        return [moved for moved in found if moved is not None]

    def finish(self) -> None:
        self._idet.vpush(None)
        self._read()

    def _read(self) -> None:
        for picture in drained(self._idet):
            single, several, repeated = (
                picture.metadata[f"lavfi.idet.{kind}.current_frame"][0]
                for kind in ("single", "multiple", "repeated")
            )
            self.seen = Seen(
                self.seen.single + single,
                self.seen.several + several,
                self.seen.repeated + repeated,
            )


@dataclass(frozen=True)
class Seen:
    """One letter per picture of a stretch, as idet judges it.

    ``single`` and ``several`` (with those around it): t, b (top or bottom field first),
    progressive or undetermined; ``repeated``: the top or bottom field is that of the picture
    before, or neither is.
    """

    single: str
    several: str
    repeated: str


def _judged(stretches: Sequence[Seen], *, is_flagged: bool) -> tuple[Scan, FieldOrder | None]:
    """Return how pictures were taken, by what was seen in some stretches of a source."""
    order = _order("".join(seen.several for seen in stretches))
    if order is not None and _is_film(stretches):
        return Scan.TELECINED, order
    return _judged_flagged(stretches) if is_flagged else _judged_alone(stretches)


def _judged_flagged(stretches: Sequence[Seen]) -> tuple[Scan, FieldOrder | None]:
    """The flag is a strong hint: no more is asked than that the pictures don't deny it."""
    several = "".join(seen.several for seen in stretches)
    share, _ = _interlaced_share(several)
    order = _order(several)
    _, decided = _interlaced_share("".join(seen.single for seen in stretches))
    if decided < _LEAST_DENIALS:
        return Scan.INTERLACED, None
    is_clear = share >= _INTERLACED_SHARE and order is not None
    return (Scan.INTERLACED if is_clear else Scan.MIXED), order


def _judged_alone(stretches: Sequence[Seen]) -> tuple[Scan, FieldOrder | None]:
    single = "".join(seen.single for seen in stretches)
    share, decided = _interlaced_share(single)
    order = _order(single)
    if order is None or decided < _LEAST_DECIDED:
        return Scan.PROGRESSIVE, None
    if share >= _INTERLACED_SHARE:
        return Scan.INTERLACED, order
    is_partly = any(_is_clearly_interlaced(seen.single) for seen in stretches)
    return (Scan.MIXED, order) if is_partly else (Scan.PROGRESSIVE, None)


def _interlaced_share(letters: str) -> tuple[float, int]:
    """Return which part of the pictures that could be judged is interlaced, and their number."""
    interlaced = letters.count("t") + letters.count("b")
    decided = interlaced + letters.count("p")
    return interlaced / max(1, decided), decided


def _order(letters: str) -> FieldOrder | None:
    top, bottom = letters.count("t"), letters.count("b")
    if max(top, bottom) < _ORDER_SHARE * (top + bottom) or top == bottom:
        return None
    return FieldOrder.TOP_FIRST if top > bottom else FieldOrder.BOTTOM_FIRST


def _is_clearly_interlaced(letters: str) -> bool:
    share, decided = _interlaced_share(letters)
    return share >= _ORDER_SHARE and decided >= 2 * _LEAST_DECIDED


def _is_film(stretches: Sequence[Seen]) -> bool:
    """Tell whether most stretches are film by 2:3 pulldown, and none is plain video."""
    films = sum(_is_pulldown(seen.repeated) for seen in stretches)
    is_video = any(
        _is_clearly_interlaced(seen.single) and not _is_pulldown(seen.repeated)
        for seen in stretches
    )
    return films > 0 and 2 * films >= len(stretches) and not is_video


def _is_pulldown(repeated: str) -> bool:
    """Tell whether fields are repeated in the rhythm of 2:3 pulldown.

    Of each five pictures one has the top field of the one before, and two or three pictures
    later one has the bottom field.
    """
    phases = []
    for field in "tb":
        places = Counter(i % _PULLDOWN for i, letter in enumerate(repeated) if letter == field)
        if not places:
            return False
        phase, hits = places.most_common(1)[0]
        cycles = len(repeated) // _PULLDOWN
        if hits < max(3, 0.6 * cycles) or hits < 0.8 * places.total():
            return False
        phases.append(phase)
    return (phases[1] - phases[0]) % _PULLDOWN in (2, 3)
