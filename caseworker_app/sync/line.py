"""Questions and answers to one server: logged in, repeated a little, read by their type."""

import random
import secrets
import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeVar

import msgspec

from caseworker_app.errors import RefusedError
from caseworker_app.sync.transport import IDLE_SECONDS, LineError, Transport
from caseworker_app.wire import attest, signing
from caseworker_app.wire.canonical import canonical
from caseworker_app.wire.compress import compress
from caseworker_app.wire.message import AskNonce, AskSession, Nonce, Session
from caseworker_app.wire.problem import ProblemError, ProblemType

T = TypeVar("T")
Sent = Callable[[int], None]
Sleep = Callable[[float], None]
_TRIES = 3
_PAUSE_SECONDS = 0.5
_JSON = "application/json"
_LEVEL = 12
"""A tenth less than usual for 30 ms a megabyte: the line is slower."""
FOREIGN = (
    "服务器的身份和登记单上的不符，可能连到了别的机器。已停止连接，没有送出任何资料，请联系管理员。"
)
UNREADABLE = "服务器的应答读不懂，不予采信。没有送出的都在本机，请联系管理员。"


@dataclass(frozen=True, slots=True)
class Identity:
    """This laptop, and the server it trusts."""

    device: str
    key: bytes
    """Private Ed25519 key, raw."""
    server: bytes
    """Public Ed25519 key of the server, raw."""


class Line:
    """One logged-in connection; ``clone`` gives another with the same login."""

    def __init__(
        self,
        address: str,
        identity: Identity,
        idle_seconds: float = IDLE_SECONDS,
        sleep: Sleep = time.sleep,
    ) -> None:
        self._parts = (address, identity, idle_seconds, sleep)
        self._identity = identity
        self._sleep = sleep
        office = signing.fingerprint(identity.server)
        self._transport = Transport(address, office, idle_seconds)
        self._token = ""

    def close(self) -> None:
        self._transport.close()

    def clone(self) -> "Line":
        """Return another connection, for another thread; logged in if this one is."""
        other = Line(*self._parts)
        other._token = self._token
        return other

    def login(self) -> None:
        """Prove both sides to each other; raises RefusedError for a foreign server."""
        me = self._identity
        given = self.ask("/v1/nonce", AskNonce(me.device), Nonce)
        asked = AskSession(device=me.device, nonce=given.nonce, mine=secrets.token_hex(32))
        answer = self.ask("/v1/session", attest.sign(asked, me.key), Session)
        if answer.mine != asked.mine or not attest.genuine(answer, me.server):
            raise RefusedError(FOREIGN)
        self._token = answer.token

    def be_logged_in(self) -> None:
        """Log in unless that was done."""
        if not self._token:
            self.login()

    def call(self, path: str, question: msgspec.Struct, kind: type[T]) -> T:
        """Ask as this laptop, logging in first where there is no login or it has run out."""
        self.be_logged_in()
        try:
            return self.ask(path, question, kind)
        except ProblemError as refusal:
            if refusal.kind is not ProblemType.SESSION_EXPIRED:
                raise
        self.login()
        return self.ask(path, question, kind)

    def ask(self, path: str, question: msgspec.Struct, kind: type[T]) -> T:
        """Ask, again after a pause when the line fails; every question may be repeated."""
        body = compress(canonical(question), _LEVEL)
        for attempt in range(_TRIES - 1):
            try:
                return decoded(self._once(path, body), kind)
            except LineError:
                self.pause(attempt)
        return decoded(self._once(path, body), kind)

    def fetch(self, path: str, question: msgspec.Struct) -> bytes:
        """Return an answer that is no JSON, of a laptop that is logged in."""
        return self._once(path, compress(canonical(question)))

    def post(self, path: str, body: bytes, media_type: str, sent: Sent) -> bytes:
        """Send bytes once as this laptop and return the answer."""
        return self._transport.post(path, body, self._fields(media_type), sent)

    def pause(self, attempt: int) -> None:
        """Wait at random up to twice as long each time, so that laptops do not come at once."""
        longest = _PAUSE_SECONDS * 2**attempt
        self._sleep(random.uniform(0, longest))  # noqa: S311  # spreads load, guards nothing

    def _once(self, path: str, body: bytes) -> bytes:
        fields = {**self._fields(_JSON), "Content-Encoding": "zstd"}
        return self._transport.post(path, body, fields)

    def _fields(self, media_type: str) -> dict[str, str]:
        fields = {"Content-Type": media_type}
        return fields | {"Authorization": f"Bearer {self._token}"} if self._token else fields


def decoded(answer: bytes, kind: type[T]) -> T:
    """Read an answer by its type; raises LineError for anything else."""
    try:
        return msgspec.json.decode(answer, type=kind)
    except (msgspec.MsgspecError, RecursionError) as error:
        raise LineError(UNREADABLE) from error
