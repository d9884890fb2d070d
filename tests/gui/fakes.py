"""Stand-ins for the engine: they do as told, at once or when they are released."""

import os
import threading
from fractions import Fraction
from pathlib import Path

from engine.background.intake_thread import Looks, OutputPlan, existing_outputs
from engine.estimating.speeds import TYPICAL_CLEANINGS, EncoderSpeed, NetworkSpeed, Trial, remember
from engine.jobs.errors import Cancelled, InputProblem, InputVideoError
from engine.jobs.events import (
    FilmFrame,
    Picture,
    PreviewFrame,
    PreviewSummary,
    Progressed,
    Started,
    Summary,
    Waiting,
    WaitReason,
)
from engine.resuming.moved_sources import MovedSource
from engine.video.colour import Colour
from engine.video.facts import Scan, SourceInfo


def source_info(path, *, width=320, height=240, rotation=0, is_mirrored=False, aspect=1):
    aspect = Fraction(aspect)
    shown = (round(width * aspect), height)
    if rotation % 180:
        shown = (shown[1], shown[0])
    return SourceInfo(
        path=Path(path),
        container="avi",
        codec="mpeg4",
        stream_index=0,
        width=width,
        height=height,
        sample_aspect=aspect,
        rotation_degrees=rotation,
        is_mirrored=is_mirrored,
        display_width=shown[0],
        display_height=shown[1],
        frame_rate=Fraction(25),
        is_variable_frame_rate=False,
        frame_count=250,
        duration_seconds=10.0,
        start_seconds=0.0,
        bit_depth=8,
        is_gray=False,
        colour=Colour(matrix=6, is_full_range=False, primaries=6, transfer=6, is_tagged=False),
        scan=Scan.PROGRESSIVE,
        sound=(),
        subtitle_count=0,
        chapter_count=0,
        video_stream_count=1,
        title=None,
    )


def picture(width=32, height=24, level=100):
    return Picture(width, height, bytes([level]) * (3 * width * height))


def fake_looks():
    def probe(path):
        if path.name.startswith("broken"):
            raise InputVideoError(path, InputProblem.NOT_A_VIDEO)
        return source_info(path)

    def find(path):
        if path.name.startswith("lost"):
            raise InputVideoError(path, InputProblem.MOVED, "7")
        if path.name.startswith("moved"):
            return MovedSource(path.parent / "there" / path.name, path.parent / "begun.mp4")
        return None

    def plan(info, options, folder, choices):
        name = f"{info.path.stem} restored.{options.container or 'mp4'}"
        output = (folder or info.path.parent) / name
        sizes = dict.fromkeys(choices, (1280, 960))
        return OutputPlan(output, sizes, existing=existing_outputs(output))

    return Looks(
        glance=probe,
        probe=probe,
        thumbnail=lambda info, long_side: picture(),
        still=lambda info, at_seconds, long_side: picture(level=int(at_seconds * 10)),
        plan=plan,
        find=find,
        compare=lambda path, candidate: candidate.name.startswith(path.stem),
        cuts=lambda info, start, stop: [start + 1.5] if start < 8 else [],
    )


class FakeRestore:
    """Writes its output through a part file; waits first where told to."""

    def __init__(self):
        self.jobs = []
        self.discarded = []
        self.failures = {}
        self.waits = False
        self.rooms_made = 0
        self.paused = set()
        self.has_begun = threading.Event()
        self._released = threading.Event()

    def release(self):
        self._released.set()

    def discard(self, output):
        self.discarded.append(output)

    def use_processor_share(self, share):
        self.share = share

    def pause_peer(self, title, *, is_paused):
        (self.paused.add if is_paused else self.paused.discard)(title)

    def run(self, job, on_event, cancel, make_room=None):
        self.jobs.append(job)
        part = job.output.with_name(f".{job.output.name}.part")
        part.write_bytes(b"half")
        try:
            self._work(job, on_event, cancel, make_room)
        except BaseException:
            part.unlink()
            raise
        part.replace(job.output)
        return Summary(output=job.output, frames=250, seconds=1.0, mean_passes=1.5)

    def run_together(self, key_file, take, make_room=None):
        threads = []
        while (film := take()) or any(thread.is_alive() for thread in threads):
            if film is None:
                threads[-1].join(0.01)
                continue
            assert film.job.cluster == key_file
            threads.append(threading.Thread(target=self._run_film, args=(film, make_room)))
            threads[-1].start()

    def _run_film(self, film, make_room):
        try:
            end = self.run(film.job, film.on_event, film.cancel, make_room)
        except Exception as error:
            end = error
        film.on_end(end)

    def _work(self, job, on_event, cancel, make_room):
        on_event(
            Started(
                source=job.source,
                output=job.output,
                width=1280,
                height=960,
                frames_total=250,
                device="cpu",
                model="fake",
            )
        )
        on_event(
            Progressed(
                frames_done=100,
                frames_total=250,
                frames_per_second=5.0,
                seconds_left=30.0,
                mean_passes=1.5,
            )
        )
        self.has_begun.set()
        if error := self.failures.get(job.source.name):
            raise error
        while self.waits and not self._released.is_set():
            if cancel.wait(0.01):
                raise Cancelled
            if make_room is not None and make_room.is_set():
                on_event(Waiting(WaitReason.PREVIEW, job.source))
                self.rooms_made += 1
                on_event(Waiting(None, job.source))
        if cancel.is_set():
            raise Cancelled


