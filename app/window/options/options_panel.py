"""The options of the selected clips."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from fractions import Fraction
from pathlib import Path
from typing import TYPE_CHECKING, Generic, TypeVar

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QFileDialog,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSlider,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from app.text import wording
from app.text.proposals import proposals
from app.window.options.slider import STEPS, position_of, threshold_at
from app.window.settings import CODECS, CONTAINERS, ENCODERS, SIZES
from app.window.theme import Icons
from engine.jobs.options import (
    DEFAULT_MODEL,
    DEFAULT_QUALITY,
    QUALITIES,
    Codec,
    Colours,
    Container,
    Deinterlace,
    Encoder,
    Options,
    OutputSize,
    Shape,
)
from engine.networks import catalogue
from engine.video.writing.containers import is_codec_held

if TYPE_CHECKING:
    from engine.video.facts import SourceInfo

T = TypeVar("T")

Edit = Callable[[Options], Options]

QUALITY_STEP = 4
"""A constant rate factor smaller by this makes a file about half as large again."""


class OptionsPanel(QWidget):
    """Shows the options of one clip and reports what the user changes.

    Signals:
        edited(Edit): a change to be made to the options of all selected clips.
        folder_chosen(Path | None): where outputs go; None: beside their sources.
    """

    edited = Signal(object)
    folder_chosen = Signal(object)

    def __init__(self, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._folder: Path | None = None
        self.look = LookControls(icons, self)
        self._size = _Choice[OutputSize | None](self.tr("Si&ze"), self)
        self._codec = _Choice[Codec](self.tr("Cod&ec"), self)
        self._quality = _Choice[int](self.tr("&Quality"), self)
        self._encoder = _Choice[Encoder](self.tr("Encode&d by"), self)
        self._container = _Choice[Container | None](self.tr("File for&mat"), self)
        self.source = SourceControls(self)
        self._folder_button = QPushButton(self)
        self._beside_button = QPushButton(self.tr("Back beside the originals"), self)
        icons.place("folder-outline", self._folder_button.setIcon)
        self._fill()
        self._lay_out()
        self._connect()

    def show_options(self, options: Options, folder: Path | None) -> None:
        """Show the options of a clip."""
        self._folder = folder
        self.look.show_options(options)
        self._size.choose(options.size)
        self._codec.choose(options.codec)
        self._offer_containers(options.codec)
        self._container.choose(options.container)
        self._quality.choose(_step_of(options))
        self._quality.box.setEnabled(options.codec in QUALITIES)
        self._encoder.choose(options.encoder)
        self.source.show_options(options)
        self._show_folder()

    def show_sizes(self, sizes: dict[OutputSize | None, tuple[int, int]]) -> None:
        """Say what each output size means in pixels for this clip."""
        for row, size in enumerate(SIZES):
            text = wording.size_choice(size)
            if size in sizes:
                text += f"  ·  {wording.pixels(sizes[size])}"
            self._size.box.setItemText(row, text)

    def show_passes(self, mean_passes: float | None) -> None:
        """Say how often the frames were cleaned on average; None where unknown."""
        self.look.show_passes(mean_passes)

    def _fill(self) -> None:
        self._size.fill([(wording.size_choice(size), size) for size in SIZES])
        codec_names = {
            Codec.AUTO: self.tr("Automatic"),
            Codec.H264: "H.264",
            Codec.HEVC: "HEVC (H.265)",
            Codec.AV1: "AV1",
            Codec.PRORES: "ProRes 422 HQ",
            Codec.FFV1: self.tr("FFV1, lossless"),
        }
        self._codec.fill([(codec_names[codec], codec) for codec in CODECS])
        self._quality.fill(
            [
                (self.tr("Automatic"), 0),
                (self.tr("Better, larger file"), -QUALITY_STEP),
                (self.tr("Smaller file"), QUALITY_STEP),
            ]
        )
        encoder_names = {
            Encoder.AUTO: self.tr("Processor, the best picture"),
            Encoder.NVENC: self.tr("NVIDIA card"),
            Encoder.QSV: self.tr("Intel graphics"),
            Encoder.AMF: self.tr("AMD card"),
            Encoder.VIDEOTOOLBOX: "VideoToolbox",
        }
        self._encoder.fill([(encoder_names[encoder], encoder) for encoder in ENCODERS])
        self._offer_containers(Codec.AUTO)

    def _offer_containers(self, codec: Codec) -> None:
        names = {
            None: self.tr("Automatic"),
            Container.MP4: "MP4",
            Container.MKV: "Matroska (MKV)",
            Container.MOV: "QuickTime (MOV)",
        }
        offered = [
            kind
            for kind in CONTAINERS
            if kind is None or codec is Codec.AUTO or is_codec_held(codec, kind)
        ]
        self._container.fill([(names[kind], kind) for kind in offered])

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 14, 16, 14)
        column.setSpacing(10)
        column.addWidget(_heading(self.tr("Look")))
        column.addWidget(self.look)
        column.addSpacing(6)
        column.addWidget(_line())
        column.addWidget(_heading(self.tr("Output")))
        grid = QVBoxLayout()
        grid.setSpacing(8)
        for choice in (
            self._size,
            self._codec,
            self._quality,
            self._encoder,
            self._container,
        ):
            choice.lay_into(grid)
        column.addLayout(grid)
        column.addWidget(_line())
        column.addWidget(_heading(self.tr("Output folder")))
        column.addWidget(self._folder_button)
        column.addWidget(self._beside_button)
        column.addWidget(_line())
        column.addWidget(_heading(self.tr("Source")))
        column.addWidget(self.source)
        column.addStretch(1)

    def _connect(self) -> None:
        self.look.edited.connect(self.edited)
        self.source.edited.connect(self.edited)
        self._size.box.activated.connect(self.on_size_chosen)
        self._codec.box.activated.connect(self.on_codec_chosen)
        self._quality.box.setObjectName("quality")
        self._quality.box.activated.connect(self.on_quality_chosen)
        self._encoder.box.setObjectName("encoder")
        self._encoder.box.activated.connect(self.on_encoder_chosen)
        self._container.box.activated.connect(self.on_container_chosen)
        self._folder_button.clicked.connect(self.on_folder_wanted)
        self._beside_button.clicked.connect(lambda: self._choose_folder(None))

    def on_size_chosen(self) -> None:
        """Another output size."""
        size = self._size.chosen()
        self._emit(lambda options: replace(options, size=size))

    def on_quality_chosen(self) -> None:
        """Better, or smaller."""
        step = self._quality.chosen()
        self._emit(lambda options: _with_step(options, step))

    def on_encoder_chosen(self) -> None:
        """Another place to encode at."""
        encoder = self._encoder.chosen()
        self._emit(lambda options: replace(options, encoder=encoder))

    def on_container_chosen(self) -> None:
        """Another file format."""
        container = self._container.chosen()
        self._emit(lambda options: replace(options, container=container))

    def choose_codec(self, codec: Codec) -> None:
        """Choose a codec, as the user would."""
        self._codec.choose(codec)
        self.on_codec_chosen()

    def on_codec_chosen(self) -> None:
        """Another codec; a container that cannot hold it gives way."""
        codec = self._codec.chosen()
        container = self._container.chosen()
        self._offer_containers(codec)
        self._container.choose(container)
        chosen, step = self._container.chosen(), self._quality.chosen()
        self._quality.box.setEnabled(codec in QUALITIES)
        self._emit(
            lambda options: _with_step(replace(options, codec=codec, container=chosen), step)
        )

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

    def _emit(self, edit: Edit) -> None:
        self.edited.emit(edit)


def _step_of(options: Options) -> int:
    """How far the quality is from the codec's own, in steps that the panel offers."""
    if options.quality is None:
        return 0
    difference = options.quality - DEFAULT_QUALITY.get(options.codec, options.quality)
    return QUALITY_STEP * ((difference > 0) - (difference < 0))


