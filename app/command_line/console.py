"""What the command line shows while it works: a live line, sparse lines or JSON events."""

from __future__ import annotations

import json
import math
import shutil
import sys
import time
from dataclasses import asdict
from pathlib import Path
from typing import Protocol, TextIO

from app.text import messages
from app.text.clock import clock
from app.text.language import Number, decimal, translate
from app.text.messages import describe_trouble, describe_waiting, describe_warning, harmless
from engine.jobs.events import (
    Event,
    PeersSeen,
    PeerTrouble,
    Progressed,
    Started,
    Summary,
    Waiting,
    Warned,
)

LIVE_SECONDS = 0.1
"""Shortest time between two states of the live line."""
TURN_SECONDS = 2.0
"""Shortest time between two states of one of several films on the live line."""
SPARSE_SECONDS = 30.0
"""Longest silence where there is no live line."""
BAR_COLUMNS = 24


class Console(Protocol):
    """Shows what happens to one source after the other."""

    def begin(self, source: Path, *, in_turns: bool = False) -> None:
        """The following concerns ``source``; ``in_turns``: one of several that are restored."""

    def event(self, event: Event) -> None:
        """Something was reported by the engine."""

    def finished(self, summary: Summary) -> None:
        """The source is restored."""

    def failed(self, message: str) -> None:
        """The source, or the whole command, failed or was cancelled."""


class Lines:
    """For people: outcomes on stdout; progress, warnings and errors on stderr."""

    def __init__(self) -> None:
        self._name = self._turn = ""
        self._computers: set[str] = set()
        """Names of the other computers that are there."""
        self._progress = ProgressLine(sys.stderr)

    def begin(self, source: Path, *, in_turns: bool = False) -> None:
        """Use the name of ``source`` in what follows; in turns it stands on the progress, too."""
        self._name = harmless(source.name)
        self._turn = self._name if in_turns else ""
        if not in_turns:
            self._progress.clear()
            self._progress = ProgressLine(sys.stderr)

    def event(self, event: Event) -> None:
        """Show an event of the engine."""
        match event:
            case Started():
                self._progress.say(_started_text(event))
            case Warned():
                self._progress.say(f"homereel: {self._name}: {describe_warning(event)}")
            case Waiting():
                self._progress.say(f"homereel: {self._name}: {describe_waiting(event)}")
            case PeerTrouble():
                self._progress.say(f"homereel: {self._name}: {describe_trouble(event)}")
            case PeersSeen():
                self._show_computers(event)
            case Progressed():
                total = event.frames_total
                done = event.frames_done / total if total else None
                self._progress.show(done, progress_text(event), self._turn)

    def _show_computers(self, seen: PeersSeen) -> None:
        """Say which other computers have come since the last time."""
        there = {peer.name for peer in seen.peers if not peer.is_this_computer}
        for name in sorted(there - self._computers):
            text = translate("console", "{peer} has joined.").format(peer=harmless(name))
            self._progress.say(f"homereel: {text}")
        self._computers = there

    def finished(self, summary: Summary) -> None:
        """Name the output and what it took."""
        self._progress.clear()
        text = translate("console", "%n frames in {time}", "", summary.frames)
        if summary.mean_passes > 0:
            text = translate(
                "console",
                "%n frames in {time}, cleaned {passes} times on average",
                "",
                summary.frames,
            )
        what = text.format(time=clock(summary.seconds), passes=decimal(summary.mean_passes))
        # At once: in the log of a long night each file is there when it is done.
        print(f"{self._name} -> {harmless(str(summary.output))} ({what})", flush=True)

    def failed(self, message: str) -> None:
        """Say it in one sentence."""
        self._progress.say(f"homereel: {message}")


class JsonEvents:
    """For scripts: one JSON object per line on stdout; errors and warnings on stderr as well."""

    def __init__(self) -> None:
        self._source: Path | None = None

    def begin(self, source: Path, *, in_turns: bool = False) -> None:
        """Name ``source`` in the events that follow."""
        del in_turns
        self._source = source

    def event(self, event: Event) -> None:
        """Write an event of the engine."""
        match event:
            case Started():
                self._write(
                    "started",
                    output=str(event.output),
                    width=event.width,
                    height=event.height,
                    frames=event.frames_total,
                    device=event.device,
                    model=event.model,
                    seconds_expected=_finite(event.seconds_expected),
                    frames_done=event.frames_done,
                )
            case Progressed():
                self._write(
                    "progress",
                    frame=event.frames_done,
                    frames=event.frames_total,
                    fps=_finite(event.frames_per_second),
                    seconds_left=_finite(event.seconds_left),
                    mean_passes=_finite(event.mean_passes),
                )
            case PeersSeen():
                self._write("computers", computers=[asdict(peer) for peer in event.peers])
            case PeerTrouble():
                message = describe_trouble(event)
                print(f"homereel: {message}", file=sys.stderr)
                self._write(
                    "warning", kind=event.fault, count=1, message=message, computer=event.peer
                )
            case Warned():
                message = describe_warning(event)
                print(f"homereel: {message}", file=sys.stderr)
                self._write("warning", kind=event.kind, count=event.count, message=message)
            case Waiting():
                message = describe_waiting(event)
                print(f"homereel: {message}", file=sys.stderr)
                kind = event.reason or "goes_on"
                self._write("warning", kind=kind, count=1, message=message)

    def finished(self, summary: Summary) -> None:
        """Write the last event of a source that was restored."""
        self._write(
            "finished",
            output=str(summary.output),
            frames=summary.frames,
            seconds=_finite(summary.seconds),
            mean_passes=_finite(summary.mean_passes),
        )

    def failed(self, message: str) -> None:
        """Write the last event of a source that was not restored."""
        print(f"homereel: {message}", file=sys.stderr)
        self._write("failed", message=message)

    def _write(self, name: str, **fields: object) -> None:
        source = str(self._source) if self._source else None
        print(json.dumps({"event": name, "source": source} | fields), flush=True)


