"""The window as a person uses it, over an engine that only pretends."""

import subprocess
import sys
from dataclasses import replace

import pytest
from PySide6.QtCore import (
    QLibraryInfo,
    QMimeData,
    QPoint,
    QPointF,
    QRect,
    QRectF,
    Qt,
    QTimer,
    QUrl,
    QVersionNumber,
)
from PySide6.QtGui import QAction, QColor, QDragEnterEvent, QDropEvent
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QLabel,
    QMessageBox,
    QPushButton,
    QSlider,
    QToolButton,
)

from app.window.compare.pair import Mode
from app.window.compare.preview import PreviewState
from app.window.delay import DEBOUNCE_MS
from app.window.main_window import Window
from app.window.options.output import QUALITY_STEP
from app.window.options.slider import threshold_at
from app.window.questions import Leaving
from app.window.queue.clip_model import CLIP_ROLE
from app.window.queue.clips import ClipState
from app.window.settings import CODECS, ENCODERS
from engine.estimating.speeds import Trial
from engine.installation.cards import Card, CardKind
from engine.jobs.choices import (
    DEFAULT_QUALITY,
    Borders,
    Codec,
    Colours,
    Container,
    Crop,
    Deinterlace,
    Repair,
    Shape,
    SizeByHeight,
)
from engine.jobs.errors import InputProblem, InputVideoError
from engine.jobs.events import Warned, WarningKind
from engine.jobs.options import DEFAULT_MODEL
from engine.networks import catalogue
from engine.video.facts import Finding, Scan
from tests.gui.fakes import source_info


def states(window):
    return [clip.state for clip in window.model]


@pytest.fixture
def filled(window, clips, qtbot):
    """The window with three clips that are ready."""
    window.adding.add_files(clips[:3])
    qtbot.waitUntil(lambda: all(bool(clip.plan and clip.thumbnail) for clip in window.model))
    assert states(window) == [ClipState.READY] * 3
    return window


@pytest.fixture
def previewed(filled, qtbot):
    """The window with a preview of its first clip."""
    filled.editing.request_preview()
    qtbot.waitUntil(lambda: filled.strip.state is PreviewState.READY)
    return filled


def drop(window, paths):
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    place = QPointF(400, 300)
    buttons, keys = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    copy = Qt.DropAction.CopyAction
    # Qt takes whole pixels for a drag up to 6.11.
    moved = place if QLibraryInfo.version() >= QVersionNumber(6, 12) else place.toPoint()
    enter = QDragEnterEvent(moved, copy, data, buttons, keys)
    QApplication.sendEvent(window, enter)
    assert enter.isAccepted()
    QApplication.sendEvent(window, QDropEvent(place, copy, data, buttons, keys))


def test_the_window_opens_without_torch_and_without_pyav():
    program = (
        "import sys\n"
        "from PySide6.QtWidgets import QApplication\n"
        "from app.window import start, theme\n"
        "from app.window.settings import Settings\n"
        "from app.window.main_window import Window\n"
        "from engine.background.intake_thread import Intake\n"
        "from engine.background.engine_thread import Engine\n"
        "app = QApplication([])\n"
        "appearance = theme.Appearance(app)\n"
        "engine, intake, settings = Engine(), Intake(), Settings()\n"
        "window = Window("
        "engine=engine, intake=intake, settings=settings, appearance=appearance)\n"
        "window.show()\n"
        "app.processEvents()\n"
        "print({'torch', 'av', 'numpy'} & set(sys.modules), engine.isRunning())\n"
    )
    run = subprocess.run(
        [sys.executable, "-c", program],
        capture_output=True,
        text=True,
        timeout=60,
        check=True,
    )
    assert run.stdout.strip() == "set() False"


def test_dropped_files_and_folders_come_into_the_list(window, qtbot, tmp_path, clips):
    folder = tmp_path / "1994"
    (folder / "summer").mkdir(parents=True)
    for name in ("b.MOV", "summer/a.avi", "notes.txt", ".hidden.avi"):
        (folder / name).write_bytes(b"")
    drop(window, [clips[0], folder])
    qtbot.waitUntil(lambda: len(window.model) == 3)
    assert [clip.path.name for clip in window.model] == ["tape 1.avi", "b.MOV", "a.avi"]
    assert window.foot.notice.text() == "Files that are no videos were left out: .txt (1)"
    qtbot.waitUntil(lambda: states(window) == [ClipState.READY] * 3)
    assert window.clip_list.selected_clips()[0].path == clips[0]


def test_a_second_copy_is_taken_and_said(filled, qtbot, clips):
    drop(filled, [clips[0]])
    qtbot.waitUntil(lambda: len(filled.model) == 4)
    assert clips[0].name in filled.foot.notice.text()
    assert filled.foot.notice.isVisible()


def test_a_folder_without_videos_is_said(window, qtbot, tmp_path):
    drop(window, [tmp_path])
    qtbot.waitUntil(window.foot.notice.isVisible)
    assert len(window.model) == 0


def test_a_refused_source_says_why_in_its_row(window, qtbot, tmp_path):
    window.adding.add_files([tmp_path / "broken.avi"])
    qtbot.waitUntil(lambda: states(window) == [ClipState.REFUSED])
    spoken = window.model.index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken.startswith("broken.avi, ")
    assert spoken.count("broken.avi") == 1, "the row has the name already"
    qtbot.waitUntil(lambda: str(tmp_path) in window.foot.sentence.text().replace("\u200b", ""))
    assert not window.side.start_button.isEnabled()


