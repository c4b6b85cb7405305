"""重算: a sealed record judged again with its own inputs, its own day and its own pack.

Equal means equal bytes: the canonical form of the units the record holds as its determination
and of those the law gives for it now. What a determination learned to say only after the record
was sealed counts where it says something.
"""

from collections.abc import Mapping
from dataclasses import MISSING, dataclass, fields
from datetime import date

import msgspec

from caseworker_app.errors import UserError
from caseworker_app.model.determination import Determination
from caseworker_app.model.values import Json
from caseworker_app.model.visit import Visit
from caseworker_app.rules.determination import determine
from caseworker_app.rules.policy.pack import Pack
from caseworker_app.rules.status import economic_status
from caseworker_app.wire.canonical import canonical, sha256
from caseworker_app.wire.operation import Operation, same
from caseworker_app.wire.replay_words import Difference, told
from caseworker_app.wire.units import flatten, restore, to_json

PACK, BASE = "pack", "pack-base"
"""Roles of the files by which the texts of a pack travel with a record."""

FORM_ROLE = "visit-form"
"""Role of the visit's own form among its attachments."""

_ANSWER = "/determination"
_ATTACHED, _ROLE = "/attachments", "/role"
_SHORT = 16
_WORDS = ("/reason", "/remarks")
_UNSAID = {
    f"/{field.name}": to_json(field.default)
    for field in fields(Determination)
    if field.default is not MISSING
}
"""Units of a determination that say nothing; records of before they were known lack them."""


@dataclass(frozen=True, slots=True)
class Recorded:
    """What a sealed record says: the inputs, the answer, and by which pack."""

    visit: Visit
    answer: Mapping[str, Json]
    """Units of the determination."""
    pack_id: str
    pack_hash: str


@dataclass(frozen=True, slots=True)
class Replay:
    """Whether a determination recomputes to the same bytes, and where it does not."""

    equal: bool
    day: date
    pack_id: str
    pack_hash: str
    differences: tuple[Difference, ...]

    @property
    def short_hash(self) -> str:
        """Return the first digits of the pack's hash, for reading out."""
        return self.pack_hash[:_SHORT]

    @property
    def same_answer(self) -> bool:
        """Say whether only the words of the explanation differ, no figure and no decision."""
        return all(difference.path.startswith(_WORDS) for difference in self.differences)

    @property
    def said(self) -> str:
        """Return the outcome in a few words."""
        if self.equal:
            return "与封存时逐字节一致"
        count = len(self.differences)
        if self.same_answer:
            return f"结论和金额与封存时一致，说明有 {count} 处不同"
        return f"与封存时不一致，共 {count} 处"


def units_of(operation: Operation) -> dict[str, Json]:
    """Return the units of the record an operation seals."""
    return {change.path: change.new for change in operation.patch}


def digest_of(units: Mapping[str, Json]) -> str:
    """Return the hash of what a sealed visit says, as it stands on its own form and on papers.

    The form itself is left out: it joined the record when the hash was on it.
    """
    forms = tuple(
        f"{path.removesuffix(_ROLE)}/"
        for path, value in units.items()
        if value == FORM_ROLE and path.startswith(f"{_ATTACHED}/") and path.endswith(_ROLE)
    )
    said = {path: value for path, value in units.items() if not path.startswith(forms)}
    if not any(path.startswith(f"{_ATTACHED}/") for path in said):
        said[_ATTACHED] = []
    return sha256(canonical(said))


def recorded(units: Mapping[str, Json]) -> Recorded:
    """Return what a record says; raises UserError where it holds no readable determination."""
    answer = {
        path.removeprefix(_ANSWER): value
        for path, value in units.items()
        if path.startswith(f"{_ANSWER}/")
    }
    pack_id, pack_hash = answer.get("/pack_id"), answer.get("/pack_hash")
    if not isinstance(pack_id, str) or not isinstance(pack_hash, str):
        raise UserError("这份记录里没有认定，或没有写明所用的规则包，不能重算。")
    inputs = {path: v for path, v in units.items() if not path.startswith(f"{_ANSWER}/")}
    try:
        return Recorded(restore(inputs, Visit), answer, pack_id, pack_hash)
    except msgspec.ValidationError as error:
        raise UserError(
            f"这份记录读不懂，不能重算（{error}）。它可能由别的版本的程序写成，请联系管理员。"
        ) from error


def replay(record: Recorded, pack: Pack) -> Replay:
    """Judge a record again with a pack and compare."""
    again = {
        path: value
        for path, value in recomputed(record.visit, pack).items()
        if path in record.answer or path not in _UNSAID or not same(value, _UNSAID[path])
    }
    equal = canonical(record.answer) == canonical(again)
    return Replay(
        equal,
        record.visit.day,
        record.pack_id,
        record.pack_hash,
        () if equal else told(record.visit.household, record.answer, again),
    )


def recomputed(visit: Visit, pack: Pack) -> dict[str, Json]:
    """Return the units of the determination the law gives for a visit."""
    return flatten(determine(economic_status(visit, pack), pack))
