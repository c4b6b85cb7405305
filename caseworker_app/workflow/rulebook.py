"""The rule packs of this laptop: those the office publishes, one installed here, the shipped one.

Each is kept from its first day here. A visit is judged by the pack it was begun with, whatever
comes later, until a person says otherwise.
"""

from dataclasses import replace
from datetime import date
from pathlib import Path

from caseworker_app.errors import UserError
from caseworker_app.intake.pack_file import opened, shipped
from caseworker_app.model.visit import Visit
from caseworker_app.rules.policy.choice import chosen
from caseworker_app.rules.policy.pack import Pack
from caseworker_app.store import (
    attachment as attachments,
    audit,
    freshness,
    household as households,
    meta,
    pack as packs,
    published,
    visit as visits,
)
from caseworker_app.store.database import Connection
from caseworker_app.wire.canonical import sha256
from caseworker_app.wire.operation import BlobRef
from caseworker_app.wire.replay import BASE, PACK
from caseworker_app.workflow.workspace import Workspace

INSTALLED = "pack.installed"
"""Act of the audit trail when a pack comes into use."""

_IN_USE, _COMPARED = "pack.in_use", "pack.compared"
_TOML = "application/toml"


def checked(path: Path) -> Pack:
    """Return the pack of a file; raises UserError with every fault, OutsideError if unreadable."""
    return opened(path)


def in_use(connection: Connection) -> Pack:
    """Return the pack a person installed here, else the one shipped with the application."""
    name = meta.text(connection, _IN_USE)
    return packs.load(connection, name) if name else shipped()


def is_own(ws: Workspace) -> bool:
    """Tell whether the pack in use came from a file a person installed here."""
    with ws.database.read() as connection:
        return meta.text(connection, _IN_USE) == ws.pack.hash


def of_today(connection: Connection, day: date) -> Pack:
    """Return the pack by which this laptop works on a day: the office's for its place, if any."""
    here = households.regions(connection)
    return _published(connection, here[0], day) if here else in_use(connection)


def of_region(connection: Connection, ws: Workspace, region: str, day: date) -> Pack:
    """Return the pack that holds for what is begun in a region on a day."""
    return _published(connection, region, day) if published.offers(connection) else ws.pack


def of_visit(connection: Connection, ws: Workspace, visit_id: str) -> Pack:
    """Return the pack an open visit is judged by."""
    own = packs.pinned(connection, visit_id)
    return packs.load(connection, own.pack) if own and own.pack != ws.pack.hash else ws.pack


def of(ws: Workspace, visit_id: str) -> Pack:
    """Return the same as ``of_visit``, read now."""
    with ws.database.read() as connection:
        return of_visit(connection, ws, visit_id)


def of_household(connection: Connection, ws: Workspace, household_id: str) -> Pack:
    """Return the pack of a household's current visit, or the one that holds where it lives."""
    current = visits.of_household(connection, household_id)
    if current and packs.pinned(connection, current):
        return of_visit(connection, ws, current)
    region = households.load(connection, household_id).region
    return of_region(connection, ws, region, ws.clock.today())


def begin(connection: Connection, ws: Workspace, visit: Visit) -> None:
    """Judge a new visit by the pack that holds on its day, from now to its seal."""
    pack = of_region(connection, ws, visit.household.region, visit.day)
    packs.put(connection, pack, ws.at())
    packs.pin(connection, visit.id, pack.hash, ws.at())


def compare_later(connection: Connection, ws: Workspace) -> None:
    """Mark every household to be compared anew where another pack holds than the last time."""
    before = meta.text(connection, _COMPARED)
    if before != ws.pack.hash:
        meta.put(connection, _COMPARED, ws.pack.hash)
        if before:
            freshness.compare_later(connection, households.ids_all(connection))


def _published(connection: Connection, region: str, day: date) -> Pack:
    found = chosen(published.offers(connection), region, day)
    return packs.load(connection, found.pack) if found else in_use(connection)


def since(ws: Workspace) -> str:
    """Return the instant since when this laptop has held the pack in use."""
    with ws.database.read() as connection:
        return packs.since(connection, ws.pack.hash)


def keep(connection: Connection, ws: Workspace, pack: Pack | None = None) -> None:
    """Keep a pack, or the one in use, by its hash, in the caller's transaction; once is enough."""
    pack = pack or ws.pack
    if packs.put(connection, pack, ws.at()):
        audit.append(connection, ws.at(), ws.person.id, INSTALLED, pack.hash, pack.id)


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

    Visits that were begun stay with the pack they have. Raises UserError with every fault of it,
    where it is not in force today, is of another region, or the office publishes what holds here;
    then the pack in use stays in use. The pack already in use changes nothing.
    """
    pack = checked(path)
    _require_in_force(pack, ws.clock.today())
    with ws.database.write() as connection:
        _require_here(connection, pack)
        _require_unpublished(connection, ws.clock.today())
        packs.put(connection, ws.pack, ws.at())
        packs.pin_rest(connection, ws.pack.hash)
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


def _require_unpublished(connection: Connection, day: date) -> None:
    """Refuse what would not be used: the office's word goes before a file's."""
    held = (
        chosen(published.offers(connection), one, day) for one in households.regions(connection)
    )
    if any(held):
        raise UserError(
            "本机的规则由办公室发布，这个文件没有启用，现用的规则继续使用。"
            "规则有误，请联系办公室更正后重新发布。"
        )


def _require_in_force(pack: Pack, day: date) -> None:
    if not pack.in_force(day):
        raise UserError(
            f"规则包 {pack.id} 的有效期为 {pack.effective_from} 至 {pack.effective_to}，"
            f"今天（{day}）不在其中，没有启用，原规则包继续使用。请在有效期内安装。"
        )
