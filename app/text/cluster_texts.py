"""Sentences about other computers: why they cannot be used, and what was wrong with one."""

from __future__ import annotations

from engine.jobs.errors import ClusterProblem
from engine.jobs.events import PeerFault
from engine.jobs.translation import QT_TRANSLATE_NOOP

CLUSTER_TEXTS = {
    ClusterProblem.NOT_INSTALLED: QT_TRANSLATE_NOOP(
        "messages",
        "Other computers cannot be used without the package “{detail}”; install it with"
        " “pip install homereel[cluster]”.",
    ),
    ClusterProblem.KEY_EXISTS: QT_TRANSLATE_NOOP(
        "messages", "{path} exists already; choose another name for the key file."
    ),
    ClusterProblem.KEY_NOT_FOUND: QT_TRANSLATE_NOOP(
        "messages",
        "There is no key file {path}; make one with “homereel cluster create FILE”, or copy the one"
        " that the other computers have.",
    ),
    ClusterProblem.NOT_A_KEY: QT_TRANSLATE_NOOP(
        "messages", "{path} is no key file, or it is damaged; copy it again."
    ),
    ClusterProblem.EXPIRED: QT_TRANSLATE_NOOP(
        "messages",
        "The key in {path} was valid until {detail}; make a new one, or set the clock of this"
        " computer.",
    ),
    ClusterProblem.NOT_YET_VALID: QT_TRANSLATE_NOOP(
        "messages",
        "The key in {path} is valid from {detail} on only; set the clock of this computer.",
    ),
    ClusterProblem.REVOKED: QT_TRANSLATE_NOOP(
        "messages", "The key in {path} was revoked on this computer; make a new one."
    ),
    ClusterProblem.CANNOT_WRITE: QT_TRANSLATE_NOOP(
        "messages", "{path} cannot be written ({detail}); choose another folder."
    ),
    ClusterProblem.BAD_ADDRESS: QT_TRANSLATE_NOOP(
        "messages",
        "This computer cannot be reached by others as the key {path} says ({detail}); make a key"
        " with its own address, or let the other program that uses the port end first.",
    ),
}

PEER_TEXTS = {
    PeerFault.OTHER_VERSION: QT_TRANSLATE_NOOP(
        "messages",
        "{peer} has another version ({detail}) and is left out; install the same one there.",
    ),
    PeerFault.OTHER_RESULT: QT_TRANSLATE_NOOP(
        "messages",
        "{peer} restores a test picture differently from this computer and is left out; a seam"
        " would show.",
    ),
    PeerFault.OTHER_DEVICE: QT_TRANSLATE_NOOP(
        "messages",
        "{peer} computes on another device ({detail}); its pictures differ by less than can be"
        " seen.",
    ),
    PeerFault.GARBAGE: QT_TRANSLATE_NOOP(
        "messages",
        "{peer} sent something that is no part of the film; it is left out, and nothing is lost.",
    ),
    PeerFault.WRONG_CHECKSUM: QT_TRANSLATE_NOOP(
        "messages",
        "What {peer} sent was damaged on the way; that stretch is restored again.",
    ),
    PeerFault.WRONG_SIZE: QT_TRANSLATE_NOOP(
        "messages",
        "{peer} sent another number of pictures than it was given; it is left out, and nothing is"
        " lost.",
    ),
    PeerFault.LYING_SPEED: QT_TRANSLATE_NOOP(
        "messages",
        "{peer} says that it restores {detail} frames a second, which it does not; only what was"
        " counted here matters.",
    ),
    PeerFault.DISK_FULL: QT_TRANSLATE_NOOP(
        "messages", "The disk of {peer} is full and it is left out; make room there."
    ),
    PeerFault.NO_MODEL: QT_TRANSLATE_NOOP(
        "messages", "{peer} does not know the model {detail} and is left out; add it there as well."
    ),
    PeerFault.NO_MEMORY: QT_TRANSLATE_NOOP(
        "messages", "{peer} has too little memory for these pictures and is left out."
    ),
    PeerFault.CLOCK: QT_TRANSLATE_NOOP(
        "messages", "The clock of {peer} differs by {detail} hours; the film is not affected."
    ),
    PeerFault.LOST: QT_TRANSLATE_NOOP(
        "messages", "The connection to {peer} was lost; its stretch is restored again."
    ),
    PeerFault.FAILED: QT_TRANSLATE_NOOP(
        "messages", "{peer} failed ({detail}) and is left out; nothing is lost."
    ),
}
