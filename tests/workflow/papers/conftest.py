import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from caseworker_app.demo.clock import DemoClock
from caseworker_app.demo.values import Township
from caseworker_app.demo.visiting import carry_out
from caseworker_app.documents.form import Entry, Kind, description
from caseworker_app.model.values import Json
from caseworker_app.paths import resource
from caseworker_app.rules.policy.pack import Pack
from caseworker_app.rules.policy.reading import read_pack
from caseworker_app.store.household import AssignedHousehold, save_all
from caseworker_app.workflow import comparison, papers, session
from caseworker_app.workflow.papers import Draft, Issued
from caseworker_app.workflow.workspace import Workspace
from tests.rules.packs import NATIONAL, PLAIN
from tests.workflow.conftest import PASSPHRASE, QUICK

_STOPPED = "FC02"
"""A flat nobody declared: the household's benefit is stopped."""
_WRITTEN: dict[Kind, Json] = {
    Kind.TEXT: "按实填写",
    Kind.PARA: "当面说明了情况，当事人已经知悉。",
    Kind.DAY: "2026-12-31",
    Kind.MONTH: "2026-12",
    Kind.MONEY: 36000,
    Kind.COUNT: 3,
}


@pytest.fixture(scope="session")
def pack() -> Pack:
    return read_pack(PLAIN, "zj_demo.toml", NATIONAL)


@dataclass(frozen=True)
class Made:
    """Where a store lies, and what was sealed in it."""

    folder: Path
    household: str
    visit: str


@dataclass(frozen=True)
class Sealed:
    """A sealed visit whose benefit is stopped."""

    ws: Workspace
    household: str
    visit: str

    def begin(self, form: str, about: str = "") -> Draft:
        return papers.begin(self.ws, form, self.household, self.visit, about)

    def issue(self, form: str, about: str = "", **entries: Json) -> Issued:
        draft = self.begin(form, about)
        for name, value in {**missing(draft), **entries}.items():
            papers.write(self.ws, draft.id, name, value)
        return papers.issue(self.ws, draft.id)


def missing(draft: Draft) -> dict[str, Json]:
    """Return something sensible for every entry that must be written and is not."""
    return {
        entry.name: a_value(entry)
        for entry in draft.form.entries
        if entry.asked and entry.required and entry.name not in draft.entries
    }


def a_value(entry: Entry) -> Json:
    match entry.kind:
        case Kind.CHOICE:
            return list(entry.choices[:1])
        case Kind.ROWS:
            return [{column.name: _WRITTEN.get(column.kind, "") for column in entry.columns}]
        case _:
            return _WRITTEN[entry.kind]


@pytest.fixture(scope="session")
def stopped_once(tmp_path_factory: pytest.TempPathFactory, township: Township) -> Made:
    """Return a store with one sealed visit, made once; tests work on copies."""
    folder = tmp_path_factory.mktemp("stopped") / "laptop"
    session.create(folder, PASSPHRASE, QUICK)
    ws = session.work_alone(session.unlock(folder, PASSPHRASE, DemoClock()), "胡龙", "云溪镇")
    unit = next(unit for unit in township.households if _STOPPED in unit.planted)
    with ws.database.write() as connection:
        save_all(
            connection,
            (AssignedHousehold(u.household, u.declaration, u.records) for u in township.households),
        )
    comparison.compare_all(ws)
    done = carry_out(ws, unit.household.id, township.staff[1], lambda *_: None)
    assert done.sealed, done.refused
    session.lock(ws)
    return Made(folder, unit.household.id, done.visit_id)


@pytest.fixture
def stopped(stopped_once: Made, tmp_path: Path) -> Iterator[Sealed]:
    folder = tmp_path / "laptop"
    shutil.copytree(stopped_once.folder, folder)
    ws = session.unlock(folder, PASSPHRASE, DemoClock())
    yield Sealed(ws, stopped_once.household, stopped_once.visit)
    ws.database.close()


@pytest.fixture
def decision_forms(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Describe the decision and the statement like the notice, where they are not described."""
    folder = tmp_path / "described"
    shutil.copytree(resource("forms"), folder)
    notice = (folder / "F06a.toml").read_text("utf-8")
    for code in ("F06", "F06b"):
        if not (folder / f"{code}.toml").exists():
            text = notice.replace('code = "F06a"', f'code = "{code}"')
            (folder / f"{code}.toml").write_text(text, "utf-8")
    monkeypatch.setattr(description, "resource", lambda _, *parts: folder.joinpath(*parts))
    _forget()
    yield
    _forget()


def _forget() -> None:
    for remembered in (description.read, description.described, description.common):
        remembered.cache_clear()
