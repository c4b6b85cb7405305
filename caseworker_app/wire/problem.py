"""Refusals between laptop and server as RFC 9457 problem details; types are ``urn:csp:…``.

No problem ever makes a laptop drop an operation: what the server cannot understand it keeps.
"""

from enum import StrEnum
from typing import Self

import msgspec

from caseworker_app.errors import RefusedError

MEDIA_TYPE = "application/problem+json"
_URN = "urn:csp:"


class ProblemType(StrEnum):
    """Why, as the last part of the URN, with the HTTP status and the sentence for the person."""

    status: int
    zh: str

    def __new__(cls, code: str, status: int, zh: str) -> Self:
        member = str.__new__(cls, code)
        member._value_ = code
        member.status = status
        member.zh = zh
        return member

    UNKNOWN_DEVICE = (
        "unknown-device",
        401,
        "服务器不认识这台电脑。已做的工作都在本机，请向管理员领新的登记码，重新登记。",
    )
    SESSION_EXPIRED = "session-expired", 401, "登录已过期，程序会重新登录，请再送一次。"
    REVOKED = (
        "revoked",
        403,
        "管理员已停用这台电脑，不能再取数据。本机的工作仍可送出，请联系管理员。",
    )
    BAD_PROOF = "bad-proof", 403, "服务器没有通过这台电脑的身份核对，请向管理员领新的登记码。"
    UNKNOWN_SLIP = "unknown-slip", 403, "登记码不对。请对照登记单重新输入，或请管理员重发。"
    SLIP_USED = "slip-used", 403, "登记码已经用过，一张登记单只能登记一台电脑。请管理员重发。"
    SLIP_EXPIRED = "slip-expired", 403, "登记码已过期（有效期72小时）。请管理员重发。"
    NOT_ALLOWED = (
        "not-allowed",
        403,
        "您的岗位或辖区不办这件事，服务器没有照办。本机的工作都还在，需要时请联系管理员。",
    )
    NOT_FOUND = "not-found", 404, "服务器上没有这份资料，或它不归你办理。"
    TOO_LARGE = "too-large", 413, "一次送的内容太多，服务器没有收。请联系管理员。"
    DIGEST_MISMATCH = "digest-mismatch", 422, "内容在路上损坏了，服务器没有收。请再送一次。"
    MALFORMED = "malformed", 422, "服务器读不懂这份内容，没有收。本机的工作都还在，请联系管理员。"
    BAD_SIGNATURE = (
        "bad-signature",
        422,
        "这条记录的签名不对，服务器没有收。记录仍在本机，请联系管理员。",
    )
    OP_ID_REUSED = (
        "op-id-reused",
        422,
        "服务器上已有同一编号、内容不同的记录。记录仍在本机，请联系管理员。",
    )
    BAD_RECEIPT = (
        "bad-receipt",
        422,
        "服务器给的回执对不上本机的记录，不予采信。记录仍在本机待送，请联系管理员。",
    )
    RECORD_DIFFERS = (
        "record-differs",
        422,
        "服务器上的核查记录，与这份文书所依据的不一样。文书已收存，但没有入档，请联系管理员核对。",
    )
    SET_APART = (
        "set-apart",
        422,
        "服务器已收存，但内容与那里的登记对不上，没有入档。请联系管理员核对。",
    )
    OFFSET = "offset", 409, "服务器上已有的部分和本机想的不一样。请再送一次，会从断的地方接着送。"
    UNKNOWN_OP = "unknown-op", 404, "服务器还没有这条记录，请再送一次。"
    BUSY = "busy", 503, "服务器正忙，没有送出的工作都在本机。请稍后再送。"
    FAULT = "fault", 500, "服务器出错了，没有送出的工作都在本机。请稍后再送，总是这样请联系管理员。"

    @property
    def urn(self) -> str:
        return _URN + self.value


class Problem(msgspec.Struct, frozen=True, omit_defaults=True):
    """The body of every answer that refuses."""

    type: str
    title: str
    status: int
    detail: str = ""


class ProblemError(RefusedError):
    """A refusal of a known type; its text is the sentence for the person.

    ``detail`` is for the log and the administrator: it holds no personal data.
    """

    def __init__(self, kind: ProblemType, detail: str = "") -> None:
        super().__init__(kind.zh)
        self.kind = kind
        self.detail = detail

    def body(self) -> Problem:
        return Problem(self.kind.urn, self.kind.zh, self.kind.status, self.detail)


def kind_of(urn: str) -> ProblemType | None:
    """Return the type an answer names, or None for one this version does not know."""
    return _BY_URN.get(urn)


_BY_URN = {kind.urn: kind for kind in ProblemType}
