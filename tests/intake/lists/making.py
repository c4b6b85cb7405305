"""Lists as departments make them, for tests."""

import csv
import io
from collections.abc import Iterable, Sequence
from datetime import date, datetime
from pathlib import Path
from typing import TypeAlias

import xlsxwriter

from caseworker_app.intake import lists
from caseworker_app.model.id_number import check_digit

TODAY = date(2026, 11, 22)
SENDER = lists.Sender(TODAY)
Cell: TypeAlias = "str | int | float | bool | date | datetime | None"


def number(n: int) -> str:
    """Return the n-th true citizen number; none of them ends in 000."""
    first17 = f"330106{1950 + n % 60}{1 + n % 12:02d}{1 + n % 28:02d}{1 + n % 899:03d}"
    return first17 + check_digit(first17)


def csv_file(
    path: Path, rows: Iterable[Sequence[str]], encoding: str = "utf-8", separator: str = ","
) -> Path:
    text = io.StringIO()
    csv.writer(text, delimiter=separator).writerows(rows)
    path.write_bytes(text.getvalue().encode(encoding))
    return path


def workbook(path: Path, **sheets: Iterable[Sequence[Cell]]) -> Path:
    with xlsxwriter.Workbook(
        path, {"default_date_format": "yyyy-mm-dd", "strings_to_formulas": False}
    ) as book:
        for name, rows in sheets.items():
            sheet = book.add_worksheet(name)
            for index, row in enumerate(rows):
                sheet.write_row(index, 0, row)
    return path


def judged(
    path: Path,
    kind: str = "persons",
    mapping: lists.Mapping | None = None,
    sender: lists.Sender = SENDER,
) -> tuple[list[lists.Taken], list[lists.Refused], lists.Report]:
    """Read a whole list; every row given has come out once."""
    taken: list[lists.Taken] = []
    refused: list[lists.Refused] = []
    with lists.Reading(path, kind, sender, mapping) as reading:
        for batch in reading:
            taken += batch.taken
            refused += batch.refused
        report = reading.report
    rows = [row for one in taken for row in one.rows] + [one.row for one in refused]
    assert len(rows) == len(set(rows)) == report.given == report.taken + report.refused
    return taken, refused, report


PERSON_HEAD = ("姓名", "公民身份号码", "户号")


def people(*rows: Sequence[str]) -> list[Sequence[str]]:
    return [PERSON_HEAD, *rows]


def person(n: int, *more: str) -> tuple[str, ...]:
    return (f"张{n}", number(n), f"H{n}", *more)
