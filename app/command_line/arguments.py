"""The command line's words: its parser, and what they mean as options of a job."""

from __future__ import annotations

import argparse
import contextlib
import dataclasses
from collections.abc import Iterator
from enum import StrEnum
from importlib import metadata
from pathlib import Path
from types import NoneType
from typing import Any, get_args, get_type_hints

from app.command_line.readers import AUTOMATIC, reader_of
from app.text.messages import harmless
from engine.installation.cards import CardKind
from engine.jobs import presets
from engine.jobs.errors import WeightsError
from engine.jobs.option_fields import Concern, Declaration, declarations
from engine.jobs.options import (
    PICTURE_FILES,
    QUALITIES,
    Container,
    Options,
    Resume,
)
from engine.networks import catalogue

COMMANDS = ("restore", "probe", "models", "bench", "score", "doctor", "self-test", "runtime")
GROUPS = {
    Concern.SOURCE: "what the source is, and which part of it is restored",
    Concern.TASTE: "how the result looks, and how it is stored",
    Concern.MACHINE: "machine",
}

DESCRIPTION = """\
Restore old family videos on your own computer.

  homereel [FILE...]             open the window, with these files queued
  homereel COMMAND ...           one of the commands below; "homereel COMMAND --help" explains it
"""


def build_parser(kind: type[Options] = Options) -> argparse.ArgumentParser:
    """Build the parser of everything but ``homereel [FILE...]``.

    Args:
        kind: the class whose fields become the options of ``restore``.
    """
    parser = argparse.ArgumentParser(
        prog="homereel",
        usage="homereel [FILE...] | homereel COMMAND ...",
        description=DESCRIPTION,
        formatter_class=argparse.RawDescriptionHelpFormatter,
        allow_abbrev=False,
    )
    parser.add_argument("--version", action="version", version=f"homereel {version()}")
    commands = parser.add_subparsers(
        prog="homereel", dest="command", metavar="COMMAND", required=True
    )

    def command(name: str, text: str) -> argparse.ArgumentParser:
        return commands.add_parser(name, help=text, description=text, allow_abbrev=False)

    restore = command("restore", "restore videos")
    restore.set_defaults(error=restore.error)
    _add_restore(restore, kind)
    probe = command("probe", "say what a video is and what Homereel would do with it")
    probe.add_argument("source", type=Path, metavar="SOURCE")
    probe.add_argument("--json", action="store_true", help="as one JSON object")
    _add_models(command("models", "list, fetch, import, add and remove models"))
    _add_bench(command("bench", "measure what this machine can do, and what that means for a tape"))
    _add_score(command("score", "measure how natural videos look, and their sources beside them"))
    doctor = command(
        "doctor",
        "versions, devices, encoders, model files, unfinished renders: one page for a bug report",
    )
    doctor.add_argument(
        "--clean",
        action="store_true",
        help="remove unfinished renders that nobody works on; asks about each on a terminal",
    )
    _add_runtime(command("runtime", "list, fetch and remove PyTorch for this machine's card"))
    self_test = command(
        "self-test",
        "restore a small made clip, resume it after a crash, open the window off-screen:"
        " does this installation work?",
    )
    self_test.add_argument("--window", action="store_true", help=argparse.SUPPRESS)
    return parser


def version() -> str:
    """The version of the installed program."""
    try:
        return metadata.version("homereel")
    except metadata.PackageNotFoundError:
        return "(not installed)"


def options_from(arguments: argparse.Namespace, kind: type[Options] = Options) -> Options:
    """Return the options of a parsed ``restore`` command: what is given, over its preset.

    Raises:
        PresetError: there is no such preset, or it makes no sense.
    """
    given = {name: value for name, value in vars(arguments).items() if name in declarations(kind)}
    if given.get("crop") == AUTOMATIC:
        given |= {"crop": None, "trims_borders": True}
    options = kind() if arguments.preset is None else presets.applied(arguments.preset, kind())
    return dataclasses.replace(options, **given)


def check_restore(arguments: argparse.Namespace) -> str | None:
    """Return what is wrong with a ``restore`` command as a whole; None if it can be carried out."""
    return next(_problems(arguments), None)


def _problems(arguments: argparse.Namespace) -> Iterator[str]:
    options, output = options_from(arguments), arguments.output
    start, end, container = options.start_seconds, options.end_seconds, options.container
    if output and len(arguments.sources) > 1:
        yield "-o names one file; with several sources use --output-dir"
    if output and _is_folder(output):
        yield f"-o {harmless(str(output))} is a folder; use --output-dir"
    is_file = container is not None and container is not Container.FOLDER
    if output and is_file and output.suffix.lower() != f".{container}":
        yield f"-o {harmless(str(output))} does not end in .{container}"
    if end is not None and end <= (start or 0.0):
        yield "--end must be later than --start"
    scale = QUALITIES.get(options.codec, range(0))
    if options.picture_bits is not None and options.codec not in PICTURE_FILES:
        yield "--bits is for --codec png and tiff"
    if options.quality is not None and options.quality not in scale:
        limits = f"goes to {scale[-1]}" if scale else "is fixed"
        yield f"--quality of {options.codec} {limits}"
    if options.threshold is not None and _never_cleans(options.model):
        yield f"--threshold has no meaning for {harmless(options.model)}: it does not clean frames"
    if options.denoise is not None and _is_no_mix(options.model):
        yield f"--denoise has no meaning for {harmless(options.model)}: it is not mixed of two"


def _is_folder(path: Path) -> bool:
    with contextlib.suppress(OSError):  # a name that no disk allows is refused later
        return path.is_dir()
    return False


def _never_cleans(model: str) -> bool:
    with contextlib.suppress(WeightsError):  # a model that is unknown is named later
        return not catalogue.has_threshold(model)
    return False


