"""Clean extracts on disk: one Parquet file a table, checked and read as ``tables`` has them."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Label,
    Select,
    Table,
    cast,
    column,
    false,
    literal,
    not_,
    null,
    select,
    table,
)

from caseworker_app.errors import UserError
from caseworker_app.model.codes import Register
from caseworker_app.server.matching.id_number import is_plain, number_key
from caseworker_app.server.matching.layout import Flat, Kind
from caseworker_app.server.matching.tables import (
    DECLARED,
    NUMBER,
    SQL_TYPES,
    estate,
    flats,
    household,
    member,
    person,
    vehicle,
)

REGISTERED: Mapping[Register, Table] = {
    Register.PERSON: person,
    Register.VEHICLE: vehicle,
    Register.ESTATE: estate,
}
NEEDED = (household, member, *REGISTERED.values())
"""Tables without which, or with nothing in them, there is nothing to compare."""
_DEPARTMENTS = {"person": "公安 户籍", "vehicle": "公安 交管", "estate": "自然资源 不动产登记"}
_TYPES: Mapping[Kind, tuple[str, ...]] = {
    Kind.TEXT: ("VARCHAR", "ENUM"),
    Kind.DAY: ("DATE",),
    Kind.WHOLE: ("BIGINT", "INTEGER", "SMALLINT", "TINYINT", "UINTEGER", "USMALLINT", "UTINYINT"),
    Kind.FLAG: ("BOOLEAN",),
}
_Cells = Select[Any]


@dataclass(frozen=True, slots=True)
class Extracts:
    """Where the tables of one comparison lie; a declared table without a file is empty.

    A row's id stands once in a register, or in copies that are alike.
    """

    households: Path
    """Folder with ``household.parquet``, ``member.parquet`` …"""
    registers: Mapping[Register, Path]
    as_of: date
    """Day of a register whose file does not say it."""
    headings: Mapping[str, str] = field(default_factory=dict)
    """Official heading → name of the column, for files that carry the former."""

    def files(self) -> Iterator[tuple[Table, Path | None]]:
        """Yield each table with its file; raises UserError where a needed one is missing."""
        if not self.households.is_dir():
            raise UserError(
                f"{self.households} 不是家庭数据文件夹。"
                "Parquet 格式的家庭数据是一个文件夹，内有 household.parquet、member.parquet 等。"
            )
        for declared in DECLARED:
            path = self.households / f"{declared.name}.parquet"
            if not path.exists() and declared in NEEDED:
                raise UserError(
                    f"{self.households} 中没有 {path.name}，无法比对。请补齐家庭数据后重试。"
                )
            yield declared, path if path.exists() else None
        for register, path in self.registers.items():
            yield REGISTERED[register], path


@dataclass(frozen=True, slots=True)
class File:
    """A file found to hold a table; ``names`` has column of the table → column of the file."""

    made: Table
    path: Path
    names: Mapping[str, str]
    as_of: date

    @classmethod
    def checked(
        cls, extracts: Extracts, made: Table, path: Path, found: Mapping[str, str]
    ) -> "File":
        """Return the file; ``found`` has the type of each of its columns in DuckDB's words.

        Raises UserError naming every column that is missing or of another type.
        """
        headings = extracts.headings
        names = {headings.get(name.strip(), name.strip()): name for name in found}
        told = (_fault(flat, names.get(flat.name), found) for flat in flats(made))
        if faults := [fault for fault in told if fault]:
            raise UserError(f"{path} 不能用于比对：{'；'.join(faults)}。请更正后重试。")
        return cls(made, path, names, extracts.as_of)

    @property
    def name(self) -> str:
        """What an engine calls the file, before it is read as the table."""
        return f"{self.made.name}_file"

    def as_written(self) -> _Cells:
        """Return the select that reads the file as its table."""
        return self._select(folded=False)

    def as_matched(self) -> _Cells:
        """Return the same with the number rows are joined by as it is matched."""
        return self._select(folded=True)

    def unlike(self) -> _Cells:
        """Return only the rows whose number is not written as it is matched, put right."""
        number = NUMBER.get(self.made.name)
        if number is None:
            return self.as_written().where(false())
        written = column(self.names[number], SQL_TYPES[Kind.TEXT]())
        return self.as_matched().where(not_(is_plain(written)))

    def _select(self, *, folded: bool) -> _Cells:
        known = self._known()
        cells: list[Label[object]] = []
        for flat in flats(self.made):
            cell: ColumnElement[Any] = known.get(flat.name, cast(null(), SQL_TYPES[flat.kind]))
            if flat.name in self.names:
                cell = column(self.names[flat.name], SQL_TYPES[flat.kind]())
                if folded and NUMBER.get(self.made.name) == flat.name:
                    cell = number_key(cell)
            cells.append(cell.label(flat.name))
        return select().add_columns(*cells).select_from(table(self.name))

    def _known(self) -> dict[str, ColumnElement[object]]:
        """Return what is known of a register's source without its file saying it."""
        if self.made not in REGISTERED.values():
            return {}
        day = SQL_TYPES[Kind.DAY]
        return {
            "department": literal(_DEPARTMENTS[self.made.name]),
            "as_of": cast(literal(self.as_of.isoformat()), day),
            "batch": literal(self.path.name),
            "expires": cast(literal(date.max.isoformat()), day),
        }


def nothing(made: Table) -> _Cells:
    """Return the select for a table nothing is known of."""
    empty: list[Label[Any]] = [
        cast(null(), SQL_TYPES[flat.kind]).label(flat.name) for flat in flats(made)
    ]
    return select(*empty).where(literal(value=1) == 0)


def _fault(flat: Flat, name: str | None, found: Mapping[str, str]) -> str:
    if name is None:
        return f"缺少列 {flat.name}（{flat.kind.value}）" if flat.needed else ""
    if found[name].startswith(_TYPES[flat.kind]) and not found[name].endswith("[]"):
        return ""
    return f"列 {name} 应为{flat.kind.value}，文件中是 {found[name]}"
