"""What a caseworker does in one kitchen, played by a script: every field typed, saved, signed.

Every step may be done again: a day broken off anywhere goes on where it stood.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from random import Random

from caseworker_app.demo import ink
from caseworker_app.demo.photos import visit_photos
from caseworker_app.errors import RefusedError
from caseworker_app.model.ages import is_adult
from caseworker_app.model.codes import DiscrepancyState
from caseworker_app.model.discrepancy import Discrepancy
from caseworker_app.model.household import Member
from caseworker_app.model.values import Json
from caseworker_app.model.visit import Investigator, Visit
from caseworker_app.rules.comparison.answers import Answer, answers
from caseworker_app.workflow import evidence, seal, visit as visits
from caseworker_app.workflow.dossier import open_household
from caseworker_app.workflow.workspace import Workspace

_PHOTOS = 2
_FEN = 100
_SPENDING: Mapping[str, tuple[int, int]] = {
    "food": (420, 760), "water": (12, 30), "power": (45, 120), "gas": (30, 70), "phone": (19, 58),
    "transport": (10, 60), "medical": (20, 260), "social": (0, 80),
}  # fmt: skip
"""Yuan a month, from and to."""

_LIVING: Mapping[str, Json] = {
    "tenure": "own", "structure": "4", "decoration": "simple", "safety": "B",
    "kitchen": "own_stove", "food": "plain", "water": "tap", "bedding": "enough",
    "care_need": "none", "impression": "as_declared", "appliances": ["tv", "fridge", "washer"],
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Visited:
    """How a visit ended: sealed, or why it could not be."""

    visit_id: str
    sealed: seal.Sealed | None
    refused: str = ""


Confirmed = Callable[[str, Mapping[str, Json]], None]
"""Told of every field after it was saved: the visit and the units."""


def carry_out(
    ws: Workspace, household_id: str, companion: Investigator, confirmed: Confirmed
) -> Visited:
    """Visit one household, from the open dossier to the sealed record."""
    dossier = open_household(ws, household_id)
    visit = visits.start(ws, household_id, (companion,))
    if not visit.signatures:
        rng = Random(dossier.household.number)
        for changes in _fields(visit, dossier.discrepancies, rng):
            visits.record(ws, visit.id, changes)
            confirmed(visit.id, changes)
        _take_photos(ws, visit)
    try:
        if visit.stage in visits.OPEN:
            _sign(ws, visits.resume(ws, visit.id))
        return Visited(visit.id, seal.seal(ws, visit.id))
    except RefusedError as error:
        return Visited(visit.id, None, str(error))


def _fields(
    visit: Visit, differences: tuple[Discrepancy, ...], rng: Random
) -> Iterator[Mapping[str, Json]]:
    present = _who_answers(visit)
    yield {"/present": present.id}
    for member in visit.members:
        yield {f"/members/#{member.id}/met": not member.excluded}
    for difference in differences:
        yield _explanation(difference)
    for code, limits in _SPENDING.items():
        yield {f"/expenses/#{code}/monthly": rng.randint(*limits) * _FEN}
    for field, value in _LIVING.items():
        yield {f"/living/{field}": value}
    yield {"/opinion": f"经入户核查，{present.name}户情况与申报基本一致，建议按规定处理。"}


def _who_answers(visit: Visit) -> Member:
    """Return the member at home: counted, of age where there is one, alive."""
    excluded = {member.id for member in visit.members if member.excluded}
    counted = [m for m in visit.household.members if m.id not in excluded]
    grown = [m for m in counted if is_adult(m.id_number, visit.day)]
    return (grown or counted or list(visit.household.members))[0]


def _explanation(difference: Discrepancy) -> dict[str, Json]:
    answer = _answer(difference.code)
    at = f"/explanations/#{difference.id}"
    return {
        f"{at}/state": answer.state,
        f"{at}/conclusion": answer.conclusion,
        f"{at}/resolved": "" if answer.counts else answer.code,
        f"{at}/text": f"{answer.zh}。已查看：{answer.evidence_zh or '现场情况'}。",
        f"{at}/observed": "现场查看，与家庭说明一致。",
    }


def _answer(code: str) -> Answer:
    """Return an answer that settles a difference of this kind, where one does by not counting."""
    unsettled = {DiscrepancyState.OPEN, DiscrepancyState.UNRESOLVED}
    settled = [answer for answer in answers(code) if answer.state not in unsettled]
    return next((answer for answer in settled if not answer.counts), settled[0])


def _take_photos(ws: Workspace, visit: Visit) -> None:
    taken = {attachment.caption for attachment in visit.attachments}
    for photo in visit_photos(visit.household, _PHOTOS):
        if photo.caption not in taken:
            taken_now = evidence.shot(photo.data)
            evidence.add_photo(ws, visit.id, taken_now, photo.caption, photo.place)


def _sign(ws: Workspace, visit: Visit) -> None:
    first, second = visit.investigators[:2]
    names = {
        "member": visit.household.member(visit.present).name,
        "investigator1": first.name,
        "investigator2": second.name,
    }
    signed = {signature.id for signature in visit.signatures}
    for role, name in names.items():
        if role not in signed:
            strokes = ink.signature_strokes(name, Random(f"{visit.household.number}{role}"))
            visits.sign(ws, visit.id, role, name, (strokes, ink.WIDTH, ink.HEIGHT))
