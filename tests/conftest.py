"""For all tests."""

import os

# Before torch is loaded, as the program does: see app/__main__.py.
os.environ.setdefault("OMP_WAIT_POLICY", "PASSIVE")
