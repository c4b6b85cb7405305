"""The screens of a visit over use cases kept in memory."""

from caseworker_app.desktop.tasks import Tasks
from caseworker_app.desktop.visit.page import VisitPage
from caseworker_app.workflow.dossier import Dossier
from caseworker_app.workflow.outgoing import DeliveryStatus
from tests.desktop.delivery.making import acts
from tests.desktop.table import NOW, Memory, dossier, visit_of


def visit_page(tasks: Tasks, memory: Memory, file: Dossier | None = None) -> VisitPage:
    """Return the page of a visit just begun, with one parcel waiting to be sent."""
    known = file or dossier()
    status = DeliveryStatus(1, NOW, 0, 2048, None, ())
    return VisitPage(visit_of(known), known, tasks, memory.actions(), acts(status))
