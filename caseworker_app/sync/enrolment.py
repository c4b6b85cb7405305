"""登记: the first contact, by what is printed on the slip."""

import msgspec

from caseworker_app.errors import RefusedError
from caseworker_app.sync.line import FOREIGN, decoded
from caseworker_app.sync.transport import Transport
from caseworker_app.wire import attest, signing, slip as paper
from caseworker_app.wire.canonical import canonical
from caseworker_app.wire.message import Enrol, Enrolled
from caseworker_app.wire.slip import Slip


def enrol(address: str, slip: Slip, device: str, public: bytes, system: str) -> Enrolled:
    """Present this laptop by its id and public key (raw); asking again answers the same.

    ``system`` is operating system and version of the application, as ``linux/0.1.0``. Raises
    LineError, ProblemError (slip wrong, used, expired), or RefusedError when the answer is not
    from the server whose fingerprint is on the slip.
    """
    key = paper.key(slip.code)
    os, _, app = system.partition("/")
    asked = Enrol(slip=paper.name(key), device=device, public=public.hex(), os=os, app=app)
    proved = msgspec.structs.replace(asked, proof=paper.proof(key, asked))
    transport = Transport(address, slip.fingerprint)
    try:
        fields = {"Content-Type": "application/json"}
        answer = decoded(transport.post("/v1/enrol", canonical(proved), fields), Enrolled)
    finally:
        transport.close()
    server = signing.from_hex(answer.server)
    trusted = signing.fingerprint(server) == slip.fingerprint and attest.genuine(answer, server)
    if not trusted or answer.device != device:
        raise RefusedError(FOREIGN)
    return answer
