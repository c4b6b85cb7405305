"""The endpoints of CSP/1. All are POST: an address holds nobody's data and is kept by nobody."""

from collections.abc import Sequence

from anyio import to_thread
from litestar import Request, Response, get, post
from litestar.datastructures import State
from litestar.di import NamedDependency
from litestar.params import JSONBody
from litestar.types import ControllerRouterHandler

from caseworker_app.server import (
    assignments,
    blobs,
    changes as news,
    countersigning,
    enrolment,
    glance as glances,
    intake,
    jobs as works,
    parts,
    publishing,
    receipts as vouch,
    session as sessions,
)
from caseworker_app.server.afterwards import Afterwards
from caseworker_app.server.arriving import FLUSH, Waiting, store
from caseworker_app.server.central import Central
from caseworker_app.server.health import Health, Watch
from caseworker_app.server.refusals import (
    SECURED,
    UNWELL,
    OfFrames,
    OfPart,
    of_session,
    refusals,
)
from caseworker_app.server.rights import Caller
from caseworker_app.wire import frames
from caseworker_app.wire.frames import FrameReader
from caseworker_app.wire.leading import AskAssign, AskJobs, Assigned, Jobs
from caseworker_app.wire.manifest import AskManifest, AskPublished, ManifestAnswer
from caseworker_app.wire.message import (
    MAX_NAMES,
    MAX_OPERATIONS,
    MAX_SPENT,
    AskChanges,
    AskNonce,
    AskNumbers,
    AskOffset,
    AskPaper,
    AskReceipts,
    AskSession,
    Bits,
    Changes,
    Enrol,
    Enrolled,
    Glance,
    Glanced,
    Have,
    Hello,
    HelloAnswer,
    Known,
    Nonce,
    Numbers,
    Offset,
    Ops,
    OpsAnswer,
    Session,
    Stored,
)
from caseworker_app.wire.problem import ProblemError, ProblemType


@post(
    "/v1/enrol",
    status_code=200,
    sync_to_thread=True,
    responses=refusals(
        ProblemType.UNKNOWN_SLIP,
        ProblemType.BAD_PROOF,
        ProblemType.SLIP_USED,
        ProblemType.SLIP_EXPIRED,
        ProblemType.REVOKED,
    ),
)
def enrol(data: JSONBody[Enrol], central: NamedDependency[Central]) -> Enrolled:
    """Let a laptop in by its slip."""
    return enrolment.enrol(central, data)


@post(
    "/v1/nonce",
    status_code=200,
    sync_to_thread=True,
    responses=refusals(ProblemType.UNKNOWN_DEVICE),
)
def nonce(data: JSONBody[AskNonce], central: NamedDependency[Central]) -> Nonce:
    """Give a laptop something to sign."""
    return sessions.give_nonce(central, data)


@post(
    "/v1/session",
    status_code=200,
    sync_to_thread=True,
    responses=refusals(ProblemType.UNKNOWN_DEVICE, ProblemType.BAD_PROOF),
)
def session(data: JSONBody[AskSession], central: NamedDependency[Central]) -> Session:
    """Give a token for a signed nonce."""
    return sessions.open_session(central, data)


@post(
    "/v1/glance",
    status_code=200,
    sync_to_thread=True,
    responses=refusals(ProblemType.UNKNOWN_DEVICE, ProblemType.BAD_PROOF),
)
def glance(data: JSONBody[Glance], central: NamedDependency[Central]) -> Glanced:
    """Say whether anything is new for a laptop that signed the question."""
    return glances.glance(central, data)


@post("/v1/hello", status_code=200, sync_to_thread=True, responses=of_session(), security=SECURED)
def hello(
    data: JSONBody[Hello], central: NamedDependency[Central], caller: NamedDependency[Caller]
) -> HelloAnswer:
    """Compare where laptop and server stand."""
    return sessions.hello(central, caller, data)


