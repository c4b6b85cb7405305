"""其他途径: what another path would pay the household, when it pays more."""

from collections.abc import Callable, Iterator
from typing import NamedTuple

from caseworker_app.model.codes import Category
from caseworker_app.model.determination import Remark
from caseworker_app.model.values import Fen, yuan
from caseworker_app.rules import law
from caseworker_app.rules.amount import dibao, expenditure
from caseworker_app.rules.assessment import Assessment
from caseworker_app.rules.entitlement import Entitlement
from caseworker_app.rules.membership import may_apply_alone
from caseworker_app.rules.special import low_margin, singly

_HOUSEHOLD: tuple[Callable[[Assessment], Entitlement | None], ...] = (
    dibao, expenditure, low_margin,
)  # fmt: skip
"""In the law's order, without 特困: who fits that is given it before all others."""


class Path(NamedTuple):
    """Another category the household fits too."""

    category: Category
    monthly: Fen
    who: str = ""
    """The member who would apply alone, or empty."""


def better(given: Entitlement) -> tuple[Path, ...]:
    """Return the paths that pay more than the one the law's order gives, the best first.

    The order of the classes is our reading (a proposal, not an article); the household may
    choose. Who applies alone is paid, the rest of the family stays what it is (N22-1.1).
    """
    found = [path for path in _others(given) if path.monthly > given.monthly]
    return tuple(sorted(found, key=lambda path: (-path.monthly, path.who)))


def better_paths(given: Entitlement) -> Iterator[Remark]:
    """Yield the better paths in words."""
    for path in better(given):
        what = f"{path.who} 单独申请单列户" if path.who else f"按{path.category.zh}"
        more = yuan(path.monthly - given.monthly)
        yield Remark(
            f"{what}每月可得{yuan(path.monthly)}元，比按法定顺序认定的多{more}元。"
            "请告知家庭，由其选择。",
            law.applicable(law.CATEGORY[path.category], given.assessment.pack),
        )


def _others(given: Entitlement) -> Iterator[Path]:
    facts = given.assessment
    if given.category is Category.SINGLE_LISTED or not facts.heads:
        return
    for category in _HOUSEHOLD:
        found = category(facts)
        if found:
            yield Path(found.category, found.monthly)
    if not facts.pack.single_listed.alone:
        return
    for person in facts.members:
        if may_apply_alone(person, facts.pack):
            found = singly(facts.status, facts.pack, person, facts.heads)
            if found:
                yield Path(found.category, found.monthly, person.id)
