"""Working folders that nobody works in."""

import pytest

from engine.files.lock import FileLock
from engine.resuming.unfinished import (
    LOCK_NAME,
    discard,
    folder_of,
    folders_beside,
    note,
    orphans,
    remove_orphan,
)


@pytest.fixture(autouse=True)
def notes(tmp_path, monkeypatch):
    """Notes of this test only."""
    monkeypatch.setattr("platformdirs.user_state_path", lambda *_, **__: tmp_path / "state")
    return tmp_path / "state" / "work"


@pytest.fixture
def left(tmp_path):
    """A working folder on a disk of its own, with a file, noted."""
    folder = folder_of(tmp_path / "disk" / "out.mp4")
    folder.mkdir(parents=True)
    (folder / "000000.segment").write_bytes(bytes(7))
    note(folder)
    return folder


def test_very_long_names_have_a_folder_too(tmp_path):
    folder = folder_of(tmp_path / ("ä" * 125 + ".mp4"))
    folder.mkdir()
    assert folders_beside(tmp_path / "other.mp4") == [folder]


def test_what_is_left_without_a_journal_is_found_by_its_name(left):
    (orphan,) = orphans()
    assert (orphan.folder, orphan.output) == (left, "out.mp4")
    assert (orphan.source, orphan.frames, orphan.size_bytes) == (None, None, 7)


def test_what_somebody_works_on_is_left_alone(tmp_path, left, notes):
    with FileLock.take(left / LOCK_NAME):
        assert orphans() == []
        assert not remove_orphan(left)
        discard(tmp_path / "disk" / "out.mp4")
        assert left.is_dir()
    discard(tmp_path / "disk" / "out.mp4")
    assert not left.exists()
    assert list(notes.iterdir()) == []


def test_a_disk_that_is_away_is_not_forgotten(tmp_path, left):
    disk = left.parent.rename(tmp_path / "away")
    assert orphans() == []
    disk.rename(left.parent)
    assert [orphan.folder for orphan in orphans()] == [left]


def test_a_folder_that_somebody_removed_is_forgotten(left, notes):
    left.rename(left.with_name("gone"))
    assert orphans() == []
    assert list(notes.iterdir()) == []
