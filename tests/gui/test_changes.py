"""Undo and redo: what is done to the list and to options can be taken back."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QLibraryInfo, QMimeData, QModelIndex, QPointF, Qt, QUrl, QVersionNumber
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication, QComboBox, QSlider

from app.window.queue.clip_model import ROWS, ClipModel
from app.window.queue.clips import ClipState
from engine.jobs.choices import Codec, Container, Deinterlace
from engine.jobs.errors import InputProblem, InputVideoError, UnfinishedWorkError, WorkProblem
from engine.jobs.options import Options, Resume


def names(window):
    return [clip.path.stem for clip in window.model]


def states(window):
    return [clip.state for clip in window.model]


@pytest.fixture
def filled(window, clips, qtbot):
    """The window with four clips that are ready, and the rules of Qt watched over."""
    QAbstractItemModelTester(
        window.model, QAbstractItemModelTester.FailureReportingMode.Fatal, window
    )
    window.adding.add_files(clips)
    qtbot.waitUntil(lambda: all(bool(clip.plan and clip.thumbnail) for clip in window.model))
    return window


def select(window, *rows):
    clips = list(window.model)
    window.clip_list.select_all([clips[row] for row in rows])


def test_removed_clips_come_back_where_they_were(filled, qtbot):
    select(filled, 0, 2)
    filled.editing.edit(lambda options: replace(options, strength=0.5))
    filled.menus.remove.trigger()
    assert names(filled) == ["tape 2", "tape 4"]
    assert "Ctrl+Z" in filled.foot.notice.text()
    assert "Remove" in filled.menus.undo.text()
    filled.menus.undo.trigger()
    assert names(filled) == ["tape 1", "tape 2", "tape 3", "tape 4"]
    assert [clip.options.strength for clip in filled.model] == [0.5, 1.0, 0.5, 1.0]
    assert states(filled) == [ClipState.READY] * 4
    filled.menus.redo.trigger()
    assert names(filled) == ["tape 2", "tape 4"]


def test_clips_removed_before_they_were_looked_at_are_looked_at_when_they_come_back(
    window, clips, qtbot
):
    window.adding.add_files(clips[:1])
    window.adding.remove_selected()
    window.menus.undo.trigger()
    qtbot.waitUntil(lambda: states(window) == [ClipState.READY])


def test_adding_is_undone_too(filled):
    filled.menus.undo.trigger()
    assert names(filled) == []
    filled.menus.redo.trigger()
    assert names(filled) == ["tape 1", "tape 2", "tape 3", "tape 4"]


def test_a_clip_that_is_being_restored_stays(filled, qtbot, restore):
    restore.waits = True
    filled.commands.toggle_queue()
    qtbot.waitUntil(restore.has_begun.is_set)
    filled.clip_list.selectAll()
    filled.menus.remove.trigger()
    assert names(filled) == ["tape 1"]
    filled.menus.undo.trigger()
    assert names(filled) == ["tape 1", "tape 2", "tape 3", "tape 4"]
    filled.menus.undo.trigger()  # the adding
    assert names(filled) == ["tape 1"]


def test_options_and_ranges_are_undone_and_shown(filled):
    clip = filled.model.find(1)
    box = filled.options_panel.findChild(QComboBox, "deinterlace")
    filled.editing.edit(lambda options: replace(options, deinterlace=Deinterlace.FIELD))
    filled.panel.timeline.set_end(4.0)
    assert clip.options.end_seconds == 4.0
    filled.menus.undo.trigger()
    assert clip.options.end_seconds is None
    assert filled.panel.timeline.range_seconds == (0.0, 10.0)
    assert box.currentIndex() == 3
    filled.menus.undo.trigger()
    assert box.currentIndex() == 0
    filled.menus.redo.trigger()
    assert clip.options.deinterlace is Deinterlace.FIELD


def test_a_slider_that_is_moved_is_one_change(filled):
    slider = filled.options_panel.findChild(QSlider, "threshold")
    count = filled.changes.stack.count()
    for position in (60, 70, 80):
        slider.setValue(position)
    assert filled.changes.stack.count() == count + 1
    filled.menus.undo.trigger()
    assert filled.model.find(1).options.threshold is None


def test_an_undone_change_of_folder(filled, tmp_path):
    filled.editing.choose_folder(tmp_path)
    filled.menus.undo.trigger()
    assert filled.model.find(1).folder is None


@pytest.mark.parametrize(
    ("rows", "action", "order"),
    [
        ([2], "move_up", "1324"),
        ([1, 2], "move_down", "1423"),
        ([3], "move_to_top", "4123"),
        ([0, 1], "move_to_end", "3412"),
        ([0], "move_up", "1234"),
        ([3], "move_down", "1234"),
    ],
)
def test_clips_are_moved_by_the_keyboard(*, filled, rows, action, order):
    select(filled, *rows)
    chosen = filled.clip_list.selected_clips()
    getattr(filled.menus, action).trigger()
    assert "".join(name[-1] for name in names(filled)) == order
    assert filled.clip_list.selected_clips() == chosen
    if order != "1234":
        filled.menus.undo.trigger()
        assert names(filled) == ["tape 1", "tape 2", "tape 3", "tape 4"]


def test_clips_are_moved_by_dragging_them(filled):
    model = filled.model
    data = model.mimeData([model.index(3, 0), model.index(1, 0)])
    assert data.hasFormat(ROWS)
    move = Qt.DropAction.MoveAction
    assert not model.dropMimeData(data, move, 0, 0, QModelIndex()), "the view removes nothing"
    assert names(filled) == ["tape 2", "tape 4", "tape 1", "tape 3"]
    assert not model.dropMimeData(QMimeData(), move, 0, 0, QModelIndex())


def test_the_queue_follows_the_new_order(filled, qtbot, restore):
    restore.waits = True
    filled.commands.toggle_queue()
    qtbot.waitUntil(restore.has_begun.is_set)
    select(filled, 3)
    filled.menus.move_to_top.trigger()
    restore.release()
    qtbot.waitUntil(lambda: not filled.queue.is_running)
    assert [job.source.stem[-1] for job in restore.jobs] == ["1", "4", "2", "3"]


def test_only_the_selected_clips_are_restored(filled, qtbot, restore, clips, tmp_path):
    select(filled, 1, 3)
    filled.menus.restore_selected.trigger()
    late = tmp_path / "late.avi"
    filled.adding.add_files([late])
    qtbot.waitUntil(lambda: not filled.queue.is_running)
    ready, done = ClipState.READY, ClipState.DONE
    qtbot.waitUntil(lambda: states(filled) == [ready, done, ready, done, ready])
    assert len(restore.jobs) == 2


def test_one_clip_is_paused_and_the_others_go_on(filled, qtbot, restore):
    restore.waits = True
    filled.commands.toggle_queue()
    qtbot.waitUntil(restore.has_begun.is_set)
    select(filled, 0, 2)
    qtbot.waitUntil(filled.menus.pause_selected.isEnabled)
    filled.menus.pause_selected.trigger()
    restore.release()
    qtbot.waitUntil(lambda: not filled.queue.is_running)
    done = ClipState.DONE
    assert states(filled) == [ClipState.PAUSED, done, ClipState.READY, done]
    assert restore.discarded == []


def test_a_paused_clip_stays_paused_when_its_options_change_and_finds_its_way_back(
    *, filled, qtbot, restore
):
    clip = filled.model.find(1)
    restore.waits = True
    filled.commands.toggle_queue()
    qtbot.waitUntil(lambda: clip.done_share > 0)
    filled.commands.toggle_queue()
    qtbot.waitUntil(lambda: clip.state is ClipState.PAUSED)
    filled.editing.edit(lambda options: replace(options, strength=0.5))
    assert clip.state is ClipState.PAUSED
    assert clip.is_changed
    said = filled.model.index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert "40" in said
    assert "changed" in said
    filled.menus.undo.trigger()
    assert not clip.is_changed


def test_a_copy_is_restored_with_other_options(filled, qtbot, restore):
    select(filled, 0)
    filled.menus.duplicate.trigger()
    assert names(filled)[:2] == ["tape 1", "tape 1"]
    (copy,) = filled.clip_list.selected_clips()
    filled.editing.edit(lambda options: replace(options, strength=0.25))
    assert filled.model.find(1).options.strength == 1.0
    qtbot.waitUntil(lambda: copy.plan is not None)
    filled.menus.restore_selected.trigger()
    qtbot.waitUntil(lambda: copy.state is ClipState.DONE)
    assert restore.jobs[0].options.strength == 0.25


def test_another_part_of_a_tape_is_a_clip_of_its_own(filled, qtbot):
    filled.panel.timeline.set_position(4.0)
    filled.panel.timeline.end_here()
    filled.menus.add_part.trigger()
    first, second, *_ = filled.model
    assert (first.options.start_seconds, first.options.end_seconds) == (None, 4.0)
    assert (second.options.start_seconds, second.options.end_seconds) == (4.0, None)
    assert "0:04 to 0:10" in filled.model.index(1, 0).data(Qt.ItemDataRole.AccessibleTextRole)


def test_a_look_is_copied_without_what_the_source_is(filled):
    filled.editing.edit(
        lambda o: replace(o, strength=0.5, grain=0.2, deinterlace=Deinterlace.OFF, end_seconds=3.0)
    )
    filled.menus.copy_look.trigger()
    select(filled, 1, 2)
    filled.menus.paste_look.trigger()
    pasted = Options(strength=0.5, grain=0.2)
    assert [clip.options for clip in filled.model][1:] == [pasted, pasted, Options()]


def test_all_options_are_reset_but_not_the_part(filled):
    clip = filled.model.find(1)
    filled.editing.edit(
        lambda o: replace(o, codec=Codec.FFV1, container=Container.MKV, end_seconds=3.0)
    )
    filled.menus.reset_all.trigger()
    assert clip.options == Options(end_seconds=3.0)
    filled.menus.undo.trigger()
    assert clip.options.codec is Codec.FFV1


def test_options_that_differ_between_selected_clips_are_marked(filled):
    filled.editing.edit(lambda options: replace(options, codec=Codec.HEVC, strength=0.5))
    panel = filled.options_panel
    codec = panel.findChild(QComboBox, "codec")
    size = panel.findChild(QComboBox, "size")
    assert codec.currentIndex() == 2
    select(filled, 0, 1)
    assert codec.currentIndex() == -1
    assert codec.placeholderText() == "different"
    assert codec.accessibleDescription()
    assert size.currentIndex() == 0
    filled.model.find(2).options = replace(filled.model.find(2).options, container=Container.MKV)
    codec.setCurrentIndex(3)
    codec.activated.emit(3)
    assert codec.currentIndex() == 3
    containers = [clip.options.container for clip in filled.model]
    assert containers == [None, Container.MKV, None, None]
    assert not codec.accessibleDescription()
    strengths = [clip.options.strength for clip in filled.model]
    assert strengths == [0.5, 1.0, 1.0, 1.0], "only what was chosen is made the same"


def test_many_clips_change_in_one_go(qapp, tmp_path):
    model = ClipModel()
    clips = [model.new_clip(tmp_path / f"{n}.avi", Options(), None) for n in range(500)]
    told = []
    model.rowsInserted.connect(lambda _parent, first, last: told.append((first, last)))
    model.dataChanged.connect(lambda first, last, _roles: told.append((first.row(), last.row())))
    model.rowsRemoved.connect(lambda _parent, first, last: told.append((first, last)))
    model.insert(list(enumerate(clips)))
    model.touch(*clips[10:210])
    placed = model.remove(clips[100:300])
    assert told == [(0, 499), (10, 209), (100, 299)]
    model.insert(placed)
    assert list(model) == clips
    assert model.find(clips[250].clip_id) is clips[250]


def test_a_source_that_went_during_the_queue_can_be_shown(filled, qtbot, restore, clips):
    gone = InputVideoError(clips[0], InputProblem.NOT_FOUND)
    restore.failures = {clips[0].name: gone}
    filled.commands.toggle_queue()
    qtbot.waitUntil(lambda: not filled.queue.is_running)
    qtbot.waitUntil(filled.menus.find_source.isEnabled)
    assert "Not found" in filled.model.index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert "Try again" in filled.menus.restore_selected.text().replace("&", "")


def test_files_dropped_on_the_list_itself_are_added(filled, qtbot, tmp_path):
    """Rows are dragged in the list; what comes from elsewhere is left to the window."""
    new = tmp_path / "new.avi"
    new.write_bytes(b"film")
    data, lit = QMimeData(), []
    data.setUrls([QUrl.fromLocalFile(str(new))])
    filled.adding.dragged.connect(lit.append)
    place, buttons = QPointF(50, 50), Qt.MouseButton.LeftButton
    keys, copy = Qt.KeyboardModifier.NoModifier, Qt.DropAction.CopyAction
    viewport = filled.clip_list.viewport()
    # Qt takes whole pixels for a drag up to 6.11.
    moved = place if QLibraryInfo.version() >= QVersionNumber(6, 12) else place.toPoint()
    enter = QDragEnterEvent(moved, copy, data, buttons, keys)
    QApplication.sendEvent(viewport, enter)
    assert enter.isAccepted()
    assert filled.clip_list.property("lit")
    QApplication.sendEvent(viewport, QDragMoveEvent(moved, copy, data, buttons, keys))
    QApplication.sendEvent(viewport, QDropEvent(place, copy, data, buttons, keys))
    assert lit[-1] is False
    qtbot.waitUntil(lambda: len(filled.model) == 5)


def test_the_question_about_unfinished_work_offers_the_old_options(
    *, filled, qtbot, restore, clips, monkeypatch
):
    clip, asked = filled.model.find(1), []

    def ask(parent, error, *, has_old_options):
        asked.append(has_old_options)
        restore.failures = {}
        return Resume.AUTO

    monkeypatch.setattr("app.window.questions.ask_about_work", ask)
    restore.waits = True
    filled.commands.restore_selected()
    qtbot.waitUntil(lambda: clip.done_share > 0)
    filled.queue.pause([clip])
    qtbot.waitUntil(lambda: clip.state is ClipState.PAUSED)
    filled.editing.edit(lambda options: replace(options, strength=0.5))
    error = UnfinishedWorkError(clips[0], WorkProblem.OTHER_OPTIONS, frames=100, detail="x")
    restore.failures = {clips[0].name: error}
    restore.release()
    filled.commands.restore_selected()
    qtbot.waitUntil(lambda: clip.state is ClipState.DONE)
    assert asked == [True]
    assert clip.options == Options()
    assert [job.options.strength for job in restore.jobs] == [1.0, 0.5, 1.0]
    assert restore.jobs[-1].resume is Resume.AUTO


@pytest.fixture
def running(filled, qtbot, restore):
    """The window while the first of its clips is restored."""
    restore.waits = True
    filled.commands.toggle_queue()
    qtbot.waitUntil(restore.has_begun.is_set)
    return filled


def test_a_clip_that_comes_back_while_the_queue_runs_is_restored(running, qtbot, restore):
    select(running, 2)
    running.menus.remove.trigger()
    running.menus.undo.trigger()
    assert states(running)[2] is ClipState.WAITING
    restore.release()
    qtbot.waitUntil(lambda: states(running) == [ClipState.DONE] * 4)


def test_a_clip_that_comes_back_after_the_queue_was_stopped_does_not_wait(running, qtbot):
    select(running, 2)
    running.menus.remove.trigger()
    running.queue.stop_after_this()
    running.menus.undo.trigger()
    assert states(running)[2] is ClipState.READY


def test_a_copy_made_while_the_queue_runs_is_restored(running, qtbot, restore):
    select(running, 3)
    running.menus.duplicate.trigger()
    assert states(running)[4] is ClipState.WAITING
    restore.release()
    qtbot.waitUntil(lambda: states(running) == [ClipState.DONE] * 5)


def test_what_cannot_be_undone_while_it_is_restored_is_told(filled, qtbot, restore):
    select(filled, 0)
    filled.editing.edit(lambda options: replace(options, strength=0.5))
    restore.waits = True
    filled.commands.toggle_queue()
    qtbot.waitUntil(restore.has_begun.is_set)
    filled.menus.undo.trigger()
    assert filled.model.find(1).options.strength == 0.5
    assert "“tape 1.avi” is being restored, and stays" in filled.foot.notice.text()
    filled.foot.on_time_over()
    filled.menus.undo.trigger()
    assert names(filled) == ["tape 1"]
    assert "stays" in filled.foot.notice.text()