class FakeMeasure:
    """Finds that 320x240 to 1280x960 takes a tenth of a second; waits first where told to."""

    def __init__(self):
        self.asked = []
        self.error = None
        self.waits = False
        self.has_begun = threading.Event()
        self._released = threading.Event()

    def release(self):
        self._released.set()

    def __call__(self, work, cancel):
        self.asked.append((work.model, work.device, work.codec))
        self.has_begun.set()
        while self.waits and not self._released.is_set():
            if cancel.wait(0.01):
                raise Cancelled
        if self.error:
            raise self.error
        network = NetworkSpeed(
            model=work.model,
            device=work.device,
            is_processor=True,
            pixels=320 * 240,
            seconds_per_frame=0.09 / (1 + 0.25 * (TYPICAL_CLEANINGS - 1)),
            cleaning_share=0.25,
            scale=work.scale,
        )
        written = EncoderSpeed(
            codec=work.codec,
            encoder=work.encoder,
            pixels=1280 * 960,
            seconds_per_frame=0.02,
            processor_seconds_per_frame=0.01 * (os.cpu_count() or 1),
        )
        remember(network, written)


class FakeTrial:
    """Finds that a clip is as much work as others."""

    def __init__(self):
        self.asked = []
        self.trial = Trial(cleanings=TYPICAL_CLEANINGS, encoding=1.0)

    def __call__(self, job, cancel):
        self.asked.append(job)
        if isinstance(self.trial, Exception):
            raise self.trial
        return self.trial


class FakePreviews:
    """Makes previews of some frames; waits before the frames where told to."""

    def __init__(self):
        self.made = []
        self.restored = []
        self.looked_at = []
        self.error = None
        self.count = 3
        self.frames_before_waiting = 0
        self.waits = self.is_shortened = False
        self.has_begun = threading.Event()
        self._released = threading.Event()

    def release(self):
        self._released.set()

    def __call__(self, job, frames_limit):
        self.made.append(job)
        return _FakePreview(self, job)


class _FakePreview:
    def __init__(self, previews, job):
        self._previews = previews
        self._job = job

    def restore(self, options, on_frame, cancel, *, looked_at=None):
        previews = self._previews
        previews.restored.append((self._job.source, options.threshold, options.strength))
        previews.looked_at.append(looked_at)
        previews.has_begun.set()
        if previews.error:
            raise previews.error
        for number in range(previews.count):
            if number == previews.frames_before_waiting:
                self._wait(cancel)
            on_frame(self._frame((number + (looked_at or 0)) % previews.count))
        return PreviewSummary(
            mean_passes=2.0, mean_cleanings=3.0, is_shortened=previews.is_shortened
        )

    def glance(self, options, index, cancel):
        self._previews.restored.append((self._job.source, options.threshold, options.strength))
        self._wait(cancel)
        return self._frame(index)

    def _wait(self, cancel):
        while self._previews.waits and not self._previews._released.is_set():
            if cancel.wait(0.01):
                raise Cancelled

    def _frame(self, index):
        return PreviewFrame(
            index=index,
            pts_seconds=index / 25,
            before=picture(level=50),
            after=picture(level=200),
            passes=2.0,
        )


class FakeFilms:
    """Films of 25 frames a second and a length of 10 s."""

    def __init__(self):
        self.asked = []
        self.error = None

    def __call__(self, pair, at_seconds):
        self.asked.append((pair, at_seconds))
        if self.error:
            raise self.error
        after = None if pair.finished is None else picture(level=220)
        end = 250
        for part in pair.parts[pair.part_at(at_seconds) :][:1]:
            at_seconds, end = max(at_seconds, part.start_seconds), min(end, part.end_seconds * 25)
        for number in range(int(at_seconds * 25 + 1e-6), int(end)):
            yield FilmFrame(number / 25, picture(level=30 + number // 2), after)
