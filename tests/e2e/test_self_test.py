"""`homereel self-test`, on the program that is here."""

from tests.e2e.test_cli import homereel


def test_this_installation_works():
    done = homereel("self-test", limit_seconds=600)
    assert done.returncode == 0, done.stdout + done.stderr
    assert done.stdout.count("passed") == 5
    assert "same pictures" in done.stdout
    assert done.stdout.endswith("Everything works.\n")