def test_the_model_keeps_the_rules_of_qt(window, qtbot, clips):
    QAbstractItemModelTester(
        window.model, QAbstractItemModelTester.FailureReportingMode.Fatal, window
    )
    window.adding.add_files(clips)
    qtbot.waitUntil(lambda: states(window) == [ClipState.READY] * 4)
    window.adding.remove_selected()
    assert len(window.model) == 3
    assert window.model.index(0, 0).data(CLIP_ROLE).path == clips[1]


def test_the_queue_goes_on_after_a_failure(filled, qtbot, restore, clips):
    restore.failures = {clips[1].name: InputVideoError(clips[1], InputProblem.READ_FAILED)}
    qtbot.mouseClick(filled.side.start_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: not filled.queue.is_running)
    assert states(filled) == [ClipState.DONE, ClipState.FAILED, ClipState.DONE]
    assert (clips[0].parent / "tape 1 restored.mp4").exists()
    assert not list(clips[0].parent.glob(".*"))


def test_two_items_never_share_an_output(window, qtbot, restore, clips):
    (clips[0].parent / "tape 1 restored 2.mp4").write_bytes(b"precious")
    window.adding.add_files([clips[0]] * 3)
    qtbot.waitUntil(lambda: all(bool(clip.plan) for clip in window.model))
    expected = [window.queue.expected_output(clip).name for clip in window.model]
    window.commands.toggle_queue()
    qtbot.waitUntil(lambda: states(window) == [ClipState.DONE] * 3)
    written = [clip.output.name for clip in window.model]
    assert written == expected
    assert written == [
        "tape 1 restored.mp4",
        "tape 1 restored 3.mp4",
        "tape 1 restored 4.mp4",
    ]
    assert (clips[0].parent / "tape 1 restored 2.mp4").read_bytes() == b"precious"


def test_pausing_keeps_what_is_finished_and_starting_goes_on(filled, qtbot, restore):
    restore.waits = True
    filled.commands.toggle_queue()
    qtbot.waitUntil(restore.has_begun.is_set)
    assert states(filled) == [ClipState.RUNNING, ClipState.WAITING, ClipState.WAITING]
    filled.commands.toggle_queue()
    qtbot.waitUntil(lambda: states(filled)[0] is ClipState.PAUSED, timeout=500)
    assert states(filled)[1:] == [ClipState.READY, ClipState.READY]
    assert len(restore.jobs) == 1
    assert restore.discarded == []
    restore.release()
    filled.commands.toggle_queue()
    qtbot.waitUntil(lambda: states(filled) == [ClipState.DONE] * 3)
    assert restore.jobs[1].output == restore.jobs[0].output


def test_the_queue_stops_after_this_clip(filled, qtbot, restore):
    restore.waits = True
    filled.commands.toggle_queue()
    qtbot.waitUntil(restore.has_begun.is_set)
    filled.queue.stop_after_this()
    restore.release()
    qtbot.waitUntil(lambda: states(filled)[0] is ClipState.DONE)
    qtbot.wait(50)
    assert states(filled)[1:] == [ClipState.READY, ClipState.READY]


@pytest.mark.parametrize(
    ("answer", "state", "discarded"),
    [(Leaving.KEEP, ClipState.PAUSED, 0), (Leaving.DISCARD, ClipState.CANCELLED, 1)],
)
def test_cancelling_one_clip_lets_the_queue_go_on(
    *, filled, qtbot, restore, monkeypatch, answer, state, discarded
):
    monkeypatch.setattr("app.window.questions.ask_to_cancel", lambda parent, name: answer)
    restore.waits = True
    filled.commands.toggle_queue()
    qtbot.waitUntil(restore.has_begun.is_set)
    filled.commands.cancel_selected()
    qtbot.waitUntil(lambda: len(restore.jobs) == 2)
    assert states(filled) == [state, ClipState.RUNNING, ClipState.WAITING]
    assert len(restore.discarded) == discarded


def test_a_clip_added_while_the_queue_runs_is_restored_too(filled, qtbot, restore, clips):
    restore.waits = True
    filled.commands.toggle_queue()
    qtbot.waitUntil(restore.has_begun.is_set)
    filled.adding.add_files([clips[3]])
    qtbot.waitUntil(lambda: states(filled)[3] is ClipState.WAITING)
    restore.release()
    qtbot.waitUntil(lambda: states(filled) == [ClipState.DONE] * 4)
    assert not filled.queue.is_running


def test_options_of_a_waiting_clip_can_still_be_changed(filled, qtbot, restore):
    restore.waits = True
    filled.commands.toggle_queue()
    qtbot.waitUntil(restore.has_begun.is_set)
    filled.clip_list.select(filled.model.index(1, 0))
    filled.editing.edit(lambda options: replace(options, strength=0.5))
    restore.release()
    qtbot.waitUntil(lambda: not filled.queue.is_running)
    assert [job.options.strength for job in restore.jobs] == [1.0, 0.5, 1.0]


def test_warnings_of_a_render_are_shown_with_its_end(filled, qtbot, restore, engine):
    restore.waits = True
    filled.commands.toggle_queue()
    qtbot.waitUntil(restore.has_begun.is_set)
    engine.job_warned.emit(1, Warned(WarningKind.DAMAGE, 17))
    restore.release()
    qtbot.waitUntil(lambda: states(filled)[0] is ClipState.DONE)
    assert "17" in filled.model.index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole)


