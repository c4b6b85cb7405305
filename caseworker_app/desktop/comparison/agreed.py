"""What the registers confirm, in words: a household hears what is right, not only what differs."""

from collections.abc import Iterable
from datetime import date
from typing import TypeVar

from caseworker_app.desktop.step import words
from caseworker_app.desktop.tongue import tr
from caseworker_app.model import id_number
from caseworker_app.model.codes import Dataset, Register
from caseworker_app.model.register import AnyRecord
from caseworker_app.model.source import Source
from caseworker_app.model.values import square_metres
from caseworker_app.workflow.dossier import Dossier

R = TypeVar("R", bound=AnyRecord)

_CURRENT = "1"


def agreed(dossier: Dossier, register: Register, day: date) -> tuple[str, ...]:
    """Return lines such as ``2 人与户籍登记一致：…``; what no register spoke of is said too."""
    if register is Register.PERSON:
        return _persons(dossier, day)
    if register is Register.VEHICLE:
        return _vehicles(dossier, day)
    if register is Register.ESTATE:
        return _estates(dossier, day)
    return _others(dossier, day)


def lapsed(dossier: Dossier, register: Register) -> tuple[str, ...]:
    """Return a line for each kind of data that was erased with its term: nothing follows of it."""
    return tuple(
        tr(
            "{word}数据已于 {day} 到期删除，本项不能下结论；联网后会重新取得，也可重新导入",
            word=lapse.dataset.zh,
            day=lapse.day,
        )
        for lapse in dossier.lapses
        if lapse.dataset.register is register
    )


def provenance(source: Source | None, day: date) -> str:
    """Return ``公安 2026-10-31，22 天前，2027-01-31 到期``, or that its use has ended."""
    if source is None:
        return tr("无部门数据")
    age = (day - source.as_of).days
    end = (
        tr("{expires} 到期", expires=source.expires)
        if source.expires >= day
        else tr("已于 {expires} 过期", expires=source.expires)
    )
    return tr(
        "{department} {as_of}，{rest}，{end}",
        department=source.department,
        as_of=source.as_of,
        rest=tr("当天") if age <= 0 else tr("{age} 天前", age=age),
        end=end,
    )


def _persons(dossier: Dossier, day: date) -> tuple[str, ...]:
    differing = {d.member_id for d in dossier.discrepancies if d.register is Register.PERSON}
    recorded = {
        id_number.upgrade(id_number.normalise(r.id_number)) for r in dossier.records.persons
    }
    alike, unknown = [], []
    for person in dossier.declaration.persons:
        number = id_number.upgrade(id_number.normalise(person.id_number))
        if number not in recorded:
            unknown.append(person.name)
        elif person.member_id not in differing:
            alike.append(person.name)
    lines = []
    if alike:
        lines.append(
            tr(
                "{names}：户籍登记与申报一致（{sources}）",
                names=tr("、").join(alike),
                sources=_sources(dossier.records.persons, day),
            )
        )
    if unknown and not _gone(dossier, Dataset.PERSON):
        lines.append(
            tr("{names}：本次没有收到户籍数据，请现场核对户口簿", names=tr("、").join(unknown))
        )
    return tuple(lines)


def _others(dossier: Dossier, day: date) -> tuple[str, ...]:
    """Return a line for each kind of other data in which nothing differs."""
    disputed = {i for d in dossier.discrepancies for i in d.record_ids}
    rows: dict[Dataset, list[AnyRecord]] = {}
    for dataset, record in dossier.records:
        if dataset.register is Register.OTHER:
            rows.setdefault(dataset, []).append(record)
    return tuple(
        tr(
            "{word}：{n} 条，与申报无不符（{sources}）",
            word=dataset.zh,
            n=len(found),
            sources=_sources(found, day),
        )
        for dataset, found in rows.items()
        if not disputed.intersection(record.id for record in found)
    )


def _vehicles(dossier: Dossier, day: date) -> tuple[str, ...]:
    records = _undisputed(dossier, dossier.records.vehicles)
    if records:
        named = tr("、").join(f"{r.plate} {r.vehicle_type}" for r in records)
        return (
            tr(
                "{named}：车辆登记与申报一致（{sources}）",
                named=named,
                sources=_sources(records, day),
            ),
        )
    known = dossier.records.vehicles or dossier.declaration.vehicles
    if known or _gone(dossier, Dataset.VEHICLE):
        return ()
    return (tr("申报无机动车，登记也无机动车"),)


def _estates(dossier: Dossier, day: date) -> tuple[str, ...]:
    current = tuple(r for r in dossier.records.estates if r.state == _CURRENT)
    records = _undisputed(dossier, current)
    if records:
        named = tr("、").join(f"{r.location} {square_metres(r.area)}㎡" for r in records)
        return (
            tr(
                "{named}：不动产登记与申报一致（{sources}）",
                named=named,
                sources=_sources(records, day),
            ),
        )
    if dossier.records.estates or _gone(dossier, Dataset.ESTATE):
        return ()
    if dossier.declaration.estates:
        named = tr("、").join(
            f"{words.estate(e)} {e.location}" for e in dossier.declaration.estates
        )
        return (tr("{named}：申报的房屋没有不动产登记记录", named=named),)
    return (tr("申报无房产，登记也无房产"),)


def _gone(dossier: Dossier, dataset: Dataset) -> bool:
    return any(lapse.dataset is dataset for lapse in dossier.lapses)


def _undisputed(dossier: Dossier, records: tuple[R, ...]) -> tuple[R, ...]:
    disputed = {record for d in dossier.discrepancies for record in d.record_ids}
    return tuple(r for r in records if r.id not in disputed)


def _sources(records: Iterable[AnyRecord], day: date) -> str:
    return tr("；").join(dict.fromkeys(provenance(r.source, day) for r in records))
