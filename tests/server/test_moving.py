"""One backup for every place: what was on SQLite goes on with PostgreSQL and S3, and back."""

from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from unittest.mock import ANY

import pytest
from sqlalchemy import create_engine, func, select, text
from sqlalchemy.engine import make_url

from caseworker_app.errors import OutsideError, UserError
from caseworker_app.server import audit, backup, verify
from caseworker_app.server.central import (
    EPOCH,
    Central,
    Configuration,
    address_of,
    fact,
    open_central,
)
from caseworker_app.server.tables import metadata
from tests.server.conftest import Office, deliver_photo, spoil
from tests.server.laptop import Laptop
from tests.server.remote import Remote

PLACES = ("embedded", "remote")
KINDS = ("embedded", "remote")


@pytest.fixture(params=KINDS)
def elsewhere(
    request: pytest.FixtureRequest, tmp_path: Path, far: Remote
) -> Iterator[Configuration]:
    """Return an empty place of either kind."""
    if request.param == "embedded":
        yield Configuration(tmp_path / "again")
        return
    with _another_database(far) as there:
        yield Configuration(tmp_path / "again", there, far.another_store())


@contextmanager
def _another_database(far: Remote) -> Iterator[str]:
    url = make_url(far.database).set(drivername="postgresql+psycopg")
    engine = create_engine(url, isolation_level="AUTOCOMMIT")
    try:
        with engine.connect() as connection:
            connection.execute(text("CREATE DATABASE another"))
        yield url.set(database="another").render_as_string(hide_password=False)
    finally:
        with engine.connect() as connection:
            connection.execute(text("DROP DATABASE IF EXISTS another"))
        engine.dispose()


def rows(central: Central) -> dict[str, int]:
    with central.database.read() as connection:
        return {
            table.name: connection.scalar(select(func.count()).select_from(table)) or 0
            for table in metadata.sorted_tables
        }


def test_that_a_server_goes_on_in_another_place(
    office: Office, place: Configuration, elsewhere: Configuration, tmp_path: Path
) -> None:
    laptop = Laptop()
    caller = office.enrol(laptop)
    visit = deliver_photo(office, caller, laptop)
    before = rows(office.central)
    file = tmp_path / "today.backup"
    backup.make(office.central, place.folder, file)
    proved = backup.verify(office.central, file)

    backup.restore(file, elsewhere)

    with closing(open_central(elsewhere, office.clock)) as again:
        assert (proved.files, proved.durable) == (1, 1)
        assert again.public == office.central.public
        assert verify.agreement(again, laptop.device) == verify.agreement(
            office.central, laptop.device
        )
        assert rows(again) == {**before, "audit": before["audit"] + 1, "number_gap": ANY}
        with again.database.read() as there, office.central.database.read() as here:
            assert fact(there, EPOCH) != fact(here, EPOCH)
            assert audit.checked(there).broken_at is None
        other = Office(again, office.clock, office.dossiers)
        (answer,) = other.push(caller, laptop.patch("v1", {}, {"/opinion": "符合"})).results
        assert answer.rev == 2
        assert other.push(caller, visit).results[0].done == 1


def test_that_a_file_that_rotted_in_any_place_is_not_backed_up(
    office: Office, place: Configuration, tmp_path: Path
) -> None:
    laptop = Laptop()
    visit = deliver_photo(office, office.enrol(laptop), laptop)
    spoil(office.central, visit.blobs[0].sha, b"something else")

    with pytest.raises(OutsideError, match="与收下时不一样"):
        backup.make(office.central, place.folder, tmp_path / "today.backup")


def test_that_a_database_with_something_in_it_is_left_alone(
    office: Office, place: Configuration, tmp_path: Path
) -> None:
    laptop = Laptop()
    deliver_photo(office, office.enrol(laptop), laptop)
    file = tmp_path / "today.backup"
    backup.make(office.central, place.folder, file)
    before = rows(office.central)
    url = address_of(place)

    with pytest.raises(UserError, match="已有内容"):
        backup.restore(file, Configuration(tmp_path / "again", url))
    assert not (tmp_path / "again").exists()
    assert rows(office.central) == before
