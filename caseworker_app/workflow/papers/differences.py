"""Entries about the differences between declaration and registers, and what came of them."""

from collections.abc import Iterator

from caseworker_app import codes
from caseworker_app.documents import words
from caseworker_app.documents.visit_form.differences import answer
from caseworker_app.model.codes import DiscrepancyState
from caseworker_app.model.discrepancy import Discrepancy, Explanation
from caseworker_app.model.values import Json
from caseworker_app.workflow.papers.case import Case
from caseworker_app.workflow.papers.entry import Entries

_ADOPTED, _LETTER = "□采纳\n□部分采纳\n□不采纳", "□需要\n□不需要"
_CLOSED = frozenset({DiscrepancyState.CONFIRMED, DiscrepancyState.REFUTED})
_BELIEVED = frozenset({"registry_wrong", "no_effect", "exempt"})
"""Conclusions by which what the household says of a difference is taken for true."""


def _batches(case: Case) -> Json:
    found = {one.source.batch for one in case.discrepancies if one.source}
    return "、".join(sorted(found))


def _differences(case: Case) -> Json:
    """Return what was found to differ: no more than the household must know to answer."""
    kinds = codes.names("discrepancies")
    return [
        {
            "kind": f"{words.formal(kinds.get(one.code, one.code))}\n{one.subject}　{one.code}",
            "declared": words.formal(one.declared),
            "registered": words.formal(one.registered),
            "source": _source(one),
        }
        for one in case.discrepancies
    ]


def _source(one: Discrepancy) -> str:
    if one.source is None:
        return one.register.zh
    return f"{one.source.department}\n截至{words.day(one.source.as_of)}"


def _answers(case: Case) -> Json:
    """Return for each difference what may prove the answer, and the answer where there is one."""
    wanted = codes.names("discrepancies", value="evidence_to_ask_zh")
    return [
        {
            "evidence": wanted.get(one.code, "").replace(";", "、"),
            "answer": told.text,
        }
        for one, told in _told(case)
    ]


def _conclusions(case: Case) -> Json:
    """Return for each difference what was concluded and why; what is not decided stays open."""
    return [
        {
            "conclusion": _concluded(told),
            "ground": _ground(told),
            "adopted": _adopted(told),
            "letter": _LETTER,
        }
        for _, told in _told(case)
    ]


def _told(case: Case) -> Iterator[tuple[Discrepancy, Explanation]]:
    known = {e.id: e for e in case.visit.explanations} if case.visit else {}
    for one in case.discrepancies:
        yield one, known.get(one.id, Explanation(one.id))


def _concluded(told: Explanation) -> str:
    word = words.word("conclusion", told.conclusion)
    return f"{told.state.zh}：{word}" if word else ""


def _adopted(told: Explanation) -> str:
    """Return the boxes, 采纳 ticked where what the household said was closed in its favour.

    Whether it is refused, or in part, only who writes the paper can say: an effect may be admitted.
    """
    believed = told.text and told.state in _CLOSED and told.conclusion in _BELIEVED
    return _ADOPTED.replace("□", "√", 1) if believed else _ADOPTED


def _ground(told: Explanation) -> str:
    closed = answer(told)
    if closed is None:
        return ""
    return f"{words.formal(closed.zh)}。{words.article(closed.article)}"


ENTRIES: Entries = {
    "batches": _batches,
    "difference_list": _differences,
    "answers": _answers,
    "conclusions": _conclusions,
}
