"""Key files: who has one may work with the other computers that have the same, nobody else.

A key file holds a private authority's certificate, and one certificate with its private key that
the authority has signed. All computers show that certificate to each other. The authority's own
key is thrown away when the file is complete, so that nobody can ever sign a second one.
"""

from __future__ import annotations

import contextlib
import hashlib
import ipaddress
import json
import os
import socket
import stat
import sys
from dataclasses import asdict, dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import platformdirs

from engine.files.durable import replace_synced
from engine.jobs.errors import ClusterError, ClusterProblem

DEFAULT_PORT = 8786
DEFAULT_HOST = "127.0.0.1"
DEFAULT_DAYS = 365
_FORMAT = 1
_CLOCKS_APART = timedelta(days=2)
"""Certificates are valid so long before they are made: clocks of computers may differ by a day."""
_NAME = "homereel cluster"


@dataclass(frozen=True, kw_only=True)
class Key:
    """The content of a key file; certificates and the private key as PEM."""

    host: str
    """The address at which the computer that hands out the work is reached."""
    port: int
    begins: str
    """When it starts to be valid, in ISO 8601, UTC."""
    expires: str
    authority: str
    certificate: str
    private_key: str

    @property
    def address(self) -> str:
        """Where the others connect to."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        return f"tls://{host}:{self.port}"

    @property
    def fingerprint(self) -> str:
        """What it is recognised by when it has been revoked."""
        return hashlib.sha256(self.certificate.encode()).hexdigest()

    @property
    def is_for_this_computer_only(self) -> bool:
        """Whether no other computer can reach the address."""
        with contextlib.suppress(ValueError):
            return ipaddress.ip_address(self.host).is_loopback
        return self.host == "localhost"


def create_key(
    path: Path,
    host: str = DEFAULT_HOST,
    port: int = DEFAULT_PORT,
    *,
    valid_days: float = DEFAULT_DAYS,
    now: datetime | None = None,
) -> Key:
    """Make a private authority and write one key file, which only its owner may read.

    Args:
        path: of the file, which must not exist yet.
        host: IP address of the computer that will hand out the work.
        port: where it will listen.
        valid_days: how long the key is valid from now on.
        now: the time; None: that of the clock.

    Raises:
        ClusterError: NOT_INSTALLED, BAD_ADDRESS, KEY_EXISTS or CANNOT_WRITE.
    """
    try:
        ipaddress.ip_address(host)
    except ValueError as exc:
        raise ClusterError(path, ClusterProblem.BAD_ADDRESS, host) from exc
    now = now or datetime.now(UTC)
    begins, expires = now - _CLOCKS_APART, now + timedelta(days=valid_days)
    try:
        authority, certificate, private_key = _signed(begins, expires)
    except ImportError as exc:
        raise ClusterError(path, ClusterProblem.NOT_INSTALLED, exc.name or "") from exc
    key = Key(
        host=host,
        port=port,
        begins=begins.isoformat(timespec="seconds"),
        expires=expires.isoformat(timespec="seconds"),
        authority=authority,
        certificate=certificate,
        private_key=private_key,
    )
    text = json.dumps({"homereel_cluster_key": _FORMAT} | asdict(key), indent=1)
    try:
        # Never readable by others, not even for a moment.
        handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(handle, "w", encoding="utf-8") as file:
            file.write(text)
            file.flush()
            os.fsync(file.fileno())
    except FileExistsError as exc:
        raise ClusterError(path, ClusterProblem.KEY_EXISTS) from exc
    except OSError as exc:
        raise ClusterError(path, ClusterProblem.CANNOT_WRITE, exc.strerror or "") from exc
    return key


def read_key(path: Path, *, now: datetime | None = None) -> Key:
    """Read a key file that is valid now.

    Raises:
        ClusterError: KEY_NOT_FOUND, NOT_A_KEY, NOT_YET_VALID, EXPIRED or REVOKED.
    """
    key = _parsed(path)
    now = now or datetime.now(UTC)
    if now < datetime.fromisoformat(key.begins):
        raise ClusterError(path, ClusterProblem.NOT_YET_VALID, key.begins[:10])
    if now > datetime.fromisoformat(key.expires):
        raise ClusterError(path, ClusterProblem.EXPIRED, key.expires[:10])
    if is_revoked(key):
        raise ClusterError(path, ClusterProblem.REVOKED)
    return key


def own_addresses() -> list[str]:
    """Return the addresses of this computer in its networks, the usual one first."""
    found = []
    for family, target in ((socket.AF_INET, "192.0.2.1"), (socket.AF_INET6, "2001:db8::1")):
        try:
            with socket.socket(family, socket.SOCK_DGRAM) as probe:
                probe.connect((target, 9))  # nothing is sent
                found.append(str(probe.getsockname()[0]))
        except OSError:
            continue
    return found


def _parsed(path: Path) -> Key:
    try:
        fields: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
        if fields.pop("homereel_cluster_key") != _FORMAT:
            raise ValueError("another version")
        key = Key(**fields)
        datetime.fromisoformat(key.begins), datetime.fromisoformat(key.expires)
        if not isinstance(key.port, int):
            raise TypeError("port")
    except FileNotFoundError as exc:
        raise ClusterError(path, ClusterProblem.KEY_NOT_FOUND) from exc
    except (OSError, ValueError, TypeError, KeyError, AttributeError) as exc:
        raise ClusterError(path, ClusterProblem.NOT_A_KEY) from exc
    return key


def is_open_to_others(path: Path) -> bool:
    """Tell whether other users of this computer may read a key file.

    Sticks and shares often know no permissions, so such a file is used all the same.
    """
    if sys.platform == "win32":
        return False
    with contextlib.suppress(OSError):
        return bool(path.stat().st_mode & (stat.S_IRWXG | stat.S_IRWXO))
    return False


def revoke_key(path: Path) -> None:
    """Delete a key file, and refuse every copy of it on this computer from now on.

    Raises:
        ClusterError: KEY_NOT_FOUND, NOT_A_KEY or CANNOT_WRITE.
    """
    key = _parsed(path)
    listed = _revoked_file()
    try:
        listed.parent.mkdir(parents=True, exist_ok=True)
        names = sorted({*_revoked(), key.fingerprint})
        replace_synced(listed, json.dumps(names, indent=1).encode())
        path.unlink()
    except OSError as exc:
        raise ClusterError(path, ClusterProblem.CANNOT_WRITE, exc.strerror or "") from exc


def is_revoked(key: Key) -> bool:
    """Tell whether the key was revoked on this computer."""
    return key.fingerprint in _revoked()


def _revoked() -> set[str]:
    with contextlib.suppress(OSError, ValueError):
        names = json.loads(_revoked_file().read_text(encoding="utf-8"))
        return {name for name in names if isinstance(name, str)}
    return set()


def _revoked_file() -> Path:
    return platformdirs.user_config_path("homereel", appauthor=False) / "revoked_keys.json"


def _signed(begins: datetime, expires: datetime) -> tuple[str, str, str]:
    """Return PEM of a new authority, a certificate it signed, and the private key of that."""
    from cryptography import x509  # noqa: PLC0415 - part of an extra
    from cryptography.hazmat.primitives import hashes, serialization  # noqa: PLC0415
    from cryptography.hazmat.primitives.asymmetric import ec  # noqa: PLC0415

    def name(text: str) -> x509.Name:
        return x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, text)])

    def builder(subject: str, public: ec.EllipticCurvePublicKey) -> x509.CertificateBuilder:
        return (
            x509.CertificateBuilder()
            .subject_name(name(subject))
            .issuer_name(name(f"{_NAME} authority"))
            .public_key(public)
            .serial_number(x509.random_serial_number())
            .not_valid_before(begins)
            .not_valid_after(expires)
        )

    root, own = (ec.generate_private_key(ec.SECP256R1()) for _ in range(2))
    authority = (
        builder(f"{_NAME} authority", root.public_key())
        .add_extension(x509.BasicConstraints(ca=True, path_length=0), critical=True)
        .sign(root, hashes.SHA256())
    )
    certificate = (
        builder(_NAME, own.public_key())
        .add_extension(x509.BasicConstraints(ca=False, path_length=None), critical=True)
        .sign(root, hashes.SHA256())
    )
    pem = serialization.Encoding.PEM
    private = own.private_bytes(
        pem, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    )
    return (
        authority.public_bytes(pem).decode(),
        certificate.public_bytes(pem).decode(),
        private.decode(),
    )
