"""号牌 against the vectors and the catalogue of patterns."""

from pathlib import Path

import pytest
import yaml

from caseworker_app.codes import table
from caseworker_app.model import plate

VECTORS = yaml.safe_load(Path(__file__).with_name("vectors.yaml").read_text("utf-8"))["plates"]
EXAMPLES = {
    row["kind_zh"]: row["example"]
    for row in table("plate_patterns")
    if row["regex"].startswith("^")
}


@pytest.mark.parametrize("text", VECTORS["valid"])
def test_that_a_plate_of_the_standard_is_known(text: str) -> None:
    assert plate.kind(text)


@pytest.mark.parametrize("text", [*VECTORS["invalid"], "", "鬼A12345"])
def test_that_a_plate_outside_the_standard_is_unknown(text: str) -> None:
    assert plate.kind(text) == ""


@pytest.mark.parametrize("name", EXAMPLES)
def test_that_each_example_of_the_catalogue_is_of_its_kind(name: str) -> None:
    assert plate.kind(EXAMPLES[name]) == name


def test_that_dots_blanks_small_and_wide_letters_are_folded() -> None:
    assert plate.normalise("浙ａ· 1b2c3") == "浙A1B2C3"
