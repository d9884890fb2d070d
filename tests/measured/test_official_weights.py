"""Official weights through the program: frames of a real clip, against the network by itself.

`python -m tests.bench.families` does it at length: killed, resumed, by the window, previewed.
"""

from __future__ import annotations

import threading
from itertools import islice

import numpy as np
import pytest
import torch

from engine.jobs.choices import Codec, SizeByFactor
from engine.jobs.options import Job, Options
from engine.networks import catalogue
from engine.networks.checkpoint import load_model
from engine.networks.family import find_family
from engine.rendering.render import restore
from engine.restoring.restorer import free_device
from engine.video.probing.probe import probe
from engine.video.reading.reader import Reader
from tests.bench.pictures import luma, read_frames, write_lossless
from tests.shared import SHARED

CLIP = SHARED / "clips" / "carphone_176x144_clean.mp4"
FILES = {
    "realesrgan-x4plus": "official_weights/RealESRGAN_x4plus.from_ncnn_fp16.safetensors",
    "basicvsr-reds4": "official_weights/BasicVSR_REDS4.pth",
    "basicvsr-vimeo90k-bd": "official_weights/BasicVSR_Vimeo90K_BDx4.pth",
    "realesr-animevideov3": "vectors_weights/realesr-animevideov3.pth",
}
FRAMES, WIDTH, HEIGHT = 2, 32, 24


@pytest.fixture(params=FILES)
def model(request, tmp_path, monkeypatch):
    """A model, imported from the file of its authors."""
    file = SHARED / FILES[request.param]
    if not (file.exists() and CLIP.exists()):
        pytest.skip("the official weights are not beside this checkout")
    monkeypatch.setattr(catalogue, "models_folder", lambda: tmp_path / "models")
    catalogue.reload()
    entry = catalogue.import_file(file)
    assert entry.name == request.param
    yield entry
    free_device()


def test_the_render_is_what_the_network_says(model, tmp_path):
    source, output = tmp_path / "source.mkv", tmp_path / "output.mkv"
    with Reader(probe(CLIP)) as reader:
        frames = [frame.data[40:, 60:][:HEIGHT, :WIDTH] for frame in islice(reader, FRAMES)]
    write_lossless(source, frames)
    options = Options(
        model=model.name, codec=Codec.FFV1, size=SizeByFactor(4), device="cpu", precision="fp32"
    )
    job = Job(source=source, output=output, options=options)
    restore(job, lambda _event: None, threading.Event())
    network = load_model(
        catalogue.weights_path(model), find_family(model.family), model.architecture
    )
    clip = torch.from_numpy(np.stack(frames)).permute(0, 3, 1, 2)[None] / 255
    with torch.inference_mode():
        expected = network.restore_clip(clip)[0].clamp(0, 1).permute(0, 2, 3, 1).numpy() * 255
    written = read_frames(output)
    assert len(written) == FRAMES
    for picture, truth in zip(written, expected, strict=True):
        difference = np.abs(luma(picture) - luma(truth))
        # The file has whole levels of Y, and is rounded to levels of RGB when it is read.
        assert difference.mean() < 0.5
        assert np.quantile(difference, 0.999) < 2
