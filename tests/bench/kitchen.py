"""One visit as it goes in a kitchen: every step walked, most fields typed into, photos, ink."""

from collections.abc import Iterator, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QApplication

from caseworker_app.desktop.checks.page import ChecksPage
from caseworker_app.desktop.comparison.answer import AnswerButton
from caseworker_app.desktop.comparison.page import ComparisonPage
from caseworker_app.desktop.determination.page import DeterminationPage
from caseworker_app.desktop.household.page import HouseholdPage
from caseworker_app.desktop.signing.page import SigningPage
from caseworker_app.desktop.step.places import Step
from caseworker_app.desktop.widgets.dialogs import QuestionDialog
from caseworker_app.desktop.widgets.grid.grid import Grid
from caseworker_app.model.codes import Stage
from tests.bench.person import CTRL, Doing, Person, dropped

TOLD = "shuo qi zhe jian shi, dang chang chu shi le cai liao, yi wen ming"
SEEN = "zheng qi gan jing, mi liang chong zu"
_SIGNERS = ("member", "investigator1", "investigator2")


def visit(who: Person, photos: Sequence[Path], told: str = TOLD, seen: str = SEEN) -> Doing:
    """Fill the open visit in and go as far as the signatures; photos come in while one types."""
    waiting = iter(photos)
    yield from household(who)
    yield from comparison(who, waiting, told)
    yield from checks(who, waiting, seen)
    yield from determination(who, told)


def household(who: Person) -> Doing:
    who.at = "household"
    yield from who.go(Step.HOUSEHOLD)
    page = who.page(Step.HOUSEHOLD, HouseholdPage)
    who.press(Qt.Key.Key_F2)  # everybody was met
    yield 40
    who.click(next(iter(page.members.values())).present_button)
    yield 40
    who.press(Qt.Key.Key_Return, CTRL)
    yield 40


def comparison(who: Person, photos: Iterator[Path], told: str) -> Doing:
    who.at = "comparison"
    page = who.page(Step.COMPARISON, ComparisonPage)
    yield from who.go(Step.COMPARISON)
    for row in list(page.listing.rows):
        who.at = "difference opened"
        page.open(row)
        yield 60
        assert page.detail is not None
        buttons = page.detail.findChildren(AnswerButton)
        aside = [button for button in buttons if "不计入" in button.accessibleName()]
        who.at = "difference answered"
        who.click((aside or buttons)[0])
        yield 40
        who.at = "explanation typed"
        photo = next(photos, None)
        if photo:
            who.visit.evidence.desk.take(dropped(photo), row)
        yield from who.write(page.detail.text_edit, told)
    page.close_detail() if page.detail else None
    yield 40


def checks(who: Person, photos: Iterator[Path], seen: str) -> Doing:
    who.at = "checks opened"
    yield from who.go(Step.CHECKS)
    page = who.page(Step.CHECKS, ChecksPage)
    yield 60
    for name in ("income", "support", "spending", "living", "assets"):
        who.at = f"{name} typed"
        photo = next(photos, None)
        if photo:
            who.visit.evidence.desk.take(dropped(photo), "")
        if name == "income":
            yield from _sheet(who, page.income.grid, "amount")
        elif name == "spending":
            yield from _sheet(who, page.spending.living, "monthly")
        elif name == "living":
            yield from _living(who, page, seen)
        who.at = f"{name} left"
        who.press(Qt.Key.Key_Return, CTRL)
        yield 60


def _sheet(who: Person, grid: Grid, column: str) -> Doing:
    """Type each amount that stands in a sheet once more, and a few pence of it anew."""
    for row in list(grid.table.cells.rows):
        cells = grid.table.cells
        cell = cells.cell(cells.number(row.id), cells.column(column))
        if cell.kind is None:
            continue
        grid.focus(row.id, column)
        yield from who.spell(cell.typed or "0")
        who.press(Qt.Key.Key_Return)
        yield who.pace


def _living(who: Person, page: ChecksPage, seen: str) -> Doing:
    choice = page.living.choices["impression"]
    words = choice.findChildren(QAbstractButton)
    who.click(next(b for b in words if b.accessibleName() == "与申报一致"))
    yield 30
    for edit in page.living.texts.values():
        yield from who.write(edit, seen)
    yield from who.write(page.living.note, seen)


def determination(who: Person, told: str) -> Doing:
    who.at = "determination opened"
    yield from who.go(Step.DETERMINATION)
    page = who.page(Step.DETERMINATION, DeterminationPage)
    yield 60
    who.at = "opinion typed"
    yield from who.write(page.opinion, told)


def sign(who: Person) -> Doing:
    """Draw three signatures and seal; everything is saved and printed when it ends."""
    who.at = "signing opened"
    yield from who.go(Step.SIGNING)
    page = who.page(Step.SIGNING, SigningPage)
    yield 60
    for role in _SIGNERS:
        card = page.cards[role]
        who.at = "ink"
        yield from who.draw(card.pad)
        who.click(card.confirm)
        yield partial(_has_signed, who, role)
    yield page.seal_button.isEnabled
    who.at = "sealing asked"
    who.click(page.seal_button)
    yield lambda: isinstance(QApplication.activeModalWidget(), QuestionDialog)
    question = QApplication.activeModalWidget()
    assert isinstance(question, QuestionDialog)
    who.click(question.confirm)
    yield lambda: QApplication.activeModalWidget() is None


def is_sealed(who: Person) -> bool:
    return who.visit.case.visit.stage is not Stage.DETERMINED and not who.visit.case.is_open


def _has_signed(who: Person, role: str) -> bool:
    return any(signature.id == role for signature in who.visit.case.visit.signatures)
