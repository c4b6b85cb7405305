"""``caseworker person``: who works at the office, as what and where."""

import argparse

from caseworker_app.cli import output
from caseworker_app.cli.place import ADMINISTRATOR, existing
from caseworker_app.server import posts
from caseworker_app.server.central import open_central


def run(wanted: argparse.Namespace) -> int:
    """List who works here, or give somebody another post; it holds from the next question on."""
    central = open_central(existing(wanted))
    try:
        if wanted.what == "appoint":
            post = posts.post_from(wanted.role, wanted.area)
            posts.appoint(central, wanted.person, post, ADMINISTRATOR)
        found = posts.workers(central)
    finally:
        central.close()
    if wanted.json:
        output.document({"people": [_document(one) for one in found]})
        return 0
    for one in found:
        if wanted.what == "list" or one.id == wanted.person:
            area = one.post.area or "没有辖区，取不到家庭"
            output.say(f"{one.id}  {one.name}（{one.unit}）  {one.post.role.zh}  {area}")
    return 0


def _document(one: posts.Worker) -> dict[str, object]:
    return {
        "id": one.id,
        "name": one.name,
        "unit": one.unit,
        "role": one.post.role.value,
        "area": one.post.area,
    }
