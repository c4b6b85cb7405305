"""``caseworker serve``: the central server."""

import argparse
from dataclasses import replace

from caseworker_app.cli import output
from caseworker_app.cli.place import configuration
from caseworker_app.server import run as server


def run(wanted: argparse.Namespace) -> int:
    """Serve until stopped; the first line of output is the address."""
    place = configuration(wanted)
    server.serve(
        replace(
            place,
            host=wanted.host,
            port=wanted.port,
            workers=wanted.workers,
            encrypted=wanted.tls,
        ),
        lambda address: output.say(f"address {address}"),
        until_input_closes=wanted.until_input_closes,
    )
    return 0
