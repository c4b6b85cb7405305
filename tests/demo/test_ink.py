from datetime import date
from random import Random

from caseworker_app.demo.ink import HEIGHT, WIDTH, signature_strokes
from caseworker_app.demo.photos import visit_photos
from caseworker_app.demo.township import make_township
from caseworker_app.intake.photo import prepare


def hand(seed: int) -> Random:
    return Random(seed)


def test_that_a_signature_stays_on_the_pad_and_time_runs_forward() -> None:
    for name in ("䶮", "王芳", "诸葛建明", "古丽米热·阿卜杜拉"):
        strokes = signature_strokes(name, hand(5))
        points = [point for stroke in strokes for point in stroke.points]
        assert len(strokes) >= 4 * len(name)
        assert all(0 <= p.x <= WIDTH * 100 and 0 <= p.y <= HEIGHT * 100 for p in points)
        assert all(0 < p.pressure <= 1000 for p in points)
        assert [p.ms for p in points] == sorted({p.ms for p in points})


def test_that_a_hand_is_its_own_and_repeats_itself() -> None:
    assert signature_strokes("王芳", hand(5)) == signature_strokes("王芳", hand(5))
    assert signature_strokes("王芳", hand(5)) != signature_strokes("王芳", hand(6))
    assert signature_strokes("王芳", hand(5)) != signature_strokes("王萍", hand(5))


def test_that_the_pictures_of_a_visit_can_be_taken_in() -> None:
    household = make_township(1, 1, today=date(2026, 11, 22)).households[0].household
    photos = visit_photos(household, 5)
    assert photos == visit_photos(household, 5)
    assert household.living_address in photos[0].caption
    assert len({photo.data for photo in photos}) == 5
    for photo in photos:
        assert 40_000 < len(prepare(photo.data).data) < 90_000
