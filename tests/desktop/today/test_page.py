from array import array
from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.qtbot import QtBot

from caseworker_app.desktop.tasks import Tasks
from caseworker_app.desktop.theme import style
from caseworker_app.desktop.theme.look import Look
from caseworker_app.desktop.theme.tokens import Tone
from caseworker_app.desktop.today.notes_card import NoteLine, laid
from caseworker_app.desktop.today.page import TodayPage
from caseworker_app.desktop.today.presenter import LISTS, Note, Place, TodayActions
from caseworker_app.desktop.worklist.presenter import View, Wanted
from caseworker_app.errors import OutsideError
from caseworker_app.workflow.calendar_file import DaysDue
from caseworker_app.workflow.procedure import running as limits_of
from caseworker_app.workflow.today import Limit, Rejected, Today
from caseworker_app.workflow.worklist import WorklistRow
from tests.desktop.screen import assert_saves, show, slow_files
from tests.desktop.table import PACK, dossier, visit_of
from tests.desktop.truncation import cut_texts
from tests.desktop.worklist.rows import TODAY, row, running

NOW = datetime(2026, 11, 22, 2, tzinfo=UTC)
COUNTS = {"已逾期": 5, "一周内到期": 3, "死亡提示": 1, "有提示": 2, "只在本机": 4}


class Memory:
    """A day in memory."""

    def __init__(self, size: int = 8) -> None:
        self.rows = [row(number) for number in range(size)]
        self.counts = dict(COUNTS) if size else {}
        self.rejected: tuple[Rejected, ...] = ()
        self.limits: tuple[Limit, ...] = ()
        self.error: Exception | None = None

    def look(self, lists: Sequence[Wanted], page: int) -> Today:
        if self.error:
            raise self.error
        assert [wanted for _, wanted, _ in LISTS] == list(lists)
        return Today(
            day=TODAY,
            round=_numbers(len(self.rows)),
            first=tuple(self.rows[:page]),
            counts=tuple(self.counts.get(word, 0) for word, _, _ in LISTS),
            oldest=NOW - timedelta(days=3) if self.rows else None,
            rejected=self.rejected,
            limits=self.limits,
            to_judge=len(self.rejected),
        )

    def actions(self) -> TodayActions:
        return TodayActions(
            look=self.look,
            page=lambda ids: [self.rows[number] for number in ids],
            today=lambda: TODAY,
            now=lambda: NOW,
            countdown=running,
            calendar=self.calendar,
        )

    def calendar(self) -> DaysDue:
        if self.error:
            raise self.error
        return DaysDue(b"BEGIN:VCALENDAR", len(self.rows))


def _numbers(size: int) -> "array[int]":
    return array("I", range(size))


def opened(qtbot: QtBot, tasks: Tasks, memory: Memory) -> TodayPage:
    page = TodayPage(tasks, memory.actions())
    page.resize(1194, 730)
    show(qtbot, page)
    page.shown()
    waiting = "正在读取今天的安排"
    qtbot.waitUntil(
        lambda: page.stack.currentWidget() is page.table or page.empty.title() != waiting
    )
    return page


