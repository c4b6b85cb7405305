"""A full disk on either side stops with a sentence; with room again everything goes on."""

import logging
import sys
from collections.abc import Iterator
from random import Random

import pytest

from caseworker_app.errors import CaseworkError
from caseworker_app.workflow.exchange import Exchange
from tests.proof import promises
from tests.proof.full_disk import limited
from tests.proof.line import Letter, Reply, strung
from tests.proof.scene import Scene

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="limits of a process are POSIX's")
_LARGE = 600_000
_SIZES = 8_000, 400_000


@pytest.fixture
def silence() -> Iterator[None]:
    """Let the office tell its administrator of a full disk without a failing test."""
    logging.disable(logging.ERROR)
    yield
    logging.disable(logging.NOTSET)


def _told(scene: Scene) -> str:
    """Deliver and return the sentence it stops with; empty where it goes through."""
    desk = scene.desks["a"]
    with strung(scene.wire):
        exchange = Exchange(desk.ws, desk.ws.enrolled(), lambda _: None)
        try:
            exchange.greet()
            exchange.send()
            exchange.fetch()
        except CaseworkError as error:
            return str(error)
        finally:
            exchange.close()
    return ""


def _visit(scene: Scene) -> None:
    filled = next(iter(scene.template.visits.values()))
    scene.desks["a"].visit(filled, "符合", (Random(1).randbytes(_LARGE), b"small"))
    scene._note(scene.desks["a"])


@pytest.mark.parametrize("size", _SIZES)
def test_that_a_full_laptop_tells_so_and_goes_on(scene: Scene, size: int) -> None:
    serve = scene.wire.serve

    def with_room(letter: Letter, cut: int | None) -> Reply:
        with limited(-1):
            return serve(letter, cut)

    scene.wire.serve = with_room
    with limited(size), pytest.raises(CaseworkError, match=r"重试。$"):
        _visit(scene)
    promises.look(scene)
    _visit(scene)
    with limited(size):
        told = _told(scene)

    assert told.endswith("重试。")
    assert [entry.state for entry in scene.desks["a"].entries()] == ["sealed"]
    promises.look(scene)
    promises.converges(scene)


@pytest.mark.usefixtures("silence")
@pytest.mark.parametrize("size", _SIZES)
def test_that_a_full_office_tells_so_and_goes_on(scene: Scene, size: int) -> None:
    serve = scene.wire.serve

    def without_room(letter: Letter, cut: int | None) -> Reply:
        with limited(size):
            return serve(letter, cut)

    _visit(scene)
    scene.wire.serve = without_room
    assert "都在本机" in _told(scene)
    assert [entry.state for entry in scene.desks["a"].entries()] == ["sealed"]

    scene.wire.serve = serve
    promises.look(scene)
    promises.converges(scene)
