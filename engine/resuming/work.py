"""The working folder of a render: finished segments, and a journal that lists them.

A render that ended in any way goes on from here. What the journal lists is complete and on the
disk: a segment and the state after it are written and synced first, then the journal is replaced in
one step. Files that it does not list do not count, and are written over.

.. code-block:: text

    .holiday restored.mp4.homereel/
        lock                who works here; the system opens it when that process ends
        journal.json        source, options, program, finished segments
        000000.segment      encoded pictures with their times
        000000.state        what the restoration needs to go on after it
        000001.000.kept     lossless pictures of a segment that is not finished
        000001.000.state    what the restoration needs to go on after the last of those
"""

from __future__ import annotations

import contextlib
import zlib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any, Self

import numpy as np
import safetensors.numpy
from numpy.typing import NDArray
from safetensors import SafetensorError, safe_open

from engine.files.durable import fingerprint, sync_folder, write_synced
from engine.files.lock import FileLock
from engine.jobs.errors import OutputProblem, OutputVideoError, UnfinishedWorkError, WorkProblem
from engine.jobs.options import Resume
from engine.resuming.journal import Ahead, Claim, Joined, Journal, Segment, SourceEnd
from engine.resuming.state import State
from engine.resuming.unfinished import LOCK_NAME, delete, folder_of, folders_beside, note, remove
from engine.video.writing.encoder import EncodedPicture

_KEPT_STATES = 2
_SMALL_STATE_BYTES = 1 << 16
"""A state at a cut is as small as this and never removed: work can be taken back to it."""


class SegmentDamagedError(Exception):
    """A finished segment is not what was written; `Work.take_back` has to be called."""

    def __init__(self, number: int) -> None:
        super().__init__(f"segment {number}")
        self.number = number


