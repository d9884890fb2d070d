"""Reading a source: upright RGB pictures of a range and a region, each with its own time."""

from __future__ import annotations

import contextlib
from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from fractions import Fraction
from itertools import islice
from types import TracebackType
from typing import Self, cast

import numpy as np
from av import VideoFrame

from engine.jobs.choices import Crop, Deinterlace
from engine.jobs.errors import InputProblem, InputVideoError
from engine.jobs.events import Picture
from engine.video.facts import SourceInfo
from engine.video.frame import Frame, Rgb
from engine.video.geometry import is_inside, is_quarter_turn
from engine.video.pixels import RgbConverter, picture_from_rgb, with_borders
from engine.video.reading.decoder import PictureDecoder
from engine.video.reading.deinterlace import Deinterlacer, Timed, make_deinterlacer, ticks_factor
from engine.video.timeline import DecodingTimes, FrameClock, TickRange, exact_seconds, tick_range

# A range is reached by seeking where it starts later than this; the pictures of the last
# second before it are decoded too, so that deinterlacing and open groups of pictures give the
# same result as decoding from the beginning. Treatments one after the other reach back farther
# than each alone, which is a second.
_SEEK_FROM_SECONDS = 3.0
_PREROLL_SECONDS, _PREROLL_SECONDS_TREATED = 1.0, 2.0

# Matroska counts milliseconds; two pictures within one would be shown as one.
_LEAST_STEP_SECONDS = Fraction(1, 1000)
# Sizes that stand for one shape differ by as much, 702 and 720 pixels of a line for example.
_SAME_SHAPE = Fraction(1, 20)

# Going to a key frame costs less than decoding on, which comes last: some films have only one.
_THUMBNAIL_FRAMES, _MOST_THUMBNAIL_FRAMES = 12, 48
_THUMBNAIL_SECONDS = (3.0, 8.0, 20.0, 60.0)
_BLACK_LEVEL, _BRIGHT_LEVEL = 24, 40


Treatment = Callable[[Iterator[Frame]], Iterator[Frame]]
"""Changes frames as they come; each comes out once, with its own time."""


