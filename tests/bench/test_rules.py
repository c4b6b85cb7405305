"""What a determination costs, as a ratio to the same sums in NumPy and in a rules engine."""

import statistics
import time
from collections.abc import Callable, Sequence
from functools import partial
from typing import TypeVar

import pytest

from caseworker_app.intake.pack_file import shipped
from caseworker_app.model.economy import EconomicStatus
from caseworker_app.rules.determination import determine
from caseworker_app.rules.policy.pack import Pack
from tests.bench.reduced import Answer, applies, reduced
from tests.bench.stock import stock

_T = TypeVar("_T")

pytestmark = [pytest.mark.bench, pytest.mark.timeout(600)]

_STOCK = 160_000
_LIVE = 5_000
_SAMPLE = 10_000
_ROUND = 500
_PASSES = 5


@pytest.fixture(scope="module")
def pack() -> Pack:
    return shipped()


@pytest.fixture(scope="module")
def homes() -> tuple[EconomicStatus, ...]:
    return stock(_STOCK)


def _tell(figures: str) -> None:
    print(f"\n{figures}")  # noqa: T201  # the figure


def _timed(work: Callable[[], _T]) -> tuple[_T, float]:
    """Return what some work gives and the seconds it took of a processor's time.

    None of this waits for anything: on an idle machine they are the clock's, on a shared one
    what neighbours take does not count.
    """
    start = time.process_time()
    given = work()
    return given, time.process_time() - start


def _answers(homes: Sequence[EconomicStatus], pack: Pack) -> list[Answer]:
    return [Answer.of(determine(home, pack, explain=False)) for home in homes]


def test_that_one_determination_with_its_explanation_is_there_at_once(
    pack: Pack, homes: tuple[EconomicStatus, ...]
) -> None:
    took = sorted(_timed(partial(determine, home, pack))[1] * 1000 for home in homes[:_LIVE])
    median, late = statistics.median(took), took[len(took) * 95 // 100]
    _tell(f"One determination with its explanation: median {median:.3f} ms, p95 {late:.3f} ms")
    assert median < 0.5


def test_that_a_whole_stock_is_determined_in_seconds(
    pack: Pack, homes: tuple[EconomicStatus, ...]
) -> None:
    pytest.importorskip("numpy")
    from tests.bench import floor  # noqa: PLC0415  # NumPy is there for make bench only

    flat = floor.flatten([reduced(home, pack) for home in homes])
    work = partial(floor.sums, flat, pack)
    before = [_timed(work)[1] for _ in range(_PASSES)]
    found, ours = _timed(partial(_answers, homes, pack))
    after = [_timed(work)[1] for _ in range(_PASSES)]
    sums = work()
    plain = [place for place, home in enumerate(homes) if applies(home)]

    ratio = ours / statistics.median(before + after)
    _tell(
        f"{_STOCK} households without explanation: {ours:.1f} s in one process, x {ratio:.0f} "
        f"the same sums in NumPy (laying the figures flat not counted), which alone decide "
        f"{len(plain)} of them and agree in each"
    )
    assert [found[place] for place in plain] == [sums.answer(place) for place in plain]
    assert len(plain) > _STOCK / 2
    assert ours < 10


def test_that_a_rules_engine_with_less_law_is_not_much_quicker(
    pack: Pack, homes: tuple[EconomicStatus, ...]
) -> None:
    pytest.importorskip("zen")
    from tests.bench import engine  # noqa: PLC0415  # the engine is there for make bench only

    plain = [home for home in homes[: 2 * _SAMPLE] if applies(home)][:_SAMPLE]
    facts = [engine.facts(reduced(home, pack)) for home in plain]
    rules = engine.Engine(pack)
    other, ratios = 0, []
    for start in range(0, _SAMPLE, _ROUND):
        part = slice(start, start + _ROUND)
        ours, our_time = _timed(partial(_answers, plain[part], pack))
        theirs, their_time = _timed(partial(rules.decide, facts[part]))
        ratios.append(our_time / their_time)
        other += sum(answer != exact for answer, exact in zip(theirs, ours, strict=True))

    ratio = statistics.median(ratios)
    _tell(
        f"{_SAMPLE} households without explanation: x {ratio:.2f} zen-engine with these sums as "
        f"a decision model, which gives {other} of them another category or yuan"
    )
    assert other < _SAMPLE / 100
    assert ratio < 4
