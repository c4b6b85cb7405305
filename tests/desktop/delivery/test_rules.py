"""What the office's rules change is shown on the delivery page, and done by a button."""

from dataclasses import replace
from datetime import date

from pytestqt.qtbot import QtBot

from caseworker_app.desktop.delivery.page import DeliveryPage
from caseworker_app.desktop.delivery.presenter import DeliveryActions, DeliveryPresenter, outcome
from caseworker_app.desktop.delivery.rule_words import SILENT, held, rules_view
from caseworker_app.desktop.tasks import Tasks
from caseworker_app.errors import RefusedError
from caseworker_app.intake.pack_file import shipped
from caseworker_app.model.codes import Action
from caseworker_app.rules.policy.difference import Difference
from caseworker_app.workflow.delivery import Delivered
from caseworker_app.workflow.outgoing import DeliveryStatus
from caseworker_app.workflow.renewal import Renewal
from caseworker_app.workflow.rule_update import NOTHING, Affected, Coming, RuleNews
from tests.desktop.delivery.making import acts
from tests.desktop.table import NOW
from tests.documents.conftest import DECIDED

_DAY = date(2027, 1, 1)
_CHANGES = tuple(
    Difference(f"p{n}", f"第{n}项", "1", "2", _DAY, None, "市通知") for n in range(1, 6)
)
_COMING = Coming(
    name="明年规则包",
    id="ZJ-2027",
    region="330100000000",
    since=_DAY,
    until=date(2027, 12, 31),
    kept=NOW.isoformat(),
    in_use=False,
    is_ahead=True,
    changes=_CHANGES,
)
_AFFECTED = Affected(
    visit="v1",
    household="h1",
    head="王桂兰",
    day=date(2027, 1, 5),
    before=shipped(),
    after=shipped(),
    since=_DAY,
    was=replace(DECIDED, action=Action.CONTINUE, monthly=130_100),
    becomes=replace(DECIDED, action=Action.INCREASE, monthly=140_100),
    changes=_CHANGES[:1],
    is_signed=False,
    moves=True,
)
NEWS = RuleNews("2026-11-23 14:30 ", NOW, (_COMING,), (_AFFECTED,), ())
_STATUS = DeliveryStatus(0, None, 0, 0, None, ())


def _page(
    qtbot: QtBot, tasks: Tasks, actions: DeliveryActions, *, alone: bool = True
) -> DeliveryPage:
    page = DeliveryPage(DeliveryPresenter(actions), tasks, decides=alone)
    qtbot.addWidget(page)
    page.show()
    page.shown()
    qtbot.waitUntil(page.deliver_button.isEnabled)
    return page


def test_that_rules_ahead_are_told_with_their_day_and_first_changes() -> None:
    (row,) = rules_view(replace(NEWS, affected=())).rows

    assert row.title == "明年规则包（ZJ-2027）自2027年1月1日起执行"
    assert row.lines == ("第1项　1 → 2", "第2项　1 → 2", "第3项　1 → 2", "另有 2 处变动")
    assert not row.can_change


def test_that_a_visit_under_way_shows_both_results_before_anything_is_changed() -> None:
    view = rules_view(NEWS)
    row = view.rows[0]

    assert "仍按原规则办理，不用改也有效" in view.hint
    assert (row.title, row.can_change, row.household) == ("王桂兰户", True, "h1")
    assert "继续保障，每月 1,301 元；按自2027年1月1日起执行的新规则：" in row.lines[0]
    assert row.lines[0].endswith("增发，每月 1,401 元")
    assert row.lines[-1] == "改用后，核查日期改为2027年1月5日。"

    same = replace(_AFFECTED, becomes=_AFFECTED.was, moves=False)
    (line, _) = rules_view(replace(NEWS, packs=(), affected=(same,))).rows[0].lines
    assert "结果不变" in line


def test_that_a_signed_visit_has_no_button() -> None:
    signed = replace(_AFFECTED, is_signed=True)
    row = rules_view(replace(NEWS, affected=(signed,))).rows[0]

    assert not row.can_change
    assert "已有人签字，仍按原规则办理" in row.lines[-1]


def test_that_where_nothing_is_new_nothing_is_said() -> None:
    in_force = replace(_COMING, is_ahead=False, in_use=True)

    assert rules_view(NOTHING) == SILENT
    assert rules_view(replace(NEWS, packs=(in_force,), affected=())).is_empty
    assert not rules_view(replace(NOTHING, notices=("没有采用",))).is_empty


def test_that_the_settings_list_what_the_office_publishes() -> None:
    (line,) = held((_COMING,))

    assert line.startswith("明年规则包（ZJ-2027），自2027年1月1日起执行，")
    assert line.endswith("收到")


def test_that_packs_that_came_are_part_of_the_outcome() -> None:
    assert "取回 2 项规则更新" in outcome(Delivered(0, 0, 0, 0, rules=Renewal(files=2)))


def test_that_the_button_changes_the_visit_over_and_opens_its_household(
    qtbot: QtBot, tasks: Tasks
) -> None:
    changed: list[str] = []
    actions = replace(acts(_STATUS), rules=lambda: NEWS, change_over=changed.append)
    page = _page(qtbot, tasks, actions)
    assert page.rules.isVisible()
    (button,) = page.rules.buttons
    assert button.accessibleName() == "改用新规则：王桂兰户"

    with qtbot.waitSignal(page.opened) as told:
        button.click()

    assert changed == ["v1"]
    assert told.args == ["h1"]


def test_that_a_refusal_is_told_and_the_page_looks_again(qtbot: QtBot, tasks: Tasks) -> None:
    def refused(_visit: str) -> None:
        raise RefusedError("已有人签字，没有改动。")

    page = _page(qtbot, tasks, replace(acts(_STATUS), rules=lambda: NEWS, change_over=refused))
    page.rules.buttons[0].click()

    qtbot.waitUntil(lambda: "已有人签字" in page.banner.text())
    qtbot.waitUntil(lambda: all(button.isEnabled() for button in page.rules.buttons))


def test_that_a_page_inside_a_visit_leaves_the_rules_to_the_page_of_its_own(
    qtbot: QtBot, tasks: Tasks
) -> None:
    page = _page(qtbot, tasks, replace(acts(_STATUS), rules=lambda: NEWS), alone=False)

    assert not page.rules.isVisible()
