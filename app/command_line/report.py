"""What the command line tells about a source and about the models, as pages for people."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from app.text.clock import clock
from app.text.faults import describe_finding
from app.text.messages import describe_warning, harmless, size_text
from app.text.model_wording import cost_text
from app.text.proposals import Proposal, ProposalKind, proposals
from engine.jobs.wire import to_plain
from engine.networks.catalogue import ModelEntry, is_installed
from engine.video.facts import SEQUENCE, Scan

if TYPE_CHECKING:
    from engine.estimating.bench import BenchReport
    from engine.estimating.model_costs import ModelState
    from engine.installation.cards import Card
    from engine.installation.runtimes import CardRuntime
    from engine.jobs.events import Warned
    from engine.video.facts import SoundTrack, SourceInfo


CONTAINERS = {
    "mov": "MP4 or QuickTime",
    "matroska": "Matroska or WebM",
    "mpegts": "MPEG transport stream",
    "mpeg": "MPEG program stream",
    "asf": "Windows Media",
    "rm": "RealMedia",
    SEQUENCE: "Numbered pictures",
}
"""Names for what FFmpeg calls a format; the others are known by their abbreviation."""
SCANS = {
    Scan.INTERLACED: "interlaced",
    Scan.MIXED: "interlaced in part",
    Scan.TELECINED: "film in 2:3 pulldown",
}
MATRICES = {1: "BT.709", 5: "BT.601", 6: "BT.601", 7: "SMPTE 240M", 9: "BT.2020", 10: "BT.2020"}
"""ISO/IEC 23091-2, MatrixCoefficients."""
TRANSFERS = {16: "PQ", 18: "HLG"}
LEAST_OFFSET_SECONDS = 0.002
VIDEO_RATES = {(640, 480): 30}
"""Frames per second where they are not 25."""
CHANNELS = {1: "mono", 2: "stereo", 6: "5.1"}


def source_report(info: SourceInfo, output_size: tuple[int, int], losses: Sequence[Warned]) -> str:
    """What a source is, and what Homereel proposes to do with it.

    Args:
        info: the source.
        output_size: width and height of the proposed output in pixels.
        losses: what the proposed output cannot hold as it is.
    """
    rows = [
        ("Format", f"{_container(info.container)}, {info.codec}"),
        ("Picture", _picture(info)),
        ("Length", _length(info)),
        ("Frame rate", _frame_rate(info)),
        ("Colours", _colours(info)),
        ("Sound", "; ".join(map(_sound, info.sound)) or "none"),
        ("Starts", _starts(info)),
        ("Also", _extras(info)),
        ("Time code", info.timecode or ""),
        ("Recorded", ", at ".join(filter(None, (info.recorded, info.location)))),
        ("Damage", _damage(info)),
    ]
    faults = [f"  - {describe_finding(found)}" for found in info.findings if found.is_found]
    lines = [str(info.path), *(f"  {label + ':':<12}{text}" for label, text in rows if text)]
    lines = [harmless(line) for line in lines]
    lines += ["", "Proposals", *(f"  - {_line(proposal)}" for proposal in proposals(info))]
    width, height = output_size
    lines += [f"  - write {width}x{height} pixels (--size chooses)"]
    lines += ["", "Faults of the picture", *faults] if faults else []
    lost = [f"  - {text}" for text in dict.fromkeys(map(describe_warning, losses))]
    return "\n".join([*lines, *(["", "Not kept as it is", *lost] if lost else [])])


def report_for_scripts(
    info: SourceInfo, output_size: tuple[int, int], losses: Sequence[Warned]
) -> dict[str, object]:
    """Return the same as values for JSON: the facts, then what is proposed and lost."""
    proposed = [
        {"kind": str(p.kind), "text": p.text, "turned_off_by": p.turned_off_by}
        for p in proposals(info)
    ]
    lost = [
        {"kind": str(loss.kind), "count": loss.count, "text": describe_warning(loss)}
        for loss in losses
    ]
    repairs = [
        {
            "name": str(found.repair),
            "found": found.is_found,
            "confidence": found.confidence,
            "auto": found.is_automatic,
            "detail": describe_finding(found),
            "parameters": dict(found.parameters),
        }
        for found in info.findings
    ]
    width, height = output_size
    size = {"output_width": width, "output_height": height}
    facts = {name: value for name, value in to_plain(info).items() if name != "findings"}
    return {**facts, "proposals": proposed, "losses": lost, "repairs": repairs, **size}


def model_list(states: Sequence[ModelState]) -> str:
    """The models, each with what it is for and costs, and whether it is there."""
    blocks = []
    for state in states:
        model = state.entry
        lines = [
            f"{model.name}  ({_state(model)}, {size_text(model.size_bytes)})",
            f"{harmless(model.title)}. {harmless(model.purpose)}",
            model.bad_at,
            "" if model.is_bundled else f"Takes: {cost_text(state)}",
            f"Licence: {harmless(model.licence)}",
        ]
        blocks.append("\n    ".join(filter(None, lines)))
    return "\n".join(blocks)


def runtime_list(cards: Sequence[Card], builds: Sequence[CardRuntime], active: str | None) -> str:
    """The graphics cards of this machine, and the builds of PyTorch that there are for them."""
    names = ", ".join(f"{card.name} ({card.kind})" for card in cards)
    lines = [f"Cards: {names or 'none found'}"]
    kinds = {card.kind for card in cards}
    for build in builds:
        state = "not installed"
        if build.name == active:
            state = "in use"
        elif build.is_installed:
            state = "installed, damaged or not tested: not used"
        fit = "" if build.card in kinds else "; for a card that was not found"
        lines.append(f"{build.name}  ({state}, {size_text(build.size_bytes)}{fit})")
    if not builds:
        lines.append("There is no build of PyTorch to fetch for this system in this version.")
    if active is None:
        lines.append("The build of PyTorch that came with Homereel is used.")
    return "\n".join(lines)


def bench_report(report: BenchReport) -> str:
    """What a model does on this machine, and how long that makes an hour of video."""
    lines = [
        f"{report.model} on {report.device}, {report.precision}",
        "  frame       frames/s     memory   an hour of video takes",
    ]
    for measured in report.sizes:
        size = f"{measured.width}x{measured.height}"
        rate = VIDEO_RATES.get((measured.width, measured.height), 25)
        takes = long_time(3600 * rate / measured.frames_per_second)
        memory = size_text(measured.needed_bytes)
        lines.append(
            f"  {size:<11}{measured.frames_per_second:>9.3g}{memory:>11}   "
            f"{takes} ({rate} frames/s)"
        )
    return "\n".join(lines)


def long_time(seconds: float) -> str:
    """A duration as exact as an estimate deserves: "40 seconds", "2.5 hours", "9 days"."""
    for size, name in ((86_400, "day"), (3600, "hour"), (60, "minute"), (1, "second")):
        count = max(seconds, 2) / size
        if count >= 1.5 or name == "second":
            text = f"{count:.0f}" if count >= 10 or name == "second" else f"{count:.1f}"
            text = text.removesuffix(".0")
            return f"about {text} {name}s"
    raise AssertionError  # a second is the last


def _state(model: ModelEntry) -> str:
    if model.is_added and is_installed(model):
        return "added"
    if is_installed(model):
        return "bundled" if model.is_bundled else "installed"
    return "missing" if model.is_bundled else "not installed"


def _container(name: str) -> str:
    first = name.partition(",")[0]  # FFmpeg lists every format that one demuxer reads
    return CONTAINERS.get(first, first.upper())


def _line(proposal: Proposal) -> str:
    if proposal.turned_off_by is None:
        return proposal.text
    verb = "cut off" if proposal.kind is ProposalKind.BORDERS else "otherwise"
    return f"{proposal.text} ({verb}: {proposal.turned_off_by})"


def _picture(info: SourceInfo) -> str:
    parts = [f"{info.width}x{info.height} stored"]
    if (info.display_width, info.display_height) != (info.width, info.height):
        parts.append(f"shown as {info.display_width}x{info.display_height}")
    parts += [f"{info.bit_depth} bit"] if info.bit_depth > 8 else []
    parts += ["black and white"] if info.is_gray else []
    parts += [SCANS[info.scan]] if info.scan in SCANS else []
    return ", ".join(parts)


def _length(info: SourceInfo) -> str:
    parts = []
    if info.duration_seconds is not None:
        seconds = info.duration_seconds
        parts.append(clock(seconds) if seconds >= 60 else f"{seconds:.1f} seconds")
    if info.frame_count is not None:
        parts.append(f"{info.frame_count} frames")
    return ", ".join(parts) or "unknown"


def _frame_rate(info: SourceInfo) -> str:
    if info.is_variable_frame_rate:
        return "varies; every frame keeps its own time"
    return f"{float(info.frame_rate):.5g} per second" if info.frame_rate else "unknown"


def _colours(info: SourceInfo) -> str:
    colour = info.colour
    if colour.is_rgb:
        return "RGB"
    names = MATRICES.get(colour.matrix, f"matrix {colour.matrix}")
    parts = [names if colour.is_tagged else f"{names} (not tagged)"]
    parts += [TRANSFERS[colour.transfer]] if colour.transfer in TRANSFERS else []
    return ", ".join([*parts, "full range" if colour.is_full_range else "limited range"])


def _starts(info: SourceInfo) -> str:
    """How far the streams begin apart; nothing where they begin together."""
    times = [("picture", info.first_picture_seconds)]
    times += [(f"sound {n}", t.start_seconds) for n, t in enumerate(info.sound, 1)]
    known = [(name, seconds) for name, seconds in times if seconds is not None]
    if not known or max(s for _, s in known) - min(s for _, s in known) < LEAST_OFFSET_SECONDS:
        return ""
    first = min(s for _, s in known)
    return ", ".join(f"{name} after {seconds - first:.3f} s" for name, seconds in known)


def _damage(info: SourceInfo) -> str:
    count = info.damaged_count
    return f"{count} in the part that was looked at" if count else ""


def _sound(track: SoundTrack) -> str:
    known = track.language and track.language != "und"  # ISO 639-2: undetermined
    name = f"{track.codec} ({track.language})" if known else track.codec
    if not track.is_readable:
        return f"{name}, cannot be read"
    channels = CHANNELS.get(track.channels, f"{track.channels} channels")
    return f"{name}, {channels}, {track.sample_rate} Hz"


def _extras(info: SourceInfo) -> str:
    counts = [
        (info.subtitle_count, "subtitle track", ""),
        (info.chapter_count, "chapter", ""),
        (info.video_stream_count - 1, "further video stream", " that will not be restored"),
        (len(info.data_kinds), "track", " of timed data"),
    ]
    parts = [f"title “{info.title}”"] if info.title else []
    for count, what, remark in counts:
        if count > 0:
            parts.append(f"{count} {what}{'s' if count > 1 else ''}{remark}")
    return ", ".join(parts)
