"""Bring the files of translators up to date with the program, and compile them for the window.

``python installer/translations.py`` calls Qt's tools, which come with PySide6: ``lupdate`` writes
every text of the program into ``resources/translations/homereel_<language>.ts``, where translators
work (`docs/translating.md`), and ``lrelease`` makes the ``.qm`` of each.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
import tomllib
from pathlib import Path

import PySide6

ROOT = Path(__file__).parent.parent
FOLDER = ROOT / "resources" / "translations"
LANGUAGES = ("de", "en", "es", "fr", "pl")
PACKAGES = ("app", "engine")
NOT_FOR_USERS = ROOT / "engine" / "training"
_OPTIONS = (
    *("-locations", "none"),  # lines move with every change of the program
    *("-no-obsolete", "-sort-messages", "-silent"),
    *("-source-language", "en"),
    *("-tr-function-alias", "translate+=QT_TRANSLATE_N_NOOP"),  # it knows no such mark in Python
)


def sources() -> list[Path]:
    """Return the modules in which there are texts for users."""
    files = (path for package in PACKAGES for path in (ROOT / package).rglob("*.py"))
    return sorted(path for path in files if NOT_FOR_USERS not in path.parents)


def texts_of_models() -> list[str]:
    """Return what is said about models in their catalogue."""
    models = tomllib.loads((ROOT / "resources" / "models.toml").read_text(encoding="utf-8"))
    told = [model.get(key) for model in models["model"] for key in ("title", "purpose", "bad_at")]
    return list(dict.fromkeys(filter(None, told)))


def update() -> None:
    """Write the texts of the program into the files of translators, and compile these."""
    with tempfile.TemporaryDirectory() as folder:
        catalogue = Path(folder) / "models.py"
        marks = [f"QT_TRANSLATE_NOOP('models', {text!r})\n" for text in texts_of_models()]
        catalogue.write_text("".join(marks), encoding="utf-8")
        names = Path(folder) / "sources.lst"
        names.write_text("\n".join(map(str, [*sources(), catalogue])), encoding="utf-8")
        for language in LANGUAGES:
            plurals = ["-pluralonly"] if language == "en" else []
            target = ["-target-language", language, "-ts", FOLDER / f"homereel_{language}.ts"]
            _run("lupdate", *_OPTIONS, *plurals, f"@{names}", *target)
    for language in LANGUAGES:
        _run("lrelease", "-silent", FOLDER / f"homereel_{language}.ts")


def _run(tool: str, *words: str | Path) -> None:
    subprocess.run([Path(PySide6.__file__).parent / tool, *words], check=True)


if __name__ == "__main__":
    sys.exit(update())
