"""Chips: small switches with a few words each, in as many lines as they need."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRect, QSize, Qt, Signal
from PySide6.QtWidgets import QLabel, QLayout, QLayoutItem, QToolButton, QVBoxLayout, QWidget
from typing_extensions import override

from app.window.focus_order import follow_layouts
from app.window.options.switches import Switch, switches
from engine.jobs.options import Options

if TYPE_CHECKING:
    from engine.video.facts import SourceInfo

SPACING = 6


class Findings(QWidget):
    """Shows what was found in a clip as chips, and says below what will be done.

    Signals:
        edited(Edit): one of them was switched.
    """

    edited = Signal(object)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._row = QWidget(self)
        self._flow = Flow(self._row)
        self._chips: list[QToolButton] = []
        self._sentences = QLabel(self)
        self._sentences.setObjectName("muted")
        self._sentences.setWordWrap(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        heading = QLabel(self.tr("Found in this video"), self)
        heading.setObjectName("heading")
        column.addWidget(heading)
        column.addWidget(self._row)
        column.addWidget(self._sentences)

    def show_source(self, info: SourceInfo | None, options: Options) -> None:
        """Show what was found; None: nothing is known yet."""
        found = [] if info is None else switches(info, options)
        # What cannot be switched is said, and would be a button that does nothing.
        self._shown: Sequence[Switch] = [each for each in found if each.toggle is not None]
        while len(self._chips) < len(self._shown):
            self._add_chip()
            follow_layouts(self.window())
        for chip, switch in zip(self._chips, self._shown, strict=False):
            _dress(chip, switch)
        for chip in self._chips[len(self._shown) :]:
            chip.hide()
        self._sentences.setText("\n".join(self._remarks(found)))
        self.setVisible(bool(found))
        self._flow.invalidate()

    def on_clicked(self) -> None:
        """Switch what a chip stands for."""
        sender = self.sender()
        assert isinstance(sender, QToolButton)
        toggle = self._shown[self._chips.index(sender)].toggle
        if toggle is not None:
            self.edited.emit(toggle)

    def _remarks(self, found: Sequence[Switch]) -> list[str]:
        """Say what is done; of what is switched off, that it can be done."""
        done = [f"• {each.sentence}" for each in found if each.is_on or each.toggle is None]
        if any(not each.is_on and each.toggle is not None for each in found):
            done.append(self.tr("What has no tick stays as it is; click on it to put it right."))
        return done

    def _add_chip(self) -> None:
        chip = QToolButton(self._row)
        chip.setProperty("chip", True)
        chip.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextOnly)
        chip.clicked.connect(self.on_clicked)
        self._chips.append(chip)
        self._flow.addWidget(chip)


def _dress(chip: QToolButton, switch: Switch) -> None:
    chip.setText(("✓ " if switch.is_on else "") + switch.label)
    chip.setAccessibleName(switch.label)
    chip.setAccessibleDescription(switch.sentence)
    chip.setToolTip(switch.sentence)
    chip.setCheckable(True)
    chip.setChecked(switch.is_on)
    chip.show()


class Flow(QLayout):
    """Lays widgets out like words, line after line.

    Source: Qt's example "Flow Layout".
    """

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._items: list[QLayoutItem] = []
        self.setContentsMargins(0, 0, 0, 0)

    @override
    def addItem(self, item: QLayoutItem) -> None:
        self._items.append(item)

    @override
    def count(self) -> int:
        return len(self._items)

    @override
    def itemAt(self, index: int) -> QLayoutItem | None:
        return self._items[index] if 0 <= index < len(self._items) else None

    @override
    def takeAt(self, index: int) -> QLayoutItem | None:
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    @override
    def expandingDirections(self) -> Qt.Orientation:
        return Qt.Orientation(0)

    @override
    def hasHeightForWidth(self) -> bool:
        return True

    @override
    def heightForWidth(self, width: int) -> int:
        return self._arrange(QRect(0, 0, width, 0), is_trial=True)

    @override
    def setGeometry(self, rect: QRect) -> None:
        super().setGeometry(rect)
        self._arrange(rect, is_trial=False)

    @override
    def sizeHint(self) -> QSize:
        return self.minimumSize()

    @override
    def minimumSize(self) -> QSize:
        size = QSize()
        for item in self._items:
            if not item.isEmpty():
                size = size.expandedTo(item.minimumSize())
        return size

    def _arrange(self, rect: QRect, *, is_trial: bool) -> int:
        """Place the items, or only find out how high they are."""
        x, y, line_height = rect.x(), rect.y(), 0
        for item in self._items:
            if item.isEmpty():  # it is hidden
                continue
            hint = item.sizeHint()
            if x > rect.x() and x + hint.width() > rect.right() + 1:
                x, y, line_height = rect.x(), y + line_height + SPACING, 0
            if not is_trial:
                item.setGeometry(QRect(QPoint(x, y), hint))
            x += hint.width() + SPACING
            line_height = max(line_height, hint.height())
        return y + line_height - rect.y()
