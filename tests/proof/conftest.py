"""The office and its laptops, made once."""

from collections.abc import Iterator

import pytest

from tests.proof.scene import Scene, Template, make_template, scratch


@pytest.fixture(scope="session")
def template() -> Iterator[Template]:
    with scratch() as folder:
        yield make_template(folder / "template")


@pytest.fixture
def scene(template: Template) -> Iterator[Scene]:
    with scratch() as folder:
        made = Scene(template, folder, seed=1)
        yield made
        made.close()
