import pytest

from caseworker_app.desktop.theme.tokens import Tone
from caseworker_app.desktop.unlock.strength import strength


@pytest.mark.parametrize(
    ("passphrase", "says", "tone"),
    [
        ("", "", Tone.GREY),
        ("短口令", "太短", Tone.RED),
        ("12345678", "很弱", Tone.RED),
        ("aaaaaaaaaa", "重复", Tone.RED),
        ("wang19860412", "生日", Tone.RED),
        ("13800001234", "电话", Tone.RED),
        ("Password2026", "很多人用", Tone.RED),
        ("kfmwqzpt", "一般", Tone.ORANGE),
        ("山高水长2026", "强", Tone.GREEN),
        ("村口老樟树下第三块石头", "很强", Tone.GREEN),
    ],
)
def test_that_the_strength_is_told_with_what_makes_it_weak(
    passphrase: str, says: str, tone: Tone
) -> None:
    found = strength(passphrase)

    assert says in found.word
    assert found.tone is tone


def test_that_full_width_letters_count_as_the_narrow_ones() -> None:
    assert strength("ｋｆｍｗｑｚｐｔ") == strength("kfmwqzpt")
