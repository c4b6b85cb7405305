"""The line of views and chips above the list: by what it is narrowed, and under which name."""

from collections.abc import Mapping, Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from caseworker_app.desktop.tongue import tr
from caseworker_app.desktop.widgets.button import Button, Kind
from caseworker_app.desktop.widgets.choice import Choice
from caseworker_app.desktop.widgets.filter_chip import FilterChip, Line
from caseworker_app.desktop.worklist import presenter
from caseworker_app.desktop.worklist.presenter import Facet, Option, View, Wanted

_SAVED = "saved:"


class FilterBar(QWidget):
    """Views to choose from, chips to set, a button that keeps the two under a name."""

    picked = Signal(object)
    """The Wanted now asked for; its text is the one typed before."""
    asked = Signal(object)
    """The Facet whose chip was opened: its options are to be counted."""
    saving = Signal()
    removing = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._wanted = Wanted()
        self._saved: dict[str, Wanted] = {}
        self._name = ""
        self.views = Choice([(view.name, view.value) for view in View], View.ALL.name, quiet=True)
        self.views.setAccessibleName(tr("视图"))
        self.views.picked.connect(self._pick)
        self.chips = {
            facet: FilterChip(facet.value, f"Ctrl+{number}", partial(self.asked.emit, facet))
            for number, facet in enumerate(Facet, 1)
        }
        for facet, chip in self.chips.items():
            chip.picked.connect(partial(self._narrow, facet))
            self.views.append(chip)
        self.clear = Button(tr("清除"), Kind.QUIET, key="Ctrl+Backspace")
        self.clear.clicked.connect(self._clear)
        self.keep = Button(tr("存为视图"), Kind.QUIET, key="Ctrl+S")
        self.keep.clicked.connect(self._keep)
        for button in (self.clear, self.keep):
            self.views.append(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.views)
        self.show_wanted(Wanted())
        self.views.set_offered([View.ALL.name])

    def show_wanted(self, wanted: Wanted) -> None:
        """Show what is asked for, without telling anybody."""
        self._wanted = wanted
        bare = Wanted(view=wanted.view, chosen=wanted.chosen)
        self._name = next((n for n, saved in self._saved.items() if saved == wanted), "")
        self._name = self._name or next((n for n, s in self._saved.items() if s == bare), "")
        self.views.set_code(f"{_SAVED}{self._name}" if self._name else wanted.view.name)
        for facet, chip in self.chips.items():
            chip.say(presenter.chip_word(facet, wanted), narrows=facet in wanted.chosen)
        self.clear.setVisible(bool(wanted.chosen))
        self.keep.setText(tr("删除视图") if self._name else tr("存为视图"))
        self.keep.setVisible(wanted.is_narrow)

    def show_counts(self, counts: Mapping[View, int]) -> None:
        offered = {view.name for view in presenter.offered(counts)}
        for view in View:
            self.views.set_word(view.name, presenter.view_word(view, counts))
        self.views.set_offered([*offered, *(f"{_SAVED}{name}" for name in self._saved)])

    def show_saved(self, saved: Mapping[str, Wanted]) -> None:
        for name in [name for name in self._saved if name not in saved]:
            self.views.remove(f"{_SAVED}{name}")
        for name in saved:
            if name not in self._saved:
                self.views.add(f"{_SAVED}{name}", name)
        self._saved = dict(saved)
        self.show_wanted(self._wanted)

    def show_options(self, facet: Facet, options: Sequence[Option]) -> None:
        chosen = self._wanted.chosen.get(facet, frozenset())
        lines = [Line(option.code, option.word, option.count) for option in options]
        known = {line.code for line in lines}
        gone = [Line(code, presenter.word(facet, code), 0) for code in sorted(chosen - known)]
        self.chips[facet].show_lines([*lines, *gone], chosen)

    def _pick(self, code: str) -> None:
        if code.startswith(_SAVED):
            wanted = self._saved[code.removeprefix(_SAVED)]
        else:
            chosen = {} if self._name else self._wanted.chosen
            wanted = Wanted(self._wanted.text, View[code], chosen)
        self._ask(wanted)

    def _narrow(self, facet: Facet, codes: tuple[str, ...]) -> None:
        self._ask(self._wanted.choosing(facet, codes))

    def _clear(self) -> None:
        self._ask(Wanted(self._wanted.text, self._wanted.view))

    def _keep(self) -> None:
        if self._name:
            self.removing.emit(self._name)
        else:
            self.saving.emit()

    def _ask(self, wanted: Wanted) -> None:
        self.show_wanted(wanted)
        self.picked.emit(wanted)
