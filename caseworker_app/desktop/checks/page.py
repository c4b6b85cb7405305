"""The three checks: five parts behind one row of words."""

from PySide6.QtWidgets import QStackedWidget, QVBoxLayout

from caseworker_app.desktop.checks.income_page import IncomePage
from caseworker_app.desktop.checks.living_page import LivingPage
from caseworker_app.desktop.checks.part_page import PartPage
from caseworker_app.desktop.checks.presenter import ChecksPresenter, Part, part_of
from caseworker_app.desktop.checks.property_page import PropertyPage
from caseworker_app.desktop.checks.spending_page import SpendingPage
from caseworker_app.desktop.checks.support_page import SupportPage
from caseworker_app.desktop.step.page import StepPage
from caseworker_app.desktop.step.places import item_of
from caseworker_app.desktop.theme import look
from caseworker_app.desktop.theme.tokens import Gap
from caseworker_app.desktop.widgets.choice import Choice


class ChecksPage(StepPage):
    """Only the part in sight is shown anew while typing."""

    def __init__(self, presenter: ChecksPresenter) -> None:
        super().__init__()
        self._presenter = presenter
        self.income = IncomePage(presenter.income)
        self.support = SupportPage(presenter.support)
        self.spending = SpendingPage(presenter.spending)
        self.living = LivingPage(presenter.living, presenter.neighbours)
        self.assets = PropertyPage(presenter.property)
        self._pages: dict[Part, PartPage] = {
            Part.INCOME: self.income,
            Part.SUPPORT: self.support,
            Part.SPENDING: self.spending,
            Part.LIVING: self.living,
            Part.PROPERTY: self.assets,
        }
        self.tabs = Choice([(tab.part.value, tab.zh) for tab in presenter.tabs()])
        self._stack = QStackedWidget()
        for page in self._pages.values():
            self._stack.addWidget(page)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look.current().px(Gap.MEDIUM))
        column.addWidget(self.tabs)
        column.addWidget(self._stack, 1)
        self.tabs.picked.connect(lambda code: self.show_part(Part(code)))
        self.assets.asked.connect(self.jump_asked)
        self.show_part(presenter.part)

    def refresh(self) -> None:
        self._pages[self._presenter.part].refresh()

    def show_part(self, part: Part) -> None:
        self._presenter.part = part
        self.tabs.set_code(part.value)
        self._stack.setCurrentWidget(self._pages[part])
        self.refresh()
        self.moved.emit()

    def begin(self) -> bool:
        self._focus_part()
        return True

    def jump(self, place: str) -> None:
        part = part_of(place)
        if part is None:
            return
        self.show_part(part)
        self._pages[part].focus_unit(item_of(place), place.rpartition("/")[2])

    def forward(self) -> bool:
        return self._go(1)

    def back(self) -> bool:
        return self._go(-1)

    def onward(self) -> str:
        parts = list(Part)
        following = parts[parts.index(self._presenter.part) + 1 :]
        return f"下一项：{following[0].zh}" if following else ""

    def _go(self, distance: int) -> bool:
        if not self._presenter.go(distance):
            return False
        self.show_part(self._presenter.part)
        self._focus_part()
        return True

    def _focus_part(self) -> None:
        self._pages[self._presenter.part].focus()
