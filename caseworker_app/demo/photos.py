"""The pictures a demonstration visit brings home, drawn instead of taken."""

from dataclasses import dataclass

from caseworker_app.intake.photo import draw_sketch
from caseworker_app.model.household import Household

_SEEN = (
    ("房屋外观", "/living/structure"),
    ("厨房粮油", "/living/kitchen"),
    ("卧室被褥", "/living/bedding"),
    ("救助证与存折", ""),
)


@dataclass(frozen=True, slots=True)
class DemoPhoto:
    caption: str
    data: bytes
    """JPEG as a camera's file would be; still to be taken in by ``intake.photo.prepare``."""
    place: str
    """Path of the field it proves, or ""."""


def visit_photos(household: Household, count: int = 3) -> tuple[DemoPhoto, ...]:
    """Return the door plate and what else was seen, up to five; the same each time."""
    plate = (f"门牌 {household.living_address}", "/household/living_address")
    seed = int(household.number or 0)
    every = (plate, *_SEEN)[:count]
    return tuple(DemoPhoto(words, draw_sketch(words, seed), place) for words, place in every)
