"""Nothing that is known is asked: a visit begins with what file, declaration and registers say."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from typing import TypeVar

from caseworker_app.model import plate
from caseworker_app.model.codes import Recheck, RigidKind, VisitKind
from caseworker_app.model.declaration import Declaration, DeclaredEstate, DeclaredVehicle
from caseworker_app.model.discrepancy import Discrepancy, Explanation
from caseworker_app.model.economy import RigidExpense
from caseworker_app.model.household import Household
from caseworker_app.model.register import EstateRecord, RegisterSlice, VehicleRecord
from caseworker_app.model.values import Json
from caseworker_app.model.visit import (
    CheckedDwelling,
    CheckedMember,
    CheckedProperty,
    CheckedRigid,
    CheckedSupport,
    CheckedVehicle,
    Expense,
    Investigator,
    LivingCondition,
    Visit,
)
from caseworker_app.rules.comparison.catalogue import BESIDE
from caseworker_app.rules.comparison.effects import findings
from caseworker_app.rules.living import EXPENSES
from caseworker_app.rules.status import DOES_NOT_COUNT
from caseworker_app.wire.units import to_json

_NOT_AN_ASSET = frozenset("BCEM")
"""Vehicle states 转出, 被盗抢, 注销, 强制注销 (GA/T 16)."""

_RENTAL = frozenset({"3", "4"})
"""房屋性质 公共租赁住房, 廉租住房."""

_VEHICLE_KINDS = (
    ("残疾人", "disability_compensation_vehicle"),
    ("二轮摩托车", "ordinary_two_wheel_motorcycle"),
    ("电动三轮", "electric_tricycle"),
    ("三轮", "tricycle"),
    ("货车", "truck"),
    ("拖拉机", "tractor"),
)


Item = TypeVar("Item", CheckedSupport, Expense, CheckedRigid)
Owned = TypeVar("Owned", CheckedDwelling, CheckedVehicle)


@dataclass(frozen=True, slots=True)
class Known:
    """What is known of a household before the visit."""

    household: Household
    declaration: Declaration
    records: RegisterSlice
    discrepancies: tuple[Discrepancy, ...]
    last: Visit | None = None
    """The visit before, where it is on this laptop."""

    @property
    def told(self) -> Visit | None:
        """The visit before, unless the household declared anew since."""
        later = self.last is not None and self.last.day >= self.declaration.signed
        return self.last if later else None


def prefill(visit_id: str, known: Known, day: date, team: tuple[Investigator, ...]) -> Visit:
    """Return the visit as it lies on the table before anybody has said a word.

    What the visit before found stands in place of an older declaration and the file, but for
    what a register answers anew; what was seen, said and signed then is asked again.
    """
    household, declaration = known.household, known.declaration
    usual = VisitKind.YEARLY if household.recheck is Recheck.YEARLY else VisitKind.HALF_YEARLY
    begun = Visit(
        id=visit_id,
        household=household,
        kind=usual if household.origin is None else VisitKind.CHANGE,
        day=day,
        investigators=team,
        members=tuple(map(CheckedMember.of, household.members)),
        incomes=declaration.incomes,
        support=tuple(map(CheckedSupport.of, household.obligors)),
        expenses=tuple(Expense(code) for code, _ in EXPENSES),
        rigid=tuple(_rigid(kind, declaration.rigid) for kind in RigidKind),
        property=CheckedProperty(
            money=declaration.money,
            capital=declaration.capital,
            dwellings=tuple(_dwellings(known)),
            vehicles=tuple(_vehicles(known)),
        ),
        explanations=tuple(Explanation(found.id) for found in known.discrepancies),
        findings=findings(declaration, known.records, known.discrepancies, day) or None,
    )
    return _as_before(begun, known.told, known) if known.told else begun


def newly_known(visit: Visit, known: Known) -> dict[str, Json]:
    """Return the units of what was raised or answered since the visit was begun.

    An explanation for each new difference, and the cars and houses answers brought.
    """
    told = {i for fact in visit.found or () if fact.answer for i in fact.answer.records}
    cars = {plate.normalise(vehicle.plate) for vehicle in visit.property.vehicles}
    homes = {dwelling.id for dwelling in visit.property.dwellings}
    places = {dwelling.location for dwelling in visit.property.dwellings}
    explained = {explanation.id for explanation in visit.explanations}
    added: dict[str, Json] = {
        f"/explanations/#{new.id}": to_json(Explanation(new.id))
        for new in known.discrepancies
        if new.id not in explained
    }
    for vehicle in _vehicles(known):
        if vehicle.id in told and plate.normalise(vehicle.plate) not in cars:
            added[f"/property/vehicles/#{vehicle.id}"] = to_json(vehicle)
    for dwelling in _dwellings(known):
        if dwelling.id in told - homes and dwelling.location not in places:
            added[f"/property/dwellings/#{dwelling.id}"] = to_json(dwelling)
    return added


def vehicle_kind(vehicle_type: str) -> str:
    """Return our kind of a register's vehicle type; anything unknown is a car."""
    return next((kind for part, kind in _VEHICLE_KINDS if part in vehicle_type), "car")


