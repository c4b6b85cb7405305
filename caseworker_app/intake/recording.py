"""A recording from a telephone or a recorder: what kind it is, told by its content."""

from dataclasses import dataclass

from caseworker_app.errors import UserError
from caseworker_app.wire.canonical import sha256

KINDS = (".m4a", ".mp3", ".wav", ".amr", ".aac", ".mp4", ".3gp")
MOST_BYTES = 15 << 20
"""A file goes to the office in one piece of at most 16 MiB."""

_LEAST_BYTES = 64
_MPEG_LAYER_3 = frozenset({0xFA, 0xFB, 0xF2, 0xF3, 0xE2, 0xE3})
_ADTS = frozenset({0xF0, 0xF1, 0xF8, 0xF9})
_SYNC = 0xFF
_SOUND = b"soun"
_PICTURES = b"vide"


@dataclass(frozen=True, slots=True)
class Recording:
    """A recording as it came: nothing in it is changed."""

    data: bytes
    mime: str
    sha: str


def take(data: bytes) -> Recording:
    """Return the recording; raises UserError for what is none, or too large to travel."""
    if len(data) > MOST_BYTES:
        raise UserError(
            f"录音有 {len(data) >> 20} MB，超过 {MOST_BYTES >> 20} MB，送不出去。"
            "请只录有争议的一段，或改用 M4A、AMR 格式录。"
        )
    mime = _mime(data)
    if not mime or len(data) < _LEAST_BYTES:
        raise UserError(
            "这个文件不是可以收下的录音。请用手机或录音笔录成 M4A、MP3、WAV 或 AMR 后重新选择。"
        )
    return Recording(data, mime, sha256(data))


def suffix(mime: str) -> str:
    """Return the ending of a file name for a recording's kind."""
    return _SUFFIXES.get(mime, ".bin")


def _mime(data: bytes) -> str:
    """Return the kind of recording by its first bytes, or the empty string."""
    if data[:4] == b"RIFF" and data[8:12] == b"WAVE":
        return "audio/wav"
    if data[:6] in (b"#!AMR\n", b"#!AMR-"):
        return "audio/amr"
    if data[4:8] == b"ftyp":
        return "audio/mp4" if _SOUND in data and _PICTURES not in data else ""
    if data[:3] == b"ID3" or (
        data[:1] == bytes([_SYNC]) and data[1:2] and data[1] in _MPEG_LAYER_3
    ):
        return "audio/mpeg"
    adts = data[:1] == bytes([_SYNC]) and data[1:2] and data[1] in _ADTS
    return "audio/aac" if adts else ""


_SUFFIXES = {
    "audio/wav": ".wav",
    "audio/amr": ".amr",
    "audio/mp4": ".m4a",
    "audio/mpeg": ".mp3",
    "audio/aac": ".aac",
}
