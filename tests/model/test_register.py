from datetime import date

import pytest

from caseworker_app.model.codes import Dataset, Register
from caseworker_app.model.departments import Funeral
from caseworker_app.model.register import FIELD, PersonRecord, RegisterSlice
from caseworker_app.model.source import Source

_SOURCE = Source("公安户籍", date(2026, 10, 31), "B1", date(2027, 1, 31))
_PERSON = PersonRecord("r1", _SOURCE, "330199198611050017", "李建国", "H0427")
_DEATH = Funeral("r2", _SOURCE, "330199198611050017", date(2026, 10, 30))


def test_that_a_slice_gives_its_rows_with_their_dataset() -> None:
    carried = RegisterSlice(persons=(_PERSON,), funerals=(_DEATH,))
    assert list(carried) == [(Dataset.PERSON, _PERSON), (Dataset.FUNERAL, _DEATH)]
    assert carried.of(Dataset.FUNERAL) == (_DEATH,)
    assert carried.of(Dataset.VEHICLE) == ()


@pytest.mark.parametrize(
    ("dataset", "field"),
    [(Dataset.PERSON, "persons"), (Dataset.DISABILITY, "disabilities"), (Dataset.CLUE, "clues")],
)
def test_that_each_dataset_has_its_field(dataset: Dataset, field: str) -> None:
    assert FIELD[dataset] == field


def test_that_only_the_three_registers_are_the_three_comparisons() -> None:
    three = {d: d.register for d in Dataset if d.register is not Register.OTHER}
    assert three == {
        Dataset.PERSON: Register.PERSON,
        Dataset.VEHICLE: Register.VEHICLE,
        Dataset.ESTATE: Register.ESTATE,
    }
