"""Text for a report of a problem, without the names of people, files and folders."""

from __future__ import annotations

import re
from collections.abc import Iterable

_PATH = re.compile(
    r"""(?P<path>
        (?: (?<![\w.~/\\])/(?=[^\s/]) | \b[A-Za-z]:[\\/] | \\\\(?=\w) | (?<!\w)~[\\/] )
        [^\n:;,"”“'’<>|()]*
    )""",
    re.VERBOSE,
)
"""From the root of a disk up to a mark that paths seldom have; blanks belong to it."""
_OURS = re.compile(r".*?[/\\]((?:app|engine|resources|site-packages)[/\\][\w./\\-]+)")
_SUFFIX = re.compile(r"\.\w{1,8}$")
_LEAST_NAME = 3
"""Shorter names of users are parts of too many words."""


def without_names(text: str, *, names: Iterable[str] = (), paths: Iterable[str] = ()) -> str:
    """Return a text in which paths are told by their kind only, and names are left out.

    Args:
        text: for example what ``homereel doctor`` prints, or a log.
        names: of the user and of the computer.
        paths: files and folders that are known; others are found by how they begin.
    """
    for path in sorted(paths, key=len, reverse=True):
        text = text.replace(path, f"<path>{_suffix(path)}")
    text = _PATH.sub(lambda found: _told(found["path"]), text)
    for name in names:
        if len(name) >= _LEAST_NAME:
            text = re.sub(rf"(?<!\w){re.escape(name)}(?!\w)", "<name>", text, flags=re.IGNORECASE)
    return text


def _told(path: str) -> str:
    if ours := _OURS.match(path):
        return f"…/{ours[1]}{path[ours.end() :]}"
    rest = path.rstrip()
    return f"<path>{_suffix(rest)}{path[len(rest) :]}"


def _suffix(path: str) -> str:
    found = _SUFFIX.search(path)
    return found[0] if found else ""
