"""一包: one side of an exchange in one file (CSPB1), sealed to its reader, signed by its writer.

``CSPB1`` and a line feed, length (u32) and canonical JSON of the head, chunks of 64 KiB under
AES-256-GCM, an Ed25519 signature over all before it. The key of the chunks comes from X25519
and HKDF (RFC 7748, 5869), the counter is the nonce, the last chunk says that it is. Nothing is
decrypted before the signature was checked, and there are no names of files inside.
"""

import hashlib
import struct
from collections.abc import Iterable, Iterator
from itertools import chain
from typing import Annotated, BinaryIO

import msgspec
from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey, X25519PublicKey
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from caseworker_app.errors import RefusedError
from caseworker_app.wire import signing
from caseworker_app.wire.canonical import canonical
from caseworker_app.wire.message import Cursor

MAX_BYTES = 2 << 30
_MARK = b"CSPB1\n"
_LENGTH, _NONCE = struct.Struct(">I"), struct.Struct(">IQ")
_HEAD_BYTES = 4096
_CHUNK, _TAG, _SIGNATURE = 64 << 10, 16, 64
_PURPOSE, _BOX_PURPOSE = b"CSP1-bundle\0", b"CSP1-box\0"
_TOO_MUCH = "内容超过一个送达包的上限，没有存成。请联网送达，或联系管理员。"
_NOT_ONE = "这不是送达包，或者已经损坏。没有取出任何内容，请重新拷贝后再试。"
_NOT_FOR_US = "这个送达包不是给这里的，没有取出任何内容。请核对是哪台电脑、哪个办公室的包。"


def room(limit: int) -> int:
    """Return the bytes of content a bundle below a limit has room for at least."""
    around = len(_MARK) + _LENGTH.size + _HEAD_BYTES
    return (limit - around) // (_CHUNK + _TAG) * _CHUNK


ROOM = room(MAX_BYTES)
"""Bytes of content that one bundle takes."""

_Key = Annotated[str, msgspec.Meta(pattern="^[0-9a-f]{64}$")]


class Head(msgspec.Struct, frozen=True, kw_only=True):
    """What stands outside the seal; it names nobody."""

    device: str
    """The laptop that wrote it, or that it is for."""
    at: int
    """Milliseconds UTC by the writer's clock; orders nothing."""
    cursor: Cursor = Cursor()
    """How far the laptop that wrote it has read."""
    answer_to: _Key | None = None
    """Public X25519 key an answer is sealed to; none for an answer."""
    reader: str = ""
    """Fingerprint of the key it is sealed to."""
    ephemeral: _Key | None = None
    """Public half of the key made for this one file."""


def box_key(identity: bytes) -> bytes:
    """Return the X25519 key (raw) that belongs to an Ed25519 identity, for what is sealed to it."""
    return _derived(identity, b"", _BOX_PURPOSE)


def box_public(key: bytes) -> bytes:
    return X25519PrivateKey.from_private_bytes(key).public_key().public_bytes_raw()


def vouched_box(identity: bytes) -> str:
    """Return an office's public X25519 key with its signature, in hex."""
    public = box_public(box_key(identity))
    return (public + signing.sign(identity, _BOX_PURPOSE + public)).hex()


def believed_box(vouched: str, office: bytes) -> bytes:
    """Return the X25519 key the office of this Ed25519 key vouches for; empty where it does not."""
    said = signing.from_hex(vouched)
    public, signature = said[: signing.KEY_SIZE], said[signing.KEY_SIZE :]
    return public if signing.verify(office, _BOX_PURPOSE + public, signature) else b""


def write(
    file: BinaryIO, head: Head, reader: bytes, identity: bytes, content: Iterable[bytes]
) -> int:
    """Write pieces sealed to a public X25519 key, signed with an Ed25519 key; return the bytes.

    Raises RefusedError, with the file not whole, for more than a reader would take.
    """
    mine = X25519PrivateKey.generate()
    ephemeral = mine.public_key().public_bytes_raw()
    known = msgspec.structs.replace(
        head, reader=signing.fingerprint(reader), ephemeral=ephemeral.hex()
    )
    said = canonical(known)
    shared = mine.exchange(X25519PublicKey.from_public_bytes(reader))
    cipher = AESGCM(_derived(shared, ephemeral + reader, _PURPOSE))
    total, written = hashlib.sha256(), 0
    outside = [_MARK, _LENGTH.pack(len(said)), said]
    for piece in chain(outside, _encrypted(cipher, said, content)):
        total.update(piece)
        written += file.write(piece)
        if written >= MAX_BYTES:
            raise RefusedError(_TOO_MUCH)
    return written + file.write(signing.sign(identity, _PURPOSE + total.digest()))


