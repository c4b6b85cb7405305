"""签名盖章: who stood by this record, drawn as they wrote, and room for the seal."""

from collections.abc import Iterator

from caseworker_app.documents import words
from caseworker_app.documents.cell import (
    SMALL,
    Cell,
    Handwriting,
    Text,
    cell,
)
from caseworker_app.documents.fonts import Role
from caseworker_app.documents.table import CONTENT, Row, Section, Table, pairs, shares, statement
from caseworker_app.documents.visit_form.form import VisitForm
from caseworker_app.documents.wording import SectionWords
from caseworker_app.model.visit import Signature

_HALVES = shares(1, 1)
_INK = 46.0
_SEAL = 62.0


def signatures(form: VisitForm, w: SectionWords) -> Section:
    """Return the blocks: member present, every investigator, witness, township office."""
    blocks = list(_blocks(form, w))
    if len(blocks) % 2:
        blocks.append(cell(_HALVES[1]))
    grid = tuple(Row((left, right)) for left, right in zip(blocks[::2], blocks[1::2], strict=True))
    refused = (pairs(shares(58, 398), (w["refused"], form.visit.unsigned)),)
    rows = (*grid, *(refused if form.visit.unsigned else ()))
    signed = Table(rows, (statement(w["statement"]),))
    return Section(w.number, w.name, (signed, Table((_office(w),))))


def _blocks(form: VisitForm, w: SectionWords) -> Iterator[Cell]:
    made = {signature.id: signature for signature in form.visit.signatures}
    member = form.name(form.visit.present) if form.visit.present else ""
    yield _block(w, w["member"], member, made.get("member"))
    for number, person in enumerate(form.visit.investigators, 1):
        role = w["township_investigator"] if person.township else w["investigator"]
        yield _block(w, role, person.name, made.get(f"investigator{number}"), person.unit)
    witness = made.get("witness")
    yield _block(w, w["witness"], witness.name if witness else "", witness)


def _block(w: SectionWords, role: str, name: str, made: Signature | None, unit: str = "") -> Cell:
    when = words.moment(made.signed) if made else w["date_blank"]
    return cell(
        _HALVES[0],
        Text(f"{role}：{made.name if made else name}", Role.HEADING),
        Text(unit, size=SMALL),
        Handwriting(made.strokes if made else (), _INK),
        Text(when, size=8.5, align="r"),
        top=True,
    )


def _office(w: SectionWords) -> Row:
    return Row(
        (
            cell(
                CONTENT,
                Text(w["office"], Role.HEADING),
                Handwriting((), _SEAL),
                Text(
                    f"负责人{w['sign_here']}　　　　　　　　　{w['seal']}　　　　　　　", align="r"
                ),
                Text(w["date_blank"], size=8.5, align="r"),
                top=True,
            ),
        )
    )
