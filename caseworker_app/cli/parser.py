"""The words of the command line; what they do lies in the module named after each command."""

import argparse
from pathlib import Path

from caseworker_app.cli.office_parser import apart, job, laptop, person, publishing, serve, slip
from caseworker_app.cli.options import (
    as_json,
    day,
    department_list,
    of_either,
    of_folder,
    of_server,
    positive,
)

_HOUSEHOLDS = 200
_SEED = 1


def parser() -> argparse.ArgumentParser:
    """Return the parser of ``caseworker`` and its commands."""
    top = argparse.ArgumentParser(
        prog="caseworker",
        description="社会救助动态复核：三比对三核查，离线入户，如实认定，安全送达。",
    )
    top.set_defaults(command="desktop")
    of_folder(top)
    commands = top.add_subparsers(metavar="COMMAND", dest="command_name")
    _demo(commands.add_parser("demo", help="演示乡镇：打开桌面，或不开窗口走完一天"))
    _cases(commands.add_parser("cases", help="按规则包解答算例"))
    _whatif(commands.add_parser("whatif", help="新规则包施行前，在全部家庭上试算得失与支出"))
    _import(commands.add_parser("import", help="读入部门发来的名单，逐行检查，不合格的行退回"))
    _compare(
        commands.add_parser("compare", help="全市三比对：家庭申报与户籍、车辆、房产登记逐户比对")
    )
    serve(commands.add_parser("serve", help="启动中心服务器"))
    slip(commands.add_parser("slip", help="在服务器上为一台笔记本开登记单"))
    person(commands.add_parser("person", help="在服务器上列出工作人员，改任岗位和辖区"))
    job(commands.add_parser("job", help="在服务器上安排、查看、停止后台任务：导入名单、全部比对"))
    laptop(commands.add_parser("laptop", help="在服务器上列出、停用已登记的笔记本"))
    apart(commands.add_parser("apart", help="在服务器上查看、处理待人工的记录"))
    _enrol(commands.add_parser("enrol", help="凭登记单登记本机"))
    _sync(commands.add_parser("sync", help="不开窗口送达并取回一次"))
    _bundle(commands.add_parser("bundle", help="不用网络，用U盘送达和取回"))
    _audit(commands.add_parser("audit", help="查看、核对本机或服务器的留痕"))
    _backup(commands.add_parser("backup", help="备份本机或服务器，可当即恢复到别处核对"))
    _restore(commands.add_parser("restore", help="从备份恢复到一个空文件夹"))
    _doctor(commands.add_parser("doctor", help="检查本机或服务器的状态，不含任何人的资料"))
    _pack(commands.add_parser("pack", help="查看、检查、启用、发布规则包"))
    _replay(commands.add_parser("replay", help="按当日规则重算已封存的核查"))
    _verify(commands.add_parser("verify", help="查验文书：是否真实、有无改动、何人何时封章"))
    return top


def _demo(command: argparse.ArgumentParser) -> None:
    command.set_defaults(command="demo")
    command.add_argument("--headless", action="store_true", help="不开窗口，走完一天并报告")
    command.add_argument(
        "--households", type=positive, default=_HOUSEHOLDS, metavar="N", help="户数"
    )
    command.add_argument("--seed", type=int, default=_SEED, metavar="S", help="随机种子")
    of_folder(command)
    as_json(command)


def _cases(command: argparse.ArgumentParser) -> None:
    command.set_defaults(command="cases")
    command.add_argument("files", nargs="+", type=Path, metavar="FILE", help="算例文件")
    command.add_argument("--pack", type=Path, metavar="FILE", help="规则包，默认用随程序附带的")
    command.add_argument("--explain", action="store_true", help="逐步说明怎么算出来的")
    as_json(command)


def _whatif(command: argparse.ArgumentParser) -> None:
    command.set_defaults(command="whatif")
    command.add_argument(
        "--households",
        type=Path,
        required=True,
        metavar="FILE",
        help="家庭，按算例格式；.jsonl 为每行一户，适于大量家庭",
    )
    command.add_argument("--pack", type=Path, required=True, metavar="A", help="试行的规则包")
    command.add_argument(
        "--against", type=Path, metavar="B", help="作为基准的规则包，默认用随程序附带的"
    )
    command.add_argument("--out", type=Path, metavar="FILE.csv", help="把有变化的家庭写成表格")
    as_json(command)


def _import(command: argparse.ArgumentParser) -> None:
    command.set_defaults(command="import_list")
    department_list(command)
    command.add_argument("--dry-run", action="store_true", help="只检查和报告，不写任何文件")
    as_json(command)


