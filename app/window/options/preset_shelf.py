"""The presets there are: those of the program, and the user's own in their files."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from PySide6.QtCore import QObject, Signal

from app.text.messages import describe
from engine.background.intake_thread import Intake
from engine.jobs import presets
from engine.jobs.errors import EngineError
from engine.jobs.option_fields import Concern, reset
from engine.jobs.options import Options


class PresetShelf(QObject):
    """Reads and writes presets; their files are left to the intake's thread.

    Attributes:
        own: the user's own presets by their names, as far as they are read.

    Signals:
        changed(): there are others now.
        said(str): a remark for the user.
    """

    changed = Signal()
    said = Signal(str)
    _read = Signal(object)

    def __init__(self, intake: Intake, parent: QObject) -> None:
        super().__init__(parent)
        self._intake = intake
        self.own: dict[str, dict[str, Any]] = {}
        self._read.connect(self.on_read)

    @property
    def names(self) -> list[str]:
        """The presets, those of the program first; "" stands for the usual options."""
        return ["", *presets.BUILT_IN, *(name for name in self.own if name not in presets.BUILT_IN)]

    def options_of(self, name: str, before: Options) -> Options:
        """Return the options of a preset; part, region, names and machine stay as they were."""
        given = self.own.get(name) or presets.BUILT_IN.get(name, {})
        kept = replace(
            reset(before, Concern.SOURCE, Concern.TASTE),
            start_seconds=before.start_seconds,
            end_seconds=before.end_seconds,
            parts=before.parts,
            crop=before.crop,
            name_pattern=before.name_pattern,
            name_beginning=before.name_beginning,
        )
        return presets.laid_over(name, kept, given)

    def matching(self, options: Options) -> str | None:
        """Return the preset that gives these options; None where none does."""
        return next((n for n in self.names if self.options_of(n, options) == options), None)

    def read(self) -> None:
        """Read the user's own presets."""
        self._do("presets", lambda: None)

    def save(self, name: str, options: Options) -> None:
        """Keep options as a preset, in place of one of the same name."""
        self._do(f"preset {name}", lambda: presets.save(name, presets.given_by(options)))

    def remove(self, name: str) -> None:
        """Remove one of the user's own presets."""
        self._do(f"preset {name}", lambda: presets.remove(name))

    def on_read(self, own: dict[str, dict[str, Any]]) -> None:
        """The files were read."""
        self.own = own
        self.changed.emit()

    def _do(self, key: str, act: Callable[[], None]) -> None:
        def act_and_read() -> None:
            try:
                act()
                self._read.emit(presets.own())
            except EngineError as error:
                self.said.emit(describe(error))
            except OSError as error:
                text = self.tr("The preset cannot be kept ({reason}).")
                self.said.emit(text.format(reason=error.strerror))

        self._intake.write(key, act_and_read)
