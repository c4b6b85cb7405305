"""F01 and the catalogue of a file, held against pictures somebody looked at."""

from dataclasses import replace
from datetime import date
from hashlib import sha256

import pytest

from caseworker_app.documents.album import Album, Shot
from caseworker_app.documents.dossier import Dossier, Piece, bind, title
from caseworker_app.documents.visit_form import BlankForm, VisitForm, render, render_blank
from tests.documents.conftest import a_photo, plain_form
from tests.documents.visit_form.conftest import full_form
from tests.workflow.papers import looks


@pytest.fixture(scope="module")
def homes() -> dict[str, VisitForm]:
    plain = plain_form()
    return {"plain": plain, "full": full_form(plain, a_photo)}


@pytest.mark.parametrize("home", ["plain", "full"])
def test_that_the_form_looks_as_it_did(homes: dict[str, VisitForm], home: str) -> None:
    looks.compare(f"F01-{home}", render(homes[home]))


def test_that_the_form_in_large_letters_looks_as_it_did(homes: dict[str, VisitForm]) -> None:
    looks.compare("F01-large", render(replace(homes["full"], is_large=True)))


@pytest.mark.parametrize("is_large", [False, True])
def test_that_an_empty_form_looks_as_it_did(homes: dict[str, VisitForm], is_large: bool) -> None:  # noqa: FBT001  # parametrized
    full = homes["full"]
    form = BlankForm(
        household=full.visit.household,
        declaration=full.declaration,
        discrepancies=full.discrepancies,
        printed=full.issued,
        pack_name=full.pack_name,
        pack_id=full.determination.pack_id,
        pack_hash=full.determination.pack_hash,
        is_large=is_large,
    )
    looks.compare("F01-blanklarge" if is_large else "F01-blank", render_blank(form))


def test_that_a_file_looks_as_it_did(
    homes: dict[str, VisitForm], monkeypatch: pytest.MonkeyPatch
) -> None:
    named = property(lambda piece: sha256(piece.form.encode()).hexdigest())
    monkeypatch.setattr(Piece, "hash", named)  # of the bytes it is tested elsewhere
    paper = render(homes["plain"])
    day = date(2026, 11, 20)
    pieces = tuple(
        Piece(form, title(form), f"330106-2026-{form}-000123", day, paper)
        for form in ("F10", "F06a", "F01")
    )
    shots = tuple(Shot(a_photo(n), f"厨房{n}", "2026年11月20日 10:08", 90 * n) for n in range(2))
    home = homes["plain"].visit.household
    dossier = Dossier(
        head=home.head.name,
        household_number=home.number,
        place=home.village,
        day=date(2026, 12, 1),
        pieces=pieces,
        albums=(Album(day, shots),),
    )
    looks.compare("DA-file", bind(dossier))
