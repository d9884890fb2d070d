"""Sentences and numbers as people read them."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QCoreApplication, QDateTime, QLocale

from app.clips import Clip, ClipState
from app.messages import describe, describe_waiting, describe_warning
from engine.errors import (
    DiskFullError,
    InputVideoError,
    OutputVideoError,
    UnfinishedWorkError,
)
from engine.job import OutputSize, SizeByFactor, SizeByHeight

GIB = 1 << 30
_LONG_SECONDS = 600
"""From here on it is of interest when it will be over."""

translate = QCoreApplication.translate


def clock(seconds: float, *, with_fraction: bool = False) -> str:
    """A position: "1:02:03", "2:03" or, with the fraction, "2:03.480"."""
    total_ms = max(round(seconds * 1000), 0)
    minutes, rest_ms = divmod(total_ms, 60_000)
    hours, minutes = divmod(minutes, 60)
    tail = f"{rest_ms // 1000:02d}" + (f".{rest_ms % 1000:03d}" if with_fraction else "")
    return f"{hours}:{minutes:02d}:{tail}" if hours else f"{minutes}:{tail}"


def rough_duration(seconds: float) -> str:
    """How long something takes, as exact as an estimate deserves: "2 h 10 min", "40 s"."""
    if seconds < 60:
        return translate("Wording", "{count} s").format(count=max(round(seconds), 1))
    minutes = round(seconds / 60)
    if minutes < 60:
        return translate("Wording", "{count} min").format(count=minutes)
    if minutes < 48 * 60:
        return translate("Wording", "{hours} h {minutes} min").format(
            hours=minutes // 60, minutes=minutes % 60
        )
    return translate("Wording", "{count} days").format(count=round(minutes / 60 / 24))


def pixels(size: tuple[int, int]) -> str:
    """A size: "1440 × 1080"."""
    return f"{size[0]} × {size[1]}"


def decimal(value: float) -> str:
    """A number with one decimal in the user's notation."""
    return QLocale().toString(value, "f", 1)


def size_choice(size: OutputSize | None) -> str:
    """The name of an output size in the list of choices."""
    match size:
        case None:
            return translate("Wording", "Automatic")
        case SizeByFactor(1):
            return translate("Wording", "Original size")
        case SizeByFactor(factor):
            return translate("Wording", "{factor} times").format(factor=factor)
        case SizeByHeight(short_side):
            return f"{short_side}p"
        case _:
            return pixels((size.width, size.height))


def state_line(clip: Clip) -> str:
    """What is happening to a clip, in one line for the list."""
    match clip.state:
        case ClipState.READY:
            return _facts(clip)
        case ClipState.RUNNING:
            return _running_line(clip)
        case ClipState.DONE:
            return _done_line(clip)
        case ClipState.REFUSED | ClipState.FAILED if clip.error is not None:
            return _fault(_with_short_path(clip.error))
        case ClipState.PAUSED if clip.done_share > 0:
            # Kept is what was finished up to the last window.
            text = translate("Wording", "Paused at {percent}. It goes on there or a little before.")
            return text.format(percent=_percent(clip.done_share))
    texts = {
        ClipState.LOOKING: translate("Wording", "Looking at it…"),
        ClipState.WAITING: translate("Wording", "Waiting"),
        ClipState.STOPPING: translate("Wording", "Stopping…"),
        ClipState.PAUSED: translate("Wording", "Interrupted. It goes on where it stopped."),
        ClipState.CANCELLED: translate("Wording", "Cancelled. Nothing was written."),
    }
    return texts.get(clip.state, translate("Wording", "Failed"))


def _percent(share: float) -> str:
    return f"{100 * share:.0f}\u00a0%"


def _facts(clip: Clip) -> str:
    info = clip.info
    if info is None:
        return ""
    facts = [pixels((info.display_width, info.display_height))]
    if info.duration_seconds is not None:
        facts.append(clock(info.duration_seconds))
    if info.is_interlaced:
        facts.append(translate("Wording", "interlaced"))
    return " · ".join(facts)


def _running_line(clip: Clip) -> str:
    if clip.waiting is not None:
        return describe_waiting(clip.waiting)
    if not clip.has_begun:
        return translate("Wording", "Starting…")
    if clip.done_share == 0:
        return translate("Wording", "Restoring the first frames…")
    percent = _percent(clip.done_share)
    if clip.seconds_left is None:
        return percent
    return translate("Wording", "{percent} · {time} left").format(
        percent=percent, time=rough_duration(clip.seconds_left)
    )


