"""What this installation is made of, and whether it works."""
