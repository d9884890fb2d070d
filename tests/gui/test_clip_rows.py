"""Rows of the list: how their texts are broken, and the sections in which they stand."""

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QFont, QFontMetrics

from app.window import questions
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


@pytest.fixture
def listed(window, clips):
    """Six clips of one folder."""
    window.adding.add_files([*clips, *(clips[0].with_name(f"{n}.avi") for n in (5, 6))])
    return window


def sections_of(window):
    model = window.model
    return [model.index(row, 0).data(SECTION_ROLE) for row in range(len(model))]


def choose(window, monkeypatch, numbers, name):
    """Select clips by their ids and group them by the menu."""
    monkeypatch.setattr(questions, "ask_for_group", lambda *_args: name)
    window.clip_list.select_all([window.model.find(number) for number in numbers])
    window.refresh()
    window.menus.group.trigger()


def ids_of(window):
    return [clip.clip_id for clip in window.model]


def test_selected_clips_stand_together_under_a_name(listed, monkeypatch):
    folder = listed.model.find(1).path.parent.name
    choose(listed, monkeypatch, [2, 5], "Tape 3")
    assert ids_of(listed) == [1, 2, 5, 3, 4, 6]
    assert sections_of(listed) == [folder, "Tape 3", "", folder, "", ""]
    choose(listed, monkeypatch, [6], "Tape 3")
    assert ids_of(listed) == [1, 2, 5, 6, 3, 4], "they join the group where it is"
    heard = listed.model.index(1, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert heard.startswith("Tape 3: ")
    listed.clip_list.grab()
    listed.menus.select_section.trigger()
    assert [clip.clip_id for clip in listed.selection.clips] == [2, 5, 6]
    listed.refresh()
    listed.menus.ungroup.trigger()
    assert sections_of(listed) == [""] * 6
    for _ in range(3):
        listed.menus.undo.trigger()
    assert (ids_of(listed), sections_of(listed)) == ([1, 2, 3, 4, 5, 6], [""] * 6)
    listed.menus.redo.trigger()
    assert sections_of(listed) == [folder, "Tape 3", "", folder, "", ""]


def test_a_question_that_is_not_answered_groups_nothing(listed, monkeypatch):
    choose(listed, monkeypatch, [2, 5], None)
    assert ids_of(listed) == [1, 2, 3, 4, 5, 6]


@pytest.mark.parametrize(
    ("moved", "row", "grouped"),
    [
        ([6], 2, [2, 3, 4, 6]),  # between two of the group
        ([6], 1, [2, 3, 4]),  # before it
        ([3], 6, [2, 4]),  # away from the others
        ([2], 4, [2, 3, 4]),  # to its end
        ([2, 3, 4], 6, [2, 3, 4]),  # all of it
        ([1], 6, [2, 3, 4]),
    ],
)
def test_dragged_clips_join_a_group_or_leave_it(listed, monkeypatch, moved, row, grouped):
    choose(listed, monkeypatch, [2, 3, 4], "Tape 3")
    model = listed.model
    rows = [model.index_of(model.find(number)) for number in moved]
    model.dropMimeData(model.mimeData(rows), Qt.DropAction.MoveAction, row, 0, QModelIndex())
    assert sorted(clip.clip_id for clip in model if clip.group) == grouped
    listed.menus.undo.trigger()
    assert [clip.clip_id for clip in model if clip.group] == [2, 3, 4]


def test_copies_of_a_clip_are_in_its_group(listed, monkeypatch, qtbot):
    choose(listed, monkeypatch, [2], "Tape 3")
    qtbot.waitUntil(lambda: listed.model.find(2).info is not None)
    listed.adding.duplicate([listed.model.find(2)])
    assert [clip.group for clip in listed.model] == ["", "Tape 3", "Tape 3", "", "", "", ""]
