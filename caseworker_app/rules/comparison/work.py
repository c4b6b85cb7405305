"""就业: social insurance, tax, housing fund against the work declared (SR01, SR03, SR04).

Data of one employer about one person are one fact: the insurance speaks for tax and fund.
"""

from caseworker_app.model.codes import EmploymentStatus, IncomeKind, Level
from caseworker_app.model.declaration import DeclaredPerson
from caseworker_app.model.departments import HousingFund, Insurance, TaxIncome
from caseworker_app.model.register import AnyRecord
from caseworker_app.model.values import Fen, Month, yuan
from caseworker_app.rules.comparison import businesses
from caseworker_app.rules.comparison.facts import Draft, Facts
from caseworker_app.rules.comparison.rows import (
    Employer,
    annual,
    declared,
    employer,
    exceeds,
    is_active,
    of_members,
    reported_by,
    works,
)
from caseworker_app.rules.comparison.words import NOT_DECLARED
from caseworker_app.rules.figures import YEAR

_RESIDENT = ("城乡", "居民")
_AGENTS = ("人力资源", "人才服务", "劳务派遣", "代理", "托管")
_PAYING = "正常"
_BUSINESS_ITEM = "经营"
_PROPERTY_ITEMS = ("租赁", "利息", "股息", "红利", "财产转让")


def differences(facts: Facts) -> tuple[Draft, ...]:
    """Return SR01 for each employer, then of the others SR03 and SR04.

    What a member's own business reports of the member is left to SR05.
    """
    insured = _insured(facts)
    known = frozenset(insured) | businesses.own(facts)
    return (
        *(_insured_draft(facts, *found) for found in insured.values()),
        *(
            _tax_draft(facts, person, kind, rows)
            for person, rows in of_members(facts, facts.others.taxes)
            for kind, rows in _taxed(facts, person, rows, known).items()
        ),
        *(
            draft
            for person, rows in of_members(facts, facts.others.funds)
            for row in rows
            if employer(person, row.employer) not in known
            and (draft := _fund_draft(facts, person, row))
        ),
    )


def _insured(
    facts: Facts,
) -> dict[Employer, tuple[DeclaredPerson, tuple[Insurance, ...]]]:
    """Return the insurances in payment of members declared without a job, by employer."""
    found: dict[Employer, tuple[DeclaredPerson, tuple[Insurance, ...]]] = {}
    for person, rows in of_members(facts, facts.others.insurances):
        for row in () if works(facts, person) else rows:
            if _of_employees(row) and is_active(facts, row.last_paid, row.source):
                key = employer(person, row.employer)
                found[key] = (person, (*found.get(key, (person, ()))[1], row))
    return found


def _of_employees(row: Insurance) -> bool:
    """Tell an employee's insurance in payment; that of residents shows no job."""
    return row.state.startswith(_PAYING) and not any(word in row.kind for word in _RESIDENT)


def _insured_draft(facts: Facts, person: DeclaredPerson, rows: tuple[Insurance, ...]) -> Draft:
    row = rows[0]
    key = employer(person, row.employer)
    taxes, funds = reported_by(facts, key), _deposited_by(facts, key)
    base = max(each.base or 0 for each in rows)
    words = [
        f"由{row.employer}参保" if row.employer else "个人缴费参保",
        "、".join(dict.fromkeys(each.kind for each in rows)),
        f"缴至 {max(each.last_paid for each in rows if each.last_paid)}",
        f"基数{yuan(base)}元" if base else "",
        f"个税申报收入合计{yuan(sum(tax.income for tax in taxes))}元" if taxes else "",
        "同一单位缴存公积金" if funds else "",
    ]
    found: tuple[AnyRecord, ...] = (*rows, *taxes, *funds)
    return Draft(
        code="SR01",
        subject=person.name,
        declared=f"{person.name}，{person.status.zh if person.status else '未申报工作'}",
        registered="，".join(word for word in words if word),
        records=found,
        member_id=person.member_id,
        level=_insured_level(person, row.employer),
    )


def _insured_level(person: DeclaredPerson, name: str) -> Level | None:
    """Return yellow for who pays alone, orange for odd jobs or an agent that only pays in."""
    if not name:
        return Level.YELLOW
    agent = any(word in name for word in _AGENTS)
    return Level.ORANGE if agent or person.status is EmploymentStatus.UNSTABLE else None


