"""Households of every kind, for what must hold for all of them."""

from hypothesis import strategies as st

from caseworker_app.model.codes import Category, EmploymentStatus, IncomeKind, RigidKind
from caseworker_app.model.economy import (
    Dwelling,
    EconomicStatus,
    Income,
    JobDisregard,
    Person,
    Property,
    RigidExpense,
    Support,
    Vehicle,
)
from caseworker_app.model.household import Disability
from tests.rules.homes import DAY

IDS = ("p1", "p2", "p3", "p4")
FEN = st.integers(0, 900_000)

PERSONS = st.builds(
    Person,
    id=st.sampled_from(IDS),
    relation=st.just("02"),
    age=st.integers(0, 95),
    status=st.sampled_from(EmploymentStatus),
    idle_exempt=st.sampled_from(("", "pregnant", "sole_carer_of_severe", "no such reason")),
    excluded=st.sampled_from(("", "", "", "prison", "dead")),
    disability=st.none() | st.builds(Disability, st.integers(1, 7), st.integers(1, 4)),
    illness=st.booleans(),
    refused_jobs=st.integers(0, 4),
    adl_failed=st.integers(0, 6),
    no_able_obligor=st.booleans(),
)
INCOMES = st.builds(
    Income,
    id=st.just("i"),
    who=st.sampled_from(IDS),
    kind=st.sampled_from(IncomeKind),
    type=st.sampled_from(("", "城乡居民养老金", "高龄津贴")),
    monthly=FEN,
    annual=FEN,
    excluded_part=st.integers(0, 20_000),
    job_disregard=st.none() | st.builds(JobDisregard, FEN, st.integers(1, 9)),
)
SUPPORTS = st.builds(
    Support,
    supports=st.lists(st.sampled_from(IDS), unique=True).map(tuple),
    obligor=st.just("子"),
    income=st.integers(0, 3_000_000),
    size=st.integers(0, 5),
    children=st.integers(0, 5),
    supported=st.integers(0, 3),
    agreed=FEN,
    exempt=st.sampled_from(("", "", "dibao")),
)
OWNED = st.builds(
    Property,
    money=st.integers(0, 30_000_000),
    dwellings=st.lists(
        st.builds(Dwelling, st.integers(0, 20_000), st.fractions(0, 1, max_denominator=8)),
        max_size=3,
    ).map(tuple),
    vehicles=st.lists(
        st.builds(Vehicle, st.sampled_from(("car", "truck")), st.integers(0, 20_000_000)),
        max_size=2,
    ).map(tuple),
    capital=st.sampled_from((0, 0, 10_000_001, 30_000_000)),
)
HOMES = st.builds(
    EconomicStatus,
    as_of=st.just(DAY),
    persons=st.lists(PERSONS, max_size=4, unique_by=lambda p: p.id).map(tuple),
    incomes=st.lists(INCOMES, max_size=4).map(tuple),
    support=st.lists(SUPPORTS, max_size=2).map(tuple),
    property=OWNED,
    rigid=st.lists(
        st.builds(RigidExpense, st.sampled_from(RigidKind), st.integers(0, 9_000_000)), max_size=2
    ).map(tuple),
    current=st.sampled_from(Category),
    current_monthly=st.sampled_from((0, 50_000, 130_100)),
    cause=st.sampled_from(("", "employment")),
    apply_alone=st.sampled_from(("", "adult_jobless_severe")),
)