def _as_before(begun: Visit, last: Visit, known: Known) -> Visit:
    """Return a visit with what the last one found, as far as it is about the same people."""
    home, before = begun.household, last.household
    if home.last_check is None or home.last_check <= last.day:  # else the file is the newer one
        home = replace(home, phone=before.phone, living_address=before.living_address)
    return replace(
        begun,
        household=home,
        members=tuple(_again(m, last.members) for m in begun.members),
        incomes=tuple(i for i in last.incomes if any(m.id == i.who for m in home.members)),
        support=_kept(begun.support, last.support),
        expenses=_kept(begun.expenses, last.expenses),
        rigid=_kept(begun.rigid, tuple(replace(r, vouchers=0) for r in last.rigid)),
        property=replace(
            last.property,
            dwellings=begun.property.dwellings
            if known.records.estates
            else _owned(last, last.property.dwellings),
            vehicles=begun.property.vehicles
            if known.records.vehicles
            else _owned(last, last.property.vehicles),
        ),
        living=_lasting(last.living),
    )


def _again(member: CheckedMember, before: tuple[CheckedMember, ...]) -> CheckedMember:
    found = next((m for m in before if m.id == member.id), None)
    return replace(found, met=False) if found else member


def _kept(begun: tuple[Item, ...], before: tuple[Item, ...]) -> tuple[Item, ...]:
    """Return the items of a new visit, each as the last visit found it."""
    found = {item.id: item for item in before}
    return tuple(found.get(item.id, item) for item in begun)


def _owned(last: Visit, items: tuple[Owned, ...]) -> tuple[Owned, ...]:
    """Return what the last visit counted as owned; its differences were settled with it."""
    aside = {e.id for e in last.explanations if e.conclusion in DOES_NOT_COUNT}
    return tuple(
        replace(item, discrepancy="") for item in items if item.discrepancy not in aside - {""}
    )


def _lasting(seen: LivingCondition) -> LivingCondition:
    """Return of a home what does not change by itself; the rest is looked at on the day."""
    return LivingCondition(
        tenure=seen.tenure,
        structure=seen.structure,
        decoration=seen.decoration,
        safety=seen.safety,
        kitchen=seen.kitchen,
        water=seen.water,
        appliances=seen.appliances,
    )


def _rigid(kind: RigidKind, declared: tuple[RigidExpense, ...]) -> CheckedRigid:
    return CheckedRigid(kind, sum(expense.annual for expense in declared if expense.kind is kind))


def _dwellings(known: Known) -> Iterator[CheckedDwelling]:
    declaration, discrepancies = known.declaration, known.discrepancies
    owned = [estate for estate in known.records.estates if _is_owned_estate(estate)]
    on_record = {estate.unit_number for estate in owned}
    for estate in owned:
        yield CheckedDwelling(
            id=estate.id,
            location=estate.location,
            area=estate.area,
            share=estate.share,
            nonresidential=not estate.use.startswith("1"),
            discrepancy=_decider(discrepancies, estate.id),
        )
    for declared in declaration.estates:
        if not declared.unit_number or declared.unit_number not in on_record:
            yield _declared_dwelling(declared, discrepancies)


def _declared_dwelling(
    declared: DeclaredEstate, discrepancies: tuple[Discrepancy, ...]
) -> CheckedDwelling:
    return CheckedDwelling(
        id=declared.id,
        location=declared.location,
        area=declared.area,
        share=declared.share,
        nonresidential=declared.kind in {"shop", "parking", "other"},
        converted_sole_home=declared.claim == "converted_home",
        discrepancy=_decider(discrepancies, declared.id),
    )


def _vehicles(known: Known) -> Iterator[CheckedVehicle]:
    declaration, discrepancies = known.declaration, known.discrepancies
    owned = [vehicle for vehicle in known.records.vehicles if _is_owned_vehicle(vehicle)]
    on_record = {vehicle.plate for vehicle in owned}
    prices = {vehicle.plate: vehicle.price for vehicle in declaration.vehicles}
    for vehicle in owned:
        yield CheckedVehicle(
            id=vehicle.id,
            plate=vehicle.plate,
            kind=vehicle_kind(vehicle.vehicle_type),
            price=vehicle.price or prices.get(vehicle.plate) or 0,
            discrepancy=_decider(discrepancies, vehicle.id),
        )
    for declared in declaration.vehicles:
        if declared.plate not in on_record and not declared.claim:
            yield _declared_vehicle(declared, discrepancies)


def _declared_vehicle(
    declared: DeclaredVehicle, discrepancies: tuple[Discrepancy, ...]
) -> CheckedVehicle:
    return CheckedVehicle(
        id=declared.id,
        plate=declared.plate,
        kind=declared.kind,
        price=declared.price or 0,
        discrepancy=_decider(discrepancies, declared.id),
    )


def _is_owned_estate(estate: EstateRecord) -> bool:
    return (
        estate.state == "1"
        and estate.right == "所有权"
        and estate.nature not in _RENTAL
        and not estate.advance_notice
    )


def _is_owned_vehicle(vehicle: VehicleRecord) -> bool:
    return not _NOT_AN_ASSET & set(vehicle.status) and vehicle.transferred is None


def _decider(discrepancies: tuple[Discrepancy, ...], item_id: str) -> str:
    """Return the difference whose conclusion says whether the item counts, or the empty string."""
    for difference in discrepancies:
        about_item = item_id in difference.record_ids or difference.id.endswith(f":{item_id}")
        if about_item and difference.code not in BESIDE:
            return difference.id
    return ""
