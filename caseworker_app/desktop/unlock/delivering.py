"""Binds what is left past the lease: each act opens the store, delivers, and locks it again."""

from collections.abc import Callable
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import TypeVar

from caseworker_app.desktop.delivery.presenter import DeliveryActions
from caseworker_app.workflow import carrying, delivery, outgoing, session
from caseworker_app.workflow.carrying import Carried
from caseworker_app.workflow.delivery import Delivered, Progress
from caseworker_app.workflow.outgoing import DeliveryStatus
from caseworker_app.workflow.workspace import Clock, SystemClock, Workspace

T = TypeVar("T")


def actions(folder: Path, passphrase: str, clock: Clock | None = None) -> DeliveryActions:
    """Return the use cases; of whose visits wait nothing is told."""

    def opened(act: Callable[[Workspace], T]) -> T:
        with session.to_deliver(folder, passphrase, clock) as ws:
            return act(ws)

    def deliver(progress: Callable[[Progress], None]) -> Delivered:
        return opened(partial(delivery.deliver, progress=progress))

    def export(file: Path, progress: Callable[[Progress], None]) -> Carried:
        return opened(partial(carrying.export, file=file, progress=progress))

    def take(file: Path) -> Delivered:
        return opened(partial(carrying.take, file=file))

    def status() -> DeliveryStatus:
        return opened(outgoing.status)

    def now() -> datetime:
        return (clock or SystemClock()).now()

    return DeliveryActions(status, tuple, deliver, export, take, now)
