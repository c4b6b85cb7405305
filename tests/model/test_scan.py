from caseworker_app.model.paper import Subject
from caseworker_app.model.scan import Scan, ScannedPage
from caseworker_app.model.visit import Investigator
from caseworker_app.wire.units import flatten, restore

PERSON = Investigator("w1", "胡龙", "云溪镇人民政府")
HOME = Subject("h1", "ZJ330199000001", "330199001001", "云溪镇云溪村")


def test_that_pages_that_came_back_travel_in_their_order() -> None:
    pages = tuple(ScannedPage(f"sha256:{n}", "sha256:file", n) for n in (2, 1, 3))
    scan = Scan(
        id="s1",
        household=HOME,
        form="F10",
        about="330199-2026-F06a-000012",
        at="2026-11-23T01:30:00.000+00:00",
        person=PERSON,
        pages=pages,
    )

    assert restore(flatten(scan), Scan) == scan
    assert not scan.by_hand
