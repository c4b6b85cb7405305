"""What every test gets: no stray warnings, no garbage collection inside Qt's event loop."""

import gc
import logging
import os
from collections.abc import Iterator

import pytest
from hypothesis import settings

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
