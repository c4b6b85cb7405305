"""``caseworker whatif``: tries a rule pack over a whole stock of households."""

import argparse
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path

from caseworker_app.cli import output, spreadsheet
from caseworker_app.cli.bar import Bar
from caseworker_app.intake import pack_file, text_file
from caseworker_app.intake.stock import Stock, Stocked
from caseworker_app.model.codes import Category
from caseworker_app.model.values import Fen, yuan
from caseworker_app.rules.policy.difference import Difference, differences
from caseworker_app.rules.policy.pack import Pack
from caseworker_app.rules.whatif import Change, Given, Share, Tally, Totals
from caseworker_app.workflow.progress import Progress

_EVERY = 500
_SHOWN = 10
_HASH = 16
_HEAD = ("编号", "名称", "原类别", "新类别", "原每月金额", "新每月金额", "差额")


@dataclass(frozen=True, slots=True)
class _Tried:
    """A pack tried on a stock; ``differing`` has the title beside each household that differs."""

    before: Pack
    after: Pack
    stock: Stock
    totals: Totals
    differing: Sequence[tuple[str, Change]]

    def changes(self) -> Iterator[tuple[str, list[Change]]]:
        """Yield each kind of change in words with its households."""
        found = [change for _, change in self.differing]
        yield "新进入", [c for c in found if c.entered]
        yield "退出", [c for c in found if c.left]
        yield "类别改变", [c for c in found if c.turned]
        yield "金额增加", [c for c in found if c.difference > 0]
        yield "金额减少", [c for c in found if c.difference < 0]


def run(wanted: argparse.Namespace) -> int:
    """Compare what every household is entitled to under both packs; 0 when that is told."""
    if wanted.out:
        inputs = (wanted.households, wanted.pack, wanted.against)
        spreadsheet.check_place(wanted.out, (path for path in inputs if path))
    tried = _try(pack_file.chosen(wanted.against), pack_file.chosen(wanted.pack), wanted.households)
    if wanted.out:
        spreadsheet.write(wanted.out, (_HEAD, *map(_row, tried.differing)))
    if wanted.json:
        output.document(_document(tried))
    else:
        _tell(tried)
    return 0


def _try(before: Pack, after: Pack, path: Path) -> _Tried:
    stock, tally = Stock(path.name), Tally(before, after)
    differing = []
    for household in _with_progress(_households(path, stock), stock, path):
        change = tally.judge(household.id, household.status)
        if change.differs:
            differing.append((household.title, change))
    return _Tried(before, after, stock, tally.totals(), differing)


def _households(path: Path, stock: Stock) -> Iterator[Stocked]:
    if path.suffix.lower() != ".jsonl":
        yield from stock.cases(text_file.read_text(path))
        return
    with text_file.opened(path) as file:
        yield from stock.lines(file)


def _with_progress(households: Iterable[Stocked], stock: Stock, path: Path) -> Iterator[Stocked]:
    bar = Bar()
    size = path.stat().st_size if path.exists() else 0
    try:
        for n, household in enumerate(households):
            if n % _EVERY == 0:
                bar.show(Progress("正在逐户试算", bytes_done=stock.bytes_read, bytes_total=size))
            yield household
    finally:
        bar.end()


def _row(differing: tuple[str, Change]) -> tuple[str, ...]:
    title, change = differing
    before, after = change.before, change.after
    return (
        *map(spreadsheet.harmless, (change.id, title)),
        before.category.zh,
        after.category.zh,
        *(str(_yuan(fen)) for fen in (before.monthly, after.monthly, change.difference)),
    )


def _document(tried: _Tried) -> dict[str, object]:
    totals, stock = tried.totals, tried.stock
    changes = [change for _, change in tried.differing]
    return {
        "packs": [_pack("before", tried.before), _pack("after", tried.after)],
        "pack_differences": [_difference(one) for one in differences(tried.before, tried.after)],
        "households": totals.households,
        "left_out": {
            "other_kinds": stock.other_kinds,
            "overrides": stock.overrides,
            "unused_fields": stock.unused,
        },
        "cost": _sums(totals.cost_before, totals.cost_after),
        "categories": {
            category.value: {
                "before": _category(totals.before[category]),
                "after": _category(totals.after[category]),
            }
            for category in Category
        },
        "counts": {
            "entered": totals.entered,
            "left": totals.left,
            "changed": totals.turned,
            "raised": totals.raised,
            "lowered": totals.lowered,
            "same": totals.same,
            "differing": totals.differing,
        },
        "entered": [change.id for change in changes if change.entered],
        "left": [change.id for change in changes if change.left],
        "changed": [
            {"id": c.id, "before": c.before.category.value, "after": c.after.category.value}
            for c in changes
            if c.turned
        ],
        "raised": [_amounts(change) for change in changes if change.difference > 0],
        "lowered": [_amounts(change) for change in changes if change.difference < 0],
    }