def _with_step(options: Options, step: int) -> Options:
    usual = DEFAULT_QUALITY.get(options.codec)
    quality = None if usual is None or step == 0 else usual + step
    return replace(options, quality=quality)


class LookControls(QWidget):
    """The slider between smooth and detailed, and the strength.

    Signals:
        edited(Edit): a change of threshold or strength.
    """

    edited = Signal(object)

    def __init__(self, icons: Icons, parent: QWidget) -> None:
        super().__init__(parent)
        self._model = DEFAULT_MODEL
        self._taste = QSlider(Qt.Orientation.Horizontal, self)
        self._taste.setRange(0, STEPS)
        self._taste.setPageStep(10)
        self._taste.setAccessibleName(self.tr("Smooth to detailed"))
        self._taste.setToolTip(
            self.tr("Smooth removes more noise; detailed keeps more, and more of the noise.")
        )
        self._ends = QLabel(self.tr("Smooth"), self), QLabel(self.tr("Detailed"), self)
        self._reset = QToolButton(self)
        self._reset.setToolTip(self.tr("Back to what suits most videos"))
        self._reset.setAccessibleName(self.tr("Reset the slider"))
        icons.place("restore", self._reset.setIcon)
        self._passes = QLabel(self)
        self._passes.setObjectName("muted")
        self._strength = _Share(
            self.tr("S&trength"),
            self.tr("How much of the restoration is mixed over the plain enlargement"),
            self,
        )
        self._grain = _Share(
            self.tr("Film &grain"),
            self.tr("Grain of film, put on at the end over what was cleaned"),
            self,
        )
        self._lay_out()
        self._taste.valueChanged.connect(self.on_taste_moved)
        self._strength.slider.valueChanged.connect(self.on_strength_moved)
        self._grain.slider.valueChanged.connect(self.on_grain_moved)
        self._reset.clicked.connect(self.on_reset)
        self.show_passes(None)

    def show_options(self, options: Options) -> None:
        """Put the sliders where these options are."""
        self._model = options.model
        self._place_taste(options.threshold)
        self._strength.place(options.strength)
        self._grain.place(options.grain)

    def move_taste(self, position: int) -> None:
        """Move the slider, as the user would."""
        self._taste.setValue(position)

    def show_passes(self, mean_passes: float | None) -> None:
        """Say how often the frames were cleaned on average; None where unknown."""
        if mean_passes is None:
            self._passes.setText(self.tr("The preview shows how often frames are cleaned."))
        else:
            text = self.tr("Frames are cleaned {count} times on average.")
            self._passes.setText(text.format(count=wording.decimal(mean_passes)))

    def on_taste_moved(self, position: int) -> None:
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
        self._place_taste(None)
        self.edited.emit(lambda options: replace(options, threshold=None))

    def _place_taste(self, threshold: float | None) -> None:
        entry = catalogue.find(self._model)
        for widget in (self._taste, self._reset, self._passes, *self._ends):
            widget.setVisible(entry.has_threshold)
        shown = entry.default_threshold if threshold is None else threshold
        if shown is None or not entry.has_threshold:
            return
        with QSignalBlocker(self._taste):
            self._taste.setValue(position_of(shown, catalogue.slider_range(self._model)))
        self._reset.setEnabled(threshold is not None)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        ends = QHBoxLayout()
        ends.addWidget(self._ends[0])
        ends.addStretch(1)
        ends.addWidget(self._ends[1])
        row = QHBoxLayout()
        row.addWidget(self._taste, 1)
        row.addWidget(self._reset)
        self._passes.setWordWrap(True)
        column.addLayout(ends)
        column.addLayout(row)
        column.addWidget(self._passes)
        column.addSpacing(8)
        column.addWidget(self._strength)
        column.addWidget(self._grain)


