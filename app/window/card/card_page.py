"""The page about the graphics card: what was found, and fetching PyTorch's build for it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QLabel,
    QProgressBar,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from app.text.card_wording import can_fetch, card_sentence, fetch_label, fetching_sentence
from app.text.messages import size_text
from engine.installation.runtimes import CardReport

_PERMILLE = 1000
_WIDTH = 520


class CardPage(QDialog):
    """Shows the card, and how far the build for it has arrived; nothing is fetched unasked.

    Signals:
        fetch_wanted(): fetch the build for the card, or go on.
        cancel_wanted(): stop fetching it.
        remove_wanted(): use the processor again, and delete what was fetched.
    """

    fetch_wanted = Signal()
    cancel_wanted = Signal()
    remove_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Graphics card"))
        self.setModal(False)
        self.text, self.details, self.remark = (self._label() for _ in range(3))
        self.details.setObjectName("muted")
        self.text.setText(self.tr("Looking for graphics cards…"))
        self.progress = QProgressBar(self)
        self.progress.setRange(0, _PERMILLE)
        self.progress.setAccessibleName(self.tr("Fetched"))
        self.fetch = QPushButton(self)
        self.fetch.setObjectName("primary")
        self.cancel = QPushButton(self.tr("Cancel"), self)
        self.remove = QPushButton(self.tr("Use the processor again"), self)
        self.remove.setToolTip(self.tr("Deletes what was fetched for the card"))
        self.fetch.clicked.connect(self.fetch_wanted)
        self.cancel.clicked.connect(self.cancel_wanted)
        self.remove.clicked.connect(self.remove_wanted)
        self._lay_out()

    def show_report(self, report: CardReport | None, *, is_busy: bool) -> None:
        """Show what is known about the card, while its build is fetched or not."""
        self.progress.setVisible(is_busy)
        self.cancel.setVisible(is_busy)
        self.cancel.setEnabled(True)
        self.fetch.setVisible(report is not None and can_fetch(report) and not is_busy)
        self.remove.setVisible(report is not None and report.active is not None and not is_busy)
        if report is not None:
            self.text.setText(card_sentence(report))
            self.details.setText(fetching_sentence(report))
            self.details.setVisible(bool(self.details.text()))
            self.fetch.setText(fetch_label(report))

    def show_progress(self, done_bytes: int, total_bytes: int) -> None:
        """Show how much has arrived; when all has, it is unpacked and tested."""
        self.progress.setValue(_PERMILLE * done_bytes // max(total_bytes, 1))
        text = f"{size_text(done_bytes)} / {size_text(total_bytes)}"
        if done_bytes >= total_bytes:
            text = self.tr("Unpacking and testing it; this takes some minutes…")
        self.progress.setFormat(text)

    def _label(self) -> QLabel:
        label = QLabel(self)
        label.setWordWrap(True)
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        return label

    def _lay_out(self) -> None:
        closing = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        closing.rejected.connect(self.reject)
        buttons = QHBoxLayout()
        for button in (self.fetch, self.cancel, self.remove):
            buttons.addWidget(button)
        buttons.addStretch(1)
        buttons.addWidget(closing)
        column = QVBoxLayout(self)
        column.setSpacing(12)
        for label in (self.text, self.details):
            column.addWidget(label)
        column.addWidget(self.progress)
        column.addWidget(self.remark)
        column.addStretch(1)
        column.addLayout(buttons)
        self.setMinimumWidth(_WIDTH)
