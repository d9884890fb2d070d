"""Marks for texts that the engine declares and that are shown in the user's language."""

from __future__ import annotations


def QT_TRANSLATE_NOOP(context: str, text: str) -> str:  # noqa: N802 - the name lupdate looks for
    """Mark a text for translation; the same as Qt's, without loading Qt."""
    del context
    return text


def QT_TRANSLATE_N_NOOP(context: str, text: str, comment: str, n: int) -> str:  # noqa: N802
    """Mark a text with a number, ``%n``, for translation.

    Args:
        context: the part of the program it belongs to.
        text: in English.
        comment: empty.
        n: 0, where a use of the text has its number.
    """
    del context, comment, n
    return text
