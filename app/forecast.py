"""What a render has to do, so that it can be said beforehand how long it will take."""

from __future__ import annotations

import math
from dataclasses import replace

from app.clips import Clip
from engine.job import Codec, Deinterlace, Options
from engine.speeds import FrameWork

TAPE_FRAMES = 60 * 60 * 25
"""Of an hour of PAL video, to say what this computer can do."""
_TAPE_PIXELS = 720 * 576
_TAPE_WRITTEN_PIXELS = 1440 * 1080
_USUAL_RATE = 30


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
    crop = options.crop or (info.borders_crop if options.trims_borders else None)
    work = FrameWork(
        model=options.model,
        device=options.device,
        pixels=crop.width * crop.height if crop else info.width * info.height,
        codec=clip.plan.codec,
        encoder=options.encoder,
        written_pixels=math.prod(clip.plan.sizes[options.size]),
    )
    if clip.trial is None:
        return work
    return replace(work, cleanings=clip.trial.cleanings, encoding=clip.trial.encoding)


def frames_of(clip: Clip) -> float:
    """Return about how many frames of ``clip`` will be restored; 0 where its length is unknown."""
    info, options = clip.info, clip.options
    if info is None or not info.duration_seconds:
        return 0.0
    start = options.start_seconds or 0.0
    end = info.duration_seconds if options.end_seconds is None else options.end_seconds
    rate = float(info.frame_rate or _USUAL_RATE)
    if info.frame_count is not None:
        rate = info.frame_count / info.duration_seconds
    fields = 2 if options.deinterlace is Deinterlace.FIELD else 1
    return (end - start) * rate * fields
