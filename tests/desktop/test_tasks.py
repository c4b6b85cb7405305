import gc
import sys
import threading
import weakref
from collections.abc import Callable
from functools import partial

import pytest
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from shiboken6 import delete

from caseworker_app.desktop.tasks import Tasks


def unwanted(what: object) -> None:
    pytest.fail(f"unwanted answer: {what!r}")


def test_that_every_answer_arrives_on_the_ui_thread_in_order(qtbot: QtBot, tasks: Tasks) -> None:
    arrived: list[tuple[int, bool]] = []
    ui = threading.current_thread()

    def done(number: int) -> None:
        arrived.append((number, threading.current_thread() is ui))

    for number in range(2000):
        tasks.on_database(tasks, partial(int, number), done, unwanted)

    qtbot.waitUntil(lambda: len(arrived) == 2000, timeout=20_000)
    assert arrived == [(number, True) for number in range(2000)]


def test_that_work_runs_on_the_thread_it_was_given_to(qtbot: QtBot, tasks: Tasks) -> None:
    names: list[str] = []

    def name() -> str:
        return threading.current_thread().name

    tasks.on_database(tasks, name, names.append, unwanted)
    tasks.on_network(tasks, name, names.append, unwanted)
    tasks.on_paper(tasks, name, names.append, unwanted)
    tasks.on_files(tasks, name, names.append, unwanted)

    qtbot.waitUntil(lambda: len(names) == 4)
    assert sorted(names) == ["database_0", "files_0", "network_0", "paper_0"]


def test_that_an_error_is_given_to_failed(qtbot: QtBot, tasks: Tasks) -> None:
    errors: list[Exception] = []

    def work() -> None:
        raise ValueError("no")

    tasks.on_network(tasks, work, unwanted, errors.append)

    qtbot.waitUntil(lambda: bool(errors))
    assert isinstance(errors[0], ValueError)


def test_that_an_answer_for_a_closed_window_is_dropped(qtbot: QtBot, tasks: Tasks) -> None:
    window, later, arrived = QObject(), threading.Event(), list[None]()
    tasks.on_database(window, later.wait, unwanted, unwanted)
    delete(window)
    later.set()

    tasks.on_database(tasks, lambda: None, arrived.append, unwanted)

    qtbot.waitUntil(lambda: bool(arrived))


def test_that_the_end_of_files_waits_for_all_of_them(qtbot: QtBot, tasks: Tasks) -> None:
    later, told, read = threading.Event(), list[bool](), list[bool]()
    tasks.on_files(tasks, later.wait, read.append, unwanted)

    tasks.after_files(tasks, 20_000, told.append)
    qtbot.wait(50)
    assert told == []
    later.set()

    qtbot.waitUntil(lambda: bool(told))
    assert (read, told) == ([True], [True])


def test_that_a_file_nobody_reads_to_its_end_holds_up_no_lock(qtbot: QtBot, tasks: Tasks) -> None:
    later, told = threading.Event(), list[bool]()
    tasks.on_files(tasks, later.wait, lambda _read: None, unwanted)

    tasks.after_files(tasks, 50, told.append)
    qtbot.waitUntil(lambda: bool(told))
    later.set()
    qtbot.wait(100)

    assert told == [False]


def test_that_what_is_read_is_kept_although_whoever_asked_is_gone(
    qtbot: QtBot, tasks: Tasks
) -> None:
    window, later, kept = QObject(), threading.Event(), list[tuple[bool, str]]()

    def keep(read: bool) -> None:  # noqa: FBT001  # what was read
        kept.append((read, threading.current_thread().name))

    tasks.into_store(window, later.wait, keep, unwanted, unwanted)
    delete(window)
    later.set()

    qtbot.waitUntil(lambda: bool(kept))
    assert kept == [(True, "database_0")]


