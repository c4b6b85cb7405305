"""How work leaves the UI thread and comes back: the only threads of the client."""

from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from typing import Generic, TypeVar

from PySide6.QtCore import QObject, Qt, Signal
from shiboken6 import isValid

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class _Answer(Generic[T]):
    owner: QObject
    future: Future[T]
    done: Callable[[T], None]
    failed: Callable[[Exception], None]

    def give(self) -> None:
        """Hand over what came, unless whoever asked is gone."""
        if not isValid(self.owner):
            return
        error = self.future.exception()
        if error is None:
            self.done(self.future.result())
        elif isinstance(error, Exception):
            self.failed(error)
        else:
            raise error


class Tasks(QObject):
    """One thread each for database, network, paper and files; answers arrive on the UI thread.

    Files are what others gave: large perhaps, or on a share that does not answer.

    ``owner`` is the widget that asked: an answer that comes when it is gone is dropped.
    ``failed`` gets every exception of the work, ``CaseworkError`` or bug; who cannot show a
    bug raises it again, and the crash dialog reports it.
    """

    _arrived = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._database = ThreadPoolExecutor(1, "database")
        self._network = ThreadPoolExecutor(1, "network")
        self._paper = ThreadPoolExecutor(1, "paper")
        self._files = ThreadPoolExecutor(1, "files")
        self._closed = False
        self._arrived.connect(self._deliver, Qt.ConnectionType.QueuedConnection)

    def on_database(
        self,
        owner: QObject,
        work: Callable[[], T],
        done: Callable[[T], None],
        failed: Callable[[Exception], None],
    ) -> None:
        self._submit(self._database, owner, work, done, failed)

    def on_network(
        self,
        owner: QObject,
        work: Callable[[], T],
        done: Callable[[T], None],
        failed: Callable[[Exception], None],
    ) -> None:
        self._submit(self._network, owner, work, done, failed)

    def on_paper(
        self,
        owner: QObject,
        work: Callable[[], T],
        done: Callable[[T], None],
        failed: Callable[[Exception], None],
    ) -> None:
        """Draw pages, or wait for a printer."""
        self._submit(self._paper, owner, work, done, failed)

    def on_files(
        self,
        owner: QObject,
        work: Callable[[], T],
        done: Callable[[T], None],
        failed: Callable[[Exception], None],
    ) -> None:
        """Read and decode what a person gave, or look at a folder."""
        self._submit(self._files, owner, work, done, failed)

    def close(self) -> None:
        """Finish all work for files and the database, it may be what came last; begin no delivery.

        Whatever is asked for from now on is dropped.
        """
        self._closed = True
        self._network.shutdown(cancel_futures=True)
        self._paper.shutdown(cancel_futures=True)
        self._files.shutdown()
        self._database.shutdown()

    def _deliver(self, answer: _Answer[object]) -> None:
        answer.give()

    def _submit(
        self,
        pool: ThreadPoolExecutor,
        owner: QObject,
        work: Callable[[], T],
        done: Callable[[T], None],
        failed: Callable[[Exception], None],
    ) -> None:
        def arrive(future: Future[T]) -> None:
            if not future.cancelled():
                self._arrived.emit(_Answer(owner, future, done, failed))

        if not self._closed:
            pool.submit(work).add_done_callback(arrive)
