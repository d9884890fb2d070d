"""What tapes, discs and films do to pictures, each by its cause and not as it is looked for."""

import numpy as np

LUMA = np.array([0.299, 0.587, 0.114])
_TO_YUV = np.array([LUMA, [-0.147, -0.289, 0.436], [0.615, -0.515, -0.100]])


def hurt_psnr(pictures, truth, where):
    """Return how near pictures are to the truth in the masks ``where``, in dB."""
    triples = zip(pictures, truth, where, strict=True)
    errors = [np.square(a.astype(float) - b)[mask] for a, b, mask in triples]
    return 10 * np.log10(255**2 / np.concatenate(errors).mean())


def hurt_places(pictures, truth, levels=8):
    """Return where pictures are farther from the truth than some levels."""
    pairs = zip(pictures, truth, strict=True)
    return [np.abs(a.astype(int) - b).max(axis=-1) > levels for a, b in pairs]


def composite(pictures, strength, *, is_pal=False, noise=1.0, seed=3):
    """Send pictures through one wire, colours on a carrier, and take them apart again.

    ``strength`` is how much of the damage is mixed in; 1: as a cheap decoder leaves it.
    """
    rng = np.random.default_rng(seed)
    height, width, _ = pictures[0].shape
    # Cycles of the carrier in a line of 52.7 us, and what it turns from line to line.
    cycles, turn = (236.5, 0.7516) if is_pal else (190.9, 0.5)
    cycles *= min(1.0, width / 640)
    rows, columns = np.mgrid[0:height, 0:width]
    frequency = np.abs(np.fft.rfftfreq(width) * width - cycles) / cycles
    band = np.exp(-((frequency / 0.16) ** 2))  # what the decoder takes for colours
    low = np.exp(-((np.fft.rfftfreq(width) * width / (0.22 * cycles)) ** 2))
    out = []
    for number, picture in enumerate(pictures):
        y, u, v = np.moveaxis(picture / 255 @ _TO_YUV.T, -1, 0)
        turned = cycles * columns / width + turn * (rows // 2)
        turned = turned + (0.75 if is_pal else 0.5) * number
        angle = 2 * np.pi * turned
        switched = 1 - 2 * ((rows // 2 + number) % 2) if is_pal else 1
        one, other = np.sin(angle), switched * np.cos(angle)
        wire = y + _filtered(u, low) * one + _filtered(v, low) * other
        carried = _filtered(wire, band)
        seen = [
            wire - carried,
            _filtered(2 * carried * one, low),
            _filtered(2 * carried * other, low),
        ]
        decoded = 255 * np.stack(seen, axis=-1) @ np.linalg.inv(_TO_YUV).T
        mixed = picture + strength * (decoded - picture) + rng.normal(0, noise, (height, width, 1))
        out.append(mixed.clip(0, 255).round().astype(np.uint8))
    return out


def _filtered(plane, response):
    return np.fft.irfft(np.fft.rfft(plane) * response, n=plane.shape[1])


def repeating(pictures, lost):
    """A capture card has lost pictures, and hands the one before on once more."""
    out = list(pictures)
    for number in sorted(lost):
        out[number] = out[number - 1]
    return out


def trembling(wide, count, size, amount, seed=5):
    """Look through a camera that a hand holds before a wide picture, while it pans slowly.

    Returns the pictures, and those of the same camera on a tripod.
    """
    rng = np.random.default_rng(seed)
    times = np.arange(count) / 25
    tremor = sum(
        rng.normal(0, 1, 2) * np.sin(2 * np.pi * (f * times[:, None] + rng.random(2)))
        for f in (4.1, 6.3, 8.7)
    )
    tremor *= amount / np.sqrt(np.square(tremor).sum(axis=1).mean())
    start, pan = np.array([24.0, 24.0]), np.array([8.0, 2.0])
    steady = [_view(wide, start + pan * t, size) for t in times]
    shaken = [
        _view(wide, start + pan * t + off, size) for t, off in zip(times, tremor, strict=True)
    ]
    return shaken, steady


def _view(wide, place, size):
    """Cut a part out by its spectrum."""
    height, width = wide.shape[:2]
    y, x = np.fft.fftfreq(height)[:, None], np.fft.rfftfreq(width)
    turn = np.exp(2j * np.pi * (x * place[0] + y * place[1]))[..., None]
    moved = np.fft.irfft2(np.fft.rfft2(wide, axes=(0, 1)) * turn, s=(height, width), axes=(0, 1))
    return moved[: size[0], : size[1]].clip(0, 255).round().astype(np.uint8)


def sharpened(pictures, gain, blur):
    """A recorder's detail control: lines without their blur come on top of themselves."""
    out = []
    for picture in pictures:
        width = picture.shape[1]
        bell = np.exp(-2 * (np.pi * blur * np.fft.rfftfreq(3 * width)) ** 2)
        luma = np.pad(picture @ LUMA, ((0, 0), (width, width)), mode="edge")
        detail = (luma - _filtered(luma, bell))[:, width:-width]
        out.append((picture + gain * detail[..., None]).clip(0, 255).round().astype(np.uint8))
    return out


def ragged(pictures, amount, seed=6):
    """A worn player: each line begins at its own time, and drifts a little from line to line."""
    rng = np.random.default_rng(seed)
    out = []
    for picture in pictures:
        height, width, _ = picture.shape
        late = rng.normal(0, amount, height) + 0.3 * amount * np.convolve(
            rng.normal(0, 1, height), np.full(5, 0.45), "same"
        )
        columns = np.arange(width)
        hurt = [
            [np.interp(columns - late[y], columns, picture[y, :, c]) for c in range(3)]
            for y in range(height)
        ]
        out.append(np.moveaxis(np.array(hurt), 1, -1).round().astype(np.uint8))
    return out
