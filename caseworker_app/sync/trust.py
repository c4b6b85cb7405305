"""Whom a line is encrypted to: the office of the slip, or whoever the machine knows at a gateway.

A server of ours shows a certificate its own identity signed; that one is trusted and no other. A
gateway of the administration in front of it shows one of an authority, which the machine judges.
"""

import ssl
from functools import lru_cache
from ipaddress import ip_address
from urllib.parse import SplitResult, urlsplit

from caseworker_app.errors import UserError
from caseworker_app.wire import host

_SECURE, _PLAIN = "https", "http"
_PORT = 443
_HERE = "localhost"
"""Names no other machine (RFC 6761, 6.3)."""


@lru_cache(maxsize=8)
def context_for(address: str, fingerprint: str, seconds: float) -> ssl.SSLContext:
    """Return how to speak to a server; asks it once for its certificate. Raises OSError."""
    where = urlsplit(address)
    shown = ssl.get_server_certificate((where.hostname or "", where.port or _PORT), timeout=seconds)
    if host.is_of(shown.encode(), fingerprint):
        return _pinned(shown)
    return ssl.create_default_context()


def forget() -> None:
    """Ask again next time: a restored server shows another certificate."""
    context_for.cache_clear()


def is_encrypted(address: str) -> bool:
    """Tell whether an address is spoken to in secret."""
    return urlsplit(address).scheme == _SECURE


def require_private(address: str) -> None:
    """Raise UserError where words would leave this machine for everybody to read."""
    where = urlsplit(address)
    if where.scheme == _PLAIN and not _is_here(where):
        raise UserError(
            f"地址 {address} 不加密，家庭资料不能这样传送。"
            "请改用 https:// 开头的地址；没有的话请联系管理员。没有送出任何资料。"
        )


def _is_here(where: SplitResult) -> bool:
    name = where.hostname or _HERE  # without a host it is no address, which is told elsewhere
    if name == _HERE or name.endswith(f".{_HERE}"):
        return True
    try:
        return ip_address(name).is_loopback
    except ValueError:
        return False


def _pinned(certificate: str) -> ssl.SSLContext:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    context.minimum_version = ssl.TLSVersion.TLSv1_3
    context.check_hostname = False  # the very certificate is known: its name says nothing more
    context.verify_flags |= ssl.VERIFY_X509_PARTIAL_CHAIN
    context.load_verify_locations(cadata=certificate)
    return context
