from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from caseworker_app.model.codes import Category, EmploymentStatus
from caseworker_app.model.economy import EconomicStatus, Person, Property
from caseworker_app.model.household import Household, Member
from caseworker_app.model.values import Month
from caseworker_app.model.visit import (
    CheckedMember,
    Investigator,
    LivingCondition,
    Point,
    Signature,
    Stroke,
    Visit,
)
from caseworker_app.model.codes import VisitKind
from caseworker_app.paths import resource
from caseworker_app.rules.policy import Pack, read_pack

DAY = date(2025, 6, 10)
YUAN = 100


@pytest.fixture(scope="session")
def pack_text() -> str:
    with resource("packs", "zj_demo.toml").open(encoding="utf-8") as file:
        return file.read()


@pytest.fixture(scope="session")
def pack(pack_text: str) -> Pack:
    return read_pack(pack_text, "zj_demo.toml")
