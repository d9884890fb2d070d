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

from app.command_line.argparse_texts import translate_argparse
from app.command_line.cluster_arguments import add_cluster, add_sharing, add_worker
from app.command_line.ranges import add_ranges, problems_of_ranges
from app.command_line.readers import AUTOMATIC, help_of, reader_of
from app.text.language import translate
from app.text.messages import harmless
from engine.files.sources import VIDEO_SUFFIXES, is_folder
from engine.installation.cards import CardKind
from engine.jobs import presets
from engine.jobs.choices import PICTURE_FILES, QUALITIES, Borders, Container
from engine.jobs.errors import WeightsError
from engine.jobs.option_fields import Concern, Declaration, declarations
from engine.jobs.options import Options, Resume
from engine.jobs.translation import QT_TRANSLATE_NOOP
from engine.networks import catalogue
from engine.video.writing.containers import SUFFIXES

COMMANDS = (
    "restore",
    "probe",
    "models",
    "bench",
    "score",
    "doctor",
    "self-test",
    "runtime",
    "newest",
    "cluster",
    "worker",
)
GROUPS = {
    Concern.SOURCE: QT_TRANSLATE_NOOP(
        "arguments", "what the source is, and which part of it is restored"
    ),
    Concern.TASTE: QT_TRANSLATE_NOOP("arguments", "how the result looks, and how it is stored"),
    Concern.MACHINE: QT_TRANSLATE_NOOP("arguments", "machine"),
}


def build_parser(kind: type[Options] = Options) -> argparse.ArgumentParser:
    """Build the parser of everything but ``homereel [FILE...]``.

    Args:
        kind: the class whose fields become the options of ``restore``.
    """
    translate_argparse()
    parser = argparse.ArgumentParser(
        prog="homereel",
        usage="homereel [FILE...] | homereel COMMAND ...",
        description=_description(),
        formatter_class=argparse.RawDescriptionHelpFormatter,
        allow_abbrev=False,
    )
    parser.add_argument(
        "--version",
        action="version",
        version=f"homereel {version()}",
        help=translate("argparse", "show program's version number and exit"),
    )
    commands = parser.add_subparsers(
        prog="homereel", dest="command", metavar="COMMAND", required=True
    )

    def command(name: str, text: str) -> argparse.ArgumentParser:
        return commands.add_parser(name, help=text, description=text, allow_abbrev=False)

    restore = command("restore", translate("arguments", "restore videos"))
    # The options, some forty, would hide what is wrong with one of them.
    restore.usage = "homereel restore [OPTION ...] SOURCE [SOURCE ...]"
    restore.set_defaults(error=restore.error)
    _add_restore(restore, kind)
    probe = command(
        "probe", translate("arguments", "say what a video is and what Homereel would do with it")
    )
    probe.add_argument("source", type=Path, metavar="SOURCE", help=_help_of_source())
    probe.add_argument(
        "--json", action="store_true", help=translate("arguments", "as one JSON object")
    )
    models = translate("arguments", "list, fetch, import, add and remove models")
    _add_models(command("models", models))
    _add_bench(
        command(
            "bench",
            translate(
                "arguments", "measure what this machine can do, and what that means for a tape"
            ),
        )
    )
    score = translate("arguments", "measure how natural videos look, and their sources beside them")
    _add_score(command("score", score))
    doctor = command(
        "doctor",
        translate(
            "arguments",
            "versions, devices, encoders, model files, unfinished renders: one page for a bug"
            " report",
        ),
    )
    doctor.add_argument(
        "--clean",
        action="store_true",
        help=translate(
            "arguments",
            "remove unfinished renders that nobody works on; asks about each on a terminal",
        ),
    )
    _add_runtime(
        command(
            "runtime",
            translate("arguments", "list, fetch and remove PyTorch for this machine's card"),
        )
    )
    newest = command(
        "newest",
        translate("arguments", "ask on the internet whether there is a newer version"),
    )
    newest.add_argument(
        "--json", action="store_true", help=translate("arguments", "as one JSON object")
    )
    add_cluster(
        command("cluster", translate("arguments", "make and revoke keys for other computers"))
    )
    add_worker(
        command("worker", translate("arguments", "restore for the other computers of a key"))
    )
    self_test = command(
        "self-test",
        translate(
            "arguments",
            "restore a small made clip, resume it after a crash, open the window off-screen:"
            " does this installation work?",
        ),
    )
    self_test.add_argument("--window", action="store_true", help=argparse.SUPPRESS)
    return parser


