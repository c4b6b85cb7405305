"""``caseworker import``: takes in a list as a department sends it, row by row."""

import argparse
from collections import Counter
from dataclasses import asdict, dataclass, field, fields
from pathlib import Path

from caseworker_app.cli import output
from caseworker_app.cli.bar import Bar
from caseworker_app.errors import UserError
from caseworker_app.intake import lists, text_file
from caseworker_app.intake.lists import returned
from caseworker_app.store import safe_file
from caseworker_app.workflow.progress import Progress
from caseworker_app.workflow.workspace import SystemClock

_SHOWN = 20
_PREVIEWED = 3
_LARGEST_MAPPING = 1 << 20
_REASONS = 8


@dataclass(slots=True)
class _Found:
    """What is told at the end; of many refused rows only the first are shown."""

    shown: int
    refused: list[lists.Refused] = field(default_factory=list)
    previewed: list[lists.Taken] = field(default_factory=list)
    reasons: Counter[tuple[str, str]] = field(default_factory=Counter)
    """How often each column was refused for each reason."""

    def note(self, batch: lists.Batch) -> None:
        self.refused += batch.refused[: self.shown - len(self.refused)]
        self.previewed += batch.taken[: _PREVIEWED - len(self.previewed)]
        self.reasons.update(
            (fault.heading, fault.reason) for one in batch.refused for fault in one.faults
        )


def run(wanted: argparse.Namespace) -> int:
    """Read one list and tell what became of its rows; 0 when every row was judged."""
    mapping = _mapping(wanted)
    sender = lists.Sender(SystemClock().today(), wanted.department, wanted.as_of)
    bar = Bar()
    try:
        bar.show(Progress("正在打开名单"))
        reading = lists.Reading(wanted.file, wanted.kind, sender, mapping)
        found = _Found(lists.MOST_ROWS if wanted.json else _SHOWN)
        with reading:
            path = _read(reading, found, wanted, bar)
            report = reading.report
    except lists.UnrecognisedError as error:
        raise _with_template(error, wanted) from error
    finally:
        bar.end()
    if wanted.mapping and mapping is None and not wanted.dry_run:
        _keep(wanted.mapping, report.layout.mapping(wanted.kind))
    if wanted.json:
        output.document(_document(report, found, path))
    else:
        _tell(report, found, path)
    return 0


def _read(
    reading: lists.Reading, found: _Found, wanted: argparse.Namespace, bar: Bar
) -> Path | None:
    """Judge every row; return where the refused ones were put, None where that is nowhere."""
    rows = returned.ReturnedRows(returned.place_for(wanted.file), reading.layout.headings)
    with rows:
        for batch in reading:
            bar.show(Progress("正在逐行检查", batch.done, batch.total))
            found.note(batch)
            for one in () if wanted.dry_run else batch.refused:
                rows.add(one)
    return rows.path if rows.rows else None


def _mapping(wanted: argparse.Namespace) -> lists.Mapping | None:
    if wanted.mapping is None or not wanted.mapping.exists():
        return None
    text = text_file.read_text(wanted.mapping, _LARGEST_MAPPING)
    return lists.Mapping.from_text(text, wanted.mapping.name)


def _with_template(error: lists.UnrecognisedError, wanted: argparse.Namespace) -> UserError:
    """Return the sentence for headings not understood, with a mapping begun where one is named."""
    if wanted.mapping is None or wanted.mapping.exists() or wanted.dry_run:
        return error
    _keep(wanted.mapping, error.template)
    return UserError(
        f"{error}看到的列已写进 {wanted.mapping}，请在空引号里填上字段名，再运行一次。"
    )


def _keep(path: Path, mapping: lists.Mapping) -> None:
    safe_file.write(path, mapping.to_text().encode())


def _document(report: lists.Report, found: _Found, path: Path | None) -> dict[str, object]:
    used = {column.heading: column.field.heading for column in report.layout.columns}
    names = (one.name for one in fields(report) if one.name != "layout")
    return {
        **{name: getattr(report, name) for name in names},
        "columns": used,
        "unused": report.layout.unused,
        "refused_rows": [_refused(one) for one in found.refused],
        "reasons": [
            {"heading": heading, "reason": reason, "rows": rows}
            for (heading, reason), rows in found.reasons.most_common()
        ],
        "refused_file": str(path) if path else None,
        "preview": [{"rows": one.rows, "record": asdict(one.record)} for one in found.previewed],
    }


def _refused(one: lists.Refused) -> dict[str, object]:
    return {
        "row": one.row,
        "faults": [{"field": f.heading, "value": f.value, "reason": f.reason} for f in one.faults],
    }


def _tell(report: lists.Report, found: _Found, path: Path | None) -> None:
    _tell_source(report)
    _tell_columns(report)
    _tell_counts(report)
    for one in found.refused:
        output.say(f"  第 {one.row} 行：{one.reasons()}")
    if report.refused > len(found.refused):
        output.say(f"  另有 {report.refused - len(found.refused):,} 行，各种原因共：")
        for (heading, reason), rows in found.reasons.most_common(_REASONS):
            output.say(f"    {rows:,} 行  {heading}{'：' if heading else ''}{reason}")
    if path:
        output.say(f"退回的行已写到 {path}，可以发还部门改正后重新导入。")
    elif report.refused:
        output.say("这是试运行，没有写任何文件。")


def _tell_source(report: lists.Report) -> None:
    output.say(f"{report.file}：{report.title}，{report.department}")
    if report.sheet:
        output.say(f"  读的是工作表“{report.sheet}”，表头在第 {report.heading_row} 行")
    if report.also_fitting:
        named = "、".join(report.also_fitting)
        output.say(f"  注意：工作表“{named}”的表头也对得上，但没有读。请分别另存后再导入")
    output.say(
        f"  数据日期 {report.as_of}（{report.as_of_reason}），批次 {report.batch}，"
        f"用到 {report.expires} 为止"
    )
    output.say(f"  原文件摘要 SHA-256 {report.sha256}")


def _tell_columns(report: lists.Report) -> None:
    pairs = (
        column.heading if column.heading == name else f"{column.heading}→{name}"
        for column in report.layout.columns
        for name in (column.field.heading,)
    )
    output.say(f"  用到的列：{'、'.join(pairs)}")
    if report.layout.unused:
        output.say(f"  没有用到的列：{'、'.join(report.layout.unused)}")


def _tell_counts(report: lists.Report) -> None:
    made = f"（{report.records:,} 户）" if report.records != report.taken else ""
    output.say(
        f"共 {report.given:,} 行，收下 {report.taken:,} 行{made}，退回 {report.refused:,} 行"
    )
    for count, words in (
        (report.blank, "空行 {} 行，不算在内"),
        (report.upgraded, "15 位旧号码升为 18 位 {} 个"),
        (report.hidden, "看不见的字符、全角数字等改正 {} 处"),
        (report.doubted, "号牌、单元号等看着不合编码规则但仍收下 {} 处，请留意"),
    ):
        if count:
            output.say(f"  {words.format(f'{count:,}')}")