def _pack(role: str, pack: Pack) -> dict[str, str]:
    return {"role": role, "id": pack.id, "name": pack.name, "hash": pack.hash}


def _difference(one: Difference) -> dict[str, object]:
    return {
        "path": one.path,
        "label": one.label,
        "before": one.before,
        "after": one.after,
        "since": one.since.isoformat(),
        "residence": one.residence.value if one.residence else None,
        "basis": one.basis,
    }


def _sums(before: Fen, after: Fen) -> dict[str, object]:
    return {
        "before": _amount(before),
        "after": _amount(after),
        "difference": _amount(after - before),
    }


def _category(share: Share) -> dict[str, object]:
    return {
        "households": share.households,
        "paid": share.paid,
        "monthly": _amount(share.monthly),
    }


def _amounts(change: Change) -> dict[str, object]:
    return {"id": change.id, **_sums(change.before.monthly, change.after.monthly)}


def _amount(fen: Fen) -> object:
    return output.plain(_yuan(fen))


def _yuan(fen: Fen) -> Decimal:
    return Decimal(fen).scaleb(-2)


def _tell(tried: _Tried) -> None:
    totals = tried.totals
    output.say("以规则包 B 为基准，试行规则包 A，逐户比较当日应享受的待遇（不计渐退）")
    _tell_packs(tried)
    _tell_differences(tried)
    output.say(f"共 {totals.households:,} 户")
    _tell_left_out(tried.stock)
    output.say(
        f"每月支出：基准 {yuan(totals.cost_before)} 元，试行 {yuan(totals.cost_after)} 元，"
        f"{_more(totals.difference, yuan(abs(totals.difference)), '元')}"
    )
    for category in Category:
        _tell_category(category, totals.before[category], totals.after[category])
    output.say(
        f"类别：新进入 {totals.entered:,} 户，退出 {totals.left:,} 户，改变 {totals.turned:,} 户"
    )
    output.say(
        f"金额：增加 {totals.raised:,} 户，减少 {totals.lowered:,} 户，不变 {totals.same:,} 户"
    )
    for words, changes in tried.changes():
        _tell_changes(words, changes)


def _tell_packs(tried: _Tried) -> None:
    for letter, role, pack in (("A", "试行", tried.after), ("B", "基准", tried.before)):
        output.say(f"规则包 {letter}（{role}）：{pack.name}，{pack.id}，摘要 {pack.hash[:_HASH]}")


def _tell_differences(tried: _Tried) -> None:
    found = differences(tried.before, tried.after)
    output.say(f"两包不同之处 {len(found)} 处" if found else "两包数值相同")
    for one in found:
        output.say(f"  {one.sentence()}")


def _tell_left_out(stock: Stock) -> None:
    if stock.other_kinds:
        output.say(f"  未试算 {stock.other_kinds:,} 例：所问不是待遇认定")
    if stock.overrides:
        output.say(f"  {stock.overrides:,} 户自带替换参数（override），未采用，一律按规则包")
    if stock.unused:
        output.say(f"  未使用的字段 {stock.unused:,} 处，如：")
        for example in stock.unused_examples:
            output.say(f"    {example}")


def _tell_category(category: Category, before: Share, after: Share) -> None:
    if before.households or after.households:
        more = after.households - before.households
        cost = after.monthly - before.monthly
        output.say(
            f"  {category.zh}：基准 {_in_words(before)}，试行 {_in_words(after)}，"
            f"户数{_more(more, f'{abs(more):,}', '户')}，金额{_more(cost, yuan(abs(cost)), '元')}"
        )


def _in_words(share: Share) -> str:
    return f"{share.households:,} 户（发放 {share.paid:,} 户，{yuan(share.monthly)} 元）"


def _more(difference: int, size: str, unit: str) -> str:
    if not difference:
        return "不变"
    return f"{'增加' if difference > 0 else '减少'} {size} {unit}"


def _tell_changes(words: str, changes: Sequence[Change]) -> None:
    if not changes:
        return
    output.say(f"{words} {len(changes):,} 户：")
    for change in changes[:_SHOWN]:
        output.say(f"  {change.id}  {_given(change.before)} → {_given(change.after)}")
    if len(changes) > _SHOWN:
        output.say(f"  另有 {len(changes) - _SHOWN:,} 户，全部名单请用 --out 或 --json 取得")


def _given(given: Given) -> str:
    return f"{given.category.zh} {yuan(given.monthly)} 元"
