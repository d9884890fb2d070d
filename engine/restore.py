"""A whole job: decode, restore and encode side by side, each on its own thread."""

from __future__ import annotations

import math
import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from fractions import Fraction
from queue import SimpleQueue

from engine.channel import Channel
from engine.errors import Cancelled
from engine.job import (
    Codec,
    Event,
    Job,
    Options,
    Progressed,
    Started,
    Summary,
    Warned,
    WarningKind,
)
from engine.output import frames_per_picture, output_size_of, settled
from engine.restoration import Restoration, RestoredFrame, prepare
from engine.shots import ShotFrame, mark_shots
from engine.video.facts import SourceInfo
from engine.video.reader import Frame, Reader
from engine.video.source import probe
from engine.video.writer import Writer, check_output, choose_container

_QUEUE_BYTES = 256 << 20
"""What may wait between two stages."""
_LEAST_QUEUED = 2
_MOST_QUEUED = 16
_EVENT_SECONDS = 0.2
_RATE_FRAMES = 100
"""Frames over which the rate is measured."""
_LEAST_RATE_FRAMES = 8
"""The first frame waits for all of its window, so a rate means nothing before."""
_BITS_PER_PIXEL = {Codec.H264: 0.06, Codec.HEVC: 0.04, Codec.FFV1: 6.0}
"""Low, since a render that might fit is not refused."""

OnEvent = Callable[[Event], None]


def restore(job: Job, on_event: OnEvent, cancel: threading.Event) -> Summary:
    """Carry out a job.

    Args:
        job: what is to be done.
        on_event: told what happens, on the calling thread.
        cancel: when it is set the render stops within a step of the network.

    Returns:
        What was done.

    Raises:
        EngineError: the job failed; nothing is left behind.
        Cancelled: ``cancel`` was set; nothing is left behind.
    """
    info, options = settled(probe(job.source), job.options)
    job = replace(job, options=options)
    width, height = output_size_of(info, options)
    frames_total = _frames_total(info, options)
    check_output(
        job.source,
        job.output,
        overwrite=job.overwrite,
        needed_bytes=_needed_bytes(options.codec, width, height, frames_total),
    )
    # Opened here so that a wrong crop or range is known before the model is loaded.
    with _reader(info, options) as reader:
        restoration = None
        if options.strength > 0:
            restoration = prepare(options, reader.width, reader.height)
        on_event(
            Started(
                source=job.source,
                output=job.output,
                width=width,
                height=height,
                frames_total=frames_total,
                device=str(restoration.device) if restoration else "cpu",
                model=options.model,
            )
        )
        render = _Render(job, info, reader, restoration, (width, height))
        return render.run(frames_total, on_event, cancel)


def _reader(info: SourceInfo, options: Options) -> Reader:
    return Reader(
        info,
        start_seconds=options.start_seconds,
        end_seconds=options.end_seconds,
        crop=options.crop,
        deinterlace=options.deinterlace,
    )


def _frames_total(info: SourceInfo, options: Options) -> int | None:
    """How many frames will come, where that can be known beforehand."""
    factor = frames_per_picture(info, options)
    if options.start_seconds is None and options.end_seconds is None:
        return None if info.frame_count is None else round(info.frame_count * factor)
    if info.frame_rate is None or info.is_variable_frame_rate or info.duration_seconds is None:
        return None
    start, end = options.start_seconds or 0.0, info.duration_seconds
    if options.end_seconds is not None:
        end = min(end, options.end_seconds)
    # Frame k is shown at k / rate; a hair is taken off for times that were rounded.
    before_start, before_end = (
        math.ceil(float(info.frame_rate * factor) * seconds - 1e-3) for seconds in (start, end)
    )
    return max(0, before_end - before_start)


def _needed_bytes(codec: Codec, width: int, height: int, frames: int | None) -> int:
    bits = _BITS_PER_PIXEL.get(codec, 0.0) * width * height * (frames or 0)
    return int(bits / 8)


