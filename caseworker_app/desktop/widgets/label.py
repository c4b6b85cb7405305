"""Text on a screen, in one of the letter sizes of the tokens."""

from math import ceil

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPalette
from PySide6.QtWidgets import QLabel, QSizePolicy

from caseworker_app.desktop.theme import fonts, look
from caseworker_app.desktop.theme.tokens import Shade, Text, Tone


class Label(QLabel):
    """Plain text, never rich: a name on a card may hold ``<``."""

    def __init__(
        self,
        text: str = "",
        size: Text = Text.BODY,
        shade: Shade = Shade.TEXT,
        *,
        wrap: bool = False,
    ) -> None:
        super().__init__()
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setFont(look.current().font(size))
        self.setWordWrap(wrap)
        if not wrap:
            self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.set_shade(shade)
        self.setText(text)

    def setText(self, text: str) -> None:
        fonts.cover((text,))
        super().setText(text)

    def set_shade(self, shade: Shade) -> None:
        self._colour(look.current().shade(shade).name())

    def set_tone(self, tone: Tone) -> None:
        self._colour(look.current().tone(tone).text)

    def _colour(self, name: str) -> None:
        palette = self.palette()
        palette.setColor(QPalette.ColorRole.WindowText, look.paint(name))
        self.setPalette(palette)


class Line(Label):
    """A text that would stand in one line, and breaks where there is less room."""

    def __init__(self, text: str, size: Text = Text.BODY, shade: Shade = Shade.TEXT) -> None:
        super().__init__(text, size, shade, wrap=True)

    def sizeHint(self) -> QSize:
        exact = QFontMetricsF(self.font()).horizontalAdvance  # whole pixels fall short of letters
        wide = ceil(max(map(exact, self.text().splitlines() or [""]))) + 1
        return QSize(wide, self.heightForWidth(wide))
