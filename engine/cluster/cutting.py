"""A film is cut into the segments that a render on one computer makes, before they are restored.

A segment that begins with a shot needs nothing of the one before. One that begins in the middle of
a shot needs the state after the one before; so those follow on each other, and the stretches
between cuts can be restored at the same time.
"""

from __future__ import annotations

import shutil
import threading
from collections import deque
from collections.abc import Callable, Iterable
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from engine.cluster.frame_file import Record
from engine.rendering.footage import Footage, PlacedFrame
from engine.rendering.segments import SegmentPolicy
from engine.restoring.shots import ShotFrame, mark_shots
from engine.restoring.streaming import WindowEnds
from engine.resuming.journal import SourceEnd
from engine.resuming.state import Place, State
from engine.video.frame_copies import FrameCopies

_POLL_SECONDS = 0.1


class SegmentEnds:
    """Finds where segments end from the marks of the frames alone, as a render would.

    Args:
        windows: where windows end in a shot.
        policy: how long segments are.
        limit: frames in a full one.
        count: frames that the segment has before the first frame.
    """

    def __init__(
        self, windows: WindowEnds, policy: SegmentPolicy, limit: int, count: int = 0
    ) -> None:
        self._windows, self._policy, self._limit = windows, policy, limit
        self._count, self._in_shot = count, 0
        self._is_first = True

    def end_before(self, starts_shot: bool) -> int | None:
        """Take the mark of the next frame; tell whether a segment ended before it.

        Returns:
            How many frames lie between that end and this frame; None where none ended.
        """
        ended, is_first = None, self._is_first
        self._is_first = False
        if starts_shot and not is_first:
            if self._policy.is_full(self._count, self._limit, is_cut=True):
                ended = 0
            self._in_shot = 0
        elif not is_first:
            late = self._windows.least_after
            is_end = self._in_shot > late and (self._in_shot - late) % self._windows.frames == 0
            if is_end and self._policy.is_full(self._count - late, self._limit, is_cut=False):
                ended = late
        if ended is not None:
            self._count = ended
        self._count += 1
        self._in_shot += 1
        return ended


@dataclass
class Piece:
    """A segment of the film that is to be restored."""

    number: int
    """Its place among the segments of the film."""
    first: int
    """Number of its first frame in the range of the job; of those that are not restored yet."""
    starts_shot: bool
    """It needs no state of the segment before."""
    path: Path
    """The file of its frames, and of some that follow."""
    kept_frames: int = 0
    """Frames that were restored before this run, with which it begins."""
    times: list[int] = field(default_factory=list)
    """PTS of its frames in the source, without those kept."""
    after: tuple[Place, NDArray[np.float32]] | None = None
    """Of the next frame: its place, and what `mark_shots` has to know; None at the end."""
    next_starts_shot: bool = True
    end: SourceEnd | None = None

    @property
    def frames(self) -> int:
        """Frames that are to be restored."""
        return len(self.times)

    @property
    def size_bytes(self) -> int:
        """What it takes on the disk."""
        return self.path.stat().st_size if self.path.exists() else 0


