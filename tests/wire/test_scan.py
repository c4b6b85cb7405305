from dataclasses import replace

import pytest

from caseworker_app.model.paper import Subject
from caseworker_app.model.scan import Scan, ScannedPage
from caseworker_app.model.visit import Investigator
from caseworker_app.wire.scan import scan_of, units_of

SCAN = Scan(
    id="s1",
    household=Subject("h1", "3301060001", "330106010007", "西湖区"),
    form="F10",
    about="330106-2026-F06a-000001",
    visit="v1",
    at="2026-11-23T02:00:00.000+00:00",
    person=Investigator("p1", "胡龙", "云溪镇"),
    pages=(ScannedPage("sha256:01", "sha256:0f", 2), ScannedPage("sha256:02", "sha256:0f", 1)),
)


def test_that_a_scan_comes_back_from_its_units_with_its_pages_in_order() -> None:
    assert scan_of(units_of(SCAN)) == SCAN


@pytest.mark.parametrize("path", ["/household/id", "/form", "/at", "/pages", "/person/id"])
def test_that_a_scan_that_lacks_something_is_none(path: str) -> None:
    assert scan_of({p: v for p, v in units_of(SCAN).items() if p != path}) is None


def test_that_what_is_no_scan_is_told() -> None:
    assert scan_of({}) is None
    assert scan_of(units_of(replace(SCAN, pages=()))) is None
    assert scan_of(units_of(replace(SCAN, form="F99"))) is None
    assert scan_of({**units_of(SCAN), "/more": 1}) is None
