"""Which language is chosen, and how it writes numbers."""

from __future__ import annotations

import ctypes
import subprocess
import sys
from collections.abc import Iterator
from types import SimpleNamespace

import pytest

from app.text import language
from app.text.clock import rough_duration, spoken
from app.text.messages import size_text


@pytest.fixture(autouse=True)
def english_again() -> Iterator[None]:
    yield
    language.use(language.ENGLISH)


@pytest.mark.parametrize(
    ("environment", "code"),
    [
        ({}, "en"),
        ({"LANG": "de_DE.UTF-8"}, "de"),
        ({"LANG": "de_DE.UTF-8", "LC_ALL": "pl_PL.UTF-8"}, "pl"),
        ({"LANG": "de_DE.UTF-8", "LC_MESSAGES": "fr_CA.UTF-8"}, "fr"),
        ({"LANG": "de_DE.UTF-8", "LC_ALL": "C.UTF-8"}, "en"),
        ({"LANG": "de_DE.UTF-8", "LANGUAGE": "it:es:de"}, "es"),
        ({"LANG": "C", "LANGUAGE": "es"}, "en"),
        ({"LANG": "ja_JP.UTF-8"}, "en"),
        ({"LANG": "de_DE.UTF-8", "HOMEREEL_LANGUAGE": "pl"}, "pl"),
        ({"LANG": "de_DE.UTF-8", "HOMEREEL_LANGUAGE": "ja"}, "en"),
        ({"LANG": "de_DE.UTF-8", "HOMEREEL_LANGUAGE": ""}, "de"),
        ({"HOMEREEL_LANGUAGE": "es-MX"}, "es"),
    ],
)
@pytest.mark.skipif(sys.platform == "win32", reason="the language of Windows counts there")
def test_the_environment_chooses_the_language(environment: dict[str, str], code: str) -> None:
    assert language.language_of_system(environment) == code


@pytest.mark.parametrize(("number", "code"), [(0x0407, "de"), (0x0415, "pl"), (0xFFFF, "en")])
def test_windows_tells_its_language_by_a_number(
    monkeypatch: pytest.MonkeyPatch, number: int, code: str
) -> None:
    kernel = SimpleNamespace(GetUserDefaultUILanguage=lambda: number)
    monkeypatch.setattr(sys, "platform", "win32")
    monkeypatch.setattr(ctypes, "windll", SimpleNamespace(kernel32=kernel), raising=False)
    assert language.language_of_system({}) == code
    assert language.language_of_system({"LANG": "fr_FR.UTF-8"}) == "fr"


def test_numbers_are_written_as_the_language_does() -> None:
    assert (language.decimal(1234.56), language.whole(1234567)) == ("1234.6", "1,234,567")
    language.use("de")
    assert (language.decimal(1.25, 2), language.whole(1234)) == ("1,25", "1.234")
    assert f"{language.Number(0.05):.0%}" == "5\u00a0%"
    assert size_text(148_239_017) == "148,2 MB"
    language.use("pl")
    assert (language.whole(1234), language.whole(12345)) == ("1234", "12\u00a0345")
    assert f"{language.Number(0.05):.0%}" == "5%"
    language.use("fr")
    assert size_text(148_239_017) == "148,2 Mo"
    language.use("de", point=".")
    assert language.decimal(1.5) == "1.5"


def test_a_text_that_a_language_lacks_is_english() -> None:
    language.use("de")
    assert language.translate("messages", "Nobody translated this.") == "Nobody translated this."
    assert language.translate("messages", "%n of these.", "", 3) == "3 of these."


def test_times_are_told_in_the_language() -> None:
    language.use("pl")
    assert rough_duration(400_000) == "5 dni"


def test_times_are_written_as_they_are_said() -> None:
    assert spoken(125.0) == "2 minutes 5 seconds"
    assert spoken(2 * 3600 + 0.04) == "2 hours 0.04 seconds"
    assert (spoken(0.0), spoken(7200.0)) == ("0 seconds", "2 hours")
    language.use("de")
    assert spoken(2.5).startswith("2,5 ")


def test_a_broken_file_costs_the_translation_only(monkeypatch, tmp_path) -> None:
    (tmp_path / "homereel_de.ts").write_text("<TS><context>")
    monkeypatch.setattr(language, "FOLDER", tmp_path)
    language._texts.cache_clear()
    try:
        language.use("de")
        assert language.translate("clock", "{count} s") == "{count} s"
    finally:
        language._texts.cache_clear()


def test_the_command_line_is_translated_without_qt() -> None:
    code = (
        "import sys; sys.argv = ['homereel', 'restore', '--help']\n"
        "from app.__main__ import main\n"
        "try:\n    main()\n"
        "finally:\n    assert 'PySide6' not in sys.modules\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", code],
        env={"HOMEREEL_LANGUAGE": "de", "PYTHONIOENCODING": "utf-8", "PATH": ""},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert "Aufruf: homereel restore" in done.stdout
    assert "das Ergebnis" in done.stdout
