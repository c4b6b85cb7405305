"""The QR code of a paper (ISO/IEC 18004): its number and the hash of its values."""

from functools import lru_cache

import segno

_HEX = 32


def content(number: str, digest: str) -> str:
    """Return ``number:HASH`` with the first 32 hex digits, upper case for a smaller code."""
    return f"{number}:{digest.removeprefix('sha256:')[:_HEX].upper()}"


@lru_cache(maxsize=64)
def modules(text: str) -> tuple[tuple[bool, ...], ...]:
    """Return the dark modules row by row, without the quiet zone; error correction M."""
    code = segno.make(text, error="m", micro=False, boost_error=False, mask=3)
    return tuple(tuple(bool(module) for module in row) for row in code.matrix)


@lru_cache(maxsize=64)
def bars(
    text: str, x: float, y: float, size: float
) -> tuple[tuple[float, float, float, float], ...]:
    """Return the dark runs of the code as rectangles in a square with lower left (x, y)."""
    matrix = modules(text)
    step = size / len(matrix)
    found: list[tuple[float, float, float, float]] = []
    for number, row in enumerate(matrix):
        low = y + size - (number + 1) * step
        at = 0
        while at < len(row):
            end = at
            while end < len(row) and row[end]:
                end += 1
            if end > at:
                found.append((x + at * step, low, (end - at) * step, step))
            at = end + 1
    return tuple(found)
