"""A laptop that works alone, with a small township on it."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from caseworker_app.demo.clock import DAY, DemoClock
from caseworker_app.demo.township import make_township
from caseworker_app.demo.values import Township
from caseworker_app.store.household import AssignedHousehold, save_all
from caseworker_app.store.key import Cost
from caseworker_app.workflow import comparison, session
from caseworker_app.workflow.workspace import Workspace

PASSPHRASE = "独自工作2026"  # noqa: S105  # of a folder that lives for a test
QUICK = Cost(time_cost=1, memory_cost=64, parallelism=1)


@pytest.fixture(scope="session")
def township() -> Township:
    return make_township(60, 1, today=DAY)


@pytest.fixture(scope="session")
def compared(tmp_path_factory: pytest.TempPathFactory, township: Township) -> Path:
    """Return the folder of a laptop compared with its registers, made once; tests copy it."""
    folder = tmp_path_factory.mktemp("compared")
    session.create(folder, PASSPHRASE, QUICK)
    opened = session.unlock(folder, PASSPHRASE, DemoClock())
    alone = session.work_alone(opened, "胡龙", "云溪镇社会救助服务站")
    with alone.database.write() as connection:
        save_all(
            connection,
            (AssignedHousehold(u.household, u.declaration, u.records) for u in township.households),
        )
    comparison.compare_all(alone)
    alone.database.close()
    return folder


@pytest.fixture
def ws(tmp_path: Path, compared: Path) -> Iterator[Workspace]:
    shutil.copytree(compared, tmp_path, dirs_exist_ok=True)
    alone = session.unlock(tmp_path, PASSPHRASE, DemoClock())
    yield alone
    alone.database.close()
