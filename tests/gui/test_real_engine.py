"""The window over the engine as it is: a preview, then a render, of a very small clip."""

import av
import numpy as np
import pytest
from PySide6.QtCore import QSettings

from app.window.compare.preview import PreviewState
from app.window.compare.region import shown_of
from app.window.main_window import Window
from app.window.queue.clips import ClipState
from app.window.settings import Settings
from engine.background.engine_thread import Engine
from engine.background.intake_thread import Intake
from engine.jobs.choices import Crop
from engine.video.probing.probe import probe
from engine.video.reading.reader import Reader
from tests.shared import SHARED

FRAMES = 6
TURNED = SHARED / "clips" / "phone_pan_480x272_rot.mp4"


@pytest.fixture
def source(tmp_path):
    path = tmp_path / "tape.mp4"
    with av.open(path, "w") as container:
        stream = container.add_stream("libx264", rate=25)
        stream.width, stream.height, stream.pix_fmt = 64, 48, "yuv420p"
        for number in range(FRAMES):
            rgb = np.full((48, 64, 3), 40 * number, np.uint8)
            container.mux(stream.encode(av.VideoFrame.from_ndarray(rgb, format="rgb24")))
        container.mux(stream.encode(None))
    return path


def test_a_clip_is_previewed_and_restored(qtbot, tmp_path, appearance, source):
    engine, intake = Engine(), Intake()
    store = QSettings(str(tmp_path / "settings.ini"), QSettings.Format.IniFormat)
    window = Window(engine=engine, intake=intake, settings=Settings(store), appearance=appearance)
    qtbot.addWidget(window)
    window.show()
    window.adding.add_files([source])
    [clip] = window.model
    qtbot.waitUntil(lambda: bool(clip.plan and clip.thumbnail and clip.still), timeout=60_000)
    window.editing.request_preview()
    qtbot.waitUntil(lambda: window.strip.state is not PreviewState.WORKING, timeout=60_000)
    assert window.strip.error is None
    assert window.strip.frame_count == FRAMES
    assert window.strip.frame.after.size() == window.strip.frame.before.size()
    window.commands.toggle_queue()
    qtbot.waitUntil(lambda: not window.queue.is_running, timeout=60_000)
    assert (clip.state, clip.error) == (ClipState.DONE, None)
    with av.open(tmp_path / "tape restored.mp4") as container:
        frames = list(container.decode(video=0))
    assert len(frames) == FRAMES
    assert (frames[0].width, frames[0].height) == clip.plan.sizes[None]
    window.close()
    qtbot.waitUntil(lambda: not window.isVisible(), timeout=5000)
    assert {path.name for path in tmp_path.iterdir()} == {
        "settings.ini",
        "tape.mp4",
        "tape restored.mp4",
    }


@pytest.mark.skipif(not TURNED.exists(), reason="the shared clips are not here")
def test_the_region_of_a_turned_clip_is_what_is_restored():
    info = probe(TURNED)
    crop = Crop(100, 40, 160, 120)
    with Reader(info) as whole, Reader(info, crop=crop) as part:
        picture, cut = next(iter(whole)).data, next(iter(part)).data
    x, y, width, height = (round(side) for side in shown_of(crop, info).getRect())
    assert np.array_equal(picture[y : y + height, x : x + width], cut)