class Cutter:
    """Reads a film on a thread of its own, and writes the frames of each segment into a file.

    Args:
        footage: the frames of the film.
        ends: where segments end.
        frames_behind: how many frames after a segment are written as well.
        folder: for the files.
        most_bytes: the files may take so much on the disk, as long as there is something to do.
        on_piece: told of each segment, on that thread.
        on_end: told that there are no more, or what went wrong, on that thread.
    """

    def __init__(
        self,
        footage: Footage,
        ends: SegmentEnds,
        frames_behind: int,
        folder: Path,
        *,
        bits: int,
        most_bytes: int,
        on_piece: Callable[[Piece], None],
        on_end: Callable[[BaseException | None], None],
    ) -> None:
        self._footage, self._ends, self._behind = footage, ends, frames_behind
        self._folder, self._most_bytes = folder, most_bytes
        self._on_piece, self._on_end = on_piece, on_end
        self._copies = FrameCopies(footage.width, footage.height, bits)
        self._thread: threading.Thread | None = None
        self._stopped = threading.Event()
        self._room = threading.Condition()
        self._waiting_bytes = 0
        self.has_ended = False

    def start(self, state: State | None, number: int, kept_frames: int) -> None:
        """Begin to read.

        Args:
            state: where the film goes on; None: at its beginning.
            number: of the first segment.
            kept_frames: frames that it has already.
        """
        self._thread = threading.Thread(
            target=self._run, args=(state, number, kept_frames), name="cutting", daemon=True
        )
        self._thread.start()

    def stop(self) -> None:
        """Stop reading, and wait until the thread has ended."""
        self._stopped.set()
        if self._thread is not None:
            self._thread.join()

    def forget(self, piece: Piece) -> None:
        """Remove the file of a segment that is finished."""
        size = piece.size_bytes
        piece.path.unlink(missing_ok=True)
        with self._room:
            self._waiting_bytes -= size
            self._room.notify_all()

    def _run(self, state: State | None, number: int, kept_frames: int) -> None:
        try:
            past = () if state is None else tuple(state.arrays["past"])
            with closing(self._footage.frames(state.place if state else None)) as frames:
                marked = mark_shots(frames, lambda frame: frame.data, past)
                self._cut(marked, number, kept_frames)
            self.has_ended = True
            self._on_end(None)
        except _StoppedError:
            pass
        except BaseException as exc:  # raised again on the thread of the render
            self._on_end(exc)

    def _cut(
        self,
        marked: Iterable[ShotFrame[PlacedFrame]],
        number: int,
        kept_frames: int,
    ) -> None:
        current: _Draft | None = None
        ended: list[_Draft] = []
        recent: deque[tuple[Record, ShotFrame[PlacedFrame]]] = deque(maxlen=self._behind + 1)
        for frame in marked:
            if self._stopped.is_set():
                raise _StoppedError
            record = Record.of(frame, self._copies)
            recent.append((record, frame))
            late = self._ends.end_before(frame.starts_shot)
            if current is None:
                current = self._draft(number, frame, kept_frames)
                number += 1
            current.append(record)
            for draft in ended:
                draft.append(record)
            if late is not None:
                since = [*recent][-1 - late :]
                following = since[0][1]
                current.end_before(following, len(since))
                ended.append(current)
                current = self._draft(number, following)
                number += 1
                for one, _ in since:
                    current.append(one)
            done = [one for one in ended if one.behind >= self._behind or one.is_cut_behind]
            for draft in done:
                ended.remove(draft)
                self._hand_on(draft)
            if not ended:
                self._wait_for_room()
        end = SourceEnd(
            damaged_count=self._footage.damaged_count,
            is_size_changed=self._footage.is_size_changed,
        )
        for draft in ended:
            self._hand_on(draft)
        if current is not None:
            current.piece.end = end
            self._hand_on(current)

    def _draft(self, number: int, frame: ShotFrame[PlacedFrame], kept_frames: int = 0) -> _Draft:
        path, first = self._folder / f"{number:06}.frames", frame.item.place.frame
        return _Draft(Piece(number, first, frame.starts_shot, path, kept_frames))

    def _hand_on(self, draft: _Draft) -> None:
        draft.close()
        with self._room:
            self._waiting_bytes += draft.piece.size_bytes
        self._on_piece(draft.piece)

    def _wait_for_room(self) -> None:
        with self._room:
            while self._waiting_bytes > self._most_bytes:
                if self._stopped.is_set():
                    raise _StoppedError
                self._room.wait(_POLL_SECONDS)


class _StoppedError(Exception):
    """The render has ended."""


class _Draft:
    """A segment whose frames are being written, with some that follow."""

    def __init__(self, piece: Piece) -> None:
        self.piece = piece
        self._file = piece.path.open("wb")
        self._is_ended = False
        self.behind = 0
        """Frames after the segment that are written."""
        self.is_cut_behind = False
        """A new shot begins after it, so that nothing further is needed."""

    def append(self, record: Record) -> None:
        """Write a frame, of the segment or after it."""
        self._file.write(record.to_bytes())
        if self._is_ended:
            self.behind += 1
            self.is_cut_behind = self.is_cut_behind or record.starts_shot
        else:
            self.piece.times.append(record.pts)

    def end_before(self, following: ShotFrame[PlacedFrame], behind: int) -> None:
        """End the segment before a frame that is written already, as the last but ``behind``."""
        self._is_ended = True
        self.behind = behind
        self.is_cut_behind = following.starts_shot
        del self.piece.times[len(self.piece.times) - behind :]
        past = np.stack(following.past) if following.past else np.empty((0, 1, 1), np.float32)
        self.piece.after = following.item.place, past
        self.piece.next_starts_shot = following.starts_shot

    def close(self) -> None:
        """Finish the file."""
        self._file.close()


def room_for_frames(folder: Path, wanted_bytes: int) -> int:
    """Return how much the frames may take in a folder: a quarter of what is free, at most."""
    return min(wanted_bytes, shutil.disk_usage(folder).free // 4)
