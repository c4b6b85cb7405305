"""One list being read: its columns are known at once, its rows come in batches, then the report."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import islice
from pathlib import Path

from caseworker_app.confined import Closing
from caseworker_app.errors import UserError
from caseworker_app.intake.lists import layout as layouts, values
from caseworker_app.intake.lists.field import AS_OF
from caseworker_app.intake.lists.judge import Sender
from caseworker_app.intake.lists.layout import Layout
from caseworker_app.intake.lists.mapping import Mapping
from caseworker_app.intake.lists.outcome import Batch, Refused, Report, Taken
from caseworker_app.intake.lists.tables import FORMS, judge_of
from caseworker_app.intake.table.cell import CellError, clean
from caseworker_app.intake.table.process import Reader
from caseworker_app.model.source import Source

PREVIEWED = 20
_BATCH = 500
_SHORT = 16
_DATED = re.compile(
    r"(?:数据|截止|截至|统计|提取|导出|更新)(?:日期|时间|截止日期|截至)?[:：]?\s*"
    r"(\d{4}\s?[-/.年]\s?\d{1,2}\s?[-/.月]\s?\d{1,2}日?|\d{8})"
)


class UnrecognisedError(UserError):
    """The headings do not tell which column is which; a mapping can."""

    def __init__(self, sentence: str, template: Mapping) -> None:
        super().__init__(sentence)
        self.template = template
        """What was recognised; the rest stands empty for the person to fill in."""


class Reading(Closing):
    """A list of one kind: iterate it once, in a ``with``; ``report`` is whole afterwards."""

    def __init__(
        self, path: Path, kind: str, sender: Sender, mapping: Mapping | None = None
    ) -> None:
        """Open the list; raises UserError where it cannot be read or lacks a necessary column."""
        self._path = path
        self._form = FORMS[kind]
        mapping = mapping or Mapping()
        layouts.check_mapping(self._form, mapping)
        self._reader = Reader(path, layouts.known_headings(self._form, mapping))
        try:
            self._head = self._reader.head()
            self.layout = self._laid_out(mapping)
            self.source, self._as_of_reason = self._source(sender)
        except BaseException:
            self._reader.close()
            raise
        self._judge = judge_of(kind, self.layout, self.source, sender)
        self._given = self._taken = self._refused = self._records = 0

    def __iter__(self) -> Iterator[Batch]:
        first = True
        for batch in self._reader.batches():
            if first:
                self._judge.look_ahead([cells for _, cells in batch])
                first = False
            self._given += len(batch)
            yield self._batch(self._judge.rows(batch))
        rest = self._judge.end()
        while outcomes := list(islice(rest, _BATCH)):
            yield self._batch(outcomes)

    def first(self, rows: int) -> "Preview":
        """Return the first rows as understood; no more can be read afterwards."""
        batch = next(self._reader.batches(), [])[:rows]
        self._judge.look_ahead([cells for _, cells in batch])
        self._given = len(batch)
        judged = self._batch((*self._judge.rows(batch), *self._judge.end()))
        return Preview(self.report, judged.taken, judged.refused)

    @property
    def report(self) -> Report:
        """What was read so far."""
        head, source, judge = self._head, self.source, self._judge
        return Report(
            file=self._path.name,
            sha256=self._reader.sha256,
            kind=self._form.kind,
            title=self._form.title,
            sheet=head.sheet,
            also_fitting=head.also_fitting,
            other_sheets=head.others,
            encoding=head.encoding,
            heading_row=head.row,
            layout=self.layout,
            department=source.department,
            as_of=source.as_of,
            as_of_reason=self._as_of_reason,
            batch=source.batch,
            expires=source.expires,
            given=self._given,
            taken=self._taken,
            refused=self._refused,
            blank=self._reader.blank,
            records=self._records,
            hidden=judge.hidden,
            upgraded=judge.notes.upgraded,
            doubted=judge.notes.doubted,
        )

    def close(self) -> None:
        """Stop reading, at once."""
        self._reader.close()

    def _laid_out(self, mapping: Mapping) -> Layout:
        head = self._head
        layout = layouts.lay_out(self._form, head.head, mapping)
        if not head.recognised or layouts.missing(self._form, layout):
            sentence = layouts.refusal(self._path.name, self._form, layout, head.sheet)
            raise UnrecognisedError(sentence, layout.mapping(self._form.kind))
        return layout

    def _source(self, sender: Sender) -> tuple[Source, str]:
        """Return where the rows come from, and in words how the day of the data was found."""
        as_of, reason = sender.as_of, "按给定的日期"
        if as_of is None and (dated := day_in(self._head.above, sender.today)):
            as_of, reason = dated, "取自表头上方的文字"
        if as_of is None:
            as_of, reason = sender.today, "名单没有写明，按今天"
        if sender.as_of is None and any(c.field.name == AS_OF for c in self.layout.columns):
            reason = f"取自“数据日期”列；没有填的行{reason.removeprefix('名单没有写明，')}"
        return Source(
            sender.department or self._form.department,
            as_of,
            sender.batch or self._reader.sha256[:_SHORT],
            as_of + timedelta(days=sender.kept_days),
        ), reason

    def _batch(self, outcomes: Iterable[Taken | Refused]) -> Batch:
        taken: list[Taken] = []
        refused: list[Refused] = []
        for outcome in outcomes:
            if isinstance(outcome, Taken):
                taken.append(outcome)
            else:
                refused.append(outcome)
        self._taken += sum(len(one.rows) for one in taken)
        self._records += len(taken)
        self._refused += len(refused)
        return Batch(tuple(taken), tuple(refused), self._given, self._head.total)


@dataclass(frozen=True, slots=True)
class Preview:
    """The first rows of a list as understood."""

    report: Report
    taken: tuple[Taken, ...]
    refused: tuple[Refused, ...]


def preview(
    path: Path, kind: str, sender: Sender, mapping: Mapping | None = None, rows: int = PREVIEWED
) -> Preview:
    """Return the first rows as understood; raises UserError as reading does."""
    with Reading(path, kind, sender, mapping) as reading:
        return reading.first(rows)


def day_in(above: Iterable[str], today: date) -> date | None:
    """Return the day that a title above the headings gives for the data."""
    for text in above:
        if found := _DATED.search(clean(text)[0]):
            try:
                return values.past_day(found[1], values.Notes(today))
            except CellError:
                return None
    return None
