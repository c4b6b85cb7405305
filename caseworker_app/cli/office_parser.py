"""The words of the commands for whoever looks after the office's server."""

import argparse
from pathlib import Path

from caseworker_app.cli.options import (
    as_json,
    day,
    department_list,
    of_folder,
    of_server,
)

_ROLES = (
    "岗位：caseworker 调查人员，township 乡镇（街道）负责人，county 县级民政部门，"
    "city 市级民政部门，administrator 系统管理员，auditor 审计人员"
)
_AREA = "辖区代码：市 4 位，县 6 位，乡镇（街道）9 位，村（社区）12 位"


def serve(command: argparse.ArgumentParser) -> None:
    """``caseworker serve``."""
    command.set_defaults(command="serve")
    of_server(command)
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


def slip(command: argparse.ArgumentParser) -> None:
    """``caseworker slip``."""
    command.set_defaults(command="slip")
    of_server(command)
    command.add_argument("--person", required=True, metavar="ID", help="工作人员编号")
    command.add_argument("--name", required=True, help="姓名")
    command.add_argument("--unit", required=True, help="单位")
    command.add_argument("--area", default="", metavar="CODE", help=_AREA)
    command.add_argument("--role", default="caseworker", metavar="ROLE", help=_ROLES)
    as_json(command)


def person(command: argparse.ArgumentParser) -> None:
    """``caseworker person``."""
    command.set_defaults(command="person")
    acts = command.add_subparsers(metavar="list|appoint", dest="what", required=True)
    listed = acts.add_parser("list", help="工作人员：编号、姓名、单位、岗位、辖区")
    appoint = acts.add_parser("appoint", help="改任岗位和辖区，下一次联系即生效")
    appoint.add_argument("person", metavar="ID", help="工作人员编号")
    appoint.add_argument("role", metavar="ROLE", help=_ROLES)
    appoint.add_argument("area", metavar="CODE", help=_AREA)
    for act in (listed, appoint):
        of_server(act)
        as_json(act)


def job(command: argparse.ArgumentParser) -> None:
    """``caseworker job``."""
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
    department_list(taken)
    compared = acts.add_parser("compare", help="全部家庭与登记库比对")
    compared.add_argument(
        "--out", type=Path, required=True, metavar="FILE", help="差异明细写到这里"
    )
    compared.add_argument("--as-of", type=day, required=True, metavar="DATE", help="比对日期")
    work = acts.add_parser("work", help="办理任务，直到标准输入关闭（由服务器启动）")
    for act in (listed, *named, taken, compared, work):
        of_server(act)
        as_json(act)


def laptop(command: argparse.ArgumentParser) -> None:
    """``caseworker laptop``."""
    command.set_defaults(command="laptop")
    acts = command.add_subparsers(metavar="list|revoke|lease|clock", dest="what", required=True)
    listed = acts.add_parser("list", help="已登记的笔记本：编号、是否在用、登记日期、工作人员")
    revoke = acts.add_parser("revoke", help="停用一台：不能再取数据，未送达的仍可送出")
    revoke.add_argument("laptop", metavar="ID", help="笔记本编号")
    lease = acts.add_parser("lease", help="使用期限：多少天没有联系办公室就锁定，只能送达")
    lease.add_argument("days", nargs="?", type=int, metavar="DAYS", help="改为多少天")
    clock = acts.add_parser("clock", help="列出所记时间待核对的记录和文书：电脑时间可能不对")
    for act in (listed, revoke, lease, clock):
        of_server(act)
        as_json(act)


def apart(command: argparse.ArgumentParser) -> None:
    """``caseworker apart``."""
    command.set_defaults(command="apart")
    acts = command.add_subparsers(metavar="list|admit|dismiss", dest="what", required=True)
    listed = acts.add_parser("list", help="收存而没有入档的记录：编号、内容、经手人、原因")
    admit = acts.add_parser("admit", help="入档：像迟到的工作一样，由现在负责的人裁决")
    admit.add_argument("ops", nargs="+", metavar="OP", help="记录编号，先核查后文书")
    dismiss = acts.add_parser("dismiss", help="不入档：原件照样保存，不再列出")
    dismiss.add_argument("op", metavar="OP", help="记录编号")
    dismiss.add_argument("--why", required=True, metavar="TEXT", help="原因，记入留痕")
    for act in (listed, admit, dismiss):
        of_server(act)
        as_json(act)


def publishing(acts: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Those of ``caseworker pack`` that publish."""
    listed = acts.add_parser("list", help="办公室发布的规则包：在服务器上查看，或看本机取到的")
    of_server(listed)
    of_folder(listed)
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
        "--from", type=day, dest="day", metavar="DATE", help="施行日期，默认为规则包写明的"
    )
    publish.add_argument(
        "--withdraw", action="append", default=[], metavar="NAME", help="撤下一个，名称如 list 所列"
    )
    of_server(publish)
    for act in (listed, key, publish):
        act.set_defaults(command="publish")
        as_json(act)
