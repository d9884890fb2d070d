"""Which frames of which clips are scored, and what is said about them."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
import torch
from PIL import Image

from app.command_line.score_report import difference, score_report, scores_for_scripts
from engine.jobs.errors import InputVideoError, ScoreFileError
from engine.scoring import clips
from engine.scoring.clips import Clip, ClipScore, Judges, Score, find_clips, score_clip


def nothing() -> None:
    pass


@pytest.fixture
def judges(tmp_path_factory) -> Judges:
    """NIQE with parameters of its own: the published ones do not come with the program."""
    path = tmp_path_factory.mktemp("niqe") / "parameters.npz"
    axis = np.exp(-0.5 * (np.arange(-3, 4) / (7 / 6)) ** 2)
    window = np.outer(axis, axis)
    np.savez(
        path,
        mu_pris_param=np.zeros((1, 36)),
        cov_pris_param=np.eye(36),
        gaussian_window=window / window.sum(),
    )
    return Judges.read(path, None)


def pictures(folder: Path, count: int, *, size: tuple[int, int] = (200, 100), noise: float = 30):
    folder.mkdir()
    rng = np.random.default_rng(0)
    rows, columns = np.mgrid[: size[1], : size[0]]
    waves = 128 + 60 * np.sin(rows / 5) * np.cos(columns / 7)
    for number in range(count):
        picture = waves[..., None] + noise * rng.standard_normal((*waves.shape, 3))
        picture[0, 0] = number
        pixels = picture.clip(0, 255).astype(np.uint8)
        Image.fromarray(pixels).save(folder / f"{number:08d}.png")
    return folder


@pytest.mark.parametrize(
    ("count", "expected"),
    [(1, (0,)), (2, (0, 1)), (31, (0, 15, 30)), (100, (0, 50, 99)), (4771, (0, 50, 99))],
)
def test_the_frames_that_count(count, expected):
    assert clips._counting(count) == expected


def test_a_folder_of_pictures_is_a_clip(tmp_path, judges):
    folder = pictures(tmp_path / "000", 5)
    (folder / "notes.txt").write_text("none of them")
    assert find_clips([tmp_path]) == find_clips([folder]) == [Clip(folder)]
    numbers, frames = clips._frames(folder, nothing)
    assert numbers == (0, 2, 4)
    assert [round(float(frame[0, 0, 0]) * 255) for frame in frames] == [0, 2, 4]
    score = score_clip(Clip(folder), judges, nothing)
    assert score.score.niqe > 0
    assert score.score.brisque is None


def test_a_result_is_compared_with_its_source_at_its_size(tmp_path, judges):
    source = pictures(tmp_path / "tape", 5, size=(100, 50), noise=0)
    result = pictures(tmp_path / "tape restored", 5, noise=40)
    (found,) = find_clips([tmp_path])
    assert found == Clip(result, source)
    scored = score_clip(found, judges, nothing)
    assert scored.source_score.niqe != scored.score.niqe
    page = score_report([scored])
    assert "tape (source, enlarged)" in page
    assert "by NIQE" in page
    assert "see “homereel score --help”" in page
    (plain,) = scores_for_scripts([scored])
    assert plain["source"] == str(source)
    assert plain["source_niqe"] == scored.source_score.niqe


@pytest.mark.parametrize("name", ["tape restored.mp4", "tape restored 2.mkv"])
def test_sources_are_found_by_name(tmp_path, name):
    (tmp_path / "originals").mkdir()
    source, result = tmp_path / "originals" / "tape.avi", tmp_path / name
    for path in (source, result):
        path.write_bytes(b"")
    assert find_clips([result]) == [Clip(result)]
    assert find_clips([result], source.parent) == [Clip(result, source)]
    assert find_clips([result], source) == [Clip(result, source)]
    beside = source.rename(tmp_path / "tape.avi")
    assert find_clips([result]) == [Clip(result, beside)]
    assert find_clips([tmp_path]) == [Clip(result, beside)]


def test_small_pictures_have_no_niqe(judges):
    assert judges.score([torch.rand(3, 96, 120)]) == Score(None, None)


def test_what_cannot_be_read(tmp_path, judges):
    with pytest.raises(ScoreFileError):
        Judges.read(None, tmp_path / "none.txt")
    with pytest.raises(ScoreFileError):
        Judges.read(tmp_path / "none.npz", None)
    np.savez(tmp_path / "other.npz", other=np.zeros(3))
    with pytest.raises(ScoreFileError, match="mu_pris"):
        Judges.read(tmp_path / "other.npz", None)
    with pytest.raises(InputVideoError):
        score_clip(Clip(tmp_path / "none.avi"), judges, nothing)


def test_differences_in_words():
    source = Score(6.0, 50.0)
    assert difference(source, Score(4.0, 30.0)) == (
        "Looks clearly better than the source by NIQE (-2.0)."
        " Looks clearly better than the source by BRISQUE (-20.0)."
    )
    assert "a little worse than the source by NIQE (+0.5)" in difference(source, Score(6.5, None))
    assert "about as the source by BRISQUE (+1.0)" in difference(source, Score(None, 51.0))
    assert difference(source, Score(None, None)) == "Too small to compare."


def test_means_of_several_pairs():
    paths = [Clip(Path(f"{n} restored.mp4"), Path(f"{n}.avi")) for n in (1, 2)]
    scored = [ClipScore(c, (0,), Score(4.0, 30.0), Score(6.0, 40.0)) for c in paths]
    rows = [line.split() for line in score_report(scored).splitlines()]
    assert ["mean", "of", "2", "sources", "6.00", "40.0"] in rows
    assert ["mean", "of", "2", "results", "4.00", "30.0"] in rows
    alone = score_report([ClipScore(c, (0,), Score(4.0, 30.0), None) for c in paths])
    assert ["mean", "of", "2", "clips", "4.00", "30.0"] in [x.split() for x in alone.splitlines()]