def test_closing_during_a_render_leaves_no_thread_and_no_file(filled, qtbot, restore, engine):
    restore.waits = True
    filled.commands.toggle_queue()
    qtbot.waitUntil(restore.has_begun.is_set)
    folder = restore.jobs[0].output.parent
    assert list(folder.glob(".*.part"))
    filled.close()
    qtbot.waitUntil(lambda: not filled.isVisible(), timeout=2000)
    assert not engine.isRunning()
    assert not list(folder.glob(".*.part"))
    assert not list(folder.glob("*.mp4"))


def test_closing_asks_and_no_means_no(window, qtbot, restore, clips, monkeypatch):
    monkeypatch.undo()  # the real question
    window.adding.add_files(clips[:1])
    qtbot.waitUntil(lambda: all(bool(clip.plan) for clip in window.model))
    restore.waits = True
    window.commands.toggle_queue()
    qtbot.waitUntil(restore.has_begun.is_set)
    answers = []

    def answer():
        box = window.findChild(QMessageBox)
        answers.append(box.text())
        # Escape is the answer that loses nothing.
        qtbot.keyClick(box, Qt.Key.Key_Escape)

    QTimer.singleShot(100, answer)
    window.close()
    assert clips[0].name in answers[0]
    assert window.isVisible()
    assert states(window) == [ClipState.RUNNING]
    monkeypatch.setattr(Window, "ask_to_close", lambda self: True)
    window.close()
    qtbot.waitUntil(lambda: not window.isVisible(), timeout=2000)


def test_a_preview_is_shown_frame_by_frame(previewed):
    assert previewed.strip.frame_count == 3
    assert previewed.panel.transport.play_button.isEnabled()
    previewed.panel.step(1)
    assert previewed.strip.index == 1
    assert previewed.options_panel.findChild(QPushButton) is not None


def test_moving_the_slider_renews_the_preview_with_the_same_frames(previewed, qtbot, previews):
    ends = catalogue.slider_range(previewed.model.find(1).options.model)
    previewed.options_panel.findChild(QSlider, "threshold").setValue(20)
    qtbot.waitUntil(lambda: len(previews.restored) == 2)
    assert previews.restored[1][1] == pytest.approx(threshold_at(20, ends))
    assert len(previews.made) == 1
    assert previewed.strip.frame_count == 3


def test_a_preview_is_there_while_a_render_runs(filled, qtbot, restore):
    restore.waits = True
    filled.commands.toggle_queue()
    qtbot.waitUntil(restore.has_begun.is_set)
    filled.editing.request_preview()
    assert filled.strip.state is PreviewState.WORKING
    assert "makes room" in filled.panel.comparison.accessibleDescription()
    qtbot.waitUntil(lambda: filled.strip.state is PreviewState.READY)
    assert states(filled)[0] is ClipState.RUNNING
    assert filled.panel.comparison.accessibleDescription() == "Original. Restored"
    restore.release()
    qtbot.waitUntil(lambda: states(filled)[0] is ClipState.DONE)


def test_a_preview_that_memory_shortened_says_so(filled, qtbot, previews):
    previews.is_shortened = True
    filled.editing.request_preview()
    qtbot.waitUntil(lambda: filled.strip.state is PreviewState.READY)
    assert "first 3 frames" in filled.panel.comparison.accessibleDescription()


def test_another_region_renews_the_preview(previewed, qtbot, previews):
    previewed.panel.comparison.region_chosen.emit(QRectF(10, 20, 100, 60))
    qtbot.waitUntil(lambda: len(previews.made) == 2)
    crop = previews.made[1].options.crop
    assert (crop.x, crop.y, crop.width, crop.height) == (10, 20, 100, 60)


def test_another_moment_puts_the_old_preview_away(previewed, qtbot):
    clip = previewed.model.find(1)
    before = clip.still
    previewed.panel.timeline.set_position(5.0)
    assert previewed.strip.state is PreviewState.NONE
    assert clip.position_seconds == 5.0
    qtbot.waitUntil(lambda: clip.still is not before)


def test_a_range_restores_only_this_part(filled, qtbot, restore):
    timeline = filled.panel.timeline
    timeline.set_start(2.0)
    timeline.set_end(4.0)
    qtbot.waitUntil(lambda: filled.model.find(1).plan is not None)
    filled.commands.toggle_queue()
    qtbot.waitUntil(lambda: not filled.queue.is_running)
    options = restore.jobs[0].options
    assert (options.start_seconds, options.end_seconds) == (2.0, 4.0)
    assert restore.jobs[1].options.start_seconds is None


def test_options_belong_to_the_selected_clips_only(filled, clips, settings):
    filled.clip_list.select(filled.model.index(1, 0))
    filled.editing.edit(lambda options: replace(options, codec=Codec.HEVC, size=SizeByHeight(720)))
    filled.adding.add_files([clips[3]])
    codecs = [clip.options.codec for clip in filled.model]
    assert codecs == [Codec.AUTO, Codec.HEVC, Codec.AUTO, Codec.AUTO]
    assert settings.options.codec is Codec.AUTO


def test_new_clips_begin_with_the_options_that_were_kept_for_them(filled, clips, settings):
    filled.editing.edit(lambda o: replace(o, codec=Codec.HEVC, shape=Shape.STORED, strength=0.5))
    filled.menus.keep_as_defaults.trigger()
    filled.editing.edit(lambda options: replace(options, strength=0.7))
    filled.adding.add_files([clips[3]])
    *_, added = filled.model
    assert (added.options.codec, added.options.strength) == (Codec.HEVC, 0.5)
    assert added.options.shape is Shape.AUTO
    assert settings.options == added.options


def choose(box, row):
    """As the user does it: the box shows another row and says so."""
    box.setCurrentIndex(row)
    box.activated.emit(row)


def choose_codec(panel, codec):
    """As the user would."""
    choose(panel.findChild(QComboBox, "codec"), CODECS.index(codec))


