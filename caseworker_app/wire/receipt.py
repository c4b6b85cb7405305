"""回执: the server's signature that an operation and every file it names are on its disk.

One signature covers an answer: it is over the root of a Merkle tree (RFC 6962 hashing) whose
leaves are the bodies in the order of the answer. The laptop rebuilds the leaves from what it
holds, checks one signature and keeps with each operation its own path to the root. Such a
receipt can be verified offline by anyone who knows the server's public key.
"""

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

import msgspec

from caseworker_app.wire import signing
from caseworker_app.wire.canonical import canonical
from caseworker_app.wire.message import OpsAnswer, Result
from caseworker_app.wire.operation import Operation
from caseworker_app.wire.problem import ProblemError, ProblemType

_PURPOSE = b"CSP1-receipt\0"
_LEAF, _NODE = b"\0", b"\1"


class ReceiptBody(msgspec.Struct, frozen=True):
    """What the server vouches for."""

    v: int
    op: str
    device: str
    hash: str
    rid: str
    rev: int
    seq: int
    """Place in the server's log."""
    done: int
    """Place in the order of completion: operation and all its files."""
    status: str
    """accepted, conflict or quarantined: safe in all three; only the first is the record."""
    epoch: str


class Receipt(msgspec.Struct, frozen=True):
    """A body, its path to the signed root, the signature (hex) and who signed."""

    body: ReceiptBody
    proof: tuple[str, ...]
    """Siblings from leaf to root: ``R`` or ``L``, the side it stands on, and hex."""
    sig: str
    key: str
    """Fingerprint of the server's public key."""


class Tree(NamedTuple):
    root: bytes
    proofs: tuple[tuple[str, ...], ...]


def leaf(body: ReceiptBody) -> bytes:
    return hashlib.sha256(_LEAF + canonical(body)).digest()


def merkle(leaves: Sequence[bytes]) -> Tree:
    """Return the root over at least one leaf, and each leaf's path to it."""
    proofs: list[list[str]] = [[] for _ in leaves]
    level = [(value, [place]) for place, value in enumerate(leaves)]
    while len(level) > 1:
        above = [
            _join(left, right, proofs) for left, right in zip(level[::2], level[1::2], strict=False)
        ]
        level = above + level[len(above) * 2 :]
    return Tree(level[0][0], tuple(map(tuple, proofs)))


_Branch = tuple[bytes, list[int]]


def _join(left: _Branch, right: _Branch, proofs: list[list[str]]) -> _Branch:
    for place in left[1]:
        proofs[place].append("R" + right[0].hex())
    for place in right[1]:
        proofs[place].append("L" + left[0].hex())
    return hashlib.sha256(_NODE + left[0] + right[0]).digest(), left[1] + right[1]


def root_of(value: bytes, proof: Iterable[str]) -> bytes:
    """Climb from a leaf to the root."""
    for step in proof:
        other = signing.from_hex(step[1:])
        pair = value + other if step.startswith("R") else other + value
        value = hashlib.sha256(_NODE + pair).digest()
    return value


def sign(bodies: Sequence[ReceiptBody], key: bytes) -> str:
    """Return the server's signature (hex) over the bodies of one answer; empty for none."""
    if not bodies:
        return ""
    return signing.sign(key, _PURPOSE + merkle([leaf(body) for body in bodies]).root).hex()


def check(receipt: Receipt, server_public: bytes, operation: Operation) -> bool:
    """Return whether this receipt is the server's, and for exactly this operation."""
    body = receipt.body
    named = (body.op, body.hash, body.device, body.rid)
    if named != (operation.op, operation.hash, operation.device, operation.rid):
        return False
    signed = _PURPOSE + root_of(leaf(body), receipt.proof)
    return signing.verify(server_public, signed, signing.from_hex(receipt.sig))


def read(
    answer: OpsAnswer, operations: Mapping[str, Operation], server_public: bytes
) -> dict[str, Receipt]:
    """Return the receipts of an answer by operation id.

    Raises ``ProblemError`` when the signature does not fit what was sent: a wrong or altered
    answer confirms nothing.
    """
    held = [result for result in answer.results if result.status]
    if not held:
        return {}
    if not all(result.op in operations for result in held):
        raise ProblemError(ProblemType.BAD_RECEIPT, "an operation that was not asked about")
    bodies = [_body(operations[result.op], result, answer.epoch) for result in held]
    tree = merkle([leaf(body) for body in bodies])
    if not signing.verify(server_public, _PURPOSE + tree.root, signing.from_hex(answer.sig)):
        raise ProblemError(ProblemType.BAD_RECEIPT, "signature")
    name = signing.fingerprint(server_public)
    return {
        body.op: Receipt(body, proof, answer.sig, name)
        for body, proof in zip(bodies, tree.proofs, strict=True)
    }


def _body(operation: Operation, result: Result, epoch: str) -> ReceiptBody:
    return ReceiptBody(
        v=1,
        op=operation.op,
        device=operation.device,
        hash=operation.hash,
        rid=operation.rid,
        rev=result.rev,
        seq=result.seq,
        done=result.done,
        status=result.status,
        epoch=epoch,
    )
