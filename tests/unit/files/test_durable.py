"""Files that are there after a crash."""

import sys

import pytest

from engine.files import durable


def test_windows_keeps_names_in_order_by_itself(tmp_path, monkeypatch):
    opened = []
    monkeypatch.setattr(sys, "platform", "win32")
    monkeypatch.setattr(durable.os, "open", lambda *words: opened.append(words))
    durable.sync_folder(tmp_path)
    assert opened == []


def test_a_disk_that_cannot_sync_is_no_fault_and_a_folder_that_is_gone_is(tmp_path, monkeypatch):
    closed, close = [], durable.os.close

    def refused(_handle):
        raise OSError

    def noted(handle):
        closed.append(handle)
        close(handle)

    monkeypatch.setattr(durable.os, "fsync", refused)
    monkeypatch.setattr(durable.os, "close", noted)
    durable.sync_folder(tmp_path)
    assert len(closed) == 1
    with pytest.raises(FileNotFoundError):
        durable.sync_folder(tmp_path / "none")
