"""The main window: it connects the list, the comparison, the options, and the two threads."""

from __future__ import annotations

import math
import shutil
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QRectF, QSize, Qt, QTimer, QUrl
from PySide6.QtGui import (
    QCloseEvent,
    QDesktopServices,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDropEvent,
    QKeyEvent,
)
from PySide6.QtWidgets import (
    QAbstractSpinBox,
    QApplication,
    QFileDialog,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QMainWindow,
    QScrollArea,
    QSplitter,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from app.text import wording
from app.window import questions
from app.window.compare import region
from app.window.compare.comparison_panel import ComparisonPanel
from app.window.compare.preview import PreviewState, PreviewStrip
from app.window.forecast import Forecast
from app.window.invitation import Invitation
from app.window.menus import Menus
from app.window.missing import MissingSources
from app.window.options.options_panel import Edit, OptionsPanel
from app.window.questions import Leaving
from app.window.queue import clip_wording
from app.window.queue.clip_list import ClipModel
from app.window.queue.clip_side import ClipSide
from app.window.queue.clips import THUMBNAIL_SIDE, Clip, ClipState, image_of
from app.window.queue.queue_file import Entry, Progress, QueueFile
from app.window.queue.render_queue import RenderQueue
from app.window.settings import SIZES, Settings
from app.window.theme import Appearance, Icons
from engine.background.engine_thread import Engine
from engine.background.intake_thread import Intake, Plan
from engine.estimating.speeds import Trial
from engine.files.sources import VIDEO_SUFFIXES
from engine.jobs.errors import UnfinishedWorkError
from engine.jobs.events import Picture
from engine.jobs.option_fields import Concern, reset
from engine.jobs.options import Codec, Job, Options
from engine.video.facts import as_chosen

if TYPE_CHECKING:
    from engine.video.facts import SourceInfo

SMALLEST = QSize(1100, 700)
FIRST = QSize(1360, 840)
STILL_SIDE = 1600
SETTLE_MS = 300
"""How long a hand rests before what it moved is acted on."""
NOTICE_MS = 8000
PREVIEW_LIMIT_FRAMES = 120


ENDED = {ClipState.DONE, ClipState.FAILED, ClipState.CANCELLED, ClipState.PAUSED}
BEGUN = {ClipState.RUNNING, ClipState.STOPPING, ClipState.PAUSED}


class Window(QMainWindow):
    """One window, no wizard."""

    def __init__(
        self,
        *,
        engine: Engine,
        intake: Intake,
        settings: Settings,
        appearance: Appearance,
        queue_file: QueueFile | None = None,
    ) -> None:
        super().__init__()
        self.appearance = appearance
        self._engine, self._intake, self._settings = engine, intake, settings
        self._next_options = settings.options
        self._next_folder = settings.output_folder
        self._shown: Clip | None = None
        self._is_closing = False
        self._forecast = Forecast(engine)
        self.icons = Icons(self)
        self.model = ClipModel(self)
        self.queue = RenderQueue(self.model, engine, self)
        self.strip = PreviewStrip(engine, self)
        self.missing = MissingSources(self.model, self.queue, intake, settings, self)
        self.side = ClipSide(self.model, self.icons, self)
        self.clip_list = self.side.clip_list
        self.panel = ComparisonPanel(self.strip, self.icons, self)
        self.options_panel = OptionsPanel(self.icons, self)
        self.invitation = Invitation(self)
        self.sentence, self.notice = QLabel(self), QLabel(self)
        self._still_delay = self._delay(SETTLE_MS // 2, self._request_still)
        self._preview_delay = self._delay(SETTLE_MS, self.request_preview)
        self._notice_delay = self._delay(NOTICE_MS, self.notice.hide)
        self._queue_delay = self._delay(SETTLE_MS, self._keep_queue)
        self._outlook_delay = self._delay(SETTLE_MS, self._show_outlook)
        self._queue_file, self._is_queue_kept = queue_file or QueueFile(), False
        self._build()
        self.menus = Menus(self)
        self._connect_threads()
        self._connect_parts()
        self._restore_settings()
        self._show_clip(None)
        self._show_verdict()
        self._refresh()

    # What the user can do

    def add_paths(self, paths: Sequence[Path]) -> None:
        """Append files to the list; folders are searched for videos first."""
        if any(path.is_dir() for path in paths):
            self._intake.search(paths)
        else:
            self.add_files(paths)

    def add_files(self, files: Sequence[Path]) -> None:
        """Append files to the list, whatever they are."""
        known = {clip.path for clip in self.model}
        for path in files:
            clip = self.model.add(path, self._next_options, self._next_folder)
            self._intake.look_at(clip.clip_id, path, long_side=THUMBNAIL_SIDE)
            if self._shown is None:
                self.clip_list.select(self.model.index_of(clip))
        repeated = [path.name for path in files if path in known]
        if not files:
            self.say(self.tr("There is no video in this folder."))
        elif repeated:
            text = self.tr("“{name}” was in the list already; now it is there once more.")
            self.say(text.format(name=repeated[0]))
        self._refresh()

    def ask_for_files(self) -> None:
        """Open the file dialog."""
        patterns = " ".join(f"*{suffix}" for suffix in sorted(VIDEO_SUFFIXES))
        kinds = f"{self.tr('Videos')} ({patterns});;{self.tr('All files')} (*)"
        names, _kind = QFileDialog.getOpenFileNames(
            self, self.tr("Add videos"), self._settings.open_folder, kinds
        )
        if names:
            self._settings.open_folder = str(Path(names[0]).parent)
            self.add_paths([Path(name) for name in names])

    def ask_for_folder(self) -> None:
        """Open the folder dialog."""
        folder = QFileDialog.getExistingDirectory(
            self, self.tr("Add the videos of a folder"), self._settings.open_folder
        )
        if folder:
            self._settings.open_folder = folder
            self.add_paths([Path(folder)])

    def remove_selected(self) -> None:
        """Take the selected clips off the list; one that is being restored stays."""
        for clip in self.clip_list.selected_clips():
            if clip.state.is_busy:
                text = self.tr("“{name}” is being restored; cancel it first.")
                self.say(text.format(name=clip.path.name))
                continue
            self._intake.forget(clip.clip_id)
            self.model.remove(clip)
        self.queue.advance()
        self._refresh()

    def remove_or_cancel(self) -> None:
        """Cancel the selected clips where one of them is being restored, else remove them."""
        if self._has_busy_selected():
            self.cancel_selected()
        else:
            self.remove_selected()

    def cancel_selected(self) -> None:
        """Take the selected clips off the queue."""
        for clip in self.clip_list.selected_clips():
            answer = Leaving.KEEP
            if clip.state is ClipState.RUNNING:
                answer = questions.ask_to_cancel(self, clip.name)
            if answer is not Leaving.STAY:
                self.queue.cancel(clip, keep=answer is Leaving.KEEP)

    def open_output(self) -> None:
        """Play the finished file of the clip that is shown with the system's player."""
        if self._shown is not None and self._shown.state is ClipState.DONE:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._shown.output)))

    def open_folder(self) -> None:
        """Show where the output of the clip that is shown is, or will be."""
        if self._shown is not None:
            output = self._shown.output or self.queue.expected_output(self._shown)
            folder = (output or self._shown.path).parent
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))

    def toggle_queue(self) -> None:
        """Start the queue, or stop it."""
        if self.queue.is_running:
            self.queue.stop()
        else:
            self.queue.start()

    def request_preview(self) -> None:
        """Restore the stretch and region of the clip that is shown."""
        self._preview_delay.stop()
        clip = self._shown
        if clip is None or clip.info is None:
            return
        options = replace(
            _seen(clip.options),
            start_seconds=clip.position_seconds,
            end_seconds=clip.position_seconds + clip.stretch_seconds,
            crop=clip.region or region.default_crop(clip.info),
        )
        rate = float(clip.info.frame_rate or 30)
        limit = min(math.ceil(clip.stretch_seconds * rate) + 1, PREVIEW_LIMIT_FRAMES)
        # A preview writes no file; the output only has to be the same each time.
        job = Job(source=clip.path, output=clip.path, options=options)
        self.strip.request(job, frames_limit=limit)

    def choose_appearance(self, scheme: Qt.ColorScheme) -> None:
        """Light, dark, or Unknown: as the system has it."""
        self._settings.colour_scheme = scheme
        self.appearance.choose(scheme)

    def find_selected(self) -> None:
        """Ask where the source of the selected clip is now."""
        for clip in self.clip_list.selected_clips()[:1]:
            self.missing.find(clip)

    def stop_after_this(self) -> None:
        """Let the running render come to its end, and no other begin."""
        self.queue.stop_after_this()

    def ask_to_close(self) -> bool:
        """Ask whether to pause what is being restored; True to quit."""
        clip = self.queue.running_clip
        return questions.ask_to_quit(self, clip.name if clip else "")

    def restore_queue(self) -> None:
        """Bring back the queue of the last run, and offer to go on where it was interrupted."""
        entries = self._queue_file.open()
        for entry in entries:
            clip = self.model.add(entry.path, entry.options, entry.folder)
            clip.was_begun = entry.progress is Progress.BEGUN
            self._intake.look_at(clip.clip_id, entry.path, long_side=THUMBNAIL_SIDE)
        if self._queue_file.damaged is not None:
            text = self.tr("The kept queue could not be read; it was put aside as {path}.")
            self.say(text.format(path=self._queue_file.damaged))
        self._is_queue_kept = True
        if self._shown is None and len(self.model):
            self.clip_list.select(self.model.index(0, 0))
        self._refresh()
        is_interrupted = any(entry.progress is not Progress.NEW for entry in entries)
        if is_interrupted and questions.ask_to_go_on(self, len(entries)):
            self.queue.start()

    def say(self, text: str) -> None:
        """Show a remark for some seconds."""
        self.notice.setText(text)
        self.notice.show()
        self._notice_delay.start()

    # Building

    def _build(self) -> None:
        self.setWindowTitle("Homereel")
        self.setMinimumSize(SMALLEST)
        self.setAcceptDrops(True)
        self._pages = QStackedWidget(self)
        self._pages.addWidget(self.invitation)
        self._pages.addWidget(self.panel)
        scroll = QScrollArea(self)
        scroll.setWidget(self.options_panel)
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setMinimumWidth(250)
        self._splitter = QSplitter(self)
        self._splitter.setChildrenCollapsible(False)
        self._splitter.setHandleWidth(1)
        for part, stretch in ((self.side, 0), (self._pages, 1), (scroll, 0)):
            self._splitter.addWidget(part)
            self._splitter.setStretchFactor(self._splitter.count() - 1, stretch)
        self._splitter.setSizes([300, 790, 270])
        centre = QWidget(self)
        column = QVBoxLayout(centre)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._splitter, 1)
        column.addWidget(self._make_foot())
        self.setCentralWidget(centre)

    def _make_foot(self) -> QWidget:
        foot = QFrame(self)
        foot.setObjectName("foot")
        self.sentence.setObjectName("sentence")
        self.sentence.setWordWrap(True)
        self.sentence.setAccessibleName(self.tr("What will happen"))
        self.notice.setObjectName("notice")
        self.notice.hide()
        row = QHBoxLayout(foot)
        row.setContentsMargins(14, 8, 14, 8)
        row.setSpacing(14)
        row.addWidget(self.sentence, 1)
        row.addWidget(self.notice)
        return foot

    def _delay(self, delay_ms: int, act: Callable[[], None]) -> QTimer:
        timer = QTimer(self)
        timer.setSingleShot(True)
        timer.setInterval(delay_ms)
        timer.timeout.connect(act)
        return timer

    def _connect_threads(self) -> None:
        self._intake.found.connect(self.add_files)
        self._intake.probed.connect(self.on_probed)
        self._intake.refused.connect(self.on_refused)
        self._intake.thumbnail_ready.connect(self.on_thumbnail_ready)
        self._intake.still_ready.connect(self.on_still_ready)
        self._intake.planned.connect(self.on_planned)
        self._intake.plan_failed.connect(self.on_plan_failed)
        for thread in (self._engine, self._intake):
            thread.finished.connect(self.on_thread_finished)
        self._engine.measured.connect(lambda *_: self.on_measured())
        self._engine.tried.connect(self.on_tried)

    def _connect_parts(self) -> None:
        self.invitation.files_wanted.connect(self.ask_for_files)
        self.invitation.folder_wanted.connect(self.ask_for_folder)
        self.side.files_wanted.connect(self.ask_for_files)
        self.side.removal_wanted.connect(self.remove_or_cancel)
        self.side.queue_toggled.connect(self.toggle_queue)
        self.clip_list.doubleClicked.connect(lambda _index: self.open_output())
        self.clip_list.selection_changed.connect(self.on_selection_changed)
        self.model.dataChanged.connect(lambda *_: self._refresh())
        self.queue.changed.connect(self._refresh)
        self.missing.said.connect(self.say)
        self.queue.choice_wanted.connect(self.on_choice_wanted)
        self.strip.changed.connect(self.on_preview_changed)
        self.options_panel.edited.connect(self.on_edited)
        self.options_panel.folder_chosen.connect(self.on_folder_chosen)
        self.panel.preview_wanted.connect(self.request_preview)
        self.panel.position_changed.connect(self.on_position_changed)
        self.panel.stretch_changed.connect(self.on_stretch_changed)
        self.panel.range_changed.connect(self.on_range_changed)
        self.panel.region_chosen.connect(self.on_region_chosen)
        self.panel.mode_changed.connect(self.on_mode_changed)
        _application().installEventFilter(self)

    def _restore_settings(self) -> None:
        self.resize(FIRST)
        self.restoreGeometry(self._settings.geometry)
        self._splitter.restoreState(self._settings.splitter)
        self.panel.set_mode(is_split=self._settings.is_split)

    def find_out_speed(self) -> None:
        """Measure what this computer can do, at the first start."""
        self._forecast.find_out_speed(self._next_options)

    # What comes from the threads

    def on_probed(self, clip_id: int, info: SourceInfo) -> None:
        """A source can be restored."""
        clip = self.model.find(clip_id)
        if clip is None:
            return
        clip.found, clip.info = info, as_chosen(info, clip.options)
        clip.state = ClipState.PAUSED if clip.was_begun else ClipState.READY
        self._request_plan(clip)
        self.model.touch(clip)
        if clip is self._shown:
            self._show_clip(clip)

    def on_refused(self, clip_id: int, error: Exception) -> None:
        """A source cannot be restored; where one that was begun has gone, ask where it is."""
        if (clip := self.model.find(clip_id)) is None:
            return
        if not self.missing.takes_on(clip, error):
            self.queue.on_refused(clip, error, state=ClipState.REFUSED)

    def on_thumbnail_ready(self, clip_id: int, picture: Picture) -> None:
        """The list can show a clip's picture."""
        clip = self.model.find(clip_id)
        if clip is None:
            return
        clip.thumbnail = image_of(picture)
        self.model.touch(clip)
        if clip is self._shown and clip.still is None:
            self.panel.comparison.set_still(clip.thumbnail)

    def on_still_ready(self, clip_id: int, at_seconds: float, picture: Picture) -> None:
        """The picture of a moment; one that is no longer looked at is kept all the same."""
        clip = self.model.find(clip_id)
        if clip is None:
            return
        clip.still = image_of(picture)
        if clip is self._shown:
            self.panel.comparison.set_still(clip.still)

    def on_planned(self, clip_id: int, plan: Plan) -> None:
        """It is known what a render would write."""
        clip = self.model.find(clip_id)
        if clip is None:
            return
        clip.plan = plan
        self.queue.on_plan_known(clip)
        if clip is self._shown:
            self.options_panel.show_sizes(plan.sizes)
        self._refresh()

    def on_plan_failed(self, clip_id: int, error: Exception) -> None:
        """These options cannot be carried out for this clip."""
        if (clip := self.model.find(clip_id)) is not None:
            self.queue.on_refused(clip, error, state=ClipState.FAILED)

    def on_choice_wanted(self, clip: Clip, error: UnfinishedWorkError) -> None:
        """There is finished work of this clip that its options do not fit."""
        answer = questions.ask_about_work(self, error)
        if answer is not None:
            self.queue.decide(clip, answer)

    def on_preview_changed(self) -> None:
        """Another state of the preview."""
        self.panel.show_preview()
        self._show_passes()
        if self.strip.state is PreviewState.READY:
            self._show_sentence()

    def on_measured(self) -> None:
        """The speed of this machine is known, or known better."""
        self._show_verdict()
        self._refresh()

    def on_tried(self, clip_id: int, trial: Trial) -> None:
        """It is known how much work a clip is."""
        clip = self.model.find(clip_id)
        if clip is None:
            return
        clip.trial = trial
        self._refresh()

    # What comes from the parts of the window

    def on_selection_changed(self) -> None:
        """Show the first of the selected clips."""
        clips = self.clip_list.selected_clips()
        clip = clips[0] if clips else None
        if clip is not self._shown:
            self._shown = clip
            self.strip.clear()
            self._show_clip(clip)
        self._refresh()

    def on_edited(self, edit: Edit) -> None:
        """Change the options of the selected clips, and of those to come."""
        self._next_options = reset(edit(self._next_options), Concern.SOURCE)
        self._settings.options = self._next_options
        for clip in self._editable_clips():
            before = _seen(clip.options)
            clip.options = edit(clip.options)
            self._take_as_chosen(clip)
            self._after_edit(clip)
            if clip is self._shown and _seen(clip.options) != before:
                self._renew_preview()

    def on_folder_chosen(self, folder: Path | None) -> None:
        """Write the outputs of the selected clips, and of those to come, elsewhere."""
        self._next_folder = self._settings.output_folder = folder
        for clip in self._editable_clips():
            clip.folder = folder
            self._after_edit(clip)

    def on_position_changed(self, seconds: float) -> None:
        """Look at another moment of the clip."""
        if self._shown is not None:
            self._shown.position_seconds = seconds
            self.strip.clear()
            self._still_delay.start()

    def on_stretch_changed(self, seconds: float) -> None:
        """Restore more or less for the preview."""
        if self._shown is not None:
            self._shown.stretch_seconds = seconds
            self._renew_preview()

    def on_range_changed(self, start_seconds: float, end_seconds: float) -> None:
        """Restore another part of the clip; its whole length is no range."""
        clip = self._shown
        if clip is None or clip.info is None or clip.state.is_busy:
            return
        duration = clip.info.duration_seconds or 0.0
        clip.options = replace(
            clip.options,
            start_seconds=start_seconds if start_seconds > 0 else None,
            end_seconds=end_seconds if end_seconds < duration else None,
        )
        self._after_edit(clip)

    def on_region_chosen(self, shown: QRectF) -> None:
        """Restore another region for the preview."""
        clip = self._shown
        if clip is None or clip.info is None:
            return
        clip.region = region.crop_of(shown, clip.info)
        self.panel.comparison.set_region(region.shown_of(clip.region, clip.info))
        self._renew_preview()

    def on_mode_changed(self, is_split: bool) -> None:
        """Compare in the other way from now on."""
        self._settings.is_split = is_split

    def _has_busy_selected(self) -> bool:
        return any(clip.state.is_busy for clip in self.clip_list.selected_clips())

    def _editable_clips(self) -> list[Clip]:
        return [clip for clip in self.clip_list.selected_clips() if not clip.state.is_busy]

    def _after_edit(self, clip: Clip) -> None:
        """The plan of a clip is out of date; one that was done can be done again."""
        clip.plan = None
        if clip.state in ENDED:
            clip.state, clip.output = ClipState.READY, None
        self._request_plan(clip)
        self.model.touch(clip)

    def _take_as_chosen(self, clip: Clip) -> None:
        """Turn and shape a clip as its options want it; what was shown of it is then wrong."""
        if clip.found is None:
            return
        before, clip.info = clip.info, as_chosen(clip.found, clip.options)
        if clip.info == before:
            return
        clip.still = clip.region = None
        if clip is self._shown:
            self.strip.clear()
            self._show_clip(clip)

    def _renew_preview(self) -> None:
        """Restore again, after a rest of the hand, what the user is looking at."""
        if self.strip.state is not PreviewState.NONE:
            self._preview_delay.start()

    def _request_plan(self, clip: Clip) -> None:
        if clip.info is not None:
            self._intake.request_plan(clip.clip_id, clip.info, clip.options, clip.folder, SIZES)

    def _request_still(self) -> None:
        clip = self._shown
        if clip is not None and clip.info is not None:
            self._intake.request_still(
                clip.clip_id, clip.info, at_seconds=clip.position_seconds, long_side=STILL_SIDE
            )

    # Showing

    def _show_clip(self, clip: Clip | None) -> None:
        self.panel.show_clip(clip)
        options = clip.options if clip else self._next_options
        folder = clip.folder if clip else self._next_folder
        self.options_panel.show_options(options, folder)
        self.options_panel.source.show_findings(clip.found if clip else None)
        self.options_panel.show_sizes(clip.plan.sizes if clip and clip.plan else {})
        self.panel.show_preview()
        self._show_passes()
        if clip is not None and clip.still is None:
            self._request_still()

    def _refresh(self) -> None:
        """Bring buttons, pages and the sentence to the state of the list."""
        self._pages.setCurrentWidget(self.panel if len(self.model) else self.invitation)
        selected = self.clip_list.selected_clips()
        self.side.show_state(
            is_queue_running=self.queue.is_running,
            can_start=any(clip.state.can_be_queued for clip in self.model),
            is_busy_selected=self._has_busy_selected(),
        )
        if not self._outlook_delay.isActive():
            self._outlook_delay.start()
        self.options_panel.setEnabled(not selected or bool(self._editable_clips()))
        self._show_passes()
        self._show_sentence()
        self.menus.refresh()
        if self._is_queue_kept and not self._queue_delay.isActive():
            self._queue_delay.start()

    def _keep_queue(self) -> None:
        """Write down the clips that are not done."""
        clips = [clip for clip in self.model if clip.state is not ClipState.DONE]
        self._queue_file.save(
            Entry(clip.path, clip.options, clip.folder, _progress_of(clip)) for clip in clips
        )

    def _show_passes(self) -> None:
        passes = self.strip.mean_passes
        if passes is None and self._shown is not None:
            passes = self._shown.mean_passes
        self.options_panel.show_passes(passes)

    def _show_sentence(self) -> None:
        clip = self._shown
        if clip is None:
            self.sentence.setText(self.tr("Add videos; then choose a look and start the queue."))
            return
        output = clip.output or self.queue.expected_output(clip)
        if clip.state in (ClipState.READY, ClipState.WAITING) and output and clip.plan:
            self._forecast.try_out(clip)
            seconds = self._forecast.seconds_of(clip, self.strip.mean_cleanings)
            size = clip.plan.sizes[clip.options.size]
            text = clip_wording.promise(clip, output, size, seconds, _free_bytes(output))
        else:
            text = clip_wording.report(clip)
        self.sentence.setText(text)

    def _show_outlook(self) -> None:
        """Say how long all of it will take."""
        clips = [clip for clip in self.model if self.queue.will_restore(clip)]
        seconds = self._forecast.seconds_left(clips)
        text = wording.outlook(len(clips), seconds, is_running=self.queue.is_running)
        self.side.show_outlook(text)

    def _show_verdict(self) -> None:
        """Say what this computer can do, as soon as that is known."""
        seconds = self._forecast.seconds_of_tape(self._next_options)
        self.invitation.set_verdict(wording.verdict(seconds))

    # Keys, drops and closing

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Show the original while the O key is held, wherever the focus is in this window."""
        if (
            isinstance(event, QKeyEvent)
            and event.type() in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease)
            and event.key() == Qt.Key.Key_O
            and event.modifiers() == Qt.KeyboardModifier.NoModifier
            and self.isActiveWindow()
            and not isinstance(QApplication.focusWidget(), QLineEdit | QAbstractSpinBox)
        ):
            if not event.isAutoRepeat():
                is_held = event.type() is QEvent.Type.KeyPress
                self.panel.comparison.set_original_shown(is_held)
            return True
        return super().eventFilter(watched, event)

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.PaletteChange:
            self.icons.redraw()

    @override
    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if event.mimeData().hasUrls():
            event.acceptProposedAction()
            self.invitation.set_lit(True)

    @override
    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        self.invitation.set_lit(False)

    @override
    def dropEvent(self, event: QDropEvent) -> None:
        self.invitation.set_lit(False)
        paths = [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
        event.acceptProposedAction()
        self.add_paths(paths)

    @override
    def closeEvent(self, event: QCloseEvent) -> None:
        """Ask while something is being restored; then stop both threads and wait for them."""
        if not self._is_closing and self.queue.running_clip is not None and not self.ask_to_close():
            event.ignore()
            return
        if self._is_queue_kept:
            # Before the queue is stopped: what waits now waits at the next start.
            self._keep_queue()
            self._is_queue_kept = False
        self._is_closing = True
        self.missing.stop_asking()
        self._settings.geometry = self.saveGeometry()
        self._settings.splitter = self._splitter.saveState()
        self.queue.stop()
        self._engine.stop()
        self._intake.stop()
        if self._engine.isRunning() or self._intake.isRunning():
            self.setEnabled(False)
            self.sentence.setText(self.tr("Stopping…"))
            event.ignore()
        else:
            self._queue_file.close()
            _application().removeEventFilter(self)
            event.accept()

    def quit_at_once(self) -> None:
        """Close without asking; what is being restored is cancelled all the same."""
        self._is_closing = True
        self.close()

    def on_thread_finished(self) -> None:
        """Close, where the window only waited for its threads."""
        if self._is_closing:
            self.close()


def _application() -> QCoreApplication:
    app = QCoreApplication.instance()
    assert app is not None
    return app


def _progress_of(clip: Clip) -> Progress:
    if clip.state in BEGUN or clip.was_begun:
        return Progress.BEGUN
    return Progress.WAITING if clip.state is ClipState.WAITING else Progress.NEW


def _seen(options: Options) -> Options:
    """The options without those that a preview does not show."""
    return replace(options, codec=Codec.H264, container=None, start_seconds=None, end_seconds=None)


def _free_bytes(output: Path) -> int | None:
    try:
        return shutil.disk_usage(output.parent).free
    except OSError:
        return None
