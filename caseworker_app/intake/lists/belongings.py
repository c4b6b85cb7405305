"""申报车辆、申报房产: several belongings in one cell, each with its parts between strokes."""

import re
from collections.abc import Callable, Iterator

from caseworker_app.intake.lists import values, words
from caseworker_app.intake.lists.values import Notes
from caseworker_app.intake.table.cell import CellError
from caseworker_app.model.declaration import DeclaredEstate, DeclaredVehicle

_VEHICLE_PARTS, _ESTATE_PARTS = 3, 6
_SHARE = 3
_MANY = 50
_kind_of_vehicle = words.coded(words.vehicle_kind)
_kind_of_estate = words.coded(words.estate_kind)
_claim = words.coded(words.claim)


def vehicles(
    cell: str, owner: str, identity: Callable[[str], str], notes: Notes
) -> tuple[DeclaredVehicle, ...]:
    """Read 号牌/种类/说法, the last two optional; raises CellError."""
    found = []
    for parts in _each(cell, _VEHICLE_PARTS, "号牌/种类/说法"):
        plate, kind, claim = parts
        number = values.plate_number(plate, notes)
        found.append(
            DeclaredVehicle(
                id=identity(number),
                plate=number,
                kind=_kind_of_vehicle(kind, notes) if kind else "car",
                owner=owner,
                claim=_claim(claim, notes) if claim else "",
            )
        )
    return tuple(found)


def estates(
    cell: str, owner: str, identity: Callable[[str], str], notes: Notes
) -> tuple[DeclaredEstate, ...]:
    """Read 坐落/面积/不动产单元号/份额/种类/说法, all but the first optional; raises CellError."""
    found = []
    for parts in _each(cell, _ESTATE_PARTS, "坐落/面积/不动产单元号/份额/种类/说法"):
        location, area, unit, share, kind, claim = parts
        number = values.unit_number(unit, notes) if unit else ""
        found.append(
            DeclaredEstate(
                id=identity(number or location),
                location=location,
                area=values.area(area, notes) if area else 0,
                owner=owner,
                unit_number=number,
                share=values.share(share, notes) if share else values.share("1", notes),
                kind=_kind_of_estate(kind, notes) if kind else "dwelling",
                claim=_claim(claim, notes) if claim else "",
                registered=bool(number),
            )
        )
    return tuple(found)


def _each(cell: str, parts: int, shape: str) -> Iterator[list[str]]:
    belongings = [one.strip() for one in re.split("[;；]", cell) if one.strip()]
    if len(belongings) > _MANY:
        raise CellError(f"一格里超过 {_MANY} 项")
    for one in belongings:
        split = [part.strip() for part in re.split("[/／]", one)]
        if parts == _ESTATE_PARTS and _is_fraction(split):
            split[_SHARE : _SHARE + 2] = ["/".join(split[_SHARE : _SHARE + 2])]
        if not split[0] or len(split) > parts:
            raise CellError(f"每一项应写作 {shape}，各项之间用 ；分开")
        yield split + [""] * (parts - len(split))


def _is_fraction(split: list[str]) -> bool:
    """Tell whether a share such as 1/2 was torn apart at its own stroke."""
    upper_and_lower = split[_SHARE : _SHARE + 2]
    return len(upper_and_lower) > 1 and all(part.isdecimal() for part in upper_and_lower)
