"""邻里访问: what neighbours said, with or without their names (DBM-16)."""

from dataclasses import dataclass

from caseworker_app.desktop.step.case import Case, removal
from caseworker_app.desktop.tongue import tr
from caseworker_app.model.values import Json
from caseworker_app.model.visit import Neighbour

AGREES = (("", tr("说不清")), ("yes", tr("与申报一致")), ("no", tr("与申报不一致")))

_CODES: dict[bool | None, str] = {None: "", True: "yes", False: "no"}
_VALUES = {code: value for value, code in _CODES.items()}


@dataclass(frozen=True, slots=True)
class NeighbourRow:
    id: str
    name: str
    relation: str
    said: str
    agrees: str
    """Code of ``AGREES``."""


class NeighboursPresenter:
    def __init__(self, case: Case) -> None:
        self._case = case

    def view(self) -> tuple[NeighbourRow, ...]:
        return tuple(
            NeighbourRow(n.id, n.name, n.relation, n.said, _CODES[n.agrees])
            for n in self._case.visit.neighbours
        )

    def add(self) -> str:
        """Add a talk; return its id."""
        talk = Neighbour(self._case.actions.new_id())
        path = f"/neighbours/#{talk.id}"
        changes: dict[str, Json] = {f"{path}/id": talk.id, f"{path}/said": ""}
        self._case.put(changes)
        return talk.id

    def remove(self, talk_id: str) -> None:
        talk = next(n for n in self._case.visit.neighbours if n.id == talk_id)
        self._case.put(removal(f"/neighbours/#{talk_id}", talk))

    def text(self, talk_id: str, field: str, text: str) -> None:
        """Take ``name``, ``relation`` or ``said`` while it is typed."""
        self._case.type({f"/neighbours/#{talk_id}/{field}": text})

    def agrees(self, talk_id: str, code: str) -> None:
        self._case.put({f"/neighbours/#{talk_id}/agrees": _VALUES[code]})

    def commit(self) -> None:
        self._case.commit()
