"""The second stage: a discriminator that learns what sharp pictures look like, and feature losses.

Source: Wang et al., "Real-ESRGAN" (arXiv:2107.10833), section 3.3, for the U-Net discriminator;
module and parameter names are those of the official files.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NamedTuple

import torch
from torch import Tensor, nn
from torch.nn import functional as F  # noqa: N812
from torch.nn.utils import spectral_norm

from engine.training.losses import box_mean
from engine.training.squeezenet import STRENGTHS, TAP_CHANNELS, SqueezeNetFeatures

_VGG_WIDTHS = (64, 64, 0, 128, 128, 0, *(256,) * 4, 0, *(512,) * 4, 0, *(512,) * 4)
"""Channels of the convolutions of VGG19; 0 is a pooling."""
_VGG_TAPS = {2: 0.1, 7: 0.1, 16: 1.0, 25: 1.0, 34: 1.0}
"""Layers whose output (before the activation) is compared, with the official weights."""

_TONE_SIDE = 17
"""Pixels of the large picture over which a mean is tone, not texture."""


@dataclass(frozen=True)
class AdversaryWeights:
    """How hard the second stage pulls at the picture, as a share of the losses of the first.

    A share of their gradient, so that no weight depends on how a discriminator is scaled; 0
    leaves a part out.
    """

    adversarial: float = 0.0
    features: float = 0.0
    vgg: float = 0.0

    @property
    def is_used(self) -> bool:
        """Whether there is a second stage at all."""
        return max(self.adversarial, self.features, self.vgg) > 0


class Judged(NamedTuple):
    """What a discriminator says of pictures."""

    score: Tensor
    """``(b, 1 or more, h, w)``: above 0 where the picture looks real."""
    features: list[Tensor]
    """What it saw on its way down, finest first."""


class Discriminator(nn.Module):
    """U-Net with spectral normalisation: one verdict per pixel."""

    def __init__(self, in_channels: int = 3, mid_channels: int = 64) -> None:
        super().__init__()
        c = mid_channels

        def normed(i: int, o: int, kernel: int, stride: int) -> nn.Module:
            conv = nn.Conv2d(i, o, kernel, stride, 1, bias=False)
            normal: nn.Module = spectral_norm(conv)
            return normal

        self.conv_0 = nn.Conv2d(in_channels, c, 3, 1, 1)
        self.conv_1 = normed(c, 2 * c, 4, 2)
        self.conv_2 = normed(2 * c, 4 * c, 4, 2)
        self.conv_3 = normed(4 * c, 8 * c, 4, 2)
        self.conv_4 = normed(8 * c, 4 * c, 3, 1)
        self.conv_5 = normed(4 * c, 2 * c, 3, 1)
        self.conv_6 = normed(2 * c, c, 3, 1)
        self.conv_7 = normed(c, c, 3, 1)
        self.conv_8 = normed(c, c, 3, 1)
        self.conv_9 = nn.Conv2d(c, 1, 3, 1, 1)

    def forward(self, frames: Tensor) -> Judged:
        """Judge ``(b, 3, h, w)`` RGB in [0, 1], sides a multiple of 8."""

        def act(x: Tensor) -> Tensor:
            return F.leaky_relu(x, 0.2)

        def up(x: Tensor) -> Tensor:
            return F.interpolate(x, scale_factor=2, mode="bilinear", align_corners=False)

        full = act(self.conv_0(frames))
        half = act(self.conv_1(full))
        quarter = act(self.conv_2(half))
        eighth = act(self.conv_3(quarter))
        x = act(self.conv_4(up(eighth))) + quarter
        x = act(self.conv_5(up(x))) + half
        x = act(self.conv_6(up(x))) + full
        x = act(self.conv_8(act(self.conv_7(x))))
        return Judged(self.conv_9(x), [full, half, quarter, eighth])


class FeatureDiscriminator(nn.Module):
    """Small heads on the activations of SqueezeNet, which stays as it is: a verdict per place.

    It need not learn from nothing what edges and textures are, so a few hundred steps teach it
    what a U-Net of the same cost learns in thousands.

    Source: Sauer et al., "Projected GANs Converge Faster" (arXiv:2111.01007), with convolutions
    alone in place of the projections.
    """

    _TAPS = 3
    """Finer ones tell texture; the rest know objects, of which nothing may be invented."""

    def __init__(self, features: SqueezeNetFeatures, mid_channels: int = 32) -> None:
        """Put heads of ``mid_channels`` on ``features``, whose weights get no gradient."""
        super().__init__()
        # Not a submodule: its weights are not learnt, and not kept with the state.
        self._activations = features.activations
        c = mid_channels
        self.heads = nn.ModuleList(
            nn.Sequential(
                spectral_norm(nn.Conv2d(channels, c, 1)),
                nn.LeakyReLU(0.2),
                spectral_norm(nn.Conv2d(c, c, 3, 1, 1)),
                nn.LeakyReLU(0.2),
                spectral_norm(nn.Conv2d(c, c, 3, 1, 1)),
                nn.LeakyReLU(0.2),
                nn.Conv2d(c, 1, 1),
            )
            for channels in TAP_CHANNELS[: self._TAPS]
        )

    def forward(self, frames: Tensor) -> Judged:
        """Judge ``(b, 3, h, w)`` RGB in [0, 1]; the score has a channel for each head.

        Each call starts at another of four neighbouring pixels: the activations are taken at
        every other pixel, and what the network makes repeats every four.
        """
        top, left = torch.randint(0, 2, (2,)).tolist()
        tapped = self._activations(frames[..., top:, left:], self._TAPS)
        scores = [
            head(x / strength)
            for head, x, strength in zip(self.heads, tapped, STRENGTHS, strict=False)
        ]
        size = scores[0].shape[-2:]
        return Judged(torch.cat([F.interpolate(x, size) for x in scores], dim=1), tapped)


def realness_loss(score: Tensor, *, is_real: bool) -> Tensor:
    """Cross-entropy of the verdicts against "real" or "made"."""
    score = score.float()
    target = torch.full_like(score, 1.0 if is_real else 0.0)
    return F.binary_cross_entropy_with_logits(score, target)


def feature_loss(made: list[Tensor], real: list[Tensor]) -> Tensor:
    """Mean distance of the features of two pictures, each layer against its own mean strength.

    Source: Wang et al., "pix2pixHD" (arXiv:1711.11585), Eqn. 4.
    """
    distances = [
        F.l1_loss(a.float(), b.float()) / b.float().abs().mean().clamp(min=1e-6)
        for a, b in zip(made, real, strict=True)
    ]
    return torch.stack(distances).mean()


def _without_tone(gradient: Tensor) -> Tensor:
    """``(b, t, 3, h, w)`` less its local mean.

    What looks real is a matter of texture. Left alone, a discriminator pulls at light and colour
    too: with four times the pull of the other losses, six levels within 500 steps.
    """
    frames = gradient.flatten(0, 1).float()
    return (frames - box_mean(frames, _TONE_SIDE)).view(gradient.shape)


class VggFeatures(nn.Module):
    """Features of VGG19, where its weights are at hand; they are not shipped and not fetched."""

    mean: Tensor
    std: Tensor

    def __init__(self, file: Path) -> None:
        """Read torchvision's ``vgg19-dcbb9e9d.pth`` or any file with its ``features.N`` tensors."""
        super().__init__()
        layers: list[nn.Module] = []
        channels = 3
        for width in _VGG_WIDTHS:
            if width == 0:
                layers.append(nn.MaxPool2d(2, 2))
                continue
            layers += [nn.Conv2d(channels, width, 3, 1, 1), nn.ReLU()]
            channels = width
        self.features = nn.Sequential(*layers[: max(_VGG_TAPS) + 1])
        state = torch.load(file, map_location="cpu", weights_only=True)
        wanted = self.state_dict().keys()
        self.load_state_dict({name: state[name] for name in wanted})
        self.requires_grad_(False)
        self.register_buffer("mean", torch.tensor([0.485, 0.456, 0.406]).view(1, 3, 1, 1), False)
        self.register_buffer("std", torch.tensor([0.229, 0.224, 0.225]).view(1, 3, 1, 1), False)

    def forward(self, frames: Tensor) -> list[Tensor]:
        """The tapped layers for ``(b, 3, h, w)`` RGB in [0, 1]."""
        x = (frames - self.mean) / self.std
        tapped = []
        for number, layer in enumerate(self.features):
            x = layer(x)
            if number in _VGG_TAPS:
                tapped.append(x)
        return tapped

    def loss(self, made: Tensor, real: Tensor) -> Tensor:
        """Weighted distance of the features of two ``(b, 3, h, w)``."""
        pairs = zip(self(made), self(real), _VGG_TAPS.values(), strict=True)
        return torch.stack([weight * F.l1_loss(a, b) for a, b, weight in pairs]).sum()


