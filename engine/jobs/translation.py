"""A mark for texts that the engine declares and the window translates."""

from __future__ import annotations


def QT_TRANSLATE_NOOP(context: str, text: str) -> str:  # noqa: N802 - the name lupdate looks for
    """Mark a text for translation; the same as Qt's, without loading Qt."""
    del context
    return text
