"""The words of the command line; what they do lies in the module named after each command."""

import argparse
from datetime import date
from pathlib import Path

_HOUSEHOLDS = 200
_SEED = 1
_KINDS = {
    "persons": "户籍", "vehicles": "车辆", "estates": "房产", "households": "家庭申报",
    "insurance": "社会保险", "allowance": "待遇发放", "tax": "个人所得税", "fund": "公积金",
    "business": "市场主体", "asset": "金融资产", "policy": "商业保险",
    "consumption": "水电燃气通信", "disability": "残疾人证", "school": "学籍", "funeral": "殡葬",
    "clue": "线索", "attempt": "入户未果",
}  # fmt: skip
"""Of lists; written out since the program must start without what reads them."""
_ROLES = (
    "岗位：caseworker 调查人员，township 乡镇（街道）负责人，county 县级民政部门，"
    "city 市级民政部门，administrator 系统管理员，auditor 审计人员"
)
_AREA = "辖区代码：市 4 位，县 6 位，乡镇（街道）9 位，村（社区）12 位"


def parser() -> argparse.ArgumentParser:
    """Return the parser of ``caseworker`` and its commands."""
    top = argparse.ArgumentParser(
        prog="caseworker",
        description="社会救助动态复核：三比对三核查，离线入户，如实认定，安全送达。",
    )
    top.set_defaults(command="desktop")
    _folder(top)
    commands = top.add_subparsers(metavar="COMMAND", dest="command_name")
    _demo(commands.add_parser("demo", help="演示乡镇：打开桌面，或不开窗口走完一天"))
    _cases(commands.add_parser("cases", help="按规则包解答算例"))
    _whatif(commands.add_parser("whatif", help="新规则包施行前，在全部家庭上试算得失与支出"))
    _import(commands.add_parser("import", help="读入部门发来的名单，逐行检查，不合格的行退回"))
    _compare(
        commands.add_parser("compare", help="全市三比对：家庭申报与户籍、车辆、房产登记逐户比对")
    )
    _serve(commands.add_parser("serve", help="启动中心服务器"))
    _slip(commands.add_parser("slip", help="在服务器上为一台笔记本开登记单"))
    _person(commands.add_parser("person", help="在服务器上列出工作人员，改任岗位和辖区"))
    _job(commands.add_parser("job", help="在服务器上安排、查看、停止后台任务：导入名单、全部比对"))
    _laptop(commands.add_parser("laptop", help="在服务器上列出、停用已登记的笔记本"))
    _apart(commands.add_parser("apart", help="在服务器上查看、处理待人工的记录"))
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


def _folder(command: argparse.ArgumentParser) -> None:
    command.add_argument("--folder", type=Path, metavar="DIR", help="数据文件夹")


def _json(command: argparse.ArgumentParser) -> None:
    command.add_argument("--json", action="store_true", help="结果为一份 JSON")


def _demo(command: argparse.ArgumentParser) -> None:
    command.set_defaults(command="demo")
    command.add_argument("--headless", action="store_true", help="不开窗口，走完一天并报告")
    command.add_argument(
        "--households", type=_positive, default=_HOUSEHOLDS, metavar="N", help="户数"
    )
    command.add_argument("--seed", type=int, default=_SEED, metavar="S", help="随机种子")
    _folder(command)
    _json(command)


def _cases(command: argparse.ArgumentParser) -> None:
    command.set_defaults(command="cases")
    command.add_argument("files", nargs="+", type=Path, metavar="FILE", help="算例文件")
    command.add_argument("--pack", type=Path, metavar="FILE", help="规则包，默认用随程序附带的")
    command.add_argument("--explain", action="store_true", help="逐步说明怎么算出来的")
    _json(command)


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
    _json(command)


def _import(command: argparse.ArgumentParser) -> None:
    command.set_defaults(command="import_list")
    _list(command)
    command.add_argument("--dry-run", action="store_true", help="只检查和报告，不写任何文件")
    _json(command)


def _list(command: argparse.ArgumentParser) -> None:
    kinds = "，".join(f"{kind} {word}" for kind, word in _KINDS.items())
    command.add_argument("file", type=Path, metavar="FILE", help="名单：.xlsx .xls .ods .csv")
    command.add_argument("--kind", required=True, choices=_KINDS, metavar="KIND", help=kinds)
    command.add_argument(
        "--mapping", type=Path, metavar="FILE", help="表头与字段的对应；没有这个文件则写一份"
    )
    command.add_argument(
        "--department", default="", help="发来名单的部门，默认为主管这类登记的部门"
    )
    command.add_argument(
        "--as-of", type=_day, metavar="DATE", help="数据日期，默认取名单里写的，没有写的按今天"
    )


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
        "--as-of", type=_day, required=True, metavar="DATE", help="比对日期，如 2026-03-10"
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
    _json(command)


