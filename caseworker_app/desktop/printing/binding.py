"""Binds the printing screen to the use cases."""

from functools import partial

from caseworker_app.desktop.printing.machine import Machine, machine
from caseworker_app.desktop.printing.presenter import PrintActions
from caseworker_app.workflow import batch, printing
from caseworker_app.workflow.workspace import Workspace


def actions(ws: Workspace) -> PrintActions:
    return PrintActions(
        papers=partial(printing.offered, ws),
        ranges=lambda: (printing.villages(ws), printing.by_hand()),
        paper=partial(printing.of_number, ws),
        blank=partial(printing.empty_form, ws),
        pdf=partial(printing.pdf, ws),
        copies=partial(printing.copies, ws),
        batch=partial(batch.gather, ws),
        bind=batch.bind,
        failed=partial(printing.failed, ws),
        pages=printing.page_count,
        picture=printing.picture,
        today=ws.clock.today,
    )


def printers() -> Machine:
    """Return what prints on this computer."""
    return machine(printing.page_count, printing.picture)
