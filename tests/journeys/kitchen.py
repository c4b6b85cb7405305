"""Two visits with evidence of every kind: one pressed by finger, one refused before witnesses."""

from pathlib import Path
from random import Random

from caseworker_app.demo import ink, visiting
from caseworker_app.demo.values import TownshipHousehold
from caseworker_app.intake.photo import draw_sketch
from caseworker_app.model.visit import Visit
from caseworker_app.workflow import evidence, visit as visits
from caseworker_app.workflow.dossier import open_household
from caseworker_app.workflow.evidence import Spoken
from caseworker_app.workflow.workspace import Workspace
from tests.journeys.conftest import Round

AMR = b"#!AMR\n" + Random(7).randbytes(40_000)
KITCHEN, CONTRACT = draw_sketch("厨房粮油", 41), draw_sketch("协议", 42)
FINGER, NEXT_DOOR = draw_sketch("捺印", 43), draw_sketch("房屋", 44)


def disputed(round_: Round, ws: Workspace) -> tuple[TownshipHousehold, ...]:
    """Return households with a difference that nobody has visited."""
    visited = {u.household.id for u in round_.plan.to_visit(round_.township)}
    rest = (u for u in round_.township.households if u.household.id not in visited)
    return tuple(u for u in rest if open_household(ws, u.household.id).discrepancies)


def pressed(round_: Round, ws: Workspace, unit: TownshipHousehold, folder: Path) -> Visit:
    """Write down a visit whose member leaves a print; what is spoken about is recorded."""
    begun = _written(round_, ws, unit)
    difference = begun.explanations[0].id
    for name, data in (("kitchen.jpg", KITCHEN), ("talk.amr", AMR)):
        (folder / name).write_bytes(data)
    kitchen = evidence.read_photo(folder / "kitchen.jpg", evidence.FOLDER)
    evidence.add_photo(ws, begun.id, kitchen, "厨房", "/living/kitchen")
    proof = evidence.add_photo(ws, begun.id, evidence.shot(CONTRACT), "协议", difference)
    visits.record(ws, begun.id, {f"/explanations/#{difference}/evidence": [proof.attachment.id]})
    wrong = evidence.add_photo(ws, begun.id, evidence.shot(NEXT_DOOR), "邻居家")
    evidence.withdraw(ws, begun.id, wrong.attachment.id, "拍到邻居家")
    member = begun.household.member(begun.present).name
    spoken = Spoken(member, consented=True, caption="谈经过", bound_to=difference)
    talk = evidence.read_recording(folder / "talk.amr")
    evidence.add_recording(ws, begun.id, talk, spoken)
    _sign(ws, begun, {"investigator1": 0, "investigator2": 1})
    evidence.add_print(ws, begun.id, "member", member, evidence.shot(FINGER))
    return visits.resume(ws, begun.id)


def refused(round_: Round, ws: Workspace, unit: TownshipHousehold) -> Visit:
    """Write down a visit whose member does not sign; two neighbours witness it."""
    begun = _written(round_, ws, unit)
    visits.record(ws, begun.id, {"/unsigned": "对金额有异议，不愿签字"})
    _sign(ws, begun, {"investigator1": 0, "investigator2": 1})
    for role, name in (("witness", "骆晓芬"), ("witness2", "王阿姨")):
        strokes = ink.signature_strokes(name, Random(role))
        visits.sign(ws, begun.id, role, name, (strokes, ink.WIDTH, ink.HEIGHT))
    return visits.resume(ws, begun.id)


def _written(round_: Round, ws: Workspace, unit: TownshipHousehold) -> Visit:
    dossier = open_household(ws, unit.household.id)
    begun = visits.start(ws, unit.household.id, round_.township.staff[1:2])
    for changes in visiting._fields(begun, dossier.discrepancies, Random(1)):
        visits.record(ws, begun.id, changes)
    return visits.resume(ws, begun.id)


def _sign(ws: Workspace, begun: Visit, roles: dict[str, int]) -> None:
    for role, number in roles.items():
        name = begun.investigators[number].name
        strokes = ink.signature_strokes(name, Random(role))
        visits.sign(ws, begun.id, role, name, (strokes, ink.WIDTH, ink.HEIGHT))
