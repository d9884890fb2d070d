"""How the restored picture looks: the options that have a slider."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QToolButton, QVBoxLayout, QWidget

from app.text import wording
from app.window.options.controls import (
    NOTHING_MIXED,
    PercentSlider,
    Slider,
    mixed_text,
    name_of,
)
from app.window.options.slider import STEPS, position_of, threshold_at
from app.window.theme import Icons
from engine.jobs.options import DEFAULT_MODEL, Options
from engine.networks import catalogue


class LookControls(QWidget):
    """The slider between smooth and detailed, the strength and the grain.

    Signals:
        edited(Edit): a change of one of them.
    """

    edited = Signal(object)

    def __init__(self, icons: Icons, parent: QWidget) -> None:
        super().__init__(parent)
        self._model = DEFAULT_MODEL
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
        self._lay_out()
        self._threshold.valueChanged.connect(self.on_threshold_moved)
        self._strength.slider.valueChanged.connect(self.on_strength_moved)
        self._grain.slider.valueChanged.connect(self.on_grain_moved)
        self._reset.clicked.connect(self.on_reset)
        self.show_passes(None)

    def show_options(self, options: Options, mixed: Collection[str] = NOTHING_MIXED) -> None:
        """Put the sliders where these options are; ``mixed`` names those that differ."""
        self._model = options.model
        self._show_threshold(options.threshold)
        self._mixed.setVisible("threshold" in mixed)
        self._strength.show_share(options.strength, is_mixed="strength" in mixed)
        self._grain.show_share(options.grain, is_mixed="grain" in mixed)

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
        threshold = threshold_at(position, catalogue.slider_range(self._model))
        self._reset.setEnabled(True)
        self.edited.emit(lambda options: replace(options, threshold=threshold))

    def on_strength_moved(self, percent: int) -> None:
        """Another strength."""
        self.edited.emit(lambda options: replace(options, strength=percent / 100))

    def on_grain_moved(self, percent: int) -> None:
        """More grain, or less."""
        self.edited.emit(lambda options: replace(options, grain=percent / 100))

    def on_reset(self) -> None:
        """Back to the model's own threshold."""
        self._show_threshold(None)
        self.edited.emit(lambda options: replace(options, threshold=None))

    def _show_threshold(self, threshold: float | None) -> None:
        entry = catalogue.find(self._model)
        for widget in (self._threshold, self._reset, self._passes, *self._ends):
            widget.setVisible(entry.has_threshold)
        shown = entry.default_threshold if threshold is None else threshold
        if shown is None or not entry.has_threshold:
            return
        with QSignalBlocker(self._threshold):
            self._threshold.setValue(position_of(shown, catalogue.slider_range(self._model)))
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
        column.addWidget(self._strength)
        column.addWidget(self._grain)
