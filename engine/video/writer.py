"""Writing the restored file: one encode, the sound beside it, moved into place when complete."""

from __future__ import annotations

import contextlib
import errno
import os
import shutil
from collections.abc import Callable, Iterator
from fractions import Fraction
from pathlib import Path
from types import TracebackType
from typing import Any, Self, cast

import av
from av import Packet, VideoStream
from av.codec.context import Flags
from av.container import OutputContainer
from av.video.reformatter import ColorRange

from engine.errors import DiskFullError, NotAvailableError, OutputProblem, OutputVideoError
from engine.job import Codec, Container, Warned
from engine.video.colour import PQ, written_colour
from engine.video.facts import SourceInfo
from engine.video.pixels import YuvConverter
from engine.video.reader import Frame
from engine.video.timeline import tick_range
from engine.video.tracks import Tracks, are_subtitles_held, is_sound_held

_FORMATS = {Container.MP4: "mp4", Container.MKV: "matroska"}
_SUFFIXES = {
    ".mp4": Container.MP4,
    ".m4v": Container.MP4,
    ".mkv": Container.MKV,
    ".mov": Container.MOV,
}
_ENCODERS = {Codec.H264: "libx264", Codec.HEVC: "libx265", Codec.FFV1: "ffv1"}
_DEFAULT_QUALITY = {Codec.H264: 17, Codec.HEVC: 19}
_USUAL_RATE = Fraction(25)
_X265_DELAY_FRAMES = 2
_DISK_FULL = frozenset({errno.ENOSPC, errno.EDQUOT})
_NAME_BYTES = 255


def choose_container(
    info: SourceInfo,
    output: Path | None,
    container: Container | None,
    codec: Codec = Codec.H264,
) -> Container:
    """Choose the file format: what was asked for, what the name says, or what holds all tracks.

    Args:
        info: the source.
        output: the name that was asked for, if any; only its suffix matters.
        container: what was asked for, if anything.
        codec: of the picture; FFV1 needs Matroska.
    """
    if container is not None:
        return container
    if output is not None and output.suffix.lower() in _SUFFIXES:
        return _SUFFIXES[output.suffix.lower()]
    is_sound_at_home = all(is_sound_held(t, Container.MP4) for t in info.sound if t.is_readable)
    is_mp4 = is_sound_at_home and are_subtitles_held(info) and codec is not Codec.FFV1
    return Container.MP4 if is_mp4 else Container.MKV


def check_output(source: Path, output: Path, *, overwrite: bool, needed_bytes: int) -> None:
    """Make sure, before any work is done, that the output can be written.

    Args:
        source: the file that is restored.
        output: the file that is to be written.
        overwrite: an existing output may be replaced (but never the source).
        needed_bytes: estimate of its size.

    Raises:
        OutputVideoError: EXISTS, IS_SOURCE, FOLDER_MISSING or NO_PERMISSION.
        DiskFullError: there is less room than ``needed_bytes``.
    """
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
    free_bytes = shutil.disk_usage(folder).free
    if free_bytes < needed_bytes:
        raise DiskFullError(output, needed_bytes=needed_bytes, free_bytes=free_bytes)


