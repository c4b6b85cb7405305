"""What the frame of a visit may ask of every step's page."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QLayout, QWidget
from shiboken6 import delete

from caseworker_app.desktop.theme import look


class StepPage(QWidget):
    """One step of a visit."""

    jump_asked = Signal(str)
    """Path of the unit the person wants to go to, in another step perhaps."""
    moved = Signal()
    """The page went on within itself: the frame looks again at its buttons."""
    failed = Signal(str)
    """A sentence for the person about something that did not work."""
    told = Signal(str)
    """A sentence about something that was done."""
    print_asked = Signal(str)
    """Number of the paper to be printed."""
    warned = Signal(str)
    """A sentence about something that was done and should be looked at once more."""

    def refresh(self) -> None:
        """Show the presenter's view; an editor in use is left alone."""
        raise NotImplementedError

    def begin(self) -> bool:
        """Put the focus where work begins; False where there is only reading."""
        return False

    def jump(self, place: str) -> None:
        """Put the focus where a unit is written."""

    def forward(self) -> bool:
        """Go on within the page; False where the next step follows."""
        return False

    def back(self) -> bool:
        """Go back within the page; False where the step before follows."""
        return False

    def onward(self) -> str:
        """Return the words for where ``forward`` leads, or "" for the next step."""
        return ""

    def where(self) -> str:
        """Return which part of the page is in sight; names nobody."""
        return ""

    def resume(self, where: str) -> None:
        """Show the part ``where`` told of."""


def clear(layout: QLayout) -> None:
    """Take everything out of a layout and let it go, with the layouts within."""
    while (item := layout.takeAt(0)) is not None:
        widget, inner = item.widget(), item.layout()
        if widget is not None:
            widget.hide()
            widget.setParent(None)
            widget.deleteLater()
        elif inner is not None:
            clear(inner)
        delete(item)  # whoever takes an item has it


def rule() -> QFrame:
    """Return a thin line between rows."""
    line = QFrame()
    line.setFixedHeight(1)
    line.setStyleSheet(f"background: {look.current().colours.line}")
    return line