def test_that_what_was_read_is_kept_before_the_end_of_files_is_told(
    qtbot: QtBot, tasks: Tasks
) -> None:
    order: list[str] = []
    closed: list[None] = []

    def close(read: bool) -> None:  # noqa: FBT001  # what the tasks tell
        assert read
        tasks.on_database(tasks, lambda: order.append("close"), closed.append, unwanted)

    tasks.into_store(tasks, lambda: "photo", order.append, lambda _none: None, unwanted)
    tasks.after_files(tasks, 20_000, close)

    qtbot.waitUntil(lambda: bool(closed))
    assert order == ["photo", "close"]


def test_that_a_file_that_cannot_be_read_or_kept_is_told(qtbot: QtBot, tasks: Tasks) -> None:
    errors: list[str] = []

    def fail(what: str) -> None:
        raise ValueError(what)

    def tell(error: Exception) -> None:
        errors.append(str(error))

    tasks.into_store(tasks, lambda: fail("not read"), unwanted, unwanted, tell)
    tasks.into_store(tasks, lambda: "not kept", fail, unwanted, tell)

    qtbot.waitUntil(lambda: len(errors) == 2)
    assert sorted(errors) == ["not kept", "not read"]


@pytest.mark.parametrize("way", ["into_store", "out_of_store"])
def test_that_closing_ends_what_goes_from_thread_to_thread(qapp: QObject, way: str) -> None:
    tasks, later, ended = Tasks(), threading.Event(), list[bool]()

    getattr(tasks, way)(tasks, lambda: later.wait(0.2), ended.append, lambda _none: None, unwanted)
    tasks.close()
    getattr(tasks, way)(tasks, lambda: True, ended.append, lambda _none: None, unwanted)

    assert ended == [False]


class Desk(QObject):
    def __init__(self) -> None:
        super().__init__()
        self.told: list[bool] = []

    def read(self, read: bool) -> None:  # noqa: FBT001  # what the tasks tell
        self.told.append(read)


@pytest.mark.parametrize("within_ms", [20_000, 0])
def test_that_whoever_waited_for_files_is_let_go(
    qtbot: QtBot, tasks: Tasks, within_ms: int
) -> None:
    desk, later = Desk(), threading.Event()
    told = desk.told
    tasks.on_files(tasks, later.wait, lambda _read: None, unwanted)
    tasks.after_files(desk, within_ms, desk.read)
    if within_ms:
        later.set()
    qtbot.waitUntil(lambda: bool(told))
    later.set()
    qtbot.wait(50)

    seen = weakref.ref(desk)
    del desk
    gc.collect()
    assert seen() is None


class Watched:
    """Notes the thread on which nobody holds it any more, as a widget would be taken apart."""

    def __init__(self, ended: list[str]) -> None:
        self._ended = ended

    def __del__(self) -> None:
        self._ended.append(threading.current_thread().name)

    def work(self) -> None:
        pass

    def fail(self) -> None:
        raise ValueError("no")

    def take(self, _answer: object) -> None:
        pass


def directly(tasks: Tasks, asking: Watched, act: str) -> None:
    tasks.on_database(tasks, getattr(asking, act), asking.take, asking.take)


def by_way_of_files(tasks: Tasks, asking: Watched, act: str) -> None:
    tasks.into_store(tasks, getattr(asking, act), asking.take, asking.take, asking.take)


@pytest.mark.parametrize("ask", [directly, by_way_of_files])
@pytest.mark.parametrize("act", ["work", "fail"])
def test_that_whoever_asked_is_only_ever_let_go_of_on_the_ui_thread(
    qapp: QApplication, tasks: Tasks, act: str, ask: Callable[[Tasks, Watched, str], None]
) -> None:
    ended: list[str] = []
    before = sys.getswitchinterval()
    sys.setswitchinterval(1e-6)  # the threads meet at every step
    try:
        for _ in range(3000):
            asking = Watched(ended)
            ask(tasks, asking, act)
            del asking
            qapp.processEvents()
        while len(ended) < 3000:
            qapp.processEvents()
    finally:
        sys.setswitchinterval(before)

    assert set(ended) == {threading.current_thread().name}
