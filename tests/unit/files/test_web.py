"""Certificates of the system, where OpenSSL looks for those of another one."""

import ssl
from types import SimpleNamespace

import pytest

from engine.files import web

CERTIFICATE = """-----BEGIN CERTIFICATE-----
-----END CERTIFICATE-----
"""


class Context:
    def __init__(self):
        self.loaded = []

    def load_verify_locations(self, file):
        self.loaded.append(file)


@pytest.fixture
def context(monkeypatch):
    made = Context()
    monkeypatch.setattr(web.ssl, "create_default_context", lambda: made)
    return made


@pytest.mark.parametrize(
    ("places", "is_loaded"),
    [
        ({"cafile": None, "capath": None}, True),
        ({"cafile": "/etc/ssl/cert.pem", "capath": None}, False),
        ({"cafile": None, "capath": "/etc/ssl/certs"}, False),
    ],
)
def test_the_certificates_of_this_system_are_found(
    context, monkeypatch, tmp_path, places, is_loaded
):
    there = tmp_path / "tls-ca-bundle.pem"
    there.write_text(CERTIFICATE)
    monkeypatch.setattr(web.ssl, "get_default_verify_paths", lambda: SimpleNamespace(**places))
    monkeypatch.setattr(web, "_CERTIFICATES", (str(tmp_path / "absent.pem"), str(there)))
    assert web._context() is context
    assert context.loaded == ([str(there)] if is_loaded else [])


def test_a_system_without_certificates_trusts_nobody(context, monkeypatch):
    places = SimpleNamespace(cafile=None, capath=None)
    monkeypatch.setattr(web.ssl, "get_default_verify_paths", lambda: places)
    monkeypatch.setattr(web, "_CERTIFICATES", ("/no/such/file",))
    web._context()
    assert context.loaded == []


def test_servers_have_to_prove_who_they_are():
    context = web._context()
    assert context.verify_mode is ssl.CERT_REQUIRED
    assert context.check_hostname
