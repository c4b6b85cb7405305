"""Reading a region's rule pack; replacing single values of it for a worked case."""

import hashlib
import tomllib
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from datetime import date, datetime
from decimal import Decimal

from caseworker_app.errors import UserError
from caseworker_app.model.codes import Residence
from caseworker_app.model.determination import Reason
from caseworker_app.rules.policy import dates as policy_dates, reader as policy_reader
from caseworker_app.rules.policy.checks import contradictions
from caseworker_app.rules.policy.dates import Moment
from caseworker_app.rules.policy.national_reader import TABLES
from caseworker_app.rules.policy.pack import Pack, Source
from caseworker_app.rules.policy.table import Faults, Table
from caseworker_app.rules.policy.words import grouped, leaves, parameter, parameters

_DEEPEST = 16
_LARGEST = 10**12


def read_pack(text: str, name: str, base: str = "") -> Pack:
    """Return the pack in a TOML text as it stands on its first day, with its later changes.

    ``name`` is the file's, for the person. ``base`` is the text of the national pack, from which
    tables the nation fixes are taken where the text leaves them out.
    Raises UserError listing every fault with file, key, value and what is allowed.
    """
    values = _parsed(text, name)
    completed = _completed(values, _parsed(base, "national"))
    used = base if completed != values else ""
    faults = Faults(name)
    policy_dates.judge(completed, faults)
    packs = _moments(completed, faults)
    if not faults.lines:
        for _, _, pack in packs:
            contradictions(pack, faults)
    _refuse(faults)
    told = pack_hash(text, used)
    packs = [(d, r, replace(pack, hash=told, text=text, base=used)) for d, r, pack in packs]
    whose = packs[0][2].residence_unless_said
    first = next(pack for _, residence, pack in packs if residence in (None, whose))
    return replace(first, changes=tuple(packs)) if len(packs) > 1 else first


def pack_hash(text: str, base: str) -> str:
    """Return the SHA-256, in hex, by which a determination names its pack."""
    return hashlib.sha256((text + base).encode()).hexdigest()


def _parsed(text: str, name: str) -> dict[str, object]:
    try:
        values = tomllib.loads(text, parse_float=Decimal)
    except (ValueError, ArithmeticError, RecursionError) as error:
        raise UserError(f"{name}: 规则包不是有效的 TOML 文件（{error}）。请更正后重试。") from error
    _refuse_outlandish(values, name)
    return values


def _refuse_outlandish(values: dict[str, object], name: str) -> None:
    """Refuse, before anything walks down into it, what no pack has: an abyss, a giant number."""
    level: list[tuple[str, object]] = [("", values)]
    for _ in range(_DEEPEST):
        level = [inner for path, node in level for inner in _inside(path, node)]
        for path, node in level:
            if isinstance(node, int) and abs(node) >= _LARGEST:
                raise UserError(f"{name}: {path} 的数太大，应小于 {_LARGEST}。请更正后重试。")
    if level:
        raise UserError(f"{name}: 规则包的表套得太深，超过 {_DEEPEST} 层。请更正后重试。")


def _inside(path: str, node: object) -> Iterator[tuple[str, object]]:
    if isinstance(node, dict):
        yield from ((f"{path}.{key}" if path else str(key), value) for key, value in node.items())
    elif isinstance(node, list):
        yield from ((f"{path}[{n}]", value) for n, value in enumerate(node))


def _completed(values: dict[str, object], base: dict[str, object]) -> dict[str, object]:
    """Return the values with what only the national pack says."""
    national = {name: base[name] for name in TABLES if name in base}
    return {**values, **{name: _joined(values.get(name), national[name]) for name in national}}


def _joined(own: object, base: object) -> object:
    if own is None:
        return base
    if (
        isinstance(own, dict)
        and isinstance(base, dict)
        and not {"value"} & (own.keys() | base.keys())
    ):
        return {**base, **{key: _joined(value, base.get(key)) for key, value in own.items()}}
    return own


