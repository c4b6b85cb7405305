"""The key file: the store's random key, wrapped by the passphrase and by the office.

The data key is 32 random bytes. AES-256-GCM wraps it under an Argon2id key of the passphrase
(RFC 9106) and, where the office wants to be able to help, under a key agreed with the office's
X25519 recovery key (RFC 7748, HKDF RFC 5869). A new passphrase wraps the same key again.
"""

import hashlib
import os
import unicodedata
from dataclasses import asdict, replace
from datetime import datetime
from pathlib import Path

from argon2.low_level import Type, hash_secret_raw
from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey, X25519PublicKey
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from caseworker_app.errors import OutsideError, RefusedError, UserError
from caseworker_app.store import key_file, safe_file
from caseworker_app.store.key_file import SUITE, Cost as Cost, KeyFile, Tries, Wrap

_KEY_BYTES = 32
_SALT_BYTES = 16
_NONCE_BYTES = 12
_SHORTEST = 8
_FOREIGN = "密钥文件与数据不符，没有改动任何内容。请用本数据文件夹自己的密钥文件，或用备份恢复。"

_WRONG_RECOVERY = "恢复密钥不对，数据没有打开。请核对是否为本办公室的恢复密钥。"


def exists(folder: Path) -> bool:
    return key_file.path(folder).exists()


def create(folder: Path, passphrase: str, cost: Cost = Cost()) -> bytes:  # noqa: B008  # frozen
    """Make a key file and return the new data key of 32 bytes; an existing file is never replaced.

    Raises UserError for a passphrase shorter than 8 characters or where a key file exists,
    OutsideError where the folder takes no file.
    """
    _require_strength(passphrase)
    data_key = os.urandom(_KEY_BYTES)
    safe_file.make_folder(folder)
    try:
        key_file.save(folder, _locked(data_key, passphrase, cost), fresh=True)
    except FileExistsError as error:
        raise UserError("本文件夹已有密钥文件，不会覆盖。请用原口令打开，或另选文件夹。") from error
    return data_key


def unlock(folder: Path, passphrase: str, now: datetime) -> bytes:
    """Return the data key.

    Raises UserError for a wrong passphrase, RefusedError while the delay after several wrong
    ones runs, OutsideError for a missing or damaged key file.
    """
    found = key_file.load(folder)
    wait = found.tries.seconds_left(now)
    if wait:
        if wait > found.tries.delay:  # the clock was ahead when the delay began
            key_file.save(folder, replace(found, tries=found.tries.again(now)))
        raise RefusedError(
            f"口令连续输错{found.tries.failed}次，请等待{min(wait, found.tries.delay)}秒后再试。"
        )
    data_key = _unwrapped(found, passphrase)
    if data_key is None:
        failed = found.tries.one_more(now)
        key_file.save(folder, replace(found, tries=failed))
        then = f"请等待{failed.delay}秒后再试" if failed.delay else "请检查大小写和输入法后重试"
        raise UserError(f"口令不对，数据没有打开。{then}；忘记口令请联系办公室用恢复密钥打开。")
    if found.tries.failed:
        _forget_failures(folder, found)
    return data_key


def change_passphrase(folder: Path, old: str, new: str, now: datetime) -> None:
    """Wrap the same data key under a new passphrase; raises as ``unlock`` and ``create`` do."""
    _require_strength(new)
    set_passphrase(folder, unlock(folder, old, now), new)


def set_passphrase(folder: Path, data_key: bytes, new: str) -> None:
    """Wrap a data key at hand under a new passphrase, after ``recover``."""
    _require_strength(new)
    found = _own(folder, data_key)
    fresh = _locked(data_key, new, found.cost)
    key_file.save(folder, replace(fresh, recovery=found.recovery))


def add_recovery(folder: Path, data_key: bytes, public: bytes) -> None:
    """Wrap the data key for the office's X25519 public key of 32 bytes as well."""
    found = _own(folder, data_key)
    ephemeral = X25519PrivateKey.generate()
    sender = ephemeral.public_key().public_bytes_raw()
    shared = ephemeral.exchange(X25519PublicKey.from_public_bytes(public))
    kek = _agreed(shared, sender, public)
    key_file.save(folder, replace(found, recovery=_wrap(kek, data_key, sender)))


def recover(folder: Path, private: bytes) -> bytes:
    """Return the data key by the office's X25519 private key of 32 bytes.

    Raises UserError where the key is another office's or none was ever added.
    """
    found = key_file.load(folder)
    if found.recovery is None:
        raise UserError("这台电脑没有设置恢复密钥，只能用口令打开，或用备份恢复。")
    if len(private) != _KEY_BYTES:
        raise UserError(_WRONG_RECOVERY)
    mine = X25519PrivateKey.from_private_bytes(private)
    sender = found.recovery.salt
    shared = mine.exchange(X25519PublicKey.from_public_bytes(sender))
    kek = _agreed(shared, sender, mine.public_key().public_bytes_raw())
    data_key = _unwrap(kek, found.recovery)
    if data_key is None:
        raise UserError(_WRONG_RECOVERY)
    return data_key


def _locked(data_key: bytes, passphrase: str, cost: Cost) -> KeyFile:
    salt = os.urandom(_SALT_BYTES)
    wrap = _wrap(_stretched(passphrase, salt, cost), data_key, salt)
    return KeyFile(cost, wrap, None, Tries(), _check(data_key))


def _own(folder: Path, data_key: bytes) -> KeyFile:
    """Return the key file after making sure that it belongs to the data key."""
    found = key_file.load(folder)
    if found.check != _check(data_key):
        raise OutsideError(_FOREIGN)
    return found


def _unwrapped(found: KeyFile, passphrase: str) -> bytes | None:
    kek = _stretched(passphrase, found.passphrase.salt, found.cost)
    return _unwrap(kek, found.passphrase)


def _forget_failures(folder: Path, found: KeyFile) -> None:
    try:
        key_file.save(folder, replace(found, tries=Tries()))
    except OutsideError:
        return  # a full disk must not lock out who knows the passphrase


def _require_strength(passphrase: str) -> None:
    if len(_normal(passphrase)) < _SHORTEST:
        raise UserError(f"口令至少{_SHORTEST}个字符。请换一个更长、自己记得住的口令。")


def _normal(passphrase: str) -> str:
    """Fold what two input methods write differently: full width, composed accents."""
    return unicodedata.normalize("NFKC", passphrase)


def _stretched(passphrase: str, salt: bytes, cost: Cost) -> bytes:
    secret = _normal(passphrase).encode("utf-8", "surrogatepass")
    return hash_secret_raw(secret, salt, **asdict(cost), hash_len=_KEY_BYTES, type=Type.ID)


def _agreed(shared: bytes, sender: bytes, receiver: bytes) -> bytes:
    info = b"caseworker recovery" + sender + receiver
    return HKDF(SHA256(), _KEY_BYTES, salt=None, info=info).derive(shared)


def _wrap(kek: bytes, data_key: bytes, salt: bytes) -> Wrap:
    nonce = os.urandom(_NONCE_BYTES)
    return Wrap(salt, nonce, AESGCM(kek).encrypt(nonce, data_key, SUITE.encode() + salt))


def _unwrap(kek: bytes, wrap: Wrap) -> bytes | None:
    try:
        return AESGCM(kek).decrypt(wrap.nonce, wrap.wrapped, SUITE.encode() + wrap.salt)
    except InvalidTag:
        return None


def _check(data_key: bytes) -> str:
    """Return what tells one random key from another without helping to find it."""
    return hashlib.sha256(b"caseworker data key" + data_key).hexdigest()[:_KEY_BYTES]
