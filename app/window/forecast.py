"""Estimates of how long renders will take, from what was measured on this computer."""

from __future__ import annotations

import math
import time
from collections.abc import Callable
from dataclasses import replace

from app.window.queue.clips import Clip, ClipState
from engine.background.engine_thread import Engine
from engine.estimating.speeds import FrameWork, Speeds
from engine.jobs.choices import Codec, Encoder
from engine.jobs.options import Job, Options
from engine.video.facts import trimmed

TAPE_FRAMES = 60 * 60 * 25
"""Of an hour of PAL video, to say what this computer can do."""
_TAPE_PIXELS = 720 * 576
_TAPE_WRITTEN_PIXELS = 1440 * 1080
_USUAL_RATE = 30
AGAIN_SECONDS = 600
"""How long a measurement on a busy computer counts before it is made again."""


def tape_work(options: Options) -> FrameWork:
    """Return what a picture of a PAL tape takes with these ``options``."""
    return FrameWork(
        model=options.model,
        device=options.device,
        pixels=_TAPE_PIXELS,
        codec=Codec.H264 if options.codec is Codec.AUTO else options.codec,
        encoder=options.encoder,
        written_pixels=_TAPE_WRITTEN_PIXELS,
    )


def work_of(clip: Clip) -> FrameWork | None:
    """Return what a picture of ``clip`` takes.

    None where nothing is restored, or where size or length are not known.
    """
    info, options = clip.info, clip.options
    if info is None or clip.plan is None or not info.duration_seconds or options.strength == 0:
        return None
    crop = options.crop or trimmed(info, options)
    work = FrameWork(
        model=options.model,
        device=options.device,
        pixels=crop.width * crop.height if crop else info.width * info.height,
        codec=clip.plan.codec,
        encoder=options.encoder,
        written_pixels=math.prod(clip.plan.sizes[options.size]),
    )
    if clip.trial is not None:
        work = replace(work, cleanings=clip.trial.cleanings, encoding=clip.trial.encoding)
    return replace(work, cleanings=clip.cleanings) if clip.cleanings else work


def frames_of(clip: Clip) -> float:
    """Return about how many frames of ``clip`` will be restored; 0 where its length is unknown."""
    info, options = clip.info, clip.options
    if info is None or not info.duration_seconds:
        return 0.0
    start = options.start_seconds or 0.0
    end = info.duration_seconds if options.end_seconds is None else options.end_seconds
    seconds = sum(p.end_seconds - p.start_seconds for p in options.parts) or end - start
    rate = float(info.frame_rate or _USUAL_RATE)
    if info.frame_count is not None:
        rate = info.frame_count / info.duration_seconds
    return seconds * rate * (clip.plan.frames_per_picture if clip.plan else 1.0)


class Forecast:
    """Estimates render times from measured speeds, and has speeds measured that are missing.

    The engine measures when there is nothing else to do, and says ``measured`` and ``tried``.

    Attributes:
        speeds: what was measured; None until that was read from the disk.
        speedup: all computers that share the work are so many times as fast as this one.
    """

    def __init__(self, engine: Engine, *, clock: Callable[[], float] = time.monotonic) -> None:
        self._engine, self._clock = engine, clock
        self.speeds: Speeds | None = None
        self.speedup = 1.0
        self._measured_at: dict[tuple[str, str, Codec, Encoder], float] = {}
        """When a measurement was asked for, in seconds."""
        self._trials: dict[int, tuple[str, float | None]] = {}
        """The model and threshold with which each clip was tried, by its id."""

    def find_out_speed(self, options: Options) -> None:
        """Have measured what this computer can do, where it isn't known."""
        self._seconds_per_frame(tape_work(options))

    def seconds_of_tape(self, options: Options) -> float | None:
        """Return how long an hour of PAL video takes; None where nothing was measured yet."""
        work = tape_work(options)
        seconds = self.speeds.seconds_per_frame(work) if self.speeds else None
        return None if seconds is None else seconds * TAPE_FRAMES

    def is_tape_disturbed(self, options: Options) -> bool:
        """Whether that was measured on a busy computer."""
        return self._is_disturbed(tape_work(options))

    def seconds_of(self, clip: Clip) -> float | None:
        """Return how long a whole render takes; None where speed or length are unknown."""
        work = work_of(clip)
        seconds = None if work is None else self._seconds_per_frame(work)
        return None if seconds is None else seconds * frames_of(clip) / self.speedup

    def seconds_left_of(self, clip: Clip) -> float | None:
        """Return how long it takes until a clip is done; the figure that is shown everywhere."""
        if clip.state is ClipState.RUNNING and clip.seconds_left is not None:
            return clip.seconds_left
        seconds = self.seconds_of(clip)
        if seconds is None:
            return None
        is_kept = clip.state is ClipState.RUNNING or (clip.is_unfinished and not clip.is_changed)
        return seconds * (1 - clip.done_share) if is_kept else seconds

    def try_out(self, clip: Clip) -> None:
        """Have a little of a clip tried, once for each model and threshold."""
        tried = clip.options.model, clip.options.threshold
        if self._trials.get(clip.clip_id) != tried:
            self._trials[clip.clip_id] = tried
            # Nothing is written; the output only has to be the same each time.
            job = Job(source=clip.path, output=clip.path, options=clip.options)
            self._engine.request_trial(clip.clip_id, job)

    def _seconds_per_frame(self, work: FrameWork) -> float | None:
        if self.speeds is None:
            return None
        seconds = self.speeds.seconds_per_frame(work)
        if seconds is None or self._is_disturbed(work):
            self._measure(work)
        return seconds

    def _is_disturbed(self, work: FrameWork) -> bool:
        """Whether what is known was measured on a busy computer."""
        network = self.speeds.network_for(work) if self.speeds else None
        return network is not None and network.is_disturbed

    def _measure(self, work: FrameWork) -> None:
        """Have the speed of ``work`` measured, and after some time once more."""
        wanted = (work.model, work.device, work.codec, work.encoder)
        now, before = self._clock(), self._measured_at.get(wanted)
        if before is None or (self._is_disturbed(work) and now - before > AGAIN_SECONDS):
            self._measured_at[wanted] = now
            self._engine.request_measurement(work)
