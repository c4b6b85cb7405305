import pytest

from caseworker_app.rules.policy.pack import Pack
from caseworker_app.rules.policy.reading import read_pack
from tests.rules.packs import NATIONAL, PLAIN


@pytest.fixture(scope="session")
def pack() -> Pack:
    return read_pack(PLAIN, "zj_demo.toml", NATIONAL)
