"""Rows of registers as they lie in the store."""

from datetime import date
from typing import cast

from caseworker_app.model.codes import Dataset
from caseworker_app.model.register import FIELD, AnyRecord, RegisterSlice
from caseworker_app.model.values import Json
from caseworker_app.rules.comparison.facts import number_of
from caseworker_app.rules.matching.precedence import Sent
from caseworker_app.store.values import json_of
from caseworker_app.wire import units


def record_of(kind: str, body: bytes) -> AnyRecord:
    """Return the model value of one row."""
    dataset = Dataset(kind)
    (record,) = units.from_json({FIELD[dataset]: [json_of(body)]}, RegisterSlice).of(dataset)
    return record


def sent(batch: int, kind: str, body: Json) -> Sent:
    """Return who said it about whom and when, from the row's JSON."""
    row = cast("dict[str, str]", body)
    source = cast("dict[str, dict[str, str]]", body)["source"]
    number = number_of(row["owner_id_number"] if "owner_id_number" in row else row["id_number"])
    return Sent(kind, source["department"], number, date.fromisoformat(source["as_of"]), batch)
