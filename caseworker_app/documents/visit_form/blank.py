"""F01 to be filled in by hand: what is known stands on it, all that is to be checked is empty."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from caseworker_app.codes import names
from caseworker_app.documents import qr, words
from caseworker_app.documents.binding import laid
from caseworker_app.documents.canvas import About, paint
from caseworker_app.documents.cell import SMALL, Cell, Choices, Handwriting, Text, cell, remark
from caseworker_app.documents.fonts import Role
from caseworker_app.documents.furniture import Furniture
from caseworker_app.documents.page import LARGE, UPRIGHT
from caseworker_app.documents.table import Row, Section, Table, head, pairs, shares, statement
from caseworker_app.documents.visit_form.form import MONTHLY, annual, batches, place
from caseworker_app.documents.visit_form.surroundings import unticked
from caseworker_app.documents.wording import SectionWords, Wording, read
from caseworker_app.model.codes import VisitKind
from caseworker_app.model.declaration import Declaration
from caseworker_app.model.discrepancy import Discrepancy
from caseworker_app.model.economy import Income
from caseworker_app.model.household import Household
from caseworker_app.model.values import square_metres, yuan
from caseworker_app.rules import living

_HIGH = 26.0
"""Height of a row that is written in by hand."""
_NEWCOMERS, _FURTHER_INCOMES, _FURTHER_OWNED, _NEIGHBOURS = 2, 4, 2, 2
"""Empty rows after those of what is known."""
_ONE = shares(58, 398)
_INK = 46.0


@dataclass(frozen=True, slots=True)
class BlankForm:
    """A household as the laptop knows it before the visit."""

    household: Household
    declaration: Declaration
    discrepancies: tuple[Discrepancy, ...]
    printed: date
    pack_name: str
    pack_id: str
    pack_hash: str
    is_practice: bool = False
    is_large: bool = False
    """Large letters on sheets laid across (长辈版)."""
    visit: str = ""
    """The visit under way, or ""."""


def render_blank(form: BlankForm) -> bytes:
    """Return the form as PDF; raises ``UserError`` naming a character no shipped typeface has."""
    wording = read("F01")
    about = About(f"{wording.title} {form.household.head.name}", "", "", form.printed)
    size = LARGE if form.is_large else UPRIGHT
    return paint(laid(_furniture(form, wording), _sections(form, wording), size), about)


def _furniture(form: BlankForm, wording: Wording) -> Furniture:
    home = form.household
    return Furniture(
        title=wording.title,
        number=wording.note("blank_number", form.printed),
        household_number=home.number,
        place=place(home),
        issued=form.printed,
        basis=wording.note("basis", form.printed),
        privacy=wording.privacy,
        pack_name=form.pack_name,
        pack_id=form.pack_id,
        pack_hash=form.pack_hash,
        data_version=batches(form.discrepancies) or "无差异",
        digest=wording.note("blank_digest", form.printed),
        code=qr.empty(wording.code, home.id, form.visit),
        is_practice=form.is_practice,
    )


def _sections(form: BlankForm, wording: Wording) -> Iterator[Section]:
    w = {section.name: section for section in wording.sections}
    yield _basics(form, w["基本情况"])
    yield _members(form, w["共同生活的家庭成员"])
    yield _incomes(form, w["收入核查"])
    yield _expenses(w["支出核查"])
    yield _belongings(form, w["财产核查"])
    yield unticked(w["实际生活状况"])
    yield _differences(form, w["三比对差异"])
    yield _neighbours(w["邻里访问"])
    yield _conclusion(w["调查结论与建议"])
    yield _signatures(w["签名盖章"])


def _basics(form: BlankForm, w: SectionWords) -> Section:
    home = form.household
    three = shares(58, 92, 58, 104, 58, 86)
    kinds = Choices(tuple((kind.zh, False) for kind in VisitKind))
    since = words.month(home.since)
    rows = (
        pairs(
            three,
            (w["head"], home.head.name),
            (w["id_number"], home.head.id_number),
            (w["phone"], home.phone),
        ),
        pairs(_ONE, (w["kind"], kinds)),
        pairs(_ONE, (w["registered"], f"{home.registered_address}（{home.region}）")),
        pairs(_ONE, (w["living"], home.living_address)),
        pairs(
            three,
            (w["category"], home.category.zh),
            (w["since"], since),
            (w["monthly"], words.amount(home.monthly)),
        ),
        _filled_by_hand(three, w["visited"], w["present"], w["apart"]),
    )
    return Section(w.number, w.name, (Table(rows),))


def _members(form: BlankForm, w: SectionWords) -> Section:
    widths = shares(52, 40, 96, 70, 82, 60, 24)
    keys = ("name", "relation", "id_number", "health", "status", "counted", "met")
    heads = (head(widths, *(w[k] for k in keys), size=8.2),)
    rows = [
        _row(
            widths,
            member.name,
            f"{words.relation(member.relation)}\n{words.marital(member.marital)}",
            member.id_number,
        )
        for member in form.household.members
    ]
    return Section(w.number, w.name, (Table((*rows, *_empty(widths, _NEWCOMERS)), heads),))


def _incomes(form: BlankForm, w: SectionWords) -> Section:
    widths = shares(56, 66, 110, 76, 84, 96)
    heads = (
        head(widths, *(w[k] for k in ("name", "kind", "type", "declared", "checked", "note"))),
    )
    names_of = {person.member_id: person.name for person in form.declaration.persons}
    names_of |= {member.id: member.name for member in form.household.members}
    rows = [
        _row(widths, names_of.get(i.who, i.who), i.kind.zh, i.type, _declared(i))
        for i in form.declaration.incomes
    ]
    return Section(w.number, w.name, (Table((*rows, *_empty(widths, _FURTHER_INCOMES)), heads),))


def _declared(income: Income) -> str:
    if income.kind in MONTHLY:
        return f"{yuan(income.monthly)}/月"
    return f"{yuan(annual(income))}/年"


def _expenses(w: SectionWords) -> Section:
    widths = shares(58, 54, 58, 54, 58, 54)
    heads = (head(widths, *(w["item"], w["monthly"]) * 3),)
    listed = [zh for _, zh in living.EXPENSES]
    listed += [""] * (-len(listed) % 3)
    rows = []
    for first in range(0, len(listed), 3):
        cells = [c for zh in listed[first : first + 3] for c in (zh, "")]
        rows.append(_row(widths, *cells))
    rigid = _filled_by_hand(shares(58, 150, 70, 178), w["rigid"], w["annual"])
    return Section(w.number, w.name, (Table(tuple(rows), heads), Table((rigid,))))


def _belongings(form: BlankForm, w: SectionWords) -> Section:
    houses, cars = shares(190, 70, 60, 168), shares(110, 110, 110, 158)
    told = form.declaration
    homes = [
        _row(houses, e.location, square_metres(e.area), words.share(e.share)) for e in told.estates
    ]
    vehicles = [_row(cars, v.plate, words.word("vehicle", v.kind)) for v in told.vehicles]
    money = _filled_by_hand(shares(150, 96, 110, 132), w["money"], w["capital"])
    keys = ("dwelling", "area", "share", "use")
    tables = (
        Table((*homes, *_empty(houses, _FURTHER_OWNED)), (head(houses, *(w[k] for k in keys)),)),
        Table(
            (*vehicles, *_empty(cars, _FURTHER_OWNED)),
            (head(cars, *(w[k] for k in ("vehicle", "vehicle_kind", "price", "counts"))),),
        ),
        Table((money,)),
    )
    return Section(w.number, w.name, tables)


def _differences(form: BlankForm, w: SectionWords) -> Section:
    if not form.discrepancies:
        return Section(w.number, w.name, (Table((statement(w["none"]),)),))
    widths = shares(86, 80, 104, 132, 86)
    keys = ("kind", "declared", "registered", "observed", "conclusion")
    rows = tuple(Row(tuple(_difference(one, widths)), 2 * _HIGH) for one in form.discrepancies)
    return Section(w.number, w.name, (Table(rows, (head(widths, *(w[k] for k in keys)),)),))


def _difference(found: Discrepancy, widths: Sequence[float]) -> Iterator[Cell]:
    kind = names("discrepancies").get(found.code, found.code)
    told = found.source
    source = [remark(f"{told.department} 截至{words.day(told.as_of)}")] if told else []
    contents = (
        (Text(words.formal(kind), Role.HEADING, 8.5), Text(found.subject, size=8.5)),
        (Text(words.formal(found.declared), size=8.5),),
        (Text(words.formal(found.registered), size=8.5), *source),
        (),
        (),
    )
    for wide, content in zip(widths, contents, strict=True):
        yield cell(wide, *content)


def _neighbours(w: SectionWords) -> Section:
    widths = shares(70, 80, 250, 88)
    heads = (head(widths, *(w[k] for k in ("who", "relation", "said", "agrees"))),)
    return Section(w.number, w.name, (Table(_empty(widths, _NEIGHBOURS), heads),))


def _conclusion(w: SectionWords) -> Section:
    rows = (
        _filled_by_hand(
            shares(58, 92, 58, 104, 58, 86), w["counted"], w["per_capita"], w["action"]
        ),
        Row((pairs(_ONE, (w["opinion"], "")).cells[0], cell(_ONE[1])), 3 * _HIGH),
    )
    return Section(w.number, w.name, (Table(rows),))


def _signatures(w: SectionWords) -> Section:
    roles = ("member", "township_investigator", "investigator", "witness")
    halves = shares(1, 1)
    blocks = [_block(w, w[role], halves[0]) for role in roles]
    grid = tuple(Row((left, right)) for left, right in zip(blocks[::2], blocks[1::2], strict=True))
    return Section(w.number, w.name, (Table(grid, (statement(w["statement"]),)),))


def _block(w: SectionWords, role: str, wide: float) -> Cell:
    return cell(
        wide,
        Text(f"{role}：", Role.HEADING),
        Handwriting((), _INK),
        Text(w["date_blank"], size=SMALL, align="r"),
        top=True,
    )


def _row(widths: Sequence[float], *texts: str) -> Row:
    """Return a row with what is known, the rest to be written in."""
    shown = [cell(wide, Text(t, size=8.5)) for wide, t in zip(widths, texts, strict=False)]
    return Row((*shown, *(cell(wide) for wide in widths[len(texts) :])), _HIGH)


def _empty(widths: Sequence[float], rows: int) -> tuple[Row, ...]:
    return tuple(_row(widths) for _ in range(rows))


def _filled_by_hand(widths: Sequence[float], *labels: str) -> Row:
    cells = []
    for number, text in enumerate(labels):
        cells.append(cell(widths[2 * number], Text(text, Role.HEADING, align="c")))
        cells.append(cell(widths[2 * number + 1]))
    return Row(tuple(cells), _HIGH)
