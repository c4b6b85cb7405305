"""Puts a widget on the screen of a test, active, so that focus and keys go where they would."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from caseworker_app.desktop.tasks import Tasks


def show(qtbot: QtBot, widget: QWidget) -> None:
    """Show a widget and wait until keys reach it."""
    qtbot.addWidget(widget)
    widget.show()
    widget.activateWindow()
    qtbot.waitUntil(widget.isActiveWindow)


@contextmanager
def slow_files(tasks: Tasks) -> Iterator[None]:
    """Let nothing be read or written meanwhile, as by a stick that does not answer."""
    answers = threading.Event()
    tasks.on_files(tasks, answers.wait, lambda _none: None, _raise)
    try:
        yield
    finally:
        answers.set()


def assert_saves(qtbot: QtBot, tasks: Tasks) -> None:
    """See that the database does all it was asked for so far."""
    saved: list[None] = []
    tasks.on_database(tasks, lambda: None, saved.append, _raise)
    qtbot.waitUntil(lambda: bool(saved))


def _raise(error: Exception) -> None:
    raise error
