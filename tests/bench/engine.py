"""The same sums as a decision model for the rules engine of PyPI: expressions and a table."""

from collections.abc import Mapping, Sequence
from dataclasses import asdict
from itertools import pairwise
from typing import TypeAlias

import zen

from caseworker_app.model.codes import Category
from caseworker_app.rules.policy.pack import Pack
from tests.bench.reduced import Answer, Reduced, group_amounts

Node: TypeAlias = Mapping[str, object]

_KEY = "assistance"


class Engine:
    """The engine with a pack's model held by its loader: by far its quickest way."""

    def __init__(self, pack: Pack) -> None:
        loader = {"type": "static", "content": {_KEY: _model(pack)}}
        self._engine = zen.ZenEngine({"loader": loader})

    def decide(self, homes: Sequence[Mapping[str, object]]) -> list[Answer]:
        results = [self._engine.evaluate(_KEY, home)["result"] for home in homes]
        return [Answer(Category(r["category"]), r["gap"], r["top_up"]) for r in results]


def _model(pack: Pack) -> Node:
    nodes: list[Node] = [
        _node("input", "inputNode", {}),
        _node("figures", "expressionNode", _expressions(_figures(pack), keep=True)),
        _node("category", "decisionTableNode", _table()),
        _node("amounts", "expressionNode", _expressions(_amounts(pack), keep=False)),
        _node("output", "outputNode", {}),
    ]
    names = [str(node["id"]) for node in nodes]
    edges = [
        {"id": f"{before}-{after}", "type": "edge", "sourceId": before, "targetId": after}
        for before, after in pairwise(names)
    ]
    return {"nodes": nodes, "edges": edges}


def facts(home: Reduced) -> dict[str, object]:
    """Return a household as the engine takes it."""
    return asdict(home) | {
        "wages": [wage._asdict() for wage in home.wages],
        "others": [other._asdict() for other in home.others],
        "obligors": [obligor._asdict() for obligor in home.obligors],
        "groups": list(home.groups),
    }


def _figures(pack: Pack) -> Mapping[str, str]:
    standards, income = pack.standards, pack.income
    least_wage = standards.min_wage * 12
    cost = float(income.cost_rate)
    floor = int(income.disabled_floor_rate * least_wage)
    (_, few), _, (many, less) = pack.support.ratios
    ratio = f"(#.children >= {many} ? {float(less)} : {float(few)})"
    excess = f"max([#.income - #.size * {standards.dibao}, 0])"
    owed = f"max([{excess} / #.size * {ratio} / #.divisor, #.agreed]) * 12 * #.supports"
    spent = f"max([#.gross * {cost}, #.disabled ? {floor} : 0])"
    dibao, margin = (
        int(pack.property[category].money_years * standards.dibao * 12)
        for category in (Category.DIBAO, Category.LOW_MARGIN)
    )
    return {
        "heads": "len(groups)",
        "annual": f"sum(map(wages, max([#.gross - {spent}, 0])))"
        " + sum(map(others, max([#.annual - #.pension, 0])))"
        f" + odd_jobs * {least_wage} * {1 - cost} + idle * {least_wage}"
        f" + sum(map(obligors, {owed}))",
        "after": "max([$.annual - rigid, 0])",
        "line": f"$.heads * {standards.dibao * 12}",
        "poor": "$.annual < $.line",
        "spends": f"rigid > 0 and $.annual < $.heads * {standards.disposable_per_capita}"
        " and $.after < $.line",
        "near": f"$.after < $.line * {int(pack.low_margin.multiple)}"
        f" and $.after <= $.heads * {least_wage}",
        "owns_little": f"money < $.heads * {dibao}",
        "owns_some": f"money < $.heads * {margin}",
    }


def _amounts(pack: Pack) -> Mapping[str, str]:
    _, lower, higher = group_amounts(pack)
    counted = f"(category == '{Category.DIBAO}' ? annual : after)"
    paid = f"['{Category.DIBAO}', '{Category.EXPENDITURE_DIBAO}']"
    top_up = f"sum(map(groups, # == 2 ? {higher} : # == 1 ? {lower} : 0))"
    return {
        "category": "category",
        "gap": f"category in {paid} ? ceil((line - {counted}) / 12 / 100) * 100 : 0",
        "top_up": f"category == '{Category.DIBAO}' ? {top_up} : 0",
    }


def _table() -> Node:
    fields = ("poor", "spends", "near", "owns_little", "owns_some")
    rules = {
        Category.DIBAO: ("true", "", "", "true", ""),
        Category.EXPENDITURE_DIBAO: ("", "true", "", "true", ""),
        Category.LOW_MARGIN: ("", "", "true", "", "true"),
        Category.NONE: ("", "", "", "", ""),
    }
    return {
        "hitPolicy": "first",
        "passThrough": True,
        "inputs": [{"id": field, "name": field, "field": field} for field in fields],
        "outputs": [{"id": "out", "name": "category", "field": "category"}],
        "rules": [
            {"_id": category, "out": f"'{category}'"} | dict(zip(fields, cells, strict=True))
            for category, cells in rules.items()
        ],
    }


def _expressions(expressions: Mapping[str, str], *, keep: bool) -> Node:
    rows = [{"id": key, "key": key, "value": value} for key, value in expressions.items()]
    return {"passThrough": keep, "expressions": rows}


def _node(name: str, kind: str, content: Node) -> Node:
    place = {"x": 0, "y": 0}
    return {"id": name, "name": name, "type": kind, "position": place, "content": content}