class Writer:
    """Encodes frames into a new file and copies everything else of the source beside them.

    A context manager for one thread. Nothing appears under the final name before `finish`,
    and nothing at all stays behind without it.
    """

    def __init__(
        self,
        info: SourceInfo,
        output: Path,
        *,
        width: int,
        height: int,
        codec: Codec,
        container: Container,
        quality: int | None,
        start_seconds: float | None,
        end_seconds: float | None,
        time_base: Fraction,
        overwrite: bool,
        on_warning: Callable[[Warned], None],
        preset: str = "medium",
    ) -> None:
        """Prepare to write.

        Args:
            info: the source, whose sound, subtitles, chapters and titles are taken over.
            output: the file to be written.
            width: of the file, even.
            height: of the file, even.
            codec: of the picture.
            container: file format.
            quality: constant rate factor; None: the codec's default. FFV1 is lossless.
            start_seconds: range of the job, counted from the container's start.
            end_seconds: end of the range.
            time_base: of the frames that will come.
            overwrite: replace an existing file.
            on_warning: told about sound that was converted, streams that were dropped.
            preset: how long x264 and x265 search.

        Raises:
            NotAvailableError: a codec or container that this version cannot write.
            OutputVideoError: UNSUPPORTED, the container does not hold the codec.
        """
        if codec not in _ENCODERS:
            raise NotAvailableError(f"codec={codec}")
        if container not in _FORMATS:
            raise NotAvailableError(f"container={container}")
        if codec is Codec.FFV1 and container is not Container.MKV:
            raise OutputVideoError(output, OutputProblem.UNSUPPORTED, f"{codec} in {container}")
        self._info, self._output, self._overwrite = info, output.absolute(), overwrite
        self._width, self._height = width, height
        self._codec, self._container, self._preset = codec, container, preset
        self._quality = _DEFAULT_QUALITY.get(codec) if quality is None else quality
        self._start_seconds, self._end_seconds = start_seconds, end_seconds
        self._time_base, self._on_warning = time_base, on_warning
        self._span = tick_range(info.start_seconds, start_seconds, end_seconds, time_base)
        self._pixel_format = _pixel_format(codec, info.bit_depth)
        self._colour = written_colour(info.colour, height)
        self._converter = YuvConverter(
            width, height, self._pixel_format, matrix=self._colour.matrix, is_gray=info.is_gray
        )
        self._part = _part_name(self._output, _own_ending())
        self._cleanup = contextlib.ExitStack()
        self._muxer: OutputContainer | None = None
        self._frame_count = 0

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        exc_type: type[BaseException] | None,
        exc: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self._cleanup.close()

    def write(self, frame: Frame) -> None:
        """Encode one frame; its size does not matter, its time has to follow the last one's.

        Raises:
            OutputVideoError: ENCODER_FAILED or WRITE_FAILED.
            DiskFullError: the disk is full.
            InputVideoError: the sound cannot be read any more.
        """
        muxer = self._muxer or self._open()
        picture = self._converter.convert(frame.data)
        ticks = Fraction(frame.time_base, self._time_base)
        picture.time_base = self._time_base
        picture.pts = round(frame.pts * ticks) - self._span.shift
        picture.duration = round(frame.duration * ticks)
        self._mux(muxer, self._tracks.packets_until(picture.pts * self._time_base))
        with self._faults(OutputProblem.ENCODER_FAILED):
            packets = self._video.encode(picture)
        self._frame_count += 1
        self._mux(muxer, packets)

    def finish(self) -> None:
        """Complete the file and move it into place.

        Raises:
            OutputVideoError: ENCODER_FAILED, WRITE_FAILED, or EXISTS, when a file of this
                name has appeared meanwhile.
            DiskFullError: the disk is full.
            InputVideoError: the sound cannot be read any more.
        """
        muxer = self._muxer
        if muxer is None:
            raise OutputVideoError(self._output, OutputProblem.ENCODER_FAILED, "no frame")
        with self._faults(OutputProblem.ENCODER_FAILED):
            packets = self._video.encode(None)
        if self._codec is Codec.HEVC and self._frame_count <= _X265_DELAY_FRAMES:
            # WORKAROUND(x265's Encoder::encode): its decoding times come from the time of the
            # frame at the end of its delay, and are arbitrary numbers where there is none.
            # That few frames are not reordered.
            for packet in packets:
                packet.dts = packet.pts
        self._mux(muxer, packets)
        self._mux(muxer, self._tracks.packets_until(None))
        with self._faults(OutputProblem.WRITE_FAILED):
            muxer.close()
            _flush_to_disk(self._part)
            self._publish()

    def _open(self) -> OutputContainer:
        with self._faults(OutputProblem.WRITE_FAILED):
            _remove_leftovers(self._output)
            self._cleanup.callback(_remove, self._part)
            # Opened here first: the system's answer says more than libavformat's.
            self._part.open("wb").close()
            muxer = av.open(
                str(self._part),
                mode="w",
                format=_FORMATS[self._container],
                container_options=self._muxer_options(),
            )
        self._cleanup.callback(self._abandon, muxer)
        self._video = self._add_video(muxer)
        self._tracks = Tracks(
            self._info,
            muxer,
            self._container,
            start_seconds=self._start_seconds,
            end_seconds=self._end_seconds,
            on_warning=self._on_warning,
        )
        self._cleanup.callback(self._tracks.close)
        with self._faults(OutputProblem.ENCODER_FAILED):
            self._video.codec_context.open()
        with self._faults(OutputProblem.WRITE_FAILED):
            muxer.start_encoding()
        self._muxer = muxer
        return muxer

    def _abandon(self, muxer: OutputContainer) -> None:
        # Removed first, where the system allows it: closing would move the index of a long
        # file to its front, which nobody wants any more. After `finish` there is no part.
        _remove(self._part)
        with contextlib.suppress(av.FFmpegError):
            muxer.close()

    def _muxer_options(self) -> dict[str, str]:
        if self._container is not Container.MP4:
            # The priming packets of copied sound lie before zero; libavformat would move
            # everything by their length to hide that.
            return {"avoid_negative_ts": "disabled"}
        # Late starts are stored in this clock; the usual 1/1000 s would round them.
        return {"movflags": "+faststart", "movie_timescale": "90000"}

    def _add_video(self, muxer: OutputContainer) -> VideoStream:
        rate = self._info.frame_rate or _USUAL_RATE
        encoder = _ENCODERS[self._codec]
        stream = cast(
            "VideoStream", muxer.add_stream(encoder, rate=rate, options=self._encoder_options())
        )
        context = stream.codec_context
        context.width, context.height = self._width, self._height
        context.pix_fmt = self._pixel_format
        context.time_base = self._time_base
        stream.time_base = self._time_base
        context.sample_aspect_ratio = Fraction(1)
        context.thread_type = "AUTO"
        # The length of each picture is handed through, so that the last one keeps its own.
        context.flags |= Flags.frame_duration
        if self._codec is Codec.HEVC and self._container is Container.MP4:
            context.codec_tag = "hvc1"  # what Apple's players insist on
        self._tag_colour(stream)
        return stream

    def _encoder_options(self) -> dict[str, str]:
        if self._codec is Codec.FFV1:
            # Version 3 with a checksum per slice is what archives ask for (RFC 9043).
            return {"level": "3", "slicecrc": "1", "slices": "4", "g": "1"}
        options = {"preset": self._preset, "crf": str(self._quality)}
        if self._codec is Codec.HEVC:
            options["x265-params"] = ":".join(["log-level=none", *_hdr_params(self._info)])
        return options

    def _tag_colour(self, stream: VideoStream) -> None:
        context, colour = stream.codec_context, self._colour
        is_yuv = self._pixel_format.startswith("yuv")
        context.colorspace = colour.matrix if is_yuv else 0
        context.color_range = ColorRange.MPEG if is_yuv else ColorRange.JPEG
        context.color_primaries, context.color_trc = colour.primaries, colour.transfer

    def _mux(
        self, muxer: OutputContainer, packets: Iterator[Packet[Any]] | list[Packet[Any]]
    ) -> None:
        for packet in packets:
            with self._faults(OutputProblem.WRITE_FAILED):
                muxer.mux_one(packet)

    def _publish(self) -> None:
        """Give the file its name in one step, so that nobody ever sees a part of it."""
        if self._overwrite:
            self._part.replace(self._output)
            return
        try:
            os.link(self._part, self._output)
        except FileExistsError as exc:
            raise OutputVideoError(self._output, OutputProblem.EXISTS) from exc
        except OSError:
            # No hard links here (FAT, some network drives): an exclusive, empty file keeps
            # the name until the part replaces it.
            try:
                self._output.open("xb").close()
            except FileExistsError as exc:
                raise OutputVideoError(self._output, OutputProblem.EXISTS) from exc
            self._part.replace(self._output)
        else:
            self._part.unlink()

    @contextlib.contextmanager
    def _faults(self, problem: OutputProblem) -> Iterator[None]:
        """Turn what libav and the system report into the errors of the engine."""
        try:
            yield
        except (av.FFmpegError, OSError) as exc:
            if exc.errno in _DISK_FULL:
                free_bytes = shutil.disk_usage(self._output.parent).free
                error = DiskFullError(self._output, needed_bytes=None, free_bytes=free_bytes)
                raise error from exc
            if exc.errno in {errno.EACCES, errno.EPERM, errno.EROFS}:
                problem = OutputProblem.NO_PERMISSION
            raise OutputVideoError(self._output, problem, str(exc)) from exc


