"""How work leaves the UI thread and comes back: the only threads of the client."""

from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from functools import partial
from itertools import count
from typing import Generic, TypeVar, cast

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from shiboken6 import isValid

from caseworker_app.desktop.widgets.soon import soon

T = TypeVar("T")
U = TypeVar("U")


@dataclass(frozen=True, slots=True)
class _Asked(Generic[T]):
    """What somebody wants done, and to whom the answer goes."""

    owner: QObject
    work: Callable[[], T]
    done: Callable[[T], None]
    failed: Callable[[Exception], None]

    def give(self, answer: Future[T]) -> None:
        """Hand over what came, unless whoever asked is gone."""
        if not isValid(self.owner):
            return
        error = answer.exception()
        if error is None:
            self.done(answer.result())
        elif isinstance(error, Exception):
            self.failed(error)
        else:
            raise error


class _Thread:
    """One thread; whatever is asked for once it is closed is dropped.

    It is told of work by a number only. The last to let go of who asked must be the UI thread: a
    widget whose wrapper is taken apart elsewhere while Qt deletes it brings the program down.
    """

    def __init__(self, name: str, arrived: Callable[[object], None]) -> None:
        self._pool = ThreadPoolExecutor(1, name)
        self._arrived = arrived
        self._asked: dict[int, _Asked[object]] = {}
        self._numbers = count()
        self.is_closed = False

    def __call__(
        self,
        owner: QObject,
        work: Callable[[], T],
        done: Callable[[T], None],
        failed: Callable[[Exception], None],
    ) -> None:
        if not self.is_closed:
            number = next(self._numbers)
            asked = _Asked(owner, work, done, failed)
            self._asked[number] = cast(
                "_Asked[object]", asked
            )  # it gets the answer to its own work
            self._pool.submit(self._work, number).add_done_callback(partial(self._arrive, number))

    def deliver(self, number: int, answer: Future[object]) -> None:
        """Give the answer to who asked, on the UI thread."""
        self._asked.pop(number).give(answer)

    def drain(self) -> None:
        """Wait for what was asked for so far."""
        if not self.is_closed:
            self._pool.submit(lambda: None).result()

    def finish(self, *, begun_only: bool) -> None:
        self.is_closed = True
        self._pool.shutdown(cancel_futures=begun_only)

    def _work(self, number: int) -> object:
        return self._asked[number].work()

    def _arrive(self, number: int, answer: Future[object]) -> None:
        if not answer.cancelled():
            self._arrived((self, number, answer))


class _Relay:
    """One thread after the other: what the first finds the second uses, whoever asked or not."""

    def __init__(self, first: _Thread, second: _Thread) -> None:
        self._first, self._second = first, second

    def __call__(
        self,
        owner: QObject,
        find: Callable[[], T],
        use: Callable[[T], U],
        done: Callable[[U], None],
        failed: Callable[[Exception], None],
    ) -> None:
        def pass_on() -> None:
            found = find()
            self._second(owner, lambda: use(found), done, failed)

        self._first(owner, pass_on, lambda _none: None, failed)


class Tasks(QObject):
    """One thread each for database, network, paper and files; answers arrive on the UI thread.

    ``owner`` is the widget that asked: an answer that comes when it is gone is dropped.
    ``failed`` gets every exception of the work, ``CaseworkError`` or bug; who cannot show a
    bug raises it again, and the crash dialog reports it.
    """

    _arrived = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.on_database = _Thread("database", self._arrive)
        self.on_network = _Thread("network", self._arrive)
        self.on_paper = _Thread("paper", self._arrive)
        """Draws pages and photos, or waits for a printer."""
        self.on_files = _Thread("files", self._arrive)
        """Reads what others gave: large perhaps, or on a share that does not answer."""
        self.into_store = _Relay(self.on_files, self.on_database)
        """Reads a file, then keeps it in its turn among all that is saved."""
        self.out_of_store = _Relay(self.on_database, self.on_files)
        """Gets what is kept, then writes it to a file: a stick may be slow."""
        self._arrived.connect(self._deliver, Qt.ConnectionType.QueuedConnection)

    def after_files(self, owner: QObject, within_ms: int, then: Callable[[bool], None]) -> None:
        """Tell once every file asked for is read; or False, once the time is over before that.

        What was read for the store is then kept before whatever the database is asked for next.
        """
        limit = QTimer(owner, singleShot=True, interval=within_ms)

        def tell(*, read: bool) -> None:
            limit.stop()
            limit.deleteLater()  # it holds who asked
            then(read)

        def read(_none: None) -> None:
            if isValid(limit) and limit.isActive():
                tell(read=True)

        limit.timeout.connect(lambda: tell(read=False))
        limit.start()
        self.on_files(owner, lambda: None, read, _never)

    def close(self) -> None:
        """Finish all work for files and the database, it may be what came last; begin no delivery.

        Whatever is asked for from now on is dropped.
        """
        for outward in (self.on_network, self.on_paper):
            outward.finish(begun_only=True)
        inward = (self.on_files, self.on_database)
        for thread in inward:
            thread.drain()  # each passes on to the other
        for thread in inward:
            thread.finish(begun_only=False)

    def _arrive(self, answer: object) -> None:
        self._arrived.emit(answer)

    def _deliver(self, arrived: tuple[_Thread, int, Future[object]]) -> None:
        thread, number, answer = arrived
        error = answer.exception()
        if error is not None:
            soon(self, partial(_forget, error))
        thread.deliver(number, answer)


def _forget(error: BaseException) -> None:
    """Let go, here, of the frames an error came through: they hold who asked."""
    error.__traceback__ = None


def _never(error: Exception) -> None:
    raise error
