"""The window, killed while it looks at a file, and opened again."""

from app.window.queue.clips import ClipState
from tests.bench.killed_looks import kill_at_each
from tests.video.clips import make_clip


def test_a_window_that_was_killed_at_a_file_opens_and_says_so(tmp_path):
    """All files of a shelf, and one kill after the other: `tests.bench.killed_looks`."""
    film = make_clip(tmp_path / "film.mp4")
    killed, clips = kill_at_each([film], tmp_path / "state")
    assert killed == {film}
    ((path, state, sentence),) = clips
    assert (path, state) == (str(film), ClipState.REFUSED.name)
    assert sentence.startswith(f"Homereel ended while it looked at {film}")