def _server_place(command: argparse.ArgumentParser) -> None:
    command.add_argument(
        "--database", metavar="URL", help="数据库（postgresql://…），默认用文件夹中的 SQLite"
    )
    command.add_argument(
        "--files", metavar="DIR|URL", help="存放附件与服务器密钥的文件夹，或附件存储 s3://…"
    )
    command.add_argument(
        "--keys", type=Path, metavar="DIR", help="服务器密钥另放的文件夹，附件在 s3://… 时用"
    )


def _serve(command: argparse.ArgumentParser) -> None:
    command.set_defaults(command="serve")
    _server_place(command)
    command.add_argument("--host", default="127.0.0.1", metavar="H", help="监听地址")
    command.add_argument(
        "--port", type=int, default=8327, metavar="P", help="端口，0 为任一空闲端口"
    )
    command.add_argument(
        "--workers", type=int, default=1, metavar="N", help="进程数，多于一个须用 PostgreSQL"
    )
    command.add_argument(
        "--tls",
        action=argparse.BooleanOptionalAction,
        help="线路加密；不写时：只服务本机不加密，否则加密。网关已加密的可用 --no-tls",
    )
    command.add_argument(
        "--until-input-closes", action="store_true", help="标准输入关闭即停止（由别的程序启动时用）"
    )


def _slip(command: argparse.ArgumentParser) -> None:
    command.set_defaults(command="slip")
    _server_place(command)
    command.add_argument("--person", required=True, metavar="ID", help="工作人员编号")
    command.add_argument("--name", required=True, help="姓名")
    command.add_argument("--unit", required=True, help="单位")
    command.add_argument("--area", default="", metavar="CODE", help=_AREA)
    command.add_argument("--role", default="caseworker", metavar="ROLE", help=_ROLES)
    _json(command)


def _person(command: argparse.ArgumentParser) -> None:
    command.set_defaults(command="person")
    acts = command.add_subparsers(metavar="list|appoint", dest="what", required=True)
    listed = acts.add_parser("list", help="工作人员：编号、姓名、单位、岗位、辖区")
    appoint = acts.add_parser("appoint", help="改任岗位和辖区，下一次联系即生效")
    appoint.add_argument("person", metavar="ID", help="工作人员编号")
    appoint.add_argument("role", metavar="ROLE", help=_ROLES)
    appoint.add_argument("area", metavar="CODE", help=_AREA)
    for act in (listed, appoint):
        _server_place(act)
        _json(act)


def _job(command: argparse.ArgumentParser) -> None:
    command.set_defaults(command="job")
    words = "list|show|stop|again|import|compare|work"
    acts = command.add_subparsers(metavar=words, dest="what", required=True)
    listed = acts.add_parser("list", help="所有任务，新的在前")
    one = {
        "show": "一个任务：进度、结果、退回的行在哪里",
        "stop": "停止一个任务，不留半份资料",
        "again": "把停止、中断或没有办成的任务再办一次",
    }
    named = [acts.add_parser(name, help=told) for name, told in one.items()]
    for act in named:
        act.add_argument("job", metavar="ID", help="任务编号")
    taken = acts.add_parser("import", help="把部门名单导入登记库，不合格的行退回")
    _list(taken)
    compared = acts.add_parser("compare", help="全部家庭与登记库比对")
    compared.add_argument(
        "--out", type=Path, required=True, metavar="FILE", help="差异明细写到这里"
    )
    compared.add_argument("--as-of", type=_day, required=True, metavar="DATE", help="比对日期")
    work = acts.add_parser("work", help="办理任务，直到标准输入关闭（由服务器启动）")
    for act in (listed, *named, taken, compared, work):
        _server_place(act)
        _json(act)


def _laptop(command: argparse.ArgumentParser) -> None:
    command.set_defaults(command="laptop")
    acts = command.add_subparsers(metavar="list|revoke|lease|clock", dest="what", required=True)
    listed = acts.add_parser("list", help="已登记的笔记本：编号、是否在用、登记日期、工作人员")
    revoke = acts.add_parser("revoke", help="停用一台：不能再取数据，未送达的仍可送出")
    revoke.add_argument("laptop", metavar="ID", help="笔记本编号")
    lease = acts.add_parser("lease", help="使用期限：多少天没有联系办公室就锁定，只能送达")
    lease.add_argument("days", nargs="?", type=int, metavar="DAYS", help="改为多少天")
    clock = acts.add_parser("clock", help="列出所记时间待核对的记录和文书：电脑时间可能不对")
    for act in (listed, revoke, lease, clock):
        _server_place(act)
        _json(act)


def _apart(command: argparse.ArgumentParser) -> None:
    command.set_defaults(command="apart")
    acts = command.add_subparsers(metavar="list|admit|dismiss", dest="what", required=True)
    listed = acts.add_parser("list", help="收存而没有入档的记录：编号、内容、经手人、原因")
    admit = acts.add_parser("admit", help="入档：像迟到的工作一样，由现在负责的人裁决")
    admit.add_argument("ops", nargs="+", metavar="OP", help="记录编号，先核查后文书")
    dismiss = acts.add_parser("dismiss", help="不入档：原件照样保存，不再列出")
    dismiss.add_argument("op", metavar="OP", help="记录编号")
    dismiss.add_argument("--why", required=True, metavar="TEXT", help="原因，记入留痕")
    for act in (listed, admit, dismiss):
        _server_place(act)
        _json(act)


