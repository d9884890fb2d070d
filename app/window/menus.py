"""The menus, and with them the keys of the window."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QMenu, QMessageBox

from app.window.compare.comparison_panel import ZOOM_STEP
from app.window.queue.clips import ClipState

if TYPE_CHECKING:
    from app.window.main_window import Window


class Menus(QObject):
    """Everything the window can do, by name and by key."""

    def __init__(self, window: Window) -> None:
        super().__init__(window)
        self._window = window
        bar = window.menuBar()
        self._fill_clips(bar.addMenu(self.tr("&Clips")))
        self._fill_preview(bar.addMenu(self.tr("&Preview")))
        self._fill_view(bar.addMenu(self.tr("&View")))
        self._fill_help(bar.addMenu(self.tr("&Help")))
        window.clip_list.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)
        actions = [self._open, self._folder, self._find, self._cancel, self._remove]
        window.clip_list.addActions(actions)

    def refresh(self) -> None:
        """Offer what can be done now."""
        window = self._window
        selected = window.clip_list.selected_clips()
        self._remove.setEnabled(bool(selected))
        self._folder.setEnabled(bool(selected))
        self._open.setEnabled(bool(selected) and selected[0].state is ClipState.DONE)
        self._find.setEnabled(bool(selected) and window.missing.is_missing(selected[0]))
        self._cancel.setEnabled(
            any(clip is window.queue.running_clip or clip.is_waiting for clip in selected)
        )
        self._queue.setText(
            self.tr("&Pause") if window.queue.is_running else self.tr("&Restore all")
        )
        self._last.setEnabled(window.queue.is_running)
        self._queue.setEnabled(window.side.start_button.isEnabled())

    def _fill_clips(self, menu: QMenu) -> None:
        window = self._window
        self._add(menu, self.tr("&Add files…"), window.ask_for_files, "Ctrl+O")
        self._add(menu, self.tr("Add a &folder…"), window.ask_for_folder, "Ctrl+Shift+O")
        self._remove = self._add(menu, self.tr("Re&move from the list"), window.remove_selected)
        self._remove.setShortcut(QKeySequence(QKeySequence.StandardKey.Delete))
        menu.addSeparator()
        self._queue = self._add(menu, "", window.toggle_queue, "Ctrl+Return")
        self._last = self._add(menu, self.tr("Stop after &this clip"), window.stop_after_this)
        self._cancel = self._add(
            menu, self.tr("&Cancel the selected clips"), window.cancel_selected, "Ctrl+Backspace"
        )
        self._open = self._add(menu, self.tr("&Play the restored file"), window.open_output)
        self._folder = self._add(menu, self.tr("Sh&ow its folder"), window.open_folder)
        self._find = self._add(menu, self.tr("F&ind the original…"), window.find_selected)
        menu.addSeparator()
        quit_action = self._add(menu, self.tr("&Quit"), window.close, "Ctrl+Q")
        quit_action.setMenuRole(QAction.MenuRole.QuitRole)

    def _fill_preview(self, menu: QMenu) -> None:
        window, panel = self._window, self._window.panel
        self._add(menu, self.tr("&Restore the marked region"), window.request_preview, "P")
        self._add(menu, self.tr("&Play or pause"), panel.toggle_playing, "Space")
        self._add(menu, self.tr("Pr&evious frame"), lambda: panel.step(-1), ",")
        self._add(menu, self.tr("Ne&xt frame"), lambda: panel.step(1), ".")
        menu.addSeparator()
        self._add(menu, self.tr("&Choose the region"), panel.region_button.click, "R")
        menu.addSeparator()
        self._add(menu, self.tr("Restore &from this moment on"), panel.start_here, "[")
        self._add(menu, self.tr("Restore &up to this moment"), panel.end_here, "]")

    def _fill_view(self, menu: QMenu) -> None:
        panel = self._window.panel
        view = panel.comparison
        self._add(menu, self.tr("&Side by side"), panel.side_button.click, "S")
        self._add(menu, self.tr("A &line to drag"), panel.split_button.click, "L")
        menu.addSeparator()
        self._add(menu, self.tr("Zoom &in"), lambda: view.zoom_by(ZOOM_STEP), "+", "=")
        self._add(menu, self.tr("Zoom &out"), lambda: view.zoom_by(1 / ZOOM_STEP), "-")
        self._add(menu, self.tr("&One to one"), view.zoom_one_to_one, "1")
        self._add(menu, self.tr("&Region"), view.fit_region, "9")
        self._add(menu, self.tr("&Whole picture"), view.fit_picture, "0")
        menu.addSeparator()
        self._fill_appearance(menu.addMenu(self.tr("&Appearance")))

    def _fill_appearance(self, menu: QMenu) -> None:
        group = QActionGroup(self)
        for name, scheme in (
            (self.tr("As the &system"), Qt.ColorScheme.Unknown),
            (self.tr("&Light"), Qt.ColorScheme.Light),
            (self.tr("&Dark"), Qt.ColorScheme.Dark),
        ):
            action = menu.addAction(name)
            action.setCheckable(True)
            action.setChecked(scheme is self._window.appearance.choice)
            action.triggered.connect(partial(self._window.choose_appearance, scheme))
            group.addAction(action)

    def _fill_help(self, menu: QMenu) -> None:
        about = self._add(menu, self.tr("&About Homereel"), self._show_about)
        about.setMenuRole(QAction.MenuRole.AboutRole)

    def _show_about(self) -> None:
        QMessageBox.about(
            self._window,
            self.tr("About Homereel"),
            self.tr(
                "<b>Homereel</b> restores old family videos on your own computer.<br><br>"
                "It runs RealBasicVSR (Chan et al., arXiv:2111.12704)."
            ),
        )

    def _add(self, menu: QMenu, name: str, act: Callable[[], object], *keys: str) -> QAction:
        action = menu.addAction(name)
        action.triggered.connect(lambda _checked: act())
        action.setShortcuts([QKeySequence(key) for key in keys])
        return action
