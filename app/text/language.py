"""The language of all texts, and its numbers, without Qt: a server may be unable to load it.

The window has its own texts translated by Qt. Both read the same files: ``resources/translations``
holds the texts of each language as Qt's tools know them, ``.ts``, and compiled for Qt, ``.qm``.
"""

from __future__ import annotations

import locale
import os
import sys
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from xml.etree import ElementTree

import resources

FOLDER = Path(resources.__file__).parent / "translations"
LANGUAGES = {"de": "Deutsch", "en": "English", "es": "Español", "fr": "Français", "pl": "Polski"}
"""The languages there are, each by its own name."""
ENGLISH = "en"
VARIABLE = "HOMEREEL_LANGUAGE"
"""The environment variable that chooses the language; one that there are no texts in: English."""

_POINTS = {"de": ",", "es": ",", "fr": ",", "pl": ","}
_SPACE = "\N{NO-BREAK SPACE}"
_GROUPS = {"de": (".", 4), "en": (",", 4), "es": (_SPACE, 5), "fr": (_SPACE, 4), "pl": (_SPACE, 5)}
"""What stands between thousands, and from how many digits on (CLDR, ``minimumGroupingDigits``)."""
_JOINED_PERCENT = ("en", "pl")

Key = tuple[str, str, str]
"""Context, English text, and what tells it from another use of the same text."""


@dataclass
class _Chosen:
    """The language in use, and how it writes numbers."""

    language: str = ENGLISH
    point: str = "."


_chosen = _Chosen()


def use(language: str, *, point: str | None = None) -> None:
    """Write texts and numbers in one of `LANGUAGES` from now on.

    Args:
        language: its code.
        point: what stands before the decimals, if not what is usual in that language.
    """
    _chosen.language = language
    _chosen.point = point or _POINTS.get(language, ".")


def in_use() -> str:
    """Return the code of the language in use."""
    return _chosen.language


def translate(context: str, text: str, comment: str = "", n: int = -1) -> str:
    """Return a text in the language in use; English where it has none.

    Args:
        context: the part of the program it belongs to.
        text: in English, written out: Qt's tools look for it in the source.
        comment: what tells it from another use of the same English text.
        n: what ``%n`` in the text stands for; it also decides on singular and plural.
    """
    return _written(_chosen.language, (context, text, comment), n)


def translate_into(language: str, context: str, text: str) -> str:
    """Return a text in a language that need not be the one in use."""
    return _written(language, (context, text, ""), n=-1)


def preferred(names: Iterable[str]) -> str:
    """Return the first of some languages or locales that there are texts for; else English."""
    codes = (name.replace("-", "_").partition("_")[0].partition(".")[0].lower() for name in names)
    return next((code for code in codes if code in LANGUAGES), ENGLISH)


def language_of_system(environment: Mapping[str, str] = os.environ) -> str:
    """Return the language that the environment asks for, as other programs of a terminal do.

    The order is that of GNU gettext: of the variables of the locale the first that is set counts,
    and ``LANGUAGE`` lists what is preferred, except where that locale is C.
    """
    if environment.get(VARIABLE):
        return preferred([environment[VARIABLE]])
    names = ("LC_ALL", "LC_MESSAGES", "LANG")
    locale_name = next((environment[name] for name in names if environment.get(name)), "")
    if not locale_name and sys.platform == "win32":
        locale_name = _language_of_windows()
    if locale_name.partition(".")[0] in ("", "C", "POSIX"):
        return ENGLISH
    listed = environment.get("LANGUAGE", "").split(":")
    return preferred([*filter(None, listed), locale_name])


def decimal(value: float, decimals: int = 1) -> str:
    """Write a number with so many decimals: ``12.5``, in German ``12,5``."""
    return f"{Number(value):.{decimals}f}"


def whole(value: int) -> str:
    """Write a whole number with its thousands apart: ``12,500``, in German ``12.500``."""
    between, least_digits = _GROUPS[_chosen.language]
    return (
        f"{value:,}".replace(",", between) if len(str(abs(value))) >= least_digits else str(value)
    )


class Number(float):
    """A number that is formatted as the language in use writes it, also as a part of a sentence."""

    def __format__(self, spec: str) -> str:
        """As a float is formatted: ``{share:.0%}`` gives ``5%``, in German ``5 %``."""
        text = super().__format__(spec).replace(".", _chosen.point)
        return text if _chosen.language in _JOINED_PERCENT else text.replace("%", f"{_SPACE}%")


@cache
def _texts(language: str) -> Mapping[Key, tuple[str, ...]]:
    """Read the file of a language: each text with its forms, for numbers, or its only one.

    A file that is missing or broken costs the translation, not the program.
    """
    try:
        root = ElementTree.parse(FOLDER / f"homereel_{language}.ts").getroot()
    except (OSError, ElementTree.ParseError):
        return {}
    texts = {}
    for context in root.iter("context"):
        name = context.findtext("name", "")
        for message in context.iter("message"):
            key = name, message.findtext("source", ""), message.findtext("comment", "")
            forms = [form.text or "" for form in message.iter("numerusform")]
            forms = forms or [message.findtext("translation", "")]
            if all(forms):
                texts[key] = tuple(forms)
    return texts


def _written(language: str, key: Key, n: int) -> str:
    if n < 0:  # English texts are written out in the program, but for their forms
        return key[1] if language == ENGLISH else _texts(language).get(key, (key[1],))[0]
    forms = _texts(language).get(key, (key[1],))
    form = forms[min(_form(language, n), len(forms) - 1)]
    return form.replace("%Ln", whole(n)).replace("%n", str(n))


def _form(language: str, n: int) -> int:
    """Return which form of a text fits a number, in the order that Qt keeps them in."""
    match language:
        case "fr":
            return int(n > 1)
        case "pl":
            if n == 1:
                return 0
            return 1 if 2 <= n % 10 <= 4 and not 12 <= n % 100 <= 14 else 2
        case _:
            return int(n != 1)


def _language_of_windows() -> str:
    if sys.platform != "win32":
        return ""
    import ctypes  # noqa: PLC0415 - its libraries are loaded only where they are needed

    number = ctypes.windll.kernel32.GetUserDefaultUILanguage()
    return locale.windows_locale.get(number, "")
