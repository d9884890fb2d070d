"""The options of the selected clips."""

from __future__ import annotations

from collections.abc import Callable, Collection
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import (
    QApplication,
    QFileDialog,
    QFrame,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from app.window.options.controls import NOTHING_MIXED, mixed_text
from app.window.options.fold import Fold
from app.window.options.look import LookControls
from app.window.options.output import OutputControls
from app.window.options.preset_controls import PresetControls
from app.window.options.preset_shelf import PresetShelf
from app.window.options.source import SourceControls
from app.window.theme import Icons
from engine.jobs.choices import OutputSize
from engine.jobs.options import Options
from engine.video.likely_preset import likely_preset

if TYPE_CHECKING:
    from engine.video.facts import SourceInfo

_OF_ONE_CLIP = {"start_seconds", "end_seconds", "parts", "crop", "name_pattern", "name_beginning"}
"""Options that no preset has."""

Edit = Callable[[Options], Options]


class OptionsPanel(QWidget):
    """Shows the options of one clip and reports what the user changes.

    Signals:
        edited(Edit): a change to be made to the options of all selected clips.
        folder_chosen(Path | None): where outputs go; None: beside their sources.
    """

    edited = Signal(object)
    folder_chosen = Signal(object)

    def __init__(self, icons: Icons, shelf: PresetShelf, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._folder: Path | None = None
        self.presets = PresetControls(shelf, icons, self)
        self.look = LookControls(icons, self)
        self.output = OutputControls(self)
        self.source = SourceControls(self)
        self._folder_button = QPushButton(self)
        self._beside_button = QPushButton(self.tr("Back beside the originals"), self)
        icons.place("folder-outline", self._folder_button.setIcon)
        self._count = 1
        self._note = QLabel(self)
        self._note.setObjectName("notice")
        self._note.setWordWrap(True)
        self._note.hide()
        self._folder_label = QLabel(self.tr("Where restored files go"), self)
        self._folder_label.setObjectName("muted")
        self._lay_out()
        for controls in (self.presets, self.look, self.output, self.source):
            controls.edited.connect(self.edited)
        self._folder_button.clicked.connect(self.on_folder_wanted)
        self._beside_button.clicked.connect(lambda: self._choose_folder(None))

    def let_change(self, is_allowed: bool, *, otherwise: QWidget) -> None:
        """Let options be changed, or not; the focus then goes elsewhere, rather than nowhere."""
        focus = QApplication.focusWidget()
        if not is_allowed and focus is not None and self.isAncestorOf(focus):
            otherwise.setFocus()
        self.setEnabled(is_allowed)

    def show_options(
        self,
        options: Options,
        folder: Path | None,
        *,
        mixed: Collection[str] = NOTHING_MIXED,
        has_several_folders: bool = False,
        count: int = 1,
    ) -> None:
        """Show the options of a clip.

        Args:
            options: of that clip.
            folder: of its output.
            mixed: names of options that other selected clips have otherwise.
            has_several_folders: they have other folders.
            count: of the clips that are changed.
        """
        self._folder = folder
        self._count = count
        self._show_note()
        for controls in (self.look, self.output, self.source):
            controls.show_options(options, mixed)
        self.presets.show_options(options, are_mixed=bool(set(mixed) - _OF_ONE_CLIP))
        self._show_folder()
        if has_several_folders:
            self._folder_button.setText(mixed_text())

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.EnabledChange:
            self._show_note()

    def _show_note(self) -> None:
        """Say why nothing can be changed, or that more than one clip is."""
        text = ""
        if not self.isEnabled():
            text = self.tr("These options can be changed once it is restored.")
        elif self._count > 1:
            text = self.tr("What you change counts for %n videos.", "", self._count)
        self._note.setText(text)
        self._note.setVisible(bool(text))

    def show_sizes(self, sizes: dict[OutputSize | None, tuple[int, int]]) -> None:
        """Say what each output size means in pixels for this clip."""
        self.output.show_sizes(sizes)

    def show_passes(self, mean_passes: float | None) -> None:
        """Say how often the frames were cleaned on average; None where unknown."""
        self.look.show_passes(mean_passes)

    def show_source(self, info: SourceInfo | None) -> None:
        """Show what was found in a clip, and which preset that suggests; None: not known yet."""
        self.source.show_findings(info)
        self.output.name.show_source(None if info is None else info.path)
        self.presets.show_proposed(None if info is None else likely_preset(info))

    def _lay_out(self) -> None:
        self.file_fold = Fold(self.tr("More about the file"), self.output.details, self)
        self.source_fold = Fold(self.tr("Correct what was found"), self.source.choices, self)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 14, 16, 14)
        column.setSpacing(10)
        column.addWidget(self._note)
        column.addWidget(_heading(self.tr("Kind of video")))
        column.addWidget(self.presets)
        column.addWidget(_line())
        column.addWidget(_heading(self.tr("Look")))
        column.addWidget(self.look)
        column.addWidget(_line())
        column.addWidget(self.source)
        column.addWidget(self.source_fold)
        column.addWidget(_line())
        column.addWidget(_heading(self.tr("Output")))
        column.addWidget(self.output)
        column.addWidget(self._folder_label)
        column.addWidget(self._folder_button)
        column.addWidget(self._beside_button)
        column.addWidget(self.file_fold)
        column.addStretch(1)

    def on_folder_wanted(self) -> None:
        """Ask for the folder of the outputs."""
        start = str(self._folder or "")
        folder = QFileDialog.getExistingDirectory(self, self.tr("Output folder"), start)
        if folder:
            self._choose_folder(Path(folder))

    def _choose_folder(self, folder: Path | None) -> None:
        self._folder = folder
        self._show_folder()
        self.folder_chosen.emit(folder)

    def _show_folder(self) -> None:
        if self._folder is None:
            name = self.tr("Beside the originals")
            tip = self.tr("Choose a folder for the restored files")
        else:
            metrics = self._folder_button.fontMetrics()
            name = metrics.elidedText(
                self._folder.name or str(self._folder), Qt.TextElideMode.ElideMiddle, 180
            )
            tip = str(self._folder)
        self._folder_button.setText(name)
        self._folder_button.setToolTip(tip)
        self._beside_button.setVisible(self._folder is not None)


def _heading(text: str) -> QLabel:
    label = QLabel(text)
    label.setObjectName("heading")
    return label


def _line() -> QFrame:
    line = QFrame()
    line.setObjectName("line")
    return line
