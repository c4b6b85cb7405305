"""The way from a sealed visit to the papers that follow from it."""

from PySide6.QtCore import Signal

from caseworker_app.desktop.step.case import Case
from caseworker_app.desktop.tongue import tr
from caseworker_app.desktop.widgets.button import Button, Kind


class PapersButton(Button):
    """In sight once the visit is sealed."""

    asked = Signal(str, str)
    """Household and visit whose papers are wanted."""

    def __init__(self, case: Case) -> None:
        super().__init__(tr("文书"), Kind.QUIET, icon="document_text", key="Ctrl+B")
        self.setAccessibleName(tr("这一户要出的文书"))
        self._case = case
        case.watch(self._look)
        self.clicked.connect(self._ask)
        if case.is_open:  # shown before it stands anywhere, it would be a window of its own
            self.hide()

    def _look(self) -> None:
        self.setVisible(not self._case.is_open)

    def _ask(self) -> None:
        self.asked.emit(self._case.visit.household.id, self._case.visit.id)
