"""The working folder on a disk that loses its power."""

import os
import stat
import sys
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from engine.files.lock import FileLock
from engine.jobs.options import Resume
from engine.resuming.journal import Claim, Conditions, SourceEnd, SourceIdentity
from engine.resuming.state import Place, State
from engine.resuming.unfinished import folder_of
from engine.resuming.work import SegmentDamagedError, Work
from engine.video.writing.encoder import EncodedPicture

SEGMENTS = 3
FRAMES = 4


def claim():
    source = SourceIdentity(path="/a.avi", size_bytes=7, modified_ns=1, fingerprint="f")
    conditions = Conditions(restoring_threads=1, encoding_threads=1, precision="fp32")
    return Claim(source=source, picture={"width": 64}, program={}, conditions=conditions)


def picture(number):
    return EncodedPicture(bytes([number]) * 50, pts=number, duration=1, is_key=False)


def pictures(segment):
    return [picture(FRAMES * segment + index) for index in range(FRAMES)]


def state(frames):
    place = Place(
        frame=frames,
        pts=frames,
        before=((1, 2),),
        damaged_count=0,
        is_size_changed=False,
    )
    return State(place=place, arrays={"forward": np.full((2, 3), frames, np.float32)})


class Disk:
    """What a disk holds of one folder: only what was synced, in either order of names and data.

    ``cuts`` are the contents that a power cut could leave, one after the other.
    """

    def __init__(self, folder, monkeypatch):
        self._folder, self.cuts = folder, []
        self._data: dict[int, bytes] = {}
        self._names: dict[str, int] = {}
        self._sync, self._replace = os.fsync, Path.replace
        monkeypatch.setattr(os, "fsync", self.fsync)
        # A function, since a bound method would not be handed the path.
        monkeypatch.setattr(Path, "replace", lambda old, new: self.replace(old, new))  # noqa: PLW0108

    def fsync(self, handle):
        self._sync(handle)
        status = os.fstat(handle)
        if stat.S_ISDIR(status.st_mode):
            self._names = self._seen()
        else:
            self._data[status.st_ino] = Path(f"/proc/self/fd/{handle}").read_bytes()
        self.cut()

    def replace(self, old, new):
        self.cut()
        self._replace(old, new)
        self.cut()
        # The new name may reach the disk before the other names of the folder do.
        names = self._names | {new.name: new.stat().st_ino}
        self.cuts.append({name: self._data.get(ino, b"") for name, ino in names.items()})

    def _seen(self):
        return {path.name: path.stat().st_ino for path in self._folder.iterdir()}

    def cut(self):
        for names in (self._names, self._seen()):
            self.cuts.append({name: self._data.get(ino, b"") for name, ino in names.items()})


