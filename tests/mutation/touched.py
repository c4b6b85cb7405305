"""Which test executes which line of the law, and how long it takes: recorded once, in a child."""

import time
from dataclasses import dataclass, field

import coverage
import pytest
from _pytest.runner import runtestprotocol

from tests.mutation.child import Child
from tests.mutation.mutants import ROOT, Mutant

TESTS = ("tests/model", "tests/rules", "tests/intake")
OPTIONS = (
    *(
        "-q",
        "--no-header",
        "--no-summary",
        "--tb=no",
        "-p",
        "no:randomly",
        "-p",
        "no:cacheprovider",
    ),
    *("-W", "ignore::pytest.PytestAssertRewriteWarning"),
    *("-p", "tests.mutation.profile", "--hypothesis-profile=mutation", "-o", "timeout=0"),
)
_IMPORT = "import"


@dataclass
class Touched:
    """For each file its lines with the tests that execute them."""

    lines: dict[str, dict[int, set[str]]] = field(default_factory=dict)
    seconds: dict[str, float] = field(default_factory=dict)
    failed: list[str] = field(default_factory=list)

    def tests_of(self, mutant: Mutant) -> list[str]:
        """Return the tests that execute a mutant's line, quickest first."""
        return sorted(self._at(mutant) - {_IMPORT}, key=self.seconds.__getitem__)

    def may_swap(self, mutant: Mutant) -> bool:
        """Tell whether a mutant lies in a function nobody called while tests were collected."""
        return mutant.in_function and _IMPORT not in self._at(mutant)

    def files_for(self, mutant: Mutant) -> list[str]:
        """Return the test files, those about a mutant's module first, then its neighbours'."""
        at = self.lines.get(str(mutant.path), {})
        touching = {test.partition("::")[0] for tests in at.values() for test in tests}
        cost: dict[str, float] = {}
        for test, seconds in self.seconds.items():
            file = test.partition("::")[0]
            cost[file] = cost.get(file, 0) + seconds
        home = "tests/" + "/".join(mutant.module.split(".")[:-1])
        return sorted(
            cost,
            key=lambda f: (
                not _is_about(f, mutant),
                f.rpartition("/")[0] != home,
                f not in touching,
                cost[f],
            ),
        )

    def _at(self, mutant: Mutant) -> set[str]:
        lines = self.lines.get(str(mutant.path), {})
        return set().union(*(lines.get(line, set()) for line in mutant.lines))


def _is_about(test: str, mutant: Mutant) -> bool:
    """Tell by its name whether a test mirrors a mutant's module."""
    stem = mutant.module.rpartition(".")[2].partition("_")[0].rstrip("s")
    return f"test_{stem}" in test.partition("::")[0]


class _Recorder:
    """Runs every collected test with its name as the context of the coverage."""

    def __init__(self, watch: coverage.Coverage) -> None:
        self._watch = watch
        self.touched = Touched()

    @pytest.hookimpl(tryfirst=True)
    def pytest_runtestloop(self, session: pytest.Session) -> bool:
        for item in session.items:
            self._watch.switch_context(item.nodeid)
            start = time.perf_counter()
            reports = runtestprotocol(item, log=False)
            self.touched.seconds[item.nodeid] = time.perf_counter() - start
            if any(report.failed for report in reports):
                self.touched.failed.append(item.nodeid)
        return True


def record() -> Touched:
    """Return what every test touches; in a child, so that the parent imports none of it."""
    return Child(_record).answer()


def _record() -> Touched:
    folders = [f"{ROOT}/caseworker_app/{name}/*" for name in ("model", "rules")]
    watch = coverage.Coverage(
        data_file=None, config_file=False, include=folders, context=_IMPORT, branch=False
    )
    recorder = _Recorder(watch)
    watch.start()
    watch.switch_context(_IMPORT)
    pytest.main([*OPTIONS, *TESTS], plugins=[recorder])
    watch.stop()
    data = watch.get_data()
    for file in data.measured_files():
        at = data.contexts_by_lineno(file)
        recorder.touched.lines[file] = {
            line: {name.rpartition("|")[2] for name in names} for line, names in at.items()
        }
    return recorder.touched
