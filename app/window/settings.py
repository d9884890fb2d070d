"""What the window remembers from one run to the next: each setting once, with its default.

Options are stored by their names, in the wire form.
"""

from __future__ import annotations

import contextlib
import json
import sys
from pathlib import Path
from typing import Any

from PySide6.QtCore import QByteArray, QDir, QSettings, QStandardPaths, Qt, QTime

from app.text.language import LANGUAGES
from app.window.desktop.power import AtEnd
from app.window.queue.working_hours import Hours
from engine.jobs.choices import (
    QUALITIES,
    Codec,
    Container,
    Encoder,
    OutputSize,
    SizeByFactor,
    SizeByHeight,
)
from engine.jobs.option_fields import Concern, declarations
from engine.jobs.options import Options
from engine.jobs.wire import overlaid, to_plain

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
CODECS = (
    *(Codec.AUTO, Codec.H264, Codec.HEVC, Codec.AV1, Codec.PRORES, Codec.FFV1),
    *(Codec.PNG, Codec.TIFF),
)
CONTAINERS = (None, Container.MP4, Container.MKV, Container.MOV)
ENCODERS = (
    (Encoder.AUTO, Encoder.VIDEOTOOLBOX)
    if sys.platform == "darwin"
    else (Encoder.AUTO, Encoder.NVENC, Encoder.QSV, Encoder.AMF)
)
_REMEMBERED = tuple(
    name for name, declared in declarations(Options).items() if declared.concern is Concern.TASTE
)
_POSITIONS: dict[str, tuple[object, ...]] = {
    "size": (
        None,
        *({"factor": factor} for factor in (1, 2, 4)),
        *({"short_side": height} for height in (480, 720, 1080, 1440, 2160)),
    ),
    "codec": ("auto", "h264", "hevc", "av1", "prores", "ffv1"),
    "encoder": (
        ("auto", "videotoolbox") if sys.platform == "darwin" else ("auto", "nvenc", "qsv", "amf")
    ),
    "container": (None, "mp4", "mkv", "mov"),
}
"""What Homereel 0.1.0 stored the positions of."""
_NUMBERS = ("threshold", "strength", "grain", "quality")
"""What it stored as numbers; without a text where nothing was chosen."""
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
        """Where the file dialog was last; at first the user's folder of videos, where there is one.

        Of a folder that is not there, the dialog would propose the name as that of a file.
        """
        videos = QStandardPaths.StandardLocation.MoviesLocation
        folder = self._text("folders/open") or QStandardPaths.writableLocation(videos)
        return folder if QDir(folder).exists() else QDir.homePath()

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
    def less_motion(self) -> bool | None:
        """Whether as little as possible moves by itself; None: as the system wishes."""
        return {"true": True, "false": False}.get(self._text("window/less_motion"))

    @less_motion.setter
    def less_motion(self, value: bool | None) -> None:
        self._store.setValue("window/less_motion", "" if value is None else str(value).lower())

    @property
    def language(self) -> str:
        """The code of the language that was chosen; empty: as the system has it."""
        chosen = self._text("window/language")
        return chosen if chosen in LANGUAGES else ""

    @language.setter
    def language(self, value: str) -> None:
        self._store.setValue("window/language", value)

    @property
    def has_seen_tour(self) -> bool:
        """The tour was shown at the first start."""
        return self._text("window/tour") == "seen"

    @has_seen_tour.setter
    def has_seen_tour(self, value: bool) -> None:
        self._store.setValue("window/tour", "seen" if value else "")

    @property
    def at_end(self) -> AtEnd:
        """What the computer does when all is restored."""
        text = self._text("queue/at end")
        return AtEnd(text) if text in tuple(AtEnd) else AtEnd.NOTHING

    @at_end.setter
    def at_end(self, value: AtEnd) -> None:
        self._store.setValue("queue/at end", str(value))

    @property
    def is_card_refused(self) -> bool:
        """What a graphics card needs is not offered again."""
        return self._text("card/refused") == "yes"

    @is_card_refused.setter
    def is_card_refused(self, value: bool) -> None:
        self._store.setValue("card/refused", "yes" if value else "")

    @property
    def hours(self) -> Hours | None:
        """The hours of the day in which the queue works; None: at any time."""
        start, _, end = self._text("queue/hours").partition("-")
        times = QTime.fromString(start, "HH:mm"), QTime.fromString(end, "HH:mm")
        return Hours(*times) if all(time.isValid() for time in times) else None

    @hours.setter
    def hours(self, value: Hours | None) -> None:
        text = ""
        if value is not None:
            text = "-".join(time.toString("HH:mm") for time in (value.start, value.end))
        self._store.setValue("queue/hours", text)

    @property
    def watched_folder(self) -> Path | None:
        """The folder of which new videos are added; None: there is none."""
        text = self._text("folders/watched")
        return Path(text) if text else None

    @watched_folder.setter
    def watched_folder(self, value: Path | None) -> None:
        self._store.setValue("folders/watched", "" if value is None else str(value))

    @property
    def cluster_key(self) -> Path | None:
        """The key of the computers that share renders; one that is gone is forgotten."""
        text = self._text("cluster/key")
        return Path(text) if text and Path(text).is_file() else None

    @cluster_key.setter
    def cluster_key(self, value: Path | None) -> None:
        self._store.setValue("cluster/key", "" if value is None else str(value))

    @property
    def seen_in_watched(self) -> frozenset[str] | None:
        """Names of the videos that were in the watched folder; None: it was not looked into."""
        try:
            names = json.loads(self._text("folders/seen"))
        except (ValueError, RecursionError):
            return None
        is_list = isinstance(names, list) and all(isinstance(name, str) for name in names)
        return frozenset(names) if is_list else None

    @seen_in_watched.setter
    def seen_in_watched(self, value: frozenset[str] | None) -> None:
        self._store.setValue("folders/seen", "" if value is None else json.dumps(sorted(value)))

    @property
    def options(self) -> Options:
        """The options with which new clips begin, in matters of taste."""
        options, chosen = Options(), self._chosen()
        if chosen is None:
            chosen = self._chosen_before()
        for name in _REMEMBERED:
            if name in chosen:
                with contextlib.suppress(ValueError):  # it stays at its default
                    options = overlaid(options, {name: chosen[name]})
        if options.quality not in QUALITIES.get(options.codec, ()):
            options = overlaid(options, {"quality": None})
        return options

    @options.setter
    def options(self, value: Options) -> None:
        plain, defaults = to_plain(value), to_plain(Options())
        chosen = {name: plain[name] for name in _REMEMBERED if plain[name] != defaults[name]}
        self._store.setValue("options/chosen", json.dumps(chosen))

    def _chosen(self) -> dict[str, Any] | None:
        """The wire form of the options that were chosen, by name; None: nothing is stored."""
        try:
            chosen = json.loads(self._text("options/chosen"))
        except (ValueError, RecursionError):
            return None
        return chosen if isinstance(chosen, dict) else None

    def _chosen_before(self) -> dict[str, Any]:
        """The same as Homereel 0.1.0 stored it: numbers and positions, each on its own."""
        chosen: dict[str, Any] = {}
        for name, values in _POSITIONS.items():
            number = self._number(f"options/{name}")
            if number is not None and 0 <= number < len(values):
                chosen[name] = values[int(number)]
        for name in _NUMBERS:
            number = self._number(f"options/{name}")
            if number is not None:
                chosen[name] = int(number) if number.is_integer() else number
        if chosen.get("threshold") == 0:
            del chosen["threshold"]
        return chosen

    def _text(self, key: str) -> str:
        value = self._store.value(key, "")
        return value if isinstance(value, str) else ""

    def _number(self, key: str) -> float | None:
        try:
            return float(str(self._store.value(key, "")))
        except ValueError:
            return None
