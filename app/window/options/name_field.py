"""What new files are called: a pattern, and below it an example that follows as one types."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel, QLineEdit, QVBoxLayout, QWidget

from app.window.options.controls import label_of, mixed_text, name_of
from engine.files.names import NAME_FIELDS, NAME_PATTERN, USUAL_NAME, named
from engine.jobs.options import Options

_SUFFIX = ".mp4"


class NameField(QWidget):
    """Takes the pattern of names; one that makes no sense is explained and not taken.

    Signals:
        edited(Edit): another pattern.
    """

    edited = Signal(object)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._options = Options()
        self._source: Path | None = None
        label = QLabel(label_of("name_pattern"), self)
        label.setObjectName("muted")
        self.line = QLineEdit(self)
        self.line.setObjectName("name_pattern")
        self.line.setAccessibleName(name_of("name_pattern"))
        self.line.setToolTip(
            self.tr("These are filled in: {fields}").format(fields=_braced_fields())
        )
        label.setBuddy(self.line)
        self.example = QLabel(self)
        self.example.setObjectName("muted")
        self.example.setWordWrap(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        for part in (label, self.line, self.example):
            column.addWidget(part)
        self.line.textEdited.connect(self._show_example)
        self.line.editingFinished.connect(self.on_finished)
        self._show_example(USUAL_NAME)

    def show_options(self, options: Options, *, is_mixed: bool) -> None:
        """Show the pattern of a clip, unless another one is being typed."""
        self._options = options
        if not (self.line.hasFocus() and self.line.isModified()):
            self.line.setText("" if is_mixed else options.name_pattern)
            self.line.setPlaceholderText(mixed_text() if is_mixed else USUAL_NAME)
        self._show_example(self.line.text())

    def show_source(self, path: Path | None) -> None:
        """Show what a file made of this source would be called."""
        self._source = path
        self._show_example(self.line.text())

    def on_finished(self) -> None:
        """What was typed is to be used, if it makes sense; nothing means the usual name."""
        if not self.line.isModified():
            return
        self.line.setModified(False)
        pattern = self.line.text().strip() or USUAL_NAME
        if re.fullmatch(NAME_PATTERN, pattern):
            self.edited.emit(_with_name(pattern))
        else:
            self.show_options(self._options, is_mixed=False)

    def _show_example(self, pattern: str) -> None:
        pattern = pattern.strip() or USUAL_NAME
        if not re.fullmatch(NAME_PATTERN, pattern):
            text = self.tr("Names can have {fields} in them, but no other braces, nor / \\ : * ?")
            self.example.setText(text.format(fields=_braced_fields()))
            return
        fields = {
            "name": self._source.stem if self._source else self.tr("Wedding 1994"),
            "part": "1m00s-3m30s",
            "size": "1440x1080",
            "model": self._options.model,
        }
        text = self.tr("For example: {name}")
        self.example.setText(text.format(name=named(pattern, fields) + _SUFFIX))


def _braced_fields() -> str:
    return ", ".join(f"{{{field}}}" for field in NAME_FIELDS)


def _with_name(pattern: str) -> Callable[[Options], Options]:
    return lambda options: replace(options, name_pattern=pattern)
