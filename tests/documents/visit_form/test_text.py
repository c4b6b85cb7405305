from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest

from caseworker_app.documents.visit_form import VisitForm, render
from caseworker_app.errors import UserError
from caseworker_app.model.codes import IncomeKind
from caseworker_app.model.economy import Income
from caseworker_app.rules import living

Read = Callable[[bytes], list[str]]


def _flat(pages: list[str]) -> str:
    return "".join("".join(pages).split())


def test_that_names_figures_and_articles_can_be_read_and_searched(
    full: VisitForm, read: Read
) -> None:
    text = _flat(read(render(full)))

    for words in (
        "社会救助家庭入户调查（核查）表",
        "330106-2026-F01-000123",
        "ZJ330106202100317",
        "杭州市西湖区文新街道骆家庄社区",
        "沈玉兰",
        "1,120.50/月",
        "+270.50/月",
        "每月143元不计入",
        "未申报，核查发现",
        "12,345.67",
        "1,000元（人民币壹仟元整）",
        "276.67元",
        "肢体残疾二级",
        "不计入：服刑",
        "不计入：已出售并交付，限期过户",
        "浙A·8K21Q",
        "截至2026年11月3日",
        "佐证照片2张：2.车辆转让协议、3.买方身份证明",
        "数据已过期，不得单独据以停减",
        "户籍分立但依法为共同生活成员",
        "《社会救助法》第十八条、第二十条",
        "仅用于社会救助审核，依法保密",
        "ZJ-DEMO-2025，c0ffee12ab34",
        "陈敏2026年11月20日10:10",
        "2026年11月20日10:35",
    ):
        assert words in text, words


def test_that_a_yearly_income_is_compared_by_the_year(full: VisitForm, read: Read) -> None:
    said = Income("i3", "m1", IncomeKind.PROPERTY, "土地流转", annual=90000)
    declaration = replace(full.declaration, incomes=(*full.declaration.incomes, said))
    text = _flat(read(render(replace(full, declaration=declaration))))

    assert "900/年1,200/年+300/年" in text


def test_that_rare_names_come_out_as_the_right_characters(plain: VisitForm, read: Read) -> None:
    text = _flat(read(render(plain)))

    for name in ("沈䶮生", "韩㛃", "沈𬭩𪚥"):
        assert name in text


def test_that_every_choice_of_the_living_conditions_is_printed(
    plain: VisitForm, read: Read
) -> None:
    text = _flat(read(render(plain)))

    for choices in living.CHOICES.values():
        for _, words in choices:
            assert "".join(words.replace(", ", "，").split()) in text


def test_that_every_section_is_there_in_order(full: VisitForm, read: Read) -> None:
    text = _flat(read(render(full)))

    places = [
        text.index(first)
        for first in (
            "户主姓名",
            "健康与残疾",
            "非共同生活的法定赡养、抚养、扶养义务人",
            "收入类别",
            "生活支出",
            "房屋坐落",
            "居住方式",
            "差异事项",
            "访问对象",
            "核定人口",
            "在场成员已阅看",
            "4.厨房",
        )
    ]
    assert places == sorted(places)


def test_that_each_page_says_which_of_how_many_it_is(full: VisitForm, read: Read) -> None:
    pages = read(render(full))

    assert len(pages) > 3
    for number, page in enumerate(pages, 1):
        assert f"第{number}页共{len(pages)}页" in _flat([page])


def test_that_nothing_found_and_nobody_owing_is_said_in_words(plain: VisitForm, read: Read) -> None:
    text = _flat(read(render(plain)))

    assert "家庭申报与部门数据一致，无差异" in text
    assert "扶养义务人：无" in text
    assert "本次未作邻里访问" in text


def test_that_the_right_to_be_heard_follows_the_law_of_the_day(full: VisitForm, read: Read) -> None:
    before = replace(full, determination=replace(full.determination, as_of=date(2026, 6, 30)))

    assert "应当听取当事人意见" in _flat(read(render(full)))
    assert "应当听取当事人意见" not in _flat(read(render(before)))
    assert "书面说明理由并告知当事人" in _flat(read(render(before)))


def test_that_a_rise_needs_no_hearing(plain: VisitForm, read: Read) -> None:
    text = _flat(read(render(plain)))

    assert "听取当事人意见" not in text
    assert "60日内申请行政复议" in text


def test_that_a_refusal_to_sign_is_printed(full: VisitForm, read: Read) -> None:
    note = "户主称需与子女商量，拒绝签名；见证人骆晓芬、王阿姨。"
    refused = replace(full, visit=replace(full.visit, signatures=(), unsigned=note))

    assert note in _flat(read(render(refused)))
    assert "未签名说明" not in _flat(read(render(full)))


def test_that_a_character_without_glyph_is_refused_by_name(plain: VisitForm) -> None:
    visit = replace(plain.visit, opinion="情况属实😀")

    with pytest.raises(UserError, match=r"“😀”.*栏目：“调查结论与建议·调查意见”，"):
        render(replace(plain, visit=visit))


def test_that_a_character_without_glyph_is_named_in_the_heading_too(plain: VisitForm) -> None:
    home = replace(plain.visit.household, village="😀村")

    with pytest.raises(UserError, match="栏目：“表头”"):
        render(replace(plain, visit=replace(plain.visit, household=home)))


@pytest.mark.parametrize(
    "photo",
    [
        pytest.param(b"\xff\xd8\xff\xe0 broken", id="cut"),
        pytest.param(b"\xff\xd8\xff\xc0\x00\x11\x08\x00\x00\x00\x09\x03", id="no height"),
    ],
)
def test_that_a_broken_photo_is_refused_by_its_caption(full: VisitForm, photo: bytes) -> None:
    sha = full.visit.attachments[1].sha

    with pytest.raises(UserError, match="车辆转让协议"):
        render(replace(full, photos={**full.photos, sha: photo}))


def test_that_photos_left_in_the_file_are_counted(full: VisitForm, read: Read) -> None:
    assert "4张现场照片存于本户电子档案" in _flat(read(render(replace(full, photos={}))))


def test_that_every_page_of_practice_says_that_it_proves_nothing(
    full: VisitForm, read: Read
) -> None:
    practised = read(render(replace(full, is_practice=True)))

    assert all("练习用无效" in "".join(page.split()) for page in practised)
    assert "练习" not in _flat(read(render(full)))
