"""分拣: what becomes of each row of a department's list on this laptop."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date

from caseworker_app.errors import UserError
from caseworker_app.model.register import AnyRecord
from caseworker_app.rules.comparison.facts import number_of
from caseworker_app.rules.matching.index import PersonIndex
from caseworker_app.rules.matching.known import known
from caseworker_app.rules.matching.people import Candidate, KnownPerson
from caseworker_app.rules.matching.subject import stated, subject
from caseworker_app.store import freshness, household as households
from caseworker_app.store.imports import Counts, KeptRow, Sorted
from caseworker_app.store.question import Asked
from caseworker_app.workflow.workspace import Workspace


@dataclass(frozen=True, slots=True)
class TakenRow:
    """A row of the list that is right as it stands."""

    position: int
    """Row of the file."""
    record: AnyRecord
    birth: date | None = None
    """From a column of its own."""


@dataclass(frozen=True, slots=True)
class RefusedRow:
    """A row of the list that goes back to the department."""

    position: int
    reason: str


@dataclass(frozen=True, slots=True)
class Portion:
    """Some rows of a list, in order; the same file always comes in the same portions."""

    taken: tuple[TakenRow, ...] = ()
    refused: tuple[RefusedRow, ...] = ()


@dataclass(slots=True)
class _Piles:
    """The rows of one portion by what becomes of them."""

    kept: list[KeptRow] = field(default_factory=list)
    asked: list[Asked] = field(default_factory=list)
    refused: list[tuple[int, str]] = field(default_factory=list)
    elsewhere: int = 0
    closed: int = 0


class Sorter:
    """Knows the people of this laptop as they were when an import began."""

    def __init__(self, ws: Workspace) -> None:
        """Read who is known; raises UserError where no household is on this laptop."""
        people: list[KnownPerson] = []
        self._closed: set[str] = set()
        day, nobody = ws.clock.today(), True
        with ws.database.read() as connection:
            for home, declared, stage in households.dossiers(connection):
                nobody = False
                own = known(home, declared, day)
                if stage in freshness.CLOSED:
                    self._closed.update(number_of(person.number) for person in own)
                else:
                    people.extend(own)
        if nobody:
            raise UserError("本机还没有要核查的家庭，名单里没有可收的行。请先下载任务再导入。")
        self._index = PersonIndex(people)

    def sort_out(self, portion: Portion) -> Sorted:
        """Return what becomes of the rows; rows of nobody here are counted and forgotten."""
        piles = _Piles(refused=[(row.position, row.reason) for row in portion.refused])
        for row in portion.taken:
            self._sort(row, piles)
        counts = Counts(
            len({row.position for row in piles.kept}),
            len(piles.asked),
            piles.elsewhere,
            piles.closed,
            len(piles.refused),
        )
        return Sorted(tuple(piles.kept), tuple(piles.asked), tuple(piles.refused), counts)

    def _sort(self, row: TakenRow, piles: _Piles) -> None:
        answer = self._index.find(stated(row.record, row.birth))
        meant = answer.known or answer.booklet
        people = meant or tuple(candidate.whom for candidate in answer.candidates)
        if people and all(person.barred for person in people):
            piles.refused.append((row.position, _barred(people)))
        elif meant:
            homes = dict.fromkeys(person.household for person in meant if not person.barred)
            piles.kept.extend(KeptRow(row.position, home, row.record) for home in homes)
        elif people:
            piles.asked.append(Asked(row.position, row.record, _allowed(answer.candidates)))
        elif subject(row.record) in self._closed:
            piles.closed += 1
        else:
            piles.elsewhere += 1


def _allowed(candidates: Iterable[Candidate]) -> tuple[Candidate, ...]:
    return tuple(candidate for candidate in candidates if not candidate.whom.barred)


def _barred(people: Iterable[KnownPerson]) -> str:
    reasons = dict.fromkeys(f"{person.name}{person.barred}" for person in people)
    return f"{'；'.join(reasons)}，不得收入其数据。请先补签核对授权书"
