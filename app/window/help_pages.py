"""Pages of the help menu: shortcuts, the log, and a report of a problem."""

from __future__ import annotations

import getpass
import logging
import platform
from collections.abc import Callable, Iterable
from pathlib import Path

import platformdirs
from PySide6.QtCore import QProcess
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QDialogButtonBox,
    QLabel,
    QMenu,
    QMenuBar,
    QPlainTextEdit,
    QPushButton,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from app.text.without_names import without_names
from app.window.answer import ask
from engine.background.intake_thread import Intake
from engine.running.child_process import child_command

MOST_LOG_BYTES = 200_000
_MOST_KEYS = 2
"""Of one action; some systems know four for one."""

log = logging.getLogger(__name__)


def log_file() -> Path:
    """Return the file of the log."""
    return platformdirs.user_log_path("homereel", appauthor=False) / "homereel.log"


def shortcuts_of(bar: QMenuBar) -> list[tuple[str, str]]:
    """Return what each key of the menus does: key and action, in the order of the menus."""
    found = []
    for menu in bar.actions():
        inner = menu.menu()
        actions = inner.actions() if isinstance(inner, QMenu) else []
        for action in actions:
            keys = [k.toString(QKeySequence.SequenceFormat.NativeText) for k in action.shortcuts()]
            if keys:
                found.append((", ".join(list(dict.fromkeys(keys))[:_MOST_KEYS]), _plain(action)))
    return found


def _plain(action: QAction) -> str:
    return action.text().partition(":")[0].replace("&", "").removesuffix("…")


class ShortcutsDialog(QDialog):
    """Lists all keys."""

    def __init__(self, bar: QMenuBar, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Keys"))
        self.resize(460, 560)
        rows = [
            *shortcuts_of(bar),
            ("O", self.tr("Hold for the original")),
            ("← →", self.tr("On the timeline: a second back or forth; ten with Shift")),
        ]
        self.table = QTableWidget(len(rows), 2, self)
        self.table.setAccessibleName(self.tr("Keys"))
        self.table.setHorizontalHeaderLabels([self.tr("Key"), self.tr("What it does")])
        self.table.setEditTriggers(QTableWidget.EditTrigger.NoEditTriggers)
        self.table.setTabKeyNavigation(False)
        self.table.setShowGrid(False)
        self.table.verticalHeader().hide()
        self.table.horizontalHeader().setStretchLastSection(True)
        for number, texts in enumerate(rows):
            for place, text in enumerate(texts):
                self.table.setItem(number, place, QTableWidgetItem(text))
        self.table.resizeColumnToContents(0)
        box = QVBoxLayout(self)
        box.addWidget(self.table)
        box.addWidget(_closing(self))


class TextDialog(QDialog):
    """Shows a text that can be selected and copied."""

    def __init__(self, title: str, introduction: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.resize(720, 520)
        words = QLabel(introduction, self)
        words.setWordWrap(True)
        self.text = QPlainTextEdit(self)
        self.text.setReadOnly(True)
        self.text.setAccessibleName(title)
        self.text.setPlainText(self.tr("One moment…"))
        self.text.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        self.buttons = _closing(self)
        self.copy = QPushButton(self.tr("&Copy"), self)
        self.buttons.addButton(self.copy, QDialogButtonBox.ButtonRole.ActionRole)
        self.copy.clicked.connect(self.on_copy)
        column = QVBoxLayout(self)
        column.addWidget(words)
        column.addWidget(self.text, 1)
        column.addWidget(self.buttons)

    def show_text(self, text: str) -> None:
        """Show the text, from its end: that is what happened last."""
        self.text.setPlainText(text)
        bar = self.text.verticalScrollBar()
        bar.setValue(bar.maximum())

    def on_copy(self) -> None:
        """Put the whole text into the clipboard."""
        QApplication.clipboard().setText(self.text.toPlainText())


class LogDialog(TextDialog):
    """Shows the end of the log; it is read by the intake's thread."""

    def __init__(self, intake: Intake, parent: QWidget) -> None:
        introduction = self.tr("What went wrong, the latest at the end. It stays on this computer.")
        super().__init__(self.tr("Log"), introduction, parent)
        nothing, path = self.tr("Nothing went wrong so far."), log_file()
        ask(intake, "read log", lambda: _end_of(path) or nothing, self.show_text)


class ProblemDialog(TextDialog):
    """Shows what belongs into a report of a problem, without names.

    Args:
        paths: files of the user, which are left out.
        parent: the window.
        command: prints the page about this installation.
    """

    def __init__(
        self,
        paths: Iterable[str],
        parent: QWidget,
        *,
        command: Callable[[], list[str]] = lambda: child_command("doctor"),
    ) -> None:
        introduction = self.tr(
            "This page about your computer helps to find the fault. Names of people, files and"
            " folders are left out; read it, copy it, and say what you did and what happened."
        )
        super().__init__(self.tr("Report a problem"), introduction, parent)
        self._paths = list(paths)
        self._process, self._printed = QProcess(self), bytearray()
        self._process.finished.connect(self.on_finished)
        self._process.errorOccurred.connect(self.on_finished)
        program, *arguments = command()
        self._process.start(program, arguments)

    def on_finished(self) -> None:
        """The page about this installation is there."""
        # A program that crashes tells it twice; what it has printed is there the first time only.
        self._printed += self._process.readAllStandardOutput().data()
        printed = bytes(self._printed).decode(errors="replace")
        if not printed.strip():
            printed = self.tr("This page cannot be made ({reason}).")
            printed = printed.format(reason=self._process.errorString())
        names = [getpass.getuser(), platform.node(), Path.home().name]
        self.show_text(without_names(printed, names=names, paths=self._paths))
        self.text.verticalScrollBar().setValue(0)

    def done(self, result: int) -> None:
        """Close, and do not wait for the page."""
        self._process.finished.disconnect()
        self._process.errorOccurred.disconnect()
        self._process.kill()
        self._process.waitForFinished(1000)
        super().done(result)


def _end_of(path: Path) -> str:
    try:
        return path.read_bytes()[-MOST_LOG_BYTES:].decode(errors="replace")
    except FileNotFoundError:
        return ""
    except OSError as error:
        log.info("the log cannot be read: %s", error)
        return str(error.strerror)


def _closing(dialog: QDialog) -> QDialogButtonBox:
    buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, dialog)
    buttons.rejected.connect(dialog.reject)
    return buttons
