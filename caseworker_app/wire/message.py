"""Questions and answers of the endpoints; every one is a POST, so that no address holds data.

Instants are milliseconds UTC, keys and signatures hex, content addresses ``sha256:…``.
"""

from datetime import date
from typing import Annotated, NamedTuple

import msgspec

from caseworker_app.wire.lease import Lease
from caseworker_app.wire.value import Json as Unit

MAX_OPERATIONS = 256
MAX_BATCH = 2 << 20
"""Bytes of operations in one request; on the line they are about a tenth."""
MAX_NAMES = 2000
"""Content addresses or operation ids in one question."""
MAX_SPENT = 200
"""Forms and years in one question about numbers."""
MAX_BODY = 8 << 20
"""Bytes of a request, packed and unpacked."""
MAX_ANSWER = 64 << 20
"""Bytes of an answer when unpacked."""
PAGE = 200
"""Rows of one page of changes."""
Counted = Annotated[int, msgspec.Meta(ge=0, lt=2**53)]
"""A number a laptop names: what no database and no reader of JSON holds is none."""


class NumberBlock(msgspec.Struct, frozen=True):
    """Serial numbers of one form and year this laptop may give out without a network."""

    form: str
    """Code of the form, such as F01."""
    year: int
    first: int
    last: int


class Enrol(msgspec.Struct, frozen=True, kw_only=True):
    """``/v1/enrol``: a laptop presents itself with what the slip lets it prove."""

    slip: str
    """Public name of the slip, ``slip.name``."""
    device: str
    public: str
    os: str
    app: str
    proof: str = ""
    """HMAC with the slip's key over the canonical rest; ``slip.proof``."""


class Enrolled(msgspec.Struct, frozen=True, kw_only=True):
    device: str
    person: str
    name: str
    unit: str
    server: str
    """Public key of the server."""
    recovery: str
    """Public key (X25519) of the office's recovery; empty where there is none."""
    numbers: tuple[NumberBlock, ...]
    epoch: str
    at: int
    certificate: str = ""
    """Of the laptop's key (X.509, hex), for its seal; proves itself, older laptops pass it over."""
    box: str = ""
    """The office's key for bundles, see ``bundle.vouched_box``; proves itself likewise."""
    lease: Lease | None = None
    """Proves itself; an older server gives none."""
    publisher: str = ""
    """Who publishes rule packs, see ``manifest.vouched``; empty before the first list."""
    sig: str = ""
    """By the server's key over the canonical rest without what proves itself."""


class Spent(msgspec.Struct, frozen=True):
    """Numbers of a form and year that run out, and the last one this laptop ever got."""

    form: str
    year: Counted
    last: Counted
    """0 before the first."""


class AskNumbers(msgspec.Struct, frozen=True):
    """``/v1/numbers``: more paper numbers; asked twice, the same ones are given."""

    spent: tuple[Spent, ...]


class Numbers(msgspec.Struct, frozen=True):
    """Every block this laptop has of the forms and years it asked about."""

    numbers: tuple[NumberBlock, ...]


class AskNonce(msgspec.Struct, frozen=True):
    """``/v1/nonce``."""

    device: str


class Nonce(msgspec.Struct, frozen=True):
    nonce: str


class AskSession(msgspec.Struct, frozen=True, kw_only=True):
    """``/v1/session``: the device key signs the server's nonce; ``mine`` is the laptop's own."""

    device: str
    nonce: str
    mine: str
    sig: str = ""


class Session(msgspec.Struct, frozen=True, kw_only=True):
    token: str
    seconds: int
    at: int
    mine: str
    """The laptop's nonce again: an answer of yesterday does not fit."""
    sig: str = ""
    """By the server's key over the canonical rest: the server proves itself too."""


class Cursor(msgspec.Struct, frozen=True):
    """How far a laptop has read, and the hash of the log up to there."""

    epoch: str = ""
    seq: Counted = 0
    head: str = ""


class LastReceipt(msgspec.Struct, frozen=True):
    epoch: str
    op: str
    seq: Counted
    hash: str


class LastDone(msgspec.Struct, frozen=True):
    epoch: str
    done: Counted
    op: str


class Hello(msgspec.Struct, frozen=True, kw_only=True):
    """``/v1/hello``: where the laptop stands; a rewound server finds itself out by it."""

    at: Cursor
    last: LastReceipt | None = None
    """The receipt with the greatest ``seq``."""
    done: LastDone | None = None
    """The receipt with the greatest ``done``."""
    t1: Annotated[int, msgspec.Meta(gt=-(2**53), lt=2**53)]
    app: str
    schema_max: Counted


class HelloAnswer(msgspec.Struct, frozen=True, kw_only=True):
    epoch: str
    """Differs from the laptop's: ask ``known``, send everything held again, read from 0."""
    seq: int
    durable: int
    """Completions up to here are in a verified backup; 0 while there is none."""
    t2: int
    t3: int
    regressed: bool
    schema: tuple[int, int]
    min_app: str = ""
    certificate: str = ""
    """As in ``Enrolled``; empty for a laptop that is revoked."""
    box: str = ""
    """As in ``Enrolled``."""
    lease: Lease | None = None
    """As in ``Enrolled``; none for a laptop that is revoked."""
    publisher: str = ""
    """As in ``Enrolled``."""
    manifest_version: int = 0
    """Of the newest list of rule packs; 0 where there is none, or for a laptop that is revoked."""


