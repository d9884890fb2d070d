"""What the window asks of the operating system: stay awake, notify, sleep, shut down."""
