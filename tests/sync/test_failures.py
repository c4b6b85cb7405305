"""What the person reads when the line or the server fails; nothing hangs, nothing is believed."""

import time
from http.server import BaseHTTPRequestHandler

import pytest
import requests

from caseworker_app.errors import CaseworkError, OfflineError, OutsideError, RefusedError
from caseworker_app.server import enrolment
from caseworker_app.sync.client import Courier, Identity, enrol
from caseworker_app.sync.transport import LineError, Transport
from caseworker_app.wire import signing
from caseworker_app.wire.compress import compress
from caseworker_app.wire.content_digest import content_digest
from caseworker_app.wire.problem import ProblemError, ProblemType
from caseworker_app.wire.slip import Slip
from tests.server.laptop import Laptop
from tests.sync.conftest import Field
from tests.sync.lines import Answer, answering, cutting, free_port, slow


def says(status: int, body: bytes = b"", **fields: str) -> Answer:
    def answer(request: BaseHTTPRequestHandler) -> None:
        request.rfile.read(int(request.headers["Content-Length"]))
        request.send_response(status)
        for name, value in fields.items():
            request.send_header(name.replace("_", "-"), value)
        request.send_header("Content-Length", str(len(body)))
        request.end_headers()
        request.wfile.write(body)

    return answer


def closes(request: BaseHTTPRequestHandler) -> None:
    request.close_connection = True


def stops_half_way(request: BaseHTTPRequestHandler) -> None:
    request.rfile.read(int(request.headers["Content-Length"]))
    request.send_response(200)
    request.send_header("Content-Length", "1000")
    request.end_headers()
    request.wfile.write(b"half")


def keeps_silent(request: BaseHTTPRequestHandler) -> None:
    time.sleep(0.6)


def never_ends(request: BaseHTTPRequestHandler) -> None:
    request.rfile.read(int(request.headers["Content-Length"]))
    request.send_response(200)
    request.end_headers()
    try:
        while True:
            request.wfile.write(b" " * 100_000)
    except OSError:
        return


PROBLEM = b'{"type":"urn:csp:%s","title":"t","status":%d}'

ANSWERS = {
    "closes": (closes, "断了"),
    "stops half way": (stops_half_way, "断了"),
    "keeps silent": (keeps_silent, "断了"),
    "500": (says(500, b"<html>"), "500"),
    "fault": (
        says(500, PROBLEM % (b"fault", 500), Content_Type="application/problem+json"),
        "服务器出错了",
    ),
    "busy": (
        says(503, PROBLEM % (b"busy", 503), Content_Type="application/problem+json"),
        "服务器正忙",
    ),
    "new problem": (
        says(422, PROBLEM % (b"of-next-year", 422), Content_Type="application/problem+json"),
        "422",
    ),
    "no problem": (says(422, b"{", Content_Type="application/problem+json"), "422"),
    "another server": (says(404, b"nothing here"), "核对服务器地址"),
    "redirect": (says(302, b"", Location="http://127.0.0.1:1/"), "302"),
    "no json": (says(200, b"<html>"), "读不懂"),
    "wrong json": (says(200, b'{"nonce":1}'), "读不懂"),
    "deep json": (says(200, b"[" * 200_000), "读不懂"),
    "damaged": (says(200, b"{}", Content_Digest=content_digest(b"x")), "损坏"),
    "not zstd": (says(200, b"zstd?", Content_Encoding="zstd"), "读不懂"),
    "bomb": (says(200, compress(bytes(70 << 20)), Content_Encoding="zstd"), "读不懂"),
    "endless": (never_ends, "太大"),
}


@pytest.mark.parametrize("name", ANSWERS)
def test_that_a_bad_answer_becomes_a_sentence_that_says_the_work_is_safe(name: str) -> None:
    answer, sentence = ANSWERS[name]
    with answering(answer) as address:
        identity = Identity("d", signing.new_key(), bytes(32))
        courier = Courier(address, identity, sleep=lambda _: None, idle_seconds=0.3)
        with pytest.raises(LineError, match=sentence) as failure:
            courier.session()
        courier.close()
    assert "本机" in str(failure.value)
    assert isinstance(failure.value, OfflineError) is (sentence == "断了")


