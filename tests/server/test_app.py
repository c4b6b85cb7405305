"""The web from outside, with plain requests."""

from collections.abc import Iterator
from pathlib import Path

import pytest
import requests

from caseworker_app.server import health
from caseworker_app.server.central import Configuration, open_central
from caseworker_app.server.run import Running, running
from caseworker_app.wire.compress import compress, decompress
from caseworker_app.wire.content_digest import HEADER, agrees, content_digest
from caseworker_app.wire.message import MAX_BODY
from caseworker_app.wire.problem import MEDIA_TYPE

PROTECTED = [
    "hello",
    "ops",
    "receipts",
    "known",
    "have",
    "pack",
    "changes",
    "paper",
    "manifest",
    "published",
]


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Running]:
    folder: Path = tmp_path_factory.mktemp("office")
    with running(Configuration(folder)) as server:
        yield server


def post(server: Running, path: str, body: bytes = b"{}", **fields: str) -> requests.Response:
    headers = {name.replace("_", "-"): value for name, value in fields.items()}
    return requests.post(server.url + path, data=body, headers=headers, timeout=10)


def problem_of(answer: requests.Response) -> str:
    assert answer.headers["Content-Type"].startswith(MEDIA_TYPE)
    assert agrees(answer.headers.get(HEADER, ""), answer.content)
    body = answer.json()
    assert body["status"] == answer.status_code
    return str(body["type"])


@pytest.mark.parametrize("name", PROTECTED)
@pytest.mark.parametrize("token", ["", "Bearer ", "Bearer guess"])
def test_that_nothing_is_answered_without_a_session(server: Running, name: str, token: str) -> None:
    answer = post(server, f"/v1/{name}", Authorization=token)

    assert (answer.status_code, problem_of(answer)) == (401, "urn:csp:session-expired")


@pytest.mark.parametrize("body", [b"", b"{", b"[]", b'{"slip":1}', b"[" * 100_000])
def test_that_what_cannot_be_read_is_a_problem_and_not_a_crash(
    server: Running, body: bytes
) -> None:
    answer = post(server, "/v1/enrol", body, Content_Type="application/json")

    assert problem_of(answer) == "urn:csp:malformed"


def test_that_an_address_nobody_knows_is_a_problem(server: Running) -> None:
    assert problem_of(post(server, "/v1/nothing")) == "urn:csp:not-found"


def test_that_only_post_is_answered(server: Running) -> None:
    answer = requests.get(f"{server.url}/v1/changes", timeout=10)

    assert (answer.status_code, problem_of(answer)) == (405, "about:blank")


@pytest.mark.parametrize("packed", [False, True])
def test_that_a_body_over_the_limit_is_refused(server: Running, *, packed: bool) -> None:
    body = b" " * (MAX_BODY + 1)
    if packed:
        answer = post(server, "/v1/enrol", compress(body), Content_Encoding="zstd")
    else:
        answer = post(server, "/v1/enrol", body)

    assert (answer.status_code, problem_of(answer)) == (413, "urn:csp:too-large")


def test_that_a_body_damaged_on_the_way_is_refused(server: Running) -> None:
    answer = post(server, "/v1/enrol", b"{}", Content_Digest=content_digest(b"{ }"))

    assert problem_of(answer) == "urn:csp:digest-mismatch"


def test_that_an_answer_is_packed_for_who_can_unpack_it(server: Running) -> None:
    with requests.post(
        f"{server.url}/v1/hello", headers={"Accept-Encoding": "zstd"}, timeout=10, stream=True
    ) as answer:
        body = answer.raw.read(decode_content=False)

    assert answer.headers["Content-Encoding"] == "zstd"
    assert agrees(answer.headers[HEADER], body)
    assert b"urn:csp:session-expired" in decompress(body, 10_000)


def test_that_answers_are_kept_by_nobody(server: Running) -> None:
    answer = post(server, "/v1/hello")

    assert agrees(answer.headers[HEADER], answer.content)
    assert answer.headers["Cache-Control"] == "no-store"
    assert "Server" not in answer.headers


def test_that_the_interface_is_described_and_every_path_is_a_post(server: Running) -> None:
    paths = requests.get(f"{server.url}/schema/openapi.json", timeout=10).json()["paths"]

    assert {f"/v1/{name}" for name in PROTECTED} < paths.keys()
    assert paths.pop("/health").keys() == {"get"}
    assert {method for path in paths.values() for method in path} == {"post"}


def test_that_every_endpoint_names_its_refusals(server: Running) -> None:
    paths = requests.get(f"{server.url}/schema/openapi.json", timeout=10).json()["paths"]
    del paths["/health"]
    for name, path in paths.items():
        told = path["post"]["responses"]
        assert {"413", "422", "500", "503"} < told.keys(), name
        assert ("401" in told) == (name != "/v1/enrol")
        refused = [answer for status, answer in told.items() if status != "200"]
        assert all(list(answer["content"]) == [MEDIA_TYPE] for answer in refused)
        assert all("urn:csp:" in answer["description"] for answer in refused)


def test_that_the_document_has_nothing_older_readers_stumble_over(server: Running) -> None:
    told = requests.get(f"{server.url}/schema/openapi.json", timeout=10)

    assert "prefixItems" not in told.text
    schema = told.json()["components"]["schemas"]["HelloAnswer"]["properties"]["schema"]
    assert schema == {
        "type": "array",
        "items": {"type": "integer"},
        "minItems": 2,
        "maxItems": 2,
    }


def test_that_the_health_page_says_how_the_server_is_and_nothing_about_anybody(
    server: Running,
) -> None:
    answer = requests.get(f"{server.url}/health", timeout=10)

    assert answer.status_code == 200
    told = answer.json()
    assert told.keys() == {"version", "database", "files", "epoch", "completed", "durable"}
    assert told["database"] is told["files"] is True


def test_that_the_health_page_tells_what_is_away(tmp_path: Path) -> None:
    central = open_central(Configuration(tmp_path))
    assert health.examine(central).is_well
    (tmp_path / "files").rmdir()
    (tmp_path / "files").write_bytes(b"no folder")
    assert not health.examine(central).files
    central.close()