@post("/v1/ops", status_code=200, sync_to_thread=True, responses=of_session(), security=SECURED)
def ops(
    data: JSONBody[Ops],
    central: NamedDependency[Central],
    caller: NamedDependency[Caller],
    afterwards: NamedDependency[Afterwards],
) -> OpsAnswer:
    """Take operations; give receipts for those that are here whole."""
    _limit(data.ops, MAX_OPERATIONS)
    answer = vouch.answer(central, caller, intake.take(central, caller, data.ops))
    afterwards.wake()
    return answer


@post(
    "/v1/receipts", status_code=200, sync_to_thread=True, responses=of_session(), security=SECURED
)
def receipts(
    data: JSONBody[AskReceipts],
    central: NamedDependency[Central],
    caller: NamedDependency[Caller],
    afterwards: NamedDependency[Afterwards],
) -> OpsAnswer:
    """Give receipts for operations that were sent before."""
    _limit(data.ops, MAX_NAMES)
    answer = vouch.answer(central, caller, [(op, None) for op in data.ops])
    afterwards.wake()
    return answer


@post("/v1/known", status_code=200, sync_to_thread=True, responses=of_session(), security=SECURED)
def known(
    data: JSONBody[Known], central: NamedDependency[Central], caller: NamedDependency[Caller]
) -> Bits:
    """Say which of a laptop's operations are in the log."""
    _limit(data.ops, MAX_NAMES)
    return Bits(intake.known(central, caller, data.ops))


@post("/v1/have", status_code=200, sync_to_thread=True, responses=of_session(), security=SECURED)
def have(
    data: JSONBody[Have], central: NamedDependency[Central], caller: NamedDependency[Caller]
) -> Bits:
    """Say which files of a laptop's operations are here."""
    _limit(data.shas, MAX_NAMES)
    with central.database.read() as connection:
        return Bits(blobs.have(connection, caller.device, data.shas))


@post(
    "/v1/pack", status_code=200, responses=of_session(), security=SECURED, operation_class=OfFrames
)
async def pack(
    request: Request[object, object, State],
    central: NamedDependency[Central],
    caller: NamedDependency[Caller],
) -> Stored:
    """Take files as they come in; each whole one before a cut is kept."""
    reader, waiting, stored = FrameReader(), Waiting(), 0
    try:
        async for piece in request.stream():
            for sha, data in reader.feed(piece):
                waiting.add(sha, data)
                if waiting.size >= FLUSH:  # a small piece may unpack to a hundred large files
                    stored += await to_thread.run_sync(store, central, caller, waiting.take())
    finally:
        stored += await to_thread.run_sync(store, central, caller, waiting.take())
    return Stored(stored)


@post(
    "/v1/offset",
    status_code=200,
    sync_to_thread=True,
    responses=of_session(ProblemType.NOT_FOUND),
    security=SECURED,
)
def offset(
    data: JSONBody[AskOffset], central: NamedDependency[Central], caller: NamedDependency[Caller]
) -> Offset:
    """Say how much of a large file is here."""
    return Offset(parts.offset(central, caller, data.sha, data.size))


@post(
    "/v1/append",
    status_code=200,
    responses=of_session(ProblemType.NOT_FOUND, ProblemType.OFFSET),
    security=SECURED,
    operation_class=OfPart,
)
async def append(
    request: Request[object, object, State],
    central: NamedDependency[Central],
    caller: NamedDependency[Caller],
) -> Offset:
    """Take more of a large file; every byte before a cut is kept."""
    arriving = parts.Arriving(central, caller)
    try:
        async for piece in request.stream():
            if arriving.feed(piece):
                await to_thread.run_sync(arriving.keep)
    finally:
        here = await to_thread.run_sync(arriving.keep)
    return Offset(here)


@post(
    "/v1/changes",
    status_code=200,
    sync_to_thread=True,
    responses=of_session(ProblemType.REVOKED),
    security=SECURED,
)
def changes(
    data: JSONBody[AskChanges], central: NamedDependency[Central], caller: NamedDependency[Caller]
) -> Changes:
    """Give a page of what is new for this person."""
    return news.page(central, caller, data)


