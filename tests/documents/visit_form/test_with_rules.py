"""The form with what the rules really answer."""

import re
from collections.abc import Callable
from dataclasses import replace

from caseworker_app.documents.visit_form import VisitForm, render
from caseworker_app.intake.pack_file import shipped
from caseworker_app.rules.determination import determine
from caseworker_app.rules.status import economic_status


def _decided(form: VisitForm) -> VisitForm:
    pack = shipped()
    return replace(form, determination=determine(economic_status(form.visit, pack), pack))


def test_that_the_calculation_names_people_and_speaks_no_code(
    full: VisitForm, read: Callable[[bytes], list[str]]
) -> None:
    text = "".join("".join(read(render(_decided(full)))).split())

    assert "沈䶮生城乡居民养老金" in text
    assert "韩㛃免于推算" in text
    assert "认定结论" in text
    assert re.findall(r"(?<![A-Za-z0-9])[a-z]+_[a-z_]+", text) == []
    assert re.findall(r"(?<![A-Za-z0-9])[mox]\d(?![0-9])", text) == []


def test_that_the_determined_amount_is_the_printed_one(
    plain: VisitForm, read: Callable[[bytes], list[str]]
) -> None:
    form = _decided(plain)
    text = "".join("".join(read(render(form))).split())

    assert f"{form.determination.monthly // 100:,}元（人民币" in text
    assert form.determination.category.zh in text
