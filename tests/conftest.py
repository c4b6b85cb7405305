"""What every test gets: no stray warnings, no garbage collection inside Qt's event loop."""

import gc
import logging
import os
from collections.abc import Callable, Iterator

import pytest
from hypothesis import settings
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

settings.register_profile("unhurried", deadline=None)  # a property is no matter of speed
settings.load_profile("unhurried")

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")


class _FailOnWarning(logging.Handler):
    def emit(self, record: logging.LogRecord) -> None:
        pytest.fail(f"unexpected log: {record.name}: {record.getMessage()}")


@pytest.fixture(autouse=True)
def no_unexpected_logging() -> Iterator[None]:
    handler = _FailOnWarning(logging.WARNING)
    logging.getLogger("caseworker_app").addHandler(handler)
    yield
    logging.getLogger("caseworker_app").removeHandler(handler)


class PatientBot(QtBot):
    """Waits for a slow machine too: five seconds are few where somebody else works beside."""

    def waitUntil(  # noqa: N802  # its name in pytest-qt
        self, callback: Callable[[], bool | None], *, timeout: int = 30_000
    ) -> None:
        super().waitUntil(callback, timeout=timeout)


@pytest.fixture
def qtbot(qapp: QApplication, request: pytest.FixtureRequest) -> QtBot:
    return PatientBot(request)


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Begin with what takes long: at the end one worker would wait for the other."""
    items.sort(key=lambda item: not any(map(item.get_closest_marker, ("journey", "long"))))


def pytest_collection_finish() -> None:
    """Spare every later collection the tests themselves: walking them takes a third of a second."""
    gc.collect()
    gc.freeze()


@pytest.hookimpl(wrapper=True)
def pytest_runtest_protocol(item: pytest.Item) -> Iterator[None]:
    """Collect cyclic garbage between Qt tests only: doing it inside Qt's dispatch crashes."""
    if "qtbot" not in getattr(item, "fixturenames", ()):
        return (yield)
    gc.disable()
    try:
        return (yield)
    finally:
        gc.enable()
        gc.collect()
