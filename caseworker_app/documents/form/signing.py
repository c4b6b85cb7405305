"""Room for signatures and seals, two blocks side by side."""

from collections.abc import Iterator
from typing import NamedTuple

from caseworker_app.documents.cell import SMALL, Cell, Content, Handwriting, Text, cell
from caseworker_app.documents.fonts import Role
from caseworker_app.documents.form import entries
from caseworker_app.documents.form.description import Signer, Signing
from caseworker_app.documents.form.filled import Filled
from caseworker_app.documents.table import Row, Section, Table, shares

_INK, _SEAL, _OPINION = 40.0, 96.0, 36.0
_DATE = 8.5


class _Named(NamedTuple):
    """Who signs, and for whom if not for oneself."""

    signer: Signer
    name: str = ""
    behalf: str = ""


def signing(filled: Filled, part: Signing, wide: float) -> Section:
    """Return the blocks under the sentence people sign, on one page where they can be.

    A last single one takes the whole width.
    """
    blocks = list(_named(filled, part))
    halves = shares(1, 1, total=wide)
    pairs = [blocks[at : at + len(halves)] for at in range(0, len(blocks), len(halves))]
    rows = [_level(filled, pair, halves[0] if len(pair) == len(halves) else wide) for pair in pairs]
    said = entries.sentence(filled, part.statement)
    heads = (Row((cell(wide, Text(said)),)),) if said else ()
    return Section(part.number, part.name, (Table(tuple(rows), heads),), whole=True)


def _named(filled: Filled, part: Signing) -> Iterator[_Named]:
    """Yield who signs, the first signer once for each row of ``each``."""
    signers = part.signers
    if part.each:
        first, *signers_left = signers
        room = filled.form.entry(part.each).lines if filled.is_blank else 1
        for row in entries.rows(filled, part.each) or [{}] * room:
            yield _Named(first, str(row.get(first.entry) or ""), str(row.get(first.behalf) or ""))
        signers = tuple(signers_left)
    for signer in signers:
        yield _Named(signer, entries.said(filled, signer.entry) if signer.entry else "")


def _level(filled: Filled, pair: list[_Named], width: float) -> Row:
    """Return blocks side by side, their days on one line."""
    heights = [_block(filled, named, width).height for named in pair]
    return Row(
        tuple(
            _block(filled, named, width, max(heights) - height)
            for named, height in zip(pair, heights, strict=True)
        )
    )


def _block(filled: Filled, named: _Named, width: float, more: float = 0) -> Cell:
    """Return the room for one signature, with so much more of it."""
    signer, name, behalf = named
    body: list[Content] = [Text(f"{signer.role}：{name}", Role.HEADING)]
    if signer.behalf:
        body.append(Text(f"{filled.wording('behalf')}{behalf}"))
    if signer.opinion:
        body.append(Handwriting((), _OPINION))
    body.append(Handwriting((), (_SEAL if signer.seal else _INK) + more))
    note = "seal" if signer.seal else "thumb" if signer.thumb else ""
    if note:
        body.append(Text(filled.wording(note), size=SMALL, align="r"))
    body.append(Text(filled.wording("date_blank"), size=_DATE, align="r"))
    return cell(width, *body, top=True)
