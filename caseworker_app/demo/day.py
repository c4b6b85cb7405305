"""A whole working day without a window: fetch, compare all, visit some, sign, seal, deliver.

Everything is done through the same use cases as on screen. A day broken off anywhere, by a
power cut or a killed process, is finished by running it again on the same folder.
"""

import sys
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from caseworker_app.demo import laptop, office
from caseworker_app.demo.clock import DAY, instant
from caseworker_app.demo.finding import Finding, find_car
from caseworker_app.demo.plan import Plan
from caseworker_app.demo.township import make_township
from caseworker_app.demo.values import Township
from caseworker_app.demo.visiting import Confirmed, Visited, carry_out
from caseworker_app.server import verify
from caseworker_app.server.central import Configuration, open_central
from caseworker_app.workflow import comparison, delivery, outgoing, seal, session
from caseworker_app.workflow.workspace import Workspace

Say = Callable[[str], None]
_HELD = "held"


@dataclass(frozen=True, slots=True)
class Report:
    """What was done, with the hashes by which laptop and server were compared."""

    households: int
    compared: int
    discrepancies: Mapping[str, int]
    visited: int
    sealed: int
    delivered: int
    agree: bool
    papers: Mapping[str, str]
    """Number of each paper → hash of its PDF."""
    records: Mapping[str, str]
    """Operation → its hash, the same on both sides."""
    found: Finding
    """What stood in the yard of the first home, asked of the office and answered."""
    folder: str
    """Where the PDFs lie."""
    seconds: float


def run(
    plan: Plan,
    say: Say,
    confirmed: Confirmed = lambda *_: None,
    serving: office.Serving = office.serving,
) -> Report:
    """Carry out the day and return what was done; raises UserError for a folder of another plan."""
    started = time.monotonic()
    plan.claim()
    township = make_township(plan.households, plan.seed, today=DAY)
    say(f"{township.name}：{len(township.households)} 户已就绪")
    slip = office.prepare(plan.server, township)
    with serving(plan.server) as address:
        ws = laptop.open_laptop(plan, township, address, slip)
        try:
            return _work(plan, ws, township, _Work(say, confirmed, started))
        finally:
            session.lock(ws)


@dataclass(frozen=True, slots=True)
class _Work:
    say: Say
    confirmed: Confirmed
    started: float


def _work(plan: Plan, ws: Workspace, township: Township, work: _Work) -> Report:
    laptop.fetch(ws, work.say)
    found = comparison.compare_all(ws)
    work.say(f"三比对完成：{len(township.households)} 户，差异 {found.total()} 处")
    seen = _find(plan, ws, township, work)
    visits = [_visit(ws, township, unit.household.id, work) for unit in plan.to_visit(township)]
    work.say("正在送达")
    delivered = delivery.deliver(ws, lambda _progress: None)
    work.say(f"已送达 {delivered.confirmed} 件，均有服务器回执")
    sealed = [visit.sealed for visit in visits if visit.sealed]
    _export(plan, ws, sealed)
    here, there = outgoing.held(ws), _held_by_server(plan, ws.device.id)
    return Report(
        households=len(township.households),
        compared=len(township.households),
        discrepancies=dict(sorted(found.items())),
        visited=len(visits),
        sealed=len(sealed),
        delivered=sum(parcel.state == _HELD for parcel in outgoing.parcels(ws, sys.maxsize)),
        agree=list(map(tuple, here)) == there,
        papers={paper.number: paper.pdf_sha for paper in sealed},
        records={operation.op: operation.hash for operation in here},
        found=seen,
        folder=str(plan.papers),
        seconds=round(time.monotonic() - work.started, 2),
    )


def _held_by_server(plan: Plan, device: str) -> list[tuple[object, ...]]:
    """Return what lies on the server's disk, hashed anew."""
    central = open_central(Configuration(plan.server), instant)
    try:
        return list(map(tuple, verify.agreement(central, device)))
    finally:
        central.close()


def _visit(ws: Workspace, township: Township, household_id: str, work: _Work) -> Visited:
    visited = carry_out(ws, household_id, township.staff[1], work.confirmed)
    work.say(f"入户：{visited.sealed.number if visited.sealed else visited.refused}")
    return visited


def _find(plan: Plan, ws: Workspace, township: Township, work: _Work) -> Finding:
    first = plan.to_visit(township)[0]
    seen = find_car(ws, township, first, township.staff[1])
    work.say(f"现场发现：{seen.kind} {seen.value}，{seen.state or '已提请查询'}")
    return seen


def _export(plan: Plan, ws: Workspace, sealed: list[seal.Sealed]) -> None:
    """Put the papers where the person can look at them: outside the encrypted store, on purpose."""
    plan.papers.mkdir(exist_ok=True)
    for paper in sealed:
        (plan.papers / f"{paper.number}.pdf").write_bytes(seal.form(ws, paper.visit_id))
