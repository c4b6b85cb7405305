"""家庭申报: one row a member, gathered into the declarations the comparisons start from.

The rows of a household need not stand together, so all are kept until the end. A household
with one faulty row goes back whole: a declaration without a member would accuse that family.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from typing import NamedTuple, TypeVar, cast

from caseworker_app.intake.lists import belongings, values, words
from caseworker_app.intake.lists.field import Field, Form
from caseworker_app.intake.lists.judge import Judge, Sender, shown
from caseworker_app.intake.lists.layout import Layout
from caseworker_app.intake.lists.outcome import Fault, Refused, Taken
from caseworker_app.intake.lists.record import OWN_NUMBER, numbers_of
from caseworker_app.intake.lists.values import Value
from caseworker_app.intake.table.cell import CellError
from caseworker_app.model.declaration import (
    Declaration,
    DeclaredEstate,
    DeclaredPerson,
    DeclaredVehicle,
)
from caseworker_app.model.source import Source

T = TypeVar("T")

_CATEGORIES = {
    "特困": "tekun", "支出型": "expenditure_dibao", "单列": "single_listed",
    "单人": "single_listed",
    "边缘": "low_margin", "低边": "low_margin", "刚性": "rigid_family", "低保": "dibao",
    "最低生活保障": "dibao",
}  # fmt: skip
_AT = words.plainly("在家", "在校", "服兵役", "服刑", "外出务工", "失联", "死亡")
_BELONGINGS = 4000
_HEADS = "02 01"
_SEPARATOR = "\x1f"
_HEADLESS = "户主不在本户成员之中，整户退回"

HOUSEHOLDS = Form(
    kind="households",
    title="家庭申报",
    department="民政",
    fields=(
        Field(
            "household_id",
            "救助证号",
            values.text,
            "低保证号 家庭编号 户编号 救助证编号 申请编号",
            necessary=True,
            longest=60,
        ),
        Field(
            "hukou_number",
            "户号",
            values.text,
            "户口簿号 户口号 家庭户号",
            necessary=True,
            longest=40,
            common=True,
        ),
        Field(
            "region",
            "区划代码",
            values.region,
            "行政区划代码 所属区划 12位区划代码",
            necessary=True,
            common=True,
        ),
        Field(
            "head_id_number",
            "户主身份号码",
            values.other_number,
            "户主身份证号 户主身份证号码 户主公民身份号码 申请人身份号码 申请人身份证号",
            common=True,
        ),
        Field(
            "relation",
            "与户主关系",
            words.coded(words.relation),
            "与户主的关系 与申请人关系 家庭关系 关系",
        ),
        Field(
            "signed",
            "申报日期",
            values.past_day,
            "申请日期 签字日期 承诺日期",
            necessary=True,
            common=True,
        ),
        Field(
            "last_check", "上次复核日期", values.past_day, "上次核查日期 最近复核日期", common=True
        ),
        Field(
            "category",
            "救助类别",
            words.containing(_CATEGORIES),
            "保障类别 类别 对象类别",
            common=True,
        ),
        Field("name", "姓名", values.name, "成员姓名 家庭成员姓名", necessary=True, longest=60),
        Field(
            "id_number",
            "公民身份号码",
            values.citizen_number,
            f"{OWN_NUMBER} {numbers_of('成员', '家庭成员')}",
            necessary=True,
        ),
        Field("marital", "婚姻状况", words.coded(words.marital), "婚姻", blank=""),
        Field("member_hukou", "成员户号", values.text, "成员户口簿号 本人户号", longest=40),
        Field("whereabouts", "去向", words.coded(_AT), "成员去向 在家情况", blank="在家"),
        Field(
            "near_relative_filed",
            "近亲属备案",
            values.flag,
            "是否近亲属备案 经办人员近亲属备案",
            common=True,
        ),
        Field("vehicles", "申报车辆", values.text, "车辆 家庭车辆", longest=_BELONGINGS),
        Field("estates", "申报房产", values.text, "房产 住房 家庭房产", longest=_BELONGINGS),
    ),
)

_COMMON = tuple(f.name for f in HOUSEHOLDS.fields if f.common)
_HEADING = {f.name: f.heading for f in HOUSEHOLDS.fields}
_NECESSARY = frozenset(f.name for f in HOUSEHOLDS.fields if f.necessary)


class _Row(NamedTuple):
    """A good row, as small as it can be kept."""

    number: int
    cells: bytes
    person: DeclaredPerson
    relation: str
    vehicles: tuple[DeclaredVehicle, ...]
    estates: tuple[DeclaredEstate, ...]
    common: tuple[Value, ...]


@dataclass(slots=True)
class _Household:
    rows: list[_Row] = field(default_factory=list)
    faulty: list[Refused] = field(default_factory=list)


class HouseholdJudge(Judge):
    """Judges rows of members; the declarations come at the end."""

    def __init__(self, form: Form, layout: Layout, source: Source, sender: Sender) -> None:
        super().__init__(form, layout, source, sender)
        self._households: dict[str, _Household] = {}

    def rows(self, rows: Iterable[tuple[int, Sequence[str]]]) -> Iterator[Taken | Refused]:
        """Yield only the rows that belong to no household; the others are kept."""
        for number, cells in rows:
            given, faults = self.read(cells)
            household = given.get("household_id")
            if not isinstance(household, str):
                yield Refused(number, tuple(cells), tuple(faults))
                continue
            kept = self._households.setdefault(household, _Household())
            if not faults:
                try:
                    kept.rows.append(self._member(number, cells, given))
                    continue
                except CellError as fault:
                    heading, value, reason = fault.args
                    faults = [Fault(heading, value, reason)]
            kept.faulty.append(Refused(number, tuple(cells), tuple(faults)))

    def end(self) -> Iterator[Taken | Refused]:
        """Yield each household as a declaration, or all its rows as refused."""
        for household, kept in self._households.items():
            yield from self._judged(household, kept)

    def _member(self, number: int, cells: Sequence[str], given: Mapping[str, Value]) -> _Row:
        household = given["household_id"]
        owner = self.identity("member", household, given["id_number"])

        def identity(thing: str) -> str:
            return self.identity("thing", household, thing)

        def owned(name: str, read: Callable[..., tuple[T, ...]]) -> tuple[T, ...]:
            cell = str(given.get(name, ""))
            try:
                return read(cell, owner, identity, self.notes)
            except CellError as error:
                raise CellError(_HEADING[name], shown(cell), str(error)) from error

        return _Row(
            number,
            _SEPARATOR.join(cells).encode(),
            DeclaredPerson(
                owner,
                str(given["name"]),
                str(given["id_number"]),
                str(given["marital"]),
                str(given.get("member_hukou", "")),
                str(given["whereabouts"]),
            ),
            str(given.get("relation", "")),
            owned("vehicles", belongings.vehicles),
            owned("estates", belongings.estates),
            tuple(given.get(name) for name in _COMMON),
        )

    def _judged(self, household: str, kept: _Household) -> Iterator[Taken | Refused]:
        rows, repeated = _once(kept.rows)
        yield from repeated
        common, fault = _agreed(rows)
        head, headless = _head(rows, common)
        first = kept.faulty[0].row if kept.faulty else 0
        reason = f"同户第 {first} 行有误，整户退回" if first else fault or headless
        if reason:
            yield from kept.faulty
            yield from (_back(row, reason) for row in rows)
        else:
            yield Taken(
                tuple(row.number for row in rows), _declaration(household, rows, head, common)
            )


def _once(rows: list[_Row]) -> tuple[list[_Row], list[Refused]]:
    """Return the rows without those that say the same of the same member again."""
    first: dict[tuple[object, ...], _Row] = {}
    for row in rows:
        first.setdefault(row[1:], row)
    again = (row for row in rows if first[row[1:]] is not row)
    reason = "与第 {0} 行重复，已收第 {0} 行"
    return list(first.values()), [_back(row, reason.format(first[row[1:]].number)) for row in again]


def _agreed(rows: list[_Row]) -> tuple[dict[str, Value], str]:
    """Return what the rows say of the whole household, and where they contradict each other."""
    common: dict[str, Value] = {}
    for at, name in enumerate(_COMMON):
        said = {row.common[at]: row.number for row in reversed(rows) if row.common[at] is not None}
        if len(said) > 1:
            lines = "、".join(str(number) for number in sorted(said.values()))
            return common, f"同一户的“{_HEADING[name]}”前后不一致（第 {lines} 行），整户退回"
        if not said and name in _NECESSARY:
            return common, f"这一户没有填“{_HEADING[name]}”，整户退回"
        common[name] = next(iter(said), None)
    numbers = [row.person.id_number for row in rows]
    if twice := next((number for number in numbers if numbers.count(number) > 1), ""):
        lines = "、".join(str(row.number) for row in rows if row.person.id_number == twice)
        return common, f"同一户第 {lines} 行是同一个号码，内容却不同，整户退回"
    return common, ""


def _head(rows: list[_Row], common: Mapping[str, Value]) -> tuple[str, str]:
    """Return the member id of the head, or why there is none."""
    if number := common.get("head_id_number"):
        heads = [row for row in rows if row.person.id_number == number]
        return (heads[0].person.member_id, "") if heads else ("", _HEADLESS)
    heads = [row for row in rows if row.relation in _HEADS] or (rows if len(rows) == 1 else [])
    if len(heads) != 1:
        return "", "没有写明谁是户主，或有两个户主（看“户主身份号码”或“与户主关系”），整户退回"
    return heads[0].person.member_id, ""


def _declaration(
    household: str, rows: list[_Row], head: str, common: Mapping[str, Value]
) -> Declaration:
    hukou = str(common["hukou_number"])
    return Declaration(
        household_id=household,
        signed=cast("date", common["signed"]),
        region=str(common["region"]),
        hukou_number=hukou,
        head=head,
        persons=tuple(
            row.person if row.person.hukou_number else replace(row.person, hukou_number=hukou)
            for row in rows
        ),
        vehicles=tuple(vehicle for row in rows for vehicle in row.vehicles),
        estates=tuple(estate for row in rows for estate in row.estates),
        last_check=cast("date | None", common.get("last_check")),
        near_relative_filed=bool(common.get("near_relative_filed")),
    )


def _back(row: _Row, reason: str) -> Refused:
    return Refused(
        row.number, tuple(row.cells.decode().split(_SEPARATOR)), (Fault("", "", reason),)
    )
