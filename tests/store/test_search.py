from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings, strategies as st

from caseworker_app import codes
from caseworker_app.model.household import Household
from caseworker_app.store import household as households, search
from caseworker_app.store.database import Database
from caseworker_app.store.household import AssignedHousehold


@pytest.fixture
def found(database: Database, household: Household) -> Database:
    """One household: 王桂兰 and 曾𬱟, 香积寺路12号3幢402室."""
    others = [
        _named(household, f"x{n}", name)
        for n, name in enumerate(["李建国", "张伟", "王兰桂", "买买提·吐尔逊", "\ue7c7三"])
    ]
    with database.write() as connection:
        households.save_all(connection, [AssignedHousehold(household), *others])
    return database


@pytest.mark.parametrize(
    "typed",
    [
        "王桂兰", "桂兰", "王桂", "wgl", "gl", "wang guilan", "wangguilan", "WangGui", "guilan",
        "曾𬱟", "𬱟", "zeng", "0028", "20028", "001X", "001x", "330106195803120028",
        "3301060001", "13800000001", "香积寺路12号3幢", "402", "桂兰 0028", "王桂兰 香积", "１２号",
        "王 桂 兰", "“王桂兰”",
    ],
)  # fmt: skip
def test_that_a_household_is_found_by_what_one_knows_of_it(found: Database, typed: str) -> None:
    assert "h1" in _ids(found, typed)


@pytest.mark.parametrize(
    "typed", ["桂王", "兰曾", "ceng", "王建国", "桂兰 0029", "lgw", "3301061958031200289"]
)
def test_that_it_is_not_found_by_what_does_not_hold(found: Database, typed: str) -> None:
    assert "h1" not in _ids(found, typed)


@pytest.mark.parametrize(
    ("typed", "ids"),
    [("吐尔逊", {"x3"}), ("买买提·吐", {"x3"}), ("\ue7c7三", {"x4"}), ("ljg", {"x0"})],
)
def test_that_long_and_rare_names_are_found(found: Database, typed: str, ids: set[str]) -> None:
    assert _ids(found, typed) == ids


def test_that_a_surname_is_read_as_a_surname() -> None:
    assert search.letters("曾国强")[0] == "zeng"
    assert search.letters("单于明")[:3] == ["chan", "yu", "ming"]
    assert {"zhai", "di", "zm", "dm"} <= set(search.letters("翟明"))
    assert "dan" in search.letters("王单")


def test_that_every_listed_surname_reads_otherwise_than_usual() -> None:
    rows = codes.table("surname_pinyin")
    assert len({row["surname"] for row in rows}) == len(rows) >= 50
    assert [row["surname"] for row in rows if row["pinyin"] == row["usual"]] == []


def test_that_a_renamed_household_is_found_by_its_new_name_only(
    found: Database, household: Household
) -> None:
    with found.write() as connection:
        households.save(connection, _named(household, "x0", "李建军"))
    assert _ids(found, "李建国") == set()
    assert _ids(found, "李建军") == {"x0"}


def test_that_a_forgotten_household_is_not_found(found: Database) -> None:
    with found.write() as connection:
        asked = search.matching("wgl")
        assert asked is not None
        search.forget(connection, connection.scalars(asked).one())
    assert _ids(found, "wgl") == set()


@pytest.mark.parametrize("typed", ["", "  ", '"', "* ^ : {}", "·", "\x00", "\ud800", "；"])
def test_that_text_without_words_asks_nothing(typed: str) -> None:
    assert search.matching(typed) is None


@pytest.mark.parametrize(
    "typed",
    ['" OR 1=1 --', "name:x", "NEAR(a b)", "a AND", "王* NOT 兰", "(((", "'; DROP TABLE search"],
)
def test_that_the_language_of_the_index_is_only_text(found: Database, typed: str) -> None:
    assert _ids(found, typed) == set()


@given(st.text(max_size=60))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60)
def test_that_no_text_raises(database: Database, typed: str) -> None:
    _ids(database, typed)


def _ids(database: Database, typed: str) -> set[str]:
    asked = search.matching(typed)
    with database.read() as connection:
        rows = [] if asked is None else list(connection.scalars(asked))
        known = {row: name for name, row in connection.exec_driver_sql(_NAMES)}
    return {known[row] for row in rows}


_NAMES = 'SELECT id, "row" FROM household'


def _named(base: Household, household_id: str, name: str) -> AssignedHousehold:
    head = replace(base.members[0], name=name, id_number="330106199001010015")
    return AssignedHousehold(
        replace(
            base,
            id=household_id,
            number=f"N{household_id}",
            phone="",
            members=(head,),
            living_address="文一路",
            registered_address="",
        )
    )
