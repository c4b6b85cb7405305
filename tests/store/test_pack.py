import pytest
from sqlalchemy import text

from caseworker_app.errors import OutsideError, UserError
from caseworker_app.intake.pack_file import shipped
from caseworker_app.store import pack as packs
from caseworker_app.store.database import Database

AT = "2026-11-22T02:00:00.000+00:00"
LATER = "2027-01-04T02:00:00.000+00:00"


def test_that_a_pack_comes_back_as_it_was_with_the_text_it_was_completed_from(
    database: Database,
) -> None:
    pack = shipped()
    assert pack.base
    with database.write() as connection:
        assert packs.put(connection, pack, AT)
    with database.read() as connection:
        assert packs.load(connection, pack.hash) == pack


def test_that_a_pack_that_needed_no_other_comes_back_too(database: Database) -> None:
    pack = shipped("national")
    assert not pack.base
    with database.write() as connection:
        packs.put(connection, pack, AT)
        assert packs.load(connection, pack.hash) == pack


def test_that_a_pack_is_kept_once_since_the_first_time(database: Database) -> None:
    with database.write() as connection:
        assert packs.put(connection, shipped(), AT)
        assert not packs.put(connection, shipped(), LATER)
        assert packs.since(connection, shipped().hash) == AT
        assert packs.since(connection, "0" * 64) == ""


def test_that_a_pack_that_is_not_here_is_a_sentence(database: Database) -> None:
    with database.read() as connection, pytest.raises(UserError, match="本机没有摘要为 00000000"):
        packs.load(connection, "0" * 64)


@pytest.mark.parametrize("column", ["text", "base"])
def test_that_an_altered_pack_is_not_taken(database: Database, column: str) -> None:
    with database.write() as connection:
        packs.put(connection, shipped(), AT)
        connection.execute(text(f"UPDATE pack SET {column} = {column} || ' '"))  # noqa: S608  # two fixed names
        with pytest.raises(OutsideError, match="与当时存入的不同"):
            packs.load(connection, shipped().hash)


def test_that_a_pack_is_read_once_for_many_visits(database: Database) -> None:
    pack = shipped()
    with database.write() as connection:
        packs.put(connection, pack, AT)
        assert packs.load(connection, pack.hash) is packs.load(connection, pack.hash)
