"""The foot of the window: the sentence that says what will happen, and passing remarks."""

from __future__ import annotations

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QWidget

from app.window.telling import announce

NOTICE_MS = 8000


class Foot(QFrame):
    """Shows one sentence, next to it remarks that go away, and what can be done with a file.

    Signals:
        playing_wanted(): play the finished file.
        folder_wanted(): show where it is.
    """

    playing_wanted = Signal()
    folder_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("foot")
        self.sentence, self.notice = QLabel(self), QLabel(self)
        self.sentence.setObjectName("sentence")
        self.sentence.setWordWrap(True)
        self.notice.setObjectName("notice")
        self.notice.hide()
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 8, 14, 8)
        row.setSpacing(14)
        row.addWidget(self.sentence, 1)
        row.addWidget(self.notice)
        self._buttons = []
        for text, wanted in (
            (self.tr("Play it"), self.playing_wanted),
            (self.tr("Show its folder"), self.folder_wanted),
        ):
            button = QPushButton(text, self)
            button.clicked.connect(wanted)
            button.hide()
            row.addWidget(button)
            self._buttons.append(button)
        self._said: list[str] = []
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(NOTICE_MS)
        self._timer.timeout.connect(self.on_time_over)

    def offer_file(self, is_there: bool) -> None:
        """Offer to play a finished file, and to show where it is."""
        for button in self._buttons:
            button.setVisible(is_there)

    def say(self, text: str) -> None:
        """Show a remark for some seconds, below the one before that is still shown."""
        self._said = [*(said for said in self._said[-1:] if said != text), text]
        self.notice.setText("\n".join(self._said))
        self.notice.show()
        announce(self.notice, text)
        self._timer.start()

    def on_time_over(self) -> None:
        """Show no remark any more."""
        self._said = []
        self.notice.hide()
