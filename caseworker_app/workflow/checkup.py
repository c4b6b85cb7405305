"""状态检查 of a laptop: whether all is as it should be, said without anybody's data."""

import shutil
from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path

from caseworker_app import __version__
from caseworker_app.errors import OutsideError
from caseworker_app.model.checkup import LATE_DAYS, Finding, disk
from caseworker_app.model.values import CHINA
from caseworker_app.rules import clock as clocks
from caseworker_app.store import ballast, checkup as store, key
from caseworker_app.store.ballast import State
from caseworker_app.store.checkup import Looked
from caseworker_app.store.database import Connection
from caseworker_app.workflow.exchange import OFFICE_TIME
from caseworker_app.workflow.office_clock import OFFSET
from caseworker_app.workflow.outgoing import LAST_CONTACT
from caseworker_app.workflow.workspace import Clock, SystemClock

_OFFICE = "office.address"
_BALLAST = {State.KEPT: "已预留", State.SPENT: "已用上，腾出空间后会重新预留", State.NONE: "没有"}


def examine(folder: Path, passphrase: str, clock: Clock | None = None) -> tuple[Finding, ...]:
    """Look at an installation and change nothing; raises UserError for a wrong passphrase."""
    now = (clock or SystemClock()).now()
    data_key = key.unlock(folder, passphrase, now)
    findings = [Finding("version", "程序", __version__)]
    try:
        with store.opened(folder, data_key) as connection:
            findings += _of_store(connection, now)
    except OutsideError as error:
        findings.append(Finding("store", "数据文件", str(error), sound=False))
    kept = ballast.state(folder)
    findings.append(Finding("ballast", "为送达预留的空间", _BALLAST[kept], kept is not State.SPENT))
    findings.append(disk(shutil.disk_usage(folder).free))
    return tuple(findings)


def _of_store(connection: Connection, now: datetime) -> Iterator[Finding]:
    yield Finding("store", "数据文件", "能打开")
    found = store.version(connection)
    if found > store.HEAD:
        said = "由更新版本的程序写成，请升级程序。"
        yield Finding("migrations", "数据结构", f"{found}，{said}", sound=False)
    elif found != store.HEAD:
        yield Finding("migrations", "数据结构", f"{found}，下次打开时升级到 {store.HEAD}")
    else:
        yield Finding("migrations", "数据结构", found)
    whole = store.is_whole(connection)
    said = "完整" if whole else "已损坏。请停止使用，用最近的备份恢复，并联系管理员。"
    yield Finding("integrity", "完整性", said, whole)
    if whole and found == store.HEAD:
        looked = store.look(connection, (_OFFICE, LAST_CONTACT, OFFICE_TIME, OFFSET))
        yield _trail(looked)
        yield _files(looked)
        yield _waiting(looked, now)
        if looked.facts[_OFFICE]:
            yield from _office(looked, now)


def _trail(looked: Looked) -> Finding:
    broken = looked.trail.broken_at
    if broken is None:
        return Finding("trail", "留痕", f"完整，{looked.trail.entries} 条")
    said = f"从第 {broken} 条起与当时所写不符。请保留原文件并联系管理员。"
    return Finding("trail", "留痕", said, sound=False)


def _files(looked: Looked) -> Finding:
    if not looked.altered:
        return Finding("files", "附件", "都与收下时一样")
    said = f"有 {looked.altered} 个与收下时不一样。请保留原文件并联系管理员。"
    return Finding("files", "附件", said, sound=False)


def _waiting(looked: Looked, now: datetime) -> Finding:
    waiting = looked.waiting
    if waiting.oldest_at is None:
        return Finding("waiting", "待送达", "没有")
    oldest = datetime.fromisoformat(waiting.oldest_at)
    said = f"{waiting.waiting} 件，最早的封存于 {_shown(oldest)}"
    if now - oldest > timedelta(days=LATE_DAYS):
        return Finding("waiting", "待送达", f"{said}，已等了很久。请联网送达。", sound=False)
    if waiting.problems:
        said = f"{said}，其中 {waiting.problems} 件没有送成。请到送达页查看。"
        return Finding("waiting", "待送达", said, sound=False)
    return Finding("waiting", "待送达", said)


def _office(looked: Looked, now: datetime) -> Iterator[Finding]:
    contact = looked.facts[LAST_CONTACT]
    said = _shown(datetime.fromisoformat(contact)) if contact else "还没有联系过办公室"
    yield Finding("contact", "上次联系", said)
    held = looked.waiting.held
    yield Finding("durable", "已备份", f"已送达 {held} 件，其中 {looked.durable} 件办公室有备份")
    if looked.facts[OFFICE_TIME]:
        yield _clock(looked, now)


def _clock(looked: Looked, now: datetime) -> Finding:
    """Compare with the server's clock at the last contact, which time cannot lie before."""
    ahead = int(looked.facts[OFFSET] or 0)
    behind = int(looked.facts[OFFICE_TIME]) - int(now.timestamp() * 1000)
    apart = max(abs(ahead), behind)
    if not clocks.is_off(apart):
        return Finding("clock", "时钟", "与办公室一致")
    said = f"与办公室相差约 {apart // 60_000} 分钟。请校准电脑的日期和时间。"
    return Finding("clock", "时钟", said, sound=False)


def _shown(instant: datetime) -> str:
    return f"{instant.astimezone(CHINA):%Y-%m-%d %H:%M}"
