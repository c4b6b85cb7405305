"""Rows of a made-up list, and use cases over them in memory."""

from collections.abc import Mapping, Sequence
from datetime import date, timedelta

from caseworker_app.desktop.worklist.presenter import OPEN, STAGES, View, Wanted, WorklistActions
from caseworker_app.intake.pack_file import shipped
from caseworker_app.model.codes import Category, Stage
from caseworker_app.rules.procedure.countdown import Countdown
from caseworker_app.workflow.procedure import recheck
from caseworker_app.workflow.worklist import WorklistRow

TODAY = date(2026, 11, 22)
NAMES = ("郑丽磊", "欧阳淑芬", "买买提·阿不都热西提", "王桂兰", "龚\U000247e4明")
CATEGORIES = (Category.DIBAO, Category.RIGID_FAMILY, Category.EXPENDITURE_DIBAO, Category.TEKUN)
STAGE_LIST = tuple(Stage)


def row(number: int) -> WorklistRow:
    return WorklistRow(
        row=number,
        id=f"h{number}",
        number=f"330105202000{number:04d}",
        head=NAMES[number % len(NAMES)],
        id_tail=f"{number * 37 % 10000:04d}",
        category=CATEGORIES[number % len(CATEGORIES)],
        village="石桥街道华丰社区",
        members=1 + number % 5,
        monthly=62_000 + number * 1370,
        stage=STAGE_LIST[number % len(STAGE_LIST)],
        due=TODAY + timedelta(days=number - 6),
        last_check=TODAY - timedelta(days=300),
        visit_id=None,
        red=(0, 2, 0)[number % 3],
        orange=(1, 0, 0)[number % 3],
        yellow=(2, 12, 0)[number % 3],
    )


def running(found: WorklistRow, today: date) -> Countdown | None:
    return recheck(found.last_check, found.due, today, shipped()) if found.due else None


class Memory:
    """A list in memory; counts how often it was asked."""

    def __init__(self, size: int = 60) -> None:
        self.rows = [row(number) for number in range(size)]
        self.asked: list[Wanted] = []
        self.error: Exception | None = None

    def find(self, wanted: Wanted) -> Sequence[int]:
        if self.error:
            raise self.error
        self.asked.append(wanted)
        return [r.row for r in self.rows if wanted.text in r.head and fits(r, wanted.view)]

    def first(self, limit: int) -> tuple[int, Sequence[int]]:
        found = self.find(Wanted())
        return len(found), found[:limit]

    def page(self, ids: Sequence[int]) -> Sequence[WorklistRow]:
        return [self.rows[number] for number in ids]

    def counts(self) -> Mapping[View, int]:
        return {view: sum(fits(r, view) for r in self.rows) for view in View}

    def actions(self) -> WorklistActions:
        return WorklistActions(
            self.first, self.find, self.page, self.counts, lambda: TODAY, running
        )


def fits(found: WorklistRow, view: View) -> bool:
    assert found.due is not None
    left = (found.due - TODAY).days
    special = {
        View.ALL: True,
        View.PROPOSED: bool(found.proposed),
        View.OVERDUE: found.stage in OPEN and left < 0,
        View.SOON: found.stage in OPEN and 0 <= left <= 7,
        View.RED: found.red > 0,
    }
    return special[view] if view in special else found.stage in STAGES[view]
