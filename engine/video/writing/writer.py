"""Writing the restored file: encoded pictures, the sound beside them, its name when complete."""

from __future__ import annotations

import contextlib
import errno
import os
import shutil
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import pairwise
from pathlib import Path
from types import TracebackType
from typing import Any, Self

import av
from av import Packet, VideoStream
from av.container import OutputContainer

from engine.files.durable import sync_folder
from engine.jobs.choices import Codec, Container
from engine.jobs.errors import (
    DiskFullError,
    EngineError,
    OutputProblem,
    OutputVideoError,
)
from engine.jobs.events import Warned
from engine.video.facts import SourceInfo
from engine.video.sound_plan import SoundPlan
from engine.video.writing.captions import read_captions, with_captions
from engine.video.writing.codecs import takes_size
from engine.video.writing.containers import Part, Treatment, is_codec_held
from engine.video.writing.encoder import EncodedPicture, Encoding, packets_of
from engine.video.writing.fitting import FORMATS, REFUSALS, muxer_options
from engine.video.writing.telephone import WITHOUT_CHECKSUMS, is_telephone, name_tracks
from engine.video.writing.tracks import Tracks

_MOST_TICKS = 2**31 - 1
_LEAST_CLOCK = 20_000
"""libavformat doubles slower clocks until they are at most as fast."""

DISK_FULL = frozenset({errno.ENOSPC, errno.EDQUOT})


def check_output(source: Path, output: Path, *, overwrite: bool) -> None:
    """Make sure, before any work is done, that the output can be written.

    Args:
        source: the file that is restored.
        output: the file that is to be written.
        overwrite: an existing output may be replaced (but never the source).

    Raises:
        OutputVideoError: EXISTS, IS_SOURCE, FOLDER_MISSING, NO_PERMISSION or BAD_NAME.
    """
    try:
        _check_place(source, output, overwrite=overwrite)
    except OSError as exc:  # the name is too long, or goes round in a circle of links
        detail = exc.strerror or str(exc)
        raise OutputVideoError(output, OutputProblem.BAD_NAME, detail) from exc


def _check_place(source: Path, output: Path, *, overwrite: bool) -> None:
    folder = output.absolute().parent
    if not folder.is_dir():
        raise OutputVideoError(output, OutputProblem.FOLDER_MISSING)
    if output.exists() and source.exists() and output.samefile(source):
        raise OutputVideoError(output, OutputProblem.IS_SOURCE)
    is_there = os.path.lexists(output)
    if output.is_dir() or (is_there and not overwrite):
        raise OutputVideoError(output, OutputProblem.EXISTS)
    if not os.access(folder, os.W_OK | os.X_OK):
        raise OutputVideoError(output, OutputProblem.NO_PERMISSION)


def check_room(output: Path, needed_bytes: int) -> None:
    """Make sure, before any work is done, that there is room for the output.

    Raises:
        DiskFullError: there is less room than ``needed_bytes``.
    """
    free_bytes = shutil.disk_usage(output.absolute().parent).free
    if free_bytes < needed_bytes:
        raise DiskFullError(output, needed_bytes=needed_bytes, free_bytes=free_bytes)


