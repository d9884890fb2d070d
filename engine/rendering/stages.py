"""Decode, restore and encode side by side, each on its own thread, one segment after the other."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import dataclass
from itertools import chain

import numpy as np

from engine.jobs.errors import Cancelled
from engine.jobs.events import WarningKind
from engine.rendering.channel import Channel
from engine.rendering.footage import Footage, PlacedFrame
from engine.rendering.progress import Progress
from engine.rendering.segments import KeptPieces, OpenSegment, SegmentPolicy, SegmentTimer, is_intra
from engine.restoring.known_before import with_finishing
from engine.restoring.plans import Plan
from engine.restoring.restorer import Restoration, RestoredFrame, pack_state
from engine.restoring.shot_stream import Carried
from engine.restoring.shots import ShotFrame, mark_shots
from engine.resuming.journal import SourceEnd
from engine.resuming.state import State
from engine.video.frame import Frame
from engine.video.writing.encoder import EncodedPicture, Encoding, PictureEncoder

_QUEUE_BYTES = 256 << 20
"""Most that may wait between two stages."""
_LEAST_QUEUED = 2
_STEP_SECONDS = 0.2
"""So often ``on_step`` is called while a stage has to wait."""

FinishSegment = Callable[[list[EncodedPicture], float, State | SourceEnd], None]
KeepPiece = Callable[[list[EncodedPicture], float, State], None]


@dataclass(frozen=True)
class _ResumePoint:
    """A point between two frames from which an interrupted render can go on."""

    passes: float
    """Cleaning passes since the segment began, summed over its frames."""
    after: State | SourceEnd
    """What the next frame needs, or that there is none."""
    is_segment_end: bool
    keeps_next: bool = False
    """Whether pieces of the next segment are kept before it is full."""


class Stages:
    """The three stages of a render, run once, from a frame of the film to its end.

    Args:
        footage: the frames of the film.
        restoration: None: frames are encoded as they are.
        new_encoder: makes the encoder of a segment, on the encoding thread.
        finish: makes a segment count as finished, on the encoding thread.
        keep: makes a piece of a segment count as restored, on the encoding thread.
        on_change: told when the work goes on in another way than it began, and why.
        policy: how long segments are, and when pieces of one are kept.
        encoding: of the output.
        frame_bytes: size of a frame of the source.
    """

    def __init__(
        self,
        footage: Footage,
        restoration: Restoration | None,
        *,
        new_encoder: Callable[[], PictureEncoder],
        finish: FinishSegment,
        keep: KeepPiece,
        on_change: Callable[[WarningKind], None],
        policy: SegmentPolicy,
        encoding: Encoding,
        frame_bytes: int,
    ) -> None:
        self._footage, self._restoration = footage, restoration
        self._new_encoder, self._finish, self._keep = new_encoder, finish, keep
        self._on_change = on_change
        self._policy = policy
        self._is_intra = is_intra(encoding.codec)
        self._frames_per_segment = policy.frames_per_segment(
            encoding.codec, encoding.width, encoding.height, is_plain=restoration is None
        )
        enlarged_bytes = frame_bytes * (restoration.model.scale**2 if restoration else 1)
        self._decoded: Channel[ShotFrame[PlacedFrame]] = Channel(self._limit(frame_bytes))
        self._restored: Channel[Frame | _ResumePoint] = Channel(self._limit(enlarged_bytes))
        self._encode_error: BaseException | None = None
        self._is_given_up = False

    def run(
        self,
        state: State | None,
        kept: KeptPieces,
        progress: Progress,
        on_step: Callable[[], None],
    ) -> None:
        """Work to the end of the film.

        Args:
            state: where to go on; None: at the beginning.
            kept: pieces of the first segment.
            progress: counts the frames.
            on_step: called often, also while a stage waits; what it raises ends the work.
        """
        # They always end before this returns; should one hang, the program can still be closed.
        stages = [
            threading.Thread(target=self._decode, args=(state,), daemon=True),
            threading.Thread(target=self._encode, args=(kept,), daemon=True),
        ]
        for stage in stages:
            stage.start()
        try:
            self._restore_segments(state, kept, progress, on_step)
            self._restored.close()
            _wait_for(stages, on_step)
        except BaseException as exc:
            self._is_given_up = True
            if isinstance(exc, Cancelled):
                # Nobody waits for the encoder where what it still makes cannot be kept.
                self._restored.drop_after(lambda item: isinstance(item, _ResumePoint))
            self._restored.close(exc)
            # A dead encoder shows here as a channel that nobody reads.
            if not isinstance(exc, Cancelled) or self._encode_error is None:
                raise
        finally:
            self._decoded.abandon()
            for stage in stages:
                stage.join()
        if self._encode_error is not None:
            raise self._encode_error

    def check(self) -> None:
        """Let the encoding thread ask, while it waits for a disk, whether the render goes on.

        Raises:
            Cancelled: the other stages have ended.
        """
        if self._is_given_up:
            raise Cancelled

    def _decode(self, state: State | None) -> None:
        """First stage: decode frames, and mark where shots begin."""
        try:
            past = () if state is None else tuple(state.arrays["past"])
            with closing(self._footage.frames(state.place if state else None)) as frames:
                marked = mark_shots(frames, lambda frame: frame.data, past)
                for frame in with_finishing(marked) if self._restoration else marked:
                    self._decoded.put(frame)
            self._decoded.close()
        except BaseException as exc:  # raised again where the channel is read
            self._decoded.close(exc)

    def _restore_segments(
        self, state: State | None, kept: KeptPieces, progress: Progress, on_step: Callable[[], None]
    ) -> None:
        """Second stage, on the calling thread: restore, and choose where the render can go on."""
        count, passes = kept.frames, kept.passes
        timer = SegmentTimer(self._policy, is_slow=self._may_be_slow)
        plan = self._restoration.plan if self._restoration else None
        precision = self._restoration.precision if self._restoration else None
        for done in self._restore(state, on_step):
            if done.plan != plan:
                plan = done.plan
                self._on_change(WarningKind.MEMORY_SHORT)
            if done.precision != precision:
                precision = done.precision
                self._on_change(WarningKind.NUMBERS_WIDENED)
            self._hand_on(done.frame, on_step)
            progress.count(done)
            count, passes = count + 1, passes + done.passes
            timer.count()
            is_cut = done.carried is not None and done.carried.next_item.starts_shot
            is_full = self._policy.is_full(count, self._frames_per_segment, is_cut=is_cut)
            if done.carried is None or not (is_full or timer.is_time_to_keep):
                continue
            after, is_end = _state_after(done.carried, plan), is_full or self._is_intra
            if is_end and self._may_be_slow:
                timer.segment_finished(self._frames_per_segment)
            else:
                timer.piece_kept()
            keeps_next = timer.is_slow and not self._is_intra
            self._hand_on(_ResumePoint(passes, after, is_end, keeps_next), on_step)
            if is_end:
                count, passes = 0, 0.0
        end = SourceEnd(
            damaged_count=self._footage.damaged_count,
            is_size_changed=self._footage.is_size_changed,
        )
        self._hand_on(_ResumePoint(passes, end, is_segment_end=True), on_step)

    @property
    def _may_be_slow(self) -> bool:
        return self._restoration is not None

    def _restore(self, state: State | None, on_step: Callable[[], None]) -> Iterator[RestoredFrame]:
        frames = iter(self._decoded)
        if self._restoration is None:
            yield from _unrestored(frames, on_step)
            return
        first = next(frames, None)
        if first is None:
            return
        carried = self._restoration.unpack_state(state.arrays, first) if state else None
        yield from self._restoration.run(chain([first], frames), on_step, carried)

    def _hand_on(self, item: Frame | _ResumePoint, on_step: Callable[[], None]) -> None:
        while not self._restored.put(item, timeout_seconds=_STEP_SECONDS):
            on_step()

    def _encode(self, kept: KeptPieces) -> None:
        """Third stage: scale and encode frames, keep pieces and finished segments."""
        try:
            is_kept = self._may_be_slow and not self._is_intra
            segment = OpenSegment(self._new_encoder, is_kept=is_kept)
            if kept.frames:
                segment.add_copies(kept.copies)
            for item in self._restored:
                if not isinstance(item, _ResumePoint):
                    segment.add(item)
                elif item.is_segment_end:
                    self._finish(segment.finish(), item.passes, item.after)
                    segment = OpenSegment(self._new_encoder, is_kept=item.keeps_next)
                elif segment.copies is not None and isinstance(item.after, State):
                    self._keep(segment.copies.take(), item.passes, item.after)
        except BaseException as exc:  # raised again by run()
            self._encode_error = exc
            self._restored.abandon()

    def _limit(self, frame_bytes: int) -> int:
        """Return how many frames may wait between two stages."""
        fitting = _QUEUE_BYTES // max(1, frame_bytes)
        return max(_LEAST_QUEUED, min(self._policy.most_queued_frames, fitting))


def _wait_for(stages: list[threading.Thread], on_step: Callable[[], None]) -> None:
    for stage in stages:
        while stage.is_alive():
            stage.join(_STEP_SECONDS)
            on_step()


def _unrestored(
    frames: Iterator[ShotFrame[PlacedFrame]], on_step: Callable[[], None]
) -> Iterator[RestoredFrame]:
    """Yield the frames as they are; the render can go on after each of them."""
    held: ShotFrame[PlacedFrame] | None = None
    for marked in frames:
        on_step()
        if held is not None:
            yield RestoredFrame(held.item, held.item, 0.0, carried=Carried(marked))
        held = marked
    if held is not None:
        yield RestoredFrame(held.item, held.item, passes=0.0)


def _state_after(carried: Carried[ShotFrame[Frame]], plan: Plan | None) -> State:
    """Return everything that the frames after a window depend on."""
    following = carried.next_item
    assert isinstance(following.item, PlacedFrame)  # the footage gives no others
    past = np.stack(following.past) if following.past else np.empty((0, 1, 1), np.float32)
    arrays = pack_state(carried) | {"past": past}
    return State(place=following.item.place, arrays=arrays, plan=plan)
