"""A choice from a short closed list, all words in sight."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QWidget

from caseworker_app.desktop.theme.tokens import Gap
from caseworker_app.desktop.widgets.flow import Flow
from caseworker_app.desktop.widgets.segment import ManySegment, OneSegment


class Choice(QWidget):
    """Exactly one of the options, or none yet. Arrow keys move, Tab leaves."""

    picked = Signal(str)
    """Code of the option the person chose; silent for ``set_code``."""

    def __init__(
        self, options: Sequence[tuple[str, str]], code: str = "", *, quiet: bool = False
    ) -> None:
        """``quiet`` gives light edges and no tick, for a row of filters."""
        super().__init__()
        self._flow = Flow(self, Gap.TINY + 2 if quiet else Gap.SMALL)
        self._group = QButtonGroup(self)
        self._buttons: dict[str, OneSegment] = {}
        self._told = ""
        self._quiet = quiet
        for key, word in options:
            self.add(key, word)
        self._group.buttonToggled.connect(self._tell)
        self.set_code(code)
        first = next(iter(self._buttons.values()), None)
        if first:
            self.setFocusProxy(first)

    def code(self) -> str:
        """Return the code chosen, or empty."""
        return next((code for code, button in self._buttons.items() if button.isChecked()), "")

    def set_code(self, code: str) -> None:
        """Show a choice without telling anybody; empty clears it."""
        self._told = code
        self._group.setExclusive(False)
        for key, button in self._buttons.items():
            button.setChecked(key == code)
        self._group.setExclusive(True)

    def add(self, code: str, word: str) -> None:
        """Offer one more option, after whatever stands here."""
        button = OneSegment(word)
        button.setAccessibleName(word)
        button.setProperty("quiet", self._quiet)
        self._group.addButton(button)
        self._flow.addWidget(button)
        self._buttons[code] = button

    def remove(self, code: str) -> None:
        """Offer an option no longer."""
        button = self._buttons.pop(code)
        self._group.removeButton(button)
        button.hide()
        self._flow.removeWidget(button)
        button.deleteLater()

    def append(self, widget: QWidget) -> None:
        """Put another widget into the same lines."""
        self._flow.addWidget(widget)

    def set_word(self, code: str, word: str) -> None:
        """Change the word of an option, such as a count in it."""
        button = self._buttons[code]
        button.setText(word)
        button.setAccessibleName(word)
        button.updateGeometry()

    def set_offered(self, codes: Sequence[str]) -> None:
        """Show only some of the options; the chosen one always stays."""
        for code, button in self._buttons.items():
            button.setVisible(code in codes or button.isChecked())

    def _tell(self) -> None:
        code = self.code()
        if code and code != self._told:
            self._told = code
            self.setFocusProxy(self._buttons[code])
            self.picked.emit(code)


class ManyChoice(QWidget):
    """Any of the options."""

    picked = Signal(object)
    """Tuple of the codes now chosen, in the order of the options."""

    def __init__(self, options: Sequence[tuple[str, str]], codes: Sequence[str] = ()) -> None:
        super().__init__()
        flow = Flow(self)
        self._buttons: dict[str, ManySegment] = {}
        for key, word in options:
            button = ManySegment(word)
            button.setAccessibleName(word)
            button.clicked.connect(self._tell)
            flow.addWidget(button)
            self._buttons[key] = button
        self.set_codes(codes)
        first = next(iter(self._buttons.values()), None)
        if first:
            self.setFocusProxy(first)

    def codes(self) -> tuple[str, ...]:
        return tuple(code for code, button in self._buttons.items() if button.isChecked())

    def set_codes(self, codes: Sequence[str]) -> None:
        for key, button in self._buttons.items():
            button.setChecked(key in codes)

    def _tell(self) -> None:
        self.picked.emit(self.codes())
