"""The page that says whether there is a newer version."""

from __future__ import annotations

import json
from collections.abc import Callable

from PySide6.QtCore import QProcess, Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QPushButton, QVBoxLayout, QWidget
from typing_extensions import override

from engine.running.child_process import child_command


class NewestDialog(QDialog):
    """Asks for the newest version in a process of its own, and shows the answer.

    Args:
        parent: the window.
        command: asks, and prints the answer as JSON.
        open_page: opens an address in the browser.
    """

    def __init__(
        self,
        parent: QWidget,
        *,
        command: Callable[[], list[str]] = lambda: child_command("newest", "--json"),
        open_page: Callable[[str], object] = lambda page: QDesktopServices.openUrl(QUrl(page)),
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("New version"))
        self.setMinimumWidth(420)
        self._page, self._open_page = "", open_page
        self.text = QLabel(self.tr("Asking for the newest version…"), self)
        self.text.setWordWrap(True)
        self.text.setTextFormat(Qt.TextFormat.PlainText)
        self.open_button = QPushButton(self.tr("&Open its page"), self)
        self.open_button.clicked.connect(lambda: self._open_page(self._page))
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        buttons.addButton(self.open_button, QDialogButtonBox.ButtonRole.ActionRole)
        self.open_button.hide()
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.addWidget(self.text)
        column.addStretch(1)
        column.addWidget(buttons)
        self._process = QProcess(self)
        self._process.finished.connect(self.on_finished)
        self._process.errorOccurred.connect(self.on_finished)
        program, *arguments = command()
        self._process.start(program, arguments)

    def on_finished(self) -> None:
        """There is an answer, or nobody could be asked."""
        printed = bytes(self._process.readAllStandardOutput().data()).decode(errors="replace")
        try:
            told = json.loads(printed)
        except ValueError:
            reason = bytes(self._process.readAllStandardError().data()).decode(errors="replace")
            text = reason.strip().removeprefix("homereel: ")
            self.text.setText(text or self.tr("The newest version could not be found out."))
            return
        self._page = told["page"] if told["is_newer"] else ""
        self.text.setText(told["told"])
        self.open_button.setVisible(bool(self._page))

    @override
    def done(self, result: int) -> None:
        """Close, and do not wait for the answer."""
        self._process.finished.disconnect()
        self._process.errorOccurred.disconnect()
        self._process.kill()
        self._process.waitForFinished(1000)
        super().done(result)
