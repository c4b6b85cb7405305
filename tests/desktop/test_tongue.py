"""Every text of the screens has its English, with the same values in it."""

from pathlib import Path
from string import Formatter

import pytest

from caseworker_app.desktop import catalogue, tongue
from caseworker_app.desktop.tongue import tr
from caseworker_app.errors import UserError
from tests.desktop import texts


@pytest.fixture(autouse=True)
def chinese_again() -> object:
    yield
    catalogue.speak("zh")


def _names(text: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(text) if name}


def test_that_no_chinese_stands_in_a_screen_untranslated() -> None:
    assert list(texts.untranslatable()) == []


def test_that_every_text_is_translated_and_no_other() -> None:
    assert texts.translations().keys() == texts.texts().keys()


def test_that_a_translation_names_the_same_values_and_no_chinese() -> None:
    for text, said in texts.translations().items():
        assert _names(said) == _names(text), text
        assert not texts.CHINESE.search(said), said


def test_that_the_catalogue_was_compiled_from_these_translations(tmp_path: Path) -> None:
    texts.compiled(tmp_path / "en.qm")

    assert (tmp_path / "en.qm").read_bytes() == texts.CATALOGUE.with_suffix(".qm").read_bytes()


def test_that_english_is_spoken_once_it_is_in_force() -> None:
    catalogue.speak("en")

    assert tr("打印") == "Print"


def test_that_a_text_the_catalogue_lacks_stays_as_it_is() -> None:
    tongue.speak("en", catalogue.read("en"))

    assert tr("没有译文 {n}", n=3) == "没有译文 3"


def test_that_a_language_nobody_knows_is_refused() -> None:
    with pytest.raises(UserError, match="没有译文"):
        catalogue.speak("fr")
