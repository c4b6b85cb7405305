"""责令退回通知书: the sentences of a recovery, by fault: facts, ground, amount, how, remedies."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from caseworker_app.model.codes import Fault
from caseworker_app.model.values import Month
from caseworker_app.rules.figures import money
from caseworker_app.rules.law import Articles
from caseworker_app.rules.policy.pack import Pack
from caseworker_app.rules.recovery.claim import Claim
from caseworker_app.rules.recovery.overpaid import Instalments, Overpaid, plan_faults, total


@dataclass(frozen=True, slots=True)
class Told:
    """What a notice says besides the claim."""

    name: str
    """Of the recipient."""
    benefit: str
    """Such as 低保金."""
    cause: str
    """What happened, a sentence without its full stop."""
    months: tuple[Overpaid, ...]
    pay_by: date
    periods: int = 1
    plan: Instalments | None = None
    """Instalments agreed; None where all is returned at once."""


class Paragraph(NamedTuple):
    title: str
    text: str


@dataclass(frozen=True, slots=True)
class Notice:
    paragraphs: tuple[Paragraph, ...]
    cautions: tuple[str, ...]
    """For the office, not for the paper: in what the plan goes beyond the pack."""


def notice(asked: Claim, told: Told, pack: Pack, cite: Callable[[Iterable[str]], str]) -> Notice:
    """Return what a notice prints (F07) and what the office should know first.

    ``cite`` turns codes of articles into the words of an official paper.
    """
    law = pack.on(asked.day)
    paragraphs = (
        Paragraph("事实", _facts(asked, told)),
        Paragraph("依据", "".join(_ground(asked, cite))),
        Paragraph("金额", _amount(asked)),
        Paragraph("退还办法", _how(asked, told)),
        Paragraph("后果", "".join(_consequences(asked, law, cite))),
        Paragraph("救济途径", _remedies(law)),
    )
    return Notice(tuple(p for p in paragraphs if p.text), tuple(_cautions(asked, told, law)))


def month_lines(months: Iterable[Overpaid]) -> tuple[tuple[str, str, str, str], ...]:
    """Return the table of a notice: month, paid, due, the difference."""
    return tuple((_month(m.month), money(m.paid), money(m.due), money(m.over)) for m in months)


def _cautions(asked: Claim, told: Told, law: Pack) -> Iterator[str]:
    if total(told.months) != asked.debt.amount:
        yield f"逐月差额合计{money(total(told.months))}，与多发{money(asked.debt.amount)}不符。"
    if told.plan is not None:
        if told.plan.total != asked.returned:
            yield f"分期合计{money(told.plan.total)}，与应退{money(asked.returned)}不符。"
        yield from plan_faults(told.plan, told.periods, law)


def _facts(asked: Claim, told: Told) -> str:
    months = told.months
    paid, due = sum(m.paid for m in months), sum(m.due for m in months)
    span = _month(months[0].month)
    if len(months) > 1:
        span += f"至{_month(months[-1].month)}"
    dead = "（已死亡）" if asked.debt.dead else ""
    return (
        f"{told.cause}。{told.name}{dead}{span}领取{told.benefit}{len(months)}个月，"
        f"实发{money(paid)}，应发{money(due)}，多发{money(total(months))}。"
    )


_GROUNDS: Mapping[Fault, str] = {
    Fault.FRAUD: "以虚报、隐瞒、伪造等手段骗取救助金，{}责令退回。",
    Fault.NEGLIGENCE: "家庭情况变化后未按规定及时告知，多领部分没有依据，{}应当退还。",
    Fault.INNOCENT: "本人对多发没有过错，但多领部分没有法律根据，{}应当返还。",
    Fault.AUTHORITY: (
        "多发由经办差错造成，本人没有过错，但多领部分没有法律根据，{}应当返还；"
        "经办人员的责任另行处理。"
    ),
}

_OTHER_GROUNDS = frozenset({"SAL-74", "APL-44", "ZJR-61"})
"""Cited where their consequence is told."""


def _ground(asked: Claim, cite: Callable[[Iterable[str]], str]) -> Iterator[str]:
    by = _by(tuple(code for code in asked.articles if code not in _OTHER_GROUNDS), cite)
    if asked.debt.dead:
        yield (
            f"保障对象已死亡，多领部分没有法律根据，{by}由继承人在遗产实际价值范围内退还；"
            "放弃继承的，不负退还责任。"
        )
    else:
        yield _GROUNDS[asked.debt.fault].format(by)
    if asked.ordered:
        yield f"收到减发、停发决定后拒不执行，仍然领取，{_by(('SAL-74',), cite)}责令限期退回。"


def _amount(asked: Claim) -> str:
    if not asked.left:
        return f"应退合计{money(asked.returned)}。"
    why = (
        "超出遗产实际价值，不再追缴"
        if asked.debt.dead
        else "领取时不知道也不应当知道没有根据，且已不存在，不需返还"
    )
    over, left, asked_back = map(money, (asked.debt.amount, asked.left, asked.returned))
    return f"多发{over}，其中{left}{why}；应退合计{asked_back}。"


def _how(asked: Claim, told: Told) -> str:
    if not asked.returned:
        return ""
    plan = told.plan
    if plan is None:
        return (
            f"请在{_day(told.pay_by)}前退至财政专户。一次退还有困难的，可以在此日前申请分期退还。"
        )
    if told.periods == 1:
        return f"请在{_month(plan.last_month)}一次退还{money(plan.total)}，退至财政专户。"
    first = plan.last_month.plus(1 - told.periods)
    return (
        f"自{_month(first)}至{_month(plan.last_month)}分{told.periods}期退至财政专户，"
        f"每期{money(plan.each)}，末期{money(plan.last)}，合计{money(plan.total)}。"
    )


def _consequences(asked: Claim, pack: Pack, cite: Callable[[Iterable[str]], str]) -> Iterator[str]:
    if asked.fine_most:
        days = pack.time_limits.limits["fine_hearing"].length
        range_ = f"{asked.multiple}倍以下"
        if asked.fine_least:
            range_ = f"1倍以上{range_}"
        yield (
            f"可以并处骗取金额{range_}、最高{money(asked.fine_most)}的罚款；拟处罚款的，"
            f"{_by(('APL-44',), cite)}另行事先告知，你有权陈述、申辩，可以在{days}日内申请听证。"
        )
    if asked.lapsed:
        yield f"骗取行为终了已满二年才被发现，{_by(('APL-44',), cite)}不再处罚。"
    if asked.credit:
        yield f"{_by(('ZJR-61',), cite)}骗取情况记入个人信用记录。"


def _remedies(pack: Pack) -> str:
    limits = pack.time_limits.limits
    text = (
        f"不服本决定的，可以自知道之日起{limits['reconsideration'].length}日内申请行政复议，"
        f"或者自知道之日起{limits['lawsuit'].length}个月内提起行政诉讼"
    )
    after = limits.get("lawsuit_after_reconsideration")
    if after:
        text += f"；不服复议决定的，可以自收到复议决定书之日起{after.length}日内提起行政诉讼"
    return f"{text}。"


def _by(codes: Articles, cite: Callable[[Iterable[str]], str]) -> str:
    return f"依据{cite(codes)}，"


def _month(month: Month) -> str:
    return f"{month.year}年{month.month}月"


def _day(day: date) -> str:
    return f"{day.year}年{day.month}月{day.day}日"