def test_a_source_is_turned_and_shaped_as_the_user_wants_it(filled, qtbot, settings):
    clip = filled.model.find(1)
    filled.editing.choose_region(QRectF(0, 0, 100, 100))
    turn = filled.options_panel.findChild(QComboBox, "rotation_degrees")
    choose(turn, 2)
    assert clip.options.rotation_degrees == 90
    assert (clip.info.display_width, clip.info.display_height) == (240, 320)
    assert clip.region is None
    qtbot.waitUntil(lambda: clip.still is not None)
    choose(filled.options_panel.findChild(QComboBox, "shape"), 3)
    assert clip.info.display_width / clip.info.display_height == pytest.approx(16 / 9, rel=0.01)
    choose(turn, 0)
    assert clip.info.rotation_degrees == 0
    # It is this source that is recorded wrong, not those to come.
    assert settings.options.shape is Shape.AUTO
    filled.clip_list.select(filled.model.index(1, 0))
    assert filled.options_panel.findChild(QComboBox, "shape").currentIndex() == 0


def test_what_was_found_is_said_and_can_be_refused(filled):
    clip = filled.model.find(1)
    found = replace(
        source_info(clip.path), scan=Scan.INTERLACED, borders_crop=Crop(0, 30, 320, 180)
    )
    filled.looks.on_probed(1, found)
    source = filled.options_panel.source
    findings = source.findings.findChild(QLabel, "muted").text()
    assert "interlaced: will be deinterlaced" in findings
    chips = {chip.accessibleName(): chip for chip in source.findings.findChildren(QToolButton)}
    assert list(chips) == ["Interlaced", "No colour tags", "Black borders"]
    assert "320x180" in chips["Black borders"].toolTip()
    assert [chip.isChecked() for chip in chips.values()] == [True, True, False]
    choose(filled.options_panel.findChild(QComboBox, "deinterlace"), 1)
    assert clip.options.deinterlace is Deinterlace.OFF
    choose(filled.options_panel.findChild(QComboBox, "colours"), 2)
    assert clip.options.colours is Colours.BT709
    assert [chip.isChecked() for chip in chips.values()] == [False, False, False]
    for name in ("Interlaced", "Black borders"):
        chips[name].click()
    assert clip.options.deinterlace is Deinterlace.AUTO
    assert clip.options.borders is Borders.CROP
    filled.menus.undo.trigger()
    assert clip.options.borders is Borders.KEEP
    assert not chips["Black borders"].isChecked()
    filled.looks.on_probed(1, replace(found, borders_crop=None))
    assert chips["Black borders"].isHidden()


def test_a_repair_that_was_found_is_switched_by_its_chip(filled):
    clip = filled.model.find(1)
    findings = (
        Finding(
            repair=Repair.CHROMA, confidence=0.9, is_automatic=True, parameters=(("right", 2.0),)
        ),
        Finding(
            repair=Repair.LEVELS,
            confidence=0.6,
            is_automatic=False,
            parameters=(("black", 30.0), ("white", 200.0)),
        ),
    )
    filled.looks.on_probed(1, replace(source_info(clip.path), findings=findings))
    buttons = filled.options_panel.source.findings.findChildren(QToolButton)
    chips = {chip.accessibleName(): chip for chip in buttons}
    repairs = []
    for name in ("Faded", "Colours displaced", "Faded", "Colours displaced"):
        chips[name].click()
        repairs.append(clip.options.repair)
    assert repairs == ["chroma,levels", "levels", "off", "auto"]
    assert "--" not in chips["Faded"].toolTip(), "the window has no such options"


def test_ffv1_is_never_put_into_mp4(filled):
    clip = filled.model.find(1)
    filled.editing.edit(lambda options: replace(options, container=Container.MP4))
    filled.options_panel.show_options(clip.options, None)
    choose_codec(filled.options_panel, Codec.FFV1)
    assert (clip.options.codec, clip.options.container) == (Codec.FFV1, None)


def test_codec_quality_and_encoder_are_offered(filled, settings):
    clip = filled.model.find(1)
    panel = filled.options_panel
    panel.show_options(clip.options, None)
    choose_codec(panel, Codec.AV1)
    choose(panel.findChild(QComboBox, "quality"), 1)
    assert clip.options.quality == DEFAULT_QUALITY[Codec.AV1] - QUALITY_STEP
    choose_codec(panel, Codec.HEVC)
    assert clip.options.quality == DEFAULT_QUALITY[Codec.HEVC] - QUALITY_STEP
    choose(panel.findChild(QComboBox, "encoder"), 1)
    assert clip.options.encoder is ENCODERS[1]
    choose_codec(panel, Codec.PRORES)
    assert clip.options.quality is None
    assert not panel.findChild(QComboBox, "quality").isEnabled()
    choose(panel.findChild(QComboBox, "quality"), 0)
    choose_codec(panel, Codec.H264)
    assert clip.options.quality is None


def test_faded_levels_and_borders_are_chosen_where_there_are_any(filled):
    clip = filled.model.find(1)
    (slider,) = (s for s in filled.findChildren(QSlider) if s.accessibleName().startswith("Faded"))
    borders = filled.options_panel.findChild(QComboBox, "borders")
    assert not slider.isVisibleTo(filled.options_panel)
    filled.editing.edit(lambda options: replace(options, repair="levels,chroma"))
    assert slider.parentWidget().isVisibleTo(slider.parentWidget().parentWidget())
    slider.setValue(40)
    assert clip.options.levels == pytest.approx(0.4)
    filled.looks.on_probed(1, replace(source_info(clip.path), borders_crop=Crop(0, 30, 320, 180)))
    assert not borders.isHidden()
    choose(borders, 2)
    assert clip.options.borders is Borders.MASK


