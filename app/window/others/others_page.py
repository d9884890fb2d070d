"""The page *Other computers*: the key, who is there, and what each does."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QHBoxLayout,
    QInputDialog,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from app.text import messages
from app.text.messages import harmless
from app.window.others.peers_table import PeersTable
from engine.cluster import keys
from engine.jobs.errors import ClusterError
from engine.jobs.events import PeersSeen, PeerTrouble

_KINDS = "*.key"


class OthersPage(QDialog):
    """Makes and chooses keys, shows the computers, and lets this one work for others.

    Signals:
        key_chosen(Path | None): share renders with the computers of this key; None: with none.
        work_wanted(Path): this computer is to restore for the others of a key.
        work_unwanted(): it is to stop that.
        pause_wanted(str, bool): the computer of this name is to pause, or to go on.
    """

    key_chosen = Signal(object)
    work_wanted = Signal(object)
    work_unwanted = Signal()
    pause_wanted = Signal(str, bool)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Other computers"))
        self._key_file: Path | None = None
        self._is_working = False
        self.key_label, self.remark = QLabel(self), QLabel(self)
        for label in (self.key_label, self.remark):
            label.setWordWrap(True)
        self.make = QPushButton(self.tr("&Make a key file…"), self)
        self.choose = QPushButton(self.tr("&Choose a key file…"), self)
        self.alone = QPushButton(self.tr("Work &alone"), self)
        self.work = QPushButton(self)
        self.table = PeersTable(self)
        self.make.clicked.connect(self.on_make)
        self.choose.clicked.connect(self.on_choose)
        self.alone.clicked.connect(lambda: self.use(None))
        self.work.clicked.connect(self.on_work)
        self.table.pause_wanted.connect(self.pause_wanted)
        self._lay_out()
        self.show_key(None)
        self.show_working(None)

    def _lay_out(self) -> None:
        buttons = QHBoxLayout()
        for button in (self.make, self.choose, self.alone):
            button.setAutoDefault(False)
            buttons.addWidget(button)
        buttons.addStretch()
        below = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        below.addButton(self.work, QDialogButtonBox.ButtonRole.ActionRole)
        below.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.addWidget(self.key_label)
        column.addLayout(buttons)
        column.addWidget(self.table, 1)
        column.addWidget(self.remark)
        column.addWidget(below)
        self.resize(640, 420)

    def show_key(self, key_file: Path | None) -> None:
        """Say whose help renders get."""
        self._key_file = key_file
        text = self.tr(
            "This computer works alone. With a key file, others in the house can help: make one"
            " here, copy it to them, and let them restore for others with it."
        )
        if key_file is not None:
            text = self.tr("Renders are shared with the computers that have the key {path}.")
            text = text.format(path=harmless(str(key_file)))
        self.key_label.setText(text)
        self.alone.setEnabled(key_file is not None)
        if key_file is None:
            self.table.show_peers(())

    def show_peers(self, seen: PeersSeen) -> None:
        """Show what each computer does."""
        self.table.show_peers(seen.peers)

    def show_trouble(self, trouble: PeerTrouble) -> None:
        """Say what was wrong with one of them."""
        self.remark.setText(messages.describe_trouble(trouble))

    def show_working(self, text: str | None) -> None:
        """Say what this computer does for others; None: nothing."""
        self._is_working = text is not None
        self.work.setText(
            self.tr("Stop &restoring for others")
            if self._is_working
            else self.tr("&Restore for others…")
        )
        self.remark.setText(text or "")

    # What the buttons do

    def on_make(self) -> None:
        """Ask for the address and a name, and make a key."""
        addresses = [*keys.own_addresses(), keys.DEFAULT_HOST]
        host, is_chosen = QInputDialog.getItem(
            self,
            self.tr("Make a key file"),
            self.tr(
                "The address at which the others reach this computer ({address}: only programs on"
                " this computer itself):"
            ).format(address=keys.DEFAULT_HOST),
            addresses,
            0,
            True,
        )
        if not is_chosen:
            return
        path, _kind = QFileDialog.getSaveFileName(
            self, self.tr("Make a key file"), "homereel.key", _KINDS
        )
        if path:
            self.make_key(Path(path), host)

    def make_key(self, path: Path, host: str) -> None:
        """Make a key for an address of this computer, and use it."""
        try:
            keys.create_key(path, host)
        except ClusterError as error:
            self.remark.setText(messages.describe(error))
            return
        self.use(path)
        text = self.tr("Copy {path} to the other computers; who has it can work with this one.")
        self.remark.setText(text.format(path=harmless(str(path))))

    def on_choose(self) -> None:
        """Ask for a key file that is there."""
        path = self._ask_for_key()
        if path is not None:
            self.use(path)

    def use(self, path: Path | None) -> None:
        """Share renders with the computers of a key from now on; None: with none."""
        self.remark.clear()
        if path is not None:
            try:
                keys.read_key(path)
            except ClusterError as error:
                self.remark.setText(messages.describe(error))
                return
        self.show_key(path)
        self.key_chosen.emit(path)

    def on_work(self) -> None:
        """Let this computer restore for others, or stop that."""
        if self._is_working:
            self.work_unwanted.emit()
            return
        path = self._ask_for_key()
        if path is not None:
            self.work_wanted.emit(path)

    def _ask_for_key(self) -> Path | None:
        kinds = f"{self.tr('Key files')} ({_KINDS});;{self.tr('All files')} (*)"
        path, _kind = QFileDialog.getOpenFileName(
            self, self.tr("Choose a key file"), str(self._key_file or ""), kinds
        )
        return Path(path) if path else None
