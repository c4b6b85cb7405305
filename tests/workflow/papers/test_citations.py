"""What the letters cite: articles the table of law has, in force since the wording's day."""

import re
import tomllib
from datetime import date

import pytest

from caseworker_app.codes import table
from caseworker_app.documents import form as forms, words
from caseworker_app.documents.form.description import Wording, common
from caseworker_app.paths import resource
from caseworker_app.rules import law
from tests.rules.packs import PACK

LETTERS = ("F04", "F06", "F06a", "F06b", "F07", "F08", "F09", "F14", "F17")
_CITED = re.compile(r"《([^》]+)》((?:(?:、)?第[^条项、，。]+[条项])*)")
_PLACE = re.compile(r"第[^条项、，。]+[条项]")
_NATION = "中华人民共和国"


def _wordings() -> list[tuple[str, Wording]]:
    own = [(code, one) for code in LETTERS for one in forms.read(code).wordings]
    return [*own, *(("common", one) for one in common())]


def _known() -> dict[tuple[str, str], str]:
    """Return instrument and article → code."""
    found: dict[tuple[str, str], str] = {}
    for row in table("legal_basis"):
        instrument, places = words.article(row["code"]).removeprefix("《").split("》")
        found |= {(instrument, place): row["code"] for place in _PLACE.findall(places)}
    return found


@pytest.mark.parametrize(("code", "wording"), _wordings())
def test_that_a_wording_cites_articles_in_force_on_its_day(code: str, wording: Wording) -> None:
    known = _known()
    for instrument, places in _CITED.findall(wording.text):
        for place in _PLACE.findall(places):
            cited = known[instrument.removeprefix(_NATION), place]
            assert law.in_force(cited, wording.since, PACK), (code, wording.name, cited)


def test_that_the_new_law_is_cited_from_its_first_day_and_the_old_measures_before() -> None:
    last, first = date(2026, 6, 30), date(2026, 7, 1)
    for code in LETTERS:
        form = forms.read(code)
        assert "社会救助法" not in form.wording("basis", last, "330106010007"), code
        assert "社会救助法" in form.wording("basis", first, "330106010007"), code
    assert "《社会救助暂行办法》第六十五条" in forms.read("F06").wording("remedies", last, "33")
    assert "社会救助法》第七十六条" in forms.read("F06").wording("remedies", first, "33")


@pytest.mark.parametrize("day", [date(2020, 1, 1), date(2025, 1, 1), date(2026, 12, 1)])
def test_that_the_remedies_tell_the_time_limits_of_the_law(day: date) -> None:
    limits = PACK.time_limits.limits
    told = forms.read("F07").wording("remedies", day, "330106010007")

    days = [int(n) for n in re.findall(r"(\d+)日内", told)]
    months = [int(n) for n in re.findall(r"(\d+)个月内", told)]
    after = limits["lawsuit_after_reconsideration"].length
    assert (days, months) == ([limits["reconsideration"].length, after], [limits["lawsuit"].length])


def test_that_what_the_file_says_is_what_is_read() -> None:
    with resource("forms", "F07.toml").open("rb") as file:
        told = tomllib.load(file)
    assert [e["name"] for e in told["entries"]] == [e.name for e in forms.read("F07").entries]
