"""RealBasicVSR the plain way, as the official code runs it: all frames at once, in 32-bit.

Only for comparison. Every layer makes a new tensor, frames are cleaned and flows computed in one
batch, and the whole picture is enlarged in one piece.
"""

from __future__ import annotations

import torch
from torch import Tensor
from torch.nn import functional as F  # noqa: N812

from engine.networks.realbasicvsr import BasicVSR, RealBasicVSR, ResidualBlocks
from engine.networks.spynet import flow_warp


def _trunk(blocks: ResidualBlocks, x: Tensor) -> Tensor:
    conv, _, body = blocks.main
    x = F.leaky_relu(conv(x), 0.1)
    for block in body:
        x = x + block.conv2(F.relu(block.conv1(x)))
    return x


def _branch(blocks: ResidualBlocks, lr: Tensor, features: Tensor) -> Tensor:
    return _trunk(blocks, torch.cat((lr, features), dim=1))


def _upsample(net: BasicVSR, lr: Tensor, backward: Tensor, forward: Tensor) -> Tensor:
    out = F.leaky_relu(net.fusion(torch.cat((backward, forward), dim=1)), 0.1)
    out = F.leaky_relu(F.pixel_shuffle(net.upsample1.upsample_conv(out), 2), 0.1)
    out = F.leaky_relu(F.pixel_shuffle(net.upsample2.upsample_conv(out), 2), 0.1)
    out = net.conv_last(F.leaky_relu(net.conv_hr(out), 0.1))
    return out + F.interpolate(lr, scale_factor=4, mode="bilinear", align_corners=False)


@torch.inference_mode()
def restored(network: RealBasicVSR, clip: Tensor) -> Tensor:
    """``(1, t, 3, h, w)`` to ``(1, t, 3, 4h, 4w)``, cleaned once; all of it in memory."""
    net = network.basicvsr
    frames = clip[0]
    entry, last = network.image_cleaning
    frames = frames + last(_trunk(entry, frames))
    to_next = net.spynet(frames[:-1], frames[1:])
    to_previous = net.spynet(frames[1:], frames[:-1])
    count, _, h, w = frames.shape
    empty = frames.new_zeros(1, net.channels, h, w)
    backward: list[Tensor] = []
    features = empty
    for i in reversed(range(count)):
        if i < count - 1:
            features = flow_warp(features, to_next[i : i + 1])
        features = _branch(net.backward_resblocks, frames[i : i + 1], features)
        backward.insert(0, features)
    outputs = []
    features = empty
    for i in range(count):
        if i:
            features = flow_warp(features, to_previous[i - 1 : i])
        features = _branch(net.forward_resblocks, frames[i : i + 1], features)
        outputs.append(_upsample(net, frames[i : i + 1], backward[i], features))
    return torch.stack(outputs, dim=1)
