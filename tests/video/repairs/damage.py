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


def torn(pictures, lines, shift, noise, *, first=0):
    """The next head comes late: each line begins elsewhere, and carrier noise comes through."""
    rng = np.random.default_rng(1)
    height, width, _ = pictures[0].shape
    damaged = [picture.astype(float) for picture in pictures]
    for picture in damaged[first:]:
        late = rng.normal(shift, 0.15 * shift)
        for line in range(lines):
            row = height - lines + line
            places = np.arange(width) - late * (1 + line / lines) - rng.normal(0, 0.5)
            for colour in range(3):
                picture[row, :, colour] = np.interp(
                    places, np.arange(width), picture[row, :, colour], left=25, right=25
                )
            picture[row] += np.convolve(rng.normal(0, noise, width), [0.3, 0.4, 0.3], "same")[
                :, None
            ]
    return [picture.clip(0, 255).astype(np.uint8) for picture in damaged]


def scratched(pictures, per_picture, length, lines, seed=9):
    """Oxide is missing: the head reads noise until it comes back, white with a ragged end.

    Returns the pictures, and where each was hurt.
    """
    rng = np.random.default_rng(seed)
    out, masks = [], []
    for picture in pictures:
        height, width, _ = picture.shape
        hurt, mask = picture.astype(float), np.zeros((height, width), bool)
        for _ in range(rng.poisson(per_picture)):
            row, left = int(rng.integers(8, height - 8)), int(rng.integers(0, width - length // 2))
            level = 245.0 if rng.random() < 0.6 else 15.0
            for line in range(row, row + lines):
                end = min(width, left + length + int(rng.integers(-6, 6)))
                hurt[line, left:end] = level + rng.normal(0, 10, (end - left, 1))
                mask[line, left:end] = True
        out.append(hurt.clip(0, 255).astype(np.uint8))
        masks.append(mask)
    return out, masks


def spotted(pictures, per_picture, seed=9):
    """Dust lies on the film: round and dark in the print, with a soft edge."""
    rng = np.random.default_rng(seed)
    out, masks = [], []
    for picture in pictures:
        height, width, _ = picture.shape
        rows, columns = np.mgrid[0:height, 0:width]
        hurt, mask = picture.astype(float), np.zeros((height, width), bool)
        for _ in range(rng.poisson(per_picture)):
            y, x, size = rng.integers(12, height - 12), rng.integers(12, width - 12), 2.5
            cover = np.clip(size + 0.7 - np.hypot(rows - y, columns - x), 0, 1)[..., None]
            level = 250.0 if rng.random() < 0.5 else 10.0
            hurt = hurt * (1 - cover) + level * cover
            mask |= cover[..., 0] > 0
        out.append(hurt.round().astype(np.uint8))
        masks.append(mask)
    return out, masks


def flickering(pictures, depth, period=None, seed=7):
    """Each picture gets another amount of light, before its gamma: of an old projector or a lamp.

    Some of the light falls on the corners only, as a shutter's does.
    """
    rng = np.random.default_rng(seed)
    height, width, _ = pictures[0].shape
    corners = np.hypot(*np.meshgrid(np.linspace(-1, 1, width), np.linspace(-1, 1, height)))
    out = []
    for time, picture in enumerate(pictures):
        wave = np.sin(2 * np.pi * time / period) if period else rng.normal(0, 0.7)
        light = 1 + depth * wave * (1 + 0.15 * corners[..., None])
        exposed = (picture / 255) ** 2.2 * light
        out.append((255 * exposed.clip(0, 1) ** (1 / 2.2)).round().astype(np.uint8))
    return out


def swing(pictures, truth):
    """How far brightness goes up and down beside that of the truth.

    That is its distance from straight lines through up to nine pictures around each: what changes
    slowly does not flicker.
    """
    gains = np.log([np.median((a + 1.0) / (b + 1.0)) for a, b in zip(pictures, truth, strict=True)])
    off = []
    for place, gain in enumerate(gains):
        near = np.arange(max(0, place - 4), min(len(gains), place + 5))
        off.append(gain - np.polyval(np.polyfit(near, gains[near], 1), place))
    return np.std(off)


def faded(pictures, black, white):
    """Dyes have lost density: each colour by its own amount, the same in every picture."""
    black, white = np.array(black), np.array(white)
    return [(black + p / 255 * (white - black)).round().astype(np.uint8) for p in pictures]


def displaced(pictures, right, down, blur, *, seed=4, noise=2):
    """A recorder delays the carrier of the colours, and its band is narrow: by their spectrum."""
    rng = np.random.default_rng(seed)
    margin, out = 32, []
    for picture in pictures:
        height, width, _ = picture.shape
        luma = (picture @ LUMA)[..., None]
        sides = ((margin, margin), (margin, margin), (0, 0))
        spectrum = np.fft.rfft2(np.pad(picture - luma, sides, mode="edge"), axes=(0, 1))
        y = np.fft.fftfreq(height + 2 * margin)[:, None]
        x = np.fft.rfftfreq(width + 2 * margin)
        delay = np.exp(-2j * np.pi * (x * right + y * down))
        spectrum *= (delay * np.exp(-2 * (np.pi * x * blur) ** 2))[..., None]
        size = height + 2 * margin, width + 2 * margin
        colours = np.fft.irfft2(spectrum, s=size, axes=(0, 1))
        colours = colours[margin:-margin, margin:-margin]
        noisy = luma + colours + rng.normal(0, noise, picture.shape)
        out.append(noisy.clip(0, 255).astype(np.uint8))
    return out


def colour_psnr(pictures, truth):
    """How near the colours of pictures are to the truth, in dB, whatever their luma."""
    errors = []
    for picture, true in zip(pictures, truth, strict=True):
        off = picture - true.astype(float)
        errors.append(np.square(off - (off @ LUMA)[..., None]).mean())
    return 10 * np.log10(255**2 / np.mean(errors))
