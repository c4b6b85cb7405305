"""``caseworker compare``: the three comparisons of a whole stock of households, over files."""

import argparse
import os
import tempfile
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from caseworker_app.cli import output, spreadsheet
from caseworker_app.cli.bar import Bar
from caseworker_app.cli.findings import Row, check_ending, opened, row_of
from caseworker_app.errors import UserError
from caseworker_app.intake import lists, pack_file
from caseworker_app.model.codes import Level, Register
from caseworker_app.model.declaration import Declaration
from caseworker_app.model.register import EstateRecord, PersonRecord, VehicleRecord
from caseworker_app.rules.comparison.catalogue import KINDS
from caseworker_app.server.matching import Extracts, Judged, Spool, compare_all
from caseworker_app.workflow.progress import Progress

_KINDS = {
    Register.PERSON: "persons",
    Register.VEHICLE: "vehicles",
    Register.ESTATE: "estates",
}
_LISTS = (".csv", ".xlsx", ".xls", ".txt")
_PARQUET = ".parquet"
_EVERY = 500
_SHOWN = 5


@dataclass(slots=True)
class _Tally:
    """What is told at the end."""

    raised: int = 0
    stale: int = 0
    codes: Counter[tuple[str, Level]] = field(default_factory=Counter)
    unknown: list[str] = field(default_factory=list)
    """Households of which 户籍 has nobody."""
    refused: dict[str, int] = field(default_factory=dict)
    """File → rows that were not taken."""

    def of_level(self, wanted: Level) -> int:
        return sum(number for (_, level), number in self.codes.items() if level is wanted)

    def of_codes(self) -> dict[str, int]:
        """Return how many of each kind, in the order of the catalogue."""
        counts: Counter[str] = Counter()
        for (code, _), number in self.codes.items():
            counts[code] += number
        return {code: counts[code] for code in KINDS if counts[code]}

    def note(self, judged: Judged) -> None:
        self.raised += bool(judged.differences)
        self.stale += sum(item.stale for item in judged.differences)
        self.codes.update((item.code, item.level) for item in judged.differences)
        if judged.unknown:
            self.unknown.append(judged.household)


def run(wanted: argparse.Namespace) -> int:
    """Compare every household and write what disagrees; 0 when that is done."""
    found = _registers(wanted.registers)
    check_ending(wanted.out)
    spreadsheet.check_place(wanted.out, (wanted.households, *found.values()))
    pack = pack_file.chosen(wanted.pack)
    tally = _Tally()
    with tempfile.TemporaryDirectory(prefix="caseworker-") as folder:
        extracts = _extracts(wanted, found, Path(folder), tally)
        judged = compare_all(extracts, pack, wanted.as_of, wanted.engine, _processes())
        with opened(wanted.out) as write:
            _write(judged, write, tally)
    left_out = [register for register in _KINDS if register not in found]
    if wanted.json:
        output.document(_document(wanted, tally, left_out))
    else:
        _tell(wanted, tally, left_out)
    return 0


def _processes() -> int:
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else 2


def _write(judged: Iterable[Judged], write: Callable[[Row], None], tally: _Tally) -> None:
    bar = Bar()
    bar.show(Progress("正在汇集登记数据"))
    try:
        for number, household in enumerate(judged):
            if number % _EVERY == 0:
                bar.show(Progress("正在逐户比对", number))
            tally.note(household)
            for item in household.differences:
                write(row_of(household.household, item))
    finally:
        bar.end()


def _registers(folder: Path) -> dict[Register, Path]:
    """Return the file of each register; raises UserError where there is none at all."""
    if not folder.is_dir():
        raise UserError(f"{folder} 不是文件夹。请指定存放户籍、车辆、房产登记数据的文件夹。")
    found: dict[Register, Path] = {}
    for path in sorted(folder.iterdir()):
        register = _register_of(path)
        if register is None:
            continue
        if register in found:
            raise UserError(
                f"{folder} 中{register.zh}数据有两份：{found[register].name}、{path.name}。"
                "请只留一份。"
            )
        found[register] = path
    if not found:
        raise UserError(
            f"{folder} 中没有登记数据，无法比对。请放入 persons（户籍）、vehicles（车辆）、"
            "estates（房产）中至少一份，格式为 .parquet、.csv 或 .xlsx。"
        )
    return found


