"""``caseworker slip``: an enrolment slip for one laptop of one person."""

import argparse

from caseworker_app.cli import output
from caseworker_app.cli.place import ADMINISTRATOR, configuration
from caseworker_app.model.codes import OfficeRole
from caseworker_app.server import enrolment, posts
from caseworker_app.server.central import open_central


def run(wanted: argparse.Namespace) -> int:
    """Put the person on the list where needed and print a new slip, good once within 72 hours."""
    central = open_central(configuration(wanted))
    try:
        named = wanted.area or wanted.role != OfficeRole.CASEWORKER
        post = posts.post_from(wanted.role, wanted.area) if named else None
        enrolment.put_person(central, wanted.person, wanted.name, wanted.unit, post)
        if post:
            posts.appoint(central, wanted.person, post, ADMINISTRATOR)
        slip = enrolment.make_slip(central, wanted.person, ADMINISTRATOR)
    finally:
        central.close()
    if wanted.json:
        output.document({"person": wanted.person, "slip": str(slip)})
    else:
        output.say(
            f"{wanted.name}({wanted.unit})的登记码，{enrolment.VALID_HOURS} 小时内有效，限用一次:"
        )
        output.say(f"  {slip}")
    return 0
