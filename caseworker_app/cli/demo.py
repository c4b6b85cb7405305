"""``caseworker demo``: the demonstration township, on screen or as a whole day without a window."""

import argparse
import tempfile
from dataclasses import asdict
from importlib import import_module
from pathlib import Path

from caseworker_app import __version__, paths
from caseworker_app.cli import display, output
from caseworker_app.demo import day
from caseworker_app.demo.plan import Plan


def run(wanted: argparse.Namespace) -> int:
    """Carry out the day, or open the desktop on the township; 1 where the two sides disagree."""
    headless = wanted.headless or not display.is_there()
    folder = wanted.folder or _folder(wanted, headless=headless)
    plan = Plan(folder, wanted.households, wanted.seed)
    if not headless:
        # The window's libraries are needed only where there is a display.
        window: int = import_module("caseworker_app.cli.demo_window").show(plan)
        return window
    report = day.run(plan, output.progress)
    if wanted.json:
        output.document(asdict(report))
    else:
        _tell(report)
    return 0 if report.agree else 1


def _folder(wanted: argparse.Namespace, *, headless: bool) -> Path:
    """Return a fresh folder for a day without a window, one that is kept for the desktop."""
    if headless:
        return Path(tempfile.mkdtemp(prefix="caseworker-demo-"))
    return paths.data_folder() / f"demo-{__version__}-{wanted.households}-{wanted.seed}"


def _tell(report: day.Report) -> None:
    kinds = "、".join(f"{code} {count}" for code, count in report.discrepancies.items())
    output.say(
        f"户数 {report.households}，已比对 {report.compared}，"
        f"差异 {sum(report.discrepancies.values())} 处"
    )
    output.say(f"  {kinds}")
    output.say(f"入户 {report.visited}，封存 {report.sealed}，已送达 {report.delivered}")
    output.say(f"现场发现 {report.found.kind} {report.found.value}：{report.found.answer}")
    output.say(
        "本机与服务器逐件核对一致" if report.agree else "本机与服务器不一致，请把日志交给管理员"
    )
    output.say(f"核查表 PDF: {report.folder}")
    output.say(f"用时 {report.seconds} 秒")
