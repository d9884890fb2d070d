"""Which steps there are, in the order in which they are applied; the frames of a job, treated."""

from __future__ import annotations

from collections.abc import Sequence

from engine.jobs.options import Options
from engine.rendering.output import output_size_of
from engine.rendering.steps.grain import make_grain
from engine.rendering.steps.repairs.borders import make_borders
from engine.rendering.steps.repairs.chroma import make_chroma
from engine.rendering.steps.repairs.flicker import make_flicker
from engine.rendering.steps.repairs.halo import make_halo
from engine.rendering.steps.repairs.jitter import make_jitter
from engine.rendering.steps.repairs.levels import make_levels
from engine.rendering.steps.repairs.rainbow import make_rainbow
from engine.rendering.steps.repairs.repeats import make_repeats
from engine.rendering.steps.repairs.shake import make_shake
from engine.rendering.steps.repairs.spots import make_dropouts, make_dust
from engine.rendering.steps.repairs.switching import make_switching
from engine.rendering.steps.step import (
    FinishStep,
    MakesFinishStep,
    MakesSourceStep,
    Plain,
    SourceStep,
)
from engine.video.facts import SourceInfo
from engine.video.reading.reader import Reader

# A new step is one module and one line here.
SOURCE_STEPS: Sequence[MakesSourceStep] = [
    make_switching,
    make_jitter,
    make_rainbow,
    make_dropouts,
    make_dust,
    make_chroma,
    make_halo,
    make_flicker,
    make_repeats,
    make_levels,
    make_borders,
    make_shake,
]
FINISH_STEPS: Sequence[MakesFinishStep] = [make_grain]


def source_steps(info: SourceInfo, options: Options) -> list[SourceStep]:
    """Return the treatments of a source before the network."""
    made = (make(info, options) for make in SOURCE_STEPS)
    return [step for step in made if step is not None]


def finish_steps(info: SourceInfo, options: Options) -> list[FinishStep]:
    """Return the treatments of the output after the network."""
    _, lines = output_size_of(info, options)
    made = (make(info, options, lines) for make in FINISH_STEPS)
    return [step for step in made if step is not None]


def open_frames(
    info: SourceInfo, options: Options, *, start_seconds: float | None = None
) -> Reader:
    """Return a reader of the frames of a job: deinterlaced, treated, cropped, upright.

    Args:
        info: what `probe` found.
        options: whose source steps, region and end of the range are kept to.
        start_seconds: where to begin, counted from the container's start.

    Raises:
        InputVideoError: CROP_OUTSIDE.
    """
    return Reader(
        info,
        start_seconds=start_seconds,
        end_seconds=options.end_seconds,
        crop=options.crop,
        deinterlace=options.deinterlace,
        treatments=[step.apply for step in source_steps(info, options)],
    )


def claim_of_steps(info: SourceInfo, options: Options) -> dict[str, Plain]:
    """Return what shapes the picture in all steps of a job, beside its options."""
    steps = [*source_steps(info, options), *finish_steps(info, options)]
    return {f"{step.name} {key}": value for step in steps for key, value in step.claim().items()}


def seconds_of_steps(info: SourceInfo, options: Options) -> float:
    """Return how long all steps take for a frame, in seconds of one core."""
    stored = info.width * info.height
    width, height = output_size_of(info, options)
    read = sum(step.nanoseconds_per_pixel for step in source_steps(info, options))
    written = sum(step.nanoseconds_per_pixel for step in finish_steps(info, options))
    return 1e-9 * (read * stored + written * width * height)
