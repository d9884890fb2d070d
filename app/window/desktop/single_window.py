"""A second start hands its files to the window that is open, which comes to the front."""

from __future__ import annotations

import getpass
import hashlib
import json
import logging
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtNetwork import QLocalServer, QLocalSocket

WAIT_MS = 1000
_MOST_BYTES = 16 << 20

log = logging.getLogger(__name__)


def name_of(state_folder: Path) -> str:
    """Return the name under which the window of this user and this folder is found."""
    identity = f"{getpass.getuser()}\0{state_folder}"
    return f"homereel-{hashlib.sha256(identity.encode()).hexdigest()[:16]}"


def hand_over(name: str, paths: Sequence[Path]) -> bool:
    """Give files to the window that is open; tell whether there is one that took them."""
    socket = QLocalSocket()
    socket.connectToServer(name)
    if not socket.waitForConnected(WAIT_MS):
        return False
    socket.write(json.dumps([str(path) for path in paths]).encode() + b"\n")
    # The answer tells that it is a window that listens, and not one that hangs.
    is_taken = socket.waitForBytesWritten(WAIT_MS) and socket.waitForReadyRead(5 * WAIT_MS)
    socket.disconnectFromServer()
    return is_taken


class SingleWindow(QObject):
    """Listens for later starts of the program.

    Signals:
        called(list[Path]): it was started again, with these files.
    """

    called = Signal(object)

    def __init__(self, name: str, parent: QObject) -> None:
        super().__init__(parent)
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self.on_connection)
        if not self._server.listen(name):
            QLocalServer.removeServer(name)  # left behind by a crash
            if not self._server.listen(name):
                log.warning("later starts are not heard: %s", self._server.errorString())

    def on_connection(self) -> None:
        """Another start wants to hand over its files."""
        while (socket := self._server.nextPendingConnection()) is not None:
            socket.readyRead.connect(lambda socket=socket: self._read(socket))
            socket.disconnected.connect(socket.deleteLater)
            self._read(socket)

    def close(self) -> None:
        """Listen no more."""
        self._server.close()

    def _read(self, socket: QLocalSocket) -> None:
        if not socket.canReadLine():
            if socket.bytesAvailable() > _MOST_BYTES:
                socket.abort()
            return
        line = bytes(socket.readLine().data())
        try:
            paths = [Path(path) for path in json.loads(line)]
        except (ValueError, TypeError) as error:
            log.warning("a later start cannot be understood: %s", error)
            socket.abort()
            return
        socket.write(b"taken\n")
        socket.flush()
        self.called.emit(paths)
