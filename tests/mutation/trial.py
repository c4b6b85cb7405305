"""Tries mutants, each in a process of its own."""

import gc
import sys
from collections.abc import Iterable, Iterator
from importlib.machinery import SourceFileLoader
from pathlib import Path
from types import CodeType, FunctionType

import pytest
from _pytest.runner import runtestprotocol

from tests.mutation.child import fails
from tests.mutation.mutants import Mutant, Source
from tests.mutation.touched import OPTIONS, TESTS, Touched

_FIRST_FILES = (1, 4)

Sources = dict[str, Source]
_Functions = dict[tuple[str, int, str], list[FunctionType]]


def by_swapping(sources: Sources, mutants: list[Mutant], touched: Touched) -> list[bool]:
    """Return for each mutant whether it is caught when its function is changed where it lives.

    The tests are collected once; each mutant's process inherits them.
    """
    caught: list[bool] = []
    swapper = _Swapper(sources, mutants, touched, caught)
    pytest.main([*OPTIONS, *TESTS], plugins=[swapper])
    return caught


def by_importing(source: Source, mutant: Mutant, touched: Touched) -> bool:
    """Say whether a mutant is caught when its module is imported with it."""
    files = touched.files_for(mutant)

    def work() -> bool:
        _plant(source.compile(mutant), mutant.path)
        start = 0
        for end in (*_FIRST_FILES, len(files)):
            if pytest.main(["-x", *OPTIONS, *files[start:end]]) != pytest.ExitCode.OK:
                return False
            start = end
        return True

    return _told(mutant, caught=fails(work))


class _Swapper:
    """Takes the place of pytest's loop over the tests by one over the mutants."""

    def __init__(
        self,
        sources: Sources,
        mutants: list[Mutant],
        touched: Touched,
        caught: list[bool],
    ) -> None:
        self._sources = sources
        self._mutants = mutants
        self._touched = touched
        self._caught = caught

    @pytest.hookimpl(tryfirst=True)
    def pytest_runtestloop(self, session: pytest.Session) -> bool:
        items = {item.nodeid: item for item in session.items}
        functions = _functions()
        gc.freeze()
        for mutant in self._mutants:
            tests = [items[name] for name in self._touched.tests_of(mutant)]
            code = self._sources[mutant.module].compile(mutant)
            self._caught.append(_told(mutant, caught=fails(_try, code, functions, tests)))
        return True


def _told(mutant: Mutant, *, caught: bool) -> bool:
    """Name a survivor as soon as it is known: a whole run takes a while."""
    if not caught:
        print("not caught ", mutant, file=sys.stderr, flush=True)
    return caught


def _try(code: CodeType, functions: _Functions, tests: Iterable[pytest.Item]) -> bool:
    """Give the living functions of a module other code; say whether the tests still pass."""
    for part in _codes(code):
        for function in functions.get(_place(part), ()):
            function.__code__ = part
    reports = (report for item in tests for report in runtestprotocol(item, log=False))
    return not any(report.failed for report in reports)


def _functions() -> _Functions:
    """Return the living functions by file, line and name."""
    found: _Functions = {}
    for thing in gc.get_objects():
        if isinstance(thing, FunctionType):
            found.setdefault(_place(thing.__code__), []).append(thing)
    return found


def _codes(code: CodeType) -> Iterator[CodeType]:
    for part in code.co_consts:
        if isinstance(part, CodeType):
            yield part
            yield from _codes(part)


def _place(code: CodeType) -> tuple[str, int, str]:
    return code.co_filename, code.co_firstlineno, code.co_qualname


def _plant(code: CodeType, path: Path) -> None:
    """Let one module be imported from other code than its file's."""
    whole = SourceFileLoader.get_code

    def get_code(self: SourceFileLoader, fullname: str) -> CodeType | None:
        return code if Path(self.path) == path else whole(self, fullname)

    SourceFileLoader.get_code = get_code  # type: ignore[method-assign, assignment]  # in this process
