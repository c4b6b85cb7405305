"""The OpenAPI document against the server: no 500, nothing answered that is not documented."""

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from caseworker_app.server import session as sessions
from caseworker_app.server.central import Central, Configuration
from caseworker_app.server.endpoints import HANDLERS
from caseworker_app.server.run import running
from caseworker_app.wire import attest
from caseworker_app.wire.message import AskNonce, AskSession
from tests.server import remote
from tests.server.conftest import fill
from tests.server.laptop import Laptop
from tests.sync.conftest import admit

pytestmark = [pytest.mark.proof, pytest.mark.timeout(900)]

CHECKS = (
    "not_a_server_error",
    "status_code_conformance",
    "content_type_conformance",
    "response_headers_conformance",
    "response_schema_conformance",
    "unsupported_method",
    "allow_header_conformance",
    "ignored_auth",
)


@pytest.fixture(params=["embedded", "remote"])
def configuration(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Configuration]:
    if request.param == "embedded":
        yield Configuration(tmp_path)
        return
    with remote.running() as far:
        yield far.configuration(tmp_path)


def token_of(central: Central, laptop: Laptop) -> str:
    nonce = sessions.give_nonce(central, AskNonce(laptop.device)).nonce
    asked = AskSession(device=laptop.device, nonce=nonce, mine="mine")
    return sessions.open_session(central, attest.sign(asked, laptop.key)).token


def test_that_whatever_is_asked_the_answer_is_a_documented_one(
    configuration: Configuration, tmp_path: Path
) -> None:
    with running(configuration) as server:
        fill(server.central)
        laptop = Laptop()
        admit(server, laptop)
        command = [
            *(sys.executable, "-m", "schemathesis.cli", "run"),
            f"{server.url}/schema/openapi.json",
            *("--checks", ",".join(CHECKS), "--max-examples", "40", "--seed", "20261123"),
            *("--header", f"Authorization: Bearer {token_of(server.central, laptop)}"),
            *("--continue-on-failure", "--no-color"),
        ]
        done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False)

    assert done.returncode == 0, done.stdout[-8000:]
    assert f"Tested: {len(HANDLERS)}\n" in done.stdout