class Writer:
    """Puts encoded pictures into a new file, everything else of the source beside them.

    A context manager for one thread. Nothing appears under the final name before `publish`.
    """

    def __init__(
        self,
        info: SourceInfo,
        output: Path,
        encoding: Encoding,
        *,
        part: Path,
        container: Container,
        start_seconds: float | None,
        end_seconds: float | None,
        overwrite: bool,
        on_warning: Callable[[Warned], None],
        lowered: Mapping[Part, Treatment] | None = None,
        sound: SoundPlan | None = None,
    ) -> None:
        """Prepare to write.

        Args:
            info: the source, whose sound, subtitles, chapters and titles are taken over.
            output: the file to be written.
            encoding: of the pictures that will come.
            part: the file as long as it is not complete, on the same disk.
            container: file format.
            start_seconds: range of the job, counted from the container's start.
            end_seconds: end of the range.
            overwrite: replace an existing file.
            on_warning: told about sound that was converted, streams that were dropped.
            lowered: parts of the source that have to be converted or left out, see `Fitting`.
            sound: repairs of its sound.

        Raises:
            OutputVideoError: UNSUPPORTED, the container does not hold the codec; TOO_SMALL.
        """
        size = encoding.width, encoding.height
        check_format(output, encoding.codec, container, *size)
        self._info, self._output, self._overwrite = info, output.absolute(), overwrite
        self._encoding, self._container, self._part = encoding, container, part
        self._start_seconds, self._end_seconds = start_seconds, end_seconds
        self._on_warning, self._lowered, self._sound = on_warning, lowered, sound
        self._cleanup = contextlib.ExitStack()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        exc_type: type[BaseException] | None,
        exc: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self._cleanup.close()
        _remove(self._part)

    def write(
        self,
        pictures: Iterable[EncodedPicture],
        times: Sequence[int],
        on_step: Callable[[], None] = lambda: None,
    ) -> None:
        """Write the whole file, under the name of the part, and sync it.

        Args:
            pictures: all of the film, in the order of decoding.
            times: their presentation times, in the same order.
            on_step: called before each picture; what it raises ends the work.

        Raises:
            OutputVideoError: ENCODER_FAILED or WRITE_FAILED.
            DiskFullError: the disk is full.
            InputVideoError: the sound cannot be read any more.
            SoundChangesError: sound that is copied changes, so that it has to be converted.
        """
        if not times:
            raise OutputVideoError(self._output, OutputProblem.ENCODER_FAILED, "no frame")
        muxer, video, tracks = self._open(self._clock_options(times))
        captions = read_captions(
            self._info,
            self._encoding,
            times,
            start_seconds=self._start_seconds,
            end_seconds=self._end_seconds,
            on_step=on_step,
        )
        pictures = with_captions(pictures, captions, self._encoding.codec)
        for packet in packets_of(pictures, times, video, self._encoding.time_base):
            on_step()
            shown_seconds = (packet.pts or 0) * self._encoding.time_base
            self._mux(muxer, tracks.packets_until(shown_seconds))
            self._mux(muxer, [packet])
        self._mux(muxer, tracks.packets_until(None))
        with self._faults(OutputProblem.WRITE_FAILED):
            muxer.close()
            if self._has_telephone_sound:
                name_tracks(self._part)
            flush_to_disk(self._part)

    def publish(self) -> None:
        """Give the file its name in one step, so that nobody ever sees a part of it.

        When this returns, the name is on the disk as well, as far as the system can do that.

        Raises:
            OutputVideoError: WRITE_FAILED, or EXISTS, when a file of this name has appeared
                meanwhile.
        """
        with self._faults(OutputProblem.WRITE_FAILED):
            give_name(self._part, self._output, overwrite=self._overwrite)

    def _clock_options(self, times: Sequence[int]) -> dict[str, str]:
        """Return options for pauses of many hours, which MP4 and MOV count in 32 bits."""
        shown = sorted(times)
        longest = max((late - early for early, late in pairwise(shown)), default=0)
        ticks = (
            longest
            * self._encoding.time_base
            * max(self._encoding.time_base.denominator, _LEAST_CLOCK)
        )
        is_long = ticks > _MOST_TICKS and self._container is not Container.MKV
        return {"video_track_timescale": "1000"} if is_long else {}

    def _open(
        self, clock_options: Mapping[str, str]
    ) -> tuple[OutputContainer, VideoStream, Tracks]:
        with self._faults(OutputProblem.WRITE_FAILED):
            # Opened here first: the system's answer says more than libavformat's.
            self._part.open("wb").close()
            muxer = av.open(
                str(self._part),
                mode="w",
                format=FORMATS[self._container],
                container_options=self._muxer_options() | dict(clock_options),
            )
        self._cleanup.callback(self._abandon, muxer)
        with self._faults(OutputProblem.ENCODER_FAILED):
            video = self._encoding.add_stream(muxer, self._info, self._container)
        with self._faults(OutputProblem.WRITE_FAILED):
            tracks = Tracks(
                self._info,
                muxer,
                self._container,
                start_seconds=self._start_seconds,
                end_seconds=self._end_seconds,
                frame_rate=self._encoding.frame_rate,
                on_warning=self._on_warning,
                lowered=self._lowered,
                sound=self._sound,
            )
        self._cleanup.callback(tracks.close)
        with self._faults(OutputProblem.WRITE_FAILED):
            muxer.start_encoding()
        return muxer, video, tracks

    def _abandon(self, muxer: OutputContainer) -> None:
        # Where it is complete it is closed already. Else it is removed first, where the system
        # allows it: closing would move the index of a long file to its front, which nobody
        # wants any more.
        _remove(self._part)
        with contextlib.suppress(av.FFmpegError):
            muxer.close()

    def _muxer_options(self) -> dict[str, str]:
        options = muxer_options(self._container)
        if self._has_telephone_sound:
            options |= WITHOUT_CHECKSUMS
        return options if self._container is Container.MKV else {"movflags": "+faststart"} | options

    @property
    def _has_telephone_sound(self) -> bool:
        return any(is_telephone(track.codec, self._container) for track in self._info.sound)

    def _mux(self, muxer: OutputContainer, packets: Iterable[Packet[Any]]) -> None:
        with self._faults(OutputProblem.WRITE_FAILED):
            for packet in packets:
                muxer.mux_one(packet)

    @contextlib.contextmanager
    def _faults(self, problem: OutputProblem) -> Iterator[None]:
        """Turn what libav and the system report into the errors of the engine."""
        try:
            yield
        except (av.FFmpegError, OSError) as exc:
            raise output_error(self._output, problem, exc) from exc
        except REFUSALS as exc:
            raise OutputVideoError(self._output, problem, str(exc)) from exc


