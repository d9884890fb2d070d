"""Scenes without a fault, to which a test does what tapes and films do to pictures."""

from functools import lru_cache

import av
import numpy as np

from engine.jobs.choices import SizeByFactor
from engine.jobs.options import Options
from engine.rendering.steps.registry import open_frames
from engine.video.probing.faults.sample import Sample
from engine.video.probing.probe import probe
from tests.shared import SHARED
from tests.video.clips import make_clip

CLIPS = SHARED / "clips"
PLAIN = {"strength": 0.0, "size": SizeByFactor(1)}


@lru_cache(maxsize=16)
def scene(seed, count=24, height=240, width=320, gray=False):
    """Things of many colours move before a wall with a pattern; ``count`` RGB pictures."""
    rng = np.random.default_rng(seed)
    rows, columns = np.mgrid[0:height, 0:width].astype(np.float32)
    wall = np.zeros((height, width, 3), np.float32) + rng.uniform(70, 160, 3)
    for _ in range(8):
        turn, period = rng.uniform(0, np.pi), rng.uniform(9, 90)
        along = np.cos(turn) * columns + np.sin(turn) * rows
        wall += rng.uniform(-16, 16, 3) * np.sin(2 * np.pi * along / period)[..., None]
    things = [
        (rng.uniform(0, [height, width]), rng.uniform(-2, 2, 2), rng.uniform(8, 60, 2), colour)
        for colour in rng.uniform(0, 255, (24, 3))
    ]
    shade = 0.5 * (wall - wall.mean())
    pictures = []
    for time in range(count):
        picture = wall.copy()
        for number, (place, speed, size, colour) in enumerate(things):
            top, left = place + speed * time
            down, right = np.abs(rows[:, :1] - top), np.abs(columns[:1] - left)
            box = np.ix_((down < size[0])[:, 0], (right < size[1])[0])
            drawn = colour + shade[box]
            if number % 2:
                down, right = down[box[0][:, 0]] / size[0], right[:, box[1][0]] / size[1]
                round_ = (down**2 + right**2 < 1)[..., None]
                drawn = np.where(round_, drawn, picture[box])
            picture[box] = drawn
        if gray:
            picture[:] = picture.mean(axis=2, keepdims=True)
        picture += rng.normal(0, 1.5, (height, width, 1))
        pictures.append(picture.clip(0, 255).astype(np.uint8))
    return pictures


def shared_scene(name, count=24):
    """The first pictures of a clip, halved where they are large, or None where it is missing."""
    if not (CLIPS / name).exists():
        return None
    pictures = []
    with av.open(str(CLIPS / name)) as container:
        for picture in container.decode(video=0):
            parts = 1 + (picture.width > 800)
            size = {"width": picture.width // parts, "height": picture.height // parts}
            pictures.append(picture.reformat(format="rgb24", **size).to_ndarray())
            if len(pictures) == count:
                break
    return pictures


def on_two_scenes(strengths, seeds):
    """Pair each strength of a fault with two of some scenes, for the parameters of a test."""
    return [(seeds[n % len(seeds)], strength) for n, strength in enumerate(strengths * 2)]


def written(path, pictures, pixel_format="yuv420p"):
    """Keep pictures without a loss but that of their format."""
    return make_clip(
        path,
        times=range(len(pictures)),
        frames=pictures,
        codec="ffv1",
        pixel_format=pixel_format,
    )


def sampled(pictures):
    """Return a sample of pictures, as the first look takes one."""
    sample = Sample()
    for picture in pictures:
        sample.add(av.VideoFrame.from_ndarray(picture, format="rgb24").reformat(format="yuv420p"))
    return sample


def finding(path, repair):
    return probe(path).finding(repair)


def repaired(path, repair="auto"):
    """Read a clip as a render of ``--strength 0 --size 1x`` does; a list of signed pictures."""
    with open_frames(probe(path), Options(repair=repair, **PLAIN)) as reader:
        return [frame.data.astype(np.int32) for frame in reader]


def psnr(pictures, truth, where=np.s_[:]):
    """How near pictures are to the truth in a part of each, in dB."""
    pairs = zip(pictures, truth, strict=True)
    error = np.mean([np.square(a[where].astype(float) - b[where]).mean() for a, b in pairs])
    return 10 * np.log10(255**2 / max(error, 1e-9))
