"""What stands against issuing a paper: entries that are missing, and values that cannot be."""

from collections.abc import Callable, Iterator, Mapping
from datetime import date

from caseworker_app.documents import words
from caseworker_app.documents.form import Entry, Form, Kind
from caseworker_app.model.values import Json, Month
from caseworker_app.workflow.papers.told import Fault

_MOST_FEN = 10**13
_MOST_COUNT = 10**6
_LONGEST = 20_000
"""Characters of one entry."""
_TERMS = ("deadline", "_by")
"""A day whose name ends so is by when something is asked for: not before the paper's own."""

_WRONG: Mapping[Kind, str] = {
    Kind.DAY: "应是日期，如2026年12月1日",
    Kind.MONTH: "应是月份，如2026年12月",
    Kind.MONEY: "应是金额，不小于0",
    Kind.COUNT: "应是整数，不小于0",
    Kind.CHOICE: "应从所列各项中选",
    Kind.ROWS: "应逐行填写，每格按表头",
    Kind.TEXT: "应是文字，不超过两万字",
    Kind.PARA: "应是文字，不超过两万字",
}


def faults(form: Form, entries: Mapping[str, Json], day: date) -> tuple[Fault, ...]:
    """Return everything wrong with the entries of a paper of a day, in the order of the form."""
    return tuple(
        Fault(entry.name, text)
        for entry in form.entries
        if (text := _fault(entry, entries.get(entry.name), day))
    ) + tuple(_turned_round(form, entries))


def _fault(entry: Entry, value: Json, day: date) -> str:
    name = _name(entry)
    if value in (None, "", []):
        if not entry.required:
            return ""
        return (
            f"“{name}”还没有填，请填写。" if entry.asked else f"本户资料中没有“{name}”，请先补全。"
        )
    if entry.asked and not fits(entry, value):
        return f"“{name}”{_WRONG[entry.kind]}，请改正。"
    if entry.kind is Kind.DAY and entry.name.endswith(_TERMS) and _day(value) < day:
        return f"“{name}”早于文书日期{words.day(day)}，请改为当日或以后的日期。"
    return ""


def _turned_round(form: Form, entries: Mapping[str, Json]) -> Iterator[Fault]:
    """Yield each time that ends before it begins: ``…from`` after the ``…until`` beside it."""
    known = {entry.name: entry for entry in form.entries}
    for name, entry in known.items():
        start = known.get(name.removesuffix("until") + "from") if name.endswith("until") else None
        if start is None or start.kind is not entry.kind:
            continue
        first, last = entries.get(start.name), entries.get(name)
        if isinstance(first, str) and isinstance(last, str) and last and last < first:
            yield Fault(name, f"“{_name(entry)}”早于“{_name(start)}”，请改正其中一个。")


def _name(entry: Entry) -> str:
    return entry.label.replace("\n", "")


def fits(entry: Entry, value: Json) -> bool:
    """Tell whether a value is of the kind an entry holds; nothing is."""
    if value in (None, "", []):
        return True
    if entry.kind is Kind.CHOICE:
        return _chosen(entry, value)
    if entry.kind is Kind.ROWS:
        return _rows(entry, value)
    return _FITS[entry.kind](value)


def _chosen(entry: Entry, value: Json) -> bool:
    if not isinstance(value, list) or not (entry.several or len(value) == 1):
        return False
    return all(one in entry.choices for one in value)


def _rows(entry: Entry, value: Json) -> bool:
    kinds = {column.name: column.kind for column in entry.columns}
    return isinstance(value, list) and all(
        isinstance(row, dict)
        and row.keys() <= kinds.keys()
        and all(cell in (None, "") or _cell(kinds[name], cell) for name, cell in row.items())
        for row in value
    )


def _cell(kind: Kind, value: Json) -> bool:
    """Tell whether a cell holds what its column says; what the paper itself counts is not kept."""
    return kind in _FITS and _FITS[kind](value)


def _is_text(value: Json) -> bool:
    return isinstance(value, str) and len(value) <= _LONGEST


def _is_day(value: Json) -> bool:
    try:
        return isinstance(value, str) and bool(date.fromisoformat(value))
    except ValueError:
        return False


def _is_month(value: Json) -> bool:
    return isinstance(value, str) and str(_month(value)) == value and _is_day(f"{value}-01")


def _month(value: str) -> Month | None:
    try:
        return Month.parse(value)
    except ValueError:
        return None


def _counts(most: int) -> Callable[[Json], bool]:
    return lambda value: type(value) is int and 0 <= value <= most


def _day(value: Json) -> date:
    return date.fromisoformat(str(value))


_FITS: Mapping[Kind, Callable[[Json], bool]] = {
    Kind.TEXT: _is_text,
    Kind.PARA: _is_text,
    Kind.DAY: _is_day,
    Kind.MONTH: _is_month,
    Kind.MONEY: _counts(_MOST_FEN),
    Kind.COUNT: _counts(_MOST_COUNT),
}
