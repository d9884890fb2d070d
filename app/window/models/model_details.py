"""What is known about one model, with the buttons for it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QProgressBar,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from app.text.messages import size_text
from app.text.model_wording import cost_text, state_text, told
from engine.estimating.model_costs import ModelState

_PERMILLE = 1000


class ModelDetails(QWidget):
    """Shows one model, and how far its file has arrived.

    Signals:
        fetch_wanted(): fetch this model, or go on.
        cancel_wanted(): stop fetching it.
        use_wanted(): restore with it from now on.
        remove_wanted(): delete its file.
    """

    fetch_wanted = Signal()
    cancel_wanted = Signal()
    use_wanted = Signal()
    remove_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title = QLabel(self)
        self._title.setObjectName("heading")
        self._rows = {
            name: self._text(label)
            for name, label in (
                ("purpose", self.tr("What for")),
                ("bad_at", self.tr("Weak point")),
                ("cost", self.tr("Takes")),
                ("size", self.tr("Picture")),
                ("licence", self.tr("Licence")),
                ("state", self.tr("File")),
            )
        }
        self.progress = QProgressBar(self)
        self.progress.setRange(0, _PERMILLE)
        self.progress.setAccessibleName(self.tr("Fetched"))
        self.fetch = QPushButton(self)
        self.cancel = QPushButton(self.tr("Cancel"), self)
        self.use = QPushButton(self.tr("Use this model"), self)
        self.use.setObjectName("primary")
        self.remove = QPushButton(self.tr("Delete its file"), self)
        self.fetch.clicked.connect(self.fetch_wanted)
        self.cancel.clicked.connect(self.cancel_wanted)
        self.use.clicked.connect(self.use_wanted)
        self.remove.clicked.connect(self.remove_wanted)
        self._lay_out()

    def show_model(
        self, state: ModelState, *, is_chosen: bool, progress: tuple[int, int] | None
    ) -> None:
        """Show a model.

        Args:
            state: the model.
            is_chosen: it is the one that is restored with.
            progress: bytes that are there and all bytes, while it is fetched or waits for it.
        """
        entry, is_busy = state.entry, progress is not None
        texts = {
            "purpose": told(entry.purpose),
            "bad_at": told(entry.bad_at),
            "cost": cost_text(state),
            "size": self._effect(entry.architecture.get("scale")),
            "licence": entry.licence,
            "state": f"{state_text(state)}{self._how_to_get(state)}",
        }
        self._title.setText(told(entry.title))
        for name, text in texts.items():
            label, value = self._rows[name]
            value.setText(text)
            label.setVisible(bool(text))
            value.setVisible(bool(text))
        can_fetch = not state.is_installed and entry.url is not None
        size = size_text(entry.size_bytes - state.arrived_bytes)
        text = self.tr("Go on fetching ({size})") if state.arrived_bytes else ""
        self.fetch.setText((text or self.tr("Fetch it ({size})")).format(size=size))
        self.fetch.setVisible(can_fetch and not is_busy)
        self.cancel.setVisible(is_busy)
        self.use.setVisible(state.is_installed)
        self.use.setEnabled(not is_chosen)
        self.use.setText(self.tr("In use") if is_chosen else self.tr("Use this model"))
        is_deletable = not entry.is_bundled and (state.is_installed or state.arrived_bytes > 0)
        self.remove.setVisible(is_deletable and not is_busy)
        self.remove.setEnabled(not is_chosen)
        self.progress.setVisible(is_busy)
        if progress is not None:
            done, total = progress
            self.progress.setValue(_PERMILLE * done // max(total, 1))
            shown = f"{size_text(done)} / {size_text(total)}"
            self.progress.setFormat(shown if done else self.tr("Waiting…"))

    def _how_to_get(self, state: ModelState) -> str:
        if state.is_installed or state.entry.url is not None:
            return ""
        return ". " + self.tr(
            "Its publisher keeps it where only a browser gets it: get it there, then add the file"
            " below."
        )

    def _effect(self, scale: object) -> str:
        if scale == 1:
            return self.tr("Keeps its size; the output size is reached without the network")
        if isinstance(scale, int) and scale != 4:
            return self.tr("Enlarged {count} times, then scaled to the output size").format(
                count=scale
            )
        return ""

    def _text(self, label: str) -> tuple[QLabel, QLabel]:
        name, value = QLabel(label, self), QLabel(self)
        name.setObjectName("muted")
        name.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        value.setWordWrap(True)
        value.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        value.setTextFormat(Qt.TextFormat.PlainText)
        return name, value

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 4, 4, 4)
        column.setSpacing(12)
        self._title.setWordWrap(True)
        self._title.setTextFormat(Qt.TextFormat.PlainText)
        column.addWidget(self._title)
        form = QFormLayout()
        form.setVerticalSpacing(10)
        form.setHorizontalSpacing(14)
        for label, value in self._rows.values():
            form.addRow(label, value)
        column.addLayout(form)
        column.addStretch(1)
        column.addWidget(self.progress)
        row = QHBoxLayout()
        row.addWidget(self.remove)
        row.addStretch(1)
        for button in (self.fetch, self.cancel, self.use):
            row.addWidget(button)
        column.addLayout(row)