def _register_of(path: Path) -> Register | None:
    if path.suffix.lower() not in (_PARQUET, *_LISTS):
        return None
    named = (r for r, kind in _KINDS.items() if path.stem.strip().lower() in (kind, r.zh))
    return next(named, None)


def _extracts(
    wanted: argparse.Namespace, found: Mapping[Register, Path], folder: Path, tally: _Tally
) -> Extracts:
    """Return where the tables lie; lists are read in first, and laid beside the others."""
    reading = _Reading(folder, wanted.as_of, tally)
    households = wanted.households
    if not households.is_dir():
        reading.households(households)
        households = folder
    registers = {
        register: path if path.suffix.lower() == _PARQUET else reading.register(register, path)
        for register, path in found.items()
    }
    return Extracts(households, registers, wanted.as_of)


@dataclass(frozen=True, slots=True)
class _Reading:
    """Reads lists as departments send them into clean extracts in a folder."""

    folder: Path
    day: date
    tally: _Tally

    def households(self, path: Path) -> None:
        if path.exists() and path.suffix.lower() not in _LISTS:
            raise UserError(
                f"{path} 读不了。家庭数据可以是 .csv、.xlsx，或含 household.parquet 的文件夹。"
            )
        taken = 0
        with Spool.declared(self.folder) as spool:
            for record in self._records(path, "households"):
                if isinstance(record, Declaration):
                    spool.declaration(record)
                    taken += 1
        if not taken:
            raise UserError(
                f"{path} 中没有一户可以比对。"
                "逐行原因请用 caseworker import --kind households 查看。"
            )

    def register(self, register: Register, path: Path) -> Path:
        """Return the extract of a register."""
        with Spool.registered(self.folder, register) as spool:
            for record in self._records(path, _KINDS[register]):
                if isinstance(record, PersonRecord | VehicleRecord | EstateRecord):
                    spool.record(record)
        return self.folder / f"{register.value}{_PARQUET}"

    def _records(self, path: Path, kind: str) -> Iterator[lists.Record]:
        bar = Bar()
        try:
            with lists.Reading(path, kind, lists.Sender(self.day)) as reading:
                for batch in reading:
                    bar.show(Progress(f"正在读入 {path.name}", batch.done, batch.total))
                    yield from (one.record for one in batch.taken)
                if refused := reading.report.refused:
                    self.tally.refused[path.name] = refused
        finally:
            bar.end()


def _document(
    wanted: argparse.Namespace, tally: _Tally, left_out: Sequence[Register]
) -> dict[str, object]:
    return {
        "as_of": wanted.as_of.isoformat(),
        "engine": wanted.engine,
        "out": str(wanted.out),
        "registers": [r.value for r in _KINDS if r not in left_out],
        "left_out": [register.value for register in left_out],
        "households_with_differences": tally.raised,
        "discrepancies": tally.codes.total(),
        "stale": tally.stale,
        "by_level": {level.value: tally.of_level(level) for level in Level},
        "by_code": tally.of_codes(),
        "not_in_person_register": tally.unknown,
        "refused_rows": tally.refused,
    }


def _tell(wanted: argparse.Namespace, tally: _Tally, left_out: Sequence[Register]) -> None:
    for register in left_out:
        output.say(f"没有{register.zh}数据，未作{register.zh}比对")
    for name, rows in tally.refused.items():
        output.say(f"{name} 有 {rows:,} 行不合格，未用于比对；逐行原因请用 caseworker import 查看")
    output.say(f"有差异的家庭 {tally.raised:,} 户，差异 {tally.codes.total():,} 处")
    levels = (f"{level.zh} {tally.of_level(level):,}" for level in Level)
    output.say(f"  {'，'.join(levels)}；其中所据数据已过时效 {tally.stale:,} 处")
    for code, number in tally.of_codes().items():
        output.say(f"  {code}  {KINDS[code].zh}  {number:,}")
    if tally.unknown:
        output.say(
            f"另有 {len(tally.unknown):,} 户在户籍数据中查无任何成员，未作户籍比对，请核对号码。"
            f"如：{'、'.join(tally.unknown[:_SHOWN])}"
        )
    output.say(f"明细已写到 {wanted.out}")