def test_grain_is_chosen_with_a_slider_and_kept(filled, settings):
    clip = filled.model.find(1)
    (grain,) = (s for s in filled.findChildren(QSlider) if s.accessibleName() == "Film grain")
    grain.setValue(30)
    assert clip.options.grain == pytest.approx(0.3)
    filled.options_panel.show_options(replace(clip.options, grain=0.6), None)
    assert grain.value() == 60
    assert clip.options.grain == pytest.approx(0.3), "showing is not choosing"


def test_the_original_is_shown_while_o_is_held(previewed, qtbot):
    view = previewed.panel.comparison
    previewed.activateWindow()
    qtbot.waitUntil(previewed.isActiveWindow)
    qtbot.keyPress(previewed.clip_list, Qt.Key.Key_O)
    assert view.shows_original
    qtbot.keyRelease(previewed.clip_list, Qt.Key.Key_O)
    assert not view.shows_original


def test_both_sides_keep_one_zoom(previewed, qtbot):
    view = previewed.panel.comparison
    previewed.panel.set_mode(is_split=False)
    assert view.mode is Mode.SIDE_BY_SIDE
    image = view.grab().toImage()
    # The fakes paint 50 before and 200 after: the middle of each side shows one of them.
    ratio = image.devicePixelRatio()
    y = round(view.height() / 2 * ratio)
    left = image.pixelColor(round(view.width() / 4 * ratio), y).red()
    right = image.pixelColor(round(view.width() * 3 / 4 * ratio), y).red()
    assert (left, right) == (50, 200)


def test_each_control_has_a_name_for_screen_readers(filled):
    from PySide6.QtWidgets import QAbstractButton, QAbstractSpinBox, QComboBox, QSlider

    for kind in (QAbstractButton, QComboBox, QSlider, QAbstractSpinBox):
        for control in filled.findChildren(kind):
            if control.isVisible() and not control.objectName().startswith("qt_"):
                name = control.accessibleName() or getattr(control, "text", str)()
                assert name or control.parent().metaObject().className().startswith("Q"), control


def ink(button):
    """Lightness of the strongest part of a button's icon."""
    image = button.icon().pixmap(button.iconSize()).toImage()
    places = [(x, y) for x in range(image.width()) for y in range(image.height())]
    return max((image.pixelColor(*place) for place in places), key=QColor.alpha).lightness()


def test_icons_follow_light_and_dark(window, appearance):
    button = next(b for b in window.side.findChildren(QPushButton) if b.text() == "Add files…")
    inks = []
    for scheme in (Qt.ColorScheme.Dark, Qt.ColorScheme.Light, Qt.ColorScheme.Dark):
        appearance.choose(scheme)
        inks.append(ink(button))
    appearance.choose(Qt.ColorScheme.Unknown)
    assert inks[0] == inks[2] > 200
    assert inks[1] < 60


def test_dark_is_chosen_in_the_menu(window, settings, appearance):
    (dark,) = [a for a in window.findChildren(QAction) if a.text().replace("&", "") == "Dark"]
    dark.trigger()
    assert settings.colour_scheme is appearance.choice is Qt.ColorScheme.Dark
    appearance.choose(Qt.ColorScheme.Unknown)


def test_light_and_dark_repaint_the_window(filled, appearance, qtbot):
    grounds = []
    for scheme in (Qt.ColorScheme.Light, Qt.ColorScheme.Dark):
        appearance.choose(scheme)
        QApplication.processEvents()
        grounds.append(filled.grab().toImage().pixelColor(5, 60).lightness())
    appearance.choose(Qt.ColorScheme.Unknown)
    light, dark = grounds
    assert light > 200
    assert dark < 60


def test_a_region_is_drawn_with_the_mouse(filled, qtbot):
    view = filled.panel.comparison
    filled.panel.toolbar.region_button.click()
    corner = view.zoom.to_screen(QRectF(10, 10, 0, 0)).topLeft().toPoint()
    end = view.zoom.to_screen(QRectF(110, 90, 0, 0)).topLeft().toPoint()
    qtbot.mousePress(view, Qt.MouseButton.LeftButton, pos=corner)
    qtbot.mouseMove(view, end)
    qtbot.mouseRelease(view, Qt.MouseButton.LeftButton, pos=end)
    crop = filled.model.find(1).region
    assert (crop.x, crop.y) == pytest.approx((10, 10), abs=2)
    assert (crop.width, crop.height) == pytest.approx((100, 80), abs=2)


def test_the_region_is_dragged_over_what_matters_before_there_is_a_preview(filled, qtbot):
    view = filled.panel.comparison
    middle = view.zoom.to_screen(QRectF(160, 120, 0, 0)).topLeft().toPoint()
    end = view.zoom.to_screen(QRectF(120, 90, 0, 0)).topLeft().toPoint()
    zoom = view.zoom
    qtbot.mousePress(view, Qt.MouseButton.LeftButton, pos=middle)
    qtbot.mouseMove(view, end)
    qtbot.mouseRelease(view, Qt.MouseButton.LeftButton, pos=end)
    crop = filled.model.find(1).region
    assert (crop.x, crop.y) == pytest.approx((40, 30), abs=2)
    assert (crop.width, crop.height) == (160, 120)
    assert view.zoom == zoom
    corner = QPoint(5, 5)
    qtbot.mousePress(view, Qt.MouseButton.LeftButton, pos=corner)
    qtbot.mouseMove(view, corner + QPoint(30, 10))
    qtbot.mouseRelease(view, Qt.MouseButton.LeftButton, pos=corner)
    assert view.zoom == zoom.panned(QPointF(30, 10)), "around it the picture is moved"


