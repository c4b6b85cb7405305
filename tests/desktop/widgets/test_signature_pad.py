from PySide6.QtCore import QEvent, QPoint, QPointF, QSize, Qt
from PySide6.QtGui import QColor, QPointingDevice, QTabletEvent
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from caseworker_app.desktop.widgets.ink import pieces
from caseworker_app.desktop.widgets.signature_pad import SignaturePad
from caseworker_app.model.visit import Point, Stroke
from tests.desktop.screen import show

LEFT = Qt.MouseButton.LeftButton


def made(qtbot: QtBot) -> SignaturePad:
    pad = SignaturePad("户主")
    pad.resize(400, 160)
    show(qtbot, pad)
    return pad


def draw(qtbot: QtBot, pad: SignaturePad, *spots: tuple[int, int]) -> None:
    QTest.mousePress(pad, LEFT, pos=QPoint(*spots[0]))
    for spot in spots[1:]:
        QTest.mouseMove(pad, QPoint(*spot))
    QTest.mouseRelease(pad, LEFT, pos=QPoint(*spots[-1]))


def inked(pad: SignaturePad) -> int:
    image = pad.grab().toImage()
    dark = QColor("#12235E").lightness() + 40
    return sum(
        image.pixelColor(x, y).lightness() < dark
        for x in range(20, image.width() - 20, 2)
        for y in range(20, image.height() - 50, 2)
    )


def test_that_a_stroke_is_kept_in_hundredths_of_a_pixel(qtbot: QtBot) -> None:
    pad = made(qtbot)
    changes: list[None] = []
    pad.changed.connect(lambda: changes.append(None))

    draw(qtbot, pad, (50, 40), (90, 60), (130, 40))

    (stroke,) = pad.strokes()
    assert stroke.device == "mouse"
    assert [(p.x, p.y) for p in stroke.points] == [(5000, 4000), (9000, 6000), (13000, 4000)]
    assert all(type(v) is int for p in stroke.points for v in (p.x, p.y, p.pressure, p.ms))
    assert pad.sheet() == (400, 160)
    assert len(changes) == 1


def test_that_a_resize_keeps_every_stroke_and_scales_what_is_seen(qtbot: QtBot) -> None:
    pad = made(qtbot)
    draw(qtbot, pad, (50, 40), (90, 60), (130, 40))
    before = pad.strokes()

    pad.resize(800, 320)
    draw(qtbot, pad, (100, 80), (180, 120))

    assert pad.strokes()[:1] == before
    assert [(p.x, p.y) for p in pad.strokes()[1].points] == [(5000, 4000), (9000, 6000)]
    assert pad.sheet() == (400, 160)
    assert inked(pad) > 0


def test_that_undo_takes_the_last_stroke_and_delete_all(qtbot: QtBot) -> None:
    pad = made(qtbot)
    draw(qtbot, pad, (50, 40), (90, 60))
    draw(qtbot, pad, (150, 40), (190, 60))

    QTest.keyClick(pad, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    after_undo = len(pad.strokes())
    QTest.keyClick(pad, Qt.Key.Key_Delete)

    assert (after_undo, pad.strokes()) == (1, ())
    assert inked(pad) == 0


def test_that_a_slip_of_the_pen_is_no_signature(qtbot: QtBot) -> None:
    pad = made(qtbot)
    draw(qtbot, pad, (50, 40), (60, 40))
    slip = pad.has_ink()
    draw(qtbot, pad, *[(50 + 8 * n, 60 + n % 3 * 9) for n in range(12)])

    assert (slip, pad.has_ink()) == (False, True)


def test_that_ink_kept_is_shown_again_and_replayed_to_the_end(qtbot: QtBot) -> None:
    ink = (Stroke("pen", tuple(Point(4000 + 900 * n, 5000, 600, 8 * n) for n in range(20))),)
    pad = made(qtbot)

    pad.set_strokes(ink, 400, 160)
    whole = inked(pad)
    pad.replay()
    qtbot.waitUntil(lambda: not pad._replay.isActive())

    assert pad.strokes() == ink
    assert inked(pad) == whole > 0


def test_that_a_pen_draws_wider_the_harder_it_is_pressed() -> None:
    def width(pressure: int) -> float:
        points = tuple(Point(1000 * n, 0, pressure, 10 * n) for n in range(5))
        return max(piece.width for piece in pieces(Stroke("pen", points)))

    assert width(100) < width(500) < width(1000)


def test_that_the_pad_is_wide_enough_at_its_least(qtbot: QtBot) -> None:
    assert made(qtbot).minimumSize() == QSize(280, 120)


def test_that_pressure_and_time_of_a_pen_are_kept(qtbot: QtBot) -> None:
    pad, device = made(qtbot), QPointingDevice()
    steps = (
        (QEvent.Type.TabletPress, 50, 0.25),
        (QEvent.Type.TabletMove, 90, 0.5),
        (QEvent.Type.TabletMove, 130, 1.0),
        (QEvent.Type.TabletRelease, 130, 0.0),
    )
    for kind, x, pressure in steps:
        at = QPointF(x, 40)
        none = Qt.KeyboardModifier.NoModifier
        event = QTabletEvent(
            kind, device, at, at, pressure, 0.0, 0.0, 0.0, 0.0, 0.0, none, LEFT, LEFT
        )
        pad.tabletEvent(event)
        QTest.qWait(15)

    (stroke,) = pad.strokes()
    assert stroke.device == "pen"
    assert [p.pressure for p in stroke.points] == [250, 500, 1000]
    assert [p.ms for p in stroke.points] == sorted({p.ms for p in stroke.points})


def test_that_a_finger_writes_too(qtbot: QtBot) -> None:
    pad = made(qtbot)
    touch = QTest.touchEvent(pad, QTest.createTouchDevice())
    touch.press(0, QPoint(50, 40), pad).commit()
    touch.move(0, QPoint(90, 60), pad).commit()
    touch.release(0, QPoint(130, 40), pad).commit()

    (stroke,) = pad.strokes()
    assert stroke.device == "touch"
    assert len(stroke.points) > 1
