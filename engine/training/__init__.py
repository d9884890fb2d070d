"""How the bundled weights are made; never imported by the program itself."""
