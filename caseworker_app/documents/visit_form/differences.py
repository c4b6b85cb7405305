"""八 三比对差异处理: declared, in the register, seen at home, concluded."""

from collections.abc import Iterator

from caseworker_app.codes import names
from caseworker_app.documents import telling, words
from caseworker_app.documents.cell import SMALL, Cell, Text, cell, remark
from caseworker_app.documents.fonts import Role
from caseworker_app.documents.table import Row, Section, Table, head, shares, statement
from caseworker_app.documents.visit_form.form import VisitForm
from caseworker_app.documents.visit_form.found import found
from caseworker_app.documents.visit_form.pictured import numbered, of_difference, sheet
from caseworker_app.documents.wording import SectionWords
from caseworker_app.model.discrepancy import Discrepancy, Explanation
from caseworker_app.rules.comparison.answers import Answer, answers
from caseworker_app.rules.comparison.catalogue import KINDS
from caseworker_app.rules.evidence import AUDIO, standing

_CELL = 8.5
_MARK = 12
_WIDTHS = shares(86, 70, 98, 122, 112)


def answer(explanation: Explanation) -> Answer | None:
    """Return the legal answer a difference was closed with, or None."""
    kind = explanation.id.partition(":")[0]
    listed = answers(kind) if kind in KINDS else ()
    return next((one for one in listed if one.code == explanation.resolved), None)


def said(form: VisitForm, text: str) -> str:
    """Return a sentence of the calculation with names for ids and words for codes."""
    return telling.said(text, form.name)


def differences(form: VisitForm, w: SectionWords, annex: SectionWords) -> Section:
    """Return 八: one row for every difference, open ones too, then what was found on the spot.

    Photos stand below the difference they prove.
    """
    seen = found(form, w)
    if not form.discrepancies:
        return Section(w.number, w.name, (Table((statement(w["none"]),)), *seen))
    keys = ("kind", "declared", "registered", "observed", "conclusion")
    heads = (head(_WIDTHS, *(w[k] for k in keys)),)
    rows = tuple(
        row
        for found in form.discrepancies
        for row in (
            Row(tuple(_cells(form, found, w))),
            *sheet(form, of_difference(form, found.id), annex),
        )
    )
    return Section(w.number, w.name, (Table(rows, heads), *seen))


def _cells(form: VisitForm, found: Discrepancy, w: SectionWords) -> Iterator[Cell]:
    told = form.explanation(found.id)
    kind = names("discrepancies").get(found.code, found.code)
    contents = (
        (
            Text(words.formal(kind), Role.HEADING, _CELL),
            Text(found.subject, size=_CELL),
            remark(f"{found.code}　{found.register.zh}　{found.level.zh}色"),
        ),
        (_text(found.declared),),
        (_text(found.registered), *_source(found, w)),
        tuple(_seen(form, told)),
        tuple(_concluded(form, told)),
    )
    for wide, content in zip(_WIDTHS, contents, strict=True):
        yield cell(wide, *content)


def _text(text: str) -> Text:
    return Text(words.formal(text) or "—", size=_CELL)


def _source(found: Discrepancy, w: SectionWords) -> Iterator[Text]:
    if found.source:
        yield remark(found.source.department)
        yield remark(f"截至{words.day(found.source.as_of)}")
    if found.stale:
        yield Text(w["stale"], Role.HEADING, SMALL)


def _seen(form: VisitForm, told: Explanation) -> Iterator[Text]:
    if told.observed:
        yield Text(f"现场：{told.observed}", size=_CELL)
    if told.text:
        yield Text(f"说明：{told.text}", size=_CELL)
    if not (told.observed or told.text):
        yield _text("")
    numbers = {one.photo.id: one for one in numbered(form)}
    proofs = [numbers[e] for e in told.evidence if e in numbers]
    shown = "、".join(f"{n}. {photo.caption}".rstrip(" .") for n, photo in proofs)
    yield remark(f"佐证照片{len(proofs)}张" + (f"：{shown}" if shown else ""))
    for sound in standing(form.visit, AUDIO):
        if told.id == sound.bound_to and sound.agreed:
            mark = sound.sha.removeprefix("sha256:")[:_MARK]
            yield remark(f"录音{sound.caption}，{sound.agreed.name}同意，校验码{mark}".strip())


def _concluded(form: VisitForm, told: Explanation) -> Iterator[Text]:
    yield Text(told.state.zh, Role.HEADING, _CELL)
    if told.conclusion:
        yield Text(words.word("conclusion", told.conclusion), size=_CELL)
    closed = answer(told)
    if closed:
        yield Text(words.formal(closed.zh), size=_CELL)
        yield remark(words.article(closed.article))
    elif told.resolved:
        yield Text(told.resolved, size=_CELL)
    if told.by or told.at:
        yield remark(" ".join(filter(None, (form.name(told.by), words.moment(told.at)))))
