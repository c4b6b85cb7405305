"""Bad lines and bad servers on this machine."""

import contextlib
import http.server
import socket
import socketserver
import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass

PIECE = 4096
Answer = Callable[[http.server.BaseHTTPRequestHandler], None]


@contextlib.contextmanager
def cutting(address: str, budgets: list[int], passed: list[int] | None = None) -> Iterator[str]:
    """Stand before a server; each new connection dies after its number of bytes sent.

    When the budgets are used up connections live. ``passed`` takes down the bytes sent.
    """
    host, port = address.removeprefix("http://").split(":")
    with socket.create_server(("127.0.0.1", 0)) as listener:
        threads: list[threading.Thread] = []
        ends: list[socket.socket] = []
        stop = threading.Event()

        def accept() -> None:
            while not stop.is_set():
                with contextlib.suppress(TimeoutError):
                    near, _ = listener.accept()
                    budget = budgets.pop(0) if budgets else None
                    far = socket.create_connection((host, int(port)))
                    ends.extend((near, far))
                    for way in ((near, far, budget, passed), (far, near, None, None)):
                        thread = threading.Thread(target=carry, args=way)
                        thread.start()
                        threads.append(thread)

        listener.settimeout(0.05)
        door = threading.Thread(target=accept)
        door.start()
        try:
            yield f"http://127.0.0.1:{listener.getsockname()[1]}"
        finally:
            stop.set()
            door.join()
            for end in ends:  # a client may keep its connection, and the server its own for seconds
                with contextlib.suppress(OSError):
                    end.shutdown(socket.SHUT_RDWR)
            for thread in threads:
                thread.join()
            for end in ends:
                end.close()


@dataclass
class Counted:
    """What went over a line."""

    address: str = ""
    asked: int = 0
    """Questions."""
    up: int = 0
    down: int = 0


@contextlib.contextmanager
def counting(address: str) -> Iterator[Counted]:
    """Stand before a server and count questions, and bytes each way."""
    seen = Counted()
    host, port = address.removeprefix("http://").split(":")
    far = (host, int(port))

    class Between(socketserver.BaseRequestHandler):
        def handle(self) -> None:
            with socket.create_connection(far) as server:
                back = threading.Thread(target=self._back, args=(server,))
                back.start()
                while piece := self.request.recv(PIECE):
                    seen.up += len(piece)
                    seen.asked += piece.count(b"POST /")
                    server.sendall(piece)
                with contextlib.suppress(OSError):
                    server.shutdown(socket.SHUT_RDWR)
                back.join()

        def _back(self, server: socket.socket) -> None:
            with contextlib.suppress(OSError):
                while piece := server.recv(PIECE):
                    seen.down += len(piece)
                    self.request.sendall(piece)

    with socketserver.ThreadingTCPServer(("127.0.0.1", 0), Between) as between:
        seen.address = f"http://127.0.0.1:{between.server_address[1]}"
        thread = threading.Thread(target=between.serve_forever, args=(0.05,))
        thread.start()
        try:
            yield seen
        finally:
            between.shutdown()
            thread.join()


def carry(
    source: socket.socket, target: socket.socket, budget: int | None, passed: list[int] | None
) -> None:
    """Move bytes one way until either end closes or the budget is spent."""
    with contextlib.suppress(OSError):
        while piece := source.recv(PIECE):
            if passed is not None:
                passed.append(len(piece))
            if budget is not None:
                budget -= len(piece)
            target.sendall(piece)
            if budget is not None and budget <= 0:
                break
    for end in (source, target):
        with contextlib.suppress(OSError):
            end.shutdown(socket.SHUT_RDWR)
            end.close()


@contextlib.contextmanager
def answering(answer: Answer) -> Iterator[str]:
    """Be a server that answers every POST in one's own way."""

    class Handler(http.server.BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            answer(self)

        def log_message(self, *_: object) -> None:
            """Stay silent."""

    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


@contextlib.contextmanager
def slow(size: int, seconds: float) -> Iterator[str]:
    """Take one body of a size in so many seconds, then answer with an empty object."""

    def serve() -> None:
        near, _ = listener.accept()
        with near:
            head = b""
            while b"\r\n\r\n" not in head:
                head += near.recv(PIECE)
            left = size - len(head.split(b"\r\n\r\n", 1)[1])
            while left > 0 and (piece := near.recv(PIECE)):
                left -= len(piece)
                time.sleep(len(piece) * seconds / size)
            near.sendall(b"HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}")

    with socket.socket() as listener:
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, PIECE)
        listener.bind(("127.0.0.1", 0))
        listener.listen()
        thread = threading.Thread(target=serve)
        thread.start()
        yield f"http://127.0.0.1:{listener.getsockname()[1]}"
        thread.join()


def free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as listener:
        return int(listener.getsockname()[1])
