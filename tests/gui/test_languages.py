"""The window in each language: it fits into a small screen, and its keys are told apart."""

import re
from collections import Counter

import pytest
from PySide6.QtCore import QLocale, QPoint, Qt, QTranslator
from PySide6.QtWidgets import (
    QAbstractButton,
    QComboBox,
    QLabel,
    QMenu,
    QScrollArea,
    QStyle,
    QStyleOptionComboBox,
)

from app.text import language
from app.text.language import LANGUAGES
from app.window.languages import remark, speak
from app.window.main_window import SMALLEST
from app.window.options.fold import Fold
from engine.jobs import presets

SMALL_SCREEN = (1024, 700)
PANEL_WIDTH = 206
"""Of the options in pixels, without margins and scroll bar, where they are narrowest."""


@pytest.fixture
def spoken(qapp, monkeypatch, request):
    """One language, for the window that is made next; English again afterwards."""
    before, english = QLocale(), set(qapp.findChildren(QTranslator))
    monkeypatch.setenv(language.VARIABLE, request.param)
    speak(qapp, "")
    yield request.param
    for translator in set(qapp.findChildren(QTranslator)) - english:
        qapp.removeTranslator(translator)
        translator.deleteLater()
    QLocale.setDefault(before)
    language.use(language.ENGLISH)


each_language = pytest.mark.parametrize("spoken", LANGUAGES, indirect=True)


@pytest.fixture
def small_window(spoken, request, qtbot, clips):
    window = request.getfixturevalue("window")  # after the language was chosen
    window.resize(*SMALL_SCREEN)
    window.adding.add_paths(clips[:2])
    qtbot.waitUntil(lambda: window.selection.shown is not None)
    qtbot.waitUntil(lambda: window.selection.shown.plan is not None)
    for fold in window.findChildren(Fold):
        fold.set_open(True)
    return window


def cut_off(window):
    """Texts that have less room than they need."""
    for label in window.findChildren(QLabel):
        if label.isVisible() and label.text():
            needed = label.heightForWidth(label.width()) if label.wordWrap() else 0
            # A word that is longer than a line is cut off as well.
            words = label.text().split() if label.wordWrap() else [label.text()]
            metrics = label.fontMetrics()
            plain = [re.sub("<[^>]+>|&(?=.)", "", word) for word in words]
            width = max(metrics.horizontalAdvance(word) for word in plain if "\n" not in word)
            if needed > label.height() or width > label.contentsRect().width():
                yield label.text()
    for button in window.findChildren(QAbstractButton):
        if button.isVisible() and button.text() and button.width() < button.sizeHint().width():
            yield button.text()
    for box in window.findChildren(QComboBox):
        if box.isVisible():
            room = room_of(box)
            texts = [box.itemText(index) for index in range(box.count())]
            metrics = box.fontMetrics()
            yield from (text for text in texts if metrics.horizontalAdvance(text) > room)
    for area in window.findChildren(QScrollArea):
        if area.widget().width() > area.viewport().width():
            yield f"{area.widget()} is wider than its place"


def room_of(box):
    """How wide a text may be in a box, the arrow left out."""
    option = QStyleOptionComboBox()
    box.initStyleOption(option)
    field = QStyle.SubControl.SC_ComboBoxEditField
    place = box.style().subControlRect(QStyle.ComplexControl.CC_ComboBox, option, field, box)
    return place.width()


@each_language
def test_nothing_is_cut_off_on_a_small_screen(small_window):
    assert small_window.minimumSizeHint().width() <= SMALLEST.width()
    assert small_window.menuBar().sizeHint().width() <= SMALLEST.width()
    assert list(cut_off(small_window)) == []


@each_language
def test_proposed_presets_are_not_cut_off(small_window):
    controls = small_window.options_panel.presets
    for name in presets.BUILT_IN:
        controls.show_proposed(name)
        assert controls.proposal.text() in ("", *texts_with_room(controls.proposal)), name


def texts_with_room(button):
    """The text of a button, if it is not wider than the panel on a small screen."""
    return [button.text()] if button.sizeHint().width() <= PANEL_WIDTH else []


@pytest.mark.parametrize("spoken", ["de"], indirect=True)
def test_what_is_too_long_is_noticed(small_window):
    before = list(cut_off(small_window))
    small_window.side.start_button.setText("Rindfleischetikettierungsüberwachungsaufgabe")
    assert len(list(cut_off(small_window))) == len(before) + 1


@each_language
def test_no_two_entries_of_a_menu_share_a_letter(window_with_menus):
    for title, texts in window_with_menus.items():
        letters = Counter(
            found[1].lower() for text in texts if (found := re.search(r"&(\w)", text))
        )
        assert {letter: n for letter, n in letters.items() if n > 1} == {}, title


@pytest.fixture
def window_with_menus(spoken, request):
    """The texts of each menu, also of those within others."""
    window = request.getfixturevalue("window")
    menus = [menu for menu in window.findChildren(QMenu) if menu.title()]
    texts = {menu.title(): [a.text() for a in menu.actions() if a.text()] for menu in menus}
    return texts | {"": [action.text() for action in window.menuBar().actions()]}


@each_language
def test_the_window_speaks_the_language(window_with_menus, spoken):
    preview = {"de": "Vorschau", "en": "Preview", "es": "Vista", "fr": "Aperçu", "pl": "Podgląd"}
    assert any(preview[spoken] in title.replace("&", "") for title in window_with_menus)


@pytest.mark.parametrize("spoken", ["de"], indirect=True)
def test_qts_own_texts_are_translated(spoken, qapp):
    assert qapp.translate("QPlatformTheme", "Cancel") == "Abbrechen"
    assert QLocale().toString(1.5, "f", 1) == "1,5"


@pytest.mark.parametrize("spoken", ["de"], indirect=True)
def test_another_language_is_said_in_that_language(window, spoken, settings):
    (action,) = [a for m in window.findChildren(QMenu) for a in m.actions() if a.text() == "Polski"]
    action.trigger()
    assert settings.language == "pl"
    assert window.foot.notice.text() == remark("pl")
    assert "po polsku" in remark("pl")


def test_a_right_to_left_language_mirrors_the_window(qapp, qtbot, window, clips):
    """There is none yet; nothing in the program may prevent it."""
    qapp.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    try:
        window.resize(*SMALL_SCREEN)
        window.adding.add_paths(clips[:1])
        qtbot.waitUntil(lambda: [c for c in window.model if c.thumbnail is not None] != [])
        row = window.clip_list.viewport().grab().toImage()
        thumbnail = row.pixelColor(row.width() - 50, 45)
        assert thumbnail == row.pixelColor(row.width() - 60, 45) != row.pixelColor(5, 45)
        assert thumbnail.red() == thumbnail.blue()
        left = window.options_panel.mapTo(window, QPoint()).x()
        right = window.clip_list.mapTo(window, QPoint()).x()
        assert left < right
    finally:
        qapp.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
