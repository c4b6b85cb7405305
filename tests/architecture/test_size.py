"""Files and functions stay small enough to read in one sitting."""

import ast
from pathlib import Path

import pytest

_ROOT = Path(__file__).parents[2]
_FILE_LIMIT = 400
_FUNCTION_LIMIT = 60
_SOURCES = sorted(
    path
    for folder in ("caseworker_app", "migrations", "tests")
    for path in (_ROOT / folder).rglob("*.py")
)


def _name(path: Path) -> str:
    return path.relative_to(_ROOT).as_posix()


@pytest.mark.parametrize("path", _SOURCES, ids=_name)
def test_that_a_file_and_its_functions_are_within_limits(path: Path) -> None:
    text = path.read_text("utf-8")

    assert text.count("\n") <= _FILE_LIMIT
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            assert (node.end_lineno or 0) - node.lineno < _FUNCTION_LIMIT, node.name


def test_that_sources_were_found() -> None:
    assert len(_SOURCES) > 100


def test_that_a_presenter_stands_beside_every_page() -> None:
    desktop = _ROOT / "caseworker_app/desktop"
    pages = sorted(path for path in desktop.rglob("page.py") if path.parent.name != "step")

    assert pages
    assert [page for page in pages if not page.with_name("presenter.py").exists()] == []


def test_that_nothing_else_lies_at_the_top() -> None:
    allowed = {
        "caseworker_app",
        "resources",
        "migrations",
        "tests",
        "pyproject.toml",
        "README.md",
        "Makefile",
        "LICENSE",
        "requirements.lock",
    }
    found = {path.name for path in _ROOT.iterdir() if not path.name.startswith(".")}

    assert found - allowed == set()


def test_that_the_lock_file_pins_every_package_by_hash_and_names_no_index() -> None:
    lines = (_ROOT / "requirements.lock").read_text("utf-8").splitlines()
    packages = [line for line in lines if line and not line.startswith((" ", "#"))]

    assert packages
    assert all("==" in line and line.endswith("\\") for line in packages)
    assert not any("://" in line or line.startswith("--") for line in lines)
