"""Which printer, how many copies, one side or two, and why again."""

from collections.abc import Sequence

from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLineEdit, QWidget

from caseworker_app.desktop.printing.machine import Sides
from caseworker_app.desktop.printing.presenter import PrintingView
from caseworker_app.desktop.step.editors import CountEdit, Pick
from caseworker_app.desktop.theme import look
from caseworker_app.desktop.theme.tokens import Gap, Shade, Text
from caseworker_app.desktop.tongue import tr
from caseworker_app.desktop.widgets.button import Button, Kind
from caseworker_app.desktop.widgets.card import Card
from caseworker_app.desktop.widgets.field import Field
from caseworker_app.desktop.widgets.flow import Flow
from caseworker_app.desktop.widgets.label import Label
from caseworker_app.workflow.printing import MOST_COPIES

_SIDES = ((Sides.ONE.value, tr("单面")), (Sides.TWO.value, tr("双面")))


class PrinterCard(Card):
    def __init__(self) -> None:
        super().__init__()
        px = look.current().px
        self._printers: tuple[str, ...] = ()
        self._printer = Pick(tr("打印机"), ())
        self._where = Field(tr("打印机"), self._printer)
        self.copies = CountEdit(tr("份数"), tr("份"), MOST_COPIES)
        self.by_form = QCheckBox(tr("按各表要求的份数"))
        self._sides = Pick(tr("单双面"), _SIDES, Sides.ONE.value)
        self.reason = QLineEdit()
        self.reason.setPlaceholderText(tr("如：原件受潮"))
        self._why = Field(tr("重印的原因"), self.reason, required=True)
        self._hint = Label("", Text.SMALL, Shade.SECOND, wrap=True)
        self.print = Button(tr("打印"), Kind.PRIMARY, icon="print", key="Ctrl+P")
        self.save = Button(tr("另存 PDF…"), key="Ctrl+S")
        self.save_all = Button(tr("合成一个 PDF…"), Kind.QUIET, key="Ctrl+Shift+S")
        self.system = Button(tr("系统打印设置…"), Kind.QUIET, key="Ctrl+Shift+P")
        how = QHBoxLayout()
        how.setSpacing(px(Gap.MEDIUM))
        how.addWidget(Field(tr("份数"), self.copies), 1)
        how.addWidget(Field(tr("单双面"), self._sides), 1)
        buttons = QHBoxLayout()
        buttons.setSpacing(px(Gap.SMALL))
        buttons.addWidget(self.save)
        buttons.addWidget(self.print, 1)
        self.add(self._where)
        self.body.addLayout(how)
        for widget in (self.by_form, self._why, self._hint):
            self.add(widget)
        self.body.addLayout(buttons)
        more = QWidget()
        flow = Flow(more, Gap.SMALL)
        for button in (self.save_all, self.system):
            flow.addWidget(button)
        self.add(more)
        self.reason.textChanged.connect(lambda _text: self._why.set_error(""))

    def offer(self, printers: Sequence[str]) -> None:
        """Offer the printers found; the one chosen stays while it is there."""
        if tuple(printers) == self._printers:
            return
        self._printers, chosen = tuple(printers), self._printer.code()
        self._printer.clear()
        for name in printers:
            self._printer.addItem(name, name)
        if chosen in printers:
            self._printer.set_code(chosen)

    def choose(self, printer: str, sides: Sides) -> None:
        """Take over what the system's dialog said."""
        if printer in self._printers:
            self._printer.set_code(printer)
        self._sides.set_code(sides.value)

    def printer(self) -> str:
        return self._printer.code()

    def sides(self) -> Sides:
        return Sides(self._sides.code())

    def hint(self) -> str:
        """Return what stands above the buttons."""
        return self._hint.text()

    def ask_reason(self) -> None:
        self._why.set_error(tr("这份表打印过，请写明重印的原因"))
        self.reason.setFocus()

    def show_view(self, view: PrintingView, number: int) -> None:
        self.copies.set_count(number)
        self._where.setVisible(bool(self._printers))
        self.by_form.setVisible(view.asks_copies)
        self.copies.setEnabled(not (view.asks_copies and self.by_form.isChecked()))
        self.save_all.setEnabled(view.can_bind)
        self._why.setVisible(view.needs_reason)
        self._hint.setText(view.hint)
        self._hint.setVisible(bool(view.hint))
        self.print.setText(view.button)
        self.print.setEnabled(view.can_print)
        self.system.setEnabled(bool(self._printers))
