"""Files of other people's weights: used only when they are exactly those that are known."""

from __future__ import annotations

import hashlib
from pathlib import Path

from engine.jobs.errors import WeightsError, WeightsProblem


def check_file(path: Path, sha256: str) -> None:
    """Require a file of known content.

    Raises:
        WeightsError: it cannot be read (UNREADABLE) or is another file (WRONG_CHECKSUM).
    """
    try:
        with path.open("rb") as file:
            found = hashlib.file_digest(file, "sha256").hexdigest()
    except OSError as exc:
        raise WeightsError(path.name, WeightsProblem.UNREADABLE, str(exc)) from exc
    if found != sha256:
        raise WeightsError(path.name, WeightsProblem.WRONG_CHECKSUM, found)
