"""A trial before the work: which tracks and tags of a source its new container really takes.

The tables of `containers` say what a container is meant to hold. What libavformat refuses of one
particular file (a broken cover, a date before the calendar, a codec it has no way of writing)
shows when it is written, and must not show after a night's work.
"""

from __future__ import annotations

import io
from collections.abc import Mapping
from fractions import Fraction
from itertools import islice

import av

from engine.jobs.choices import Container
from engine.jobs.events import Warned
from engine.video.facts import SourceInfo
from engine.video.reading.decoder import open_source
from engine.video.sound_plan import SoundPlan
from engine.video.writing.containers import CHAPTERS, TIMECODE, TITLES, Part, Treatment, losses
from engine.video.writing.encoder import Encoding
from engine.video.writing.sound import SoundChangesError
from engine.video.writing.tracks import Tracks

FORMATS = {Container.MP4: "mp4", Container.MKV: "matroska", Container.MOV: "mov"}

_TRIED_SECONDS = Fraction(2)
_TRIED_PACKETS = 2000
# PyAV raises these for what libavformat refuses, and for values that no field of it holds.
REFUSALS = (av.FFmpegError, ValueError, OverflowError, RuntimeError, TypeError)


def muxer_options(container: Container) -> dict[str, str]:
    """Return libavformat's options for a file of this format."""
    if container is Container.MKV:
        # The priming packets of copied sound lie before zero; libavformat would move
        # everything by their length to hide that.
        return {"avoid_negative_ts": "disabled"}
    # Late starts are stored in this clock; the usual 1/1000 s would round them.
    return {"movie_timescale": "90000"}


class Fitting:
    """Finds out which parts of a source have to be converted, or left out.

    Attributes:
        lowered: these parts, and how they are to be treated; grows with each trial.
        warnings: what has to be said of the tracks that are written so.
    """

    def __init__(
        self,
        info: SourceInfo,
        encoding: Encoding,
        container: Container,
        *,
        start_seconds: float | None = None,
        end_seconds: float | None = None,
        sound: SoundPlan | None = None,
    ) -> None:
        """Prepare trials.

        Args:
            info: the source.
            encoding: of the picture, which is left out of the trials.
            container: of the output.
            start_seconds: range of the job, counted from the container's start.
            end_seconds: end of the range.
            sound: repairs of its sound.
        """
        self._sound = sound
        self._info, self._encoding, self._container = info, encoding, container
        self._range = start_seconds, end_seconds
        self.lowered: dict[Part, Treatment] = {}
        self.warnings: list[Warned] = []

    def try_beginning(self) -> bool:
        """Write the first seconds of all tracks to nowhere; tell whether something is lowered."""
        if self._container is Container.FOLDER:  # only sound is written, and can be decoded
            self.warnings = losses(self._info, self._container, self._encoding.codec)
            return False
        return self._try(is_whole=False)

    def try_whole(self) -> bool:
        """Do the same with the whole source, after a file could not be written."""
        if self._container is Container.FOLDER:
            return False
        return self._try(is_whole=True)

    def even(self, index: int) -> bool:
        """Have the sound of a stream converted that changes; tell whether it was not already."""
        if self.lowered.get(index, Treatment.KEPT) >= Treatment.EVENED:
            return False
        self.lowered[index] = Treatment.EVENED
        return True

    def _try(self, *, is_whole: bool) -> bool:
        before = dict(self.lowered)
        if not self._is_written(self.lowered, is_whole=is_whole):
            self._lower_parts(is_whole=is_whole)
        return self.lowered != before

    def _lower_parts(self, *, is_whole: bool) -> None:
        parts = self._parts()
        for part in parts:
            others = dict.fromkeys(parts, Treatment.DROPPED)
            del others[part]
            while not self._is_written({**others, **self._own(part)}, is_whole=is_whole):
                if not self._lower(part):
                    break
        if not self._is_written(self.lowered, is_whole=is_whole):
            self._drop_until_written(parts, is_whole=is_whole)

    def _drop_until_written(self, parts: list[Part], *, is_whole: bool) -> None:
        """Leave out what is worth least: each part is written for itself, but not all at once."""
        for part in reversed(parts):
            without = {**self.lowered, part: Treatment.DROPPED}
            if self._is_written(without, is_whole=is_whole):
                self.lowered = without
                return
        for part in reversed(parts):
            self.lowered[part] = Treatment.DROPPED
            if self._is_written(self.lowered, is_whole=is_whole):
                return

    def _own(self, part: Part) -> dict[Part, Treatment]:
        return {part: self.lowered[part]} if part in self.lowered else {}

    def _lower(self, part: Part) -> bool:
        now = self.lowered.get(part, Treatment.KEPT)
        if now is Treatment.DROPPED:
            return False
        is_convertible = now is Treatment.KEPT and part in self._convertible
        self.lowered[part] = Treatment.CONVERTED if is_convertible else Treatment.DROPPED
        return True

    @property
    def _convertible(self) -> frozenset[Part]:
        return frozenset(track.index for track in self._info.sound)

    def _parts(self) -> list[Part]:
        """Name all parts, the most valuable first."""
        with open_source(self._info.path) as source:
            streams = source.streams
            tracks = [*streams.audio, *streams.subtitles, *streams.video]
            tracks += [*streams.data, *streams.attachments]
            indices = [track.index for track in tracks]
        indices.remove(self._info.stream_index)
        return [*indices, TITLES, CHAPTERS, TIMECODE]

    def _is_written(self, lowered: Mapping[Part, Treatment], *, is_whole: bool) -> bool:
        self.warnings = []
        try:
            self._write(lowered, is_whole=is_whole)
        except SoundChangesError as change:
            self.even(change.index)
            return False
        except REFUSALS:
            return False
        return True

    def _write(self, lowered: Mapping[Part, Treatment], *, is_whole: bool) -> None:
        muxer = av.open(
            _Nowhere(),
            mode="w",
            format=FORMATS[self._container],
            container_options=muxer_options(self._container),
        )
        start_seconds, end_seconds = self._range
        with muxer:
            self._encoding.add_stream(muxer, self._info, self._container)
            tracks = Tracks(
                self._info,
                muxer,
                self._container,
                start_seconds=start_seconds,
                end_seconds=end_seconds,
                frame_rate=self._encoding.frame_rate,
                on_warning=self.warnings.append,
                lowered=lowered,
                sound=self._sound,
            )
            try:
                muxer.start_encoding()
                packets = tracks.packets_until(None if is_whole else _TRIED_SECONDS)
                for packet in packets if is_whole else islice(packets, _TRIED_PACKETS):
                    muxer.mux_one(packet)
            finally:
                tracks.close()


class _Nowhere(io.RawIOBase):
    """A file that forgets what is written to it, but not where."""

    def __init__(self) -> None:
        super().__init__()
        self._place = self._end = 0

    def writable(self) -> bool:
        return True

    def seekable(self) -> bool:
        return True

    def write(self, data: object) -> int:
        count = len(memoryview(data))  # type: ignore[arg-type]
        self._place += count
        self._end = max(self._end, self._place)
        return count

    def seek(self, offset: int, whence: int = 0) -> int:
        start = {0: 0, 1: self._place, 2: self._end}[whence]
        self._place = start + offset
        return self._place

    def tell(self) -> int:
        return self._place
