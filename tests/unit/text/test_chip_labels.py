"""Short names of findings."""

from __future__ import annotations

import pytest

from app.text.chip_labels import label_of
from app.text.proposals import ProposalKind
from engine.jobs.choices import Repair


@pytest.mark.parametrize("kind", [*ProposalKind, *Repair], ids=repr)
def test_each_finding_has_a_short_name(kind: ProposalKind | Repair) -> None:
    assert 0 < len(label_of(kind)) < 25
