"""A visit that reduces is sealed; its notice is written, issued, printed, made void, by hand."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import partial
from pathlib import Path

import pypdfium2
import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from caseworker_app.demo.clock import DAY, DemoClock
from caseworker_app.demo.township import make_township
from caseworker_app.demo.visiting import carry_out
from caseworker_app.desktop.app import Frame
from caseworker_app.desktop.papers.desk import PAPERS, PRINTING
from caseworker_app.desktop.rounds import LIST
from caseworker_app.desktop.tasks import Tasks
from caseworker_app.desktop.theme import fonts, style
from caseworker_app.desktop.theme.look import Look
from caseworker_app.desktop.window import Window
from caseworker_app.desktop.workbench import Workbench
from caseworker_app.model.codes import Action
from caseworker_app.store.household import AssignedHousehold, save_all
from caseworker_app.workflow import comparison, papers, session, trail
from caseworker_app.workflow.workspace import Workspace
from tests.journeys.hand import Hand
from tests.journeys.hands import Keyboard, Pointer
from tests.workflow.conftest import PASSPHRASE, QUICK

pytestmark = [pytest.mark.journey, pytest.mark.timeout(240)]

_TITLE = "拟调减（终止）社会救助事先告知书"
_MORE = 30000
"""Fen a month the household gets beyond what it is entitled to."""


@pytest.fixture(scope="session")
def qapp_args() -> list[str]:
    return ["caseworker", "-style=fusion"]


@pytest.fixture
def reduced(tmp_path: Path) -> Iterator[tuple[Workspace, str]]:
    """Return a store with one sealed visit that reduces the benefit, and whose it is."""
    township = make_township(12, 1, today=DAY)
    unit = next(u for u in township.households if not u.planted)
    home = replace(unit.household, monthly=unit.household.monthly + _MORE)
    folder = tmp_path / "laptop"
    session.create(folder, PASSPHRASE, QUICK)
    ws = session.work_alone(session.unlock(folder, PASSPHRASE, DemoClock()), "胡龙", "云溪镇")
    with ws.database.write() as connection:
        save_all(connection, [AssignedHousehold(home, unit.declaration, unit.records)])
    comparison.compare_all(ws)
    done = carry_out(ws, home.id, township.staff[1], lambda *_: None)
    assert done.sealed, done.refused
    answer = papers.case_of(ws, home.id, done.visit_id).determination
    assert answer
    assert answer.action is Action.REDUCE
    yield ws, home.id
    ws.database.close()


@pytest.fixture
def printed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return the folder in which a printer of this test keeps what it gets."""
    folder = tmp_path / "bin"
    folder.mkdir()
    for name, text in {
        "lpstat": 'case $1 in -e) echo HP ;; -d) echo "system default destination: HP" ;; esac',
        "lp": f"cat > {folder}/$(ls {folder} | wc -l).pdf",
    }.items():
        (folder / name).write_text(f"#!/bin/sh\n{text}\n", "utf-8")
        (folder / name).chmod(0o755)
    monkeypatch.setenv("PATH", f"{folder}:/usr/bin:/bin")
    return folder


@pytest.fixture
def window(
    qtbot: QtBot, qapp: QApplication, reduced: tuple[Workspace, str]
) -> Iterator[tuple[Frame, Window]]:
    fonts.register()
    style.apply(qapp, Look())
    tasks = Tasks()
    bench = Workbench(reduced[0], tasks)
    frame = Frame()
    frame.resize(1366, 768)
    qtbot.addWidget(frame)
    made = bench.window()
    assert isinstance(made, Window)
    frame.setCentralWidget(made)
    frame.show()
    frame.activateWindow()
    qtbot.waitUntil(frame.isActiveWindow)
    yield frame, made
    bench._again.stop()
    bench._stop_work()
    tasks.close()


def _write_notice(hand: Hand, ws: Workspace, home: str) -> str:
    """Write and issue what the law asks for; return its number."""
    hand.press(f"开始写：{_TITLE}")
    hand.write("陈述意见截止日，必填", "12-4")
    hand.write("联系人，必填", "胡龙")
    hand.write("联系电话，必填", "0571-88560001")
    hand.write("联系地址，必填", "云溪镇便民服务中心2号窗")
    hand.write("机关，必填", "示范区民政局")
    hand.press("出具")
    hand.press("出具")
    hand.wait("issued", lambda: hand.says("已出具，编号"))
    return papers.issued(ws, home)[0].number


def _print(hand: Hand, window: Window, folder: Path) -> list[Path]:
    """Print as many copies as the form asks for, and come back."""
    hand.press("打印…")
    hand.press("打印 1 件")
    copies: Callable[[], list[Path]] = partial(_pdfs, folder)
    hand.wait("printed", lambda: hand.says("已把 1 件交给打印机"))
    assert window.current() == PRINTING
    hand.press("返回")
    hand.wait("back", lambda: window.current() == PAPERS)
    return copies()


def _pdfs(folder: Path) -> list[Path]:
    return sorted(folder.glob("*.pdf"))


@pytest.mark.parametrize("way", [Keyboard, Pointer])
def test_that_a_notice_is_made_from_what_the_law_asks(
    reduced: tuple[Workspace, str],
    printed: Path,
    window: tuple[Frame, Window],
    way: type[Hand],
) -> None:
    ws, home = reduced
    hand = way(window[0])
    window[1].go(LIST)
    hand.wait("list", lambda: hand.table("复核清单").currentIndex().isValid())
    hand.press("文书：")
    hand.wait("papers", lambda: hand.says("这一步要用"))

    number = _write_notice(hand, ws, home)
    copies = _print(hand, window[1], printed)

    assert len(copies) == 3
    with pypdfium2.PdfDocument(copies[0]) as document:
        text = "".join(page.get_textpage().get_text_bounded() for page in document)
    assert number in text
    assert "2026年12月4日" in text
    assert "减发" in text
    assert papers.issued(ws, home)[0].copies == 3

    hand.press("作废…")
    hand.write("作废的原因，必填", "联系电话写错")
    hand.press("作废")
    hand.wait("void", lambda: hand.says("已作废，已留痕"))
    void = papers.issued(ws, home)[0].void
    assert void
    assert void.reason == "联系电话写错"
    acts = [entry.act for entry in trail.entries(ws, number)]
    assert acts == ["paper.voided", *["paper.printed"] * 3, "paper.issued"]
    again = papers.offered(ws, home, papers.issued(ws, home)[0].visit).asked
    assert again[0].form == "F06a"
