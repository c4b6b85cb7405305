"""``caseworker backup``: one file of everything, proved by restoring it."""

import argparse

from caseworker_app.cli import output, passphrase
from caseworker_app.cli.place import server_of
from caseworker_app.cli.store import folder_of
from caseworker_app.server import backup as office
from caseworker_app.server.central import Configuration, open_central
from caseworker_app.workflow import backup, session

_UNPROVED = "还没有核对。请加 --verify，核对无误才算数。"


def run(wanted: argparse.Namespace) -> int:
    """Back up and, where asked, restore into a scratch place and check all of it."""
    place = server_of(wanted)
    told = _laptop(wanted) if place is None else _server(wanted, place)
    if wanted.json:
        output.document({**told, "file": str(wanted.file), "verified": wanted.verify})
        return 0
    output.say(f"已备份到 {wanted.file}，摘要 {str(told['digest'])[:16]}")
    output.say(str(told["said"]) if wanted.verify else _UNPROVED)
    return 0


def _server(wanted: argparse.Namespace, place: Configuration) -> dict[str, object]:
    central = open_central(place)
    try:
        output.progress("正在备份")
        manifest = office.make(central, place.folder, wanted.file)
        if not wanted.verify:
            return {"kind": office.KIND, "digest": manifest.digest}
        output.progress("正在恢复到别处核对")
        proved = office.verify(central, wanted.file)
    finally:
        central.close()
    said = (
        f"核对无误：记录 {proved.operations} 件，附件 {proved.files} 个。"
        f"前 {proved.durable} 件送达已有备份。请把文件另存他处，像服务器一样保管：它没有加密。"
    )
    return {"kind": office.KIND, "digest": manifest.digest, "said": said, **proved._asdict()}


def _laptop(wanted: argparse.Namespace) -> dict[str, object]:
    word = passphrase.ask()
    ws = session.unlock(folder_of(wanted), word)
    try:
        output.progress("正在备份")
        manifest = backup.make(ws, word, wanted.file)
        if not wanted.verify:
            return {"kind": backup.KIND, "digest": manifest.digest}
        output.progress("正在恢复到别处核对")
        kept = backup.verify(ws, word, wanted.file)
    finally:
        session.lock(ws)
    said = (
        f"核对无误：核查 {kept.visits} 份，附件 {kept.files} 个，未送达 {kept.waiting} 件。"
        "备份仍是加密的，恢复后用同一口令打开。"
    )
    return {"kind": backup.KIND, "digest": manifest.digest, "said": said, **kept._asdict()}
