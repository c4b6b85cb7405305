"""义务人: consenting obligors whose means are above what was declared of them (SR11)."""

from collections.abc import Iterator

from caseworker_app.model.codes import Category
from caseworker_app.model.declaration import DeclaredObligor
from caseworker_app.model.departments import FinancialAsset, TaxIncome
from caseworker_app.model.register import AnyRecord
from caseworker_app.model.values import Fen, yuan
from caseworker_app.rules.comparison.facts import Draft, Facts, number_of
from caseworker_app.rules.comparison.means import weighed
from caseworker_app.rules.comparison.rows import exceeds
from caseworker_app.rules.comparison.work import latest, year_of
from caseworker_app.rules.figures import YEAR, share


def differences(facts: Facts) -> tuple[Draft, ...]:
    """Return one difference an obligor; of one who did not consent no row is used (SAL-41)."""
    return tuple(
        draft
        for obligor in facts.declaration.obligors
        if obligor.consented and number_of(obligor.id_number)
        for draft in _able(facts, obligor)
    )


def monthly(rows: tuple[TaxIncome, ...]) -> Fen:
    """Return the obligor's own income a month by the tax data of a year."""
    return year_of(rows) // YEAR


def _able(facts: Facts, obligor: DeclaredObligor) -> Iterator[Draft]:
    number = number_of(obligor.id_number)
    taxes = latest(facts, tuple(r for r in facts.others.taxes if number_of(r.id_number) == number))
    assets = tuple(r for r in facts.others.assets if number_of(r.id_number) == number)
    earns, owns = monthly(taxes), sum(weighed(row) for row in assets)
    richer = exceeds(facts, earns, obligor.income) and earns > _line(facts)
    rows: tuple[AnyRecord, ...] = (*(taxes if richer else ()), *_rich(facts, assets))
    if rows:
        words = [
            f"个税申报月均{yuan(earns)}元" if taxes else "",
            f"金融资产{yuan(owns)}元" if assets else "",
        ]
        yield Draft(
            code="SR11",
            subject=obligor.name,
            declared=f"{obligor.name}家庭月收入{yuan(obligor.income)}元",
            registered="，".join(word for word in words if word),
            records=rows,
            member_id=obligor.supports[0] if obligor.supports else "",
            anchor=obligor.id,
        )


def _line(facts: Facts) -> Fen:
    """Return the monthly income from which the law of the place asks for support."""
    law = facts.limits.law
    return int(share(law.standards.dibao, law.support.threshold_multiple))


def _rich(facts: Facts, assets: tuple[FinancialAsset, ...]) -> tuple[FinancialAsset, ...]:
    """Return the accounts where one person alone is over the money limit of 低边."""
    law = facts.limits.law
    years = law.property[Category.LOW_MARGIN].money_years
    over = sum(weighed(row) for row in assets) >= years * YEAR * law.standards.dibao
    return assets if over else ()
