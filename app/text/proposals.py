"""What Homereel proposes to do with a source, in plain words, and how each is turned off."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from app.text.language import Number, translate
from engine.jobs.translation import QT_TRANSLATE_N_NOOP, QT_TRANSLATE_NOOP
from engine.video.facts import FieldOrder, Scan

if TYPE_CHECKING:
    from engine.video.facts import SourceInfo


class ProposalKind(StrEnum):
    """What a proposal is about; scripts find it by this name."""

    DEINTERLACE = "deinterlace"
    TURN = "turn"
    MIRROR = "mirror"
    SHAPE = "shape"
    COLOURS = "colours"
    HDR = "hdr"
    TIMES = "times"
    FILES = "files"
    SEQUENCE = "sequence"
    SECTIONS = "sections"
    BORDERS = "borders"
    DAMAGE = "damage"


@dataclass(frozen=True, kw_only=True)
class Proposal:
    """One thing that will be done.

    ``turned_off_by`` is an option of the command line; for borders, which are kept unless that
    is asked for, it is the one that cuts them off. None where there is no choice.
    """

    kind: ProposalKind
    text: str
    turned_off_by: str | None = None


_SCANS = {
    Scan.INTERLACED: QT_TRANSLATE_NOOP("proposals", "interlaced{order}: will be deinterlaced"),
    Scan.MIXED: QT_TRANSLATE_NOOP(
        "proposals", "interlaced in part{order}: will be deinterlaced where a picture needs it"
    ),
    Scan.TELECINED: QT_TRANSLATE_NOOP(
        "proposals",
        "film spread over video by 2:3 pulldown{order}: will get back its own pictures, four for"
        " each five",
    ),
}
_FLAGGED = QT_TRANSLATE_NOOP(
    "proposals",
    "marked as interlaced{order}, while most pictures look whole: will be deinterlaced where a"
    " picture needs it",
)
_ORDERS = {
    FieldOrder.TOP_FIRST: QT_TRANSLATE_NOOP("proposals", ", top field first"),
    FieldOrder.BOTTOM_FIRST: QT_TRANSLATE_NOOP("proposals", ", bottom field first"),
}
_TURN = QT_TRANSLATE_NOOP(
    "proposals", "recorded on its side: will be turned by {degrees} degrees clockwise"
)
_UPSIDE_DOWN = QT_TRANSLATE_NOOP("proposals", "upside down: will be turned by 180 degrees")
_MIRROR = QT_TRANSLATE_NOOP("proposals", "mirrored: will be mirrored back")
_WIDE = QT_TRANSLATE_NOOP("proposals", "widescreen: will have the shape of {size}")
_SHAPE = QT_TRANSLATE_NOOP(
    "proposals", "stored with pixels that are not square: will have the shape of {size}"
)
_COLOURS_SD = QT_TRANSLATE_NOOP(
    "proposals", "colours without a tag: taken for those of standard television (BT.601)"
)
_COLOURS_HD = QT_TRANSLATE_NOOP(
    "proposals", "colours without a tag: taken for those of HD television (BT.709)"
)
_HDR = QT_TRANSLATE_NOOP("proposals", "HDR ({transfer}): stays HDR, in 10 bits")
_TIMES = QT_TRANSLATE_NOOP("proposals", "frame times vary: every frame keeps its own")
_FILES = QT_TRANSLATE_N_NOOP(
    "proposals", "a film of a DVD in %n files: all will be restored, as one film", "", 0
)
_SEQUENCE = QT_TRANSLATE_N_NOOP(
    "proposals", "%n numbered pictures: will be one film of {rate:.5g} pictures per second", "", 0
)
_SECTIONS = QT_TRANSLATE_N_NOOP(
    "proposals",
    "%n recordings in one file, each with its own clock: will follow on each other",
    "",
    0,
)
_BORDERS = QT_TRANSLATE_NOOP(
    "proposals",
    "black borders around {size} of the stored pixels, {share} % of the picture: kept, unless you"
    " cut them off or paint them black",
)
_DAMAGE = QT_TRANSLATE_NOOP(
    "proposals", "damaged: what cannot be decoded will be left out, and counted"
)


def proposals(info: SourceInfo) -> list[Proposal]:
    """Return what will be done with a source, most important first."""
    return [*_of_the_picture(info), *_of_the_rest(info)]


def _of_the_picture(info: SourceInfo) -> Iterator[Proposal]:
    if info.is_interlaced:
        seen_through = info.scan is Scan.MIXED and info.is_flagged_interlaced
        text = _FLAGGED if seen_through else _SCANS[info.scan]
        yield _proposal(
            ProposalKind.DEINTERLACE,
            text,
            "--deinterlace off",
            order=_order(info.field_order),
        )
    if info.rotation_degrees:
        text = _UPSIDE_DOWN if info.rotation_degrees == 180 else _TURN
        yield _proposal(ProposalKind.TURN, text, "--rotate 0", degrees=info.rotation_degrees)
    if info.is_mirrored:
        yield _proposal(ProposalKind.MIRROR, _MIRROR, "--rotate 0")
    if info.sample_aspect != 1:
        is_wide = info.display_width > 1.5 * info.display_height
        size = f"{info.display_width}x{info.display_height}"
        yield _proposal(ProposalKind.SHAPE, _WIDE if is_wide else _SHAPE, "--aspect off", size=size)
    if not info.colour.is_tagged and not info.colour.is_rgb and not info.is_gray:
        # ISO/IEC 23091-2, MatrixCoefficients: 1 is BT.709, what SD television uses is BT.601.
        is_hd = info.colour.matrix == 1
        text, other = (_COLOURS_HD, "bt601") if is_hd else (_COLOURS_SD, "bt709")
        yield _proposal(ProposalKind.COLOURS, text, f"--colours {other}")


def _of_the_rest(info: SourceInfo) -> Iterator[Proposal]:
    if info.colour.is_hdr:
        transfer = "PQ" if info.colour.transfer == 16 else "HLG"
        yield _proposal(ProposalKind.HDR, _HDR, None, transfer=transfer)
    if info.is_variable_frame_rate:
        yield _proposal(ProposalKind.TIMES, _TIMES, None)
    if info.sequence_rate is not None:
        rate, option = Number(info.sequence_rate), "--sequence-rate N"
        yield _proposal(ProposalKind.SEQUENCE, _SEQUENCE, option, info.file_count, rate=rate)
    elif info.file_count > 1:
        yield _proposal(ProposalKind.FILES, _FILES, None, info.file_count)
    if info.sections:
        yield _proposal(ProposalKind.SECTIONS, _SECTIONS, None, len(info.sections))
    inside = info.borders_crop
    if inside is not None:
        size = f"{inside.width}x{inside.height}"
        share = round(100 * (1 - inside.width * inside.height / (info.width * info.height)))
        yield _proposal(ProposalKind.BORDERS, _BORDERS, "--borders crop", size=size, share=share)
    if info.damaged_count:
        yield _proposal(ProposalKind.DAMAGE, _DAMAGE, None)


def _order(order: FieldOrder | None) -> str:
    return translate("proposals", _ORDERS[order]) if order in _ORDERS else ""


def _proposal(
    kind: ProposalKind, text: str, turned_off_by: str | None, count: int = -1, **fields: object
) -> Proposal:
    sentence = translate("proposals", text, "", count).format(**fields)
    return Proposal(kind=kind, text=sentence, turned_off_by=turned_off_by)