def _description() -> str:
    """What the program is, and the two ways to start it, the second column below itself."""
    title = translate("arguments", "Restore old family videos on your own computer.")
    window = translate("arguments", "open the window, with these files queued")
    command = translate(
        "arguments", "one of the commands below; “homereel COMMAND --help” explains it"
    )
    rows = (("homereel [FILE...]", window), ("homereel COMMAND ...", command))
    return "\n".join([title, "", *(f"  {words:<31}{text}" for words, text in rows), ""])


def _help_of_source() -> str:
    return translate(
        "arguments", "a video, or numbered pictures: their folder, or a pattern like scan_*.dpx"
    )


def version() -> str:
    """The version of the installed program."""
    try:
        return metadata.version("homereel")
    except metadata.PackageNotFoundError:
        return translate("arguments", "(not installed)")


def options_from(arguments: argparse.Namespace, kind: type[Options] = Options) -> Options:
    """Return the options of a parsed ``restore`` command: what is given, over its preset.

    Raises:
        PresetError: there is no such preset, or it makes no sense.
    """
    given = {name: value for name, value in vars(arguments).items() if name in declarations(kind)}
    if given.get("crop") == AUTOMATIC:
        given |= {"crop": None, "borders": Borders.CROP}
    options = kind() if arguments.preset is None else presets.applied(arguments.preset, kind())
    return dataclasses.replace(options, **given)


def check_restore(arguments: argparse.Namespace) -> str | None:
    """Return what is wrong with a ``restore`` command as a whole; None if it can be carried out."""
    return next(_problems(arguments), None)


def _problems(arguments: argparse.Namespace) -> Iterator[str]:
    options, output = options_from(arguments), arguments.output
    if arguments.others_only and arguments.cluster is None:
        yield translate("arguments", "--others-only is for --cluster")
    start, end = options.start_seconds, options.end_seconds
    if output and len(arguments.sources) > 1:
        yield translate("arguments", "-o names one file; with several sources use --output-dir")
    if output and arguments.split is not None:
        yield translate("arguments", "-o names one file; with --split use --output-dir")
    if output:
        yield from _problems_of_output(output, options.container)
    if end is not None and end <= (start or 0.0):
        yield translate("arguments", "--end must be later than --start")
    yield from problems_of_ranges(arguments, options)
    scale = QUALITIES.get(options.codec, range(0))
    if options.picture_bits is not None and options.codec not in PICTURE_FILES:
        yield translate("arguments", "--bits is for --codec png and tiff")
    if options.quality is not None and options.quality not in scale:
        text = translate("arguments", "--quality of {codec} is fixed")
        if scale:
            text = translate("arguments", "--quality of {codec} goes to {highest}")
        yield text.format(codec=options.codec, highest=scale[-1] if scale else "")
    if options.threshold is not None and _never_cleans(options.model):
        text = translate(
            "arguments", "--threshold has no meaning for {model}: it does not clean frames"
        )
        yield text.format(model=harmless(options.model))
    if options.denoise is not None and _is_no_mix(options.model):
        text = translate(
            "arguments", "--denoise has no meaning for {model}: it is not mixed of two"
        )
        yield text.format(model=harmless(options.model))
    if options.steady and _is_steady(options.model):
        text = translate(
            "arguments", "--steady has no meaning for {model}: it looks at many pictures at once"
        )
        yield text.format(model=harmless(options.model))


