"""The rule pack in use: kept from its first day here, replaced only by one that is whole."""

from dataclasses import replace
from datetime import date
from pathlib import Path

from caseworker_app.errors import UserError
from caseworker_app.intake.pack_file import opened, shipped
from caseworker_app.rules.policy.pack import Pack
from caseworker_app.store import (
    attachment as attachments,
    audit,
    household as households,
    meta,
    pack as packs,
    visit as visits,
)
from caseworker_app.store.database import Connection
from caseworker_app.wire.canonical import sha256
from caseworker_app.wire.operation import BlobRef
from caseworker_app.wire.replay import BASE, PACK
from caseworker_app.workflow.workspace import Workspace

INSTALLED = "pack.installed"
"""Act of the audit trail when a pack comes into use."""

_IN_USE = "pack.in_use"
_TOML = "application/toml"


def checked(path: Path) -> Pack:
    """Return the pack of a file; raises UserError with every fault, OutsideError if unreadable."""
    return opened(path)


def in_use(connection: Connection) -> Pack:
    """Return the pack an office installed here, else the one shipped with the application."""
    name = meta.text(connection, _IN_USE)
    return packs.load(connection, name) if name else shipped()


def since(ws: Workspace) -> str:
    """Return the instant since when this laptop has held the pack in use."""
    with ws.database.read() as connection:
        return packs.since(connection, ws.pack.hash)


def keep(connection: Connection, ws: Workspace) -> None:
    """Keep the pack in use by its hash, in the caller's transaction; once is enough."""
    if packs.put(connection, ws.pack, ws.at()):
        audit.append(connection, ws.at(), ws.person.id, INSTALLED, ws.pack.hash, ws.pack.id)


def attach(connection: Connection, pack: Pack) -> tuple[BlobRef, ...]:
    """Keep the texts of a pack as files that travel, once for each hash; return their names."""
    texts = {PACK: pack.text, BASE: pack.base}
    return tuple(_file(connection, role, text.encode()) for role, text in texts.items() if text)


def _file(connection: Connection, role: str, data: bytes) -> BlobRef:
    name = sha256(data)
    attachments.put(connection, name, data, _TOML)
    return BlobRef(name, len(data), _TOML, role)


def install(ws: Workspace, path: Path) -> Workspace:
    """Put the pack of a file into use from now on.

    Raises UserError with every fault of it, where it is not in force today or is of another
    region, or where a family has signed what another pack said and the visit is not sealed; then
    the pack in use stays in use. The pack already in use changes nothing.
    """
    pack = checked(path)
    _require_in_force(pack, ws.clock.today())
    with ws.database.write() as connection:
        _require_here(connection, pack)
        if pack.hash != ws.pack.hash:
            _require_nothing_signed(connection)
        packs.put(connection, pack, ws.at())
        if meta.text(connection, _IN_USE) != pack.hash:
            meta.put(connection, _IN_USE, pack.hash)
            audit.append(connection, ws.at(), ws.person.id, INSTALLED, pack.hash, pack.id)
    return replace(ws, pack=pack)


def _require_here(connection: Connection, pack: Pack) -> None:
    elsewhere = [region for region in households.regions(connection) if not pack.covers(region)]
    if elsewhere:
        raise UserError(
            f"规则包 {pack.id} 适用于地区 {pack.region}，本机有家庭在 {elsewhere[0]}，不在其中，"
            "没有启用，原规则包继续使用。请核对是否选错了规则包。"
        )


def _require_nothing_signed(connection: Connection) -> None:
    """Refuse while an amount a family signed for could still become another one."""
    open_visits = visits.in_progress(connection)
    signed = [line.head for line in open_visits if visits.load(connection, line.id).signatures]
    if signed:
        raise UserError(
            f"{'、'.join(signed)}等 {len(signed)} 户已签字尚未封存，换规则包会改变签过字的金额，"
            "没有启用，原规则包继续使用。请先封存，或撤回签字后再启用。"
        )


def _require_in_force(pack: Pack, day: date) -> None:
    if not pack.in_force(day):
        raise UserError(
            f"规则包 {pack.id} 的有效期为 {pack.effective_from} 至 {pack.effective_to}，"
            f"今天（{day}）不在其中，没有启用，原规则包继续使用。请在有效期内安装。"
        )
