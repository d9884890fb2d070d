"""Texts with a number: in English too they are said rightly."""

import xml.etree.ElementTree as ET
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication

from app.window.start import TRANSLATIONS

MESSAGES = [
    (context.findtext("name"), message.findtext("source"))
    for context in ET.parse(TRANSLATIONS / "homereel_en.ts").iter("context")
    for message in context.iter("message")
]


@pytest.mark.parametrize(("context", "source"), MESSAGES)
def test_one_and_many_are_told_apart(context, source):
    one, many = (QCoreApplication.translate(context, source, "", n) for n in (1, 2))
    assert many == source.replace("%n", "2"), "the compiled file is that of the texts"
    assert "1" in one
    assert one != source.replace("%n", "1")


def test_every_text_with_a_number_is_in_the_file():
    app = Path(__file__).parents[2] / "app"
    sources = "".join(path.read_text("utf-8") for path in app.rglob("*.py"))
    known = "".join(source for _, source in MESSAGES)
    assert sources.count("%n ") == known.count("%n "), "lupdate -pluralonly, then lrelease"
