"""The words of the command line about other computers."""

from __future__ import annotations

import argparse
from pathlib import Path

from app.text.language import translate
from engine.cluster.keys import DEFAULT_DAYS, DEFAULT_HOST, DEFAULT_PORT


def add_sharing(group: argparse._ArgumentGroup) -> None:
    """Add the words of ``restore`` about other computers."""
    group.add_argument(
        "--cluster",
        type=Path,
        metavar="FILE",
        help=translate(
            "arguments", "share the work with the computers where “homereel worker FILE” runs"
        ),
    )
    group.add_argument(
        "--others-only",
        action="store_true",
        help=translate("arguments", "this computer reads, hands out and joins, the others restore"),
    )


def add_cluster(parser: argparse.ArgumentParser) -> None:
    """Add the words of ``cluster``."""
    actions = parser.add_subparsers(
        dest="action", metavar="create FILE | revoke FILE", required=True
    )
    create = actions.add_parser(
        "create", help=translate("arguments", "make a key file; copy it to the other computers")
    )
    create.add_argument("file", type=Path, metavar="FILE")
    create.add_argument(
        "--address",
        default=DEFAULT_HOST,
        metavar="IP",
        help=translate(
            "arguments",
            "of this computer, as the others reach it ({address}: only programs on this computer)",
        ).format(address=DEFAULT_HOST),
    )
    create.add_argument(
        "--port", type=_port, default=DEFAULT_PORT, metavar="N", help=f"({DEFAULT_PORT})"
    )
    create.add_argument(
        "--days",
        type=_days,
        default=DEFAULT_DAYS,
        metavar="N",
        help=translate("arguments", "how long it is valid ({days})").format(days=DEFAULT_DAYS),
    )
    revoke = actions.add_parser(
        "revoke",
        help=translate("arguments", "delete a key file, and refuse its copies on this computer"),
    )
    revoke.add_argument("file", type=Path, metavar="FILE")


def add_worker(parser: argparse.ArgumentParser) -> None:
    """Add the words of ``worker``."""
    parser.add_argument("file", type=Path, metavar="FILE")
    parser.add_argument(
        "--name",
        metavar="NAME",
        help=translate("arguments", "what the others call this computer (its own name)"),
    )


def _port(text: str) -> int:
    return _within(text, 1, 65535)


def _days(text: str) -> int:
    return _within(text, 1, 3650)


def _within(text: str, lowest: int, highest: int) -> int:
    if not (text.isdecimal() and lowest <= int(text) <= highest):
        words = translate("arguments", "{text} is no number from {lowest} to {highest}")
        raise argparse.ArgumentTypeError(words.format(text=text, lowest=lowest, highest=highest))
    return int(text)
