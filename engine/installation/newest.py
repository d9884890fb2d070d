"""The newest published version of Homereel, asked for only when the user wants to know.

Whoever publishes the program names the address in ``pyproject.toml``, as the project's URL
"Releases". There lies a small file: ``{"version": "1.2.0", "page": "https://…"}``.
"""

from __future__ import annotations

import http.client
import json
import os
import re
import urllib.request
from dataclasses import dataclass
from importlib import metadata
from urllib.parse import urlsplit

from engine.files import web
from engine.jobs.errors import NewestVersionError, NewestVersionProblem

ADDRESS_VARIABLE = "HOMEREEL_RELEASES"
"""An environment variable with another address to ask."""
TIMEOUT_SECONDS = 10.0
_MOST_BYTES = 1 << 16
_NUMBER = re.compile(r"\d{1,9}(\.\d{1,9}){0,5}")


@dataclass(frozen=True, kw_only=True)
class Newest:
    """The version that is installed, and the newest one."""

    installed: str
    version: str
    page: str
    """Where a person gets it; an address of the web, or empty."""

    @property
    def is_newer(self) -> bool:
        """Whether the newest version is newer than the installed one."""
        return _numbers(self.version) > _numbers(self.installed)


def installed_version() -> str:
    """The version of this program; empty where it is not installed."""
    try:
        return metadata.version("homereel")
    except metadata.PackageNotFoundError:
        return ""


def find_newest() -> Newest:
    """Ask for the newest version; nothing about this computer or its user is sent.

    Raises:
        NewestVersionError: nobody can be asked, or the answer makes no sense.
    """
    address = _address()
    request = urllib.request.Request(address, headers={"User-Agent": "homereel"})
    try:
        with web.opener().open(request, timeout=TIMEOUT_SECONDS) as answer:
            content = answer.read(_MOST_BYTES)
    except (OSError, http.client.HTTPException, ValueError) as exc:
        reason = NewestVersionProblem.NOT_REACHED
        raise NewestVersionError(reason, urlsplit(address).hostname or address) from exc
    try:
        told = json.loads(content)
        version, page = str(told["version"]), str(told.get("page", ""))
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError) as exc:
        raise NewestVersionError(NewestVersionProblem.NONSENSE, address) from exc
    if not _NUMBER.fullmatch(version):
        raise NewestVersionError(NewestVersionProblem.NONSENSE, address)
    return Newest(
        installed=installed_version(), version=version, page=page if _is_of_web(page) else ""
    )


def _address() -> str:
    """Where new versions are announced.

    Raises:
        NewestVersionError: NO_ADDRESS.
    """
    chosen = os.environ.get(ADDRESS_VARIABLE) or _published_address()
    if not _is_of_web(chosen):
        raise NewestVersionError(NewestVersionProblem.NO_ADDRESS)
    return chosen


def _published_address() -> str:
    try:
        urls = metadata.metadata("homereel").get_all("Project-URL") or []
    except metadata.PackageNotFoundError:
        return ""
    named = (str(url).partition(",") for url in urls)
    return next((url.strip() for name, _, url in named if name.strip() == "Releases"), "")


def _is_of_web(address: str) -> bool:
    return address.startswith(("https://", "http://"))


def _numbers(version: str) -> list[int]:
    found = re.match(r"[\d.]+", version)
    numbers = [int(number) for number in found[0].split(".") if number] if found else []
    while numbers and not numbers[-1]:
        del numbers[-1]
    return numbers
