"""Catalogues of Qt Linguist: the texts of the screens in another language."""

from collections.abc import Callable

from PySide6.QtCore import QTranslator

from caseworker_app.desktop import tongue
from caseworker_app.errors import UserError
from caseworker_app.paths import resource

CONTEXT = "caseworker"
LANGUAGES = {"zh": "简体中文", "en": "English"}
"""Code in the settings → name in the language itself; what is in none is Chinese."""


def speak(language: str) -> None:
    """Put a language in force; raises UserError for one nobody translated into."""
    if language not in LANGUAGES:
        known = "、".join(LANGUAGES)
        raise UserError(f"设置中的语言“{language}”没有译文。请改为 {known} 之一。")
    tongue.speak(language, str if language == "zh" else read(language))


def read(language: str) -> Callable[[str], str]:
    """Return what gives a text in a language; one the catalogue lacks stays as it is."""
    translator = QTranslator()
    translator.load(str(resource("translations", f"caseworker_{language}.qm")))
    return lambda text: translator.translate(CONTEXT, text) or text
