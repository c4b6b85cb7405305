"""What a file turned out to be, in a caseworker's words."""

from datetime import UTC, datetime

import pytest

from caseworker_app.desktop.genuine.presenter import of_all, verdict
from caseworker_app.seals.finding import Checked, Seal, State, Why
from caseworker_app.seals.holder import Holder
from caseworker_app.workflow.genuine import Judged, Kept

_AT = datetime(2026, 11, 23, 1, 30, tzinfo=UTC)


def _seal(*, vouched: bool = True, office: bool = False, hour: int = 1) -> Seal:
    holder = Holder("胡龙", "云溪镇", "laptop-1")
    return Seal(holder, _AT.replace(hour=hour), "330106-2026-F01-000001", vouched, office, 9)


def _found(state: State, *seals: Seal, why: Why | None = None, kept: Kept = Kept.NOTHING) -> Judged:
    return Judged("核查表.pdf", Checked(state, seals, why), kept)


def test_that_a_genuine_paper_says_who_when_and_that_it_agrees() -> None:
    said = verdict(_found(State.GENUINE, _seal(), kept=Kept.SAME))

    assert said.title == "真实，未改动"
    assert said.lines == (
        "文书编号：330106-2026-F01-000001",
        "封章人：胡龙（云溪镇）",
        "封章时间：2026-11-23 09:30",
        "与本机记录一致。",
    )


def test_that_a_received_paper_says_when_and_whose_clock_was_out() -> None:
    office = _seal(office=True)
    right = verdict(_found(State.GENUINE, _seal(vouched=False), office))
    wrong = verdict(_found(State.GENUINE, _seal(hour=3), office))

    assert "封章人：胡龙" in right.lines  # the unit is only the laptop's word
    assert "服务器收讫：2026-11-23 09:30" in right.lines
    assert "本机没有这份文书的记录，以上按封章判断。" in right.lines
    assert any("时间不准" in line for line in wrong.lines)
    assert not any("时间不准" in line for line in right.lines)


@pytest.mark.parametrize("why", Why)
def test_that_a_changed_paper_says_how_and_what_to_do(why: Why) -> None:
    said = verdict(_found(State.CHANGED, why=why))

    assert said.title == "已被改动"
    assert "要原件" in said.lines[0]


def test_that_an_unknown_seal_is_not_repeated_as_a_fact() -> None:
    said = verdict(_found(State.UNKNOWN, _seal(vouched=False)))

    assert said.title == "不认识的签章"
    assert "封章上写的是：胡龙（云溪镇）（未经确认）" in said.lines
    assert "请拿到出具文书的电脑上查验" in said.lines[0]
    assert "登记并送达以后，也可请管理员在服务器上查验" in said.lines[0]


def test_that_the_seal_of_another_program_sends_to_whoever_issued_it() -> None:
    foreign = Seal(Holder("某公司", "", ""), _AT, "", is_vouched=False, by_office=False, ends=9)

    said = verdict(_found(State.UNKNOWN, foreign))

    assert "不是本系统封的" in said.lines[0]
    assert "请向出具单位核实" in said.lines[0]


def test_that_the_original_is_offered_where_it_is_at_hand() -> None:
    changed = verdict(_found(State.CHANGED, _seal(), why=Why.APPENDED, kept=Kept.SAME))
    other = verdict(_found(State.GENUINE, _seal(), kept=Kept.OTHER))

    assert "本机存有这份文书的原件，可以重新打印。" in changed.lines
    assert other.title == "与本机记录不一致"


@pytest.mark.parametrize("state", State)
def test_that_every_outcome_has_words(state: State) -> None:
    said = verdict(_found(state))

    assert said.title
    assert said.lines


def test_that_several_files_are_counted_and_told_one_by_one() -> None:
    said = of_all((_found(State.GENUINE, _seal()), _found(State.NOT_PDF)))

    assert said.title == "2 份文件，1 份真实未改动"
    assert "核查表.pdf：不是 PDF 文件" in said.lines
