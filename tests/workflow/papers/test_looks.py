"""The pictures notice what a reader would: a digit, a character, a line of a table."""

from collections.abc import Callable
from copy import deepcopy
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest

from caseworker_app.documents import form as forms
from caseworker_app.documents.form import Filled
from caseworker_app.model.values import Json
from caseworker_app.rules.policy.pack import Pack
from tests.workflow.papers import looks
from tests.workflow.papers.cases import cases
from tests.workflow.papers.test_forms import filled


@pytest.fixture(scope="module")
def papers(pack: Pack) -> dict[str, Filled]:
    home = cases(pack)["full"]
    return {code: filled(code, home) for code in ("F05", "F06", "F13")}


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(looks, "FOLDER", tmp_path)
    monkeypatch.delenv("CASEWORKER_PICTURES", raising=False)


def _take(monkeypatch: pytest.MonkeyPatch, paper: Filled) -> None:
    with monkeypatch.context() as taking:
        taking.setenv("CASEWORKER_PICTURES", "anew")
        looks.compare("paper", forms.render(paper))


def _amount(paper: Filled, value: Json) -> Filled:
    return _cell(paper, "households", "monthly", value)


def _fine(paper: Filled, value: Json) -> Filled:
    return _cell(paper, "steps", "article", value)


def _sentence(paper: Filled, value: Json) -> Filled:
    return replace(paper, entries={**paper.entries, "heard": value})


def _cell(paper: Filled, entry: str, column: str, value: Json) -> Filled:
    """Return the paper with another value in the fourth row of a table."""
    rows = deepcopy(paper.entries[entry])
    assert isinstance(rows, list)
    row = rows[3]
    assert isinstance(row, dict)
    row[column] = value
    return replace(paper, entries={**paper.entries, entry: rows})


@pytest.mark.parametrize(
    ("code", "write", "before", "after"),
    [
        ("F13", _amount, 100000, 700000),
        ("F13", _amount, 300000, 800000),
        ("F13", _amount, 138800, 138300),
        ("F06", _sentence, "已经核实。", "己经核实。"),
        ("F06", _sentence, "未采纳。", "末采纳。"),
        ("F06", _sentence, "本土人士。", "本土人土。"),
        ("F05", _fine, "第1条", "第7条"),
        ("F05", _fine, "今日", "今目"),
    ],
)
def test_that_one_changed_character_is_noticed(
    monkeypatch: pytest.MonkeyPatch,
    papers: dict[str, Filled],
    code: str,
    write: Callable[[Filled, Json], Filled],
    before: Json,
    after: Json,
) -> None:
    paper = papers[code]
    _take(monkeypatch, write(paper, before))

    looks.compare("paper", forms.render(write(paper, before)))
    with pytest.raises(AssertionError, match="looks otherwise"):
        looks.compare("paper", forms.render(write(paper, after)))


def test_that_a_missing_line_of_a_table_is_noticed(
    monkeypatch: pytest.MonkeyPatch, papers: dict[str, Filled]
) -> None:
    notice = papers["F13"]
    rows = notice.entries["households"]
    assert isinstance(rows, list)
    _take(monkeypatch, notice)

    shorter = replace(notice, entries={**notice.entries, "households": rows[:-1]})
    with pytest.raises(AssertionError, match="looks otherwise"):
        looks.compare("paper", forms.render(shorter))


@pytest.mark.parametrize("code", ["F05", "F06", "F13"])
def test_that_the_rounding_of_another_processor_is_not(
    monkeypatch: pytest.MonkeyPatch, papers: dict[str, Filled], code: str
) -> None:
    """A hundred thousandth of a point: more than binary fractions of four bytes lose."""
    _take(monkeypatch, papers[code])
    moved = BytesIO()
    with pikepdf.open(BytesIO(forms.render(papers[code]))) as pdf:
        for page in pdf.pages:
            page.contents_add(b"1 0 0 1 0.00001 0.00001 cm\n", prepend=True)
        pdf.save(moved)

    looks.compare("paper", moved.getvalue())
