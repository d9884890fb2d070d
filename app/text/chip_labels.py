"""Short names of what was found in a source, for the chips that switch what is done about it."""

from __future__ import annotations

from app.text.language import translate
from app.text.proposals import ProposalKind
from engine.jobs.choices import Repair
from engine.jobs.translation import QT_TRANSLATE_NOOP

_PROPOSALS = {
    ProposalKind.DEINTERLACE: QT_TRANSLATE_NOOP("chips", "Interlaced"),
    ProposalKind.TURN: QT_TRANSLATE_NOOP("chips", "On its side"),
    ProposalKind.MIRROR: QT_TRANSLATE_NOOP("chips", "Mirrored"),
    ProposalKind.SHAPE: QT_TRANSLATE_NOOP("chips", "Pixels not square"),
    ProposalKind.COLOURS: QT_TRANSLATE_NOOP("chips", "No colour tags"),
    ProposalKind.HDR: QT_TRANSLATE_NOOP("chips", "HDR"),
    ProposalKind.TIMES: QT_TRANSLATE_NOOP("chips", "Uneven frame times"),
    ProposalKind.FILES: QT_TRANSLATE_NOOP("chips", "Film of a DVD"),
    ProposalKind.SEQUENCE: QT_TRANSLATE_NOOP("chips", "Numbered pictures"),
    ProposalKind.SECTIONS: QT_TRANSLATE_NOOP("chips", "Several recordings"),
    ProposalKind.BORDERS: QT_TRANSLATE_NOOP("chips", "Black borders"),
    ProposalKind.DAMAGE: QT_TRANSLATE_NOOP("chips", "Damaged"),
}
_REPAIRS = {
    Repair.SWITCHING: QT_TRANSLATE_NOOP("chips", "Torn lines at the edge"),
    Repair.RAINBOW: QT_TRANSLATE_NOOP("chips", "Rainbows"),
    Repair.CHROMA: QT_TRANSLATE_NOOP("chips", "Colours displaced"),
    Repair.DROPOUTS: QT_TRANSLATE_NOOP("chips", "Streaks of lost tape"),
    Repair.DUST: QT_TRANSLATE_NOOP("chips", "Dust"),
    Repair.FLICKER: QT_TRANSLATE_NOOP("chips", "Flicker"),
    Repair.REPEATS: QT_TRANSLATE_NOOP("chips", "Repeated pictures"),
    Repair.SHAKE: QT_TRANSLATE_NOOP("chips", "Trembling hand"),
    Repair.JITTER: QT_TRANSLATE_NOOP("chips", "Ragged lines"),
    Repair.HALO: QT_TRANSLATE_NOOP("chips", "Double contours"),
    Repair.LEVELS: QT_TRANSLATE_NOOP("chips", "Faded"),
}


def label_of(kind: ProposalKind | Repair) -> str:
    """Return a few words for a proposal or a fault."""
    label = _REPAIRS[kind] if isinstance(kind, Repair) else _PROPOSALS[kind]
    return translate("chips", label)
