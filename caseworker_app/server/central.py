"""One installation of the server: its database, its files, its identity, its clock."""

import os
import secrets
import time
from collections.abc import Callable
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import Connection, select

from caseworker_app.errors import OutsideError
from caseworker_app.model.values import uuid7
from caseworker_app.seals import certificate as certificates
from caseworker_app.seals.holder import Signatory
from caseworker_app.server import counters, upgrade
from caseworker_app.server.blobs import BlobFolder, Blobs
from caseworker_app.server.database import Database, put_once, url_in
from caseworker_app.server.tables import meta
from caseworker_app.wire import signing

KEY_FILE, _SEAL_FILE = "identity.key", "seal.key"
EPOCH = "epoch"
DURABLE = "durable"
LEASE_DAYS = "lease.days"
PUBLISHER = "publisher"
"""Public key (hex) of who publishes rule packs; empty before the first list."""
_DAYS = 14
"""For which a laptop may be opened without hearing from the office, where none other is set."""
_IDENTITY = "identity"
_DAMAGED = "服务器密钥文件 {} 已损坏，请从备份恢复这个文件，不要删除它。"


@dataclass(frozen=True, slots=True)
class Configuration:
    """Where and how the server runs; the folder holds everything nobody else gives it."""

    folder: Path
    url: str = ""
    """Database; empty for SQLite in the folder."""
    files: str = ""
    """S3-compatible store of the files (``bucket``); empty for the folder."""
    host: str = "127.0.0.1"
    port: int = 0
    """0 for a free one."""
    recovery: str = ""
    """Public key (X25519, hex) of the office's recovery."""
    workers: int = 1
    """Processes; more than one only where the database serves several."""
    encrypted: bool | None = None
    """Whether the line is (TLS 1.3); None for unless nothing but this machine is served."""


def system_clock() -> int:
    """Return milliseconds UTC."""
    return time.time_ns() // 1_000_000


@dataclass(frozen=True, slots=True)
class Central:
    """What every request leans on."""

    database: Database
    files: Blobs
    parts: Path
    """Where large files are put together."""
    key: bytes
    """Private Ed25519 key that signs receipts; it never leaves the folder."""
    signatory: Signatory
    """The office as who countersigns papers; its key stays in the folder too."""
    recovery: str
    clock: Callable[[], int]

    @property
    def public(self) -> bytes:
        return signing.public(self.key)

    def new_id(self) -> str:
        return uuid7(self.clock(), os.urandom(10))

    def close(self) -> None:
        self.database.close()


def address_of(configuration: Configuration) -> str:
    """Return the URL of the database an installation works on."""
    return configuration.url or url_in(configuration.folder)


def is_installed(folder: Path) -> bool:
    """Tell whether a server keeps its key in a folder."""
    return (folder / KEY_FILE).exists()


def open_central(configuration: Configuration, clock: Callable[[], int] = system_clock) -> Central:
    """Open or make an installation; raises OutsideError when it cannot be used."""
    folder = configuration.folder
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    url = address_of(configuration)
    upgrade.upgrade(url)
    files = _files(configuration)
    key = _identity(folder)
    signatory = _signatory(folder, key)
    central = Central(
        Database(url), files, folder / "parts", key, signatory, configuration.recovery, clock
    )
    with ExitStack() as undo:
        undo.callback(central.close)
        with central.database.write() as connection:
            _begin(connection, central)
        undo.pop_all()
    return central


def _files(configuration: Configuration) -> Blobs:
    if not configuration.files:
        return BlobFolder(configuration.folder / "files")
    from caseworker_app.server.bucket import BlobBucket  # noqa: PLC0415  # a folder needs no S3

    bucket = BlobBucket(configuration.files)
    bucket.check()
    return bucket


def fact(connection: Connection, name: str) -> str:
    """Return a fact about this installation, such as its epoch."""
    return str(connection.scalar(select(meta.c.value).where(meta.c.name == name)))


def remember(connection: Connection, name: str, value: str) -> None:
    connection.execute(meta.update().where(meta.c.name == name).values(value=value))


def new_epoch(connection: Connection, central: Central) -> str:
    """Begin a new epoch: laptops give back what a restored copy does not know."""
    epoch = central.new_id()
    remember(connection, EPOCH, epoch)
    return epoch


def _begin(connection: Connection, central: Central) -> None:
    counters.begin(connection)
    mine = signing.fingerprint(central.public)
    facts = {
        EPOCH: central.new_id(),
        DURABLE: "0",
        LEASE_DAYS: str(_DAYS),
        PUBLISHER: "",
        _IDENTITY: mine,
    }
    put_once(connection, meta, [{"name": name, "value": value} for name, value in facts.items()])
    if fact(connection, _IDENTITY) != mine:
        raise OutsideError(
            "这个数据库是另一台服务器的：密钥文件夹里的密钥与它不符，笔记本不会认。"
            f"请把原服务器的 {KEY_FILE} 和 {_SEAL_FILE} 放进密钥文件夹再启动。"
        )


def _identity(folder: Path) -> bytes:
    path = folder / KEY_FILE
    key = secret(path, signing.new_key)
    if len(key) != signing.KEY_SIZE:
        raise OutsideError(_DAMAGED.format(path))
    return key


def _signatory(folder: Path, key: bytes) -> Signatory:
    path = folder / _SEAL_FILE
    try:
        return certificates.office(key, secret(path, certificates.new_key))
    except (ValueError, TypeError) as error:
        raise OutsideError(_DAMAGED.format(path)) from error


def secret(path: Path, make: Callable[[], bytes]) -> bytes:
    """Return the private key in a file, made on first use and readable by its owner only."""
    if not path.exists():
        fresh = path.with_name(f"{path.name}.{secrets.token_hex(4)}")
        handle = os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(handle, "wb") as file:
            file.write(make())
            file.flush()
            os.fsync(file.fileno())
        fresh.rename(path)
    return path.read_bytes()
