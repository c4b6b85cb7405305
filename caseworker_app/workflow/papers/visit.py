"""Entries about a visit: who went, what was seen and heard, what became of differences."""

from caseworker_app.codes import names
from caseworker_app.documents import words
from caseworker_app.model.discrepancy import Discrepancy, Explanation
from caseworker_app.model.values import Json
from caseworker_app.model.visit import Neighbour, Visit
from caseworker_app.rules import living
from caseworker_app.workflow.papers import people
from caseworker_app.workflow.papers.case import Case
from caseworker_app.workflow.papers.entry import Entries

AGREES = {True: "与申报一致", False: "与申报不一致", None: "说不清"}
"""What a neighbour's words are to the declaration."""


def _day(case: Case) -> Json:
    return case.visit.day.isoformat() if case.visit else None


def _investigator(case: Case, at: int) -> Json:
    team = case.visit.investigators if case.visit else ()
    return team[at].name if at < len(team) else None


def _neighbour(case: Case) -> Neighbour | None:
    """Return the neighbour the paper is about, the first where nobody is named.

    None where it is about somebody the visit does not know.
    """
    talks = case.visit.neighbours if case.visit else ()
    first = talks[0] if talks and not case.about else None
    return next((one for one in talks if one.id == case.about), first)


def called(visit: Visit, one: Neighbour) -> str:
    """Return a neighbour's name, or a number where the name was left out."""
    return one.name or f"邻居{visit.neighbours.index(one) + 1}"


def _informant(case: Case) -> Json:
    one = _neighbour(case)
    return None if one is None or case.visit is None else called(case.visit, one)


def _informant_relation(case: Case) -> Json:
    one = _neighbour(case)
    return one.relation if one else None


def _informant_said(case: Case) -> Json:
    one = _neighbour(case)
    return one.said if one else None


def _informant_agrees(case: Case) -> Json:
    one = _neighbour(case)
    return [AGREES[one.agrees]] if one else None


def _differences(case: Case) -> Json:
    """Return every difference in short: what it is, both sides, what it came to."""
    told = {one.id: one for one in case.visit.explanations} if case.visit else {}
    kinds = names("discrepancies")
    return [
        {
            "kind": f"{words.formal(kinds.get(one.code, one.code))}：{one.subject}",
            "declared": words.formal(one.declared),
            "registered": words.formal(one.registered),
            "conclusion": _concluded(told.get(one.id, Explanation(one.id))),
        }
        for one in case.discrepancies
    ]


def _concluded(told: Explanation) -> str:
    words_of = words.word("conclusion", told.conclusion) if told.conclusion else ""
    return "，".join(filter(None, (told.state.zh, words_of)))


def _compared(case: Case) -> Json:
    """Return in one sentence what the three comparisons came to."""
    if case.visit is None:
        return None
    found = case.discrepancies
    if not found:
        return "户籍、车辆、房产三项比对，家庭申报与部门数据一致，无差异。"
    counts = _by_register(found)
    told = {one.id: one.state for one in case.visit.explanations}
    states = [told.get(one.id, Explanation(one.id).state).zh for one in found]
    came_to = "、".join(f"{state}{states.count(state)}项" for state in dict.fromkeys(states))
    return f"比对发现差异{len(found)}项（{counts}），其中{came_to}。"


def _by_register(found: tuple[Discrepancy, ...]) -> str:
    registers = [one.register.zh for one in found]
    return "、".join(f"{name}{registers.count(name)}项" for name in dict.fromkeys(registers))


def _summary(case: Case) -> Json:
    """Return when and by whom the household was visited, what it looked like, what was advised."""
    visit = case.visit
    if visit is None:
        return None
    team = "、".join(f"{one.name}（{one.unit}）" for one in visit.investigators)
    present = f"，{people.name(case, visit.present)}在场" if visit.present else ""
    seen = visit.living.impression
    return "".join(
        (
            f"{words.day(visit.day)}，{team}入户核查（{visit.kind.zh}）{present}。",
            f"实际生活状况：{living.word('impression', seen)}。" if seen else "",
            visit.living.note,
            f"调查意见：{visit.opinion}" if visit.opinion else "",
        )
    )


ENTRIES: Entries = {
    "visit_day": _day,
    "investigator1": lambda case: _investigator(case, 0),
    "investigator2": lambda case: _investigator(case, 1),
    "informant": _informant,
    "informant_relation": _informant_relation,
    "informant_said": _informant_said,
    "informant_agrees": _informant_agrees,
    "differences": _differences,
    "compared": _compared,
    "visit_summary": _summary,
}
