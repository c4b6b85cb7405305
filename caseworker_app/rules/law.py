"""法律依据: articles by what they decide, and whether they are in force on a day.

Codes are those of ``resources/codes/legal_basis.csv``.
"""

from collections.abc import Iterable, Mapping
from datetime import date
from itertools import chain
from typing import TypeAlias

from caseworker_app.model.codes import Action, Category
from caseworker_app.rules.comparison import answers_estates, answers_vehicles
from caseworker_app.rules.comparison.answer import Answers
from caseworker_app.rules.policy.pack import Pack

Articles: TypeAlias = tuple[str, ...]

MEMBERS: Articles = ("DBM-7",)
INCOME: Articles = ("DBM-13",)
PROPERTY: Articles = ("DBM-14",)
SUPPORT: Articles = ("CC-1059",)
IMPUTED: Articles = ("DBM-13", "SAL-27")
SPARED: Articles = ("N22-1.1",)
DISREGARD: Articles = ("ZJR-50",)
REFUSED: Articles = ("DBM-34", "ZJR-36", "IM-45")
GAP: Articles = ("DBM-23", "IM-12", "ZJR-12")
TOP_UP: Articles = ("SAL-20", "IM-12")
SINGLE: Articles = ("SAL-21", "DBM-8", "N22-1.4")
ALONE: Articles = ("N22-1.1", "DBM-8")
CARE: Articles = ("TKM-21", "TKM-22")
RECHECK: Articles = ("DBM-31",)
RECHECK_TEKUN: Articles = ("DBM-31", "REF-7")
DEATH: Articles = ("N22-1.3", "DBM-32")
OVERPAID: Articles = ("CC-985",)
HEARING: Articles = ("SAL-48",)
NEXT_MONTH: Articles = ("DBM-21", "ZJR-56")
EXPLAINED: Articles = ("DBM-18", "DBM-14")

CATEGORY: Mapping[Category, Articles] = {
    Category.TEKUN: ("SAL-16", "TKM-4", "TKM-5", "TKM-6", "IM-14"),
    Category.DIBAO: ("SAL-18", "IM-9"),
    Category.EXPENDITURE_DIBAO: ("ZJR-41", "SAL-22"),
    Category.SINGLE_LISTED: ALONE,
    Category.LOW_MARGIN: ("SAL-21", "ZJR-13", "N22-1.4"),
    Category.RIGID_FAMILY: ("SAL-22", "RGM-4", "RGM-5", "RGM-10"),
    Category.NONE: (),
}

_CHANGE: Articles = ("DBM-32", "SAL-47", "IM-13")

ACTION: Mapping[Action, Articles] = {
    Action.CONTINUE: ("DBM-31", "SAL-46"),
    Action.INCREASE: _CHANGE,
    Action.REDUCE: _CHANGE,
    Action.STOP: (*_CHANGE, "ZJR-51"),
    Action.STOP_DEAD: (*DEATH, "SAL-47", "IM-13"),
    Action.PART: _CHANGE,
    Action.TO_LOW_MARGIN: _CHANGE,
    Action.TO_TEKUN: (*_CHANGE, "TKM-27"),
    Action.TO_RIGID: _CHANGE,
    Action.TO_SINGLE_LISTED: _CHANGE,
    Action.TO_EXPENDITURE: _CHANGE,
    Action.TO_DIBAO: _CHANGE,
    Action.GRACE: ("DBM-33", "N22-1.3"),
    Action.NEW: NEXT_MONTH,
    Action.NEW_LOW_MARGIN: NEXT_MONTH,
    Action.NEW_SINGLE_LISTED: NEXT_MONTH,
    Action.NEW_EXPENDITURE: NEXT_MONTH,
    Action.NEW_RIGID: ("RGM-8",),
    Action.NEW_TEKUN: ("TKM-17",),
    Action.REFUSE: ("DBM-21", "SAL-45"),
}

TEKUN_ENDS: Articles = ("TKM-24", "TKM-26", "TKM-27")

_DELIVERED: Articles = ("CC-224",)
_REGISTERED: Articles = ("CC-209",)

_OTHER_ANSWERS: tuple[tuple[str, Articles], ...] = (
    ("registry_wrong", ()),
    ("inherit", ("CC-230",)),
    ("heir", ("CC-230",)),
    ("divorce", ("CC-229",)),
    ("judg", ("CC-229",)),
    ("expropriat", ("CC-229",)),
    ("share", ("CC-298",)),
)
"""Part of the code of an answer that is not in our lists → what it rests on."""

_CONCLUSIONS: Mapping[str, str] = {
    "registry_wrong": "登记有误",
    "no_effect": "不影响认定",
    "exempt": "按规定豁免",
}


def vehicle_answer(code: str) -> Articles:
    """Return what an explained vehicle rests on: it passes on delivery (CC-224)."""
    return _answer(code, answers_vehicles.ANSWERS, _DELIVERED)


def estate_answer(code: str) -> Articles:
    """Return what an explained house rests on: registration, or what stands in its place."""
    return _answer(code, answers_estates.ANSWERS, _REGISTERED)


def answer_words(code: str) -> str:
    """Return the words of an answer by which an item does not count, or its code."""
    for answers in (answers_vehicles.ANSWERS, answers_estates.ANSWERS):
        for known in chain.from_iterable(answers.values()):
            if known.code == code:
                return known.zh
    return _CONCLUSIONS.get(code, code)


def force_day(code: str, pack: Pack) -> date | None:
    """Return the day an article came into force; None where it is older than all we do."""
    instrument = code.partition("-")[0]
    return pack.frame.get(instrument) or pack.national.instruments.get(instrument)


def in_force(code: str, day: date, pack: Pack) -> bool:
    """Say whether an article was in force on the day of an act."""
    since = force_day(code, pack)
    return since is None or since <= day


def applicable(codes: Iterable[str], pack: Pack) -> Articles:
    """Return each article once, without those of provinces the pack does not stand in."""
    known = pack.instruments
    return tuple([code for code in dict.fromkeys(codes) if code.partition("-")[0] in known])


def _answer(code: str, answers: Mapping[str, Answers], otherwise: Articles) -> Articles:
    for known in chain.from_iterable(answers.values()):
        if known.code == code:
            return tuple(dict.fromkeys((known.article, *EXPLAINED)))
    words = (articles for part, articles in _OTHER_ANSWERS if part in code)
    return (*next(words, otherwise), *EXPLAINED)
