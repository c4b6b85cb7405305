"""状态检查 of a server: whether all is as it should be, said without anybody's data."""

import shutil
import sqlite3
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

from sqlalchemy import Connection, func, select, text
from sqlalchemy.exc import DatabaseError

from caseworker_app import __version__
from caseworker_app.model.checkup import CLOCK_OUT, LATE_DAYS, Finding, disk
from caseworker_app.model.values import CHINA
from caseworker_app.server import apart, audit, snapshot, upgrade
from caseworker_app.server.central import DURABLE, Configuration, fact, system_clock
from caseworker_app.server.database import Database, url_in
from caseworker_app.server.tables import (
    audit as trail,
    blob,
    conflict,
    device,
    done,
    oplog as log,
)

_BROKEN = Finding(
    "store",
    "数据库",
    "打不开或已损坏。请停止服务器，用最近的备份恢复，并联系管理员。",
    sound=False,
)
_DAY = 86_400_000
_BACK_UP = "请运行 caseworker backup FILE --verify。"


def examine(configuration: Configuration, now: int | None = None) -> tuple[Finding, ...]:
    """Look at an installation and change nothing; ``now`` in milliseconds UTC."""
    now = system_clock() if now is None else now
    folder = configuration.folder
    findings = [Finding("version", "程序", __version__)]
    if not configuration.url and not (folder / snapshot.DATABASE).exists():
        return (*findings, _BROKEN)  # opening it would make an empty one
    database = Database(configuration.url or url_in(folder))
    try:
        with database.read() as connection:
            findings += _of_database(connection, configuration, now)
    except (DatabaseError, sqlite3.DatabaseError):  # the latter before SQLAlchemy has it
        findings.append(_BROKEN)
    finally:
        database.close()
    findings.append(disk(shutil.disk_usage(folder).free))
    return tuple(findings)


def _of_database(connection: Connection, place: Configuration, now: int) -> Iterator[Finding]:
    found = upgrade.revision(connection)
    yield Finding("store", "数据库", "能打开")
    if found != upgrade.REVISION:
        said = f"{found or '空'}，本程序用 {upgrade.REVISION}。请启动一次服务器，或安装新版本。"
        yield Finding("migrations", "数据结构", said, sound=False)
        return
    yield Finding("migrations", "数据结构", found)
    if connection.dialect.name == "sqlite":
        yield _integrity(connection)
    if not place.files:
        yield _files(connection, place.folder)
    yield _trail(connection)
    yield _amount(connection)
    yield _durable(connection, now)
    yield _clock(connection, now)


def _integrity(connection: Connection) -> Finding:
    whole = connection.execute(text("PRAGMA integrity_check(1)")).scalar_one() == "ok"
    said = "完整" if whole else "已损坏。请停止服务器，用最近的备份恢复，并联系管理员。"
    return Finding("integrity", "完整性", said, whole)


def _files(connection: Connection, folder: Path) -> Finding:
    """Look for every file by name and size; only a backup hashes them all."""
    rows = connection.execute(select(blob.c.sha, blob.c.size)).all()
    lacking = sum(not _is_there(folder, row.sha, row.size) for row in rows)
    if lacking:
        said = f"{len(rows)} 个中有 {lacking} 个缺失或大小不对。请从备份取回，并联系管理员。"
        return Finding("files", "附件", said, sound=False)
    return Finding("files", "附件", f"{len(rows)} 个都在")


def _is_there(folder: Path, sha: str, size: int) -> bool:
    path = folder / snapshot.name_of(sha.removeprefix("sha256:"))
    return path.exists() and path.stat().st_size == size


def _trail(connection: Connection) -> Finding:
    found = audit.checked(connection)
    if found.broken_at is None:
        return Finding("trail", "留痕", f"完整，{found.entries} 条")
    said = f"从第 {found.broken_at} 条起与当时所写不符。请保留原文件并联系管理员。"
    return Finding("trail", "留痕", said, sound=False)


def _amount(connection: Connection) -> Finding:
    laptops = connection.scalar(select(func.count()).select_from(device))
    disputed = select(func.count()).where(conflict.c.open)
    said = (
        f"{connection.scalar(select(func.count()).select_from(log))} 件，"
        f"来自 {laptops} 台笔记本；待人工 {apart.count(connection)} 件，"
        f"待裁决 {connection.scalar(disputed)} 处"
    )
    return Finding("operations", "收到的记录", said)


def _durable(connection: Connection, now: int) -> Finding:
    durable = int(fact(connection, DURABLE))
    count, oldest = connection.execute(
        select(func.count(), func.min(log.c.at))
        .join(done, done.c.op == log.c.op)
        .where(done.c.done > durable)
    ).one()
    last = connection.scalar(select(func.max(trail.c.at)).where(trail.c.act == "backup.verified"))
    when = f"{datetime.fromisoformat(last).astimezone(CHINA):%Y-%m-%d}" if last else "从未"
    said = f"上次核对无误的备份：{when}；还没有备份的 {count} 件"
    if count and now - oldest > LATE_DAYS * _DAY:
        return Finding(
            "durable", "备份", f"{said}，有的已超过 {LATE_DAYS} 天。{_BACK_UP}", sound=False
        )
    return Finding("durable", "备份", said)


def _clock(connection: Connection, now: int) -> Finding:
    """Time cannot lie before what was already written down."""
    newest = connection.scalar(select(func.max(log.c.at))) or 0
    if newest - now <= CLOCK_OUT * 1000:
        return Finding(
            "clock",
            "时钟",
            f"{datetime.fromtimestamp(now / 1000, UTC).astimezone(CHINA):%Y-%m-%d %H:%M}",
        )
    said = f"比最近收到的记录还早 {(newest - now) // 60_000} 分钟。请校准服务器的日期和时间。"
    return Finding("clock", "时钟", said, sound=False)
