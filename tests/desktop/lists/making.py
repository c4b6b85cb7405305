"""A made-up list and use cases that only remember what they were asked for."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path
from threading import Event
from typing import TypeVar

from caseworker_app.desktop.lists.actions import ListsActions
from caseworker_app.errors import CaseworkError
from caseworker_app.intake.lists.survey import Survey
from caseworker_app.model.codes import Dataset
from caseworker_app.model.register import VehicleRecord
from caseworker_app.model.source import Source
from caseworker_app.rules.matching.people import Candidate, KnownPerson
from caseworker_app.store.question import Asked
from caseworker_app.workflow import register_list
from caseworker_app.workflow.matching import NONE, SAME, Question
from caseworker_app.workflow.register_desk import Going, NewFound, PastImport, TakenIn
from caseworker_app.workflow.register_doubt import Doubt, OnFile
from caseworker_app.workflow.register_import import Counts, ImportBatch, Origin, State
from caseworker_app.workflow.register_list import ListFile, Order
from caseworker_app.workflow.register_trial import (
    Reached,
    RefusedCell,
    Saved,
    StoppedError,
    Tried,
    Watch,
)
from tests.desktop.table import FATHER, GRANNY, HOUSEHOLD, dossier

T = TypeVar("T")
OCTOBER = date(2026, 10, 31)
HEAD = ("序号", "车主", "证件号", "号牌", "车架号", "车辆类型", "初登日期", "发票价")
ODD_HEAD = ("序号", "车主", "证件号", "牌子", "车架号", "车辆类型", "初登日期", "发票价")
ROW = ("1", "李建国", FATHER, "浙A7K21Q", "LSVAA49J132000001", "小型轿车", "2019-03-08", "86,800")
AT = "2026-11-22T02:32:00.000+00:00"
TITLES = ("所有人", "所有人身份号码", "号牌号码", "车辆识别代号", "购置价")
COUNTS = Counts(kept=3, queued=2, elsewhere=300, refused=2)


def file_of(head: tuple[str, ...] = HEAD, kind: str = "vehicles") -> ListFile:
    survey = Survey(
        path=Path("2026年10月机动车名单.xlsx"),
        size=24_000,
        sha256="1a328b5930d2" + "0" * 52,
        sheet="机动车",
        also_fitting=(),
        total=309,
        heading_row=2,
        headings=head,
        rows=((3, ROW),),
        as_of=OCTOBER,
    )
    return ListFile(survey, kind, OCTOBER, "取自表头上方的文字")


TRIED = Tried(
    given=307,
    counts=COUNTS,
    notes=("15 位旧号码升为 18 位 1 个",),
    headings=TITLES,
    first=(("3", "李建国", FATHER, "浙A7K21Q", "LSVAA49J132000001", "86,800 元"),),
    cells=(
        RefusedCell(10, "初登日期", "2019-13-45", "没有这一天，请核对"),
        RefusedCell(12, "", "", "与第 3 行重复，已收第 3 行"),
    ),
    reasons=(("初登日期：没有这一天，请核对", 1),),
    as_of=OCTOBER,
    expires=date(2027, 1, 29),
)


def batch(n: int = 1, state: State = State.DONE, counts: Counts = COUNTS) -> ImportBatch:
    origin = Origin(
        "2026年10月机动车名单.xlsx",
        "1a328b5930d2" + "0" * 52,
        "公安 交管",
        Dataset.VEHICLE,
        OCTOBER,
    )
    undone = AT if state is State.UNDONE else ""
    return ImportBatch(n, f"b{n}", origin, state, AT, "w1", 1, counts, AT, undone, "")


TAKEN = TakenIn(
    batch(), repeated=False, households=2, new=(NewFound(HOUSEHOLD, dossier().discrepancies),)
)
_SOURCE = Source("公安 交管", OCTOBER, "1a32", date(2027, 1, 29))
_SENT = FATHER[:16] + "9" + FATHER[17:]


def doubt(number: int = 1, candidates: int = 2, answer: str = "") -> Doubt:
    """Return a row with a slip in its number, and whom it may mean."""
    record = VehicleRecord(
        f"r{number}", _SOURCE, _SENT, "李建国", "浙A7K21Q", "02", "LSVAA49J132000001", "小型轿车"
    )
    known = (
        KnownPerson("h1", "m2", "李建国", FATHER),
        KnownPerson("h2", "m9", "李建国", GRANNY),
    )
    reasons = ("号码第17位不同，姓名、出生日期相同", "号码少一位，姓名相同")
    people = tuple(
        OnFile(
            Candidate(whom, reason),
            (("身份证号码", whom.number), ("户主", "王桂兰"), ("户籍地址", "示范区小营巷12号")),
        )
        for whom, reason in zip(known[:candidates], reasons, strict=False)
    )
    asked = Asked(10 + number, record, tuple(one.candidate for one in people))
    question = Question(
        number, 1, "机动车.xlsx", "公安 交管", Dataset.VEHICLE, OCTOBER, asked, answer
    )
    if answer:
        question = replace(question, answered_at=AT)
    if answer == SAME:
        question = replace(question, household="h1", person="m2")
    sent = (("所有人身份号码", _SENT), ("所有人", "李建国"), ("号牌号码", "浙A7K21Q"))
    return Doubt(question, sent, people)


@dataclass
class Memory:
    """What the use cases were asked for, and what they answer."""

    file: ListFile = field(default_factory=file_of)
    known: dict[tuple[str, str], Mapping[str, str]] = field(default_factory=dict)
    tried: Tried = TRIED
    taken: TakenIn = TAKEN
    imports: list[ImportBatch] = field(default_factory=lambda: [batch()])
    sealed: tuple[str, ...] = ()
    doubts: dict[int, Doubt] = field(default_factory=lambda: {1: doubt(1), 2: doubt(2)})
    orders: list[tuple[Order, bool]] = field(default_factory=list)
    decided: list[tuple[int, str]] = field(default_factory=list)
    saved: list[Path] = field(default_factory=list)
    undone: list[int] = field(default_factory=list)
    go_on: Event = field(default_factory=Event)
    """The work that reads all rows waits for this between two portions."""
    refuse: CaseworkError | None = None

    def __post_init__(self) -> None:
        self.go_on.set()

    def actions(self) -> ListsActions:
        return ListsActions(
            kinds=register_list.kinds(),
            fields=register_list.fields_of,
            open=self._open,
            learned=lambda department, kind: self.known.get((department, kind), {}),
            understand=register_list.understand,
            try_out=lambda _file, _order, watch: self._work(watch, self.tried),
            take_in=self._take_in,
            place_for=lambda order: order.path.with_name("退回.xlsx"),
            save_refused=self._save,
            history=lambda: tuple(PastImport(one, "陈敏", "") for one in self.imports),
            going=lambda _n: Going(2, self.sealed),
            undo=self._undo,
            to_judge=lambda: len(self._doubts(answered=False)),
            waiting=lambda: self._doubts(answered=False),
            answered=lambda: self._doubts(answered=True),
            decide=self._decide,
            reopen=self._reopen,
        )

    def _open(self, path: Path) -> ListFile:
        if self.refuse:
            raise self.refuse
        return replace(self.file, found=replace(self.file.found, path=path))

    def _take_in(self, order: Order, watch: Watch, anew: bool) -> TakenIn:  # noqa: FBT001  # as bound
        self.orders.append((order, anew))
        return self._work(watch, self.taken)

    def _save(self, _order: Order, path: Path, watch: Watch) -> Saved:
        self.saved.append(path)
        return self._work(watch, Saved(path, 2))

    def _work(self, watch: Watch, result: T) -> T:
        if self.refuse:
            raise self.refuse
        for done in (100, 307):
            if not watch(Reached(done, 307)):
                raise StoppedError("已停止，什么都没有留下。")
            self.go_on.wait(5)
        return result

    def _undo(self, n: int) -> None:
        self.undone.append(n)
        self.imports = [replace(one, state=State.UNDONE) for one in self.imports if one.n == n]

    def _doubts(self, *, answered: bool) -> tuple[Doubt, ...]:
        found = self.doubts.values()
        return tuple(one for one in found if bool(one.question.answer) is answered)

    def _decide(self, number: int, whom: KnownPerson | None) -> None:
        if self.refuse:
            raise self.refuse
        self.decided.append((number, whom.person if whom else ""))
        self.doubts[number] = doubt(number, answer=SAME if whom else NONE)

    def _reopen(self, number: int) -> None:
        self.doubts[number] = doubt(number)
