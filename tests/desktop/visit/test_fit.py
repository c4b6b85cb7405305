import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from caseworker_app.desktop.checks.page import ChecksPage
from caseworker_app.desktop.checks.presenter import Part
from caseworker_app.desktop.comparison.page import ComparisonPage
from caseworker_app.desktop.step.places import Step
from caseworker_app.desktop.tasks import Tasks
from caseworker_app.desktop.theme import style
from caseworker_app.desktop.theme.look import Look
from tests.desktop.screen import show
from tests.desktop.table import Memory
from tests.desktop.truncation import cut_texts
from tests.desktop.visiting import visit_page


@pytest.mark.parametrize(
    ("scale", "width"), [(1.0, 1182), (1.5, 1182), (1.5, 1736), (2.0, 1182), (2.0, 1736)]
)
def test_that_no_word_is_cut_in_any_step(
    qtbot: QtBot, lettered: QApplication, tasks: Tasks, scale: float, width: int
) -> None:
    style.apply(lettered, Look(scale=scale))
    page = visit_page(tasks, Memory())
    page.resize(width, 768)
    show(qtbot, page)
    comparison, checks = page.pages[Step.COMPARISON], page.pages[Step.CHECKS]
    assert isinstance(comparison, ComparisonPage)
    assert isinstance(checks, ChecksPage)
    for step in list(Step)[:5]:
        page.go(step)
        qtbot.wait(20)
        assert cut_texts(page) == []
    page.go(Step.COMPARISON)
    comparison.open("CL01:r-car")
    qtbot.wait(20)
    assert cut_texts(page) == []
    comparison.open_found()
    assert comparison.editor
    comparison.editor.value_typed.emit("浙A8Y8")
    qtbot.wait(20)
    assert cut_texts(page) == []
    comparison.keep_found()
    qtbot.waitUntil(lambda: comparison.editor is None)
    qtbot.wait(20)
    assert cut_texts(page) == []
    page.go(Step.CHECKS)
    for part in Part:
        checks.show_part(part)
        qtbot.wait(20)
        assert cut_texts(page) == []
    assert page.rect().width() == width


def test_that_large_letters_fold_the_side_card_into_a_line(
    qtbot: QtBot, lettered: QApplication, tasks: Tasks
) -> None:
    style.apply(lettered, Look(scale=1.5))
    page = visit_page(tasks, Memory())
    page.resize(1182, 768)
    show(qtbot, page)
    assert page.side.isHidden()
    assert "月人均收入" in page.brief.text()
    page.resize(1736, 768)
    qtbot.waitUntil(page.side.isVisible)
    assert page.brief.isHidden()
