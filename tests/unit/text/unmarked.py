"""Texts of the program that a user may see, and that are not marked for translation."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

MARKS = {"tr", "translate", "QT_TRANSLATE_NOOP", "QT_TRANSLATE_N_NOOP"}
SHOWN_BY = {
    *("setText", "setToolTip", "setStatusTip", "setWhatsThis", "setAccessibleName"),
    *("setAccessibleDescription", "setWindowTitle", "setInformativeText", "setDetailedText"),
    *("setPlaceholderText", "setSuffix", "setPrefix", "setTitle", "setLabelText"),
    *("setSpecialValueText", "setButtonText", "addItem", "addItems", "addAction", "addMenu"),
    *("addButton", "addTab", "addSection", "insertItem", "drawText", "showText", "showMessage"),
    *("QLabel", "QPushButton", "QToolButton", "QCheckBox", "QRadioButton", "QGroupBox"),
    *("QAction", "QMenu", "QDockWidget", "QProgressDialog"),
    *("say", "show_message", "print", "input", "add_argument_group", "error"),
    "ArgumentTypeError",
}
"""Functions and classes whose texts are seen by the user."""
SHOWN_AS = {"help", "label", "description", "title"}
SPELLED_AS = {"metavar", "usage", "prog", "dest"}
"""Keywords of `argparse` and of options: for texts, and for words as they are typed."""
_TYPED = re.compile(r"(homereel|--[a-z-]+|auto)\b")
"""How words begin that are typed on the command line."""
_WORD = re.compile(r"[^\W\d_]{2,}")
_SENTENCE = re.compile(r"[^\W\d_]{2,},? [^\W\d_]{2,}")
_NOT_SHOWN = {
    *("debug", "info", "warning", "exception", "critical", "getLogger", "basicConfig"),
    *("AssertionError", "ValueError", "TypeError", "RuntimeError", "KeyError", "compile"),
    *("setObjectName", "TypeVar"),
}
"""Functions and exceptions for developers and their logs."""


class Module:
    """One source file."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._tree = ast.parse(path.read_text(encoding="utf-8"))
        self._parents = {
            child: node for node in ast.walk(self._tree) for child in ast.iter_child_nodes(node)
        }

    def unmarked(self) -> Iterator[tuple[str, str]]:
        """Yield the texts that a user may see and no mark stands around, with their places."""
        for node in ast.walk(self._tree):
            is_text = isinstance(node, ast.Constant) and isinstance(node.value, str)
            if not is_text or self._is_docstring(node):
                continue
            calls = [n for n in self._above(node) if isinstance(n, ast.Call)]
            if any(_name(call) in MARKS | _NOT_SHOWN for call in calls):
                continue
            if _TYPED.match(node.value) or self._keyword(node, calls) in SPELLED_AS:
                continue
            is_shown = self._is_shown(node, calls) and _WORD.search(node.value)
            if is_shown or _SENTENCE.search(node.value):
                yield node.value, f"{self._path}:{node.lineno}: {node.value!r}"

    def _is_shown(self, node: ast.AST, calls: list[ast.Call]) -> bool:
        parent = self._parents[node]
        if isinstance(parent, ast.FormattedValue | ast.Subscript | ast.Compare | ast.Dict):
            return False
        keyword = self._keyword(node, calls)
        if keyword is not None:
            return keyword in SHOWN_AS
        return any(_name(call) in SHOWN_BY for call in calls[:1])

    def _keyword(self, node: ast.AST, calls: list[ast.Call]) -> str | None:
        """The keyword by which a text is handed to the innermost of the calls around it."""
        above = [n for n in self._above(node) if isinstance(n, ast.keyword)]
        return above[0].arg if above and calls and above[0] in calls[0].keywords else None

    def _is_docstring(self, node: ast.AST) -> bool:
        return isinstance(self._parents[node], ast.Expr)  # those of attributes, too

    def _above(self, node: ast.AST) -> Iterator[ast.AST]:
        while (node := self._parents.get(node)) is not None:
            yield node


def _name(call: ast.Call) -> str:
    function = call.func
    if isinstance(function, ast.Subscript):
        function = function.value
    return getattr(function, "attr", getattr(function, "id", ""))
