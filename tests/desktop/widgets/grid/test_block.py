import pytest
from hypothesis import given, strategies as st

from caseworker_app.desktop.widgets.grid import block


@pytest.mark.parametrize(
    ("text", "cells"),
    [
        ("a\tb\r\nc\td\r\n", [["a", "b"], ["c", "d"]]),
        ("a\tb\nc\td\n", [["a", "b"], ["c", "d"]]),
        ('"两\r\n行"\t"引""号"\t"带\t格"\r\n', [["两\r\n行", '引"号', "带\t格"]]),
        ('3"管\t5', [['3"管', "5"]]),
        ('3"管\t4"管', [['3"管', '4"管']]),
        ("\t\n\t", [["", ""], ["", ""]]),
        ("单格", [["单格"]]),
        ("一\n\n三", [["一"], [""], ["三"]]),
    ],
)
def test_that_what_a_spreadsheet_copies_is_read(text: str, cells: list[list[str]]) -> None:
    assert block.read(text) == cells


_CELLS = st.text(st.characters(codec="utf-8", exclude_characters="\r\0"), max_size=8)


@given(
    st.integers(1, 4).flatmap(
        lambda n: st.lists(st.lists(_CELLS, min_size=n, max_size=n), min_size=1, max_size=5)
    )
)
def test_that_a_block_copied_and_pasted_is_the_same(rows: list[list[str]]) -> None:
    if all(row == [""] for row in rows):
        return  # A column of empty cells is copied as blank lines; there is nothing to lose.
    assert [row or [""] for row in block.read(block.write(rows))] == rows
