"""What the user changes about clips: options, folder, range, region, the moment looked at."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QObject, QRectF, Signal

from app.window.compare import region
from app.window.compare.comparison_panel import ComparisonPanel
from app.window.compare.preview import PreviewState, PreviewStrip
from app.window.compare.timeline import preview_start
from app.window.delay import DEBOUNCE_MS, Debounced
from app.window.options.options_panel import Edit, OptionsPanel
from app.window.queue.changes import Changes, Wishes
from app.window.queue.clips import Clip, ClipState
from app.window.queue.selection import Selection
from app.window.settings import SIZES, Settings
from engine.background.intake_thread import Intake
from engine.files.names import USUAL_NAME
from engine.jobs.choices import Codec
from engine.jobs.option_fields import Concern, reset, with_taste
from engine.jobs.options import Job, Options
from engine.video.facts import as_chosen

STILL_SIDE = 1600
PREVIEW_LIMIT_FRAMES = 120
PREVIEW_DELAY_MS = 120
"""Work for an outdated look ends within a step, so a preview need not wait for long."""
_USUAL_RATE = 30

_ENDED_WITHOUT_FILE = {ClipState.FAILED, ClipState.CANCELLED}


class Editing(QObject):
    """Changes the selected clips, and has their plan, still and preview made anew.

    A clip that is finished stays finished: its new options count when it is restored again.

    Attributes:
        next_options: the defaults, for clips to come.
        next_folder: for the outputs of clips to come; None: next to their sources.
        copied_look: the options of which the look was copied; None: none was.

    Signals:
        options_changed(Clip): the clip that is shown has other options.
        look_changed(Clip): the clip is turned, shaped or coloured in another way.
        region_changed(QRectF): another region is previewed, in pixels of the display size.
    """

    options_changed = Signal(object)
    look_changed = Signal(object)
    region_changed = Signal(QRectF)

    def __init__(
        self,
        selection: Selection,
        changes: Changes,
        *,
        strip: PreviewStrip,
        intake: Intake,
        settings: Settings,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._selection, self._changes, self._strip = selection, changes, strip
        self._model = changes.model
        self._intake, self._settings = intake, settings
        self.next_options = settings.options
        self.next_folder = settings.output_folder
        self._still_delay = Debounced(self.request_still, self, delay_ms=DEBOUNCE_MS // 2)
        self._preview_delay = Debounced(self.request_preview, self, delay_ms=PREVIEW_DELAY_MS)
        self.copied_look: Options | None = None
        changes.rewished.connect(self.on_rewished)

    def listen_to(self, panel: ComparisonPanel, options_panel: OptionsPanel) -> None:
        """Do what is chosen in the panels."""
        options_panel.edited.connect(self.edit)
        options_panel.folder_chosen.connect(self.choose_folder)
        panel.preview_wanted.connect(self.request_preview)
        panel.position_changed.connect(self.choose_position)
        panel.stretch_changed.connect(self.choose_stretch)
        panel.range_changed.connect(self.choose_range)
        panel.region_chosen.connect(self.choose_region)
        self.region_changed.connect(panel.comparison.set_region)

    def edit(self, change: Edit, text: str = "") -> None:
        """Change the options of the selected clips; where there are none, of those to come.

        Args:
            change: gives other options.
            text: what it is called where it can be undone.
        """
        if self._selection.clips:
            self._changes.edit(self._selection.editable, change, text)
        else:
            self.keep_as_defaults(change(self.next_options))

    def choose_folder(self, folder: Path | None) -> None:
        """Write the outputs of the selected clips, and of those to come, elsewhere."""
        self.next_folder = self._settings.output_folder = folder
        self._changes.put_into(self._selection.editable, folder)

    def keep_as_defaults(self, options: Options) -> None:
        """Begin with these options for clips to come, but for what is about one source."""
        self.next_options = reset(options, Concern.SOURCE)
        self._settings.options = self.next_options

    def copy_look(self) -> None:
        """Keep the look of the clip that is shown, to be given to others."""
        if self._selection.shown is not None:
            self.copied_look = self._selection.shown.options

    def paste_look(self) -> None:
        """Give the selected clips the look that was copied; what their sources are stays."""
        if self.copied_look is not None:
            look = self.copied_look
            self.edit(lambda options: with_taste(options, look), self.tr("Paste the look"))

    def reset_all(self) -> None:
        """Bring all options of the selected clips back to the defaults; their parts stay."""
        if not self._selection.clips:
            self.keep_as_defaults(Options())
            return
        defaults = self.next_options
        self.edit(
            lambda options: replace(
                defaults,
                start_seconds=options.start_seconds,
                end_seconds=options.end_seconds,
                parts=options.parts,
                name_beginning=options.name_beginning,
            ),
            self.tr("Reset all options"),
        )

    def on_rewished(self, changed: Sequence[tuple[Clip, Wishes]]) -> None:
        """Clips have other options, or another folder."""
        for clip, before in changed:
            self._apply_source_options(clip, before.options)
            self._plan_again(clip)
            if clip.options.model != before.options.model or (
                clip.options.threshold != before.options.threshold
            ):
                clip.cleanings = None  # a preview with the old ones told
            if clip is self._selection.shown:
                fresh, old = _previewed(clip.options), _previewed(before.options)
                if fresh != old:
                    is_quick = replace(fresh, strength=old.strength, grain=old.grain) == old
                    self._renew_preview(is_quick=is_quick)
                self.options_changed.emit(clip)
        self._model.touch(*(clip for clip, _before in changed))

    def choose_position(self, seconds: float) -> None:
        """Look at another moment of the clip that is shown."""
        if (clip := self._selection.shown) is not None:
            clip.position_seconds = seconds
            self._strip.clear()
            self._still_delay.start()

    def choose_stretch(self, seconds: float) -> None:
        """Restore more or less for the preview."""
        if (clip := self._selection.shown) is not None:
            clip.stretch_seconds = seconds
            self._renew_preview()

    def choose_range(self, start_seconds: float, end_seconds: float) -> None:
        """Restore another part of the clip that is shown; its whole length is no range."""
        clip = self._selection.shown
        if clip is None or clip.info is None or clip.state.is_busy:
            return
        duration = clip.info.duration_seconds or 0.0
        start = start_seconds if start_seconds > 0 else None
        end = end_seconds if end_seconds < duration else None
        is_whole = start is None and end is None

        def change(options: Options) -> Options:
            beginning = "" if is_whole else options.name_beginning
            ranged = replace(options, start_seconds=start, end_seconds=end, parts=())
            return replace(ranged, name_beginning=beginning)

        self._changes.edit([clip], change, self.tr("Change the range"))

    def choose_region(self, shown: QRectF) -> None:
        """Preview another region of the clip that is shown."""
        clip = self._selection.shown
        if clip is None or clip.info is None:
            return
        clip.region = region.crop_of(shown, clip.info)
        self.region_changed.emit(region.shown_of(clip.region, clip.info))
        self._renew_preview()

    def request_preview(self) -> None:
        """Restore the stretch and region of the clip that is shown."""
        self._preview_delay.stop()
        if (clip := self._selection.shown) is not None and clip.info is not None:
            job, limit, looked_at = self.preview_of(clip)
            self._strip.request(job, frames_limit=limit, looked_at=looked_at)

    def preview_of(self, clip: Clip) -> tuple[Job, int, int]:
        """Return the job of a clip's preview, its most frames, and the number of that looked at."""
        assert clip.info is not None
        stretch = clip.stretch_seconds
        start = preview_start(clip.position_seconds, stretch, clip.info.duration_seconds or 0.0)
        options = replace(
            _previewed(clip.options),
            start_seconds=start,
            end_seconds=start + stretch,
            crop=clip.region or region.default_crop(clip.info),
        )
        rate = float(clip.info.frame_rate or _USUAL_RATE)
        limit = min(math.ceil(stretch * rate) + 1, PREVIEW_LIMIT_FRAMES)
        # A preview writes no file; the output only has to be the same each time.
        job = Job(source=clip.path, output=clip.path, options=options)
        return job, limit, round((clip.position_seconds - start) * rate)

    def request_plan(self, clip: Clip) -> None:
        """Have it worked out what a render of a clip would write, and where."""
        if clip.info is not None:
            self._intake.request_plan(clip.clip_id, clip.info, clip.options, clip.folder, SIZES)

    def request_still(self) -> None:
        """Have the picture decoded at the moment that is looked at."""
        clip = self._selection.shown
        info = clip.basics if clip is not None else None
        # Of a source that made the reader crash no picture is wanted again.
        if clip is not None and info is not None and clip.state is not ClipState.REFUSED:
            self._intake.request_still(
                clip.clip_id, info, at_seconds=clip.position_seconds, long_side=STILL_SIDE
            )

    def _plan_again(self, clip: Clip) -> None:
        clip.plan = None
        if clip.state in _ENDED_WITHOUT_FILE:
            clip.state, clip.output = ClipState.READY, None
        self.request_plan(clip)

    def _apply_source_options(self, clip: Clip, before: Options) -> None:
        """Turn, shape and colour a clip as its options say; older pictures of it go."""
        if clip.found is not None:
            clip.info = as_chosen(clip.found, clip.options)
        known = clip.found or clip.glimpse
        if known is None or clip.basics == as_chosen(known, before):
            return
        clip.still = clip.region = None
        if clip is self._selection.shown:
            self._strip.clear()
            self.look_changed.emit(clip)

    def _renew_preview(self, *, is_quick: bool = False) -> None:
        """Make the preview anew, debounced, where there is one.

        What takes no network is shown while the slider still moves (``is_quick``).
        """
        if self._strip.state is not PreviewState.NONE:
            self._preview_delay.ask() if is_quick else self._preview_delay.start()


def _previewed(options: Options) -> Options:
    """The options without those that a preview does not show."""
    return replace(
        options,
        codec=Codec.H264,
        container=None,
        start_seconds=None,
        end_seconds=None,
        parts=(),
        name_pattern=USUAL_NAME,
        name_beginning="",
    )
