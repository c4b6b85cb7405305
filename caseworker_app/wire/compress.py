"""Zstandard (RFC 8878) with a limit on what comes out."""

import io
import threading

import zstandard

from caseworker_app.wire.problem import ProblemError, ProblemType

LEVEL = 3
_WINDOW = 1 << 23


class _Engines(threading.local):
    """An engine serves one thread; to make one costs as much as a small record."""

    def __init__(self) -> None:
        self._by_level: dict[int, zstandard.ZstdCompressor] = {}

    def of(self, level: int) -> zstandard.ZstdCompressor:
        if level not in self._by_level:
            self._by_level[level] = zstandard.ZstdCompressor(level=level)
        return self._by_level[level]


_ENGINES = _Engines()


def compress(data: bytes, level: int = LEVEL) -> bytes:
    """Return one zstd frame."""
    return _ENGINES.of(level).compress(data)


def decompress(data: bytes, limit: int) -> bytes:
    """Return the content; raises ``ProblemError`` when damaged or longer than ``limit`` bytes."""
    engine = zstandard.ZstdDecompressor(max_window_size=_WINDOW)
    try:
        with engine.stream_reader(io.BytesIO(data)) as reader:
            content = reader.read(limit + 1)
    except zstandard.ZstdError as error:
        raise ProblemError(ProblemType.MALFORMED, "not zstd") from error
    if len(content) > limit:
        raise ProblemError(ProblemType.TOO_LARGE, f"more than {limit} bytes when unpacked")
    return content
