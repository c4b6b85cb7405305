"""The papers of an invented household, kept in memory, and a form with every kind of entry."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime

from caseworker_app.desktop.papers.listing import NoticeActions
from caseworker_app.desktop.papers.presenter import FileActions, PaperActions
from caseworker_app.errors import CaseworkError, OutsideError, RefusedError
from caseworker_app.model.codes import Action, Stage, VisitKind
from caseworker_app.model.paper import Void
from caseworker_app.model.values import Json
from caseworker_app.workflow import printing
from caseworker_app.workflow.household_file import Dossier
from caseworker_app.workflow.papers import (
    Column,
    Draft,
    Due,
    Elsewhere,
    Entry,
    Fault,
    Form,
    Issued,
    Kind,
    Offer,
    Offered,
    Voided,
)
from caseworker_app.workflow.recheck import PastVisit
from tests.desktop.printing.making import page_of
from tests.desktop.table import DAY, HOUSEHOLD, ME

ACTS = ("审核意见公示", "确认结果公布")
DUE = tuple(
    Due(f"h{n}", f"v{n}", f"ZJ33019900000{n}", name, n, 36000 * n, action, required)
    for n, name, action, required in (
        (1, "王桂兰", Action.CONTINUE, False),
        (2, "李建国", Action.TO_DIBAO, True),
        (3, "沈某某", Action.TO_TEKUN, True),
    )
)
AT = datetime(2026, 11, 22, 2, 40, tzinfo=UTC)
NOTICE, PROOF, RECORD = "F06a", "F10", "F20"
TITLES = {
    NOTICE: "拟调减（终止）社会救助事先告知书",
    PROOF: "送达回证",
    RECORD: "会商记录",
    "F12": "信息查询函",
    "F13": "社会救助公示（公布）单",
}
FORM = Form(
    code=RECORD,
    title=TITLES[RECORD],
    copies=2,
    entries=(
        Entry(name="head", label="户主"),
        Entry(name="monthly_before", label="现月救助金", kind=Kind.MONEY),
        Entry(name="place", label="地点", asked=True, required=True),
        Entry(name="deadline", label="答复期限", kind=Kind.DAY, asked=True, required=True),
        Entry(name="from_month", label="执行月份", kind=Kind.MONTH, asked=True),
        Entry(name="advance", label="预支金额", kind=Kind.MONEY, asked=True),
        Entry(name="people", label="到会人数", kind=Kind.COUNT, asked=True),
        Entry(
            name="result",
            label="会商结论",
            kind=Kind.CHOICE,
            asked=True,
            choices=("一致同意", "多数同意", "没有形成意见"),
        ),
        Entry(
            name="ways",
            label="告知方式",
            kind=Kind.CHOICE,
            asked=True,
            several=True,
            choices=("当面", "电话", "邮寄"),
        ),
        Entry(
            name="present",
            label="到会人员",
            kind=Kind.ROWS,
            asked=True,
            columns=(
                Column("order", "序号", 0.8, Kind.ORDINAL),
                Column("name", "姓名", 2.0),
                Column("unit", "单位", 3.0),
                Column("since", "到任日期", 2.0, Kind.DAY),
                Column("paid", "补贴", 1.4, Kind.MONEY),
                Column("signature", "签名", 2.0, by_hand=True),
            ),
        ),
        Entry(
            name="said",
            label="会商意见",
            kind=Kind.PARA,
            asked=True,
            required=True,
            lines=3,
            hint="写明各方说了什么。",
        ),
        Entry(name="authority", label="机关"),
        Entry(name="day", label="日期", kind=Kind.DAY),
    ),
    parts=(),
    wordings=(),
)
KNOWN: dict[str, Json] = {
    "head": "王桂兰",
    "monthly_before": 231200,
    "authority": "示范街道",
    "day": "2026-11-22",
}
PAST = PastVisit(
    "v1",
    date(2026, 11, 22),
    VisitKind.YEARLY,
    Stage.SEALED,
    Action.STOP,
    0,
    "330199-2026-F01-000012",
)


def issued(form: str, order: int, **other: object) -> Issued:
    made = Issued(
        number=f"330199-2026-{form}-{order:06}",
        form=form,
        title=TITLES.get(form, "入户核查表"),
        household=HOUSEHOLD.id,
        visit="v1",
        head="王桂兰",
        issued=AT,
        digest="sha256:0",
        pdf_sha="0",
        copies=0,
        scans=0,
        void=None,
        about="",
        names_void=False,
    )
    return replace(made, **other)  # type: ignore[arg-type]  # fields by name


@dataclass
class Cabinet:
    """Use cases that remember what they were asked."""

    past: tuple[PastVisit, ...] = (PAST,)
    drafts: dict[str, Draft] = field(default_factory=dict)
    filed: list[Issued] = field(default_factory=lambda: [issued("F01", 12)])
    written: list[tuple[str, Json]] = field(default_factory=list)
    voided: list[tuple[str, str]] = field(default_factory=list)
    drawn: list[str] = field(default_factory=list)
    elsewhere: tuple[Elsewhere, ...] = ()
    posted: list[tuple[str, tuple[tuple[str, str], ...]]] = field(default_factory=list)
    bound: list[tuple[str, bytes]] = field(default_factory=list)
    trouble: CaseworkError | None = None
    """What every reading and writing meets with."""
    refused: set[str] = field(default_factory=set)
    """Entries the disk has no room for."""
    blocked: str = ""

    def actions(self) -> PaperActions:
        return PaperActions(
            notice=NoticeActions(
                acts=lambda: ACTS,
                villages=lambda: ("河埠村", "上叶村"),
                due=self.due,
                post=self.post,
            ),
            file=FileActions(gather=self.gather, bind=lambda d: page_of(d.head), note=self.note),
            household=lambda _id: HOUSEHOLD,
            past=lambda _id: self.past,
            offered=self.offered,
            begin=self.begin,
            resume=self.drafts.__getitem__,
            write=self.write,
            enlarge=self.enlarge,
            drop=self.drop,
            preview=self.preview,
            issue=self.issue,
            pdf=page_of,
            void=self.void,
            pages=printing.page_count,
            picture=printing.picture,
            today=lambda: DAY,
        )

    def due(self, village: str, act: str) -> tuple[Due, ...]:
        self._meet()
        return tuple(one for one in DUE if (one.household == "h1" or act == ACTS[0]) and village)

    def post(self, act: str, homes: Sequence[tuple[str, str]]) -> Draft:
        self._meet()
        self.posted.append((act, tuple(homes)))
        return self.begin("F13", *homes[0], "")

    def gather(self, household: str) -> Dossier:
        self._meet()
        return Dossier(household, "ZJ330199000001", "河埠村", DAY, ())

    def note(self, household: str, file: bytes) -> None:
        self.bound.append((household, file))

    def offered(self, _household: str, visit: str) -> Offered:
        self._meet()
        done = {one.form for one in self.filed if one.void is None}
        asked = [
            Offer(form, TITLES[form], why, article, "step", "", blocked, self._draft(form))
            for form, why, article, blocked in (
                (NOTICE, "事先告知", "SAL-48", ""),
                (RECORD, "会商", "SAL-48", self.blocked),
            )
            if visit and form not in done
        ]
        others = [
            Offer(form, title, "", "", "", "", "", self._draft(form), of_one(form))
            for form, title in TITLES.items()
            if form not in {one.form for one in asked}
        ]
        drafts = tuple(self.drafts.values())
        filed = tuple(reversed(self.filed))
        return Offered(tuple(asked), tuple(others), drafts, filed, (), self.elsewhere)

    def begin(self, form: str, household: str, visit: str, about: str) -> Draft:
        self._meet()
        draft = Draft(
            id=f"d-{form}",
            form=replace_form(form),
            household=household,
            visit=visit,
            about=about,
            head="王桂兰",
            entries=dict(KNOWN),
            written=frozenset(),
            is_large=False,
            started=AT,
            faults=faults(KNOWN),
            cautions=("上次告知后已满三十日，请先核对情况有没有变化。",),
        )
        return self.drafts.setdefault(draft.id, draft)

    def write(self, draft_id: str, entry: str, value: Json) -> Draft:
        self._meet()
        if entry in self.refused:
            raise OutsideError("磁盘已满，没有存下。")
        self.written.append((entry, value))
        before = self.drafts[draft_id]
        entries = {name: was for name, was in before.entries.items() if name != entry}
        if value not in (None, "", []):
            entries[entry] = value
        now = replace(
            before, entries=entries, written=before.written | {entry}, faults=faults(entries)
        )
        self.drafts[draft_id] = now
        return now

    def enlarge(self, draft_id: str, is_large: bool) -> Draft:  # noqa: FBT001  # as it is called
        self.drafts[draft_id] = replace(self.drafts[draft_id], is_large=is_large)
        return self.drafts[draft_id]

    def drop(self, draft_id: str) -> None:
        self._meet()
        del self.drafts[draft_id]

    def preview(self, draft_id: str) -> bytes:
        self.drawn.append(draft_id)
        return page_of("预览")

    def issue(self, draft_id: str) -> Issued:
        draft = self.drafts.pop(draft_id)
        if draft.faults:
            raise RefusedError("还不能发出。")
        self.filed.append(issued(draft.form.code, len(self.filed)))
        return self.filed[-1]

    def void(self, number: str, reason: str) -> Voided:
        self.voided.append((number, reason))
        what = Void("2026-11-22T03:00:00.000Z", ME, reason)
        self.filed = [
            replace(one, void=what) if one.number == number else one for one in self.filed
        ]
        return Voided(next(one for one in self.filed if one.number == number), ())

    def _draft(self, form: str) -> str:
        return next((one.id for one in self.drafts.values() if one.form.code == form), "")

    def _meet(self) -> None:
        if self.trouble is not None:
            raise self.trouble


def of_one(form: str) -> tuple[tuple[str, str], ...]:
    """Return whom a form may speak of: a letter of any member, or of somebody unknown."""
    people = tuple((member.id, member.name) for member in HOUSEHOLD.members)
    return (*people, ("stranger", "")) if form == "F12" else ()


def replace_form(form: str) -> Form:
    """Return the form of every kind under another code and name."""
    return Form(
        code=form,
        title=TITLES[form],
        copies=3,
        entries=FORM.entries,
        parts=(),
        wordings=(),
    )


def faults(entries: dict[str, Json]) -> tuple[Fault, ...]:
    """Return what is missing, and a day that is none."""
    found = [
        Fault(entry.name, f"“{entry.label}”还没有填，请填写。")
        for entry in FORM.entries
        if entry.required and entry.name not in entries
    ]
    day = entries.get("deadline")
    if isinstance(day, str) and not day[:4].isdigit():
        found.append(Fault("deadline", "“答复期限”应是日期，如2026年12月1日，请改正。"))
    return tuple(found)
