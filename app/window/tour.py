"""A short tour: five pages with a picture and two sentences; shown once, and from the help menu."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from app.text.language import translate
from app.text.messages import translated
from app.window.tour_pictures import TourPicture
from engine.jobs.translation import QT_TRANSLATE_NOOP

PAGES = (
    (
        QT_TRANSLATE_NOOP("Tour", "Drop your tapes"),
        QT_TRANSLATE_NOOP(
            "Tour",
            "Drag files or whole folders onto the window, in any format. Your originals are never"
            " changed, and nothing leaves this computer.",
        ),
    ),
    (
        QT_TRANSLATE_NOOP("Tour", "Try a moment"),
        QT_TRANSLATE_NOOP(
            "Tour",
            "“Preview” restores the marked part for a second and shows it beside the original. Drag"
            " the frame over a face; hold O to see the original.",
        ),
    ),
    (
        QT_TRANSLATE_NOOP("Tour", "Choose a look"),
        QT_TRANSLATE_NOOP(
            "Tour",
            "Say what kind of video it is, then move the slider between smooth and detailed."
            " “Looks” shows several side by side: click the one you like.",
        ),
    ),
    (
        QT_TRANSLATE_NOOP("Tour", "All of it, or your best minutes"),
        QT_TRANSLATE_NOOP(
            "Tour",
            "Click on the timeline and choose “Start here” and “End here” if you don't want the"
            " whole tape. It can be several parts, joined in one file.",
        ),
    ),
    (
        QT_TRANSLATE_NOOP("Tour", "Let it work overnight"),
        QT_TRANSLATE_NOOP(
            "Tour",
            "“Restore all” goes through the list. You can pause, close the window or switch the"
            " computer off: what is finished is kept, and it goes on from there.",
        ),
    ),
)
"""Title and text of each page; the pictures are drawn by `tour_pictures`."""


class Tour(QDialog):
    """Leads through the pages; it can be left at any of them."""

    def __init__(self, parent: QWidget | None) -> None:
        super().__init__(parent)
        self.setWindowTitle(translate("Tour", "A short tour"))
        self.page = 0
        self.picture = TourPicture(self)
        self.title, self.text, self._place = QLabel(self), QLabel(self), QLabel(self)
        font = self.title.font()
        font.setPointSizeF(font.pointSizeF() * 1.4)
        font.setWeight(font.Weight.DemiBold)
        self.title.setFont(font)
        self.text.setWordWrap(True)
        self.text.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.MinimumExpanding)
        self.text.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.text.setMinimumHeight(4 * self.fontMetrics().lineSpacing())
        self._place.setObjectName("muted")
        self.skip = QPushButton(translate("Tour", "&Skip"), self)
        self.back = QPushButton(translate("Tour", "&Back"), self)
        self.next = QPushButton(self)
        self.next.setObjectName("primary")
        self.next.setDefault(True)
        self.skip.clicked.connect(self.reject)
        self.back.clicked.connect(lambda: self.show_page(self.page - 1))
        self.next.clicked.connect(self.on_next)
        row = QHBoxLayout()
        row.addWidget(self.skip)
        row.addStretch(1)
        row.addWidget(self._place)
        row.addStretch(1)
        row.addWidget(self.back)
        row.addWidget(self.next)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 20, 20, 16)
        column.setSpacing(12)
        column.addWidget(self.picture)
        column.addWidget(self.title)
        column.addWidget(self.text, 1)
        column.addLayout(row)
        self.show_page(0)
        self.next.setFocus()

    def show_page(self, number: int) -> None:
        """Show a page, counted from 0."""
        self.page = number
        title, text = (translated(words, "Tour") for words in PAGES[number])
        self.title.setText(title)
        self.text.setText(text)
        self.picture.show_page(number)
        self.picture.setAccessibleName(title)
        place = translate("Tour", "{number} of {count}")
        self._place.setText(place.format(number=number + 1, count=len(PAGES)))
        is_last = number == len(PAGES) - 1
        self.back.setEnabled(number > 0)
        self.skip.setVisible(not is_last)
        done, onwards = translate("Tour", "&Begin"), translate("Tour", "&Next")
        self.next.setText(done if is_last else onwards)

    def on_next(self) -> None:
        """Go to the next page, or end at the last one."""
        if self.page == len(PAGES) - 1:
            self.accept()
        else:
            self.show_page(self.page + 1)