def _enrol(command: argparse.ArgumentParser) -> None:
    command.set_defaults(command="enrol")
    command.add_argument("address", metavar="URL", help="服务器地址")
    command.add_argument("slip", metavar="CODE", help="登记单上的登记码")
    _folder(command)


def _sync(command: argparse.ArgumentParser) -> None:
    command.set_defaults(command="sync")
    _folder(command)
    _json(command)


def _bundle(command: argparse.ArgumentParser) -> None:
    command.set_defaults(command="bundle")
    acts = command.add_subparsers(metavar="export|import", dest="what", required=True)
    export = acts.add_parser("export", help="把本机待送的都存成一个加密的送达包")
    take = acts.add_parser(
        "import", help="在服务器上（--files）导入送达包并写出回执包；在笔记本上收回执包"
    )
    for act in (export, take):
        act.add_argument("file", type=Path, metavar="FILE", help="送达包或回执包")
        _folder(act)
        _json(act)
    _server_place(take)


def _audit(command: argparse.ArgumentParser) -> None:
    command.set_defaults(command="audit")
    acts = command.add_subparsers(metavar="verify|show", dest="what", required=True)
    verify = acts.add_parser("verify", help="核对留痕链是否完整")
    show = acts.add_parser("show", help="逐条列出：何时、何人、做了什么")
    show.add_argument("subject", metavar="ID", help="家庭、核查、文书或笔记本的编号")
    for act in (verify, show):
        _server_place(act)
        _folder(act)
        _json(act)


def _backup(command: argparse.ArgumentParser) -> None:
    command.set_defaults(command="backup")
    command.add_argument("file", type=Path, metavar="FILE", help="备份写到这个文件，不覆盖")
    command.add_argument(
        "--verify",
        action="store_true",
        help="恢复到临时文件夹逐件核对；服务器的备份核对无误后，笔记本才可清出已送达的",
    )
    _either_place(command)


def _restore(command: argparse.ArgumentParser) -> None:
    command.set_defaults(command="restore")
    command.add_argument("file", type=Path, metavar="FILE", help="备份文件")
    _either_place(command)


def _doctor(command: argparse.ArgumentParser) -> None:
    command.set_defaults(command="doctor")
    _either_place(command)


def _either_place(command: argparse.ArgumentParser) -> None:
    _server_place(command)
    _folder(command)
    _json(command)


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
        _folder(act)
        _json(act)
    _publishing(acts)


def _publishing(acts: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    listed = acts.add_parser("list", help="办公室发布的规则包：在服务器上查看，或看本机取到的")
    _server_place(listed)
    _folder(listed)
    key = acts.add_parser("key", help="生成发布密钥，存在管理员保管的文件夹里，不放在服务器上")
    key.add_argument("key", type=Path, metavar="DIR", help="新密钥的文件夹，如U盘上的")
    key.add_argument("--after", type=Path, metavar="DIR", help="原密钥的文件夹，由它签出新密钥")
    publish = acts.add_parser(
        "publish", help="在服务器上检查、签名、发布；不写文件则只把现有的再签一次，延长有效期"
    )
    publish.add_argument(
        "packs",
        nargs="*",
        type=Path,
        metavar="FILE",
        help="规则包，或文书文字（F05.toml）及其文件夹",
    )
    publish.add_argument("--key", type=Path, required=True, metavar="DIR", help="发布密钥的文件夹")
    publish.add_argument(
        "--from", type=_day, dest="day", metavar="DATE", help="施行日期，默认为规则包写明的"
    )
    publish.add_argument(
        "--withdraw", action="append", default=[], metavar="NAME", help="撤下一个，名称如 list 所列"
    )
    _server_place(publish)
    for act in (listed, key, publish):
        act.set_defaults(command="publish")
        _json(act)


def _replay(command: argparse.ArgumentParser) -> None:
    command.set_defaults(command="replay")
    command.add_argument(
        "visit", nargs="?", metavar="VISIT", help="核查表编号，默认为全部已封存的核查"
    )
    _server_place(command)
    _folder(command)
    _json(command)


def _verify(command: argparse.ArgumentParser) -> None:
    command.set_defaults(command="verify")
    command.add_argument("papers", nargs="+", type=Path, metavar="FILE.pdf", help="要查验的文书")
    _server_place(command)
    _folder(command)
    _json(command)


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError("应写作 2026-10-31") from None


def _positive(text: str) -> int:
    value = int(text)
    if value < 1:
        raise argparse.ArgumentTypeError("应为正整数")
    return value
