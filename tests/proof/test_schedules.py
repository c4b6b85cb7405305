"""Schedules of three laptops and an office keep every promise; a seed gives the same one again."""

from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context

import pytest

from tests.proof import promises, schedules
from tests.proof.scene import Scene, Template, make_template, scratch
from tests.proof.scenes import SCENES, Play, goes_back_in_the_middle

_FEW, _MANY = 20, 10_000
_SHORT = 8
_BLOCK = 250
_AT_ONCE = 2


@pytest.mark.long
def test_that_few_schedules_keep_the_promises(template: Template) -> None:
    for seed in range(_FEW):
        schedules.tried(template, seed, _SHORT)


def test_that_a_seed_gives_the_same_schedule(template: Template) -> None:
    assert schedules.tried(template, 7, _SHORT) == schedules.tried(template, 7, _SHORT)
    assert schedules.tried(template, 7, 2) != schedules.tried(template, 8, 2)


@pytest.mark.proof
@pytest.mark.timeout(4 * 3600)
def test_that_many_schedules_keep_the_promises() -> None:
    blocks = range(0, _MANY, _BLOCK)
    with ProcessPoolExecutor(_AT_ONCE, get_context("spawn")) as processes:
        broken = [failure for some in processes.map(_block, blocks) for failure in some]
    assert not broken, "\n".join(broken)


def _block(first: int) -> list[str]:
    """Return what broke in a block of schedules, each with its seed."""
    with scratch() as folder:
        template = make_template(folder / "template")
        return [
            failure
            for seed in range(first, first + _BLOCK)
            if (failure := schedules.failure(template, seed))
        ]


@pytest.mark.proof
@pytest.mark.timeout(3600)
@pytest.mark.parametrize("side", ["laptop", "office"])
def test_that_each_write_may_be_the_last(template: Template, side: str) -> None:
    assert _deaths(template, side, step=1) > 60


@pytest.mark.parametrize("side", ["laptop", "office"])
def test_that_any_write_may_be_the_last(template: Template, side: str) -> None:
    assert _deaths(template, side, step=31) > 2


def _deaths(template: Template, side: str, step: int) -> int:
    """Let one side die at every so many writes of a delivery with files; return how often."""
    write, died = 1, 0
    while _dies_at(template, side, write):
        write, died = write + step, died + 1
    return died


def _dies_at(template: Template, side: str, write: int) -> bool:
    with scratch() as folder:
        scene = Scene(template, folder, seed=1)
        try:
            scene.visit("a", files=2)
            scene.visit("b", files=1)
            scene.deliver("b")
            if side == "laptop":
                scene.deliver("a", dies=write)
            else:
                scene.deliver("a", falls=write)
            promises.look(scene)
            promises.converges(scene)
            return scene.desks["a"].crashes + scene.office.crashes > 0
        finally:
            scene.close()


@pytest.mark.proof
@pytest.mark.parametrize("told", [False, True])
@pytest.mark.parametrize("before", range(3, 24))
def test_that_an_office_may_go_back_before_any_message(
    scene: Scene, before: int, *, told: bool
) -> None:
    goes_back_in_the_middle(scene, before, told=told)


@pytest.mark.parametrize("play", SCENES, ids=lambda play: play.__name__)
def test_that_a_scene_keeps_the_promises(scene: Scene, play: Play) -> None:
    play(scene)
