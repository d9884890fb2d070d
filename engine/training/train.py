"""The training loop: made to run in the background for hours and to be stopped at any time."""

from __future__ import annotations

import csv
import math
import os
import signal
import time
from contextlib import AbstractContextManager, nullcontext
from pathlib import Path

import numpy as np
import torch
from torch import Tensor, nn
from torch.nn import functional as F  # noqa: N812
from torch.utils.data import DataLoader

from engine.networks.checkpoint import load_network
from engine.networks.realbasicvsr import SCALE, RealBasicVSR, Restored
from engine.training.adversary import Adversary, Discriminator, FeatureDiscriminator
from engine.training.clips import Batch, Clips, Phase, training_photos
from engine.training.evaluate import format_table, validate
from engine.training.lessons import Lessons
from engine.training.losses import (
    LossWeights,
    charbonnier,
    flow_level_loss,
    gradient_loss,
    loss_parts,
    weighted_sum,
    without_finest,
)
from engine.training.prepared import PreparedLessons
from engine.training.settings import (
    CURRICULUM,
    FINE_TUNING,
    FLOW_ONLY,
    TAUGHT,
    TAUGHT_TAIL,
    Part,
    Settings,
)
from engine.training.squeezenet import SqueezeNetFeatures

_FEATURE_OFFSET = 4
"""Pixels at the edges that are left out, at random, before features are compared.

Their grid would else always lie alike on the picture, and what it never looks at could be anything.
"""


def leave_stopping_to_the_trainer(_worker: int) -> None:
    """Ctrl-C reaches all processes; a worker that died of it would take the trainer with it."""
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, signal.SIG_IGN)


class Averaged:
    """An exponential moving average of a network's weights; what is shipped."""

    def __init__(self, network: nn.Module, decay: float) -> None:
        self.decay = decay
        self.state = {k: v.detach().clone() for k, v in network.state_dict().items()}

    @torch.no_grad()
    def update(self, network: nn.Module, step: int) -> None:
        """Move towards the network; faster in the first steps."""
        decay = min(self.decay, (1 + step) / (10 + step))
        # All at once: on a card each tensor by itself would take longer to ask for than to compute.
        torch._foreach_lerp_(
            list(self.state.values()), list(network.state_dict().values()), 1 - decay
        )


def learning_rate_at(settings: Settings, done: float, step: int) -> float:
    """Warm-up over the first steps, then half a cosine down to a fiftieth."""
    cosine = 0.5 * (1 + np.cos(np.pi * min(done, 1.0)))
    warm_up = min(1.0, (step + 1) / 100)
    return float(settings.learning_rate * warm_up * (0.02 + 0.98 * cosine))


