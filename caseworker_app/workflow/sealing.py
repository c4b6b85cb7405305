"""电子封章 on a laptop: its seal, and whom it believes.

The seal's key is made when the first paper is issued and never leaves the encrypted store.
"""

from collections.abc import Callable

from caseworker_app.model.values import CHINA
from caseworker_app.seals import seal as seals
from caseworker_app.seals.finding import Trusted
from caseworker_app.seals.holder import Holder, Signatory
from caseworker_app.store import meta
from caseworker_app.store.database import Connection
from caseworker_app.wire import signing
from caseworker_app.workflow.workspace import Workspace

_KEY = "seal.key"
_CERTIFICATE = "office.certificate"


def sealed(ws: Workspace, pdf: bytes, number: str) -> bytes:
    """Return a paper with the seal of who works here; it begins with the paper's own bytes.

    A paper of practice says that it is one. ``number`` is the paper's.
    """
    return sealer(ws)(pdf, number)


def sealer(ws: Workspace) -> Callable[[bytes, str], bytes]:
    """Return what seals papers with their numbers; it needs no store, so it fits a transaction."""
    signatory = _signatory(ws)
    return lambda pdf, number: seals.seal(pdf, signatory, ws.clock.now().astimezone(CHINA), number)


def trusted(ws: Workspace) -> Trusted:
    """Return whose seals are believed here: this laptop's and, once enrolled, the office's."""
    office = b"" if ws.office is None else ws.office.public
    return Trusted(office, ws.device.id, signing.public(ws.device.key))


def believe(connection: Connection, ws: Workspace, office: bytes, certificate: str) -> None:
    """Keep the office's certificate (hex) of this laptop, if it is one; an older server has none.

    ``office`` is the office's public key, raw.
    """
    from caseworker_app.seals import certificate as certificates  # noqa: PLC0415  # X.509 loads late

    found = signing.from_hex(certificate)
    if not found or found == meta.raw(connection, _CERTIFICATE):
        return
    if certificates.is_certified(found, office, signing.public(ws.device.key)):
        meta.put(connection, _CERTIFICATE, found)


def _signatory(ws: Workspace) -> Signatory:
    from caseworker_app.seals import certificate as certificates  # noqa: PLC0415  # X.509 loads late

    holder = Holder(ws.person.name, ws.person.unit, ws.device.id, practice=ws.practice)
    with ws.database.write() as connection:
        key = meta.raw(connection, _KEY)
        if key is None:
            key = certificates.new_key()
            meta.put(connection, _KEY, key)
        above = meta.raw(connection, _CERTIFICATE) or b""
    return certificates.person(ws.device.key, key, holder, above)
