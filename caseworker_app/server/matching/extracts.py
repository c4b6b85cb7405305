"""Clean extracts on disk: one Parquet file a table, checked and read as ``tables`` has them."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from sqlalchemy import ColumnElement, Select, Table, cast, column, literal, null, select, table

from caseworker_app.errors import UserError
from caseworker_app.model.codes import Register
from caseworker_app.server.matching.layout import Flat, Kind
from caseworker_app.server.matching.numbers import number_key
from caseworker_app.server.matching.tables import (
    DECLARED,
    NUMBERS,
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
_DEPARTMENTS = {"person": "公安 户籍", "vehicle": "公安 交管", "estate": "自然资源 不动产登记"}
_TYPES: Mapping[Kind, tuple[str, ...]] = {
    Kind.TEXT: ("VARCHAR", "ENUM"),
    Kind.DAY: ("DATE",),
    Kind.WHOLE: ("BIGINT", "INTEGER", "SMALLINT", "TINYINT", "UINTEGER", "USMALLINT", "UTINYINT"),
    Kind.FLAG: ("BOOLEAN",),
}


@dataclass(frozen=True, slots=True)
class Extracts:
    """Where the tables of one comparison lie; a declared table without a file is empty."""

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
            if not path.exists() and declared in (household, member):
                raise UserError(
                    f"{self.households} 中没有 {path.name}，无法比对。请补齐家庭数据后重试。"
                )
            yield declared, path if path.exists() else None
        for register, path in self.registers.items():
            yield REGISTERED[register], path

    def reading(self, made: Table, found: Mapping[str, str], path: Path) -> Select[tuple[object]]:
        """Return the select that reads a file, named as by ``file_of``, as its table.

        ``found`` has the type of each column of the file in DuckDB's words. Numbers are read as
        they are matched. Raises UserError naming every column that is missing or of another type.
        """
        names = {self.headings.get(name.strip(), name.strip()): name for name in found}
        faults = [
            told for flat in flats(made) if (told := _fault(flat, names.get(flat.name), found))
        ]
        if faults:
            raise UserError(f"{path} 不能用于比对：{'；'.join(faults)}。请更正后重试。")
        known = self._known(made, path)
        cells = (
            _cell(made, flat, names[flat.name])
            if flat.name in names
            else known.get(flat.name, cast(null(), SQL_TYPES[flat.kind]))
            for flat in flats(made)
        )
        labelled = (
            cell.label(flat.name) for flat, cell in zip(flats(made), cells, strict=True)
        )
        return select(*labelled).select_from(table(file_of(made)))

    def _known(self, made: Table, path: Path) -> dict[str, ColumnElement[object]]:
        """Return what is known of a register's source without its file saying it."""
        if made not in REGISTERED.values():
            return {}
        return {
            "department": literal(_DEPARTMENTS[made.name]),
            "as_of": cast(literal(self.as_of.isoformat()), SQL_TYPES[Kind.DAY]),
            "batch": literal(path.name),
            "expires": cast(literal(date.max.isoformat()), SQL_TYPES[Kind.DAY]),
        }


def file_of(made: Table) -> str:
    """Return the name an engine gives the file of a table before it is read as the table."""
    return f"{made.name}_file"


def nothing(made: Table) -> Select[tuple[object]]:
    """Return the select for a table nothing is known of."""
    empty = (cast(null(), SQL_TYPES[flat.kind]).label(flat.name) for flat in flats(made))
    return select(*empty).where(literal(value=1) == 0)


def _cell(made: Table, flat: Flat, name: str) -> ColumnElement[object]:
    written = column(name, SQL_TYPES[flat.kind])
    return number_key(written) if flat.name in NUMBERS.get(made.name, ()) else written


def _fault(flat: Flat, name: str | None, found: Mapping[str, str]) -> str:
    if name is None:
        return f"缺少列 {flat.name}（{flat.kind.value}）" if flat.needed else ""
    if found[name].startswith(_TYPES[flat.kind]) and not found[name].endswith("[]"):
        return ""
    return f"列 {name} 应为{flat.kind.value}，文件中是 {found[name]}"
