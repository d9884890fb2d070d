"""The foot of the window: the sentence that says what will happen, and passing remarks."""

from __future__ import annotations

import re

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QSizePolicy, QWidget
from typing_extensions import override

from app.window.telling import announce

NOTICE_MS = 8000
_BREAKS = re.compile(r"[/\\]")
_LEAST_SENTENCE_WIDTH, _MOST_WORD_WIDTH = 160, 600
"""Pixels: of the sentence, and of a path in it that is not broken."""


class _Sentence(QLabel):
    """Takes the room that there is, however long the paths in it are."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        policy = self.sizePolicy()
        policy.setHorizontalPolicy(QSizePolicy.Policy.Ignored)
        self.setSizePolicy(policy)
        self.setMinimumWidth(_LEAST_SENTENCE_WIDTH)

    @override
    def setText(self, text: str) -> None:
        super().setText(_breakable(text, self.fontMetrics(), _MOST_WORD_WIDTH))


def _breakable(text: str, metrics: QFontMetrics, room: int) -> str:
    """Let words that are wider than ``room`` be broken after the marks between folders."""

    def broken(word: re.Match[str]) -> str:
        is_wide = metrics.horizontalAdvance(word[0]) > room
        return _BREAKS.sub("\\g<0>\u200b", word[0]) if is_wide else word[0]

    return re.sub(r"\S+", broken, text)


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
        self.sentence, self.notice = _Sentence(self), QLabel(self)
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
        self._show_notice("\n".join(self._said))
        announce(self.notice, text)
        self._timer.start()

    def _show_notice(self, text: str) -> None:
        """Show a text in one line each, or where that takes over half of the foot, in several."""
        room, width_of = self.width() // 2, self.notice.fontMetrics().horizontalAdvance
        is_long = any(width_of(line) > room for line in text.split("\n"))
        self.notice.setWordWrap(is_long)
        self.notice.setMinimumWidth(room if is_long else 0)
        self.notice.setText(_breakable(text, self.notice.fontMetrics(), room))
        self.notice.show()

    def on_time_over(self) -> None:
        """Show no remark any more."""
        self._said = []
        self.notice.hide()
