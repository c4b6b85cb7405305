"""Lists of rule packs as an office signs and publishes them."""

from collections.abc import Mapping
from datetime import date

import msgspec

from caseworker_app.server import publishing
from caseworker_app.server.central import Central
from caseworker_app.wire import manifest as lists
from caseworker_app.wire.canonical import sha256
from caseworker_app.wire.manifest import DAY, DAYS, Item, Manifest

SINCE = date(2025, 1, 23)


def item(name: str, text: str, since: date = SINCE) -> Item:
    data = text.encode()
    return Item(f"packs/{name}.toml", sha256(data), len(data), since)


def signed(central: Central, key: bytes, *items: Item, **other: object) -> Manifest:
    """Return a list of today over these items; ``other`` are fields to be different."""
    now = central.clock()
    with central.database.read() as connection:
        version = publishing.next_version(connection, now)
    whole = Manifest(version=version, at=now, expires=now + DAYS * DAY, items=items, publisher="")
    return lists.sign(msgspec.structs.replace(whole, **other), key)


def publish(
    central: Central, key: bytes, packs: Mapping[str, str], since: date = SINCE, **other: object
) -> Manifest:
    """Publish texts by their names, and nothing else."""
    made = signed(central, key, *(item(n, text, since) for n, text in packs.items()), **other)
    bodies = {sha256(text.encode()): text.encode() for text in packs.values()}
    publishing.publish(central, made, bodies, "admin")
    return made
