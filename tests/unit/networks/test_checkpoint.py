"""Model files of every layout are read, and nothing else is."""

from __future__ import annotations

import json
import pickle
import subprocess
import sys
from pathlib import Path

import pytest
import torch
from safetensors.torch import save_file

from engine.jobs.errors import WeightsError, WeightsProblem
from engine.networks import checkpoint
from engine.networks.realbasicvsr import NetworkShape, RealBasicVSR, count_macs_per_pixel
from tests.shared import SHARED
from tests.unit.tiny import TINY

KEYS = SHARED / "vectors" / "keys" / "keys_RealBasicVSR_c64b20.json"


def state(seed: int = 0) -> dict[str, torch.Tensor]:
    torch.manual_seed(seed)
    return RealBasicVSR(TINY).state_dict()


def prefixed(prefix: str, tensors: dict[str, torch.Tensor]) -> dict[str, torch.Tensor]:
    return {prefix + name: value for name, value in tensors.items()}


def saved(tmp_path: Path, content: object) -> Path:
    path = tmp_path / "model.pth"
    torch.save(content, path)
    return path


def load(path: Path) -> RealBasicVSR:
    return checkpoint.load_network(path, lambda: RealBasicVSR(TINY))


def is_equal(network: RealBasicVSR, expected: dict[str, torch.Tensor]) -> bool:
    ours = network.state_dict()
    return all(torch.equal(ours[name], value) for name, value in expected.items())


def test_a_model_is_loaded_without_the_compiler_of_torch(tmp_path):
    """It would be imported to fill weights that are replaced, and take a second and a half."""
    program = (
        "import sys\n"
        "from pathlib import Path\n"
        "from engine.networks import checkpoint\n"
        "from engine.networks.realbasicvsr import RealBasicVSR\n"
        "from tests.unit.tiny import TINY\n"
        "checkpoint.load_network(Path(sys.argv[1]), lambda: RealBasicVSR(TINY))\n"
        "assert 'torch._dynamo' not in sys.modules\n"
    )
    path = saved(tmp_path, state())
    subprocess.run([sys.executable, "-c", program, path], check=True, timeout=120)


def test_official_size_has_the_official_tensors():
    if not KEYS.exists():
        pytest.skip("the list of official tensors is not beside this checkout")
    with torch.device("meta"):
        ours = RealBasicVSR().state_dict()
    official = json.loads(KEYS.read_text())
    assert {k: list(v.shape) for k, v in ours.items()} == official
    assert len(ours) == 320


def test_cost_of_the_official_network():
    """The figure of the published network, counted by hand."""
    assert count_macs_per_pixel(NetworkShape()) == 6_506_852


def test_the_averaged_generator_is_preferred(tmp_path):
    content = prefixed("generator_ema.", state(1)) | prefixed("generator.", state(2))
    content |= {"discriminator.conv_0.weight": torch.zeros(1)}
    path = saved(tmp_path, {"state_dict": content, "meta": {"epoch": 1}})
    assert is_equal(load(path), state(1))


@pytest.mark.parametrize("prefix", ["generator.", "", "module.generator_ema.", "module."])
def test_every_layout(tmp_path, prefix):
    path = saved(tmp_path, {"state_dict": prefixed(prefix, state(3))})
    assert is_equal(load(path), state(3))


def test_bare_dictionaries_and_safetensors(tmp_path):
    assert is_equal(load(saved(tmp_path, state(4))), state(4))
    path = tmp_path / "model.safetensors"
    save_file(state(5), path)
    assert is_equal(load(path), state(5))


def test_half_precision_is_widened(tmp_path):
    half = {name: value.half() for name, value in state(6).items()}
    network = load(saved(tmp_path, half))
    assert {value.dtype for value in network.state_dict().values()} == {torch.float32}


def test_a_step_counter_is_no_part_of_the_network(tmp_path):
    content = prefixed("generator.", state()) | {"generator.step_counter": torch.zeros(1)}
    load(saved(tmp_path, content))


def refused(path: Path) -> WeightsError:
    with pytest.raises(WeightsError) as caught:
        load(path)
    return caught.value


def test_missing_extra_and_misshapen_tensors_are_named(tmp_path):
    content = state()
    del content["basicvsr.fusion.bias"]
    content["basicvsr.more"] = torch.zeros(2)
    content["basicvsr.conv_last.bias"] = torch.zeros(7)
    error = refused(saved(tmp_path, content))
    assert error.reason is WeightsProblem.WRONG_TENSORS
    assert "missing basicvsr.fusion.bias" in error.detail
    assert "extra basicvsr.more" in error.detail
    assert "basicvsr.conv_last.bias is [7] instead of [3]" in error.detail


class Evil:
    def __reduce__(self):
        return (Path.touch, (Path("owned"),))


def test_code_in_a_file_is_not_run(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    path = tmp_path / "model.pth"
    torch.save({"state_dict": state(), "meta": Evil()}, path)
    assert refused(path).reason is WeightsProblem.RUNS_CODE
    path.write_bytes(pickle.dumps(Evil(), protocol=2))
    assert refused(path).reason is WeightsProblem.RUNS_CODE
    assert not Path("owned").exists()


@pytest.mark.parametrize("name", ["model.pth", "model.safetensors"])
@pytest.mark.parametrize("content", [b"", b"no model at all", b"PK\x03\x04 torn"])
def test_broken_files_are_refused(tmp_path, name, content):
    path = tmp_path / name
    path.write_bytes(content)
    assert refused(path).reason is WeightsProblem.UNREADABLE


def test_other_content_is_refused(tmp_path):
    assert refused(saved(tmp_path, [1, 2, 3])).reason is WeightsProblem.UNREADABLE
