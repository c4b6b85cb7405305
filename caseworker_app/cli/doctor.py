"""``caseworker doctor``: the state of an installation in plain lines, with nobody's data."""

import argparse
from dataclasses import asdict

from caseworker_app.cli import output, passphrase
from caseworker_app.cli.place import server_of
from caseworker_app.cli.store import folder_of
from caseworker_app.server import checkup as office
from caseworker_app.workflow import checkup


def run(wanted: argparse.Namespace) -> int:
    """Look and change nothing; 1 where something is to be done."""
    place = server_of(wanted)
    if place is None:
        kind, findings = "laptop", checkup.examine(folder_of(wanted), passphrase.ask())
    else:
        kind, findings = "server", office.examine(place)
    wrong = [finding for finding in findings if not finding.sound]
    if wanted.json:
        told = [asdict(finding) for finding in findings]
        output.document({"kind": kind, "sound": not wrong, "findings": told})
    else:
        for finding in findings:
            output.say(f"{'正常' if finding.sound else '注意'}  {finding.name}：{finding.said}")
    for finding in wrong:
        output.progress(f"{finding.name}：{finding.said}")
    return 1 if wrong else 0
