"""Files on their way: packs of up to 2 MiB on a few connections at once.

One connection fills a third of a poor line, four fill it; packs become smaller towards the end,
so that all four are busy until then.
"""

import queue
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, Future, ThreadPoolExecutor, wait
from dataclasses import dataclass
from functools import partial
from typing import NamedTuple

from caseworker_app.wire.frames import LEAST, PACK, frame
from caseworker_app.wire.operation import BlobRef
from caseworker_app.wire.part import LARGE

CONNECTIONS = 4
_LISTEN_SECONDS = 0.05

Read = Callable[[str], bytes]
Tell = Callable[[int], None]
Arrived = Callable[[Sequence[BlobRef]], None]
Sent = Callable[[int, int], None]
"""Hears how much has gone, and of how much."""
Post = Callable[[bytes, Sent], int]
Whole = Callable[[BlobRef, bytes, Sent], int]


@dataclass(frozen=True, slots=True)
class Way:
    """How files go and who hears of it; all but the posts runs in the thread that sends."""

    read: Read
    post: Post
    """Sends one pack; returns how many of its files the server put on its disk."""
    post_large: Whole
    """Sends one large file, from where it stands; returns likewise."""
    tell: Tell
    """Hears how many bytes have gone."""
    arrived: Arrived
    """Hears which files are on the server's disk."""


class _Step(NamedTuple):
    """How far one pack has gone, in bytes of its files."""

    pack: int
    sent: int


def send(files: Sequence[BlobRef], way: Way) -> None:
    """Send files in their order.

    When a connection fails nothing new is begun, what is under way ends, and its error is
    raised: the server keeps every whole file.
    """
    with ThreadPoolExecutor(CONNECTIONS, "pack") as threads:
        traffic = _Traffic(way)
        for number, pack in enumerate(_packs(files)):
            act = _act(way, pack)
            traffic.wait_below(CONNECTIONS)
            measure = _Measure(traffic.steps, number, sum(file.size for file in pack))
            traffic.running[threads.submit(_send_one, act, measure)] = pack
        traffic.wait_below(1)


def _act(way: Way, pack: Sequence[BlobRef]) -> Callable[[Sent], int]:
    """Return how a pack is sent, with its bytes read."""
    if pack[0].size > LARGE:
        return partial(way.post_large, pack[0], way.read(pack[0].sha))
    return partial(way.post, b"".join(frame(way.read(file.sha)) for file in pack))


class _Traffic:
    """The packs under way."""

    def __init__(self, way: Way) -> None:
        self.steps: queue.SimpleQueue[_Step] = queue.SimpleQueue()
        self.running: dict[Future[int], list[BlobRef]] = {}
        self._way = way
        self._gone: dict[int, int] = {}

    def wait_below(self, most: int) -> None:
        """Wait until fewer are under way; raises what a finished one raised."""
        while len(self.running) >= most:
            finished, _ = wait(self.running, _LISTEN_SECONDS, FIRST_COMPLETED)
            self._tell()
            for one in finished:
                self._end(one)

    def _end(self, one: "Future[int]") -> None:
        pack = self.running.pop(one)
        if one.result() == len(pack):
            self._way.arrived(pack)

    def _tell(self) -> None:
        while not self.steps.empty():
            step = self.steps.get()
            self._gone[step.pack] = step.sent
            self._way.tell(sum(self._gone.values()))


def _packs(files: Sequence[BlobRef]) -> Iterator[list[BlobRef]]:
    left = sum(file.size for file in files)
    pack: list[BlobRef] = []
    size, most = 0, _most(left)
    for file in files:
        if pack and (size + file.size > most or max(file.size, pack[0].size) > LARGE):
            yield pack
            left -= size
            pack, size, most = [], 0, _most(left)
        pack.append(file)
        size += file.size
    if pack:
        yield pack


def _most(left: int) -> int:
    """Return how large the next pack may be where so many bytes are left."""
    return max(LEAST, min(PACK, left // (2 * CONNECTIONS)))


class _Measure(NamedTuple):
    steps: "queue.SimpleQueue[_Step]"
    number: int
    size: int

    def put(self, sent: int, of: int) -> None:
        self.steps.put(_Step(self.number, self.size * sent // max(of, 1)))


def _send_one(act: Callable[[Sent], int], measure: _Measure) -> int:
    stored = act(measure.put)
    measure.put(1, 1)
    return stored
