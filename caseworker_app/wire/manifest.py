"""规则目录: what an office publishes, by content, signed by a key that is kept off its server.

Who holds the server can hold a list back, and no longer than its term; it can neither write one
nor go back to an earlier one.
"""

import re
from collections.abc import Iterable
from datetime import date
from typing import Annotated

import msgspec

from caseworker_app.wire import signing
from caseworker_app.wire.canonical import canonical, sha256
from caseworker_app.wire.operation import ADDRESS

MAX_ITEMS = 64
MAX_ITEM = 256 << 10
"""Bytes of one file."""
MAX_TOTAL = 4 << 20
"""Bytes of all of them."""
MAX_SUCCESSORS = 16
DAYS = 90
"""For which a list is said to be the newest."""
MAX_VERSION = 2**53
DAY = 24 * 3_600_000
PACKS, FORMS = "packs/", "forms/"
PATH = r"^(packs/[A-Za-z0-9][A-Za-z0-9_-]{0,63}|forms/(common|F[0-9]{2}[a-z]?))[.]toml(?!\n)$"
"""Names of what may be published: rule packs, and texts of forms by their codes."""
_PURPOSE, _NEXT, _VOUCHED = b"CSP1-Manifest\0", b"CSP1-publisher\0", b"CSP1-vouched-publisher\0"

_Key = Annotated[str, msgspec.Meta(pattern="^[0-9a-f]{64}$", max_length=64)]
_Signature = Annotated[str, msgspec.Meta(pattern="^[0-9a-f]{128}$", max_length=128)]
_Instant = Annotated[int, msgspec.Meta(ge=0, lt=MAX_VERSION)]


class Item(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One file, and from which day on it holds."""

    path: Annotated[str, msgspec.Meta(pattern=PATH, max_length=80)]
    sha: Annotated[str, msgspec.Meta(pattern=ADDRESS, max_length=71)]
    size: Annotated[int, msgspec.Meta(ge=1, le=MAX_ITEM)]
    effective_from: date


class Successor(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A publisher's key that took over, and the word of the one before it."""

    public: _Key
    sig: _Signature


class Manifest(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The whole of what is published; instants are milliseconds UTC."""

    version: Annotated[int, msgspec.Meta(ge=1, lt=MAX_VERSION)]
    """Year to minute of its publication, 202611231405, in digits; each above the one before."""
    at: _Instant
    expires: _Instant
    items: Annotated[tuple[Item, ...], msgspec.Meta(max_length=MAX_ITEMS)]
    publisher: _Key
    """Public Ed25519 key."""
    successors: Annotated[tuple[Successor, ...], msgspec.Meta(max_length=MAX_SUCCESSORS)] = ()
    """Every change of the publisher's key, the first one first."""
    sig: _Signature | None = None


class AskManifest(msgspec.Struct, frozen=True):
    """``/v1/manifest``."""

    have: Annotated[int, msgspec.Meta(ge=0, lt=MAX_VERSION)]
    """Version the laptop has; 0 for none."""


class ManifestAnswer(msgspec.Struct, frozen=True, kw_only=True):
    manifest: Manifest | None = None
    """None where it is the one the laptop has, or none was published."""


class AskPublished(msgspec.Struct, frozen=True):
    """``/v1/published``, answered by a frame for each: files the newest list names."""

    shas: Annotated[tuple[str, ...], msgspec.Meta(max_length=MAX_ITEMS)]


class Edition(msgspec.Struct, frozen=True):
    """A list with every file it names, as a stick carries it."""

    manifest: Manifest
    files: tuple[Annotated[str, msgspec.Meta(max_length=MAX_ITEM)], ...]
    """Texts, in the order of the items."""


def is_name(path: str) -> bool:
    """Return whether something may be published under a name."""
    return re.search(PATH, path) is not None


def sign(manifest: Manifest, key: bytes) -> Manifest:
    """Return the list with the signature of the publisher's private key."""
    named = msgspec.structs.replace(manifest, publisher=signing.public(key).hex())
    return msgspec.structs.replace(named, sig=signing.sign(key, _content(named)).hex())


def genuine(manifest: Manifest) -> bool:
    """Return whether the publisher the list names signed it, with nothing named twice."""
    paths = {item.path for item in manifest.items}
    whole = len(paths) == len(manifest.items) and total(manifest.items) <= MAX_TOTAL
    signature = signing.from_hex(manifest.sig or "")
    public = signing.from_hex(manifest.publisher)
    return whole and signing.verify(public, _content(manifest), signature)


def follows(manifest: Manifest, pinned: bytes) -> bool:
    """Return whether the key a list is signed by is the trusted one, or came from it.

    Each key of the way is vouched for by the one before, from ``pinned`` on.
    """
    names = [one.public for one in manifest.successors]
    past = names.index(pinned.hex()) + 1 if pinned.hex() in names else 0
    before = pinned
    for one in manifest.successors[past:]:
        if not succeeded(before, one):
            return False
        before = bytes.fromhex(one.public)
    return manifest.publisher == before.hex()


def successor(public: bytes, before: bytes) -> Successor:
    """Return a public key with the word of the private key before it."""
    return Successor(public.hex(), signing.sign(before, _NEXT + public).hex())


def succeeded(before: bytes, one: Successor) -> bool:
    """Return whether the public key before vouches for the one that took over."""
    public = signing.from_hex(one.public)
    return signing.verify(before, _NEXT + public, signing.from_hex(one.sig))


def vouched(public: bytes, identity: bytes) -> str:
    """Return a publisher's public key with the signature of the office's server, in hex."""
    return (public + signing.sign(identity, _VOUCHED + public)).hex()


def believed(said: str, office: bytes) -> bytes:
    """Return the publisher's key the office vouches for; empty where it does not."""
    found = signing.from_hex(said)
    public, signature = found[: signing.KEY_SIZE], found[signing.KEY_SIZE :]
    return public if signing.verify(office, _VOUCHED + public, signature) else b""


def fits(item: Item, data: bytes) -> bool:
    """Return whether bytes are those of an item."""
    return len(data) == item.size and sha256(data) == item.sha


def total(items: Iterable[Item]) -> int:
    """Return the bytes of all files."""
    return sum(item.size for item in items)


def _content(manifest: Manifest) -> bytes:
    return _PURPOSE + canonical(msgspec.structs.replace(manifest, sig=None))
