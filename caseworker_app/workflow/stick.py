"""送达包: the office's key for what is carried to it on a stick."""

from caseworker_app.errors import UserError
from caseworker_app.store import meta
from caseworker_app.store.database import Connection
from caseworker_app.wire import bundle

_BOX = "office.box"


def believe(connection: Connection, office: bytes, vouched: str) -> None:
    """Keep the office's key for bundles if the office vouches for it; an older one has none.

    ``office`` is the office's public Ed25519 key, raw.
    """
    found = bundle.believed_box(vouched, office)
    if found and found != meta.raw(connection, _BOX):
        meta.put(connection, _BOX, found)


def box(connection: Connection) -> bytes:
    """Return the office's public X25519 key; raises UserError before the first contact gave it."""
    found = meta.raw(connection, _BOX)
    if found is None:
        raise UserError(
            "还不能存送达包：本机还没有办公室的封包钥匙。请先联网送达一次，以后就能用U盘送达。"
        )
    return found
