"""Every screen test runs under the look of the application, without a display."""

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication

from caseworker_app.desktop.tasks import Tasks
from caseworker_app.desktop.theme import fonts, style
from caseworker_app.desktop.theme.look import Look, current
from tests.desktop.table import Memory


@pytest.fixture(scope="session")
def qapp_args() -> list[str]:
    return ["caseworker", "-style=fusion"]


@pytest.fixture(scope="session")
def lettered(qapp: QApplication) -> QApplication:
    fonts.register()
    return qapp


@pytest.fixture(autouse=True)
def look(lettered: QApplication) -> Look:
    """Plain light; a test of another look applies it itself.

    A style sheet put on again polishes all widgets that are still alive, which takes seconds
    after a test of all screens.
    """
    plain = Look()
    if (current(), lettered.styleSheet()) != (plain, style.sheet(plain)):
        style.apply(lettered, plain)
    return plain


@pytest.fixture
def tasks(qapp: QApplication) -> Iterator[Tasks]:
    tasks = Tasks()
    yield tasks
    tasks.close()


@pytest.fixture
def memory() -> Memory:
    """Return the use cases of a visit kept in memory, and what was saved by them."""
    return Memory()
