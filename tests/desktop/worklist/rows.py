"""Rows of a made-up list, and use cases over them in memory."""

from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import date, timedelta

from caseworker_app.desktop.worklist.presenter import (
    OPEN,
    STAGES,
    Facet,
    Group,
    View,
    Wanted,
    WorklistActions,
)
from caseworker_app.intake.pack_file import shipped
from caseworker_app.model.codes import Action, Category, Level, Stage, VisitKind
from caseworker_app.model.values import Json
from caseworker_app.rules.procedure.countdown import Countdown
from caseworker_app.workflow.procedure import recheck
from caseworker_app.workflow.recheck import PastVisit
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
        self.saved: dict[str, Json] = {}

    def find(self, wanted: Wanted) -> Sequence[int]:
        if self.error:
            raise self.error
        self.asked.append(wanted)
        return [r.row for r in self.rows if wanted.text in r.head and fits(r, wanted)]

    def begin(self, wanted: Wanted, limit: int) -> tuple[Sequence[int], bool]:
        found = self.find(wanted)
        return found[:limit], len(found) <= limit

    def first(self, limit: int) -> tuple[int, Sequence[int]]:
        found = self.find(Wanted())
        return len(found), found[:limit]

    def page(self, ids: Sequence[int]) -> Sequence[WorklistRow]:
        return [self.rows[number] for number in ids]

    def counts(self) -> Mapping[View, int]:
        return {view: sum(fits(r, Wanted(view=view)) for r in self.rows) for view in View}

    def grouped(self, facet: Facet, wanted: Wanted) -> Mapping[str, int]:
        others = wanted.choosing(facet, ())
        codes = (c for r in self.rows if fits(r, others) for c in codes_of(r, facet))
        return Counter(codes)

    def past(self, household_id: str) -> Sequence[PastVisit]:
        if not household_id.endswith("7"):
            return ()
        day = TODAY - timedelta(days=300)
        received = Stage.RECEIVED
        return (PastVisit("v1", day, VisitKind.YEARLY, received, Action.CONTINUE, 62_000, "HC-1"),)

    def keep(self, name: str, view: Mapping[str, Json]) -> None:
        self.saved[name] = dict(view)

    def actions(self) -> WorklistActions:
        return WorklistActions(
            first=self.first,
            begin=self.begin,
            find=self.find,
            page=self.page,
            counts=self.counts,
            grouped=self.grouped,
            past=self.past,
            views=lambda: dict(self.saved),
            save_view=self.keep,
            remove_view=self.saved.__delitem__,
            today=lambda: TODAY,
            countdown=running,
        )


def codes_of(found: WorklistRow, facet: Facet) -> list[str]:
    levels = {
        Level.RED: found.red,
        Level.ORANGE: found.orange,
        Level.YELLOW: found.yellow,
    }.items()
    of: Mapping[Facet, list[str]] = {
        Facet.CATEGORY: [found.category.value],
        Facet.VILLAGE: [found.village],
        Facet.STAGE: [found.stage.value],
        Facet.LEVEL: [level.value for level, count in levels if count],
        Facet.CYCLE: ["yearly"],
    }
    return of[facet]


def fits(found: WorklistRow, wanted: Wanted) -> bool:
    assert found.due is not None
    left = (found.due - TODAY).days
    seen = {
        View.ALL: True,
        View.PROPOSED: bool(found.proposed),
        View.OVERDUE: found.stage in OPEN and left < 0,
        View.SOON: found.stage in OPEN and 0 <= left <= 7,
        View.LOCAL: found.stage in STAGES[Group.SENDING],
        View.DEATH: any(said.difference.code == "HJ01" for said in found.proposed),
        View.ASKING: False,
        View.STALE: False,
    }
    return seen[wanted.view] and all(
        _chosen(facet, codes, found) for facet, codes in wanted.chosen.items()
    )


def _chosen(facet: Facet, codes: frozenset[str], found: WorklistRow) -> bool:
    if facet is Facet.STAGE:
        codes = frozenset(stage.value for name in codes for stage in STAGES[Group[name]])
    return bool(codes & set(codes_of(found, facet)))
