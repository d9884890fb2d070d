"""What is said about the newest version of Homereel."""

from __future__ import annotations

from app.text.language import translate
from engine.installation.newest import Newest


def newest_sentence(newest: Newest) -> str:
    """Say whether there is a newer version, and where."""
    if not newest.is_newer:
        text = translate("newest", "This is the newest version of Homereel ({installed}).")
        return text.format(installed=newest.installed)
    text = translate("newest", "Homereel {version} is available; this is {installed}.")
    if newest.page:
        text = f"{text} {translate('newest', 'You get it at {page}')}"
    return text.format(version=newest.version, installed=newest.installed, page=newest.page)
