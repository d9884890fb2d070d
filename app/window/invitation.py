"""What the window shows before there are clips."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget
from typing_extensions import override

from app.window import theme

ICON_SIDE = 88


class Invitation(QWidget):
    """Invites to drop videos, and lights up while something is held over the window.

    Signals:
        files_wanted(): open the file dialog.
        folder_wanted(): open the folder dialog.
    """

    files_wanted = Signal()
    folder_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._is_lit = False
        picture = QLabel(self)
        picture.setPixmap(theme.app_icon().pixmap(QSize(ICON_SIDE, ICON_SIDE)))
        picture.setAlignment(Qt.AlignmentFlag.AlignCenter)
        title = QLabel(self.tr("Drop your home videos here"), self)
        font = title.font()
        font.setPointSizeF(font.pointSizeF() * 1.7)
        font.setWeight(font.Weight.DemiBold)
        title.setFont(font)
        text = QLabel(
            self.tr(
                "Files or whole folders, in any format. Your originals are never changed,\n"
                "and nothing leaves this computer."
            ),
            self,
        )
        text.setObjectName("muted")
        text.setWordWrap(True)
        self._verdict = QLabel(self)
        self._verdict.setObjectName("muted")
        self._verdict.setWordWrap(True)
        for label in (title, text, self._verdict):
            label.setAlignment(Qt.AlignmentFlag.AlignCenter)
        column = QVBoxLayout(self)
        column.setSpacing(14)
        column.addStretch(2)
        column.addWidget(picture)
        column.addSpacing(6)
        column.addWidget(title)
        column.addWidget(text)
        column.addSpacing(10)
        column.addLayout(self._make_buttons())
        column.addSpacing(10)
        column.addWidget(self._verdict)
        column.addStretch(3)

    @property
    def verdict(self) -> str:
        """What is said about this computer."""
        return self._verdict.text()

    def set_verdict(self, text: str) -> None:
        """Say what this computer can do."""
        self._verdict.setText(text)

    def set_lit(self, is_lit: bool) -> None:
        """Show that a drop is welcome."""
        self._is_lit = is_lit
        self.update()

    def _make_buttons(self) -> QHBoxLayout:
        files = QPushButton(self.tr("Add files…"), self)
        files.setObjectName("primary")
        files.clicked.connect(self.files_wanted)
        self.setFocusProxy(files)
        folder = QPushButton(self.tr("Add a folder…"), self)
        folder.clicked.connect(self.folder_wanted)
        row = QHBoxLayout()
        row.setSpacing(10)
        row.addStretch(1)
        row.addWidget(files)
        row.addWidget(folder)
        row.addStretch(1)
        return row

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        tones = theme.colours()
        pen = QPen(QColor(tones.accent if self._is_lit else tones.line), 2)
        pen.setStyle(Qt.PenStyle.DashLine)
        pen.setDashPattern([5, 4])
        painter.setPen(pen)
        if self._is_lit:
            painter.setBrush(QColor(tones.selection))
        painter.drawRoundedRect(self.rect().adjusted(24, 24, -24, -24), 16, 16)
