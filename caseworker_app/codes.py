"""The code lists that ship with the application, read once each.

National standards (GB/T 2261, 3304, 4658, 4761, 26341 …) and the catalogues of the field:
see the ``mark`` column of each file for where a list was seen.
"""

import csv
from collections.abc import Mapping
from functools import cache

from caseworker_app.paths import resource


@cache
def table(name: str) -> tuple[Mapping[str, str], ...]:
    """Return every row of ``resources/codes/<name>.csv`` as column → text."""
    with resource("codes", f"{name}.csv").open(encoding="utf-8-sig", newline="") as file:
        return tuple(csv.DictReader(file))


@cache
def names(name: str, key: str = "code", value: str = "name_zh") -> Mapping[str, str]:
    """Return code → Chinese name of one list."""
    return {row[key]: row[value] for row in table(name)}


def name_of(list_name: str, code: str) -> str:
    """Return the Chinese name of a code, or the code itself where the list has none."""
    return names(list_name).get(code, code)
