"""``kill -9`` of laptop and office in turn: at the end all is there once, hash by hash."""

import time
from pathlib import Path
from random import Random

import pytest

from caseworker_app.demo.photos import visit_photos
from caseworker_app.documents import visit_form
from caseworker_app.server.central import Configuration, open_central
from caseworker_app.server.verify import agreement
from caseworker_app.wire.message import NumberBlock
from caseworker_app.workflow import numbers, outgoing, session
from caseworker_app.workflow.seal import FORM
from tests.proof.processes import PASSPHRASE, Mortal, be_laptop, be_office
from tests.proof.scene import Scene, Template, scratch
from tests.sync.lines import free_port


def test_that_some_kills_lose_nothing(template: Template) -> None:
    _kill(template, visits=30, kills=8)


@pytest.mark.proof
@pytest.mark.timeout(1800)
def test_that_two_hundred_kills_lose_nothing(template: Template) -> None:
    during = _kill(template, visits=1000, kills=200)
    print(f"{during} of 200 kills fell into the delivery")  # noqa: T201  # the figure
    assert during > 100


def _kill(template: Template, visits: int, kills: int) -> int:
    """Kill either side in turn while visits are delivered; return how often that was not over."""
    moments = Random(visits)
    with scratch() as folder:
        _seal(template, folder, visits)
        port, during = free_port(), 0
        office = Mortal(be_office, folder / "office", port)
        laptop = Mortal(be_laptop, folder / "a", f"http://127.0.0.1:{port}")
        try:
            for kill in range(kills):
                time.sleep(moments.uniform(0.05, 0.5))
                during += laptop.ends == 0
                (office if kill % 2 else laptop).kill()
                office.revive()
                laptop.revive()
            laptop.end(600)
        finally:
            laptop.kill()
            office.kill()
        _assert_all_there_once(folder, visits)
    return during


def _seal(template: Template, folder: Path, visits: int) -> None:
    """Seal visits with a form and two photos each, the real ones with a tail of their own."""
    filled = next(iter(template.visits.values()))
    form = visit_form.render(
        visit_form.VisitForm(
            visit=filled.visit,
            determination=filled.determination,
            discrepancies=filled.discrepancies,
            declaration=filled.declaration,
            number="",
            issued=filled.visit.day,
            pack_name="",
            digest="",
            photos={},
            is_practice=False,
        )
    )
    photos = [photo.data for photo in visit_photos(filled.visit.household, 2)]
    scene = Scene(template, folder, seed=1)
    with scene.desks["a"].ws.database.write() as connection:
        numbers.take(connection, [NumberBlock(FORM, filled.visit.day.year, 500_001, 599_999)])
    for number in range(visits):
        files = tuple(data + b"%%%d" % number for data in (form, *photos))
        scene.desks["a"].visit(filled, f"第{number}次", files)
    scene.close()


def _assert_all_there_once(folder: Path, visits: int) -> None:
    central = open_central(Configuration(folder / "office"))
    ws = session.unlock(folder / "a", PASSPHRASE)
    try:
        there = [tuple(row) for row in agreement(central, ws.device.id)]
        here = [tuple(row) for row in outgoing.held(ws)]
        status = outgoing.status(ws)
    finally:
        session.lock(ws)
        central.close()
    assert (status.waiting, status.held) == (0, visits)
    assert len({row[1] for row in there}) == visits
    assert here == there
