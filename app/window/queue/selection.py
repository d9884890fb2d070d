"""Which clips the user has selected, and which of them is shown."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from app.window.queue.clip_list import ClipList
from app.window.queue.clips import Clip


class Selection(QObject):
    """The selected clips of the list; the first of them is the one that is shown.

    Signals:
        changed(): other clips are selected.
        shown_changed(Clip | None): another clip is shown, None: there is none.
    """

    changed = Signal()
    shown_changed = Signal(object)

    def __init__(self, clip_list: ClipList, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._clip_list = clip_list
        self.shown: Clip | None = None
        clip_list.selection_changed.connect(self._on_selected)

    @property
    def clips(self) -> list[Clip]:
        """The selected clips, in the order of the list."""
        return self._clip_list.selected_clips()

    @property
    def editable(self) -> list[Clip]:
        """Those of them that are not being restored."""
        return [clip for clip in self.clips if not clip.state.is_busy]

    @property
    def has_busy(self) -> bool:
        """Whether one of them is being restored."""
        return any(clip.state.is_busy for clip in self.clips)

    def _on_selected(self) -> None:
        clips = self.clips
        shown = clips[0] if clips else None
        if shown is not self.shown:
            self.shown = shown
            self.shown_changed.emit(shown)
        self.changed.emit()
