"""``caseworker cases``: answers worked cases, one row each, and compares with what was expected."""

import argparse
import sys
from collections.abc import Sequence

from caseworker_app.cli import output
from caseworker_app.cli.case_words import sentence
from caseworker_app.cli.output import plain
from caseworker_app.intake import pack_file
from caseworker_app.intake.answers import Answered, Check, answer_all
from caseworker_app.intake.cases import read_cases
from caseworker_app.intake.text_file import read_text
from caseworker_app.rules.explanation import text as explain_text


def run(wanted: argparse.Namespace) -> int:
    """Answer every case of the files; 1 where an expected value does not agree."""
    pack = pack_file.chosen(wanted.pack)
    read = [read_cases(read_text(path), path.name) for path in wanted.files]
    for remark in (unused for file in read for unused in file.unused):
        print(remark, file=sys.stderr)
    answered = answer_all((case for file in read for case in file.cases), pack)
    agree = all(case.agrees for case in answered)
    if wanted.json:
        rows = [_document(case, explain=wanted.explain) for case in answered]
        output.document({"pack": pack.id, "pack_hash": pack.hash, "agree": agree, "cases": rows})
    else:
        for case in answered:
            _tell(case)
            if wanted.explain and case.reason:
                output.say("\n".join(explain_text.lines(case.reason)))
        output.say(_sum(answered))
    return 0 if agree else 1


def _sum(answered: Sequence[Answered]) -> str:
    """Return how many cases agree; one without expected values neither agrees nor not."""
    compared = [case for case in answered if case.checks]
    wrong = sum(not case.agrees for case in compared)
    told = f"{wrong} 例不符" if wrong else "全部相符" if compared else ""
    unsaid = len(answered) - len(compared)
    left = f"{unsaid} 例未给出应得结果" if unsaid else ""
    return "，".join(filter(None, (f"共 {len(answered)} 例", told, left)))


def _document(case: Answered, *, explain: bool) -> dict[str, object]:
    shown = {"explanation": explain_text.document(case.reason)} if explain and case.reason else {}
    return {
        "id": case.id,
        "title": case.title,
        **{field: plain(value) for field, value in case.values.items()},
        "articles": list(case.articles),
        "agrees": case.agrees if case.checks else None,
        "checks": {check.field: check.agrees for check in case.checks},
        "differences": [
            {
                "field": check.field,
                "expected": plain(check.expected),
                "actual": plain(check.actual),
            }
            for check in case.checks
            if not check.agrees
        ],
        "remarks": [remark.text for remark in case.remarks],
        **shown,
    }


def _tell(case: Answered) -> None:
    mark = "" if not case.checks else "相符  " if case.agrees else "不符  "
    output.say(f"{case.id}  {mark}{sentence(case.values)}  {' '.join(case.articles)}")
    for check in case.checks:
        if not check.agrees:
            _tell_difference(check)


def _tell_difference(check: Check) -> None:
    output.say(f"      {check.field}：应为 {plain(check.expected)}，算得 {plain(check.actual)}")
