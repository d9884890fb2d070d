"""How the result is stored: size, codec and file format."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.text import wording
from app.window.options.controls import NOTHING_MIXED, Choice
from app.window.options.name_field import NameField
from app.window.settings import CODECS, CONTAINERS, ENCODERS, SIZES
from engine.jobs.choices import DEFAULT_QUALITY, QUALITIES, Codec, Container, Encoder, OutputSize
from engine.jobs.options import Options
from engine.video.writing.containers import is_codec_held

QUALITY_STEP = 4
"""A constant rate factor smaller by this makes a file about half as large again."""


class OutputControls(QWidget):
    """The options of the finished file.

    Attributes:
        details: those that most people leave as they are; laid out by the owner.

    Signals:
        edited(Edit): a change of one of them.
    """

    edited = Signal(object)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._size = Choice[OutputSize | None]("size", self)
        self._codec = Choice[Codec]("codec", self)
        self._quality = Choice[int]("quality", self)
        self._encoder = Choice[Encoder](
            "encoder",
            self,
            self.tr(
                "What compresses the finished picture. The processor gives the best one; a card is"
                " quicker and makes larger files."
            ),
        )
        self._container = Choice[Container | None](
            "container",
            self,
            self.tr(
                "Automatic is MP4, which plays everywhere, or MKV where MP4 cannot hold all of the"
                " source: some sound of old AVI files, for example."
            ),
        )
        self.name = NameField(self)
        self.name.edited.connect(self.edited)
        self._fill()
        self.details = QWidget(self)
        for place, choices in (
            (self, (self._size,)),
            (self.details, (self._codec, self._quality, self._encoder, self._container)),
        ):
            column = QVBoxLayout(place)
            column.setContentsMargins(0, 0, 0, 0)
            column.setSpacing(8)
            for choice in choices:
                choice.lay_into(column)
        column.addWidget(self.name)
        self._size.box.activated.connect(self.on_size_chosen)
        self._codec.box.activated.connect(self.on_codec_chosen)
        self._quality.box.activated.connect(self.on_quality_chosen)
        self._encoder.box.activated.connect(self.on_encoder_chosen)
        self._container.box.activated.connect(self.on_container_chosen)

    def show_options(self, options: Options, mixed: Collection[str] = NOTHING_MIXED) -> None:
        """Show the options of a clip; ``mixed`` names those that differ from other clips."""
        self._size.choose(options.size, is_mixed="size" in mixed)
        self.name.show_options(options, is_mixed="name_pattern" in mixed)
        self._codec.choose(options.codec, is_mixed="codec" in mixed)
        self._offer_containers(options.codec)
        self._container.choose(options.container, is_mixed="container" in mixed)
        self._quality.choose(_step_of(options), is_mixed="quality" in mixed)
        self._quality.box.setEnabled(options.codec in QUALITIES)
        self._encoder.choose(options.encoder, is_mixed="encoder" in mixed)

    def show_sizes(self, sizes: dict[OutputSize | None, tuple[int, int]]) -> None:
        """Say what each output size means in pixels for this clip."""
        for row, size in enumerate(SIZES):
            text = wording.size_choice(size)
            if size in sizes:
                text += f"  ·  {wording.pixels(sizes[size])}"
            self._size.box.setItemText(row, text)

    def on_size_chosen(self) -> None:
        """Another output size."""
        size = self._size.chosen()
        self.edited.emit(lambda options: replace(options, size=size))

    def on_quality_chosen(self) -> None:
        """Better, or smaller."""
        step = self._quality.chosen()
        self.edited.emit(lambda options: _with_step(options, step))

    def on_encoder_chosen(self) -> None:
        """Another place to encode at."""
        encoder = self._encoder.chosen()
        self.edited.emit(lambda options: replace(options, encoder=encoder))

    def on_container_chosen(self) -> None:
        """Another file format."""
        container = self._container.chosen()
        self.edited.emit(lambda options: replace(options, container=container))

    def on_codec_chosen(self) -> None:
        """Another codec; a container that cannot hold it gives way."""
        codec, container = self._codec.chosen(), self._container.chosen()
        self._offer_containers(codec)
        self._container.choose(container)
        self._quality.box.setEnabled(codec in QUALITIES)
        self.edited.emit(lambda options: _with_codec(options, codec))

    def _fill(self) -> None:
        self._size.fill([(wording.size_choice(size), size) for size in SIZES])
        codec_names = {
            Codec.AUTO: self.tr("Automatic"),
            Codec.H264: "H.264",
            Codec.HEVC: "HEVC (H.265)",
            Codec.AV1: "AV1",
            Codec.PRORES: "ProRes 422 HQ",
            Codec.FFV1: self.tr("FFV1, lossless"),
            Codec.PNG: self.tr("Numbered pictures, PNG"),
            Codec.TIFF: self.tr("Numbered pictures, TIFF"),
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


def _step_of(options: Options) -> int:
    """How far the quality is from the codec's own, in steps that the panel offers."""
    if options.quality is None:
        return 0
    difference = options.quality - DEFAULT_QUALITY.get(options.codec, options.quality)
    return QUALITY_STEP * ((difference > 0) - (difference < 0))


def _with_codec(options: Options, codec: Codec) -> Options:
    """Return options with another codec, at the same step of quality, in a file that holds it."""
    container = options.container
    is_held = container is None or codec is Codec.AUTO or is_codec_held(codec, container)
    changed = replace(options, codec=codec, container=container if is_held else None)
    return _with_step(changed, _step_of(options))


def _with_step(options: Options, step: int) -> Options:
    usual = DEFAULT_QUALITY.get(options.codec)
    quality = None if usual is None or step == 0 else usual + step
    return replace(options, quality=quality)
