"""``caseworker pack list|key|publish``: the rules and texts an office hands to its laptops."""

import argparse
from collections.abc import Iterable, Iterator
from datetime import UTC, date, datetime
from pathlib import Path

from caseworker_app.cli import output, passphrase
from caseworker_app.cli.place import ADMINISTRATOR, existing, server_of
from caseworker_app.cli.store import opened
from caseworker_app.errors import UserError
from caseworker_app.intake.text_file import read_text
from caseworker_app.model.values import CHINA
from caseworker_app.server import publishing
from caseworker_app.server.central import Central, open_central
from caseworker_app.wire import manifest as lists
from caseworker_app.wire.canonical import sha256
from caseworker_app.wire.manifest import DAY, DAYS, FORMS, MAX_ITEM, PACKS, Item, Manifest
from caseworker_app.workflow import edition, publisher, rulebook
from caseworker_app.workflow.publisher import Publisher
from caseworker_app.workflow.workspace import SystemClock

_FOLDERS = (FORMS, PACKS)
"""In which a file of a name is published; a form's code names no pack."""


def run(wanted: argparse.Namespace) -> int:
    """List what is published, make a publisher's key, or publish."""
    if wanted.what == "key":
        return _key(wanted)
    if wanted.what == "publish":
        return _publish(wanted)
    place = server_of(wanted)
    if place is None:
        with opened(wanted) as ws, ws.database.read() as connection:
            found = edition.installed(connection)
    else:
        central = open_central(place)
        try:
            with central.database.read() as connection:
                found = publishing.current(connection)
        finally:
            central.close()
    _tell(wanted, found)
    return 0


def _key(wanted: argparse.Namespace) -> int:
    now = SystemClock().now()
    after = publisher.opened(wanted.after, passphrase.ask("原密钥"), now) if wanted.after else None
    made = publisher.create(wanted.key, passphrase.ask("新密钥"), after)
    if wanted.json:
        output.document({"folder": str(wanted.key), "fingerprint": made.fingerprint})
    else:
        output.say(f"发布密钥已存在 {wanted.key}，指纹 {made.fingerprint}")
        output.say("请把这个文件夹另存一份，离线保管，不要放在服务器上。")
    return 0


def _publish(wanted: argparse.Namespace) -> int:
    """Check as a laptop would, sign, and only then change what is published."""
    fresh = dict(_item(path, wanted) for path in _files(wanted.packs))
    signer = publisher.opened(wanted.key, passphrase.ask("发布密钥"), SystemClock().now())
    central = open_central(existing(wanted))
    try:
        manifest = _signed(central, signer, _items(central, wanted, fresh))
        known = {item.sha: text.encode() for item, text in fresh.items()}
        publishing.publish(central, manifest, known, ADMINISTRATOR)
    finally:
        central.close()
    _tell(wanted, manifest)
    return 0


def _files(named: Iterable[Path]) -> Iterator[Path]:
    """Yield the files named, and those of each folder of texts for forms."""
    for path in named:
        yield from sorted(path.glob("*.toml")) if path.is_dir() else (path,)


def _item(path: Path, wanted: argparse.Namespace) -> tuple[Item, str]:
    """Return a file as it is published, read by the very reader of the laptops."""
    name = next((at + path.name for at in _FOLDERS if lists.is_name(at + path.name)), "")
    if not name:
        raise UserError(
            f"{path.name} 不能作为发布的文件名，没有发布。请改为字母、数字、- 和 _，以 .toml 结尾。"
        )
    text, day = _of_form(path) if name.startswith(FORMS) else _of_pack(path)
    data = text.encode()
    return Item(name, sha256(data), len(data), wanted.day or day), text


def _of_pack(path: Path) -> tuple[str, date]:
    pack = rulebook.checked(path)
    return pack.text, pack.effective_from


def _of_form(path: Path) -> tuple[str, date]:
    from caseworker_app.documents.form import local  # noqa: PLC0415  # paper loads late

    text = read_text(path, MAX_ITEM)
    return text, local.first_day(local.read(text, path.stem))


def _items(
    central: Central, wanted: argparse.Namespace, fresh: dict[Item, str]
) -> tuple[Item, ...]:
    """Return what will be published, after all of it was read together."""
    with central.database.read() as connection:
        before = publishing.edition(connection)
    texts = dict(zip(before.manifest.items, before.files, strict=True)) if before else {}
    gone = set(wanted.withdraw)
    unknown = gone - {item.path for item in texts}
    if unknown:
        raise UserError(f"没有发布过 {min(unknown)}，没有改动。请用 caseworker pack list 查看。")
    replaced = gone | {item.path for item in fresh}
    whole = {item: text for item, text in texts.items() if item.path not in replaced} | fresh
    edition.understood(whole, {item.sha: text.encode() for item, text in whole.items()})
    return tuple(sorted(whole, key=lambda item: item.path))


def _signed(central: Central, signer: Publisher, items: Iterable[Item]) -> Manifest:
    now = central.clock()
    with central.database.read() as connection:
        version = publishing.next_version(connection, now)
    whole = Manifest(
        version=version,
        at=now,
        expires=now + DAYS * DAY,
        items=tuple(items),
        publisher="",
        successors=signer.successors,
    )
    return lists.sign(whole, signer.key)


def _tell(wanted: argparse.Namespace, found: Manifest | None) -> None:
    if wanted.json:
        output.document(_document(found))
    elif found is None:
        output.say("还没有发布过规则包。")
    else:
        output.say(f"规则目录 {edition.name(found.version)}版，有效期至 {_day(found.expires)}")
        for item in found.items:
            output.say(f"  {item.path}  自 {item.effective_from} 起执行  {item.sha[7:23]}")


def _document(found: Manifest | None) -> dict[str, object]:
    if found is None:
        return {"version": 0, "items": []}
    items = [
        {"path": one.path, "sha": one.sha, "size": one.size, "effective_from": one.effective_from}
        for one in found.items
    ]
    return {"version": found.version, "expires": _day(found.expires), "items": items}


def _day(at: int) -> str:
    return f"{datetime.fromtimestamp(at / 1000, UTC).astimezone(CHINA):%Y-%m-%d}"
