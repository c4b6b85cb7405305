"""What the office should know before a paper goes out; nothing of it is printed."""

from collections.abc import Callable, Iterable, Mapping

from caseworker_app.documents.form import Form
from caseworker_app.workflow.papers import hearing, instalments, recovery
from caseworker_app.workflow.papers.case import Case
from caseworker_app.workflow.papers.entry import Written

_CAUTIONS: Mapping[str, Callable[[Case, Written], Iterable[str]]] = {
    "F06": hearing.of_decision,
    "F06b": hearing.of_record,
    "F07": recovery.cautions,
    "F08": instalments.cautions,
}


def cautions(form: Form, case: Case, written: Written) -> tuple[str, ...]:
    """Return the cautions about what was filled in, as sentences."""
    told = _CAUTIONS.get(form.code)
    return tuple(told(case, written)) if told else ()
