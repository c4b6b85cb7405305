import pytest

from caseworker_app.paths import resource
from caseworker_app.rules.policy import Pack, read_pack


@pytest.fixture(scope="session")
def pack_text() -> str:
    return resource("packs", "zj_demo.toml").read_text(encoding="utf-8")


@pytest.fixture(scope="session")
def pack(pack_text: str) -> Pack:
    return read_pack(pack_text, "zj_demo.toml")
