"""Modules stay short enough to be read in one go."""

from tests.shared import ROOT

MOST_LINES, MOST_LINES_OF_WIDGETS = 500, 400


def lengths(*folders):
    paths = [path for folder in folders for path in (ROOT / folder).rglob("*.py")]
    assert paths
    return {str(path.relative_to(ROOT)): len(path.read_text().splitlines()) for path in paths}


def test_no_module_is_too_long():
    assert {k: n for k, n in lengths("app", "engine", "resources").items() if n > MOST_LINES} == {}


def test_no_file_of_the_window_is_too_long():
    assert {k: n for k, n in lengths("app/window").items() if n > MOST_LINES_OF_WIDGETS} == {}
