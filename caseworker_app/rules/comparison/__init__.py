"""三比对 and beyond: what was declared against what departments hold, a household at a time.

People are joined by identity number and by nothing else; one fact raises one kind, the most
specific; what the law already answers is raised at a lower level. The 57 kinds: ``catalogue``.
"""

from dataclasses import replace
from datetime import date
from itertools import chain

from caseworker_app.model.declaration import Declaration
from caseworker_app.model.discrepancy import Discrepancy
from caseworker_app.model.found import Found
from caseworker_app.model.register import RegisterSlice
from caseworker_app.rules.comparison import (
    benefits,
    businesses,
    estates,
    found as findings,
    identity,
    marriage,
    means,
    obligors,
    persons,
    process,
    roster,
    standing,
    vehicles,
    work,
)
from caseworker_app.rules.comparison.facts import lay_out
from caseworker_app.rules.comparison.limits import limits
from caseworker_app.rules.comparison.raising import raise_all
from caseworker_app.rules.policy.pack import Pack

_COMPARISONS = (persons, identity, marriage, roster, vehicles, estates, process)
_BY_OTHERS = (work, businesses, benefits, means, standing, obligors)
"""What needs rows of other departments; most households of a comparison have none."""


def compare(
    declaration: Declaration,
    records: RegisterSlice,
    pack: Pack,
    day: date,
    found: tuple[Found, ...] = (),
) -> tuple[Discrepancy, ...]:
    """Return every difference, gravest first, in a steady order.

    The order of rows, a row sent twice and names have no influence. ``stale`` marks a
    difference whose data is too old on ``day`` to carry a withdrawal alone. ``found`` is what
    the visit saw or heard of beyond what was declared.
    """
    facts = lay_out(declaration, records, limits(pack.on(day)), day)
    parts = _COMPARISONS + (_BY_OTHERS if facts.has_others else ())
    drafts = (draft for part in parts for draft in part.differences(facts))
    return raise_all(chain(drafts, findings.differences(facts, found)), facts)


def compare_registers(
    declaration: Declaration, records: RegisterSlice, pack: Pack, day: date
) -> tuple[Discrepancy, ...]:
    """Return the differences of the three registers alone, as a city compares them from files.

    What other departments sent and who is authorised is no part of it.
    """
    registers = RegisterSlice(records.persons, records.vehicles, records.estates)
    if declaration.authorisations is not None:
        declaration = replace(declaration, authorisations=None)
    return compare(declaration, registers, pack, day)
