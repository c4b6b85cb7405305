import hashlib

import msgspec
import pytest
from hypothesis import given, strategies as st

from caseworker_app.wire import receipt, signing
from caseworker_app.wire.message import OpsAnswer, Result
from caseworker_app.wire.operation import Operation, seal
from caseworker_app.wire.problem import ProblemError
from caseworker_app.wire.receipt import ReceiptBody

SERVER = signing.new_key()
DEVICE = signing.new_key()


def an_operation(n: int) -> Operation:
    operation = Operation(
        v=1, op=f"op-{n}", device="d1", n=n, prev="", rid="r1", kind="patch", base=0, gen=0,
        schema=1, form="visit@1", policy="", person="p1", at=0, mono=("", 0), atomic=False,
        patch=(), blobs=(),
    )  # fmt: skip
    return seal(operation, DEVICE)


def an_answer(operations: list[Operation]) -> OpsAnswer:
    bodies = [
        ReceiptBody(1, o.op, o.device, o.hash, o.rid, 1, o.n, o.n, "accepted", "e1")
        for o in operations
    ]
    results = tuple(Result(b.op, b.rev, b.seq, b.done, b.status) for b in bodies)
    return OpsAnswer(results, "e1", receipt.sign(bodies, SERVER))


@given(st.integers(1, 40))
def test_that_every_leaf_climbs_to_the_root(count: int) -> None:
    leaves = [hashlib.sha256(bytes([n])).digest() for n in range(count)]
    tree = receipt.merkle(leaves)

    assert {receipt.root_of(v, p) for v, p in zip(leaves, tree.proofs, strict=True)} == {tree.root}


@given(st.integers(2, 40), st.data())
def test_that_a_foreign_leaf_does_not_climb_to_the_root(count: int, data: st.DataObject) -> None:
    leaves = [hashlib.sha256(bytes([n])).digest() for n in range(count)]
    tree = receipt.merkle(leaves)
    place = data.draw(st.integers(0, count - 1))

    assert receipt.root_of(b"x" * 32, tree.proofs[place]) != tree.root


def test_that_each_receipt_of_an_answer_stands_alone() -> None:
    operations = [an_operation(n) for n in range(1, 6)]
    asked = {operation.op: operation for operation in operations}
    receipts = receipt.read(an_answer(operations), asked, signing.public(SERVER))

    assert receipts.keys() == asked.keys()
    for name, one in receipts.items():
        assert receipt.check(one, signing.public(SERVER), asked[name])


def test_that_a_receipt_fits_no_other_operation_and_no_other_server() -> None:
    one, two = an_operation(1), an_operation(2)
    receipts = receipt.read(an_answer([one]), {one.op: one}, signing.public(SERVER))

    assert not receipt.check(receipts[one.op], signing.public(SERVER), two)
    assert not receipt.check(receipts[one.op], signing.public(signing.new_key()), one)


@pytest.mark.parametrize("field", ["rev", "seq", "done"])
def test_that_a_changed_receipt_is_refused(field: str) -> None:
    one = an_operation(1)
    good = receipt.read(an_answer([one]), {one.op: one}, signing.public(SERVER))[one.op]
    body = msgspec.structs.replace(good.body, **{field: 77})

    assert receipt.check(good, signing.public(SERVER), one)
    assert not receipt.check(msgspec.structs.replace(good, body=body), signing.public(SERVER), one)


def test_that_an_answer_with_another_status_confirms_nothing() -> None:
    one = an_operation(1)
    answer = an_answer([one])
    result = msgspec.structs.replace(answer.results[0], status="conflict")

    with pytest.raises(ProblemError, match="回执"):
        receipt.read(
            msgspec.structs.replace(answer, results=(result,)),
            {one.op: one},
            signing.public(SERVER),
        )


def test_that_an_answer_about_something_else_confirms_nothing() -> None:
    one, two = an_operation(1), an_operation(2)

    with pytest.raises(ProblemError):
        receipt.read(an_answer([one, two]), {one.op: one}, signing.public(SERVER))


def test_that_an_operation_without_its_files_has_no_receipt() -> None:
    answer = OpsAnswer((Result("op-1", missing=(0,)),), "e1", "")

    assert receipt.read(answer, {}, signing.public(SERVER)) == {}
