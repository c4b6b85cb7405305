"""Entries of an order to return: what was overpaid month by month, by which law, how much."""

from collections.abc import Iterator
from datetime import date

from caseworker_app.documents import words
from caseworker_app.errors import UserError
from caseworker_app.model.codes import Fault
from caseworker_app.model.values import Fen, Json, Month, yuan
from caseworker_app.rules.recovery.claim import Claim, Debt, claim
from caseworker_app.rules.recovery.notice import Notice, Told, notice
from caseworker_app.rules.recovery.overpaid import Overpaid, months_after_death, total
from caseworker_app.rules.status import economic_status
from caseworker_app.workflow.papers.basics import benefit, is_dead, receives
from caseworker_app.workflow.papers.case import Case
from caseworker_app.workflow.papers.entry import Entries, Following, Written

_IGNORED = "收到减发、停发决定后拒不执行"
_DEAD = "领取人死亡，由继承人退还"


def _months(case: Case) -> Json:
    """Return the months the determination found overpaid; none where it does not name them."""
    decided, visit = case.determination, case.visit
    if decided is None or visit is None or not decided.overpaid:
        return None
    found = months_after_death(economic_status(visit, case.pack), decided.monthly)
    if total(found) != decided.overpaid:
        return None
    return [{"month": str(m.month), "due": m.due, "paid": m.paid} for m in found]


def _circumstances(case: Case) -> Json:
    return [_DEAD] if is_dead(case) else None


def _overpaid(written: Written) -> tuple[Overpaid, ...]:
    """Return the months as they were filled in; one without all three figures is left out."""
    rows = written.get("overpaid_months")
    months = []
    for row in rows if isinstance(rows, list) else ():
        match row:
            case {"month": str(month), "due": int(due), "paid": int(paid)}:
                months.append(Overpaid(Month.parse(month), paid, due))
            case _:
                continue
    return tuple(sorted(months))


def _lines(_: Case, written: Written) -> Json:
    """Return the months in their order, each with its difference.

    Raises ``UserError`` where a month was not paid too much, or stands there twice.
    """
    months = _overpaid(written)
    for one in months:
        if one.over <= 0:
            raise UserError(
                f"{words.month(one.month)}实发{yuan(one.paid)}元，不多于应发{yuan(one.due)}元，"
                "没有多发。请更正金额，或者删去这一行。"
            )
    if len({one.month for one in months}) < len(months):
        raise UserError("逐月应发、实发表中有的月份写了两次。请删去重复的一行。")
    return [{"month": str(m.month), "due": m.due, "paid": m.paid, "over": m.over} for m in months]


def _sum(case: Case, written: Written) -> Json:
    """Return what was overpaid in all; raises ``UserError`` where the determination differs."""
    over = total(_overpaid(written))
    decided = case.determination
    if over and decided and decided.overpaid and over != decided.overpaid:
        raise UserError(
            f"逐月差额合计{yuan(over)}元，认定的多发金额为{yuan(decided.overpaid)}元，两者不符。"
            "请核对逐月应发、实发金额。"
        )
    return over or None


def _debt(written: Written) -> Debt | None:
    """Return what is owed and how it came about; None while the cause is not chosen."""
    chosen = written.get("fault")
    worded = {fault.zh: fault for fault in Fault}
    fault = worded.get(str(chosen[0])) if isinstance(chosen, list) and chosen else None
    if fault is None or not _overpaid(written):
        return None
    ticked = written.get("circumstances")
    marks = ticked if isinstance(ticked, list) else []
    estate = written.get("estate")
    return Debt(
        fault=fault,
        amount=total(_overpaid(written)),
        dead=_DEAD in marks,
        estate=estate if isinstance(estate, int) else None,
        gone=_fen(written, "gone"),
        ignored=_IGNORED in marks,
        ended=_day(written, "fraud_ended"),
        found=_day(written, "fraud_found"),
    )


def _fen(written: Written, name: str) -> Fen:
    value = written.get(name)
    return value if isinstance(value, int) else 0


def _day(written: Written, name: str) -> date | None:
    value = written.get(name)
    return date.fromisoformat(value) if isinstance(value, str) and value else None


def _claim(case: Case, written: Written) -> Claim | None:
    debt = _debt(written)
    return None if debt is None else claim(debt, case.day, case.pack)


def _notice(case: Case, written: Written) -> Notice | None:
    asked = _claim(case, written)
    pay_by = _day(written, "pay_by")
    if asked is None or pay_by is None:
        return None
    told = Told(
        name=case.household.head.name,
        benefit=benefit(receives(case)) + "金",
        cause=str(written.get("cause") or "").rstrip("。"),
        months=_overpaid(written),
        pay_by=pay_by,
    )
    return notice(asked, told, case.pack, words.cited)


def _paragraph(case: Case, written: Written, title: str) -> Json:
    found = _notice(case, written)
    return dict(found.paragraphs).get(title) if found else None


def _to_return(case: Case, written: Written) -> Json:
    """Return what is still to be returned; raises ``UserError`` where more was set off."""
    asked = _claim(case, written)
    if asked is None:
        return None
    left = asked.returned - _fen(written, "deducted")
    if left < 0:
        raise UserError(
            f"已扣抵{yuan(_fen(written, 'deducted'))}元，多于应退的{yuan(asked.returned)}元。"
            "请更正已扣抵金额。"
        )
    return left


def _in_capitals(case: Case, written: Written) -> Json:
    left = _to_return(case, written)
    return words.capitals(left) if isinstance(left, int) else None


def cautions(case: Case, written: Written) -> Iterator[str]:
    """Yield what the office should look at before the order goes out."""
    found = _notice(case, written)
    if found:
        yield from found.cautions


ENTRIES: Entries = {"overpaid_months": _months, "circumstances": _circumstances}
FOLLOWING: Following = {
    "overpaid_lines": _lines,
    "due_sum": lambda _, written: sum(m.due for m in _overpaid(written)) or None,
    "paid_sum": lambda _, written: sum(m.paid for m in _overpaid(written)) or None,
    "over_sum": _sum,
    "to_return": _to_return,
    "to_return_capitals": _in_capitals,
    "recovery_facts": lambda case, written: _paragraph(case, written, "事实"),
    "recovery_ground": lambda case, written: _paragraph(case, written, "依据"),
    "recovery_amount": lambda case, written: _paragraph(case, written, "金额"),
    "recovery_way": lambda case, written: _paragraph(case, written, "退还办法"),
    "consequences": lambda case, written: _paragraph(case, written, "后果"),
}