@post(
    "/v1/paper",
    status_code=200,
    sync_to_thread=True,
    media_type=frames.MEDIA_TYPE,
    responses=of_session(ProblemType.REVOKED, ProblemType.NOT_FOUND),
    security=SECURED,
)
def paper(
    data: JSONBody[AskPaper], central: NamedDependency[Central], caller: NamedDependency[Caller]
) -> bytes:
    """Give a paper back with the office's seal beside the laptop's, as one frame."""
    found = countersigning.find(central, caller, data.sha)
    if found is None:
        raise ProblemError(ProblemType.NOT_FOUND)
    return frames.frame(found)


@post(
    "/v1/numbers",
    status_code=200,
    sync_to_thread=True,
    responses=of_session(ProblemType.REVOKED),
    security=SECURED,
)
def numbers(
    data: JSONBody[AskNumbers], central: NamedDependency[Central], caller: NamedDependency[Caller]
) -> Numbers:
    """Give paper numbers to a laptop that runs out of them, or has none of a new form."""
    _limit(data.spent, MAX_SPENT)
    return enrolment.more_numbers(central, caller.device, data)


@post(
    "/v1/manifest",
    status_code=200,
    sync_to_thread=True,
    responses=of_session(ProblemType.REVOKED),
    security=SECURED,
)
def manifest(
    data: JSONBody[AskManifest], central: NamedDependency[Central], caller: NamedDependency[Caller]
) -> ManifestAnswer:
    """Give the list of what is published, where the laptop has another one."""
    with central.database.read() as connection:
        return publishing.answer(connection, caller, data)


@post(
    "/v1/published",
    status_code=200,
    sync_to_thread=True,
    media_type=frames.MEDIA_TYPE,
    responses=of_session(ProblemType.REVOKED, ProblemType.NOT_FOUND),
    security=SECURED,
)
def published(
    data: JSONBody[AskPublished], central: NamedDependency[Central], caller: NamedDependency[Caller]
) -> bytes:
    """Give files the newest list names, each as one frame."""
    with central.database.read() as connection:
        return publishing.files(connection, caller, data)


@post(
    "/v1/assign",
    status_code=200,
    sync_to_thread=True,
    responses=of_session(ProblemType.REVOKED, ProblemType.NOT_ALLOWED, ProblemType.NOT_FOUND),
    security=SECURED,
)
def assign(
    data: JSONBody[AskAssign], central: NamedDependency[Central], caller: NamedDependency[Caller]
) -> Assigned:
    """Hand a household to somebody."""
    return assignments.ask(central, caller, data)


@post(
    "/v1/jobs",
    status_code=200,
    sync_to_thread=True,
    responses=of_session(ProblemType.REVOKED, ProblemType.NOT_ALLOWED, ProblemType.NOT_FOUND),
    security=SECURED,
)
def jobs(
    data: JSONBody[AskJobs], central: NamedDependency[Central], caller: NamedDependency[Caller]
) -> Jobs:
    """Tell how far the office's long work is, and stop some of it."""
    return works.follow(central, caller, data)


@get("/health", sync_to_thread=True, responses=UNWELL)
def health(watch: NamedDependency[Watch]) -> Response[Health]:
    """Say how the server is; nothing about anybody."""
    found = watch.look()
    return Response(found, status_code=200 if found.is_well else 503)


HANDLERS: Sequence[ControllerRouterHandler] = (
    enrol,
    nonce,
    session,
    glance,
    hello,
    ops,
    receipts,
    known,
    have,
    pack,
    offset,
    append,
    changes,
    paper,
    numbers,
    manifest,
    published,
    assign,
    jobs,
    health,
)


def _limit(items: Sequence[object], most: int) -> None:
    if len(items) > most:
        raise ProblemError(ProblemType.TOO_LARGE, f"more than {most} at once")
