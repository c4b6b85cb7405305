"""不动产单元号 against the vectors."""

from pathlib import Path

import pytest
import yaml

from caseworker_app.model import estate_unit

VECTORS = yaml.safe_load(Path(__file__).with_name("vectors.yaml").read_text("utf-8"))[
    "real_estate_unit"
]["vectors"]


@pytest.mark.parametrize("number", VECTORS)
def test_that_a_number_of_the_standard_has_no_fault(number: str) -> None:
    assert estate_unit.fault(number) is None
    assert estate_unit.parcel(number) == number[:19]


def test_that_printed_blocks_are_joined() -> None:
    printed = "330106 001 002 gb00123 F00010023"
    assert estate_unit.normalise(printed) == "330106001002GB00123F00010023"
    assert estate_unit.fault(printed) is None


@pytest.mark.parametrize(
    ("number", "reason"),
    [
        ("330106001002GB00123F0001002", "应为28位，现为27位"),
        ("330106001002KB00123F00010023", "不符合编码规则"),
        ("330106001002GB00123X00010023", "不符合编码规则"),
        ("330106001002GB00123W00010023", "后8位应为0"),
    ],
)
def test_that_each_fault_says_what_is_wrong(number: str, reason: str) -> None:
    found = estate_unit.fault(number)
    assert found is not None
    assert reason in found.reason
    assert estate_unit.parcel(number) == ""