def give_name(part: Path, output: Path, *, overwrite: bool) -> None:
    """Give a complete file its final name in one step, and sync that name.

    Raises:
        OutputVideoError: EXISTS.
        OSError: it cannot get it.
    """
    if overwrite:
        part.replace(output)
    else:
        _name_new(part, output)
    sync_folder(output.parent)


def _name_new(part: Path, output: Path) -> None:
    try:
        os.link(part, output)
    except FileExistsError as exc:
        raise OutputVideoError(output, OutputProblem.EXISTS) from exc
    except OSError:
        _name_without_links(part, output)


def _name_without_links(part: Path, output: Path) -> None:
    # FAT and some network drives: an exclusive, empty file keeps the name until the part
    # replaces it.
    try:
        output.open("xb").close()
    except FileExistsError as exc:
        raise OutputVideoError(output, OutputProblem.EXISTS) from exc
    part.replace(output)


def output_error(
    output: Path, problem: OutputProblem, exc: av.FFmpegError | OSError
) -> EngineError:
    """The error of the engine for what libav or the system reports while writing ``output``."""
    if exc.errno in DISK_FULL:
        free_bytes = 0
        with contextlib.suppress(OSError):  # the folder may have gone as well
            free_bytes = shutil.disk_usage(output.parent).free
        return DiskFullError(output, needed_bytes=None, free_bytes=free_bytes)
    if exc.errno in {errno.EACCES, errno.EPERM, errno.EROFS}:
        problem = OutputProblem.NO_PERMISSION
    return OutputVideoError(output, problem, exc.strerror or str(exc))


def check_format(output: Path, codec: Codec, container: Container, width: int, height: int) -> None:
    """Make sure, before any work is done, that such a file can be encoded, and players read it.

    Raises:
        OutputVideoError: UNSUPPORTED, players do not look for the codec in the container;
            TOO_SMALL, the encoders of the codec do not work at this size.
    """
    if not is_codec_held(codec, container):
        raise OutputVideoError(output, OutputProblem.UNSUPPORTED, f"{codec} in {container}")
    if not takes_size(codec, width, height):
        detail = f"{width}x{height} in {codec}"
        raise OutputVideoError(output, OutputProblem.TOO_SMALL, detail)


def _remove(path: Path) -> None:
    with contextlib.suppress(OSError):
        path.unlink()


def flush_to_disk(path: Path) -> None:
    """Sync the content of a file.

    Raises:
        OSError: it cannot be written.
    """
    with path.open("rb+") as file:
        os.fsync(file.fileno())
