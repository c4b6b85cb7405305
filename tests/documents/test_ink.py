from caseworker_app.documents.ink import curves
from caseworker_app.documents.page import Ink
from caseworker_app.model.visit import Point, Stroke


def _stroke(device: str, pressures: list[int], step: int = 1000) -> Stroke:
    points = (Point(n * step, (n % 3) * 500, p, n * 12) for n, p in enumerate(pressures))
    return Stroke(device, tuple(points))


def test_that_ink_stays_in_its_box() -> None:
    strokes = (_stroke("pen", [1000] * 60, 4000), _stroke("mouse", [500] * 30, 7000))

    for curve in curves(Ink(100, 200, 150, 40, strokes)):
        half = curve.width / 2
        ends = [curve.start, *((piece[-2], piece[-1]) for piece in curve.pieces)]
        assert all(x - half >= 100 and x + half <= 250 for x, _ in ends)
        assert all(y - half >= 200 and y + half <= 240 for _, y in ends)


def test_that_pressure_makes_the_line_wide() -> None:
    light = max(c.width for c in curves(Ink(0, 0, 200, 50, (_stroke("pen", [100] * 20),))))
    heavy = max(c.width for c in curves(Ink(0, 0, 200, 50, (_stroke("pen", [1000] * 20),))))

    assert heavy > 1.5 * light > 0


def test_that_a_fast_mouse_leaves_a_thin_line() -> None:
    slow = max(c.width for c in curves(Ink(0, 0, 400, 50, (_stroke("mouse", [500] * 20, 200),))))
    fast = max(c.width for c in curves(Ink(0, 0, 400, 50, (_stroke("mouse", [500] * 20, 3000),))))

    assert fast < slow


def test_that_a_small_signature_is_not_blown_up() -> None:
    ends = [c.pieces[-1][-2] for c in curves(Ink(0, 0, 400, 400, (_stroke("pen", [500] * 4),)))]

    assert max(ends) - min(ends) < 30


def test_that_a_dot_and_nothing_are_drawn_as_such() -> None:
    dot = Stroke("pen", (Point(100, 100, 500, 0),))

    assert len(list(curves(Ink(0, 0, 50, 50, (dot,))))) == 1
    assert list(curves(Ink(0, 0, 50, 50, ()))) == []
