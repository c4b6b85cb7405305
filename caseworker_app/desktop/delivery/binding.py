"""Binds the delivery screen to the use cases."""

from functools import partial

from caseworker_app.desktop.delivery.presenter import DeliveryActions
from caseworker_app.workflow import delivery, outgoing
from caseworker_app.workflow.workspace import Workspace


def actions(ws: Workspace) -> DeliveryActions:
    return DeliveryActions(
        status=partial(outgoing.status, ws),
        parcels=partial(outgoing.parcels, ws),
        deliver=partial(delivery.deliver, ws),
        now=ws.clock.now,
    )
