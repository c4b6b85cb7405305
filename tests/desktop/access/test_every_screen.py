"""Every screen and dialog, for who sees badly, uses a screen reader, or has only a keyboard."""

import importlib
import pkgutil

import pytest
from PySide6.QtWidgets import QWidget

from caseworker_app import desktop
from caseworker_app.desktop.checks.presenter import Part as Check
from caseworker_app.desktop.help import presenter as helping
from caseworker_app.desktop.lists.presenter import Part
from caseworker_app.desktop.lists.wizard import Stop
from caseworker_app.desktop.step.places import Step
from caseworker_app.desktop.theme.look import Look
from caseworker_app.desktop.workbench import VISIT
from caseworker_app.model.codes import ChangeKind
from tests.desktop.access import checks, screens
from tests.desktop.access.desk import Desk

pytestmark = pytest.mark.long

LARGE = [
    pytest.param(Look(scale=2.5), id="2.5"),
    pytest.param(Look(dark=True, scale=2.5, large=True), id="2.5 large"),
    pytest.param(Look(scale=1.5, large=True), id="large"),
]


def parts_of_the_desktop() -> set[type[QWidget]]:
    """Return every widget class the desktop defines."""
    found: set[type[QWidget]] = set()
    for module in pkgutil.walk_packages(desktop.__path__, f"{desktop.__name__}."):
        if "windows_session" not in module.name:
            for kind in vars(importlib.import_module(module.name)).values():
                if isinstance(kind, type) and issubclass(kind, QWidget):
                    found.add(kind)
    return {kind for kind in found if kind.__module__.startswith(desktop.__name__)}


def test_that_every_control_is_named_and_reached_by_keys(desk: Desk) -> None:
    """One walk past every page and every part of the desktop asks all of it."""
    names: set[str] = set()
    seen: set[type] = set()
    found = {}
    for name, top in screens.every(desk):
        names.add(name)
        widgets = [top, *top.findChildren(QWidget)]
        seen |= {kind for w in widgets if w.isVisible() for kind in type(w).__mro__}
        faults = checks.unnamed(top) + checks.halting(top)
        reached = checks.walked(top)
        faults += checks.unreached(top, reached) + checks.disordered(reached)
        if faults:
            found[name] = faults

    assert found == {}
    assert unvisited(desk, names) == set()
    assert {kind.__name__ for kind in parts_of_the_desktop() - seen} == set()


def unvisited(desk: Desk, names: set[str]) -> set[str]:
    """Return the pages and parts of pages the walk did not lead past."""
    wanted = {*desk.window._specs, *(step.name.lower() for step in Step)} - {VISIT}
    wanted |= {f"household/change/{kind.value}" for kind in ChangeKind}
    wanted |= {f"checks/{part.value}" for part in Check}
    wanted |= {f"help/{name}" for name in helping.topics()}
    wanted |= {f"lists/{part.name.lower()}" for part in Part if part is not Part.IMPORT}
    wanted |= {f"lists/{stop.name.lower()}" for stop in Stop}
    return wanted - names - {name.split("/")[0] for name in names}


@pytest.mark.parametrize("look", [Look(), Look(dark=True)], ids=["light", "dark"], indirect=True)
def test_that_the_focus_is_seen_on_every_control(look: Look, desk: Desk) -> None:
    found = {name: faults for name, top in screens.every(desk) if (faults := checks.unringed(top))}

    assert found == {}


@pytest.mark.parametrize("look", LARGE, indirect=True)
def test_that_nothing_is_cut_or_aside_where_letters_are_large(look: Look, desk: Desk) -> None:
    found = {
        name: faults for name, top in screens.every(desk) if (faults := checks.overflowing(top))
    }

    assert found == {}