class Trainer:
    """One run in one folder: ``state.pt``, ``weights.safetensors``, ``log.csv`` and its curves."""

    def __init__(self, settings: Settings) -> None:
        self.settings = settings
        self.photos = training_photos(settings.photos)
        settings.folder.mkdir(parents=True, exist_ok=True)
        torch.set_num_threads(settings.threads)
        torch.manual_seed(settings.seed)
        self.network = self._start_network().to(settings.device)
        self.network.to(memory_format=torch.channels_last)  # type: ignore[call-overload]
        self._freeze()
        self.optimizer = torch.optim.Adam(
            [p for p in self.network.parameters() if p.requires_grad],
            lr=settings.learning_rate,
            betas=(0.9, 0.99),
        )
        self.average = Averaged(self.network, settings.ema_decay)
        self.adversary = self._adversary() if settings.adversary.is_used else None
        self.features = self._features()
        self.step, self.seconds = 0, 0.0
        self._is_stopping = False
        self._resume()

    def _freeze(self) -> None:
        """Leave alone what this run does not train."""
        vsr = self.network.basicvsr
        frozen: list[nn.Module] = []
        if self.settings.part in {Part.DETAIL, Part.TAIL}:
            frozen += [self.network.image_cleaning, vsr.spynet]
        if self.settings.part is Part.TAIL:
            frozen += [vsr.backward_resblocks, vsr.forward_resblocks]
        if self.settings.part is Part.HALF:
            frozen = [self.network]
        for module in frozen:
            module.requires_grad_(False)
        for module in (vsr.half_hr, vsr.half_last) if vsr.shape.half_channels else ():
            module.requires_grad_(self.settings.part is Part.HALF)

    def _start_network(self) -> RealBasicVSR:
        if self.settings.weights is None:
            return RealBasicVSR(self.settings.shape)
        network = load_network(self.settings.weights, lambda: RealBasicVSR(self.settings.shape))
        return network.train().requires_grad_(True)

    def _adversary(self) -> Adversary:
        channels = self.settings.discriminator_channels
        discriminator: Discriminator | FeatureDiscriminator
        if self.settings.judges_features:
            discriminator = FeatureDiscriminator(self._squeezenet(), channels)
        else:
            discriminator = Discriminator(mid_channels=channels)
        return Adversary(
            self.settings.adversary,
            discriminator=discriminator,
            learning_rate=self.settings.learning_rate,
            device=self.settings.device,
            vgg=self.settings.vgg,
        )

    def _features(self) -> SqueezeNetFeatures | None:
        settings = self.settings
        needs_lessons = settings.loss.teacher > 0 or settings.part in {Part.TAIL, Part.HALF}
        if needs_lessons and settings.lessons is None:
            raise ValueError("a teacher's loss and an end alone need a folder of lessons")
        if settings.loss.features == 0:
            return None
        return self._squeezenet()

    def _squeezenet(self) -> SqueezeNetFeatures:
        if self.settings.features is None:
            raise ValueError("features need a file with the weights of SqueezeNet")
        return SqueezeNetFeatures.read(self.settings.features).to(self.settings.device)

    @property
    def _state_file(self) -> Path:
        return self.settings.folder / "state.pt"

    @property
    def _log_file(self) -> Path:
        # Each stage has losses, and so columns, of its own.
        return self.settings.folder / ("log-adversary.csv" if self.adversary else "log.csv")

    def _resume(self) -> None:
        if not self._state_file.exists():
            return
        # On the processor: an optimizer's count of steps would be waited for on a card.
        state = torch.load(self._state_file, map_location="cpu", weights_only=True)
        self.network.load_state_dict(state["network"])
        self.optimizer.load_state_dict(state["optimizer"])
        for name, value in state["average"].items():
            self.average.state[name].copy_(value)
        self.step, self.seconds = state["step"], state["seconds"]
        torch.set_rng_state(state["generator"].cpu())
        if self.adversary is not None and state["adversary"] is not None:
            self.adversary.load_state(state["adversary"])

    def save(self) -> None:
        """Write the state and the averaged weights; each replaces its file in one go."""
        state = {
            "network": self.network.state_dict(),
            "optimizer": self.optimizer.state_dict(),
            "average": self.average.state,
            "step": self.step,
            "seconds": self.seconds,
            "generator": torch.get_rng_state(),
            "adversary": self.adversary.state() if self.adversary else None,
        }
        part = self._state_file.with_suffix(".part")
        torch.save(state, part)
        part.replace(self._state_file)
        # Loaded late: a machine that is lent for its card may lack it.
        from safetensors.torch import save_file  # noqa: PLC0415

        weights = {k: v.cpu().contiguous() for k, v in self.average.state.items()}
        part = self.settings.folder / "weights.part"
        save_file(weights, part)
        part.replace(self.settings.folder / "weights.safetensors")

    @property
    def done(self) -> float:
        """The fraction of the run's time, or of its steps, that is used up."""
        if self.settings.steps is not None:
            return self.step / self.settings.steps
        return self.seconds / (60 * self.settings.minutes)

    def stop(self) -> None:
        """End `run` after the step it is at; nothing is lost."""
        self._is_stopping = True

    def run(self) -> None:
        """Train until the time is used up or `stop` is called, saving every few minutes."""
        while self.done < 1 and not self._is_stopping:
            self._run_phase(next(p for p in self._curriculum() if self.done < p.until))
        self.save()
        if not self._is_stopping:
            self._report()
            self._draw_curves()

    def _curriculum(self) -> tuple[Phase, ...]:
        if self.settings.part is Part.FLOW:
            return FLOW_ONLY
        if self.settings.part in {Part.TAIL, Part.HALF}:
            return TAUGHT_TAIL
        if self.settings.lessons is not None:
            return TAUGHT
        return FINE_TUNING if self.settings.weights else CURRICULUM

    def _draw_curves(self) -> None:
        if self._log_file.exists():
            # Loaded late: a machine without Pillow trains as well.
            from engine.training.curves import draw  # noqa: PLC0415

            draw(self._log_file, self._log_file.with_suffix(".png"))

    def _run_phase(self, phase: Phase) -> None:
        loader = DataLoader(
            self._clips(phase),
            batch_size=phase.clips * self.settings.clips_factor,
            num_workers=self.settings.workers,
            prefetch_factor=3 if self.settings.workers else None,
            worker_init_fn=leave_stopping_to_the_trainer,
        )
        last, since_save, since_validation = time.monotonic(), 0.0, 0.0
        for number, batch in enumerate(loader):
            if number == 0:
                print(f"from step {self.step}: {phase}", flush=True)
            losses = self.train_step(batch)
            now = time.monotonic()
            elapsed, last = now - last, now
            self.seconds += elapsed
            since_save += elapsed
            since_validation += elapsed
            if self.step % 50 == 0:
                self._log(losses, elapsed)
            if since_save > 240:
                self.save()
                since_save = 0.0
            if since_validation > 60 * self.settings.validate_minutes:
                self._report()
                since_validation, last = 0.0, time.monotonic()
            if self._is_stopping or self.done >= min(phase.until, 1.0):
                return

    def _clips(self, phase: Phase) -> Clips | Lessons | PreparedLessons:
        settings = self.settings
        # With the step: a run that goes on gets other clips than it had.
        seed = settings.seed, self.step
        if settings.lessons is not None and settings.part in {Part.TAIL, Part.HALF}:
            return PreparedLessons(self.network, settings.lessons, phase, seed, settings.sharpening)
        if settings.lessons is not None:
            return Lessons(settings.lessons, phase, seed, settings.sharpening)
        return Clips(self.photos, phase, seed, settings.sharpening)

    def _autocast(self) -> AbstractContextManager[None] | torch.autocast:
        device = torch.device(self.settings.device).type
        if device == "cpu" and not torch.cpu._is_avx512_bf16_supported():
            return nullcontext()
        return torch.autocast(device, torch.bfloat16)

    def _passes(self) -> int:
        """Mostly one; sometimes two or three, to learn what cleaning again is for."""
        if torch.rand(()) >= self.settings.second_pass_share:
            return 1
        return int(torch.randint(2, 4, ()))

    def train_step(self, batch: Batch) -> dict[str, float]:
        """Learn from some clips; the parts of the loss."""
        batch = {name: value.to(self.settings.device) for name, value in batch.items()}
        for group in self.optimizer.param_groups:
            group["lr"] = learning_rate_at(self.settings, self.done, self.step)
        with self._autocast():
            if self.settings.part is Part.FLOW:
                return self._update({"flow": self._flow_loss(batch)}, LossWeights(flow=1.0))
            is_judged = invents = batch["is_judged"]
            if self.settings.part is Part.HALF:
                batch, invents = self._halved(batch), torch.ones_like(is_judged)
            if self.settings.part in {Part.TAIL, Part.HALF}:
                output = self._counted(self._enlarged(batch), is_judged)
                parts = self._enlarging_parts(output, batch)
            else:
                passes = self._passes()
                restored = self.network(batch["lq"], passes=passes)
                output = self._counted(restored.output, is_judged)
                flows = torch.stack((batch["flow_backward"], batch["flow_forward"]))
                parts = loss_parts(
                    restored._replace(output=output),
                    batch["target"],
                    flows,
                    is_judged,
                    self.settings.loss.left_out,
                )
                if passes > 1:  # what is cleaned again is to be soft
                    invents = torch.zeros_like(is_judged)
            parts |= self._invented_parts(output, batch, invents)
        if self.adversary is None:
            return self._update(parts, self.settings.loss)
        if not invents.any():
            return self._update(parts, self.settings.loss) | self.adversary.no_figures
        return self._update_against(self.adversary, parts, output, batch["target"], is_judged)

    def _enlarged(self, batch: Batch) -> Tensor:
        """Pairs of frames that were prepared up to the enlargement: ``(n, 2, 3, ?, ?)``."""
        cleaned, backward, forward = (
            batch[name].flatten(0, 1) for name in ("cleaned", "backward", "forward")
        )
        enlarged = self.network.basicvsr.upsample(cleaned, backward, forward)
        return enlarged.view(*batch["cleaned"].shape[:2], *enlarged.shape[1:])

    def _halved(self, batch: Batch) -> Batch:
        """The batch for the end at twice the size: truth at half size, taught by the other end.

        The network uses its smaller end afterwards.
        """
        self.network.use_scale(SCALE)
        with torch.no_grad():
            whole = self._enlarged(batch).float()
        self.network.use_scale(SCALE // 2)
        halved = {name: _half_size(batch[name], "area") for name in ("target", "truth")}
        # The filter that an encoder's scaler would use: the two ends are to look alike.
        taught = _half_size(whole, "bicubic")
        frames = torch.arange(whole.shape[1], device=whole.device).expand(len(whole), -1)
        return batch | halved | {"taught": taught, "taught_frames": frames}

    def _enlarging_parts(self, output: Tensor, batch: Batch) -> dict[str, Tensor]:
        """The losses of an end alone, see `loss_parts`."""
        left_out = self.settings.loss.left_out | {"cleaning", "flow"}
        unused = output.new_zeros(())
        restored = Restored(output, (batch["cleaned"],), unused)
        return loss_parts(restored, batch["target"], unused, batch["is_judged"], left_out)

    def _counted(self, output: Tensor, is_judged: Tensor) -> Tensor:
        """The same pictures; those of clips that are not judged pull harder."""
        counts = torch.where(is_judged, 1.0, self.settings.faithful).view(-1, 1, 1, 1, 1)
        return _count(output, counts)

    def _invented_parts(self, output: Tensor, batch: Batch, chosen: Tensor) -> dict[str, Tensor]:
        """The losses that ask the ``chosen`` clips for detail which their source does not show."""
        parts = {}
        if "taught" in batch and self.settings.loss.teacher > 0:
            parts["teacher"] = output.new_zeros(())
            if chosen.any():
                clips = torch.arange(len(output), device=output.device)[:, None]
                made = output[clips, batch["taught_frames"]][chosen]
                wanted = batch["taught"][chosen]
                parts["teacher"] = charbonnier(made, wanted) + 0.5 * gradient_loss(made, wanted)
        if self.features is not None:
            parts["features"] = output.new_zeros(())
            if chosen.any():
                frames = torch.randperm(output.shape[1])[: self.settings.judged_frames]
                pair = (
                    x[chosen][:, frames.to(x.device)].flatten(0, 1)
                    for x in (output, batch["truth"])
                )
                top, left = torch.randint(0, _FEATURE_OFFSET, (2,)).tolist()
                made, real = (without_finest(x[..., top:, left:]) for x in pair)
                parts["features"] = self.features.distance(made, real)
        return parts

    def _flow_loss(self, batch: Batch) -> Tensor:
        """The flow network's error at every level, on frames that are cleaned as they will be."""
        lq = batch["lq"]
        with torch.no_grad():
            flat = lq.flatten(0, 1)
            cleaned = (flat + self.network.cleaning_residual(flat)).view_as(lq)
        first, second = cleaned[:, :-1].flatten(0, 1), cleaned[:, 1:].flatten(0, 1)
        flow = torch.cat([batch[f"flow_{name}"].flatten(0, 1) for name in ("backward", "forward")])
        pairs = torch.cat((first, second)), torch.cat((second, first))
        return flow_level_loss(self.network.basicvsr.spynet.level_flows(*pairs), flow)

    def _update_against(
        self,
        adversary: Adversary,
        parts: dict[str, Tensor],
        output: Tensor,
        truth: Tensor,
        is_judged: Tensor,
    ) -> dict[str, float]:
        """A step of the network and one of its adversary, on a few frames of the judged clips."""
        count = min(self.settings.judged_frames, output.shape[1])
        chosen = torch.randperm(output.shape[1])[:count].to(output.device)
        made, real = (x[is_judged][:, chosen].flatten(0, 1) for x in (output, truth))
        pixels = weighted_sum(parts, self.settings.loss)
        (pull,) = torch.autograd.grad(pixels, output, retain_graph=True)
        with self._autocast():
            asked = adversary.losses(made, real)
        push = adversary.push(asked, output, pull[is_judged][:, chosen].norm())
        figures = self._update(parts, self.settings.loss, push)
        with self._autocast():
            figures["judging"] = adversary.learn(made, real)
        figures["skill"] = adversary.skill
        return figures | {name: float(part.detach()) for name, part in asked.items()}

    def _update(
        self, parts: dict[str, Tensor], weights: LossWeights, push: Tensor | None = None
    ) -> dict[str, float]:
        """A step of the network; the parts of the loss and the norm of the gradient."""
        # In one go: a card is waited for once.
        told = torch.stack([part.detach().float() for part in parts.values()]).tolist()
        figures: dict[str, float] = dict(zip(parts, told, strict=True))
        loss = weighted_sum(parts, weights)
        if push is not None:
            loss = loss + push
        self.step += 1
        # One bad clip must not end a run of hours; and the gradient of grid_sample crashes on
        # coordinates that are no numbers.
        if not torch.isfinite(loss):
            return figures | {"norm": math.nan}
        self.optimizer.zero_grad(set_to_none=True)
        loss.backward()  # type: ignore[no-untyped-call]
        norm = nn.utils.clip_grad_norm_(self.network.parameters(), 0.5)
        if torch.isfinite(norm):
            self.optimizer.step()
            self.average.update(self.network, self.step)
        return figures | {"norm": float(norm)}

    def _log(self, losses: dict[str, float], seconds: float) -> None:
        row = {"step": self.step, "minutes": self.seconds / 60, "seconds_per_step": seconds}
        row |= {name: losses[name] for name in sorted(losses)}
        is_new = not self._log_file.exists()
        with self._log_file.open("a", newline="") as file:
            writer = csv.DictWriter(file, fieldnames=list(row))
            if is_new:
                writer.writeheader()
            writer.writerow({k: f"{v:.5g}" for k, v in row.items()})
        text = "  ".join(f"{name} {value:.4f}" for name, value in losses.items())
        print(f"step {self.step}  {seconds:.2f} s/step  {text}", flush=True)

    def _report(self) -> None:
        if self.settings.validation is None:
            return
        shadow = RealBasicVSR(self.settings.shape).to(self.settings.device)
        shadow.load_state_dict(self.average.state)
        rows = validate(shadow.eval(), self.settings.validation)
        text = format_table(rows)
        print(f"after {self.seconds / 60:.1f} minutes, step {self.step}\n{text}", flush=True)
        with (self.settings.folder / "validation.txt").open("a") as file:
            file.write(f"step {self.step}, {self.seconds / 60:.1f} minutes\n{text}\n\n")


def _half_size(frames: Tensor, mode: str) -> Tensor:
    """``(n, t, 3, 2h, 2w)`` at half the size."""
    flat = frames.flatten(0, 1).float()
    small = F.interpolate(flat, scale_factor=0.5, mode=mode, antialias=mode == "bicubic")
    return small.view(*frames.shape[:2], *small.shape[1:])


def _count(x: Tensor, times: Tensor) -> Tensor:
    """The same numbers; whatever pulls at them pulls ``times`` as hard."""
    fixed = x.detach()
    return fixed + times * (x - fixed)


def lower_priority() -> None:
    """Let everything else on the machine go first."""
    if hasattr(os, "nice"):
        os.nice(19)
