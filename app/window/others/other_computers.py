"""Sharing the work with other computers: the key in use, and this computer as a worker."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, QProcess, Signal
from PySide6.QtWidgets import QWidget

from app.window.others.others_page import OthersPage
from app.window.settings import Settings
from engine.background.engine_thread import Engine
from engine.cluster.whole_films import films_at_once
from engine.jobs.events import PeersSeen, PeerTrouble
from engine.running.child_process import child_command

_GRACE_MS = 3000


class OtherComputers(QObject):
    """Tells the engine whose help it has, and shows it on a page.

    Attributes:
        page: None until it is first opened.

    Signals:
        speedup_changed(float): all computers together are so many times as fast as this one.
        films_at_once_changed(int): there are computers for so many films at the same time.
    """

    speedup_changed = Signal(float)
    films_at_once_changed = Signal(int)

    def __init__(self, engine: Engine, settings: Settings, window: QWidget) -> None:
        super().__init__(window)
        self._engine, self._settings, self._window = engine, settings, window
        self.page: OthersPage | None = None
        self._seen = PeersSeen(())
        self._worker: QProcess | None = None
        engine.share_with(settings.cluster_key)
        engine.peers_seen.connect(self.on_peers_seen)
        engine.peer_troubled.connect(self.on_trouble)

    def open_page(self) -> None:
        """Show the page."""
        if self.page is None:
            self.page = OthersPage(self._window)
            self.page.key_chosen.connect(self.on_key_chosen)
            self.page.pause_wanted.connect(
                lambda name, is_paused: self._engine.pause_peer(name, is_paused=is_paused)
            )
            self.page.work_wanted.connect(self.on_work_wanted)
            self.page.work_unwanted.connect(self.stop_working)
            self.page.show_key(self._settings.cluster_key)
            self.page.show_peers(self._seen)
        self.page.show()
        self.page.raise_()

    def on_key_chosen(self, path: Path | None) -> None:
        """Renders that follow are shared with others, or not."""
        self._settings.cluster_key = path
        self._engine.share_with(path)
        if path is None:
            self._seen = PeersSeen(())
            self.speedup_changed.emit(1.0)
            self.films_at_once_changed.emit(1)

    def on_peers_seen(self, seen: PeersSeen) -> None:
        """It is known what each computer does."""
        self._seen = seen
        own = sum(p.frames_per_second for p in seen.peers if p.is_this_computer)
        if own:
            self.speedup_changed.emit(sum(p.frames_per_second for p in seen.peers) / own)
        self.films_at_once_changed.emit(films_at_once(seen.peers))
        if self.page is not None:
            self.page.show_peers(seen)

    def on_trouble(self, _job_id: int, trouble: PeerTrouble) -> None:
        """Something was wrong with another computer."""
        if self.page is not None:
            self.page.show_trouble(trouble)

    # This computer works for others

    def on_work_wanted(self, path: Path) -> None:
        """Restore for the other computers of a key, in a process of its own."""
        program, *words = [*child_command("worker"), str(path)]
        worker = QProcess(self)
        worker.setProcessChannelMode(QProcess.ProcessChannelMode.MergedChannels)
        worker.readyReadStandardOutput.connect(lambda: self._show_lines(worker))
        worker.finished.connect(lambda *_: self._on_worker_ended(worker))
        worker.errorOccurred.connect(lambda error: self._on_worker_failed(worker, error))
        self._worker = worker
        if self.page is not None:
            self.page.show_working(self.tr("This computer begins to work for others…"))
        worker.start(program, words)

    def stop_working(self) -> None:
        """Leave the other computers."""
        worker = self._worker
        if worker is not None:
            worker.terminate()
            if not worker.waitForFinished(_GRACE_MS):
                worker.kill()
                worker.waitForFinished(_GRACE_MS)

    def _show_lines(self, worker: QProcess) -> None:
        lines = bytes(worker.readAllStandardOutput().data()).decode(errors="replace").splitlines()
        if lines and self.page is not None:
            self.page.show_working(lines[-1])

    def _on_worker_failed(self, worker: QProcess, error: QProcess.ProcessError) -> None:
        if error is QProcess.ProcessError.FailedToStart:  # then it does not end either
            reason = worker.errorString()
            self._on_worker_ended(worker)
            if self.page is not None:
                self.page.remark.setText(reason)

    def _on_worker_ended(self, worker: QProcess) -> None:
        if self._worker is worker:
            self._worker = None
        if self.page is not None:
            last = self.page.remark.text()
            self.page.show_working(None)
            if worker.exitCode():
                self.page.remark.setText(last)
        worker.deleteLater()