class Reader:
    """Yields the frames of a source in the order in which they are shown.

    Every frame that decodes comes out once, at its own time; one that does not decode leaves
    a gap. To be used by one thread, as a context manager, and iterated once; once more after each
    `go_to_key_frame`.

    Attributes:
        width: of the frames, in pixels.
        height: of the frames, in pixels.
        sample_aspect: width by height of one pixel of the frames.
        size_changed: the size or the shape changed in mid-stream; later pictures were fitted into
            the first.
    """

    def __init__(
        self,
        info: SourceInfo,
        *,
        start_seconds: float | None = None,
        end_seconds: float | None = None,
        crop: Crop | None = None,
        deinterlace: Deinterlace = Deinterlace.AUTO,
        treatments: Sequence[Treatment] = (),
    ) -> None:
        """Prepare to read.

        Args:
            info: what `probe` found.
            start_seconds: first second of the range, counted from the container's start.
            end_seconds: second before which the range ends.
            crop: region in stored pixels.
            deinterlace: AUTO treats what `probe` saw to be interlaced and what is flagged so,
                FRAME everything, FIELD as well, with a picture for each field.
            treatments: applied to the whole stored pictures, in this order.

        Raises:
            InputVideoError: CROP_OUTSIDE.
        """
        if crop is not None and not is_inside(crop, info.width, info.height):
            raise InputVideoError(info.path, InputProblem.CROP_OUTSIDE)
        self._info, self._deinterlace = info, deinterlace
        self._start_seconds, self._end_seconds = start_seconds, end_seconds
        self._treatments = tuple(treatments)
        self._crop = crop or Crop(0, 0, info.width, info.height)
        is_turned = is_quarter_turn(info.rotation_degrees)
        size = self._crop.width, self._crop.height
        self.width, self.height = size[::-1] if is_turned else size
        self.sample_aspect = 1 / info.sample_aspect if is_turned else info.sample_aspect
        self.size_changed = False
        self._decoder: PictureDecoder | None = None
        self._converter = RgbConverter(
            info.colour,
            info.width,
            info.height,
            is_colour_chosen=info.is_colour_chosen,
        )
        self._shapes = _Shapes(info)
        self._damaged_before = 0

    def __enter__(self) -> Self:
        self._decoder = self._open()
        return self

    def __exit__(
        self,
        exc_type: type[BaseException] | None,
        exc: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        if self._decoder is not None:
            self._decoder.container.close()

    @property
    def time_base(self) -> Fraction:
        """Seconds per tick of the frames' times, once the reader is entered."""
        stored_base = self._opened().stream.time_base or Fraction(1, 1000)
        return stored_base / ticks_factor(self._info, self._deinterlace)

    @property
    def damaged_count(self) -> int:
        """Pictures of the range so far that could not be decoded, or only in part."""
        return 0 if self._decoder is None else self._decoder.damaged_count - self._damaged_before

    def __iter__(self) -> Iterator[Frame]:
        """Yield the frames of the range.

        Raises:
            InputVideoError: NO_FRAME_IN_RANGE or NOTHING_DECODES, where there is none;
                READ_FAILED, where the file cannot be read any further.
        """
        factor = ticks_factor(self._info, self._deinterlace)
        time_base = self.time_base
        stored_base = time_base * factor
        pictures = (
            Timed(timed.picture, timed.pts * factor, timed.duration * factor)
            for timed in self._timed(stored_base, self._span(stored_base))
        )
        span = self._span(time_base)
        is_empty = True
        frames = self._converted(self._deinterlaced(pictures, time_base), time_base, span)
        for treat in self._treatments:
            frames = treat(frames)
        for frame in frames:
            if span.is_past(frame.pts):
                break
            if span.contains(frame.pts):
                is_empty = False
                yield replace(frame, data=self._cropped_upright(frame.data))
        if is_empty:
            is_ranged = span.first is not None or span.stop is not None
            reason = InputProblem.NO_FRAME_IN_RANGE if is_ranged else InputProblem.NOTHING_DECODES
            raise InputVideoError(self._info.path, reason)

    def go_to_key_frame(self, seconds: float) -> bool:
        """Let what is iterated next begin at a key frame before a time; tell whether it does."""
        decoder = self._opened()
        return decoder.seek(exact_seconds(self._info.start_seconds + seconds))

    def stored_pictures(self) -> Iterator[tuple[Fraction, VideoFrame]]:
        """Yield the pictures of the range as they decode, instead of frames.

        Those a little before it may come as well. The times, in seconds, are those of the frames.
        """
        base = self._opened().stream.time_base or Fraction(1, 1000)
        span = self._span(base)
        for timed in self._timed(base, span):
            if span.is_past(timed.pts):
                return
            yield timed.pts * base, timed.picture

    def _span(self, time_base: Fraction) -> TickRange:
        info = self._info
        return tick_range(info.start_seconds, self._start_seconds, self._end_seconds, time_base)

    def _open(self) -> PictureDecoder:
        info = self._info
        return PictureDecoder(info.path, info.stream_index, info.sections, info.sequence_rate)

    def _opened(self) -> PictureDecoder:
        if self._decoder is None:
            raise RuntimeError("the reader has not been entered")
        return self._decoder

    def _timed(self, time_base: Fraction, span: TickRange) -> Iterator[Timed]:
        """Decode from the range's start, or a little before it."""
        if self._seek():
            pictures = self._decoded(time_base, span)
            early = next(pictures, None)
            if early is not None and span.first is not None and early.pts <= span.first:
                yield early
                yield from pictures
                return
            # The index led behind the start: decode from the beginning instead.
            self._opened().container.close()
            self._decoder = self._open()
            self._damaged_before = 0
        yield from self._decoded(time_base, span)

    def _seek(self) -> bool:
        if self._start_seconds is None or self._start_seconds < _SEEK_FROM_SECONDS:
            return False
        preroll = _PREROLL_SECONDS_TREATED if self._treatments else _PREROLL_SECONDS
        target = self._info.start_seconds + self._start_seconds - preroll
        return self._opened().seek(exact_seconds(target))

    def _decoded(self, time_base: Fraction, span: TickRange) -> Iterator[Timed]:
        decoder = self._opened()
        rate = self._info.frame_rate
        nominal = round(1 / rate / time_base) if rate else 1
        clock = FrameClock(nominal, round(_LEAST_STEP_SECONDS / time_base))
        for picture, pts, dts in self._stamped(decoder, span):
            time = clock.stamp(pts, dts)
            yield Timed(picture, time, self._duration(picture, nominal))

    def _stamped(
        self, decoder: PictureDecoder, span: TickRange
    ) -> Iterator[tuple[VideoFrame, int | None, int | None]]:
        """Yield the pictures with the two times that the file has for each."""
        times = DecodingTimes[VideoFrame]()
        for packet in decoder.packets():
            before = decoder.damaged_count
            pictures = decoder.decode(packet)
            time = packet.pts if packet.pts is not None else packet.dts
            if time is not None and not span.contains(time):
                # What is broken outside the range is none of its business.
                self._damaged_before += decoder.damaged_count - before
            self._shapes.note(time, decoder.sample_aspect)
            for picture in pictures:
                if decoder.is_timed_by_decoding and isinstance(picture.opaque, int):
                    for earlier, shown in times.push(picture, picture.opaque):
                        yield earlier, shown, None
                else:
                    yield picture, picture.pts, picture.dts
        for picture, shown in times.finish():
            yield picture, shown, None

    def _duration(self, picture: VideoFrame, nominal: int) -> int:
        is_listed = self._info.container.startswith("mov") and not picture.interlaced_frame
        if is_listed and picture.duration > 1:
            return picture.duration  # MP4 and MOV state that of each picture, the last one too
        # Some demuxers state one tick where they do not know (FLV), and of two fields with
        # packets of their own only the first has a say.
        is_stated = 3 * picture.duration >= 2 * nominal
        return picture.duration if is_stated else nominal

    def _deinterlaced(self, pictures: Iterator[Timed], time_base: Fraction) -> Iterator[Timed]:
        filtering: Deinterlacer | None = None
        kind: tuple[object, ...] = ()
        for timed in pictures:
            picture = timed.picture
            size = picture.width, picture.height
            self.size_changed |= size != (self._info.width, self._info.height)
            before = kind
            kind = (*size, picture.format.name, picture.colorspace, picture.color_range)
            if filtering is not None and kind != before:
                yield from filtering.finish()
                filtering = None
            if filtering is None:
                filtering = make_deinterlacer(self._info, self._deinterlace, picture, time_base)
            if filtering is None:
                yield timed
            else:
                yield from filtering.push(timed)
        if filtering is not None:
            yield from filtering.finish()

    def _converted(
        self, pictures: Iterator[Timed], time_base: Fraction, span: TickRange
    ) -> Iterator[Frame]:
        """Yield whole stored pictures in RGB; those outside the range for treatments only."""
        factor = ticks_factor(self._info, self._deinterlace)
        for timed in pictures:
            if self._treatments or span.contains(timed.pts):
                rgb = self._converter.convert(timed.picture, self._info.bit_depth)
                ratio = self._shapes.ratio(timed.picture, Fraction(timed.pts, factor))
                if ratio is not None:
                    self.size_changed = True
                    rgb = with_borders(rgb, ratio)
                yield Frame(rgb, timed.pts, time_base, timed.duration)
            elif span.is_past(timed.pts):
                return

    def _cropped_upright(self, rgb: Rgb) -> Rgb:
        """Crop and turn one stored picture."""
        crop = self._crop
        rgb = rgb[crop.y : crop.y + crop.height, crop.x : crop.x + crop.width]
        if self._info.is_mirrored:
            rgb = rgb[:, ::-1]
        # numpy turns counterclockwise.
        turned = np.rot90(rgb, -self._info.rotation_degrees // 90)
        return cast("Rgb", np.ascontiguousarray(turned))


class _Shapes:
    """Remembers when the shape of the pictures changes, as on a tape of 4:3 and 16:9."""

    def __init__(self, info: SourceInfo) -> None:
        self._info = info
        self._times: list[int] = []
        self._aspects: list[Fraction] = []

    def note(self, time: int | None, sample_aspect: Fraction) -> None:
        """Take note of the aspect after the packet of ``time``, in ticks, was decoded."""
        if self._info.is_shape_chosen or time is None:
            return
        if sample_aspect != (self._aspects[-1] if self._aspects else self._info.sample_aspect):
            self._times.append(max(time, self._times[-1] if self._times else time))
            self._aspects.append(sample_aspect)

    def ratio(self, picture: VideoFrame, time: Fraction) -> Fraction | None:
        """Return by how much ``picture`` is wider than the first ones; None: it is not."""
        info = self._info
        size = picture.width, picture.height
        if not self._times and size == (info.width, info.height):
            return None
        place = bisect_right(self._times, time)
        aspect = self._aspects[place - 1] if place else info.sample_aspect
        first = info.sample_aspect * Fraction(info.width, info.height)
        ratio = aspect * Fraction(*size) / first
        return ratio if abs(ratio - 1) > _SAME_SHAPE else None


def thumbnail(info: SourceInfo, *, long_side: int) -> Picture:
    """Return an early picture of the source, upright, with square pixels.

    Films fade in from black, and black says nothing in a list: it is the first that is bright
    enough of the first pictures and of those at some key frames after them, or the brightest.

    Args:
        info: what `probe` found.
        long_side: of the result, in pixels, at most.

    Raises:
        InputVideoError: nothing decodes, or the file cannot be read.
    """
    with Reader(info) as reader:
        found = _brightest(islice(reader, _THUMBNAIL_FRAMES), _BRIGHT_LEVEL)
        # What cannot be read further on does not matter: there is a frame.
        with contextlib.suppress(InputVideoError):
            if found.level < _BRIGHT_LEVEL:
                found = max(found, _brightest(_key_frames(reader, info), _BRIGHT_LEVEL))
            if found.level < _BLACK_LEVEL and reader.go_to_key_frame(0.0):
                found = max(found, _brightest(islice(reader, _MOST_THUMBNAIL_FRAMES), _BLACK_LEVEL))
        if found.frame is None:
            raise InputVideoError(info.path, InputProblem.NOTHING_DECODES)
        return picture_from_rgb(found.frame.data, reader.sample_aspect, long_side)


@dataclass(order=True)
class _Brightest:
    """The brightest of some frames; ``level`` is its mean, 0..255."""

    level: float
    frame: Frame | None = field(default=None, compare=False)


def _brightest(frames: Iterator[Frame], enough: float) -> _Brightest:
    """Return the first frame whose mean level is ``enough``, or the brightest one."""
    found = _Brightest(-1.0)
    for frame in frames:
        level = float(frame.data[::4, ::4].mean()) / (257 if frame.data.dtype != np.uint8 else 1)
        if level > found.level:
            found = _Brightest(level, frame)
        if level >= enough:
            break
    return found


def _key_frames(reader: Reader, info: SourceInfo) -> Iterator[Frame]:
    """Yield one frame at each of some later key frames."""
    for seconds in _THUMBNAIL_SECONDS:
        is_within = info.duration_seconds is None or seconds < info.duration_seconds
        if is_within and reader.go_to_key_frame(seconds):
            yield from islice(reader, 1)


def still(info: SourceInfo, *, at_seconds: float, long_side: int) -> Picture:
    """Return the picture that is shown at ``at_seconds`` after the container's start.

    Past the end, and in a gap at the end, it is the last picture there is.

    Args:
        info: what `probe` found.
        at_seconds: counted from the container's start.
        long_side: of the result, in pixels, at most.

    Raises:
        InputVideoError: nothing decodes, or the file cannot be read.
    """
    for lead_seconds in (0.5, 5.0, None):
        start = None if lead_seconds is None else max(0.0, at_seconds - lead_seconds)
        with Reader(info, start_seconds=start) as reader:
            shown = _shown_at(reader, info.start_seconds + at_seconds)
            if shown is not None:
                return picture_from_rgb(shown.data, reader.sample_aspect, long_side)
    raise InputVideoError(info.path, InputProblem.NOTHING_DECODES)


def _shown_at(reader: Reader, clock_seconds: float) -> Frame | None:
    """Return the last frame not later than ``clock_seconds``, or the first one."""
    shown: Frame | None = None
    try:
        for frame in reader:
            if shown is not None and exact_seconds(frame.pts_seconds) > clock_seconds:
                break
            shown = frame
    except InputVideoError as error:
        if error.reason is not InputProblem.NO_FRAME_IN_RANGE:
            raise
    return shown
