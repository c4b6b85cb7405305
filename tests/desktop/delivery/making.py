"""The use cases of delivery, as far as a test says what they do."""

from collections.abc import Callable
from pathlib import Path

from caseworker_app.desktop.delivery.presenter import DeliveryActions
from caseworker_app.workflow.carrying import Carried
from caseworker_app.workflow.delivery import Delivered, Progress
from caseworker_app.workflow.outgoing import DeliveryStatus, Parcel
from tests.desktop.table import NOW

Tell = Callable[[Progress], None]


def _delivers(_tell: Tell) -> Delivered:
    return Delivered(0, 0, 0, 0)


def _exports(_file: Path, _tell: Tell) -> Carried:
    return Carried(1, 2048)


def _takes(_file: Path) -> Delivered:
    return Delivered(0, 1, 0, 0)


def acts(
    status: DeliveryStatus,
    parcels: tuple[Parcel, ...] = (),
    deliver: Callable[[Tell], Delivered] = _delivers,
    export: Callable[[Path, Tell], Carried] = _exports,
    take: Callable[[Path], Delivered] = _takes,
) -> DeliveryActions:
    return DeliveryActions(lambda: status, lambda: parcels, deliver, export, take, lambda: NOW)
