"""``python -m engine.training``: train, judge, compare shapes, look at the damage."""

from __future__ import annotations

import argparse
import math
import signal
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TypeAlias

import torch

from engine.networks.checkpoint import load_network
from engine.networks.realbasicvsr import RealBasicVSR
from engine.training.adversary import AdversaryWeights
from engine.training.clips import training_photos
from engine.training.ends import compare_ends
from engine.training.evaluate import evaluate, format_table, to_json
from engine.training.lessons import write_lessons
from engine.training.losses import LossWeights
from engine.training.search import HEADING, search
from engine.training.settings import SMALL, Part, Settings, settings_text
from engine.training.teacher import Teacher
from engine.training.train import Trainer, lower_priority
from engine.training.validation import Half, make, read

_Commands: TypeAlias = "argparse._SubParsersAction[argparse.ArgumentParser]"


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; the exit status."""
    parser = argparse.ArgumentParser(prog="python -m engine.training")
    commands = parser.add_subparsers(required=True)
    _add_training(commands)
    _add_judging(commands)
    options = vars(parser.parse_args(arguments))
    command = options.pop("command")
    command(**options)
    return 0


def _add_training(commands: _Commands) -> None:
    train = commands.add_parser("train", help="train the bundled model; goes on where it stopped")
    train.add_argument("--photos", type=Path, required=True, help="folder of sharp pictures")
    train.add_argument("--folder", type=Path, required=True, help="where the run is kept")
    train.add_argument("--minutes", type=float, default=120.0, help="length of the whole run")
    train.add_argument("--weights", type=Path, help="weights to start from")
    train.add_argument("--device", default="cpu")
    train.add_argument("--threads", type=int, default=1)
    train.add_argument("--workers", type=int, default=1, help="processes that prepare clips")
    train.add_argument("--clips-factor", type=int, default=1, help="more clips a step, on a GPU")
    train.add_argument("--learning-rate", type=float, default=6e-4)
    train.add_argument("--seed", type=int, default=0)
    train.add_argument("--validation", type=Path, help="folder of clips to score now and then")
    train.add_argument("--validate-minutes", type=float, default=15.0)
    train.add_argument("--steps", type=int, help="end after these steps, not by the time")
    train.add_argument("--part", type=Part, choices=list(Part), default=Part.ALL)
    train.add_argument("--loss", type=_numbers, default={}, help="weights: output=1,gradient=0.5,…")
    train.add_argument(
        "--adversary", type=_numbers, default={}, help="the second stage: adversarial=…,features=…"
    )
    train.add_argument("--lessons", type=Path, help="folder that `teach` wrote, to learn from")
    train.add_argument("--features", type=Path, help="weights of SqueezeNet, for that loss")
    train.add_argument(
        "--sharpening", type=float, default=1.0, help="of targets, as a share of the usual"
    )
    train.add_argument(
        "--second-pass-share", type=float, default=0.25, help="of the steps that clean again"
    )
    train.add_argument("--discriminator-channels", type=int, default=16)
    train.add_argument(
        "--judges-features", action="store_true", help="the discriminator looks at --features"
    )
    train.add_argument("--judged-frames", type=int, default=3, help="of every clip, for the judge")
    train.add_argument(
        "--faithful", type=float, default=1.0, help="how much more the clips count that it skips"
    )
    train.add_argument("--vgg", type=Path, help="weights of VGG19, where you have them")
    train.set_defaults(command=_train)

    teach = commands.add_parser("teach", help="write clips with what Real-ESRGAN makes of them")
    teach.add_argument("--photos", type=Path, required=True, help="folder of sharp pictures")
    teach.add_argument("--folder", type=Path, required=True, help="where the clips go")
    teach.add_argument("--weights", type=Path, required=True, help="of the network that cleans")
    teach.add_argument("--teacher", type=Path, required=True, help="weights of x4plus")
    teach.add_argument(
        "--clips", type=int, default=400, help="in the end; goes on where it stopped"
    )
    teach.add_argument("--seed", type=int, default=0)
    teach.set_defaults(command=_teach)

    shapes = commands.add_parser("search", help="compare shapes of networks by short runs")
    shapes.add_argument("--photos", type=Path, required=True, help="folder of sharp pictures")
    shapes.add_argument("--folder", type=Path, required=True, help="where the runs are kept")
    shapes.add_argument("--validation", type=Path, required=True, help="made by make-validation")
    shapes.add_argument("--steps", type=int, default=400, help="of each run")
    shapes.add_argument("--device", default="cpu")
    shapes.add_argument("--threads", type=int, default=1)
    shapes.add_argument("--workers", type=int, default=1, help="processes that prepare clips")
    shapes.set_defaults(command=_search)


def _add_judging(commands: _Commands) -> None:
    clips = commands.add_parser("make-validation", help="make the clips to evaluate on")
    clips.add_argument("--clips", type=Path, required=True, help="folder of large, clean clips")
    clips.add_argument("--photos", type=Path, required=True, help="folder with val-* pictures")
    clips.add_argument("--real", type=Path, help="folder of old clips, without a truth")
    clips.add_argument("--folder", type=Path, required=True, help="where the clips go")
    clips.add_argument("--seed", type=int, default=0)
    clips.add_argument(
        "--wide", dest="is_wide", action="store_true", help="every damage to every source"
    )
    clips.set_defaults(command=make)

    judge = commands.add_parser("evaluate", help="print a table against plain enlargement")
    judge.add_argument("--folder", type=Path, required=True, help="made by make-validation")
    judge.add_argument("--weights", type=Path, required=True)
    judge.add_argument("--compare", type=Path, help="realesr-general-x4v3.pth")
    judge.add_argument("--niqe", type=Path, help="niqe_pris_params.npz")
    judge.add_argument("--features", type=Path, help="weights of SqueezeNet")
    judge.add_argument("--half", type=Half, choices=list(Half), help="by default both")
    judge.add_argument("--threshold", type=float, help="of the cleaning, in 8-bit levels")
    judge.add_argument("--device", default="cpu")
    judge.add_argument("--json", type=Path, help="write all figures here")
    judge.add_argument("--sheet", type=Path, help="write pictures to look at here")
    judge.set_defaults(command=_evaluate)

    ends = commands.add_parser("ends", help="compare the ends at two and at four times the size")
    ends.add_argument("--folder", type=Path, required=True, help="made by make-validation")
    ends.add_argument("--weights", type=Path, required=True)
    ends.add_argument("--features", type=Path, help="weights of SqueezeNet")
    ends.add_argument("--half", type=Half, choices=list(Half), help="by default both")
    ends.set_defaults(command=_compare_ends)

    gallery = commands.add_parser("gallery", help="draw every kind of damage, to judge by eye")
    gallery.add_argument("--photos", type=Path, required=True, help="folder of sharp pictures")
    gallery.add_argument("--output", type=Path, required=True, help="PNG to write")
    gallery.set_defaults(command=_gallery)


def _numbers(text: str) -> dict[str, float]:
    """``a=1,b=0.5`` as a dictionary."""
    return {name: float(value) for name, value in (part.split("=") for part in text.split(","))}


def _train(loss: dict[str, float], adversary: dict[str, float], **options: object) -> None:
    settings = Settings(
        loss=LossWeights(**loss),
        adversary=AdversaryWeights(**adversary),
        **options,  # type: ignore[arg-type]
    )
    if settings.device == "cpu":
        lower_priority()
    print(settings_text(settings), flush=True)
    trainer = Trainer(settings)
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, lambda _number, _frame: trainer.stop())
    trainer.run()


def _teach(
    *, photos: Path, folder: Path, weights: Path, teacher: Path, clips: int, seed: int
) -> None:
    lower_priority()
    torch.set_num_threads(1)
    network = load_network(weights, lambda: RealBasicVSR(SMALL))
    written = write_lessons(
        folder,
        training_photos(photos),
        network,
        Teacher.read(teacher),
        numbers=range(clips),
        seed=seed,
    )
    for path in written:
        print(path.name, flush=True)


def _evaluate(
    *,
    folder: Path,
    weights: Path,
    compare: Path | None,
    niqe: Path | None,
    features: Path | None,
    half: Half | None,
    threshold: float | None,
    device: str,
    json: Path | None,
    sheet: Path | None,
) -> None:
    network = load_network(weights, lambda: RealBasicVSR(SMALL)).to(device)
    scores, rows = [], []
    clips = (clip for clip in read(folder) if half in (None, clip.half))
    for clip, results in evaluate(
        network,
        clips,
        threshold=threshold,
        rival=compare,
        natural=niqe,
        features=features,
        is_thorough=True,
    ):
        print(f"{clip.name} is judged", file=sys.stderr, flush=True)
        scores += [result.score for result in results]
        rows.append((clip, results))
    print(format_table(scores))
    if json is not None:
        json.write_text(to_json(scores), encoding="utf-8")
    if sheet is not None:
        # Loaded late: figures can be had without Pillow.
        from engine.training.sheet import draw  # noqa: PLC0415

        draw(rows, sheet)


def _compare_ends(*, folder: Path, weights: Path, features: Path | None, half: Half | None) -> None:
    network = load_network(weights, lambda: RealBasicVSR(SMALL))
    clips = (clip for clip in read(folder) if half in (None, clip.half))
    scores = list(compare_ends(network, clips, features=features))
    print(format_table(scores))


def _search(validation: Path, **options: object) -> None:
    settings = Settings(minutes=math.inf, **options)  # type: ignore[arg-type]
    if settings.device == "cpu":
        lower_priority()
    print(HEADING, flush=True)
    for found in search(settings, validation):
        print(found, flush=True)


def _gallery(photos: Path, output: Path) -> None:
    from engine.training.gallery import draw_gallery  # noqa: PLC0415 - needs Pillow

    draw_gallery(photos, output)


if __name__ == "__main__":
    sys.exit(main())
