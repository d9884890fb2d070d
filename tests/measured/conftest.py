"""Small tensors are fastest on one thread, and a busy machine stalls more of them."""

import torch

torch.set_num_threads(1)
