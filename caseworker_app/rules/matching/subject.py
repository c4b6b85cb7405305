"""Whom a row is about."""

from dataclasses import replace
from datetime import date

from caseworker_app.model.register import AnyRecord, EstateRecord, PersonRecord, VehicleRecord
from caseworker_app.rules.comparison.facts import number_of
from caseworker_app.rules.matching.people import Stated

_COLLECTIVE = "集体户"


def stated(row: AnyRecord, birth: date | None = None) -> Stated:
    """Return what a row says about its person; ``birth`` where the list has such a column.

    A collective booklet holds strangers: it leads to no household.
    """
    if isinstance(row, VehicleRecord | EstateRecord):
        return Stated(row.owner_id_number, row.owner_name, birth=birth)
    if isinstance(row, PersonRecord):
        booklet = "" if row.hukou_kind == _COLLECTIVE else row.hukou_number
        return Stated(row.id_number, row.name, row.former_name, birth, row.address, booklet)
    return Stated(row.id_number, row.name, birth=birth)


def subject(row: AnyRecord) -> str:
    """Return the number a row is about, as it is matched."""
    return number_of(stated(row).number)


def about(row: AnyRecord, number: str) -> AnyRecord:
    """Return a row as one about this number, after a person has decided whom it means."""
    if isinstance(row, VehicleRecord | EstateRecord):
        return replace(row, owner_id_number=number)
    return replace(row, id_number=number)
