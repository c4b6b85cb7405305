"""The laptop of the demonstration: set up, enrolled, filled with what was assigned to it."""

from collections.abc import Callable

from caseworker_app.demo.clock import DemoClock
from caseworker_app.demo.plan import Plan
from caseworker_app.demo.values import Township
from caseworker_app.workflow import delivery, enrolment, session, team
from caseworker_app.workflow.workspace import Workspace

PASSPHRASE = "云溪演示2026"  # noqa: S105  # told on the screen
"""Of the demonstration only: it is told on the unlock screen."""


def open_laptop(plan: Plan, township: Township, address: str, slip: str) -> Workspace:
    """Return the unlocked, enrolled laptop; may be called again after any interruption."""
    if not session.exists(plan.laptop):
        session.create(plan.laptop, PASSPHRASE, plan.cost)
    ws = session.unlock(plan.laptop, PASSPHRASE, DemoClock())
    ws = (
        enrolment.enrol(ws, address, slip, PASSPHRASE)
        if ws.office is None
        else enrolment.moved(ws, address)
    )
    team.remember(ws, township.staff[1:2])
    return ws


def fetch(ws: Workspace, say: Callable[[str], None]) -> None:
    """Get the assigned households with their register slices from the server."""
    fetched = delivery.deliver(ws, lambda _: None).fetched
    if fetched:
        say(f"已取回任务：{fetched} 条")
