from collections.abc import Mapping
from enum import Enum

from torch import Tensor, nn

class UnsupportedModelError(Exception): ...

class ModelTiling(Enum):
    SUPPORTED = ...
    DISCOURAGED = ...
    INTERNAL = ...

class SizeRequirements:
    minimum: int
    multiple_of: int
    square: bool

class Architecture:
    name: str

class ImageModelDescriptor:
    model: nn.Module
    architecture: Architecture
    purpose: str
    scale: int
    input_channels: int
    output_channels: int
    supports_half: bool
    supports_bfloat16: bool
    size_requirements: SizeRequirements
    tiling: ModelTiling
    def __call__(self, image: Tensor) -> Tensor: ...

class MaskedImageModelDescriptor: ...

class ModelLoader:
    def load_from_state_dict(
        self, state_dict: Mapping[str, Tensor]
    ) -> ImageModelDescriptor | MaskedImageModelDescriptor: ...

def canonicalize_state_dict(state_dict: Mapping[str, Tensor]) -> dict[str, Tensor]: ...
