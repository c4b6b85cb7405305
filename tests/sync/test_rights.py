"""Who may read and write what: every endpoint, asked by everybody about one household's visit."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import TypeVar

import msgspec
import pytest

from caseworker_app.intake.pack_file import shipped
from caseworker_app.server import enrolment, rights
from caseworker_app.server.app import create_app
from caseworker_app.sync.client import Courier
from caseworker_app.wire import part, signing
from caseworker_app.wire.canonical import canonical, sha256
from caseworker_app.wire.frames import MEDIA_TYPE, frame
from caseworker_app.wire.leading import AskAssign, AskJobs, Assigned, Jobs
from caseworker_app.wire.manifest import AskManifest, AskPublished, ManifestAnswer
from caseworker_app.wire.message import (
    AskChanges,
    AskNumbers,
    AskOffset,
    AskPaper,
    AskReceipts,
    Bits,
    Changes,
    Cursor,
    Have,
    Hello,
    HelloAnswer,
    Known,
    Numbers,
    Offset,
    Ops,
    OpsAnswer,
    Spent,
)
from caseworker_app.wire.operation import BlobRef, Operation, document
from caseworker_app.wire.part import Place
from caseworker_app.wire.problem import ProblemError, ProblemType, kind_of
from tests.server import editions
from tests.server.laptop import Laptop
from tests.server.test_countersigning import made_paper
from tests.sync.conftest import Field, admit, reach

T = TypeVar("T")
_UNTIL = date(2026, 12, 31)
_OPEN = {"/v1/enrol", "/v1/nonce", "/v1/session"}
"""How one comes in: without a session, proved by slip or key; each has its own tests."""


@dataclass
class Scene:
    """A visit with its paper, delivered by the one who looks after the household."""

    field: Field
    visit: Operation
    paper: bytes

    @property
    def sha(self) -> str:
        return sha256(self.paper)


class Caller:
    """Somebody at the line, with a laptop of their own; each method tells what came of it."""

    def __init__(self, scene: Scene, laptop: Laptop) -> None:
        self.scene, self.laptop = scene, laptop
        self.given = 0
        self.courier = reach(Field(scene.field.server, laptop, scene.field.home))

    def glance(self) -> str:
        told = self.courier.glance(Cursor(), None, None, "")
        return "news" if told.news else "nothing"

    def hello(self) -> str:
        asked = Hello(at=Cursor(), t1=0, app="", schema_max=1)
        return "certified" if self._ask("/v1/hello", asked, HelloAnswer).certificate else "plain"

    def ops(self) -> str:
        """Try to change what stands in the visit."""
        seen = {change.path: change.new for change in self.scene.visit.patch}
        wanted = {**seen, "/opinion": "不符合"}
        sent = self.laptop.patch(self.scene.visit.rid, seen, wanted, base=1)
        told = self._ask("/v1/ops", Ops((document(canonical(sent)),)), OpsAnswer)
        return told.results[0].status

    def receipts(self) -> str:
        told = self._ask("/v1/receipts", AskReceipts((self.scene.visit.op,)), OpsAnswer)
        refused = kind_of(told.results[0].problem)
        return refused.value if refused else told.results[0].status

    def known(self) -> str:
        named = ((self.scene.visit.op, self.scene.visit.hash),)
        return self._ask("/v1/known", Known(named), Bits).bits

    def have(self) -> str:
        return self._ask("/v1/have", Have((self.scene.sha,)), Bits).bits

    def pack(self) -> str:
        """Hand over a file that none of their operations names."""
        answer = self._post("/v1/pack", frame(b"a file of nobody"), MEDIA_TYPE)
        return str(msgspec.json.decode(answer)["stored"])

    def offset(self) -> str:
        asked = AskOffset(self.scene.sha, len(self.scene.paper))
        whole = self._ask("/v1/offset", asked, Offset).offset == asked.size
        return "whole" if whole else "nothing"

    def append(self) -> str:
        """Hand over a few more bytes for the paper."""
        more = part.head(Place(self.scene.sha, 999, self.given)) + b"bytes"
        answer = self._post("/v1/append", more, part.MEDIA_TYPE)
        self.given = msgspec.json.decode(answer, type=Offset).offset
        return f"{self.given} bytes"

    def changes(self) -> str:
        rows = self._ask("/v1/changes", AskChanges(since=0), Changes).rows
        return "reads it" if self.scene.visit.rid in {row.rid for row in rows} else "nothing of it"

    def paper(self) -> str:
        self._post("/v1/paper", canonical(AskPaper(self.scene.sha)), "application/json")
        return "reads it"

    def numbers(self) -> str:
        asked = AskNumbers((Spent("F10", 2026, 0),))
        return f"{len(self._ask('/v1/numbers', asked, Numbers).numbers)} block"

    def manifest(self) -> str:
        told = self._ask("/v1/manifest", AskManifest(0), ManifestAnswer).manifest
        return "reads it" if told else "nothing"

    def published(self) -> str:
        """Ask for a rule pack; a paper is none, whoever owns it."""
        named = AskPublished((sha256(shipped().text.encode()),))
        self._post("/v1/published", canonical(named), "application/json")
        self._refused("/v1/published", AskPublished((self.scene.sha,)))
        return "reads it"

    def _refused(self, path: str, question: msgspec.Struct) -> None:
        with pytest.raises(ProblemError) as caught:
            self._post(path, canonical(question), "application/json")
        assert caught.value.kind is ProblemType.NOT_FOUND

    def assign(self) -> str:
        """Hand the household to p1, who may have it already."""
        asked = AskAssign(household=self.scene.field.home, person="p1", until=_UNTIL, why="改派")
        self._ask("/v1/assign", asked, Assigned)
        return "handed"

    def jobs(self) -> str:
        return f"{len(self._ask('/v1/jobs', AskJobs(), Jobs).jobs)} job"

    def _ask(self, path: str, question: msgspec.Struct, kind: type[T]) -> T:
        return self.courier._line.call(path, question, kind)

    def _post(self, path: str, body: bytes, media_type: str) -> bytes:
        self.courier.session()
        return self.courier._line.post(path, body, media_type, lambda _sent: None)


_RIGHTS = {
    "glance": ("news", "news", "news"),
    "hello": ("certified", "certified", "plain"),
    "ops": ("accepted", "quarantined", "quarantined"),
    "receipts": ("accepted", "unknown-op", "accepted"),
    "known": ("1", "0", "1"),
    "have": ("1", "0", "1"),
    "pack": ("0", "0", "0"),
    "offset": ("whole", "not-found", "whole"),
    "append": ("5 bytes", "not-found", "10 bytes"),
    "changes": ("reads it", "nothing of it", "revoked"),
    "paper": ("reads it", "not-found", "revoked"),
    "numbers": ("1 block", "1 block", "revoked"),
    "manifest": ("reads it", "reads it", "revoked"),
    "published": ("reads it", "reads it", "revoked"),
    "assign": ("not-allowed", "not-allowed", "revoked"),
    "jobs": ("not-allowed", "not-allowed", "revoked"),
}
"""What comes of each endpoint for who has the household, for a colleague, for a stopped laptop."""


@pytest.fixture
def scene(field: Field, courier: Courier) -> Scene:
    paper = made_paper(field.laptop)
    blob = BlobRef(sha256(paper), len(paper), "application/pdf", "visit-form")
    visit = field.laptop.visit("visit-1", field.home, blobs=(blob,))
    courier.push([visit])
    courier.send_files([blob], lambda _sha: paper, lambda *_: None)
    assert visit.op in courier.receipts([visit]).receipts
    editions.publish(field.server.central, signing.new_key(), {"zj": shipped().text})
    return Scene(field, visit, paper)


@pytest.fixture
def owner(scene: Scene) -> Iterator[Caller]:
    caller = Caller(scene, scene.field.laptop)
    yield caller
    caller.courier.close()


@pytest.fixture
def colleague(scene: Scene) -> Iterator[Caller]:
    laptop = Laptop("laptop-2", "p2")
    admit(scene.field.server, laptop)
    caller = Caller(scene, laptop)
    yield caller
    caller.courier.close()


def outcome(caller: Caller, name: str) -> str:
    try:
        return str(getattr(caller, name)())
    except ProblemError as refusal:
        return refusal.kind.value


def test_that_every_endpoint_is_asked(field: Field) -> None:
    described = create_app(field.server.central).openapi_schema.paths or {}

    assert {f"/v1/{name}" for name in _RIGHTS} | _OPEN == described.keys() - {"/health"}
    assert {f"/v1/{name}" for name in _RIGHTS} - {"/v1/glance"} == rights.ENDPOINTS.keys()


@pytest.mark.parametrize("name", _RIGHTS)
def test_that_nobody_reads_or_writes_what_is_not_theirs(
    owner: Caller, colleague: Caller, name: str
) -> None:
    theirs, another, stopped = _RIGHTS[name]

    assert outcome(colleague, name) == another
    assert outcome(owner, name) == theirs
    enrolment.revoke(owner.scene.field.server.central, owner.laptop.device, "admin")
    assert outcome(owner, name) == stopped


def test_that_an_endpoint_nobody_named_answers_nobody(
    owner: Caller, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delitem(rights.ENDPOINTS, "/v1/changes")

    assert outcome(owner, "changes") == ProblemType.NOT_ALLOWED


def test_that_a_stranger_with_another_key_does_not_come_in(scene: Scene) -> None:
    stranger = Caller(scene, Laptop(scene.field.laptop.device))

    assert {outcome(stranger, name) for name in _RIGHTS} == {ProblemType.BAD_PROOF.value}
