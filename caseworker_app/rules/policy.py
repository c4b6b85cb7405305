"""Reading a region's rule pack; replacing single values of it for a worked case."""

import hashlib
import tomllib
from collections.abc import Callable, Mapping
from dataclasses import replace
from decimal import Decimal

from caseworker_app.errors import UserError
from caseworker_app.rules import policy_reader
from caseworker_app.rules.pack import Pack as Pack
from caseworker_app.rules.policy_table import Faults, Table


def read_pack(text: str, name: str) -> Pack:
    """Return the pack in a TOML text; ``name`` is the file's, for the person.

    Raises UserError listing every fault with file, key, value and what is allowed.
    """
    try:
        values: dict[str, object] = tomllib.loads(text, parse_float=Decimal)
    except (ValueError, RecursionError) as error:
        raise UserError(f"{name}: 规则包不是有效的 TOML 文件（{error}）。请更正后重试。") from error
    faults = Faults(name)
    pack = policy_reader.pack(Table(values, "", faults))
    if pack.effective_to < pack.effective_from:
        faults.add("pack.effective_to", pack.effective_to, f"不早于 {pack.effective_from} 的日期")
    _refuse(faults)
    return replace(pack, hash=hashlib.sha256(text.encode()).hexdigest())


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
        else:
            pack = _OVERRIDES[key](pack, table)
    _refuse(faults)
    notes = tuple(f"{key}={values[key]}" for key in sorted(values))
    text = "\n".join((pack.hash, *notes))
    return replace(pack, overridden=notes, hash=hashlib.sha256(text.encode()).hexdigest())


def _refuse(faults: Faults) -> None:
    if faults.lines:
        raise UserError("\n".join(("规则包有误，未采用。请更正以下各处后重试:", *faults.lines)))


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
    return replace(pack, top_up=replace(pack.top_up, rates=rates))


_OVERRIDES: Mapping[str, Callable[[Pack, Table], Pack]] = {
    "dibao": _dibao,
    "min_wage": _min_wage,
    "employment_cost_rate": _cost_rate,
    "exclude_central_pension": _pension,
    "min_gap_rate": _min_gap,
    "top_up": _top_up,
}
"""What a worked case may replace."""
