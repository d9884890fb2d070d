"""Settings of a training run: what it trains, from what, for how long, and in which phases."""

from __future__ import annotations

from dataclasses import asdict, dataclass, field
from enum import StrEnum
from pathlib import Path

from engine.networks.realbasicvsr import NetworkShape
from engine.training.adversary import AdversaryWeights
from engine.training.clips import Phase
from engine.training.lessons import LESSON
from engine.training.losses import LossWeights

SMALL = NetworkShape(
    channels=32,
    cleaning_channels=32,
    cleaning_blocks=5,
    propagation_blocks=6,
    tail_channels=(24, 16),
    half_channels=16,
    flow_levels=4,
    flow_widths=(24, 32, 24, 16),
    flow_kernel=5,
    flow_stride=2,
)
"""The network of the bundled model."""

# Short clips first: they teach cleaning and edges; longer ones teach propagation (Fig. 9).
CURRICULUM = (
    Phase(until=0.35, clips=6, frames=5, side=40),
    Phase(until=0.75, clips=4, frames=7, side=48),
    Phase(until=1.01, clips=3, frames=10, side=48),
)
FLOW_ONLY = (Phase(until=1.01, clips=8, frames=3, side=64),)
FINE_TUNING = (
    Phase(until=0.45, clips=4, frames=7, side=48),
    Phase(until=0.85, clips=3, frames=10, side=48),
    Phase(until=1.01, clips=2, frames=16, side=48, is_mirrored=True),
)
"""For a run that starts from weights."""
TAUGHT = (
    Phase(until=0.75, clips=3, frames=LESSON.frames, side=LESSON.side),
    Phase(until=1.01, clips=2, frames=2 * LESSON.frames, side=LESSON.side, is_mirrored=True),
)
"""For a run with lessons."""
TAUGHT_TAIL = (Phase(until=1.01, clips=4, frames=LESSON.frames, side=LESSON.side),)


class Part(StrEnum):
    """What a run trains."""

    ALL = "all"
    FLOW = "flow"
    """Only the flow network, ten times cheaper; good alignment pays for all the rest."""
    DETAIL = "detail"
    """Only propagation and enlargement; cleaning, and with it the slider, stays as it is."""
    TAIL = "tail"
    """Only fusion and enlargement, from lessons for which the rest is computed once."""
    HALF = "half"
    """Only the end at twice the size, from the same; its teacher is the end at four times."""


@dataclass(frozen=True, kw_only=True)
class Settings:
    """Everything a run depends on."""

    photos: Path
    folder: Path
    minutes: float
    steps: int | None = None
    """Ends the run by its steps instead of its time, to compare runs on a busy machine."""
    part: Part = Part.ALL
    weights: Path | None = None
    device: str = "cpu"
    threads: int = 1
    workers: int = 1
    clips_factor: int = 1
    """Multiplies the clips of a step; a GPU wants more than two cores do."""
    learning_rate: float = 6e-4
    ema_decay: float = 0.998
    second_pass_share: float = 0.25
    seed: int = 0
    validation: Path | None = None
    """Clips made by `validation.make`, scored now and then."""
    validate_minutes: float = 15.0
    shape: NetworkShape = SMALL
    loss: LossWeights = field(default_factory=LossWeights)
    adversary: AdversaryWeights = field(default_factory=AdversaryWeights)
    discriminator_channels: int = 16
    judges_features: bool = False
    """Whether the discriminator looks at the activations of SqueezeNet, not at pixels."""
    judged_frames: int = 3
    """Frames of every clip that the discriminator, VGG and SqueezeNet look at."""
    lessons: Path | None = None
    """Clips of `lessons.write_lessons`, instead of new ones; needed for `LossWeights.teacher`."""
    sharpening: float = 1.0
    """Of the targets, as a share of what each clip deserves."""
    features: Path | None = None
    """Weights of SqueezeNet; needed for `LossWeights.features`."""
    faithful: float = 1.0
    """How many times more the pictures of clips count that are kept from the discriminator."""
    vgg: Path | None = None
    """torchvision's VGG19 weights; needed where `AdversaryWeights.vgg` is above 0."""


def settings_text(settings: Settings) -> str:
    """All settings, a line each, for the log."""
    return "\n".join(f"{key} = {value}" for key, value in asdict(settings).items())
