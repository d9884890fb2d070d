"""The proxies of the environment, and those of a desktop's settings."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from engine.files.proxies import system_proxies

SETTINGS = """\
org.gnome.system.proxy mode '{mode}'
org.gnome.system.proxy ignore-hosts ['localhost']
org.gnome.system.proxy.http host 'proxy.example'
org.gnome.system.proxy.http port 3128
org.gnome.system.proxy.https host ''
org.gnome.system.proxy.https port 0
"""


@pytest.fixture
def bare(monkeypatch):
    for name in ("http", "https", "ftp", "all", "no"):
        for spelt in (f"{name}_proxy", f"{name}_proxy".upper()):
            monkeypatch.delenv(spelt, raising=False)


def put_gsettings(folder: Path, monkeypatch: pytest.MonkeyPatch, text: str) -> None:
    program = folder / "gsettings"
    program.write_text(f"#!/bin/sh\ncat <<'end'\n{text}end\n")
    program.chmod(0o755)
    monkeypatch.setenv("PATH", f"{folder}:/usr/bin:/bin")


def test_those_of_the_environment_come_first(bare, tmp_path, monkeypatch):
    put_gsettings(tmp_path, monkeypatch, SETTINGS.format(mode="manual"))
    monkeypatch.setenv("https_proxy", "http://office:8080")
    assert system_proxies() == {"https": "http://office:8080"}


@pytest.mark.skipif(sys.platform != "linux", reason="other systems are asked by Python")
@pytest.mark.parametrize(
    ("mode", "expected"), [("manual", {"http": "http://proxy.example:3128"}), ("none", {})]
)
def test_those_of_the_desktop(bare, tmp_path, monkeypatch, mode, expected):
    put_gsettings(tmp_path, monkeypatch, SETTINGS.format(mode=mode))
    assert system_proxies() == expected


def test_a_computer_without_such_settings(bare, tmp_path, monkeypatch):
    monkeypatch.setenv("PATH", str(tmp_path))
    assert system_proxies() == {} or sys.platform != "linux"
