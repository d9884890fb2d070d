"""The page that shows what was restored, and what can be done with it."""

from __future__ import annotations

from PySide6.QtCore import QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QMessageBox,
    QPushButton,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from app.window.queue.history import Done, History, HistoryModel


class HistoryDialog(QDialog):
    """Lists the renders, the latest first.

    Signals:
        comparison_wanted(Done): show source and output side by side.
        restoring_wanted(Done): put the source into the list again, with these options.
    """

    comparison_wanted = Signal(object)
    restoring_wanted = Signal(object)

    def __init__(self, history: History, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("What was restored"))
        self.resize(760, 460)
        self._history = history
        self.table = QTableView(self)
        self.table.setModel(HistoryModel(history, self))
        self.table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.table.setShowGrid(False)
        self.table.setTabKeyNavigation(False)
        self.table.setAccessibleName(self.tr("What was restored"))
        self.table.verticalHeader().hide()
        header = self.table.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        for number in (1, 2):
            header.setSectionResizeMode(number, QHeaderView.ResizeMode.Stretch)
        self.play = self._button(self.tr("&Play"), self.on_play)
        self.show_folder = self._button(self.tr("Show in &folder"), self.on_show_folder)
        self.compare = self._button(self.tr("&Compare again"), self.on_compare)
        self.again = self._button(self.tr("Restore &again…"), self.on_again)
        self.again.setToolTip(self.tr("Puts it into the list with the same options, to be changed"))
        self.clear = QPushButton(self.tr("For&get all"), self)
        self.clear.clicked.connect(self.on_clear)
        self._nothing = QLabel(
            self.tr("Nothing was restored yet. Videos that you restore are listed here."), self
        )
        self._nothing.setObjectName("muted")
        row = QHBoxLayout()
        for button in (self.play, self.show_folder, self.compare, self.again):
            row.addWidget(button)
        row.addStretch(1)
        row.addWidget(self.clear)
        column = QVBoxLayout(self)
        column.addWidget(self._nothing)
        column.addWidget(self.table, 1)
        column.addLayout(row)
        self.table.selectionModel().selectionChanged.connect(lambda *_: self._show_state())
        self.table.model().modelReset.connect(self._show_state)
        self.table.doubleClicked.connect(lambda _index: self.on_compare())
        self._show_state()

    @property
    def chosen(self) -> Done | None:
        """The render of the selected row; None: none is selected."""
        rows = self.table.selectionModel().selectedRows()
        model = self.table.model()
        assert isinstance(model, HistoryModel)
        return model.entry(rows[0]) if rows else None

    def on_play(self) -> None:
        """Play the restored file with the system's player."""
        if (done := self.chosen) is not None:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(done.output)))

    def on_show_folder(self) -> None:
        """Show where the restored file is."""
        if (done := self.chosen) is not None:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(done.output.parent)))

    def on_compare(self) -> None:
        """Compare the source with what was made of it."""
        if (done := self.chosen) is not None:
            self.comparison_wanted.emit(done)

    def on_again(self) -> None:
        """Put the source into the list once more."""
        if (done := self.chosen) is not None:
            self.restoring_wanted.emit(done)

    def on_clear(self) -> None:
        """Forget everything, if that is really wanted: it cannot be undone."""
        box = QMessageBox(self)
        box.setIcon(QMessageBox.Icon.Question)
        box.setWindowTitle("Homereel")
        box.setText(self.tr("Forget what was restored? The restored files stay."))
        forget = box.addButton(self.tr("Forget it"), QMessageBox.ButtonRole.DestructiveRole)
        keep = box.addButton(self.tr("Keep the list"), QMessageBox.ButtonRole.RejectRole)
        box.setDefaultButton(keep)
        box.exec()
        if box.clickedButton() is forget:
            self._history.clear()

    def _button(self, text: str, act: object) -> QPushButton:
        button = QPushButton(text, self)
        button.clicked.connect(act)
        return button

    def _show_state(self) -> None:
        is_chosen = self.chosen is not None
        for button in (self.play, self.show_folder, self.compare, self.again):
            button.setEnabled(is_chosen)
        self.clear.setEnabled(bool(self._history.entries))
        self._nothing.setVisible(not self._history.entries)
