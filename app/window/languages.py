"""The language of the window: the one that was chosen, or that of the system."""

from __future__ import annotations

import os

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator

from app.text import language
from engine.jobs.translation import QT_TRANSLATE_NOOP


def speak(app: QCoreApplication, chosen: str) -> None:
    """Show all texts of a new application in one language, and write numbers as it does.

    The environment variable of the command line counts before what was chosen in the window.

    Args:
        app: before its first window.
        chosen: the code of a language; empty: as the system has it.
    """
    if os.environ.get(language.VARIABLE):
        chosen = language.language_of_system()
    code = chosen or _of_system()
    if language.preferred([QLocale.system().name()]) != code:
        QLocale.setDefault(QLocale(code))  # else as the system does it, Swiss or Mexican
    language.use(code, point=QLocale().decimalPoint())
    qt_texts = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    for path in (f"{qt_texts}/qtbase_{code}.qm", str(language.FOLDER / f"homereel_{code}.qm")):
        translator = QTranslator(app)
        if translator.load(path):  # Qt's own texts are English, and have no file for that
            app.installTranslator(translator)


def remark(chosen: str) -> str:
    """Say that another language was chosen, in that language: the other may not be understood."""
    text = QT_TRANSLATE_NOOP("languages", "Homereel speaks English when you open it again.")
    return language.translate_into(chosen or _of_system(), "languages", text)


def _of_system() -> str:
    return language.preferred(QLocale.system().uiLanguages())
