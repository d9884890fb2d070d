"""How well each repair does on real clips that were damaged here.

``python -m tests.bench.judge_repairs [NAME ...]``: parts of 320x240 of clips in ``../shared/clips``
are taken for the truth, and are damaged by the causes in ``tests/video/repairs/damage.py`` at
three strengths. Printed is in how many clips each fault was found, and by how many dB the repair
came nearer to the truth where it was hurt.
"""

from __future__ import annotations

import sys
from dataclasses import dataclass, replace
from fractions import Fraction
from itertools import islice
from pathlib import Path
from tempfile import TemporaryDirectory

import av
import numpy as np

from engine.jobs.choices import Repair
from engine.jobs.options import Options
from engine.rendering.steps.registry import source_steps
from engine.video.colour import SMPTE170M, Colour
from engine.video.facts import Scan
from engine.video.frame import Frame
from engine.video.probing.faults.sample import Sample
from engine.video.probing.faults.search import find_faults
from engine.video.probing.probe import probe
from tests.video.repairs import damage
from tests.video.scenes import CLIPS, psnr, scene, written


@dataclass(frozen=True)
class Part:
    """Where pictures of a clip are taken from: the first, and every which one."""

    name: str
    first: int = 0
    step: int = 1


GRAY, COLOURED = Part("bw_his_girl_friday_640x480.mp4"), Part("roadtrip_426x240_10bit_vp9.webm")
"""The second stands for the first where a fault is one of colours."""
PARTS = (  # all move; a phone has stored each picture twice
    Part("street_bikes_640x272.mp4"),
    Part("face_moustache_640x360.mp4"),
    Part("dog_on_bed_720p_rot90.mp4"),
    Part("phone_pan_480x272_rot.mp4"),
    GRAY,
    Part("awesome'movie.mov", 45),
    Part("phone_man_480x320_datatracks.mp4", 26, 2),
    Part("avi_cartoon_bird_960x400.avi", 60),
    Part("mjpeg_kodak_blanket_320x240.avi"),
    Part("wmv_nasa_kids_352x240.wmv", 50),
)
COUNT = 24
RATE = Fraction(25)
COLOUR = Colour(
    matrix=SMPTE170M,
    is_full_range=False,
    primaries=SMPTE170M,
    transfer=SMPTE170M,
    is_tagged=True,
)
LOST = {6, 13, 19}
STRENGTHS = {
    Repair.SWITCHING: [(4, 5.0, 8), (7, 14.0, 20), (9, 30.0, 40)],
    Repair.JITTER: [(0.8,), (1.4,), (2.0,)],
    Repair.RAINBOW: [(0.6,), (0.8,), (1.0,), (0.6, True), (0.8, True), (1.0, True)],
    Repair.DROPOUTS: [(0.6, 40, 1), (1.0, 60, 2), (2.0, 120, 3)],
    Repair.DUST: [(1.0,), (3.0,), (6.0,)],
    Repair.CHROMA: [(1.6, 0.0, 1.0), (2.6, 0.0, 1.0), (4.0, 1.0, 2.5), (-5.5, -3.0, 4.0)],
    Repair.HALO: [(0.8, 2.5), (1.2, 3.0), (1.8, 4.0)],
    Repair.FLICKER: [(0.1,), (0.2,), (0.15, 5.0)],
    Repair.REPEATS: [({6},), ({6, 15},), (LOST,)],
    Repair.LEVELS: [
        ((30, 30, 30), (210, 210, 210)),
        ((40, 28, 32), (235, 180, 190)),
        ((25, 45, 60), (190, 200, 240)),
    ],
    Repair.SHAKE: [(1.5,), (3.0,), (5.0,)],
}


@dataclass(frozen=True)
class Damaged:
    """Pictures that were hurt, those they should be, and where (None: everywhere)."""

    pictures: list[np.ndarray]
    truth: list[np.ndarray]
    where: list[np.ndarray] | None = None
    clean: list[np.ndarray] | None = None
    """The same damage without noise, which a repair moves and does not take away."""


def main(names: list[str]) -> None:
    """Print a line for each fault and strength."""
    clips = {part: truth for part in (*PARTS, COLOURED) if (truth := _truth(part)) is not None}
    with TemporaryDirectory() as folder:
        info = probe(written(Path(folder) / "any.mkv", scene(1, count=2)))
    for repair, strengths in STRENGTHS.items():
        if names and repair not in names:
            continue
        for strength in strengths:
            gains, automatic, missed = [], 0, []
            left_out = GRAY if repair in (Repair.CHROMA, Repair.RAINBOW) else COLOURED
            some = {part.name: truth for part, truth in clips.items() if part is not left_out}
            for name, truth in some.items():
                hurt = _damaged(repair, truth, strength)
                frames = _stored(hurt.pictures)
                findings = find_faults(_sample(frames), Scan.PROGRESSIVE, COLOUR, RATE)
                found = next(f for f in findings if f.repair is repair)
                automatic += found.is_automatic
                is_found = found.is_found
                if repair is Repair.REPEATS:
                    is_found &= found.measured("count") == len(strength[0])
                if not is_found:
                    missed.append(name.partition("_")[0])
                    continue
                known = replace(info, width=320, height=240, colour=COLOUR, findings=(found,))
                stored = frames if hurt.clean is None else _stored(hurt.clean)
                gains.append(_gain(repair, known, hurt, stored))
            told = " ".join(f"{gain:.1f}" for gain in sorted(gains))
            middle = np.median(gains) if gains else 0.0
            print(
                f"{repair:<10} {strength!s:<36} found {len(gains)}/{len(some)}"
                f" automatic {automatic} median {middle:.1f} dB ({told}) missed {missed}",
                flush=True,
            )


