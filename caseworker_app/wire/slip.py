"""登记单: 16 characters on paper that let one laptop prove it was invited.

The code itself never travels and the server does not keep it: both sides hold a key made from
it. The fingerprint on the same slip tells the laptop which server to trust.
"""

import base64
import hashlib
import hmac
from typing import NamedTuple

import msgspec

from caseworker_app.errors import UserError
from caseworker_app.wire.canonical import canonical
from caseworker_app.wire.message import Enrol

RANDOM_BYTES = 10
_CODE = 16
_FINGERPRINT = 24
_GROUP = 4
_ALPHABET = frozenset("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567")
_LOOKALIKE = str.maketrans({"0": "O", "1": "I", "8": "B"})


class Slip(NamedTuple):
    """What is printed: the code and the fingerprint of the server's key."""

    code: str
    fingerprint: str

    def __str__(self) -> str:
        """Write it in groups of four, the code first."""
        text = self.code + self.fingerprint
        return "-".join(text[i : i + _GROUP] for i in range(0, len(text), _GROUP))


def code_of(randomness: bytes) -> str:
    """Return the 16 base32 characters of ten random bytes."""
    return base64.b32encode(randomness[:RANDOM_BYTES]).decode()


def parse(text: str) -> Slip:
    """Read what a person typed; blanks, dashes and small letters do not matter."""
    letters = "".join(text.split()).replace("-", "").upper().translate(_LOOKALIKE)
    if len(letters) != _CODE + _FINGERPRINT or not _ALPHABET.issuperset(letters):
        raise UserError("登记码应是40个字母和数字（每4个一组）。请对照登记单重新输入。")
    return Slip(letters[:_CODE], letters[_CODE:])


def key(code: str) -> bytes:
    """Return what both sides hold of the code."""
    return hashlib.sha256(b"CSP1-slip-key\0" + code.encode()).digest()


def name(key: bytes) -> str:
    """Return the public name by which the server finds the slip."""
    return hashlib.sha256(b"CSP1-slip-name\0" + key).hexdigest()[:32]


def proof(key: bytes, enrol: Enrol) -> str:
    """Return the HMAC-SHA-256 over the request without its proof."""
    body = canonical(msgspec.structs.replace(enrol, proof=""))
    return hmac.new(key, b"CSP1-enrol\0" + body, hashlib.sha256).hexdigest()
