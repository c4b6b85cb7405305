"""``caseworker audit verify``: whether the log of this laptop is what was written."""

import argparse
from dataclasses import asdict

from caseworker_app.cli import output
from caseworker_app.cli.store import opened
from caseworker_app.workflow import trail


def run(wanted: argparse.Namespace) -> int:
    """Check every entry and every link; 1 where one was altered."""
    with opened(wanted) as ws:
        found = trail.verify(ws)
    if wanted.json:
        output.document(asdict(found))
    elif found.broken_at is None:
        output.say(f"留痕完整：{found.entries} 条，末条摘要 {found.head[:16]}")
    else:
        output.say(f"留痕从第 {found.broken_at} 条起与当时所写不符。请保留原文件并联系管理员。")
    return 0 if found.broken_at is None else 1
