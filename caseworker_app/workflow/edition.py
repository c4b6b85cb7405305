"""规则更新: the office's rule packs come after a delivery, whole or not at all.

The key that signs their list is trusted from the first one on; what does not prove itself is told
in a sentence, and the rules that were here go on. Nothing of this ever locks a laptop.
"""

from collections.abc import Iterable, Iterator, Mapping
from datetime import UTC, date, datetime
from typing import NamedTuple

import msgspec

from caseworker_app.errors import CaseworkError, RefusedError, UserError
from caseworker_app.intake import pack_file
from caseworker_app.model.values import CHINA
from caseworker_app.rules.policy.choice import Offer
from caseworker_app.rules.policy.pack import Pack
from caseworker_app.store import audit, lease as leases, meta, pack as packs, published
from caseworker_app.store.database import Connection
from caseworker_app.wire import manifest as lists
from caseworker_app.wire.canonical import canonical
from caseworker_app.wire.manifest import DAY, Edition, Item, Manifest
from caseworker_app.workflow.workspace import Workspace

INSTALLED, REFUSED = "manifest.installed", "manifest.refused"
"""Acts of the audit trail."""
_PUBLISHER, _LIST, _FAULT = "publisher.public", "manifest", "manifest.fault"
_KEPT = "没有采用，现用的规则继续使用，已做的工作都不受影响。"
_ASK = "请把这句话告诉管理员。"
_FOREIGN = f"办公室发来的规则目录不是本机信任的发布密钥签的，{_KEPT}{_ASK}"
_OLDER = (
    "办公室的规则目录是{there}版，本机已有更新的{here}版，服务器可能恢复过。"
    f"旧目录{_KEPT}请管理员重新发布一次。"
)
_EXPIRED = (
    f"办公室发来的规则目录已于{{day}}过期，{_KEPT}请先核对电脑时间；时间不错，请管理员重新发布。"
)
_ALTERED = (
    f"规则文件 {{path}} 与目录所记的不一样，这次的规则更新{_KEPT}请再送达一次，再不行请告诉管理员。"
)


class Offered(NamedTuple):
    """A file of a list, and the pack it holds; None where it holds texts of a form."""

    item: Item
    pack: Pack | None
    text: str


def name(version: int) -> str:
    """Return a version as people say it: the minute of its publication."""
    text = str(version)
    try:
        at = datetime.strptime(text, "%Y%m%d%H%M").replace(tzinfo=CHINA)
    except ValueError:
        return text
    return f"{at:%Y-%m-%d %H:%M} "


def installed(connection: Connection) -> Manifest | None:
    """Return the list whose packs are here; None before the first."""
    found = meta.text(connection, _LIST)
    return msgspec.json.decode(found, type=Manifest) if found else None


def version(connection: Connection) -> int:
    """Return the version of the list whose packs are here; 0 before the first."""
    found = installed(connection)
    return found.version if found else 0


def is_here(connection: Connection, offered: int) -> bool:
    """Tell whether a server with a list of this version, 0 for none, has nothing to bring."""
    return offered in {0, version(connection)}


def trust(connection: Connection, office: bytes, vouched: str) -> None:
    """Trust who the office says publishes, where nobody was trusted before; then never again.

    ``office`` is the server's public key, raw.
    """
    public = lists.believed(vouched, office)
    if public and meta.raw(connection, _PUBLISHER) is None:
        meta.put(connection, _PUBLISHER, public)


def require_genuine(connection: Connection, ws: Workspace, manifest: Manifest) -> None:
    """Raise RefusedError for a list of somebody else, an earlier one, or one whose term is over."""
    pinned = meta.raw(connection, _PUBLISHER)
    if not pinned or not lists.genuine(manifest) or not lists.follows(manifest, pinned):
        raise RefusedError(_FOREIGN)
    here = version(connection)
    if manifest.version < here:
        raise RefusedError(_OLDER.format(there=name(manifest.version), here=name(here)))
    if manifest.expires <= ws.now_ms():
        raise RefusedError(_EXPIRED.format(day=_day(manifest.expires)))


def missing(connection: Connection, manifest: Manifest) -> tuple[str, ...]:
    """Return the content addresses of a list that are not here yet."""
    here = published.texts(connection)
    return tuple(dict.fromkeys(item.sha for item in manifest.items if item.sha not in here))


def understood(items: Iterable[Item], files: Mapping[str, bytes]) -> tuple[Offered, ...]:
    """Return every file of a list as what it is, or raise for all of them.

    ``files`` by content address. Raises RefusedError for bytes that are not those of the list,
    UserError with file, key and reason for what cannot be used or fits its neighbours badly.
    """
    offered = []
    for item in items:
        data = files.get(item.sha, b"")
        if not lists.fits(item, data):
            raise RefusedError(_ALTERED.format(path=item.path))
        offered.append(_read(item, data))
    _require_apart(offered)
    return tuple(offered)


