"""The floor: all of it in one bare POST, to a server that does nothing but write it down.

``serve HOST FOLDER`` or ``send URL FOLDER LOAD``.
"""

import http.client
import http.server
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from urllib.parse import urlsplit

from tests.bench import load
from tests.bench.rival import at_work, tell

_PIECE = 16 << 10


def serve(host: str, folder: str) -> None:
    target = Path(folder) / "taken"

    class Handler(http.server.BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_POST(self) -> None:
            left = int(self.headers["Content-Length"])
            with target.open("wb") as file:
                while left:
                    piece = self.rfile.read(min(left, _PIECE))
                    file.write(piece)
                    left -= len(piece)
            self.send_response(200)
            self.send_header("Content-Length", "0")
            self.end_headers()

        def log_message(self, *_: object) -> None:
            """Stay silent."""

    server = http.server.ThreadingHTTPServer((host, 0), Handler)
    tell(f"http://{host}:{server.server_port}")
    server.serve_forever()


def send(url: str, _folder: str, work: str) -> None:
    place = Path(work)
    where = urlsplit(url)
    line = http.client.HTTPConnection(where.hostname or "", where.port)
    with at_work():
        line.request("POST", "/", _pieces(place), {"Content-Length": str(load.size(place))})
        assert line.getresponse().status == 200


def _pieces(folder: Path) -> Iterator[bytes]:
    for file in sorted(folder.iterdir()):
        with file.open("rb") as content:
            while piece := content.read(_PIECE):
                yield piece


if __name__ == "__main__":
    acts: dict[str, Callable[..., None]] = {"serve": serve, "send": send}
    acts[sys.argv[1]](*sys.argv[2:])
