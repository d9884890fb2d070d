"""The menus, and with them the keys of the window."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QMenu, QMenuBar, QWidget

from app.text.language import LANGUAGES
from app.window.queue.clips import Clip, ClipState

_CAN_BE_RESTORED_AGAIN = {ClipState.DONE, ClipState.FAILED, ClipState.CANCELLED, ClipState.PAUSED}


class Menus(QObject):
    """An action for everything the window can do, by name and by key; the window connects them.

    Signals:
        appearance_chosen(Qt.ColorScheme): light, dark, or Unknown: as the system has it.
        language_chosen(str): the code of a language; empty: as the system has it.
    """

    appearance_chosen = Signal(object)
    language_chosen = Signal(str)

    def __init__(
        self, bar: QMenuBar, appearance: Qt.ColorScheme, language: str, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._fill_clips(bar.addMenu(self.tr("&Clips")))
        self._fill_preview(bar.addMenu(self.tr("&Preview")))
        view = bar.addMenu(self.tr("&View"))
        self._fill_view(view, appearance)
        self._fill_languages(view.addMenu(self.tr("Lan&guage")), language)
        help_menu = bar.addMenu(self.tr("&Help"))
        self.about = _add(help_menu, self.tr("&About Homereel"))
        self.about.setMenuRole(QAction.MenuRole.AboutRole)

    def give_context_menu(self, clip_list: QWidget) -> None:
        """Offer what concerns clips in the list; only there the delete key removes them."""
        clip_list.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)
        clip_list.addActions(
            [
                self.play_output,
                self.show_folder,
                self.restore_again,
                self.look_again,
                self.find_source,
                self.cancel,
                self.remove,
            ]
        )

    def show_state(
        self,
        selected: Sequence[Clip],
        *,
        is_queue_running: bool,
        can_toggle: bool,
        running: Clip | None,
        is_missing: bool,
    ) -> None:
        """Offer what can be done now.

        Args:
            selected: the selected clips.
            is_queue_running: whether the queue was started.
            can_toggle: whether it can be started, or stopped.
            running: the clip that is being restored.
            is_missing: whether the source of the first selected clip has gone.
        """
        for action in (self.remove, self.show_folder):
            action.setEnabled(bool(selected))
        self.play_output.setEnabled(bool(selected) and selected[0].state is ClipState.DONE)
        self.find_source.setEnabled(is_missing)
        self.look_again.setEnabled(any(c.state is ClipState.REFUSED for c in selected))
        self.cancel.setEnabled(any(clip is running or clip.is_waiting for clip in selected))
        self.restore_again.setEnabled(
            any(
                clip.state in _CAN_BE_RESTORED_AGAIN
                or (is_queue_running and clip.state is ClipState.READY)
                for clip in selected
            )
        )
        self.toggle_queue.setText(
            self.tr("&Pause") if is_queue_running else self.tr("&Restore all")
        )
        self.toggle_queue.setEnabled(can_toggle)
        self.stop_after_this.setEnabled(is_queue_running)

    def _fill_clips(self, menu: QMenu) -> None:
        self.add_files = _add(menu, self.tr("&Add files…"), "Ctrl+O")
        self.add_folder = _add(menu, self.tr("Add a &folder…"), "Ctrl+Shift+O")
        self.remove = _add(menu, self.tr("Re&move from the list"))
        self.remove.setShortcut(QKeySequence(QKeySequence.StandardKey.Delete))
        self.remove.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        menu.addSeparator()
        self.toggle_queue = _add(menu, "", "Ctrl+Return")
        self.stop_after_this = _add(menu, self.tr("Stop after &this clip"))
        self.restore_again = _add(menu, self.tr("Restore a&gain"))
        self.cancel = _add(menu, self.tr("&Cancel the selected clips"), "Ctrl+Backspace")
        menu.addSeparator()
        self.play_output = _add(menu, self.tr("&Play the restored file"))
        self.show_folder = _add(menu, self.tr("Sh&ow its folder"))
        self.find_source = _add(menu, self.tr("F&ind the original…"))
        self.look_again = _add(menu, self.tr("&Look at it again"))
        menu.addSeparator()
        self.quit = _add(menu, self.tr("&Quit"), "Ctrl+Q")
        self.quit.setMenuRole(QAction.MenuRole.QuitRole)

    def _fill_preview(self, menu: QMenu) -> None:
        self.preview = _add(menu, self.tr("&Restore the marked region"), "P")
        self.play_preview = _add(menu, self.tr("&Play or pause"), "Space")
        self.previous_frame = _add(menu, self.tr("Pr&evious frame"), ",")
        self.next_frame = _add(menu, self.tr("Ne&xt frame"), ".")
        menu.addSeparator()
        self.choose_region = _add(menu, self.tr("&Choose the region"), "R")
        menu.addSeparator()
        self.start_here = _add(menu, self.tr("Restore &from this moment on"), "[")
        self.end_here = _add(menu, self.tr("Restore &up to this moment"), "]")

    def _fill_view(self, menu: QMenu, appearance: Qt.ColorScheme) -> None:
        self.side_by_side = _add(menu, self.tr("&Side by side"), "S")
        self.split = _add(menu, self.tr("A &line to drag"), "L")
        menu.addSeparator()
        self.zoom_in = _add(menu, self.tr("Zoom &in"), "+", "=")
        self.zoom_out = _add(menu, self.tr("Zoom &out"), "-")
        self.one_to_one = _add(menu, self.tr("&One to one"), "1")
        self.fit_region = _add(menu, self.tr("&Region"), "9")
        self.fit_picture = _add(menu, self.tr("&Whole picture"), "0")
        menu.addSeparator()
        self._fill_appearance(menu.addMenu(self.tr("&Appearance")), appearance)

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
            action.triggered.connect(partial(self._choose_appearance, scheme))
            group.addAction(action)

    def _fill_languages(self, menu: QMenu, chosen: str) -> None:
        group = QActionGroup(self)
        names = {"": self.tr("As the &system"), **LANGUAGES}
        for code, name in names.items():
            action = _add(menu, name)
            action.setCheckable(True)
            action.setChecked(code == chosen)
            action.triggered.connect(partial(self._choose_language, code))
            group.addAction(action)

    def _choose_language(self, code: str, _is_checked: bool) -> None:
        self.language_chosen.emit(code)

    def _choose_appearance(self, scheme: Qt.ColorScheme, _is_checked: bool) -> None:
        self.appearance_chosen.emit(scheme)


def _add(menu: QMenu, name: str, *keys: str) -> QAction:
    action = menu.addAction(name)
    action.setShortcuts([QKeySequence(key) for key in keys])
    return action
