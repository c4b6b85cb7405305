"""一 基本情况, 二 共同生活的家庭成员, 三 义务人."""

from collections.abc import Iterable

from caseworker_app.documents import words
from caseworker_app.documents.cell import SMALL, Cell, Choices, Text, cell, value
from caseworker_app.documents.page import GREY
from caseworker_app.documents.table import Row, Section, Table, caption, head, pairs, shares
from caseworker_app.documents.visit_form.changes import changes
from caseworker_app.documents.visit_form.form import VisitForm, annual
from caseworker_app.documents.wording import SectionWords
from caseworker_app.model.codes import Category, VisitKind
from caseworker_app.model.economy import Income
from caseworker_app.model.household import Household, Member, Obligor
from caseworker_app.model.values import yuan
from caseworker_app.model.visit import CheckedMember, CheckedSupport
from caseworker_app.rules.membership import WORDS as EXCLUDED_WORDS
from caseworker_app.rules.policy.labels import CHOICES

_CELL = 8.5
_MET = "√"
_NONE = "无"


def basics(form: VisitForm, w: SectionWords) -> Section:
    """Return 一 基本情况."""
    household = form.visit.household
    three = shares(58, 92, 58, 104, 58, 86)
    one = shares(58, 398)
    place = f"{household.registered_address}（{household.region}）"
    rows = (
        pairs(
            three,
            (w["head"], household.head.name),
            (w["id_number"], household.head.id_number),
            (w["phone"], household.phone),
        ),
        pairs(one, (w["category"], _category(household))),
        pairs(one, (w["kind"], _kind(form))),
        pairs(one, (w["registered"], place)),
        pairs(one, (w["living"], household.living_address)),
        *_circumstances(form, w, three),
    )
    return Section(w.number, w.name, (Table(rows),))


def _circumstances(form: VisitForm, w: SectionWords, three: tuple[float, ...]) -> tuple[Row, ...]:
    visit, household = form.visit, form.visit.household
    apart = household.registered_address != household.living_address
    receiving = sum(not member.excluded for member in household.members)
    last = words.day(household.last_check) if household.last_check else ""
    return (
        pairs(
            three,
            (w["booklet"], household.hukou_number),
            (w["apart"], words.yes(value=apart)),
            (w["near_relative"], words.yes(value=household.near_relative)),
        ),
        pairs(
            three,
            (w["since"], words.month(household.since)),
            (w["monthly"], words.amount(household.monthly)),
            (w["receiving"], f"{receiving}人"),
        ),
        pairs(
            three,
            (w["visited"], words.day(visit.day)),
            (w["present"], form.name(visit.present)),
            (w["account"], household.bank_tail),
        ),
        pairs(
            shares(58, 92, 58, 248),
            (w["last_check"], last),
            (w["declared"], words.day(form.declaration.signed)),
        ),
    )


def _category(household: Household) -> Choices:
    choices = (c for c in Category if c is not Category.NONE)
    return Choices(tuple((c.zh, c is household.category) for c in choices))


def _kind(form: VisitForm) -> Choices:
    return Choices(tuple((k.zh, k is form.visit.kind) for k in VisitKind))


def members(form: VisitForm, w: SectionWords) -> Section:
    """Return 二 共同生活的家庭成员, each counted or excluded with the reason."""
    widths = shares(43, 33, 93, 60, 62, 54, 20, 46, 46)
    keys = ("name", "relation", "id_number", "health", "status", "counted", "met")
    heads = (head(widths, *(w[k] for k in (*keys, "declared", "checked")), size=8.2),)
    people = form.visit.household.members
    rows = tuple(Row(tuple(_member(form, person, widths))) for person in people)
    return Section(w.number, w.name, (Table(rows, heads), *changes(form, w)))


def _member(form: VisitForm, member: Member, widths: tuple[float, ...]) -> Iterable[Cell]:
    found = form.checked(member.id) or CheckedMember.of(member)
    texts = (
        (member.name, "c"),
        (f"{words.relation(member.relation)}\n{words.marital(member.marital)}", "c"),
        (member.id_number, "c"),
        (_health(found), "c"),
        (_status(found), "c"),
        (_counted(form, found), "c"),
        (_MET if found.met else "", "c"),
        (_monthly(form.declaration.incomes, member.id), "r"),
        (_monthly(form.visit.incomes, member.id), "r"),
    )
    for wide, (text, align) in zip(widths, texts, strict=True):
        yield value(text, wide, align=align, size=_CELL)


def _health(member: CheckedMember) -> str:
    parts = [member.illness, words.disability(member.disability)]
    if member.certificate:
        parts.append(f"残疾证{member.certificate}")
    if member.adl_failed:
        parts.append(f"自理能力{member.adl_failed}项未达")
    return "、".join(part for part in parts if part) or "健康"


def _status(member: CheckedMember) -> str:
    parts = [member.status.zh]
    if member.study:
        parts.append(words.word("study", member.study))
    if member.idle_exempt:
        parts.append(CHOICES.get(member.idle_exempt, member.idle_exempt))
    if member.refused_jobs:
        parts.append(f"拒绝介绍工作{member.refused_jobs}次")
    return "，".join(parts)


def _counted(form: VisitForm, member: CheckedMember) -> str:
    if member.excluded:
        return f"不计入：\n{EXCLUDED_WORDS.get(member.excluded, member.excluded)}"
    return "计入" if member.id in form.determination.counted else "不计入"


def _monthly(incomes: tuple[Income, ...], who: str) -> str:
    mine = [income for income in incomes if income.who == who]
    return yuan(words.monthly_of(sum(map(annual, mine)))) if mine else "0"


def obligors(form: VisitForm, w: SectionWords) -> Section:
    """Return 三: who owes support from outside, with the figures found (DBM-13, SAL-41)."""
    people = form.visit.household.obligors
    if not people:
        return Section(w.number, w.name, (Table((_no_one(w),)),))
    widths = shares(56, 40, 68, 34, 66, 52, 66, 34, 88)
    keys = ("name", "relation", "supports", "size", "income", "children", "agreed", "consent")
    heads = (caption(w["caption"]), head(widths, *(w[k] for k in (*keys, "ability")), size=8.2))
    rows = tuple(Row(tuple(_obligor(form, person, widths))) for person in people)
    return Section(w.number, w.name, (Table(rows, heads),))


def _no_one(w: SectionWords) -> Row:
    return Row((cell(sum(shares(1)), Text(f"{w['caption']}：{_NONE}")),))


def _obligor(form: VisitForm, person: Obligor, widths: tuple[float, ...]) -> Iterable[Cell]:
    found = next((s for s in form.visit.support if s.id == person.id), None)
    figures = found or CheckedSupport.of(person)
    ability = (
        f"无：{words.word('obligor_exempt', figures.exempt)}" if figures.exempt else "按收入测算"
    )
    texts = (
        (person.name, "c"),
        (words.relation(person.relation), "c"),
        ("、".join(form.name(member) for member in person.supports), "c"),
        (str(figures.size), "c"),
        (yuan(figures.income), "r"),
        (f"{figures.children}/{figures.supported}", "c"),
        (yuan(figures.agreed) if figures.agreed else "", "r"),
        (words.yes(value=person.consented), "c"),
    )
    for wide, (text, align) in zip(widths, texts, strict=False):
        yield value(text, wide, align=align, size=_CELL)
    extra = () if found else (Text("按档案，本次未核", size=SMALL, align="c", shade=GREY),)
    yield cell(widths[-1], Text(ability, size=_CELL, align="c"), *extra)