class Work:
    """The working folder of one render, locked as long as this object is open.

    A context manager: at its end a folder without finished work is removed, any other stays.
    """

    def __init__(self, folder: Path, lock: FileLock, journal: Journal) -> None:
        self.folder, self._lock, self.journal = folder, lock, journal
        self._home = _identity_of(folder.parent)

    @classmethod
    def take(cls, output: Path, claim: Claim, resume: Resume) -> Self:
        """Open and lock the working folder of an output, with what is finished in it.

        Unfinished work on the same film with the same options under another name is used as well.

        Raises:
            OutputVideoError: IN_USE, another process works on it.
            UnfinishedWorkError: there is work that this claim does not fit.
            OSError: the folder cannot be made.
        """
        other = None if folder_of(output).exists() else cls._under_another_name(output, claim)
        work = other or cls._own(output, claim, resume)
        work.journal.output = output.name
        work.journal.source = claim.source
        work.journal.program = dict(claim.program)
        return work

    @classmethod
    def _own(cls, output: Path, claim: Claim, resume: Resume) -> Self:
        """Open the folder of this output, made if it is not there."""
        folder = folder_of(output)
        folder.mkdir(exist_ok=True)
        sync_folder(folder.parent)
        lock = FileLock.take(folder / LOCK_NAME)
        if lock is None:
            raise OutputVideoError(output, OutputProblem.IN_USE)
        empty = Journal(
            source=claim.source,
            output=output.name,
            picture=dict(claim.picture),
            program={},
            conditions=claim.conditions,
        )
        work = cls(folder, lock, empty)
        try:
            note(folder)
            old = None if resume is Resume.NEVER else _read(output, folder)
            if old is not None and (old.is_begun or old.joined):
                old.check(output, claim, resume)
                work.journal = old
            else:
                work._clear()
        except BaseException:
            lock.release()
            raise
        return work

    @classmethod
    def _under_another_name(cls, output: Path, claim: Claim) -> Self | None:
        """Open unfinished work on the same film under another name, if nobody works on it."""
        for folder in folders_beside(output):
            with contextlib.suppress(OSError, UnfinishedWorkError):
                # Looked at before it is locked, so as not to be in the way of other renders; and
                # again afterwards, since its owner may have changed it before it let go.
                if _fitting(output, folder, claim) is None:
                    continue
                lock = FileLock.take(folder / LOCK_NAME)
                if lock is None:
                    continue
                journal = None
                try:
                    journal = _fitting(output, folder, claim)
                finally:
                    if journal is None:
                        lock.release()
                if journal is not None:
                    return cls(folder, lock, journal)
        return None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_exception: object) -> None:
        if not self.journal.is_begun and self.journal.joined is None:
            self.remove()
        self._lock.release()

    def remove(self) -> None:
        """Remove the folder and everything in it; nothing can be added any more."""
        remove(self.folder, self._lock)

    @property
    def part(self) -> Path:
        """The name of the joined file as long as it is not complete."""
        return self.folder / "joined.part"

    def published(self) -> Path | None:
        """Return the finished file, if only removing the working folder is left to do."""
        joined = self.journal.joined
        if joined is None:
            return None
        output = self.folder.parent / joined.output
        try:
            found = fingerprint(_files_at(output))
            return output if found == joined.fingerprint else None
        except OSError:
            return None

    @property
    def is_removed(self) -> bool:
        """Whether somebody removed the folder; False where its disk or a parent has gone."""
        return not self.folder.is_dir() and _identity_of(self.folder.parent) == self._home

    def lock_again(self) -> None:
        """Lock the folder after its disk was away.

        Raises:
            OutputVideoError: IN_USE, somebody else was quicker.
            OSError: it is not there yet.
        """
        self._lock.release()
        lock = FileLock.take(self.folder / LOCK_NAME)
        if lock is None:
            raise OutputVideoError(Path(self.journal.output), OutputProblem.IN_USE)
        self._lock = lock

    def add(
        self, pictures: Sequence[EncodedPicture], passes: float, after: State | SourceEnd
    ) -> None:
        """Store a finished segment; can be called again after it failed.

        Args:
            pictures: in the order of decoding.
            passes: cleaning passes, summed over the frames, those of kept pieces too.
            after: what the next segment needs, or that there is none.

        Raises:
            OSError: it cannot be written; nothing was lost.
        """
        number = len(self.journal.segments)
        if self.journal.ahead:  # this computer goes on alone, and comes to them itself
            self._record(replace(self.journal, ahead=[]))
        content = pack(pictures)
        self.add_ahead(number, 0, content, frames=len(pictures), passes=passes, after=after)

    def add_ahead(
        self,
        number: int,
        first: int,
        content: bytes,
        *,
        frames: int,
        passes: float,
        after: State | SourceEnd,
    ) -> None:
        """Store a finished segment, whether or not those before it are finished.

        Args:
            number: its place among the segments of the film.
            first: number of its first frame.
            content: its pictures, as `pack` writes them.
            frames: how many there are.
            passes: cleaning passes, summed over the frames.
            after: what the next segment needs, or that there is none.

        Raises:
            OSError: it cannot be written; nothing was lost.
        """
        write_synced(self._segment(number), content)
        if isinstance(after, State):
            write_synced(self._state(number), after.to_bytes())
        end = after if isinstance(after, SourceEnd) else None
        segment = _described(content, frames, passes)
        before = len(self.journal.segments)
        ahead = Ahead(number=number, first=first, segment=segment, end=end)
        self._record(self.journal.with_ahead(ahead))
        for finished in range(before, len(self.journal.segments)):
            self._forget_states(finished)
        if before < len(self.journal.segments):
            self._forget_kept()
        elif any(one.number == number - 1 for one in self.journal.ahead):
            self._forget_state(number - 1)  # only the segment after it needed that

    def is_ahead(self, number: int, first: int, frames: int) -> bool:
        """Tell whether a segment is finished ahead, undamaged and of these frames."""
        found = [one for one in self.journal.ahead if one.number == number]
        if not found or (found[0].first, found[0].segment.frames) != (first, frames):
            return False
        return self._is_whole(self._segment(number), found[0].segment)

    def state_file(self, number: int | None) -> Path:
        """Return the file of the state after a finished segment; None: of that to go on with."""
        if number is not None:
            return self._state(number)
        pieces = len(self.journal.kept)
        return (
            self._kept_state(pieces - 1) if pieces else self._state(len(self.journal.segments) - 1)
        )

    def kept_files(self) -> list[Path]:
        """Return the files of the pieces of the next segment."""
        return [self._kept(number) for number in range(len(self.journal.kept))]

    def keep(self, copies: Sequence[EncodedPicture], passes: float, after: State) -> None:
        """Store a piece of the next segment; can be called again after it failed.

        Args:
            copies: lossless, of the pictures since the last piece.
            passes: cleaning passes, summed over the frames of all pieces.
            after: what the next piece needs.

        Raises:
            OSError: it cannot be written; nothing was lost.
        """
        number, content = len(self.journal.kept), pack(copies)
        write_synced(self._kept(number), content)
        write_synced(self._kept_state(number), after.to_bytes())
        piece = _described(content, len(copies), passes - self.journal.kept_passes)
        self._record(replace(self.journal, kept=[*self.journal.kept, piece]))
        if number:
            self._kept_state(number - 1).unlink(missing_ok=True)

    def mark_joined(self, output: Path) -> None:
        """Record that the joined file is complete and about to get its name.

        Raises:
            OSError: the journal cannot be written.
        """
        joined = Joined(output=output.name, fingerprint=fingerprint(_files_at(self.part)))
        self._record(replace(self.journal, joined=joined))

    def times(self) -> list[int]:
        """Return the PTS of all finished pictures, in the order of decoding.

        Raises:
            SegmentDamagedError: a segment is not what was written.
        """
        found: list[int] = []
        for number in range(len(self.journal.segments)):
            try:
                with safe_open(self._segment(number), "numpy") as file:
                    found += file.get_tensor("pts").tolist()
            except (SafetensorError, FileNotFoundError) as exc:
                if not self.folder.is_dir():
                    raise FileNotFoundError(str(self.folder)) from exc
                raise SegmentDamagedError(number) from exc
        return found

    def pictures(self) -> Iterator[EncodedPicture]:
        """Yield all finished pictures, in the order of decoding.

        Raises:
            SegmentDamagedError: a segment is not what was written.
        """
        for number, segment in enumerate(self.journal.segments):
            if not self._is_whole(self._segment(number), segment):
                raise SegmentDamagedError(number)
            yield from unpack(self._segment(number).read_bytes())

    def kept_copies(self) -> Iterator[EncodedPicture]:
        """Yield the lossless copies in all pieces of the next segment.

        Raises:
            SegmentDamagedError: a piece is not what was written.
        """
        for number, piece in enumerate(self.journal.kept):
            if not self._is_whole(self._kept(number), piece):
                raise SegmentDamagedError(len(self.journal.segments))
            yield from unpack(self._kept(number).read_bytes())

    def verify(self) -> None:
        """Find damaged segments, and give them up with everything after them.

        A power cut tears the end of the work, so the last segment is read; of the others only the
        size is checked. They are read when the segments are joined.
        """
        sizes = [_size_of(self._segment(n)) for n in range(len(self.journal.segments))]
        segments = self.journal.segments
        fits = [size == s.size_bytes for size, s in zip(sizes, segments, strict=True)]
        whole = next((n for n, is_fit in enumerate(fits) if not is_fit), len(fits))
        if whole and not self._is_whole(self._segment(whole - 1), segments[whole - 1]):
            whole -= 1
        if whole == len(segments) and (self.journal.end is not None or self._has_whole_pieces()):
            return
        self.take_back(whole)

    def _has_whole_pieces(self) -> bool:
        """Tell whether pieces of the next segment are kept, and the last one is undamaged."""
        kept = self.journal.kept
        if not kept or not self._is_whole(self._kept(len(kept) - 1), kept[-1]):
            return False
        return State.read(self._kept_state(len(kept) - 1)) is not None

    def take_back(self, count: int) -> None:
        """Give up all but the first ``count`` segments, or fewer where a state is missing."""
        while count and State.read(self._state(count - 1)) is None:
            count -= 1
        if count < len(self.journal.segments) or self.journal.kept:
            left = self.journal.segments[:count]
            self._record(
                replace(self.journal, segments=left, kept=[], ahead=[], end=None, joined=None)
            )
            self._forget_kept()

    def state(self) -> State | None:
        """Return what the next frame needs; None at the beginning.

        Raises:
            SegmentDamagedError: it is not what was written.
        """
        count, pieces = len(self.journal.segments), len(self.journal.kept)
        if not count and not pieces:
            return None
        state = State.read(self.state_file(None))
        if state is None:
            raise SegmentDamagedError(count)
        return state

    def _record(self, journal: Journal) -> None:
        """Replace the journal; the new one counts only once it is on the disk."""
        journal.write(self.folder)
        self.journal = journal

    def _forget_states(self, newest: int) -> None:
        # A linear search would get slow in a film of days: each call can only age one.
        self._forget_state(newest - _KEPT_STATES)

    def _forget_state(self, number: int) -> None:
        old = self._state(number)
        if (_size_of(old) or 0) > _SMALL_STATE_BYTES:
            old.unlink(missing_ok=True)

    def _forget_kept(self) -> None:
        """Remove the pieces of a segment that is finished now, or given up."""
        for path in self.folder.glob("??????.???.*"):
            path.unlink(missing_ok=True)

    def _is_whole(self, path: Path, segment: Segment) -> bool:
        try:
            return zlib.crc32(path.read_bytes()) == segment.crc32
        except FileNotFoundError:
            if not self.folder.is_dir():
                raise  # its disk has gone, and may come back
            return False

    def _segment(self, number: int) -> Path:
        return self.folder / f"{number:06}.segment"

    def _state(self, number: int) -> Path:
        return self.folder / f"{number:06}.state"

    def _kept(self, number: int) -> Path:
        return self.folder / f"{len(self.journal.segments):06}.{number:03}.kept"

    def _kept_state(self, number: int) -> Path:
        return self._kept(number).with_suffix(".state")

    def _clear(self) -> None:
        for path in self.folder.iterdir():
            if path.name != LOCK_NAME:
                delete(path)
        sync_folder(self.folder)


