"""The main window: it connects the list, the comparison, the options, and the two threads."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QMainWindow, QVBoxLayout, QWidget
from typing_extensions import override

from app.window import questions
from app.window.adding import Adding
from app.window.card.card_choosing import CardChoosing
from app.window.columns import Columns
from app.window.commands import Commands
from app.window.compare.comparison_panel import ComparisonPanel
from app.window.compare.film import Film
from app.window.compare.preview import PreviewState, PreviewStrip
from app.window.compare.timeline import parts_of
from app.window.comparing import Comparing
from app.window.delay import Debounced
from app.window.editing import Editing
from app.window.focus_order import follow_layouts
from app.window.foot import Foot
from app.window.invitation import Invitation
from app.window.keys import KeyFilter
from app.window.menus import Menus, MenuState
from app.window.missing import MissingSources
from app.window.models.model_choosing import ModelChoosing
from app.window.options.controls import differing
from app.window.options.options_panel import OptionsPanel
from app.window.options.preset_shelf import PresetShelf
from app.window.others.other_computers import OtherComputers
from app.window.overnight import Overnight
from app.window.pages import Pages
from app.window.preferences import Preferences
from app.window.queue import clip_wording
from app.window.queue.changes import Changes
from app.window.queue.clip_looks import ClipLooks
from app.window.queue.clip_model import ClipModel
from app.window.queue.clip_side import ClipSide
from app.window.queue.clips import Clip, ClipState
from app.window.queue.history import History, HistoryFile
from app.window.queue.parts import Parts
from app.window.queue.queue_file import QueueFile
from app.window.queue.queue_keeping import QueueKeeping
from app.window.queue.render_queue import RenderQueue
from app.window.queue.selection import Selection
from app.window.sentences import Sentences
from app.window.settings import Settings
from app.window.theme import Appearance, Icons
from app.window.watching import WatchedFolder
from app.window.wiring import connect_menus, connect_panels, connect_parts
from engine.background.engine_thread import Engine
from engine.background.intake_thread import Intake
from engine.background.listening import Listening
from engine.background.model_keeper import ModelKeeper
from engine.background.player_thread import Player
from engine.background.runtime_keeper import RuntimeKeeper
from engine.rendering.splitting import Split

SMALLEST = QSize(1000, 620)
"""Fits a screen of 1024x700, with the frame of the window."""
FIRST = QSize(1360, 840)
REFRESH_MS = 30
"""Of many changes that follow on each other, buttons and sentences show the last one."""


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
        history_file: HistoryFile | None = None,
        keeper: ModelKeeper | None = None,
        player: Player | None = None,
        runtime_keeper: RuntimeKeeper | None = None,
        listening: Listening | None = None,
    ) -> None:
        super().__init__()
        self._engine, self._intake = engine, intake
        self._player = player or Player(self)
        self._listening = listening or Listening(self)
        self._settings = settings
        self._is_closing = False
        self.keeper = keeper or ModelKeeper(self)
        self.runtime_keeper = runtime_keeper or RuntimeKeeper(self)
        self._threads = (
            *(engine, intake, self._player, self._listening),
            *(self.keeper, self.runtime_keeper),
        )
        self.icons, self.model = Icons(self), ClipModel(self)
        self.queue = RenderQueue(self.model, engine, self)
        self.strip = PreviewStrip(engine, self)
        self.side = ClipSide(self.model, self.icons, self)
        self.clip_list = self.side.clip_list
        self.film = Film(self._player, self, self._listening)
        self.panel = ComparisonPanel(
            self.strip, self.film, self.icons, self, listening=self._listening
        )
        self.shelf = PresetShelf(intake, self)
        self.options_panel = OptionsPanel(self.icons, self.shelf, self)
        self.invitation, self.foot = Invitation(self), Foot(self)
        self.selection, self.changes = Selection(self.clip_list, self), Changes(self.model, self)
        self.missing = MissingSources(self.model, self.queue, intake, settings, self)
        self.editing = Editing(
            self.selection,
            self.changes,
            strip=self.strip,
            intake=intake,
            settings=settings,
            parent=self,
        )
        self.preferences = Preferences(settings, appearance, self.selection, self.editing, self)
        self.looks = ClipLooks(
            self.model,
            self.queue,
            self.missing,
            intake=intake,
            request_plan=self.editing.request_plan,
            parent=self,
        )
        self.adding = Adding(
            self.clip_list,
            self.changes,
            intake=intake,
            editing=self.editing,
            settings=settings,
            outputs=self._known_outputs,
            window=self,
        )
        self.commands = Commands(
            self.selection,
            self.queue,
            self.changes,
            missing=self.missing,
            remove_selected=self.adding.remove_selected,
            window=self,
        )
        self.kept_queue = QueueKeeping(queue_file or QueueFile(), self.model, intake, self)
        self.history = History(history_file or HistoryFile(), intake, self)
        self.sentences = Sentences(
            (self.foot.sentence, self.side, self.invitation),
            queue=self.queue,
            selection=self.selection,
            editing=self.editing,
            engine=engine,
            intake=intake,
            model=self.model,
            parent=self,
        )
        self.models = ModelChoosing(
            self.options_panel.look,
            self.editing,
            keeper=self.keeper,
            intake=intake,
            window=self,
        )
        self.card = CardChoosing(self.runtime_keeper, intake, settings, self)
        self.others = OtherComputers(engine, settings, self)
        self.comparing = Comparing(
            self.panel,
            self.strip,
            self.selection,
            editing=self.editing,
            settings=settings,
            engine=engine,
            intake=intake,
            estimate=self.sentences.seconds_of,
        )
        self.parts = Parts(self.clip_list, self.changes, self.comparing.filmstrip.shots_of, self)
        self.refresh_delay = Debounced(self.refresh, self, delay_ms=REFRESH_MS)
        self._columns = Columns(self.side, self.invitation, self.panel, self.options_panel, self)
        self.menus = Menus(
            self.menuBar(), self.panel.commands, appearance.choice, settings.language, self
        )
        self.menus.give_context_menu(self.clip_list)
        self.watched = WatchedFolder(intake, settings, self.menus.watch_folder, self)
        self.overnight = Overnight(self.queue, engine, self.menus, settings, self.side)
        self.keys = KeyFilter(self)
        self._build()
        engine.tried.connect(self.looks.on_tried)
        connect_parts(self, self._threads)
        connect_panels(self)
        connect_menus(self, Pages(self, intake))
        self._restore_settings()
        self._show_clip(None)
        self.invitation.setFocus()
        self.refresh()

    # What the user can do, as far as it is not done by one of the parts

    def ask_to_close(self) -> bool:
        """Ask whether to pause what is being restored; True to quit."""
        return questions.ask_to_quit(self, [clip.name for clip in self.queue.running_clips])

    def restore_queue(self) -> None:
        """Bring back the queue of the last run, and offer to go on where it was interrupted."""
        self.shelf.read()
        self.history.read()
        self._intake.request_models()
        count = self.kept_queue.restore(self.adding.look_at)
        if self.selection.shown is None and len(self.model):
            self.clip_list.select(self.model.index(0, 0))
        self.refresh()
        if count is not None and questions.ask_to_go_on(self, count):
            self.queue.start()

    def _build(self) -> None:
        self.setMinimumSize(SMALLEST)
        centre = QWidget(self)
        column = QVBoxLayout(centre)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._columns, 1)
        column.addWidget(self.card.bar)
        column.addWidget(self.foot)
        self.setCentralWidget(centre)
        follow_layouts(centre)

    def _restore_settings(self) -> None:
        # Some room is left for the frame of the window.
        self.resize(FIRST.boundedTo(self.screen().availableSize() * 0.95))
        self.restoreGeometry(self._settings.geometry)
        self._columns.restoreState(self._settings.splitter)

    def come_to_front(self, paths: Sequence[Path]) -> None:
        """The program was started again, with these files."""
        self.setWindowState(self.windowState() & ~Qt.WindowState.WindowMinimized)
        self.show()
        self.raise_()
        self.activateWindow()
        self.adding.add_paths(paths)

    # What comes from the parts

    def on_change(self) -> None:
        """A change was made, undone or done again."""
        self.menus.show_undoing(self.changes.stack)
        self.refresh_delay.ask()

    def on_options_changed(self, clip: Clip) -> None:
        """The clip that is shown has other options, by the panel or because it was undone."""
        options, info = clip.options, clip.info
        duration = (info.duration_seconds or 0.0) if info else 0.0
        end = duration if options.end_seconds is None else options.end_seconds
        is_other = self.panel.timeline.range_seconds != (options.start_seconds or 0.0, end)
        if is_other or self.panel.timeline.parts != parts_of(options):
            self.panel.show_clip(clip)
        self.show_options()

    def on_clip_known(self, clip: Clip) -> None:
        """It is known what the source of a clip is, or it is taken in another way."""
        if clip is self.selection.shown:
            self._show_clip(clip)

    def on_pictured(self, clip: Clip) -> None:
        """There is another picture of a clip."""
        if clip is self.selection.shown and clip.picture is not None:
            self.panel.comparison.set_still(clip.picture)

    def on_planned(self, clip: Clip) -> None:
        """It is known what a render would write."""
        if clip is self.selection.shown and clip.plan is not None:
            self.options_panel.show_sizes(clip.plan.sizes)
            self.sentences.show_sentence()
        self.refresh_delay.ask()

    def on_preview_changed(self) -> None:
        """Another state of the preview."""
        self.panel.show_preview()
        self._show_passes()
        if (shown := self.selection.shown) and self.strip.state is PreviewState.READY:
            shown.cleanings = self.strip.mean_cleanings
            self.sentences.show_all()

    def on_shown_changed(self, clip: Clip | None) -> None:
        """Show another clip."""
        self.strip.clear()
        self._show_clip(clip)
        if clip is not None:
            self.editing.request_plan(clip)  # the room on its disk may be less by now
            self._intake.probe_first(clip.clip_id)

    # Showing

    def _show_clip(self, clip: Clip | None) -> None:
        self.comparing.show_clip(clip)
        self.options_panel.show_source(clip.found if clip else None)
        self.show_options()
        self.options_panel.show_sizes(clip.plan.sizes if clip and clip.plan else {})
        self._show_passes()
        if clip is not None and clip.still is None:
            self.editing.request_still()

    def show_options(self) -> None:
        """Show the options of the first selected clip, and where others have other ones."""
        clips = self.selection.clips
        clip = self.selection.shown
        self.options_panel.show_options(
            clip.options if clip else self.editing.next_options,
            clip.folder if clip else self.editing.next_folder,
            mixed=differing([each.options for each in clips]),
            has_several_folders=len({each.folder for each in clips}) > 1,
            count=len(self.selection.editable),
        )

    def _known_outputs(self) -> set[Path]:
        """Files that were written, as far as that is known."""
        written = {clip.output for clip in self.model if clip.output is not None}
        return written | {done.output for done in self.history.entries}

    def refresh(self) -> None:
        """Bring buttons, pages and the sentences to the state of the list."""
        self._columns.show_clips(bool(len(self.model)))
        selected = self.selection.clips
        self.setWindowTitle(clip_wording.window_title(self.queue.running_clips))
        self.overnight.end.show_progress()
        self.side.show_state(
            is_queue_running=self.queue.is_running,
            can_start=self.queue.can_start,
            is_busy_selected=self.selection.has_busy,
        )
        self.menus.show_state(
            MenuState(
                selected=selected,
                is_queue_running=self.queue.is_running,
                can_toggle=self.side.can_toggle_queue,
                running=self.queue.running_clips,
                is_missing=bool(selected) and self.missing.is_missing(selected[0]),
                has_copied_look=self.editing.copied_look is not None,
                not_split={by: self.parts.reason_against(selected, by) for by in Split},
            )
        )
        can_change = not selected or bool(self.selection.editable)
        self.options_panel.let_change(can_change, otherwise=self.clip_list)
        self.panel.show_state()
        self.foot.offer_file(any(clip.state is ClipState.DONE for clip in selected[:1]))
        self._show_passes()
        self.sentences.show_all()
        self.kept_queue.save_soon()

    def _show_passes(self) -> None:
        passes, shown = self.strip.mean_passes, self.selection.shown
        self.options_panel.show_passes(shown.mean_passes if passes is None and shown else passes)

    # Closing

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.PaletteChange:
            self.icons.redraw()

    @override
    def closeEvent(self, event: QCloseEvent) -> None:
        """Ask while something is being restored; then stop both threads and wait for them."""
        if not self._is_closing and self.queue.running_clips and not self.ask_to_close():
            event.ignore()
            return
        self.kept_queue.close()  # before the queue is stopped
        self._is_closing = True
        self.missing.stop_asking()
        self.overnight.end.close()
        self.others.stop_working()
        self._settings.geometry = self.saveGeometry()
        self._settings.splitter = self._columns.saveState()
        self.queue.stop()
        self.film.pause()
        for thread in self._threads:
            thread.stop()
        if any(thread.isRunning() for thread in self._threads):
            self.setEnabled(False)
            self.foot.sentence.setText(self.tr("Stopping…"))
            event.ignore()
        else:
            self.kept_queue.let_go()
            self.keys.remove()
            event.accept()

    def quit_at_once(self) -> None:
        """Close without asking; what is being restored is cancelled all the same."""
        self._is_closing = True
        self.close()

    def on_thread_finished(self) -> None:
        """Close, where the window only waited for its threads."""
        if self._is_closing:
            self.close()
