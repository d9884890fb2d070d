"""Write the manifest of PyTorch builds for graphics cards: part of a release, see README.md.

    pip install --dry-run --ignore-installed --report report.json torch==VERSION
    python installer/runtimes.py NAME CARD PLATFORM report.json >> resources/runtimes.toml

The report names every wheel that PyTorch needs, with its address and checksum; packages that a
Homereel package brings itself are left out. To be run with the Python of the package.
"""

from __future__ import annotations

import json
import sys
import urllib.request
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


def main() -> None:
    """Print one table of the manifest."""
    name, card, platform, report = sys.argv[1:]
    facts = json.loads(Path(report).read_text(encoding="utf-8"))
    python = facts["environment"]["python_version"]
    print(f'\n[[runtime]]\nname = "{name}"\ncard = "{card}"')
    print(f'platform = "{platform}"\npython = "{python}"')
    for package in facts["install"]:
        if package["metadata"]["name"].lower().replace("_", "-") in BROUGHT:
            continue
        source = package["download_info"]
        request = urllib.request.Request(source["url"], method="HEAD")
        with urllib.request.urlopen(request) as answer:
            size_bytes = int(answer.headers["Content-Length"])
        sha256 = source["archive_info"]["hashes"]["sha256"]
        print(f'[[runtime.wheels]]\nurl = "{source["url"]}"')
        print(f'size_bytes = {size_bytes}\nsha256 = "{sha256}"')


if __name__ == "__main__":
    main()