def _deposited_by(facts: Facts, key: Employer) -> tuple[HousingFund, ...]:
    return tuple(
        row
        for person, rows in of_members(facts, facts.others.funds)
        for row in rows
        if row.employer and employer(person, row.employer) == key
    )


def kind_of(row: TaxIncome) -> IncomeKind:
    """Return the class of income an item of the tax data belongs to."""
    if _BUSINESS_ITEM in row.item:
        return IncomeKind.BUSINESS
    property_ = any(word in row.item for word in _PROPERTY_ITEMS)
    return IncomeKind.PROPERTY if property_ else IncomeKind.WAGE


def year_of(rows: tuple[TaxIncome, ...]) -> Fen:
    """Return what the rows come to in twelve months; a longer period is cut to a year's part."""
    return sum(
        row.income * YEAR // max(YEAR, row.since.months_until(row.until) + 1) for row in rows
    )


def latest(facts: Facts, rows: tuple[TaxIncome, ...]) -> tuple[TaxIncome, ...]:
    """Return the rows that end within the months income is averaged over."""
    first = Month.of(facts.day).plus(-facts.limits.law.income.averaging_months)
    return tuple(row for row in rows if row.until >= first)


def _taxed(
    facts: Facts, person: DeclaredPerson, rows: tuple[TaxIncome, ...], known: frozenset[Employer]
) -> dict[IncomeKind, tuple[TaxIncome, ...]]:
    """Return by class the rows that come to more than was declared."""
    mine = [
        row
        for row in latest(facts, rows)
        if not row.withholder or employer(person, row.withholder) not in known
    ]
    classes = {kind: tuple(r for r in mine if kind_of(r) is kind) for kind in IncomeKind}
    return {
        kind: found
        for kind, found in classes.items()
        if exceeds(facts, year_of(found), _said(facts, person, kind))
    }


def _said(facts: Facts, person: DeclaredPerson, kind: IncomeKind) -> Fen:
    """Return what was declared a year; for odd jobs at least what is reckoned for them."""
    told = annual(declared(facts, person.member_id, kind))
    if kind is IncomeKind.WAGE and person.status is EmploymentStatus.UNSTABLE:
        law = facts.limits.law
        fixed = law.income.unstable_imputed
        return max(told, (law.standards.min_wage if fixed is None else fixed) * YEAR)
    return told


def _tax_draft(
    facts: Facts, person: DeclaredPerson, kind: IncomeKind, rows: tuple[TaxIncome, ...]
) -> Draft:
    told = annual(declared(facts, person.member_id, kind))
    said = f"申报{kind.zh}每年{yuan(told)}元" if told else f"{NOT_DECLARED}{kind.zh}"
    items = "；".join(
        f"{row.withholder or row.item} {row.since}至{row.until} {yuan(row.income)}元"
        for row in sorted(rows, key=lambda row: row.since)
    )
    return Draft(
        code="SR03",
        subject=person.name,
        declared=f"{person.name}，{said}",
        registered=f"个税申报一年{yuan(year_of(rows))}元：{items}",
        records=rows,
        member_id=person.member_id,
        anchor=f"{person.member_id}-{kind.value}",
    )


def _fund_draft(facts: Facts, person: DeclaredPerson, row: HousingFund) -> Draft | None:
    """Return SR04; yellow for what a former job left, where the declared money is less."""
    paying = row.state.startswith(_PAYING) and is_active(facts, row.last_paid, row.source)
    left = not paying and row.state != "销户" and row.balance > facts.declaration.money
    if (works(facts, person) or not paying) and not left:
        return None
    last = f"，缴至 {row.last_paid}" if row.last_paid else ""
    return Draft(
        code="SR04",
        subject=person.name,
        declared=f"{person.name}，{person.status.zh if person.status else '未申报工作'}",
        registered=f"{row.employer}公积金{row.state}，月缴存{yuan(row.monthly)}元{last}，"
        f"余额{yuan(row.balance)}元",
        records=(row,),
        member_id=person.member_id,
        level=Level.YELLOW if left else None,
    )
