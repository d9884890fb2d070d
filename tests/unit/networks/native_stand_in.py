"""Answers for torchvision's native part, so that the real spandrel runs beside any PyTorch.

The wheel of torchvision that fits the processor's build of PyTorch is not on PyPI. Of its native
part spandrel needs nothing but that it is there: torchvision's Python asks for two operators while
it is imported.
"""

from __future__ import annotations

import importlib.util

import pytest
import torch

_OPERATORS = ("nms", "qnms")
_SCHEMA = "(Tensor dets, Tensor scores, float iou_threshold) -> Tensor"
_libraries: list[torch.library.Library] = []


def real_spandrel() -> None:
    """Make the real spandrel importable; skips the test where it is not installed."""
    for package in ("spandrel", "torchvision"):
        if importlib.util.find_spec(package) is None:
            pytest.skip(f"{package} is not installed")
    try:
        torch.ops.torchvision.nms  # noqa: B018 - there where the native part was loaded
    except (AttributeError, RuntimeError):
        library = torch.library.Library("torchvision", "FRAGMENT")
        for name in _OPERATORS:
            library.define(name + _SCHEMA)
        _libraries.append(library)
