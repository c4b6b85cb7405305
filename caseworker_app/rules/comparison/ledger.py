"""待遇发放: which allowances are assistance, where they are paid, whether still."""

from collections.abc import Iterator

from caseworker_app.model.departments import Allowance
from caseworker_app.model.source import Source
from caseworker_app.model.values import Month, yuan
from caseworker_app.rules.comparison.facts import Facts, number_of

_CALLED = {
    "低边": ("低边", "低保边缘", "最低生活保障边缘"),
    "低保": ("低保", "最低生活保障"),
    "特困": ("特困", "五保"),
    "事实无人抚养": ("事实无人抚养",),
    "孤儿": ("孤儿",),
}
"""The trade's short word → how ledgers write it; the narrower word stands first."""


def benefit(facts: Facts, row: Allowance) -> str:
    """Return the short word of the assistance a row is of, or nothing for any other money."""
    named = (word for word, ways in _CALLED.items() if any(way in row.kind for way in ways))
    listed = sorted(word for pair in facts.limits.others.exclusive for word in pair)
    return next(named, next((word for word in listed if word in row.kind), ""))


def is_paid(facts: Facts, row: Allowance) -> bool:
    """Tell whether it was still paid when the list was made; a list lags by one month."""
    month = month_of(facts, row.source)
    begun = row.since is None or row.since <= month
    goes_on = row.last_paid is None or row.last_paid >= month.plus(-1)
    return begun and goes_on and row.monthly > 0


def is_here(facts: Facts, row: Allowance) -> bool:
    """Tell whether it is paid in this county, whose code may have changed."""
    county, ours = row.place[:6], facts.jurisdiction
    return county in ("", ours) or (county, ours) in facts.limits.renumbered


def month_of(facts: Facts, source: Source) -> Month:
    """Return the month a department's list tells of."""
    return Month.of(min(facts.day, source.as_of))


def assistance_elsewhere(facts: Facts, number: str) -> Iterator[Allowance]:
    """Yield what another county pays; the ledgers are the bureau's own: nobody need be asked."""
    for row in facts.others.allowances:
        mine = number_of(row.id_number) == number
        if mine and not is_here(facts, row) and is_paid(facts, row) and benefit(facts, row):
            yield row


def told(row: Allowance) -> str:
    """Return a row in words: ``特困供养 每月2,255元，2024-03起，最近发放 2026-10``."""
    since = f"，{row.since}起" if row.since else ""
    last = f"，最近发放 {row.last_paid}" if row.last_paid else ""
    return f"{row.kind} 每月{yuan(row.monthly)}元{since}{last}"
