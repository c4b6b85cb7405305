"""One legal answer to a difference, and the ways an answer can turn out."""

from collections.abc import Callable
from dataclasses import dataclass

from caseworker_app.model.codes import DiscrepancyState


@dataclass(frozen=True, slots=True)
class Answer:
    """How a difference may be closed, by which article and on what evidence."""

    code: str
    zh: str
    state: DiscrepancyState
    conclusion: str
    """effect, no_effect, exempt, registry_wrong or unresolved."""
    article: str
    """Code of ``resources/codes/legal_basis.csv``."""
    evidence_zh: str
    counts: bool
    """Whether the item or fact goes into the determination."""


Answers = tuple[Answer, ...]
Maker = Callable[[str, str, str, str], Answer]


def _maker(state: DiscrepancyState, conclusion: str, *, counts: bool) -> Maker:
    def make(code: str, zh: str, article: str, evidence_zh: str) -> Answer:
        return Answer(code, zh, state, conclusion, article, evidence_zh, counts)

    return make


counted = _maker(DiscrepancyState.CONFIRMED, "effect", counts=True)
"""True, and it counts."""
harmless = _maker(DiscrepancyState.CONFIRMED, "no_effect", counts=False)
"""True, but it changes nothing."""
exempt = _maker(DiscrepancyState.CONFIRMED, "exempt", counts=False)
"""True, and a rule leaves it out."""
cleared = _maker(DiscrepancyState.REFUTED, "no_effect", counts=False)
"""The register lags behind what the law already recognises."""
refuted = _maker(DiscrepancyState.REFUTED, "registry_wrong", counts=False)
"""The register is wrong."""
unresolved = _maker(DiscrepancyState.UNRESOLVED, "unresolved", counts=True)
"""Not settled: it counts until it is."""
