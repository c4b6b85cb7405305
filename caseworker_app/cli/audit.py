"""``caseworker audit verify``: whether log and evidence of this laptop are what they were."""

import argparse
from dataclasses import asdict

from caseworker_app.cli import output
from caseworker_app.cli.store import opened
from caseworker_app.workflow import trail


def run(wanted: argparse.Namespace) -> int:
    """Check every entry, every link and every file; 1 where one was altered."""
    with opened(wanted) as ws:
        found = trail.verify(ws)
    if wanted.json:
        output.document(asdict(found))
    elif found.altered:
        output.say(f"有 {len(found.altered)} 个附件与收下时不一样。请保留原文件并联系管理员。")
    elif found.broken_at is None:
        output.say(f"留痕完整：{found.entries} 条，末条摘要 {found.head[:16]}")
    else:
        output.say(f"留痕从第 {found.broken_at} 条起与当时所写不符。请保留原文件并联系管理员。")
    return 0 if found.broken_at is None and not found.altered else 1
