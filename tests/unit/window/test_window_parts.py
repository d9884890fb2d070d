"""The parts of the window that only compute: slider, zoom, names, sources, wording."""

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPointF, QRectF, QSettings, QSizeF

from app.text import wording
from app.text.clock import clock
from app.window.compare.zoom import Zoom
from app.window.options.slider import STEPS, position_of, threshold_at
from app.window.queue import clip_wording
from app.window.queue.clips import Clip, ClipState
from app.window.queue.naming import free_output, name_key
from app.window.settings import ENCODERS, SIZES, Settings
from engine.files.discs import title_name, title_parts
from engine.files.sources import videos_in
from engine.jobs.choices import Codec, Container, Deinterlace, SizeByHeight
from engine.jobs.options import DEFAULT_MODEL, Options
from engine.networks import catalogue

ENDS = (0.5, 8.0)


def test_the_ends_of_the_slider_are_the_ends_of_the_range():
    assert threshold_at(0, ENDS) == pytest.approx(0.5)
    assert threshold_at(STEPS, ENDS) == pytest.approx(8.0)
    assert threshold_at(STEPS // 2, ENDS) == pytest.approx(2.0)  # the geometric mean


@given(st.integers(0, STEPS))
def test_each_position_of_the_slider_comes_back(position):
    assert position_of(threshold_at(position, ENDS), ENDS) == position


def test_thresholds_past_an_end_show_that_end():
    assert position_of(0.01, ENDS) == 0
    assert position_of(100.0, ENDS) == STEPS


def test_the_bundled_model_has_its_default_on_the_slider():
    smooth, detailed = catalogue.slider_range(DEFAULT_MODEL)
    assert smooth < catalogue.find(DEFAULT_MODEL).default_threshold < detailed


@given(st.floats(0.1, 8), st.floats(-500, 500), st.floats(-500, 500), st.floats(0.2, 5))
def test_zooming_keeps_the_picture_under_the_mouse(scale, x, y, factor):
    zoom, mouse = Zoom(scale, x, y), QPointF(123, 45)
    before, after = zoom.to_picture(mouse), zoom.zoomed(factor, mouse).to_picture(mouse)
    assert (after.x(), after.y()) == pytest.approx((before.x(), before.y()), abs=1e-6)


def test_fitting_centres_the_whole_area():
    zoom = Zoom.fitting(QRectF(100, 50, 200, 100), QSizeF(424, 524), margin=12)
    assert zoom.to_screen(QRectF(100, 50, 200, 100)) == QRectF(12, 162, 400, 200)


def test_a_free_name_is_kept(tmp_path):
    assert free_output(tmp_path / "a restored.mp4", set()) == tmp_path / "a restored.mp4"


def test_names_are_counted_past_files_and_past_the_queue(tmp_path):
    wanted = tmp_path / "a restored.mp4"
    existing = {name_key(wanted)}
    taken = {name_key(tmp_path / "A RESTORED 2.mp4")}
    assert free_output(wanted, taken, existing).name == "a restored 3.mp4"
    second = tmp_path / "a restored 2.mp4"
    assert free_output(second, taken, existing).name == "a restored 3.mp4"


def disc(folder):
    """The files of a DVD with two titles, the first of them in three files."""
    names = ("VIDEO_TS.VOB", "VIDEO_TS.IFO", "VTS_01_0.VOB", "VTS_01_0.IFO", "VTS_02_1.VOB")
    for name in (*names, *(f"VTS_01_{part}.VOB" for part in (1, 2, 3))):
        (folder / name).touch()
    return folder / "VTS_01_1.VOB", folder / "VTS_02_1.VOB"


def test_a_disc_gives_its_films_and_no_menus(tmp_path):
    folder = tmp_path / "Christmas 1998" / "VIDEO_TS"
    folder.mkdir(parents=True)
    films = disc(folder)
    assert videos_in([tmp_path]) == list(films)
    assert [title_name(film) for film in films] == [
        "Christmas 1998 title 1",
        "Christmas 1998 title 2",
    ]
    assert title_parts(films[0]) == [folder / f"VTS_01_{part}.VOB" for part in (1, 2, 3)]
    assert title_parts(films[1]) == [films[1]]
    everything = sorted(folder.glob("VTS_01_*.VOB"))
    assert videos_in(everything) == everything[:2]  # the menu was asked for by name
    assert videos_in(everything[2:]) == everything[2:]


def test_parts_that_do_not_follow_on_each_other_are_films_of_their_own(tmp_path):
    names = ["VTS_03_1.VOB", "VTS_03_3.VOB", "vts_04_2.vob"]
    for name in names:
        (tmp_path / name).touch()
    assert [path.name for path in videos_in([tmp_path])] == names
    assert title_parts(tmp_path / names[0]) == [tmp_path / names[0]]
    assert title_name(tmp_path / names[0]) is None


def test_a_video_cd_gives_its_tracks(tmp_path):
    for name in ("MPEGAV/AVSEQ01.DAT", "VCD/ENTRIES.VCD", "EXT/LOT_X.DAT"):
        (tmp_path / name).parent.mkdir()
        (tmp_path / name).touch()
    assert videos_in([tmp_path]) == [tmp_path / "MPEGAV" / "AVSEQ01.DAT"]


def test_folders_give_their_videos_in_order(tmp_path):
    for name in ("b.mp4", "a/z.MTS", "a/text.txt", ".trash/x.mp4"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).touch()
    odd = tmp_path / "a" / "text.txt"
    assert videos_in([odd, tmp_path]) == [odd, tmp_path / "a" / "z.MTS", tmp_path / "b.mp4"]


@pytest.mark.parametrize(
    ("seconds", "text"),
    [(0.2, "1 s"), (59.4, "59 s"), (61, "1 min"), (3700, "1 h 2 min"), (400_000, "5 days")],
)
def test_durations_are_as_rough_as_estimates(seconds, text):
    assert wording.rough_duration(seconds) == text


@pytest.mark.parametrize(
    ("seconds", "text"), [(0, "0:00.000"), (63.48, "1:03.480"), (3723.9996, "1:02:04.000")]
)
def test_positions_are_exact(seconds, text):
    assert clock(seconds, with_fraction=True) == text


@pytest.fixture
def settings(tmp_path):
    return Settings(QSettings(str(tmp_path / "s.ini"), QSettings.Format.IniFormat))


def test_settings_come_back(settings, tmp_path):
    options = Options(threshold=1.25, strength=0.4, size=SizeByHeight(720), codec=Codec.HEVC)
    settings.options = options
    settings.output_folder = tmp_path
    assert settings.options == options
    assert settings.output_folder == tmp_path
    settings.options = Options()
    settings.output_folder = None
    assert settings.options == Options()
    assert settings.output_folder is None


def stored(tmp_path, text):
    path = tmp_path / "s.ini"
    path.write_text(text)
    return Settings(QSettings(str(path), QSettings.Format.IniFormat))


WRITTEN_BEFORE = """[options]
codec=2
container=2
deinterlace=2
encoder=1
grain=0.2
quality=23
size=5
strength=0
threshold=1.25
"""
"""As Homereel 0.1.0 wrote it: positions in lists."""


def test_settings_of_an_earlier_version_are_read(tmp_path):
    settings = stored(tmp_path, WRITTEN_BEFORE)
    before = Options(
        threshold=1.25,
        strength=0.0,
        grain=0.2,
        size=SizeByHeight(720),
        codec=Codec.HEVC,
        quality=23,
        encoder=ENCODERS[1],
        container=Container.MKV,
    )
    assert settings.options == before
    settings.options = Options()
    assert settings.options == Options(), "the old ones are forgotten"


@pytest.mark.parametrize("number", ["nan", "inf", "-1", "99", "1e400", "0.5"])
def test_numbers_of_an_earlier_version_that_make_no_sense_are_defaults(tmp_path, number):
    keys = "codec", "container", "encoder", "quality", "size"
    text = "[options]\n" + "".join(f"{key}={number}\n" for key in keys)
    assert stored(tmp_path, text).options in (Options(), Options(quality=0))


def test_settings_are_stored_by_name(settings, tmp_path):
    settings.options = Options(codec=Codec.HEVC, size=SizeByHeight(720))
    settings._store.sync()
    text = (tmp_path / "s.ini").read_text()
    assert all(word in text for word in ("codec", "hevc", "short_side", "720"))


def test_what_fits_one_source_only_is_not_remembered(settings):
    settings.options = Options(strength=0.5, deinterlace=Deinterlace.FIELD, end_seconds=2.0)
    assert settings.options == Options(strength=0.5)


@pytest.mark.parametrize("name", ["strength", "codec", "size", "container"])
def test_one_setting_that_makes_no_sense_leaves_the_others(settings, name):
    chosen = {"grain": 0.5, name: "nonsense", "sharpness": 3}
    settings._store.setValue("options/chosen", json.dumps(chosen))
    assert settings.options == Options(grain=0.5)


def test_a_quality_that_the_codec_does_not_have_is_its_own(settings):
    settings.options = Options(codec=Codec.H264, quality=60)
    assert settings.options == Options(codec=Codec.H264)


def test_settings_that_make_no_sense_are_defaults(tmp_path):
    store = QSettings(str(tmp_path / "s.ini"), QSettings.Format.IniFormat)
    store.setValue("options/chosen", "[1")
    for key in ("options/threshold", "options/strength", "options/size", "options/codec"):
        store.setValue(key, "nonsense")
    store.setValue("options/container", 99)
    store.setValue("folders/output", str(tmp_path / "gone"))
    settings = Settings(store)
    assert settings.options == Options()
    assert settings.output_folder is None
    assert settings.geometry.isEmpty()


def test_each_size_has_a_name_of_its_own():
    names = [wording.size_choice(size) for size in SIZES]
    assert len(set(names)) == len(SIZES)


def test_a_paused_render_promises_no_more_than_it_keeps() -> None:
    """The frames since the last window are restored again."""
    clip = Clip(1, Path("tape.avi"), Options(), state=ClipState.PAUSED, done_share=0.08)
    assert (
        clip_wording.state_line(clip) == "Paused at 8\u00a0%. It goes on there or a little before."
    )
    clip.state, clip.has_begun = ClipState.RUNNING, True
    assert clip_wording.state_line(clip) == "8\u00a0%"
