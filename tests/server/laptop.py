"""A laptop without disk or screen: it seals operations in a chain."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from caseworker_app.model.values import Json
from caseworker_app.wire import signing
from caseworker_app.wire.canonical import sha256
from caseworker_app.wire.operation import BlobRef, Operation, diff, seal

FORM_NUMBER = "330110-2026-F01-000001"
"""Of every visit's own form."""


@dataclass
class Laptop:
    """What a device knows of itself."""

    device: str = "laptop-1"
    person: str = "p1"
    key: bytes = field(default_factory=signing.new_key)
    n: int = 0
    prev: str = ""

    @property
    def public(self) -> bytes:
        return signing.public(self.key)

    def image(self) -> "Laptop":
        """Return a copy, as a disk image restored later would be."""
        return replace(self)

    def patch(
        self, rid: str, seen: Mapping[str, Json], wanted: Mapping[str, Json], **other: object
    ) -> Operation:
        """Seal the change from what was seen to what is wanted."""
        fields: dict[str, object] = {
            "v": 1,
            "op": f"{self.device}-{self.n + 1}-{len(self.prev)}",
            "device": self.device,
            "n": self.n + 1,
            "prev": self.prev,
            "rid": rid,
            "kind": "patch",
            "base": 0,
            "gen": 0,
            "schema": 1,
            "form": "F01@1",
            "policy": "zj",
            "person": self.person,
            "at": 1_758_600_000_123,
            "mono": ("boot", 1),
            "atomic": False,
            "patch": diff(seen, wanted),
            "blobs": (),
        }
        sealed = seal(Operation(**{**fields, **other}), self.key)  # type: ignore[arg-type]  # any field may be given
        self.n, self.prev = sealed.n, sealed.hash
        return sealed

    def visit(self, rid: str, household: str, *files: bytes, **other: object) -> Operation:
        """Seal a new visit to a household with its files."""
        units: dict[str, Json] = {
            "/household/id": household,
            "/opinion": "符合",
            "/paper_number": FORM_NUMBER,
            "/stage": "sealed",
        }
        blobs = tuple(BlobRef(sha256(f), len(f), "image/jpeg", "photo") for f in files)
        fields = {"kind": "create", "atomic": True, "blobs": blobs, **other}
        return self.patch(rid, {}, units, **fields)
