"""What is compared: previews in several looks, films, and the pictures along the timeline."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from app.text.messages import describe
from app.window.compare.comparison_panel import ComparisonPanel
from app.window.compare.filmstrip import Filmstrip
from app.window.compare.pair import Mode
from app.window.compare.preview import PreviewState, PreviewStrip
from app.window.compare.variants import Estimate, Variants
from app.window.editing import Editing
from app.window.queue.clips import Clip
from app.window.queue.selection import Selection
from app.window.settings import Settings
from engine.background.engine_thread import Engine
from engine.background.intake_thread import Intake
from engine.jobs.options import Options, with_look_of


class Comparing(QObject):
    """Connects the comparison with the clips, and offers several looks of a moment.

    Signals:
        said(str): a remark for the user.
    """

    said = Signal(str)

    def __init__(
        self,
        panel: ComparisonPanel,
        strip: PreviewStrip,
        selection: Selection,
        *,
        editing: Editing,
        settings: Settings,
        engine: Engine,
        intake: Intake,
        estimate: Estimate,
    ) -> None:
        super().__init__(panel)
        self._panel, self._strip, self._selection = panel, strip, selection
        self._editing, self._settings = editing, settings
        self.filmstrip = Filmstrip(panel.timeline, intake)
        self.variants = Variants(panel.variants_view, engine, estimate)
        self._has_advised = False
        strip.changed.connect(self.on_preview_changed)
        panel.mode_changed.connect(self.on_mode_changed)
        panel.commands.variants.triggered.connect(lambda _is_checked: self.open_variants())
        self.variants.ended.connect(self.on_variants_ended)
        self.variants.chosen.connect(self.on_look_chosen)
        self.variants.failed.connect(lambda error: self.said.emit(describe(error)))
        intake.models_listed.connect(self.variants.on_models_listed)
        intake.speeds_read.connect(lambda _speeds: self.variants.show_times())
        panel.set_mode(is_split=settings.is_split)

    def show_clip(self, clip: Clip | None) -> None:
        """Show another clip, or what has become known of it."""
        self.variants.close()
        self._panel.show_clip(clip)
        self._panel.show_preview()
        self.filmstrip.show_clip(clip)

    def on_preview_changed(self) -> None:
        """Say once, after the first preview, what helps where it is not liked."""
        if self._strip.state is PreviewState.READY and not self._has_advised:
            self._has_advised = True
            self.said.emit(self.tr("Not as you like it? “Looks” (V) shows it in four ways."))

    def open_variants(self) -> None:
        """Show the moment that is looked at in several looks."""
        clip = self._selection.shown
        if clip is not None and clip.info is not None:
            self._panel.pause()
            job, limit, looked_at = self._editing.preview_of(clip)
            if self._strip.frame is not None:
                looked_at = self._strip.number
            self._panel.show_variants(is_wanted=True)
            self.variants.open(clip, job, frames_limit=limit, looked_at=looked_at)

    def on_variants_ended(self) -> None:
        """Go on with the preview that was shown before."""
        self._panel.show_variants(is_wanted=False)
        if self._strip.state is PreviewState.WORKING:
            self._editing.request_preview()

    def on_look_chosen(self, look: Options) -> None:
        """Give the selected clips the look that was chosen, and preview it."""
        clip = self._selection.shown
        if clip is not None and not self._selection.editable:
            text = self.tr("“{name}” is being restored; its look can be changed once it is done.")
            self.said.emit(text.format(name=clip.name))
            return
        self._editing.edit(lambda options: with_look_of(options, look), self.tr("Choose a look"))
        self._editing.request_preview()

    def on_mode_changed(self, mode: Mode) -> None:
        """Compare in this way the next time as well."""
        self._settings.is_split = mode is Mode.SPLIT
