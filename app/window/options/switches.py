"""What was found in a source, and the option that switches what is done about it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from app.text.chip_labels import label_of
from app.text.faults import describe_repair
from app.text.language import translate
from app.text.proposals import ProposalKind, proposals
from app.text.sound_faults import describe_sound_repair, name_of_sound
from engine.jobs.choices import Borders, Colours, Deinterlace, Repair, Shape
from engine.jobs.options import ALL_SURE, NO_REPAIRS, Options
from engine.jobs.sound import KEEP_SOUND, SoundRepair, chosen_sound

if TYPE_CHECKING:
    from engine.video.facts import SourceInfo

Toggle = Callable[[Options], Options]

BT709_MATRIX = 1
"""ISO/IEC 23091-2, MatrixCoefficients."""


@dataclass(frozen=True)
class Switch:
    """One thing that was found.

    ``toggle`` changes what is done about it; None where there is no choice.
    """

    label: str
    sentence: str
    is_on: bool
    toggle: Toggle | None


def switches(info: SourceInfo, options: Options) -> list[Switch]:
    """Return what was found in a source, most important first."""
    return [
        *_of_proposals(info, options),
        *_of_faults(info, options),
        *_of_sound(info, options),
    ]


def _of_proposals(info: SourceInfo, options: Options) -> Iterator[Switch]:
    for proposal in proposals(info):
        is_on, toggle = _state_of(proposal.kind, info, options)
        yield Switch(label_of(proposal.kind), proposal.text, is_on, toggle)


def _state_of(kind: ProposalKind, info: SourceInfo, options: Options) -> tuple[bool, Toggle | None]:
    match kind:
        case ProposalKind.DEINTERLACE:
            is_on = options.deinterlace is not Deinterlace.OFF
            way = Deinterlace.OFF if is_on else Deinterlace.AUTO
            return is_on, lambda options: replace(options, deinterlace=way)
        case ProposalKind.TURN | ProposalKind.MIRROR:
            is_on = options.rotation_degrees != 0
            degrees = 0 if is_on else None
            return is_on, lambda options: replace(options, rotation_degrees=degrees)
        case ProposalKind.SHAPE:
            is_on = options.shape is not Shape.STORED
            shape = Shape.STORED if is_on else Shape.AUTO
            return is_on, lambda options: replace(options, shape=shape)
        case ProposalKind.COLOURS:
            is_on = options.colours is Colours.AUTO
            is_hd = info.colour.matrix == BT709_MATRIX
            other = Colours.BT601 if is_hd else Colours.BT709
            colours = other if is_on else Colours.AUTO
            return is_on, lambda options: replace(options, colours=colours)
        case ProposalKind.BORDERS:
            is_on = options.borders is not Borders.KEEP
            borders = Borders.KEEP if is_on else Borders.CROP
            return is_on, lambda options: replace(options, borders=borders)
        case _:
            return True, None


def _of_faults(info: SourceInfo, options: Options) -> Iterator[Switch]:
    found = [each for each in info.findings if each.is_found]
    sure = frozenset(each.repair for each in found if each.is_automatic)
    wanted = frozenset(f.repair for f in found if options.wants(f.repair, is_sure=f.is_automatic))
    for each in found:
        repairs = _named(wanted ^ {each.repair}, sure)
        yield Switch(
            label_of(each.repair),
            describe_repair(each),
            each.repair in wanted,
            lambda options, repairs=repairs: replace(options, repair=repairs),  # type: ignore[misc]
        )


def _of_sound(info: SourceInfo, options: Options) -> Iterator[Switch]:
    wanted = frozenset(chosen_sound(options.sound))
    for found in info.sound_findings:
        if not (found.is_found or found.repair in wanted):
            continue
        repairs = wanted ^ {found.repair}
        names = ",".join(repair for repair in SoundRepair if repair in repairs) or KEEP_SOUND
        yield Switch(
            name_of_sound(found.repair),
            describe_sound_repair(found),
            found.repair in wanted,
            lambda options, names=names: replace(options, sound=names),  # type: ignore[misc]
        )
    if wanted:
        is_kept = options.keeps_original_sound
        yield Switch(
            translate("chips", "Original sound as well"),
            translate("chips", "the sound of the source stays as a second track"),
            is_kept,
            lambda options: replace(options, keeps_original_sound=not is_kept),
        )


def _named(wanted: frozenset[Repair], sure: frozenset[Repair]) -> str:
    """Return the value of the option that asks for these repairs."""
    if wanted == sure:
        return ALL_SURE
    return ",".join(repair for repair in Repair if repair in wanted) or NO_REPAIRS
