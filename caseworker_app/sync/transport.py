"""One POST over a bad line: idle timeouts, limits on what comes back, sentences for failures.

A body goes out as a file in pieces of 16 KiB. With plain bytes urllib3 counts the time for the
whole body against the connect timeout, and a healthy slow line dies every time.
"""

import socket
import ssl
from collections.abc import Callable, Mapping
from http import HTTPStatus
from typing import Final

import msgspec
import requests
from requests.adapters import HTTPAdapter
from urllib3 import HTTPConnectionPool
from urllib3.exceptions import HTTPError as BrokenBody, MaxRetryError

from caseworker_app.errors import OfflineError, OutsideError
from caseworker_app.sync import trust
from caseworker_app.wire.compress import decompress
from caseworker_app.wire.content_digest import HEADER, agrees, content_digest
from caseworker_app.wire.message import MAX_ANSWER
from caseworker_app.wire.problem import MEDIA_TYPE, Problem, ProblemError, ProblemType, kind_of

IDLE_SECONDS: Final = 60.0
_PIECE = 16 << 10
_BUFFER = 128 << 10
_WIRE_ANSWER = 16 << 20
"""Bytes of an answer on the line."""
_UNTRUSTED = (requests.exceptions.SSLError, ssl.SSLError)
_KEPT = "没有送出的都在本机，没有丢失。"


class LineError(OutsideError):
    """The line or the server failed; asking again later may work."""


class CutError(LineError, OfflineError):
    """The server was not reached, or not to the end."""


class Transport:
    """Connections to one server. Not to be shared between threads."""

    def __init__(self, address: str, office: str, idle_seconds: float = IDLE_SECONDS) -> None:
        """``office`` is the fingerprint of the office's key; raises UserError (``trust``)."""
        self._address = address.rstrip("/")
        self._office = office
        self._idle = idle_seconds
        trust.require_private(address)
        self._is_trusted = not trust.is_encrypted(address)
        self._http = requests.Session()
        self._http.headers.clear()  # each question brings its own, and few
        self._http.trust_env = False  # no proxy and no stored password of the machine
        self._http.mount("http://", _Adapter())

    def close(self) -> None:
        self._http.close()

    def post(
        self,
        path: str,
        body: bytes,
        headers: Mapping[str, str],
        sent: Callable[[int], None] | None = None,
    ) -> bytes:
        """Return the answer's bytes, unpacked; ``sent`` hears how many bytes have gone.

        Raises LineError when the line or the server fails and ProblemError for a refusal.
        """
        fields = {
            **headers,
            HEADER: content_digest(body),
            "Accept-Encoding": "zstd",
            "User-Agent": "caseworker",
        }
        try:
            self._trust()
            with self._http.post(
                self._address + path,
                data=_Pieces(body, sent),
                headers=fields,
                timeout=(self._idle, self._idle),
                allow_redirects=False,
                stream=True,
            ) as answer:
                return _judge(answer, _read(answer))
        except (requests.RequestException, BrokenBody, OSError) as error:
            if isinstance(error, _UNTRUSTED):
                self._is_trusted = False
                trust.forget()
            raise self._failure(error) from error

    def _trust(self) -> None:
        """Learn whom to trust, before the first word."""
        if not self._is_trusted:
            context = trust.context_for(self._address, self._office, self._idle)
            self._http.mount("https://", _Adapter(context))
            self._is_trusted = True

    def _failure(self, error: Exception) -> LineError:
        text = str(error)
        if isinstance(error, _UNTRUSTED):
            if "not yet valid" in text or "expired" in text:
                wrong = "服务器证书的日期和本机时间对不上。请先核对电脑的日期和时间。"
                return LineError(f"{wrong}{_KEPT}")
            foreign = f"服务器 {self._address} 的身份核对不上，已停止连接。请联系管理员。"
            return LineError(f"{foreign}{_KEPT}")
        unreached = isinstance(error, OSError) and not isinstance(error, requests.RequestException)
        if unreached or (error.args and isinstance(error.args[0], MaxRetryError)):
            return CutError(f"连不上服务器 {self._address}。请检查网络，稍后再送。{_KEPT}")
        if isinstance(error, ValueError):  # no address requests can read
            return LineError(f"服务器地址 {self._address} 写得不对。请在设置里改正。{_KEPT}")
        return CutError(f"和服务器的连接断了。请检查网络，稍后再送，会从断的地方接着送。{_KEPT}")


