"""Parts of one tape: rows that each become a file, joined in one row and taken apart again."""

import pytest

from app.window.queue.parts import can_join
from engine.jobs.choices import Codec, Part
from engine.jobs.options import Options


@pytest.fixture
def filled(window, clips, qtbot):
    """The window with two clips that are ready, the first of them selected."""
    window.adding.add_files(clips[:2])
    qtbot.waitUntil(lambda: all(bool(clip.plan) for clip in window.model))
    return window


def add_part(window, start, end):
    window.panel.timeline.set_position(start)
    window.menus.add_part.trigger()
    window.panel.timeline.set_end(end)


def test_selected_parts_become_one_row_and_come_apart_again(filled):
    filled.panel.timeline.set_start(1.0)
    filled.panel.timeline.set_end(2.0)
    assert not filled.menus.join_parts.isEnabled()
    add_part(filled, 5.0, 7.0)
    rows = list(filled.model)
    assert [row.path.stem for row in rows] == ["tape 1", "tape 1", "tape 2"]
    filled.clip_list.select_all(rows[:2])
    filled.refresh()
    filled.menus.join_parts.trigger()
    joined = next(iter(filled.model))
    assert joined.options == Options(parts=(Part(1.0, 2.0), Part(5.0, 7.0)))
    assert len(filled.model) == 2
    assert filled.panel.timeline.parts == [(1.0, 2.0), (5.0, 7.0)]
    filled.menus.undo.trigger()
    assert list(filled.model) == rows
    filled.menus.redo.trigger()
    filled.clip_list.select(filled.model.index_of(joined))
    filled.refresh()
    filled.menus.join_parts.trigger()
    assert [(r.options.start_seconds, r.options.end_seconds) for r in filled.model] == [
        (1.0, 2.0),
        (5.0, 7.0),
        (None, None),
    ]


def test_the_whole_video_again_forgets_the_parts(filled):
    clip = filled.selection.shown
    parts = (Part(1.0, 2.0), Part(5.0, 7.0))
    filled.editing.edit(lambda options: Options(parts=parts))
    filled.panel.timeline.set_start(3.0)
    assert clip.options.parts == parts, "handles of one range would not fit"
    filled.panel.commands.whole_video.trigger()
    assert clip.options == Options()
    assert not filled.panel.timeline.has_range


def test_clips_of_other_sources_and_pictures_are_not_joined(filled):
    first, second = filled.model
    assert not can_join([first, second])
    copy = first.copy_with(filled.model.next_id(), first.options)
    assert can_join([first, copy])
    first.options = Options(codec=Codec.PNG)
    assert not can_join([first, copy])
