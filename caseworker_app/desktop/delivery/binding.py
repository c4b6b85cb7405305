"""Binds the delivery screen to the use cases."""

from collections.abc import Callable
from functools import partial

from caseworker_app.desktop.delivery.presenter import DeliveryActions
from caseworker_app.desktop.status import Network
from caseworker_app.errors import OfflineError
from caseworker_app.workflow import carrying, conflicts, delivery, handover, outgoing, rule_update
from caseworker_app.workflow.delivery import Delivered, Progress
from caseworker_app.workflow.workspace import Workspace


def actions(ws: Workspace, heard: Callable[[Network], None]) -> DeliveryActions:
    """Return the use cases; ``heard`` is told, on their thread, how delivering went."""

    def deliver(progress: Callable[[Progress], None]) -> Delivered:
        network = Network.FAILED
        try:
            delivered = delivery.deliver(ws, progress)
            network = Network.ONLINE
        except OfflineError:
            network = Network.OFFLINE
            raise
        finally:  # whatever failed, the next delivery by itself waits for this word
            heard(network)
        return delivered

    return DeliveryActions(
        status=partial(outgoing.status, ws),
        parcels=partial(outgoing.parcels, ws),
        deliver=deliver,
        export=partial(carrying.export, ws),
        take=partial(carrying.take, ws),
        now=ws.clock.now,
        to_decide=partial(conflicts.count, ws),
        leaving=partial(handover.waiting, ws),
        rules=partial(rule_update.look, ws),
        change_over=partial(rule_update.change_over, ws),
    )
