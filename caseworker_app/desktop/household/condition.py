"""Health, schooling and support of each member: what decides special treatment. No Qt."""

from collections.abc import Mapping
from dataclasses import dataclass

from caseworker_app.desktop.step import words
from caseworker_app.desktop.step.case import Case
from caseworker_app.desktop.step.wrong import Place
from caseworker_app.desktop.tongue import tr
from caseworker_app.desktop.widgets.grid.face import Entry, GridCell, GridColumn, GridRow, Wrong
from caseworker_app.desktop.widgets.grid.kinds import ChoiceKind, TextKind, Value
from caseworker_app.model.household import Disability, Member
from caseworker_app.model.values import Json
from caseworker_app.model.visit import CheckedMember
from caseworker_app.rules.special import ALONE

COLUMNS = (
    GridColumn("name", tr("姓名"), 84),
    GridColumn("study", tr("就读"), 122),
    GridColumn("illness", tr("重大疾病"), 128, grows=1),
    GridColumn("disability", tr("残疾"), 92),
    GridColumn("certificate", tr("残疾证号"), 152, grows=1),
    GridColumn("adl", tr("生活自理"), 104),
    GridColumn("obligor", tr("法定义务人"), 108),
)

_ACTIVITIES = 6
_STUDY = ChoiceKind(tuple(words.STUDY.items()))
_DISABILITY = ChoiceKind(tuple(words.DISABILITIES.items()))
_CERTIFICATE = TextKind(24)
_ADL = ChoiceKind(
    (("0", tr("能自理")), *((str(n), tr("{n} 项不能", n=n)) for n in range(1, _ACTIVITIES + 1)))
)
"""吃饭、穿衣、上下床、如厕、室内行走、洗澡 (TKM-21)."""
_OBLIGOR = ChoiceKind((("", tr("有能力")), ("1", tr("无或无能力"))))


@dataclass(frozen=True, slots=True)
class ConditionView:
    rows: tuple[GridRow, ...]
    applies_alone: bool
    """The severely disabled adult without work applies as a household of one."""
    is_open: bool


class ConditionPresenter:
    def __init__(self, case: Case) -> None:
        self._case = case

    def view(self) -> ConditionView:
        visit = self._case.visit
        checked = {member.id: member for member in visit.members}
        rows = (_row(m, checked[m.id]) for m in visit.household.members if m.id in checked)
        return ConditionView(tuple(rows), visit.apply_alone == ALONE, self._case.is_open)

    def enter(self, entries: tuple[Entry, ...]) -> None:
        """Save what was entered, one cell or a block, in one step."""
        self._case.put(_changes(entries))

    def typing(self, entry: Entry) -> None:
        """Take a value while it is typed."""
        self._case.type(_changes((entry,)))

    def alone(self, applies: bool) -> None:  # noqa: FBT001  # the state of a check box
        self._case.put({"/apply_alone": ALONE if applies else ""})

    def not_taken(self, sheet: str) -> Mapping[Place, Wrong]:
        """Return the texts a sheet did not take, from before a restart perhaps."""
        return self._case.wrong.of(sheet)

    def wrong(self, wrong: Mapping[Place, Wrong]) -> None:
        """Take note of the texts the sheet did not take."""
        self._case.hold_wrong("members", wrong)


def _row(member: Member, found: CheckedMember) -> GridRow:
    disability = found.disability
    code = f"{disability.category}{disability.level}" if disability else ""
    return GridRow(
        member.id,
        member.name,
        (
            GridCell(text=member.name, strong=True),
            GridCell(found.study, _STUDY),
            GridCell(found.illness, _illnesses(found.illness)),
            GridCell(code, _DISABILITY),
            GridCell(found.certificate or "", _CERTIFICATE)
            if disability or found.certificate
            else GridCell(),
            GridCell(str(found.adl_failed), _ADL),
            GridCell("1" if found.no_able_obligor else "", _OBLIGOR),
        ),
    )


def _illnesses(filed: str) -> ChoiceKind:
    """Return the recognised illnesses, and the one the file has in other words."""
    names = words.illnesses()
    other = () if not filed or filed in names else ((filed, filed),)
    return ChoiceKind((("", tr("无")), *((name, name) for name in names), *other))


def _changes(entries: tuple[Entry, ...]) -> dict[str, Json]:
    changes: dict[str, Json] = {}
    for entry in entries:
        changes |= _units(f"/members/#{entry.row}", entry.column, entry.value)
    return changes


def _units(path: str, column: str, value: Value) -> dict[str, Json]:
    text = str(value or "")
    if column == "disability":
        # One unit and not two: a half of it says nothing.
        return {f"{path}/disability": list(_disability(text)) if text else None}
    if column == "certificate":
        return {f"{path}/certificate": text or None}
    if column == "adl":
        return {f"{path}/adl_failed": int(text or 0)}
    if column == "obligor":
        return {f"{path}/no_able_obligor": bool(text)}
    return {f"{path}/{column}": text}


def _disability(code: str) -> Disability:
    return Disability(int(code[0]), int(code[1]))
