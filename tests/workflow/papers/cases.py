"""Households papers are tried on: plain, full, overfull, and one with rare names."""

from dataclasses import replace

from caseworker_app.documents.visit_form import VisitForm
from caseworker_app.model.codes import Action
from caseworker_app.rules.policy.pack import Pack
from caseworker_app.workflow.papers.case import Case
from tests.documents.conftest import a_photo, plain_form
from tests.documents.visit_form.conftest import full_form
from tests.documents.visit_form.test_overfull import overfull_form

RARE = "\u9fa6\U00020bb7\U0002a7dd\u4dae\u3437"
"""鿦𠮷𪟝䶮㐷: of the extensions A, B, C and the newest of the basic block."""

_VILLAGE = 40
"""Pairs of households on the notice of a large village."""


def cases(pack: Pack) -> dict[str, Case]:
    """Return the households by what is odd about them."""
    plain = plain_form()
    full = full_form(plain, a_photo)
    rare = _case(_rare(plain), pack)
    village = tuple(case for _ in range(_VILLAGE) for case in (_case(plain, pack), rare))
    return {
        "plain": _case(plain, pack),
        "full": replace(_case(full, pack), others=village[:11]),
        "overfull": replace(_case(overfull_form(full, a_photo), pack), others=village),
        "rare": rare,
    }


def _case(form: VisitForm, pack: Pack) -> Case:
    return Case(
        household=form.visit.household,
        declaration=form.declaration,
        discrepancies=form.discrepancies,
        pack=pack,
        person=form.visit.investigators[0],
        day=form.issued,
        visit=form.visit,
        determination=form.determination,
    )


def _rare(form: VisitForm) -> VisitForm:
    home = form.visit.household
    head = replace(home.head, name=f"欧阳{RARE}")
    members = tuple(head if m.id == head.id else m for m in home.members)
    renamed = replace(home, members=members, village=f"{RARE}村")
    return replace(form, visit=replace(form.visit, household=renamed))


def suited(code: str, case: Case) -> Case:
    """Return the case with an outcome the form is for."""
    if code != "F17" or case.determination is None:
        return case
    grace = replace(
        case.determination,
        action=Action.GRACE,
        per_capita=145000,
        monthly=case.household.monthly,
        grace_until=case.determination.from_month.plus(5),
        after_grace=Action.TO_LOW_MARGIN,
    )
    return replace(case, determination=grace)
