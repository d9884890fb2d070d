"""Segments of a render: how long they are, encoding one, and when a piece of one is kept."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from engine.jobs.choices import PICTURE_FILES, Codec
from engine.video.frame import Frame
from engine.video.writing.encoder import EncodedPicture, PictureEncoder
from engine.video.writing.lossless import LosslessCopies, can_copy, pictures_of


def is_intra(codec: Codec) -> bool:
    """Tell whether every picture stands for itself, so that a segment may end anywhere."""
    return codec in (Codec.FFV1, Codec.PRORES) or codec in PICTURE_FILES


@dataclass(frozen=True, kw_only=True)
class SegmentPolicy:
    """How long segments are, and how often a render keeps pieces, reports and tries again."""

    frames: int = 240
    """As long as x264 and x265 let key frames be apart, so that segments cost no room."""
    plain_frames: int = 960
    """The same where nothing is restored: work is cheap there, and starting an encoder shows."""
    intra_bytes: int = 200 << 20
    """Segments of codecs with key frames only are as short as this; each is held in memory."""
    least_frames: int = 8
    frames_before_cut: int = 48
    """A segment ends at a cut after so many frames: encoders begin a shot with a key frame anyway,
    and a segment that begins with a shot needs nothing of the one before, so that several
    computers can restore them at once."""
    slow_seconds: float = 20.0
    """Where segments take longer, pieces are kept of one that is not full yet."""
    keep_seconds: float = 10.0
    """Time between two pieces; windows that take longer are kept each."""
    most_queued_frames: int = 16
    """What may wait between two stages, where the frames are small."""
    report_seconds: float = 0.2
    """Least time between two reports of the progress."""
    retry_seconds: float = 1.0
    """Time between two attempts while a source or a disk is away."""

    def frames_per_segment(self, codec: Codec, width: int, height: int, *, is_plain: bool) -> int:
        """Return after how many frames a segment is full; it ends with the window that reaches it.

        This depends on the film only, not on the speed of the computer: an undisturbed render has
        to cut where one that was interrupted does. Segments of codecs with key frames only
        (`is_intra`) cost nothing, and may end before.

        Args:
            codec: of the output.
            width: of the output, in pixels.
            height: of the output, in pixels.
            is_plain: nothing is restored.
        """
        if is_intra(codec):
            fitting = self.intra_bytes // (3 * width * height)
            return max(self.least_frames, min(fitting, self.frames))
        return self.plain_frames if is_plain else self.frames

    def is_full(self, count: int, limit: int, *, is_cut: bool) -> bool:
        """Tell whether a segment ends after a window.

        Args:
            count: frames in the segment.
            limit: `frames_per_segment`.
            is_cut: the next frame begins a shot.
        """
        return count >= (min(limit, self.frames_before_cut) if is_cut else limit)


@dataclass(frozen=True)
class KeptPieces:
    """What an interrupted render has kept of the segment that it goes on with."""

    copies: Iterable[EncodedPicture]
    """Lossless, of all pictures of the segment so far."""
    frames: int
    passes: float
    """Cleaning passes, summed over the frames."""


class OpenSegment:
    """A segment that is being encoded.

    Args:
        new_encoder: makes its encoder, when there is something to encode.
        is_kept: make lossless copies of its pictures, where their format allows that.
    """

    def __init__(self, new_encoder: Callable[[], PictureEncoder], *, is_kept: bool) -> None:
        self._new_encoder, self._is_kept = new_encoder, is_kept
        self._encoder: PictureEncoder | None = None
        self._pictures: list[EncodedPicture] = []
        self.copies: LosslessCopies | None = None
        """Of the pictures since the last piece was kept; None where none are made."""

    def add_copies(self, copies: Iterable[EncodedPicture]) -> None:
        """Encode the first pictures again from their lossless copies."""
        encoder = self._open()
        kept = pictures_of(copies, encoder.pixel_format, encoder.size, encoder.time_base)
        for picture in kept:
            self._pictures += encoder.encode_picture(picture)

    def add(self, frame: Frame) -> None:
        """Encode a restored frame."""
        encoder = self._open()
        picture = encoder.prepare(frame)
        if self.copies is not None:
            self.copies.add(picture)
        self._pictures += encoder.encode_picture(picture)

    def finish(self) -> list[EncodedPicture]:
        """Return all encoded pictures; none can be added any more."""
        return self._pictures + (self._encoder.finish() if self._encoder else [])

    def _open(self) -> PictureEncoder:
        if self._encoder is None:
            self._encoder = self._new_encoder()
            if self._is_kept and can_copy(self._encoder.pixel_format):
                self.copies = LosslessCopies()
        return self._encoder


class SegmentTimer:
    """Measures how long segments take on this computer, and tells when to keep a piece of one.

    Args:
        policy: how long they may take, and how often pieces are kept.
        is_slow: whether pieces are kept before the first segment is full.
    """

    def __init__(self, policy: SegmentPolicy, *, is_slow: bool) -> None:
        self._policy = policy
        self.is_slow = is_slow
        """Whether segments take so long that they are kept in pieces."""
        self._segment_began = self._last_kept = time.monotonic()
        self._frames = 0

    def count(self) -> None:
        """Count a restored frame."""
        self._frames += 1

    @property
    def is_time_to_keep(self) -> bool:
        """Whether a piece is due."""
        return self.is_slow and time.monotonic() - self._last_kept >= self._policy.keep_seconds

    def piece_kept(self) -> None:
        """Restart the time to the next piece."""
        self._last_kept = time.monotonic()

    def segment_finished(self, next_segment_frames: int) -> None:
        """Judge by the finished segment whether the next one will be slow."""
        self.piece_kept()
        each = (self._last_kept - self._segment_began) / self._frames
        self.is_slow = next_segment_frames * each > self._policy.slow_seconds
        self._segment_began, self._frames = self._last_kept, 0
