"""Whatever happens in whatever order, the promises hold: hypothesis looks for a way round them."""

import pytest
from hypothesis import HealthCheck, settings, strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule, run_state_machine_as_test

from tests.proof import promises
from tests.proof.line import Harm
from tests.proof.scene import PEOPLE, Scene, Template, scratch
from tests.proof.schedules import in_small_pieces

_NAMES = st.sampled_from(sorted(PEOPLE))
_PICK = st.integers(0, 11)
_HARMS = st.lists(st.sampled_from(sorted(Harm)), max_size=12)
_EVENTS = st.sampled_from(("restore", "hand over", "office", "another"))
_LIVES = st.just(0)


class Machine(RuleBasedStateMachine):
    """The scene as hypothesis plays it; a new rule is one more method."""

    template: Template

    def __init__(self) -> None:
        super().__init__()
        self._folder = scratch()
        self._kept = False
        self._scene = Scene(self.template, self._folder.__enter__(), seed=1)

    @rule(name=_NAMES, files=st.integers(0, 2), dies=_LIVES | st.integers(1, 40))
    def visit(self, name: str, files: int, dies: int) -> None:
        self._scene.visit(name, files, dies)

    @rule(name=_NAMES, pick=_PICK, atomic=st.booleans(), dies=_LIVES | st.integers(1, 12))
    def change(self, name: str, pick: int, atomic: bool, dies: int) -> None:  # noqa: FBT001  # drawn by name
        self._scene.change(name, pick, atomic=atomic, dies=dies)

    @rule(name=_NAMES, pick=_PICK)
    def resolve(self, name: str, pick: int) -> None:
        self._scene.resolve(name, pick)

    @rule(
        name=_NAMES,
        harms=_HARMS,
        event=_EVENTS,
        dies=_LIVES | st.integers(1, 150),
        falls=_LIVES | st.integers(1, 250),
    )
    def deliver(self, name: str, harms: list[Harm], event: str, dies: int, falls: int) -> None:
        self._scene.expect(event)
        self._scene.deliver(name, harms, dies, falls)

    @rule(name=_NAMES)
    def deliver_over_a_whole_line(self, name: str) -> None:
        self._scene.deliver(name)

    @rule(pick=_PICK)
    def something_late_arrives(self, pick: int) -> None:
        self._scene.arrive(pick)

    @rule(pick=_PICK)
    def hand_over(self, pick: int) -> None:
        self._scene.hand_over(pick)

    @rule(pick=_PICK)
    def the_office_writes(self, pick: int) -> None:
        self._scene.office_writes(pick)

    @rule()
    def back_up(self) -> None:
        self._scene.office.back_up()

    @rule(told=st.booleans())
    def restore(self, told: bool) -> None:  # noqa: FBT001  # drawn by name
        self._scene.restore(told=told)

    @rule(name=_NAMES)
    def take_an_image_of_a_laptop(self, name: str) -> None:
        self._scene.desks[name].photograph()

    @rule(name=_NAMES)
    def put_the_image_back(self, name: str) -> None:
        self._scene.go_back(name)

    @rule(name=_NAMES, of_office=st.booleans(), wild=st.booleans())
    def a_clock_jumps(self, name: str, of_office: bool, wild: bool) -> None:  # noqa: FBT001  # drawn by name
        clock = self._scene.office.clock if of_office else self._scene.desks[name].clock
        clock.jump()
        clock.wild = wild

    @invariant()
    def the_promises_hold(self) -> None:
        self._kept = False
        promises.look(self._scene)
        self._kept = True

    def teardown(self) -> None:
        try:
            if self._kept:
                promises.converges(self._scene)
        finally:
            self._scene.close()
            self._folder.__exit__(None, None, None)


def _play(template: Template, examples: int, steps: int, *, again: bool) -> None:
    """Play so many scenes of so many steps; ``again``: the same ones every time."""
    played = type("Played", (Machine,), {"template": template})
    rules = settings(
        max_examples=examples,
        stateful_step_count=steps,
        derandomize=again,
        database=None,
        deadline=None,
        print_blob=True,
        suppress_health_check=list(HealthCheck),
    )
    with in_small_pieces():
        run_state_machine_as_test(played, settings=rules)


def test_that_no_few_steps_break_a_promise(template: Template) -> None:
    _play(template, examples=6, steps=8, again=True)


@pytest.mark.proof
@pytest.mark.timeout(3600)
def test_that_no_steps_break_a_promise(template: Template) -> None:
    _play(template, examples=400, steps=30, again=False)
