"""``caseworker laptop``: which laptops the office let in, and stopping one that was lost."""

import argparse
from datetime import UTC, datetime

from caseworker_app.cli import output
from caseworker_app.cli.place import ADMINISTRATOR, existing
from caseworker_app.model.values import CHINA
from caseworker_app.server import enrolment
from caseworker_app.server.central import open_central


def run(wanted: argparse.Namespace) -> int:
    """List the laptops, or stop one: it reads nothing more, and gives what it has."""
    central = open_central(existing(wanted))
    try:
        if wanted.what == "revoke":
            enrolment.revoke(central, wanted.laptop, ADMINISTRATOR)
        found = enrolment.laptops(central)
    finally:
        central.close()
    if wanted.json:
        output.document({"laptops": [_document(laptop) for laptop in found]})
    elif wanted.what == "revoke":
        output.say(f"已停用 {wanted.laptop}：不能再取数据，本机未送达的仍可送出，另行收存。")
    else:
        for laptop in found:
            output.say(_line(laptop))
    return 0


def _line(laptop: enrolment.Laptop) -> str:
    state = "在用" if laptop.is_active else "已停用"
    return f"{laptop.id}  {state}  {_day(laptop)} 登记  {laptop.name}（{laptop.unit}）"


def _document(laptop: enrolment.Laptop) -> dict[str, object]:
    return {**laptop._asdict(), "enrolled": _day(laptop)}


def _day(laptop: enrolment.Laptop) -> str:
    enrolled = datetime.fromtimestamp(laptop.enrolled / 1000, UTC)
    return f"{enrolled.astimezone(CHINA):%Y-%m-%d}"
