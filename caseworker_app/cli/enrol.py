"""``caseworker enrol``: this laptop becomes one the office knows."""

import argparse

from caseworker_app.cli import output, passphrase
from caseworker_app.cli.store import folder_of
from caseworker_app.workflow import enrolment, session


def run(wanted: argparse.Namespace) -> int:
    """Set the installation up where needed and enrol it with the slip."""
    folder, word = folder_of(wanted), passphrase.ask()
    if not session.exists(folder):
        session.create(folder, word)
    ws = session.unlock(folder, word)
    try:
        enrolled = enrolment.enrol(ws, wanted.address, wanted.slip, word)
    finally:
        session.lock(ws)
    output.say(f"本机已登记：{enrolled.person.name}，{enrolled.person.unit}")
    return 0
