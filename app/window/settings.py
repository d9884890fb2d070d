"""What the window remembers from one run to the next: each setting once, with its default."""

from __future__ import annotations

import sys
from pathlib import Path

from PySide6.QtCore import QByteArray, QSettings, Qt

from engine.jobs.options import (
    QUALITIES,
    Codec,
    Container,
    Deinterlace,
    Encoder,
    Options,
    OutputSize,
    SizeByFactor,
    SizeByHeight,
)

SIZES: tuple[OutputSize | None, ...] = (
    None,
    SizeByFactor(1),
    SizeByFactor(2),
    SizeByFactor(4),
    SizeByHeight(480),
    SizeByHeight(720),
    SizeByHeight(1080),
    SizeByHeight(1440),
    SizeByHeight(2160),
)
"""The output sizes the window offers."""
CODECS = (Codec.AUTO, Codec.H264, Codec.HEVC, Codec.AV1, Codec.PRORES, Codec.FFV1)
CONTAINERS = (None, Container.MP4, Container.MKV, Container.MOV)
ENCODERS = (
    (Encoder.AUTO, Encoder.VIDEOTOOLBOX)
    if sys.platform == "darwin"
    else (Encoder.AUTO, Encoder.NVENC, Encoder.QSV, Encoder.AMF)
)
DEINTERLACES = (Deinterlace.AUTO, Deinterlace.OFF, Deinterlace.FRAME, Deinterlace.FIELD)
_SCHEMES = {"light": Qt.ColorScheme.Light, "dark": Qt.ColorScheme.Dark}


class Settings:
    """Reads and writes the settings; a value that makes no sense reads as the default."""

    def __init__(self, store: QSettings | None = None) -> None:
        self._store = store or QSettings()

    @property
    def geometry(self) -> QByteArray:
        """Where the window was; empty at the first start."""
        value = self._store.value("window/geometry")
        return value if isinstance(value, QByteArray) else QByteArray()

    @geometry.setter
    def geometry(self, value: QByteArray) -> None:
        self._store.setValue("window/geometry", value)

    @property
    def splitter(self) -> QByteArray:
        """How wide list and options were; empty at the first start."""
        value = self._store.value("window/splitter")
        return value if isinstance(value, QByteArray) else QByteArray()

    @splitter.setter
    def splitter(self, value: QByteArray) -> None:
        self._store.setValue("window/splitter", value)

    @property
    def open_folder(self) -> str:
        """Where the file dialog was last; empty for the system's choice."""
        return self._text("folders/open")

    @open_folder.setter
    def open_folder(self, value: str) -> None:
        self._store.setValue("folders/open", value)

    @property
    def output_folder(self) -> Path | None:
        """Where outputs go; None: beside their sources. A folder that is gone is forgotten."""
        text = self._text("folders/output")
        return Path(text) if text and Path(text).is_dir() else None

    @output_folder.setter
    def output_folder(self, value: Path | None) -> None:
        self._store.setValue("folders/output", "" if value is None else str(value))

    @property
    def is_split(self) -> bool:
        """The comparison has a line to drag rather than two sides."""
        return self._text("window/comparison") == "split"

    @is_split.setter
    def is_split(self, value: bool) -> None:
        self._store.setValue("window/comparison", "split" if value else "side")

    @property
    def colour_scheme(self) -> Qt.ColorScheme:
        """Light, dark, or Unknown: as the system has it."""
        return _SCHEMES.get(self._text("window/appearance"), Qt.ColorScheme.Unknown)

    @colour_scheme.setter
    def colour_scheme(self, value: Qt.ColorScheme) -> None:
        names = {scheme: name for name, scheme in _SCHEMES.items()}
        self._store.setValue("window/appearance", names.get(value, ""))

    @property
    def options(self) -> Options:
        """The last choice, for new clips."""
        strength = self._number("options/strength")
        codec = CODECS[self._index("options/codec", len(CODECS))]
        return Options(
            threshold=self._number("options/threshold") or None,
            strength=1.0 if strength is None else min(max(strength, 0.0), 1.0),
            grain=min(max(self._number("options/grain") or 0.0, 0.0), 1.0),
            size=SIZES[self._index("options/size", len(SIZES))],
            codec=codec,
            quality=self._quality(codec),
            encoder=ENCODERS[self._index("options/encoder", len(ENCODERS))],
            container=CONTAINERS[self._index("options/container", len(CONTAINERS))],
            deinterlace=DEINTERLACES[self._index("options/deinterlace", len(DEINTERLACES))],
        )

    @options.setter
    def options(self, value: Options) -> None:
        threshold = "" if value.threshold is None else repr(value.threshold)
        self._store.setValue("options/threshold", threshold)
        self._store.setValue("options/strength", repr(value.strength))
        self._store.setValue("options/grain", repr(value.grain))
        self._store.setValue("options/size", SIZES.index(value.size))
        self._store.setValue("options/codec", CODECS.index(value.codec))
        self._store.setValue("options/quality", "" if value.quality is None else value.quality)
        self._store.setValue("options/encoder", ENCODERS.index(value.encoder))
        self._store.setValue("options/container", CONTAINERS.index(value.container))
        self._store.setValue("options/deinterlace", DEINTERLACES.index(value.deinterlace))

    def _text(self, key: str) -> str:
        value = self._store.value(key, "")
        return value if isinstance(value, str) else ""

    def _number(self, key: str) -> float | None:
        try:
            return float(str(self._store.value(key, "")))
        except ValueError:
            return None

    def _quality(self, codec: Codec) -> int | None:
        number = self._number("options/quality")
        return int(number) if number is not None and number in QUALITIES.get(codec, ()) else None

    def _index(self, key: str, count: int) -> int:
        number = self._number(key)
        return int(number) if number is not None and 0 <= number < count else 0
