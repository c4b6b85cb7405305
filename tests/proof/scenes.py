"""Short scenes, each made for one guard: without it a promise breaks here."""

from collections.abc import Callable
from functools import partial
from unittest import mock

from caseworker_app.workflow import sending
from tests.proof import promises
from tests.proof.line import Harm
from tests.proof.scene import Scene

Play = Callable[[Scene], None]
_QUIET = [Harm.NONE] * 3
"""Nonce, session and hello of an exchange."""
_TO_RECEIPTS = [*_QUIET, *[Harm.NONE] * 3]
"""Then operations, the files, receipts."""
_NO_NEWS = [Harm.LOST] * 3
"""A question is asked three times."""


def each_message_arrives_twice(scene: Scene) -> None:
    scene.visit("a", files=1)
    scene.deliver("a", [Harm.TWICE] * 9)
    _look(scene)


def an_answer_is_lost(scene: Scene) -> None:
    scene.visit("a", files=1)
    scene.deliver("a", [*_QUIET, Harm.UNHEARD, Harm.LOST, Harm.LOST])
    scene.deliver("a", [*_QUIET, Harm.LOST, Harm.LOST, Harm.LOST])
    _look(scene)


def a_visit_goes_before_its_files(scene: Scene) -> None:
    scene.visit("a", files=2)
    scene.deliver("a", [*_QUIET, Harm.NONE, *[Harm.LOST] * 9])
    _look(scene)


def two_change_the_same(scene: Scene) -> None:
    _shared_visit(scene)
    scene.change("b", 0, atomic=False)
    scene.deliver("b")
    scene.change("a", 0, atomic=False)
    scene.deliver("a")
    _look(scene)


def two_change_two_things(scene: Scene) -> None:
    _shared_visit(scene)
    scene.change("b", 0, atomic=False)
    scene.deliver("b")
    scene.change("a", 1, atomic=False)  # without having seen what b changed
    scene.deliver("a")
    _look(scene)


def a_laptop_dies_while_it_fetches(scene: Scene) -> None:
    write, lived = 24, False
    while not lived:
        scene.office_writes(0)
        lived = scene.deliver("a", dies=write)
        write += 2
        promises.look(scene)
    _look(scene)


def an_office_dies_while_files_come(scene: Scene) -> None:
    write, lived = 60, False
    while not lived:
        scene.visit("a", files=2)
        before = scene.office.crashes
        scene.deliver("a", falls=write)
        lived = scene.office.crashes == before
        write += 6
        promises.look(scene)
    _look(scene)


def a_late_page_comes(scene: Scene) -> None:
    for _ in range(3):
        scene.office_writes(0)
        scene.deliver("a")
        promises.look(scene)
    scene.deliver("a", [*_QUIET, Harm.STALE])
    _look(scene)


def an_office_is_restored(scene: Scene) -> None:
    scene.office.back_up()
    scene.visit("a", files=1)
    scene.deliver("a")
    scene.restore(told=True)
    _look(scene)


def an_office_is_restored_and_nobody_says_so(scene: Scene) -> None:
    scene.office.back_up()
    scene.visit("a", files=1)
    scene.deliver("a", [*_TO_RECEIPTS, *_NO_NEWS])  # the place in the log tells nothing
    scene.restore(told=False)
    _look(scene)


def an_office_goes_back_during_an_exchange(scene: Scene) -> None:
    for first in (0, 1):
        scene.office.back_up()
        scene.office_writes(0)
        scene.deliver("a")
        scene.wire.meanwhile = partial(_goes_back_and_on, scene, first)
        scene.deliver("a", [*_QUIET, Harm.MEANWHILE])
        _look(scene)


def an_office_goes_back_between_two_batches(scene: Scene) -> None:
    goes_back_in_the_middle(scene, before=4, told=False)


def goes_back_in_the_middle(scene: Scene, before: int, *, told: bool) -> None:
    """Deliver five steps in batches of two; before a message the office loses its last day."""

    def meanwhile(_name: str) -> None:
        scene.restore(told=told)

    scene.visit("a", files=0)
    scene.deliver("a")
    scene.office.back_up()
    for number in range(5):
        if number % 2:
            scene.visit("a", files=1)
        else:
            scene.change("a", 0, atomic=False)
    scene.wire.meanwhile = meanwhile
    with mock.patch.object(sending, "_BATCH", 2):
        scene.deliver("a", [*[Harm.NONE] * before, Harm.MEANWHILE])
        _look(scene)


def a_receipt_comes_from_before_a_restore(scene: Scene) -> None:
    scene.office.back_up()
    scene.visit("a", files=0)
    scene.deliver("a")
    scene.restore(told=True)
    scene.office.back_up()
    scene.deliver("a", [*_TO_RECEIPTS[:-1], Harm.STALE, *_NO_NEWS])
    scene.restore(told=False)
    _look(scene)


def a_change_comes_after_hand_overs(scene: Scene) -> None:
    _shared_visit(scene)
    scene.change("a", 0, atomic=False)
    _hand_over_and_back(scene)
    scene.deliver("a")
    _look(scene)


def a_visit_comes_after_hand_overs(scene: Scene) -> None:
    scene.visit("a", files=0)
    _hand_over_and_back(scene)
    scene.deliver("a")
    promises.look(scene)
    _look(scene)


def a_laptop_comes_back_from_an_image(scene: Scene) -> None:
    scene.desks["a"].photograph()
    scene.visit("a", files=0)
    scene.deliver("a")
    scene.go_back("a")
    scene.visit("a", files=1)
    scene.deliver("a")
    _look(scene)


def clocks_say_anything(scene: Scene) -> None:
    for clock in (scene.office.clock, scene.desks["a"].clock):
        clock.wild = True
    scene.visit("a", files=1)
    scene.deliver("a")
    scene.office.clock.wild = False
    scene.change("a", 0, atomic=True)
    scene.deliver("a")
    _look(scene)


SCENES: tuple[Play, ...] = (
    each_message_arrives_twice,
    an_answer_is_lost,
    a_visit_goes_before_its_files,
    two_change_the_same,
    two_change_two_things,
    a_laptop_dies_while_it_fetches,
    an_office_dies_while_files_come,
    a_late_page_comes,
    an_office_is_restored,
    an_office_is_restored_and_nobody_says_so,
    an_office_goes_back_during_an_exchange,
    a_receipt_comes_from_before_a_restore,
    a_change_comes_after_hand_overs,
    a_visit_comes_after_hand_overs,
    a_laptop_comes_back_from_an_image,
    clocks_say_anything,
    an_office_goes_back_between_two_batches,
)


def _look(scene: Scene) -> None:
    promises.look(scene)
    promises.converges(scene)


def _shared_visit(scene: Scene) -> None:
    """Let both laptops of a person show one visit."""
    scene.visit("a", files=0)
    scene.deliver("a")
    scene.deliver("b")


def _hand_over_and_back(scene: Scene) -> None:
    for home in (0, 1):
        scene.hand_over(home)
        scene.hand_over(home)


def _goes_back_and_on(scene: Scene, first: int, _name: str) -> None:
    """Restore without a word, then write as much as was lost, but something else."""
    scene.restore(told=False)
    scene.office_writes(first)
    scene.office_writes(1 - first)
