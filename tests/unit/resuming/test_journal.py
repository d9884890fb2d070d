"""The journal of a render, read by a later version than the one that wrote it."""

import json
from dataclasses import replace

import pytest

from engine.resuming.journal import Conditions, Joined, Journal, Segment, SourceEnd, SourceIdentity

JOURNAL = Journal(
    source=SourceIdentity(path="/ä.avi", size_bytes=7, modified_ns=1, fingerprint="f"),
    output="out.mp4",
    picture={"width": 64, "crop": None},
    program={"torch": "2"},
    conditions=Conditions(restoring_threads=1, encoding_threads=2, precision="fp32"),
    segments=[Segment(frames=4, size_bytes=9, crc32=8, passes=1.5)],
    kept=[Segment(frames=1, size_bytes=6, crc32=5, passes=2.0)],
)
WRITTEN = """{
 "homereel_journal": 3,
 "source": {
  "path": "/\\u00e4.avi",
  "size_bytes": 7,
  "modified_ns": 1,
  "fingerprint": "f"
 },
 "output": "out.mp4",
 "picture": {
  "width": 64,
  "crop": null
 },
 "program": {
  "torch": "2"
 },
 "conditions": {
  "restoring_threads": 1,
  "encoding_threads": 2,
  "precision": "fp32"
 },
 "segments": [
  {
   "frames": 4,
   "size_bytes": 9,
   "crc32": 8,
   "passes": 1.5
  }
 ],
 "kept": [
  {
   "frames": 1,
   "size_bytes": 6,
   "crc32": 5,
   "passes": 2.0
  }
 ],
 "end": null,
 "joined": null
}"""


def test_its_text_stays_what_it_is(tmp_path):
    """Who changes it gives it another number: renders of an earlier version are unfinished."""
    JOURNAL.write(tmp_path)
    assert (tmp_path / "journal.json").read_text() == WRITTEN


def test_what_is_written_is_read(tmp_path):
    ended = replace(
        JOURNAL,
        kept=[],
        end=SourceEnd(damaged_count=2, is_size_changed=True),
        joined=Joined(output="out.mp4", fingerprint="g"),
    )
    for journal in (JOURNAL, ended):
        journal.write(tmp_path)
        assert Journal.read(tmp_path) == journal


@pytest.mark.parametrize(
    "text",
    [
        "",
        "[]",
        "{}",
        json.dumps(json.loads(WRITTEN) | {"homereel_journal": 4}),
        json.dumps(json.loads(WRITTEN) | {"more": 1}),
        json.dumps(json.loads(WRITTEN) | {"end": {"damaged_count": 1}}),
    ],
)
def test_anything_else_is_refused(tmp_path, text):
    (tmp_path / "journal.json").write_text(text)
    with pytest.raises(ValueError):
        Journal.read(tmp_path)
