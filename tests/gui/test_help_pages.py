"""The pages of the help menu."""

import json
import sys
import threading

import pytest
import shiboken6
from PySide6.QtCore import QProcess
from PySide6.QtWidgets import QApplication, QDialog

from app.window import about, help_pages, pages
from app.window.about import AboutDialog
from app.window.help_pages import LogDialog, ProblemDialog, ShortcutsDialog
from app.window.newest import NewestDialog
from engine.installation.parts import Part


def test_all_keys_are_listed(window):
    window.menus.shortcuts.trigger()
    table = window.findChild(ShortcutsDialog).table
    keys = {table.item(row, 0).text(): table.item(row, 1).text() for row in range(table.rowCount())}
    assert next(name for key, name in keys.items() if "Ctrl+Z" in key.split(", ")) == "Undo"
    assert keys["Alt+Home"] == "To the top"
    assert keys["F1"] == "Keys"
    assert "&" not in "".join(keys.values())


def test_the_log_is_shown_and_copied(window, qtbot, tmp_path, monkeypatch):
    monkeypatch.setattr(help_pages, "log_file", lambda: tmp_path / "homereel.log")
    window.menus.show_log.trigger()
    dialog = window.findChild(LogDialog)
    qtbot.waitUntil(lambda: "Nothing went wrong" in dialog.text.toPlainText())
    dialog.close()
    (tmp_path / "homereel.log").write_bytes(b"x" * help_pages.MOST_LOG_BYTES + b"\nthe end")
    again = LogDialog(window._intake, window)
    qtbot.waitUntil(lambda: again.text.toPlainText().endswith("the end"))
    again.copy.click()
    assert QApplication.clipboard().text().endswith("the end")


def test_about_lists_every_part_with_its_licence(window, qtbot, monkeypatch, tmp_path):
    (tmp_path / "x264.txt").write_text("GNU GENERAL PUBLIC LICENSE")
    found = [
        Part(name="Homereel", version="1.2", licence="Apache-2.0", texts=()),
        Part(name="x264", version="", licence="GPL-2.0", texts=(tmp_path / "x264.txt",)),
    ]
    monkeypatch.setattr(about, "parts", lambda: found)
    window.menus.about.trigger()
    dialog = window.findChild(AboutDialog)
    qtbot.waitUntil(lambda: dialog.list.count() == 2)
    qtbot.waitUntil(lambda: "brings no text" in dialog.text.toPlainText())
    assert "General Public" not in dialog.introduction.text()
    dialog.list.setCurrentRow(1)
    qtbot.waitUntil(lambda: "GNU GENERAL" in dialog.text.toPlainText())
    assert dialog.text.toPlainText().startswith("GPL-2.0\n")
    assert [dialog.list.item(row).text() for row in range(2)] == ["Homereel 1.2", "x264"]


def test_a_page_may_be_closed_before_its_answer_is_there(window, qtbot, monkeypatch, caplog):
    may_answer, has_answered = threading.Event(), threading.Event()

    def slow():
        may_answer.wait(5)
        has_answered.set()
        return [Part(name="Homereel", version="1.2", licence="Apache-2.0", texts=())]

    monkeypatch.setattr(about, "parts", slow)
    dialog = AboutDialog(window._intake, window)
    shiboken6.delete(dialog)
    may_answer.set()
    qtbot.waitUntil(has_answered.is_set)
    later = AboutDialog(window._intake, window)  # answered after the first one
    qtbot.waitUntil(lambda: later.list.count() == 1)
    assert not caplog.records


def test_a_package_is_under_the_gpl_as_a_whole(window, monkeypatch, tmp_path):
    monkeypatch.setattr(about, "packed_folder", lambda: tmp_path)
    monkeypatch.setattr(about, "parts", list)
    dialog = AboutDialog(window._intake, window)
    assert "General Public License 3" in dialog.introduction.text()


def answer(told):
    return lambda: [sys.executable, "-c", f"print({json.dumps(told)!r})"]


def test_a_newer_version_is_shown_with_its_page(window, qtbot):
    opened = []
    told = {"told": "Homereel 2.0 is there", "page": "https://h/new", "is_newer": True}
    dialog = NewestDialog(window, command=answer(told), open_page=opened.append)
    dialog.show()
    assert not dialog.open_button.isVisible()
    qtbot.waitUntil(lambda: dialog.text.text() == "Homereel 2.0 is there")
    dialog.open_button.click()
    assert opened == ["https://h/new"]
    dialog.close()


def test_the_newest_version_has_no_page_to_open(window, qtbot):
    told = {"told": "This is the newest", "page": "https://h/new", "is_newer": False}
    dialog = NewestDialog(window, command=answer(told))
    qtbot.waitUntil(lambda: dialog.text.text() == "This is the newest")
    assert not dialog.open_button.isVisibleTo(dialog)
    dialog.close()


def test_nobody_could_be_asked(window, qtbot):
    program = "import sys; sys.exit('homereel: h could not be asked')"
    dialog = NewestDialog(window, command=lambda: [sys.executable, "-c", program])
    qtbot.waitUntil(lambda: dialog.text.text() == "h could not be asked")
    dialog.close()
    waiting = [sys.executable, "-c", "import time; time.sleep(60)"]
    never = NewestDialog(window, command=lambda: waiting)
    never.show()
    never.close()
    assert never._process.state() is QProcess.ProcessState.NotRunning


def test_nobody_is_asked_before_the_menu_is_used(window, monkeypatch):
    asked = []

    def make(parent):
        asked.append(parent)
        return QDialog(parent)

    monkeypatch.setattr(pages, "NewestDialog", make)
    assert asked == []
    window.menus.newest.trigger()
    assert asked == [window]


def test_a_report_tells_no_names(window, qtbot, tmp_path):
    tape = str(tmp_path / "Wedding of Anna.avi")
    command = [sys.executable, "-c", f"print('torch 2.13, models: {tape}')"]
    dialog = ProblemDialog([tape], window, command=lambda: command)
    qtbot.waitUntil(lambda: "torch" in dialog.text.toPlainText())
    assert dialog.text.toPlainText() == "torch 2.13, models: <path>.avi\n"
    dialog.close()


def test_a_report_that_is_closed_at_once_leaves_no_process(window):
    command = [sys.executable, "-c", "import time; time.sleep(60)"]
    dialog = ProblemDialog([], window, command=lambda: command)
    dialog.show()
    dialog.close()
    assert dialog._process.state() is QProcess.ProcessState.NotRunning


@pytest.mark.parametrize(
    ("program", "told"),
    [
        ("print('torch 2.13', flush=True); import os; os.abort()", "torch"),
        ("import os; os.abort()", "cannot be made"),
    ],
)
def test_a_report_of_a_program_that_crashes_is_not_empty(window, qtbot, program, told):
    command = [sys.executable, "-c", program]
    dialog = ProblemDialog([], window, command=lambda: command)
    finished = []
    dialog._process.finished.connect(lambda *_: finished.append(True))
    qtbot.waitUntil(lambda: bool(finished))
    assert told in dialog.text.toPlainText()
    dialog.close()


def test_a_report_that_cannot_be_made_says_so(window, qtbot):
    dialog = ProblemDialog([], window, command=lambda: ["/no/such/program"])
    qtbot.waitUntil(lambda: "cannot be made" in dialog.text.toPlainText())
    dialog.close()
