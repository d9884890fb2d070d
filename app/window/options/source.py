"""What the source is: what was found in it, and the options that say otherwise."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace
from fractions import Fraction
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.window.options.chips import Findings
from app.window.options.controls import NOTHING_MIXED, Choice
from engine.jobs.choices import Borders, Colours, Deinterlace, Shape
from engine.jobs.options import Options

if TYPE_CHECKING:
    from engine.video.facts import SourceInfo


SEQUENCE_RATES = (12.0, 15.0, 16.0, 16.667, 18.0, 20.0, 24.0, 25.0, 29.97, 30.0)
"""Pictures per second of films, silent and with sound, and of what was made of them."""


class SourceControls(QWidget):
    """What was found in the clip, and the options that say what it really is.

    Attributes:
        choices: the options; laid out by the owner.

    Signals:
        edited(Edit): a change of one of these options.
    """

    edited = Signal(object)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._info: SourceInfo | None = None
        self._options = Options()
        self.findings = Findings(self)
        self._deinterlace = Choice[Deinterlace]("deinterlace", self)
        self._shape = Choice[Shape | Fraction]("shape", self)
        self._turn = Choice[int | None]("rotation_degrees", self)
        self._colours = Choice[Colours]("colours", self)
        self._borders = Choice[Borders]("borders", self)
        self._rate = Choice[float | None]("sequence_rate", self)
        self._fill()
        self.choices = QWidget(self)
        row = QVBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.findings)
        column = QVBoxLayout(self.choices)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        ways = self._rate, self._deinterlace, self._shape, self._turn, self._colours
        for choice in (*ways, self._borders):
            choice.lay_into(column)
        self._rate.box.activated.connect(self.on_rate_chosen)
        self._deinterlace.box.activated.connect(self.on_deinterlace_chosen)
        self._shape.box.activated.connect(self.on_shape_chosen)
        self._turn.box.activated.connect(self.on_turn_chosen)
        self._colours.box.activated.connect(self.on_colours_chosen)
        self._borders.box.activated.connect(self.on_borders_chosen)
        self.findings.edited.connect(self.edited)
        self.show_findings(None)

    def show_findings(self, info: SourceInfo | None) -> None:
        """Say what was found; None: nothing is known yet."""
        self._info = info
        self.findings.show_source(info, self._options)
        for widget in (self._rate.label, self._rate.box):
            widget.setVisible(info is not None and info.sequence_rate is not None)
        for widget in (self._borders.label, self._borders.box):
            widget.setVisible(info is not None and info.borders_crop is not None)

    def show_options(self, options: Options, mixed: Collection[str] = NOTHING_MIXED) -> None:
        """Show the options of a clip; ``mixed`` names those that differ from other clips."""
        self._options = options
        self._rate.choose(options.sequence_rate, is_mixed="sequence_rate" in mixed)
        self._deinterlace.choose(options.deinterlace, is_mixed="deinterlace" in mixed)
        self._shape.choose(options.shape, is_mixed="shape" in mixed)
        self._turn.choose(options.rotation_degrees, is_mixed="rotation_degrees" in mixed)
        self._colours.choose(options.colours, is_mixed="colours" in mixed)
        self._borders.choose(options.borders, is_mixed="borders" in mixed)
        self.findings.show_source(self._info, options)

    def on_rate_chosen(self) -> None:
        """Another number of pictures per second, for an image sequence."""
        rate = self._rate.chosen()
        self.edited.emit(lambda options: replace(options, sequence_rate=rate))

    def on_deinterlace_chosen(self) -> None:
        """Another treatment of interlaced pictures."""
        way = self._deinterlace.chosen()
        self.edited.emit(lambda options: replace(options, deinterlace=way))

    def on_shape_chosen(self) -> None:
        """Another shape of the picture."""
        shape = self._shape.chosen()
        self.edited.emit(lambda options: replace(options, shape=shape))

    def on_turn_chosen(self) -> None:
        """Another turn of the stored picture."""
        degrees = self._turn.chosen()
        self.edited.emit(lambda options: replace(options, rotation_degrees=degrees))

    def on_colours_chosen(self) -> None:
        """Another standard of the colours."""
        colours = self._colours.chosen()
        self.edited.emit(lambda options: replace(options, colours=colours))

    def on_borders_chosen(self) -> None:
        """Another treatment of black borders."""
        borders = self._borders.chosen()
        self.edited.emit(lambda options: replace(options, borders=borders))

    def _fill(self) -> None:
        automatic = self.tr("Automatic")
        rates = [(f"{rate:.5g}", rate) for rate in SEQUENCE_RATES]
        self._rate.fill([(automatic, None), *rates])
        self._deinterlace.fill(
            [
                (automatic, Deinterlace.AUTO),
                (self.tr("Leave as it is"), Deinterlace.OFF),
                (self.tr("Always deinterlace"), Deinterlace.FRAME),
                (self.tr("Always, a picture per field"), Deinterlace.FIELD),
            ]
        )
        self._shape.fill(
            [
                (automatic, Shape.AUTO),
                (self.tr("Square pixels, as stored"), Shape.STORED),
                ("4:3", Fraction(4, 3)),
                ("16:9", Fraction(16, 9)),
            ]
        )
        self._turn.fill(
            [
                (automatic, None),
                (self.tr("As it is stored"), 0),
                (self.tr("To the right"), 90),
                (self.tr("Upside down"), 180),
                (self.tr("To the left"), 270),
            ]
        )
        self._borders.fill(
            [
                (self.tr("Keep them"), Borders.KEEP),
                (self.tr("Cut them off"), Borders.CROP),
                (self.tr("Paint them black"), Borders.MASK),
            ]
        )
        self._colours.fill(
            [(automatic, Colours.AUTO), ("BT.601", Colours.BT601), ("BT.709", Colours.BT709)]
        )
