"""The texts of the program as its source marks them for translation, and texts that are unmarked.

Qt's ``lupdate`` finds marks as well, but not all: none within an f-string. So what translators get
is compared with what is found here.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from dataclasses import dataclass
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


@dataclass(frozen=True, order=True)
class Mark:
    """A text that is to be translated; ``has_number``: it has a form for each number."""

    context: str
    text: str
    comment: str = ""
    has_number: bool = False


class Module:
    """One source file, and its texts."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._tree = ast.parse(path.read_text(encoding="utf-8"))
        self._parents = {
            child: node for node in ast.walk(self._tree) for child in ast.iter_child_nodes(node)
        }

    def marks(self) -> Iterator[Mark]:
        """Yield the texts that are marked; one that is no literal must be marked where it is."""
        for call, text in self._marked_calls():
            words = [arg.value if isinstance(arg, ast.Constant) else None for arg in call.args]
            if _name(call) == "tr":
                context = self._class_of(call)
                comment, has_number = str((words[1:2] or [""])[0]), len(words) > 2
            else:
                context = str(words[0])
                comment, has_number = str((words[2:3] or [""])[0]), len(words) > 3
            yield Mark(context, text, comment, has_number)

    def hidden_marks(self) -> Iterator[str]:
        """Yield marks within f-strings, where ``lupdate`` does not look."""
        for call, text in self._marked_calls():
            if any(isinstance(node, ast.JoinedStr) for node in self._above(call)):
                yield f"{self._path}:{call.lineno}: {text!r}"

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

    def _marked_calls(self) -> Iterator[tuple[ast.Call, str]]:
        for node in ast.walk(self._tree):
            if isinstance(node, ast.Call) and _name(node) in MARKS:
                words = node.args[0 if _name(node) == "tr" else 1 :]
                if words and isinstance(words[0], ast.Constant):
                    yield node, str(words[0].value)

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

    def _class_of(self, node: ast.AST) -> str:
        return next(n.name for n in self._above(node) if isinstance(n, ast.ClassDef))

    def _above(self, node: ast.AST) -> Iterator[ast.AST]:
        while (node := self._parents.get(node)) is not None:
            yield node


def _name(call: ast.Call) -> str:
    function = call.func
    if isinstance(function, ast.Subscript):
        function = function.value
    return getattr(function, "attr", getattr(function, "id", ""))
