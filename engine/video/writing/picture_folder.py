"""Writing a film as a folder of numbered pictures, with its sound beside them as WAV files.

A small list of the pictures, in the form that FFmpeg reads, keeps how long each one is shown.
"""

from __future__ import annotations

import contextlib
import os
import shutil
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from types import TracebackType
from typing import Self

import av

from engine.files.durable import sync_folder, write_synced
from engine.files.names import shortened
from engine.jobs.choices import Container
from engine.jobs.errors import OutputProblem, OutputVideoError
from engine.jobs.events import Warned
from engine.video.facts import SoundTrack, SourceInfo
from engine.video.reading.decoder import open_source
from engine.video.sound_plan import SoundPlan
from engine.video.writing.containers import (
    CHAPTERS,
    TIMECODE,
    TITLES,
    Part,
    Treatment,
    sound_treatment,
)
from engine.video.writing.encoder import EncodedPicture, Encoding
from engine.video.writing.fitting import REFUSALS
from engine.video.writing.tracks import Tracks
from engine.video.writing.writer import check_format, output_error

LIST_NAME = "pictures.ffconcat"
_LEAST_DIGITS = 6
_WAV = {"rf64": "auto"}
"""More than 4 GB of sound have a place in RF64 only."""


class PictureFolder:
    """Puts encoded pictures into a new folder, a file for each.

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
        """Prepare to write; see `engine.video.writing.writer.Writer`.

        A folder is never overwritten, and what becomes of the sound is known beforehand, so that
        ``overwrite``, ``on_warning`` and ``lowered`` have no use here.
        """
        check_format(output, encoding.codec, container, encoding.width, encoding.height)
        self._info, self._output, self._encoding = info, output.absolute(), encoding
        self._part, self._container, self._sound = part, container, sound or SoundPlan()
        self._start_seconds, self._end_seconds = start_seconds, end_seconds

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        exc_type: type[BaseException] | None,
        exc: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        shutil.rmtree(self._part, ignore_errors=True)

    def write(
        self,
        pictures: Iterable[EncodedPicture],
        times: Sequence[int],
        on_step: Callable[[], None] = lambda: None,
    ) -> None:
        """Write all files, in the folder of the part, and sync them.

        Args:
            pictures: all of the film, in their order.
            times: their presentation times.
            on_step: called before each picture; what it raises ends the work.

        Raises:
            OutputVideoError: ENCODER_FAILED or WRITE_FAILED.
            DiskFullError: the disk is full.
            InputVideoError: the sound cannot be read any more.
        """
        if not times:
            raise OutputVideoError(self._output, OutputProblem.ENCODER_FAILED, "no frame")
        with self._faults():
            shutil.rmtree(self._part, ignore_errors=True)
            self._part.mkdir()
            names = [self._name(number, len(times)) for number in range(1, len(times) + 1)]
            lines = ["ffconcat version 1.0"]
            following = [*times[1:], None]
            for name, picture, later in zip(names, pictures, following, strict=True):
                on_step()
                write_synced(self._part / name, picture.data)
                shown = picture.duration if later is None else later - picture.pts
                seconds = float(shown * self._encoding.time_base)
                lines += [f"file {_quoted(name)}", f"duration {seconds:.6f}"]
            write_synced(self._part / LIST_NAME, "\n".join([*lines, ""]).encode())
            for number, track in enumerate(self._written_sound(), 1):
                on_step()
                name = f"sound {number}" if number > 1 else "sound"
                plan = SoundPlan(self._sound.chains)
                self._write_sound(track, f"{name}.wav", plan)
                if track.index in plan.chains and self._sound.keeps_original:
                    self._write_sound(track, f"{name} original.wav", SoundPlan())
            sync_folder(self._part)

    def publish(self) -> None:
        """Give the folder its name in one step.

        Raises:
            OutputVideoError: WRITE_FAILED, or EXISTS, when something of this name has appeared
                meanwhile.
        """
        with self._faults():
            if os.path.lexists(self._output):
                raise OutputVideoError(self._output, OutputProblem.EXISTS)
            self._part.rename(self._output)
            sync_folder(self._output.parent)

    def _name(self, number: int, count: int) -> str:
        digits = max(_LEAST_DIGITS, len(str(count)))
        ending = f"_{number:0{digits}}.{self._encoding.codec}"
        return shortened(self._output.name, ending, self._part.parent)

    def _written_sound(self) -> list[SoundTrack]:
        treated = [(track, sound_treatment(track, self._container)) for track in self._info.sound]
        return [track for track, treatment in treated if treatment is not Treatment.DROPPED]

    def _write_sound(self, track: SoundTrack, name: str, plan: SoundPlan) -> None:
        alone = replace(self._info, sound=(track,), video_stream_count=1)
        path = self._part / name
        with av.open(str(path), "w", format="wav", container_options=_WAV) as wav:
            tracks = Tracks(
                alone,
                wav,
                self._container,
                start_seconds=self._start_seconds,
                end_seconds=self._end_seconds,
                frame_rate=None,
                on_warning=lambda _warned: None,
                lowered=self._all_but(track),
                sound=plan,
            )
            with contextlib.closing(tracks):
                for packet in tracks.packets_until(None):
                    wav.mux_one(packet)
        with path.open("rb+") as file:
            os.fsync(file.fileno())

    def _all_but(self, track: SoundTrack) -> dict[Part, Treatment]:
        with open_source(self._info.path) as source:
            others = [stream.index for stream in source.streams if stream.index != track.index]
        return dict.fromkeys([*others, TITLES, CHAPTERS, TIMECODE], Treatment.DROPPED)

    @contextlib.contextmanager
    def _faults(self) -> Iterator[None]:
        """Turn what libav and the system report into the errors of the engine."""
        try:
            yield
        except (av.FFmpegError, OSError) as exc:
            raise output_error(self._output, OutputProblem.WRITE_FAILED, exc) from exc
        except REFUSALS as exc:
            raise OutputVideoError(self._output, OutputProblem.WRITE_FAILED, str(exc)) from exc


def _quoted(name: str) -> str:
    return "'" + name.replace("'", "'\\''") + "'"