class _Share(QWidget):
    """A slider from 0 to 100 %, with its name and its value above it."""

    def __init__(self, name: str, tip: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.slider = QSlider(Qt.Orientation.Horizontal, self)
        self.slider.setRange(0, 100)
        self.slider.setPageStep(10)
        self.slider.setAccessibleName(name.replace("&", ""))
        self.slider.setToolTip(tip)
        label, self._percent = QLabel(name, self), QLabel(self)
        label.setBuddy(self.slider)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.addWidget(label, 0, 0)
        grid.addWidget(self._percent, 0, 1, Qt.AlignmentFlag.AlignRight)
        grid.addWidget(self.slider, 1, 0, 1, 2)
        self.slider.valueChanged.connect(self._show)
        self._show(0)

    def place(self, share: float) -> None:
        """Put the slider at ``share``, without a signal to others."""
        with QSignalBlocker(self.slider):
            self.slider.setValue(round(share * 100))
        self._show(self.slider.value())

    def _show(self, percent: int) -> None:
        self._percent.setText(f"{percent} %")


class SourceControls(QWidget):
    """What was found out about the clip, and what is to be done about it.

    Signals:
        edited(Edit): a change of how the source is to be taken.
    """

    edited = Signal(object)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._findings = QLabel(self)
        self._findings.setObjectName("muted")
        self._findings.setWordWrap(True)
        self._findings.setAccessibleName(self.tr("What was found"))
        self._deinterlace = _Choice[Deinterlace](self.tr("&Interlaced video"), self)
        self._shape = _Choice[Shape | Fraction](self.tr("Sha&pe"), self)
        self._turn = _Choice[int | None](self.tr("&Turn"), self)
        self._colours = _Choice[Colours](self.tr("C&olours"), self)
        self._borders = QCheckBox(self.tr("Cut off &black borders"), self)
        self._fill()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self._findings)
        for choice in (self._deinterlace, self._shape, self._turn, self._colours):
            choice.lay_into(column)
        column.addWidget(self._borders)
        self._deinterlace.box.setObjectName("deinterlace")
        self._shape.box.setObjectName("shape")
        self._turn.box.setObjectName("turn")
        self._colours.box.setObjectName("colours")
        self._deinterlace.box.activated.connect(self.on_deinterlace_chosen)
        self._shape.box.activated.connect(self.on_shape_chosen)
        self._turn.box.activated.connect(self.on_turn_chosen)
        self._colours.box.activated.connect(self.on_colours_chosen)
        self._borders.clicked.connect(self.on_borders_toggled)
        self.show_findings(None)

    def show_findings(self, info: SourceInfo | None) -> None:
        """Say what was found; None: nothing is known yet."""
        sentences = [] if info is None else [f"• {p.text}" for p in proposals(info)]
        self._findings.setText("\n".join(sentences))
        self._findings.setVisible(bool(sentences))
        self._borders.setEnabled(info is not None and info.borders_crop is not None)

    def show_options(self, options: Options) -> None:
        """Show how a clip is to be taken."""
        self._deinterlace.choose(options.deinterlace)
        self._shape.choose(options.shape)
        self._turn.choose(options.rotation_degrees)
        self._colours.choose(options.colours)
        self._borders.setChecked(options.trims_borders)

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

    def on_borders_toggled(self, is_wanted: bool) -> None:
        """Cut black borders off, or keep them."""
        self.edited.emit(lambda options: replace(options, trims_borders=is_wanted))

    def _fill(self) -> None:
        automatic = self.tr("Automatic")
        self._deinterlace.fill(
            [
                (automatic, Deinterlace.AUTO),
                (self.tr("Leave as it is"), Deinterlace.OFF),
                (self.tr("Always deinterlace"), Deinterlace.FRAME),
                (self.tr("Always, a picture for each field"), Deinterlace.FIELD),
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
        self._colours.fill(
            [(automatic, Colours.AUTO), ("BT.601", Colours.BT601), ("BT.709", Colours.BT709)]
        )


class _Choice(Generic[T]):
    """A labelled box with one value behind each of its rows."""

    def __init__(self, name: str, parent: QWidget) -> None:
        self.label = QLabel(name, parent)
        self.label.setObjectName("muted")
        self.box = QComboBox(parent)
        self.box.setAccessibleName(name.replace("&", ""))
        self.label.setBuddy(self.box)
        self._values: list[T] = []

    def lay_into(self, column: QVBoxLayout) -> None:
        """Put the name above the box."""
        column.addWidget(self.label)
        column.addWidget(self.box)
        column.addSpacing(2)

    def fill(self, rows: Iterable[tuple[str, T]]) -> None:
        """Replace the rows."""
        named = list(rows)
        self._values = [value for _name, value in named]
        self.box.clear()
        self.box.addItems([name for name, _value in named])

    def choose(self, value: T) -> None:
        """Show a value; one that is not offered shows the first row."""
        self.box.setCurrentIndex(self._values.index(value) if value in self._values else 0)

    def chosen(self) -> T:
        """The value behind the row that is shown."""
        return self._values[self.box.currentIndex()]


def _heading(text: str) -> QLabel:
    label = QLabel(text)
    label.setObjectName("heading")
    return label


def _line() -> QFrame:
    line = QFrame()
    line.setObjectName("line")
    return line
