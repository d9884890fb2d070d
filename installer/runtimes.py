r"""Write the manifest of PyTorch builds for graphics cards: part of a release, see README.md.

    echo torch==VERSION | uv pip compile - --format pylock.toml --output-file pylock.toml \
        --python-version 3.11 --python-platform x86_64-manylinux_2_28
    python installer/runtimes.py pylock.toml name=cuda-13.0 card=cuda platform=linux-x86_64 \
        python=3.11 least_driver=580.65 >> resources/runtimes.toml

The lock names every wheel that PyTorch needs, with its address, size and checksum; nothing is
fetched. What a Homereel package brings itself, and what only compilers of kernels use, is left out.
"""

from __future__ import annotations

import sys
import tomllib
from collections.abc import Sequence
from pathlib import Path

BROUGHT = {
    "filelock",
    "fsspec",
    "jinja2",
    "markupsafe",
    "mpmath",
    "networkx",
    "numpy",
    "setuptools",
    "sympy",
    "typing-extensions",
}
FOR_COMPILERS = {"cuda-bindings", "cuda-pathfinder", "cuda-toolkit", "triton"}
"""Imported by ``torch.compile`` and the like, which Homereel does not call."""


def manifest(lock: str, facts: Sequence[str]) -> str:
    """One runtime of the manifest.

    Args:
        lock: what ``uv pip compile --format pylock.toml`` wrote.
        facts: what the manifest says about it, as ``name=value``; `engine.installation.runtimes`
            says what each means.
    """
    pairs = [fact.partition("=") for fact in facts]
    lines = ["", "[[runtime]]", *(f'{name} = "{value}"' for name, _, value in pairs)]
    for package in tomllib.loads(lock)["packages"]:
        if package["name"] in BROUGHT | FOR_COMPILERS:
            continue
        (wheel,) = package["wheels"]
        lines += [
            "[[runtime.wheels]]",
            f'url = "{wheel["url"]}"',
            f"size_bytes = {wheel['size']}",
            f'sha256 = "{wheel["hashes"]["sha256"]}"',
        ]
    return "\n".join(lines)


if __name__ == "__main__":
    print(manifest(Path(sys.argv[1]).read_text(encoding="utf-8"), sys.argv[2:]))
