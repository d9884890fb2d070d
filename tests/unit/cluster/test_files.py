"""The others may read what is listed, and nothing else."""

from engine.cluster.files import PART_BYTES, SharedFiles
from engine.cluster.frame_file import read_ahead


def test_a_file_is_read_in_parts(tmp_path):
    content = bytes(range(256)) * (PART_BYTES // 200)
    (tmp_path / "a").write_bytes(content)
    files = SharedFiles()
    files.add("film1/0/frames", tmp_path / "a")
    assert b"".join(read_ahead(lambda offset: files.read("film1/0/frames", offset))) == content
    assert files.sent_bytes == len(content)


def test_nothing_else_can_be_read(tmp_path):
    (tmp_path / "a").write_bytes(b"secret")
    files = SharedFiles()
    assert files.read(str(tmp_path / "a"), 0) is None
    files.add("film1/0/frames", tmp_path / "a")
    assert files.read(f"film1/0/../0/frames{tmp_path}/a", 0) is None
    files.remove("film1/")
    assert files.read("film1/0/frames", 0) is None
