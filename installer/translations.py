"""Bring the files of translators up to date with the program, and compile them for the window.

``python installer/translations.py`` calls Qt's tools, which come with PySide6: ``lupdate`` writes
every text of the program into ``resources/translations/homereel_<language>.ts``, where translators
work (`docs/translating.md`), and ``lrelease`` makes the ``.qm`` of each.
"""

from __future__ import annotations

import ast
import subprocess
import sys
import tempfile
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import PySide6

ROOT = Path(__file__).parent.parent
FOLDER = ROOT / "resources" / "translations"
LANGUAGES = ("de", "en", "es", "fr", "pl")
PACKAGES = ("app", "engine")
NOT_FOR_USERS = ROOT / "engine" / "training"
_FUNCTIONS = {"tr", "translate", "QT_TRANSLATE_NOOP", "QT_TRANSLATE_N_NOOP"}
_OPTIONS = (
    *("-locations", "none"),  # lines move with every change of the program
    *("-no-obsolete", "-sort-messages", "-silent"),
    *("-source-language", "en"),
)


class Mark(NamedTuple):
    """A text that is to be translated; ``has_number``: it has a form for each number."""

    context: str
    text: str
    comment: str = ""
    has_number: bool = False


def marks() -> set[Mark]:
    """Return the texts for users, as the program and the catalogue of models have them."""
    found = {mark for path in sources() for mark in marks_in(path.read_text(encoding="utf-8"))}
    return found | {Mark("models", text) for text in texts_of_models()}


def marks_in(source: str) -> Iterator[Mark]:
    """Yield the texts of a module that are marked; one that is no literal is marked elsewhere."""
    tree = ast.parse(source)
    classes = [node for node in ast.walk(tree) if isinstance(node, ast.ClassDef)]
    # The innermost class comes last: it has the last word on the context of its calls.
    contexts = {call: node.name for node in classes for call in ast.walk(node)}
    for call in ast.walk(tree):
        if not isinstance(call, ast.Call):
            continue
        name = getattr(call.func, "attr", getattr(call.func, "id", ""))
        words = [arg.value if isinstance(arg, ast.Constant) else None for arg in call.args]
        if name == "tr":
            words.insert(0, contexts.get(call))
        if name in _FUNCTIONS and len(words) > 1 and isinstance(words[1], str):
            comment = words[2] if len(words) > 2 else ""
            yield Mark(str(words[0]), words[1], str(comment or ""), has_number=len(words) > 3)


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
    """Write the texts of the program into the files of translators, and compile these.

    ``lupdate`` reads them from a file of plain calls: what it finds in Python itself differs from
    version to version. That of 6.11 misses numbers that are no literals, each misses f-strings.
    """
    with tempfile.TemporaryDirectory() as folder:
        calls = Path(folder) / "texts.py"
        calls.write_text("".join(map(_call, sorted(marks()))), encoding="utf-8")
        for language in LANGUAGES:
            plurals = ["-pluralonly"] if language == "en" else []
            target = ["-target-language", language, "-ts", FOLDER / f"homereel_{language}.ts"]
            _run("lupdate", *_OPTIONS, *plurals, calls, *target)
    for language in LANGUAGES:
        _run("lrelease", "-silent", FOLDER / f"homereel_{language}.ts")


def _call(mark: Mark) -> str:
    words = ", ".join(map(_literal, mark[:3]))
    return f"translate({words}, 1)\n" if mark.has_number else f"translate({words})\n"


def _literal(text: str) -> str:
    """A string of Python that ``lupdate`` reads: in double quotes, umlauts as they are."""
    escaped = text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")
    return f'"{escaped}"'


def _run(tool: str, *words: str | Path) -> None:
    subprocess.run([Path(PySide6.__file__).parent / tool, *words], check=True)


if __name__ == "__main__":
    sys.exit(update())
