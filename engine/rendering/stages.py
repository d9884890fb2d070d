"""Decode, restore and encode side by side, each on its own thread, one segment after the other."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import closing
from dataclasses import dataclass
from itertools import chain, pairwise

import numpy as np

from engine.jobs.errors import Cancelled
from engine.jobs.events import Event, Progressed
from engine.jobs.options import Codec
from engine.rendering.channel import Channel
from engine.rendering.footage import Footage, PlacedFrame
from engine.restoring.plans import Plan
from engine.restoring.restorer import Restoration, RestoredFrame, pack_state
from engine.restoring.shot_stream import Carried
from engine.restoring.shots import ShotFrame, mark_shots
from engine.resuming.journal import SourceEnd
from engine.resuming.state import State
from engine.video.frame import Frame
from engine.video.writing.encoder import EncodedPicture, PictureEncoder
from engine.video.writing.lossless import LosslessCopies, can_copy, pictures_of

_QUEUE_BYTES = 256 << 20
"""What may wait between two stages."""
_LEAST_QUEUED = 2
_MOST_QUEUED = 16
_EVENT_SECONDS = 0.2
_RATE_FRAMES = 96
"""Frames over which the rate is measured, about; whole windows of every length."""
_LEAST_RATE_FRAMES = 8
"""Fewer say nothing where nothing was expected."""
_PAUSE_SECONDS = 60.0
_PAUSE_RATIO = 8
"""A frame that took so much longer than any before it, and so long, did not take it for work."""

_SEGMENT_FRAMES = 240
"""As long as x264 and x265 let key frames be apart, so that segments cost no room."""
_PLAIN_SEGMENT_FRAMES = 960
"""Where nothing is restored work is cheap, and starting an encoder shows."""
_INTRA_SEGMENT_BYTES = 200 << 20
_LEAST_SEGMENT_FRAMES = 8
_SLOW_SEGMENT_SECONDS = 20.0
"""Where segments take longer, what is restored of one is kept before it is full."""
_KEEP_SECONDS = 10.0
"""As often as that, or with every window where those take longer."""

OnEvent = Callable[[Event], None]
Finish = Callable[[list[EncodedPicture], float, State | SourceEnd], None]
Keep = Callable[[list[EncodedPicture], float, State], None]


def segment_frames(codec: Codec, width: int, height: int, *, is_plain: bool) -> int:
    """After how many frames a segment is full: it ends with the first window that reaches this.

    A matter of the film only, not of the speed of the computer: an undisturbed render has to cut
    where one that was interrupted does. Not so where `is_intra`: it may end before.
    """
    if is_intra(codec):
        # Every frame is a key frame, so short ones cost nothing; each is held in memory.
        fitting = _INTRA_SEGMENT_BYTES // (3 * width * height)
        return max(_LEAST_SEGMENT_FRAMES, min(fitting, _SEGMENT_FRAMES))
    return _PLAIN_SEGMENT_FRAMES if is_plain else _SEGMENT_FRAMES


def is_intra(codec: Codec) -> bool:
    """Whether every picture stands for itself, so that it does not matter where a segment ends."""
    return codec in (Codec.FFV1, Codec.PRORES)


@dataclass(frozen=True)
class _Halt:
    """A place where the work can be taken up again."""

    passes: float
    """Since the segment began."""
    after: State | SourceEnd
    is_segment_end: bool
    keeps_next: bool = False
    """Whether the next segment is to be kept piece by piece."""


@dataclass(frozen=True)
class Begun:
    """Pieces of the segment that the work goes on in."""

    copies: Iterable[EncodedPicture]
    """Lossless, of all pictures of the segment so far."""
    frames: int
    passes: float


class Stages:
    """The three stages, from a place in the film to its end; to be run once.

    Args:
        footage: the frames of the film.
        restoration: None: frames are handed on as they are.
        new_encoder: makes the encoder of a segment, on the encoding thread.
        finish: makes a segment count as finished, on the encoding thread.
        keep: makes a piece of a segment count as restored, on the encoding thread.
        on_smaller_plan: told when memory ran short and the work goes on in smaller steps.
        frames_per_segment: see `segment_frames`.
        is_intra: a segment may end anywhere.
        frame_bytes: size of a frame of the source.
    """

    def __init__(
        self,
        footage: Footage,
        restoration: Restoration | None,
        *,
        new_encoder: Callable[[], PictureEncoder],
        finish: Finish,
        keep: Keep,
        on_smaller_plan: Callable[[], None],
        frames_per_segment: int,
        is_intra: bool,
        frame_bytes: int,
    ) -> None:
        self._footage, self._restoration = footage, restoration
        self._new_encoder, self._finish, self._keep = new_encoder, finish, keep
        self._on_smaller_plan = on_smaller_plan
        self._frames_per_segment, self._is_intra = frames_per_segment, is_intra
        enlarged = 16 if restoration else 1
        self._decoded: Channel[ShotFrame[PlacedFrame]] = Channel(_limit(frame_bytes))
        self._restored: Channel[Frame | _Halt] = Channel(_limit(enlarged * frame_bytes))
        self._encode_error: BaseException | None = None
        self._is_given_up = False

    def run(
        self,
        state: State | None,
        begun: Begun,
        progress: Progress,
        on_step: Callable[[], None],
    ) -> None:
        """Work to the end of the film.

        Args:
            state: where to go on; None: from the beginning.
            begun: what there is of the first segment.
            progress: is told about each frame.
            on_step: called often, also while nothing can be done; what it raises ends the work.
        """
        stages = [
            threading.Thread(target=self._decode, args=(state,)),
            threading.Thread(target=self._encode, args=(begun,)),
        ]
        for stage in stages:
            stage.start()
        try:
            self._restore_segments(state, begun, progress, on_step)
            self._restored.close()
            _wait_for(stages, on_step)
        except BaseException as exc:
            self._is_given_up = True
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
        """Look whether the work goes on at all, while the encoding thread waits for something.

        Raises:
            Cancelled: the other stages have ended.
        """
        if self._is_given_up:
            raise Cancelled

    def _decode(self, state: State | None) -> None:
        """First stage: pictures, and where the shots begin."""
        try:
            past = () if state is None else tuple(state.arrays["past"])
            with closing(self._footage.frames(state.place if state else None)) as frames:
                for frame in mark_shots(frames, lambda frame: frame.data, past):
                    self._decoded.put(frame)
            self._decoded.close()
        except BaseException as exc:  # raised again where the channel is read
            self._decoded.close(exc)

    def _restore_segments(
        self, state: State | None, begun: Begun, progress: Progress, on_step: Callable[[], None]
    ) -> None:
        """Second stage, on the calling thread."""
        count, passes, pace = begun.frames, begun.passes, _Pace(is_slow=self._may_be_slow)
        plan = self._restoration.plan if self._restoration else None
        for done in self._restore(state, on_step):
            if done.plan != plan:
                plan = done.plan
                self._on_smaller_plan()
            self._hand_on(done.frame, on_step)
            progress.count(done)
            count, passes = count + 1, passes + done.passes
            pace.count()
            is_full = count >= self._frames_per_segment
            if done.carried is None or not (is_full or pace.is_time_to_keep):
                continue
            after, is_end = _state_after(done.carried, plan), is_full or self._is_intra
            pace.halt(self._frames_per_segment if is_end and self._may_be_slow else None)
            keeps_next = pace.is_slow and not self._is_intra
            self._hand_on(_Halt(passes, after, is_end, keeps_next), on_step)
            if is_end:
                count, passes = 0, 0.0
        end = SourceEnd(
            damaged_count=self._footage.damaged_count,
            is_size_changed=self._footage.is_size_changed,
        )
        self._hand_on(_Halt(passes, end, is_segment_end=True), on_step)

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

    def _hand_on(self, item: Frame | _Halt, on_step: Callable[[], None]) -> None:
        while not self._restored.put(item, timeout_seconds=_EVENT_SECONDS):
            on_step()

    def _encode(self, begun: Begun) -> None:
        """Third stage: scaling, encoding, and keeping what is finished."""
        try:
            is_kept = self._may_be_slow and not self._is_intra
            segment = _OpenSegment(self._new_encoder, is_kept=is_kept)
            if begun.frames:
                segment.take_up(begun.copies)
            for item in self._restored:
                if not isinstance(item, _Halt):
                    segment.add(item)
                elif item.is_segment_end:
                    self._finish(segment.finish(), item.passes, item.after)
                    segment = _OpenSegment(self._new_encoder, is_kept=item.keeps_next)
                elif segment.copies is not None and isinstance(item.after, State):
                    self._keep(segment.copies.take(), item.passes, item.after)
        except BaseException as exc:  # raised again by run()
            self._encode_error = exc
            self._restored.abandon()


class _OpenSegment:
    """A segment that is being encoded."""

    def __init__(self, new_encoder: Callable[[], PictureEncoder], *, is_kept: bool) -> None:
        self._new_encoder, self._is_kept = new_encoder, is_kept
        self._encoder: PictureEncoder | None = None
        self._pictures: list[EncodedPicture] = []
        self.copies: LosslessCopies | None = None
        """Of the pictures since they were kept last; None where they are not."""

    def take_up(self, copies: Iterable[EncodedPicture]) -> None:
        """Begin with pictures that were kept."""
        encoder = self._open()
        kept = pictures_of(copies, encoder.pixel_format, encoder.size, encoder.time_base)
        for picture in kept:
            self._pictures += encoder.encode_picture(picture)

    def add(self, frame: Frame) -> None:
        encoder = self._open()
        picture = encoder.prepare(frame)
        if self.copies is not None:
            self.copies.add(picture)
        self._pictures += encoder.encode_picture(picture)

    def finish(self) -> list[EncodedPicture]:
        """All its pictures."""
        return self._pictures + (self._encoder.finish() if self._encoder else [])

    def _open(self) -> PictureEncoder:
        """The encoder; not before there is something to encode."""
        if self._encoder is None:
            self._encoder = self._new_encoder()
            if self._is_kept and can_copy(self._encoder.pixel_format):
                self.copies = LosslessCopies()
        return self._encoder


class _Pace:
    """How long the segments of this computer take, and when it is time to keep a piece."""

    def __init__(self, *, is_slow: bool) -> None:
        self.is_slow = is_slow
        """Whether segments take so long that they are kept in pieces."""
        self._begun = self._halted = time.monotonic()
        self._frames = 0

    def count(self) -> None:
        """One more frame is restored."""
        self._frames += 1

    @property
    def is_time_to_keep(self) -> bool:
        return self.is_slow and time.monotonic() - self._halted >= _KEEP_SECONDS

    def halt(self, next_segment_frames: int | None) -> None:
        """The work can be taken up here; None: in the same segment, or in one that is not slow."""
        self._halted = time.monotonic()
        if next_segment_frames is not None:
            each = (self._halted - self._begun) / self._frames
            self.is_slow = next_segment_frames * each > _SLOW_SEGMENT_SECONDS
            self._begun, self._frames = self._halted, 0


def _wait_for(stages: list[threading.Thread], on_step: Callable[[], None]) -> None:
    for stage in stages:
        while stage.is_alive():
            stage.join(_EVENT_SECONDS)
            on_step()


def _unrestored(
    frames: Iterator[ShotFrame[PlacedFrame]], on_step: Callable[[], None]
) -> Iterator[RestoredFrame]:
    """The frames as they are; behind each of them the work can be taken up again."""
    held: ShotFrame[PlacedFrame] | None = None
    for marked in frames:
        on_step()
        if held is not None:
            yield RestoredFrame(held.item, held.item, 0.0, carried=Carried(marked))
        held = marked
    if held is not None:
        yield RestoredFrame(held.item, held.item, passes=0.0)


def _state_after(carried: Carried[ShotFrame[Frame]], plan: Plan | None) -> State:
    following = carried.next_item
    assert isinstance(following.item, PlacedFrame)  # the footage gives no others
    past = np.stack(following.past) if following.past else np.empty((0, 1, 1), np.float32)
    arrays = pack_state(carried) | {"past": past}
    return State(place=following.item.place, arrays=arrays, plan=plan)


def _limit(frame_bytes: int) -> int:
    return max(_LEAST_QUEUED, min(_MOST_QUEUED, _QUEUE_BYTES // max(1, frame_bytes)))


class Progress:
    """Counts frames and says now and then how far the render is.

    The frames of a window come out in a burst, after all the work that went before; so the rate is
    taken over whole windows.

    Args:
        frames_total: None where it is not known.
        on_event: told now and then.
        expected_seconds: for a frame, as measured before; counts less with every frame.
        window_frames: frames that come out together.
    """

    def __init__(
        self,
        frames_total: int | None,
        on_event: OnEvent,
        expected_seconds: float | None = None,
        *,
        window_frames: int = 1,
    ) -> None:
        self._total, self._on_event = frames_total, on_event
        self._expected, self._window = expected_seconds, window_frames
        self._kept = max(1, round(_RATE_FRAMES / window_frames)) * window_frames
        self._times = [time.monotonic()]
        self._last_event = 0.0
        self._passes = 0.0
        self._cleanings = self._counted = 0
        self.frames = 0

    @property
    def mean_passes(self) -> float:
        """Cleaning passes per frame so far."""
        return self._passes / max(1, self.frames)

    @property
    def mean_cleanings(self) -> float:
        """How often a frame was cleaned, in this run."""
        return self._cleanings / max(1, self._counted)

    @property
    def steady_seconds_per_frame(self) -> float | None:
        """Over the last frames; None where they are too few to tell."""
        span, seconds = self._measured()
        return seconds / span if span >= self._kept else None

    def start_at(self, frames: int, passes: float) -> None:
        """So many frames are finished, with so many passes; the clock starts now."""
        self.frames, self._passes = frames, passes
        self._times = [time.monotonic()]

    def count(self, done: RestoredFrame) -> None:
        """One more frame is done."""
        self.frames += 1
        self._counted += 1
        if self._total is not None and self.frames > self._total:
            self._total = None  # it was an estimate, and a wrong one
        self._passes += done.passes
        self._cleanings += done.cleanings
        now = time.monotonic()
        self._leave_out_pause(now)
        self._times.append(now)
        del self._times[: -self._kept - 1]
        if now - self._last_event >= _EVENT_SECONDS or self.frames == self._total:
            self._last_event = now
            self._report()

    def _leave_out_pause(self, now: float) -> None:
        """Take out of the rate that the computer slept, or the render waited for a disk."""
        taken = [after - before for before, after in pairwise(self._times)]
        longest, pause = max(taken, default=0.0), now - self._times[-1]
        if len(taken) >= _LEAST_RATE_FRAMES and pause > max(_PAUSE_SECONDS, _PAUSE_RATIO * longest):
            self._times = [moment + pause - longest for moment in self._times]

    def _measured(self) -> tuple[int, float]:
        """Frames of whole windows, and what they took."""
        count = len(self._times) - 1
        # The first frame waited for its window and for the lookahead: that says nothing.
        count -= count == self._counted > 0
        span = count - count % self._window
        return span, self._times[-1] - self._times[-1 - span]

    def _seconds_per_frame(self) -> float | None:
        """Of what is to come: what was expected, until enough is known."""
        span, seconds = self._measured()
        if self._expected is None:
            return seconds / span if span >= _LEAST_RATE_FRAMES else None
        believed = max(0, self._kept - span)
        return (seconds + believed * self._expected) / (span + believed)

    def _report(self) -> None:
        each, left = self._seconds_per_frame(), None
        if self._total is not None:
            frames_left = max(0, self._total - self.frames)
            left = 0.0 if not frames_left else None if each is None else frames_left * each
        taken = max(self._times[-1] - self._times[0], 1e-6)
        self._on_event(
            Progressed(
                frames_done=self.frames,
                frames_total=self._total,
                frames_per_second=(len(self._times) - 1) / taken,
                seconds_left=left,
                mean_passes=self.mean_passes,
            )
        )
