"""财产: money, houses, vehicles, capital; differences decide what counts, nobody types that."""

from dataclasses import dataclass

from caseworker_app.desktop.checks.reason import ReasonPresenter
from caseworker_app.desktop.step import words
from caseworker_app.desktop.step.case import Case
from caseworker_app.desktop.tongue import tr
from caseworker_app.model.codes import DiscrepancyState
from caseworker_app.model.values import Area, Fen, Json, square_metres
from caseworker_app.model.visit import CheckedDwelling, CheckedVehicle

_UNDECIDED = frozenset({DiscrepancyState.OPEN, DiscrepancyState.UNRESOLVED})
_COUNTS = frozenset({"", "effect", "unresolved"})
"""Conclusions by which a thing stays counted."""


@dataclass(frozen=True, slots=True)
class Thing:
    """A house or a vehicle."""

    id: str
    what: str
    detail: str
    price: Fen | None
    area: Area | None
    reading: str
    """Whether it counts, in words."""
    discrepancy: str
    """Id of the difference that decides, or ""."""


@dataclass(frozen=True, slots=True)
class PropertyView:
    money: Fen
    declared_money: Fen
    capital: Fen
    declared_capital: Fen
    dwellings: tuple[Thing, ...]
    vehicles: tuple[Thing, ...]
    is_open: bool


class PropertyPresenter:
    def __init__(self, case: Case) -> None:
        self._case = case
        self.reason = ReasonPresenter(case, "money")

    def view(self) -> PropertyView:
        owned, said = self._case.visit.property, self._case.dossier.declaration
        return PropertyView(
            money=owned.money,
            declared_money=said.money,
            capital=owned.capital,
            declared_capital=said.capital,
            dwellings=tuple(map(self._dwelling, owned.dwellings)),
            vehicles=tuple(map(self._vehicle, owned.vehicles)),
            is_open=self._case.is_open,
        )

    def money(self, fen: Fen | None) -> None:
        """Take the household's money in all accounts while it is typed."""
        self._case.type({"/property/money": fen or 0})

    def capital(self, fen: Fen | None) -> None:
        """Take subscribed capital while it is typed."""
        self._case.type({"/property/capital": fen or 0})

    def price(self, vehicle_id: str, fen: Fen | None) -> None:
        """Take a vehicle's purchase price while it is typed."""
        self._case.type({f"/property/vehicles/#{vehicle_id}/price": fen or 0})

    def area(self, dwelling_id: str, area: Area) -> None:
        self._case.type({f"/property/dwellings/#{dwelling_id}/area": area})

    def as_declared(self) -> None:
        self._case.put(self.unchanged())

    def unchanged(self) -> dict[str, Json]:
        """Return money and capital as declared; houses and cars follow from the differences."""
        said = self._case.dossier.declaration
        return {"/property/money": said.money, "/property/capital": said.capital}

    def commit(self) -> None:
        self._case.commit()

    def _dwelling(self, house: CheckedDwelling) -> Thing:
        share = "" if house.share == 1 else tr("，占 {share}", share=house.share)
        kind = tr("非居住用房") if house.nonresidential else tr("住房")
        return Thing(
            id=house.id,
            what=house.location or kind,
            detail=f"{kind} {square_metres(house.area)}㎡{share}",
            price=None,
            area=house.area,
            reading=self._reading(house.discrepancy),
            discrepancy=house.discrepancy,
        )

    def _vehicle(self, vehicle: CheckedVehicle) -> Thing:
        return Thing(
            id=vehicle.id,
            what=vehicle.plate,
            detail=words.vehicle(vehicle.kind),
            price=vehicle.price,
            area=None,
            reading=self._reading(vehicle.discrepancy),
            discrepancy=vehicle.discrepancy,
        )

    def _reading(self, discrepancy_id: str) -> str:
        if not discrepancy_id:
            return tr("计入")
        explanation = self._case.explanation(discrepancy_id)
        if explanation.state in _UNDECIDED:
            return tr("有差异待核实，暂计入")
        return tr("依说明计入") if explanation.conclusion in _COUNTS else tr("依说明不计入")
