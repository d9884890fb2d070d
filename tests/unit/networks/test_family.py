"""Families: what the rest of the program asks a model, asked of every model of the catalogue."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest
import torch

import app
import engine
from engine.networks.catalogue import load_catalogue
from engine.networks.family import (
    Cleaner,
    FrameModel,
    OverlappingModel,
    PropagatingModel,
    find_family,
)

KNOWN_TO_OTHERS = {"family", "catalogue", "checkpoint", "added"}
"""Modules of the package that the rest of the program may import."""


@pytest.mark.parametrize(
    "entry", [e for e in load_catalogue() if not e.is_added], ids=lambda entry: entry.name
)
def test_every_model_of_the_catalogue_can_be_built_and_asked(entry):
    with torch.device("meta"):
        model = find_family(entry.family).build(entry.architecture)
    assert isinstance(model, PropagatingModel | FrameModel | OverlappingModel)
    assert model.has_threshold == entry.has_threshold == isinstance(model, Cleaner)
    assert model.scale in (1, 2, 4)
    assert model.macs_per_pixel == entry.macs_per_pixel
    assert 0 <= model.cleaning_macs_per_pixel < model.macs_per_pixel
    assert (model.cleaning_macs_per_pixel > 0) == model.has_threshold
    assert model.dtype is torch.float32
    before = model.weight_bytes()
    assert 0.5 < before / entry.size_bytes < 1.1 or entry.size_bytes > 1e8
    model.set_precision(torch.float16)
    assert model.dtype is torch.float16
    assert model.weight_bytes() <= 0.51 * before
    assert all(callable(getattr(owner, method)) for owner, method in model.steps)


def test_an_unknown_family_is_a_mistake_in_the_catalogue():
    with pytest.raises(ModuleNotFoundError):
        find_family("nonesuch")


def test_nobody_else_knows_an_architecture():
    """Except the training, which trains one."""
    imported = {}
    for package in (app, engine):
        folder = Path(package.__file__).parent
        for path in folder.rglob("*.py"):
            if path.relative_to(folder).parts[0] in ("networks", "training"):
                continue
            for name in networks_imported(path):
                imported.setdefault(name, []).append(path)
    assert imported.keys() == KNOWN_TO_OTHERS, imported


def networks_imported(path: Path) -> set[str]:
    """Names of the modules of ``engine.networks`` that a file imports."""
    names = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom) and node.module is not None:
            modules = [node.module, *(f"{node.module}.{alias.name}" for alias in node.names)]
        elif isinstance(node, ast.Import):
            modules = [alias.name for alias in node.names]
        else:
            continue
        parts = [module.split(".") for module in modules]
        names |= {p[2] for p in parts if p[:2] == ["engine", "networks"] and len(p) == 3}
    return names