class Adversary:
    """The opponent of a training: judges what the network makes, and learns from it in turn."""

    _WARM_UP_STEPS = 200
    """Its verdicts count fully only after this; at first it knows nothing."""
    _PACE = 2.0
    """Learns so much faster than the network, which else keeps it guessing."""
    _MEMORY = 0.95
    """Of its success, from step to step."""
    _SKILLED = 0.3
    """A judge whose loss is so much below that of a guess, as a share, counts fully."""

    def __init__(
        self,
        weights: AdversaryWeights,
        *,
        discriminator: Discriminator | FeatureDiscriminator,
        learning_rate: float,
        device: str,
        vgg: Path | None = None,
    ) -> None:
        """Start as the ``discriminator`` is.

        Args:
            weights: what it is asked for.
            discriminator: what learns to tell the network's pictures from real ones.
            learning_rate: of the network it judges.
            device: where it lives.
            vgg: weights of VGG19, needed where ``weights.vgg`` is above 0.

        Raises:
            ValueError: VGG is asked for without its weights.
        """
        if weights.vgg > 0 and vgg is None:
            raise ValueError("a VGG loss needs a file with the weights of VGG19")
        self.weights = weights
        self.discriminator = discriminator.to(device)
        self.discriminator.to(memory_format=torch.channels_last)  # type: ignore[call-overload]
        self._learning_rate = self._PACE * learning_rate
        self.optimizer = torch.optim.Adam(
            self.discriminator.parameters(), lr=self._learning_rate, betas=(0.9, 0.99)
        )
        self.vgg = VggFeatures(vgg).to(device) if vgg is not None and weights.vgg > 0 else None
        self.steps = 0
        self._loss = math.log(2)  # of a guess

    def losses(self, made: Tensor, real: Tensor) -> dict[str, Tensor]:
        """What the network has to lower, for two pictures ``(b, 3, h, w)``."""
        parts: dict[str, Tensor] = {}
        if self._has_discriminator:
            self.discriminator.requires_grad_(False)
            judged = self.discriminator(made)
            with torch.no_grad():
                wanted = self.discriminator(real).features
            self.discriminator.requires_grad_(True)
            parts["adversarial"] = realness_loss(judged.score, is_real=True)
            parts["features"] = feature_loss(judged.features, wanted)
        if self.vgg is not None:
            parts["vgg"] = self.vgg.loss(made, real)
        return parts

    def push(self, parts: dict[str, Tensor], output: Tensor, pull: Tensor) -> Tensor:
        """A term whose gradient at ``output`` is that of the `losses`, scaled to their shares.

        Args:
            parts: what `losses` returned for frames of ``output``.
            output: of the network, with its graph.
            pull: norm of the gradient of the other losses at those frames.

        Source: the idea of Esser et al., "Taming Transformers" (arXiv:2012.09841), Eqn. 7.
        """
        trust = min(1.0, self.steps / self._WARM_UP_STEPS) * self.skill
        terms = [output.new_zeros((), dtype=torch.float32)]
        for name, part in parts.items():
            share = getattr(self.weights, name) * (1.0 if name == "vgg" else trust)
            if share > 0:
                (gradient,) = torch.autograd.grad(part, output, retain_graph=True)
                if name == "adversarial":
                    gradient = _without_tone(gradient)
                scale = share * pull.float() / gradient.float().norm().clamp(min=1e-12)
                terms.append((scale * gradient.float() * output.float()).sum())
        return torch.stack(terms).sum()

    @property
    def skill(self) -> float:
        """How well it tells the pictures apart of late: 0, it guesses, to 1, well enough.

        One that guesses still has a gradient, and at a fixed share the network would follow it
        to too sharp and back to too soft, by decibels within a hundred steps.
        """
        return min(1.0, max(0.0, (1 - self._loss / math.log(2)) / self._SKILLED))

    @property
    def no_figures(self) -> dict[str, float]:
        """What the log says of a step that it had no part in."""
        names = ["vgg"] if self.vgg is not None else []
        if self._has_discriminator:
            names += ["adversarial", "features"]
        return dict.fromkeys((*names, "judging", "skill"), math.nan)

    @property
    def _has_discriminator(self) -> bool:
        return self.weights.adversarial > 0 or self.weights.features > 0

    def learn(self, made: Tensor, real: Tensor) -> float:
        """One step of the discriminator; its loss."""
        if not self._has_discriminator:
            return 0.0
        real_loss = realness_loss(self.discriminator(real).score, is_real=True)
        made_loss = realness_loss(self.discriminator(made.detach()).score, is_real=False)
        loss = 0.5 * (real_loss + made_loss)
        if torch.isfinite(loss):
            self.optimizer.zero_grad(set_to_none=True)
            loss.backward()  # type: ignore[no-untyped-call]
            self.optimizer.step()
            self.steps += 1
            self._loss = self._MEMORY * self._loss + (1 - self._MEMORY) * float(loss.detach())
        return float(loss.detach())

    def state(self) -> dict[str, object]:
        """Everything needed to go on."""
        return {
            "discriminator": self.discriminator.state_dict(),
            "optimizer": self.optimizer.state_dict(),
            "steps": self.steps,
            "loss": self._loss,
        }

    def load_state(self, state: dict[str, Any]) -> None:
        """Go on from `state`."""
        self.discriminator.load_state_dict(state["discriminator"])
        self.optimizer.load_state_dict(state["optimizer"])
        for group in self.optimizer.param_groups:
            group["lr"] = self._learning_rate
        self.steps, self._loss = state["steps"], state["loss"]