def take(ws: Workspace, manifest: Manifest, files: Mapping[str, bytes]) -> int:
    """Install what a list names, in one transaction; return how many files are new.

    Raises as ``require_genuine`` and ``understood``, with nothing changed. The list that is here
    already changes nothing.
    """
    with ws.database.read() as connection:
        here = {sha: text.encode() for sha, text in published.texts(connection).items()}
    offered = understood(manifest.items, {**here, **files})
    found = [one.pack for one in offered if one.pack]
    with ws.database.write() as connection:
        require_genuine(connection, ws, manifest)
        if manifest.version == version(connection):
            return 0
        packs.put(connection, ws.pack, ws.at())
        packs.pin_rest(connection, ws.pack.hash)
        for pack in found:
            packs.put(connection, pack, ws.at())
        published.replace(connection, map(_row, offered))
        meta.put(connection, _LIST, canonical(manifest).decode())
        meta.put(connection, _PUBLISHER, bytes.fromhex(manifest.publisher))
        meta.forget(connection, _FAULT)
        said = (str(manifest.version), "、".join(one.item.path for one in offered))
        audit.append(connection, ws.at(), ws.person.id, INSTALLED, *said)
    return len({one.item.sha for one in offered} - here.keys())


def take_edition(ws: Workspace, carried: Edition) -> int:
    """Install what a stick brought; raises as ``take``."""
    items = carried.manifest.items
    if len(carried.files) != len(items):
        raise RefusedError(_ALTERED.format(path=items[-1].path if items else ""))
    with ws.database.read() as connection:
        require_genuine(connection, ws, carried.manifest)
    texts = zip(items, carried.files, strict=True)
    return take(ws, carried.manifest, {item.sha: text.encode() for item, text in texts})


def refuse(ws: Workspace, error: CaseworkError) -> str:
    """Remember why an update was not taken, until one is; return the sentence."""
    with ws.database.write() as connection:
        known = meta.text(connection, _FAULT)
        meta.put(connection, _FAULT, str(error))
        if known != str(error):
            said = ("", str(error).partition("\n")[0])
            audit.append(connection, ws.at(), ws.person.id, REFUSED, *said)
    return str(error)


def settle(ws: Workspace) -> None:
    """Forget what was wrong, if anything was: what the office has is what is here."""
    with ws.database.read() as connection:
        wrong = fault(connection)
    if wrong:
        with ws.database.write() as connection:
            meta.forget(connection, _FAULT)


def fault(connection: Connection) -> str:
    """Return why the last update was not taken; empty where it was."""
    return meta.text(connection, _FAULT)


def notices(connection: Connection, now: datetime) -> tuple[str, ...]:
    """Return that an update was refused, or that none came for long; neither hinders any work."""
    return tuple(_notices(connection, int(now.timestamp() * 1000)))


def require_current(connection: Connection, visit_id: str) -> None:
    """Raise RefusedError where a visit was begun after the office said that newer rules hold.

    One that was begun before goes on by its own.
    """
    kept, own = leases.load(connection), packs.pinned(connection, visit_id)
    if kept is None or own is None or kept.lease.policy_min <= version(connection):
        return
    if int(datetime.fromisoformat(own.since).timestamp() * 1000) >= kept.lease.at:
        raise RefusedError(
            f"办公室已施行{name(kept.lease.policy_min)}版规则，本机还没有取到，这一户是在那以后开始的。"
            "请先联网送达一次，或用U盘收回回执包，取到新规则后再签字。已填内容都已保存。"
        )


def _notices(connection: Connection, now: int) -> Iterator[str]:
    refused, here = fault(connection), installed(connection)
    if refused:
        yield refused
    if here and here.expires <= now:
        days = (now - here.at) // DAY
        yield (
            f"部门规则已{days}天没有更新，可能不是最新的。请联网送达一次；仍是这样，请告诉管理员。"
            "工作照常进行。"
        )


def _read(item: Item, data: bytes) -> Offered:
    file = item.path.rpartition("/")[2]
    try:
        text = data.decode()
    except UnicodeDecodeError as error:
        raise UserError(f"{file}: 不是 UTF-8 编码。请另存为 UTF-8 后重试。") from error
    if not item.path.startswith(lists.FORMS):
        pack = pack_file.understood(text, file)
        _require_day(item, pack.effective_from, pack.effective_to)
        return Offered(item, pack, text)
    from caseworker_app.documents.form import local  # noqa: PLC0415  # paper loads late

    wordings = local.read(text, file.removesuffix(".toml"))
    _require_day(item, date.min, local.first_day(wordings))
    return Offered(item, None, text)


def _require_day(item: Item, first: date, last: date) -> None:
    if not first <= item.effective_from <= last:
        span = f"{first} 至 {last}" if first > date.min else f"{last} 或更早"
        raise UserError(
            f"{item.path}: 施行日期 {item.effective_from} 与文件里写的日期不合，"
            f"应为 {span}，未采用。请更正后重试。"
        )


def _require_apart(offered: Iterable[Offered]) -> None:
    """Refuse two packs of one place and day: which of them holds nobody could say."""
    seen: dict[tuple[str, date], str] = {}
    for item, pack, _ in offered:
        if pack is None:
            continue
        other = seen.setdefault((pack.region, item.effective_from), item.path)
        if other != item.path:
            raise UserError(
                f"{other} 与 {item.path} 适用地区（{pack.region}）和施行日期"
                f"（{item.effective_from}）都相同，未采用。请更正其中一个，或撤下一个。"
            )


def _row(one: Offered) -> published.Row:
    item, pack, text = one
    day = item.effective_from
    offer = Offer(pack.hash, pack.region, day, pack.effective_to) if pack else None
    return published.Row(item.path, item.sha, day, offer, text)


def instant(at: int) -> datetime:
    """Return an instant of milliseconds UTC in China's time."""
    return datetime.fromtimestamp(at / 1000, UTC).astimezone(CHINA)


def _day(at: int) -> str:
    return f"{instant(at):%Y-%m-%d}"