@pytest.mark.skipif(sys.platform != "linux", reason="looks at open files as Linux shows them")
def test_a_power_cut_at_any_moment_leaves_whole_segments(tmp_path, monkeypatch):
    output = tmp_path / "out.mp4"
    finished = [0]
    with Work.take(output, claim(), Resume.AUTO) as work:
        disk, seen = Disk(work.folder, monkeypatch), []
        for segment in range(SEGMENTS):
            for begun in (1, 3):
                copies = pictures(segment)[begun // 2 : begun]
                work.keep(copies, 0.25 * begun, state(FRAMES * segment + begun))
                seen += [finished[-1]] * (len(disk.cuts) - len(seen))
                finished.append(FRAMES * segment + begun)
            after = state(FRAMES * (segment + 1))
            if segment == SEGMENTS - 1:
                after = SourceEnd(damaged_count=0, is_size_changed=False)
            work.add(pictures(segment), 1.0, after)
            seen += [finished[-1]] * (len(disk.cuts) - len(seen))
            finished.append(FRAMES * (segment + 1))
        seen.append(finished[-1])
        disk.cut()
    monkeypatch.undo()
    for number, (cut, least) in enumerate(zip(disk.cuts, seen, strict=False)):
        output = tmp_path / str(number) / "out.mp4"
        folder = folder_of(output)
        folder.mkdir(parents=True)
        for name, content in cut.items():
            (folder / name).write_bytes(content)
        with Work.take(output, claim(), Resume.AUTO) as work:
            frames = work.journal.frames
            work.verify()
            assert work.journal.frames == frames, "the journal named what is not on the disk"
            assert frames >= least
            encoded = frames - work.journal.kept_frames
            assert list(work.pictures()) == [picture(n) for n in range(encoded)]
            assert list(work.kept_copies()) == [picture(n) for n in range(encoded, frames)]
            assert work.times() == list(range(encoded))
            assert work.journal.passes == frames / FRAMES
            if 0 < frames < FRAMES * SEGMENTS:
                assert work.state().place.frame == frames
    assert len(disk.cuts) > 20
    assert max(seen) == FRAMES * SEGMENTS


@pytest.mark.skipif(sys.platform != "linux", reason="looks at open files as Linux shows them")
def test_the_name_of_the_folder_is_on_the_disk_before_work_in_it_counts(tmp_path, monkeypatch):
    names, sync = [], os.fsync

    def watched(handle):
        sync(handle)
        if Path(f"/proc/self/fd/{handle}").resolve() == tmp_path:
            names[:] = [path.name for path in tmp_path.iterdir()]

    monkeypatch.setattr(os, "fsync", watched)
    with Work.take(tmp_path / "out.mp4", claim(), Resume.AUTO) as work:
        assert names == [work.folder.name]


def test_a_state_that_is_damaged_meanwhile_is_not_the_beginning(tmp_path):
    """The film would begin anew, behind its first segments."""
    with Work.take(tmp_path / "out.mp4", claim(), Resume.AUTO) as work:
        for segment in range(2):
            work.add(pictures(segment), 1.0, state(FRAMES * (segment + 1)))
        (work.folder / "000001.state").write_bytes(b"torn")
        with pytest.raises(SegmentDamagedError) as caught:
            work.state()
        work.take_back(caught.value.number)
        assert work.journal.frames == work.state().place.frame == FRAMES
        work.keep([picture(FRAMES)], 0.25, state(FRAMES + 1))
        (work.folder / "000001.000.state").write_bytes(b"torn")
        with pytest.raises(SegmentDamagedError) as caught:
            work.state()
        work.take_back(caught.value.number)
        assert work.journal.frames == work.state().place.frame == FRAMES


@pytest.fixture
def other_work(tmp_path):
    """Work on the same film under another name."""
    with Work.take(tmp_path / "other.mp4", claim(), Resume.AUTO) as work:
        work.add(pictures(0), 1.0, state(FRAMES))
    return work.folder


def while_locking(monkeypatch, act):
    """Let somebody ``act`` between our first look at the journal and our lock."""
    take = FileLock.take

    def later(path):
        monkeypatch.undo()
        act()
        return take(path)

    monkeypatch.setattr(FileLock, "take", later)


def test_work_under_another_name_is_as_it_is_when_it_is_locked(tmp_path, other_work, monkeypatch):
    """Its owner may have finished another segment before it let go."""

    def go_on():
        with Work.take(tmp_path / "other.mp4", claim(), Resume.AUTO) as work:
            work.add(pictures(1), 1.0, state(2 * FRAMES))

    while_locking(monkeypatch, go_on)
    with Work.take(tmp_path / "out.mp4", claim(), Resume.AUTO) as work:
        assert work.folder == other_work
        assert work.journal.frames == 2 * FRAMES


@pytest.mark.parametrize("how", ["finished", "begun anew"])
def test_work_that_no_longer_fits_when_it_is_locked_is_left(tmp_path, other_work, monkeypatch, how):
    def act():
        with Work.take(tmp_path / "other.mp4", claim(), Resume.AUTO) as work:
            work.remove()
        if how == "begun anew":
            wider = replace(claim(), picture={"width": 99})
            with Work.take(tmp_path / "other.mp4", wider, Resume.AUTO) as work:
                work.add(pictures(0), 1.0, state(FRAMES))

    while_locking(monkeypatch, act)
    with Work.take(tmp_path / "out.mp4", claim(), Resume.AUTO) as work:
        assert work.folder == folder_of(tmp_path / "out.mp4")
        assert work.journal.frames == 0
    assert other_work.exists() == (how == "begun anew")
    assert not FileLock.is_held(other_work / "lock")


def test_old_states_are_forgotten_but_for_the_last(tmp_path, monkeypatch):
    monkeypatch.setattr("engine.resuming.work._SMALL_STATE_BYTES", 0)
    with Work.take(tmp_path / "out.mp4", claim(), Resume.AUTO) as work:
        for segment in range(5):
            work.add(pictures(segment), 1.0, state(FRAMES * (segment + 1)))
        names = sorted(path.name for path in work.folder.glob("*.state"))
    assert names == ["000003.state", "000004.state"]


def test_of_the_pieces_of_a_segment_only_the_last_has_a_state(tmp_path):
    with Work.take(tmp_path / "out.mp4", claim(), Resume.AUTO) as work:
        work.add(pictures(0), 1.0, state(FRAMES))
        for begun in range(3):
            work.keep([picture(FRAMES + begun)], 0.25 * (begun + 1), state(FRAMES + begun + 1))
        assert sorted(path.name for path in work.folder.glob("000001.*")) == [
            "000001.000.kept",
            "000001.001.kept",
            "000001.002.kept",
            "000001.002.state",
        ]
        work.add(pictures(1), 1.0, state(2 * FRAMES))
        assert sorted(path.name for path in work.folder.glob("000001.*")) == [
            "000001.segment",
            "000001.state",
        ]
        assert work.journal.kept == []


def test_work_without_a_finished_segment_leaves_nothing(tmp_path):
    with Work.take(tmp_path / "out.mp4", claim(), Resume.AUTO):
        assert folder_of(tmp_path / "out.mp4").exists()
    assert list(tmp_path.iterdir()) == []
