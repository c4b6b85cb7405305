"""The letters the application carries: Noto Sans SC, and HanaMinB for rare names."""

from collections.abc import Iterable

from PySide6.QtGui import QFontDatabase
from PySide6.QtWidgets import QApplication

from caseworker_app.paths import resource

_RARE = "caseworker_rare_characters"
_LAST_OF_NOTO = "\uffff"


def register() -> None:
    """Make both weights of Noto Sans SC known to Qt."""
    for weight in ("Regular", "SemiBold"):
        _load("noto-sans-sc", f"NotoSansSC-{weight}.ttf")


def cover(texts: Iterable[str]) -> None:
    """Load HanaMinB (30 MB) the first time a character beyond Noto is to be shown."""
    if not any(text and max(text) > _LAST_OF_NOTO for text in texts):
        return
    app = QApplication.instance()
    if app is not None and not app.property(_RARE):
        _load("hana-min", "HanaMinB.ttf")
        app.setProperty(_RARE, True)


def _load(folder: str, file: str) -> None:
    QFontDatabase.addApplicationFont(str(resource("fonts", folder, file)))
