"""``caseworker sync``: delivers and fetches once, without a window."""

import argparse
from dataclasses import asdict

from caseworker_app.cli import output
from caseworker_app.cli.bar import Bar
from caseworker_app.cli.store import opened
from caseworker_app.workflow import delivery, outgoing


def run(wanted: argparse.Namespace) -> int:
    """Deliver and fetch; 1 where something could not be delivered."""
    with opened(wanted) as ws:
        bar = Bar()
        done = delivery.deliver(ws, bar.show)
        bar.end()
        left = outgoing.status(ws)
    if wanted.json:
        output.document({**asdict(done), "waiting": left.waiting, "problems": list(left.problems)})
    else:
        output.say(f"送达 {done.confirmed} 件，取回 {done.fetched} 条，仍在本机 {left.waiting} 件")
        if done.cleared:
            output.say(f"办公室已有备份，从本机清出 {done.cleared} 件")
        for problem in left.problems:
            output.say(f"  {problem}")
    return 1 if left.waiting else 0
