"""``caseworker pack``: the rule pack in use, one to be checked, one to be put into use."""

import argparse
from datetime import datetime

from caseworker_app.cli import output
from caseworker_app.cli.store import opened
from caseworker_app.model.values import CHINA
from caseworker_app.rules.policy.changes import Change, changes_after
from caseworker_app.rules.policy.pack import Pack
from caseworker_app.workflow import rulebook
from caseworker_app.workflow.workspace import SystemClock


def run(wanted: argparse.Namespace) -> int:
    """Show, check or install; a pack with faults is a sentence with all of them."""
    if wanted.what == "check":
        pack, done = rulebook.checked(wanted.file), "可以启用"
    elif wanted.what == "install":
        # Read before the passphrase is asked for; and a damaged pack in use does not keep us out.
        with opened(wanted, rulebook.checked(wanted.file)) as ws:
            pack, done = rulebook.install(ws, wanted.file).pack, "已启用"
    else:
        with opened(wanted) as ws:
            pack, done = ws.pack, f"正在使用，{_day(rulebook.since(ws))}起存于本机"
    if wanted.json:
        output.document(_document(pack))
    else:
        _tell(pack, done)
    return 0


def _day(instant: str) -> str:
    return str(datetime.fromisoformat(instant).astimezone(CHINA).date())


def _document(pack: Pack) -> dict[str, object]:
    return {
        "id": pack.id,
        "name": pack.name,
        "hash": pack.hash,
        "effective_from": pack.effective_from,
        "effective_to": pack.effective_to,
        "region": pack.region,
        "changes": [change._asdict() for change in _ahead(pack)],
    }


def _tell(pack: Pack, done: str) -> None:
    output.say(f"{pack.id}  {pack.name}  {done}")
    output.say(f"摘要 {pack.hash}")
    output.say(f"有效期 {pack.effective_from} 至 {pack.effective_to}，适用地区 {pack.region}")
    ahead = _ahead(pack)
    output.say("今后的变动：" if ahead else "今后的变动：无")
    for change in ahead:
        whose = f"（{change.residence.zh}）" if change.residence else ""
        before, after = change.before or "无", change.after or "无"
        basis = f"；{change.basis}" if change.basis else ""
        output.say(f"  {change.day} 起  {change.what}{whose} {before} → {after}{basis}")


def _ahead(pack: Pack) -> tuple[Change, ...]:
    return changes_after(pack, SystemClock().today())
