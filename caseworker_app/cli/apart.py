"""``caseworker apart``: what came in and stands in no record, for somebody to look at."""

import argparse
from datetime import UTC, datetime

from caseworker_app.cli import output
from caseworker_app.cli.place import ADMINISTRATOR, existing
from caseworker_app.model.values import CHINA
from caseworker_app.server import apart
from caseworker_app.server.apart import Apart
from caseworker_app.server.central import Central, open_central

_FORMS = {
    "visit": "核查",
    "decision": "裁决",
    "household": "家庭",
    "paper": "文书",
    "scan": "扫描件",
    "ask": "提请查询",
}


def run(wanted: argparse.Namespace) -> int:
    """List what waits, take some of it in, or put it away with a reason."""
    central = open_central(existing(wanted))
    try:
        if wanted.what == "admit":
            return _take_in(central, wanted)
        if wanted.what == "dismiss":
            return _put_away(central, wanted)
        return _list(central, wanted)
    finally:
        central.close()


def _list(central: Central, wanted: argparse.Namespace) -> int:
    found = apart.listed(central)
    if wanted.json:
        output.document({"apart": [_document(one) for one in found]})
        return 0
    for one in found:
        output.say(f"{one.op}  {_form(one)}  {one.name}  {one.why}  {_day(one)} 收到  {one.device}")
    if not found:
        output.say("没有待人工的记录。")
    return 0


def _take_in(central: Central, wanted: argparse.Namespace) -> int:
    waits = {op: apart.take_in(central, op, ADMINISTRATOR) for op in wanted.ops}
    if wanted.json:
        output.document({"taken_in": waits})
        return 0
    for op, units in waits.items():
        said = f"{units} 处由现在负责的人裁决" if units else "与现有记录一致"
        output.say(f"{op} 已入档，{said}。")
    return 0


def _put_away(central: Central, wanted: argparse.Namespace) -> int:
    apart.put_away(central, wanted.op, ADMINISTRATOR, wanted.why)
    if wanted.json:
        output.document({"put_away": wanted.op})
        return 0
    output.say(f"{wanted.op} 不入档，原件照样保存，留痕已记。")
    return 0


def _form(one: Apart) -> str:
    name = one.form.partition("@")[0]
    return _FORMS.get(name, name or "看不懂的内容")


def _document(one: Apart) -> dict[str, object]:
    return {**one._asdict(), "arrived": _day(one)}


def _day(one: Apart) -> str:
    return f"{datetime.fromtimestamp(one.arrived / 1000, UTC).astimezone(CHINA):%Y-%m-%d}"