def _files_at(output: Path) -> list[Path]:
    """Return the files of an output, which may be a folder of pictures."""
    return sorted(output.iterdir()) if output.is_dir() else [output]


def _read(output: Path, folder: Path) -> Journal | None:
    """Return the journal of a folder; None where there is none yet.

    Raises:
        UnfinishedWorkError: it cannot be read.
    """
    try:
        return Journal.read(folder)
    except FileNotFoundError:
        return None
    except ValueError as exc:
        raise UnfinishedWorkError(output, WorkProblem.UNREADABLE, frames=0) from exc


def _fitting(output: Path, folder: Path, claim: Claim) -> Journal | None:
    """Return the journal of a folder, if something is finished in it.

    Raises:
        OSError: it cannot be read.
        UnfinishedWorkError: it cannot be read, or does not fit the claim.
    """
    journal = _read(output, folder)
    if journal is None or not journal.is_begun:
        return None
    journal.check(output, claim, Resume.AUTO)
    return journal


def _described(content: bytes, frames: int, passes: float) -> Segment:
    return Segment(frames=frames, size_bytes=len(content), crc32=zlib.crc32(content), passes=passes)


def pack(pictures: Sequence[EncodedPicture]) -> bytes:
    """Return the content of a file of pictures."""
    arrays: dict[str, NDArray[Any]] = {
        "data": np.frombuffer(b"".join(picture.data for picture in pictures), np.uint8),
        "sizes": np.array([len(picture.data) for picture in pictures], np.int64),
        "pts": np.array([picture.pts for picture in pictures], np.int64),
        "durations": np.array([picture.duration for picture in pictures], np.int64),
        "keys": np.array([picture.is_key for picture in pictures], np.uint8),
    }
    return safetensors.numpy.save(arrays)


def unpack(content: bytes) -> Iterator[EncodedPicture]:
    """Yield the pictures in the content of a file.

    Raises:
        SafetensorError: it is no such file.
        LookupError: the same.
        ValueError: the same.
    """
    arrays = safetensors.numpy.load(content)
    data, start = arrays["data"], 0
    rows: Iterable[Sequence[int]] = zip(
        *(arrays[name].tolist() for name in ("sizes", "pts", "durations", "keys")), strict=True
    )
    for size, pts, duration, key in rows:
        yield EncodedPicture(data[start : start + size].tobytes(), pts, duration, bool(key))
        start += size


def _identity_of(folder: Path) -> tuple[int, int] | None:
    with contextlib.suppress(OSError):
        status = folder.stat()
        return status.st_dev, status.st_ino
    return None


def _size_of(path: Path) -> int | None:
    with contextlib.suppress(FileNotFoundError):
        return path.stat().st_size
    return None
