"""送达: what is only on this laptop goes to the office, and what the office has comes here.

Operations first, then their files, then receipts, then news, then paper numbers. Every step may
be cut anywhere; beginning again is always right. Only a receipt that verifies takes anything off
the list, and only a backup of the office's lets it go.
"""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import NamedTuple, TypeVar

from caseworker_app.store import audit, ballast, meta
from caseworker_app.workflow import comparison, handover, proposal, purge, recheck
from caseworker_app.workflow.exchange import Exchange
from caseworker_app.workflow.outgoing import LAST_CONTACT
from caseworker_app.workflow.progress import Progress
from caseworker_app.workflow.renewal import NOTHING, Renewal
from caseworker_app.workflow.room import with_room
from caseworker_app.workflow.workspace import Workspace

__all__ = ["Delivered", "Progress", "deliver"]

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Delivered:
    """What one exchange did."""

    sent: int
    confirmed: int
    fetched: int
    conflicts: int
    """That are new and wait for a decision here."""
    answered: int = 0
    """Questions from the field the office answered."""
    proposed: int = 0
    """Households of which data propose something since."""
    left: tuple[str, ...] = ()
    """Heads of the households that are somebody else's and left this laptop's list."""
    cleared: int = 0
    """Operations that left this laptop since the office has a backup of them."""
    rules: Renewal = NOTHING
    """Rule packs that came with it."""


class Concluded(NamedTuple):
    """What went from this laptop with the news."""

    left: tuple[str, ...]
    """As in ``Delivered``."""
    cleared: int
    """As in ``Delivered``."""


def deliver(ws: Workspace, progress: Callable[[Progress], None]) -> Delivered:
    """Deliver and fetch once; raises OutsideError or RefusedError with nothing lost."""
    return exchanged(ws, partial(_deliver, ws, progress))


def exchanged(ws: Workspace, work: Callable[[], T]) -> T:
    """Do what may be done twice, also on a full disk, and set space aside again where there is."""
    done = with_room(ws.folder, work)
    ballast.take(ws.folder)
    return done


def _deliver(ws: Workspace, progress: Callable[[Progress], None]) -> Delivered:
    known = proposal.households(ws)
    exchange = Exchange(ws, ws.enrolled(), progress)
    try:
        if exchange.is_settled():
            done = conclude(ws, "sync.done", "没有要送的，也没有新的")
            return Delivered(0, 0, 0, 0, left=done.left, cleared=done.cleared)
        exchange.greet()
        sent, confirmed = exchange.send()
        fetched = exchange.fetch()
        exchange.numbers()
        rules = exchange.rules()
    finally:
        exchange.close()
    done = conclude(ws, "sync.done", f"送出 {sent}，回执 {confirmed}，取回 {fetched.records}")
    proposed = len(proposal.households(ws) - known)
    told = (confirmed, *fetched, proposed)
    return Delivered(sent, *told, left=done.left, cleared=done.cleared, rules=rules)


def conclude(ws: Workspace, act: str, detail: str) -> Concluded:
    """Reckon anew what the news touches, and write down that the office was heard from."""
    left = tuple(one.head for one in handover.let_go(ws))
    recheck.catch_up(ws)
    comparison.catch_up(ws)
    cleared = purge.run(ws)
    with ws.database.write() as connection:
        meta.put(connection, LAST_CONTACT, ws.at())
        told = f"{detail}，清出 {cleared}" if cleared else detail
        audit.append(connection, ws.at(), ws.person.id, act, "", told)
    return Concluded(left, cleared)
