"""八 三比对差异处理, 现场发现: what was seen or heard, and what the registers answered."""

from collections.abc import Iterator

from caseworker_app.documents import words
from caseworker_app.documents.cell import Cell, Text, cell, remark
from caseworker_app.documents.fonts import Role
from caseworker_app.documents.table import Row, Table, head, shares
from caseworker_app.documents.visit_form.form import VisitForm
from caseworker_app.documents.wording import SectionWords
from caseworker_app.model import id_number
from caseworker_app.model.found import Found, key

_CELL = 8.5
_WIDTHS = shares(120, 170, 198)


def found(form: VisitForm, w: SectionWords) -> tuple[Table, ...]:
    """Return the table of found facts; nothing where the visit found none."""
    facts = form.visit.found or ()
    if not facts:
        return ()
    heads = (head(_WIDTHS, *(w[k] for k in ("found", "found_seen", "found_answer"))),)
    return (Table(tuple(Row(tuple(_cells(fact, w))) for fact in facts), heads),)


def _cells(fact: Found, w: SectionWords) -> Iterator[Cell]:
    contents = (
        (Text(_value(fact), Role.HEADING, _CELL), remark(fact.kind.zh)),
        (
            Text("，".join(filter(None, (fact.place, fact.note))) or "—", size=_CELL),
            remark(" ".join(filter(None, (fact.by, words.moment(fact.at))))),
        ),
        tuple(_answer(fact, w)),
    )
    for wide, content in zip(_WIDTHS, contents, strict=True):
        yield cell(wide, *content)


def _value(fact: Found) -> str:
    """Return the value as printed: of somebody who signs nothing without the birthday."""
    number = key(fact.kind, fact.value).number
    if not number:
        return words.formal(fact.value)
    name = key(fact.kind, fact.value).name
    return " ".join(filter(None, (name, id_number.masked(number))))


def _answer(fact: Found, w: SectionWords) -> Iterator[Text]:
    if fact.answer:
        yield Text(words.formal(fact.answer.text), size=_CELL)
        asked = f"{fact.consent.zh}，{words.moment(fact.answer.at)}答复"
        yield remark(asked)
    else:
        yield Text(w["found_waiting"] if fact.asked else w["found_unasked"], size=_CELL)
