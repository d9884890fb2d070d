"""Every text is translated into every language, and nothing in the translations is broken."""

from __future__ import annotations

import functools
import importlib.util
import re
from collections import Counter
from dataclasses import dataclass
from string import Formatter
from types import ModuleType
from typing import Any
from xml.etree import ElementTree

import pytest
from PySide6.QtCore import QTranslator

from app.text import language
from app.text.language import ENGLISH, LANGUAGES
from tests.shared import ROOT
from tests.unit.text.unmarked import Module

FOREIGN = [code for code in LANGUAGES if code != ENGLISH]
NAMES = {"Homereel", "Windows Media"}
"""Texts that are the same in each language."""
NOT_SHOWN = {
    *("queue/at end", "shut down", "read log", "list parts", "read licence"),
    "on run argv\ndisplay notification (item 2 of argv) with title (item 1 of argv)\nend",
    'tell application "System Events" to shut down',
}
"""Names of settings and of requests, and commands for macOS."""
ENDINGS = ".…:?!"
QUOTED = {"de": "„“", "es": "«»", "fr": "«»", "pl": "„”"}
"""The quotation marks of each language, in place of “ and ”."""


def load_script() -> ModuleType:
    """`installer/translations.py`, which is in no package."""
    path = ROOT / "installer" / "translations.py"
    spec = importlib.util.spec_from_file_location(path.stem, path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


SCRIPT = load_script()
Mark = SCRIPT.Mark


@functools.cache
def marks() -> set[Any]:
    """All texts of the program."""
    found: set[Any] = SCRIPT.marks()
    return found


@dataclass(frozen=True)
class Message:
    """A text in a file of translators, with its translation in each form."""

    mark: Any
    forms: tuple[str, ...]
    state: str

    def __str__(self) -> str:
        return f"[{self.mark.context}] {self.mark.text!r} -> {self.forms}"


def messages(code: str) -> list[Message]:
    root = ElementTree.parse(language.FOLDER / f"homereel_{code}.ts").getroot()
    found = []
    for context in root.iter("context"):
        for message in context.iter("message"):
            has_number = message.get("numerus") == "yes"
            mark = Mark(
                context.findtext("name", ""),
                message.findtext("source", ""),
                message.findtext("comment", ""),
                has_number,
            )
            translation = message.find("translation")
            assert translation is not None
            forms = [form.text or "" for form in translation.iter("numerusform")]
            forms = forms if has_number else [translation.text or ""]
            found.append(Message(mark, tuple(forms), translation.get("type", "")))
    return found


@pytest.fixture(autouse=True)
def english_again() -> Any:
    yield
    language.use(ENGLISH)


def test_every_text_that_is_marked_is_in_the_files_and_no_other() -> None:
    marked = marks()
    assert len(marked) > 300
    for code in FOREIGN:
        written = {message.mark for message in messages(code)}
        assert marked - written == set(), f"run installer/translations.py: missing in {code}"
        assert written - marked == set(), f"run installer/translations.py: obsolete in {code}"
    numbered = {mark for mark in marked if mark.has_number}
    assert {message.mark for message in messages(ENGLISH)} == numbered


def test_marks_are_found_in_all_their_forms() -> None:
    source = """
A = QT_TRANSLATE_NOOP("a", "one" " text")
B = QT_TRANSLATE_N_NOOP("a", "%n texts", "", 0)
class Outer:
    def f(self):
        self.tr(text)
        f"{self.tr('in f')}"
        class Inner:
            def g(self):
                return self.tr("%n clips", "", max(self.n, 1))
translate("b", "two", "said twice")
"""
    assert set(SCRIPT.marks_in(source)) == {
        ("a", "one text", "", False),
        ("a", "%n texts", "", True),
        ("Outer", "in f", "", False),
        ("Inner", "%n clips", "", True),
        ("b", "two", "said twice", False),
    }


def test_no_text_for_users_is_without_a_mark() -> None:
    """As far as that can be seen: sentences anywhere, words where they are put into widgets."""
    shown = [text for path in (ROOT / "app").rglob("*.py") for text in Module(path).unmarked()]
    shown += Module(ROOT / "engine" / "jobs" / "options.py").unmarked()
    wrong = [place for text, place in sorted(shown) if text not in NAMES | NOT_SHOWN]
    assert wrong == []


def test_one_text_has_one_kind() -> None:
    """With a number and without: Qt's tools would keep only one of the two."""
    kinds = Counter(mark[:3] for mark in marks())
    assert [key for key, n in kinds.items() if n > 1] == []


@pytest.mark.parametrize("code", LANGUAGES)
def test_every_text_is_translated(code: str) -> None:
    unfinished = [str(m) for m in messages(code) if m.state or not all(map(str.strip, m.forms))]
    assert unfinished == []


def placeholders(text: str) -> Counter[tuple[str, ...]]:
    """What stands in braces, and what Python's own texts have instead."""
    fields = Counter(
        (name, spec or "", conversion or "")
        for _literal, name, spec, conversion in Formatter().parse(text)
        if name is not None
    )
    return fields + Counter((found,) for found in re.findall(r"%(?:\(\w+\))?[sr]", text))


def fixed_parts(text: str) -> Counter[str]:
    """What must be in a text as it is: options and commands to type, tags, addresses."""
    return Counter(
        re.findall(r"--[a-z][a-z-]*|<[^>]+>|homereel [a-z]+(?: (?:fetch|import|add|remove))?", text)
    )


def faults(message: Message, code: str) -> list[str]:
    """What is broken in a translation."""
    source, found = message.mark.text, []
    for number, form in enumerate(message.forms):
        if placeholders(form) != placeholders(source):
            found.append("placeholders")
        if fixed_parts(form) != fixed_parts(source):
            found.append("words to type, or tags")
        counts = re.findall("%L?n", source), re.findall("%L?n", form)
        is_one = number == 0 and code != "fr"  # "one place"; in French 0 has that form as well
        if counts[0] != counts[1] and not (is_one and not counts[1]):
            found.append("%n")
        if [form[: -len(form.lstrip())], form[len(form.rstrip()) :]] != [
            source[: -len(source.lstrip())],
            source[len(source.rstrip()) :],
        ]:
            found.append("spaces at the ends")
        mnemonics = re.findall(r"&(?=\w)", form)
        if len(mnemonics) != len(re.findall(r"&(?=\w)", source)):
            found.append("mnemonic")
        ending, meant = form.rstrip()[-1:], source.rstrip()[-1:]
        if ending != meant and (ending in ENDINGS or meant in ENDINGS):
            found.append("punctuation at the end")
        if code != ENGLISH and re.search("[“”]", source):
            opening, closing = QUOTED[code]
            if form.count(opening) != source.count("“") or form.count(closing) < source.count("”"):
                found.append("quotation marks")
        if code == "fr" and re.search(r" [:;!?»]|« ", form):
            found.append("a line may break before the punctuation: no-break spaces, please")
        if "  " in form and "  " not in source:
            found.append("two spaces")
    return found


@pytest.mark.parametrize("code", LANGUAGES)
def test_nothing_is_broken(code: str) -> None:
    broken = [f"{', '.join(what)}: {m}" for m in messages(code) if (what := faults(m, code))]
    assert broken == []


@pytest.mark.parametrize(
    ("text", "translation"),
    [
        ("Add {name}…", "{nam} hinzufügen…"),
        ("Add {count:.1f} s.", "{count} s hinzufügen."),
        ("Add it.", "Hinzufügen"),
        ("&Add", "Hinzufügen"),
        ("Add", "&Hinzufügen"),
        ("Take --resume", "--weiter"),
        ("Find “{name}”", "“{name}” suchen"),
        (" s", "s"),
    ],
)
def test_a_broken_translation_is_noticed(text: str, translation: str) -> None:
    assert faults(Message(Mark("x", text), (translation,), ""), "de")


@pytest.mark.parametrize("code", LANGUAGES)
def test_the_window_has_the_texts_of_the_command_line(code: str) -> None:
    """Qt's compiled files are those of the files of translators, and plurals are the same."""
    translator = QTranslator()
    written = messages(code)
    assert translator.load(str(language.FOLDER / f"homereel_{code}.qm"))
    language.use(code)
    for mark in (message.mark for message in written):
        context, text, comment = mark.context, mark.text, mark.comment
        for n in (0, 1, 2, 4, 5, 12, 21, 22, 25, 112) if mark.has_number else (-1,):
            ours = language.translate(context, text, comment, n)
            by_qt = translator.translate(context, text, comment or None, n)
            assert by_qt, f"run installer/translations.py: {text!r} is not in the .qm"
            assert by_qt.replace("%n", str(n)).replace("%Ln", language.whole(n)) == ours


def test_polish_has_three_forms_for_numbers() -> None:
    language.use("pl")
    told = {n: language.translate("report", "%n frames", "", n) for n in (1, 2, 5, 12, 22, 25, 112)}
    assert told == {
        1: "1 klatka",
        2: "2 klatki",
        5: "5 klatek",
        12: "12 klatek",
        22: "22 klatki",
        25: "25 klatek",
        112: "112 klatek",
    }


def test_english_says_one_of_a_thing() -> None:
    assert language.translate("report", "%n frames", "", 1) == "1 frame"
    assert language.translate("report", "%n frames", "", 2) == "2 frames"


@pytest.mark.parametrize("code", LANGUAGES)
def test_no_two_options_or_menus_share_a_key(code: str) -> None:
    """Alt and a letter goes to an option or opens a menu: two of them would take turns."""
    menus = "&Clips", "&Edit", "&Queue", "&Preview", "&View", "&Help"
    together = {Mark("Menus", text) for text in menus}
    together |= {Mark("Transport", "Preview &length")}
    language.use(code)
    letters = Counter(
        text[text.index("&") + 1].lower()
        for mark in marks()
        if "&" in mark.text and (mark.context == "options" or mark in together)
        for text in [language.translate(mark.context, mark.text)]
    )
    assert {letter: n for letter, n in letters.items() if n > 1} == {}
