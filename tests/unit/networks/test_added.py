"""Models that the user adds: named, copied, remembered, removed."""

from __future__ import annotations

import json
import os
import sys

import pytest
import torch

from engine.jobs.errors import WeightsError, WeightsProblem
from engine.jobs.options import DEFAULT_MODEL, Options
from engine.networks import added, catalogue
from engine.restoring import restorer
from tests.unit.networks.test_community import RunsCode, SmallSpandrel, own, saved


@pytest.fixture(autouse=True)
def folder(tmp_path, monkeypatch):
    monkeypatch.setattr(catalogue, "models_folder", lambda: tmp_path / "models")
    monkeypatch.setitem(sys.modules, "spandrel", SmallSpandrel())
    catalogue.reload()
    yield tmp_path / "models"
    monkeypatch.undo()
    catalogue.reload()


def test_a_model_is_added_chosen_and_removed(tmp_path, folder):
    file = saved(tmp_path, own(), "2x VHS Cleaner (v3).pth")
    entry = added.add(file, licence="CC BY-NC 4.0")
    assert entry.name == "2x-vhs-cleaner-v3"
    assert entry.title == "2x VHS Cleaner (v3)"
    assert "enlarges 2 times" in entry.purpose
    catalogue.reload()  # as another process would
    found = catalogue.find("2x-vhs-cleaner-v3")
    assert found == entry
    assert found.licence == "CC BY-NC 4.0"
    assert found.is_added
    catalogue.verify(found)
    assert catalogue.load_catalogue()[0].name == DEFAULT_MODEL
    file.unlink()  # a copy is used
    work = restorer.prepare(Options(model=entry.name), 32, 24)
    assert (work.model.scale, work.refine) == (2, None)
    restorer.free_device()
    assert added.remove(found) == entry.size_bytes
    assert [path.name for path in folder.iterdir()] == ["added.json"]
    with pytest.raises(WeightsError):
        catalogue.find("2x-vhs-cleaner-v3")


def test_a_changed_file_is_not_used(tmp_path, folder):
    entry = added.add(saved(tmp_path, own()))
    with (folder / entry.file).open("ab") as file:
        file.write(b"x")
    with pytest.raises(WeightsError) as refused:
        restorer.prepare(Options(model=entry.name), 32, 24)
    assert refused.value.reason is WeightsProblem.WRONG_CHECKSUM


def test_adding_twice_does_no_harm(tmp_path, folder):
    file = saved(tmp_path, own())
    first = added.add(file)
    assert added.add(file, name="another name") == first
    assert first.licence == "unknown"
    assert len(json.loads((folder / "added.json").read_text())) == 1


def test_two_models_of_one_name(tmp_path):
    added.add(saved(tmp_path, own()))
    other = saved(tmp_path, own(4))
    with pytest.raises(WeightsError) as refused:
        added.add(other)
    assert (refused.value.model, refused.value.reason) == ("others", WeightsProblem.NAME_TAKEN)
    assert added.add(other, name="Others, 4x").name == "others-4x"
    with pytest.raises(WeightsError) as refused:
        added.add(saved(tmp_path, own(1)), name=DEFAULT_MODEL)
    assert refused.value.reason is WeightsProblem.NAME_TAKEN


@pytest.mark.parametrize("name", ["", "…", "../..", "日本"])
def test_names_that_are_none(tmp_path, folder, name):
    with pytest.raises(WeightsError) as refused:
        added.add(saved(tmp_path, own()), name=name)
    assert refused.value.reason is WeightsProblem.BAD_NAME
    assert not folder.exists()


def test_a_file_that_homereel_knows_is_that_model(tmp_path, monkeypatch):
    file = saved(tmp_path, own())
    known = added.add(file)
    official = catalogue.ModelEntry(
        **{**vars(known), "name": "official", "file": "official.pth", "is_added": False}
    )
    monkeypatch.setattr(catalogue, "load_catalogue", lambda: (official,))
    assert added.add(file) == official
    assert catalogue.is_installed(official)


def test_what_cannot_be_used_leaves_nothing(tmp_path, folder):
    torch.save({"a": RunsCode(tmp_path / "it ran")}, path := tmp_path / "others.pth")
    for wrong in (path, tmp_path / "none.pth"):
        with pytest.raises(WeightsError):
            added.add(wrong)
    assert not folder.exists()
    assert not (tmp_path / "it ran").exists()


def test_the_bundled_model_stays():
    with pytest.raises(WeightsError) as refused:
        added.remove(catalogue.find(DEFAULT_MODEL))
    assert refused.value.reason is WeightsProblem.NOT_REMOVABLE


def test_a_fetched_model_can_be_removed_to_free_its_room(folder):
    entry = catalogue.find("realesr-animevideov3")
    with pytest.raises(WeightsError) as refused:
        added.remove(entry)
    assert refused.value.reason is WeightsProblem.NOT_INSTALLED
    folder.mkdir()
    (folder / entry.file).write_bytes(b"1234")
    (folder / f"{entry.file}.part").write_bytes(b"12")
    assert added.remove(entry) == 6
    assert catalogue.find(entry.name) == entry


@pytest.mark.parametrize("content", ["", "no json", "[1]", '[{"name": "x"}]', '{"a": 1}'])
def test_a_list_that_makes_no_sense_hides_no_other_model(folder, content):
    folder.mkdir()
    (folder / "added.json").write_text(content)
    catalogue.reload()
    assert catalogue.load_catalogue()[0].name == DEFAULT_MODEL
    assert not any(model.is_added for model in catalogue.load_catalogue())


@pytest.mark.skipif(os.name != "posix" or os.geteuid() == 0, reason="root may write everywhere")
def test_a_folder_that_may_not_be_written(tmp_path, folder):
    folder.mkdir(mode=0o500)
    with pytest.raises(WeightsError):
        added.add(saved(tmp_path, own()))


@pytest.mark.parametrize("file", ["../precious.txt", "/precious.txt", "a/b"])
def test_a_list_that_names_files_elsewhere_is_set_aside(tmp_path, folder, file):
    added.add(saved(tmp_path, own()))
    listed = folder / "added.json"
    listed.write_text(listed.read_text().replace("others.pth", file))
    catalogue.reload()
    assert not any(model.is_added for model in catalogue.load_catalogue())
    assert (folder / "added.old.json").exists()
