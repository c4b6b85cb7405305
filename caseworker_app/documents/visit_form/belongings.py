"""六 财产核查: houses, vehicles, money and capital, and what counts."""

from caseworker_app.documents import words
from caseworker_app.documents.cell import Cell, Text, cell, remark, value
from caseworker_app.documents.table import Row, Section, Table, head, pairs, shares
from caseworker_app.documents.visit_form.differences import answer
from caseworker_app.documents.visit_form.form import VisitForm
from caseworker_app.documents.wording import SectionWords
from caseworker_app.model.values import square_metres, yuan
from caseworker_app.model.visit import CheckedDwelling, CheckedVehicle

_CELL = 8.5
_HOUSE = shares(176, 58, 44, 76, 134)
_CAR = shares(90, 86, 102, 210)


def belongings(form: VisitForm, w: SectionWords) -> Section:
    """Return 六: what the household owns."""
    owned = form.visit.property
    keys = ("dwelling", "area", "share", "use", "counts")
    houses = Table(
        tuple(_house(form, house) for house in owned.dwellings) or (_nothing(_HOUSE),),
        (head(_HOUSE, *(w[k] for k in keys)),),
    )
    cars = Table(
        tuple(_car(form, car) for car in owned.vehicles) or (_nothing(_CAR),),
        (head(_CAR, *(w[k] for k in ("vehicle", "vehicle_kind", "price", "counts"))),),
    )
    money = pairs(
        shares(176, 82, 118, 112),
        (w["money"], words.amount(owned.money)),
        (w["capital"], words.amount(owned.capital)),
    )
    return Section(w.number, w.name, (houses, cars, Table((money,))))


def _nothing(widths: tuple[float, ...]) -> Row:
    first, *rest = widths
    return Row((value("无", first, align="c"), *(value("", wide) for wide in rest)))


def _house(form: VisitForm, house: CheckedDwelling) -> Row:
    use = "非居住用房" if house.nonresidential else "住宅"
    if house.converted_sole_home:
        use += "（改作唯一住房）"
    return Row(
        (
            value(house.location, _HOUSE[0], size=_CELL),
            value(square_metres(house.area), _HOUSE[1], align="r", size=_CELL),
            value(words.share(house.share), _HOUSE[2], align="c", size=_CELL),
            value(use, _HOUSE[3], align="c", size=_CELL),
            _counts(form, house.discrepancy, _HOUSE[4]),
        )
    )


def _car(form: VisitForm, car: CheckedVehicle) -> Row:
    return Row(
        (
            value(car.plate, _CAR[0], align="c", size=_CELL),
            value(words.word("vehicle", car.kind), _CAR[1], align="c", size=_CELL),
            value(yuan(car.price) if car.price else "", _CAR[2], align="r", size=_CELL),
            _counts(form, car.discrepancy, _CAR[3]),
        )
    )


def _counts(form: VisitForm, discrepancy: str, wide: float) -> Cell:
    """Return whether an item counts, by the answer its difference was closed with."""
    said = answer(form.explanation(discrepancy)) if discrepancy else None
    if said is None or said.counts:
        return cell(wide, Text("计入", size=_CELL, align="c"))
    grounds = (remark(words.article(said.article)),) if said.article else ()
    return cell(wide, Text(f"不计入：{words.formal(said.zh)}", size=_CELL, align="c"), *grounds)
