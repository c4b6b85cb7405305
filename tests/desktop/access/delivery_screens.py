"""The delivery page with all that can stand on it, and the decisions that open over it."""

from collections.abc import Iterator

from PySide6.QtWidgets import QWidget

from caseworker_app.desktop.conflicts.binding import open_over
from caseworker_app.desktop.conflicts.presenter import OWN
from caseworker_app.desktop.delivery.page import DeliveryPage
from caseworker_app.desktop.workbench import DELIVERY
from tests.desktop.access.desk import Desk
from tests.desktop.conflicts.making import TROUBLED, Quarrels
from tests.desktop.delivery.test_rules import NEWS


def delivery(desk: Desk) -> Iterator[tuple[str, QWidget]]:
    page = desk.go(DELIVERY, DeliveryPage)
    yield "delivery", desk.frame
    page._presenter.seen(TROUBLED._replace(rules=NEWS))
    page.refresh()
    desk.settle()
    yield "delivery/troubled", desk.frame
    sheet = open_over(page, tasks=desk.tasks, actions=Quarrels().actions())
    desk.settle()
    yield "delivery/conflict", sheet
    sheet.cards[0].choice.picked.emit(OWN)
    sheet.cards[0]._pick(OWN)
    sheet.decide()
    desk.settle()
    yield "delivery/own", sheet
    sheet.onward.click()
    desk.settle()
    yield "delivery/late", sheet
    sheet.reject()
    sheet = open_over(page, tasks=desk.tasks, actions=Quarrels(()).actions())
    desk.settle()
    yield "delivery/decided", sheet
    sheet.reject()
