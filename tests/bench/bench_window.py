"""The real window for measurements, with settings and a queue of its own in a folder."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QApplication

from app.window.main_window import Window
from app.window.queue.history import HistoryFile
from app.window.queue.queue_file import QueueFile
from app.window.settings import Settings
from app.window.theme import Appearance
from engine.background.engine_thread import Engine
from engine.background.intake_thread import Intake


def open_window(app: QApplication, folder: Path, *, engine: Engine, intake: Intake) -> Window:
    """Show a window as large as it is usually opened."""
    window = Window(
        engine=engine,
        intake=intake,
        settings=Settings(QSettings(str(folder / "s.ini"), QSettings.Format.IniFormat)),
        appearance=Appearance(app),
        queue_file=QueueFile(folder / "queue.json"),
        history_file=HistoryFile(folder / "history.jsonl"),
    )
    window.resize(1360, 840)
    window.show()
    return window
