"""The values of a rule pack in words: what each is called, its unit, what its codes mean."""

from collections.abc import Iterator, Mapping

from caseworker_app.model.determination import Reason
from caseworker_app.model.values import square_metres, yuan
from caseworker_app.rules.figures import half_up, percent
from caseworker_app.rules.policy.labels import CHOICES, INNER, LABELS, Measure
from caseworker_app.rules.policy.pack import Source
from caseworker_app.rules.policy.reader import elder_age
from caseworker_app.rules.policy.table import fraction

_CENT = 100


def parameters(values: Mapping[str, object], sources: Mapping[str, Source]) -> dict[str, Reason]:
    """Return path → leaf of an explanation: label, value in words, since when, by which paper."""
    return {
        path: parameter(path, value, _source(path, sources)) for path, value in leaves(values, "")
    }


def grouped(found: Mapping[str, Reason]) -> dict[str, tuple[Reason, ...]]:
    """Return the parameters by their own path and by that of each table they stand in."""
    groups: dict[str, tuple[Reason, ...]] = {}
    for path, leaf in found.items():
        steps = path.split(".")
        for depth in range(1, len(steps) + 1):
            table = ".".join(steps[:depth])
            groups[table] = (*groups.get(table, ()), leaf)
    return groups


def parameter(path: str, value: object, source: Source) -> Reason:
    """Return one value of a pack as a leaf of an explanation."""
    name, measure = label(path)
    return Reason(name, words(value, measure), source=path, basis=basis(source))


def basis(source: Source) -> str:
    """Return since when a value holds and which paper says so."""
    since = f"自{source.since}起" if source.since else ""
    return "，".join(filter(None, (since, source.text))) or "规则包未注明出处"


def label(path: str) -> tuple[str, Measure]:
    """Return what a value is called and how it is measured; its path where it has no name."""
    if path in LABELS:
        return LABELS[path]
    table, _, key = path.rpartition(".")
    if table in LABELS:
        name, measure = LABELS[table]
        return f"{name}（{_entry(key)}）", measure
    return path, Measure.TEXT


def _entry(key: str) -> str:
    """Return what an entry of a table is called; ``elder_N`` is allowed with every age."""
    age = elder_age(key)
    return f"{age}周岁以上老年人" if age else CHOICES.get(key, key)


def words(value: object, measure: Measure) -> str:
    """Return a value with its unit."""
    match value:
        case bool():
            text = "是" if value else "否"
        case str():
            text = CHOICES.get(value, value)
        case list():
            text = "、".join(words(item, measure) for item in value) or "无"
        case Mapping():
            rows = value.items()
            inner = "，".join(
                f"{CHOICES.get(k, k)}{words(v, INNER.get(k, measure))}" for k, v in rows
            )
            text = inner or "无"
        case _:
            text = _number(value, measure)
    return text


def _number(value: object, measure: Measure) -> str:
    exact = fraction(value)
    if exact is None:
        return str(value)
    if measure is Measure.RATE:
        return percent(exact)
    hundredths = half_up(exact * _CENT)
    number = yuan(hundredths) if measure.is_money else square_metres(hundredths)
    return f"{number}{measure.zh}"


def leaves(node: Mapping[str, object], path: str) -> Iterator[tuple[str, object]]:
    """Yield every value of a resolved text with its path."""
    for key, value in node.items():
        inner = f"{path}.{key}" if path else key
        if isinstance(value, dict) and value:
            yield from leaves(value, inner)
        else:
            yield inner, value


def _source(path: str, sources: Mapping[str, Source]) -> Source:
    while path:
        if path in sources:
            return sources[path]
        path = path.rpartition(".")[0]
    return Source(None, "")
