"""What only PostgreSQL and an object store can do wrong, and what each setting says when it is."""

import subprocess
import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

import pytest
import requests
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import select

from caseworker_app.errors import OutsideError, UserError
from caseworker_app.server import audit, intake, receipts, run
from caseworker_app.server.bucket import BlobBucket
from caseworker_app.server.central import Central, Configuration, open_central
from caseworker_app.server.tables import metadata, oplog
from caseworker_app.wire.canonical import canonical, sha256
from caseworker_app.wire.message import OpsAnswer
from caseworker_app.wire.operation import document
from caseworker_app.wire.problem import ProblemError, ProblemType
from tests.server.conftest import Office
from tests.server.laptop import Laptop
from tests.server.remote import Remote

PLACES = ("remote",)
NOWHERE = "http://127.0.0.1:9"
PROGRAM = """
import sys
from pathlib import Path
from caseworker_app.server.central import Configuration
from caseworker_app.server.run import serve
if __name__ == "__main__":
    folder, database, files = sys.argv[1:]
    serve(Configuration(Path(folder), database, files, workers=2),
          lambda url: print(url, flush=True), until_input_closes=True)
"""


def test_that_two_servers_taking_the_same_at_once_take_it_once(
    office: Office, place: Configuration
) -> None:
    laptop = Laptop()
    caller = office.enrol(laptop)
    visits = [laptop.visit(f"v{n}", office.homes[0]) for n in range(12)]
    sent = [document(canonical(visit)) for visit in visits]
    other = open_central(place)

    def deliver(central: Central) -> OpsAnswer:
        return receipts.answer(central, caller, intake.take(central, caller, sent))

    with ThreadPoolExecutor(8) as pool:
        answers = list(pool.map(deliver, [office.central, other] * 8))
    other.close()

    assert {answer.results for answer in answers} == {answers[0].results}
    with office.central.database.read() as connection:
        seqs = connection.scalars(select(oplog.c.seq).order_by(oplog.c.seq)).all()
        assert audit.checked(connection).broken_at is None
    assert seqs == list(range(1, len(seqs) + 1))


def test_that_a_reader_sees_one_moment(office: Office) -> None:
    laptop = Laptop()
    caller = office.enrol(laptop)
    count = select(oplog.c.seq)
    with office.central.database.read() as connection:
        before = connection.scalars(count).all()
        office.push(caller, laptop.visit("v1", office.homes[0]))
        assert connection.scalars(count).all() == before


def test_that_a_commit_is_on_the_disk_whatever_the_installation_says(
    office: Office, place: Configuration
) -> None:
    habit = "ALTER ROLE CURRENT_USER SET synchronous_commit = "
    with office.central.database.reshape() as connection:
        connection.exec_driver_sql(f"{habit}off")
    again = open_central(place)
    with again.database.read() as connection:
        assert connection.exec_driver_sql("SHOW synchronous_commit").scalar() == "on"
    again.close()
    with office.central.database.reshape() as connection:
        connection.exec_driver_sql(f"{habit}DEFAULT")


def test_that_the_scripts_make_the_same_tables_here(office: Office) -> None:
    with office.central.database.read() as connection:
        assert compare_metadata(MigrationContext.configure(connection), metadata) == []


def test_that_a_database_is_not_served_with_the_key_of_another(
    office: Office, place: Configuration, tmp_path: Path
) -> None:
    with pytest.raises(OutsideError, match="另一台服务器"):
        open_central(replace(place, folder=tmp_path / "other"))


def test_that_a_file_of_the_store_that_went_bad_is_not_handed_out_and_can_be_sent_again(
    office: Office,
) -> None:
    files, sha = office.central.files, sha256(b"one")
    assert isinstance(files, BlobBucket)
    files.put([(sha, b"one"), (sha256(b"two"), b"two")])
    files._write(sha, b"bad", "overwrite")

    assert files.read(sha) is None
    files.put([(sha, b"one")])
    assert files.read(sha) == b"one"
    assert files.read(sha256(b"never")) is None


def test_that_what_is_in_the_store_is_not_written_over(office: Office) -> None:
    files, sha = office.central.files, sha256(b"one")
    assert isinstance(files, BlobBucket)
    files.put([(sha, b"one")])

    assert not files._write(sha, b"other", "create")
    assert files.read(sha) == b"one"


def test_that_nothing_is_acknowledged_while_the_store_is_away(far: Remote) -> None:
    files = BlobBucket(f"s3://office/x?endpoint={NOWHERE}")
    with pytest.raises(ProblemError) as refused:
        files.put([(sha256(b"one"), b"one")])

    assert refused.value.kind is ProblemType.BUSY


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"url": "oracle://x/y"}, "postgresql://"),
        ({"url": "nonsense"}, "postgresql://"),
        ({"files": "s3://"}, "s3://存储桶"),
        ({"files": "s3://b?secret=x"}, "环境变量"),
        ({"workers": 2}, "PostgreSQL"),
    ],
)
def test_that_a_wrong_setting_says_what_to_write(
    tmp_path: Path, change: dict[str, object], said: str
) -> None:
    wrong = replace(Configuration(tmp_path), **change)  # type: ignore[arg-type]  # any setting
    with pytest.raises(UserError, match=said):
        run.serve(wrong, print)


def test_that_what_is_away_is_named_without_its_password(tmp_path: Path) -> None:
    away = Configuration(tmp_path, "postgresql://who:secret@127.0.0.1:9/office")
    with pytest.raises(OutsideError, match="连不上") as refused:
        open_central(away)

    assert "secret" not in str(refused.value)


def test_that_a_store_that_takes_nothing_is_told_at_the_start(far: Remote, tmp_path: Path) -> None:
    with pytest.raises(OutsideError, match="不能写入"):
        open_central(Configuration(tmp_path, files=f"s3://nobody?endpoint={far.store}"))


@contextmanager
def two_workers(place: Configuration) -> Iterator["subprocess.Popen[str]"]:
    command = [sys.executable, "-c", PROGRAM, str(place.folder), place.url, place.files]
    with subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    ) as process:
        yield process


def test_that_several_processes_answer_on_one_port_and_end_together(place: Configuration) -> None:
    with two_workers(place) as process:
        assert process.stdout is not None
        url = process.stdout.readline().strip()
        answers = [requests.post(f"{url}/v1/nothing", timeout=20) for _ in range(4)]
        _, errors = process.communicate(timeout=20)

    assert ({answer.status_code for answer in answers}, errors) == ({404}, "")
    assert process.returncode == 0
