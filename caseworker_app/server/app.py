"""The web application: who is asked, who asks, and what a failure looks like from outside."""

import logging
from collections.abc import Sequence
from http import HTTPStatus

from litestar import Litestar, Request, Response
from litestar.datastructures import State
from litestar.di import Provide
from litestar.exceptions import HTTPException
from litestar.openapi.config import OpenAPIConfig
from litestar.openapi.spec import Components, SecurityScheme
from litestar.types import LifespanHook
from sqlalchemy.exc import DataError, OperationalError, TimeoutError as NoConnectionError

from caseworker_app.errors import CaseworkError
from caseworker_app.server.afterwards import Afterwards
from caseworker_app.server.central import Central
from caseworker_app.server.endpoints import HANDLERS
from caseworker_app.server.health import Watch
from caseworker_app.server.refusals import TOKEN, Document
from caseworker_app.server.rights import Caller, require_at
from caseworker_app.server.session import caller_of
from caseworker_app.server.transport import Bodies
from caseworker_app.wire.message import MAX_BODY
from caseworker_app.wire.problem import MEDIA_TYPE, Problem, ProblemError, ProblemType

_LOG = logging.getLogger(__name__)
_PACKS = 17 << 20
_KNOWN = {
    HTTPStatus.BAD_REQUEST: ProblemType.MALFORMED,
    HTTPStatus.NOT_FOUND: ProblemType.NOT_FOUND,
    HTTPStatus.REQUEST_ENTITY_TOO_LARGE: ProblemType.TOO_LARGE,
}

_Request = Request[object, object, State]


def create_app(central: Central, on_shutdown: Sequence[LifespanHook] = ()) -> Litestar:
    """Return the server over one installation."""

    def provide_central() -> Central:
        return central

    watch = Watch(central)

    def provide_watch() -> Watch:
        return watch

    afterwards = Afterwards(central)

    def provide_afterwards() -> Afterwards:
        return afterwards

    def provide_caller(request: _Request) -> Caller:
        caller = caller_of(central, request.headers.get("authorization", ""))
        require_at(caller, request.scope["path"])
        return caller

    return Litestar(
        route_handlers=HANDLERS,
        dependencies={
            "central": Provide(provide_central, sync_to_thread=False),
            "watch": Provide(provide_watch, sync_to_thread=False),
            "afterwards": Provide(provide_afterwards, sync_to_thread=False),
            "caller": Provide(provide_caller, sync_to_thread=True),
        },
        middleware=[Bodies()],
        exception_handlers={
            ProblemError: _refused,
            HTTPException: _of_the_web,
            RecursionError: _too_deep,
            OperationalError: _busy,
            NoConnectionError: _busy,
            DataError: _unstorable,
            CaseworkError: _fault,
            Exception: _fault,
        },
        request_max_body_size=max(MAX_BODY, _PACKS),
        openapi_config=OpenAPIConfig(
            title="Caseworker CSP/1",
            version="1",
            render_plugins=[Document()],
            components=Components(
                security_schemes={TOKEN: SecurityScheme(type="http", scheme="bearer")}
            ),
        ),
        logging_config=None,
        on_startup=[afterwards.begin],
        on_shutdown=[afterwards.end, *on_shutdown],
    )


def _refused(_request: _Request, error: ProblemError) -> Response[Problem]:
    return _answer(error.body())


def _of_the_web(_request: _Request, error: HTTPException) -> Response[Problem]:
    kind = _KNOWN.get(HTTPStatus(error.status_code))
    if kind is not None:
        return _answer(ProblemError(kind).body())
    title = HTTPStatus(error.status_code).phrase
    answer = _answer(Problem("about:blank", title, error.status_code))
    for name, value in (error.headers or {}).items():
        answer.set_header(name, value)  # Allow
    return answer


def _too_deep(_request: _Request, _error: RecursionError) -> Response[Problem]:
    return _answer(ProblemError(ProblemType.MALFORMED, "nested too deep").body())


def _unstorable(_request: _Request, _error: DataError) -> Response[Problem]:
    return _answer(ProblemError(ProblemType.MALFORMED, "no such text or number").body())


def _busy(_request: _Request, _error: OperationalError | NoConnectionError) -> Response[Problem]:
    _LOG.info("the database did not answer in time")
    return _answer(ProblemError(ProblemType.BUSY).body())


def _fault(request: _Request, error: Exception) -> Response[Problem]:
    """Log a bug without anybody's data and tell the laptop to keep what it has."""
    _LOG.error("%s: %s", request.scope["path"], type(error).__name__, exc_info=error)
    return _answer(ProblemError(ProblemType.FAULT).body())


def _answer(body: Problem) -> Response[Problem]:
    headers = {"Retry-After": "5"} if body.status == HTTPStatus.SERVICE_UNAVAILABLE else {}
    return Response(body, status_code=body.status, media_type=MEDIA_TYPE, headers=headers)
