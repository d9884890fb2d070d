"""Working folders that nobody works in."""

import os
from pathlib import Path

import pytest

from engine.files import durable
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
    """The working folder of a render that was killed early, on a disk of its own; noted."""
    folder = folder_of(tmp_path / "disk" / "out.mp4")
    folder.mkdir(parents=True)
    (folder / LOCK_NAME).touch()
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


@pytest.mark.parametrize("text", ["", ".", ".out.mp4.homereel", "\0", "../.x.homereel"])
def test_a_torn_note_names_nothing_and_is_forgotten(tmp_path, left, notes, monkeypatch, text):
    """An empty one meant the current folder, and ``homereel doctor --clean`` emptied it."""
    (here := tmp_path / "here").mkdir()
    for folder in (here, here / ".out.mp4.homereel", tmp_path / ".x.homereel"):
        folder.mkdir(exist_ok=True)
        (folder / LOCK_NAME).touch()
    monkeypatch.chdir(here)
    (notes / "torn").write_text(text)
    assert [orphan.folder for orphan in orphans()] == [left]
    assert not (notes / "torn").exists()
    assert not remove_orphan(Path(text))
    assert (here / LOCK_NAME).exists()


@pytest.mark.parametrize("name", ["films", ".films", "films.homereel", ".films.homereel"])
def test_only_working_folders_are_ever_removed(tmp_path, name):
    folder = tmp_path / name
    folder.mkdir()
    (folder / "film.avi").touch()
    if not (name.startswith(".") and name.endswith(".homereel")):
        (folder / LOCK_NAME).touch()
    note(folder)
    assert orphans() == []
    assert not remove_orphan(folder)
    assert (folder / "film.avi").exists()


def test_a_link_to_a_folder_is_no_working_folder(tmp_path, left):
    link = left.with_name(".link.homereel")
    link.symlink_to(left)
    note(link)
    assert [orphan.folder for orphan in orphans()] == [left]
    assert not remove_orphan(link)


def test_an_interrupted_removal_leaves_a_working_folder(tmp_path, left, monkeypatch):
    """The journal goes first and the lock last, so that it is found and removed the next time."""
    (left / "journal.json").touch()
    gone, unlink = [], Path.unlink

    def crash(path, **named):
        if len(gone) == 2:
            raise OSError
        gone.append(path.name)
        unlink(path, **named)

    (left / "000001.segment").touch()
    with monkeypatch.context() as patch:
        patch.setattr(Path, "unlink", crash)
        assert not remove_orphan(left)
    assert gone[0] == "journal.json"
    assert (left / LOCK_NAME).exists()
    assert [orphan.folder for orphan in orphans()] == [left]
    assert remove_orphan(left)


def test_notes_are_on_the_disk_before_they_count(tmp_path, notes, monkeypatch):
    synced, sync = [], os.fsync
    folder = folder_of(tmp_path / "out.mp4")
    monkeypatch.setattr(durable.os, "fsync", lambda file: synced.append(file) or sync(file))
    note(folder)
    assert len(synced) >= 2, "its content, and its name"
    (name,) = notes.iterdir()
    (notes / f"{name.name}.new").touch()  # as a crash leaves it
    folder.mkdir()
    (folder / LOCK_NAME).touch()
    assert [orphan.folder for orphan in orphans()] == [folder]


def test_looking_does_not_take_the_lock(left, monkeypatch):
    monkeypatch.setattr(FileLock, "take", None)
    assert [orphan.folder for orphan in orphans()] == [left]