def _pixel_format(codec: Codec, bit_depth: int) -> str:
    if codec is not Codec.FFV1:
        return "yuv420p" if bit_depth <= 8 else "yuv420p10le"
    # RGB, because a lossless file should not lose the colours to a matrix and 4:2:0.
    for limit, name in ((8, "bgr0"), (10, "gbrp10le"), (12, "gbrp12le")):
        if bit_depth <= limit:
            return name
    return "gbrp16le"


def _hdr_params(info: SourceInfo) -> list[str]:
    """Return what x265 has to be told, so that the static metadata of HDR is kept.

    Source: x265's documentation of ``master-display`` and ``max-cll``, in units of 0.00002
    and 0.0001 cd/m².
    """
    if not info.colour.is_hdr:
        return []
    params = ["hdr10=1"] if info.colour.transfer == PQ else []
    metadata = info.hdr
    if metadata is not None and metadata.primaries:
        steps = [round(value * 50_000) for value in metadata.primaries]
        red, green, blue, white = (f"({x},{y})" for x, y in zip(*[iter(steps)] * 2, strict=True))
        darkest, brightest = (round(value * 10_000) for value in metadata.luminance or (0, 0))
        display = f"G{green}B{blue}R{red}WP{white}L({brightest},{darkest})"
        params.append(f"master-display={display}")
    if metadata is not None and metadata.light_level:
        params.append("max-cll={},{}".format(*metadata.light_level))
    return params


