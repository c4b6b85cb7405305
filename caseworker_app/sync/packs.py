"""Files on their way: packs of about 1 MiB on a few connections at once.

One connection fills a third of a poor line, four fill it.
"""

import queue
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, Future, ThreadPoolExecutor, wait
from typing import NamedTuple

from caseworker_app.wire.frames import PACK, frame
from caseworker_app.wire.operation import BlobRef

CONNECTIONS = 4
_LISTEN_SECONDS = 0.05

Read = Callable[[str], bytes]
Tell = Callable[[int], None]
Post = Callable[[bytes, Callable[[int], None]], None]


class _Step(NamedTuple):
    """How far one pack has gone, in bytes of its files."""

    pack: int
    sent: int


def send(files: Sequence[BlobRef], read: Read, post: Post, tell: Tell) -> None:
    """Send files; ``read`` and ``tell``, which hears how many bytes have gone, run in this thread.

    When a connection fails nothing new is begun, what is under way ends, and its error is
    raised: the server keeps every whole file.
    """
    steps: queue.SimpleQueue[_Step] = queue.SimpleQueue()
    gone: dict[int, int] = {}
    running: set[Future[None]] = set()
    with ThreadPoolExecutor(CONNECTIONS, "pack") as threads:
        for number, pack in enumerate(_packs(files)):
            body = b"".join(frame(read(file.sha)) for file in pack)
            size = sum(file.size for file in pack)
            running.add(threads.submit(_send_one, post, body, _Measure(steps, number, size)))
            while len(running) == CONNECTIONS:
                running = _ended(running)
                _tell(steps, gone, tell)
        while running:
            running = _ended(running)
            _tell(steps, gone, tell)


def _packs(files: Sequence[BlobRef]) -> Iterator[list[BlobRef]]:
    pack: list[BlobRef] = []
    for file in files:
        if pack and sum(one.size for one in pack) + file.size > PACK:
            yield pack
            pack = []
        pack.append(file)
    if pack:
        yield pack


class _Measure(NamedTuple):
    steps: "queue.SimpleQueue[_Step]"
    number: int
    size: int

    def put(self, sent: int, body: int) -> None:
        self.steps.put(_Step(self.number, self.size * sent // max(body, 1)))


def _send_one(post: Post, body: bytes, measure: _Measure) -> None:
    post(body, lambda sent: measure.put(sent, len(body)))
    measure.put(len(body), len(body))


def _ended(running: set[Future[None]]) -> set[Future[None]]:
    """Wait a moment and return what still runs; raises what a finished one raised."""
    finished, rest = wait(running, _LISTEN_SECONDS, FIRST_COMPLETED)
    for one in finished:
        one.result()
    return rest


def _tell(steps: "queue.SimpleQueue[_Step]", gone: dict[int, int], tell: Tell) -> None:
    while not steps.empty():
        step = steps.get()
        gone[step.pack] = step.sent
        tell(sum(gone.values()))
