"""What the lists are of: the day or a village, which empty form, in which letters."""

from collections.abc import Sequence

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QCheckBox

from caseworker_app.desktop.step.editors import Pick
from caseworker_app.desktop.tongue import tr
from caseworker_app.model.paper import VISIT_FORM
from caseworker_app.workflow.printing import Range


class RangeBar(QObject):
    """Tells of another range as it is picked; the day, the visit form, usual letters at first.

    Its ``parts`` stand in the head of the page.
    """

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.village = Pick(tr("范围"), [("", tr("今天和近期"))])
        self.form = Pick(tr("空白表的种类"), [(VISIT_FORM, tr("入户核查表"))])
        self.large = QCheckBox(tr("大字空白表"))
        self.parts = (self.village, self.form, self.large)
        self.village.picked.connect(lambda _village: self.changed.emit())
        self.form.picked.connect(lambda _form: self.changed.emit())
        self.large.toggled.connect(lambda _on: self.changed.emit())

    def range(self) -> Range:
        return Range(self.village.code(), self.form.code(), is_large=self.large.isChecked())

    def offer(self, ranges: tuple[Sequence[str], Sequence[tuple[str, str]]]) -> None:
        """Offer villages and forms beside the first; what is picked stays while it is there."""
        villages, forms = ranges
        named = [(village, tr("{village}全村", village=village)) for village in villages if village]
        _offer(self.village, named)
        _offer(self.form, [one for one in forms if one[0] != VISIT_FORM])


def _offer(pick: Pick, options: Sequence[tuple[str, str]]) -> None:
    """Offer these after the first option."""
    picked, before = pick.code(), [pick.itemData(n) for n in range(1, pick.count())]
    if before == [code for code, _ in options]:
        return
    while pick.count() > 1:
        pick.removeItem(1)
    for code, word in options:
        pick.addItem(word, code)
    if picked in dict(options):
        pick.set_code(picked)
