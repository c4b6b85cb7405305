"""A sealed paper goes to a real server and comes back with the office's seal beside."""

import pytest

from caseworker_app.seals.finding import State, Trusted
from caseworker_app.seals.seal import verify
from caseworker_app.sync.client import Courier
from caseworker_app.wire.canonical import canonical, sha256
from caseworker_app.wire.frames import FrameReader
from caseworker_app.wire.message import AskPaper
from caseworker_app.wire.operation import BlobRef
from caseworker_app.wire.problem import ProblemError, ProblemType
from tests.server.test_countersigning import made_paper
from tests.sync.conftest import Field


def _asked(courier: Courier, sha: str) -> bytes:
    body = canonical(AskPaper(sha))
    return courier._line.post("/v1/paper", body, "application/json", lambda _sent: None)


def test_that_a_delivered_paper_comes_back_countersigned(field: Field, courier: Courier) -> None:
    paper = made_paper(field.laptop)
    file = BlobRef(sha256(paper), len(paper), "application/pdf", "visit-form")
    visit = field.laptop.visit("v1", field.home, blobs=(file,))

    courier.push([visit])
    with pytest.raises(ProblemError) as refused:
        _asked(courier, file.sha)
    courier.send_files(visit.blobs, lambda _sha: paper, lambda _sent, _total: None)
    courier.receipts([visit])
    ((sha, received),) = FrameReader().feed(_asked(courier, file.sha))

    assert refused.value.kind is ProblemType.NOT_FOUND
    assert sha == sha256(received)
    assert received.startswith(paper)
    found = verify(received, Trusted(office=field.server.central.public))
    assert found.state is State.GENUINE
    assert found.seals[1].by_office
