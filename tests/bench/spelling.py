"""How an invented city is spelled: numbers, booklets, plates, units, all by index."""

import numpy as np
import pyarrow as pa

from caseworker_app.model.id_number import CHECKS, WEIGHTS

_FAMILIES = np.array(
    [
        [0, 0, 0, 1, 1, 2, 2, 2],
        [0, 1, 1, 2, 2, 2, 2, 3],
        [0, 0, 1, 1, 1, 1, 1, 2],
        [0, 0, 0, 0, 1, 1, 2, 3],
    ]
)
"""How eight neighbours make up booklets, in four patterns."""
_COUNTIES = np.array([330102, 330105, 330106, 330108, 330109, 330110, 330111, 330112, 330113])
_SERIAL = np.frombuffer(b"0123456789ABCDEFGHJKLMNPQRSTUVWXYZ", np.uint8)


def fixed(matrix: np.ndarray) -> pa.StringArray:
    """Return rows of bytes as texts."""
    rows, width = matrix.shape
    ends = np.arange(0, width * rows + 1, width, dtype=np.int32)
    return pa.StringArray.from_buffers(rows, pa.py_buffer(ends), pa.py_buffer(matrix.tobytes()))


def digits(numbers: np.ndarray, width: int) -> np.ndarray:
    places = 10 ** np.arange(width - 1, -1, -1, dtype=np.int64)
    return (numbers[:, None] // places % 10 + 48).astype(np.uint8)


def spelled(before: str, numbers: np.ndarray, width: int, after: str = "") -> pa.StringArray:
    ends = [
        np.tile(np.frombuffer(text.encode(), np.uint8), (len(numbers), 1))
        for text in (before, after)
    ]
    return fixed(np.hstack([ends[0], digits(numbers, width), ends[1]]))


_BORN = np.datetime64("1930-01-01") + np.arange(32_000)
_YMD = np.array([int(str(day).replace("-", "")) for day in _BORN])


def id_numbers(people: np.ndarray) -> pa.StringArray:
    """Return the number of each person by index, all different and with a right check digit."""
    county = people // 8 % len(_COUNTIES)
    within = people // (8 * len(_COUNTIES)) * 8 + people % 8
    first17 = (_COUNTIES[county] * 10**8 + _YMD[within * 7919 % 32_000]) * 1000 + within // 32_000
    written = digits(first17, 17)
    checks = np.frombuffer(CHECKS.encode(), np.uint8)
    last = checks[(written.astype(np.int64) - 48) @ np.array(WEIGHTS) % 11]
    return fixed(np.hstack([written, last[:, None]]))


def booklet_of(people: np.ndarray) -> np.ndarray:
    block = people // 8
    return block * 4 + _FAMILIES[block * 7 % 4, people % 8]


def rank_of(people: np.ndarray) -> np.ndarray:
    """Return the place of each person in the booklet: 0 the head, 1 the spouse."""
    places = np.zeros_like(_FAMILIES)
    for pattern, families in enumerate(_FAMILIES):
        for person in range(1, 8):
            if families[person] == families[person - 1]:
                places[pattern, person] = places[pattern, person - 1] + 1
    return places[people // 8 * 7 % 4, people % 8]


def booklet_text(booklets: np.ndarray) -> pa.StringArray:
    return spelled("H", booklets, 11)


def regions_of(people: np.ndarray) -> pa.Array:
    return spelled("", _COUNTIES[people // 8 % len(_COUNTIES)] * 10**6 + 1_002, 12)


def plates_of(numbers: np.ndarray) -> pa.StringArray:
    places = 34 ** np.arange(4, -1, -1)
    serial = _SERIAL[numbers[:, None] // places % 34]
    office = np.tile(np.frombuffer("浙A".encode(), np.uint8), (len(numbers), 1))
    return fixed(np.hstack([office, serial]))


def units_of(numbers: np.ndarray) -> pa.StringArray:
    return spelled("330102001002GB00123F", numbers, 8)


def places_of(numbers: np.ndarray) -> pa.StringArray:
    return spelled("青山路", numbers, 8, "号")
