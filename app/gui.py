"""The start of the window."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QLibraryInfo, QLocale, QTranslator
from PySide6.QtWidgets import QApplication

import resources
from app import theme
from app.settings import Settings
from app.window import Window
from engine.worker import Engine, Intake

TRANSLATIONS = Path(resources.__file__).parent / "translations"


def run(files: Sequence[Path]) -> int:
    """Open the window with these files in its list; returns the exit status."""
    app = QApplication(sys.argv[:1])
    app.setApplicationName("Homereel")
    app.setOrganizationName("Homereel")
    app.setDesktopFileName("homereel")
    app.setWindowIcon(theme.app_icon())
    _translate(app)
    settings = Settings()
    appearance = theme.Appearance(app)
    appearance.choose(settings.colour_scheme)
    engine, intake = Engine(), Intake()
    window = Window(engine=engine, intake=intake, settings=settings, appearance=appearance)
    window.add_paths([path.absolute() for path in files])
    window.show()
    status = app.exec()
    # Reached without closing the window where the system ends the program.
    for thread in (engine, intake):
        thread.stop()
        thread.wait()
    return status


def _translate(app: QApplication) -> None:
    qt_texts = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    for name, folder in (("qtbase", qt_texts), ("homereel", str(TRANSLATIONS))):
        translator = QTranslator(app)
        if translator.load(QLocale(), name, "_", folder):
            app.installTranslator(translator)
