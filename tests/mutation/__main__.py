"""Breaks each rule once and asks whether a test notices: ``make mutants``.

Exit 1 when a mutant survives that ``equivalent.toml`` does not excuse, or when one excused there
is caught or exists no more.
"""

import argparse
import os
import sys
import time
import tomllib
from contextlib import redirect_stdout
from fnmatch import fnmatch
from functools import partial
from importlib import import_module
from pathlib import Path

import pytest

from tests.mutation.child import Child
from tests.mutation.mutants import Mutant, Source, modules
from tests.mutation.touched import OPTIONS, Touched, record
from tests.mutation.trial import Sources, by_importing, by_swapping

_EXCUSES = Path(__file__).with_name("equivalent.toml")
Key = tuple[str, str, str, str, int]


def main() -> int:
    chosen = _arguments()
    sources = {name: Source(name) for name in modules()}
    every = [mutant for source in sources.values() for mutant in source.mutants]
    mutants = [m for m in every if any(fnmatch(m.module, p) for p in chosen.module)]
    if chosen.only:
        mutants = [mutants[n] for n in chosen.only]
    if chosen.list:
        for n, mutant in enumerate(mutants):
            print(n, mutant)
        return 0
    start = time.monotonic()
    _warm()
    touched = record()
    if touched.failed:
        print("The unbroken law fails:", *touched.failed, sep="\n  ")
        return 1
    print(f"{len(touched.seconds)} tests, {len(mutants)} mutants", flush=True)
    caught = _try_all(sources, mutants, touched, chosen.jobs)
    return _report(every, mutants, caught, time.monotonic() - start)


def _warm() -> None:
    """Import pytest's plugins and what tests need of others, for every process to inherit."""
    for name in ("msgspec", "PIL.Image", "yaml"):
        import_module(name)
    with Path(os.devnull).open("w", encoding="utf-8") as nowhere, redirect_stdout(nowhere):
        pytest.main([*OPTIONS, "--collect-only", str(_EXCUSES.parent)])


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.mutation", description=__doc__)
    parser.add_argument(
        "--module", action="append", help="such as rules.income or 'model.*'; may be repeated"
    )
    parser.add_argument("--only", type=int, nargs="+", metavar="N", help="numbers from --list")
    parser.add_argument("--jobs", type=int, default=1, help="processes at a time")
    parser.add_argument("--list", action="store_true", help="list the mutants, try none")
    chosen = parser.parse_args()
    chosen.module = chosen.module or ["*"]
    return chosen


def _try_all(
    sources: Sources, mutants: list[Mutant], touched: Touched, jobs: int
) -> dict[int, bool]:
    """Return for the place of each mutant in the list whether it is caught."""

    def share(first: int) -> dict[int, bool]:
        places = range(first, len(mutants), jobs)
        quick = [n for n in places if touched.may_swap(mutants[n])]
        swapped = Child(lambda: by_swapping(sources, [mutants[n] for n in quick], touched))
        caught = dict(zip(quick, swapped.answer(), strict=True))
        for n in places:
            if n not in caught:
                caught[n] = by_importing(sources[mutants[n].module], mutants[n], touched)
        return caught

    workers = [Child(partial(share, first)) for first in range(jobs)]
    return {n: dead for worker in workers for n, dead in worker.answer().items()}


def _excuses() -> dict[Key, str]:
    """Return the reasons why some mutants change nothing, by their keys."""
    rows = tomllib.loads(_EXCUSES.read_text("utf-8")).get("equivalent", [])
    return {
        (r["module"], r["scope"], r["before"], r["after"], r.get("nth", 0)): r["reason"]
        for r in rows
    }


def _report(
    every: list[Mutant], tried: list[Mutant], caught: dict[int, bool], seconds: float
) -> int:
    excuses = _excuses()
    survivors = [(n, m) for n, m in enumerate(tried) if not caught[n]]
    unexcused = [(n, m) for n, m in survivors if m.key not in excuses]
    for n, mutant in unexcused:
        print(f"survives  {n} {mutant}" + (f" (#{mutant.nth})" if mutant.nth else ""))
    known = {mutant.key for mutant in every}
    gone = [key for key in excuses if key not in known]
    for key in gone:
        print("exists no more ", *key)
    needless = [m for n, m in enumerate(tried) if caught[n] and m.key in excuses]
    for mutant in needless:
        print("is caught, though excused ", mutant)
    print(
        f"{len(tried)} mutants in {seconds:.0f} s: {sum(caught.values())} caught, "
        f"{len(survivors) - len(unexcused)} equivalent, {len(unexcused)} survive"
    )
    return 1 if unexcused or gone or needless else 0


if __name__ == "__main__":
    sys.exit(main())