def test_a_drag_moves_both_sides_together(previewed, qtbot):
    view = previewed.panel.comparison
    before = view.zoom
    start = QPoint(view.width() * 3 // 4, view.height() // 2)
    qtbot.mousePress(view, Qt.MouseButton.LeftButton, pos=start)
    qtbot.mouseMove(view, start + QPoint(-40, 25))
    qtbot.mouseRelease(view, Qt.MouseButton.LeftButton, pos=start)
    assert view.zoom == before.panned(QPointF(-40, 25))


def test_the_first_start_finds_out_how_fast_the_computer_is(qtbot, window, measure):
    assert "Finding out" in window.invitation.verdict
    window.sentences.find_out_speed()
    qtbot.waitUntil(lambda: "takes about" in window.invitation.verdict, timeout=2000)
    window.sentences.find_out_speed()
    # 0.09 s for 320x240, 0.01 s to encode 1280x960: 0.5 s for each of the 90,000 frames.
    assert "12 h 28 min" in window.invitation.verdict
    assert measure.asked == [(DEFAULT_MODEL, "auto", "h264")]


def test_what_a_preview_needs_is_loaded_while_the_user_looks(qtbot, window, clips, warmed_up):
    window.adding.add_files(clips[:2])
    qtbot.waitUntil(lambda: bool(warmed_up), timeout=2000)
    window.sentences.show_sentence()
    assert len(warmed_up) == 1


def test_a_card_that_is_not_used_is_named_at_the_start(qtbot, window, measure, monkeypatch):
    card = Card(CardKind.CUDA, "GeForce RTX 3060")
    monkeypatch.setattr("engine.background.intake_thread.unused_card", lambda: card)
    window.sentences.find_out_speed()
    qtbot.waitUntil(lambda: "GeForce RTX 3060" in window.invitation.verdict, timeout=2000)
    qtbot.waitUntil(lambda: "takes about" in window.invitation.verdict, timeout=2000)
    assert "Clips, Graphics card" in window.invitation.verdict


def test_the_sentence_promises_the_time_of_the_model_that_was_chosen(qtbot, window, clips):
    window.adding.add_files(clips[:1])
    # 250 frames of 320x240, a tenth of a second each.
    qtbot.waitUntil(lambda: "Takes about 25 s" in window.foot.sentence.text(), timeout=2000)
    clip = window.model.find(1)
    clip.options = replace(clip.options, crop=Crop(0, 0, 160, 120))
    window.sentences.show_all()
    # The picture that is encoded is as large as before.
    assert "Takes about 8 s" in window.foot.sentence.text()
    clip.options = replace(clip.options, crop=None, strength=0.0)
    window.sentences.show_all()
    assert "Takes about" not in window.foot.sentence.text()


def test_the_sentence_says_what_the_file_cannot_hold(qtbot, window, clips):
    window.adding.add_files(clips[:1])
    qtbot.waitUntil(lambda: window.model.find(1).plan is not None, timeout=2000)
    assert "subtitles" not in window.foot.sentence.text().lower()
    lost = Warned(WarningKind.STREAM_DROPPED, detail="dvd_subtitle")
    window.looks.on_planned(1, replace(window.model.find(1).plan, losses=(lost, lost)))
    assert window.foot.sentence.text().count("Subtitles cannot be kept") == 1
    assert "dvd_subtitle" in window.foot.sentence.text()


def test_the_promise_counts_how_often_the_preview_cleaned(qtbot, previewed):
    # Three times instead of 1.4: 0.123 s and 0.01 s for each of 250 frames.
    qtbot.waitUntil(lambda: "Takes about 33 s" in previewed.foot.sentence.text(), timeout=2000)


def test_the_promise_counts_how_much_work_the_clip_is(qtbot, window, clips, trials):
    trials.trial = Trial(cleanings=3.0, encoding=2.0)
    window.adding.add_files(clips[:1])
    # Three cleanings and twice the work to encode: 0.123 s and 0.02 s for each of 250 frames.
    qtbot.waitUntil(lambda: "Takes about 36 s" in window.foot.sentence.text(), timeout=2000)
    window.sentences.show_all()
    assert [job.source for job in trials.asked] == [clips[0]]


def test_the_list_says_how_long_all_of_it_takes(qtbot, window, clips, restore):
    window.adding.add_files(clips[:1])
    qtbot.waitUntil(lambda: "Takes about 25 s" in window.foot.sentence.text(), timeout=2000)
    qtbot.wait(2 * DEBOUNCE_MS)
    assert window.side.outlook.isHidden()  # the sentence says it
    window.adding.add_files(clips[1:3])
    qtbot.waitUntil(lambda: "3 videos · about 1 min" in window.side.outlook.text(), timeout=2000)
    restore.waits = True
    window.commands.toggle_queue()
    # 30 s are left of the first.
    qtbot.waitUntil(lambda: "About 1 min left for all" in window.side.outlook.text(), timeout=2000)
    assert window.side.outlook.isVisible()
    restore.release()
    qtbot.waitUntil(window.side.outlook.isHidden, timeout=4000)


def test_a_clip_that_cannot_be_tried_is_promised_as_others(qtbot, window, clips, trials):
    trials.trial = InputVideoError(clips[0], InputProblem.READ_FAILED)
    window.adding.add_files(clips[:1])
    qtbot.waitUntil(lambda: bool(trials.asked), timeout=2000)
    qtbot.waitUntil(lambda: "Takes about 25 s" in window.foot.sentence.text(), timeout=2000)
    window.commands.toggle_queue()
    qtbot.waitUntil(lambda: states(window) == [ClipState.DONE], timeout=2000)


def test_another_model_is_measured_once_it_is_wanted(qtbot, window, clips, measure):
    window.adding.add_files(clips[:1])
    qtbot.waitUntil(lambda: "Takes about" in window.foot.sentence.text(), timeout=2000)
    clip = window.model.find(1)
    clip.options = replace(clip.options, model="another")
    window.sentences.show_all()
    window.sentences.show_all()
    qtbot.waitUntil(lambda: "Takes about" in window.foot.sentence.text(), timeout=2000)
    assert measure.asked == [(DEFAULT_MODEL, "auto", "h264"), ("another", "auto", "h264")]


@pytest.fixture
def restored(filled, qtbot):
    """The window with its three clips restored."""
    filled.commands.toggle_queue()
    qtbot.waitUntil(lambda: states(filled) == [ClipState.DONE] * 3)
    return filled


def test_a_finished_clip_stays_finished_when_its_options_change(restored, qtbot, clips, restore):
    clip = restored.model.find(1)
    written = clip.output
    restored.editing.edit(lambda options: replace(options, strength=0.5))
    restored.panel.timeline.set_end(4.0)
    qtbot.waitUntil(lambda: clip.plan is not None)
    restored.adding.add_files([clips[3]])
    restored.commands.toggle_queue()
    qtbot.waitUntil(lambda: not restored.queue.is_running)
    assert states(restored) == [ClipState.DONE] * 4
    assert len(restore.jobs) == 4
    assert clip.output == written


def test_a_finished_clip_is_restored_again_when_that_is_wanted(restored, qtbot, restore):
    clip = restored.model.find(1)
    restored.editing.edit(lambda options: replace(options, strength=0.5))
    restored.menus.restore_selected.trigger()
    qtbot.waitUntil(lambda: len(restore.jobs) == 4 and not restored.queue.is_running)
    assert restore.jobs[3].options.strength == 0.5
    assert clip.output.name == "tape 1 restored 2.mp4"
    assert (clip.path.parent / "tape 1 restored.mp4").exists()


def test_a_cancelled_clip_is_not_begun_again_by_looking_at_it(filled, qtbot, restore):
    restore.waits = True
    filled.commands.toggle_queue()
    qtbot.waitUntil(restore.has_begun.is_set)
    filled.queue.cancel(filled.model.find(3), keep=True)
    filled.clip_list.select(filled.model.index(2, 0))
    filled.editing.edit(lambda options: replace(options, strength=0.5))
    restore.release()
    qtbot.waitUntil(lambda: not filled.queue.is_running)
    assert states(filled) == [ClipState.DONE, ClipState.DONE, ClipState.READY]


def test_a_file_that_came_after_the_clip_was_added_is_not_written_over(filled, qtbot, clips):
    later = clips[0].parent / "tape 1 restored.mp4"
    later.write_bytes(b"precious")
    filled.commands.toggle_queue()
    qtbot.waitUntil(lambda: states(filled) == [ClipState.DONE] * 3)
    assert later.read_bytes() == b"precious"
    assert filled.model.find(1).output.name == "tape 1 restored 2.mp4"


def test_a_start_without_files_says_nothing(window, qtbot):
    window.adding.add_paths([])
    qtbot.wait(50)
    assert not window.foot.notice.isVisible()


def test_the_smallest_size_fits_a_small_screen(filled):
    assert filled.minimumSizeHint().width() <= 1000
    assert filled.minimumSizeHint().height() <= 640
    assert filled.minimumWidth() <= 1024
    assert filled.minimumHeight() <= 700 - 40  # the frame of the window
    filled.resize(1000, 640)
    assert (filled.width(), filled.height()) == (1000, 640)
    bottom = filled.foot.mapTo(filled, filled.foot.rect().bottomLeft()).y()
    assert bottom <= 640


def test_the_first_size_fits_the_screen(filled):
    room = filled.screen().availableSize()
    assert filled.width() <= max(room.width(), filled.minimumWidth())
    assert filled.height() <= max(room.height(), filled.minimumHeight())


def test_the_whole_clip_can_be_looked_at_and_kept(previewed, qtbot):
    timeline, clip = previewed.panel.timeline, previewed.model.find(1)
    timeline.set_position(timeline.position_seconds + 1e9)
    assert clip.position_seconds == 10.0
    previewed.panel.timeline.end_here()
    assert clip.options.end_seconds is None
    timeline.set_position(9.5)
    previewed.panel.timeline.end_here()
    assert clip.options.end_seconds == 9.5


def test_a_preview_at_the_end_is_as_long_as_any_other(filled, qtbot, previews):
    filled.panel.timeline.set_position(10.0)
    filled.editing.request_preview()
    qtbot.waitUntil(lambda: filled.strip.state is PreviewState.READY)
    options = previews.made[0].options
    assert (options.start_seconds, options.end_seconds) == (9.0, 10.0)
    assert filled.panel.timeline.moment_seconds == pytest.approx(9.08), "the last of its frames"


def test_a_clip_of_a_second_can_be_looked_at_everywhere(filled):
    clip = filled.model.find(1)
    filled.looks.on_probed(1, replace(clip.found, duration_seconds=1.0, frame_count=25))
    filled.panel.timeline.set_position(0.6)
    assert clip.position_seconds == 0.6


def test_a_refused_source_that_is_looked_at_says_why_on_the_stage(window, qtbot, tmp_path):
    broken = tmp_path / "broken.avi"
    broken.write_bytes(b"nothing")
    window.adding.add_files([broken])
    qtbot.waitUntil(lambda: states(window) == [ClipState.REFUSED])
    message = window.panel.comparison._message
    assert "is not a video" in message
    assert "Looking" not in message


def test_of_a_dropped_folder_a_clip_is_shown_that_can_be_restored(window, qtbot, clips):
    broken = [clips[0].with_name(f"broken {n}.avi") for n in range(2)]
    window.adding.add_files([*broken, clips[0], clips[1]])
    qtbot.waitUntil(lambda: states(window) == [ClipState.REFUSED] * 2 + [ClipState.READY] * 2)
    assert [clip.path for clip in window.selection.clips] == [clips[0]]
    window.looks.on_refused(3, InputVideoError(clips[0], InputProblem.CRASHED_READER))
    assert [clip.path for clip in window.selection.clips] == [clips[0]], "it was shown already"


def test_a_refused_clip_that_the_user_has_selected_stays_selected(window, qtbot, clips):
    window.adding.add_files(clips[:2])
    qtbot.waitUntil(lambda: states(window) == [ClipState.READY] * 2)
    window.clip_list.select(window.model.index(1, 0))
    window.looks.on_refused(2, InputVideoError(clips[1], InputProblem.CRASHED_READER))
    assert [clip.path for clip in window.selection.clips] == [clips[1]]


def test_a_source_that_crashed_its_reader_is_not_read_again_for_the_stage(
    window, qtbot, clips, intake
):
    window.adding.add_files(clips[:1])
    qtbot.waitUntil(lambda: states(window) == [ClipState.READY])
    stills = []
    window.model.find(1).still = None
    intake.request_still = lambda *given, **_named: stills.append(given)
    window.looks.on_refused(1, InputVideoError(clips[0], InputProblem.CRASHED_READER))
    assert stills == []


def test_a_finished_clip_stays_finished_where_restoring_it_again_is_called_off(
    restored, qtbot, restore
):
    first, second = restored.model.find(1), restored.model.find(2)
    written = first.output, second.output
    restore.waits = True
    restore._released.clear()
    restore.has_begun.clear()
    restored.queue.restore([first, second])
    qtbot.waitUntil(restore.has_begun.is_set)
    restored.queue.cancel(second, keep=True)
    assert (second.state, second.output) == (ClipState.DONE, written[1])
    restored.queue.cancel(first, keep=False)
    qtbot.waitUntil(lambda: not restored.queue.is_running)
    assert (first.state, first.output) == (ClipState.DONE, written[0])
    restored.commands.toggle_queue()
    assert len(restore.jobs) == 4, "what is finished is not begun again"


def test_the_part_of_a_clip_cannot_be_changed_while_it_is_restored(filled, qtbot, restore):
    restore.waits = True
    timeline, commands = filled.panel.timeline, filled.panel.commands
    filled.commands.toggle_queue()
    qtbot.waitUntil(restore.has_begun.is_set)
    qtbot.waitUntil(lambda: not commands.start_here.isEnabled())
    assert not commands.end_here.isEnabled()
    timeline.set_position(4.0)
    timeline.set_end(4.0)
    filled.panel.timeline.start_here()
    end = QPoint(timeline.width() - 12, 20)
    qtbot.mousePress(timeline, Qt.MouseButton.LeftButton, pos=end)
    qtbot.mouseRelease(timeline, Qt.MouseButton.LeftButton, pos=end - QPoint(99, 0))
    assert timeline.range_seconds == (0.0, 10.0), "shown is what is being restored"
    restore.release()
    qtbot.waitUntil(commands.start_here.isEnabled)
    timeline.set_position(4.0)
    filled.panel.timeline.end_here()
    assert timeline.range_seconds[1] < 10.0


def test_a_start_after_the_end_begins_another_part(filled):
    panel, clip = filled.panel, filled.model.find(1)
    panel.timeline.set_position(2.0)
    panel.commands.end_here.trigger()
    panel.timeline.set_position(6.0)
    panel.commands.start_here.trigger()
    assert (clip.options.start_seconds, clip.options.end_seconds) == (6.0, None)
    panel.timeline.set_position(4.0)
    panel.commands.end_here.trigger()
    assert (clip.options.start_seconds, clip.options.end_seconds) == (None, 4.0)


def test_a_long_path_in_the_sentence_does_not_widen_the_window(filled):
    path = 20 * "/holiday_by_the_sea"
    filled.foot.sentence.setText(f"“tape 1 restored.mp4” is in {path}.")
    assert filled.minimumSizeHint().width() <= 1000
    needed = filled.foot.sentence.fontMetrics().boundingRect(
        QRect(0, 0, 640, 999), Qt.TextFlag.TextWordWrap, filled.foot.sentence.text()
    )
    assert needed.width() <= 640, "it can be read to its end"


def test_a_long_remark_does_not_widen_the_window(filled, qtbot):
    filled.resize(1000, 620)
    path = "/media/tapes/1994/summer, all of it" + 20 * "/holiday_by_the_sea"
    filled.foot.say(f"“tape 1.avi” was moved, and found: {path}/tape 1.avi")
    qtbot.waitUntil(filled.foot.notice.isVisible)
    assert filled.minimumSizeHint().width() <= 1000
    assert filled.foot.notice.text().replace("\u200b", "").endswith(f"{path}/tape 1.avi")
    filled.foot.on_time_over()
    filled.foot.say("Short.")
    assert not filled.foot.notice.wordWrap()
