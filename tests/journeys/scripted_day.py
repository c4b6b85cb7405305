"""Small scripted days, each in a process of its own, which a test may kill.

Reads a line ``folder seed`` for each day, forks, answers with the process and, when that has
ended, with its status. Forking spares every day the imports and the rules. Beside
the folder a day leaves ``.log``, every field as it was confirmed to the person, and ``.report``
once it is over.
"""

import json
import os
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from caseworker_app.demo import day
from caseworker_app.demo.clock import instant
from caseworker_app.demo.plan import Plan
from caseworker_app.model.values import Json
from caseworker_app.server.central import Configuration
from caseworker_app.server.run import running
from caseworker_app.store.key import Cost
from caseworker_app.workflow import session

_HOUSEHOLDS = 8
_VISITS = 2
_QUICK = Cost(time_cost=1, memory_cost=1024, parallelism=1)


@contextmanager
def _serving(folder: Path) -> Iterator[str]:
    """Run the server in the same process, so that one kill ends both."""
    with running(Configuration(folder), instant) as server:
        yield server.url


def _carry_out(folder: Path, seed: int) -> None:
    handle = os.open(folder.with_suffix(".log"), os.O_WRONLY | os.O_CREAT | os.O_APPEND)

    def confirmed(visit: str, changes: Mapping[str, Json]) -> None:
        os.write(handle, json.dumps([visit, dict(changes)]).encode() + b"\n")

    plan = Plan(folder, _HOUSEHOLDS, seed, _VISITS, _QUICK)
    report = day.run(plan, lambda _: None, confirmed, _serving)
    told = {
        "agree": report.agree,
        "sealed": report.sealed,
        "operations": len(report.records),
        "answer": report.found.state,
    }
    folder.with_suffix(".report").write_text(json.dumps(told), "utf-8")


def _main() -> None:
    session.prepare()
    for line in sys.stdin:
        folder, seed = line.split()
        child = os.fork()
        if child == 0:
            _carry_out(Path(folder), int(seed))
            os._exit(0)
        sys.stdout.write(f"{child}\n")
        sys.stdout.flush()
        _, status = os.waitpid(child, 0)
        sys.stdout.write(f"{status}\n")
        sys.stdout.flush()


if __name__ == "__main__":
    _main()
