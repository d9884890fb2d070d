"""How the restored picture looks: the options that have a slider."""

from __future__ import annotations

import contextlib
from collections.abc import Collection, Sequence
from dataclasses import replace

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLabel, QToolButton, QVBoxLayout, QWidget

from app.text import wording
from app.text.model_wording import choice_text, told
from app.window.options.controls import (
    NOTHING_MIXED,
    Choice,
    PercentSlider,
    Slider,
    label_of,
    mixed_text,
    name_of,
)
from app.window.options.slider import STEPS, position_of, threshold_at
from app.window.theme import Icons
from engine.estimating.model_costs import ModelState
from engine.jobs.choices import Repair
from engine.jobs.errors import WeightsError
from engine.jobs.options import DEFAULT_MODEL, Options
from engine.networks import catalogue
from engine.networks.catalogue import ModelEntry


class LookControls(QWidget):
    """The slider between smooth and detailed, the strength and the grain.

    Attributes:
        model: the name of the one that is shown.

    Signals:
        edited(Edit): a change of one of them.
        model_picked(str): this model is wanted, or the page of all where it is empty. The one in
            use stays shown until `show_model`.
    """

    edited = Signal(object)
    model_picked = Signal(str)

    def __init__(self, icons: Icons, parent: QWidget) -> None:
        super().__init__(parent)
        self.model = DEFAULT_MODEL
        self._models = Choice[str]("model", self)
        self._rows: list[tuple[str, str]] = []
        self._has_mixed_models = False
        self._installed: set[str] = set()
        self._threshold = Slider(self)
        self._threshold.setRange(0, STEPS)
        self._threshold.setPageStep(10)
        self._threshold.setObjectName("threshold")
        self._threshold.setAccessibleName(name_of("threshold"))
        self._threshold.setToolTip(
            self.tr("Smooth removes more noise; detailed keeps more, and more of the noise.")
        )
        self._ends = QLabel(self.tr("Smooth"), self), QLabel(self.tr("Detailed"), self)
        self._reset = QToolButton(self)
        self._reset.setToolTip(self.tr("Back to what suits most videos"))
        self._reset.setAccessibleName(self.tr("Reset the slider"))
        icons.place("restore", self._reset.setIcon)
        self._mixed = QLabel(mixed_text(), self)
        self._mixed.hide()
        self._passes = QLabel(self)
        self._passes.setObjectName("muted")
        self._denoise = PercentSlider(
            "denoise",
            self.tr("How much noise this model removes; less keeps more detail"),
            self,
        )
        self._steady = QCheckBox(label_of("steady"), self)
        self._steady.setAccessibleName(name_of("steady"))
        self._steady.setToolTip(
            self.tr(
                "This model looks at one picture at a time, so fine detail may flicker."
                " With this, each picture is blended with the one before it."
            )
        )
        self._strength = PercentSlider(
            "strength",
            self.tr("How much of the restoration is mixed over the plain enlargement"),
            self,
        )
        self._grain = PercentSlider(
            "grain",
            self.tr("Grain of film, put on at the end over what was cleaned"),
            self,
        )
        self._levels = PercentSlider(
            "levels",
            self.tr("How far black, white and a cast of faded pictures go to where they belong"),
            self,
        )
        self._lay_out()
        self._models.box.activated.connect(self.on_model_picked)
        self._threshold.valueChanged.connect(self.on_threshold_moved)
        self._denoise.slider.valueChanged.connect(self.on_denoise_moved)
        self._steady.clicked.connect(self.on_steadied)
        self._strength.slider.valueChanged.connect(self.on_strength_moved)
        self._grain.slider.valueChanged.connect(self.on_grain_moved)
        self._levels.slider.valueChanged.connect(self.on_levels_moved)
        self._reset.clicked.connect(self.on_reset)
        self.show_passes(None)

    def show_options(self, options: Options, mixed: Collection[str] = NOTHING_MIXED) -> None:
        """Put the sliders where these options are; ``mixed`` names those that differ."""
        self.model = options.model
        self._has_mixed_models = "model" in mixed
        self._fill_models()
        self._show_threshold(options.threshold)
        self._mixed.setVisible("threshold" in mixed)
        self._show_denoise(options.denoise, is_mixed="denoise" in mixed)
        self._show_steady(options.steady, is_mixed="steady" in mixed)
        self._strength.show_share(options.strength, is_mixed="strength" in mixed)
        self._grain.show_share(options.grain, is_mixed="grain" in mixed)
        self._levels.setVisible(options.wants(Repair.LEVELS, is_sure=False))
        self._levels.show_share(options.levels, is_mixed="levels" in mixed)

    def show_model(self, name: str) -> None:
        """Show another model, with its slider where it suits most videos."""
        self.model = name
        self._has_mixed_models = False
        self._fill_models()
        self._show_threshold(None)
        self._show_denoise(None)
        self._show_steady(False)

    def offer_models(self, states: Sequence[ModelState]) -> None:
        """Offer these models; those that are missing are marked."""
        self._rows = [(choice_text(state), state.entry.name) for state in states]
        self._installed = {state.entry.name for state in states if state.is_installed}
        self._fill_models()

    def on_model_picked(self) -> None:
        """Another model is wanted; whether it can be had is not known here."""
        name = self._models.chosen()
        self._models.choose(self.model, is_mixed=self._has_mixed_models)
        if name != self.model or self._has_mixed_models:
            self.model_picked.emit(name)

    def show_passes(self, mean_passes: float | None) -> None:
        """Say how often the frames were cleaned on average; None where unknown."""
        if mean_passes is None:
            self._passes.setText(self.tr("The preview shows how strongly noise is removed."))
        else:
            text = self.tr(
                "Noise is removed in {count} passes for each picture: the more, the smoother."
            )
            self._passes.setText(text.format(count=wording.decimal(mean_passes)))

    def on_threshold_moved(self, position: int) -> None:
        """Another threshold."""
        threshold = threshold_at(position, catalogue.slider_range(self.model))
        self._reset.setEnabled(True)
        self.edited.emit(lambda options: replace(options, threshold=threshold))

    def on_denoise_moved(self, percent: int) -> None:
        """More noise removed, or less; what it is mixed with is offered where it is missing."""
        entry = _find(self.model)
        if entry is not None and entry.mixes_with not in {None, *self._installed}:
            self._show_denoise(None)
            self.model_picked.emit(entry.mixes_with)
            return
        self.edited.emit(lambda options: replace(options, denoise=percent / 100))

    def on_steadied(self, is_on: bool) -> None:
        """The pictures are steadied, or left as they are."""
        self._steady.setTristate(False)
        self.edited.emit(lambda options: replace(options, steady=is_on))

    def on_strength_moved(self, percent: int) -> None:
        """Another strength."""
        self.edited.emit(lambda options: replace(options, strength=percent / 100))

    def on_grain_moved(self, percent: int) -> None:
        """More grain, or less."""
        self.edited.emit(lambda options: replace(options, grain=percent / 100))

    def on_levels_moved(self, percent: int) -> None:
        """Faded levels are put right farther, or less far."""
        self.edited.emit(lambda options: replace(options, levels=percent / 100))

    def on_reset(self) -> None:
        """Back to the model's own threshold."""
        self._show_threshold(None)
        self.edited.emit(lambda options: replace(options, threshold=None))

    def _show_denoise(self, share: float | None, *, is_mixed: bool = False) -> None:
        entry = _find(self.model)
        self._denoise.setVisible(entry is not None and entry.mixes_with is not None)
        self._denoise.show_share(1.0 if share is None else share, is_mixed=is_mixed)

    def _show_steady(self, is_on: bool, *, is_mixed: bool = False) -> None:
        entry = _find(self.model)
        self._steady.setVisible(entry is not None and entry.looks_at_single_frames)
        state = Qt.CheckState.Checked if is_on else Qt.CheckState.Unchecked
        self._steady.setTristate(is_mixed)
        self._steady.setCheckState(Qt.CheckState.PartiallyChecked if is_mixed else state)

    def _fill_models(self) -> None:
        known = {name for _title, name in self._rows}
        # One that was removed, or is not listed yet, is shown all the same.
        extra = [] if self.model in known else [(_title_of(self.model), self.model)]
        self._models.fill([*self._rows, *extra, (self.tr("All models…"), "")])
        self._models.choose(self.model, is_mixed=self._has_mixed_models)

    def _show_threshold(self, threshold: float | None) -> None:
        entry = _find(self.model)
        has_threshold = entry is not None and entry.has_threshold
        for widget in (self._threshold, self._reset, self._passes, *self._ends):
            widget.setVisible(has_threshold)
        if entry is None or entry.default_threshold is None:
            return
        shown = entry.default_threshold if threshold is None else threshold
        with QSignalBlocker(self._threshold):
            self._threshold.setValue(position_of(shown, catalogue.slider_range(self.model)))
        self._reset.setEnabled(threshold is not None)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        ends = QHBoxLayout()
        ends.addWidget(self._ends[0])
        ends.addStretch(1)
        ends.addWidget(self._mixed)
        ends.addStretch(1)
        ends.addWidget(self._ends[1])
        row = QHBoxLayout()
        row.addWidget(self._threshold, 1)
        row.addWidget(self._reset)
        self._passes.setWordWrap(True)
        column.addLayout(ends)
        column.addLayout(row)
        column.addWidget(self._passes)
        column.addSpacing(8)
        column.addWidget(self._denoise)
        column.addWidget(self._steady)
        column.addWidget(self._strength)
        column.addWidget(self._grain)
        column.addWidget(self._levels)
        column.addSpacing(4)
        self._models.lay_into(column)


def _find(name: str) -> ModelEntry | None:
    """The model of that name; None for one that was removed."""
    with contextlib.suppress(WeightsError):
        return catalogue.find(name)
    return None


def _title_of(name: str) -> str:
    entry = _find(name)
    return name if entry is None else told(entry.title)
