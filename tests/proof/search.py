"""Every state the small world can reach, each asked whether a promise is broken in it."""

from collections import deque
from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple

from tests.proof.world import FIRST, Kept, Protocol, World


class Found(NamedTuple):
    states: int
    broken: str = ""
    """Which promise, empty for none."""
    way: tuple[str, ...] = ()
    """The shortest way there."""


class _Explored:
    """States in the order they were found, how each was reached, and who leads to whom."""

    def __init__(self, first: World) -> None:
        self.order = [first]
        self.after: list[list[int]] = [[]]
        self._number = {first: 0}
        self._from: list[tuple[int, str]] = [(-1, "begin")]

    def reach(self, state: World, origin: int, label: str) -> bool:
        """Note a step; return whether it leads to something new."""
        number = self._number.setdefault(state, len(self.order))
        is_new = number == len(self.order)
        if is_new:
            self.order.append(state)
            self.after.append([])
            self._from.append((origin, label))
        self.after[number].append(origin)
        return is_new

    def way(self, number: int) -> tuple[str, ...]:
        steps: list[str] = []
        while number > 0:
            number, label = self._from[number]
            steps.append(label)
        return tuple(reversed(steps))


def search(protocol: Protocol) -> Found:
    """Walk all of it, shortest ways first; stop at the first broken promise."""
    seen = _Explored(protocol.begin())
    queue = deque([0])
    while queue:
        number = queue.popleft()
        world = seen.order[number]
        broken = _broken(world)
        if broken:
            return Found(len(seen.order), broken, seen.way(number))
        for label, after in protocol.steps(world):
            if _went_back(world, after):
                way = (*seen.way(number), label)
                return Found(len(seen.order), "I6: a copy went back in time", way)
            if seen.reach(after, number, label):
                queue.append(len(seen.order) - 1)
    stuck = _stuck(seen.order, seen.after)
    if stuck is not None:
        return Found(len(seen.order), "I5: laptops can never agree again", seen.way(stuck))
    return Found(len(seen.order))


def _broken(world: World) -> str:
    return next((why for is_broken, why in _PROMISES if is_broken(world)), "")


def _is_doubled(world: World) -> bool:
    logged = world.office.now.logged()
    return len(set(logged)) < len(logged)


def _is_overwritten(world: World) -> bool:
    """Tell whether a value was replaced unseen, or is not what the log leads to."""
    value = FIRST
    for op, applied in world.office.now.log:
        if applied and op.seen != value:
            return True
        value = op.id if applied else value
    return value != world.office.now.value


def _is_undecided(world: World) -> bool:
    """Tell whether a conflict went away though nobody decided it."""
    office = world.office.now
    opened = {op.id for op, applied in office.log if not applied}
    decided = {op.resolves for op, applied in office.log if applied}
    return bool(opened - decided - office.disputed)


def _is_lost(world: World) -> bool:
    here = _whole(world.office.now)
    for laptop in world.laptops:
        here |= {op.id for op in laptop.waiting} | {receipt.op.id for receipt in laptop.held}
    return any(op.id not in here for op in world.sealed)


def _is_purged_early(world: World) -> bool:
    return any(laptop.purged - _whole(world.office.now) for laptop in world.laptops)


def _is_behind(world: World) -> bool:
    """Tell whether a cursor is at the end and the copy is not."""
    return any(
        laptop.cursor == world.here() and laptop.copy != world.office.now.value
        for laptop in world.laptops
    )


def _whole(office: Kept) -> set[int]:
    return set(office.files.intersection(office.logged()))


_PROMISES: tuple[tuple[Callable[[World], bool], str], ...] = (
    (_is_doubled, "I3: an operation is applied twice"),
    (_is_overwritten, "I4: a value was replaced unseen, or does not follow from the log"),
    (_is_undecided, "I4: a conflict went away by itself"),
    (_is_lost, "I1, I2: something sealed is on no disk"),
    (_is_purged_early, "I8: purged here and not whole at the office"),
    (_is_behind, "I6: the cursor is at the end and the copy is not"),
)


def _went_back(before: World, after: World) -> bool:
    pairs = zip(before.laptops, after.laptops, strict=True)
    return any(
        old.cursor.epoch == new.cursor.epoch and new.cursor.at < old.cursor.at for old, new in pairs
    )


def _agreed(world: World) -> bool:
    """Tell whether everything is delivered and every laptop shows what the office has."""
    office, sealed = world.office.now, len(world.sealed)
    return len(office.log) == len(office.done) == sealed and all(
        not laptop.waiting and laptop.cursor == world.here() and laptop.copy == office.value
        for laptop in world.laptops
    )


def _stuck(order: Sequence[World], before: Sequence[Iterable[int]]) -> int | None:
    """Return the first state from which no way leads to agreement, or None."""
    reached = [_agreed(world) for world in order]
    open_ones = [number for number, good in enumerate(reached) if good]
    while open_ones:
        for number in before[open_ones.pop()]:
            if not reached[number]:
                reached[number] = True
                open_ones.append(number)
    return next((number for number, good in enumerate(reached) if not good), None)
