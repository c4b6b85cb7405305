"""A signature over a whole message: canonical bytes of everything but its ``sig``.

What was added since is left out, so that older laptops check the same bytes; it has to prove
itself.
"""

from typing import TypeVar

import msgspec

from caseworker_app.wire import signing
from caseworker_app.wire.canonical import canonical
from caseworker_app.wire.message import AskSession, Enrolled, Glance, Glanced, Session

_ADDED = ("certificate", "box", "lease", "publisher", "manifest")
Signed = TypeVar("Signed", Enrolled, AskSession, Session, Glance, Glanced)


def sign(message: Signed, key: bytes) -> Signed:
    """Return the message with the signature of a private key."""
    return msgspec.structs.replace(message, sig=signing.sign(key, _content(message)).hex())


def genuine(message: Signed, public: bytes) -> bool:
    """Return whether the message was signed with that key and not changed since."""
    return signing.verify(public, _content(message), signing.from_hex(message.sig))


def _content(message: Signed) -> bytes:
    purpose = f"CSP1-{type(message).__name__}\0".encode()
    said = msgspec.structs.asdict(msgspec.structs.replace(message, sig=""))
    for field in _ADDED:
        said.pop(field, None)
    return purpose + canonical(said)
