"""The proxy servers that the system says downloads go through."""

from __future__ import annotations

import shutil
import subprocess
import sys
import urllib.request

_SETTINGS = "org.gnome.system.proxy"
_MOST_SECONDS = 3.0


def system_proxies() -> dict[str, str]:
    """Addresses of the proxies by scheme, empty where connections are made directly.

    They are those of the environment, of Windows or of macOS; on Linux also those that the settings
    of the desktop hold, which programs of the desktop do not find in their environment.
    """
    found = urllib.request.getproxies()
    return found if found or sys.platform != "linux" else _of_desktop()


def _of_desktop() -> dict[str, str]:
    """What GNOME's settings say, which other desktops use as well."""
    program = shutil.which("gsettings")
    if program is None:
        return {}
    try:
        listed = subprocess.run(
            [program, "list-recursively", _SETTINGS],
            capture_output=True,
            text=True,
            timeout=_MOST_SECONDS,
            check=False,
        ).stdout
    except (OSError, subprocess.TimeoutExpired, UnicodeDecodeError):
        return {}
    values = {}
    for line in listed.splitlines():
        schema, _, rest = line.partition(" ")
        key, _, value = rest.partition(" ")
        values[schema.removeprefix(_SETTINGS), key] = value.strip("'")
    if values.get(("", "mode")) != "manual":
        return {}
    return {
        scheme: f"http://{host}:{values.get((f'.{scheme}', 'port'), '0')}"
        for scheme in ("http", "https")
        if (host := values.get((f".{scheme}", "host")))
    }
