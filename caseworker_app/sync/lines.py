"""A connection for each thread that sends files: packs of small ones, large ones by parts."""

import threading

from caseworker_app.sync.line import Line, decoded
from caseworker_app.sync.packs import Sent
from caseworker_app.sync.transport import LineError
from caseworker_app.wire import frames, part
from caseworker_app.wire.message import AskOffset, Offset, Stored
from caseworker_app.wire.operation import BlobRef
from caseworker_app.wire.part import PART, Place
from caseworker_app.wire.problem import ProblemError, ProblemType

_VAIN = 4
"""How often in a row a large file is gone on with before nothing more of it arrived."""


class Lines:
    """Clones of one line, made when a thread first sends."""

    def __init__(self, line: Line) -> None:
        self._line = line
        self._own = threading.local()
        self._all: list[Line] = []

    def post(self, body: bytes, sent: Sent) -> int:
        """Send a pack; return how many of its files the server keeps."""
        answer = self._mine().post(
            "/v1/pack", body, frames.MEDIA_TYPE, lambda gone: sent(gone, len(body))
        )
        return decoded(answer, Stored).stored

    def post_large(self, file: BlobRef, data: bytes, sent: Sent) -> int:
        """Send a large file from where it stands, again after each cut; return 1.

        Raises LineError or ProblemError when nothing more of it arrives.
        """
        furthest, vain = -1, 0
        while True:
            try:
                offset = self._offset(file)
                vain, furthest = (0, offset) if offset > furthest else (vain, furthest)
                while offset < file.size:
                    offset = self._append(Place(file.sha, file.size, offset), data, sent)
            except (LineError, ProblemError) as error:
                vain += 1
                if vain == _VAIN or not _may_go_on(error):
                    raise
                self._mine().pause(vain)
            else:
                return 1

    def close(self) -> None:
        for line in self._all:
            line.close()

    def _offset(self, file: BlobRef) -> int:
        return self._mine().call("/v1/offset", AskOffset(file.sha, file.size), Offset).offset

    def _append(self, place: Place, data: bytes, sent: Sent) -> int:
        """Send the next part; return how much is there then."""
        piece = part.head(place) + data[place.offset : place.offset + PART]
        answer = self._mine().post(
            "/v1/append",
            piece,
            part.MEDIA_TYPE,
            lambda gone: sent(min(place.offset + gone, place.size), place.size),
        )
        return decoded(answer, Offset).offset

    def _mine(self) -> Line:
        line: Line | None = getattr(self._own, "line", None)
        if line is None:
            line = self._own.line = self._line.clone()
            self._all.append(line)
        return line


def _may_go_on(error: LineError | ProblemError) -> bool:
    """Tell whether asking where the file stands may help."""
    kinds = (ProblemType.OFFSET, ProblemType.DIGEST_MISMATCH, ProblemType.SESSION_EXPIRED)
    return isinstance(error, LineError) or error.kind in kinds
