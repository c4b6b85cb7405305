"""What several commands are asked with."""

import argparse
from datetime import date
from pathlib import Path

KINDS = {
    "persons": "户籍", "vehicles": "车辆", "estates": "房产", "households": "家庭申报",
    "insurance": "社会保险", "allowance": "待遇发放", "tax": "个人所得税", "fund": "公积金",
    "business": "市场主体", "asset": "金融资产", "policy": "商业保险",
    "consumption": "水电燃气通信", "disability": "残疾人证", "school": "学籍", "funeral": "殡葬",
    "clue": "线索", "attempt": "入户未果",
}  # fmt: skip
"""Of lists; written out since the program must start without what reads them."""


def of_folder(command: argparse.ArgumentParser) -> None:
    """Let a command be told where a laptop keeps its things."""
    command.add_argument("--folder", type=Path, metavar="DIR", help="数据文件夹")


def as_json(command: argparse.ArgumentParser) -> None:
    """Let a command answer for a program."""
    command.add_argument("--json", action="store_true", help="结果为一份 JSON")


def department_list(command: argparse.ArgumentParser) -> None:
    """Let a command take a list from a department."""
    kinds = "，".join(f"{kind} {word}" for kind, word in KINDS.items())
    command.add_argument("file", type=Path, metavar="FILE", help="名单：.xlsx .xls .ods .csv")
    command.add_argument("--kind", required=True, choices=KINDS, metavar="KIND", help=kinds)
    command.add_argument(
        "--mapping", type=Path, metavar="FILE", help="表头与字段的对应；没有这个文件则写一份"
    )
    command.add_argument(
        "--department", default="", help="发来名单的部门，默认为主管这类登记的部门"
    )
    command.add_argument(
        "--as-of", type=day, metavar="DATE", help="数据日期，默认取名单里写的，没有写的按今天"
    )


def of_server(command: argparse.ArgumentParser) -> None:
    """Let a command be told where a server keeps its things."""
    command.add_argument(
        "--database", metavar="URL", help="数据库（postgresql://…），默认用文件夹中的 SQLite"
    )
    command.add_argument(
        "--files", metavar="DIR|URL", help="存放附件与服务器密钥的文件夹，或附件存储 s3://…"
    )
    command.add_argument(
        "--keys", type=Path, metavar="DIR", help="服务器密钥另放的文件夹，附件在 s3://… 时用"
    )


def of_either(command: argparse.ArgumentParser) -> None:
    """Let a command be told of either, and answer for a program."""
    of_server(command)
    of_folder(command)
    as_json(command)


def day(text: str) -> date:
    """Return a civil day; raises ArgumentTypeError."""
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError("应写作 2026-10-31") from None


def positive(text: str) -> int:
    """Return a number above zero; raises ArgumentTypeError."""
    value = int(text)
    if value < 1:
        raise argparse.ArgumentTypeError("应为正整数")
    return value
