"""Ages at which the law draws a line, for whatever has no policy pack at hand."""

from datetime import date

from caseworker_app.model import id_number

ADULT = 18
"""成年 (民法典第十七条); a pack states the same as ``national.majority``, with its date."""
WORK_FROM = 16
"""Youngest age at which a person may work (劳动法第十五条)."""


def is_adult(number: str, day: date) -> bool:
    """Tell whether the holder of an identity number is of age; one without a birth date is not."""
    return id_number.age(number, day) >= ADULT
