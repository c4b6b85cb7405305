"""An office's texts for forms come with its rules and stand on papers of their place and day."""

from datetime import date

import pytest

from caseworker_app.demo.clock import DAY
from caseworker_app.documents.form import local
from caseworker_app.errors import UserError
from caseworker_app.server import publishing
from caseworker_app.store import published
from caseworker_app.wire.canonical import sha256
from caseworker_app.wire.manifest import Item
from caseworker_app.workflow.papers import empty, local_words
from caseworker_app.workflow.renewal import Renewal
from tests.server import editions
from tests.workflow.edition.office import NEXT_YEAR, Bureau

_TEXT = """
[[wordings]]
name = "remedies"
since = {since}
region = "{region}"
text = "不服本决定的，可向云溪县人民政府申请行政复议。"
"""


def _texts(since: date = DAY, region: str = "33") -> str:
    return _TEXT.format(since=since, region=region)


def _publish(bureau: Bureau, text: str, since: date, name: str = "common") -> None:
    data = text.encode()
    item = Item(f"forms/{name}.toml", sha256(data), len(data), since)
    made = editions.signed(bureau.central, bureau.key, item)
    publishing.publish(bureau.central, made, {item.sha: data}, "admin")


@pytest.mark.parametrize(
    ("since", "region", "is_ours"),
    [(DAY, "33", True), (DAY, "", True), (NEXT_YEAR, "33", False), (DAY, "23", False)],
)
def test_that_a_text_stands_where_and_when_it_holds(
    bureau: Bureau, since: date, region: str, *, is_ours: bool
) -> None:
    _publish(bureau, _texts(since, region), since)

    assert bureau.deliver() == Renewal(files=1)
    with bureau.open() as ws, ws.database.read() as connection:
        home = bureau.homes[0].household.id
        told = empty.drawn(connection, ws, home, "F10").wording("remedies")
        assert ("云溪县人民政府" in told) is is_ours
        assert local_words.read(connection, "F10").parts == local.form("F10", ()).parts
    assert bureau.deliver() == Renewal()


def test_that_a_form_without_texts_of_the_office_is_as_it_ships(bureau: Bureau) -> None:
    _publish(bureau, _texts(), DAY, "F10")
    bureau.deliver()

    with bureau.open() as ws, ws.database.read() as connection:
        assert local_words.read(connection, "F11") is local.form("F11", ())
        assert local_words.read(connection, "F10").wordings[0].region == "33"


@pytest.mark.parametrize(
    ("code", "text", "said"),
    [
        ("common", _texts().replace("remedies", "nothing"), "common.toml: wordings 第 1 段 name"),
        ("common", _texts(region="浙江"), "common.toml: wordings 第 1 段 region = '浙江'"),
        ("F10", _texts().replace("云溪县", "{county}"), "text 里的 {county}"),
        ("F10", _texts() + "colour = 1\n", "F10.toml: 文书文字读不懂"),
        ("F10", "wordings = []", "缺少 wordings"),
        ("F10", "[[[", "F10.toml: 文书文字读不懂"),
        ("F99", _texts(), "没有编号为 F99 的文书"),
        ("F10", _texts().replace("不服", "不" * 4001), "不超过 4000 字"),
    ],
)
def test_that_a_bad_text_is_refused_with_file_place_and_reason(
    bureau: Bureau, code: str, text: str, said: str
) -> None:
    with pytest.raises(UserError) as caught:
        local.read(text, code)
    assert said in str(caught.value)

    _publish(bureau, text, DAY, code)
    assert said in bureau.deliver().refused
    with bureau.open() as ws, ws.database.read() as connection:
        assert published.texts(connection) == {}


def test_that_a_text_does_not_hold_before_the_day_of_the_list(bureau: Bureau) -> None:
    _publish(bureau, _texts(DAY), NEXT_YEAR)

    assert "施行日期 2027-01-01 与文件里写的日期不合" in bureau.deliver().refused
