"""Declarations and register rows written as clean extracts, a table at a time."""

import csv
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import ExitStack
from pathlib import Path
from types import TracebackType
from typing import Protocol, Self

from sqlalchemy import Table, create_engine

from caseworker_app.model.codes import Register
from caseworker_app.model.declaration import Declaration
from caseworker_app.model.register import EstateRecord, PersonRecord, RegisterRecord, VehicleRecord
from caseworker_app.server.matching import tables
from caseworker_app.server.matching.extracts import REGISTERED
from caseworker_app.server.matching.layout import Cell, Kind
from caseworker_app.server.matching.tables import flats

_UNKNOWN = "\\N"
"""A cell that is not known, other than one that is known to be empty."""
_OPTIONS = (
    "header = false, delim = ',', quote = '\"', escape = '\"', auto_detect = false, "
    f"nullstr = '{_UNKNOWN}', max_line_size = 16777216, parallel = false"
)


class _Writer(Protocol):
    def writerow(self, row: Iterable[object], /) -> object: ...


class Spool:
    """Takes values and leaves one Parquet file a table in a folder when its block ends."""

    def __init__(self, folder: Path, *made: Table) -> None:
        self._folder = folder
        self._tables = made
        self._stack = ExitStack()
        self._writers: dict[str, _Writer] = {}

    @classmethod
    def declared(cls, folder: Path) -> Self:
        """Return a spool for declarations."""
        return cls(folder, *tables.DECLARED)

    @classmethod
    def registered(cls, folder: Path, register: Register) -> Self:
        """Return a spool for the rows of one register."""
        return cls(folder, REGISTERED[register])

    def __enter__(self) -> Self:
        for made in self._tables:
            file = self._stack.enter_context(
                self._raw(made).open("w", encoding="utf-8", errors="replace", newline="")
            )
            self._writers[made.name] = csv.writer(file)
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._stack.close()
        if error is None:
            for made in self._tables:
                types = {flat.name: _DUCK[flat.kind] for flat in flats(made)}
                _to_parquet(self._raw(made), types, self._folder / f"{made.name}.parquet")
        for made in self._tables:
            self._raw(made).unlink(missing_ok=True)

    def declaration(self, told: Declaration) -> None:
        """Take a declaration with everything in it."""
        self._put("household", tables.HOUSEHOLD.flatten(told))
        whose = told.household_id
        for name, items in _items(told):
            for place, cells in enumerate(items):
                self._put(name, (whose, place, *cells))

    def record(self, row: RegisterRecord, heir: str = "") -> None:
        """Take a row of a register; ``heir`` is the number a dead right holder's is given for."""
        match row:
            case PersonRecord():
                self._put("person", tables.PERSON.flatten(row))
            case VehicleRecord():
                self._put("vehicle", tables.VEHICLE.flatten(row))
            case EstateRecord():
                self._put("estate", (*tables.ESTATE.flatten(row), heir))

    def _put(self, name: str, cells: Sequence[Cell]) -> None:
        self._writers[name].writerow(_UNKNOWN if cell is None else cell for cell in cells)

    def _raw(self, made: Table) -> Path:
        return self._folder / f"{made.name}.csv"


def _items(told: Declaration) -> Iterator[tuple[str, Iterable[tuple[Cell, ...]]]]:
    """Yield the name of each table of declared items with their cells."""
    yield "member", map(tables.MEMBER.flatten, told.persons)
    yield "told_vehicle", map(tables.TOLD_VEHICLE.flatten, told.vehicles)
    yield "told_estate", map(tables.TOLD_ESTATE.flatten, told.estates)
    yield "income", map(tables.INCOME.flatten, told.incomes)
    yield "rigid", map(tables.RIGID.flatten, told.rigid)


_DUCK = {Kind.TEXT: "VARCHAR", Kind.DAY: "DATE", Kind.WHOLE: "BIGINT", Kind.FLAG: "BOOLEAN"}


def _to_parquet(raw: Path, types: Mapping[str, str], whole: Path) -> None:
    told = ", ".join(f"'{name}': '{kind}'" for name, kind in types.items())
    read = f"read_csv({_quoted(raw)}, columns = {{{told}}}, {_OPTIONS})"
    engine = create_engine("duckdb:///:memory:")
    try:
        with engine.connect() as connection:
            connection.exec_driver_sql(
                f"COPY (FROM {read}) TO {_quoted(whole)} (format parquet, compression zstd)"
            )
    finally:
        engine.dispose()


def _quoted(path: Path) -> str:
    text = str(path).replace("'", "''")
    return f"'{text}'"


class TextTable:
    """A Parquet file of text columns, written row by row in constant memory."""

    def __init__(self, path: Path, names: Sequence[str]) -> None:
        self._path = path
        self._names = names
        self._raw = path.with_suffix(".raw")

    def add(self, cells: Iterable[str]) -> None:
        self._writer.writerow(cells)

    def __enter__(self) -> Self:
        self._file = self._raw.open("w", encoding="utf-8", errors="replace", newline="")
        self._writer: _Writer = csv.writer(self._file)
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._file.close()
        if error is None:
            _to_parquet(self._raw, dict.fromkeys(self._names, "VARCHAR"), self._path)
        self._raw.unlink()
