"""Sentences about a clip: its state in the list, and what its render will write."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QCoreApplication

from app.text.clock import clock
from app.text.messages import describe, describe_waiting, describe_warning
from app.text.wording import decimal, pixels, rough_duration
from app.window.queue.clips import Clip, ClipState
from engine.jobs.errors import (
    DiskFullError,
    InputVideoError,
    OutputVideoError,
    UnfinishedWorkError,
)

GIB = 1 << 30

translate = QCoreApplication.translate


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
