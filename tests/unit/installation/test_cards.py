"""Cards, found in what each system shows of them."""

import json
import subprocess
import sys
from contextlib import contextmanager
from types import SimpleNamespace

import pytest

from engine.installation import cards
from engine.installation.cards import Card, CardKind, find_cards, torch_kinds, unused_card


def write(root, files):
    for name, text in files.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)


NVIDIA = {
    "proc/driver/nvidia/gpus/0000:01:00.0/information": "Model: \t\t NVIDIA GeForce RTX 3060\n"
    "IRQ:   \t\t 132\n"
}
AMD = {
    "sys/class/kfd/kfd/topology/nodes/0/properties": "cpu_cores_count 8\ngfx_target_version 0\n",
    "sys/class/kfd/kfd/topology/nodes/0/name": "\n",
    "sys/class/kfd/kfd/topology/nodes/1/properties": "simd_count 64\ngfx_target_version 100302\n",
    "sys/class/kfd/kfd/topology/nodes/1/name": "navi22\n",
}
INTEL = {"sys/class/drm/card0/device/vendor": "0x8086\n"}


@pytest.mark.parametrize(
    ("files", "libraries", "found"),
    [
        ({}, (), []),
        (NVIDIA, (), [Card(CardKind.CUDA, "NVIDIA GeForce RTX 3060")]),
        (AMD, (), [Card(CardKind.ROCM, "AMD navi22")]),
        (INTEL, (), []),
        (INTEL, ("libze_intel_gpu.so.1",), [Card(CardKind.XPU, "Intel card")]),
        ({"dev/dxg": ""}, ("libcuda.so.1",), [Card(CardKind.CUDA, "NVIDIA card")]),
        ({}, ("libcuda.so.1",), []),
    ],
)
def test_cards_of_linux(tmp_path, files, libraries, found):
    write(tmp_path, files)
    assert list(cards._of_linux(tmp_path, libraries.__contains__)) == found


@pytest.mark.parametrize(
    ("page", "driver"),
    [
        (
            "NVRM version: NVIDIA UNIX x86_64 Kernel Module  535.183.01  Sun May 12 19:39:15 UTC\n",
            "535.183.01",
        ),
        (
            "NVRM version: NVIDIA UNIX Open Kernel Module for x86_64  580.95.05  Release Build\n",
            "580.95.05",
        ),
        ("something else\n", ""),
    ],
)
def test_the_driver_of_a_card_is_read(tmp_path, page, driver):
    write(tmp_path, NVIDIA | {"proc/driver/nvidia/version": page})
    (card,) = cards._of_linux(tmp_path, lambda _: False)
    assert card.driver == driver
    assert card.has_driver("580.65") is (driver != "535.183.01")


class Registry:
    """A stand-in for ``winreg`` with one key that only administrators may open."""

    HKEY_LOCAL_MACHINE = "machine"

    def __init__(self, names):
        self.names = names

    @contextmanager
    def OpenKey(self, key, name):  # noqa: N802
        if key != self.HKEY_LOCAL_MACHINE and self.names[int(name)] is None:
            raise PermissionError
        yield name

    def QueryInfoKey(self, _key):  # noqa: N802
        return (len(self.names), 0, 0)

    def EnumKey(self, _key, index):  # noqa: N802
        return f"{index:04}"

    def QueryValueEx(self, key, name):  # noqa: N802
        assert name == "DriverDesc"
        return (self.names[int(key)], 1)


def test_cards_of_windows(monkeypatch):
    names = [None, "Intel(R) UHD Graphics", "NVIDIA GeForce RTX 4070", "Intel(R) Arc(TM) A770"]
    monkeypatch.setattr(sys, "platform", "win32")
    monkeypatch.setitem(sys.modules, "winreg", Registry(names))
    assert find_cards() == [
        Card(CardKind.CUDA, "NVIDIA GeForce RTX 4070"),
        Card(CardKind.XPU, "Intel(R) Arc(TM) A770"),
    ]


def test_cards_of_macos(monkeypatch):
    told = json.dumps({"SPDisplaysDataType": [{"sppci_model": "Apple M2"}]})
    monkeypatch.setattr(sys, "platform", "darwin")
    monkeypatch.setattr(cards.platform, "machine", lambda: "arm64")
    monkeypatch.setattr(subprocess, "run", lambda *_, **__: SimpleNamespace(stdout=told))
    assert find_cards() == [Card(CardKind.MPS, "Apple M2")]
    monkeypatch.setattr(cards.platform, "machine", lambda: "x86_64")
    assert find_cards() == []


def test_a_system_that_says_nothing_has_no_cards(monkeypatch):
    def no_profiler(*_, **__):
        raise FileNotFoundError

    monkeypatch.setattr(sys, "platform", "darwin")
    monkeypatch.setattr(cards.platform, "machine", lambda: "arm64")
    monkeypatch.setattr(subprocess, "run", no_profiler)
    assert find_cards() == []


CPU_BUILD = "__version__ = '2.13.0+cpu'\ncuda: Optional[str] = None\nhip: Optional[str] = None\n"
CUDA_BUILD = "cuda: Optional[str] = '13.0'\nhip: Optional[str] = None\nxpu: Optional[str] = None\n"
ROCM_BUILD = "debug = False\ncuda: Optional[str] = None\nhip: Optional[str] = '7.2'\n"
GEFORCE, RADEON = Card(CardKind.CUDA, "GeForce"), Card(CardKind.ROCM, "Radeon")


@pytest.mark.parametrize(
    ("build", "kinds"),
    [
        (CPU_BUILD, set()),
        (CUDA_BUILD, {CardKind.CUDA}),
        (ROCM_BUILD, {CardKind.ROCM}),
        ("xpu: Optional[str] = '20250302'\n", {CardKind.XPU}),
        ("", set()),
    ],
)
def test_what_torch_was_built_for_is_read_without_loading_it(monkeypatch, tmp_path, build, kinds):
    (tmp_path / "version.py").write_text(build)
    found = SimpleNamespace(origin=str(tmp_path / "__init__.py"))
    monkeypatch.setattr(cards.importlib.util, "find_spec", lambda _: found)
    monkeypatch.setattr(sys, "platform", "linux")
    assert torch_kinds() == kinds
    (tmp_path / "version.py").unlink()  # packed into the program
    assert torch_kinds() == set()


def test_what_this_torch_was_built_for():
    import torch

    assert (CardKind.CUDA in torch_kinds()) == (torch.version.cuda is not None)


@pytest.mark.parametrize(
    ("there", "usable", "unused"),
    [
        ([], set(), None),
        ([GEFORCE], set(), GEFORCE),
        ([GEFORCE], {CardKind.CUDA}, None),
        ([RADEON], {CardKind.CUDA}, RADEON),
        ([RADEON, GEFORCE], {CardKind.CUDA}, None),
        ([Card(CardKind.MPS, "Apple M2")], {CardKind.MPS}, None),
    ],
)
def test_a_card_that_torch_has_no_code_for_is_found(monkeypatch, there, usable, unused):
    monkeypatch.setattr(cards, "find_cards", lambda: there)
    monkeypatch.setattr(cards, "torch_kinds", lambda: usable)
    assert unused_card() == unused
