"""Which column holds which field: by the mapping first, else by the headings known."""

from collections.abc import Iterable, Mapping as Mapped, Sequence
from dataclasses import dataclass

from caseworker_app.errors import UserError
from caseworker_app.intake.lists import values
from caseworker_app.intake.lists.field import Field, Form
from caseworker_app.intake.lists.mapping import NOT_USED, Mapping
from caseworker_app.intake.lists.values import Reader
from caseworker_app.intake.table.cell import clean
from caseworker_app.intake.table.headings import fold, folded

OWN_HEADINGS = ("行号", "退回原因")
"""Columns this application adds to the rows it sends back; they mean nothing coming in."""
_TEN_THOUSANDS = "万元"
_SHOWN = 40
_LONGEST = 30


@dataclass(frozen=True, slots=True)
class Column:
    """A column in use."""

    index: int
    heading: str
    """As the department writes it."""
    field: Field
    read: Reader


@dataclass(frozen=True, slots=True)
class Layout:
    """The columns of a list as understood."""

    headings: tuple[str, ...]
    columns: tuple[Column, ...]
    unused: tuple[str, ...]

    def mapping(self, kind: str) -> Mapping:
        """Return what was understood, to be kept for the department's next list."""
        used = {column.heading: column.field.heading for column in self.columns}
        every = {heading: used.get(heading, NOT_USED) for heading in self.headings if heading}
        return Mapping(every, kind)


def known_headings(form: Form, mapping: Mapping) -> frozenset[str]:
    """Return the folded headings by which the row of headings is found."""
    return frozenset(form.known()) | {fold(heading) for heading in mapping.columns}


def check_mapping(form: Form, mapping: Mapping) -> None:
    """Raise UserError where a mapping is of another kind of list or names no field."""
    if mapping.kind not in ("", form.kind):
        raise UserError(f"这份字段对应是 {mapping.kind} 名单的，不能用于{form.title}。请另给一份。")
    for heading, to in mapping.columns.items():
        if to != NOT_USED and form.by_heading(to) is None:
            allowed = "、".join(form.headings())
            raise UserError(
                f"字段对应中“{heading}”对应的“{to}”不是{form.title}的字段。可用：{allowed}。"
            )


def lay_out(form: Form, head: Sequence[str], mapping: Mapping) -> Layout:
    """Return the columns of a list; of two columns for a field the more usual heading wins."""
    headings = tuple(clean(cell)[0] for cell in head)
    chosen = {fold(heading): to for heading, to in mapping.columns.items()}
    known = form.known()
    best: dict[str, tuple[int, int]] = {}
    fields = [_field(form, heading, chosen, known) for heading in headings]
    for index, (field, heading) in enumerate(zip(fields, headings, strict=True)):
        if field:
            found = (_rank(field, heading, chosen), index)
            best[field.name] = min(best.get(field.name, found), found)
    used = {index for _, index in best.values()}
    columns = (
        Column(index, headings[index], field, _reader(field, headings[index]))
        for index, field in enumerate(fields)
        if field and index in used
    )
    unused = (
        heading
        for index, heading in enumerate(headings)
        if heading and index not in used and heading not in OWN_HEADINGS
    )
    return Layout(headings, tuple(columns), tuple(unused))


def missing(form: Form, layout: Layout) -> tuple[Field, ...]:
    """Return the necessary fields no column was found for."""
    there = {column.field.name for column in layout.columns}
    return tuple(field for field in form.fields if field.necessary and field.name not in there)


def refusal(name: str, form: Form, layout: Layout, sheet: str = "") -> str:
    """Return the sentence for a list that lacks a necessary column."""
    lacking = "、".join(field.heading for field in missing(form, layout))
    seen = shown(layout.headings)
    where = f"工作表“{sheet}”" if sheet else "表头"
    return (
        f"{name} 不能作为{form.title}导入：没有找到“{lacking}”这一列。"
        f"{where}中看到的列是：{seen}。"
        "如果其中有一列就是它、只是叫法不同，请用 --mapping 给出对应"
        f'（一行写 "部门的表头" = "{missing(form, layout)[0].heading}"）；'
        "如果没有，请让部门补上这一列。"
    )


def shown(headings: Iterable[str]) -> str:
    """Return headings for a sentence, not too many and none too long."""
    named = [h if len(h) <= _LONGEST else f"{h[:_LONGEST]}…" for h in headings if h]
    more = f"等 {len(named)} 列" if len(named) > _SHOWN else ""
    return "、".join(named[:_SHOWN]) + more if named else "（没有）"


def _field(
    form: Form, heading: str, chosen: dict[str, str], known: Mapped[str, Field]
) -> Field | None:
    if not heading:
        return None
    whole, bare = folded(heading)
    if whole in chosen:
        return form.by_heading(chosen[whole])
    return known.get(whole) or known.get(bare)


def _rank(field: Field, heading: str, chosen: Mapped[str, str]) -> int:
    """Return how usual a heading is for a field, 0 for what a person has chosen."""
    if fold(heading) in chosen:
        return 0
    forms = folded(heading)
    usual = (field.heading, *field.also.split())
    return next((n for n, word in enumerate(usual, 1) if set(folded(word)) & set(forms)), 999)


def _reader(field: Field, heading: str) -> Reader:
    if field.read is values.money and _TEN_THOUSANDS in heading:
        return values.money_in_ten_thousands
    return field.read
