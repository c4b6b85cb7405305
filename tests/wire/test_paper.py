from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given, strategies as st

from caseworker_app.model.paper import Paper, Subject, Void
from caseworker_app.model.values import Json
from caseworker_app.model.visit import Investigator
from caseworker_app.wire.canonical import canonical
from caseworker_app.wire.paper import (
    DIGEST,
    digest_of,
    paper_of,
    units_of,
    void_of,
    void_units,
)
from caseworker_app.wire.units import flatten

WHO = Investigator("p1", "胡龙", "云溪镇")
PAPER = Paper(
    id="r1",
    number="330106-2026-F06a-000001",
    form="F06a",
    household=Subject("h1", "3301060001", "330106010007", "西湖区"),
    visit="v1",
    rests_on="sha256:00",
    day=date(2026, 11, 23),
    person=WHO,
    pack_id="zj",
    pack_name="浙江",
    pack_hash="00",
    entries={"head": "王芳", "monthly": 0, "rows": [{"id": "2", "n": 1}, {"id": "1"}]},
)
VOID = Void("2026-11-23T02:00:00.000+00:00", WHO, "金额写错")
_NAMES = st.from_regex(r"[a-z][a-z_]{0,12}", fullmatch=True)
_WORDS = st.text(st.characters(codec="utf-8", exclude_categories=["Cs"]), max_size=20)
_VALUES: st.SearchStrategy[Json] = st.one_of(
    _WORDS,
    st.integers(0, 10**13),
    st.lists(_WORDS, max_size=3),
    st.lists(st.dictionaries(_NAMES, st.one_of(_WORDS, st.integers(0, 9)), max_size=3), max_size=4),
)


@given(st.dictionaries(_NAMES, _VALUES, max_size=8), st.booleans())
def test_that_a_paper_comes_back_from_its_units(entries: dict[str, Json], is_large: bool) -> None:  # noqa: FBT001  # drawn
    paper = replace(PAPER, entries=entries, is_large=is_large)

    assert paper_of(units_of(paper)) == paper


@pytest.mark.parametrize("path", sorted(units_of(PAPER)))
def test_that_one_changed_unit_is_told(path: str) -> None:
    units = units_of(PAPER)
    changed: Json = not units[path] if isinstance(units[path], bool) else f"{units[path]}1"

    assert paper_of({**units, path: changed}) is None
    assert paper_of({p: v for p, v in units.items() if p != path}) is None


def test_that_nothing_can_be_slipped_in() -> None:
    assert paper_of({**units_of(PAPER), "/note": "x"}) is None
    assert paper_of({**units_of(PAPER), "/entries/more": "x"}) is None


def test_that_a_visit_form_is_no_paper_of_its_own() -> None:
    assert paper_of(units_of(replace(PAPER, form="F01"))) is None
    assert paper_of(units_of(replace(PAPER, form="F99"))) is None
    assert paper_of({"/household/id": "h1"}) is None


def test_that_the_hash_is_of_what_stands_on_it_whatever_happens_later() -> None:
    void = replace(PAPER, void=VOID)

    assert digest_of(void) == digest_of(PAPER) == units_of(PAPER)[DIGEST]
    assert paper_of({**units_of(PAPER), **void_units(VOID)}) == void


def test_that_who_made_it_void_comes_back_and_nothing_else_does() -> None:
    assert void_of(void_units(VOID)) == VOID
    assert void_of({**void_units(VOID), "/entries/monthly": 1}) is None
    assert void_of({"/void/reason": "写错"}) is None
    assert void_of({}) is None


def test_that_units_are_plain_json() -> None:
    assert canonical(units_of(PAPER)) == canonical(dict(sorted(units_of(PAPER).items())))
    assert "/entries/rows" in units_of(PAPER)
    assert not any("#" in path for path in units_of(PAPER))
    assert "/void/reason" in {"/void" + p for p in flatten(VOID)}
