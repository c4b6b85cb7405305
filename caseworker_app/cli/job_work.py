"""What the office's jobs do: take in a department's list, compare all households.

The reading of spreadsheets and the office's database meet here: the server itself reads none.
"""

import os
import tempfile
from collections.abc import Iterator, Mapping
from datetime import UTC, date, datetime
from pathlib import Path

from caseworker_app.cli.findings import opened, row_of
from caseworker_app.errors import UserError
from caseworker_app.intake import lists, pack_file, text_file
from caseworker_app.intake.lists import returned
from caseworker_app.model.codes import Dataset, JobKind
from caseworker_app.model.declaration import Declaration
from caseworker_app.model.register import AnyRecord
from caseworker_app.model.values import CHINA
from caseworker_app.server import registers, stock
from caseworker_app.server.central import Central
from caseworker_app.server.jobs import Job, Outcome, Tell, Work
from caseworker_app.server.matching import compare_all

LARGEST_MAPPING = 1 << 20
_EVERY = 200


def dataset_of(kind: str) -> Dataset:
    """Return what a list of this kind is rows of; raises UserError for declarations."""
    form = lists.FORMS[kind]
    if not isinstance(form, lists.Table):
        raise UserError("家庭申报不进部门登记库。请导入部门名单，如户籍、车辆、房产。")
    return form.dataset


def take_in(central: Central, job: Job, tell: Tell) -> Outcome:
    """Take a department's list into the registers, all of its sound rows or nothing."""
    said, dataset = job.said, dataset_of(job.said["kind"])
    path = Path(said["file"])
    day = date.fromisoformat(said["as_of"]) if said["as_of"] else None
    sender = lists.Sender(_today(central), said["department"], day)
    registers.throw_away(central, job.id)
    try:
        with lists.Reading(path, said["kind"], sender, _mapping(said["mapping"])) as reading:
            rows = returned.ReturnedRows(returned.place_for(path), reading.layout.headings)
            with rows:
                for _ in registers.lay_aside(central, job.id, dataset, _taken(reading, rows, tell)):
                    pass
            report = reading.report
        taken = registers.take_in(central, job.id, dataset, job.by)
    finally:
        registers.throw_away(central, job.id)
    refused = str(rows.path) if rows.rows else ""
    kept = f"登记库新增或更新 {taken:,} 条"
    counts = f"共 {report.given:,} 行，收下 {report.taken:,} 行，退回 {report.refused:,} 行"
    return Outcome(f"{path.name}：{counts}；{kept}。", refused)


def compare(central: Central, job: Job, tell: Tell) -> Outcome:
    """Compare every household on the books with the registers; write what disagrees to a file."""
    out, day = Path(job.said["out"]), date.fromisoformat(job.said["as_of"])
    found, raised, judged = 0, 0, 0
    with tempfile.TemporaryDirectory(prefix="caseworker-") as folder:
        extracts, total = stock.extracts(central, Path(folder), day, tell)
        every = compare_all(extracts, pack_file.chosen(None), day, processes=_processes())
        with opened(out) as write:
            for one in every:
                for item in one.differences:
                    write(row_of(one.household, item))
                found, raised = found + len(one.differences), raised + bool(one.differences)
                judged += 1
                if judged % _EVERY == 0:
                    tell(min(total, judged), total)
        tell(total, total)
    return Outcome(
        f"比对 {total:,} 户，有差异的家庭 {raised:,} 户，差异 {found:,} 处，明细已写到 {out}。"
    )


WORKS: Mapping[JobKind, Work] = {JobKind.IMPORT: take_in, JobKind.COMPARE: compare}


def _taken(reading: lists.Reading, rows: returned.ReturnedRows, tell: Tell) -> Iterator[AnyRecord]:
    """Yield the sound rows of a list; the others go to the file for the department."""
    for batch in reading:
        tell(batch.done, batch.total)
        for refused in batch.refused:
            rows.add(refused)
        for one in batch.taken:
            if not isinstance(one.record, Declaration):
                yield one.record


def _mapping(path: str) -> lists.Mapping | None:
    if not path:
        return None
    file = Path(path)
    return lists.Mapping.from_text(text_file.read_text(file, LARGEST_MAPPING), file.name)


def _today(central: Central) -> date:
    return datetime.fromtimestamp(central.clock() / 1000, UTC).astimezone(CHINA).date()


def _processes() -> int:
    return max(1, (os.cpu_count() or 2) // 2)
