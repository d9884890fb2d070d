"""Preview: a region and a stretch of a job, restored in memory before the whole is rendered."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import astuple, dataclass, replace
from itertools import takewhile
from typing import NamedTuple, cast

import numpy as np

from engine.jobs.choices import Crop
from engine.jobs.errors import Cancelled, InputProblem, InputVideoError
from engine.jobs.events import Picture, PreviewFrame, PreviewSummary
from engine.jobs.options import NO_REPAIRS, Job, Options, with_look_of
from engine.networks.family import FrameModel
from engine.rendering.kept_pictures import Enlarged, KeptPictures, Shaping
from engine.rendering.output import enlargement_of, output_size_of, resolved, upright_size
from engine.rendering.steps.registry import finish_steps, open_frames, source_steps
from engine.rendering.steps.step import FinishStep
from engine.restoring.bands import plain_picture
from engine.restoring.plans import DEFAULT_LOOKAHEAD_FRAMES
from engine.restoring.restorer import Restoration, prepare
from engine.restoring.shots import ShotFrame, mark_shots
from engine.video.facts import SourceInfo, trimmed
from engine.video.frame import Frame, Rgb
from engine.video.geometry import is_inside
from engine.video.pixels import resize_rgb
from engine.video.probing.probe import probe
from engine.video.reading.reader import Reader

_MARGIN_PIXELS = 16
"""Restored around the region and cut off again, so that its edges look as in the render."""
_WARM_UP_FRAMES = 6
"""Frames restored before the stretch, so that propagated features are there as in a render."""
_USUAL_RATE = 25.0
BYTES_LIMIT = 1 << 30
_LEAST_FRAMES = 8
"""A preview has so many even where they take more memory than they should."""
_SAMPLED_EVERY, _MOST_SAMPLED = 12, 3
"""Every twelfth frame, at most three, is also cleaned as a whole picture: by how much that changes
it decides how often the region is cleaned."""
_HURRY, _GLANCE = (0, 0), (2, 3)
"""Frames before and after a single one with which it is restored: while all of them follow, and
where it is all that is wanted. A frame alone takes a third of the time, and differs from the one
that follows by 43 to 48 dB (tests/bench/README.md)."""


@dataclass(frozen=True)
class _Margins:
    """Pixels of a stretch that lie around its region, as the frames are read: upright."""

    left: int
    top: int
    right: int
    bottom: int

    @classmethod
    def between(cls, outer: Crop, inner: Crop) -> _Margins:
        """What of ``outer`` lies around ``inner``."""
        return cls(
            inner.x - outer.x,
            inner.y - outer.y,
            outer.x + outer.width - inner.x - inner.width,
            outer.y + outer.height - inner.y - inner.height,
        )

    def cut(self, rgb: Rgb, scale: int) -> Rgb:
        """``(h, w, 3)`` without the margins, which are ``scale`` times as wide."""
        h, w = rgb.shape[:2]
        rows = slice(scale * self.top, h - scale * self.bottom)
        return rgb[rows, scale * self.left : w - scale * self.right]

    def upright(self, info: SourceInfo) -> _Margins:
        """The margins of stored pixels as they lie after mirroring and turning."""
        sides = [self.left, self.top, self.right, self.bottom]
        if info.is_mirrored:
            sides[0], sides[2] = sides[2], sides[0]
        for _ in range(info.rotation_degrees // 90):
            # A clockwise quarter turn: what was at the bottom is on the left.
            sides = [sides[3], *sides[:3]]
        return _Margins(*sides)


class Preview:
    """A region and a stretch of one job, decoded once and restored for any look.

    Pictures out of the network are kept, so that a look that was there before is there at once.
    Strength mixes two pictures and grain is put on at the end: both take no network.

    Not thread-safe; every method runs on the thread that calls it.

    Args:
        job: its range and crop say what is shown; its output is not touched.
        frames_limit: frames at most, from the start of the range.
        bytes_limit: of all frames and of the pictures made of them, which whoever shows the
            preview keeps; fewer frames are restored where they would take more.

    Raises:
        InputVideoError: the source cannot be read, or the region is not in its picture.
    """

    def __init__(self, job: Job, *, frames_limit: int = 30, bytes_limit: int = BYTES_LIMIT) -> None:
        self._info, options = resolved(probe(job.source), job.options)
        self._job = replace(job, options=options)
        self._whole, wide, region = self._regions()
        self._surroundings = _Margins.between(self._whole, wide).upright(self._info)
        self._margins = _Margins.between(wide, region).upright(self._info)
        self._samples: list[tuple[Rgb, Rgb]] = []
        self._changes: dict[tuple[str, str, str], list[tuple[float, float]]] = {}
        self._frames: list[ShotFrame[Frame]] = []
        self._shown: range = range(0)
        """Which of the frames are shown; the others only surround them."""
        self._kept = KeptPictures()
        self._before: dict[int, Picture] = {}
        self._plain: dict[tuple[int, int], Rgb] = {}
        fitting = bytes_limit // self._bytes_per_frame(region)
        self._limit = min(frames_limit, max(_LEAST_FRAMES, fitting))
        self._is_shortened = self._limit < frames_limit
        self._first_seconds = self._info.start_seconds + (job.options.start_seconds or 0.0)

    @property
    def size(self) -> tuple[int, int]:
        """Width and height of the pictures: the region at the scale of the finished file."""
        whole = replace(self._job.options, crop=None)
        width, height = output_size_of(self._info, whole)
        upright_width, upright_height, _ = upright_size(self._info, whole)
        region_width, region_height, _ = upright_size(self._info, self._job.options)
        return (
            max(1, round(region_width * width / upright_width)),
            max(1, round(region_height * height / upright_height)),
        )

    def restore(
        self,
        options: Options,
        on_frame: Callable[[PreviewFrame], None],
        cancel: threading.Event,
        *,
        looked_at: int | None = None,
    ) -> PreviewSummary:
        """Restore the stretch. It is decoded once, whatever is restored of it later.

        Args:
            options: how it is to look; what they say of the source is ignored.
            on_frame: called with each frame.
            cancel: when it is set the preview stops within a step of the network.
            looked_at: index of the frame that is wanted first: it comes at once, restored from a
                few neighbours only, then all frames from there to the end, then those before it.
                None: all frames in order.

        Returns:
            How often the frames were cleaned.

        Raises:
            EngineError: something failed.
            Cancelled: ``cancel`` was set.
        """

        def on_step() -> None:
            if cancel.is_set():
                raise Cancelled

        self._decode(on_step)
        count, first = len(self._shown), min(looked_at or 0, len(self._shown) - 1)
        order = [*range(first, count), *range(first)]
        if options.strength == 0:
            return self._show_plain(options, order, on_frame, on_step)
        look = self._look(options)
        kept = self._kept.of(Shaping.of(options))
        missing = [index for index in order if index not in kept]
        for index in order:
            if index in kept:
                on_step()
                on_frame(self._preview_frame(index, kept[index], look))
        if missing:
            prepared = self._prepare(options)
            if looked_at is not None and missing[0] == first:
                glance = self._glance(prepared, first, on_step, around=_HURRY)
                on_frame(self._preview_frame(first, glance, look, is_final=False))
            for index, enlarged in self._restored(prepared, missing, first, on_step):
                if index not in kept:
                    kept[index] = enlarged
                    on_frame(self._preview_frame(index, enlarged, look))
        return self._summary(list(kept.values()))

    def glance(self, options: Options, index: int, cancel: threading.Event) -> PreviewFrame:
        """Restore one frame in a hurry, from a few neighbours only.

        Args:
            options: how it is to look; what they say of the source is ignored.
            index: of the frame.
            cancel: when it is set the work stops within a step of the network.

        Raises:
            EngineError: something failed.
            Cancelled: ``cancel`` was set.
        """

        def on_step() -> None:
            if cancel.is_set():
                raise Cancelled

        self._decode(on_step)
        index, look = min(index, len(self._shown) - 1), self._look(options)
        if options.strength == 0:
            return self._preview_frame(index, self._unrestored(index), look)
        enlarged = self._kept.of(Shaping.of(options)).get(index)
        if enlarged is not None:
            return self._preview_frame(index, enlarged, look)
        enlarged = self._glance(self._prepare(options), index, on_step)
        return self._preview_frame(index, enlarged, look, is_final=False)

    def _bytes_per_frame(self, region: Crop) -> int:
        """Memory for a frame: as it is read, two that are mixed, and the two that are shown."""
        width, height = self.size
        sample_bytes = 1 if self._info.bit_depth <= 8 else 2
        read, shown = region.width * region.height, width * height
        return 3 * (sample_bytes * (read + 2 * shown) + 2 * shown)

    def _regions(self) -> tuple[Crop, Crop, Crop]:
        """Return the picture of the render, the region with its margin, and the region itself.

        All in stored pixels.
        """
        info, options = self._info, self._job.options
        full = Crop(0, 0, info.width, info.height)
        whole = trimmed(info, options) or full
        region = options.crop or full
        if not is_inside(region, info.width, info.height):
            raise InputVideoError(info.path, InputProblem.CROP_OUTSIDE)
        if min(astuple(_Margins.between(whole, region))) < 0:
            whole = full
        around = astuple(_Margins.between(whole, region))
        left, top, right, bottom = (min(pixels, _MARGIN_PIXELS) for pixels in around)
        wide = Crop(
            region.x - left,
            region.y - top,
            region.width + left + right,
            region.height + top + bottom,
        )
        return whole, wide, region

    def _decode(self, on_step: Callable[[], None]) -> None:
        if self._frames:
            return
        options = self._job.options
        rate = float(self._info.frame_rate or _USUAL_RATE)
        start = max(0.0, (options.start_seconds or 0.0) - _WARM_UP_FRAMES / rate)
        whole = replace(options, crop=self._whole, end_seconds=None)
        with open_frames(self._info, whole, start_seconds=start or None) as reader:
            frames, samples = self._cut_out(self._wanted(reader, on_step))
        shown = [i for i, frame in enumerate(frames) if self._is_shown(frame.item)][: self._limit]
        if not shown:
            raise InputVideoError(self._info.path, InputProblem.NO_FRAME_IN_RANGE)
        self._frames, self._samples = frames, samples
        self._shown = range(shown[0], shown[-1] + 1)
        if source_steps(self._info, options):
            self._before = self._untreated(whole, start, on_step)

    def _untreated(
        self, options: Options, start_seconds: float, on_step: Callable[[], None]
    ) -> dict[int, Picture]:
        """Return the shown region of the source as it is, without any repair, by its number."""
        plain, pictures = replace(options, repair=NO_REPAIRS), dict[int, Picture]()
        with open_frames(self._info, plain, start_seconds=start_seconds or None) as reader:
            for frame in reader:
                on_step()
                if self._is_shown(frame):
                    region = self._margins.cut(self._surroundings.cut(frame.data, 1), 1)
                    pictures[len(pictures)] = _picture(resize_rgb(region, *self.size))
                if len(pictures) == len(self._shown):
                    break
        return pictures

    def _cut_out(
        self, wanted: Iterable[ShotFrame[Frame]]
    ) -> tuple[list[ShotFrame[Frame]], list[tuple[Rgb, Rgb]]]:
        """Return the frames cut to region and margin, and a few whole pictures with their cut."""
        frames, samples = list[ShotFrame[Frame]](), list[tuple[Rgb, Rgb]]()
        for number, frame in enumerate(wanted):
            whole = frame.item.data
            part = self._surroundings.cut(whole, 1)
            if part.shape != whole.shape:
                part = part.copy()  # so that the rest of the picture can go
                if number % _SAMPLED_EVERY == 0 and len(samples) < _MOST_SAMPLED:
                    samples.append((whole, part))
            frames.append(replace(frame, item=replace(frame.item, data=part)))
        return frames, samples

    def _wanted(self, reader: Reader, on_step: Callable[[], None]) -> Iterator[ShotFrame[Frame]]:
        """Yield the frames of the stretch, and those around it that its restoration needs."""
        after = 0

        def is_wanted(frame: ShotFrame[Frame]) -> bool:
            nonlocal after
            on_step()
            after += self._first_seconds <= frame.item.pts_seconds
            return after <= self._limit + DEFAULT_LOOKAHEAD_FRAMES

        return takewhile(is_wanted, mark_shots(reader, lambda frame: frame.data))

    def _is_shown(self, frame: Frame) -> bool:
        end = self._job.options.end_seconds
        is_before_end = end is None or frame.pts_seconds < self._info.start_seconds + end
        return self._first_seconds <= frame.pts_seconds and is_before_end

    def _look(self, options: Options) -> _Look:
        chosen = with_look_of(self._job.options, options)
        return _Look(options.strength, finish_steps(self._info, chosen))

    def _show_plain(
        self,
        options: Options,
        order: Sequence[int],
        on_frame: Callable[[PreviewFrame], None],
        on_step: Callable[[], None],
    ) -> PreviewSummary:
        look = self._look(options)
        for index in order:
            on_step()
            on_frame(self._preview_frame(index, self._unrestored(index), look))
        return self._summary([])

    def _summary(self, pictures: Sequence[Enlarged]) -> PreviewSummary:
        count = max(len(pictures), 1)
        return PreviewSummary(
            mean_passes=sum(picture.passes for picture in pictures) / count,
            mean_cleanings=sum(picture.cleanings for picture in pictures) / count,
            is_shortened=self._is_shortened and len(self._shown) == self._limit,
        )

    def _prepare(self, options: Options) -> _Prepared:
        """Load the model for full strength; mixing comes later."""
        height, width = self._frames[0].item.data.shape[:2]
        chosen = replace(with_look_of(self._job.options, options), strength=1.0)
        restoration = prepare(
            chosen,
            width,
            height,
            bit_depth=self._info.bit_depth,
            enlargement=enlargement_of(self._info, replace(chosen, crop=None)),
        )
        key = chosen.model, chosen.device, chosen.precision
        return _Prepared(restoration, self._changes.setdefault(key, []))

    def _with_ratio(
        self, prepared: _Prepared, samples_limit: int, on_step: Callable[[], None]
    ) -> Restoration:
        """Return what cleans the region as often as whole pictures are, by a few of these."""
        restoration, changes = prepared
        for whole, part in self._samples[len(changes) : samples_limit]:
            changes.append(restoration.cleaning_changes(whole, part, on_step))
        wholes, parts = (
            sum(each) for each in zip((0.0, 0.0), *changes[:samples_limit], strict=True)
        )
        return restoration.with_whole_ratio(wholes / parts if parts else 1.0)

    def _glance(
        self,
        prepared: _Prepared,
        index: int,
        on_step: Callable[[], None],
        *,
        around: tuple[int, int] = _GLANCE,
    ) -> Enlarged:
        """Restore one frame from a few neighbours; one whole picture tells how often to clean."""
        before, after = around
        model = prepared.restoration.model
        if isinstance(model, FrameModel):
            before, after = (0 if model.flow_model is None else before), 0
        hurried = self._with_ratio(prepared, 1, on_step)
        wanted = range(index, index + 1)
        return next(e for _, e in self._run(hurried, wanted, on_step, before=before, after=after))

    def _restored(
        self,
        prepared: _Prepared,
        missing: Sequence[int],
        first: int,
        on_step: Callable[[], None],
    ) -> Iterator[tuple[int, Enlarged]]:
        """Yield the missing frames from ``first`` on, then those before it; others may be among."""
        exact = self._with_ratio(prepared, _MOST_SAMPLED, on_step)
        for part in (
            [index for index in missing if index >= first],
            [index for index in missing if index < first],
        ):
            if part:
                yield from self._run(exact, range(part[0], part[-1] + 1), on_step)

    def _run(
        self,
        restoration: Restoration,
        wanted: range,
        on_step: Callable[[], None],
        *,
        before: int = _WARM_UP_FRAMES,
        after: int = DEFAULT_LOOKAHEAD_FRAMES,
    ) -> Iterator[tuple[int, Enlarged]]:
        """Restore the shown frames of these indices, with so many frames around them."""
        offset = self._shown.start
        begin = max(0, offset + wanted.start - before)
        frames = self._frames[begin : offset + wanted.stop + after]
        for number, done in enumerate(restoration.run(frames, on_step), begin - offset):
            if number >= wanted.stop:
                return
            if number >= wanted.start:
                scale = restoration.model.scale
                region = resize_rgb(self._margins.cut(done.frame.data, scale), *self.size)
                rgb = cast("Rgb", np.ascontiguousarray(region))
                yield number, Enlarged(rgb, scale, done.passes, done.cleanings)

    def _unrestored(self, index: int) -> Enlarged:
        """Return a frame enlarged as a render at strength 0 does."""
        rgb = self._margins.cut(self._source(index).data, 1)
        return Enlarged(resize_rgb(rgb, *self.size), scale=1, passes=0.0, cleanings=0)

    def _source(self, index: int) -> Frame:
        return self._frames[self._shown[index]].item

    def _preview_frame(
        self, index: int, enlarged: Enlarged, look: _Look, *, is_final: bool = True
    ) -> PreviewFrame:
        source = self._source(index)
        if index not in self._before:
            self._before[index] = _picture(self._unrestored(index).rgb)
        pixels = self._mixed(index, enlarged, look.strength)
        for step in look.finish:
            pixels = step.apply_to_rgb(pixels, source.pts)
        return PreviewFrame(
            index=index,
            pts_seconds=source.pts_seconds,
            before=self._before[index],
            after=_picture(pixels),
            passes=enlarged.passes,
            is_final=is_final,
        )

    def _mixed(self, index: int, enlarged: Enlarged, strength: float) -> Rgb:
        """Mix what came out of the network over the plain enlargement, as the render does."""
        if strength in (0, 1):
            return enlarged.rgb
        key = index, enlarged.scale
        if key not in self._plain:
            whole = plain_picture(self._source(index).data, enlarged.scale)
            region = resize_rgb(self._margins.cut(whole, enlarged.scale), *self.size)
            self._plain[key] = cast("Rgb", np.ascontiguousarray(region))
        plain = self._plain[key].astype(np.float32)
        mixed = plain + np.float32(strength) * (enlarged.rgb - plain)
        return cast("Rgb", mixed.round().astype(enlarged.rgb.dtype))


class _Prepared(NamedTuple):
    """A model on its device."""

    restoration: Restoration
    changes: list[tuple[float, float]]
    """`Restoration.cleaning_changes` of this model by the samples that were cleaned so far; kept
    where a preview is cancelled, since a whole picture takes as long as several frames of it."""


@dataclass(frozen=True)
class _Look:
    """What becomes of a picture out of the network."""

    strength: float
    finish: Sequence[FinishStep]


def _picture(rgb: Rgb) -> Picture:
    narrow = rgb if rgb.dtype == np.uint8 else (rgb >> 8).astype(np.uint8)
    height, width = narrow.shape[:2]
    return Picture(width, height, narrow.tobytes())
