"""Key files: who may read them, how long they count, and how they are revoked."""

import json
import os
import stat
import sys
from datetime import UTC, datetime, timedelta

import pytest

pytest.importorskip("cryptography", reason="needs the extra “cluster”")

from engine.cluster.keys import create_key, is_open_to_others, read_key, revoke_key
from engine.jobs.errors import ClusterError, ClusterProblem

NOW = datetime(2026, 3, 1, 12, tzinfo=UTC)


def problem_of(path, **words):
    with pytest.raises(ClusterError) as caught:
        read_key(path, **words)
    return caught.value.reason


def test_a_key_is_read_as_it_was_made(tmp_path):
    made = create_key(tmp_path / "home.key", "192.168.1.5", 9000)
    assert read_key(tmp_path / "home.key") == made
    assert made.address == "tls://192.168.1.5:9000"
    assert not made.is_for_this_computer_only
    assert create_key(tmp_path / "b.key", "::1").address == "tls://[::1]:8786"


@pytest.mark.skipif(sys.platform == "win32", reason="permissions are others there")
def test_only_its_owner_may_read_a_key(tmp_path):
    before = os.umask(0)
    try:
        create_key(tmp_path / "home.key")
    finally:
        os.umask(before)
    assert stat.S_IMODE((tmp_path / "home.key").stat().st_mode) == 0o600
    assert not is_open_to_others(tmp_path / "home.key")
    (tmp_path / "home.key").chmod(0o644)
    assert is_open_to_others(tmp_path / "home.key")


def test_a_key_that_exists_is_not_written_over(tmp_path):
    path = tmp_path / "home.key"
    path.write_text("mine")
    with pytest.raises(ClusterError) as caught:
        create_key(path)
    assert caught.value.reason is ClusterProblem.KEY_EXISTS
    assert path.read_text() == "mine"


def test_a_key_counts_until_it_expires_also_where_clocks_are_a_day_apart(tmp_path):
    path = tmp_path / "home.key"
    create_key(path, valid_days=10, now=NOW)
    read_key(path, now=NOW - timedelta(days=1))
    read_key(path, now=NOW + timedelta(days=9))
    assert problem_of(path, now=NOW + timedelta(days=11)) is ClusterProblem.EXPIRED
    assert problem_of(path, now=NOW - timedelta(days=30)) is ClusterProblem.NOT_YET_VALID


def test_a_copy_of_a_revoked_key_is_refused(tmp_path):
    path, copy = tmp_path / "home.key", tmp_path / "copy.key"
    create_key(path)
    copy.write_bytes(path.read_bytes())
    create_key(tmp_path / "other.key")
    revoke_key(path)
    assert not path.exists()
    assert problem_of(copy) is ClusterProblem.REVOKED
    read_key(tmp_path / "other.key")


@pytest.mark.parametrize("content", ["", "{}", "[]", "\x00", '{"homereel_cluster_key": 1}'])
def test_something_else_is_no_key(tmp_path, content):
    (tmp_path / "x.key").write_text(content)
    assert problem_of(tmp_path / "x.key") is ClusterProblem.NOT_A_KEY
    assert problem_of(tmp_path / "nothing.key") is ClusterProblem.KEY_NOT_FOUND


def test_a_name_is_no_address(tmp_path):
    with pytest.raises(ClusterError) as caught:
        create_key(tmp_path / "home.key", "my-computer")
    assert caught.value.reason is ClusterProblem.BAD_ADDRESS


def test_the_key_of_the_authority_is_nowhere(tmp_path):
    create_key(tmp_path / "home.key")
    fields = json.loads((tmp_path / "home.key").read_text())
    assert sum("PRIVATE KEY" in str(value) for value in fields.values()) == 1


def test_without_the_extra_a_sentence_says_what_to_install(tmp_path, monkeypatch):
    monkeypatch.setitem(sys.modules, "cryptography", None)
    with pytest.raises(ClusterError) as caught:
        create_key(tmp_path / "home.key")
    assert caught.value.reason is ClusterProblem.NOT_INSTALLED
    assert caught.value.detail == "cryptography"
