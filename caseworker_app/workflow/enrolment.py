"""登记: a slip of paper makes this laptop one the office knows."""

import platform
from dataclasses import replace

from caseworker_app import __version__
from caseworker_app.model.visit import Investigator
from caseworker_app.settings import load as load_settings, save as save_settings
from caseworker_app.store import audit, ballast, key, meta, person
from caseworker_app.sync import enrolment as desk, trust
from caseworker_app.wire import signing, slip
from caseworker_app.wire.message import Enrolled
from caseworker_app.workflow import edition, lease, numbers, sealing, stick
from caseworker_app.workflow.workspace import Office, Workspace


def enrol(ws: Workspace, address: str, code: str, passphrase: str) -> Workspace:
    """Enrol this laptop with a slip and return the workspace that knows its office.

    Asking again after an interruption answers the same. Raises UserError for a mistyped code,
    OutsideError without a network, RefusedError for a foreign server or a used slip and in
    practice.
    """
    ws.require_real()
    paper_slip = slip.parse(code)
    public = signing.public(ws.device.key)
    system = f"{platform.system().lower()}/{__version__}"
    answer = desk.enrol(address, paper_slip, ws.device.id, public, system)
    if answer.recovery:
        data_key = key.unlock(ws.folder, passphrase, ws.clock.now())
        key.add_recovery(ws.folder, data_key, signing.from_hex(answer.recovery))
    return _keep(ws, address, answer)


def moved(ws: Workspace, address: str) -> Workspace:
    """Return the workspace of the same office at another address; its key stays the same.

    Raises UserError for an address over which others could read along.
    """
    trust.require_private(address)
    office = replace(ws.enrolled(), address=address)
    with ws.database.write() as connection:
        meta.put(connection, "office.address", address)
    save_settings(ws.folder, load_settings(ws.folder).with_server(address))
    return replace(ws, office=office)


def _keep(ws: Workspace, address: str, answer: Enrolled) -> Workspace:
    """Write down office, person and paper numbers, all or nothing."""
    office = Office(address, signing.from_hex(answer.server))
    worker = Investigator(answer.person, answer.name, answer.unit)
    with ws.database.write() as connection:
        meta.put(connection, "office.address", office.address)
        meta.put(connection, "office.public", office.public)
        sealing.believe(connection, ws, office.public, answer.certificate)
        stick.believe(connection, office.public, answer.box)
        lease.take(connection, ws, office.public, answer.lease)
        edition.trust(connection, office.public, answer.publisher)
        person.put(connection, worker)
        numbers.take(connection, answer.numbers)
        audit.append(connection, ws.at(), worker.id, "device.enrolled", ws.device.id, address)
    ballast.take(ws.folder)
    save_settings(ws.folder, load_settings(ws.folder).with_server(address))
    return replace(ws, person=worker, office=office)
