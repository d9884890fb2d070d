"""A fault of PySide6 6.12.0 does not end the program."""

import sys

import pytest

from app.window import singletons


@pytest.mark.skipif(sys.version_info >= (3, 12), reason="references to them are not counted")
def test_references_are_never_used_up():
    singletons.protect()
    before = [sys.getrefcount(value) for value in (None, True, False)]
    assert min(before) > 1 << 27
    singletons.protect()
    assert sys.getrefcount(True) < before[1] + 1000, "once is enough"
