"""The page about the program: its parts, and the texts of their licences."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QPlainTextEdit,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from app.window.answer import ask
from engine.background.intake_thread import Intake
from engine.installation.newest import installed_version
from engine.installation.parts import Part, packed_folder, parts


class AboutDialog(QDialog):
    """Lists every part of the program; the files are read by the intake's thread."""

    def __init__(self, intake: Intake, parent: QWidget) -> None:
        super().__init__(parent)
        self._intake = intake
        self._parts: list[Part] = []
        self.setWindowTitle(self.tr("About Homereel"))
        self.resize(860, 600)
        self.introduction = QLabel(self._introduction(), self)
        self.introduction.setWordWrap(True)
        self.list = QListWidget(self)
        self.list.setAccessibleName(self.tr("Parts"))
        self.list.setSpacing(2)
        self.text = QPlainTextEdit(self)
        self.text.setReadOnly(True)
        self.text.setAccessibleName(self.tr("Licence"))
        split = QSplitter(Qt.Orientation.Horizontal, self)
        split.addWidget(self.list)
        split.addWidget(self.text)
        split.setStretchFactor(1, 1)
        split.setSizes([280, 560])
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setSpacing(10)
        column.addWidget(self.introduction)
        column.addWidget(split, 1)
        column.addWidget(buttons)
        self.list.currentRowChanged.connect(self.on_row_changed)
        ask(intake, "list parts", parts, self.show_parts)

    def show_parts(self, found: Sequence[Part]) -> None:
        """List the parts."""
        self._parts = list(found)
        for part in self._parts:
            item = QListWidgetItem(f"{part.name} {part.version}".strip())
            item.setToolTip(part.licence)
            self.list.addItem(item)
        self.list.setCurrentRow(0)

    def on_row_changed(self, row: int) -> None:
        """Another part is selected."""
        if 0 <= row < len(self._parts):
            part = self._parts[row]
            ask(self._intake, "read licence", lambda: (part, part.text()), self.show_text)

    def show_text(self, read: tuple[Part, str]) -> None:
        """Show the texts of the licence of a part, if it is still selected."""
        part, text = read
        row = self.list.currentRow()
        if 0 <= row < len(self._parts) and self._parts[row] is part:
            text = text or self.tr("This part brings no text of its licence.")
            self.text.setPlainText("\n\n".join(filter(None, (part.licence, text))))

    def _introduction(self) -> str:
        text = self.tr(
            "<b>Homereel {version}</b> restores old family videos on your own computer, with"
            " RealBasicVSR (Chan et al., arXiv:2111.12704) and networks like it. Its own code is"
            " under the Apache License 2.0."
        )
        if packed_folder() is not None:
            text += " " + self.tr(
                "This package as a whole is under the GNU General Public License 3 or later, since"
                " it contains FFmpeg with x264 and x265."
            )
        return text.format(version=installed_version())
