"""What can be done in the middle of the window, each by name, by key and by button."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QMenu, QWidget

from app.window.theme import Icons


class CompareActions(QObject):
    """The actions of the comparison; buttons and menus show the same ones.

    Args:
        icons: draw their icons, in light and in dark.
        parent: the widget whose window has their keys.
    """

    def __init__(self, icons: Icons, parent: QWidget) -> None:
        super().__init__(parent)
        self._icons, self._widget = icons, parent
        self.preview = self._add(self.tr("&Restore the marked region"), "P", icon="auto-fix")
        self.variants = self._add(
            self.tr("Compare &looks of this moment"), "V", icon="view-grid-outline"
        )
        self.variants.setIconText(self.tr("Looks"))
        self.compare_file = self._add(
            self.tr("Compare with the &finished file"), "F", icon="file-compare", is_checkable=True
        )
        self._make_times()
        self.choose_region = self._add(
            self.tr("&Choose the region"), "R", icon="selection-drag", is_checkable=True
        )
        self._make_views()

    def fill_preview_menu(self, menu: QMenu) -> None:
        """Offer what is about one moment of a clip."""
        for group in (
            (self.preview, self.variants, self.compare_file),
            (self.play, self.previous_frame, self.next_frame),
            (self.sound, self.original_sound),
            (self.previous_second, self.next_second, self.previous_shot, self.next_shot),
            (self.choose_region, self.start_here, self.end_here, self.whole_video),
        ):
            menu.addActions(list(group))
            menu.addSeparator()

    def fill_view_menu(self, menu: QMenu) -> None:
        """Offer the ways to look at it."""
        for group in ((self.side_by_side, self.split, self.difference), self.zooms):
            menu.addActions(list(group))
            menu.addSeparator()

    @property
    def zooms(self) -> tuple[QAction, ...]:
        """Everything that changes how large the picture is."""
        return (self.zoom_in, self.zoom_out, self.one_to_one, self.fit_region, self.fit_picture)

    def show_playing(self, is_playing: bool) -> None:
        """The play button pauses now, or plays."""
        self._icons.place("pause" if is_playing else "play", self.play.setIcon)

    def show_device(self, has_device: bool) -> None:
        """Sound can be heard, or this computer has no device for it."""
        self.sound.setEnabled(has_device)
        self.original_sound.setEnabled(has_device)

    def _make_times(self) -> None:
        self.play = self._add(self.tr("&Play or pause"), "Space", icon="play")
        self.sound = self._add(
            self.tr("Soun&d of the preview"), "M", icon="volume-high", is_checkable=True
        )
        self.sound.setChecked(True)
        self.original_sound = self._add(
            self.tr("&Hear the original sound"), "Shift+M", icon="ear-hearing", is_checkable=True
        )
        self.previous_frame = self._add(self.tr("Pr&evious frame"), ",")
        self.next_frame = self._add(self.tr("Ne&xt frame"), ".")
        self.previous_second = self._add(self.tr("One second &back"), "Ctrl+Left")
        self.next_second = self._add(self.tr("One second &on"), "Ctrl+Right")
        self.previous_shot = self._add(self.tr("Pre&vious shot"), "Ctrl+Shift+Left")
        self.next_shot = self._add(self.tr("Next &shot"), "Ctrl+Shift+Right")
        self.start_here = self._add(
            self.tr("Restore from this &moment on"), "[", icon="contain-start"
        )
        self.end_here = self._add(self.tr("Restore &up to this moment"), "]", icon="contain-end")
        self.whole_video = self._add(self.tr("Restore the whole video again"), "\\", icon="restore")
        self.start_here.setIconText(self.tr("Start here"))
        self.end_here.setIconText(self.tr("End here"))
        self.whole_video.setIconText(self.tr("Whole video"))

    def _make_views(self) -> None:
        self.side_by_side = self._add(
            self.tr("&Side by side"), "S", icon="format-columns", is_checkable=True
        )
        self.split = self._add(
            self.tr("A &line to drag"), "L", icon="arrow-split-vertical", is_checkable=True
        )
        self.difference = self._add(
            self.tr("&Difference"), "D", icon="circle-half-full", is_checkable=True
        )
        group = QActionGroup(self)
        for action in (self.side_by_side, self.split, self.difference):
            group.addAction(action)
        self.side_by_side.setChecked(True)
        self.side_by_side.setIconText(self.tr("Side by side"))
        self.split.setIconText(self.tr("Line"))
        self.zoom_in = self._add(self.tr("Zoom &in"), "+", "=", icon="magnify-plus-outline")
        self.zoom_out = self._add(self.tr("Zoom &out"), "-", icon="magnify-minus-outline")
        self.one_to_one = self._add(self.tr("O&ne to one"), "1")
        self.fit_region = self._add(
            self.tr("Fit the &region"), "9", icon="image-filter-center-focus"
        )
        self.fit_picture = self._add(self.tr("&Whole picture"), "0", icon="fit-to-page-outline")

    def _add(
        self, text: str, *keys: str, icon: str | None = None, is_checkable: bool = False
    ) -> QAction:
        action = QAction(text, self)
        action.setCheckable(is_checkable)
        action.setShortcuts([QKeySequence(key) for key in keys])
        key = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
        name = text.replace("&", "")
        action.setToolTip(self.tr("{name} ({key})").format(name=name, key=key))
        if icon is not None:
            self._icons.place(icon, partial(QAction.setIcon, action))
            action.setIconVisibleInMenu(False)
        self._widget.addAction(action)
        return action
