"""The preset of the selected clips: chosen, proposed, kept under a name, taken back."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import (
    QHBoxLayout,
    QInputDialog,
    QLabel,
    QMenu,
    QMessageBox,
    QPushButton,
    QStyledItemDelegate,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

import resources
from app.text.preset_names import purpose_of, title_of
from app.window.options.controls import Box, mixed_text
from app.window.options.preset_shelf import PresetShelf
from app.window.questions import ask_to_remove_preset
from app.window.theme import Icons
from engine.jobs import presets
from engine.jobs.options import Options

_PICTURES = Path(resources.__file__).parent / "pictures"
_PICTURE, _SMALL_PICTURE = QSize(48, 36), QSize(28, 21)
"""In the open list, and of the one that is chosen."""


class PresetControls(QWidget):
    """Offers the presets above the options.

    Signals:
        edited(Edit): a preset was chosen.
        reset_wanted(): bring all options back to the defaults.
        defaults_wanted(): begin with the options that are shown for new clips.
    """

    edited = Signal(object)
    reset_wanted = Signal()
    defaults_wanted = Signal()

    def __init__(self, shelf: PresetShelf, icons: Icons, parent: QWidget) -> None:
        super().__init__(parent)
        self._shelf, self._options, self._are_mixed = shelf, Options(), False
        self._proposed: str | None = None
        self.box = Box(self)
        self.box.setObjectName("preset")
        self.box.setIconSize(_SMALL_PICTURE)
        # Else some styles draw the list as a menu, with the small icons of one.
        self.box.setItemDelegate(QStyledItemDelegate(self.box))
        self.box.view().setIconSize(_PICTURE)
        self.box.setAccessibleName(self.tr("Preset"))
        # Only by a label do screen readers of Linux tell what a box is about.
        label = QLabel(self.tr("Preset"), self)
        label.setBuddy(self.box)
        label.hide()
        self._purpose = QLabel(self)
        self._purpose.setObjectName("muted")
        self._purpose.setWordWrap(True)
        self.proposal = QPushButton(self)
        self.more = QToolButton(self)
        self.more.setToolTip(self.tr("Keep, remove or reset options"))
        self.more.setAccessibleName(self.tr("Keep, remove or reset options"))
        self.more.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        icons.place("dots-horizontal", self.more.setIcon)
        self._make_menu()
        row = QHBoxLayout()
        row.setSpacing(6)
        row.addWidget(self.box, 1)
        row.addWidget(self.more)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addLayout(row)
        column.addWidget(self._purpose)
        column.addWidget(self.proposal)
        self.box.activated.connect(self.on_chosen)
        self.proposal.clicked.connect(self.on_proposal_taken)
        shelf.changed.connect(self._fill)
        self._fill()

    def show_options(self, options: Options, *, are_mixed: bool) -> None:
        """Show which preset options are; ``are_mixed``: other selected clips have other ones."""
        self._options, self._are_mixed = options, are_mixed
        name = None if are_mixed else self._shelf.matching(options)
        self.box.setPlaceholderText(mixed_text() if are_mixed else self.tr("Own choice"))
        self.box.setCurrentIndex(-1 if name is None else self.box.findData(name))
        self._purpose.setText(purpose_of(name) if name else "")
        self._purpose.setVisible(bool(self._purpose.text()))
        self._remove.setEnabled(name in self._shelf.own)
        self._show_proposal(name)

    def show_proposed(self, name: str | None) -> None:
        """Offer the preset that the clip looks like; None: it looks like none."""
        self._proposed = name
        self._show_proposal(self.box.currentData())

    def on_chosen(self) -> None:
        """A preset was chosen from the box."""
        self._take(self.box.currentData())

    def on_proposal_taken(self) -> None:
        """The preset that was proposed is wanted."""
        if self._proposed is not None:
            self._take(self._proposed)

    def on_save_wanted(self) -> None:
        """Ask for a name, and keep the options under it."""
        name, is_given = QInputDialog.getText(
            self, self.tr("Keep these options"), self.tr("Name of the preset:")
        )
        name = name.strip()
        if is_given and name and (name not in self._shelf.own or self._may_replace(name)):
            self._shelf.save(name, self._options)

    def on_removal_wanted(self) -> None:
        """Remove the preset that is shown, after asking."""
        name = self.box.currentData()
        if ask_to_remove_preset(self, name):
            self._shelf.remove(name)

    def _may_replace(self, name: str) -> bool:
        box = QMessageBox(self)
        box.setIcon(QMessageBox.Icon.Question)
        box.setWindowTitle("Homereel")
        box.setText(self.tr("There is a preset “{name}” already.").format(name=name))
        replace = box.addButton(self.tr("Replace it"), QMessageBox.ButtonRole.DestructiveRole)
        keep = box.addButton(self.tr("Keep the old one"), QMessageBox.ButtonRole.RejectRole)
        box.setDefaultButton(keep)
        box.exec()
        return box.clickedButton() is replace

    def _take(self, name: str) -> None:
        self.edited.emit(lambda options: self._shelf.options_of(name, options))

    def _show_proposal(self, shown: str | None) -> None:
        is_new = self._proposed is not None and self._proposed != shown
        self.proposal.setVisible(is_new)
        if is_new and self._proposed is not None:
            text = self.tr("Looks like this; use it:\n{preset}")
            self.proposal.setText(text.format(preset=title_of(self._proposed)))
            self.proposal.setToolTip(purpose_of(self._proposed))

    def _fill(self) -> None:
        self.box.clear()
        for name in self._shelf.names:
            self.box.addItem(_picture_of(name), title_of(name), name)
            self.box.setItemData(
                self.box.count() - 1, purpose_of(name), Qt.ItemDataRole.ToolTipRole
            )
        if self._shelf.own:
            self.box.insertSeparator(1 + len(presets.BUILT_IN))
        self.show_options(self._options, are_mixed=self._are_mixed)

    def _make_menu(self) -> None:
        menu = QMenu(self.more)
        menu.addAction(self.tr("&Keep these options as a preset…"), self.on_save_wanted)
        self._remove = menu.addAction(self.tr("&Remove this preset"), self.on_removal_wanted)
        menu.addSeparator()
        menu.addAction(self.tr("Reset &all options"), self.reset_wanted.emit)
        menu.addAction(
            self.tr("Begin with these options for &new clips"), self.defaults_wanted.emit
        )
        self.more.setMenu(menu)


def _picture_of(name: str) -> QIcon:
    """Return a picture of what a preset is for; an empty one for the user's own."""
    return QIcon(str(_PICTURES / f"preset-{name or 'any'}.jpg"))
