"""刚性支出困难家庭: a household whose necessary spending eats its income (RGM-4, SAL-22)."""

from caseworker_app.model.codes import Category
from caseworker_app.rules.assessment import Assessment
from caseworker_app.rules.entitlement import Entitlement
from caseworker_app.rules.figures import share


def rigid_family(facts: Assessment) -> Entitlement | None:
    """Return the category where income, property and the share of rigid spending fit."""
    rules = facts.pack.rigid_family
    fits = facts.rigid > 0 and under_cap(facts) and has_share(facts)
    if not fits or not facts.owns_within(rules.property):
        return None
    return Entitlement(Category.RIGID_FAMILY, facts, term_months=rules.months)


def under_cap(facts: Assessment) -> bool:
    """Say whether income before rigid spending is under last year's disposable income."""
    rules, standards = facts.pack.rigid_family, facts.pack.standards
    cap = standards.disposable_per_capita if rules.income_cap is None else rules.income_cap
    return rules.cap_test.holds(facts.annual, cap * facts.heads)


def has_share(facts: Assessment) -> bool:
    """Say whether rigid spending is at least the pack's share of income."""
    return facts.rigid >= share(facts.annual, facts.pack.rigid_family.ratio)
