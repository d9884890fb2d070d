"""Requests to servers of the web: through the system's proxies, with the system's certificates."""

from __future__ import annotations

import ssl
import urllib.request
from pathlib import Path

from engine.files.proxies import system_proxies

_CERTIFICATES = (
    "/etc/ssl/certs/ca-certificates.crt",  # Debian, Arch, Gentoo
    "/etc/pki/ca-trust/extracted/pem/tls-ca-bundle.pem",  # Fedora
    "/etc/pki/tls/certs/ca-bundle.crt",  # Fedora before
    "/etc/ssl/ca-bundle.pem",  # openSUSE
    "/etc/ssl/cert.pem",  # Alpine, macOS
)
"""Where systems keep the certificates of authorities. Source: Go, crypto/x509/root_linux.go."""


def opener() -> urllib.request.OpenerDirector:
    """What opens addresses; not ``urlopen``, which remembers the proxies of the first time."""
    return urllib.request.build_opener(
        urllib.request.ProxyHandler(system_proxies()),
        urllib.request.HTTPSHandler(context=_context()),
    )


def _context() -> ssl.SSLContext:
    """Trusts whom the system trusts.

    A packaged program brings the OpenSSL of the system that it was made on, which looks for the
    certificates where that system has them.
    """
    context = ssl.create_default_context()
    places = ssl.get_default_verify_paths()
    if places.cafile is None and places.capath is None:
        there = (place for place in _CERTIFICATES if Path(place).is_file())
        if (certificates := next(there, None)) is not None:
            context.load_verify_locations(certificates)
    return context
