"""The menus, and with them the keys of the window."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QLocale, QObject, Qt, Signal
from PySide6.QtGui import QAction, QActionGroup, QKeySequence, QUndoStack
from PySide6.QtWidgets import QMenu, QMenuBar, QWidget

from app.text.language import LANGUAGES
from app.window.compare.actions import CompareActions
from app.window.desktop.power import AtEnd
from app.window.queue.clips import Clip, ClipState
from app.window.queue.parts import can_join, can_split
from app.window.queue.working_hours import Hours
from engine.rendering.splitting import Split


@dataclass(frozen=True, kw_only=True)
class MenuState:
    """What decides which actions can be carried out."""

    selected: Sequence[Clip]
    is_queue_running: bool
    """It was started."""
    can_toggle: bool
    """It can be started, or stopped."""
    running: Sequence[Clip]
    """The clips that are being restored."""
    is_missing: bool
    """The source of the first selected clip has gone."""
    has_copied_look: bool
    """There is a look to be pasted."""
    not_split: Mapping[Split, str | None]
    """Why the selected clip cannot be split at these places; None: it can."""


class Menus(QObject):
    """An action for everything the window can do, by name and by key; the window connects them.

    Signals:
        appearance_chosen(Qt.ColorScheme): light, dark, or Unknown: as the system has it.
        language_chosen(str): the code of a language; empty: as the system has it.
        at_end_chosen(AtEnd): what the computer does when all is restored.
    """

    appearance_chosen = Signal(object)
    language_chosen = Signal(str)
    at_end_chosen = Signal(object)

    def __init__(
        self,
        bar: QMenuBar,
        compare: CompareActions,
        appearance: Qt.ColorScheme,
        language: str,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._fill_clips(bar.addMenu(self.tr("&Clips")))
        self._fill_edit(bar.addMenu(self.tr("&Edit")))
        self._fill_queue(bar.addMenu(self.tr("&Queue")))
        compare.fill_preview_menu(bar.addMenu(self.tr("&Preview")))
        view = bar.addMenu(self.tr("&View"))
        self._fill_view(view, compare, appearance)
        self._fill_languages(view.addMenu(self.tr("Lan&guage")), language)
        help_menu = bar.addMenu(self.tr("&Help"))
        self.tour = _add(help_menu, self.tr("A short tour"))
        self.shortcuts = _add(help_menu, self.tr("&Keys"), "F1")
        self.show_log = _add(help_menu, self.tr("&Log"))
        self.report = _add(help_menu, self.tr("&Report a problem…"))
        help_menu.addSeparator()
        self.newest = _add(help_menu, self.tr("Look for a new &version…"))
        self.about = _add(help_menu, self.tr("&About Homereel"))
        self.about.setMenuRole(QAction.MenuRole.AboutRole)

    def give_context_menu(self, clip_list: QWidget) -> None:
        """Offer what concerns clips in the list; only there the delete key removes them."""
        clip_list.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)
        for group in (
            (self.restore_selected, self.pause_selected, self.move_to_top),
            (self.play_output, self.show_folder),
            (self.duplicate, self.add_part, self.join_parts),
            (self.split_recordings, self.split_shots),
            (self.copy_look, self.paste_look),
            (self.group, self.ungroup, self.select_section),
            (self.look_again, self.find_source),
            (self.cancel, self.remove),
        ):
            clip_list.addActions(list(group))
            separator = QAction(clip_list)
            separator.setSeparator(True)
            clip_list.addAction(separator)

    def show_state(self, state: MenuState) -> None:
        """Offer what can be done now."""
        clips = state.selected
        for action in (
            self.remove,
            self.show_folder,
            self.copy_look,
            self.select_section,
            self.group,
            self.move_up,
            self.move_down,
            self.move_to_top,
            self.move_to_end,
        ):
            action.setEnabled(bool(clips))
        self.ungroup.setEnabled(any(clip.group for clip in clips))
        has_facts = bool(clips) and all(clip.info is not None for clip in clips)
        self.duplicate.setEnabled(has_facts)
        self.add_part.setEnabled(has_facts and len(clips) == 1)
        is_joined = can_split(clips)
        self.join_parts.setText(
            self.tr("Make a file of &each part")
            if is_joined
            else self.tr("&Join the selected parts in one file")
        )
        self.join_parts.setEnabled(is_joined or can_join(clips))
        self._show_splitting(state.not_split)
        self.paste_look.setEnabled(bool(clips) and state.has_copied_look)
        self.play_output.setEnabled(bool(clips) and clips[0].state is ClipState.DONE)
        self.find_source.setEnabled(state.is_missing)
        self.look_again.setEnabled(any(c.state is ClipState.REFUSED for c in clips))
        is_queued = any(clip in state.running or clip.is_waiting for clip in clips)
        self.cancel.setEnabled(is_queued)
        self.pause_selected.setEnabled(is_queued)
        self._show_restoring(clips)
        self.toggle_queue.setText(
            self.tr("&Pause") if state.is_queue_running else self.tr("&Restore all")
        )
        self.toggle_queue.setEnabled(state.can_toggle)
        self.stop_after_this.setEnabled(state.is_queue_running)

    def show_undoing(self, stack: QUndoStack) -> None:
        """Say what would be undone, and done again."""
        for action, name, plain, text in (
            (self.undo, self.tr("&Undo: {change}"), self.tr("&Undo"), stack.undoText()),
            (self.redo, self.tr("&Redo: {change}"), self.tr("&Redo"), stack.redoText()),
        ):
            action.setText(name.format(change=text) if text else plain)
            action.setEnabled(bool(text))

    def _show_splitting(self, not_split: Mapping[Split, str | None]) -> None:
        """Offer to split the selected clip, or say why it cannot be."""
        for action, by, name in (
            (self.split_recordings, Split.RECORDINGS, self.tr("Split by rec&ordings")),
            (self.split_shots, Split.SHOTS, self.tr("Split by s&hots")),
        ):
            reason = not_split[by]
            action.setEnabled(reason is None)
            action.setText(f"{name} ({reason})" if reason else name)

    def _show_restoring(self, clips: Sequence[Clip]) -> None:
        """Say what restoring the selected clips means for them."""
        can = [c for c in clips if c.state.can_be_queued or c.state is ClipState.DONE]
        self.restore_selected.setEnabled(bool(can))
        if can and all(clip.state is ClipState.DONE for clip in can):
            text = self.tr("Restore a&gain")
        elif can and all(clip.state is ClipState.FAILED for clip in can):
            text = self.tr("&Try again")
        else:
            text = self.tr("Restore the &selected clips")
        self.restore_selected.setText(text)

    def _fill_clips(self, menu: QMenu) -> None:
        self.add_files = _add(menu, self.tr("&Add files…"), "Ctrl+O")
        self.add_folder = _add(menu, self.tr("Add a &folder…"), "Ctrl+Shift+O")
        self.watch_folder = _add(menu, "")
        menu.addSeparator()
        self.play_output = _add(menu, self.tr("&Play the restored file"))
        self.show_folder = _add(menu, self.tr("Sh&ow its folder"))
        self.history = _add(menu, self.tr("What was &restored…"), "Ctrl+H")
        menu.addSeparator()
        self.find_source = _add(menu, self.tr("F&ind the original…"))
        self.look_again = _add(menu, self.tr("&Look at it again"))
        menu.addSeparator()
        self.models = _add(menu, self.tr("Mo&dels…"))
        self.card = _add(menu, self.tr("&Graphics card…"))
        menu.addSeparator()
        self.quit = _add(menu, self.tr("&Quit"), "Ctrl+Q")
        self.quit.setMenuRole(QAction.MenuRole.QuitRole)

    def _fill_edit(self, menu: QMenu) -> None:
        self.undo, self.redo = _add(menu, self.tr("&Undo")), _add(menu, self.tr("&Redo"))
        self.undo.setShortcuts(QKeySequence.StandardKey.Undo)
        self.redo.setShortcuts(
            [
                QKeySequence("Ctrl+Shift+Z"),
                *QKeySequence.keyBindings(QKeySequence.StandardKey.Redo),
            ]
        )
        menu.addSeparator()
        self.duplicate = _add(menu, self.tr("&Duplicate, for other options"), "Ctrl+D")
        self.add_part = _add(menu, self.tr("Add another &part of this video"), "Ctrl+Shift+D")
        self.join_parts = _add(menu, "", "Ctrl+J")
        self.split_recordings, self.split_shots = _add(menu, ""), _add(menu, "")
        menu.addSeparator()
        self.group = _add(menu, self.tr("&Group under a name…"), "Ctrl+G")
        self.ungroup = _add(menu, self.tr("&Take out of the group"), "Ctrl+Shift+G")
        self.select_section = _add(
            menu, self.tr("&Select all of this group or folder"), "Ctrl+Shift+A"
        )
        self.remove = _add(menu, self.tr("Re&move from the list"))
        self.remove.setShortcut(QKeySequence(QKeySequence.StandardKey.Delete))
        self.remove.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        menu.addSeparator()
        self.copy_look = _add(menu, self.tr("&Copy the look"), "Ctrl+Shift+C")
        self.paste_look = _add(menu, self.tr("Paste the &look"), "Ctrl+Shift+V")
        self.reset_all = _add(menu, self.tr("Reset &all options"))
        self.keep_as_defaults = _add(menu, self.tr("Begin with these options for &new clips"))

    def _fill_queue(self, menu: QMenu) -> None:
        self.toggle_queue = _add(menu, "", "Ctrl+Return")
        self.restore_selected = _add(menu, "", "Ctrl+Shift+Return")
        self.pause_selected = _add(menu, self.tr("Pause the selected &clips"))
        self.stop_after_this = _add(menu, self.tr("Stop after &this clip"))
        self.cancel = _add(menu, self.tr("Cancel the selected c&lips…"), "Ctrl+Backspace")
        menu.addSeparator()
        self.move_up = _add(menu, self.tr("One place &up"), "Alt+Up")
        self.move_down = _add(menu, self.tr("One place &down"), "Alt+Down")
        self.move_to_top = _add(menu, self.tr("To the to&p"), "Alt+Home")
        self.move_to_end = _add(menu, self.tr("To the &end"), "Alt+End")
        menu.addSeparator()
        self.hours = _add(menu, "")
        self.change_hours = _add(menu, self.tr("Change the &hours…"))
        self.fewer_cores = _add(menu, self.tr("Use &fewer cores while I work"))
        for action in (self.hours, self.fewer_cores):
            action.setCheckable(True)
        self.at_end = menu.addMenu(self.tr("&When all is restored"))
        self._fill_at_end(self.at_end)
        menu.addSeparator()
        self.others = _add(menu, self.tr("Other co&mputers…"))

    def show_hours(self, hours: Hours | None, usual: Hours) -> None:
        """Say in which hours the queue works, or would."""
        shown = hours or usual
        times = [
            QLocale().toString(time, QLocale.FormatType.ShortFormat)
            for time in (shown.start, shown.end)
        ]
        text = self.tr("&Only between {start} and {end}")
        self.hours.setText(text.format(start=times[0], end=times[1]))
        self.hours.setChecked(hours is not None)

    def show_at_end(self, wanted: AtEnd) -> None:
        """Say what the computer does when all is restored."""
        self._at_end[wanted].setChecked(True)

    def night_menu(self, parent: QWidget) -> QMenu:
        """Return a menu of what is about the hours in which nobody watches."""
        menu = QMenu(parent)
        menu.addActions([self.hours, self.change_hours, self.fewer_cores])
        menu.addSeparator()
        heading = menu.addAction(self.at_end.title().replace("&", ""))
        heading.setEnabled(False)
        menu.addActions(self.at_end.actions())
        return menu

    def _fill_at_end(self, menu: QMenu) -> None:
        group = QActionGroup(self)
        self._at_end: dict[AtEnd, QAction] = {}
        for name, wanted in (
            (self.tr("Do &nothing"), AtEnd.NOTHING),
            (self.tr("&Sleep"), AtEnd.SLEEP),
            (self.tr("Shut &down"), AtEnd.SHUT_DOWN),
        ):
            action = _add(menu, name)
            action.setCheckable(True)
            action.triggered.connect(lambda _is_checked, w=wanted: self.at_end_chosen.emit(w))
            group.addAction(action)
            self._at_end[wanted] = action

    def _fill_view(self, menu: QMenu, compare: CompareActions, appearance: Qt.ColorScheme) -> None:
        compare.fill_view_menu(menu)
        self._fill_appearance(menu.addMenu(self.tr("&Appearance")), appearance)
        self.less_motion = _add(menu, self.tr("Less &motion"))
        self.less_motion.setCheckable(True)

    def _fill_appearance(self, menu: QMenu, appearance: Qt.ColorScheme) -> None:
        group = QActionGroup(self)
        for name, scheme in (
            (self.tr("As the &system"), Qt.ColorScheme.Unknown),
            (self.tr("&Light"), Qt.ColorScheme.Light),
            (self.tr("&Dark"), Qt.ColorScheme.Dark),
        ):
            action = _add(menu, name)
            action.setCheckable(True)
            action.setChecked(scheme is appearance)
            action.triggered.connect(lambda _is_checked, s=scheme: self.appearance_chosen.emit(s))
            group.addAction(action)

    def _fill_languages(self, menu: QMenu, chosen: str) -> None:
        group = QActionGroup(self)
        names = {"": self.tr("As the &system"), **LANGUAGES}
        for code, name in names.items():
            action = _add(menu, name)
            action.setCheckable(True)
            action.setChecked(code == chosen)
            action.triggered.connect(lambda _is_checked, c=code: self.language_chosen.emit(c))
            group.addAction(action)


def _add(menu: QMenu, name: str, *keys: str) -> QAction:
    action = menu.addAction(name)
    action.setShortcuts([QKeySequence(key) for key in keys])
    return action
