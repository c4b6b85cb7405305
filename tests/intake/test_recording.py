import struct
import wave
from io import BytesIO

import pytest

from caseworker_app.errors import UserError
from caseworker_app.intake.recording import MOST_BYTES, suffix, take
from caseworker_app.wire.canonical import sha256


def wav(seconds: int = 1) -> bytes:
    out = BytesIO()
    with wave.open(out, "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(2)
        file.setframerate(8000)
        file.writeframes(struct.pack("<h", 99) * 8000 * seconds)
    return out.getvalue()


def m4a(handler: bytes = b"soun") -> bytes:
    return b"\0\0\0\x18ftypM4A " + bytes(40) + b"hdlr" + bytes(8) + handler + bytes(40)


@pytest.mark.parametrize(
    ("data", "mime", "ending"),
    [
        (wav(), "audio/wav", ".wav"),
        (b"#!AMR\n" + bytes(90), "audio/amr", ".amr"),
        (b"#!AMR-WB\n" + bytes(90), "audio/amr", ".amr"),
        (m4a(), "audio/mp4", ".m4a"),
        (b"ID3\x03" + bytes(90), "audio/mpeg", ".mp3"),
        (b"\xff\xfb\x90" + bytes(90), "audio/mpeg", ".mp3"),
        (b"\xff\xf1\x50" + bytes(90), "audio/aac", ".aac"),
    ],
)
def test_that_a_recording_is_known_by_its_content(data: bytes, mime: str, ending: str) -> None:
    found = take(data)
    assert (found.data, found.mime, found.sha) == (data, mime, sha256(data))
    assert suffix(found.mime) == ending


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"#!AMR\n",
        b"not a recording, whatever its name" * 4,
        b"\xff\xd8\xff\xe0" + bytes(90),
        b"RIFF" + bytes(4) + b"AVI " + bytes(90),
        m4a(b"vide"),
        m4a(b"soun") + b"vide",
        b"\xff",
    ],
)
def test_that_what_is_no_recording_is_refused_with_a_sentence(data: bytes) -> None:
    with pytest.raises(UserError, match="不是可以收下的录音"):
        take(data)


def test_that_what_could_not_be_delivered_is_refused() -> None:
    with pytest.raises(UserError, match="15 MB"):
        take(b"ID3" + bytes(MOST_BYTES))
