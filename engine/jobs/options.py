"""What is to be done: a source, an output and the options between them, as plain values.

Imports neither torch nor av, so the window and the command line can use it at start-up.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum
from fractions import Fraction
from pathlib import Path

from engine.files.names import BEGINNING_PATTERN, NAME_PATTERN, USUAL_NAME
from engine.jobs.choices import (
    Borders,
    Codec,
    Colours,
    Container,
    Crop,
    Deinterlace,
    Encoder,
    OutputSize,
    Part,
    Repair,
    Shape,
)
from engine.jobs.option_fields import Concern, Shapes, WordList, option
from engine.jobs.sound import KEEP_SOUND, SoundRepair
from engine.jobs.translation import QT_TRANSLATE_NOOP

DEFAULT_MODEL = "homereel-small"


ALL_SURE, NO_REPAIRS = "auto", "off"


PRECISIONS = ("auto", "fp32", "fp16", "bf16")
DEVICES = r"auto|cpu|mps|xpu|cuda(:\d+)?"
_MOST_FRAMES = 10_000
_MOST_SECONDS = 1e9


@dataclass(frozen=True, kw_only=True)
class Options:
    """How a source is restored. ``None`` means "chosen for the source".

    `option_fields` says what is declared about each.
    """

    model: str = option(
        DEFAULT_MODEL,
        "--model",
        label=QT_TRANSLATE_NOOP("options", "&Model"),
        concern=Concern.TASTE,
        shapes=Shapes.BY_NETWORK,
        metavar="NAME",
        help=QT_TRANSLATE_NOOP("options", "see homereel models ({model})"),
    )
    threshold: float | None = option(
        None,
        "--threshold",
        label=QT_TRANSLATE_NOOP("options", "Smooth to detailed"),
        concern=Concern.TASTE,
        shapes=Shapes.BY_NETWORK,
        limits=(0.0, 255.0),
        metavar="X|auto",
        help=QT_TRANSLATE_NOOP(
            "options",
            "small: smoother; large: more detail, and more of the noise; in 8-bit levels (auto)",
        ),
    )
    """θ of dynamic refinement in 8-bit levels; None: the model's own default."""
    denoise: float | None = option(
        None,
        "--denoise",
        label=QT_TRANSLATE_NOOP("options", "N&oise removed"),
        concern=Concern.TASTE,
        shapes=Shapes.BY_NETWORK,
        limits=(0.0, 1.0),
        metavar="0..1",
        help=QT_TRANSLATE_NOOP(
            "options",
            "how much noise a model removes that is mixed of two: realesr-general-x4v3 (1)",
        ),
    )
    """Share of a model in the mix with the one that `ModelEntry.mixes_with` names; None: all."""
    steady: bool = option(
        False,
        "--steady",
        label=QT_TRANSLATE_NOOP("options", "Steady bet&ween pictures"),
        concern=Concern.TASTE,
        shapes=Shapes.BY_NETWORK,
        help=QT_TRANSLATE_NOOP(
            "options",
            "calm the flicker of a model that looks at one picture at a time",
        ),
    )
    """Mix each picture of such a model with the one before it, along the optical flow."""
    strength: float = option(
        1.0,
        "--strength",
        label=QT_TRANSLATE_NOOP("options", "&Strength"),
        concern=Concern.TASTE,
        shapes=Shapes.PICTURE,
        limits=(0.0, 1.0),
        metavar="0..1",
        help=QT_TRANSLATE_NOOP(
            "options", "how much of the restoration is mixed over the plain enlargement (1)"
        ),
    )
    grain: float = option(
        0.0,
        "--grain",
        label=QT_TRANSLATE_NOOP("options", "Film &grain"),
        concern=Concern.TASTE,
        shapes=Shapes.PICTURE,
        limits=(0.0, 1.0),
        metavar="0..1",
        help=QT_TRANSLATE_NOOP("options", "film grain put back at the end (0)"),
    )
    """Film grain put on the finished picture, 0..1."""
    size: OutputSize | None = option(
        None,
        "--size",
        label=QT_TRANSLATE_NOOP("options", "Si&ze"),
        concern=Concern.TASTE,
        shapes=Shapes.INDIRECTLY,
        metavar="SIZE",
        help=QT_TRANSLATE_NOOP(
            "options", "1x, 2x, 4x, 480p, 720p, 1080p, 1440p, 2160p or WxH (by source)"
        ),
    )
    deinterlace: Deinterlace = option(
        Deinterlace.AUTO,
        "--deinterlace",
        label=QT_TRANSLATE_NOOP("options", "&Interlaced video"),
        concern=Concern.SOURCE,
        shapes=Shapes.PICTURE,
        help=QT_TRANSLATE_NOOP(
            "options",
            "frame: always; field: always, a picture for each field (auto: what is interlaced)",
        ),
    )
    sequence_rate: float | None = option(
        None,
        "--sequence-rate",
        label=QT_TRANSLATE_NOOP("options", "Pictures per second"),
        concern=Concern.SOURCE,
        shapes=Shapes.PICTURE,
        limits=(1.0, 240.0),
        metavar="N",
        help=QT_TRANSLATE_NOOP(
            "options",
            "pictures per second where the source is numbered pictures: 16, 18, 24, ... (18)",
        ),
    )
    """Of an image sequence, which does not say it itself; None: that of Super 8 film."""
    start_seconds: float | None = option(
        None,
        "--start",
        label=QT_TRANSLATE_NOOP("options", "Start"),
        concern=Concern.SOURCE,
        shapes=Shapes.PICTURE,
        limits=(0.0, _MOST_SECONDS),
        metavar="T",
        help=QT_TRANSLATE_NOOP("options", "seconds or hh:mm:ss.mmm"),
    )
    end_seconds: float | None = option(
        None,
        "--end",
        label=QT_TRANSLATE_NOOP("options", "End"),
        concern=Concern.SOURCE,
        shapes=Shapes.PICTURE,
        limits=(0.0, _MOST_SECONDS),
        metavar="T",
        help=QT_TRANSLATE_NOOP("options", "seconds or hh:mm:ss.mmm"),
    )
    parts: tuple[Part, ...] = option(
        (),
        None,
        label=QT_TRANSLATE_NOOP("options", "Parts"),
        concern=Concern.SOURCE,
        shapes=Shapes.INDIRECTLY,  # each part is restored by itself, from its start to its end
    )
    """Parts that are joined in one file, in this order; empty: only the one from start to end."""
    name_beginning: str = option(
        "",
        None,
        label=QT_TRANSLATE_NOOP("options", "Beginning of the name"),
        concern=Concern.SOURCE,
        shapes=Shapes.NOTHING,
        pattern=BEGINNING_PATTERN,
    )
    """Stands before the source's name in that of the file: the date of a recording."""
    crop: Crop | None = option(
        None,
        "--crop",
        label=QT_TRANSLATE_NOOP("options", "Region"),
        concern=Concern.SOURCE,
        shapes=Shapes.PICTURE,
        metavar="X:Y:W:H|auto",
        help=QT_TRANSLATE_NOOP(
            "options", "a region, in source pixels; auto: without black borders"
        ),
    )
    borders: Borders = option(
        Borders.KEEP,
        "--borders",
        label=QT_TRANSLATE_NOOP("options", "&Black borders"),
        concern=Concern.SOURCE,
        shapes=Shapes.INDIRECTLY,  # through the region, and the step that paints them
        help=QT_TRANSLATE_NOOP(
            "options", "black borders that were found: cut off, or painted black (keep)"
        ),
    )
    shape: Shape | Fraction = option(
        Shape.AUTO,
        "--aspect",
        label=QT_TRANSLATE_NOOP("options", "Sh&ape"),
        concern=Concern.SOURCE,
        shapes=Shapes.PICTURE,
        metavar="auto|off|W:H",
        help=QT_TRANSLATE_NOOP(
            "options",
            "display aspect of the upright picture; off: the stored pixels are square (auto)",
        ),
    )
    """A number is the width by the height of the upright picture as it is to be shown."""
    rotation_degrees: int | None = option(
        None,
        "--rotate",
        label=QT_TRANSLATE_NOOP("options", "&Turn"),
        concern=Concern.SOURCE,
        shapes=Shapes.PICTURE,
        choices=(0, 90, 180, 270),
        help=QT_TRANSLATE_NOOP(
            "options", "clockwise turn of the stored picture; 0: leave it as it is stored (auto)"
        ),
    )
    """Clockwise turn of the stored picture (0, 90, 180, 270); None: as its display matrix says."""
    colours: Colours = option(
        Colours.AUTO,
        "--colours",
        label=QT_TRANSLATE_NOOP("options", "Colo&urs"),
        concern=Concern.SOURCE,
        shapes=Shapes.PICTURE,
        help=QT_TRANSLATE_NOOP(
            "options", "the standard they follow (auto: as the file says, else by its size)"
        ),
    )
    repair: str = option(
        ALL_SURE,
        "--repair",
        label=QT_TRANSLATE_NOOP("options", "&Repairs"),
        concern=Concern.SOURCE,
        shapes=Shapes.INDIRECTLY,  # through what the steps of repairs measured
        words=WordList((ALL_SURE, NO_REPAIRS), tuple(Repair)),
        metavar="auto|off|NAMES",
        help=QT_TRANSLATE_NOOP(
            "options", "auto: what was found for sure; off; or names: {repairs} (auto)"
        ),
    )
    """``auto``: what was found for sure and can't hurt; ``off``; or names of `Repair`, separated
    by commas."""
    levels: float = option(
        1.0,
        "--levels",
        label=QT_TRANSLATE_NOOP("options", "Faded levels put right"),
        concern=Concern.SOURCE,
        shapes=Shapes.INDIRECTLY,
        limits=(0.0, 1.0),
        metavar="0..1",
        help=QT_TRANSLATE_NOOP("options", "how far --repair levels goes (1)"),
    )
    """How much of the black, white and cast that were found the repair takes away, 0..1."""
    sound: str = option(
        KEEP_SOUND,
        "--sound",
        label=QT_TRANSLATE_NOOP("options", "Sound"),
        concern=Concern.SOURCE,
        shapes=Shapes.NOTHING,  # no picture; it is made of the source when the file is joined
        words=WordList((KEEP_SOUND,), tuple(SoundRepair)),
        metavar="keep|NAMES",
        help=QT_TRANSLATE_NOOP(
            "options", "keep: as it is, bit for bit; or what is put right: {sounds} (keep)"
        ),
    )
    """``keep``, or names of `SoundRepair`, separated by commas."""
    keeps_original_sound: bool = option(
        False,
        "--keep-original-sound",
        label=QT_TRANSLATE_NOOP("options", "&Keep the original sound as a second track"),
        concern=Concern.SOURCE,
        shapes=Shapes.NOTHING,
        help=QT_TRANSLATE_NOOP("options", "where --sound changes it, as a second track"),
    )
    codec: Codec = option(
        Codec.AUTO,
        "--codec",
        label=QT_TRANSLATE_NOOP("options", "Co&dec"),
        concern=Concern.TASTE,
        shapes=Shapes.PICTURE,
        help=QT_TRANSLATE_NOOP("options", "(auto: h264, for 10 bits and HDR hevc)"),
    )
    picture_bits: int | None = option(
        None,
        "--bits",
        label=QT_TRANSLATE_NOOP("options", "Bits of the pictures"),
        concern=Concern.TASTE,
        shapes=Shapes.PICTURE,
        choices=(8, 16),
        help=QT_TRANSLATE_NOOP(
            "options",
            "of png and tiff, for each colour (auto: 16 where the source has more than 8)",
        ),
    )
    """Of PNG and TIFF, for each colour; None: 16 where the source has more than 8."""
    quality: int | None = option(
        None,
        "--quality",
        label=QT_TRANSLATE_NOOP("options", "Qualit&y"),
        concern=Concern.TASTE,
        shapes=Shapes.PICTURE,
        limits=(0, 63),
        metavar="N",
        help=QT_TRANSLATE_NOOP(
            "options",
            "0 (best) to 51 of h264 and hevc (17, 19), to 63 of av1 (22); the others have none",
        ),
    )
    """Constant rate factor of the encoder, see `QUALITIES`; None: the codec's default here."""
    encoder: Encoder = option(
        Encoder.AUTO,
        "--encoder",
        label=QT_TRANSLATE_NOOP("options", "E&ncoded by"),
        concern=Concern.TASTE,
        shapes=Shapes.NOTHING,
        help=QT_TRANSLATE_NOOP(
            "options",
            "where the picture is encoded; a card that cannot do it gives way (auto: cpu)",
        ),
    )
    container: Container | None = option(
        None,
        "--container",
        label=QT_TRANSLATE_NOOP("options", "&File format"),
        concern=Concern.TASTE,
        shapes=Shapes.NOTHING,
        help=QT_TRANSLATE_NOOP("options", "(auto: the one that holds all tracks of the source)"),
    )
    name_pattern: str = option(
        USUAL_NAME,
        "--name",
        label=QT_TRANSLATE_NOOP("options", "Name of the new file"),
        concern=Concern.TASTE,
        shapes=Shapes.NOTHING,
        pattern=NAME_PATTERN,
        metavar="PATTERN",
        help=QT_TRANSLATE_NOOP(
            "options",
            "a name for new files, where {{name}} stands for that of the source, {{part}} for the"
            " part that is restored, {{size}} and {{model}} for what they say ({{name}} restored)",
        ),
    )
    """What outputs are called, see `engine.files.names`; their suffix follows."""
    device: str = option(
        "auto",
        "--device",
        label=QT_TRANSLATE_NOOP("options", "Device"),
        concern=Concern.MACHINE,
        shapes=Shapes.NOTHING,
        pattern=DEVICES,
        metavar="NAME",
        help="auto|cpu|cuda[:N]|mps|xpu",
    )
    precision: str = option(
        "auto",
        "--precision",
        label=QT_TRANSLATE_NOOP("options", "Precision"),
        concern=Concern.MACHINE,
        shapes=Shapes.BY_NETWORK,
        choices=PRECISIONS,
        help=QT_TRANSLATE_NOOP("options", "(auto: 16 bits where they are faster and as good)"),
    )
    window_frames: int | None = option(
        None,
        "--window",
        label=QT_TRANSLATE_NOOP("options", "Frames restored in one go"),
        concern=Concern.MACHINE,
        shapes=Shapes.BY_NETWORK,
        limits=(1, _MOST_FRAMES),
        metavar="N",
        help=QT_TRANSLATE_NOOP("options", "frames restored in one go"),
    )
    lookahead_frames: int | None = option(
        None,
        "--lookahead",
        label=QT_TRANSLATE_NOOP("options", "Frames looked ahead"),
        concern=Concern.MACHINE,
        shapes=Shapes.BY_NETWORK,
        limits=(0, _MOST_FRAMES),
        metavar="N",
        help=QT_TRANSLATE_NOOP("options", "frames looked ahead"),
    )

    def wants(self, repair: Repair, *, is_sure: bool) -> bool:
        """Tell whether a repair is to be made; ``is_sure``: ``auto`` would make it."""
        if self.repair in (ALL_SURE, NO_REPAIRS):
            return is_sure and self.repair == ALL_SURE
        return repair in self.repair.split(",")


