"""``caseworker restore``: a laptop or a server out of its backup, where nothing is yet."""

import argparse
from dataclasses import replace
from pathlib import Path

from caseworker_app.cli import output
from caseworker_app.cli.place import configuration
from caseworker_app.cli.store import folder_of
from caseworker_app.server import backup as office
from caseworker_app.workflow import backup

_OFFICE_NEXT = (
    "服务器可以启动了。各笔记本下次送达时会自行补送备份以后的记录。"
    "备份以后登记的笔记本请重新登记，停用的请重新停用：先运行 caseworker laptop list 核对。"
)
_LAPTOP_NEXT = "请用备份时的口令打开，先送达一次再继续工作；原来那台请不要再用。"


def run(wanted: argparse.Namespace) -> int:
    """Restore; refuses a place where something is."""
    kind = backup.kind_of(wanted.file)
    told = _server(wanted) if kind == office.KIND else _laptop(wanted)
    if wanted.json:
        output.document({"kind": kind, **told})
        return 0
    output.say(f"已恢复到 {told['folder']}")
    output.say(str(told["said"]))
    return 0


def _server(wanted: argparse.Namespace) -> dict[str, object]:
    place = configuration(wanted)
    named: Path | None = wanted.folder
    if named and not wanted.files:
        place = replace(place, folder=named)
    proved = office.restore(wanted.file, place)
    return {"folder": str(place.folder), "said": _OFFICE_NEXT, **proved._asdict()}


def _laptop(wanted: argparse.Namespace) -> dict[str, object]:
    folder = folder_of(wanted)
    kept = backup.restore(wanted.file, folder)
    return {"folder": str(folder), "said": _LAPTOP_NEXT, **kept._asdict()}
