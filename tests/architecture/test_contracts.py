"""Each import contract was broken on purpose: the contract meant for it must notice."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

_ROOT = Path(__file__).parents[2]

_VIOLATIONS = [
    ("model/values.py", "import caseworker_app.store.meta", "Layers: imports point down only"),
    ("store/meta.py", "import caseworker_app.sync.client", "Layers: imports point down only"),
    ("unplaced/__init__.py", "", "Layers: imports point down only"),
    ("rules/law.py", "import sqlalchemy", "The nouns and the law know no machinery"),
    ("rules/living.py", "import caseworker_app.codes", "The nouns and the law know no machinery"),
    ("workflow/dossier.py", "import PySide6", "Qt belongs to desktop"),
    ("workflow/dossier.py", "import sqlalchemy", "SQLAlchemy, Alembic belong to store and server"),
    ("sync/client.py", "import reportlab", "ReportLab, pikepdf, segno and PDFium belong"),
    ("workflow/dossier.py", "import pikepdf", "ReportLab, pikepdf, segno and PDFium belong"),
    ("workflow/dossier.py", "import pyhanko", "pyHanko belongs to seals"),
    ("seals/finding.py", "import caseworker_app.wire.signing", "Layers: imports point down only"),
    ("server/app.py", "import requests", "requests belongs to sync"),
    ("workflow/dossier.py", "import yaml", "Spreadsheets, YAML, pictures and codes"),
    ("documents/sheets.py", "import zxingcpp", "Spreadsheets, YAML, pictures and codes"),
    (
        "workflow/dossier.py",
        "import litestar",
        "Litestar, uvicorn, DuckDB, Spark, PostgreSQL and S3 belong to server",
    ),
    (
        "workflow/dossier.py",
        "import psycopg",
        "Litestar, uvicorn, DuckDB, Spark, PostgreSQL and S3",
    ),
    ("cli/serve.py", "import obstore", "Litestar, uvicorn, DuckDB, Spark, PostgreSQL and"),
    ("server/app.py", "import caseworker_app.intake.photo", "The server is not the laptop"),
    ("desktop/window.py", "import caseworker_app.store.meta", "Screens talk to workflow"),
    ("desktop/worklist/presenter.py", "import PySide6", "Presenters are plain Python"),
    ("rules/living.py", "import caseworker_app.rules.stages", "No cycles anywhere"),
]


@pytest.fixture(scope="module")
def copy(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("house")
    shutil.copytree(
        _ROOT / "caseworker_app",
        folder / "caseworker_app",
        ignore=shutil.ignore_patterns("__pycache__"),
    )
    shutil.copy(_ROOT / "pyproject.toml", folder)
    return folder


def _lint(folder: Path) -> subprocess.CompletedProcess[str]:
    code = "import sys; from importlinter.cli import lint_imports_command; lint_imports_command()"
    return subprocess.run(
        [sys.executable, "-c", code],
        cwd=folder,
        env={"PYTHONPATH": str(folder), "PATH": "/usr/bin:/bin", "NO_COLOR": "1", "COLUMNS": "200"},
        check=False,
        capture_output=True,
        text=True,
    )


def test_that_the_unbroken_house_keeps_every_contract(copy: Path) -> None:
    done = _lint(copy)

    assert done.returncode == 0, done.stdout
    assert "0 broken" in done.stdout


@pytest.mark.parametrize(("module", "line", "contract"), _VIOLATIONS)
def test_that_a_broken_contract_is_noticed(
    copy: Path, module: str, line: str, contract: str
) -> None:
    path = copy / "caseworker_app" / module
    before = path.read_text("utf-8") if path.exists() else None
    path.parent.mkdir(exist_ok=True)
    path.write_text(f"{before or ''}\n{line}\n", "utf-8")

    done = _lint(copy)
    if before is None:
        shutil.rmtree(path.parent)
    else:
        path.write_text(before, "utf-8")

    assert done.returncode != 0
    broken = [text for text in done.stdout.splitlines() if "BROKEN" in text]
    assert any(text.startswith(contract) for text in broken), done.stdout
