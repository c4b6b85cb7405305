import tomllib
from contextlib import suppress

import pytest

from caseworker_app.documents.fonts import Face, MissingGlyphError, Role, clean, load, runs, width
from caseworker_app.errors import UserError
from caseworker_app.paths import resource

_IDEOGRAPHS = (
    (0x3400, 0x4DB5),
    (0x4E00, 0x9FEF),
    (0x20000, 0x2A6D6),
    (0x2A700, 0x2B734),
    (0x2B740, 0x2B81D),
    (0x2B820, 0x2CEA1),
    (0x2CEB0, 0x2EBE0),
    (0x2F00, 0x2FD5),
)
"""Extension A, the basic block, extensions B to F, radicals of the Kangxi dictionary."""


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


@pytest.mark.parametrize("role", Role)
def test_that_every_ideograph_of_the_national_standard_has_a_glyph(role: Role) -> None:
    """GB 18030-2022, level 3; level 2 lies inside: level 1 and 通用规范汉字表."""
    lacking = [
        f"U+{code:04X}"
        for first, last in _IDEOGRAPHS
        for code in range(first, last + 1)
        if not _drawn(chr(code), role)
    ]

    assert lacking == []


def _drawn(character: str, role: Role) -> bool:
    try:
        (run,) = runs(character, role)
    except MissingGlyphError:
        return False
    return bool(load(run.face).glyph(ord(character)).outline)


@pytest.mark.parametrize("role", Role)
def test_that_every_mark_of_the_basic_set_has_a_glyph(role: Role) -> None:
    """GB/T 2312, rows 1 to 9: punctuation, figures, Latin, kana, Greek, Cyrillic, 拼音, boxes."""
    marks = []
    for row in range(0xA1, 0xAA):
        for place in range(0xA1, 0xFF):
            with suppress(UnicodeDecodeError):
                marks.append(bytes([row, place]).decode("gb2312"))

    assert len(marks) == 682
    assert [mark for mark in marks if mark.strip() and not _drawn(mark, role)] == []


def test_that_names_of_the_demonstration_have_their_glyphs() -> None:
    with resource("demo", "names.toml").open("rb") as file:
        told = str(tomllib.load(file))

    assert width(clean(told), Role.TEXT, 10) > 0
    assert width(clean(told), Role.HEADING, 10) > 0


def test_that_marks_without_shape_are_taken_out() -> None:
    assert clean("葛\U000e0101某\u200b\u00a0甲") == "葛某 甲"
