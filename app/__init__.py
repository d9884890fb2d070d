"""What the user sees: the window and the command line. Never imports torch, av or numpy."""
