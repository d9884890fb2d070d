"""The rows of buttons around the picture: words where there is room for all of them."""

import itertools

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QToolButton, QWidget

from app.window.compare.toolbar import Transport


@pytest.fixture
def transport(window, qtbot):
    holder = QWidget()
    qtbot.addWidget(holder)
    holder.resize(2200, 100)
    row = Transport(window.panel.commands, holder)
    row.show_frames(0, 25)
    with qtbot.waitExposed(holder):
        holder.show()
    yield row


def cut_off(row):
    """Return the visible buttons that have less room than they need."""
    buttons = [button for button in row.findChildren(QToolButton) if button.isVisible()]
    return [b.text() for b in buttons if b.width() < b.sizeHint().width()]


def has_words(row):
    return row.whole_button.toolButtonStyle() is not Qt.ToolButtonStyle.ToolButtonIconOnly


def test_no_words_are_cut_off_when_another_button_comes(transport, qtbot):
    transport.whole_button.show()
    transport.resize(2000, 40)
    qtbot.wait(20)
    assert has_words(transport)
    needed = transport.layout().minimumSize().width()
    transport.whole_button.hide()
    transport.resize(needed - 40, 40)
    qtbot.wait(20)
    assert has_words(transport)
    transport.whole_button.show()
    qtbot.wait(20)
    assert not cut_off(transport)
    assert not has_words(transport)
    transport.whole_button.hide()
    qtbot.wait(20)
    assert has_words(transport)


def test_words_come_and_go_at_one_width(transport, qtbot):
    transport.whole_button.show()
    transport.resize(2000, 40)
    qtbot.wait(20)
    needed = transport.layout().minimumSize().width()
    seen = []
    for width in range(needed - 12, needed + 12):
        transport.resize(width, 40)
        qtbot.wait(5)
        seen.append(has_words(transport))
        assert not cut_off(transport)
    assert seen == sorted(seen)
    assert (seen[0], seen[-1]) == (False, True)


def test_the_label_goes_where_even_icons_have_no_room(transport, qtbot):
    transport.whole_button.show()
    label = next(found for found in transport.findChildren(QLabel) if found.buddy() is not None)
    for width in (900, 640, 500, transport.minimumSizeHint().width(), 900):
        transport.resize(width, 40)
        qtbot.wait(20)
        shown = [part for part in transport.findChildren(QWidget) if part.isVisible()]
        assert not cut_off(transport)
        assert label.width() >= label.sizeHint().width() or not label.isVisible()
        row = [part.geometry() for part in shown if part.parent() is transport]
        ends = sorted((part.left(), part.right()) for part in row)
        assert all(end < start for (_, end), (start, _) in itertools.pairwise(ends))
    assert label.isVisible()
    assert label.buddy().toolTip() == label.buddy().accessibleName() == "Preview length"
