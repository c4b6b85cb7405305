from hypothesis import given, strategies as st

from caseworker_app.desktop import faces
from caseworker_app.desktop.faces import ChipFace, Shape
from caseworker_app.desktop.theme.tokens import Tone
from caseworker_app.model.codes import Level, Stage


@given(st.integers(0, 99), st.integers(0, 99), st.integers(0, 99))
def test_that_only_levels_with_differences_get_a_chip(red: int, orange: int, yellow: int) -> None:
    chips = faces.levels(red, orange, yellow)

    assert [chip.text for chip in chips] == [str(n) for n in (red, orange, yellow) if n]


def test_that_every_level_and_every_stage_can_be_told_without_colour() -> None:
    assert len({faces.level(level).shape for level in Level}) == len(Level)
    assert Shape.NONE not in {faces.level(level).shape for level in Level}
    assert len({faces.stage(stage).text for stage in Stage}) == len(Stage)


def test_that_a_cell_tells_what_its_chips_rest_on() -> None:
    ruled = ChipFace("今天到期", Tone.RED, tip="自去年今日起")
    plain = ChipFace("红", Tone.RED)

    assert faces.Cell(chips=(plain, ruled)).tip == "自去年今日起"
    assert faces.Cell(chips=(plain,)).tip == "红"
