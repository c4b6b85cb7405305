"""The line between laptops and office, without sockets: what is sent may come to any harm.

Everything of the real client runs down to the adapter of ``requests`` and everything of the real
server from its ASGI application on.
"""

import asyncio
import io
import threading
from collections import deque
from collections.abc import Callable, Iterator, Mapping
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass, field
from enum import StrEnum
from functools import partial
from typing import NamedTuple, ParamSpec, TypeVar
from unittest import mock
from urllib.parse import urlsplit

import requests
from litestar import Litestar
from litestar.concurrency import get_asyncio_executor, set_asyncio_executor
from litestar.types import HTTPReceiveMessage, Message
from requests.adapters import HTTPAdapter
from urllib3 import HTTPResponse

from caseworker_app.sync import transport
from caseworker_app.sync.line import Line
from tests.proof.crash import Crash

_OLD = 3
P = ParamSpec("P")
T = TypeVar("T")


class Harm(StrEnum):
    """What happens to one message on the line."""

    NONE = "arrives"
    LOST = "is lost"
    UNHEARD = "arrives, the answer is lost"
    TWICE = "arrives twice"
    LATE = "is given up and arrives some day"
    CUT = "is cut in the middle"
    GARBLED = "arrives, the answer is damaged"
    STALE = "is lost, an older answer comes instead"
    MEANWHILE = "arrives after something else happened"


class Letter(NamedTuple):
    """One request as it went out."""

    laptop: str
    path: str
    headers: Mapping[str, str]
    body: bytes


class Reply(NamedTuple):
    status: int
    headers: Mapping[str, str]
    body: bytes


@dataclass
class Wire:
    """Carries letters to the office; ``harms`` says what happens to the next ones."""

    serve: Callable[[Letter, int | None], Reply]
    """Hands a letter to the office, or only so many bytes of it; raises Crash where it dies."""
    meanwhile: Callable[[str], None] = lambda _laptop: None
    tick: Callable[[str], None] = lambda _laptop: None
    """Called before each letter leaves a laptop, which may die there."""
    harms: deque[Harm] = field(default_factory=deque)
    late: list[Letter] = field(default_factory=list)
    carried: int = 0
    old: dict[tuple[str, str], deque[Reply]] = field(default_factory=dict)
    """The last answers to each laptop by path, the oldest first."""
    turn: threading.Lock = field(default_factory=threading.Lock)

    def carry(self, letter: Letter) -> Reply:
        """Return the answer; raises ``requests.ConnectionError`` where none comes."""
        self.tick(letter.laptop)
        self.carried += 1
        harm = self.harms.popleft() if self.harms else Harm.NONE
        before = self.old.get((letter.laptop, letter.path))
        if harm is Harm.MEANWHILE:
            self.meanwhile(letter.laptop)
        if harm in (Harm.LOST, Harm.LATE):
            if harm is Harm.LATE:
                self.late.append(letter)
            raise requests.ConnectionError(harm.value)
        if harm is Harm.STALE and before:
            return before[0]
        reply = self._hand_over(letter, harm)
        if harm in (Harm.CUT, Harm.UNHEARD):
            raise requests.ConnectionError(harm.value)
        if harm is Harm.GARBLED:
            return reply._replace(body=reply.body[:-1] + bytes([reply.body[-1] ^ 1]))
        return reply

    def _hand_over(self, letter: Letter, harm: Harm) -> Reply:
        with self.turn:
            try:
                cut = len(letter.body) * 2 // 3 if harm is Harm.CUT else None
                if harm is Harm.TWICE:
                    self.serve(letter, None)
                reply = self.serve(letter, cut)
            except Crash as crash:
                raise requests.ConnectionError("the office died") from crash
            if reply.status == requests.codes.ok:
                key = letter.laptop, letter.path
                self.old.setdefault(key, deque(maxlen=_OLD)).append(reply)
            return reply

    def arrive(self, place: int) -> None:
        """Let one of the late letters reach the office, whoever wrote it has long given up."""
        letter = self.late.pop(place % len(self.late))
        with self.turn:
            try:
                self.serve(letter, None)
            except Crash:
                return


class _AtOnce(ThreadPoolExecutor):
    """Runs the office's handlers in the thread that asks: the order of things is the test's."""

    def submit(self, run: Callable[P, T], /, *args: P.args, **kwargs: P.kwargs) -> Future[T]:
        done: Future[T] = Future()
        try:
            done.set_result(run(*args, **kwargs))
        except BaseException as error:  # noqa: BLE001  # a crash too goes to whoever waits
            done.set_exception(error)
        return done


class _Adapter(HTTPAdapter):
    """Where ``requests`` would open a connection."""

    def __init__(self, wire: Wire) -> None:
        super().__init__()
        self._wire = wire

    def send(
        self, request: requests.PreparedRequest, *_: object, **__: object
    ) -> requests.Response:
        body = bytearray()
        source = request.body
        assert source is not None
        while piece := source.read():  # type: ignore[union-attr]  # the transport sends a file
            body += piece
        where = urlsplit(str(request.url))
        headers = {name: str(value) for name, value in request.headers.items()}
        reply = self._wire.carry(
            Letter(
                str(where.hostname).removesuffix(".localhost"),
                str(request.path_url),
                headers,
                bytes(body),
            )
        )
        raw = HTTPResponse(
            io.BytesIO(reply.body),
            headers=dict(reply.headers),
            status=reply.status,
            preload_content=False,
            decode_content=False,
        )
        return self.build_response(request, raw)


@contextmanager
def strung(wire: Wire) -> Iterator[None]:
    """Let every transport that is made within use this line, and nobody wait."""
    adapter = mock.patch.object(transport, "_Adapter", partial(_Adapter, wire))
    pause = mock.patch.object(Line, "pause")
    before = get_asyncio_executor()
    set_asyncio_executor(_AtOnce())
    try:
        with adapter, pause:
            yield
    finally:
        set_asyncio_executor(before)


def ask(loop: asyncio.AbstractEventLoop, app: Litestar, letter: Letter, cut: int | None) -> Reply:
    """Hand a letter to the application; with ``cut`` the connection ends after so many bytes."""
    return loop.run_until_complete(_ask(app, letter, cut))


async def _ask(app: Litestar, letter: Letter, cut: int | None) -> Reply:
    said: list[Message] = []
    heard: deque[HTTPReceiveMessage] = deque()
    heard.append({"type": "http.request", "body": letter.body[:cut], "more_body": cut is not None})

    async def receive() -> HTTPReceiveMessage:
        return heard.popleft() if heard else {"type": "http.disconnect"}

    async def send(message: Message) -> None:
        said.append(message)

    fields = [(name.lower().encode(), value.encode()) for name, value in letter.headers.items()]
    await app(
        {
            "type": "http",
            "asgi": {"version": "3.0", "spec_version": "2.3"},
            "http_version": "1.1",
            "method": "POST",
            "scheme": "http",
            "path": letter.path,
            "raw_path": letter.path.encode(),
            "query_string": b"",
            "root_path": "",
            "headers": fields,
            "client": ("laptop", 1),
            "server": ("office", 80),
            "state": {},
        },  # type: ignore[arg-type]  # what Litestar adds itself
        receive,
        send,
    )
    return _reply(said)


def _reply(said: list[Message]) -> Reply:
    if not said:  # the connection was cut before there was an answer
        return Reply(0, {}, b"")
    start, end = said[0], said[-1]
    assert start["type"] == "http.response.start"
    assert end["type"] == "http.response.body"
    headers = {name.decode(): value.decode() for name, value in start["headers"]}
    return Reply(start["status"], headers, end["body"])
