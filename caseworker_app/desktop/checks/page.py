"""The three checks: five parts behind one row of words."""

from collections.abc import Callable
from functools import cached_property
from typing import TypeVar

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from caseworker_app.desktop.checks.income_page import IncomePage
from caseworker_app.desktop.checks.living_page import LivingPage
from caseworker_app.desktop.checks.part_page import PartPage
from caseworker_app.desktop.checks.presenter import ChecksPresenter, Part, part_of
from caseworker_app.desktop.checks.property_page import PropertyPage
from caseworker_app.desktop.checks.spending_page import SpendingPage
from caseworker_app.desktop.checks.support_page import SupportPage
from caseworker_app.desktop.step.page import StepPage
from caseworker_app.desktop.step.places import item_of, section_of
from caseworker_app.desktop.theme import look
from caseworker_app.desktop.theme.tokens import Gap
from caseworker_app.desktop.tongue import tr
from caseworker_app.desktop.widgets.button import Button, Kind
from caseworker_app.desktop.widgets.choice import Choice
from caseworker_app.desktop.widgets.flow import Flow
from caseworker_app.desktop.widgets.room import Stack

P = TypeVar("P", bound=PartPage)

_BESIDE = 810
"""Width at scale 1 from which the buttons stand beside the parts."""


class ChecksPage(StepPage):
    """A part is built when it is first gone to; only the one in sight is shown anew."""

    def __init__(self, presenter: ChecksPresenter) -> None:
        super().__init__()
        self._presenter = presenter
        self.tabs = Choice([(tab.part.value, tab.zh) for tab in presenter.tabs()])
        self.same_button = Button(tr("本项无变化"), key="F6")
        self.all_same_button = Button(tr("三核查都无变化"), Kind.QUIET, key="Ctrl+F6")
        self._head = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._stack = Stack()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look.current().px(Gap.MEDIUM))
        column.addLayout(self._head)
        column.addWidget(self._stack, 1)
        self._lay_out_head()
        self.same_button.clicked.connect(lambda: self._same(self._presenter.unchanged))
        self.all_same_button.clicked.connect(lambda: self._same(self._presenter.all_unchanged))
        self.tabs.picked.connect(lambda code: self.show_part(Part(code)))
        self.show_part(presenter.part)

    @cached_property
    def income(self) -> IncomePage:
        return self._added(IncomePage(self._presenter.income))

    @cached_property
    def support(self) -> SupportPage:
        return self._added(SupportPage(self._presenter.support))

    @cached_property
    def spending(self) -> SpendingPage:
        return self._added(SpendingPage(self._presenter.spending))

    @cached_property
    def living(self) -> LivingPage:
        presenter = self._presenter
        return self._added(LivingPage(presenter.living, presenter.neighbours))

    @cached_property
    def assets(self) -> PropertyPage:
        page = self._added(PropertyPage(self._presenter.property))
        page.asked.connect(self.jump_asked)
        return page

    @property
    def part(self) -> Part:
        """The part in sight."""
        return self._presenter.part

    def refresh(self) -> None:
        self._page().refresh()

    def show_part(self, part: Part) -> None:
        self._presenter.part = part
        self.tabs.set_code(part.value)
        self._stack.setCurrentWidget(self._page())
        self.refresh()
        self.moved.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        beside = event.size().width() >= look.current().px(_BESIDE)
        sides = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        self._head.setDirection(sides[0] if beside else sides[1])

    def begin(self) -> bool:
        self._focus_part()
        return True

    def jump(self, place: str) -> None:
        part = part_of(place)
        if part is None:
            return
        self.show_part(part)
        if section_of(place) == "reasons":
            self._page().focus_reason()
            return
        self._page().focus_unit(item_of(place), place.rpartition("/")[2])

    def forward(self) -> bool:
        return self._go(1)

    def back(self) -> bool:
        return self._go(-1)

    def onward(self) -> str:
        parts = list(Part)
        following = parts[parts.index(self._presenter.part) + 1 :]
        return tr("下一项：{word}", word=following[0].zh) if following else ""

    def where(self) -> str:
        return self._presenter.part.value

    def resume(self, where: str) -> None:
        self.show_part(Part(where))

    def _lay_out_head(self) -> None:
        acts = QWidget()
        flow = Flow(acts, Gap.SMALL)
        flow.addWidget(self.same_button)
        flow.addWidget(self.all_same_button)
        self._head.setSpacing(look.current().px(Gap.SMALL))
        self._head.addWidget(self.tabs, 1)
        self._head.addWidget(acts)

    def _same(self, act: Callable[[], str]) -> None:
        self.told.emit(act())

    def _go(self, distance: int) -> bool:
        if not self._presenter.go(distance):
            return False
        self.show_part(self._presenter.part)
        self._focus_part()
        return True

    def _focus_part(self) -> None:
        self._page().focus()

    def _page(self) -> PartPage:
        match self._presenter.part:
            case Part.INCOME:
                return self.income
            case Part.SUPPORT:
                return self.support
            case Part.SPENDING:
                return self.spending
            case Part.LIVING:
                return self.living
            case Part.PROPERTY:
                return self.assets

    def _added(self, page: P) -> P:
        self._stack.addWidget(page)
        return page
