"""``caseworker laptop``: which laptops the office let in, for how long, whose clock is wrong."""

import argparse
from datetime import UTC, datetime

from caseworker_app.cli import output
from caseworker_app.cli.place import ADMINISTRATOR, existing
from caseworker_app.model.values import CHINA
from caseworker_app.server import doubts, enrolment, leases
from caseworker_app.server.central import Central, open_central


def run(wanted: argparse.Namespace) -> int:
    """List the laptops, or stop one: it reads nothing more, and gives what it has."""
    central = open_central(existing(wanted))
    try:
        if wanted.what == "lease":
            return _lease(central, wanted)
        if wanted.what == "clock":
            return _clock(central, wanted)
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


def _lease(central: Central, wanted: argparse.Namespace) -> int:
    """Tell for how many days a laptop opens without hearing from the office, or set it."""
    if wanted.days is not None:
        leases.set_days(central, wanted.days, ADMINISTRATOR)
    days = leases.days(central)
    if wanted.json:
        output.document({"days": days})
    else:
        output.say(f"使用期限 {days} 天：笔记本每次联系办公室后可用这么久，到期锁定，只能送达。")
    return 0


def _clock(central: Central, wanted: argparse.Namespace) -> int:
    """List what bears a doubtful time; all of it was taken."""
    found = doubts.doubted(central)
    if wanted.json:
        output.document({"doubted": [_doubted(one) for one in found]})
    for one in () if wanted.json else found:
        what = one.number or one.rid
        times = f"所记 {_instant(one.at)}，收到 {_instant(one.arrived)}"
        output.say(f"{what}  {one.name}  {one.why.zh}：{times}  {one.device}")
    if not (found or wanted.json):
        output.say("没有时间待核对的记录。")
    return 0


def _line(laptop: enrolment.Laptop) -> str:
    state = "在用" if laptop.is_active else "已停用"
    return f"{laptop.id}  {state}  {_day(laptop)} 登记  {laptop.name}（{laptop.unit}）"


def _document(laptop: enrolment.Laptop) -> dict[str, object]:
    return {**laptop._asdict(), "enrolled": _day(laptop)}


def _doubted(one: doubts.Doubted) -> dict[str, object]:
    times = {"at": _instant(one.at), "arrived": _instant(one.arrived)}
    return {**one._asdict(), **times, "why": one.why.zh}


def _instant(at: int) -> str:
    """Return an instant of milliseconds as people say it, also one no clock should show."""
    try:
        return f"{datetime.fromtimestamp(at / 1000, UTC).astimezone(CHINA):%Y-%m-%d %H:%M}"
    except (ValueError, OverflowError, OSError):
        return f"{at}"


def _day(laptop: enrolment.Laptop) -> str:
    enrolled = datetime.fromtimestamp(laptop.enrolled / 1000, UTC)
    return f"{enrolled.astimezone(CHINA):%Y-%m-%d}"
