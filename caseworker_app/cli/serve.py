"""``caseworker serve``: the central server."""

import argparse
from contextlib import ExitStack
from dataclasses import replace

from caseworker_app.cli import job, output
from caseworker_app.cli.place import configuration
from caseworker_app.server import run as server


def run(wanted: argparse.Namespace) -> int:
    """Serve until stopped; the first line of output is the address."""
    place = configuration(wanted)
    place = replace(
        place, host=wanted.host, port=wanted.port, workers=wanted.workers, encrypted=wanted.tls
    )
    with ExitStack() as after:

        def announce(address: str) -> None:
            output.say(f"address {address}")
            after.enter_context(job.beside(wanted))

        server.serve(place, announce, until_input_closes=wanted.until_input_closes)
    return 0
