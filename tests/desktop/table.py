"""A made-up household on the table: real rules, use cases that only remember."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime
from fractions import Fraction
from itertools import count

from caseworker_app.desktop.step.actions import HomeActions, Ink, VisitActions
from caseworker_app.desktop.step.case import Case
from caseworker_app.errors import CaseworkError
from caseworker_app.intake.pack_file import shipped
from caseworker_app.model.change import HouseholdChange
from caseworker_app.model.codes import Category, EmploymentStatus, IncomeKind, RigidKind
from caseworker_app.model.declaration import Declaration, DeclaredEstate, DeclaredPerson
from caseworker_app.model.discrepancy import Discrepancy, Explanation
from caseworker_app.model.economy import Income, RigidExpense
from caseworker_app.model.found import Found
from caseworker_app.model.household import Disability, Household, Member, Obligor
from caseworker_app.model.id_number import check_digit
from caseworker_app.model.register import (
    EstateRecord,
    Marriage,
    PersonRecord,
    RegisterSlice,
    VehicleRecord,
)
from caseworker_app.model.source import Source
from caseworker_app.model.values import Json, Month
from caseworker_app.model.visit import Investigator, Signature, Visit
from caseworker_app.rules.changes.apply import apply
from caseworker_app.rules.comparison import compare
from caseworker_app.wire.replay import Replay
from caseworker_app.wire.replay_words import Difference
from caseworker_app.workflow.dossier import Dossier
from caseworker_app.workflow.found import Findings
from caseworker_app.workflow.household_change import Elsewhere, OtherHome
from caseworker_app.workflow.prefill import Known, prefill
from caseworker_app.workflow.procedure import running
from caseworker_app.workflow.seal import Sealed
from caseworker_app.workflow.undo import Reach, Undone
from caseworker_app.workflow.visit import Live, changed, live
from tests.desktop.drawer import Drawer

DAY = date(2026, 11, 22)
NOW = datetime(2026, 11, 22, 2, 32, tzinfo=UTC)
"""10:32 in China."""
PACK = shipped()
REGION = "330199001002"
HOME = "示范区小营巷12号2单元301室"
ME = Investigator("w1", "陈敏", "示范街道")
LUO = Investigator("w2", "罗志强", "示范街道")
ZHOU = Investigator("w3", "周婷", "小营社区", township=False)

_POLICE = Source("公安户籍", date(2026, 10, 31), "B1", date(2027, 1, 31))
_CARS = Source("公安交管", date(2026, 10, 31), "B2", date(2027, 1, 31))
_LAND = Source("不动产登记", date(2026, 10, 31), "B3", date(2027, 1, 31))


def number(birth: str, order: str) -> str:
    """Return an invented identity number with a right check digit."""
    return f"330199{birth}{order}" + check_digit(f"330199{birth}{order}")


GRANNY, FATHER, CHILD = (
    number("19580312", "002"),
    number("19861105", "001"),
    number("20170604", "003"),
)

HOUSEHOLD = Household(
    id="h1",
    number="示低保2019-0427",
    category=Category.DIBAO,
    monthly=231200,
    since=Month(2019, 4),
    head_id="m1",
    region=REGION,
    village="小营社区",
    registered_address=HOME,
    living_address=HOME,
    phone="13800001234",
    hukou_number="H0427",
    members=(
        Member("m1", "王桂兰", GRANNY, "02", EmploymentStatus.RETIRED, "30", hukou_number="H0427"),
        Member(
            "m2",
            "李建国",
            FATHER,
            "20",
            EmploymentStatus.UNSTABLE,
            "40",
            hukou_number="H0427",
            disability=Disability(4, 3),
        ),
        Member("m3", "李小宝", CHILD, "41", EmploymentStatus.STUDENT, hukou_number="H0427"),
    ),
    obligors=(
        Obligor("o1", "李秀梅", "30", ("m1",), income=960000, size=3, children=2, consented=True),
    ),
)

DECLARATION = Declaration(
    household_id="h1",
    signed=date(2026, 10, 20),
    region=REGION,
    hukou_number="H0427",
    head="m1",
    persons=(
        DeclaredPerson("m1", "王桂兰", GRANNY, "30", "H0427"),
        DeclaredPerson("m2", "李建国", FATHER, "40", "H0427"),
        DeclaredPerson("m3", "李小宝", CHILD, "10", "H0427", "在校"),
    ),
    estates=(DeclaredEstate("e1", HOME, 5860, "m1", "330199001002GB00001F00010301"),),
    incomes=(
        Income(
            "i1", "m1", IncomeKind.TRANSFER, "城乡居民养老金", monthly=36000, excluded_part=14300
        ),
        Income("i2", "m1", IncomeKind.PROPERTY, "集体分红", annual=120000),
    ),
    rigid=(RigidExpense(RigidKind.MEDICAL, 860000),),
    money=1850000,
    last_check=date(2025, 11, 3),
)


def _person(key: str, name: str, id_number: str, marriage: Marriage | None = None) -> PersonRecord:
    return PersonRecord(
        key, _POLICE, id_number, name, "H0427", region=REGION, address=HOME, marriage=marriage
    )


_ESTATE = EstateRecord(
    "r-home",
    _LAND,
    GRANNY,
    "王桂兰",
    "330199001002GB00001F00010301",
    "示范证0012号",
    HOME,
    "10",
    5860,
    registered=date(2015, 6, 1),
)

CLEAN = RegisterSlice(
    persons=(
        _person("r-m1", "王桂兰", GRANNY),
        _person("r-m2", "李建国", FATHER),
        _person("r-m3", "李小宝", CHILD),
    ),
    estates=(_ESTATE,),
)

DIFFERING = RegisterSlice(
    persons=(
        CLEAN.persons[0],
        _person("r-m2", "李建国", FATHER, Marriage("21", number("19880202", "008"), "赵玲", DAY)),
        CLEAN.persons[2],
    ),
    vehicles=(
        VehicleRecord(
            "r-car",
            _CARS,
            FATHER,
            "李建国",
            "浙A7K21Q",
            "02",
            "LSVAA49J132000001",
            "小型轿车",
            first_registered=date(2019, 3, 8),
            registered=date(2019, 3, 8),
            price=8680000,
        ),
    ),
    estates=(
        _ESTATE,
        replace(
            _ESTATE,
            id="r-old",
            unit_number="330199004006GB00012F00020102",
            location="示范区河埠里3幢102室",
            area=4210,
            share=Fraction(1, 4),
            co_ownership="2",
            acquired="继承",
        ),
    ),
)


def dossier(records: RegisterSlice = DIFFERING) -> Dossier:
    found = compare(DECLARATION, records, PACK, DAY)
    return Dossier(HOUSEHOLD, DECLARATION, records, found, None)


def visit_of(file: Dossier) -> Visit:
    """Return the prefilled visit of two investigators."""
    known = Known(file.household, file.declaration, file.records, file.discrepancies)
    return prefill("v1", known, DAY, (ME, LUO))


def replay_of(*differences: Difference) -> Replay:
    """Return how a sealed determination recomputed: equal where nothing differs."""
    return Replay(not differences, DAY, PACK.id, PACK.hash, differences)


@dataclass
class Memory(Drawer):
    """What the use cases were asked for; ``refuse`` makes saving fail once with a sentence."""

    saved: list[tuple[str, Mapping[str, Json]]] = field(default_factory=list)
    signed: list[tuple[str, str]] = field(default_factory=list)
    unsigned: list[str] = field(default_factory=list)
    sealed: list[str] = field(default_factory=list)
    refuse: CaseworkError | None = None
    replayed: Replay | CaseworkError = field(default_factory=replay_of)
    found: tuple[Found, ...] = ()
    asked: list[str] = field(default_factory=list)
    """Values of found facts the office was asked about."""
    elsewhere: dict[str, tuple[Elsewhere, ...]] = field(default_factory=dict)
    """Number → other households that have it on their list."""
    others: tuple[OtherHome, ...] = ()
    merged: list[HouseholdChange] = field(default_factory=list)
    begun: Visit = field(default_factory=lambda: visit_of(dossier()))
    file: Dossier = field(default_factory=dossier)
    drafts: dict[str, str] = field(default_factory=dict)
    turn: list[Undone] = field(default_factory=list)
    """What the next undo or redo says it did."""
    ids: Callable[[], int] = field(default_factory=lambda: count(1).__next__)

    @property
    def last(self) -> Mapping[str, Json]:
        """Return the changes saved last."""
        return self.saved[-1][1]

    @property
    def everything(self) -> dict[str, Json]:
        """Return all changes saved, the later over the earlier."""
        return {path: value for _, changes in self.saved for path, value in changes.items()}

    def actions(self) -> VisitActions:
        return VisitActions(
            person=ME,
            colleagues=(LUO, ZHOU),
            changed=changed,
            live=_live,
            running=lambda value: running(value, DAY, PACK),
            new_id=lambda: f"new{self.ids()}",
            now=lambda: NOW,
            record=self._record,
            evidence=self.evidence(),
            photo=self.photos.__getitem__,
            sign=self._sign,
            unsign=lambda _visit, role: self.unsigned.append(role),
            seal=self._seal,
            form=lambda _visit: b"%PDF-1.7 form",
            put_found=self._put_found,
            remove_found=self._remove_found,
            findings=lambda _visit: self._findings(),
            replay=self._replay,
            drafts=lambda _visit: self.drafts,
            keep_drafts=lambda _visit, texts: self.drafts.update(texts),
            undo=lambda _visit: self.turn.pop(0) if self.turn else None,
            redo=lambda _visit: self.turn.pop(0) if self.turn else None,
            reach=lambda _visit: Reach(len(self.saved), len(self.turn)),
            homes=HomeActions(
                elsewhere=lambda _home, number: self.elsewhere.get(number, ()),
                others=lambda _home, _text: self.others,
                merge=lambda _visit, change: self._merge(change),
                unmerge=lambda _visit, _change: self.begun,
            ),
        )

    def case(self, file: Dossier | None = None, visit: Visit | None = None) -> Case:
        """Return a case whose changes are saved at once."""
        file = file or dossier()
        self.begun, self.file = visit or visit_of(file), file
        return Case(self.begun, file, self.actions(), self._record)

    def _record(self, visit_id: str, changes: Mapping[str, Json]) -> None:
        if self.refuse:
            error, self.refuse = self.refuse, None
            raise error
        self.saved.append((visit_id, dict(changes)))

    def _put_found(self, _visit: str, fact: Found, ask: bool) -> Findings:  # noqa: FBT001  # as called
        if self.refuse:
            error, self.refuse = self.refuse, None
            raise error
        self.asked += [fact.value] if ask else []
        fact = replace(fact, ask="q1", asked=NOW.isoformat()) if ask else fact
        others = tuple(f for f in self.found if f.id != fact.id)
        self.found = (*others, replace(fact, by=fact.by or ME.name))
        return self._findings()

    def _remove_found(self, _visit: str, found_id: str) -> Findings:
        self.found = tuple(f for f in self.found if f.id != found_id)
        return self._findings()

    def _findings(self) -> Findings:
        raised = compare(DECLARATION, self.file.records, PACK, DAY, self.found)
        known = {e.id for e in self.begun.explanations}
        added = tuple(Explanation(d.id) for d in raised if d.id not in known)
        stored = replace(
            self.begun,
            found=self.found or None,
            explanations=(*self.begun.explanations, *added),
        )
        return Findings(stored, raised, self.file.records)

    def _sign(self, _visit: str, role: str, name: str, ink: Ink) -> Signature:
        self.signed.append((role, name))
        return Signature(role, name, *ink, signed=NOW.isoformat(), digest="sha256:seen")

    def _seal(self, visit_id: str) -> Sealed:
        self.sealed.append(visit_id)
        return Sealed(visit_id, "HC-2026-000427", "sha256:9f3c2a7be01d4455", "sha256:pdf", "op1")

    def _merge(self, change: HouseholdChange) -> Visit:
        self.merged.append(change)
        return apply(self.begun, change)

    def _replay(self, _visit: str) -> Replay:
        if isinstance(self.replayed, CaseworkError):
            raise self.replayed
        return self.replayed


def _live(visit: Visit, differences: tuple[Discrepancy, ...]) -> Live:
    return live(visit, differences, PACK)