def _is_no_mix(model: str) -> bool:
    with contextlib.suppress(WeightsError):
        return catalogue.find(model).mixes_with is None
    return False


def _add_option(
    group: argparse._ActionsContainer, name: str, kind: type[Options], default: object
) -> None:
    declared, type_ = declarations(kind)[name], get_type_hints(kind)[name]
    assert declared.flag is not None
    if type_ is bool:
        group.add_argument(
            declared.flag,
            dest=name,
            action=argparse.BooleanOptionalAction,
            default=default,
            help=declared.help,
        )
        return
    group.add_argument(
        declared.flag,
        dest=name,
        type=reader_of(name, type_, declared),
        default=default,
        metavar=declared.metavar or _spelling(type_, declared),
        help=declared.help,
    )


def _spelling(kind: Any, declared: Declaration) -> str | None:  # noqa: ANN401 - any type
    """The values of an option of few values: ``auto|off|frame|field``."""
    classes = [part for part in (kind, *get_args(kind)) if isinstance(part, type)]
    words = [str(member) for part in classes if issubclass(part, StrEnum) for member in part]
    words = words or [str(choice) for choice in declared.choices]
    automatic = [AUTOMATIC] if NoneType in classes else []
    return "|".join([*automatic, *words]) if words else None


def _add_restore(parser: argparse.ArgumentParser, kind: type[Options]) -> None:
    parser.add_argument("sources", nargs="+", type=Path, metavar="SOURCE")
    where = parser.add_mutually_exclusive_group()
    where.add_argument("-o", dest="output", type=Path, metavar="OUT", help="the output file")
    where.add_argument(
        "--output-dir", type=Path, metavar="DIR", help="a folder for the outputs (default: beside)"
    )
    parser.add_argument(
        "--preset",
        metavar="NAME",
        help=f"{', '.join(presets.BUILT_IN)}, or one of your own; what is given beside it wins",
    )
    groups = {concern: parser.add_argument_group(title) for concern, title in GROUPS.items()}
    for field in dataclasses.fields(kind):
        declared = declarations(kind)[field.name]
        if declared.flag is not None:
            # What is not given stays away, so that it does not hide what a preset says.
            _add_option(groups[declared.concern], field.name, kind, argparse.SUPPRESS)
    _add_job_words(parser.add_argument_group("the job"))


def _add_job_words(group: argparse._ArgumentGroup) -> None:
    group.add_argument("--overwrite", action="store_true", help="replace an existing output")
    resume = group.add_mutually_exclusive_group()
    resume.add_argument(
        "--resume",
        dest="resume",
        action="store_const",
        const=Resume.ALWAYS,
        default=Resume.AUTO,
        help="go on with an interrupted render although program, model file or device have changed"
        " (by itself it goes on where nothing has)",
    )
    resume.add_argument(
        "--no-resume",
        dest="resume",
        action="store_const",
        const=Resume.NEVER,
        help="throw away what an interrupted render has finished, and start again",
    )
    group.add_argument("--json", action="store_true", help="one event per line on stdout")


def _add_bench(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--model", metavar="NAME", help="(every model that is installed)")
    for name in ("device", "precision"):
        _add_option(parser, name, Options, AUTOMATIC)
    parser.add_argument("--json", action="store_true", help="as one JSON object")


def _add_models(parser: argparse.ArgumentParser) -> None:
    actions = parser.add_subparsers(
        dest="action", metavar="list | fetch NAME | import FILE | add FILE | remove NAME"
    )
    actions.add_parser("list", help="the models and whether they are installed (default)")
    fetch = actions.add_parser("fetch", help="download a model")
    fetch.add_argument("name", metavar="NAME")
    import_ = actions.add_parser("import", help="install a model file from this computer")
    import_.add_argument("file", type=Path, metavar="FILE")
    add = actions.add_parser("add", help="take an image model of others that spandrel knows")
    add.add_argument("file", type=Path, metavar="FILE", help=".safetensors, or .pth")
    add.add_argument("--name", metavar="NAME", help="to choose it by (that of the file)")
    add.add_argument("--licence", metavar="TEXT", help="its author's terms (unknown)")
    remove = actions.add_parser("remove", help="delete the file of a model")
    remove.add_argument("name", metavar="NAME")


def _add_score(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "paths",
        nargs="+",
        type=Path,
        metavar="VIDEO|FOLDER",
        help="videos, folders of videos, folders of pictures; frames 0, 50 and 99 of each count",
    )
    parser.add_argument(
        "--source",
        type=Path,
        metavar="VIDEO|FOLDER",
        help="where the sources are (beside the results; “NAME restored.mp4” is made of NAME)",
    )
    parser.add_argument(
        "--brisque",
        type=Path,
        metavar="FILE",
        help="parameters of BRISQUE in LIBSVM's format: brisque/models/svm.txt of the Python"
        " package “brisque”, or “allmodel” of its authors (without: NIQE only)",
    )
    parser.add_argument("--json", action="store_true", help="as one JSON list")


def _add_runtime(parser: argparse.ArgumentParser) -> None:
    actions = parser.add_subparsers(dest="action", metavar="list | fetch [NAME] | remove")
    actions.add_parser("list", help="the cards that were found, and what fits them (default)")
    fetch = actions.add_parser("fetch", help="download it, test it, and use it from now on")
    fetch.add_argument("name", nargs="?", metavar="NAME", help="(the one for this card)")
    actions.add_parser("remove", help="go back to the processor's, and free the room")
    check = actions.add_parser("check")  # for the program itself, see engine.installation.runtimes
    check.add_argument("card", choices=[str(kind) for kind in CardKind])
