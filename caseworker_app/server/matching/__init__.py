"""三比对 of a city: engines bring rows together by one select, ``rules.comparison`` judges them.

    for judged in compare_all(extracts, pack, day, "duckdb"):
        ...

SQLite, DuckDB and Spark give the same rows; a household nothing can be raised about is not
brought at all (``selection``).
"""

from collections.abc import Callable, Iterator
from datetime import date
from importlib import import_module

from sqlalchemy import Select

from caseworker_app.errors import UserError
from caseworker_app.rules.comparison.limits import limits
from caseworker_app.rules.policy.pack import Pack
from caseworker_app.server.matching.extracts import Extracts as Extracts
from caseworker_app.server.matching.judging import Judge, Judged as Judged
from caseworker_app.server.matching.quiet_persons import Measure
from caseworker_app.server.matching.selection import Brought, selection
from caseworker_app.server.matching.spool import Spool as Spool

ENGINES = {"sqlite": "lite", "duckdb": "duck", "spark": "spark"}
"""Name for the command → module."""

Bring = Callable[[Extracts, Select[tuple[object, ...]]], Iterator[Brought]]


def compare_all(
    extracts: Extracts, pack: Pack, day: date, engine: str = "duckdb", processes: int = 1
) -> Iterator[Judged]:
    """Yield the households something may be raised about, judged, ordered by id.

    Of a register that is not given nothing is raised. Raises UserError for files that cannot be
    compared, OutsideError where the engine or its space fails.
    """
    given = frozenset(extracts.registers)
    statement = selection(Measure(limits(pack.on(day)), day), given)
    return Judge(pack, day, given).judge(_bring(engine)(extracts, statement), processes)


def _bring(engine: str) -> Bring:
    """Return what brings rows together; only the engine asked for is imported."""
    try:
        bring: Bring = import_module(f"{__name__}.{ENGINES[engine]}").bring
    except ModuleNotFoundError as error:
        raise UserError(
            f"没有安装 {engine} 引擎（缺少 {error.name}）。请安装 caseworker-app 的 "
            f"{'spark' if engine == 'spark' else 'server'} 部分，或换一个引擎。"
        ) from error
    return bring
