"""家庭变化 on paper: below the members where something changed, nowhere else."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

from caseworker_app.documents.visit_form import VisitForm, render
from caseworker_app.model.change import HouseholdChange, LinkedFile
from caseworker_app.model.codes import ChangeKind

Read = Callable[[bytes], list[str]]
AT = "2026-11-20T02:08:00+00:00"


def told(form: VisitForm) -> tuple[HouseholdChange, ...]:
    """Return a death, the new head, a split and a merge of the form's own people."""
    first, second = (member.id for member in form.visit.household.members[:2])
    return (
        HouseholdChange(
            "c1", ChangeKind.DEATH, (first,), date(2026, 9, 28), papers=("cremation",),
            source="民政殡葬 2026-10-31", by="陈敏", at=AT,
        ),
        HouseholdChange(
            "c2", ChangeKind.HEAD, (second,), date(2026, 10, 8), was_head=first, head=second,
            reason="家人推选",
        ),
        HouseholdChange(
            "c3", ChangeKind.SPLIT, (second,), date(2026, 11, 1),
            other=LinkedFile("n", head="李建国", living_address="河埠里3幢"),
        ),
        HouseholdChange(
            "c4", ChangeKind.MERGE, (second,), date(2026, 11, 2),
            other=LinkedFile("h9", "示低保2020-0031", "赵大海"),
        ),
        HouseholdChange("c5", ChangeKind.STUDY, (second,), how="bachelor_full_time"),
    )  # fmt: skip


def printed(form: VisitForm, changes: tuple[HouseholdChange, ...] | None) -> bytes:
    return render(replace(form, visit=replace(form.visit, changes=changes)))


def test_that_changes_stand_with_day_month_and_proof(full: VisitForm, read: Read) -> None:
    text = "".join("".join(read(printed(full, told(full)))).split())
    for words in (
        "家庭变化",
        "2026年9月28日，2026年10月起不计",
        "看过火化证明；登记：民政殡葬2026-10-31",
        "陈敏2026年11月20日10:08",
        "起由新户主领取",
        "另立新户，户主李建国，住河埠里3幢",
        "赵大海户（示低保2020-0031）并入本户，原档保留",
        "入学（本科）",
        "日期待补",
    ):
        assert words in text, words


def test_that_a_form_where_nothing_changed_keeps_its_bytes(full: VisitForm) -> None:
    assert printed(full, None) == render(full)
    assert printed(full, ()) == render(full)
