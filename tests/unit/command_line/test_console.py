"""The live line, and what replaces it where there is no terminal."""

from __future__ import annotations

import io
import sys
from pathlib import Path

import pytest

from app.command_line import console
from app.command_line.console import Lines, ProgressLine, progress_text
from app.text.clock import clock
from engine.jobs.events import Peer, PeersSeen, PeerState, Progressed, Summary


class Terminal(io.StringIO):
    """Remembers what was written, and can say what would be seen."""

    def isatty(self) -> bool:
        return True

    def seen(self) -> list[str]:
        lines = []
        for line in self.getvalue().split("\n"):
            cells: dict[int, str] = {}
            for part in line.split("\r"):
                cells |= dict(enumerate(part))
            lines.append("".join(cells.values()).rstrip())
        return lines


@pytest.fixture(autouse=True)
def without_waiting(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(console, "LIVE_SECONDS", 0.0)


def test_a_shorter_line_leaves_nothing_of_the_longer_one() -> None:
    terminal = Terminal()
    line = ProgressLine(terminal)
    line.show(0.5, "a long state of things")
    line.show(1.0, "short")
    assert terminal.seen() == [f"[{'#' * 24}] short"]


def test_other_lines_stay_above_the_live_one() -> None:
    terminal = Terminal()
    line = ProgressLine(terminal)
    line.show(None, "working")
    line.say("look")
    line.show(None, "working on")
    line.clear()
    line.say("done")
    assert terminal.seen() == ["look", "done", ""]


def test_the_live_line_never_wraps(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "40")
    terminal = Terminal()
    ProgressLine(terminal).show(0.25, "x" * 200)
    assert len(terminal.seen()[0]) == 39


def test_without_a_terminal_only_every_tenth_is_printed() -> None:
    stream = io.StringIO()
    line = ProgressLine(stream)
    for percent in range(1, 101):
        line.show(percent / 100, f"{percent} %")
    assert stream.getvalue().split(" %\n") == ["1", *(str(10 * i) for i in range(1, 11)), ""]


def progressed(**changes: object) -> Progressed:
    fields: dict[str, object] = {
        "frames_done": 40,
        "frames_total": 96,
        "frames_per_second": 3.14159,
        "seconds_left": 17.8,
        "mean_passes": 1.0,
    }
    return Progressed(**fields | changes)  # type: ignore[arg-type]


def test_progress_in_words() -> None:
    assert progress_text(progressed()) == "41 %, frame 40 of 96, 3.14 frames/s, 0:18 left"
    assert progress_text(progressed(frames_total=39)).startswith("100 %, frame 40 of 40")
    unknown = progressed(frames_total=None, seconds_left=None)
    assert progress_text(unknown) == "frame 40, 3.14 frames/s"
    assert "left" not in progress_text(progressed(seconds_left=float("inf")))


@pytest.mark.parametrize(
    ("seconds", "text"), [(0, "0:00"), (59.6, "1:00"), (3599, "59:59"), (3725, "1:02:05")]
)
def test_durations(seconds: float, text: str) -> None:
    assert clock(seconds) == text


def test_films_that_are_shown_in_turns_are_named_and_each_is_shown_now_and_then() -> None:
    stream = io.StringIO()
    line = ProgressLine(stream)
    for done in (0.0, 0.05, 0.2):
        for name in ("one.avi", "two.avi"):
            line.show(done, f"{100 * done:.0f} %", name)
    assert stream.getvalue().splitlines() == [
        "one.avi: 0 %",
        "two.avi: 0 %",
        "one.avi: 20 %",
        "two.avi: 20 %",
    ]


def test_a_finished_file_is_in_the_log_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    raw = io.BytesIO()
    log = io.TextIOWrapper(raw)  # as a file or a pipe: what is not flushed waits
    monkeypatch.setattr(sys, "stdout", log)
    Lines().finished(Summary(output=Path("a restored.mp4"), frames=3, seconds=1.0, mean_passes=0.0))
    assert b"a restored.mp4" in raw.getvalue()


def test_other_computers_are_named_when_they_come(capsys: pytest.CaptureFixture[str]) -> None:
    def seen(*names: str) -> PeersSeen:
        return PeersSeen(
            tuple(
                Peer(
                    name=name,
                    is_this_computer=name == "here",
                    state=PeerState.WORKING,
                    frames=0,
                    frames_per_second=0.0,
                    share=0.0,
                )
                for name in names
            )
        )

    lines = Lines()
    for names in (("here",), ("here", "attic"), ("here", "attic"), ("here",), ("here", "attic")):
        lines.event(seen(*names))
    assert capsys.readouterr().err.splitlines() == ["homereel: attic has joined."] * 2
