"""What became of the rows of a list: every row given is taken or refused, none is lost."""

from dataclasses import dataclass
from datetime import date
from typing import TypeAlias

from caseworker_app.intake.lists.layout import Layout
from caseworker_app.model.declaration import Declaration
from caseworker_app.model.register import AnyRecord

Record: TypeAlias = "AnyRecord | Declaration"


@dataclass(frozen=True, slots=True)
class Taken:
    """A record, and the rows of the file it was made of."""

    rows: tuple[int, ...]
    record: Record


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong with one cell; ``heading`` is empty where it is the row."""

    heading: str
    value: str
    reason: str

    def sentence(self) -> str:
        value = f"“{self.value}”" if self.value else ""
        return f"{self.heading}{value}：{self.reason}" if self.heading else self.reason


@dataclass(frozen=True, slots=True)
class Refused:
    """A row that goes back to the department, with its cells as given."""

    row: int
    cells: tuple[str, ...]
    faults: tuple[Fault, ...]

    def reasons(self) -> str:
        return "；".join(fault.sentence() for fault in self.faults)


@dataclass(frozen=True, slots=True)
class Batch:
    """Some rows, judged; ``done`` of ``total`` rows so far, ``total`` 0 where nobody knows."""

    taken: tuple[Taken, ...]
    refused: tuple[Refused, ...]
    done: int
    total: int


@dataclass(frozen=True, slots=True)
class Report:
    """What was read and what became of it; whole once the last batch has been given out."""

    file: str
    sha256: str
    kind: str
    title: str
    sheet: str
    also_fitting: tuple[str, ...]
    """Sheets whose headings fit as well, not read."""
    other_sheets: tuple[str, ...]
    encoding: str
    heading_row: int
    layout: Layout
    department: str
    as_of: date
    as_of_reason: str
    batch: str
    expires: date
    given: int
    taken: int
    refused: int
    blank: int
    records: int
    hidden: int
    """Characters nobody could see, removed or put right."""
    upgraded: int
    """Numbers of 15 digits made 18."""
    doubted: int
    """Cells taken although they look doubtful: plates, unit numbers, numbers of others."""
