"""Presets: some options under a name, each in a file of its own that people can write and share.

.. code-block:: toml

    # presets/VHS tapes.toml
    deinterlace = "frame"
    strength = 0.8
    size = { short_side = 1080 }
    threshold = "auto"

Names and values are those of the wire form. ``"auto"`` stands for what TOML has no word for: an
option that is left to the program. Some presets come with the program; one of the user's own by the
same name replaces it.
"""

from __future__ import annotations

import contextlib
import json
import re
import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Any, TypeVar

import platformdirs

from engine.files.durable import replace_synced
from engine.jobs.errors import PresetError, PresetProblem
from engine.jobs.option_fields import Concern, declarations
from engine.jobs.options import Options, with_present_names
from engine.jobs.wire import overlaid, to_plain

Chosen = TypeVar("Chosen", bound=Options)

AUTOMATIC = "auto"
_NAME = re.compile(r"[^\x00-\x1f\x7f<>:\"/\\|?*.][^\x00-\x1f\x7f<>:\"/\\|?*]{0,99}")
"""Names that every system allows for a file."""

VHS, MINIDV, DVD, FILM_SCAN = "vhs", "minidv", "dvd", "film-scan"
OLD_CAMERA, OLD_PHONE, UNTOUCHED = "old-camera", "old-phone", "leave-as-it-is"
BUILT_IN: dict[str, dict[str, Any]] = {
    # Full strength paints over faces of tapes of the third generation; a rest of the original, and
    # the black border that captures have, are what people change by hand.
    VHS: {"strength": 0.9, "borders": "crop"},
    MINIDV: {"strength": 0.8},
    DVD: {"strength": 0.85},
    # Film has grain, which the network takes for noise.
    FILM_SCAN: {"strength": 0.85, "grain": 0.15, "repair": "dust,flicker", "borders": "crop"},
    OLD_CAMERA: {"strength": 0.9, "deinterlace": "off"},
    OLD_PHONE: {"deinterlace": "off"},
    UNTOUCHED: {"strength": 0.0, "repair": "off", "deinterlace": "off", "size": {"factor": 1}},
}
"""The presets that come with the program, in the wire form of options."""
_OF_ONE_SOURCE = ("start_seconds", "end_seconds", "parts", "crop")


def folder() -> Path:
    """Return where the presets of this user are."""
    return platformdirs.user_config_path("homereel", appauthor=False) / "presets"


def names() -> list[str]:
    """Return the names of the user's own presets, sorted."""
    return sorted(path.stem for path in folder().glob("*.toml") if _NAME.fullmatch(path.stem))


def applied(name: str, options: Chosen) -> Chosen:
    """Return options with those of a preset laid over them.

    Raises:
        PresetError: there is none of this name, or it is not a preset.
    """
    return laid_over(name, options, _read(name))


def own() -> dict[str, dict[str, Any]]:
    """Return the user's own presets by their names; those that make no sense are left out."""
    found = {}
    for name in names():
        with contextlib.suppress(PresetError):
            given = _read(name)
            laid_over(name, Options(), given)
            found[name] = given
    return found


def given_by(options: Options) -> dict[str, Any]:
    """Return what a preset of these options holds: what differs from the defaults.

    The range and the region belong to one source, and machine options to one computer; neither is
    in a preset.
    """
    plain, defaults = to_plain(options), to_plain(Options())
    return {
        name: plain[name]
        for name, declared in declarations(options).items()
        if plain[name] != defaults[name]
        and declared.concern is not Concern.MACHINE
        and name not in _OF_ONE_SOURCE
    }


def save(name: str, given: Mapping[str, object]) -> None:
    """Write a preset, in place of an earlier one of the same name.

    Args:
        name: its name, which is that of its file.
        given: the wire form of the options it holds.

    Raises:
        PresetError: the name cannot be that of a file, or the options make no sense.
        OSError: the file cannot be written.
    """
    laid_over(name, Options(), given)
    lines = [f"{option} = {_toml(value)}\n" for option, value in given.items()]
    path = _path(name)
    path.parent.mkdir(parents=True, exist_ok=True)
    replace_synced(path, "".join(lines).encode())


def remove(name: str) -> None:
    """Remove a preset, if there is one of this name.

    Raises:
        OSError: its file cannot be removed.
    """
    _path(name).unlink(missing_ok=True)


def _path(name: str) -> Path:
    if not _NAME.fullmatch(name):
        raise PresetError(name, PresetProblem.BAD_NAME)
    return folder() / f"{name}.toml"


def _read(name: str) -> dict[str, Any]:
    try:
        return tomllib.loads(_path(name).read_text(encoding="utf-8"))
    except FileNotFoundError as exc:
        if name in BUILT_IN:
            return BUILT_IN[name]
        there_are = ", ".join([*names(), *BUILT_IN])
        raise PresetError(name, PresetProblem.NOT_FOUND, there_are) from exc
    except OSError as exc:
        raise PresetError(name, PresetProblem.UNREADABLE, exc.strerror or "") from exc
    except (ValueError, RecursionError) as exc:
        raise PresetError(name, PresetProblem.UNREADABLE, str(exc)) from exc


def laid_over(name: str, options: Chosen, given: Mapping[str, object]) -> Chosen:
    """Return options with those of a preset laid over them.

    Args:
        name: of the preset.
        options: what it is laid over.
        given: the wire form of the options it holds.

    Raises:
        PresetError: one of them makes no sense; it is named.
    """
    defaults = to_plain(type(options)()) if given else {}
    for option, value in with_present_names(given).items():
        if option not in declarations(options):
            raise PresetError(name, PresetProblem.UNREADABLE, option)
        is_left_open = value == AUTOMATIC and defaults[option] is None
        try:
            options = overlaid(options, {option: None if is_left_open else value})
        except ValueError as exc:
            raise PresetError(name, PresetProblem.UNREADABLE, option) from exc
    return options


def _toml(value: object) -> str:
    """Write a value of the wire form of options."""
    if value is None:
        return json.dumps(AUTOMATIC)
    if isinstance(value, Mapping):
        pairs = ", ".join(f"{key} = {_toml(part)}" for key, part in value.items())
        return f"{{ {pairs} }}"
    return json.dumps(value, ensure_ascii=False)
