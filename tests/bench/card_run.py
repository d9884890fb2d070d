"""Everything that is to be done with minutes of a graphics card, in one command.

Before, on this machine: ``python -m tests.bench.card_run pack FOLDER --photos DIR [--av WHEEL]``.
There: ``python -m tests.bench.card_run run FOLDER --out DIR --seconds 570``. It unpacks, checks the
card, measures, and trains to the last second; what it finds is written as it goes, and whatever
fails, the rest is done. Needs torch, numpy and OpenCV; rehearsed with ``--device cpu``.
"""

from __future__ import annotations

import argparse
import io
import multiprocessing
import os
import shutil
import sys
import tarfile
import tempfile
import threading
import time
import traceback
import zipfile
from collections.abc import Callable, Sequence
from pathlib import Path

import torch

from engine.devices.precision import PRECISIONS, closeness_db, gain
from engine.jobs.options import DEFAULT_MODEL
from engine.networks import catalogue
from engine.networks.checkpoint import load_network, read_tensors
from engine.networks.realbasicvsr import NetworkShape, RealBasicVSR
from engine.training.adversary import AdversaryWeights
from engine.training.clips import Phase
from engine.training.losses import LossWeights
from engine.training.on_card import Progress, train_until
from engine.training.settings import SMALL, Settings
from engine.training.train import Trainer
from tests.bench import card
from tests.bench.card_checks import CHECKS

_PHOTOS, _AV, _WEIGHTS = "photos.tar", "av.tar.xz", "weights.pth"
_SMALL_SECONDS, _LARGE_SECONDS = 45, 60
"""For the tables of 320x180 and of 720x576; the larger one where the training keeps most."""
_LEFT_FOR_WRITING = 8
_LEAST_TRAINING = 240
_MOST_RETURNED_BYTES = 16 << 20


def pack(
    folder: Path, photos: Path, wheel: Path | None, weights: Path | None, limit_bytes: int
) -> None:
    """Put what travels into a folder: PyAV, weights that torch alone can read, photographs.

    Args:
        folder: is made where it is missing.
        photos: folder of sharp pictures; those kept for validation stay here.
        wheel: PyAV's for the Python there; without it no video codecs damage the clips.
        weights: to start from; by default those of the bundled model.
        limit_bytes: of the folder; photographs are left out, evenly, where they do not fit.
    """
    folder.mkdir(parents=True, exist_ok=True)
    (folder / _PHOTOS).unlink(missing_ok=True)
    if wheel is not None:
        with zipfile.ZipFile(wheel) as unpacked, tarfile.open(folder / _AV, "w:xz") as tar:
            for name in unpacked.namelist():
                content = unpacked.read(name)
                member = tarfile.TarInfo(name)
                member.size = len(content)
                tar.addfile(member, io.BytesIO(content))
    entry = catalogue.find(DEFAULT_MODEL)
    torch.save(read_tensors(weights or catalogue.weights_path(entry)), folder / _WEIGHTS)
    taken = sum(path.stat().st_size for path in folder.iterdir())
    pictures = [path for path in sorted(photos.iterdir()) if not path.name.startswith("val-")]
    fitting = _fitting(pictures, limit_bytes - taken)
    with tarfile.open(folder / _PHOTOS, "w") as tar:
        for path in fitting:
            tar.add(path, arcname=path.name)
    print(f"{len(fitting)} of {len(pictures)} photographs")
    sizes = {path.name: path.stat().st_size for path in sorted(folder.iterdir())}
    for name, size in sizes.items():
        print(f"{name:14} {size / (1 << 20):6.1f} MiB")
    print(f"{'together':14} {sum(sizes.values()) / (1 << 20):6.1f} MiB")


