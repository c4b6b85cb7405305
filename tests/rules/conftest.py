import pytest

from caseworker_app.rules.policy.pack import Pack
from caseworker_app.rules.policy.reading import read_pack
from tests.rules.packs import NATIONAL, PLAIN


@pytest.fixture(scope="session")
def pack_text() -> str:
    return PLAIN


@pytest.fixture(scope="session")
def pack(pack_text: str) -> Pack:
    return read_pack(pack_text, "zj_demo.toml", NATIONAL)
