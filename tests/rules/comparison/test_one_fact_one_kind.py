"""Whatever the registers hold: one fact raises one kind, and the dead raise death alone."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any

from hypothesis import HealthCheck, given, settings, strategies as st

from caseworker_app.model.declaration import Declaration
from caseworker_app.model.discrepancy import Discrepancy
from caseworker_app.model.register import Marriage, RegisterSlice

Compared = Callable[[Declaration, RegisterSlice], tuple[Discrepancy, ...]]
Changes = dict[str, Any]

DAYS = st.none() | st.dates(date(2018, 1, 1), date(2026, 12, 31))
FLAG = st.booleans()

VEHICLE = st.fixed_dictionaries(
    {
        "status": st.text("ABCDEGKMPQ", max_size=2),
        "use": st.sampled_from("ABDFGT"),
        "vehicle_type": st.sampled_from(
            ["小型轿车", "普通二轮摩托车", "轻型货车", "残疾人专用汽车", ""]
        ),
        "plate": st.sampled_from(["浙A1B2C3", "浙A77777", "浙I1", ""]),
        "vin": st.sampled_from(["LSVAB2180F2123456", "O", ""]),
        "transferred_to_relation": st.sampled_from(["", "73"]),
        "registered": DAYS,
        "transferred": DAYS,
        "insured_until": DAYS,
        "mortgaged": FLAG,
        "seized": FLAG,
    }
)
ESTATE = st.fixed_dictionaries(
    {
        "right": st.sampled_from(["所有权", "承租", "预告", "拆迁权益", "居住权"]),
        "state": st.sampled_from("012"),
        "acquired": st.sampled_from(["购买", "继承", "离婚"]),
        "use": st.sampled_from(["11", "30", "80", ""]),
        "contract_filed": DAYS,
        "sold": DAYS,
        "owner_died": DAYS,
        "mortgaged": FLAG,
        "rented_out": FLAG,
        "nominal_share": FLAG,
        "divorce_division": FLAG,
    }
)
PERSON = st.fixed_dictionaries(
    {
        "service": st.sampled_from(["", "conscript", "student"]),
        "missing": st.sampled_from(["", "court", "untraceable"]),
        "moved_to": st.sampled_from(["", "320901001002", "330199007008"]),
        "hukou_number": st.sampled_from(["H001", "H777", ""]),
        "death": DAYS,
        "marriage": st.builds(
            Marriage, st.just("20"), st.just("330199198001010093"), st.just("周某"), DAYS
        ),
    }
)
shared = settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=80)
"""The fixtures are frozen values: nothing leaks from one example to the next."""


@shared
@given(
    changes=VEHICLE,
    claim=st.sampled_from(["", "sold", "scrapped", "lent_name", "livelihood", "not_mine"]),
)
def test_that_a_vehicle_is_of_at_most_one_kind(
    changes: Changes,
    claim: str,
    declaration: Declaration,
    records: RegisterSlice,
    compared: Compared,
) -> None:
    row = replace(records.vehicles[0], **changes)
    told = replace(declaration, vehicles=(replace(declaration.vehicles[0], claim=claim),))
    codes = [item.code for item in compared(told, replace(records, vehicles=(row,)))]
    assert len(codes) == len(set(codes))
    assert len(set(codes) - {"CL08", "CL09", "CL11", "CL12"}) <= 1


@shared
@given(
    changes=ESTATE,
    claim=st.sampled_from(["", "sold", "inherited", "divorced", "nominal", "converted_home"]),
)
def test_that_a_house_is_of_at_most_one_kind(
    changes: Changes,
    claim: str,
    declaration: Declaration,
    records: RegisterSlice,
    compared: Compared,
) -> None:
    row = replace(records.estates[0], **changes)
    told = replace(declaration, estates=(replace(declaration.estates[0], claim=claim),))
    codes = [item.code for item in compared(told, replace(records, estates=(row,)))]
    assert len(codes) == len(set(codes))
    assert len(set(codes) - {"FC09", "FC14"}) <= 1


@shared
@given(changes=PERSON)
def test_that_the_dead_raise_death_alone(
    changes: Changes,
    declaration: Declaration,
    records: RegisterSlice,
    compared: Compared,
) -> None:
    row = replace(records.persons[2], **changes)
    rows = replace(records, persons=(*records.persons[:2], row))
    codes = [item.code for item in compared(declaration, rows)]
    if row.death is not None and row.death <= date(2026, 3, 10):
        assert codes == ["HJ01"]
    else:
        assert "HJ01" not in codes
        assert ("HJ06" in codes) != ("HJ07" in codes)