def _fitting(pictures: Sequence[Path], limit_bytes: int) -> list[Path]:
    """As many pictures as fit into a tar file, from all over the list."""
    for count in range(len(pictures), 0, -1):
        some = [pictures[index * len(pictures) // count] for index in range(count)]
        if _tar_bytes(some) <= limit_bytes:
            return some
    return []


def _tar_bytes(paths: Sequence[Path]) -> int:
    """The size of a tar file: a header and whole blocks for each, filled up to whole records."""
    blocks = sum(1 + -(-path.stat().st_size // tarfile.BLOCKSIZE) for path in paths) + 2
    return -(-blocks * tarfile.BLOCKSIZE // tarfile.RECORDSIZE) * tarfile.RECORDSIZE


class Run:
    """One use of a card.

    Args:
        folder: of `pack`.
        out: where results go, as they come.
        seconds: until it ends by itself.
        device: the card.
        clock: in seconds.
    """

    def __init__(
        self,
        folder: Path,
        out: Path,
        seconds: float,
        device: torch.device,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._folder, self._out, self._device, self._clock = folder, out, device, clock
        self._begin = clock()
        self._end = self._begin + seconds - min(_LEFT_FOR_WRITING, 0.1 * seconds)
        self._material = Path(tempfile.mkdtemp(prefix="card-run-"))
        out.mkdir(parents=True, exist_ok=True)

    def tell(self, line: str) -> None:
        """Write a line to the table, and print it."""
        print(line, flush=True)
        with (self._out / "table.txt").open("a", encoding="utf-8") as file:
            file.write(line + "\n")

    def run(self, *, workers: int, is_quick: bool = False) -> None:
        """Do everything, in the order of what it is worth.

        Args:
            workers: processes that damage clips.
            is_quick: with tiny frames and clips, for a rehearsal.
        """
        watch = threading.Timer(self._left() + 0.5 * _LEFT_FOR_WRITING, self._end_at_once)
        watch.daemon = True
        watch.start()
        self._try("unpacking", self._unpack)
        self.tell(f"torch {torch.__version__}, {self._name()}")
        for check in CHECKS:
            self._try(check.__name__.replace("_", " "), lambda check=check: check(self._device))
        self._try("closeness and gain", lambda: self._tell_precision(is_quick=is_quick))
        sizes = ((32, 16),) if is_quick else card.SIZES
        times = (1, 1) if is_quick else (_SMALL_SECONDS, _LARGE_SECONDS)
        for size, seconds in zip(sizes, times, strict=False):
            if self._left() >= seconds + (0 if is_quick else _LEAST_TRAINING):
                self._try(
                    f"speed at {size[0]}x{size[1]}", lambda s=size, t=seconds: self._speed(s, t)
                )
        self._try("training", lambda: self._train(workers, is_quick=is_quick))
        self.tell(f"ended after {self._clock() - self._begin:.0f} s")
        watch.cancel()
        shutil.rmtree(self._material, ignore_errors=True)

    def _end_at_once(self) -> None:
        """End where something hangs: what was found until now comes back."""
        self.tell("ended at the limit, in the middle of the work above")
        for child in multiprocessing.active_children():
            child.kill()  # else whoever reads our output would wait for it
        os._exit(0)

    def _left(self) -> float:
        return self._end - self._clock()

    def _try(self, name: str, act: Callable[[], None]) -> None:
        """Do something; whatever becomes of it, the rest goes on."""
        begin = self._clock()
        try:
            act()
        except Exception as error:
            self.tell(f"{name}: FAILED: {type(error).__name__}: {error}")
            with (self._out / "errors.txt").open("a", encoding="utf-8") as file:
                traceback.print_exc(file=file)
        else:
            self.tell(f"{name}: done in {self._clock() - begin:.1f} s")

    def _name(self) -> str:
        is_card = self._device.type == "cuda"
        return torch.cuda.get_device_name(self._device) if is_card else str(self._device)

    def _unpack(self) -> None:
        for archive in (_PHOTOS, _AV):
            if (self._folder / archive).exists():
                target = self._material / archive.split(".")[0]
                with tarfile.open(self._folder / archive) as tar:
                    tar.extractall(target, filter="data")
        sys.path.append(str(self._material / "av"))

    def _tell_precision(self, *, is_quick: bool) -> None:
        bundled = load_network(self._folder / _WEIGHTS, lambda: RealBasicVSR(SMALL))
        networks = {"bundled model": bundled}
        if not is_quick:
            networks["RealBasicVSR size"] = card.network_of(NetworkShape(), self._device)
        for name, network in networks.items():
            network.to(self._device).to(memory_format=torch.channels_last)  # type: ignore[call-overload]
            for kind in ("bf16",) if is_quick else ("fp16", "bf16"):
                close = closeness_db(network, self._device, PRECISIONS[kind])
                faster = gain(network, self._device, PRECISIONS[kind])
                self.tell(f"{name}, {kind}: {close:.0f} dB from 32-bit, {faster:.2f} times as fast")
            if self._device.type == "cuda":
                self._tell_tf32(name, network)

    def _tell_tf32(self, name: str, network: RealBasicVSR) -> None:
        """How far TF32 is from 32-bit: what stays in 32-bit could use it."""
        clip = torch.rand(1, 3, 3, 48, 64, device=self._device)
        with torch.inference_mode():
            torch.backends.cudnn.allow_tf32 = False
            exact = network.restore_clip(clip)
            torch.backends.cudnn.allow_tf32 = True
            error = float((network.restore_clip(clip) - exact).square().mean())
        close = -10 * torch.log10(torch.tensor(error).clamp_min(1e-12))
        self.tell(f"{name}, TF32: {float(close):.0f} dB from 32-bit")

    def _speed(self, size: tuple[int, int], seconds: float) -> None:
        ways = card.usual_ways(SMALL)
        seen = card.report(self._device, size, ways, self.tell, until=time.monotonic() + seconds)
        for line in card.decisions(seen):
            self.tell(line)

    def _train(self, workers: int, *, is_quick: bool) -> None:
        side, frames, clips = (16, 4, 2) if is_quick else (48, 7, 32)
        settings = Settings(
            photos=self._material / "photos",
            folder=self._material / "training",
            minutes=max(self._left(), 1.0) / 60,
            weights=self._folder / _WEIGHTS,
            device=str(self._device),
            threads=torch.get_num_threads(),
            learning_rate=2.5e-4,
            second_pass_share=0.1,
            seed=int(time.time()) % 100_000,
            discriminator_channels=16 if is_quick else 64,
            judged_frames=2,
            faithful=3.0,
            loss=LossWeights(
                structure=0.2, similarity=0.2, texture=0.03, lattice=0.5, temporal=1.0, flow=0.03
            ),
            adversary=AdversaryWeights(adversarial=3.0, features=1.0),
        )
        trainer = Trainer(settings)
        train_until(
            trainer,
            Phase(until=1.01, clips=clips, frames=frames, side=side),
            self._end,
            workers=workers,
            on_minute=lambda progress: self._keep(trainer, progress),
            least=4 if is_quick else 64,
            capacity=32 if is_quick else 2048,
            clock=self._clock,
        )

    def _keep(self, trainer: Trainer, progress: Progress) -> None:
        """Write the averaged weights, and a state to go on from that is small enough to return."""
        self.tell(f"training: {progress}")
        _save(trainer.average.state, self._out / "weights.pth")
        judge = trainer.adversary.discriminator.state_dict() if trainer.adversary else {}
        state = {
            "network": trainer.network.state_dict(),
            "discriminator": {name: value.half() for name, value in judge.items()},
            "step": trainer.step,
        }
        _save(state, self._out / "state.pth")


def _save(content: object, path: Path) -> None:
    part = path.with_suffix(".part")
    torch.save(content, part)
    assert part.stat().st_size <= _MOST_RETURNED_BYTES, f"{path.name} is too large to come back"
    part.replace(path)


def main() -> None:
    """Pack here, or run there."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench.card_run")
    commands = parser.add_subparsers(dest="command", required=True)
    packing = commands.add_parser("pack", help="put what travels into a folder")
    packing.add_argument("folder", type=Path)
    packing.add_argument("--photos", type=Path, required=True)
    packing.add_argument("--av", type=Path, help="PyAV's wheel for the Python there")
    packing.add_argument("--weights", type=Path, help="by default those of the bundled model")
    packing.add_argument(
        "--limit", type=float, default=56.0, help="of the folder, in MiB: 64 travel with the tree"
    )
    running = commands.add_parser("run", help="use the card")
    running.add_argument("folder", type=Path)
    running.add_argument("--out", type=Path, required=True)
    running.add_argument("--seconds", type=float, default=570.0)
    running.add_argument("--device", default="cuda")
    running.add_argument("--workers", type=int, default=14)
    running.add_argument("--quick", action="store_true", help="tiny frames, for a rehearsal")
    words = parser.parse_args()
    if words.command == "pack":
        pack(words.folder, words.photos, words.av, words.weights, int(words.limit * (1 << 20)))
        return
    use = Run(words.folder, words.out, words.seconds, torch.device(words.device))
    use.run(workers=words.workers, is_quick=words.quick)


if __name__ == "__main__":
    main()
