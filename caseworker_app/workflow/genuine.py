"""验真: a PDF somebody brings, whether it is exactly what was sealed, by whom and when; offline."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from enum import Enum
from pathlib import Path

from caseworker_app.errors import OutsideError, UserError, cause
from caseworker_app.seals import seal as seals
from caseworker_app.seals.finding import Checked, Seal, State, Trusted, Why
from caseworker_app.store import paper
from caseworker_app.wire.canonical import sha256
from caseworker_app.workflow import sealing
from caseworker_app.workflow.workspace import Workspace

__all__ = ["Judged", "Kept", "Looked", "Seal", "State", "Why", "judge", "judge_for", "kept", "look"]

_MOST = 256 << 20
"""Bytes of a file that is looked at; a dossier has a few."""
_OUT = timedelta(minutes=10)
"""By which clocks may differ before it is worth a word."""


class Kept(Enum):
    """What this laptop holds under the paper's number."""

    SAME = "same"
    OTHER = "other"
    NOTHING = "nothing"


@dataclass(frozen=True, slots=True)
class Looked:
    """What a file says by itself."""

    name: str
    checked: Checked
    sha: str
    """Of what its first seal covers, or ""."""


@dataclass(frozen=True, slots=True)
class Judged:
    """What is known of a file."""

    name: str
    checked: Checked
    kept: Kept

    @property
    def state(self) -> State:
        return self.checked.state

    @property
    def is_genuine(self) -> bool:
        return self.state is State.GENUINE and self.kept is not Kept.OTHER

    @property
    def is_usable(self) -> bool:
        """Whether there is a PDF that can be read at all."""
        return self.state not in (State.NOT_PDF, State.DAMAGED)

    @property
    def seal(self) -> Seal | None:
        """Return the seal of who issued the paper."""
        return next(iter(self.checked.seals), None)

    @property
    def received(self) -> Seal | None:
        """Return the seal of the office that received it, if it is one that is believed."""
        return next((each for each in self.checked.seals[1:] if each.by_office), None)

    @property
    def number(self) -> str:
        return self.seal.number if self.seal else ""

    @property
    def clock_was_out(self) -> bool:
        """Say whether it was sealed, by the laptop's clock, after the office had received it."""
        sealed, received = self.seal, self.received
        if sealed is None or received is None or sealed.at is None or received.at is None:
            return False
        return sealed.at - received.at > _OUT


def judge(ws: Workspace, file: Path) -> Judged:
    """Return what this laptop knows of a file; raises as ``look`` does."""
    return kept(ws, look(sealing.trusted(ws), file))


def judge_for(
    trusted: Trusted, file: Path, received: Callable[[str], bytes | None] = lambda _: None
) -> Judged:
    """Return what can be said of a file by whoever trusts these keys and holds no records.

    ``received`` gives the countersigned version of a paper that was delivered, by its hash: who
    sealed before the office knew them is believed by that. Raises OutsideError where the file
    cannot be read, UserError where it is far too large.
    """
    data = _read(file)
    checked = seals.verify(data, trusted)
    if checked.state is State.UNKNOWN and (version := received(sha256(data))):
        checked = seals.verify(version, trusted)
    return Judged(file.name, checked, Kept.NOTHING)


def look(trusted: Trusted, file: Path) -> Looked:
    """Read a file and check its seals; no store needed.

    Raises OutsideError where the file cannot be read, UserError where it is far too large.
    """
    data = _read(file)
    checked = seals.verify(data, trusted)
    covered = sha256(data[: checked.seals[0].ends]) if checked.seals else ""
    return Looked(file.name, checked, covered)


def kept(ws: Workspace, found: Looked) -> Judged:
    """Compare with the paper issued here under the number; the office's seal came later."""
    if not found.checked.seals:
        return Judged(found.name, found.checked, Kept.NOTHING)
    with ws.database.read() as connection:
        issued = paper.get(connection, found.checked.seals[0].number)
    if issued is None:
        return Judged(found.name, found.checked, Kept.NOTHING)
    same = found.sha == issued.sha
    return Judged(found.name, found.checked, Kept.SAME if same else Kept.OTHER)


def _read(file: Path) -> bytes:
    try:
        if file.stat().st_size > _MOST:
            raise UserError(f"“{file.name}”太大，不是文书。请换一个文件。")
        return file.read_bytes()
    except OSError as error:
        raise OutsideError(
            f"打不开“{file.name}”：{cause(error)}。请看看文件还在不在，再试一次。"
        ) from error
