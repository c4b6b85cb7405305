"""Files by content in an S3-compatible store: ``s3://bucket/prefix``; the store acknowledges each.

The account comes from the environment (``AWS_ACCESS_KEY_ID``, ``AWS_SECRET_ACCESS_KEY``), never
from a command line; ``?endpoint=…&region=…`` name a store of one's own.
"""

import hashlib
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Literal
from urllib.parse import parse_qsl, urlsplit

import obstore
from obstore.exceptions import AlreadyExistsError, BaseError, UnknownConfigurationKeyError
from obstore.store import S3Store

from caseworker_app.errors import OutsideError, UserError
from caseworker_app.server.blobs import named
from caseworker_app.wire.problem import ProblemError, ProblemType

if TYPE_CHECKING:
    from obstore.store import S3Config

_AT_ONCE = 8
_PROBE = "probe"


class BlobBucket:
    """Objects named by the SHA-256 of their bytes."""

    def __init__(self, url: str) -> None:
        """Take the store of a URL; raises UserError for one that names none."""
        self._url = url
        self._store = _store(url)

    def put(self, files: Sequence[tuple[str, bytes]]) -> None:
        """Return once the store has acknowledged every file; what is damaged there is replaced."""
        if len(files) > 1:
            with ThreadPoolExecutor(min(_AT_ONCE, len(files))) as pool:
                list(pool.map(self._put, files))
        elif files:
            self._put(files[0])

    def adopt(self, sha: str, path: Path) -> None:
        """Send a file of this machine's disk to the store, in pieces, and remove it here."""
        with _answering():
            obstore.put(self._store, named(sha), path)
        path.unlink()

    def read(self, sha: str) -> bytes | None:
        """Return the bytes of a file, or None where it is not here or not what it was."""
        data = self._bytes(sha)
        return data if data is not None and _address(data) == sha else None

    def digest(self, sha: str) -> str:
        """Return the content address of what is in the store now; empty when nothing is."""
        data = self._bytes(sha)
        return "" if data is None else _address(data)

    def lying(self, sha: str, scratch: Path) -> Path:
        """Return the path of a copy; there is none of what is not here."""
        path = scratch / named(sha)
        data = self._bytes(sha)
        if data is not None:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(data)
        return path

    def check(self) -> None:
        """Write once; raises OutsideError when the store does not take it."""
        try:
            obstore.put(self._store, _PROBE, b"")
        except (BaseError, OSError) as error:
            raise OutsideError(
                f"附件存储 {self._url} 不能写入。请核对地址、存储桶、环境变量中的账号和权限。"
            ) from error

    def _put(self, file: tuple[str, bytes]) -> None:
        sha, data = file
        if not self._write(sha, data, "create") and self.digest(sha) != sha:
            self._write(sha, data, "overwrite")

    def _write(self, sha: str, data: bytes, mode: Literal["create", "overwrite"]) -> bool:
        """Return False where ``create`` found something there (``If-None-Match: *``)."""
        with _answering():
            try:
                obstore.put(self._store, named(sha), data, mode=mode, use_multipart=False)
            except AlreadyExistsError:
                return False
        return True

    def _bytes(self, sha: str) -> bytes | None:
        with _answering():
            try:
                return bytes(obstore.get(self._store, named(sha)).bytes())
            except FileNotFoundError:
                return None


@contextmanager
def _answering() -> Iterator[None]:
    """Tell the laptop to come again where the store does not answer: nothing is acknowledged."""
    try:
        yield
    except (BaseError, OSError) as error:
        raise ProblemError(ProblemType.BUSY, f"file store: {type(error).__name__}") from error


def _store(url: str) -> S3Store:
    parts = urlsplit(url)
    asked = dict(parse_qsl(parts.query))
    if not parts.netloc or asked.keys() - {"endpoint", "region"}:
        raise UserError(
            f"不认识附件存储地址 {url}。请写成 s3://存储桶/目录?endpoint=https://主机，"
            "账号放在环境变量 AWS_ACCESS_KEY_ID 和 AWS_SECRET_ACCESS_KEY 中。"
        )
    config: S3Config = {"checksum_algorithm": "SHA256"}
    if "endpoint" in asked:
        config["endpoint"] = asked["endpoint"]
    if "region" in asked:
        config["region"] = asked["region"]
    plain = asked.get("endpoint", "").startswith("http://")
    try:
        return S3Store(
            parts.netloc,
            prefix=parts.path.strip("/") or None,
            config=config,
            client_options={"timeout": "60s", "connect_timeout": "5s", "allow_http": plain},
            retry_config={"max_retries": 3},
        )
    except (BaseError, UnknownConfigurationKeyError) as error:
        raise UserError(f"附件存储地址 {url} 不能用，请核对。") from error


def _address(data: bytes) -> str:
    return f"sha256:{hashlib.sha256(data).hexdigest()}"
