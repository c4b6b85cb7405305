"""Binds the door to the use cases.

They are imported by the first call, on the database thread while one types: the store below
them takes longer to import than the door to paint.
"""

from pathlib import Path
from typing import TYPE_CHECKING

from caseworker_app.desktop.unlock.presenter import FirstRun, UnlockActions

if TYPE_CHECKING:
    from caseworker_app.desktop.delivery.presenter import DeliveryActions
    from caseworker_app.workflow.workspace import Clock, Workspace


def actions(folder: Path, clock: "Clock | None" = None) -> UnlockActions:
    def unlock(passphrase: str) -> "Workspace":
        from caseworker_app.workflow import session  # noqa: PLC0415  # see the module's docstring

        return session.unlock(folder, passphrase, clock)

    def create(asked: FirstRun) -> "Workspace":
        from caseworker_app.workflow import enrolment, session  # noqa: PLC0415  # ditto

        if not session.exists(folder):
            session.create(folder, asked.passphrase)
        ws = session.unlock(folder, asked.passphrase, clock)
        if asked.alone:
            return session.work_alone(ws, asked.name.strip(), asked.unit.strip())
        return enrolment.enrol(ws, asked.server.strip(), asked.slip, asked.passphrase)

    def waiting() -> int:
        from caseworker_app.workflow import session  # noqa: PLC0415  # ditto

        return session.waiting(folder, clock)

    def to_deliver(passphrase: str) -> "DeliveryActions":
        from caseworker_app.desktop.unlock import delivering  # noqa: PLC0415  # ditto

        return delivering.actions(folder, passphrase, clock)

    return UnlockActions(unlock=unlock, create=create, waiting=waiting, to_deliver=to_deliver)