def _moments(
    values: dict[str, object], faults: Faults
) -> list[tuple[date, Residence | None, Pack]]:
    """Return the pack of each day on which a value changes, for town and country if split."""
    head = values.get("pack")
    start = head.get("effective_from") if isinstance(head, dict) else None
    if not isinstance(start, date) or isinstance(start, datetime):
        start = date.max  # the reader tells what is wrong with it
    whose: tuple[Residence | None, ...] = (None,)
    if policy_dates.is_split(values):
        whose = tuple(Residence)
    packs = []
    for day in policy_dates.days(values, start):
        for residence in whose:
            found = policy_dates.resolve(values, Moment(day, start, residence))
            pack = policy_reader.pack(Table(found.values, "", faults))
            told = parameters(found.values, found.sources)
            pack = replace(pack, parameters=told, grouped=grouped(told))
            packs.append((day, residence, pack))
    if len(whose) > 1 and packs[0][2].residence_unless_said is None:
        faults.missing("pack.residence_unless_said", "urban 或 rural，因为有的值分城镇和农村")
    return packs


def with_override(pack: Pack, values: Mapping[str, object]) -> Pack:
    """Return the pack with single values replaced; money in yuan, ``top_up`` a whole table.

    The hash changes with what was replaced. Raises UserError for an unknown key or a bad value.
    """
    if not values:
        return pack
    faults = Faults("override")
    table = Table(values, "", faults)
    for key in values:
        if key not in _OVERRIDES:
            faults.unknown(key, tuple(_OVERRIDES))
    notes = tuple(f"{key}={values[key]}" for key in sorted(values))
    told = hashlib.sha256("\n".join((pack.hash, *notes)).encode()).hexdigest()

    def overridden(one: Pack) -> Pack:
        for key in values.keys() & _OVERRIDES.keys():
            one = _OVERRIDES[key](one, table)
        words = _retold(one, values)
        return replace(one, overridden=notes, hash=told, parameters=words, grouped=grouped(words))

    changed = replace(
        overridden(pack), changes=tuple((d, r, overridden(one)) for d, r, one in pack.changes)
    )
    _refuse(faults, "另行设定的数值有误，未作解答")
    return changed


def _retold(pack: Pack, values: Mapping[str, object]) -> Mapping[str, Reason]:
    """Return the pack's values in words with those replaced."""
    source = Source(None, "本例另行设定")
    paths = {_PATHS[key]: value for key, value in values.items() if key in _PATHS}
    kept = {
        path: told
        for path, told in pack.parameters.items()
        if not any(path == gone or path.startswith(f"{gone}.") for gone in paths)
    }
    inner = leaves(paths, "")
    return {**kept, **{path: parameter(path, value, source) for path, value in inner}}


def _refuse(faults: Faults, what: str = "规则包有误，未采用") -> None:
    if faults.lines:
        raise UserError("\n".join((f"{what}。请更正以下各处后重试:", *faults.lines)))


def _dibao(pack: Pack, table: Table) -> Pack:
    return replace(pack, standards=replace(pack.standards, dibao=table.money("dibao")))


def _min_wage(pack: Pack, table: Table) -> Pack:
    return replace(pack, standards=replace(pack.standards, min_wage=table.money("min_wage")))


def _cost_rate(pack: Pack, table: Table) -> Pack:
    rate = table.rate("employment_cost_rate")
    return replace(pack, income=replace(pack.income, cost_rate=rate))


def _pension(pack: Pack, table: Table) -> Pack:
    excluded = table.flag("exclude_central_pension")
    income = replace(
        pack.income, exclude_central_pension=excluded, exclude_central_pension_until=None
    )
    return replace(pack, income=income)


def _min_gap(pack: Pack, table: Table) -> Pack:
    return replace(pack, min_gap_rate=table.rate("min_gap_rate"))


def _top_up(pack: Pack, table: Table) -> Pack:
    rates = policy_reader.rates(table.table("top_up"))
    return replace(pack, top_up=replace(pack.top_up, rates=rates, amounts={}))


_OVERRIDES: Mapping[str, Callable[[Pack, Table], Pack]] = {
    "dibao": _dibao,
    "min_wage": _min_wage,
    "employment_cost_rate": _cost_rate,
    "exclude_central_pension": _pension,
    "min_gap_rate": _min_gap,
    "top_up": _top_up,
}
"""What a worked case may replace."""

_PATHS: Mapping[str, str] = {
    "dibao": "standards.dibao",
    "min_wage": "standards.min_wage",
    "employment_cost_rate": "income.employment_cost_rate",
    "exclude_central_pension": "income.exclude_central_pension",
    "min_gap_rate": "benefit.min_gap_rate",
    "top_up": "top_up.rate_of_standard",
}
"""Where the replaced values stand in a pack."""