def _compare(command: argparse.ArgumentParser) -> None:
    command.set_defaults(command="compare")
    command.add_argument(
        "--households",
        type=Path,
        required=True,
        metavar="FILE",
        help="家庭申报：.csv、.xlsx，或含 household.parquet 的文件夹",
    )
    command.add_argument(
        "--registers",
        type=Path,
        required=True,
        metavar="DIR",
        help="文件夹，内有 persons、vehicles、estates（户籍、车辆、房产）.parquet、.csv 或 .xlsx",
    )
    command.add_argument(
        "--as-of", type=day, required=True, metavar="DATE", help="比对日期，如 2026-03-10"
    )
    command.add_argument(
        "--out",
        type=Path,
        required=True,
        metavar="FILE",
        help="差异写到 .csv、.xlsx 或 .parquet",
    )
    command.add_argument(
        "--engine", choices=["sqlite", "duckdb", "spark"], default="duckdb", help="比对引擎"
    )
    command.add_argument("--pack", type=Path, metavar="FILE", help="规则包，默认用随程序附带的")
    as_json(command)


def _enrol(command: argparse.ArgumentParser) -> None:
    command.set_defaults(command="enrol")
    command.add_argument("address", metavar="URL", help="服务器地址")
    command.add_argument("slip", metavar="CODE", help="登记单上的登记码")
    of_folder(command)


def _sync(command: argparse.ArgumentParser) -> None:
    command.set_defaults(command="sync")
    of_folder(command)
    as_json(command)


def _bundle(command: argparse.ArgumentParser) -> None:
    command.set_defaults(command="bundle")
    acts = command.add_subparsers(metavar="export|import", dest="what", required=True)
    export = acts.add_parser("export", help="把本机待送的都存成一个加密的送达包")
    take = acts.add_parser(
        "import", help="在服务器上（--files）导入送达包并写出回执包；在笔记本上收回执包"
    )
    for act in (export, take):
        act.add_argument("file", type=Path, metavar="FILE", help="送达包或回执包")
        of_folder(act)
        as_json(act)
    of_server(take)


def _audit(command: argparse.ArgumentParser) -> None:
    command.set_defaults(command="audit")
    acts = command.add_subparsers(metavar="verify|show", dest="what", required=True)
    verify = acts.add_parser("verify", help="核对留痕链是否完整")
    show = acts.add_parser("show", help="逐条列出：何时、何人、做了什么")
    show.add_argument("subject", metavar="ID", help="家庭、核查、文书或笔记本的编号")
    for act in (verify, show):
        of_server(act)
        of_folder(act)
        as_json(act)


def _backup(command: argparse.ArgumentParser) -> None:
    command.set_defaults(command="backup")
    command.add_argument("file", type=Path, metavar="FILE", help="备份写到这个文件，不覆盖")
    command.add_argument(
        "--verify",
        action="store_true",
        help="恢复到临时文件夹逐件核对；服务器的备份核对无误后，笔记本才可清出已送达的",
    )
    of_either(command)


def _restore(command: argparse.ArgumentParser) -> None:
    command.set_defaults(command="restore")
    command.add_argument("file", type=Path, metavar="FILE", help="备份文件")
    of_either(command)


def _doctor(command: argparse.ArgumentParser) -> None:
    command.set_defaults(command="doctor")
    of_either(command)


def _pack(command: argparse.ArgumentParser) -> None:
    command.set_defaults(command="pack")
    acts = command.add_subparsers(
        metavar="show|check|install|list|key|publish", dest="what", required=True
    )
    show = acts.add_parser("show", help="正在使用的规则包和今后的变动")
    check = acts.add_parser("check", help="只检查，列出全部错误，不启用")
    install = acts.add_parser("install", help="检查无误后启用；有误则不启用，原规则包继续使用")
    for act in (check, install):
        act.add_argument("file", type=Path, metavar="FILE", help="规则包文件")
    for act in (show, check, install):
        of_folder(act)
        as_json(act)
    publishing(acts)


def _replay(command: argparse.ArgumentParser) -> None:
    command.set_defaults(command="replay")
    command.add_argument(
        "visit", nargs="?", metavar="VISIT", help="核查表编号，默认为全部已封存的核查"
    )
    of_server(command)
    of_folder(command)
    as_json(command)


def _verify(command: argparse.ArgumentParser) -> None:
    command.set_defaults(command="verify")
    command.add_argument("papers", nargs="+", type=Path, metavar="FILE.pdf", help="要查验的文书")
    of_server(command)
    of_folder(command)
    as_json(command)
