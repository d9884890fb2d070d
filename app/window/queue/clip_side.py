"""The left side of the window: the list of clips and the buttons that work it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QToolButton, QVBoxLayout, QWidget

from app.window.queue.clip_list import ClipList
from app.window.queue.clip_model import ClipModel
from app.window.theme import Icons


class ClipSide(QWidget):
    """Shows the clips.

    Signals:
        files_wanted(): open the file dialog.
        removal_wanted(): take the selected clips off the list, or cancel them.
        queue_toggled(): start the queue, or stop it.
    """

    files_wanted = Signal()
    removal_wanted = Signal()
    queue_toggled = Signal()

    def __init__(self, model: ClipModel, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icons = icons
        self.clip_list = ClipList(model, self)
        self.setFocusProxy(self.clip_list)
        self.setMinimumWidth(250)
        add_button = QPushButton(self.tr("Add files…"), self)
        add_button.clicked.connect(self.files_wanted)
        icons.place("plus", add_button.setIcon)
        self.remove_button = QPushButton(self)
        self.remove_button.clicked.connect(self.removal_wanted)
        self.start_button = QPushButton(self)
        self.start_button.setObjectName("primary")
        self.start_button.setMinimumHeight(36)
        self.start_button.clicked.connect(self.queue_toggled)
        self.night_button = QToolButton(self)
        self.night_button.setObjectName("fold")
        self.night_button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.night_button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        icons.place("weather-night", self.night_button.setIcon)
        self.outlook = QLabel(self)
        self.outlook.setObjectName("muted")
        self.outlook.setWordWrap(True)
        self.outlook.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self.outlook.setContentsMargins(12, 8, 12, 0)
        self.outlook.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(_row(add_button, self.remove_button))
        column.addWidget(self.clip_list, 1)
        column.addWidget(self.outlook)
        column.addLayout(_row(self.start_button))
        column.addWidget(self.night_button, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addSpacing(6)

    def show_state(
        self, *, is_queue_running: bool, can_start: bool, is_busy_selected: bool
    ) -> None:
        """Bring the buttons to what can be done now."""
        self.remove_button.setEnabled(bool(self.clip_list.selected_clips()))
        self.remove_button.setText(self.tr("Cancel") if is_busy_selected else self.tr("Remove"))
        remove_icon = "close-circle-outline" if is_busy_selected else "trash-can-outline"
        self._icons.place(remove_icon, self.remove_button.setIcon)
        self.start_button.setEnabled(is_queue_running or can_start)
        text = self.tr("Pause") if is_queue_running else self.tr("Restore all")
        self.start_button.setText(text)
        start_icon = "pause" if is_queue_running else "play"
        self._icons.place(start_icon, self.start_button.setIcon, on_accent=True)

    @property
    def can_toggle_queue(self) -> bool:
        """Whether the queue can be started, or stopped."""
        return self.start_button.isEnabled()

    def set_lit(self, is_lit: bool) -> None:
        """Show that a drop is welcome."""
        self.clip_list.setProperty("lit", is_lit)
        self.clip_list.style().polish(self.clip_list)

    def show_outlook(self, text: str) -> None:
        """Say how long it will take to restore what is to be restored; nothing where empty."""
        self.outlook.setText(text)
        self.outlook.setVisible(bool(text))


def _row(*buttons: QPushButton) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setContentsMargins(12, 8, 12, 8)
    row.setSpacing(8)
    for button in buttons:
        row.addWidget(button, 1)
    return row
