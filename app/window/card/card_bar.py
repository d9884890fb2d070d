"""The line at the foot of the window about a graphics card that is not used yet."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QWidget

from app.text.card_wording import card_sentence, fetch_label
from engine.installation.runtimes import CardReport


class CardBar(QFrame):
    """Offers PyTorch's build for the card, until it is there or not wanted.

    Signals:
        fetch_wanted(): fetch it.
        refused(): do not offer it again.
    """

    fetch_wanted = Signal()
    refused = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("foot")
        self.text = QLabel(self)
        self.text.setWordWrap(True)
        self.text.setTextFormat(Qt.TextFormat.PlainText)
        self.fetch = QPushButton(self)
        self.refuse = QPushButton(self.tr("Not now"), self)
        self.refuse.setToolTip(self.tr("“Clips, Graphics card” offers it later"))
        self.fetch.clicked.connect(self.fetch_wanted)
        self.refuse.clicked.connect(self.refused)
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 8, 14, 8)
        row.setSpacing(14)
        row.addWidget(self.text, 1)
        row.addWidget(self.fetch)
        row.addWidget(self.refuse)
        self.hide()

    def offer(self, report: CardReport) -> None:
        """Show the offer for a card."""
        self.text.setText(card_sentence(report))
        self.fetch.setText(fetch_label(report))
        self.show()