class ProgressLine:
    """A line that is redrawn on a terminal, and now and then printed anywhere else."""

    def __init__(self, stream: TextIO) -> None:
        self._stream = stream
        self._is_live = stream.isatty()
        self._shown_columns = 0
        self._next_seconds: dict[str, float] = {}
        self._next_tenth: dict[str, int] = {}

    def show(self, done: float | None, text: str, name: str = "") -> None:
        """Show a state, unless the last one is too young.

        Args:
            done: 0..1, None when the whole is not known.
            text: the rest of the line.
            name: of what it is the state, where several are shown in turns.
        """
        now = time.monotonic()
        is_due = now >= self._next_seconds.get(name, 0.0)
        text = f"{name}: {text}" if name else text
        if self._is_live:
            if is_due or done == 1.0:
                self._next_seconds[name] = now + (TURN_SECONDS if name else LIVE_SECONDS)
                self._redraw(f"{_bar(done)}{text}")
        elif is_due or (done or 0.0) * 10 >= self._next_tenth.get(name, 1):
            self._next_seconds[name] = now + SPARSE_SECONDS
            self._next_tenth[name] = int((done or 0.0) * 10) + 1
            print(text, file=self._stream, flush=True)

    def say(self, line: str) -> None:
        """Print a line that stays, above the live one."""
        self.clear()
        print(line, file=self._stream, flush=True)

    def clear(self) -> None:
        """Take the live line away."""
        if self._shown_columns:
            self._redraw("")

    def _redraw(self, text: str) -> None:
        # One column is left free: a full last column makes some terminals wrap.
        text = text[: shutil.get_terminal_size().columns - 1]
        padding = " " * (self._shown_columns - len(text))
        end = "" if text else "\r"
        self._stream.write(f"\r{text}{padding}{end}")
        self._stream.flush()
        self._shown_columns = len(text)


def progress_text(progressed: Progressed) -> str:
    """The state of a render: ``42 %, frame 40 of 96, 3.1 frames/s, 0:18 left``."""
    frame, total = progressed.frames_done, progressed.frames_total
    if total:
        total = max(total, frame)  # of a range the total is an estimate
        text = translate("console", "frame {frame} of {total}")
        parts = [f"{100 * frame // total} %", text.format(frame=frame, total=total)]
    else:
        parts = [translate("console", "frame {frame}").format(frame=frame)]
    speed = translate("console", "{speed:.3g} frames/s")
    parts.append(speed.format(speed=Number(progressed.frames_per_second)))
    if progressed.seconds_left is not None and math.isfinite(progressed.seconds_left):
        left = translate("console", "{time} left")
        parts.append(left.format(time=clock(progressed.seconds_left)))
    return ", ".join(parts)


def _started_text(started: Started) -> str:
    how = translate("console", "{size}, {model} on {device}")
    if not started.model:
        how = translate("console", "{size}, without a network on {device}")
    size = f"{started.width}x{started.height}"
    parts = [how.format(size=size, model=started.model, device=started.device)]
    if started.seconds_expected is not None:
        about = translate("console", "about {time}")
        parts.append(about.format(time=clock(started.seconds_expected)))
    text = translate("console", "Restoring {source} to {output} ({how})")
    if started.frames_done:
        parts.append(translate("console", "%n frames are finished", "", started.frames_done))
        text = translate("console", "Going on with {source} to {output} ({how})")
    return harmless(
        text.format(source=started.source.name, output=started.output, how=", ".join(parts))
    )


def _bar(done: float | None) -> str:
    if done is None:
        return ""
    filled = round(min(done, 1.0) * BAR_COLUMNS)
    return f"[{'#' * filled}{'-' * (BAR_COLUMNS - filled)}] "


def _finite(value: float | None) -> float | None:
    """JSON has no infinity."""
    return round(value, 3) if value is not None and math.isfinite(value) else None


def so_far(done_bytes: int, total_bytes: int) -> str:
    """How much of a file was fetched."""
    done, total = messages.size_text(done_bytes), messages.size_text(total_bytes)
    return translate("commands", "{done} of {total}").format(done=done, total=total)
