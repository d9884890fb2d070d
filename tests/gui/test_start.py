"""What belongs to the process rather than to the window."""

import signal
import sys

import pytest

from app.window.start import SignalListener


@pytest.mark.skipif(sys.platform == "win32", reason="there a raised signal ends the process")
@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_a_signal_is_heard_while_the_window_waits(qtbot, number):
    heard = []
    before = signal.getsignal(number)
    listener = SignalListener(lambda: heard.append(number))
    signal.raise_signal(number)
    qtbot.waitUntil(lambda: heard == [number])
    listener.close()
    assert signal.getsignal(number) is before
