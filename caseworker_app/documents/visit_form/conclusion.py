"""十 调查结论与建议: the figures, the way they came about, the articles, the remedies."""

from collections.abc import Iterator

from caseworker_app import codes
from caseworker_app.documents import words
from caseworker_app.documents.cell import BLANK, Cell, Text, cell, value
from caseworker_app.documents.fonts import Role
from caseworker_app.documents.table import (
    Row,
    Section,
    Table,
    head,
    pairs,
    shares,
)
from caseworker_app.documents.telling import numbered
from caseworker_app.documents.visit_form.differences import said
from caseworker_app.documents.visit_form.form import VisitForm
from caseworker_app.documents.wording import SectionWords, Wording
from caseworker_app.model.codes import Action, Category
from caseworker_app.model.determination import Determination, Reason
from caseworker_app.model.visit import ChangeReason
from caseworker_app.rules.earlier import FIGURES
from caseworker_app.rules.law import Articles

_FINE, _TINY = 8.0, 7.0
_STEPS = shares(29, 77, 150, 58, 142)
_VALUES = shares(150, 134, 172)
_THREE = shares(58, 92, 58, 104, 58, 86)
_ONE = shares(58, 398)


def conclusion(form: VisitForm, w: SectionWords, notes: Wording) -> Section:
    """Return 十: what is proposed and why."""
    figures = Table((*_figures(form.determination, w), *_further(form, w)))
    steps = Table(
        tuple(_steps(form)),
        (head(_STEPS, "序号", w["step"], w["formula"], w["result"], w["article"]),),
    )
    values = Table(
        tuple(_values(form)),
        (head(_VALUES, w["parameter"], w["parameter_value"], w["parameter_basis"]),),
    )
    texts = Table(tuple(_texts(form, w, notes)))
    return Section(w.number, w.name, (figures, steps, values, texts))


def _figures(d: Determination, w: SectionWords) -> tuple[Row, ...]:
    return (
        pairs(
            _THREE,
            (w["counted"], f"{len(d.counted)}人"),
            (w["per_capita"], words.amount(d.per_capita)),
            (w["standard"], f"{words.amount(d.standard)}/月"),
        ),
        pairs(_ONE, (w["category"], _category(d))),
        pairs(
            _THREE,
            (w["action"], Text(d.action.zh, Role.HEADING)),
            (w["from_month"], words.month(d.from_month)),
            (w["recheck"], d.recheck.zh),
        ),
        pairs(
            _ONE,
            (
                w["monthly"],
                Text(f"{words.amount(d.monthly)}（{words.capitals(d.monthly)}）", Role.HEADING),
            ),
        ),
        pairs(
            _THREE,
            (w["gap"], words.amount(d.gap)),
            (w["top_up"], words.amount(d.top_up)),
            (w["rigid"], f"{words.amount(d.rigid_annual)}/年"),
        ),
    )


def _category(d: Determination) -> Text:
    fits = "不符合救助条件" if d.category is Category.NONE else f"符合：{d.category.zh}"
    return Text(fits, Role.HEADING)


def _further(form: VisitForm, w: SectionWords) -> Iterator[Row]:
    """Yield what only some decisions have, one row each."""
    d = form.determination
    single = (f"{form.name(who)} {words.amount(fen)}/月" for who, fen in d.single_listed)
    entries = (
        (w["single_listed"], "、".join(single)),
        (w["care"], words.word("care", d.care)),
        (w["term"], f"{d.term_months}个月" if d.term_months else ""),
        (w["grace"], _grace(d)),
        (w["overpaid"], words.amount(d.overpaid) if d.overpaid else ""),
        (w["finish_by"], words.day(d.finish_by) if d.finish_by else ""),
    )
    for name, text in entries:
        if text:
            yield pairs(_ONE, (name, text))


def _grace(d: Determination) -> str:
    if d.grace_until is None:
        return ""
    after = f"，期满{d.after_grace.zh}" if d.after_grace else ""
    return f"至{words.month(d.grace_until)}{after}"


def _steps(form: VisitForm) -> Iterator[Row]:
    """Yield the calculation line by line, numbered as it is built."""
    above: Articles = ()
    for number, reason in numbered(form.determination.reason):
        same = reason.articles == above and bool(above)
        yield Row(tuple(_step(form, reason, number, same=same)), least=17)
        above = reason.articles


def _step(form: VisitForm, reason: Reason, number: str, *, same: bool) -> Iterator[Cell]:
    role = Role.TEXT if "." in number else Role.HEADING
    yield value(number, _STEPS[0], align="c", size=_FINE)
    yield cell(_STEPS[1], Text(said(form, reason.label), role, _FINE))
    yield value(said(form, reason.formula), _STEPS[2], size=_FINE)
    yield cell(_STEPS[3], Text(said(form, reason.value) or BLANK, role, _FINE, "r"))
    grounds = Text(words.articles(reason.articles) or BLANK, size=_TINY)
    yield cell(_STEPS[4], grounds if reason.articles else grounds._replace(align="c"), joined=same)


def _values(form: VisitForm) -> Iterator[Row]:
    """Yield each value of the rule pack the reckoning used, with its source."""
    for told in form.determination.reason.parameters().values():
        yield Row(
            (
                value(told.label, _VALUES[0], size=_TINY),
                value(told.value, _VALUES[1], size=_TINY),
                cell(_VALUES[2], Text(told.basis, size=_TINY)),
            ),
            least=12,
        )


def _texts(form: VisitForm, w: SectionWords, notes: Wording) -> Iterator[Row]:
    d = form.determination
    answer = "，".join(filter(None, (d.reason.value, d.reason.formula)))
    yield pairs(_ONE, (d.reason.label, Text(said(form, answer), Role.HEADING)))
    cited = words.articles(d.decided_by)
    yield _paragraph(w["decided"], f"{cited}。" if cited else "无")
    if form.visit.reasons:
        told = "；".join(_changed(form, reason) for reason in form.visit.reasons)
        yield _paragraph(w["earlier"], f"{told}。")
    yield _paragraph(w["opinion"], form.visit.opinion or "无")
    if _lowers(form):
        yield _paragraph(w["hearing"], notes.note("hearing", d.as_of))
    yield _paragraph(w["remedies"], notes.note("remedies", d.as_of))


def _changed(form: VisitForm, reason: ChangeReason) -> str:
    """Return such as 家庭年收入由2026年3月2日的12,000元变为4,800元，原因：失业、停工."""
    named = codes.names("change_limits", "what")[reason.id]
    now = FIGURES[reason.id](form.visit)
    why = codes.names("change_reasons").get(reason.code, reason.code)
    was = f"由{words.day(reason.since)}的{words.amount(reason.before)}"
    return f"{named}{was}变为{words.amount(now)}，原因：{why}"


def _paragraph(name: str, text: str) -> Row:
    return pairs(_ONE, (name, Text(text)))


def _lowers(form: VisitForm) -> bool:
    """Return whether the household must be heard first (SAL-48); the dead cannot be."""
    decided = form.determination
    falls = decided.monthly < form.visit.household.monthly
    return falls and decided.action is not Action.STOP_DEAD
