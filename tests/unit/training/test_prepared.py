"""What is computed once for the enlargement is what the whole network would compute."""

from __future__ import annotations

import pytest
import torch
from safetensors.torch import save_file

from engine.networks.realbasicvsr import RealBasicVSR
from engine.training import prepared
from engine.training.clips import Phase
from tests.unit.tiny import TINY

PHASE = Phase(until=1.01, clips=2, frames=4, side=16)


@pytest.fixture
def network() -> RealBasicVSR:
    torch.manual_seed(0)
    return RealBasicVSR(TINY)


def random_lesson(seed: int, taught_frames: tuple[int, int]) -> dict[str, torch.Tensor]:
    generator = torch.Generator().manual_seed(seed)

    def pictures(count: int, side: int) -> torch.Tensor:
        shape = (count, 3, side, side)
        return torch.randint(0, 256, shape, dtype=torch.uint8, generator=generator)

    truth = pictures(4, 64)
    return {
        "lq": pictures(4, 16),
        "truth": truth,
        "taught": truth[list(taught_frames)].clone(),
        "taught_frames": torch.tensor(taught_frames),
        "flow_backward": torch.zeros(3, 2, 16, 16, dtype=torch.float16),
        "flow_forward": torch.zeros(3, 2, 16, 16, dtype=torch.float16),
        "sharpening": torch.tensor(0.0),
        "is_judged": torch.tensor(seed % 2 == 0),
        "has_direction": torch.tensor(False),
    }


@pytest.fixture
def folder(tmp_path):
    for seed, frames in enumerate(((0, 3), (1, 2))):
        save_file(random_lesson(seed, frames), tmp_path / f"{seed}.safetensors")
    return tmp_path


def test_the_enlargement_makes_of_it_what_the_network_makes(network):
    lq = torch.rand(5, 3, 16, 16)
    inputs = prepared.tail_inputs(network, lq)
    with torch.no_grad():
        output = network.basicvsr.upsample(*inputs.values())
        expected = network(lq[None]).output[0]
    assert list(inputs) == ["cleaned", "backward", "forward"]
    torch.testing.assert_close(output, expected)
    assert not inputs["forward"].requires_grad


def test_pairs_are_neighbours_and_the_taught_frame_is_known(network, folder):
    stream = prepared.PreparedLessons(network, folder, PHASE, seed=(1,), sharpening=0.0)
    iterator = iter(stream)
    pairs = [next(iterator) for _ in range(4)]
    assert {pair["is_judged"].item() for pair in pairs} == {True, False}
    for pair in pairs:
        assert pair["cleaned"].shape == (2, 3, 16, 16)
        assert pair["backward"].shape == pair["forward"].shape == (2, 8, 16, 16)
        (frame,) = pair["taught_frames"].tolist()
        # The tone of what is taught is the truth's; here the teacher answered the truth itself.
        torch.testing.assert_close(pair["taught"][0], pair["truth"][frame], atol=2e-3, rtol=0)
    again = [next(iterator) for _ in range(4)]
    levels = [[float(pair["truth"].mean()) for pair in some] for some in (pairs, again)]
    assert sorted(levels[0]) == sorted(levels[1])