def head_of(file: BinaryIO) -> Head:
    """Return the head, which nobody has checked yet: it tells by which key to check."""
    head, _ = _head(file)
    return head


def read(file: BinaryIO, key: bytes, writer: bytes) -> Iterator[bytes]:
    """Yield the content for who has the private X25519 key, written by who has the other.

    ``writer`` is a public Ed25519 key. Raises RefusedError, for what is damaged or foreign
    before the first piece.
    """
    end = _checked(file, writer)
    head, said = _head(file)
    public = box_public(key)
    if head.reader != signing.fingerprint(public):
        raise RefusedError(_NOT_FOR_US)
    ephemeral = signing.from_hex(head.ephemeral or "")
    try:
        sender = X25519PublicKey.from_public_bytes(ephemeral)
        shared = X25519PrivateKey.from_private_bytes(key).exchange(sender)
    except ValueError as error:
        raise RefusedError(_NOT_ONE) from error
    secret = _derived(shared, ephemeral + public, _PURPOSE)
    yield from _decrypted(AESGCM(secret), said, file, end)


def _head(file: BinaryIO) -> tuple[Head, bytes]:
    file.seek(0)
    start = file.read(len(_MARK) + _LENGTH.size)
    if len(start) < len(_MARK) + _LENGTH.size or not start.startswith(_MARK):
        raise RefusedError(_NOT_ONE)
    (length,) = _LENGTH.unpack(start[len(_MARK) :])
    said = file.read(length) if length <= _HEAD_BYTES else b""
    try:
        return msgspec.json.decode(said, type=Head), said
    except (msgspec.MsgspecError, RecursionError) as error:
        raise RefusedError(_NOT_ONE) from error


def _checked(file: BinaryIO, writer: bytes) -> int:
    """Return where the chunks end, once the signature over everything is the writer's."""
    end = file.seek(0, 2) - _SIGNATURE
    if not 0 < end < MAX_BYTES:
        raise RefusedError(_NOT_ONE)
    file.seek(0)
    total, left = hashlib.sha256(), end
    while left and (piece := file.read(min(left, _CHUNK))):
        total.update(piece)
        left -= len(piece)
    if not signing.verify(writer, _PURPOSE + total.digest(), file.read(_SIGNATURE)):
        raise RefusedError(_NOT_ONE)
    return end


def _encrypted(cipher: AESGCM, said: bytes, content: Iterable[bytes]) -> Iterator[bytes]:
    waiting, number = bytearray(), 0
    for piece in content:
        waiting += piece
        while len(waiting) > _CHUNK:  # the last chunk has to be known as the last
            yield cipher.encrypt(*_chunk(said, number, bytes(waiting[:_CHUNK]), is_last=False))
            del waiting[:_CHUNK]
            number += 1
    yield cipher.encrypt(*_chunk(said, number, bytes(waiting), is_last=True))


def _decrypted(cipher: AESGCM, said: bytes, file: BinaryIO, end: int) -> Iterator[bytes]:
    left, number = end - file.tell(), 0
    while left > 0:
        sealed = file.read(min(left, _CHUNK + _TAG))
        left -= len(sealed)
        try:
            yield cipher.decrypt(*_chunk(said, number, sealed, is_last=left <= 0))
        except (InvalidTag, ValueError) as error:
            raise RefusedError(_NOT_ONE) from error
        number += 1


def _chunk(said: bytes, number: int, data: bytes, *, is_last: bool) -> tuple[bytes, bytes, bytes]:
    """Return nonce, data and what is bound to them: the head, and whether more comes."""
    bound = hashlib.sha256(said).digest() + bytes([is_last])
    return _NONCE.pack(0, number), data, bound


def _derived(secret: bytes, salt: bytes, purpose: bytes) -> bytes:
    return HKDF(algorithm=SHA256(), length=32, salt=salt or None, info=purpose).derive(secret)
