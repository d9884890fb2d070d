"""The window, killed while it looks at a file, and opened again."""

from app.window.queue.clips import ClipState
from tests.bench.killed_looks import kill_at_each
from tests.video.clips import make_clip


def test_a_window_that_was_killed_at_each_file_opens_and_says_so(tmp_path):
    files = [make_clip(tmp_path / name) for name in ("first.mp4", "second.mkv")]
    killed, clips = kill_at_each(files, tmp_path / "state")
    assert [path for path, _state, _sentence in clips] == [str(file) for file in files]
    for path, state, sentence in clips:
        assert state == ClipState.REFUSED.name
        assert sentence.startswith(f"Homereel ended while it looked at {path}")
    assert killed == set(files)