def _done_line(clip: Clip) -> str:
    name = clip.output.name if clip.output else ""
    if not clip.warnings:
        return translate("Wording", "Done: {name}").format(name=name)
    sentences = dict.fromkeys(describe_warning(warned) for warned in clip.warnings)
    return " ".join([translate("Wording", "Done."), *sentences])


def _fault(error: Exception) -> str:
    if isinstance(error, UnfinishedWorkError):  # the sentence names options of the command line
        return translate(
            "Wording", "Left as it is: what is finished does not fit. Start it again to decide."
        )
    return describe(error)


def _with_short_path(error: Exception) -> Exception:
    """The same error, with the name of its file only: a row of the list has little room."""
    match error:
        case InputVideoError():
            return InputVideoError(Path(error.path.name), error.reason, error.detail)
        case OutputVideoError():
            return OutputVideoError(Path(error.path.name), error.reason, error.detail)
        case DiskFullError():
            return DiskFullError(
                Path(error.path.name), needed_bytes=error.needed_bytes, free_bytes=error.free_bytes
            )
        case _:
            return error


def report(clip: Clip) -> str:
    """The sentence that says how a clip stands, where there is nothing to be promised."""
    output = clip.output
    match clip.state:
        case ClipState.RUNNING if output is not None:
            text = translate("Wording", "Writing “{name}” to {folder}.")
            sentence = text.format(name=output.name, folder=output.parent)
            if clip.seconds_left is not None:
                left = translate("Wording", "About {time} left.")
                sentence += " " + left.format(time=rough_duration(clip.seconds_left))
            return sentence
        case ClipState.DONE if output is not None:
            text = translate("Wording", "“{name}” is in {folder}.")
            done = text.format(name=output.name, folder=output.parent)
            return " ".join([done, *dict.fromkeys(map(describe_warning, clip.warnings))])
        case ClipState.REFUSED | ClipState.FAILED if clip.error is not None:
            return _fault(clip.error)
        case _:
            return state_line(clip)


def verdict(seconds: float | None) -> str:
    """What this computer can do, by the time that an hour of video from a tape takes it."""
    if seconds is None:
        return translate("Wording", "Finding out how fast this computer is…")
    text = translate("Wording", "On this computer an hour from a PAL tape takes about {time}.")
    return text.format(time=rough_duration(seconds))


def outlook(
    count: int, seconds: float | None, *, is_running: bool, now: QDateTime | None = None
) -> str:
    """How long the queue will take, for below the list; empty where that is said elsewhere.

    Args:
        count: of the clips that are to be restored.
        seconds: until all are; None where unknown.
        is_running: they are being restored.
        now: the time of day; None: by the clock.
    """
    if seconds is None or count == 0 or (count == 1 and not is_running):
        return ""
    time = rough_duration(seconds)
    if not is_running:
        text = translate("Wording", "{count} videos · about {time}")
        return text.format(count=count, time=time)
    if seconds < _LONG_SECONDS:
        text = translate("Wording", "About {time} left for all") if count > 1 else ""
        return text.format(time=time)
    now = now or QDateTime.currentDateTime()
    end = now.addSecs(round(seconds))
    clock_time = QLocale().toString(end.time(), QLocale.FormatType.ShortFormat)
    if now.daysTo(end) > 1:
        clock_time = f"{QLocale().toString(end.date(), 'ddd')} {clock_time}"
    text = translate("Wording", "About {time} left, until {end}")
    return text.format(time=time, end=clock_time)


def promise(
    clip: Clip, output: Path, size: tuple[int, int], seconds: float | None, free_bytes: int | None
) -> str:
    """The sentence that says what a render will do.

    Args:
        clip: the clip in question.
        output: the file it will write.
        size: of the output, in pixels.
        seconds: how long it is expected to take; None where nothing was measured yet.
        free_bytes: room on the disk of the output; None where unknown.
    """
    place = (
        translate("Wording", "beside the original")
        if clip.folder is None
        else translate("Wording", "in “{folder}”")
    )
    sentence = translate("Wording", "Writes “{name}” {place}, {size} pixels.").format(
        name=output.name, place=place.format(folder=output.parent.name), size=pixels(size)
    )
    if seconds is not None:
        sentence += " " + translate("Wording", "Takes about {time} on this computer.").format(
            time=rough_duration(seconds)
        )
    if free_bytes is not None:
        sentence += " " + translate("Wording", "{room} GB free.").format(
            room=decimal(free_bytes / GIB)
        )
    losses = clip.plan.losses if clip.plan else ()
    return " ".join([sentence, *dict.fromkeys(map(describe_warning, losses))])
