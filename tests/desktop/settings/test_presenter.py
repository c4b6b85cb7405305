import tomllib
from datetime import date
from pathlib import Path

from caseworker_app.desktop.settings import presenter
from caseworker_app.desktop.settings.licences import LIBRARIES, licences
from caseworker_app.desktop.settings.presenter import Facts
from caseworker_app.model.codes import Residence
from caseworker_app.rules.policy.changes import Change
from caseworker_app.settings import Settings

FACTS = Facts(
    person="陈敏",
    unit="示范街道",
    server="https://dibao.example.gov.cn",
    device="0198-1",
    last_contact="2026-11-20 09:12",
    pack="示范规则包（ZJ-DEMO-2025）",
    pack_span="2025年1月23日至2026年12月31日",
    pack_since="2026年11月1日",
    pack_digest="c26b5823" * 8,
    changes=(
        Change(date(2027, 1, 1), Residence.URBAN, "低保标准", "1,206 元", "1,260 元", "9号"),
        *(Change(date(2027, 7, day), None, f"第 {day} 项", "", "1", "") for day in (1, 2, 3)),
    ),
    folder="/data/caseworker",
    pack_source="办公室发布",
    published=("明年规则包（ZJ-DEMO-2027），自2027年1月1日起执行，11月22日 10:32收到",),
    version="0.1.0",
)  # fmt: skip


def test_that_the_large_version_offers_only_large_sizes() -> None:
    assert presenter.scales(large=True)[0] == ("150", "150%")
    assert presenter.scales(large=False)[0] == ("100", "100%")
    assert presenter.shown_scale(Settings(scale=100, large_type=True)) == 150


def test_that_a_term_set_elsewhere_is_offered_as_well() -> None:
    assert ("7", "7 分钟") in presenter.minutes(7)
    assert ("0", "不自动锁定") in presenter.minutes(0)
    assert ("0", "不自动锁定") not in presenter.minutes(5)


def test_that_each_field_of_a_new_passphrase_says_what_is_wrong() -> None:
    assert set(presenter.faults("", "短", "别的")) == {"old", "new", "again"}
    assert set(presenter.faults("山高水长2026", "山高水长2026", "山高水长2026")) == {"new"}
    assert presenter.faults("山高水长2026", "村口老樟树2026", "村口老樟树2026") == {}


def test_that_the_office_and_the_rules_are_told_in_words() -> None:
    office = {line.name: line.text for line in presenter.office_lines(FACTS)}
    assert office["登记状态"] == "已登记"
    assert office["最近联系"] == "2026-11-20 09:12"
    (first, *rest) = presenter.change_lines(FACTS.changes, every=False)
    assert first.day == "2027年1月1日起"
    assert first.text == f"低保标准（{Residence.URBAN.zh}）　1,206 元 → 1,260 元"
    assert len(rest) == 2
    assert len(presenter.change_lines(FACTS.changes, every=True)) == 4
    assert presenter.has_more(FACTS.changes)


def test_that_every_library_we_depend_on_has_its_licence() -> None:
    project = tomllib.loads(Path("pyproject.toml").read_text("utf-8"))["project"]
    asked = {line.partition("==")[0] for line in project["dependencies"]}

    assert asked == set(LIBRARIES)
    for one in licences():
        assert len(one.text) > 5, one.name
