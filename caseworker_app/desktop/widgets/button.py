"""Buttons: plain, the primary one of a screen, quiet, and dangerous."""

from enum import StrEnum

from PySide6.QtCore import QRectF
from PySide6.QtGui import QKeySequence, QPainter, QPaintEvent, QPen, QShortcut
from PySide6.QtWidgets import QPushButton

from caseworker_app.desktop.theme import icons, look
from caseworker_app.desktop.theme.tokens import Shade, Size
from caseworker_app.desktop.tongue import tr

_INSET = 4


class Kind(StrEnum):
    PLAIN = "plain"
    PRIMARY = "primary"
    QUIET = "quiet"
    DANGER = "danger"


_SHADES = {Kind.PRIMARY: Shade.ON_ACCENT, Kind.QUIET: Shade.ACCENT}


class Button(QPushButton):
    """A button with an icon and a key; the key stands in its tooltip and description.

    The key is a ``QShortcut``: a button's own one clicks a tenth of a second late, and is lost
    with each new text.
    """

    def __init__(
        self, text: str, kind: Kind = Kind.PLAIN, *, icon: str = "", key: str = ""
    ) -> None:
        super().__init__(text)
        self._key = ""
        self._shortcut = QShortcut(self)
        self._shortcut.activated.connect(self.click)
        self.setProperty("kind", kind.value)
        self.setAccessibleName(text)
        self.setAutoDefault(False)
        if icon:
            self.setIcon(icons.icon(icon, _SHADES.get(kind, Shade.SECOND)))
            self.setIconSize(icons.side())
        if key:
            self.set_key(key)

    def setText(self, text: str) -> None:
        super().setText(text)
        self.setAccessibleName(text)
        self._describe()

    def set_kind(self, kind: Kind) -> None:
        """Make a button without an icon another kind of button."""
        if self.property("kind") != kind.value:
            self.setProperty("kind", kind.value)
            self.style().unpolish(self)
            self.style().polish(self)

    def set_key(self, key: str) -> None:
        """Give the button a key such as ``Ctrl+Return``."""
        self._shortcut.setKey(QKeySequence(key))
        self.show_key(key)

    def show_key(self, key: str) -> None:
        """Tell of a key that does the same; the whole window may have it."""
        self._key = QKeySequence(key).toString().replace("Return", "Enter")
        self._describe()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw a ring inside a filled button with the focus: its edge hardly differs from it."""
        super().paintEvent(event)
        if not self.hasFocus() or self.property("kind") != Kind.PRIMARY.value:
            return
        now = look.current()
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(now.shade(Shade.ON_ACCENT), now.px(Size.FOCUS)))
            inset = now.px(_INSET)
            box = QRectF(self.rect()).adjusted(inset, inset, -inset, -inset)
            radius = now.px(Size.RADIUS - 2)
            painter.drawRoundedRect(box, radius, radius)

    def _describe(self) -> None:
        if self._key:
            self.setToolTip(f"{self.text()} ({self._key})")
            self.setAccessibleDescription(tr("快捷键 {key}", key=self._key))
