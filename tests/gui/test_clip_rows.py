"""Rows of the list: how their texts are broken."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QFontMetrics

from app.window.queue.clip_model import SECTION_ROLE
from app.window.queue.clip_rows import _lines


@pytest.fixture
def font(qapp):
    return QFont()


@pytest.mark.parametrize(
    "text",
    ["Paused at 40 %. It goes on there or a little before.", "x" * 90, "", "a b", "ö_ö " * 30],
)
def test_every_line_fits_and_nothing_is_lost(font, text):
    metrics = QFontMetrics(font)
    lines = _lines(text, font, 120, most=99)
    assert all(metrics.horizontalAdvance(line) <= 120 for line in lines)
    assert "".join(lines).replace(" ", "") == text.replace(" ", "")


def test_names_keep_their_end_and_get_no_blanks(font):
    name = "holiday_in_the_mountains_with_everybody_" * 4 + "1994.avi"
    first, second = _lines(name, font, 150, most=2, elided=Qt.TextElideMode.ElideMiddle)
    assert name.startswith(first)
    assert second.endswith(".avi")
    assert "…" in second
    assert " " not in first + second


def test_the_last_line_says_that_there_is_more(font):
    lines = _lines("word " * 60, font, 150, most=2)
    assert len(lines) == 2
    assert lines[1].endswith("…")


def test_clips_of_several_folders_stand_below_their_names(window, clips, qtbot):
    others = [clips[0].parent / "tape B" / name for name in ("a.avi", "b.avi")]
    window.adding.add_files([*clips[:2], *others])
    model, rows = window.model, window.clip_list

    def sections():
        return [model.index(row, 0).data(SECTION_ROLE) for row in range(len(model))]

    assert sections() == [clips[0].parent.name, "", "tape B", ""]
    heights = [rows.sizeHintForIndex(model.index(row, 0)).height() for row in range(4)]
    assert heights[0] == heights[2] > heights[1] == heights[3]
    rows.grab()
    rows.select(model.index(3, 0))
    window.menus.select_section.trigger()
    assert [clip.path for clip in rows.selected_clips()] == others
    window.changes.remove(rows.selected_clips())
    assert sections() == ["", ""]
