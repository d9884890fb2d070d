"""Files that are there after a crash."""

import os
import sys

import pytest

from engine.files import durable


def test_windows_keeps_names_in_order_by_itself(tmp_path, monkeypatch):
    opened = []
    monkeypatch.setattr(sys, "platform", "win32")
    monkeypatch.setattr(durable.os, "open", lambda *words: opened.append(words))
    durable.sync_folder(tmp_path)
    assert opened == []


def test_a_folder_whose_disk_cannot_sync_is_no_fault(tmp_path, monkeypatch):
    def refused(_handle):
        raise OSError

    monkeypatch.setattr(durable.os, "fsync", refused)
    before = len(os.listdir("/proc/self/fd")) if sys.platform == "linux" else 0
    durable.sync_folder(tmp_path)
    assert sys.platform != "linux" or len(os.listdir("/proc/self/fd")) == before
    with pytest.raises(OSError, match="none"):
        durable.sync_folder(tmp_path / "none")