class Glance(msgspec.Struct, frozen=True, kw_only=True):
    """``/v1/glance``: whether anything is new; the laptop signs it, so that it needs no session.

    Who hears it and asks it again learns a number, and can do nothing with it.
    """

    device: str
    hello: Hello
    mine: str
    """The laptop's nonce."""
    sig: str = ""


class Glanced(msgspec.Struct, frozen=True, kw_only=True):
    news: bool
    """Something waits for this person, or the two do not stand at the same place: say hello."""
    durable: int
    """As in ``HelloAnswer``."""
    at: int
    mine: str
    """The laptop's nonce again."""
    manifest: int = 0
    """As ``manifest_version`` in ``HelloAnswer``; the list proves itself."""
    sig: str = ""


class Ops(msgspec.Struct, frozen=True):
    """``/v1/ops``: operations in the order of ``n``, each with the fields of its own version."""

    ops: tuple[dict[str, Unit], ...]


class Result(msgspec.Struct, frozen=True, omit_defaults=True):
    """One operation's answer: a status (it is held), places of missing files, or a problem.

    A status with a problem: it is held and set apart, and the problem says why.
    """

    op: str
    rev: int = 0
    seq: int = 0
    done: int = 0
    status: str = ""
    missing: tuple[int, ...] = ()
    """Places in the operation's ``blobs``."""
    problem: str = ""
    """URN."""


class OpsAnswer(msgspec.Struct, frozen=True):
    results: tuple[Result, ...]
    epoch: str
    sig: str
    """See ``receipt``."""


class AskReceipts(msgspec.Struct, frozen=True):
    """``/v1/receipts``, answered like ``/v1/ops``."""

    ops: tuple[str, ...]


class Have(msgspec.Struct, frozen=True):
    """``/v1/have``."""

    shas: tuple[str, ...]


class Known(msgspec.Struct, frozen=True):
    """``/v1/known``: id and hash of operations, after a change of epoch."""

    ops: tuple[tuple[str, str], ...]


class Bits(msgspec.Struct, frozen=True):
    """``1`` or ``0`` for each thing asked about."""

    bits: str


class AskOffset(msgspec.Struct, frozen=True):
    """``/v1/offset``: how much of a large file arrived."""

    sha: str
    size: Counted


class Offset(msgspec.Struct, frozen=True):
    """Where to go on; the size of the file once it is here whole."""

    offset: int


class Stored(msgspec.Struct, frozen=True):
    """``/v1/pack``: how many whole frames were kept."""

    stored: int


class AskPaper(msgspec.Struct, frozen=True):
    """``/v1/paper``, answered by one frame: a delivered paper with the office's seal beside."""

    sha: str
    """Content address of the paper as it was delivered."""


class AskChanges(msgspec.Struct, frozen=True, kw_only=True):
    """``/v1/changes``: a page of what is new since a place in the log."""

    since: Counted
    limit: int = PAGE
    hash: bool = True
    """Rows this laptop wrote last come as a hash."""
    head: str = ""
    """Hash over the log up to ``since``, as this laptop knows it; empty: it does not say."""


WHOLE = "/"
"""Path of what is in dispute about a record as a whole: True, it is done away with; None, not."""


class Disputed(NamedTuple):
    """A unit two people changed: what stands and what was wanted."""

    path: str
    current: Unit
    wanted: Unit


class Hand(msgspec.Struct, frozen=True):
    """Who wrote something, and when by the clock they wrote it by."""

    name: str
    at: int


class Conflict(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """待裁决: kept until a person decides."""

    id: str
    op: str
    paths: tuple[Disputed, ...]
    """Of the record as a whole the path is ``WHOLE``, and its value whether it is done away with.
    """
    base: dict[str, Unit] = {}
    """What was seen by who wanted another value; a path that is left out is not known here."""
    stands: dict[str, Hand] = {}
    """By whom what stands was written; a path that is left out has nothing standing."""
    wants: Hand | None = None
    reason: str = ""
    is_late: bool = False
    """Done by somebody who does not look after the household any more."""
    is_for_others: bool = False
    """Whoever asks does not decide this: it is about their own work, or not theirs to decide."""


class Row(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """A record as it stands at the server."""

    rid: str
    kind: str
    """household, slice, assignment, visit, ask, paper."""
    household: str
    rev: int
    seq: int
    gen: int
    dead: bool = False
    units: dict[str, Unit] | None = None
    uh: str = ""
    """Instead of ``units``: ``canonical.sha256`` of their canonical bytes."""
    conflicts: tuple[Conflict, ...] = ()


class Changes(msgspec.Struct, frozen=True, kw_only=True):
    """One page; to be taken only when ``epoch`` and ``since`` are the laptop's own."""

    epoch: str
    since: int
    next: int
    head: str
    more: bool
    durable: int
    rows: tuple[Row, ...]


class Assignment(msgspec.Struct, frozen=True, kw_only=True):
    """派发: who looks after a household, until when, why. A record of kind assignment."""

    id: str
    household: str
    person: str
    since: date
    until: date
    why: str
    by: str
    ended: date | None = None
    """Set: the household leaves the laptop once nothing of it waits here."""
    ended_why: str = ""
