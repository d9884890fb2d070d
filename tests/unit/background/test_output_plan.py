"""What is worked out of a render before it starts."""

from __future__ import annotations

from pathlib import Path

from engine.background.intake_thread import LOOKS_HERE
from engine.jobs.choices import SizeByFactor, SizeExact
from engine.jobs.options import Options
from tests.gui.fakes import source_info


def test_the_size_of_a_preset_is_known_although_it_is_not_offered(tmp_path: Path) -> None:
    wanted, offered = SizeExact(642, 480), (None, SizeByFactor(2))
    info = source_info(tmp_path / "a.avi")
    plan = LOOKS_HERE.plan(info, Options(size=wanted), None, offered)
    assert plan.sizes[wanted] == (642, 480)
    assert set(plan.sizes) == {wanted, *offered}
