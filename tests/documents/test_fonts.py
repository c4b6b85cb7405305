import pytest

from caseworker_app.documents.fonts import Face, MissingGlyphError, Role, clean, runs, width
from caseworker_app.errors import UserError


def test_that_a_character_comes_from_the_first_typeface_that_has_it() -> None:
    assert [run.face for run in runs("沈䶮㛃𬭩", Role.TEXT)] == [Face.SERIF]
    assert [(run.face, run.text) for run in runs("沈𪚥生", Role.TEXT)] == [
        (Face.SERIF, "沈"),
        (Face.RARE, "𪚥"),
        (Face.SERIF, "生"),
    ]
    assert [run.face for run in runs("沈𪚥", Role.HEADING)] == [Face.SANS, Face.RARE]


def test_that_the_width_of_mixed_typefaces_adds_up() -> None:
    assert width("沈𪚥生", Role.TEXT, 10) == pytest.approx(30)


def test_that_a_character_no_typeface_has_is_named() -> None:
    with pytest.raises(MissingGlyphError, match="U\\+1F600") as caught:
        width("很满意😀", Role.TEXT, 9)

    assert isinstance(caught.value, UserError)
    assert caught.value.character == "😀"
    assert "很满意" in str(caught.value)


def test_that_marks_without_shape_are_taken_out() -> None:
    assert clean("葛\U000e0101某\u200b\u00a0甲") == "葛某 甲"
