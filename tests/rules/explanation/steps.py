"""Finds a step of an explanation, to ask what it says and what it rests on."""

from caseworker_app.intake.pack_file import shipped
from caseworker_app.model.determination import Reason
from caseworker_app.model.economy import EconomicStatus
from caseworker_app.rules.determination import determine
from caseworker_app.rules.policy.pack import Pack
from tests.rules.homes import flat
from tests.rules.packs import PACK

NORTH = shipped("bf_demo")
"""Bands, fixed top-ups, flat amounts for the single-listed: all that the other pack has not."""


def step(status: EconomicStatus, label: str, pack: Pack = PACK) -> Reason:
    """Return the first step with a label."""
    steps = flat(determine(status, pack).reason)
    return next(reason for reason in steps if reason.label == label)


def said(reason: Reason) -> str:
    return f"{reason.value}：{reason.formula}"


def values_of(reason: Reason) -> str:
    """Return the paths of the values of the pack a step uses itself, each once."""
    return " ".join(dict.fromkeys(part.source for part in reason.parts if part.is_parameter))
