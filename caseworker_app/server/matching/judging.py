"""What the engines brought together, judged household by household, over several processes."""

from collections import deque
from collections.abc import Iterable, Iterator, Sequence, Set as AbstractSet
from concurrent.futures import Future, ProcessPoolExecutor
from dataclasses import dataclass
from datetime import date
from itertools import chain, groupby, islice
from multiprocessing import get_context
from operator import itemgetter

from caseworker_app.errors import UserError
from caseworker_app.model.codes import Register
from caseworker_app.model.discrepancy import Discrepancy
from caseworker_app.rules.comparison import compare_registers
from caseworker_app.rules.policy.pack import Pack
from caseworker_app.server.matching.reading import read
from caseworker_app.server.matching.selection import Brought

_BATCH = 500
"""Households a process judges at a time."""
_ALONE = 40
"""Batches that are judged sooner, and at half the cost, than other processes have started."""
_WAITING = 3
"""Batches a process may have waiting, so that memory does not grow with the city."""


@dataclass(frozen=True, slots=True)
class Judged:
    """A household with what its comparison raised; ``unknown`` where no member is in 户籍."""

    household: str
    differences: tuple[Discrepancy, ...]
    unknown: bool


@dataclass(frozen=True, slots=True)
class Judge:
    """The law, the day, and which registers were given: of no other is anything raised."""

    pack: Pack
    day: date
    given: AbstractSet[Register]

    def judge(self, rows: Iterable[Brought], processes: int) -> Iterator[Judged]:
        """Yield every household of the rows in their order; raises UserError for a bad cell."""
        batches = _batches(rows)
        for batch in islice(batches, _ALONE) if processes > 1 else batches:
            yield from self.batch(batch)
        for further in batches:
            with ProcessPoolExecutor(processes, get_context("spawn"), _begin, (self,)) as pool:
                yield from _in_turn(pool, chain((further,), batches), processes * _WAITING)

    def batch(self, rows: Sequence[Brought]) -> list[Judged]:
        """Return the households of some rows, each judged."""
        return [self._one(whose, list(own)) for whose, own in groupby(rows, itemgetter(0))]

    def _one(self, whose: str, rows: Sequence[Brought]) -> Judged:
        try:
            declaration, records = read(rows)
        except (ValueError, TypeError, LookupError) as error:
            raise UserError(
                f"家庭 {whose} 的数据有误（{error}），未作比对。请更正该户及其登记数据后重试。"
            ) from error
        found = compare_registers(declaration, records, self.pack, self.day)
        kept = tuple(item for item in found if item.register in self.given)
        return Judged(whose, kept, Register.PERSON in self.given and not records.persons)


class _Pooled:
    """The judge of a process of the pool."""

    judge: Judge


def _begin(judge: Judge) -> None:
    _Pooled.judge = judge


def _batch(rows: Sequence[Brought]) -> list[Judged]:
    return _Pooled.judge.batch(rows)


def _in_turn(
    pool: ProcessPoolExecutor, batches: Iterable[Sequence[Brought]], most: int
) -> Iterator[Judged]:
    """Yield in order what the pool judged, never having more batches under way."""
    waiting: deque[Future[list[Judged]]] = deque()
    try:
        for batch in batches:
            waiting.append(pool.submit(_batch, batch))
            if len(waiting) >= most:
                yield from waiting.popleft().result()
        while waiting:
            yield from waiting.popleft().result()
    finally:
        for future in waiting:
            future.cancel()


def _batches(rows: Iterable[Brought]) -> Iterator[list[Brought]]:
    households = groupby(rows, itemgetter(0))
    while batch := [row for _, own in islice(households, _BATCH) for row in own]:
        yield batch
