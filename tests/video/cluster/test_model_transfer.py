"""A computer that lacks the model gets it from the one that has the film."""

import hashlib
import threading
from dataclasses import replace

import pytest
import torch
from safetensors.torch import save_file

from engine.cluster.files import SharedFiles
from engine.cluster.tasks import TRIAL
from engine.jobs.events import PeerFault
from engine.jobs.options import Job
from engine.networks import catalogue
from engine.networks.catalogue import ModelEntry
from engine.networks.realbasicvsr import RealBasicVSR
from engine.restoring import restorer
from tests.unit.tiny import TINY
from tests.video.cluster.peers import shared, troubles
from tests.video.interrupted import OPTIONS


@pytest.fixture
def folders(tmp_path, monkeypatch):
    """Folders of models, here with a tiny one and elsewhere empty; the catalogue knows it."""
    found = {name: tmp_path / name for name in ("here", "elsewhere")}
    for folder in found.values():
        folder.mkdir()
    torch.manual_seed(0)
    weights = found["here"] / "tiny.safetensors"
    save_file(RealBasicVSR(TINY).state_dict(), weights)
    entry = ModelEntry(
        name="tiny",
        title="Tiny",
        purpose="Tests.",
        licence="none",
        file=weights.name,
        size_bytes=weights.stat().st_size,
        sha256=hashlib.sha256(weights.read_bytes()).hexdigest(),
        default_threshold=1.0,
        family="realbasicvsr",
        architecture={**vars(TINY)},
    )

    def folder():
        is_elsewhere = threading.current_thread().name.startswith("peer")
        return found["elsewhere" if is_elsewhere else "here"]

    monkeypatch.setattr(catalogue, "_loaded", [(entry,)])
    monkeypatch.setattr(catalogue, "models_folder", folder)
    # Nothing stays loaded: each computer reads its own file.
    monkeypatch.setattr(restorer, "_load", restorer._load.__wrapped__)
    return found


def job_of(source, tmp_path, **words):
    options = replace(OPTIONS, model="tiny")
    return Job(source=source, output=tmp_path / "out.mp4", options=options, **words)


def test_the_model_is_brought_once_and_used(folders, source, tmp_path):
    job = job_of(source, tmp_path, others_only=True)
    peers, events = shared(job, ["attic"])
    assert troubles(events) == []
    assert any(task.number != TRIAL for _, task in peers.tasks)
    brought = [path.name for path in folders["elsewhere"].iterdir()]
    assert brought == ["tiny.safetensors"]
    contents = {(folder / "tiny.safetensors").read_bytes() for folder in folders.values()}
    assert len(contents) == 1


def test_a_file_that_is_not_the_model_is_refused(folders, source, tmp_path, monkeypatch):
    read = SharedFiles.read

    def changed(files, name, offset):
        part = read(files, name, offset)
        is_beginning = name.startswith("model/") and offset == 0
        return part[:-1] + bytes([part[-1] ^ 1]) if is_beginning else part

    monkeypatch.setattr(SharedFiles, "read", changed)
    peers, events = shared(job_of(source, tmp_path), ["attic"])
    assert troubles(events) == [("attic", PeerFault.NO_MODEL)]
    assert [task.number for _, task in peers.tasks] == [TRIAL]
    assert list(folders["elsewhere"].iterdir()) == []
    assert (tmp_path / "out.mp4").exists()


def test_another_model_of_that_name_is_not_replaced(folders, source, tmp_path, monkeypatch):
    find = catalogue.find

    def found(name):
        is_elsewhere = threading.current_thread().name.startswith("peer")
        return replace(find(name), sha256="0" * 64) if is_elsewhere else find(name)

    monkeypatch.setattr(catalogue, "find", found)
    _, events = shared(job_of(source, tmp_path), ["attic"])
    assert troubles(events) == [("attic", PeerFault.OTHER_VERSION)]
    assert list(folders["elsewhere"].iterdir()) == []
