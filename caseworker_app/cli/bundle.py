"""``caseworker bundle``: the same exchange by stick, for a laptop and for its office."""

import argparse
from pathlib import Path

from caseworker_app.cli import output
from caseworker_app.cli.bar import Bar
from caseworker_app.cli.place import existing
from caseworker_app.cli.store import opened_to_deliver
from caseworker_app.errors import UserError
from caseworker_app.server import stick
from caseworker_app.server.central import open_central
from caseworker_app.workflow import carrying

_ANSWER = ".return"


def run(wanted: argparse.Namespace) -> int:
    """Write a bundle, or take one: on a server that of a laptop, on a laptop the answer to it."""
    if wanted.what == "export":
        return _export(wanted)
    if wanted.database or wanted.files:
        return _absorb(wanted)
    return _take(wanted)


def _export(wanted: argparse.Namespace) -> int:
    with opened_to_deliver(wanted) as ws:
        bar = Bar()
        carried = carrying.export(ws, wanted.file, bar.show)
        bar.end()
    if wanted.json:
        said = {"operations": carried.operations, "bytes": carried.bytes, "left": carried.left}
        output.document(said)
    else:
        output.say(f"已存 {carried.operations} 件到 {wanted.file}，带到办公室导入，回执也用U盘带回")
        if carried.left:
            output.say(f"另有 {carried.left} 件一包装不下，收回回执后请再存一次")
    return 0


def _take(wanted: argparse.Namespace) -> int:
    with opened_to_deliver(wanted) as ws:
        done = carrying.take(ws, wanted.file)
    if wanted.json:
        told = {"confirmed": done.confirmed, "fetched": done.fetched}
        output.document({**told, "rules": done.rules._asdict()})
    else:
        output.say(f"回执 {done.confirmed} 件，取回 {done.fetched} 条")
        if done.rules.files:
            output.say(f"取回 {done.rules.files} 项规则更新")
        if done.rules.refused:
            output.say(f"  {done.rules.refused}")
    return 0


def _absorb(wanted: argparse.Namespace) -> int:
    source: Path = wanted.file
    if not source.exists():
        raise UserError(f"找不到 {source}。请核对U盘和文件名。")
    answer = source.with_name(f"{source.stem}{_ANSWER}{source.suffix}")
    central = open_central(existing(wanted))
    try:
        taken = stick.absorb(central, source, answer)
    finally:
        central.close()
    if wanted.json:
        said = {"device": taken.device, "operations": taken.operations, "complete": taken.complete}
        output.document({**said, "pages": taken.pages, "answer": str(answer)})
    else:
        output.say(f"收到 {taken.operations} 件，{taken.complete} 件已有回执；回执包：{answer}")
    return 0