_LOOK = (
    *("model", "threshold", "denoise", "steady", "strength", "grain"),
    *("device", "precision", "sound"),
)


def with_look_of(options: Options, look: Options) -> Options:
    """Return options that read the same frames of a source, and make of them what ``look`` does."""
    return replace(options, **{name: getattr(look, name) for name in _LOOK})


class Resume(StrEnum):
    """What becomes of an unfinished render of the same output."""

    AUTO = "auto"
    """It goes on where it stopped if nothing has changed that shows; else it is left alone."""
    ALWAYS = "always"
    """The same, and it goes on with another program, model file or device as well."""
    NEVER = "never"
    """It is thrown away."""


@dataclass(frozen=True, kw_only=True)
class Job:
    """One source, one range, one set of options, one output file."""

    source: Path
    output: Path
    options: Options = field(default_factory=Options)
    overwrite: bool = False
    resume: Resume = Resume.AUTO
    cluster: Path | None = None
    """The key file of the computers that share the work; None: this one works alone."""
    others_only: bool = False
    """This computer reads, hands out and joins, and leaves restoring to the others."""


def with_present_names(plain: Mapping[str, object]) -> dict[str, object]:
    """Return the wire form of options with the names of today: borders were once cut or not."""
    present = dict(plain)
    is_cut = present.pop("trims_borders", None)
    if isinstance(is_cut, bool):
        present.setdefault("borders", str(Borders.CROP if is_cut else Borders.KEEP))
    elif is_cut is not None:
        raise ValueError(f"{is_cut!r} is neither true nor false")
    return present
