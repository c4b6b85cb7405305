from dataclasses import replace

from caseworker_app.demo.clock import DemoClock
from caseworker_app.model.paper import FORMS
from caseworker_app.store import paper
from caseworker_app.wire.message import NumberBlock, Spent
from caseworker_app.workflow import numbers, session
from caseworker_app.workflow.workspace import Office, Workspace
from tests.workflow.conftest import PASSPHRASE


def test_that_a_store_of_before_gets_numbers_of_every_form_when_it_is_opened(
    ws: Workspace,
) -> None:
    with ws.database.write() as connection:
        connection.exec_driver_sql("DELETE FROM number_block WHERE form <> 'F01'")
    assert numbers.lacks_own(ws)
    session.lock(ws)

    again = session.unlock(ws.folder, PASSPHRASE, DemoClock())

    assert not numbers.lacks_own(again)
    with again.database.read() as connection:
        assert all(paper.remaining(connection, form, 2027) == 99_999 for form in FORMS)
    session.lock(again)


def test_that_more_is_asked_for_while_some_are_left(ws: Workspace) -> None:
    with ws.database.write() as connection:
        numbers.take(connection, [NumberBlock("F10", 2026, 1, 51)])
        assert Spent("F10", 2026, 51) not in numbers.running_out(ws)
        assert Spent("F10", 2027, 0) in numbers.running_out(ws)
        assert paper.next_number(connection, "F10", 2026, "330106").endswith("-000001")

    assert Spent("F10", 2026, 51) in numbers.running_out(ws)


def test_that_an_office_allots_and_the_laptop_does_not(ws: Workspace) -> None:
    enrolled = replace(ws, office=Office("http://localhost", b""))
    with ws.database.write() as connection:
        connection.exec_driver_sql("DELETE FROM number_block")

    assert not numbers.lacks_own(enrolled)
    assert {spent.form for spent in numbers.running_out(enrolled)} == set(FORMS)
