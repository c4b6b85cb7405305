"""What a person did, as one signed step: each change names the hash of the value that was seen.

Operations of a device are chained by ``n`` and ``prev``. A sealed operation never changes; a
correction is another operation.
"""

from collections.abc import Mapping
from typing import Annotated, NamedTuple, TypeAlias

import msgspec

from caseworker_app.model.values import Json
from caseworker_app.wire import signing
from caseworker_app.wire.canonical import canonical, digest, sha256
from caseworker_app.wire.problem import ProblemError, ProblemType
from caseworker_app.wire.value import Json as Unit, checked

SCHEMA = 1
"""Newest form of a record this version knows."""
RESOLVE = "resolve"
"""Kind of an operation that decides a conflict: it names every unit in dispute, with what stands.
"""
KINDS = frozenset({"create", "patch", "submit", RESOLVE, "delete", "undelete", "note", "attach"})
ADDRESS = "^sha256:[0-9a-f]{64}$"
_PURPOSE = b"CSP1-operation\0"


class Change(NamedTuple):
    """One unit: path, ``canonical.digest`` of the value the person saw, wanted value."""

    path: Annotated[str, msgspec.Meta(pattern="^/")]
    old: str
    new: Unit
    """None takes the unit away."""


class BlobRef(msgspec.Struct, frozen=True):
    """A file an operation stands on, by content."""

    sha: Annotated[str, msgspec.Meta(pattern=ADDRESS)]
    """``sha256:…``."""
    size: Annotated[int, msgspec.Meta(ge=0)]
    mime: str
    role: str
    """photo, fingerprint, audio, visit-form, paper, scan; pack, pack-base: the pack judged by."""


class Operation(msgspec.Struct, frozen=True, omit_defaults=True, kw_only=True):
    """One step at the desk. A field with a default is left out of the bytes while it has it."""

    v: int
    op: str
    """UUIDv7."""
    device: str
    n: int
    """1, 2, 3 … within the device."""
    prev: str
    """Hash of operation ``n - 1``; empty for the first."""
    rid: str
    """Record."""
    kind: str
    base: int
    """Revision the person saw; 0 for a new record."""
    gen: int
    """Generation of the assignment under which it was done."""
    schema: int
    form: str
    """``visit@1``: kind of record and version of its form."""
    policy: str
    """Id and hash of the policy pack."""
    person: str
    at: int
    """Milliseconds UTC by the laptop's clock; never orders anything."""
    mono: tuple[str, int]
    """Boot id and milliseconds since then."""
    atomic: bool
    """True: applies as a whole or not at all."""
    patch: tuple[Change, ...]
    blobs: tuple[BlobRef, ...]
    resolves: str | None = None
    """Conflict this one decides."""
    reason: str = ""
    hash: str = ""
    sig: str = ""


Document: TypeAlias = dict[str, Json]
"""An operation as JSON, with the fields of its own version, known here or not."""


def seal(operation: Operation, key: bytes) -> Operation:
    """Return the operation with its hash and the signature of the device key."""
    body = canonical(msgspec.structs.replace(operation, hash="", sig=""))
    name = sha256(body)
    signature = signing.sign(key, _PURPOSE + name.encode())
    return msgspec.structs.replace(operation, hash=name, sig=signature.hex())


def verify(operation: Operation, public: bytes) -> bool:
    """Return whether hash and signature fit the content and the device's public key."""
    return verify_document(document(canonical(operation)), public)


def verify_document(sent: Mapping[str, Json], public: bytes) -> bool:
    """Return the same for an operation of any version."""
    name, signature = sent.get("hash"), sent.get("sig")
    if not isinstance(name, str) or not isinstance(signature, str):
        return False
    return name == hash_of(sent) and signing.verify(
        public, _PURPOSE + name.encode(), signing.from_hex(signature)
    )


def hash_of(sent: Mapping[str, Json]) -> str:
    """Return the hash the content has, whatever the operation says of itself."""
    body = {name: value for name, value in sent.items() if name not in {"hash", "sig"}}
    return sha256(canonical(body))


def document(data: bytes) -> Document:
    """Read an operation of any version; raises ``ProblemError`` if it is not plain JSON."""
    try:
        value = msgspec.json.decode(data, type=dict[str, Unit])
    except (msgspec.MsgspecError, RecursionError) as error:
        raise ProblemError(ProblemType.MALFORMED, "operation is not a JSON object") from error
    checked(value)
    return value


def understood(sent: Document) -> Operation | None:
    """Return the operation, or None where this version cannot carry it out."""
    try:
        operation = msgspec.convert(sent, Operation)
    except msgspec.ValidationError:
        return None
    known = operation.v == 1 and operation.schema <= SCHEMA and operation.kind in KINDS
    return operation if known else None


def diff(old: Mapping[str, Json], new: Mapping[str, Json]) -> tuple[Change, ...]:
    """Return the changes that lead from the units a person saw to the units wanted."""
    return tuple(
        Change(path, digest(old.get(path)), new.get(path))
        for path in sorted(old.keys() | new.keys())
        if not same(old.get(path), new.get(path))
    )


def same(one: Json, other: Json) -> bool:
    """Return whether two values have the same bytes (``True`` and ``1`` have not)."""
    return digest(one) == digest(other)