class _Adapter(HTTPAdapter):
    """Connections that hold little back, so that what was sent is really on its way."""

    def __init__(self, context: ssl.SSLContext | None = None) -> None:
        self._context = context
        super().__init__()

    def init_poolmanager(
        self,
        connections: int,
        maxsize: int,
        block: bool = False,  # noqa: FBT001, FBT002  # as its base has it
        **options: object,
    ) -> None:
        """Make the pool with a small buffer for sending."""
        small = (socket.SOL_SOCKET, socket.SO_SNDBUF, _BUFFER)
        at_once = (socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        options["socket_options"] = [at_once, small]
        if self._context is not None:
            options["ssl_context"] = self._context
            options["assert_hostname"] = None if self._context.check_hostname else False
        super().init_poolmanager(connections, maxsize, block, **options)

    def cert_verify(self, conn: HTTPConnectionPool, url: str, verify: object, cert: object) -> None:
        """Leave it to the context: its base would trust every authority it ships besides."""


class _Pieces:
    """A body that is read, and so sent, 16 KiB at a time.

    Not an ``io`` class: requests would ask it for its place and then send it in chunks without
    a length.
    """

    def __init__(self, body: bytes, sent: Callable[[int], None] | None) -> None:
        self._body = memoryview(body)
        self._place = 0
        self._sent = sent

    def __len__(self) -> int:
        return len(self._body)

    def read(self, size: int = -1, /) -> bytes:
        if self._sent is not None:
            self._sent(self._place)
        step = _PIECE if size < 0 else min(size, _PIECE)
        piece = bytes(self._body[self._place : self._place + step])
        self._place += len(piece)
        return piece


def _read(answer: requests.Response) -> bytes:
    """Return the body as it came, refusing more than the limit."""
    body = bytearray()
    while piece := answer.raw.read(_PIECE, decode_content=False):
        body += piece
        if len(body) > _WIRE_ANSWER:
            raise LineError(f"服务器的应答太大，已停止接收。请联系管理员。{_KEPT}")
    return bytes(body)


def _judge(answer: requests.Response, body: bytes) -> bytes:
    """Return the plain body of a good answer; raises for every other."""
    if not agrees(answer.headers.get(HEADER, ""), body):
        raise LineError(f"服务器的应答在路上损坏了。请再送一次。{_KEPT}")
    try:
        packed = answer.headers.get("Content-Encoding") == "zstd"
        plain = decompress(body, MAX_ANSWER) if packed else body
    except ProblemError as error:
        raise LineError(f"服务器的应答读不懂，已停止接收。请联系管理员。{_KEPT}") from error
    if answer.status_code == HTTPStatus.OK:
        return plain
    if answer.headers.get("Content-Type", "").startswith(MEDIA_TYPE):
        raise _refusal(plain, answer.status_code)
    raise LineError(_status_sentence(answer.status_code))


def _refusal(plain: bytes, status: int) -> ProblemError | LineError:
    try:
        problem = msgspec.json.decode(plain, type=Problem)
    except msgspec.MsgspecError:
        return LineError(_status_sentence(status))
    kind = kind_of(problem.type)
    if kind in {ProblemType.FAULT, ProblemType.BUSY}:
        return LineError(kind.zh)
    if kind is None:
        return LineError(_status_sentence(status))
    return ProblemError(kind, problem.detail)


def _status_sentence(status: int) -> str:
    if status >= HTTPStatus.INTERNAL_SERVER_ERROR:
        return f"服务器出错了（{status}）。请稍后再送，总是这样请联系管理员。{_KEPT}"
    return f"这个地址的应答不是本系统的服务器（{status}）。请核对服务器地址。{_KEPT}"
