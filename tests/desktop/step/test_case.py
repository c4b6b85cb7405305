from dataclasses import replace

from caseworker_app.desktop.step.case import removal
from caseworker_app.model.codes import IncomeKind, Stage
from caseworker_app.model.economy import Income, JobDisregard
from caseworker_app.model.visit import Attachment
from tests.desktop.table import HOME, Memory, dossier, visit_of


def test_that_typing_shows_at_once_and_saves_only_when_the_field_is_left() -> None:
    memory = Memory()
    case = memory.case()
    case.type({"/household/phone": "1"})
    case.type({"/household/phone": "13"})
    assert case.visit.household.phone == "13"
    assert case.has_unsaved
    assert memory.saved == []
    case.commit()
    assert memory.saved == [("v1", {"/household/phone": "13"})]
    assert not case.has_unsaved


def test_that_nothing_is_saved_when_nothing_was_typed() -> None:
    memory = Memory()
    memory.case().commit()
    assert memory.saved == []


def test_that_what_could_not_be_saved_goes_along_with_the_next_save() -> None:
    memory = Memory()
    case = memory.case()
    case.put({"/household/phone": "1", "/opinion": "甲"})
    lost = memory.saved.pop()[1]
    case.type({"/opinion": "乙"})
    case.not_saved(lost)
    case.commit()
    assert memory.last == {"/household/phone": "1", "/opinion": "乙"}


def test_that_a_sealed_visit_takes_no_change() -> None:
    memory = Memory()
    file = dossier()
    case = memory.case(file, replace(visit_of(file), stage=Stage.SEALED))
    case.put({"/household/living_address": "别处"})
    assert case.visit.household.living_address == HOME
    assert memory.saved == []


def test_that_every_change_is_judged_and_told() -> None:
    case = Memory().case()
    told: list[int] = []
    case.watch(lambda: told.append(case.live.determination.per_capita))
    before = case.live.determination.per_capita
    case.type({"/incomes/#i1/monthly": 136000})
    assert told == [case.live.determination.per_capita]
    assert told[0] > before


def test_that_an_item_is_removed_with_all_its_units() -> None:
    item = Income("x", "m1", IncomeKind.WAGE, job_disregard=JobDisregard(100, 2))
    gone = removal("/incomes/#x", item)
    assert gone["/incomes/#x/job_disregard/month"] is None
    case = Memory().case()
    case.put({"/incomes/#x/id": "x", "/incomes/#x/who": "m1", "/incomes/#x/kind": "wage"})
    assert len(case.visit.incomes) == 3
    case.put(gone)
    assert [i.id for i in case.visit.incomes] == ["i1", "i2"]


def test_that_what_is_being_typed_stays_when_the_store_answers() -> None:
    memory = Memory()
    case = memory.case()
    before = case.visit
    case.type({"/opinion": "甲"})
    case.stored(replace(before, cause="employment"))
    assert (case.visit.opinion, case.visit.cause) == ("甲", "employment")
    photo = Attachment("a1", "sha256:a1", "photo", "image/jpeg", 9)
    case.attached(photo)
    case.type({"/attachments/#a1/caption": "厨房"})
    case.evidence(replace(before, attachments=(photo,)))
    assert case.visit.attachments[0].caption == "厨房"
    case.commit()
    assert memory.last == {"/opinion": "甲", "/attachments/#a1/caption": "厨房"}
