"""Sentences for model files, and for builds of PyTorch, that cannot be used."""

from __future__ import annotations

from engine.jobs.errors import NewestVersionProblem, RuntimeProblem, WeightsProblem
from engine.jobs.translation import QT_TRANSLATE_NOOP

WEIGHTS_TEXTS = {
    WeightsProblem.UNKNOWN_MODEL: QT_TRANSLATE_NOOP(
        "messages", "There is no model called {model}; “homereel models” lists them."
    ),
    WeightsProblem.NOT_INSTALLED: QT_TRANSLATE_NOOP(
        "messages",
        "The model {model} is not installed; get it with “homereel models fetch {model}”.",
    ),
    WeightsProblem.NOT_IMPORTED: QT_TRANSLATE_NOOP(
        "messages",
        "The model {model} is not installed, and its publisher has no plain address for it; get its"
        " file with a browser and add it with “homereel models import FILE”.",
    ),
    WeightsProblem.WRONG_CHECKSUM: QT_TRANSLATE_NOOP(
        "messages",
        "The file of the model {model} is damaged or was changed and is not used; fetch it again.",
    ),
    WeightsProblem.NO_FILE: QT_TRANSLATE_NOOP(
        "messages", "There is no file {model}; check the name and whether its disk is connected."
    ),
    WeightsProblem.UNREADABLE: QT_TRANSLATE_NOOP(
        "messages",
        "The model file {model} cannot be read ({detail}); choose another one, or fetch it again.",
    ),
    WeightsProblem.WRONG_TENSORS: QT_TRANSLATE_NOOP(
        "messages",
        "The file of the model {model} holds another network ({detail}); fetch or import it again.",
    ),
    WeightsProblem.DOWNLOAD_FAILED: QT_TRANSLATE_NOOP(
        "messages",
        "Fetching the model {model} failed ({detail}); try again, it goes on where it stopped.",
    ),
    WeightsProblem.UNRECOGNISED_FILE: QT_TRANSLATE_NOOP(
        "messages",
        "{model} is none of the models Homereel knows; an image model of others is taken with"
        " “homereel models add FILE”.",
    ),
    WeightsProblem.RUNS_CODE: QT_TRANSLATE_NOOP(
        "messages",
        "{model} is refused: opening it would run code that came with it ({detail}); look for the"
        " same model as a .safetensors file, which cannot hold any.",
    ),
    WeightsProblem.NOT_A_MODEL: QT_TRANSLATE_NOOP(
        "messages",
        "{model} holds no image model that can be recognised ({detail}); Homereel takes those that"
        " the library spandrel knows.",
    ),
    WeightsProblem.WRONG_KIND: QT_TRANSLATE_NOOP(
        "messages",
        "The model {model} is for {detail}; Homereel takes models for whole pictures in colour.",
    ),
    WeightsProblem.WRONG_SCALE: QT_TRANSLATE_NOOP(
        "messages",
        "The model {model} enlarges {detail} times; Homereel takes models that keep the size or"
        " enlarge 2, 4 or 8 times.",
    ),
    WeightsProblem.SPANDREL_MISSING: QT_TRANSLATE_NOOP(
        "messages",
        "Models of others need the Python packages spandrel and torchvision, of which {detail} is"
        " not installed; “pip install homereel[community]” installs them.",
    ),
    WeightsProblem.TORCHVISION_BROKEN: QT_TRANSLATE_NOOP(
        "messages",
        "Models of others cannot be used, since the native part of torchvision is missing or made"
        " for another PyTorch ({detail}); install the torchvision that belongs to your PyTorch.",
    ),
    WeightsProblem.NAME_TAKEN: QT_TRANSLATE_NOOP(
        "messages",
        "There is a model called {model} already; choose another name with --name.",
    ),
    WeightsProblem.BAD_NAME: QT_TRANSLATE_NOOP(
        "messages",
        "{model} makes no name for a model; choose one of letters and digits with --name.",
    ),
    WeightsProblem.NOT_REMOVABLE: QT_TRANSLATE_NOOP(
        "messages",
        "The model {model} comes with Homereel and stays.",
    ),
}

NEWEST_TEXTS = {
    NewestVersionProblem.NO_ADDRESS: QT_TRANSLATE_NOOP(
        "messages",
        "This copy of Homereel names no place where new versions are announced; look where you got"
        " it from.",
    ),
    NewestVersionProblem.NOT_REACHED: QT_TRANSLATE_NOOP(
        "messages",
        "Nobody at {detail} answers whether there is a newer version; try again when you are"
        " online.",
    ),
    NewestVersionProblem.NONSENSE: QT_TRANSLATE_NOOP(
        "messages",
        "What {detail} says about the newest version makes no sense; look where you got Homereel"
        " from.",
    ),
}

RUNTIME_TEXTS = {
    RuntimeProblem.UNKNOWN: QT_TRANSLATE_NOOP(
        "messages",
        "There is no PyTorch called {runtime} for this machine; “homereel runtime” lists them.",
    ),
    RuntimeProblem.DOWNLOAD_FAILED: QT_TRANSLATE_NOOP(
        "messages",
        "Fetching PyTorch for the card failed ({detail}); try again, it goes on where it stopped.",
    ),
    RuntimeProblem.WRONG_CHECKSUM: QT_TRANSLATE_NOOP(
        "messages",
        "What was fetched for {runtime} is not what it should be and was deleted; try again.",
    ),
    RuntimeProblem.UNSAFE: QT_TRANSLATE_NOOP(
        "messages",
        "What was fetched for {runtime} would write outside its folder ({detail}) and is not used.",
    ),
    RuntimeProblem.DOES_NOT_WORK: QT_TRANSLATE_NOOP(
        "messages",
        "{runtime} does not work with this card ({detail}); Homereel goes on with the processor.",
    ),
    RuntimeProblem.DRIVER_TOO_OLD: QT_TRANSLATE_NOOP(
        "messages",
        "{runtime} needs a newer driver of the graphics card ({detail}); update it and try again.",
    ),
    RuntimeProblem.BUSY: QT_TRANSLATE_NOOP(
        "messages",
        "PyTorch for the card is being fetched already, by another window or command.",
    ),
}
