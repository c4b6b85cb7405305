from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from caseworker_app.desktop.delivery.presenter import (
    DeliveryPresenter,
    Help,
    exported,
    outcome,
    progress_view,
    returned,
)
from caseworker_app.workflow.carrying import Carried
from caseworker_app.workflow.delivery import Delivered, Progress
from caseworker_app.workflow.outgoing import RECENT, DeliveryStatus, Parcel
from tests.desktop.conflicts.making import TROUBLED
from tests.desktop.delivery.making import acts
from tests.desktop.table import NOW

STATUS = DeliveryStatus(2, NOW - timedelta(days=1), 0, 3_400_000, NOW - timedelta(days=2), ())
WAITING = Parcel("v1", "王桂兰", "HC-1", NOW, 1_800_000, "sealed", "", 0, None, "")


def presenter_of(status: DeliveryStatus, *parcels: Parcel) -> DeliveryPresenter:
    presenter = DeliveryPresenter(acts(status, parcels))
    presenter.seen(presenter.look())
    return presenter


def test_that_what_is_only_here_is_told_with_since_when() -> None:
    view = presenter_of(STATUS, WAITING).view()
    assert view.headline == "2 份只在本机"
    assert view.line == "最早的从 11月21日 10:32 等到现在 · 共 3.2 MB · 上次联系 11月20日 10:32"
    assert not view.urgent
    assert view.rows[0].state.text == "只在本机"


def test_that_what_arrived_and_was_set_apart_is_no_tick() -> None:
    apart = replace(WAITING, state="held", receipt="AB", problem="没有入档。请联系管理员核对。")

    view = presenter_of(STATUS, apart).view()

    assert (view.rows[0].state.text, view.bad[0].cause) == ("送到未入档", apart.problem)


def test_that_waiting_is_urgent_from_the_day_the_line_at_the_foot_turns_orange() -> None:
    third_day, second_day = NOW - timedelta(days=2, hours=20), NOW - timedelta(days=2, hours=10)

    assert presenter_of(replace(STATUS, oldest=third_day)).view().urgent
    assert not presenter_of(replace(STATUS, oldest=second_day)).view().urgent


def test_that_nothing_waiting_is_calm() -> None:
    view = presenter_of(DeliveryStatus(0, None, 0, 0, None, ())).view()
    assert (view.headline, view.line) == ("都已送达", "还没有联系过办公室")


def test_that_before_the_first_look_nothing_is_claimed() -> None:
    view = DeliveryPresenter(acts(STATUS)).view()
    assert (view.headline, view.can_deliver) == ("正在查看", False)


def test_that_a_receipt_is_shown_with_number_and_time() -> None:
    sent = replace(WAITING, state="held", receipt="B71CE0934A11FFFF", seq=42, confirmed_at=NOW)
    (row,) = presenter_of(STATUS, sent).view().rows
    assert row.state.text == "已送达"
    assert row.receipt == "回执 B71CE0934A11FFFF · 第 42 号 · 11月22日 10:32"


def test_that_a_problem_is_shown_in_its_own_words() -> None:
    view = presenter_of(STATUS, replace(WAITING, problem="中心没有接受。")).view()
    assert (view.rows[0].state.text, view.bad[0].cause) == ("没有送成", "中心没有接受。")


def test_that_a_receipt_without_its_moment_is_a_receipt_still() -> None:
    (row,) = presenter_of(STATUS, replace(WAITING, state="held", receipt="B7", seq=1)).view().rows
    assert (row.state.text, row.receipt) == ("已送达", "回执 B7 · 第 1 号")


def test_that_what_the_office_has_backed_up_says_so_beside() -> None:
    sent = replace(WAITING, state="held", receipt="B7", seq=1)
    plain, backed, gone, apart = (
        presenter_of(
            STATUS,
            sent,
            replace(sent, is_durable=True),
            replace(sent, is_durable=True, is_cleared=True),
            replace(sent, is_durable=True, problem="没有入档。"),
        )
        .view()
        .rows
    )

    assert (plain.backup, apart.backup) == (None, None)
    assert [row.backup.text for row in (backed, gone) if row.backup] == ["已备份", "已备份"]
    assert (backed.size, gone.size) == ("1.7 MB", "")
    assert gone.receipt == "回执 B7 · 第 1 号 · 已清出，办公室有备份"


