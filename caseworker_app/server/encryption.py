"""The secrecy of the server's line: TLS 1.3 under a certificate signed by its identity.

The certificate is made once and lies in no backup: a restored server makes another, which
laptops take by its signature.
"""

import ssl
from collections.abc import Callable
from pathlib import Path

from caseworker_app.server.central import KEY_FILE, secret
from caseworker_app.wire import host, signing

_FILE = "line.pem"


def certificate(folder: Path) -> Path:
    """Return the file with the certificate and its key (PEM), readable by its owner only."""
    key = (folder / KEY_FILE).read_bytes()
    path = folder / _FILE
    if path.exists() and not host.is_of(path.read_bytes(), _fingerprint(key)):
        path.unlink()  # of another identity, or damaged: nobody would take it
    secret(path, lambda: b"".join(host.issue(key)))
    return path


def newest_only(_config: object, usual: Callable[[], ssl.SSLContext]) -> ssl.SSLContext:
    """Return how the server speaks: as uvicorn would, but nothing before TLS 1.3."""
    context = usual()
    context.minimum_version = ssl.TLSVersion.TLSv1_3
    return context


def _fingerprint(key: bytes) -> str:
    return signing.fingerprint(signing.public(key))
