"""The process: one port, one data folder, a clean end."""

import contextlib
import signal
import socket
import sys
import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from ipaddress import ip_address
from types import FrameType

import uvicorn
from litestar import Litestar
from uvicorn.supervisors import Multiprocess

from caseworker_app.errors import OutsideError, UserError
from caseworker_app.server import encryption
from caseworker_app.server.app import create_app
from caseworker_app.server.central import (
    Central,
    Configuration,
    address_of,
    open_central,
    system_clock,
)
from caseworker_app.server.database import is_embedded
from caseworker_app.server.lock import only_process

_GRACE_SECONDS = 5
_START_SECONDS = 30


class Running:
    """A server in a thread of this process, for tests and the demonstration."""

    def __init__(self, central: Central, url: str) -> None:
        self.central = central
        self.url = url


@contextlib.contextmanager
def running(
    configuration: Configuration, clock: Callable[[], int] = system_clock
) -> Iterator[Running]:
    """Run a server in a thread until the block ends; raises OutsideError."""
    with _parts(configuration, clock) as (central, server, listener):
        thread = threading.Thread(target=server.run, args=([listener],), name="server")
        thread.start()
        try:
            yield Running(central, _url(configuration, listener))
        finally:
            server.should_exit = True
            thread.join()


def serve(
    configuration: Configuration,
    announce: Callable[[str], None],
    clock: Callable[[], int] = system_clock,
    *,
    until_input_closes: bool = False,
) -> None:
    """Run the server in this process until SIGTERM or Ctrl-C; raises OutsideError.

    ``announce`` gets the address once connections are taken. ``until_input_closes``: the end
    of standard input ends the server, so that it does not outlive whoever started it. Raises
    UserError for several processes on a database that serves one.
    """
    if configuration.workers > 1:
        _serve_by_several(configuration, announce, until_input_closes=until_input_closes)
        return
    with _parts(configuration, clock) as (_central, server, listener):
        for number in (signal.SIGTERM, signal.SIGINT):
            signal.signal(number, _ignore)  # uvicorn raises it again once all is closed
        if until_input_closes:
            _when_input_closes(partial(setattr, server, "should_exit", True))
        announce(_url(configuration, listener))
        server.run([listener])


@dataclass(frozen=True, slots=True)
class Worker:
    """Makes the application in a process of its own."""

    configuration: Configuration

    def __call__(self) -> Litestar:
        central = open_central(self.configuration)
        return create_app(central, on_shutdown=[central.close])


def _serve_by_several(
    configuration: Configuration, announce: Callable[[str], None], *, until_input_closes: bool
) -> None:
    if is_embedded(address_of(configuration)):
        raise UserError(
            "文件夹中的 SQLite 只能由一个服务器进程使用。"
            "请去掉 --workers，或用 --database 指定 PostgreSQL。"
        )
    with _listen(configuration) as listener:
        open_central(configuration).close()  # tables and key are there before several ask
        config = _settings(configuration, Worker(configuration))
        supervisor = Multiprocess(config, [listener])
        if until_input_closes:
            _when_input_closes(supervisor.should_exit.set)
        announce(_url(configuration, listener))
        supervisor.run()


@contextlib.contextmanager
def _parts(
    configuration: Configuration, clock: Callable[[], int]
) -> Iterator[tuple[Central, uvicorn.Server, socket.socket]]:
    alone = is_embedded(address_of(configuration))
    lock = only_process(configuration.folder) if alone else contextlib.nullcontext()
    with lock, _listen(configuration) as listener:
        central = open_central(configuration, clock)
        try:
            yield central, uvicorn.Server(_settings(configuration, create_app(central))), listener
        finally:
            central.close()


def _settings(configuration: Configuration, app: Litestar | Worker) -> uvicorn.Config:
    shown = encryption.certificate(configuration.folder) if _is_encrypted(configuration) else None
    return uvicorn.Config(
        app,
        factory=isinstance(app, Worker),
        workers=configuration.workers,
        ssl_certfile=shown,
        ssl_context_factory=encryption.newest_only if shown else None,
        http="h11",
        ws="none",
        log_config=None,
        access_log=False,
        server_header=False,
        date_header=False,
        timeout_graceful_shutdown=_GRACE_SECONDS,
    )


def _listen(configuration: Configuration) -> socket.socket:
    try:
        return socket.create_server((configuration.host, configuration.port))
    except OSError as error:
        raise OutsideError(
            f"地址 {configuration.host}:{configuration.port} 不能用，可能已被占用。"
            "请换一个端口，或先停止占用它的程序。"
        ) from error


def _url(configuration: Configuration, listener: socket.socket) -> str:
    host, port = listener.getsockname()[:2]
    scheme = "https" if _is_encrypted(configuration) else "http"
    return f"{scheme}://{host}:{port}"


def _is_encrypted(configuration: Configuration) -> bool:
    asked = configuration.encrypted
    return not _is_here(configuration.host) if asked is None else asked


def _is_here(host: str) -> bool:
    """Tell whether nobody but this machine is served."""
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"


def _when_input_closes(end: Callable[[], None]) -> None:
    def watch() -> None:
        sys.stdin.buffer.read()
        end()

    threading.Thread(target=watch, daemon=True).start()


def _ignore(_number: int, _frame: FrameType | None) -> None:
    """Do nothing: the server has ended by now."""
