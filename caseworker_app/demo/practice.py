"""练习: the demonstration township on this laptop alone, with a key of its own and no office."""

import shutil
from pathlib import Path

from caseworker_app.demo.clock import DAY, DemoClock
from caseworker_app.demo.township import make_township
from caseworker_app.store.household import AssignedHousehold, save_all
from caseworker_app.store.key import Cost
from caseworker_app.workflow import comparison, session, team
from caseworker_app.workflow.workspace import Workspace

HOUSEHOLDS = 60
"""The fewest among which every kind of difference is planted."""

_SEED = 1
_PASSPHRASE = "练习用不保密2026"  # noqa: S105  # nothing real lies behind it
_COST = Cost(time_cost=1, memory_cost=64, parallelism=1)


def open_practice(folder: Path) -> Workspace:
    """Return the practice township, made where there is none yet.

    Broken off while it was being made, it is made again.
    """
    if not folder.exists():
        _make(folder)
    return session.unlock(folder, _PASSPHRASE, DemoClock())


def reset(folder: Path) -> None:
    """Throw away what was practised; the next time begins anew."""
    if folder.exists():
        shutil.rmtree(folder)


def _make(folder: Path) -> None:
    fresh = folder.with_name(f"{folder.name}.new")
    reset(fresh)
    township = make_township(HOUSEHOLDS, _SEED, today=DAY)
    me, colleague = township.staff[:2]
    session.create(fresh, _PASSPHRASE, _COST)
    ws = session.unlock(fresh, _PASSPHRASE, DemoClock())
    try:
        ws = session.practise(session.work_alone(ws, me.name, me.unit))
        team.remember(ws, (colleague,))
        with ws.database.write() as connection:
            units = township.households
            save_all(
                connection,
                (AssignedHousehold(u.household, u.declaration, u.records) for u in units),
            )
        comparison.compare_all(ws)
    finally:
        session.lock(ws)
    fresh.rename(folder)