def _problems_of_output(output: Path, container: Container | None) -> Iterator[str]:
    path, suffix = harmless(str(output)), output.suffix.lower()
    if is_folder(output):
        text = translate("arguments", "-o {path} is a folder; use --output-dir")
        yield text.format(path=path)
    is_file = container is not None and container is not Container.FOLDER
    if is_file and suffix != f".{container}":
        text = translate("arguments", "-o {path} does not end in .{container}")
        yield text.format(path=path, container=container)
    if container is None and suffix in VIDEO_SUFFIXES.difference(SUFFIXES):
        # It would be another kind of file than its name says.
        text = translate("arguments", "-o {path} has to end in one of {known}")
        yield text.format(path=path, known=", ".join(SUFFIXES))


def _never_cleans(model: str) -> bool:
    with contextlib.suppress(WeightsError):  # a model that is unknown is named later
        return not catalogue.has_threshold(model)
    return False


def _is_steady(model: str) -> bool:
    with contextlib.suppress(WeightsError):
        return not catalogue.find(model).looks_at_single_frames
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
            help=help_of(declared),
        )
        return
    group.add_argument(
        declared.flag,
        dest=name,
        type=reader_of(name, type_, declared),
        default=default,
        metavar=declared.metavar or _spelling(type_, declared),
        help=help_of(declared),
    )


def _spelling(kind: Any, declared: Declaration) -> str | None:  # noqa: ANN401 - any type
    """The values of an option of few values: ``auto|off|frame|field``."""
    classes = [part for part in (kind, *get_args(kind)) if isinstance(part, type)]
    words = [str(member) for part in classes if issubclass(part, StrEnum) for member in part]
    words = words or [str(choice) for choice in declared.choices]
    automatic = [AUTOMATIC] if NoneType in classes else []
    return "|".join([*automatic, *words]) if words else None


def _add_restore(parser: argparse.ArgumentParser, kind: type[Options]) -> None:
    parser.add_argument(
        "sources",
        nargs="+",
        type=Path,
        metavar="SOURCE",
        help=translate(
            "arguments",
            "a video, a folder of videos, or numbered pictures: their folder, or a pattern like"
            " scan_*.dpx",
        ),
    )
    where = parser.add_mutually_exclusive_group()
    where.add_argument(
        "-o",
        dest="output",
        type=Path,
        metavar="OUT",
        help=translate("arguments", "the output file"),
    )
    where.add_argument(
        "--output-dir",
        type=Path,
        metavar="DIR",
        help=translate("arguments", "a folder for the outputs (default: beside)"),
    )
    parser.add_argument(
        "--preset",
        metavar="NAME",
        help=translate(
            "arguments", "{names}, or one of your own; what is given beside it wins"
        ).format(names=", ".join(presets.BUILT_IN)),
    )
    groups = {
        concern: parser.add_argument_group(translate("arguments", title))
        for concern, title in GROUPS.items()
    }
    for field in dataclasses.fields(kind):
        declared = declarations(kind)[field.name]
        if declared.flag is not None:
            # What is not given stays away, so that it does not hide what a preset says.
            _add_option(groups[declared.concern], field.name, kind, argparse.SUPPRESS)
    add_ranges(groups[Concern.SOURCE])
    _add_job_words(parser.add_argument_group(translate("arguments", "the job")))


def _add_job_words(group: argparse._ArgumentGroup) -> None:
    group.add_argument(
        "--split",
        choices=("recordings", "shots"),
        help=translate(
            "arguments",
            "one file for each recording of a DV tape, named by its date, or for each shot",
        ),
    )
    group.add_argument(
        "--overwrite",
        action="store_true",
        help=translate("arguments", "replace an existing output"),
    )
    add_sharing(group)
    resume = group.add_mutually_exclusive_group()
    resume.add_argument(
        "--resume",
        dest="resume",
        action="store_const",
        const=Resume.ALWAYS,
        default=Resume.AUTO,
        help=translate(
            "arguments",
            "go on with an interrupted render although program, model file or device have changed"
            " (by itself it goes on where nothing has)",
        ),
    )
    resume.add_argument(
        "--no-resume",
        dest="resume",
        action="store_const",
        const=Resume.NEVER,
        help=translate(
            "arguments", "throw away what an interrupted render has finished, and start again"
        ),
    )
    group.add_argument(
        "--json", action="store_true", help=translate("arguments", "one event per line on stdout")
    )


