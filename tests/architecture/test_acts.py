"""Every act the log of a laptop, or of the office, can hold has its words."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

from caseworker_app.rules.audit import WORDS
from caseworker_app.server.oplog import ACCEPTED, CONFLICT, QUARANTINED
from caseworker_app.wire.problem import ProblemType

ROOT = Path(__file__).parents[2] / "caseworker_app"
_WRITES = {"append", "_note", "record", "conclude"}
_MADE_UP = {f"operation.{status}" for status in (ACCEPTED, CONFLICT, QUARANTINED)} | {
    f"enrolment.{kind}"
    for kind in (
        ProblemType.UNKNOWN_SLIP, ProblemType.BAD_PROOF, ProblemType.SLIP_USED,
        ProblemType.SLIP_EXPIRED, ProblemType.REVOKED,
    )
}  # fmt: skip
"""Acts the office puts together."""
_ACT = re.compile(r"[a-z]+\.[a-z_]+")


def _acts(file: Path) -> Iterator[str]:
    """Yield the acts a module hands to the log by name."""
    for node in ast.walk(ast.parse(file.read_text("utf-8"))):
        if isinstance(node, ast.Call) and ast.unparse(node.func).rpartition(".")[2] in _WRITES:
            for given in ast.walk(node):
                text = given.value if isinstance(given, ast.Constant) else None
                if isinstance(text, str) and _ACT.fullmatch(text):
                    yield text


def test_that_every_act_written_to_the_log_has_its_words() -> None:
    written = {act for file in (ROOT / "workflow").rglob("*.py") for act in _acts(file)}
    assert len(written) > 20
    assert written <= WORDS.keys()


def test_that_every_act_of_the_office_has_its_words() -> None:
    written = {act for file in (ROOT / "server").glob("*.py") for act in _acts(file)}
    assert len(written) > 10
    assert written | _MADE_UP <= WORDS.keys()
