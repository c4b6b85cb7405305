"""What is dropped on a field of a visit belongs to that field."""

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from caseworker_app.desktop.checks.living_page import LivingPage
from caseworker_app.desktop.checks.page import ChecksPage
from caseworker_app.desktop.checks.presenter import Part
from caseworker_app.desktop.comparison.page import ComparisonPage
from caseworker_app.desktop.evidence.sheet import Sheet
from caseworker_app.desktop.household.page import HouseholdPage
from caseworker_app.desktop.step.places import Step
from caseworker_app.desktop.tasks import Tasks
from caseworker_app.desktop.visit.page import VisitPage
from caseworker_app.intake.photo import draw_sketch
from tests.desktop.screen import show
from tests.desktop.table import Memory
from tests.desktop.visiting import visit_page

CAR = "CL01:r-car"


@pytest.fixture
def page(qtbot: QtBot, tasks: Tasks, memory: Memory) -> VisitPage:
    page = visit_page(tasks, memory)
    page.resize(1180, 900)
    show(qtbot, page)
    return page


def drop(page: VisitPage, on: QWidget, file: Path) -> None:
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(file))])
    at = on.mapTo(page, QPoint(4, on.rect().height() // 2))
    event = QDropEvent(
        QPointF(at),
        Qt.DropAction.CopyAction,
        mime,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    page.dropEvent(event)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "a.jpg"
    path.write_bytes(draw_sketch("厨房", 1))
    return path


def test_that_a_part_of_the_checks_is_built_when_it_is_gone_to(page: VisitPage) -> None:
    page.go(Step.CHECKS)
    checks = page.pages[Step.CHECKS]
    assert isinstance(checks, ChecksPage)
    assert not checks.findChildren(LivingPage)

    checks.show_part(Part.LIVING)

    edits = checks.living.findChildren(QLineEdit)
    assert edits
    assert not any(edit.acceptDrops() for edit in edits)  # they would write the path of a photo


def test_that_a_photo_dropped_on_a_question_proves_it(
    qtbot: QtBot, page: VisitPage, file: Path
) -> None:
    page.go(Step.CHECKS)
    checks = page.pages[Step.CHECKS]
    assert isinstance(checks, ChecksPage)
    checks.show_part(Part.LIVING)
    QTest.qWait(20)
    drop(page, checks.living.choices["kitchen"], file)
    qtbot.waitUntil(lambda: len(page.case.visit.attachments) == 1)
    assert page.case.visit.attachments[0].bound_to == "/living/kitchen"
    assert page.case.visit.attachments[0].caption == "厨房"
    assert "已收下" in page.banner.text()


def test_that_a_photo_dropped_on_a_difference_is_its_proof(
    qtbot: QtBot, page: VisitPage, file: Path
) -> None:
    page.go(Step.COMPARISON)
    comparison = page.pages[Step.COMPARISON]
    assert isinstance(comparison, ComparisonPage)
    QTest.qWait(20)
    drop(page, comparison.listing.rows[CAR], file)
    qtbot.waitUntil(lambda: page.case.explanation(CAR).evidence == ("a1",))


def test_that_a_photo_dropped_on_a_member_proves_what_is_asked_of_him(
    qtbot: QtBot, page: VisitPage, file: Path
) -> None:
    household = page.pages[Step.HOUSEHOLD]
    assert isinstance(household, HouseholdPage)
    drop(page, household.members["m2"], file)
    qtbot.waitUntil(lambda: len(page.case.visit.attachments) == 1)
    assert page.case.visit.attachments[0].bound_to == "/members/#m2/disability"


def test_that_the_sheet_opens_by_one_key_at_the_field_one_comes_from(
    qtbot: QtBot, page: VisitPage
) -> None:
    page.go(Step.CHECKS)
    checks = page.pages[Step.CHECKS]
    assert isinstance(checks, ChecksPage)
    checks.show_part(Part.LIVING)
    bedding = checks.living.choices["bedding"]
    bedding.setFocus()
    QTest.qWait(20)
    QTest.keyClick(page, Qt.Key.Key_E, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: page.findChild(Sheet) is not None)
    sheet = page.findChild(Sheet)
    assert sheet
    assert sheet.presenter.current == "+/living/bedding"
