"""A small scripted day in a process of its own, which a test may kill: ``folder seed log``.

Every field confirmed to the person is appended to the log before the next one is typed.
"""

import json
import os
import sys
from collections.abc import Mapping
from pathlib import Path

from caseworker_app.demo import day
from caseworker_app.demo.plan import Plan
from caseworker_app.model.values import Json
from caseworker_app.store.key import Cost

HOUSEHOLDS = 8
VISITS = 3
QUICK = Cost(time_cost=1, memory_cost=1024, parallelism=1)


def plan(folder: Path, seed: int) -> Plan:
    return Plan(folder, HOUSEHOLDS, seed, VISITS, QUICK)


def main(folder: str, seed: str, log: str) -> None:
    handle = os.open(log, os.O_WRONLY | os.O_CREAT | os.O_APPEND)

    def confirmed(visit: str, changes: Mapping[str, Json]) -> None:
        os.write(handle, json.dumps([visit, dict(changes)]).encode() + b"\n")

    report = day.run(plan(Path(folder), int(seed)), lambda _: None, confirmed)
    sys.stdout.write(
        json.dumps(
            {"agree": report.agree, "sealed": report.sealed, "records": dict(report.records)}
        )
    )


if __name__ == "__main__":
    main(*sys.argv[1:])
