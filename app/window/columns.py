"""The three columns of the window: clips, comparison (or invitation), options."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QSplitter, QStackedWidget, QWidget


class Columns(QSplitter):
    """Lays out the parts of the window; the user may drag the lines between them.

    Args:
        side: the list of clips.
        invitation: what is in the middle as long as there are no clips.
        panel: what is in the middle afterwards.
        options: the options; they scroll where there is too little room.
        parent: the window.
    """

    def __init__(
        self,
        side: QWidget,
        invitation: QWidget,
        panel: QWidget,
        options: QWidget,
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self._invitation, self._panel, self._side = invitation, panel, side
        self._pages = QStackedWidget(self)
        self._pages.addWidget(invitation)
        self._pages.addWidget(panel)
        self._options = scroll = QScrollArea(self)
        scroll.setWidget(options)
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setMinimumWidth(250)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # what is in it is reached by itself
        self.setChildrenCollapsible(False)
        self.setHandleWidth(1)
        for part, stretch in ((side, 0), (self._pages, 1), (scroll, 0)):
            self.addWidget(part)
            self.setStretchFactor(self.count() - 1, stretch)
        self.setSizes([300, 790, 270])

    def show_clips(self, are_there: bool) -> None:
        """Show all three columns, or only the invitation where there are no clips."""
        self._pages.setCurrentWidget(self._panel if are_there else self._invitation)
        is_new = are_there and self._side.isHidden()
        self._side.setVisible(are_there)
        self._options.setVisible(are_there)
        if is_new:
            self._side.setFocus()
