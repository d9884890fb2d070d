"""The table of the computers that share a render."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QLocale, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QPushButton,
    QTableWidget,
    QTableWidgetItem,
    QWidget,
)

from app.text.messages import harmless
from engine.jobs.events import Peer, PeerState


class PeersTable(QTableWidget):
    """Says of each computer what it does, and lets it pause.

    Signals:
        pause_wanted(str, bool): the computer of this name is to pause, or to go on.
    """

    pause_wanted = Signal(str, bool)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(0, 5, parent)
        self._paused: set[str] = set()
        self._peers: Sequence[Peer] = ()
        self.setHorizontalHeaderLabels(
            [
                self.tr("Computer"),
                self.tr("What it does"),
                self.tr("Frames/s"),
                self.tr("Share"),
                "",
            ]
        )
        self.setAccessibleName(self.tr("Computers that share the work"))
        self.verticalHeader().hide()
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        header = self.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)

    def show_peers(self, peers: Sequence[Peer]) -> None:
        """Show what each computer does now."""
        if [peer.name for peer in peers] != [peer.name for peer in self._peers]:
            self._build(peers)
        self._peers = peers
        for row, peer in enumerate(peers):
            locale = QLocale()
            texts = (
                self._name(peer),
                self._state(peer),
                locale.toString(peer.frames_per_second, "f", 2) if peer.frames_per_second else "",
                locale.toString(100 * peer.share, "f", 0) + " %" if peer.share else "",
            )
            for column, text in enumerate(texts):
                item = self.item(row, column)
                if item is not None and item.text() != text:
                    item.setText(text)

    def _build(self, peers: Sequence[Peer]) -> None:
        self.setRowCount(len(peers))
        for row, peer in enumerate(peers):
            for column in range(4):
                self.setItem(row, column, QTableWidgetItem())
            button = QPushButton(self._action(peer.name), self)
            button.clicked.connect(lambda _is_checked, n=peer.name, b=button: self._toggle(n, b))
            self.setCellWidget(row, 4, button)

    def _toggle(self, name: str, button: QPushButton) -> None:
        self._paused ^= {name}
        button.setText(self._action(name))
        self.pause_wanted.emit(name, name in self._paused)

    def _action(self, name: str) -> str:
        return self.tr("Go on") if name in self._paused else self.tr("Pause")

    def _name(self, peer: Peer) -> str:
        return self.tr("This computer") if peer.is_this_computer else harmless(peer.name)

    def _state(self, peer: Peer) -> str:
        if peer.name in self._paused and peer.state is PeerState.WORKING:
            return self.tr("Finishes its stretch, then pauses")
        return {
            PeerState.IDLE: self.tr("Waits for work"),
            PeerState.WORKING: self.tr("Restores"),
            PeerState.PAUSED: self.tr("Pauses"),
            PeerState.SILENT: self.tr("Does not answer"),
            PeerState.LEFT_OUT: self.tr("Left out"),
        }[peer.state]
