"""The use of a card: it needs little, ends in time, and whatever fails, the rest is done."""

from __future__ import annotations

import subprocess
import sys
import tarfile
from types import SimpleNamespace

import pytest
import torch
from safetensors.torch import save_file

from tests.bench import card, card_run
from tests.bench.card import Seen, decisions

CPU = torch.device("cpu")


def test_torch_numpy_and_opencv_are_all_that_is_needed():
    """A finder refuses every other module that is not of Python or of this project."""
    program = (
        "import sys\n"
        "allowed = {'torch', 'numpy', 'cv2', 'engine', 'resources', 'tests', 'functorch',\n"
        "    'torchgen', 'typing_extensions', 'sympy', 'mpmath', 'networkx', 'jinja2',\n"
        "    'markupsafe', 'filelock', 'fsspec', 'triton', 'packaging', 'setuptools'}\n"
        "allowed |= sys.stdlib_module_names\n"
        "class Refusing:\n"
        "    def find_spec(self, name, path=None, target=None):\n"
        "        top = name.partition('.')[0]\n"
        "        if top not in allowed and not top.startswith('_'):\n"
        "            raise ModuleNotFoundError(f'No module named {name!r}', name=name)\n"
        "sys.meta_path.insert(0, Refusing())\n"
        "import tests.bench.card_run, tests.bench.speed, tests.bench.launches\n"
        "import engine.training.on_card, engine.training.train\n"
        "from tests.bench import card\n"
        "assert card.usual_ways(engine.training.settings.SMALL)\n"
    )
    subprocess.run([sys.executable, "-c", program], check=True, timeout=280)


@pytest.fixture
def use(monkeypatch, tmp_path):
    """A use of a card, of ten minutes by a clock that the test moves; nothing is computed."""
    now, done = [0.0], []

    def work(name, seconds, error=None):
        def act(*_, **__):
            done.append(name)
            now[0] += seconds
            if error is not None:
                raise error

        return act

    checks = [work("first check", 5), work("broken check", 5, AssertionError("off by one"))]
    for check, name in zip(checks, ("first_check", "broken_check"), strict=True):
        check.__name__ = name
    monkeypatch.setattr(card_run, "CHECKS", tuple(checks))
    made = card_run.Run(tmp_path, tmp_path / "out", 600, CPU, clock=lambda: now[0])
    monkeypatch.setattr(made, "_tell_precision", work("precision", 10, RuntimeError("no kernel")))
    monkeypatch.setattr(made, "_speed", work("speed", 60))
    monkeypatch.setattr(made, "_train", work("training", 400))
    return SimpleNamespace(run=made, done=done, now=now, table=tmp_path / "out" / "table.txt")


def test_whatever_fails_the_rest_is_done_and_written(use):
    use.run.run(workers=1)
    wanted = ["first check", "broken check", "precision", "speed", "speed", "training"]
    assert use.done == wanted
    table = use.table.read_text()
    assert "broken check: FAILED: AssertionError: off by one" in table
    assert "closeness and gain: FAILED: RuntimeError: no kernel" in table
    assert "training: done in 400.0 s" in table
    assert "off by one" in use.table.with_name("errors.txt").read_text()


def test_with_little_time_the_training_keeps_it(use):
    use.now[0] = 320.0
    use.run.run(workers=1)
    assert use.done.count("speed") == 0
    assert use.done[-1] == "training"


def test_what_is_too_large_to_come_back_is_told(tmp_path, monkeypatch):
    monkeypatch.setattr(card_run, "_MOST_RETURNED_BYTES", 1000)
    with pytest.raises(AssertionError, match="too large"):
        card_run._save({"a": torch.zeros(1000)}, tmp_path / "state.pth")
    assert not (tmp_path / "state.pth").exists()


def test_a_table_ends_in_time_and_a_way_that_fails_is_a_row(monkeypatch):
    def ours(way, *_):
        if way == "broken":
            raise RuntimeError("no kernel")
        return Seen(0.01, 0.5, 1)

    monkeypatch.setattr(card, "plainly", lambda *_: Seen(0.02, 0.5, 1))
    monkeypatch.setattr(card, "ours", ours)
    lines = []
    seen = card.report(CPU, (4, 2), {"a": "fine", "b": "broken"}, lines.append)
    assert list(seen) == [card._PLAIN, "a"]
    assert "2.00" in lines[2]
    assert "failed: RuntimeError: no kernel" in lines[3]
    late = card.report(CPU, (4, 2), {"a": "fine"}, lines.append, until=0.0)
    assert list(late) == [card._PLAIN]
    assert "for want of time" in lines[-1]


def test_the_table_decides_about_the_switches():
    def row(seconds):
        return Seen(seconds, 1.0, 1)

    seen = {
        "bundled, 16-bit": row(1.0),
        "bundled, replayed": row(0.5),
        "bundled, both at once": row(0.99),
    }
    graphs, streams = decisions(seen)
    assert graphs == "HOMEREEL_CUDA_GRAPHS: 2.00 times as fast: on by default"
    assert streams == "HOMEREEL_CUDA_STREAMS: 1.01 times as fast: delete it"
    assert "undecided" in decisions({})[0]
    assert {name for pairs in card._SWITCHES.values() for pair in pairs for name in pair} <= set(
        card.usual_ways(card.NetworkShape())
    )


def test_photographs_are_left_out_where_they_do_not_fit(tmp_path):
    photos, folder = tmp_path / "photos", tmp_path / "card"
    photos.mkdir()
    for name in ("a", "b", "c", "d", "val-e"):
        (photos / f"{name}.jpg").write_bytes(bytes(20_000))
    weights = tmp_path / "weights.safetensors"
    save_file({"w": torch.zeros(1)}, weights)

    card_run.pack(folder, photos, None, weights, limit_bytes=70_000)

    with tarfile.open(folder / "photos.tar") as tar:
        assert tar.getnames() == ["a.jpg", "c.jpg"]
    assert sum(path.stat().st_size for path in folder.iterdir()) <= 70_000
