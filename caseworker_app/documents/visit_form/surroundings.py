"""七 实际生活状况 as ticked boxes, 九 邻里访问."""

from collections.abc import Mapping
from itertools import count

from caseworker_app.documents import words
from caseworker_app.documents.cell import Choices, Content, Text, value
from caseworker_app.documents.table import Row, Section, Table, head, pairs, shares, statement
from caseworker_app.documents.visit_form.form import VisitForm
from caseworker_app.documents.wording import SectionWords
from caseworker_app.model.visit import LivingCondition, Neighbour
from caseworker_app.rules import living

_CELL = 8.5
_ONE = shares(58, 398)
_TWO = shares(58, 204, 58, 136)
_TALK = shares(70, 80, 250, 88)
_UNKNOWN = "未表态"
_ROWS = (
    ("tenure",),
    ("structure",),
    ("decoration", "leak"),
    ("safety",),
    ("kitchen",),
    ("food",),
    ("water",),
    ("bedding",),
    ("appliances",),
    ("high_price_item", "vehicle_seen"),
    ("care_need",),
    ("impression",),
    ("note",),
)


def conditions(form: VisitForm, w: SectionWords) -> Section:
    """Return 七: every choice of every field, ticked as seen (DBM-16: 吃穿住用)."""
    return _laid(_entries(form.visit.living), w)


def unticked(w: SectionWords) -> Section:
    """Return 七 for filling in by hand: every choice, none ticked."""
    entries = {
        name: Choices(tuple((label, False) for label, _ in entry.options))
        if isinstance(entry, Choices)
        else Text("")
        for name, entry in _entries(LivingCondition()).items()
    }
    return _laid(entries, w)


def _laid(entries: Mapping[str, str | Content], w: SectionWords) -> Section:
    rows = []
    for names in _ROWS:
        wide = _ONE if len(names) == 1 else _TWO
        rows.append(pairs(wide, *((w[name], entries[name]) for name in names)))
    return Section(w.number, w.name, (Table(tuple(rows)),))


def _entries(seen: LivingCondition) -> dict[str, str | Content]:
    return {
        "tenure": _choices("tenure", (seen.tenure,)),
        "structure": _choices("structure", (seen.structure,)),
        "decoration": _choices("decoration", (seen.decoration,)),
        "leak": Choices((("漏雨", seen.leak), ("不漏雨", not seen.leak))),
        "safety": _choices("safety", (seen.safety,)),
        "kitchen": _choices("kitchen", (seen.kitchen,)),
        "food": _choices("food", (seen.food,)),
        "water": _choices("water", (seen.water,)),
        "bedding": _choices("bedding", (seen.bedding,)),
        "appliances": _choices("appliances", seen.appliances),
        "high_price_item": seen.high_price_item or "无",
        "vehicle_seen": seen.vehicle_seen or "无",
        "care_need": _choices("care_need", (seen.care_need,)),
        "impression": _choices("impression", (seen.impression,)),
        "note": seen.note,
    }


def _choices(name: str, codes: tuple[str, ...]) -> Choices:
    """Return the list of a field; a code that is not in it is added at the end."""
    listed = dict(living.CHOICES[name])
    listed |= {code: code for code in codes if code and code not in listed}
    return Choices(tuple((words.formal(zh), code in codes) for code, zh in listed.items()))


def neighbours(form: VisitForm, w: SectionWords) -> Section:
    """Return 九: what the neighbours said (DBM-16); a name may be left out."""
    talks = form.visit.neighbours
    if not talks:
        return Section(w.number, w.name, (Table((statement(w["none"]),)),))
    heads = (head(_TALK, *(w[k] for k in ("who", "relation", "said", "agrees"))),)
    return Section(w.number, w.name, (Table(tuple(map(_talk, count(1), talks)), heads),))


def _talk(number: int, talk: Neighbour) -> Row:
    agrees = _UNKNOWN if talk.agrees is None else words.yes(value=talk.agrees)
    return Row(
        (
            value(talk.name or f"邻居{number}", _TALK[0], align="c", size=_CELL),
            value(talk.relation, _TALK[1], align="c", size=_CELL),
            value(talk.said, _TALK[2], size=_CELL),
            value(agrees, _TALK[3], align="c", size=_CELL),
        )
    )
