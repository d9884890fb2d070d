"""Parts of one tape: rows that each become a file, joined in one row and taken apart again."""

from dataclasses import replace

import pytest

from app.window.queue.parts import can_join
from engine.jobs.choices import Codec, Part
from engine.jobs.options import Options
from engine.video.facts import Recording
from tests.gui.fakes import fake_looks


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


def ranges(window):
    return [(clip.options.start_seconds, clip.options.end_seconds) for clip in window.model]


@pytest.fixture
def tape(window, clips, intake, qtbot):
    """The window with a tape of three recordings, of which two have the same date."""
    dates = ("2003-12-24T18:30:05", "2003-12-24T18:30:05", "1999-01-02T03:04:05")
    recordings = tuple(
        Recording(start_seconds=start, length_seconds=2.0, date=date)
        for start, date in zip((0.0, 4.0, 6.0), dates, strict=True)
    )
    looks = fake_looks()
    probe = looks.probe
    intake._looks = replace(looks, probe=lambda path: replace(probe(path), recordings=recordings))
    window.adding.add_files(clips[:1])
    qtbot.waitUntil(lambda: all(bool(clip.plan) for clip in window.model))
    window.refresh()
    return window


def test_a_tape_becomes_a_clip_of_each_recording_and_one_again(tape, qtbot):
    action = tape.menus.split_recordings
    assert action.isEnabled()
    action.trigger()
    assert [clip.name for clip in tape.model] == [
        "2003-12-24 18-30-05 · tape 1.avi",
        "2003-12-24 18-30-05 (2) · tape 1.avi",
        "1999-01-02 03-04-05 · tape 1.avi",
    ]
    assert ranges(tape) == [(None, 4.0), (4.0, 6.0), (6.0, None)]
    assert [clip.position_seconds for clip in tape.model][1:] == [4.0, 6.0]
    assert tape.selection.clips == list(tape.model)
    qtbot.waitUntil(lambda: all(bool(clip.plan) for clip in tape.model))
    tape.menus.undo.trigger()
    assert [clip.options for clip in tape.model] == [Options()]
    tape.menus.redo.trigger()
    assert len(tape.model) == 3
    tape.clip_list.select(tape.model.index(0, 0))
    tape.refresh()
    assert not action.isEnabled()
    assert "it is one recording" in action.text()


def test_the_name_of_a_recording_stays_its_own(tape):
    tape.menus.split_recordings.trigger()
    first, second, third = tape.model
    tape.clip_list.select(tape.model.index_of(third))
    tape.editing.edit(lambda options: replace(options, strength=0.5))
    tape.editing.copy_look()
    tape.clip_list.select(tape.model.index_of(first))
    tape.editing.paste_look()
    assert (first.options.strength, first.options.name_beginning) == (0.5, "2003-12-24 18-30-05")
    tape.editing.reset_all()
    assert first.options == Options(end_seconds=4.0, name_beginning="2003-12-24 18-30-05")
    tape.editing.keep_as_defaults(second.options)
    assert tape.editing.next_options == Options()
    tape.panel.commands.whole_video.trigger()
    assert first.options == Options(), "it is no longer one recording"


def test_a_clip_becomes_a_clip_of_each_shot(filled, qtbot):
    qtbot.waitUntil(filled.menus.split_shots.isEnabled)
    filled.panel.timeline.set_end(8.0)
    filled.menus.split_shots.trigger()
    names = [clip.options.name_beginning for clip in filled.model]
    assert names == ["shot 001", "shot 002", "shot 003", ""]
    assert ranges(filled)[:3] == [(None, 1.5), (1.5, 5.5), (5.5, 8.0)]


def test_where_a_clip_cannot_be_split_the_menu_says_why(filled):
    menus = filled.menus
    assert not menus.split_recordings.isEnabled()
    assert menus.split_recordings.text().endswith("(it has no dates)")
    clip = filled.selection.shown
    clip.info = replace(clip.info, duration_seconds=3600.0)
    filled.refresh()
    assert menus.split_shots.text().endswith("(the video is too long)")
    filled.editing.edit(lambda options: Options(parts=(Part(1.0, 2.0), Part(5.0, 7.0))))
    filled.refresh()
    assert menus.split_recordings.text().endswith("(it joins several parts)")
    filled.clip_list.selectAll()
    filled.refresh()
    assert menus.split_recordings.text().endswith("rec&ordings")
    assert not menus.split_recordings.isEnabled()


def test_start_and_end_of_joined_parts_are_not_offered(filled):
    commands = filled.panel.commands
    assert commands.start_here.isEnabled()
    parts = (Part(1.0, 2.0), Part(5.0, 7.0))
    filled.editing.edit(lambda options: replace(options, parts=parts))
    assert not commands.start_here.isEnabled()
    assert not commands.end_here.isEnabled()
    filled.panel.commands.whole_video.trigger()
    assert commands.start_here.isEnabled()
