"""A stock judged by several processes is judged as by one, in the same order."""

from datetime import date
from pathlib import Path

import pytest

from caseworker_app.demo.township import make_township
from caseworker_app.intake.pack_file import shipped
from caseworker_app.server.matching import compare_all, judging
from tests.server.matching.extracts import spooled

DAY = date(2026, 3, 10)


def test_that_several_processes_judge_as_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    township = make_township(60, 3, today=DAY).households
    extracts = spooled(tmp_path, [(u.declaration, u.records) for u in township], DAY)
    alone = list(compare_all(extracts, shipped(), DAY))
    monkeypatch.setattr(judging, "_BATCH", 3)
    monkeypatch.setattr(judging, "_ALONE", 2)

    together = list(compare_all(extracts, shipped(), DAY, processes=2))

    assert len(alone) > 3 * 3
    assert together == alone
