"""The main window, its menus and settings, and what it asks."""
