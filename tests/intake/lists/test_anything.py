"""Whatever a file holds: a sentence, or every row taken or refused; never a crash, never lost."""

import csv
import io
import random
import tempfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings, strategies as st

from caseworker_app.errors import UserError
from caseworker_app.intake import lists
from caseworker_app.intake.lists.layout import lay_out
from caseworker_app.intake.table import reader
from caseworker_app.model.source import Source
from tests.intake.lists.making import SENDER, TODAY, judged, number, people, person, workbook

_SOURCE = Source("部门", TODAY, "批", TODAY)
_CELLS = st.one_of(
    st.text(max_size=20),
    st.sampled_from(
        ["", "-", "是", "2026-10-31", "3.3E+17", "1/2", "浙A12345", "=1", "\ue000", number(1)]
    ),
    st.integers(0, 10**18).map(str),
)
_SEED = 20261122
_MUTANTS = 40


@settings(max_examples=60, suppress_health_check=[HealthCheck.too_slow])
@pytest.mark.parametrize("kind", lists.KINDS)
@given(data=st.data())
def test_that_every_row_of_a_random_table_comes_out_once(kind: str, data: st.DataObject) -> None:
    table = lists.FORMS[kind]
    headings = list(lists.headings_of(kind))
    rows = data.draw(st.lists(st.lists(_CELLS, max_size=len(headings) + 1), max_size=8))
    layout = lay_out(table, headings, lists.Mapping())
    judge = lists.judge_of(kind, layout, _SOURCE, SENDER)
    judge.look_ahead(rows)

    outcomes = [*judge.rows(enumerate(rows)), *judge.end()]

    found = [row for one in outcomes if isinstance(one, lists.Taken) for row in one.rows]
    found += [one.row for one in outcomes if isinstance(one, lists.Refused)]
    assert sorted(found) == list(range(len(rows)))
    assert all(one.faults for one in outcomes if isinstance(one, lists.Refused))


@settings(max_examples=150, suppress_health_check=[HealthCheck.too_slow])
@given(
    start=st.sampled_from([b"", b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", b"\xff\xfe"]),
    data=st.binary(max_size=400),
)
def test_that_random_bytes_are_a_sentence_or_rows(start: bytes, data: bytes) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "a.csv"
        path.write_bytes(start + data)
        told, read = "a.csv", []
        try:
            _, rows = reader._opened(path, frozenset(("姓名", "户号")))
            read = list(rows)
        except UserError as error:
            told = str(error)
        assert "a.csv" in told
        assert [number for number, _ in read] == list(range(1, len(read) + 1))


@settings(max_examples=100)
@given(
    rows=st.lists(
        st.lists(st.text(st.characters(exclude_categories=["Cs"]), max_size=12), min_size=3,
                 max_size=3),
        max_size=8,
    ),
    encoding=st.sampled_from(["utf-8", "utf-8-sig", "gb18030", "utf-16"]),
)  # fmt: skip
def test_that_a_text_comes_back_as_it_was_written(rows: list[list[str]], encoding: str) -> None:
    rows = [list(people()[0]), *([c.replace("\0", "") for c in row] for row in rows)]
    text = io.StringIO()
    csv.writer(text, quoting=csv.QUOTE_ALL).writerows(rows)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "a.csv"
        path.write_bytes(text.getvalue().encode(encoding))

        found, read = reader._opened(path, frozenset(people()[0]))
        assert [row for _, row in read] == rows
        assert found["encoding"] == encoding or text.getvalue().isascii() or encoding == "gb18030"


def test_that_mutated_workbooks_never_crash_nor_lose_a_row(tmp_path: Path) -> None:
    good = workbook(tmp_path / "good.xlsx", 表=people(*(person(n) for n in range(1, 30))))
    bytes_ = good.read_bytes()
    dice = random.Random(_SEED)
    path = tmp_path / "mutant.xlsx"
    told = []
    for _ in range(_MUTANTS):
        path.write_bytes(_mutated(bytes_, dice))
        told += _told(path)

    assert len(told) > _MUTANTS // 2
    assert all("mutant.xlsx" in sentence for sentence in told)


def test_that_mutated_texts_never_crash_nor_lose_a_row(tmp_path: Path) -> None:
    rows = "\r\n".join(",".join(row) for row in people(*(person(n) for n in range(1, 30))))
    dice = random.Random(_SEED)
    path = tmp_path / "mutant.csv"
    for _ in range(_MUTANTS // 2):
        path.write_bytes(_mutated(rows.encode("gb18030"), dice))
        assert all("mutant.csv" in sentence for sentence in _told(path))


def _told(path: Path) -> list[str]:
    """Return the sentence by which a list is refused; where it is read, no row is lost."""
    try:
        judged(path)
    except UserError as error:
        return [str(error)]
    return []


def _mutated(data: bytes, dice: random.Random) -> bytes:
    changed = bytearray(data)
    for _ in range(dice.randint(1, 6)):
        at = dice.randrange(len(changed))
        match dice.randrange(4):
            case 0:
                changed[at] = dice.randrange(256)
            case 1:
                del changed[at : at + dice.randint(1, 50)]
            case 2:
                changed[at:at] = bytes(dice.randrange(256) for _ in range(dice.randint(1, 9)))
            case _:
                end = at + dice.randint(1, 200)
                changed[at:at] = changed[at:end]
    return bytes(changed)
