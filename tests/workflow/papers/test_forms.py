"""Every form that is described, on every household, filled, empty and in large letters."""

from datetime import date
from pathlib import Path

import pypdfium2
import pytest

from caseworker_app.documents import form as forms
from caseworker_app.documents.fonts import Role, width
from caseworker_app.documents.form.description import Entry, Kind, common
from caseworker_app.documents.page import MM, RIGHT, WIDTH
from caseworker_app.model.values import Json
from caseworker_app.paths import resource
from caseworker_app.rules.policy.pack import Pack
from caseworker_app.workflow.papers.case import Case
from caseworker_app.workflow.papers.known import ENTRIES, FOLLOWING, ROOMS, known
from tests.workflow.papers import looks
from tests.workflow.papers.cases import cases, suited
from tests.workflow.papers.examples import EXAMPLES, LISTS

CODES = sorted(path.stem for path in Path(resource("forms")).glob("F*.toml") if path.stem != "F01")
HOMES = ("plain", "full", "overfull", "rare")
_LAW = date(2026, 7, 1)
_TITLE, _CORNER = 18.0, 20 * MM
_WRITTEN: dict[Kind, Json] = {
    Kind.TEXT: "按实填写",
    Kind.PARA: "经办人当面说明了情况，当事人已经知悉。",
    Kind.DAY: "2026-12-04",
    Kind.MONTH: "2026-12",
    Kind.MONEY: 36000,
    Kind.COUNT: 3,
}


@pytest.fixture(scope="module")
def homes(pack: Pack) -> dict[str, Case]:
    return cases(pack)


def _written(entry: Entry, times: int) -> Json:
    """Return what somebody might write into an entry, so many times over."""
    match entry.kind:
        case Kind.CHOICE:
            return EXAMPLES.get(entry.name, list(entry.choices[:1]))
        case Kind.ROWS if entry.name in LISTS:
            return LISTS[entry.name](times)
        case Kind.ROWS:
            columns = (c for c in entry.columns if not c.by_hand and c.kind in _WRITTEN)
            row: Json = {c.name: EXAMPLES.get(c.name, _WRITTEN[c.kind]) for c in columns}
            return [row] * times * 4
        case Kind.TEXT | Kind.PARA:
            return str(EXAMPLES.get(entry.name, _WRITTEN[entry.kind])) * times
        case _:
            return EXAMPLES.get(entry.name, _WRITTEN[entry.kind])


def filled(
    code: str, case: Case, *, times: int = 1, is_large: bool = False, is_early: bool = False
) -> forms.Filled:
    """Return a paper; an early one is printed before anybody wrote into it by hand."""
    form, case = forms.read(code), suited(code, case)
    proposed = known(form, case)
    asked = [e for e in form.entries if e.asked and not (is_early and e.by_hand)]
    written = {e.name: proposed.get(e.name, _written(e, times)) for e in asked}
    return forms.Filled(
        form=form,
        entries=known(form, case, written) | written,
        region=case.household.region,
        place=f"{case.household.village}（{case.household.region}）",
        day=case.day,
        household_number=case.household.number,
        number=f"330106-2026-{code}-000012",
        digest="sha256:" + "0f1e2d3c" * 8,
        pack_name=case.pack.name,
        pack_id=case.pack.id,
        pack_hash=case.pack.hash,
        is_large=is_large,
    )


@pytest.mark.parametrize("home", HOMES)
@pytest.mark.parametrize("code", CODES)
def test_that_a_filled_paper_looks_as_it_did(homes: dict[str, Case], code: str, home: str) -> None:
    times = 12 if home == "overfull" else 1
    paper = filled(code, homes[home], times=times, is_early=home == "plain")

    looks.compare(f"{code}-{home}", forms.render(paper))


@pytest.mark.parametrize("code", CODES)
def test_that_an_empty_form_looks_as_it_did(homes: dict[str, Case], code: str) -> None:
    case = homes["plain"]
    form = forms.read(code)
    entries = {name: known(form, case)[name] for name in ("head",) if name in known(form, case)}
    blank = forms.Filled(
        form, entries, case.household.region, case.household.village, case.day, subject="h1"
    )
    looks.compare(f"{code}-blank", forms.render(blank))


@pytest.mark.parametrize("code", CODES)
def test_that_a_paper_in_large_letters_looks_as_it_did(homes: dict[str, Case], code: str) -> None:
    pdf = forms.render(filled(code, homes["full"], is_large=True))

    looks.compare(f"{code}-large", pdf)
    with pypdfium2.PdfDocument(pdf) as document:
        wide, high = document[0].get_size()
    assert wide > high


@pytest.mark.parametrize("code", CODES)
def test_that_every_name_of_a_form_means_something_and_is_used(code: str) -> None:
    form = forms.read(code)
    entries = {entry.name for entry in form.entries}
    wordings = {one.name for one in form.wordings}
    shared = {one.name for one in common()}
    named = set(form.named())

    assert named <= entries | wordings | shared, named - entries - wordings
    assert entries <= named, entries - named
    assert {e.shown_by for e in form.entries if e.shown_by} <= entries
    assert wordings - {"basis"} <= named
    assert {e.name for e in form.entries if not e.asked} <= ENTRIES.keys()


@pytest.mark.parametrize("code", CODES)
def test_that_what_must_be_known_before_is_not_left_to_the_pen(code: str) -> None:
    assert not [e.name for e in forms.read(code).entries if e.required and e.by_hand]


@pytest.mark.parametrize("code", CODES)
def test_that_a_title_leaves_the_code_its_corner(code: str) -> None:
    half = width(forms.read(code).title, Role.HEADING, _TITLE) / 2

    assert WIDTH / 2 + half < RIGHT - _CORNER


@pytest.mark.parametrize("code", CODES)
@pytest.mark.parametrize("day", [date(2020, 1, 1), _LAW])
def test_that_a_form_cites_the_law_of_the_day(code: str, day: date) -> None:
    basis = forms.read(code).wording("basis", day, "330106010007")

    assert ("社会救助法" in basis) <= (day >= _LAW)


@pytest.mark.parametrize("code", CODES)
def test_that_equal_values_give_equal_bytes(homes: dict[str, Case], code: str) -> None:
    first, second = (forms.render(filled(code, homes["full"])) for _ in range(2))

    assert first == second


def test_that_an_entry_means_the_same_on_every_form() -> None:
    names = [name for room in ROOMS for name in room.ENTRIES]

    assert len(names) == len(set(names))
    assert not set(names) & FOLLOWING.keys()
