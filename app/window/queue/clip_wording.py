"""Sentences about a clip: its state in the list, and what its render will write."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from app.text.clock import clock
from app.text.language import translate
from app.text.messages import describe, describe_waiting, describe_warning, translated
from app.text.wording import LONG_SECONDS, decimal, pixels, rough_duration, time_of_day
from app.window.queue.clips import Clip, ClipState
from engine.jobs.errors import (
    DiskFullError,
    InputProblem,
    InputVideoError,
    OutputProblem,
    OutputVideoError,
    UnfinishedWorkError,
)
from engine.jobs.translation import QT_TRANSLATE_NOOP

GIB = 1 << 30


def state_line(clip: Clip) -> str:
    """What is happening to a clip, in one line for the list."""
    if clip.state in (ClipState.REFUSED, ClipState.FAILED) and clip.error is not None:
        return _short_fault(clip.error)
    if clip.state in _LINES:
        return _LINES[clip.state](clip)
    texts = {
        ClipState.STOPPING: translate("Wording", "Stopping…"),
        ClipState.CANCELLED: translate("Wording", "Cancelled. Nothing was written."),
    }
    return texts.get(clip.state, translate("Wording", "Failed"))


def _time(seconds: float) -> str:
    """A duration that is not broken between its number and its unit."""
    return _unbroken(rough_duration(seconds))


def _unbroken(text: str) -> str:
    return text.replace(" ", "\u00a0")


def _percent(share: float) -> str:
    return f"{100 * share:.0f}\u00a0%"


def _looking_line(clip: Clip) -> str:
    facts = _facts(clip)
    if not facts:
        return translate("Wording", "Looking at it…")
    return translate("Wording", "{facts} · looking for faults…").format(facts=facts)


def _facts(clip: Clip) -> str:
    info = clip.basics
    if info is None:
        return ""
    facts = [pixels((info.display_width, info.display_height))]
    if info.duration_seconds is not None:
        facts.append(clock(info.duration_seconds))
    part = _part(clip)
    if part:
        facts.append(part)
    if clip.expected is not None:
        text = translate("Wording", "about {time}")
        facts.append(_unbroken(text.format(time=rough_duration(clip.expected.seconds))))
    return " · ".join(facts)


def _part(clip: Clip) -> str:
    """The part of the source that is restored; empty where it is the whole."""
    options, info = clip.options, clip.info
    if options.parts:
        seconds = sum(part.end_seconds - part.start_seconds for part in options.parts)
        text = translate("Wording", "%n parts in one file, {length}", "", len(options.parts))
        return text.format(length=clock(seconds))
    if options.start_seconds is None and options.end_seconds is None:
        return ""
    end = info.duration_seconds if info and options.end_seconds is None else options.end_seconds
    text = translate("Wording", "{start} to {end}")
    return text.format(start=clock(options.start_seconds or 0.0), end=clock(end or 0.0))


def _waiting_line(clip: Clip) -> str:
    expected = clip.expected
    if expected is None:
        return translate("Wording", "Waiting")
    time = _time(expected.seconds)
    if expected.seconds_until_done is None or expected.seconds_until_done < LONG_SECONDS:
        return translate("Wording", "Waiting · about {time}").format(time=time)
    text = translate("Wording", "Waiting · about {time}, done at {end}")
    return text.format(time=time, end=time_of_day(expected.seconds_until_done))


def _paused_line(clip: Clip) -> str:
    if clip.is_changed:
        text = translate(
            "Wording", "Paused at {percent}; its options were changed since. Undo that to go on."
        )
    elif clip.done_share > 0:
        # Kept is what was finished up to the last window.
        text = translate("Wording", "Paused at {percent}. It goes on there or a little before.")
    elif clip.was_begun:
        text = translate("Wording", "Interrupted earlier. It goes on where it stopped.")
    else:
        text = translate("Wording", "Paused.")
    return text.format(percent=_percent(clip.done_share))


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
    text = translate("Wording", "{percent} · {time} left, done at {end}")
    if clip.seconds_left < LONG_SECONDS:
        text = translate("Wording", "{percent} · {time} left")
    time, end = _time(clip.seconds_left), time_of_day(clip.seconds_left)
    return text.format(percent=percent, time=time, end=end)


def _done_line(clip: Clip) -> str:
    sentences = dict.fromkeys(describe_warning(warned) for warned in clip.warnings)
    return " ".join([translate("Wording", "Done."), *sentences])


def _fault(error: Exception) -> str:
    if isinstance(error, UnfinishedWorkError):  # the sentence names options of the command line
        return translate(
            "Wording", "Left as it is: what is finished does not fit. Start it again to decide."
        )
    return describe(error)


def _short_fault(error: Exception) -> str:
    """The fault in a few words, for a row of the list, which has little room."""
    reason = getattr(error, "reason", None)
    if isinstance(error, InputVideoError | OutputVideoError) and reason in _SHORT_FAULTS:
        return translated(_SHORT_FAULTS[reason], "Wording")
    if isinstance(error, DiskFullError):
        return translate("Wording", "Its disk is too full.")
    return _fault(error)


def window_title(running: Sequence[Clip]) -> str:
    """The title of the window: how far the clips are that are being restored, if any are."""
    done_share = sum(clip.done_share for clip in running) / max(len(running), 1)
    if not done_share:
        return "Homereel"
    name = running[0].name
    if len(running) > 1:
        name = translate("Wording", "%n videos", "", len(running))
    text = translate("Wording", "{percent} · {name} – Homereel")
    return text.format(percent=_percent(done_share), name=name)


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
    text = translate("Wording", "Writes “{name}” beside the original, {size} pixels.")
    if clip.folder is not None:
        text = translate("Wording", "Writes “{name}” in “{folder}”, {size} pixels.")
    sentence = text.format(name=output.name, folder=output.parent.name, size=pixels(size))
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


_LINES = {
    ClipState.LOOKING: _looking_line,
    ClipState.READY: _facts,
    ClipState.WAITING: _waiting_line,
    ClipState.RUNNING: _running_line,
    ClipState.DONE: _done_line,
    ClipState.PAUSED: _paused_line,
}
_SHORT_FAULTS: dict[InputProblem | OutputProblem, str] = {
    InputProblem.NOT_FOUND: QT_TRANSLATE_NOOP("Wording", "Not found. Is its disk connected?"),
    InputProblem.NO_PERMISSION: QT_TRANSLATE_NOOP("Wording", "May not be read by you."),
    InputProblem.IS_FOLDER: QT_TRANSLATE_NOOP("Wording", "A folder, not a video."),
    InputProblem.EMPTY_FILE: QT_TRANSLATE_NOOP("Wording", "The file is empty."),
    InputProblem.NOT_A_VIDEO: QT_TRANSLATE_NOOP("Wording", "No video, or its beginning is lost."),
    InputProblem.PHOTO: QT_TRANSLATE_NOOP("Wording", "A photo, not a video."),
    InputProblem.ENCRYPTED: QT_TRANSLATE_NOOP("Wording", "Encrypted (copy protection)."),
    InputProblem.NO_PICTURE: QT_TRANSLATE_NOOP("Wording", "No picture in it, only sound or data."),
    InputProblem.NOTHING_DECODES: QT_TRANSLATE_NOOP("Wording", "Too damaged, or encrypted."),
    InputProblem.NO_FRAME_IN_RANGE: QT_TRANSLATE_NOOP("Wording", "No picture in the chosen part."),
    InputProblem.MOVED: QT_TRANSLATE_NOOP("Wording", "Not found; it was begun already."),
    InputProblem.CHANGED: QT_TRANSLATE_NOOP("Wording", "The file was changed in the meantime."),
    InputProblem.READ_FAILED: QT_TRANSLATE_NOOP("Wording", "Reading failed. Check its disk."),
    InputProblem.CRASHED_READER: QT_TRANSLATE_NOOP("Wording", "It made the reader crash."),
    InputProblem.ENDED_PROGRAM: QT_TRANSLATE_NOOP("Wording", "Left alone: it may crash Homereel."),
    OutputProblem.FOLDER_MISSING: QT_TRANSLATE_NOOP("Wording", "The output folder has gone."),
    OutputProblem.NO_PERMISSION: QT_TRANSLATE_NOOP("Wording", "The output folder is locked."),
    OutputProblem.ENCODER_FAILED: QT_TRANSLATE_NOOP("Wording", "The encoder failed."),
    OutputProblem.WRITE_FAILED: QT_TRANSLATE_NOOP("Wording", "Writing failed. Check the disk."),
    OutputProblem.IN_USE: QT_TRANSLATE_NOOP("Wording", "Another Homereel is writing it."),
}
"""In the list; the foot of the window has the whole sentence with advice."""
