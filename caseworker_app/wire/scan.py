"""扫描件 as it travels: one record for the pages of a paper, which come along as its files."""

from collections.abc import Mapping

import msgspec

from caseworker_app.model.paper import FORMS
from caseworker_app.model.scan import Scan
from caseworker_app.model.values import Json
from caseworker_app.wire.units import flatten, restore

FORM = "scan@1"
RECORD = "scan"
ROLE = "scan"
"""Of each page among the files of the operation."""


def units_of(scan: Scan) -> dict[str, Json]:
    """Return the units of a scan."""
    return flatten(scan)


def scan_of(units: Mapping[str, Json]) -> Scan | None:
    """Return the scan units hold; None for anything else, or where it has no page."""
    try:
        scan = restore(units, Scan)
    except msgspec.ValidationError:
        return None
    return scan if scan.form in FORMS and scan.pages and units_of(scan) == dict(units) else None
