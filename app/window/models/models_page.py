"""The page of models: a list in plain words, fetching, adding files, removing."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QFileDialog,
    QHBoxLayout,
    QInputDialog,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from app.text.messages import describe
from app.text.model_wording import state_text, told
from app.window.models.model_details import ModelDetails
from app.window.questions import ask_to_delete_model
from engine.background.intake_thread import Intake
from engine.background.model_keeper import ModelKeeper
from engine.estimating.model_costs import ModelState
from engine.jobs.options import DEFAULT_MODEL

_NAME = Qt.ItemDataRole.UserRole


class ModelsPage(QDialog):
    """Shows all models; nothing is fetched before its button is pressed.

    Signals:
        model_chosen(str): restore with this model from now on.
    """

    model_chosen = Signal(str)

    def __init__(self, keeper: ModelKeeper, intake: Intake, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Models"))
        self.setModal(False)
        self._keeper, self._intake = keeper, intake
        self._states: dict[str, ModelState] = {}
        self._progress: dict[str, tuple[int, int]] = {}
        self._chosen = DEFAULT_MODEL
        self._wanted = ""
        self.list = QListWidget(self)
        self.list.setAccessibleName(self.tr("Models"))
        self.details = ModelDetails(self)
        self.add_button = QPushButton(self.tr("Add a model file…"), self)
        self.add_button.setToolTip(
            self.tr("One that was fetched on another computer, or an image model of others")
        )
        self.remark = QLabel(self)
        self.remark.setWordWrap(True)
        self.remark.setTextFormat(Qt.TextFormat.PlainText)
        self._lay_out()
        self._connect()

    @property
    def current(self) -> ModelState | None:
        """The model whose row is selected; None before the list is there."""
        item = self.list.currentItem()
        return None if item is None else self._states.get(item.data(_NAME))

    def open_at(self, name: str, chosen: str) -> None:
        """Open the page at a model.

        Args:
            name: of the model.
            chosen: the model that is restored with.
        """
        self._chosen, self._wanted = chosen, name
        self.remark.clear()
        self._select(name)
        self._intake.request_models()
        self.show()
        self.raise_()
        self.activateWindow()

    def show_chosen(self, name: str) -> None:
        """Mark another model as the one that is restored with."""
        self._chosen = name
        self._show_details()

    def show_models(self, states: Sequence[ModelState]) -> None:
        """Show what there is now; the same row stays selected."""
        selected = self._wanted or (self.current.entry.name if self.current else self._chosen)
        self._wanted = ""
        self._states = {state.entry.name: state for state in states}
        with QSignalBlocker(self.list):
            self.list.clear()
            for name, state in self._states.items():
                item = QListWidgetItem(f"{told(state.entry.title)}\n{state_text(state)}")
                item.setData(_NAME, name)
                self.list.addItem(item)
        self._select(selected)
        self._show_details()

    # What the buttons do

    def on_fetch(self) -> None:
        """Fetch the selected model."""
        if (state := self.current) is not None:
            self.remark.clear()
            total = state.entry.size_bytes
            self._progress[state.entry.name] = (state.arrived_bytes, total)
            self._keeper.fetch(state.entry)
            self._show_details()

    def on_cancel(self) -> None:
        """Stop fetching the selected model."""
        if (state := self.current) is not None:
            self.details.cancel.setEnabled(False)
            self._keeper.cancel(state.entry)

    def on_use(self) -> None:
        """Restore with the selected model."""
        if (state := self.current) is not None:
            self.show_chosen(state.entry.name)
            self.model_chosen.emit(state.entry.name)

    def on_remove(self) -> None:
        """Delete the file of the selected model, after asking where it cannot be fetched again."""
        if (state := self.current) is None:
            return
        entry = state.entry
        if entry.url is not None or ask_to_delete_model(self, told(entry.title)):
            self._keeper.remove(entry)

    def on_add(self) -> None:
        """Let the user show a model file, and say under which licence it came."""
        kinds = (
            self.tr("Model files") + " (*.safetensors *.pth *.pt *.ckpt);;" + self.tr("All files")
        )
        chosen, _kind = QFileDialog.getOpenFileName(self, self.tr("Add a model file"), "", kinds)
        if chosen:
            self.add(Path(chosen))

    def add(self, path: Path) -> None:
        """Take a model file, after its licence was asked for."""
        licence, is_given = QInputDialog.getText(
            self,
            self.tr("Licence"),
            self.tr("Under which licence does its author give it away? (Empty: unknown)"),
        )
        if is_given:
            text = self.tr("“{name}” is being looked at and tried…")
            self.remark.setText(text.format(name=path.name))
            self.add_button.setEnabled(False)
            self._keeper.add(path, licence.strip() or None)

    # What comes from the thread

    def on_progressed(self, name: str, done_bytes: int, total_bytes: int) -> None:
        """More of a file has arrived."""
        if name in self._progress:
            self._progress[name] = (done_bytes, total_bytes)
            self._show_details()

    def on_installed(self, name: str) -> None:
        """A model can be used now."""
        self._wanted = name
        self._end(name, self.tr("“{name}” can be used now.").format(name=name))

    def on_removed(self, name: str) -> None:
        """The file of a model is gone."""
        self._end(name, self.tr("The file of “{name}” is deleted.").format(name=name))

    def on_cancelled(self, name: str) -> None:
        """A model is not fetched any further."""
        self._end(name, self.tr("What has arrived is kept; it goes on from there."))

    def on_failed(self, name: str, error: Exception) -> None:
        """A model could not be fetched, added or removed."""
        self._end(name, describe(error))

    def _end(self, name: str, remark: str) -> None:
        self._progress.pop(name, None)
        self.remark.setText(remark)
        self.add_button.setEnabled(True)
        self._show_details()
        self._intake.request_models()

    def _select(self, name: str) -> None:
        for row in range(self.list.count()):
            if self.list.item(row).data(_NAME) == name:
                self.list.setCurrentRow(row)

    def _show_details(self) -> None:
        state = self.current
        self.details.setVisible(state is not None)
        if state is not None:
            name = state.entry.name
            self.details.cancel.setEnabled(True)
            self.details.show_model(
                state, is_chosen=name == self._chosen, progress=self._progress.get(name)
            )

    def _connect(self) -> None:
        self.list.currentItemChanged.connect(lambda *_: self._show_details())
        self.add_button.clicked.connect(self.on_add)
        details, keeper = self.details, self._keeper
        details.fetch_wanted.connect(self.on_fetch)
        details.cancel_wanted.connect(self.on_cancel)
        details.use_wanted.connect(self.on_use)
        details.remove_wanted.connect(self.on_remove)
        keeper.progressed.connect(self.on_progressed)
        keeper.installed.connect(self.on_installed)
        keeper.removed.connect(self.on_removed)
        keeper.cancelled.connect(self.on_cancelled)
        keeper.failed.connect(self.on_failed)
        self._intake.models_listed.connect(self.show_models)

    def _lay_out(self) -> None:
        self.resize(820, 520)
        self.list.setMinimumWidth(280)
        self.list.setMaximumWidth(340)
        self.list.setWordWrap(True)
        self.list.setSpacing(3)
        halves = QHBoxLayout()
        halves.addWidget(self.list, 2)
        halves.addWidget(self.details, 3)
        foot = QHBoxLayout()
        foot.addWidget(self.add_button)
        foot.addWidget(self.remark, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 14, 16, 14)
        column.setSpacing(12)
        column.addLayout(halves, 1)
        column.addLayout(foot)
        self.details.hide()
