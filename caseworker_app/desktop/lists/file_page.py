"""Step 1: which file, what list, whose, as of which day."""

from datetime import date

from PySide6.QtCore import QDate, Signal
from PySide6.QtWidgets import QDateEdit, QGridLayout, QLineEdit, QVBoxLayout, QWidget

from caseworker_app.desktop.lists.drop_zone import DropZone
from caseworker_app.desktop.lists.wizard import Wizard
from caseworker_app.desktop.step import words
from caseworker_app.desktop.step.editors import fill
from caseworker_app.desktop.theme import look
from caseworker_app.desktop.theme.tokens import Gap
from caseworker_app.desktop.tongue import tr
from caseworker_app.desktop.widgets.card import Card
from caseworker_app.desktop.widgets.choice import Choice
from caseworker_app.desktop.widgets.field import Field
from caseworker_app.desktop.widgets.scroll import Scroll
from caseworker_app.workflow.register_list import ListFile, ListKind

_GUESSED = tr("按表头认出，可以改")
_UNKNOWN = tr("从表头看不出来，请选一种")


class FilePage(QWidget):
    """Everything guessed from the file can be put right here."""

    kind_picked = Signal(str)
    department_named = Signal(str)
    dated = Signal(object)
    """A date."""

    def __init__(self, kinds: tuple[ListKind, ...]) -> None:
        super().__init__()
        self.drop = DropZone()
        self.kind = Choice([(one.code, one.title) for one in kinds])
        self.department = QLineEdit()
        self.as_of = QDateEdit()
        self.as_of.setCalendarPopup(True)
        self.as_of.setDisplayFormat(tr("yyyy年M月d日"))
        self._kind = Field(tr("名单种类"), self.kind, required=True)
        self._department = Field(
            tr("提供的部门"), self.department, hint=tr("写进每条数据的来源"), required=True
        )
        self._as_of = Field(tr("数据截至"), self.as_of, required=True)
        self.card = self._card()
        scroll = Scroll()
        scroll.body.addWidget(self.drop)
        scroll.body.addWidget(self.card)
        scroll.body.addStretch()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(scroll)
        self.kind.picked.connect(self.kind_picked)
        self.department.textEdited.connect(self.department_named)
        self.as_of.userDateChanged.connect(self._tell_day)

    def show_wizard(self, wizard: Wizard) -> None:
        file = wizard.file
        self.card.setVisible(file is not None)
        if file is None:
            self.drop.ask()
            return
        self.drop.has(file.found.path.name, _described(file))
        self.kind.set_code(wizard.kind)
        self._kind.set_hint(_GUESSED if file.kind else _UNKNOWN)
        fill(self.department, wizard.department)
        day = wizard.as_of
        self._show_day(day)
        changed = day != file.as_of
        self._as_of.set_hint(tr("按您填的日期") if changed else file.as_of_reason)

    def begin(self) -> None:
        if self.card.isVisible():
            (self.department if self.kind.code() else self.kind).setFocus()
        else:
            self.drop.button.setFocus()

    def _card(self) -> Card:
        px = look.current().px
        card = Card(tr("这是什么名单"))
        grid = QGridLayout()
        grid.setHorizontalSpacing(px(Gap.LARGE))
        grid.setVerticalSpacing(px(Gap.MEDIUM))
        grid.addWidget(self._kind, 0, 0, 1, 2)
        grid.addWidget(self._department, 1, 0)
        grid.addWidget(self._as_of, 1, 1)
        grid.setColumnStretch(0, 3)
        grid.setColumnStretch(1, 2)
        card.body.addLayout(grid)
        card.hide()
        return card

    def _show_day(self, day: date) -> None:
        self.as_of.blockSignals(True)
        self.as_of.setDate(QDate(day.year, day.month, day.day))
        self.as_of.blockSignals(False)

    def _tell_day(self, day: QDate) -> None:
        self.dated.emit(date(day.year(), day.month(), day.day()))


def _described(file: ListFile) -> str:
    found = file.found
    parts = [words.size(found.size)]
    if found.sheet:
        parts.append(tr("工作表“{sheet}”", sheet=found.sheet))
    if found.headings:
        parts.append(
            tr(
                "表头在第 {heading_row} 行，{n} 列",
                heading_row=found.heading_row,
                n=len(found.headings),
            )
        )
    if found.total:
        parts.append(tr("约 {max:,} 行", max=max(0, found.total - found.heading_row)))
    if found.also_fitting:
        named = tr("、").join(found.also_fitting)
        parts.append(tr("另有工作表“{named}”也像名单，没有读，请另存后再导入", named=named))
    return " · ".join(parts)
