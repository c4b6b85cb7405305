"""Bodies on the line: limited, unpacked from zstd, checked by ``Content-Digest`` (RFC 9530)."""

from litestar.datastructures import Headers, MutableScopeHeaders
from litestar.enums import ScopeType
from litestar.middleware import ASGIMiddleware
from litestar.types import (
    ASGIApp,
    HTTPRequestEvent,
    HTTPResponseBodyEvent,
    HTTPResponseStartEvent,
    Message,
    Receive,
    Scope,
    Send,
)

from caseworker_app.wire import frames, part
from caseworker_app.wire.compress import compress, decompress
from caseworker_app.wire.content_digest import HEADER, agrees, content_digest
from caseworker_app.wire.message import MAX_BODY
from caseworker_app.wire.problem import ProblemError, ProblemType

_ZSTD = "zstd"
_STREAMS = (frames.MEDIA_TYPE, part.MEDIA_TYPE)


class Bodies(ASGIMiddleware):
    """Gives handlers plain JSON; packs and parts of files pass through, piece by piece."""

    scopes: tuple[ScopeType, ...] = (ScopeType.HTTP,)

    async def handle(self, scope: Scope, receive: Receive, send: Send, next_app: ASGIApp) -> None:
        headers = Headers.from_scope(scope)
        answer = _Answer(send, packed=_ZSTD in headers.get("accept-encoding", ""))
        if headers.get("content-type", "") in _STREAMS:
            await next_app(scope, receive, answer.send)
            return
        body = _plain(await _read(receive), headers)
        MutableScopeHeaders(scope)["content-length"] = str(len(body))  # of the plain body

        async def again() -> HTTPRequestEvent:
            return {"type": "http.request", "body": body, "more_body": False}

        await next_app(scope, again, answer.send)


async def _read(receive: Receive) -> bytes:
    """Return a whole body; raises ``ProblemError`` as soon as it is over the limit."""
    body = bytearray()
    while True:
        event = await receive()
        if event["type"] != "http.request":
            raise ProblemError(ProblemType.MALFORMED, "the connection was cut")
        body += event["body"]
        if len(body) > MAX_BODY:
            raise ProblemError(ProblemType.TOO_LARGE, f"more than {MAX_BODY} bytes")
        if not event.get("more_body", False):
            return bytes(body)


def _plain(body: bytes, headers: Headers) -> bytes:
    if not agrees(headers.get(HEADER.lower(), ""), body):
        raise ProblemError(ProblemType.DIGEST_MISMATCH, "request body")
    if headers.get("content-encoding", "") == _ZSTD:
        return decompress(body, MAX_BODY)
    return body


class _Answer:
    """Holds an answer back until it is whole, to pack it and to put its digest in front."""

    def __init__(self, send: Send, *, packed: bool) -> None:
        self._send = send
        self._packed = packed
        self._start: HTTPResponseStartEvent | None = None
        self._body = bytearray()

    async def send(self, message: Message) -> None:
        if message["type"] == "http.response.start":
            self._start = message
        elif message["type"] == "http.response.body" and self._start is not None:
            self._body += message["body"]
            if not message.get("more_body", False):
                await self._finish(self._start)
        else:
            await self._send(message)

    async def _finish(self, start: HTTPResponseStartEvent) -> None:
        body = bytes(self._body)
        headers = MutableScopeHeaders.from_message(start)
        if self._packed:
            body = compress(body)
            headers["content-encoding"] = _ZSTD
        headers[HEADER.lower()] = content_digest(body)
        headers["content-length"] = str(len(body))
        headers["cache-control"] = "no-store"
        await self._send(start)
        end: HTTPResponseBodyEvent = {
            "type": "http.response.body",
            "body": body,
            "more_body": False,
        }
        await self._send(end)
