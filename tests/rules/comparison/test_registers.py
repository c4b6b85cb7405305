"""The three registers compared alone, as a city compares them from files."""

from dataclasses import replace
from datetime import date

from caseworker_app.model.declaration import Declaration
from caseworker_app.model.register import RegisterSlice
from caseworker_app.rules.comparison import compare, compare_registers
from caseworker_app.rules.policy.pack import Pack
from tests.rules.comparison.other_rows import insurance


def test_that_only_the_three_registers_speak(
    declaration: Declaration, records: RegisterSlice, pack: Pack, day: date
) -> None:
    head, *others = records.persons
    moved = replace(head, hukou_number="H999")
    told = replace(declaration, authorisations=())
    known = replace(records, persons=(moved, *others), insurances=(insurance(),))

    whole = {found.code for found in compare(told, known, pack, day)}
    registers = compare_registers(told, known, pack, day)
    assert "SR13" in whole
    assert {found.code for found in registers} == {c for c in whole if not c.startswith("SR")}
    assert registers == compare_registers(declaration, known, pack, day) != ()
