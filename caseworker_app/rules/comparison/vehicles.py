"""车辆: what the traffic police hold against what was declared (CL01–CL12)."""

from collections.abc import Callable

from caseworker_app.rules.comparison.facts import Draft, Facts
from caseworker_app.rules.comparison.vehicle_rules import (
    VehicleRule,
    is_faulty_row,
    paid_outside,
    rules_for,
)
from caseworker_app.rules.comparison.vehicle_view import VehicleView, has_plate, has_vin, views
from caseworker_app.rules.comparison.words import (
    VEHICLE_USE,
    declared_vehicle,
    on,
    price,
    registered_vehicle,
)


def differences(facts: Facts) -> tuple[Draft, ...]:
    """Return for each vehicle its one kind, then facts of their own weight."""
    return tuple(_draft(view, rule) for view in views(facts) for rule in rules_for(view))


def _draft(view: VehicleView, rule: VehicleRule) -> Draft:
    extra = _EXTRA[rule.code](view) if rule.code in _EXTRA else ""
    told = registered_vehicle(view.row)
    return Draft(
        code=rule.code,
        subject=view.row.plate or view.row.vehicle_type,
        declared=declared_vehicle(view.declared),
        registered=f"{told}，{extra}" if extra else told,
        records=(view.row,),
        member_id=view.owner.member_id,
        level=rule.level,
    )


def _encumbrance(view: VehicleView) -> str:
    marks = {"查封": view.row.seized or view.has_status("K"), "抵押": view.row.mortgaged}
    return "、".join(word for word, marked in marks.items() if marked)


def _fault_words(view: VehicleView) -> str:
    if has_vin(view.row) or has_plate(view.row):
        return "号牌或车辆识别代号登记有误" if is_faulty_row(view) else ""
    return "号牌与车辆识别代号均无法识别"


_EXTRA: dict[str, Callable[[VehicleView], str]] = {
    "CL04": lambda view: "保险由户外人员缴纳" if paid_outside(view) else "",
    "CL07": lambda view: VEHICLE_USE.get(view.row.use, ""),
    "CL08": lambda view: f"购置价 {price(view.price)}",
    "CL09": lambda view: f"取得方式{view.row.acquired}",
    "CL10": lambda view: f"{on(view.row.transferred)} 转移登记给亲属",
    "CL11": _encumbrance,
    "CL12": _fault_words,
}