def _truth(part: Part) -> list[np.ndarray] | None:
    if not (CLIPS / part.name).exists():
        return None
    pictures: list[np.ndarray] = []
    with av.open(str(CLIPS / part.name)) as container:
        frames = islice(container.decode(video=0), part.first, part.first + COUNT * part.step)
        for picture in islice(frames, 0, None, part.step):
            parts = max(1, min(picture.width // 320, picture.height // 240))
            size = {"width": picture.width // parts, "height": picture.height // parts}
            rgb = picture.reformat(format="rgb24", **size).to_ndarray()
            top, left = (rgb.shape[0] - 240) // 2, (rgb.shape[1] - 320) // 2
            pictures.append(np.ascontiguousarray(rgb[top : top + 240, left : left + 320]))
    return pictures


def _damaged(repair: Repair, truth: list[np.ndarray], strength: tuple) -> Damaged:
    if repair is Repair.SWITCHING:
        rows = np.arange(240)[:, None] >= 240 - strength[0]
        where = [np.broadcast_to(rows, (240, 320))] * len(truth)
        return Damaged(damage.torn(truth, *strength), truth, where)
    if repair is Repair.SHAKE:
        shaken, steady = damage.trembling(truth[0].astype(float), COUNT, (176, 256), *strength)
        return Damaged(shaken, steady)
    simple = {
        Repair.JITTER: damage.ragged,
        Repair.RAINBOW: lambda given, strength, is_pal=False: damage.composite(
            given, strength, is_pal=is_pal
        ),
        Repair.HALO: damage.sharpened,
        Repair.FLICKER: damage.flickering,
        Repair.LEVELS: damage.faded,
        Repair.CHROMA: damage.displaced,
        Repair.REPEATS: damage.repeating,
        Repair.DROPOUTS: lambda *given: damage.scratched(*given)[0],
        Repair.DUST: lambda *given: damage.spotted(*given)[0],
    }
    hurt = simple[repair](truth, *strength)
    if repair is Repair.RAINBOW:
        return _rainbow(hurt, truth)
    if repair is Repair.CHROMA:  # what the narrow band has lost does not come back
        still = damage.displaced(truth, 0.0, 0.0, strength[2], noise=0)
        return Damaged(hurt, still, clean=damage.displaced(truth, *strength, noise=0))
    where = None
    if repair is Repair.REPEATS:
        where = [np.full((240, 320), n in strength[0]) for n in range(COUNT)]
    if repair in (Repair.DROPOUTS, Repair.DUST):
        make = damage.scratched if repair is Repair.DROPOUTS else damage.spotted
        where = make(truth, *strength)[1]
    return Damaged(hurt, truth, where)


def _rainbow(hurt: list[np.ndarray], truth: list[np.ndarray]) -> Damaged:
    """Return what is left of pictures where the carrier turns, and where that shows and is still.

    What does not turn with the carrier is lost for good.
    """
    means, where = list(hurt), [np.zeros((240, 320), bool)] * COUNT
    for number in range(2, COUNT - 2):
        near = slice(number - 2, number + 3)
        means[number] = np.average(hurt[near], axis=0, weights=(1, 2, 2, 2, 1))
        still = np.ptp(np.stack(truth[near]), axis=0).max(axis=-1) <= 8
        turning = np.abs(hurt[number] - means[number]).max(axis=-1) > 3
        where[number] = still & turning
    return Damaged(hurt, means, where)


def _stored(pictures: list[np.ndarray]) -> list[av.VideoFrame]:
    frames = []
    for number, picture in enumerate(pictures):
        frame = av.VideoFrame.from_ndarray(np.ascontiguousarray(picture), format="rgb24")
        frame = frame.reformat(format="yuv420p")
        frame.pts, frame.time_base = number, 1 / RATE
        frames.append(frame)
    return frames


def _sample(frames: list[av.VideoFrame]) -> Sample:
    sample = Sample()
    for frame in frames:
        sample.add(frame)
    return sample


def _gain(repair: Repair, info, hurt: Damaged, stored: list[av.VideoFrame]) -> float:
    """Return by how many dB the repair comes nearer to the truth."""
    before = [frame.reformat(format="rgb24").to_ndarray() for frame in stored]
    (step,) = source_steps(info, Options(repair=str(repair)))
    frames = (Frame(data, number, 1 / RATE, 1) for number, data in enumerate(before))
    after = [frame.data for frame in step.apply(frames)]
    if repair is Repair.CHROMA:
        return damage.colour_psnr(after, hurt.truth) - damage.colour_psnr(before, hurt.truth)
    if repair is Repair.FLICKER:
        swings = damage.swing(before, hurt.truth), damage.swing(after, hurt.truth)
        return float(20 * np.log10(swings[0] / max(swings[1], 1e-6)))
    inner = slice(4, -4) if repair in (Repair.SHAKE, Repair.RAINBOW) else slice(1, -1)
    where = hurt.where or damage.hurt_places(before, hurt.truth)
    if repair is Repair.SHAKE:
        return psnr(after[inner], hurt.truth[inner]) - psnr(before[inner], hurt.truth[inner])
    near = [damage.hurt_psnr(p[inner], hurt.truth[inner], where[inner]) for p in (before, after)]
    return float(near[1] - near[0])


if __name__ == "__main__":
    main(sys.argv[1:])