def test_that_a_server_that_is_down_is_named() -> None:
    address = f"http://127.0.0.1:{free_port()}"
    courier = Courier(address, Identity("d", signing.new_key(), bytes(32)), sleep=lambda _: None)

    with pytest.raises(OfflineError, match=f"连不上服务器 {address}"):
        courier.session()
    courier.close()


def test_that_an_address_that_is_none_is_explained() -> None:
    with pytest.raises(LineError, match="服务器地址"):
        Transport("127.0.0.1:80", "").post("/v1/nonce", b"{}", {})


def test_that_a_server_without_the_encryption_it_should_have_is_not_talked_to(
    field: Field,
) -> None:
    transport = Transport(field.server.url.replace("http://", "https://"), "")
    with pytest.raises(LineError, match="身份核对不上"):
        transport.post("/v1/nonce", b"{}", {})
    transport.close()


def test_that_a_certificate_of_another_time_points_to_the_clock() -> None:
    error = requests.exceptions.SSLError("certificate verify failed: certificate is not yet valid")

    assert "日期和时间" in str(Transport("https://x", "")._failure(error))


def test_that_a_failed_question_is_asked_again_a_few_times(field: Field) -> None:
    pauses: list[float] = []
    with cutting(field.server.url, [10, 10]) as address:
        identity = Identity(field.laptop.device, field.laptop.key, field.server.central.public)
        courier = Courier(address, identity, sleep=pauses.append, idle_seconds=5)
        courier.session()
        courier.close()
    assert len(pauses) == 2
    assert all(0 <= pause <= 1 for pause in pauses)


def test_that_a_server_with_another_key_is_not_talked_to(field: Field) -> None:
    identity = Identity(field.laptop.device, field.laptop.key, signing.public(signing.new_key()))
    courier = Courier(field.server.url, identity)

    with pytest.raises(RefusedError, match="身份"):
        courier.changes(0)
    courier.close()


def test_that_a_slip_of_another_office_is_not_used(field: Field) -> None:
    slip = enrolment.make_slip(field.server.central, "p1", "admin")
    foreign = Slip(slip.code, signing.fingerprint(bytes(32)))

    with pytest.raises(RefusedError, match="登记单"):
        enrol(field.server.url, foreign, "laptop-9", Laptop().public, "linux/0")


@pytest.mark.parametrize("code", ["A" * 16, "B" * 16])
def test_that_a_wrong_code_is_explained(field: Field, code: str) -> None:
    with pytest.raises(ProblemError, match="登记码不对") as refusal:
        enrol(field.server.url, Slip(code, ""), "laptop-9", Laptop().public, "linux/0")
    assert refusal.value.kind is ProblemType.UNKNOWN_SLIP
    assert isinstance(refusal.value, CaseworkError)


def test_that_an_unknown_laptop_is_told_to_enrol_again(field: Field) -> None:
    identity = Identity("nobody", signing.new_key(), field.server.central.public)
    courier = Courier(field.server.url, identity)

    with pytest.raises(ProblemError, match="登记码"):
        courier.changes(0)
    courier.close()


def test_that_a_slow_line_is_not_given_up_while_it_moves() -> None:
    """A body of plain bytes would die here: its whole way counts against the idle time."""
    body = bytes(range(256)) * 8192
    began = time.monotonic()
    with slow(len(body), seconds=2) as address:
        transport = Transport(address, "", idle_seconds=0.7)
        assert transport.post("/v1/pack", body, {}) == b"{}"
        transport.close()
    assert time.monotonic() - began > 1.5


def test_that_failures_are_of_the_outside() -> None:
    assert issubclass(LineError, OutsideError)
    assert not issubclass(LineError, OfflineError)
