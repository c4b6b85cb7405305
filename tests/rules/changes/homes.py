"""A visit to a household of four, and changes of every kind on it."""

from dataclasses import replace
from datetime import date, timedelta

from hypothesis import strategies as st

from caseworker_app.model.change import HouseholdChange, LinkedFile
from caseworker_app.model.codes import Category, ChangeKind, EmploymentStatus, IncomeKind, VisitKind
from caseworker_app.model.economy import Income
from caseworker_app.model.household import Household, Member, Obligor
from caseworker_app.model.id_number import check_digit
from caseworker_app.model.values import Month
from caseworker_app.model.visit import CheckedMember, CheckedProperty, Visit
from caseworker_app.rules.changes import relations
from caseworker_app.rules.changes.apply import Arrival
from caseworker_app.rules.changes.kinds import COMES, HOWS
from caseworker_app.wire.units import flatten, restore

DAY = date(2026, 11, 22)


def number(birth: str, order: str) -> str:
    """Return an invented identity number; an odd order is a man."""
    return f"330199{birth}{order}" + check_digit(f"330199{birth}{order}")


MEMBERS = (
    Member("m1", "王桂兰", number("19580312", "002"), "02", EmploymentStatus.RETIRED, "30"),
    Member("m2", "李建国", number("19861105", "001"), "20", EmploymentStatus.IDLE, "20"),
    Member("m3", "赵玲", number("19880202", "008"), "38", EmploymentStatus.UNSTABLE, "20"),
    Member("m4", "李小宝", number("20170604", "003"), "41", EmploymentStatus.STUDENT),
)
HOME = Household(
    "h1", "示低保2019-0427", Category.DIBAO, 231200, Month(2019, 4), "m1", "330199001002",
    "小营社区", "示范区小营巷12号", "示范区小营巷12号", "13800001234", "H0427", MEMBERS,
    obligors=(Obligor("o1", "李秀梅", "30", ("m1",), 960000, 3, 2),),
)  # fmt: skip
VISIT = Visit(
    "v1",
    HOME,
    VisitKind.YEARLY,
    DAY,
    members=tuple(CheckedMember(m.id, m.status) for m in MEMBERS),
    property=CheckedProperty(money=1_850_000),
)

KINDS = [kind for kind in ChangeKind if kind not in {ChangeKind.HEAD, ChangeKind.MERGED}]


def about(kind: ChangeKind, who: str, key: str, how: str = "") -> tuple[HouseholdChange, Arrival]:
    """Return a change of a kind about one member, or about somebody new."""
    change = HouseholdChange(key, kind, (who,), DAY - timedelta(days=40), how)
    if kind in COMES:
        return _coming(change)
    if kind is ChangeKind.DIVORCE:
        paying = Obligor(f"{key}-o", "对方", "80", ("m4",), agreed=50_000)
        return change, Arrival(obligors=(paying,))
    if kind is ChangeKind.DEATH:
        return replace(change, paid=(Month(2026, 11),)), Arrival()
    if kind is ChangeKind.SPLIT:
        roles = relations.among(HOME, (who,), who)
        other = LinkedFile(f"{key}-h", head=who)
        return replace(change, head=who, roles=roles, other=other, money=-30_000), Arrival()
    return change, Arrival()


def heading(who: str, key: str) -> tuple[HouseholdChange, Arrival]:
    """Return the change by which a member becomes head."""
    roles = relations.after_head(HOME, who)
    change = HouseholdChange(
        key, ChangeKind.HEAD, (who,), DAY, head=who, was_head=HOME.head_id, roles=roles
    )
    return change, Arrival()


def units(visit: Visit) -> dict[str, object]:
    """Return what is stored of a visit, whatever the order of its lists."""
    return dict(flatten(visit))


def stored(visit: Visit) -> Visit:
    """Return a visit as it comes back from the store."""
    return restore(flatten(visit), Visit)


def _coming(change: HouseholdChange) -> tuple[HouseholdChange, Arrival]:
    key = change.id
    member = Member(f"{key}-1", "新人", "", "20", EmploymentStatus.CHILD)
    line = Income(f"{key}-i", member.id, IncomeKind.WAGE, monthly=100_000)
    merge = change.kind is ChangeKind.MERGE
    other = LinkedFile("h9", "示低保2020-0001", "赵大海", 90_000) if merge else None
    change = replace(change, who=(member.id,), other=other, money=70_000 if merge else 0)
    return change, Arrival((member,), (line,) if merge else ())


@st.composite
def changes(draw: st.DrawFn, who: str, key: str) -> tuple[HouseholdChange, Arrival]:
    """Draw a change about one member."""
    kind = draw(st.sampled_from(KINDS))
    hows = [code for code, _ in HOWS.get(kind, (("", ""),))]
    return about(kind, who, key, draw(st.sampled_from(hows)))
