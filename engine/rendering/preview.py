"""Preview: a region and a stretch of a job, restored in memory before the whole is rendered."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import astuple, dataclass, replace
from itertools import takewhile

import numpy as np

from engine.jobs.errors import Cancelled, InputProblem, InputVideoError
from engine.jobs.events import Picture, PreviewFrame, PreviewSummary
from engine.jobs.options import Crop, Job
from engine.rendering.output import enlargement_of, output_size_of, resolved, upright_size
from engine.rendering.steps.registry import finish_steps, open_frames
from engine.rendering.steps.step import FinishStep
from engine.restoring.plans import DEFAULT_LOOKAHEAD_FRAMES
from engine.restoring.restorer import RestoredFrame, prepare
from engine.restoring.shots import ShotFrame, mark_shots
from engine.video.facts import SourceInfo
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
    """A region and a stretch of one job, decoded once and restored for any slider position.

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
        self._whole_ratio: float | None = None
        self._frames: list[ShotFrame[Frame]] = []
        self._before: dict[int, Picture] = {}
        fitting = bytes_limit // self._bytes_per_frame(region)
        self._limit = min(frames_limit, max(_LEAST_FRAMES, fitting))
        self._is_shortened = self._limit < frames_limit
        self._finish = finish_steps(self._info, options)
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
        threshold: float | None,
        strength: float,
        on_frame: Callable[[PreviewFrame], None],
        cancel: threading.Event,
    ) -> PreviewSummary:
        """Restore the stretch. It is decoded once, whatever is restored of it later.

        Args:
            threshold: θ in 8-bit levels; None: the model's default.
            strength: of the restoration over the plain enlargement, 0..1.
            on_frame: called with each frame, in order.
            cancel: when it is set the preview stops within a step of the network.

        Returns:
            The mean number of cleaning passes.

        Raises:
            EngineError: something failed.
            Cancelled: ``cancel`` was set.
        """

        def on_step() -> None:
            if cancel.is_set():
                raise Cancelled

        self._decode(on_step)
        shown = [f.item for f in self._frames if self._is_shown(f.item)][: self._limit]
        if not shown:
            raise InputVideoError(self._info.path, InputProblem.NO_FRAME_IN_RANGE)
        count, passes, cleanings = 0, 0.0, 0
        for done in self._restored(threshold, strength, on_step):
            if done.source.pts > shown[-1].pts:
                break
            if done.source.pts < shown[0].pts:
                continue
            on_frame(self._preview_frame(count, done))
            count += 1
            passes += done.passes
            cleanings += done.cleanings
        return PreviewSummary(
            mean_passes=passes / count,
            mean_cleanings=cleanings / count,
            is_shortened=self._is_shortened and count == self._limit,
        )

    def _bytes_per_frame(self, region: Crop) -> int:
        """Memory for a frame of the preview: as it is read, and both pictures for showing."""
        width, height = self.size
        sample_bytes = 1 if self._info.bit_depth <= 8 else 2
        return 3 * (sample_bytes * region.width * region.height + 2 * width * height)

    def _regions(self) -> tuple[Crop, Crop, Crop]:
        """Return the picture of the render, the region with its margin, and the region itself.

        All in stored pixels.
        """
        info, options = self._info, self._job.options
        full = Crop(0, 0, info.width, info.height)
        whole = (info.borders_crop if options.trims_borders else None) or full
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
            self._frames, self._samples = self._cut_out(self._wanted(reader, on_step))

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

    def _restored(
        self, threshold: float | None, strength: float, on_step: Callable[[], None]
    ) -> Iterator[RestoredFrame]:
        """Yield the frames with the restored region, at the scale of the model."""
        if strength == 0:
            for marked in self._frames:
                yield self._cut(RestoredFrame(marked.item, marked.item, passes=0.0), 1)
            return
        height, width = self._frames[0].item.data.shape[:2]
        options = replace(self._job.options, threshold=threshold, strength=strength)
        restoration = prepare(
            options,
            width,
            height,
            bit_depth=self._info.bit_depth,
            enlargement=enlargement_of(self._info, replace(options, crop=None)),
        )
        if self._whole_ratio is None:
            self._whole_ratio = restoration.whole_ratio(self._samples, on_step)
        restoration = restoration.with_whole_ratio(self._whole_ratio)
        for done in restoration.run(self._frames, on_step):
            yield self._cut(done, restoration.model.scale)

    def _cut(self, done: RestoredFrame, scale: int) -> RestoredFrame:
        region = self._margins.cut(done.frame.data, scale)
        return replace(done, frame=replace(done.frame, data=region))

    def _preview_frame(self, index: int, done: RestoredFrame) -> PreviewFrame:
        before = done.source
        if before.pts not in self._before:
            self._before[before.pts] = self._picture(self._margins.cut(before.data, 1), before.pts)
        return PreviewFrame(
            index=index,
            pts_seconds=before.pts_seconds,
            before=self._before[before.pts],
            after=self._picture(done.frame.data, before.pts, self._finish),
            passes=done.passes,
        )

    def _picture(self, rgb: Rgb, ticks: int, finish: Sequence[FinishStep] = ()) -> Picture:
        width, height = self.size
        pixels = resize_rgb(rgb, width, height)
        for step in finish:
            pixels = step.apply_to_rgb(pixels, ticks)
        narrow = pixels if pixels.dtype == np.uint8 else (pixels >> 8).astype(np.uint8)
        return Picture(width, height, narrow.tobytes())
