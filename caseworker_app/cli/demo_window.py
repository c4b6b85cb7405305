"""The demonstration on screen: the office behind, the laptop's desktop in front."""

import sys

from caseworker_app import settings
from caseworker_app.cli import output
from caseworker_app.demo import laptop, office
from caseworker_app.demo.clock import DAY, DemoClock
from caseworker_app.demo.plan import Plan
from caseworker_app.demo.township import make_township
from caseworker_app.desktop import catalogue
from caseworker_app.workflow import comparison, session


def show(plan: Plan) -> int:
    """Prepare office and laptop, open the desktop and return when its window is closed."""
    plan.claim()
    township = make_township(plan.households, plan.seed, today=DAY)
    slip = office.prepare(plan.server, township)
    with office.serving(plan.server) as address:
        ws = laptop.open_laptop(plan, township, address, slip)
        laptop.fetch(ws, output.progress)
        comparison.compare_all(ws)
        session.lock(ws)
        told = f"这是演示，{township.name}的人员均为虚构。\n口令：{laptop.PASSPHRASE}"
        output.progress(told)
        catalogue.speak(settings.load(plan.laptop).language)
        from caseworker_app.desktop.start import (  # noqa: PLC0415  # takes its words when imported
            Installation,
            Session,
        )

        return Session(Installation(plan.laptop, DemoClock(), told), sys.argv[:1]).run()
