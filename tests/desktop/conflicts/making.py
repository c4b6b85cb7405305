"""Two decisions that wait: a member's illness and a phone number, and a late visit."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import timedelta

from caseworker_app.desktop.conflicts.presenter import ConflictActions
from caseworker_app.desktop.delivery.presenter import Seen
from caseworker_app.errors import UserError
from caseworker_app.model.values import Json
from caseworker_app.workflow.conflicts import OpenConflict, Point, Written
from caseworker_app.workflow.handover import Leaving
from caseworker_app.workflow.outgoing import DeliveryStatus, Parcel
from tests.desktop.table import DAY, NOW

ZHANG, LI = Written("张干事", NOW), Written("李四", NOW - timedelta(days=80))
MEMBERS = {"m1": "王桂兰"}


def point(path: str, base: Json, now: Json, wanted: Json, *, known: bool = True) -> Point:
    by = None if now is None else ZHANG
    return Point(path, base, known, now, by, wanted)


PHONE = "/household/phone"
INCOME = "/incomes/#i1/monthly"
CHANGED = OpenConflict(
    "c1", "h1", "household", "h1", "王桂兰", MEMBERS,
    (
        point(PHONE, "0571-1", "0571-2", "0571-3"),
        point(INCOME, 30_000, 36_000, 40_000),
        point("/members/#m1/met", None, True, False, known=False),
    ),
    LI, "刚打过电话", is_late=False, is_undivided=False,
)  # fmt: skip
LATE = replace(
    CHANGED,
    id="c2",
    record="v9",
    kind="visit",
    points=(
        point("/id", None, None, "v9"),
        point("/day", None, None, "2026-09-03"),
        point("/opinion", None, None, "符合"),
        point("/determination/monthly", None, None, 60_000),
        point("/determination/category", None, None, "dibao"),
    ),
    reason="",
    is_late=True,
    is_undivided=True,
)

_WAITING = Parcel("v1", "王桂兰", "HC-1", NOW, 2048, "sealed", "", 0, None, "")
TROUBLED = Seen(
    DeliveryStatus(1, NOW, 2, 2048, NOW, ("x",)),
    (
        replace(_WAITING, problem="内容在路上损坏了，服务器没有收。请再送一次。"),
        replace(
            _WAITING, visit_id="v2", head="赵大海", number="HC-2", state="held", receipt="B7",
            seq=42, problem="服务器已收存，没有入档。请联系管理员核对。", household="h2",
        ),
        replace(_WAITING, visit_id="v3", state="held", receipt="B7", seq=43, is_open=True),
    ),
    2,
    (Leaving("h3", "钱秀英", DAY, "改派：调岗"),),
)  # fmt: skip


class Quarrels:
    """What waits, and what was decided of it."""

    def __init__(self, found: tuple[OpenConflict, ...] = (CHANGED, LATE)) -> None:
        self.found = found
        self.decided: dict[str, tuple[dict[str, Json], str]] = {}
        self.refusal = ""

    def actions(self) -> ConflictActions:
        return ConflictActions(lambda: self.found, self.resolve)

    def resolve(self, seen: OpenConflict, choices: Mapping[str, Json], reason: str) -> None:
        if self.refusal:
            raise UserError(self.refusal)
        if seen.id in self.decided:
            raise UserError("这一项已经裁决过了。")
        self.decided[seen.id] = (dict(choices), reason)
        self.found = tuple(one for one in self.found if one.id != seen.id)
