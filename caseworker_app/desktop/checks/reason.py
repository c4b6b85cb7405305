"""What moved far since the visit before, and the one reason given for it. No Qt."""

from dataclasses import dataclass

from caseworker_app.desktop.step import jumps
from caseworker_app.desktop.step.case import Case
from caseworker_app.rules import earlier


@dataclass(frozen=True, slots=True)
class ReasonView:
    told: str
    """The change in words; "" where nothing moved far."""
    reasons: tuple[tuple[str, str], ...] = ()
    chosen: str = ""
    is_open: bool = True


class ReasonPresenter:
    """Asks about one figure: income, spending or money."""

    def __init__(self, case: Case, what: str) -> None:
        self._case, self._what = case, what

    def view(self) -> ReasonView:
        jump = next((j for j in self._case.jumps if j.what == self._what), None)
        if jump is None:
            return ReasonView("")
        told = earlier.reason(self._case.visit, self._what)
        return ReasonView(
            jumps.sentence(jump),
            jumps.reasons(jump, self._case.visit.day),
            told.code if told else "",
            self._case.is_open,
        )

    def give(self, code: str) -> None:
        """Note the reason, with the figure it is about."""
        jump = next((j for j in self._case.jumps if j.what == self._what), None)
        if jump is None:
            return
        path = f"/reasons/#{self._what}"
        self._case.put(
            {
                f"{path}/id": self._what,
                f"{path}/code": code,
                f"{path}/before": jump.before,
                f"{path}/since": jump.day.isoformat(),
            }
        )
