"""The pages of the help menu."""

import sys

from PySide6.QtCore import QProcess
from PySide6.QtWidgets import QApplication

from app.window import help_pages
from app.window.help_pages import LogDialog, ProblemDialog, ShortcutsDialog


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