@pytest.mark.parametrize(
    ("delivered", "words"),
    [
        (Delivered(0, 0, 0, 0), "已与办公室核对，没有要送和要取的。"),
        (Delivered(0, 0, 0, 0, cleared=3), "送出 0 份，0 份已有回执，清出 3 件办公室已有备份的。"),
        (Delivered(2, 2, 0, 0), "送出 2 份，2 份已有回执。"),
        (Delivered(1, 1, 5, 0), "送出 1 份，1 份已有回执，取回 5 项新任务和更新。"),
        (
            Delivered(1, 1, 2, 0, 1),
            "送出 1 份，1 份已有回执，取回 2 项新任务和更新，1 项现场发现已答复。",
        ),
        (
            Delivered(1, 1, 0, 0, proposed=1),
            "送出 1 份，1 份已有回执，1 户有新提示，请在清单选“有提示”查看。",
        ),
        (
            Delivered(0, 1, 0, 2),
            "送出 0 份，1 份已有回执，2 项与别人的修改不一致，请在这一页裁决。",
        ),
        (
            Delivered(0, 0, 0, 0, left=("赵大海",)),
            "送出 0 份，0 份已有回执，1 户已改由别人负责，移出清单：赵大海。",
        ),
    ],
)
def test_that_the_outcome_is_a_sentence(delivered: Delivered, words: str) -> None:
    assert outcome(delivered) == words


def test_that_an_answer_by_which_a_household_leaves_is_not_called_empty() -> None:
    assert "没有新内容" in returned(Delivered(0, 0, 0, 0))
    told = returned(Delivered(0, 0, 0, 0, left=("王桂兰",)))
    assert told == "没有新的回执，1 户已改由别人负责，移出清单：王桂兰。"


def test_that_the_answer_of_a_stick_tells_what_it_confirmed_and_not_what_was_sent() -> None:
    told = returned(Delivered(0, 2, 5, 0))
    assert told == "办公室已确认收到 2 份，取回 5 项新任务和更新。"


@pytest.mark.parametrize(
    ("carried", "words"),
    [
        (Carried(2, 2048), "（2 KB），请带到办公室导入。收到回执以前，它们仍只算在本机。"),
        (Carried(2, 2048, 3), "它们仍只算在本机。另有 3 份一包装不下，收回回执后请再存一次。"),
        (Carried(0, 2048, 3), "装不下，请联网送达。a.csb 只用来取新任务。"),
        (Carried(0, 2048), "没有要送的。a.csb 只用来取新任务，请带到办公室导入。"),
    ],
)  # fmt: skip
def test_that_it_is_told_what_a_stick_took_along(carried: Carried, words: str) -> None:
    assert exported(Path("a.csb"), carried).endswith(words)


def test_that_progress_tells_step_items_and_bytes() -> None:
    view = progress_view(Progress("上传照片", 1, 3, 1_048_576, 4_194_304))
    assert view.text == "上传照片 · 第 2 份，共 3 份 · 1.0 MB / 4.0 MB"
    assert (view.done, view.total) == (1, 3)
    assert progress_view(Progress("正在连接", 0, 0, 0, 0)).text == "正在连接"


def test_that_it_says_where_not_all_that_was_delivered_is_listed() -> None:
    sent = tuple(replace(WAITING, visit_id=f"v{n}", state="held") for n in range(RECENT))

    assert "最近送达的 30 份" in presenter_of(replace(STATUS, held=31), *sent).view().rest
    assert presenter_of(replace(STATUS, held=30), *sent).view().rest == ""
    assert presenter_of(replace(STATUS, held=3), WAITING).view().rest == ""


def test_that_what_went_wrong_stands_with_cause_and_what_helps() -> None:
    presenter = presenter_of(STATUS)
    presenter.seen(TROUBLED)
    view = presenter.view()
    again, apart = view.bad
    assert (again.title, again.help, again.ask) == ("王桂兰 · HC-1", Help.AGAIN, "")
    assert (apart.cause, apart.help, apart.household) == (
        "服务器已收存，没有入档。请联系管理员核对。", Help.OPEN, "h2",
    )  # fmt: skip
    assert apart.ask == "报给管理员：HC-2，编号 v2"
    assert view.to_decide == "2 项等你裁决"
    assert view.rows[2].state.text == "已送达，待裁决"
    (leaving,) = view.leaving
    assert leaving.startswith("钱秀英户从2026年11月22日起由别人负责（改派：调岗）。")
