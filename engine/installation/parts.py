"""What this installation is made of, and the licences of its parts, read from the parts.

A package for Linux brings a list of its parts, which is made with it; elsewhere they are the
installed Python packages, with what they say of themselves.
"""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from email.message import Message
from importlib import metadata
from pathlib import Path
from typing import cast

LIST = "parts.json"
"""In the folder ``licences`` of a package; written by ``installer/licences.py``."""
_OWN = "homereel"
_TEXT = re.compile(r"licen[cs]e|copying|notice", re.IGNORECASE)
_NEEDED = re.compile(r"[A-Za-z0-9._-]+")
_MOST_BYTES = 1 << 20
_LONG = 60
"""Letters; more than that is no name of a licence but its text."""


@dataclass(frozen=True, kw_only=True)
class Part:
    """A library or Python package that Homereel runs with."""

    name: str
    version: str
    licence: str
    """As SPDX or its authors name it; empty where they do not."""
    texts: tuple[Path, ...]
    """Files with the text of the licence."""

    def text(self) -> str:
        """Read the texts of its licence; one that cannot be read is left out."""
        return "\n\n".join(filter(None, map(_read, self.texts)))


def parts() -> list[Part]:
    """Every part of this installation, Homereel first."""
    packed = packed_folder()
    file = packed / "licences" / LIST if packed else None
    if packed is None or file is None or not file.is_file():
        return list(python_parts())
    return [
        Part(
            name=entry["name"],
            version=entry["version"],
            licence=entry["licence"],
            texts=tuple(packed / text for text in entry["texts"]),
        )
        for entry in json.loads(file.read_text(encoding="utf-8"))
    ]


def packed_folder() -> Path | None:
    """The folder of a packaged program; None where Python packages are installed."""
    folder = getattr(sys, "_MEIPASS", None)
    return Path(folder) if folder else None


def python_parts() -> Iterator[Part]:
    """Homereel and the Python packages that it needs, as far as they are installed."""
    waiting, seen = [_OWN], set()
    while waiting:
        name = waiting.pop(0)
        plain = re.sub("[-_.]+", "-", name).lower()
        if plain in seen:
            continue
        seen.add(plain)
        try:
            found = metadata.distribution(name)
        except metadata.PackageNotFoundError:
            continue
        yield _part(found)
        needed = [text for text in found.requires or () if "extra ==" not in text]
        waiting += [match[0] for text in needed if (match := _NEEDED.match(text))]


def _part(found: metadata.Distribution) -> Part:
    facts = cast(Message, found.metadata)
    licence = facts.get("License-Expression") or ""
    if not licence and len(facts.get("License") or "") <= _LONG:
        licence = facts.get("License") or ""
    if not licence:
        kinds = [kind for kind in facts.get_all("Classifier") or () if kind.startswith("License")]
        licence = ", ".join(kind.rpartition(" :: ")[2] for kind in kinds)
    texts = [
        Path(str(found.locate_file(file)))
        for file in found.files or ()
        if ".dist-info" in file.parts[0] and _TEXT.search(str(file)) and file.suffix != ".pyc"
    ]
    return Part(
        name=facts["Name"], version=found.version, licence=licence, texts=tuple(sorted(texts))
    )


def _read(path: Path) -> str:
    try:
        with path.open("rb") as file:
            return file.read(_MOST_BYTES).decode("utf-8", errors="replace").strip()
    except OSError:
        return ""