def _part_name(output: Path, ending: str) -> Path:
    """Return a hidden name beside ``output``, however long that one is."""
    stem = os.fsencode(output.name)[: _NAME_BYTES - len(ending) - 1]
    return output.with_name("." + os.fsdecode(stem) + ending)


def _own_ending() -> str:
    """Return the end of the names of parts; the process in it keeps two renders apart."""
    return f".{os.getpid():07}.part"


def _remove_leftovers(output: Path) -> None:
    """Remove the parts of ``output`` whose render was killed or lost its power."""
    start = _part_name(output, _own_ending()).name.removesuffix(_own_ending())
    for path in output.parent.iterdir():
        process = path.name.removeprefix(start).removesuffix(".part").removeprefix(".")
        is_part = path.name == f"{start}.{process}.part" and process.isdecimal()
        if is_part and not _is_running(int(process)):
            _remove(path)


def _is_running(process: int) -> bool:
    if os.name == "nt":
        # Windows keeps files that are in use, and asking for a process is not harmless there.
        return False
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except OSError:
        return True
    return True


def _remove(path: Path) -> None:
    with contextlib.suppress(OSError):
        path.unlink()


def _flush_to_disk(path: Path) -> None:
    with path.open("rb+") as file:
        os.fsync(file.fileno())
