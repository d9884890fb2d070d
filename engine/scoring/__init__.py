"""How natural pictures look, measured without a truth: NIQE and BRISQUE of whole clips."""
