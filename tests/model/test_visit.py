"""What a visit begins with: everything the file says of a person or an obligor."""

from dataclasses import fields

from caseworker_app.model.codes import EmploymentStatus
from caseworker_app.model.household import Disability, Member, Obligor
from caseworker_app.model.visit import CheckedMember, CheckedSupport

FILED = Member(
    "m1",
    "王桂兰",
    "",
    "02",
    EmploymentStatus.RETIRED,
    excluded="prison",
    idle_exempt="care",
    study="compulsory",
    illness="尿毒症",
    disability=Disability(4, 1),
    refused_jobs=2,
    adl_failed=3,
    no_able_obligor=True,
)
OBLIGOR = Obligor("o1", "李秀梅", "30", ("m1",), 960_000, 3, 2, 2, 50_000, "soldier")


def both(checked: type, filed: type) -> set[str]:
    return {f.name for f in fields(checked)} & {f.name for f in fields(filed)}


def test_that_a_member_is_checked_from_all_the_file_says() -> None:
    checked = CheckedMember.of(FILED)
    shared = both(CheckedMember, Member)
    assert {n: getattr(checked, n) for n in shared} == {n: getattr(FILED, n) for n in shared}
    assert (checked.met, checked.died, checked.certificate) == (False, None, None)


def test_that_an_obligor_is_checked_from_the_figures_filed() -> None:
    checked = CheckedSupport.of(OBLIGOR)
    shared = both(CheckedSupport, Obligor)
    assert {n: getattr(checked, n) for n in shared} == {n: getattr(OBLIGOR, n) for n in shared}
