"""The card of a sealed determination: recompute, and say what came of it."""

from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from caseworker_app.desktop.determination.again import AgainPresenter
from caseworker_app.desktop.determination.page import DeterminationPage
from caseworker_app.desktop.determination.presenter import DeterminationPresenter
from caseworker_app.desktop.tasks import Tasks
from caseworker_app.desktop.theme.tokens import Tone
from caseworker_app.desktop.widgets.label import Label
from caseworker_app.errors import UserError
from caseworker_app.model.codes import Stage
from caseworker_app.wire.replay_words import Difference
from tests.desktop.screen import show
from tests.desktop.table import CLEAN, PACK, Memory, dossier, replay_of, visit_of

AMOUNT = Difference("/monthly", "每月金额", "977 元", "1,137 元")
GROUNDS = Difference("/reason/articles", "说明 › 依据条文", "IM-9、DBM-31", "IM-9、DBM-32")


def _presenter(memory: Memory, stage: Stage = Stage.SEALED) -> AgainPresenter:
    file = dossier(CLEAN)
    case = memory.case(file, replace(visit_of(file), stage=stage))
    return DeterminationPresenter(case).again


def _page(qtbot: QtBot, memory: Memory, tasks: Tasks) -> DeterminationPage:
    file = dossier(CLEAN)
    case = memory.case(file, replace(visit_of(file), stage=Stage.VISITING))
    page = DeterminationPage(DeterminationPresenter(case), tasks)
    case.watch(page.refresh)
    page.resize(860, 620)
    show(qtbot, page)
    assert page.again.isHidden()
    case.sealed("330199-2026-F01-000427")
    return page


def _texts(page: DeterminationPage) -> list[str]:
    return [label.text() for label in page.again.findChildren(Label) if not label.isHidden()]


def test_that_an_open_visit_has_nothing_to_recompute(memory: Memory) -> None:
    assert not _presenter(memory, Stage.SIGNED).view().is_sealed
    assert _presenter(memory, Stage.RETURNED).view().is_sealed


def test_that_equality_is_told_with_pack_hash_and_day(memory: Memory) -> None:
    presenter = _presenter(memory)
    assert presenter.view().result is None
    presenter.seen(presenter.work())

    view = presenter.view()
    assert view.result is not None
    assert (view.result.text, view.result.tone) == ("与封存时逐字节一致", Tone.GREEN)
    assert view.line == f"规则包 {PACK.id} · 摘要 {PACK.hash[:16]} · 认定日 2026年11月22日"
    assert view.rows == ()


def test_that_differences_are_listed_with_citations_instead_of_codes(memory: Memory) -> None:
    memory.replayed = replay_of(AMOUNT, GROUNDS)
    presenter = _presenter(memory)
    presenter.seen(presenter.work())

    view = presenter.view()
    assert view.result is not None
    assert view.result.tone is Tone.RED
    assert [row.what for row in view.rows] == ["每月金额", "说明 › 依据条文"]
    assert view.rows[1].stored == "《最低生活保障审核确认办法》第三十一条"
    assert view.rows[1].recomputed == "《最低生活保障审核确认办法》第三十二条"


def test_that_another_wording_is_no_alarm_and_a_long_list_is_cut(memory: Memory) -> None:
    memory.replayed = replay_of(*[GROUNDS] * 33)
    presenter = _presenter(memory)
    presenter.seen(presenter.work())

    view = presenter.view()
    assert view.result is not None
    assert view.result.tone is Tone.YELLOW
    assert view.result.text == "结论和金额与封存时一致，说明有 33 处不同"
    assert len(view.rows) == 30
    assert view.more.startswith("另有 3 处")


def test_that_the_button_recomputes_by_key_and_shows_the_answer(
    qtbot: QtBot, memory: Memory, tasks: Tasks
) -> None:
    page = _page(qtbot, memory, tasks)
    page.again.button.setFocus()
    QTest.keyClick(page.again.button, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: not page.again.result.isHidden())
    assert page.again.button.hasFocus()

    memory.replayed = replay_of(AMOUNT)
    page.again.ask()
    qtbot.waitUntil(lambda: "1,137 元" in _texts(page))
    assert {"封存时", "重算为", "每月金额", "977 元"} <= set(_texts(page))


def test_that_a_missing_pack_is_told_in_the_frame(
    qtbot: QtBot, memory: Memory, tasks: Tasks
) -> None:
    page = _page(qtbot, memory, tasks)
    memory.replayed = UserError("本机没有这个规则包。")

    with qtbot.waitSignal(page.failed) as told:
        page.again.ask()

    assert told.args == ["本机没有这个规则包。"]
    assert page.again.result.isHidden()
