"""与上次核查相比 on paper: only where a reason was given."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

from caseworker_app.documents.visit_form import VisitForm, render
from caseworker_app.model.visit import ChangeReason

Read = Callable[[bytes], list[str]]


def test_that_the_reason_of_a_change_is_printed(full: VisitForm, read: Read) -> None:
    reasons = (ChangeReason("income", "lost_job", 9_900_000, date(2026, 3, 2)),)
    form = replace(full, visit=replace(full.visit, reasons=reasons))
    text = "".join("".join(read(render(form))).split())
    assert "与上次核查相比家庭年收入由2026年3月2日的99,000元变为" in text
    assert "原因：失业、停工。" in text


def test_that_without_a_reason_the_paper_is_the_one_it_was(full: VisitForm, read: Read) -> None:
    assert "与上次核查相比" not in "".join("".join(read(render(full))).split())
