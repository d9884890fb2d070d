"""The questions about unfinished work, as they are asked: every button, and what is said."""

from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QFileDialog, QInputDialog, QMessageBox, QWidget

from app.window import questions
from app.window.questions import Leaving
from engine.jobs.errors import UnfinishedWorkError, WorkProblem
from engine.jobs.options import Resume

OUTPUT = Path("/videos/holiday restored.mp4")


@pytest.fixture
def answer(qtbot):
    """Ask a question and press a button of it; its texts are kept in ``said``."""
    parent = QWidget()
    qtbot.addWidget(parent)
    said = []

    def ask(question, button, *facts):
        def press():
            box = QApplication.activeModalWidget()
            assert isinstance(box, QMessageBox)
            buttons = {found.text(): found for found in box.buttons()}
            said[:] = [box.text(), box.informativeText(), *buttons]
            if button is None:
                box.reject()
            else:
                buttons[button].click()

        QTimer.singleShot(0, press)
        return question(parent, *facts)

    ask.said = said
    return ask


def unfinished(reason, frames=1200):
    return UnfinishedWorkError(OUTPUT, reason, frames=frames, detail="threshold: 2.0 → 4.0")


@pytest.mark.parametrize(
    ("button", "expected"),
    [
        ("Pause it", Leaving.KEEP),
        ("Throw it away", Leaving.DISCARD),
        ("Go on restoring", Leaving.STAY),
        (None, Leaving.STAY),
    ],
)
def test_cancelling_keeps_discards_or_goes_on(answer, button, expected):
    assert answer(questions.ask_to_cancel, button, "tape.avi") is expected
    assert "tape.avi" in answer.said[0]


@pytest.mark.parametrize(
    ("button", "expected"), [("Pause it and quit", True), ("Keep restoring", False), (None, False)]
)
def test_quitting_pauses_or_does_not_happen(answer, button, expected):
    assert answer(questions.ask_to_quit, button, ["tape.avi"]) is expected


@pytest.mark.parametrize(
    ("button", "expected"), [("Go on restoring", True), ("Not now", False), (None, False)]
)
def test_an_interrupted_queue_goes_on_or_waits(answer, button, expected):
    assert answer(questions.ask_to_go_on, button, 2) is expected
    assert "2 clips are left" in answer.said[0]
    answer(questions.ask_to_go_on, button, 1)
    assert "1 clip is left" in answer.said[0]


@pytest.mark.parametrize("reason", WorkProblem)
def test_work_that_does_not_fit_is_kept_unless_told_otherwise(answer, reason):
    assert answer(questions.ask_about_work, "Start again", unfinished(reason)) is Resume.NEVER
    assert answer(questions.ask_about_work, "Leave it", unfinished(reason)) is None
    assert answer(questions.ask_about_work, None, unfinished(reason)) is None
    assert "--" not in " ".join(answer.said), "the window has no such options"
    assert "{" not in " ".join(answer.said)
    can_go_on = "Go on all the same" in answer.said
    assert can_go_on is (reason is WorkProblem.OTHER_PROGRAM)


def test_work_of_another_version_may_be_taken_further(answer):
    error = unfinished(WorkProblem.OTHER_PROGRAM)
    assert answer(questions.ask_about_work, "Go on all the same", error) is Resume.ALWAYS


def test_nothing_is_said_of_frames_that_cannot_be_counted(answer):
    answer(questions.ask_about_work, None, unfinished(WorkProblem.UNREADABLE, 0))
    assert answer.said[0] == "“holiday restored.mp4” was begun already."


@pytest.mark.parametrize(
    ("button", "chosen", "expected"),
    [
        ("Find the file…", "/new/tape.avi", Path("/new/tape.avi")),
        ("Find the file…", "", None),
        ("Not now", "/new/tape.avi", None),
        (None, "/new/tape.avi", None),
    ],
)
def test_a_missing_source_is_shown_or_left(answer, monkeypatch, button, chosen, expected):
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (chosen, ""))
    assert answer(questions.ask_for_source, button, "tape.avi", "/old") == expected
    assert "tape.avi" in answer.said[0]


@pytest.mark.parametrize(
    ("typed", "expected"),
    [(None, "Tape 2"), ("  The lake,   1994 ", "The lake, 1994"), ("", "")],
)
def test_a_group_is_named_by_what_is_chosen_or_typed(qtbot, typed, expected):
    parent = QWidget()
    qtbot.addWidget(parent)
    offered = []

    def act():
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, QInputDialog)
        offered[:] = dialog.comboBoxItems()
        if typed is not None:
            dialog.setTextValue(typed)
        dialog.accept()

    QTimer.singleShot(0, act)
    assert questions.ask_for_group(parent, ["Tape 1", "Tape 2"], "Tape 2") == expected
    assert offered == ["Tape 1", "Tape 2"]


def test_a_group_that_is_not_named_changes_nothing(qtbot):
    parent = QWidget()
    qtbot.addWidget(parent)
    QTimer.singleShot(0, lambda: QApplication.activeModalWidget().reject())
    assert questions.ask_for_group(parent, [], "") is None
