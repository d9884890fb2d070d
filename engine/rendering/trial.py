"""Trial of a clip: three small regions restored and encoded, to estimate the work for all."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from dataclasses import replace
from statistics import fmean

import numpy as np

from engine.estimating.encoder_sample import encoding_effort
from engine.estimating.speeds import Trial
from engine.jobs.choices import Crop
from engine.jobs.errors import Cancelled, InputProblem, InputVideoError
from engine.jobs.events import PreviewFrame
from engine.jobs.options import Job, Options
from engine.rendering.output import resolved
from engine.rendering.preview import Preview
from engine.video.facts import SourceInfo
from engine.video.frame import Rgb
from engine.video.probing.probe import probe

_PLACES = ((0.5, 0.5, 0.5), (0.2, 0.25, 0.3), (0.8, 0.75, 0.7))
"""Where each region lies: as a share of the duration, of the width and of the height."""
_FRAMES = 16
_WIDTH, _HEIGHT = 96, 64
_LEAST_SECONDS = 3.0
"""A shorter clip is tried in one place only."""


def run_trial(job: Job, cancel: threading.Event) -> Trial:
    """Measure how often the frames of a clip are cleaned, and how much work encoding it is.

    Args:
        job: its output is not touched.
        cancel: when it is set the trial stops within a step of the network.

    Raises:
        EngineError: something failed.
        Cancelled: ``cancel`` was set.
    """
    info, options = resolved(probe(job.source), job.options)
    trials, past_end = list[Trial](), InputVideoError(job.source, InputProblem.NO_FRAME_IN_RANGE)
    for start, crop in _stretches(info, options):
        there = replace(options, start_seconds=start, end_seconds=None, crop=crop)
        try:
            trials.append(_try_stretch(replace(job, options=there), cancel))
        except InputVideoError as error:
            if error.reason is not InputProblem.NO_FRAME_IN_RANGE:
                raise
            past_end = error  # the clip is shorter than its container says
    if not trials:
        raise past_end
    return Trial(
        cleanings=fmean(trial.cleanings for trial in trials),
        encoding=fmean(trial.encoding for trial in trials),
    )


def _try_stretch(job: Job, cancel: threading.Event) -> Trial:
    def on_step() -> None:
        if cancel.is_set():
            raise Cancelled

    options, pictures = job.options, list[Rgb]()
    summary = Preview(job, frames_limit=_FRAMES).restore(
        options, lambda frame: pictures.append(_pixels(frame)), cancel
    )
    return Trial(
        cleanings=summary.mean_cleanings,
        encoding=encoding_effort(pictures, options.codec, options.encoder, on_step),
    )


def _stretches(info: SourceInfo, options: Options) -> Iterator[tuple[float, Crop]]:
    """Yield start, in seconds, and region, in stored pixels, of each trial."""
    whole = options.crop or Crop(0, 0, info.width, info.height)
    begin = options.start_seconds or 0.0
    end = begin if info.duration_seconds is None else info.duration_seconds
    if options.end_seconds is not None:
        end = min(end, options.end_seconds)
    places = _PLACES if end - begin >= _LEAST_SECONDS else _PLACES[:1]
    width, height = min(_WIDTH, whole.width), min(_HEIGHT, whole.height)
    for time, across, down in places:
        left = round(across * (whole.width - width))
        top = round(down * (whole.height - height))
        start = begin + time * (end - begin) if len(places) > 1 else begin
        yield start, Crop(whole.x + left, whole.y + top, width, height)


def _pixels(frame: PreviewFrame) -> Rgb:
    after = frame.after
    flat = np.frombuffer(after.rgb, dtype=np.uint8)
    return flat.reshape(after.height, after.width, 3)
