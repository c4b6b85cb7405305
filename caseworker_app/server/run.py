"""The process: one port, one data folder, a clean end."""

import contextlib
import signal
import socket
import sys
import threading
from collections.abc import Callable, Iterator
from types import FrameType

import uvicorn

from caseworker_app.errors import OutsideError
from caseworker_app.server.app import create_app
from caseworker_app.server.central import Central, Configuration, open_central, system_clock
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
            yield Running(central, _url(listener))
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
    of standard input ends the server, so that it does not outlive whoever started it.
    """
    with _parts(configuration, clock) as (_central, server, listener):
        for number in (signal.SIGTERM, signal.SIGINT):
            signal.signal(number, _ignore)  # uvicorn raises it again once all is closed
        if until_input_closes:
            threading.Thread(target=_watch_input, args=(server,), daemon=True).start()
        announce(_url(listener))
        server.run([listener])


@contextlib.contextmanager
def _parts(
    configuration: Configuration, clock: Callable[[], int]
) -> Iterator[tuple[Central, uvicorn.Server, socket.socket]]:
    with only_process(configuration.folder), _listen(configuration) as listener:
        central = open_central(configuration, clock)
        try:
            yield central, uvicorn.Server(_settings(central)), listener
        finally:
            central.close()


def _settings(central: Central) -> uvicorn.Config:
    return uvicorn.Config(
        create_app(central),
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


def _url(listener: socket.socket) -> str:
    host, port = listener.getsockname()[:2]
    return f"http://{host}:{port}"


def _watch_input(server: uvicorn.Server) -> None:
    sys.stdin.buffer.read()
    server.should_exit = True


def _ignore(_number: int, _frame: FrameType | None) -> None:
    """Do nothing: the server has ended by now."""
