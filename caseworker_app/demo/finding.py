"""Something nobody declared: rows the office's registers hold and no slice does, and one found.

A car of the household's head stands in the yard; the visit writes its plate down, asks, and has
the answer before the paper is signed.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import timedelta

from caseworker_app.demo import registers
from caseworker_app.demo.people import Registrar
from caseworker_app.demo.values import Township, TownshipHousehold
from caseworker_app.model.codes import Consent, Dataset, FoundKind
from caseworker_app.model.found import Found
from caseworker_app.model.register import AnyRecord, VehicleRecord
from caseworker_app.model.visit import Investigator
from caseworker_app.workflow import delivery, found as findings, visit as visits
from caseworker_app.workflow.workspace import Workspace

_EVERY = 10
_OWNED_DAYS = 900


@dataclass(frozen=True, slots=True)
class Finding:
    """What was found at one home, and what the registers said to it."""

    kind: str
    value: str
    asked: str
    state: str
    answer: str
    differences: tuple[str, ...]
    """Ids of the differences the answer raised."""


def rows(township: Township) -> Iterator[tuple[Dataset, list[AnyRecord]]]:
    """Yield the departments' rows by dataset: of every slice, and some that are in none."""
    for dataset in Dataset:
        held = [row for unit in township.households for row in unit.records.of(dataset)]
        if dataset is Dataset.VEHICLE:
            held += [hidden_car(township, unit) for unit in township.households[::_EVERY]]
        if held:
            yield dataset, held


def hidden_car(township: Township, unit: TownshipHousehold) -> VehicleRecord:
    """Return the car of a household's head that came to the register after the slices were cut."""
    registrar = Registrar()
    registrar.begin(f"beyond {unit.household.number}")
    since = unit.declaration.last_check or unit.declaration.signed
    row = registers.car_row(registrar, township, unit.household.head, since)
    bought = since - timedelta(days=_OWNED_DAYS)
    plate = f"浙AF{registrar.rng.randrange(10_000):04d}"  # a letter no other plate begins with
    return replace(row, plate=plate, first_registered=bought, registered=bought)


def find_car(
    ws: Workspace, township: Township, unit: TownshipHousehold, companion: Investigator
) -> Finding:
    """Write the plate down, ask, exchange, and return what came of it; may be called again."""
    visit = visits.start(ws, unit.household.id, (companion,))
    plate = hidden_car(township, unit).plate
    if not visit.found and not visit.signatures:
        seen = Found(
            ws.ids.new(),
            FoundKind.VEHICLE,
            plate,
            note="停在院内，邻居说是户主在用",
            place="自家院内",
            consent=Consent.HOUSEHOLD,
        )
        findings.put(ws, visit.id, seen, ask=True)
    if visit.stage in visits.OPEN:
        delivery.deliver(ws, lambda _progress: None)
    now = findings.findings(ws, visit.id)
    fact = next(f for f in now.visit.found or () if f.value == plate)
    told = fact.answer
    about = set(told.records if told else ())
    return Finding(
        kind=fact.kind.zh,
        value=fact.value,
        asked=fact.asked,
        state=told.state.zh if told else "",
        answer=told.text if told else "",
        differences=tuple(d.id for d in now.discrepancies if about & set(d.record_ids)),
    )
