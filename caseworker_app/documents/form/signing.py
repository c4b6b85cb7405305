"""Room for signatures and seals, two blocks side by side."""

from collections.abc import Iterator

from caseworker_app.documents.cell import SMALL, Cell, Content, Handwriting, Text, cell
from caseworker_app.documents.fonts import Role
from caseworker_app.documents.form import entries
from caseworker_app.documents.form.description import Signer, Signing
from caseworker_app.documents.form.filled import Filled
from caseworker_app.documents.table import Row, Section, Table, shares

_INK, _SEAL, _OPINION = 40.0, 96.0, 52.0
_DATE = 8.5


def signing(filled: Filled, part: Signing, wide: float) -> Section:
    """Return the blocks under the sentence people sign; a last single one takes the whole width."""
    blocks = list(_named(filled, part))
    halves = shares(1, 1, total=wide)
    pairs = [blocks[at : at + len(halves)] for at in range(0, len(blocks), len(halves))]
    rows = [
        Row(
            tuple(
                _block(filled, signer, name, width)
                for (signer, name), width in zip(
                    pair, halves if len(pair) == len(halves) else (wide,), strict=True
                )
            )
        )
        for pair in pairs
    ]
    said = entries.sentence(filled, part.statement)
    heads = (Row((cell(wide, Text(said)),)),) if said else ()
    return Section(part.number, part.name, (Table(tuple(rows), heads),))


def _named(filled: Filled, part: Signing) -> Iterator[tuple[Signer, str]]:
    """Yield who signs with the name, the first signer once for each row of ``each``."""
    signers = part.signers
    if part.each:
        first, *signers_left = signers
        for row in entries.rows(filled, part.each) or [{}]:
            yield first, str(row.get(first.entry) or "")
        signers = tuple(signers_left)
    for signer in signers:
        yield signer, entries.said(filled, signer.entry) if signer.entry else ""


def _block(filled: Filled, signer: Signer, name: str, width: float) -> Cell:
    body: list[Content] = [Text(f"{signer.role}：{name}", Role.HEADING)]
    if signer.opinion:
        body.append(Handwriting((), _OPINION))
    body.append(Handwriting((), _SEAL if signer.seal else _INK))
    note = "seal" if signer.seal else "thumb" if signer.thumb else ""
    if note:
        body.append(Text(filled.wording(note), size=SMALL, align="r"))
    body.append(Text(filled.wording("date_blank"), size=_DATE, align="r"))
    return cell(width, *body, top=True)
