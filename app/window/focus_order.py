"""The order in which the tab key goes through a window: that of its layouts."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLayout, QScrollArea, QSplitter, QStackedWidget, QWidget


def follow_layouts(root: QWidget) -> None:
    """Let the tab key go through everything in ``root`` as the layouts have it.

    Qt takes the order in which widgets were made; parts that are laid out elsewhere, or made later,
    make it jump.
    """
    for before, after in pairwise(_stops(root)):
        QWidget.setTabOrder(before, after)


def _stops(widget: QWidget) -> Iterator[QWidget]:
    if widget.focusPolicy() & Qt.FocusPolicy.TabFocus:
        yield widget
    if isinstance(widget, QSplitter | QStackedWidget):
        for number in range(widget.count()):
            if (part := widget.widget(number)) is not None:
                yield from _stops(part)
    elif isinstance(widget, QScrollArea):
        if (inner := widget.widget()) is not None:
            yield from _stops(inner)
    elif (layout := widget.layout()) is not None:
        yield from _stops_of(layout)


def _stops_of(layout: QLayout) -> Iterator[QWidget]:
    for number in range(layout.count()):
        item = layout.itemAt(number)
        inner = None if item is None else (item.widget() or item.layout())
        if isinstance(inner, QWidget):
            yield from _stops(inner)
        elif inner is not None:
            yield from _stops_of(inner)
