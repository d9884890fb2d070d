"""How long a render will take, from measurements on this machine."""
