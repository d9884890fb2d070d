"""The claim of a render: what shapes its picture, and how its pictures are encoded.

A render goes on with finished segments only where its claim is that of the render that made them.
"""

from __future__ import annotations

from importlib import metadata
from pathlib import Path

import torch

from engine.jobs.option_fields import claimed
from engine.jobs.options import Job
from engine.networks import catalogue
from engine.rendering.footage import Footage
from engine.rendering.output import frames_per_picture, output_size_of
from engine.rendering.steps.registry import claim_of_steps
from engine.rendering.waiting import identity_of
from engine.restoring.restorer import Restoration
from engine.resuming.journal import Claim, Conditions, Plain
from engine.video.facts import SourceInfo
from engine.video.writing.encoder import Encoding, library_version, usual_threads


def claim_of(
    job: Job, info: SourceInfo, footage: Footage, restoration: Restoration | None
) -> Claim:
    """Return what shapes the picture of this job: options, source, program, device."""
    options, (width, height) = job.options, output_size_of(info, job.options)
    conditions = Conditions(
        restoring_threads=torch.get_num_threads(),
        encoding_threads=usual_threads(),
        precision=restoration.precision if restoration else "",
    )
    encoding = encoding_of(job, info, footage, threads=1)
    picture: dict[str, Plain] = {
        "width": width,
        "height": height,
        **claimed(options, with_network=restoration is not None),
        "quality": encoding.quality,
    }
    picture |= claim_of_steps(info, options)
    program: dict[str, Plain] = dict(versions_of(info, encoding, job.output))
    if restoration is not None:
        picture |= {
            "threshold": restoration.threshold,
            "lookahead": restoration.plan.lookahead_frames,
        }
        program |= {
            "torch": torch.__version__,
            "model file": catalogue.find(options.model).sha256[:16],
            "device": restoration.device_name,
        }
    source = identity_of(job.source)
    return Claim(source=source, picture=picture, program=program, conditions=conditions)


def versions_of(info: SourceInfo, encoding: Encoding, output: Path) -> dict[str, str]:
    """Return the versions of what encodes the pictures, by what the user calls them."""
    return {
        "Homereel": _version(),
        "FFmpeg": library_version(),
        "encoder": encoding.fingerprint(info, output),
    }


def encoding_of(job: Job, info: SourceInfo, footage: Footage, *, threads: int) -> Encoding:
    """Return how the pictures of a job are encoded, by an encoder of so many ``threads``."""
    width, height = output_size_of(info, job.options)
    return Encoding(
        codec=job.options.codec,
        width=width,
        height=height,
        time_base=footage.time_base,
        frame_rate=info.frame_rate and info.frame_rate * frames_per_picture(info, job.options),
        quality=job.options.quality,
        encoder=job.options.encoder,
        threads=threads,
        has_avx512=torch.backends.cpu.get_cpu_capability() == "AVX512",
    )


def _version() -> str:
    try:
        return metadata.version("homereel")
    except metadata.PackageNotFoundError:
        return ""
