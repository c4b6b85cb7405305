"""The office of a measured desktop, a process of its own: ``folder households``.

Sets office and laptop up, says ``ready``, and serves until its standard input closes.
"""

import sys
from dataclasses import replace
from pathlib import Path

from caseworker_app import settings
from caseworker_app.demo import laptop, office
from caseworker_app.demo.clock import DAY
from caseworker_app.demo.plan import Plan
from caseworker_app.demo.township import make_township
from caseworker_app.server.central import Configuration
from caseworker_app.server.run import running
from caseworker_app.store.key import Cost
from caseworker_app.workflow import comparison, session

_QUICK = Cost(time_cost=1, memory_cost=64, parallelism=1)


def main(folder: str, households: str) -> None:
    plan = Plan(Path(folder), int(households), 1, cost=_QUICK)
    township = make_township(plan.households, plan.seed, today=DAY)
    slip = office.prepare(plan.server, township)
    with running(Configuration(plan.server)) as server:
        ws = laptop.open_laptop(plan, township, server.url, slip)
        laptop.fetch(ws, lambda _: None)
        comparison.compare_all(ws)
        session.lock(ws)
        settings.save(plan.laptop, replace(settings.load(plan.laptop), toured=True))
        sys.stdout.write("ready\n")
        sys.stdout.flush()
        sys.stdin.read()


if __name__ == "__main__":
    main(*sys.argv[1:])
