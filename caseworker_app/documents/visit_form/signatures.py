"""签名盖章: who stood by this record, as they wrote or pressed it, and room for the seal."""

from collections.abc import Iterator
from typing import NamedTuple

from caseworker_app.documents import words
from caseworker_app.documents.cell import (
    SMALL,
    Cell,
    Content,
    Figure,
    Handwriting,
    Text,
    cell,
    remark,
)
from caseworker_app.documents.fonts import Role
from caseworker_app.documents.table import CONTENT, Row, Section, Table, pairs, shares, statement
from caseworker_app.documents.visit_form.form import VisitForm
from caseworker_app.documents.wording import SectionWords
from caseworker_app.rules.evidence import FINGERPRINT, standing

_HALVES = shares(1, 1)
_INK = 46.0
_PRINT = 58.0
_SEAL = 62.0


class _Signer(NamedTuple):
    """Whose block it is: role in the record, title, name and unit."""

    id: str
    title: str
    name: str
    unit: str = ""


def signatures(form: VisitForm, w: SectionWords) -> Section:
    """Return the blocks: member present, every investigator, witnesses, township office."""
    blocks = [_block(form, signer, w) for signer in _signers(form, w)]
    if len(blocks) % 2:
        blocks.append(cell(_HALVES[1]))
    grid = tuple(Row((left, right)) for left, right in zip(blocks[::2], blocks[1::2], strict=True))
    refused = (pairs(shares(58, 398), (w["refused"], form.visit.unsigned)),)
    rows = (*grid, *(refused if form.visit.unsigned else ()))
    signed = Table(rows, (statement(w["statement"]),))
    return Section(w.number, w.name, (signed, Table((_office(w),))))


def _signers(form: VisitForm, w: SectionWords) -> Iterator[_Signer]:
    visit = form.visit
    named = {signature.id: signature.name for signature in visit.signatures}
    member = form.name(visit.present) if visit.present else ""
    yield _Signer("member", w["member"], named.get("member", member))
    for number, person in enumerate(visit.investigators, 1):
        title = w["township_investigator"] if person.township else w["investigator"]
        role = f"investigator{number}"
        yield _Signer(role, title, named.get(role, person.name), person.unit)
    yield _Signer("witness", w["witness"], named.get("witness", ""))
    if visit.unsigned or "witness2" in named:
        yield _Signer("witness2", w["witness2"], named.get("witness2", ""))


def _block(form: VisitForm, signer: _Signer, w: SectionWords) -> Cell:
    made = next((s for s in form.visit.signatures if s.id == signer.id), None)
    when = words.moment(made.signed) if made else w["date_blank"]
    pressed = tuple(_pressed(form, signer.id, w))
    unwritten = bool(pressed) and made is None
    return cell(
        _HALVES[0],
        Text(f"{signer.title}：{signer.name}", Role.HEADING),
        Text(signer.unit, size=SMALL),
        *(() if unwritten else (Handwriting(made.strokes if made else (), _INK),)),
        *pressed,
        *(() if unwritten else (Text(when, size=8.5, align="r"),)),
        top=True,
    )


def _pressed(form: VisitForm, role: str, w: SectionWords) -> Iterator[Content]:
    """Yield the print of a finger, where somebody left one."""
    for one in standing(form.visit, FINGERPRINT):
        if one.bound_to == role:
            jpeg = form.photos.get(one.sha)
            if jpeg is not None:
                yield Figure(jpeg, _PRINT, one.turned or 0)
            else:
                yield remark(w["print_kept"])
            yield Text(f"{w['print']}　{words.moment(one.taken)}", size=8.5, align="r")


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
