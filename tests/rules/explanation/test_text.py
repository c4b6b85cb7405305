"""The explanation in plain Chinese and as JSON."""

import json

from caseworker_app.model.determination import Reason
from caseworker_app.rules.determination import determine
from caseworker_app.rules.explanation.text import document, lines
from tests.rules.homes import flat, home, pension, person
from tests.rules.packs import PACK

FOUND = determine(home(person(), incomes=(pension("p1", 300),)), PACK)


def test_that_each_step_stands_below_what_it_serves() -> None:
    inner = Reason("低保标准", "1,301元/月", basis="自2025-01-23起，通知", source="standards.dibao")
    whole = Reason("补差", "1,001元", "1,301 − 300", ("DBM-23", "IM-12"), "", (inner,))
    assert list(lines(whole)) == [
        "补差：1,001元；1,301 − 300；DBM-23、IM-12",
        "　低保标准：1,301元/月；自2025-01-23起，通知",
    ]


def test_that_every_step_is_a_line_and_a_part() -> None:
    steps = flat(FOUND.reason)
    assert len(list(lines(FOUND.reason))) == len(steps)
    told = json.dumps(document(FOUND.reason), ensure_ascii=False)
    assert told.count('"label"') == len(steps)


def test_that_machines_get_the_source_of_each_number() -> None:
    told = json.dumps(document(FOUND.reason), ensure_ascii=False)
    assert '"source": "standards.dibao", "basis": "规则包未注明出处"' in told
    assert '"source": "/incomes/#i2"' in told
    assert '""' not in told
    assert "[]" not in told


def test_that_machines_get_each_part_of_a_step_and_nothing_that_is_empty() -> None:
    inner = Reason("低保标准", "1,301元/月", basis="自2025-01-23起，通知", source="standards.dibao")
    whole = Reason("补差", "1,001元", "1,301 − 300", ("DBM-23", "IM-12"), "/incomes", (inner,))
    assert document(whole) == {
        "label": "补差",
        "value": "1,001元",
        "formula": "1,301 − 300",
        "articles": ["DBM-23", "IM-12"],
        "source": "/incomes",
        "parts": [
            {
                "label": "低保标准",
                "value": "1,301元/月",
                "source": "standards.dibao",
                "basis": "自2025-01-23起，通知",
            }
        ],
    }
