"""Rows of a paper as a sheet shows them and back; a text not taken is kept as it was typed."""

from collections.abc import Iterable, Mapping
from datetime import date

from caseworker_app.desktop.tongue import tr
from caseworker_app.desktop.widgets.grid import kinds
from caseworker_app.desktop.widgets.grid.face import GridCell, GridColumn, GridRow, Wrong
from caseworker_app.desktop.widgets.grid.kinds import Value
from caseworker_app.model.values import Json, Month
from caseworker_app.workflow.papers import Column, Kind

MOST = 200
"""Rows of one paper."""
_FROM, _TO = date(1900, 1, 1), date(2100, 12, 31)
_KINDS: Mapping[Kind, kinds.Kind] = {
    Kind.TEXT: kinds.TextKind(200),
    Kind.PARA: kinds.TextKind(2000),
    Kind.DAY: kinds.DateKind(_FROM, _TO),
    Kind.MONTH: kinds.DateKind(_FROM, _TO, month=True),
    Kind.MONEY: kinds.MoneyKind(most=10**13),
    Kind.COUNT: kinds.CountKind(most=10**6),
}
_LEAST = {
    Kind.TEXT: 96,
    Kind.PARA: 180,
    Kind.DAY: 132,
    Kind.MONTH: 110,
    Kind.MONEY: 110,
    Kind.COUNT: 70,
}
_RIGHT = (Kind.MONEY, Kind.COUNT)
_SHARES = 10


def asked(described: Iterable[Column]) -> tuple[Column, ...]:
    """Return the columns a person fills in: not those the paper counts, nor those signed on it."""
    return tuple(one for one in described if one.kind in _KINDS and not one.by_hand)


def kind_of(kind: Kind) -> kinds.Kind:
    """Return how a value of a kind is typed."""
    return _KINDS[kind]


def columns(described: Iterable[Column]) -> tuple[GridColumn, ...]:
    return tuple(
        GridColumn(
            one.name,
            one.label.replace("\n", ""),
            _LEAST[one.kind],
            grows=round(one.width * _SHARES),
            right=one.kind in _RIGHT,
        )
        for one in described
    )


def rows(
    described: tuple[Column, ...], held: Mapping[str, Mapping[str, Json]]
) -> tuple[GridRow, ...]:
    """Return the rows by their ids as a sheet shows them."""
    return tuple(
        GridRow(
            key,
            tr("第 {n} 行", n=number),
            tuple(GridCell(to_cell(row.get(c.name), c.kind), _KINDS[c.kind]) for c in described),
        )
        for number, (key, row) in enumerate(held.items(), 1)
    )


def wrongs(
    described: tuple[Column, ...], held: Mapping[str, Mapping[str, Json]]
) -> dict[tuple[str, str], Wrong]:
    """Return the cells that hold a text which is no value of their column."""
    return {
        (key, column.name): Wrong(str(row[column.name]), "")
        for key, row in held.items()
        for column in described
        if row.get(column.name) not in (None, "") and to_cell(row[column.name], column.kind) is None
    }


def to_cell(value: Json, kind: Kind) -> Value:
    """Return a kept value as a sheet holds it; None where it is none of the kind."""
    if isinstance(value, bool) or not isinstance(value, str | int):
        return None
    if kind in _RIGHT:
        return value if isinstance(value, int) else None
    return _day(str(value), kind) if kind in (Kind.DAY, Kind.MONTH) else str(value)


def _day(text: str, kind: Kind) -> date | None:
    try:
        if kind is Kind.DAY:
            return date.fromisoformat(text)
        month = Month.parse(text)
        return date(month.year, month.month, 1)
    except ValueError:
        return None


def from_cell(value: Value, kind: Kind) -> Json:
    """Return what a sheet holds as it is kept."""
    if isinstance(value, date):
        return f"{value:%Y-%m}" if kind is Kind.MONTH else value.isoformat()
    return value


def kept(held: Mapping[str, Mapping[str, Json]]) -> Json:
    """Return the rows in which something stands, None where there is none."""
    full: list[Json] = []
    for row in held.values():
        written: dict[str, Json] = {
            name: cell for name, cell in row.items() if cell not in (None, "")
        }
        if written:
            full.append(written)
    return full or None
