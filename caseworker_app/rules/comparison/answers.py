"""Legal answers to every kind of difference: what closes it, by which article, on what evidence.

``answers_persons``, ``_vehicles``, ``_estates`` and ``_others`` hold the specific ones; each
kind further has 登记有误 and 待进一步核实.
"""

from collections.abc import Mapping

from caseworker_app.rules.comparison.answer import (
    Answer as Answer,
    Answers,
    refuted,
    unresolved,
)
from caseworker_app.rules.comparison.answers_estates import ANSWERS as ESTATES
from caseworker_app.rules.comparison.answers_others import ANSWERS as OTHERS
from caseworker_app.rules.comparison.answers_persons import ANSWERS as PERSONS
from caseworker_app.rules.comparison.answers_vehicles import ANSWERS as VEHICLES
from caseworker_app.rules.comparison.catalogue import KINDS

_WRONG = refuted("registry_wrong", "登记有误", "DBM-18", "登记部门更正证明、信函索证回函")
_LATER = unresolved("unresolved", "待进一步核实", "DBM-16", "信函索证、补充材料")

_SPECIFIC: Mapping[str, Answers] = {**PERSONS, **VEHICLES, **ESTATES, **OTHERS}


def answers(code: str) -> Answers:
    """Return the answers a difference of this kind may be closed with, the open one last.

    Raises KeyError for a code the catalogue does not have.
    """
    return (*_SPECIFIC[KINDS[code].code], _WRONG, _LATER)
