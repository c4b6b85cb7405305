"""Which field of a visit a point of the screen belongs to, for what is dropped there."""

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QWidget

from caseworker_app.desktop.checks.living_page import LivingPage
from caseworker_app.desktop.checks.page import ChecksPage
from caseworker_app.desktop.checks.presenter import Part
from caseworker_app.desktop.comparison.page import ComparisonPage
from caseworker_app.desktop.household.page import HouseholdPage
from caseworker_app.desktop.step.page import StepPage

_PLACES = {Part.INCOME: "/incomes", Part.SPENDING: "/rigid", Part.PROPERTY: "/property"}


def place_at(page: StepPage, at: QPoint) -> str:
    """Return the path or the difference at a point of a step's page, or ""."""
    if isinstance(page, ComparisonPage):
        return page.open_difference() or _under(page, at, dict(page.listing.rows))
    if isinstance(page, HouseholdPage):
        return _under(page, at, {f"/members/#{key}": w for key, w in page.members.items()})
    if isinstance(page, ChecksPage):
        return _of_checks(page, at)
    return ""


def place_of_focus(page: StepPage) -> str:
    """Return the place of the editor with the focus, or ""."""
    now = QApplication.focusWidget()
    if now is None or not page.isAncestorOf(now):
        return place_at(page, QPoint(-1, -1))
    return place_at(page, now.mapTo(page, now.rect().center()))


def pass_on(page: StepPage) -> None:
    """Have editors pass on what is dropped: they would write the path of a photo."""
    for editor in (*page.findChildren(QLineEdit), *page.findChildren(QPlainTextEdit)):
        editor.setAcceptDrops(False)


def _of_checks(page: ChecksPage, at: QPoint) -> str:
    if page.part is Part.LIVING:
        return _living(page.living, page.living.mapFrom(page, at))
    return _PLACES.get(page.part, "")


def _living(page: LivingPage, at: QPoint) -> str:
    """Return the question in whose line a point lies."""
    fields: dict[str, QWidget] = {**page.choices, **page.texts, "leak": page.leak}
    return _under(page, at, {f"/living/{name}": widget for name, widget in fields.items()})


def _under(page: QWidget, at: QPoint, widgets: dict[str, QWidget]) -> str:
    """Return the place whose widget stands at the height of a point."""
    for place, widget in widgets.items():
        top = widget.mapTo(page, QPoint(0, 0)).y()
        if widget.isVisible() and top <= at.y() < top + widget.rect().height():
            return place
    return ""
