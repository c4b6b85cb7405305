import pytest

from caseworker_app.desktop.unlock.presenter import FirstRun, faults, waiting_sentence

ALONE = FirstRun("山高水长2026", "山高水长2026", alone=True, name="陈敏", unit="石桥街道")
SERVED = FirstRun("a long one", "a long one", alone=False, server="https://x.example", slip="码")


@pytest.mark.parametrize("asked", [ALONE, SERVED])
def test_that_a_filled_form_has_no_faults(asked: FirstRun) -> None:
    assert faults(asked) == {}


def test_that_every_missing_thing_is_named_at_its_field() -> None:
    assert set(faults(FirstRun("short", "other", alone=True))) == {
        "passphrase",
        "again",
        "name",
        "unit",
    }
    assert set(faults(FirstRun("aaaaaaaaaa", "aaaaaaaaaa", alone=False, server="x"))) == {
        "passphrase",
        "server",
        "slip",
    }


@pytest.mark.parametrize(
    ("seconds", "sentence"),
    [
        (0, ""),
        (5, "口令连续输错，还要等 5 秒 才能再试"),
        (125, "口令连续输错，还要等 2 分 05 秒 才能再试"),
    ],
)
def test_that_the_wait_is_told_in_words(seconds: int, sentence: str) -> None:
    assert waiting_sentence(seconds) == sentence
