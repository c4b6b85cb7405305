"""车辆: the rows of one vehicle, with what the household said about it."""

import re
from dataclasses import dataclass
from datetime import date

from caseworker_app.model import plate
from caseworker_app.model.codes import IncomeKind
from caseworker_app.model.declaration import DeclaredPerson, DeclaredVehicle
from caseworker_app.model.register import VehicleRecord
from caseworker_app.model.values import Fen
from caseworker_app.rules.comparison.facts import Facts, months_before, number_of

_VIN = re.compile(r"[A-HJ-NPR-Z0-9]{17}")
DEREGISTERED = frozenset("EM")


@dataclass(frozen=True, slots=True)
class VehicleView:
    """One vehicle of a member, seen from both sides on the day of the comparison."""

    facts: Facts
    row: VehicleRecord
    """The newest row of the vehicle."""
    owner: DeclaredPerson
    declared: DeclaredVehicle | None

    @property
    def claim(self) -> str:
        return self.declared.claim if self.declared else ""

    @property
    def price(self) -> Fen | None:
        """Original price by the register, else as declared."""
        if self.row.price is not None or self.declared is None:
            return self.row.price
        return self.declared.price

    @property
    def over_limit(self) -> bool:
        limit = self.facts.limits.low_margin_vehicle_price
        return limit is not None and self.price is not None and self.price >= limit

    def has_status(self, letters: str) -> bool:
        return bool(set(letters) & set(self.row.status))

    def in_use(self) -> bool:
        """Tell whether insurance or a late violation shows that it runs."""
        day, row = self.facts.day, self.row
        insured = row.insured_until is not None and row.insured_until >= day
        seen_after = months_before(day, self.facts.limits.use_months)
        seen = row.last_violation is not None and row.last_violation >= seen_after
        return insured or seen

    def earns(self) -> bool:
        """Tell whether the owner declared business income."""
        incomes = self.facts.declaration.incomes
        mine = (income for income in incomes if income.who == self.owner.member_id)
        return any(income.kind is IncomeKind.BUSINESS for income in mine)


def has_vin(row: VehicleRecord) -> bool:
    return bool(_VIN.fullmatch(_vin(row)))


def has_plate(row: VehicleRecord) -> bool:
    return bool(plate.kind(row.plate))


def is_gone(row: VehicleRecord, day: date) -> bool:
    """Tell whether a row no longer makes anyone in the household the owner."""
    transferred = row.transferred is not None and row.transferred <= day
    return transferred or bool(DEREGISTERED & set(row.status))


def views(facts: Facts) -> tuple[VehicleView, ...]:
    """Return each vehicle once; rows of one VIN are one vehicle, plates change hands."""
    groups: dict[str, list[VehicleRecord]] = {}
    for row in facts.vehicles:
        if number_of(row.owner_id_number) in facts.members:
            groups.setdefault(_vin(row) if has_vin(row) else row.id, []).append(row)
    return tuple(_view(facts, rows) for rows in groups.values())


def _view(facts: Facts, rows: list[VehicleRecord]) -> VehicleView:
    row = max(rows, key=lambda each: _currency(facts, each))
    plates = {plate.normalise(each.plate) for each in rows} - {""}
    told = (d for d in facts.declaration.vehicles if plate.normalise(d.plate) in plates)
    owner = facts.members[number_of(row.owner_id_number)]
    return VehicleView(facts, row, owner, next(told, None))


def _currency(facts: Facts, row: VehicleRecord) -> tuple[bool, date]:
    return not is_gone(row, facts.day), row.registered or row.first_registered or date.min


def _vin(row: VehicleRecord) -> str:
    return plate.normalise(row.vin)
