"""``caseworker sync``: delivers and fetches once, without a window."""

import argparse
from dataclasses import asdict

from caseworker_app.cli import output
from caseworker_app.cli.bar import Bar
from caseworker_app.cli.store import opened_to_deliver
from caseworker_app.workflow import delivery, outgoing


def run(wanted: argparse.Namespace) -> int:
    """Deliver and fetch; 1 where something could not be delivered."""
    with opened_to_deliver(wanted) as ws:
        bar = Bar()
        done = delivery.deliver(ws, bar.show)
        bar.end()
        left = outgoing.status(ws)
    if wanted.json:
        output.document({**asdict(done), "rules": done.rules._asdict(), **_told(left)})
    else:
        output.say(f"送达 {done.confirmed} 件，取回 {done.fetched} 条，仍在本机 {left.waiting} 件")
        if done.cleared:
            output.say(f"办公室已有备份，从本机清出 {done.cleared} 件")
        if done.rules.files:
            output.say(f"取回 {done.rules.files} 项规则更新")
        for sentence in filter(None, (*left.problems, *left.notices, done.rules.refused)):
            output.say(f"  {sentence}")
    return 1 if left.waiting else 0


def _told(left: outgoing.DeliveryStatus) -> dict[str, object]:
    problems, notices = list(left.problems), list(left.notices)
    return {"waiting": left.waiting, "problems": problems, "notices": notices}