def test_that_enter_opens_the_first_household_of_the_round(qtbot: QtBot, tasks: Tasks) -> None:
    page = opened(qtbot, tasks, Memory())
    rows: list[WorklistRow] = []
    page.opened.connect(rows.append)

    QTest.keyClick(page.table, Qt.Key.Key_Return)
    QTest.keyClick(page, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(page.table, Qt.Key.Key_Down)
    page.next.click()

    assert page.table.hasFocus()
    assert [found.id for found in rows] == ["h0", "h0", "h1"]
    assert page.next.text().endswith("：欧阳淑芬")
    assert page.header.line.text() == "2026年11月22日　星期日 · 要走 8 户"


def test_that_each_figure_leads_to_the_list_it_counts(qtbot: QtBot, tasks: Tasks) -> None:
    page = opened(qtbot, tasks, Memory())
    led: list[Wanted] = []
    page.listed.connect(led.append)
    shown = [figure for figure in page.figures if figure.isVisible()]

    for number, figure in enumerate(shown, Qt.Key.Key_1.value):
        QTest.keyClick(page, Qt.Key(number), Qt.KeyboardModifier.ControlModifier)
        figure.click()

    told = {figure.word(): figure.count() for figure in shown}
    assert told == {word: str(COUNTS.get(word, 0)) for word in (*COUNTS, "入户中")}
    by_word = {word: wanted for word, wanted, _ in LISTS}
    assert led == [by_word[figure.word()] for figure in shown for _ in range(2)]


def test_that_what_only_this_laptop_has_is_told_with_its_age(qtbot: QtBot, tasks: Tasks) -> None:
    page = opened(qtbot, tasks, Memory())

    names = [figure.accessibleName() for figure in page.figures if figure.isVisible()]

    assert "只在本机 4 户 最早 3 天前" in names


def test_that_the_notes_lead_where_something_can_be_done(qtbot: QtBot, tasks: Tasks) -> None:
    memory = Memory()
    visit = visit_of(dossier())
    died = replace(visit.members[0], excluded="dead", died=date(2026, 8, 25))
    dying = replace(visit, members=(died, *visit.members[1:]))
    (limit,) = (one for one in limits_of(dying, TODAY, PACK) if one.step == "death_finish")
    memory.limits = (Limit("h9", "王桂兰", limit),)
    memory.rejected = (Rejected("李建国", "HC-7", "服务器没有收下"),)
    page = opened(qtbot, tasks, memory)
    led: list[object] = []
    for signal in (page.listed, page.went, page.asked):
        signal.connect(led.append)

    for line in page.notes.lines:
        QTest.keyClick(line, Qt.Key.Key_Space)

    assert [line.text().partition("，")[0] for line in page.notes.lines] == [
        "没有送成 李建国 HC-7：服务器没有收下",
        "王桂兰：成员死亡后核查办结 还剩3个工作日",
        "部门数据显示 1 户有成员死亡",
        "另有 1 户的部门数据有新情况",
        "部门数据有 1 行待判：是不是本户的人",
    ]
    assert led == [
        Place.DELIVERY.value,
        "h9",
        Wanted(view=View.DEATH),
        Wanted(view=View.PROPOSED),
        Place.LISTS.value,
    ]


def test_that_a_day_with_nothing_due_says_so_and_leads_to_the_list(
    qtbot: QtBot, tasks: Tasks
) -> None:
    page = opened(qtbot, tasks, Memory(0))
    led: list[Wanted] = []
    page.listed.connect(led.append)

    QTest.keyClick(page.empty.action, Qt.Key.Key_Space)

    assert page.empty.title() == "今天没有要走的户"
    assert page.next.isHidden()
    assert led == [Wanted()]
    assert cut_texts(page) == []


def test_that_a_disk_that_cannot_be_read_is_said_and_tried_again(
    qtbot: QtBot, tasks: Tasks
) -> None:
    memory = Memory()
    memory.error = OutsideError("磁盘正忙，请稍候重试。")
    page = opened(qtbot, tasks, memory)
    said = page.empty.title()

    memory.error = None
    page.empty.action.click()

    qtbot.waitUntil(lambda: page.stack.currentWidget() is page.table)
    assert said == "今天的安排读不出来"


@pytest.mark.parametrize(
    ("look", "size"),
    [
        (Look(), (1194, 730)),
        (Look(dark=True), (1748, 1040)),
        (Look(scale=1.5), (1270, 730)),
        (Look(dark=True, scale=2.0), (1748, 1040)),
        (Look(scale=2.5), (1748, 1040)),
    ],
)
def test_that_no_text_is_cut_and_the_notes_stay_reachable(
    qtbot: QtBot, tasks: Tasks, qapp: QApplication, look: Look, size: tuple[int, int]
) -> None:
    style.apply(qapp, look)
    page = opened(qtbot, tasks, Memory())

    page.resize(*size)
    QApplication.sendPostedEvents()

    assert page.rect().width() == size[0]
    assert size[1] < look.px(480) or page.rect().height() == size[1]  # a low window scrolls
    assert cut_texts(page) == []
    if not page.notes.isVisible():
        QTest.keyClick(page, Qt.Key.Key_F8)
        assert page.notes.isVisible()
        assert page.notes.lines[0].hasFocus()
        assert cut_texts(page) == []
        QTest.keyClick(page, Qt.Key.Key_F8)
        assert page.table.isVisible()


def broken(text: str, width: int) -> list[str]:
    lines = laid(text, width)
    found = (lines.lineAt(n) for n in range(lines.lineCount()))
    return [text[line.textStart() :][: line.textLength()] for line in found]


def test_that_a_note_breaks_between_words_and_within_one_only_where_it_must(
    qapp: QApplication,
) -> None:
    style.apply(qapp, Look())
    words = broken("2 households have a deadline tomorrow, the earliest is Wang", 160)
    chinese = broken("两户明天到期，最早的一户是小营社区的王桂兰，请先去这一户核查", 160)
    long = broken("a" * 80, 160)

    assert len(words) > 2
    assert all(line.endswith(" ") for line in words[:-1])
    assert len(chinese) > 2
    assert len(long) > 2


def test_that_a_note_is_as_high_as_its_lines(qtbot: QtBot) -> None:
    short, long = (
        NoteLine(Note("到期", Tone.RED, Place.LISTS)),
        NoteLine(
            Note(
                "两户明天到期，最早的一户是小营社区的王桂兰，请先去这一户核查",
                Tone.RED,
                Place.LISTS,
            )
        ),
    )
    for line in (short, long):
        qtbot.addWidget(line)

    assert long.heightForWidth(180) > 2 * short.heightForWidth(180)
    assert long.heightForWidth(2000) == short.heightForWidth(2000)


def test_that_the_days_due_are_saved_where_one_says(
    qtbot: QtBot, tasks: Tasks, tmp_path: Path
) -> None:
    page = opened(qtbot, tasks, Memory())

    QTest.keyClick(page, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    (dialog,) = page.findChildren(QFileDialog)
    assert dialog.selectedFiles()[0].endswith(f"复核到期-{TODAY}.ics")
    with slow_files(tasks):
        dialog.fileSelected.emit(str(tmp_path / "复核.ics"))
        dialog.close()
        assert_saves(qtbot, tasks)
        assert not (tmp_path / "复核.ics").exists()
    qtbot.waitUntil(lambda: "8 户的到期日已存到" in page.banner.text())

    assert (tmp_path / "复核.ics").read_bytes() == b"BEGIN:VCALENDAR"


def test_that_a_calendar_that_could_not_be_saved_leaves_the_round_in_sight(
    qtbot: QtBot, tasks: Tasks, tmp_path: Path
) -> None:
    memory = Memory()
    page = opened(qtbot, tasks, memory)
    memory.error = OutsideError("存储卡满了，请换一张再存。")

    page.write_calendar(tmp_path / "复核.ics")

    qtbot.waitUntil(lambda: "存储卡满了" in page.banner.text())
    assert page.stack.currentWidget() is page.table
