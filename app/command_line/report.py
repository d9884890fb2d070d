"""What the command line tells about a source and about the models, as pages for people."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import datetime
from typing import TYPE_CHECKING

from app.text.clock import clock, rough_duration
from app.text.faults import describe_finding
from app.text.language import Number, decimal, translate
from app.text.messages import describe_warning, harmless, size_text
from app.text.model_wording import cost_text, told
from app.text.proposals import Proposal, ProposalKind, proposals
from app.text.sound_faults import describe_sound
from engine.jobs.translation import QT_TRANSLATE_NOOP
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
    "mov": QT_TRANSLATE_NOOP("report", "MP4 or QuickTime"),
    "matroska": QT_TRANSLATE_NOOP("report", "Matroska or WebM"),
    "mpegts": QT_TRANSLATE_NOOP("report", "MPEG transport stream"),
    "mpeg": QT_TRANSLATE_NOOP("report", "MPEG program stream"),
    "asf": "Windows Media",
    "rm": "RealMedia",
    SEQUENCE: QT_TRANSLATE_NOOP("report", "Numbered pictures"),
}
"""Names for what FFmpeg calls a format; the others are known by their abbreviation."""
SCANS = {
    Scan.INTERLACED: QT_TRANSLATE_NOOP("report", "interlaced"),
    Scan.MIXED: QT_TRANSLATE_NOOP("report", "interlaced in part"),
    Scan.TELECINED: QT_TRANSLATE_NOOP("report", "film in 2:3 pulldown"),
}
MATRICES = {1: "BT.709", 5: "BT.601", 6: "BT.601", 7: "SMPTE 240M", 9: "BT.2020", 10: "BT.2020"}
"""ISO/IEC 23091-2, MatrixCoefficients."""
TRANSFERS = {16: "PQ", 18: "HLG"}
_DEGREES = re.compile(r"([+-]\d{2}(?:\.\d+)?)([+-]\d{3}(?:\.\d+)?)(?:[+-][\d.]+)?/?")
"""Latitude, longitude and perhaps height; ISO 6709 knows minutes as well, with more digits."""
LEAST_OFFSET_SECONDS = 0.002
VIDEO_RATES = {(640, 480): 30}
"""Frames per second where they are not 25."""
CHANNELS = {
    1: QT_TRANSLATE_NOOP("report", "mono"),
    2: QT_TRANSLATE_NOOP("report", "stereo"),
    6: "5.1",
}


def source_report(info: SourceInfo, output_size: tuple[int, int], losses: Sequence[Warned]) -> str:
    """What a source is, and what Homereel proposes to do with it.

    Args:
        info: the source.
        output_size: width and height of the proposed output in pixels.
        losses: what the proposed output cannot hold as it is.
    """
    rows = [
        (translate("report", "Format"), f"{_container(info.container)}, {info.codec}"),
        (translate("report", "Picture"), _picture(info)),
        (translate("report", "Length"), _length(info)),
        (translate("report", "Frame rate"), _frame_rate(info)),
        (translate("report", "Colours"), _colours(info)),
        (
            translate("report", "Sound"),
            "; ".join(map(_sound, info.sound)) or translate("report", "none"),
        ),
        (translate("report", "Starts"), _starts(info)),
        (translate("report", "Also"), _extras(info)),
        (translate("report", "Time code"), info.timecode or ""),
        (translate("report", "Recorded"), _recorded(info)),
        (translate("report", "Damage"), _damage(info)),
    ]
    column = max(12, *(len(label) + 2 for label, text in rows if text))
    faults = [f"  - {describe_finding(found)}" for found in info.findings if found.is_found]
    lines = [str(info.path), *(f"  {label + ':':<{column}}{text}" for label, text in rows if text)]
    lines = [harmless(line) for line in lines]
    lines += [
        "",
        translate("report", "Proposals"),
        *(f"  - {_line(proposal)}" for proposal in proposals(info)),
    ]
    width, height = output_size
    size = translate("report", "write {size} pixels (--size chooses)")
    lines += [f"  - {size.format(size=f'{width}x{height}')}"]
    lines += ["", translate("report", "Faults of the picture"), *faults] if faults else []
    lines += ["", translate("report", "Recordings"), *_recordings(info)] if info.recordings else []
    heard = [f"  - {describe_sound(found)}" for found in info.sound_findings if found.is_found]
    lines += ["", translate("report", "Faults of the sound"), *heard] if heard else []
    lost = [f"  - {text}" for text in dict.fromkeys(map(describe_warning, losses))]
    return "\n".join(
        [*lines, *(["", translate("report", "Not kept as it is"), *lost] if lost else [])]
    )


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
    sound_repairs = [
        {
            "name": str(found.repair),
            "found": found.is_found,
            "confidence": found.confidence,
            "auto": False,
            "detail": describe_sound(found),
            "parameters": dict(found.parameters),
        }
        for found in info.sound_findings
    ]
    width, height = output_size
    size = {"output_width": width, "output_height": height}
    facts = {name: value for name, value in to_plain(info).items() if name != "findings"}
    facts["sound"] = [
        {name: value for name, value in to_plain(track).items() if name != "findings"}
        for track in info.sound
    ]
    facts["recordings"] = [
        {"number": number, **recording} for number, recording in enumerate(facts["recordings"], 1)
    ]
    found = {"repairs": repairs, "sound_repairs": sound_repairs}
    return {**facts, "proposals": proposed, "losses": lost, **found, **size}


def model_list(states: Sequence[ModelState]) -> str:
    """The models, each with what it is for and costs, and whether it is there."""
    blocks = []
    for state in states:
        model = state.entry
        licence = translate("report", "Licence: {licence}").format(licence=harmless(model.licence))
        takes = translate("report", "Takes: {cost}").format(cost=cost_text(state))
        lines = [
            f"{model.name}  ({_state(model)}, {size_text(model.size_bytes)})",
            f"{harmless(told(model.title))}. {harmless(told(model.purpose))}",
            harmless(told(model.bad_at)),
            "" if model.is_bundled else takes,
            licence,
        ]
        blocks.append("\n    ".join(filter(None, lines)))
    return "\n".join(blocks)


def runtime_list(cards: Sequence[Card], builds: Sequence[CardRuntime], active: str | None) -> str:
    """The graphics cards of this machine, and the builds of PyTorch that there are for them."""
    names = ", ".join(f"{card.name} ({card.kind})" for card in cards)
    lines = [translate("report", "Cards: {names}").format(names=names)]
    if not cards:
        lines = [translate("report", "Cards: none found")]
    kinds = {card.kind for card in cards}
    for build in builds:
        state = translate("report", "not installed")
        if build.name == active:
            state = translate("report", "in use")
        elif build.is_installed:
            state = translate("report", "installed, damaged or not tested: not used")
        facts = [f"{state}, {size_text(build.size_bytes)}"]
        if build.card not in kinds:
            facts.append(translate("report", "for a card that was not found"))
        lines.append(f"{build.name}  ({'; '.join(facts)})")
    if not builds:
        lines.append(
            translate(
                "report", "There is no build of PyTorch to fetch for this system in this version."
            )
        )
    if active is None:
        lines.append(translate("report", "The build of PyTorch that came with Homereel is used."))
    return "\n".join(lines)


def bench_report(report: BenchReport) -> str:
    """What a model does on this machine, and how long that makes an hour of video."""
    heads = (
        translate("report", "frame"),
        translate("report", "frames/s"),
        translate("report", "memory"),
        translate("report", "an hour of video takes"),
    )
    lines = [
        translate("report", "{model} on {device}, {precision}").format(
            model=report.model, device=report.device, precision=report.precision
        ),
        f"  {heads[0]:<11}{heads[1]:>9}{heads[2]:>11}   {heads[3]}",
    ]
    for measured in report.sizes:
        size = f"{measured.width}x{measured.height}"
        rate = VIDEO_RATES.get((measured.width, measured.height), 25)
        takes = rough_duration(3600 * rate / measured.frames_per_second)
        memory = size_text(measured.needed_bytes)
        at_rate = translate("report", "about {time} ({rate} frames/s)")
        lines.append(
            f"  {size:<11}{Number(measured.frames_per_second):>9.3g}{memory:>11}   "
            f"{at_rate.format(time=takes, rate=rate)}"
        )
    return "\n".join(lines)


def _state(model: ModelEntry) -> str:
    if model.is_added and is_installed(model):
        return translate("report", "added")
    if is_installed(model):
        if model.is_bundled:
            return translate("report", "bundled")
        return translate("report", "installed")
    if model.is_bundled:
        return translate("report", "missing")
    return translate("report", "not installed")


def _container(name: str) -> str:
    first = name.partition(",")[0]  # FFmpeg lists every format that one demuxer reads
    return translate("report", CONTAINERS.get(first, first.upper()))


def _line(proposal: Proposal) -> str:
    if proposal.turned_off_by is None:
        return proposal.text
    text = translate("report", "{proposal} (otherwise: {option})")
    if proposal.kind is ProposalKind.BORDERS:
        text = translate("report", "{proposal} (cut off: {option})")
    return text.format(proposal=proposal.text, option=proposal.turned_off_by)


def _picture(info: SourceInfo) -> str:
    stored = translate("report", "{size} stored")
    parts = [stored.format(size=f"{info.width}x{info.height}")]
    if (info.display_width, info.display_height) != (info.width, info.height):
        shown = translate("report", "shown as {size}")
        parts.append(shown.format(size=f"{info.display_width}x{info.display_height}"))
    if info.bit_depth > 8:
        parts.append(translate("report", "{bits} bit").format(bits=info.bit_depth))
    parts += [translate("report", "black and white")] if info.is_gray else []
    parts += [translate("report", SCANS[info.scan])] if info.scan in SCANS else []
    return ", ".join(parts)


def _length(info: SourceInfo) -> str:
    parts = []
    if info.duration_seconds is not None:
        seconds = info.duration_seconds
        short = translate("report", "{seconds} seconds").format(seconds=decimal(seconds))
        parts.append(clock(seconds) if seconds >= 60 else short)
    if info.frame_count is not None:
        parts.append(translate("report", "%n frames", "", info.frame_count))
    return ", ".join(parts) or translate("report", "unknown")


def _frame_rate(info: SourceInfo) -> str:
    if info.is_variable_frame_rate:
        return translate("report", "varies; every frame keeps its own time")
    if not info.frame_rate:
        return translate("report", "unknown")
    text = translate("report", "{rate:.5g} per second")
    return text.format(rate=Number(info.frame_rate))


def _colours(info: SourceInfo) -> str:
    colour = info.colour
    if colour.is_rgb:
        return "RGB"
    number = translate("report", "matrix {number}").format(number=colour.matrix)
    name = MATRICES.get(colour.matrix, number)
    if not colour.is_tagged:
        name = translate("report", "{colours} (not tagged)").format(colours=name)
    parts = [name]
    parts += [TRANSFERS[colour.transfer]] if colour.transfer in TRANSFERS else []
    if colour.is_full_range:
        return ", ".join([*parts, translate("report", "full range")])
    return ", ".join([*parts, translate("report", "limited range")])


def _starts(info: SourceInfo) -> str:
    """How far the streams begin apart; nothing where they begin together."""
    picture = translate("report", "picture after {seconds} s")
    sound = translate("report", "sound {number} after {seconds} s")
    times = [(picture, info.first_picture_seconds)]
    times += [
        (sound.replace("{number}", str(n)), t.start_seconds) for n, t in enumerate(info.sound, 1)
    ]
    known = [(text, seconds) for text, seconds in times if seconds is not None]
    if not known or max(s for _, s in known) - min(s for _, s in known) < LEAST_OFFSET_SECONDS:
        return ""
    first = min(s for _, s in known)
    return ", ".join(text.format(seconds=decimal(s - first, 3)) for text, s in known)


def _damage(info: SourceInfo) -> str:
    count = info.damaged_count
    text = translate("report", "%n in the part that was looked at", "places of damage", count)
    return text if count else ""


def _sound(track: SoundTrack) -> str:
    known = track.language and track.language != "und"  # ISO 639-2: undetermined
    name = f"{track.codec} ({track.language})" if known else track.codec
    if not track.is_readable:
        return translate("report", "{track}, cannot be read").format(track=name)
    many = translate("report", "%n channels", "", track.channels)
    channels = CHANNELS.get(track.channels, many)
    return f"{name}, {translate('report', channels)}, {track.sample_rate} Hz"


def _extras(info: SourceInfo) -> str:
    title = translate("report", "title “{title}”").format(title=info.title)
    subtitles, chapters = info.subtitle_count, info.chapter_count
    others, data = info.video_stream_count - 1, len(info.data_kinds)
    parts = [
        (bool(info.title), title),
        (subtitles > 0, translate("report", "%n subtitle tracks", "", subtitles)),
        (chapters > 0, translate("report", "%n chapters", "", chapters)),
        (
            others > 0,
            translate("report", "%n further video streams that will not be restored", "", others),
        ),
        (data > 0, translate("report", "%n tracks of timed data", "", data)),
    ]
    return ", ".join(text for is_there, text in parts if is_there)


def _recordings(info: SourceInfo) -> list[str]:
    """One line for each start of the camera: number, date, where it begins and how long it is."""
    text = translate("report", "{number}: {date}, from {start}, {seconds} seconds")
    return [
        "  - "
        + text.format(
            number=number,
            date=recording.date.replace("T", " "),
            start=clock(recording.start_seconds),
            seconds=decimal(recording.length_seconds),
        )
        for number, recording in enumerate(info.recordings, 1)
    ]


def _recorded(info: SourceInfo) -> str:
    """When and where."""
    time, place = _day_and_time(info.recorded or ""), _place(info.location or "")
    if not place:
        return time
    return (
        translate("report", "{time}, at {place}").format(time=time, place=place) if time else place
    )


def _day_and_time(text: str) -> str:
    """Write a time as ISO 8601 has it for people, without fractions; other text as it is."""
    try:
        time = datetime.fromisoformat(text)
    except ValueError:
        return text
    if "T" not in text:  # a day only
        return text
    return f"{time:%Y-%m-%d %H:%M:%S} {time.tzname() or ''}".rstrip()


def _place(text: str) -> str:
    """Write degrees as ISO 6709 has them as latitude and longitude; other text as it is."""
    match = _DEGREES.fullmatch(text)
    if match is None:
        return text
    latitude, longitude = float(match[1]), float(match[2])
    # Phones write zeros where they do not know it; that is in the sea.
    return f"{latitude:.4f}, {longitude:.4f}" if latitude or longitude else ""