class _Render:
    """The three stages of a job and the channels between them."""

    def __init__(
        self,
        job: Job,
        info: SourceInfo,
        reader: Reader,
        restoration: Restoration | None,
        size: tuple[int, int],
    ) -> None:
        self._job, self._info, self._reader = job, info, reader
        self._restoration, self._size = restoration, size
        frame_bytes = 3 * reader.width * reader.height * (1 if info.bit_depth == 8 else 2)
        enlarged = 16 if restoration else 1
        self._decoded: Channel[ShotFrame[Frame]] = Channel(_limit(frame_bytes))
        self._restored: Channel[Frame] = Channel(_limit(enlarged * frame_bytes))
        self._warnings: SimpleQueue[Warned] = SimpleQueue()
        self._encode_error: BaseException | None = None

    def run(self, frames_total: int | None, on_event: OnEvent, cancel: threading.Event) -> Summary:
        """Run all three stages to the end; see `restore`."""
        started = time.monotonic()
        progress = _Progress(frames_total, on_event)
        warnings: list[Warned] = []

        def on_step() -> None:
            if cancel.is_set():
                raise Cancelled

        stages = [threading.Thread(target=t) for t in (self._decode, self._encode)]
        for stage in stages:
            stage.start()
        try:
            for done in self._restore(on_step):
                self._restored.put(done.frame)
                progress.count(done.passes)
                self._pass_on(warnings, on_event)
            self._restored.close()
        except BaseException as exc:
            self._restored.close(exc)
            # A dead encoder shows here as a channel that nobody reads.
            if not isinstance(exc, Cancelled) or cancel.is_set():
                raise
        finally:
            self._decoded.abandon()
            for stage in stages:
                stage.join()
        if self._encode_error is not None:
            raise self._encode_error
        self._pass_on(warnings, on_event)
        return Summary(
            output=self._job.output,
            frames=progress.frames,
            seconds=time.monotonic() - started,
            mean_passes=progress.mean_passes,
            warnings=tuple(warnings),
        )

    def _decode(self) -> None:
        """First stage: pictures, and where the shots begin."""
        try:
            for frame in mark_shots(self._reader, lambda frame: frame.data):
                self._decoded.put(frame)
            self._warn_of_damage()
            self._decoded.close()
        except BaseException as exc:  # raised again where the channel is read
            self._decoded.close(exc)

    def _warn_of_damage(self) -> None:
        if self._reader.damaged_count:
            self._warnings.put(Warned(WarningKind.DAMAGE, self._reader.damaged_count))
        if self._reader.size_changed:
            self._warnings.put(Warned(WarningKind.SIZE_CHANGED))

    def _restore(self, on_step: Callable[[], None]) -> Iterator[RestoredFrame]:
        """Second stage, on the calling thread."""
        if self._restoration is not None:
            yield from self._restoration.run(self._decoded, on_step)
            return
        for marked in self._decoded:
            on_step()
            yield RestoredFrame(marked.item, marked.item, passes=0.0)

    def _encode(self) -> None:
        """Third stage: scaling, encoding, and moving the file into place."""
        try:
            frames = iter(self._restored)
            first = next(frames, None)
            if first is None:
                return
            with self._writer(first.time_base) as writer:
                writer.write(first)
                for frame in frames:
                    writer.write(frame)
                writer.finish()
        except BaseException as exc:  # raised again by run()
            self._encode_error = exc
            self._restored.abandon()

    def _writer(self, time_base: Fraction) -> Writer:
        job, options = self._job, self._job.options
        return Writer(
            self._info,
            job.output,
            width=self._size[0],
            height=self._size[1],
            codec=options.codec,
            container=choose_container(self._info, job.output, options.container, options.codec),
            quality=options.quality,
            start_seconds=options.start_seconds,
            end_seconds=options.end_seconds,
            time_base=time_base,
            overwrite=job.overwrite,
            on_warning=self._warnings.put,
        )

    def _pass_on(self, warnings: list[Warned], on_event: OnEvent) -> None:
        """Hand on what the other threads had to say, on this thread."""
        while not self._warnings.empty():
            warned = self._warnings.get()
            warnings.append(warned)
            on_event(warned)


def _limit(frame_bytes: int) -> int:
    return max(_LEAST_QUEUED, min(_MOST_QUEUED, _QUEUE_BYTES // max(1, frame_bytes)))


class _Progress:
    """Counts frames and says now and then how far the render is."""

    def __init__(self, frames_total: int | None, on_event: OnEvent) -> None:
        self._total, self._on_event = frames_total, on_event
        self._times = [time.monotonic()]
        self._last_event = 0.0
        self._passes = 0.0
        self.frames = 0

    @property
    def mean_passes(self) -> float:
        """Cleaning passes per frame so far."""
        return self._passes / max(1, self.frames)

    def count(self, passes: float) -> None:
        """One more frame is done."""
        self.frames += 1
        if self._total is not None and self.frames > self._total:
            self._total = None  # it was an estimate, and a wrong one
        self._passes += passes
        now = time.monotonic()
        self._times.append(now)
        del self._times[: -_RATE_FRAMES - 1]
        if now - self._last_event >= _EVENT_SECONDS or self.frames == self._total:
            self._last_event = now
            self._report(now)

    def _report(self, now: float) -> None:
        rate = (len(self._times) - 1) / max(now - self._times[0], 1e-6)
        left = None
        if self._total is not None and self.frames >= min(_LEAST_RATE_FRAMES, self._total):
            left = max(0, self._total - self.frames) / rate
        self._on_event(
            Progressed(
                frames_done=self.frames,
                frames_total=self._total,
                frames_per_second=rate,
                seconds_left=left,
                mean_passes=self.mean_passes,
            )
        )