def _add_bench(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--model", metavar="NAME", help=translate("arguments", "(every model that is installed)")
    )
    for name in ("device", "precision"):
        _add_option(parser, name, Options, AUTOMATIC)
    parser.add_argument(
        "--json", action="store_true", help=translate("arguments", "as one JSON object")
    )


def _add_models(parser: argparse.ArgumentParser) -> None:
    actions = parser.add_subparsers(
        dest="action", metavar="list | fetch NAME | import FILE | add FILE | remove NAME"
    )
    actions.add_parser(
        "list", help=translate("arguments", "the models and whether they are installed (default)")
    )
    fetch = actions.add_parser("fetch", help=translate("arguments", "download a model"))
    fetch.add_argument("name", metavar="NAME")
    import_ = actions.add_parser(
        "import", help=translate("arguments", "install a model file from this computer")
    )
    import_.add_argument("file", type=Path, metavar="FILE")
    add = actions.add_parser(
        "add", help=translate("arguments", "take an image model of others that spandrel knows")
    )
    add.add_argument(
        "file", type=Path, metavar="FILE", help=translate("arguments", ".safetensors, or .pth")
    )
    add.add_argument(
        "--name", metavar="NAME", help=translate("arguments", "to choose it by (that of the file)")
    )
    add.add_argument(
        "--licence", metavar="TEXT", help=translate("arguments", "its author's terms (unknown)")
    )
    remove = actions.add_parser("remove", help=translate("arguments", "delete the file of a model"))
    remove.add_argument("name", metavar="NAME")


def _add_score(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "paths",
        nargs="+",
        type=Path,
        metavar="VIDEO|FOLDER",
        help=translate(
            "arguments",
            "videos, folders of videos, folders of pictures; frames 0, 50 and 99 of each count",
        ),
    )
    parser.add_argument(
        "--source",
        type=Path,
        metavar="VIDEO|FOLDER",
        help=translate(
            "arguments",
            "where the sources are (beside the results; “NAME restored.mp4” is made of NAME)",
        ),
    )
    parser.add_argument(
        "--niqe",
        type=Path,
        metavar="FILE",
        help=translate(
            "arguments",
            "parameters of NIQE: niqe_pris_params.npz of BasicSR (default: the file of this name in"
            " the folder of the models)",
        ),
    )
    parser.add_argument(
        "--brisque",
        type=Path,
        metavar="FILE",
        help=translate(
            "arguments",
            "parameters of BRISQUE in LIBSVM's format: brisque/models/svm.txt of the Python"
            " package “brisque”, or “allmodel” of its authors",
        ),
    )
    parser.add_argument(
        "--json", action="store_true", help=translate("arguments", "as one JSON list")
    )


def _add_runtime(parser: argparse.ArgumentParser) -> None:
    actions = parser.add_subparsers(dest="action", metavar="list | fetch [NAME] | remove")
    actions.add_parser(
        "list",
        help=translate("arguments", "the cards that were found, and what fits them (default)"),
    )
    fetch = actions.add_parser(
        "fetch", help=translate("arguments", "download it, test it, and use it from now on")
    )
    fetch.add_argument(
        "name", nargs="?", metavar="NAME", help=translate("arguments", "(the one for this card)")
    )
    actions.add_parser(
        "remove", help=translate("arguments", "go back to the processor's, and free the room")
    )
    check = actions.add_parser("check")  # for the program itself, see engine.installation.runtimes
    check.add_argument("card", choices=[str(kind) for kind in CardKind])
