"""Colours and icons, light and dark."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import qtawesome
from PySide6.QtCore import QObject, QSize, Qt
from PySide6.QtGui import QColor, QGuiApplication, QIcon, QPalette
from PySide6.QtWidgets import QApplication

import resources

ICONS = Path(resources.__file__).parent / "icons"


@dataclass(frozen=True)
class Colours:
    """The colours of one scheme; text on its ground has a contrast of at least 4.5 to 1."""

    window: str
    base: str
    raised: str
    line: str
    text: str
    muted: str
    faded: str
    """Of what cannot be used now, with its opacity in front; the contrast is less on purpose."""
    accent: str
    on_accent: str
    danger: str
    good: str
    selection: str


LIGHT = Colours(
    window="#f4f2ee",
    base="#fdfcfa",
    raised="#ffffff",
    line="#d9d5cc",
    text="#23211d",
    muted="#68645b",
    faded="#8c68645b",
    accent="#a4520c",
    on_accent="#ffffff",
    danger="#b3261e",
    good="#2e6b34",
    selection="#f3e3d0",
)
DARK = Colours(
    window="#1f1e1c",
    base="#181715",
    raised="#2a2926",
    line="#3d3a36",
    text="#ebe8e2",
    muted="#a39e94",
    faded="#8ca39e94",
    accent="#eba652",
    on_accent="#221604",
    danger="#ff8a7d",
    good="#8fce90",
    selection="#43341f",
)
# A picture is judged on a dark, neutral ground, whatever the scheme.
STAGE = QColor("#121212")
STAGE_TEXT = QColor("#d6d3cd")
STAGE_ACCENT = QColor("#f0b266")


def colours() -> Colours:
    """The colours of the scheme in use."""
    return DARK if _is_dark(QGuiApplication.palette()) else LIGHT


class Appearance(QObject):
    """Dresses the application in light or dark, as the system has it or as the user chose."""

    def __init__(self, app: QApplication) -> None:
        super().__init__(app)
        self._app = app
        self._choice = Qt.ColorScheme.Unknown
        app.setStyle("Fusion")
        # Some systems have no notion of a scheme, only a palette that is dark.
        self._has_dark_palette = _is_dark(app.palette())
        app.styleHints().colorSchemeChanged.connect(self._dress)
        self._dress()

    @property
    def choice(self) -> Qt.ColorScheme:
        """What the user chose; Unknown: as the system has it."""
        return self._choice

    def choose(self, scheme: Qt.ColorScheme) -> None:
        """Use a scheme from now on; Unknown: follow the system."""
        self._choice = scheme
        # The frame of the window and the system's dialogs follow where the system can do it.
        self._app.styleHints().setColorScheme(scheme)
        self._dress()

    def _dress(self) -> None:
        tones = DARK if self._wants_dark() else LIGHT
        self._app.setPalette(_palette(tones))
        self._app.setStyleSheet(_style_sheet(tones))

    def _wants_dark(self) -> bool:
        scheme = self._choice
        if scheme is Qt.ColorScheme.Unknown:
            scheme = self._app.styleHints().colorScheme()
        if scheme is Qt.ColorScheme.Unknown:
            return self._has_dark_palette
        return scheme is Qt.ColorScheme.Dark


def _is_dark(palette: QPalette) -> bool:
    return palette.color(QPalette.ColorRole.Window).lightness() < 128


def _palette(tones: Colours) -> QPalette:
    palette = QPalette()
    role = QPalette.ColorRole
    for name, colour in {
        role.Window: tones.window,
        role.Base: tones.base,
        role.AlternateBase: tones.window,
        role.Button: tones.raised,
        role.Mid: tones.line,
        role.Text: tones.text,
        role.WindowText: tones.text,
        role.ButtonText: tones.text,
        role.BrightText: tones.danger,
        role.PlaceholderText: tones.muted,
        role.Highlight: tones.accent,
        role.HighlightedText: tones.on_accent,
        role.Accent: tones.accent,
        role.Link: tones.accent,
        role.ToolTipBase: tones.raised,
        role.ToolTipText: tones.text,
    }.items():
        palette.setColor(name, QColor(colour))
    for name in (role.Text, role.WindowText, role.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, name, QColor(tones.faded))
    return palette


def _style_sheet(tones: Colours) -> str:
    template = (Path(resources.__file__).parent / "homereel.qss").read_text(encoding="utf-8")
    for name, colour in vars(tones).items():
        template = template.replace(f"@{name};", f"{colour};")
    return template


class Icons(QObject):
    """Icons of buttons and actions, drawn again in the new colours when the scheme changes."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._placed: dict[Callable[[QIcon], object], tuple[str, bool]] = {}

    def place(self, name: str, put: Callable[[QIcon], object], *, on_accent: bool = False) -> None:
        """Give an icon of the Material Design set to ``put``, now and after each change."""
        self._placed[put] = (name, on_accent)
        put(_icon(name, on_accent=on_accent))

    def redraw(self) -> None:
        """Hand out all icons in the colours of the scheme in use."""
        for put, (name, on_accent) in self._placed.items():
            put(_icon(name, on_accent=on_accent))


def _icon(name: str, *, on_accent: bool) -> QIcon:
    tones = colours()
    colour = tones.on_accent if on_accent else tones.text
    return qtawesome.icon(f"mdi6.{name}", color=colour, color_disabled=tones.muted)


def stage_icon(name: str) -> QIcon:
    """An icon on the dark ground of a picture; ``name`` as qtawesome has it."""
    return qtawesome.icon(name, color=STAGE_TEXT)


def app_icon() -> QIcon:
    """The icon of the program in all its sizes."""
    icon = QIcon()
    for path in sorted(ICONS.glob("homereel-*.png")):
        side = int(path.stem.rpartition("-")[2])
        icon.addFile(str(path), QSize(side, side))
    return icon
