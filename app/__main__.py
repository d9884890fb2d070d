"""The start of the program, for ``homereel`` and ``python -m app``."""

import sys

_CANCELLED = 130


def main() -> int:
    """Load the program and run it; returns the exit status."""
    try:
        from app.program import run  # noqa: PLC0415 - takes a moment, in which Ctrl-C may come

        return run()
    except KeyboardInterrupt:
        return _CANCELLED


if __name__ == "__main__":
    sys.exit(main())
