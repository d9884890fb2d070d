"""The part of Homereel that does the work; it runs without a screen and never imports the app."""
