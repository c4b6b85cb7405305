"""Our laptop and our office.

``prepare FOLDER LOAD``, ``serve HOST FOLDER`` or ``send URL FOLDER LOAD``.
"""

import sys
from collections.abc import Callable
from pathlib import Path

from caseworker_app.demo import laptop, office
from caseworker_app.demo.clock import DAY, DemoClock
from caseworker_app.demo.plan import Plan
from caseworker_app.demo.township import make_township
from caseworker_app.model.values import Json
from caseworker_app.server.central import Configuration
from caseworker_app.server.run import running, serve as serve_until
from caseworker_app.store import attachment as attachments, household as households
from caseworker_app.store.database import Connection
from caseworker_app.store.key import Cost
from caseworker_app.wire.canonical import sha256
from caseworker_app.wire.operation import BlobRef
from caseworker_app.workflow import delivery, enrolment, outgoing, session
from caseworker_app.workflow.seal import RECORD_FORM
from caseworker_app.workflow.workspace import Workspace
from tests.bench import load
from tests.bench.rival import at_work, tell

_HOUSEHOLDS = 100
_QUICK = Cost(time_cost=1, memory_cost=64, parallelism=1)


def prepare(folder: str, work: str) -> None:
    """Set office and laptop up and seal a visit for every record."""
    plan = Plan(Path(folder), _HOUSEHOLDS, 1, cost=_QUICK)
    township = make_township(plan.households, plan.seed, today=DAY)
    slip = office.prepare(plan.server, township)
    with running(Configuration(plan.server)) as server:
        ws = laptop.open_laptop(plan, township, server.url, slip)
        laptop.fetch(ws, lambda _: None)
    with ws.database.write() as connection:
        homes = households.ids_all(connection)
        files = load.pdfs(Path(work))
        for number, said in enumerate(load.records(Path(work))):
            form = files[number].read_bytes() if files else b""
            _seal(connection, ws, homes[number % len(homes)], said, form)
    session.lock(ws)


def _seal(
    connection: Connection, ws: Workspace, home: str, said: dict[str, str], form: bytes
) -> None:
    """Queue a record and its form; what a laptop reckons anew after a visit is not delivering."""
    blobs = (BlobRef(sha256(form), len(form), "application/pdf", "visit-form"),) if form else ()
    for blob in blobs:
        attachments.put(connection, blob.sha, form, blob.mime)
    units: dict[str, Json] = {**said, "/household/id": home, "/stage": "sealed"}
    gen = households.version(connection, home).gen
    new = outgoing.NewRecord(ws.ids.new(), RECORD_FORM, units, gen, kind="submit", blobs=blobs)
    outgoing.send(connection, ws, new, outgoing.SCANS)


def serve(host: str, folder: str) -> None:
    serve_until(Configuration(Path(folder) / "server", host=host), tell, until_input_closes=True)


def send(url: str, folder: str, _work: str) -> None:
    ws = session.unlock(Path(folder) / "laptop", laptop.PASSPHRASE, DemoClock())
    ws = enrolment.moved(ws, url)
    with at_work():
        done = delivery.deliver(ws, lambda _: None)
    assert done.sent == done.confirmed > 0
    session.lock(ws)


if __name__ == "__main__":
    acts: dict[str, Callable[..., None]] = {"prepare": prepare, "serve": serve, "send": send}
    acts[sys.argv[1]](*sys.argv[2:])
