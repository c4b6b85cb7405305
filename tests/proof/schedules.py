"""Schedules made of a seed: the same seed gives the same steps, and so the same failure."""

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from random import Random
from unittest import mock

from caseworker_app.server import changes
from caseworker_app.workflow import sending
from tests.proof import promises
from tests.proof.crash import Crash
from tests.proof.line import Harm
from tests.proof.scene import PEOPLE, Scene, Template, scratch

_STEPS = 14
_HARMS = tuple(Harm)
_EVENTS = ("restore", "hand over", "office", "another", "another")
EVEN: Mapping[str, int] = {}
"""No step more often than usual."""
Step = tuple[str, str]
Take = Callable[[Scene, Random, str], None]


def _visit(scene: Scene, rng: Random, name: str) -> None:
    scene.visit(name, rng.choice((0, 1, 1, 2)), _dies(rng, 40))


def _change(scene: Scene, rng: Random, name: str) -> None:
    scene.change(name, rng.randrange(60), atomic=rng.random() < 0.3, dies=_dies(rng, 12))


def _resolve(scene: Scene, rng: Random, name: str) -> None:
    scene.resolve(name, rng.randrange(6))


def _deliver(scene: Scene, rng: Random, name: str) -> None:
    harms = [_harm(rng) for _ in range(rng.randrange(16))]
    for _ in range(harms.count(Harm.MEANWHILE)):
        scene.expect(rng.choice(_EVENTS))
    scene.deliver(name, harms, _dies(rng, 150), _dies(rng, 250))


def _whole(scene: Scene, _rng: Random, name: str) -> None:
    scene.deliver(name)


def _arrive(scene: Scene, rng: Random, _name: str) -> None:
    scene.arrive(rng.randrange(9))


def _hand_over(scene: Scene, rng: Random, _name: str) -> None:
    scene.hand_over(rng.randrange(2))


def _office(scene: Scene, rng: Random, _name: str) -> None:
    scene.office_writes(rng.randrange(2))


def _back_up(scene: Scene, _rng: Random, _name: str) -> None:
    scene.office.back_up()


def _restore(scene: Scene, rng: Random, _name: str) -> None:
    scene.restore(told=rng.random() < 0.4)


def _photograph(scene: Scene, _rng: Random, name: str) -> None:
    scene.desks[name].photograph()


def _go_back(scene: Scene, _rng: Random, name: str) -> None:
    scene.go_back(name)


def _jump(scene: Scene, rng: Random, name: str) -> None:
    clock = rng.choice((scene.office.clock, scene.desks[name].clock))
    clock.jump()
    clock.wild = rng.random() < 0.3


STEPS: Mapping[Take, int] = {
    _visit: 20, _change: 20, _resolve: 6, _deliver: 30, _whole: 16, _arrive: 8, _hand_over: 5,
    _office: 4, _back_up: 5, _restore: 4, _photograph: 1, _go_back: 1, _jump: 4,
}  # fmt: skip
"""What may happen, and how often compared with the others."""


def run(
    template: Template, seed: int, steps: int = _STEPS, likely: Mapping[str, int] = EVEN
) -> list[Step]:
    """Carry a schedule out, looking at the promises after every step; return what happened."""
    rng, told = Random(seed), []
    with in_small_pieces(), scratch() as folder:
        scene = Scene(template, folder, seed)
        try:
            for _ in range(steps):
                told.append(_step(scene, rng, likely))
                promises.look(scene)
            promises.converges(scene)
        finally:
            scene.close()
    return told


@contextmanager
def in_small_pieces() -> Iterator[None]:
    """Let little work take several batches and pages, as much work does."""
    with mock.patch.object(sending, "_BATCH", 2), mock.patch.object(changes, "PAGE", 3):
        yield


def tried(template: Template, seed: int, steps: int = _STEPS) -> list[Step]:
    """Carry a schedule out; a failure names its seed."""
    try:
        return run(template, seed, steps)
    except BaseException as error:
        error.add_note(f"schedule {seed} of {steps} steps")
        raise


def failure(
    template: Template, seed: int, steps: int = _STEPS, likely: Mapping[str, int] = EVEN
) -> str:
    """Return what broke in a schedule, or an empty text."""
    try:
        run(template, seed, steps, likely)
    except (Exception, Crash) as error:  # noqa: BLE001  # whatever it is, the seed is told
        return f"schedule {seed}: {error!r}"
    return ""


def _step(scene: Scene, rng: Random, likely: Mapping[str, int]) -> Step:
    weights = [often * likely.get(_name(step), 1) for step, often in STEPS.items()]
    take = rng.choices(tuple(STEPS), weights)[0]
    name = rng.choice(tuple(PEOPLE))
    take(scene, rng, name)
    log = [(entry.n, entry.state.value, entry.seq) for entry in scene.desks[name].entries()]
    return _name(take), f"{name} {scene.wire.carried} {log}"


def _name(take: Take) -> str:
    return take.__name__.strip("_")


def _harm(rng: Random) -> Harm:
    return rng.choice(_HARMS) if rng.random() < 0.45 else Harm.NONE


def _dies(rng: Random, most: int) -> int:
    """Return at which write a process dies; 0 for one that lives."""
    return rng.randint(1, most) if rng.random() < 0.25 else 0
