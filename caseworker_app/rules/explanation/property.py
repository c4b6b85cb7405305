"""财产 in words: every limit with the figure found, for 低保 and 低边; what was explained away."""

from collections.abc import Iterator, Mapping

from caseworker_app.model.codes import Category
from caseworker_app.model.determination import Reason
from caseworker_app.rules import law
from caseworker_app.rules.assessment import Assessment
from caseworker_app.rules.figures import Exact, area, money
from caseworker_app.rules.policy.pack import Below, Pack
from caseworker_app.rules.property import Asset, Measured

_LABELS = {
    Asset.MONEY: "货币财产",
    Asset.VEHICLES: "计入的机动车数",
    Asset.PRICE: "机动车购置价",
    Asset.DWELLINGS: "计入的住房数",
    Asset.AREA: "多一套住房时的人均面积",
    Asset.NONRESIDENTIAL: "非居住类房屋数",
    Asset.CAPITAL: "认缴出资",
}
_MONEY = frozenset({Asset.MONEY, Asset.PRICE, Asset.CAPITAL})

_KEYS: Mapping[Asset, tuple[str, ...]] = {
    Asset.MONEY: ("money_per_capita_below_years_of_standard", "standards.dibao"),
    Asset.VEHICLES: ("vehicles_allowed", "vehicle_exempt"),
    Asset.PRICE: ("vehicle_original_price_below",),
    Asset.DWELLINGS: ("dwellings_max",),
    Asset.AREA: (
        "second_dwelling_if_area_per_capita_at_most",
        "standards.prev_year_housing_area_per_capita",
    ),
    Asset.NONRESIDENTIAL: ("non_residential",),
    Asset.CAPITAL: ("subscribed_capital_max_inclusive", "subscribed_capital_max_exclusive"),
}

_SIGNS = {
    (Below.STRICTLY, True): "<",
    (Below.STRICTLY, False): "≥",
    (Below.AT_MOST, True): "≤",
    (Below.AT_MOST, False): ">",
}


def property_checks(facts: Assessment, *, only_dibao: bool) -> Reason:
    """Return whether property is within the limits of the categories that were tried."""
    tried = (Category.DIBAO,) if only_dibao else tuple(facts.limits)
    parts = (*(_category(facts, category) for category in tried), *_explained(facts))
    within = [c.zh for c in tried if facts.owns_within(c)]
    value = f"符合{'、'.join(within)}财产规定" if within else "不符合低保、低边财产规定"
    return Reason("家庭财产", value, "", law.PROPERTY, "/property", parts)


def _category(facts: Assessment, category: Category) -> Reason:
    parts = tuple(_measured(f, category, facts.pack) for f in facts.limits[category])
    value = "符合" if facts.owns_within(category) else "不符合"
    return Reason(f"{category.zh}财产条件", value, "", law.PROPERTY, "/property", parts)


def _measured(measured: Measured, category: Category, pack: Pack) -> Reason:
    sign = _SIGNS[measured.test, measured.holds]
    found, limit = _shown(measured.asset, measured.found), _shown(measured.asset, measured.limit)
    return Reason(
        _LABELS[measured.asset],
        "符合" if measured.holds else "超出",
        f"{found} {sign} {limit}",
        law.PROPERTY,
        "/property",
        pack.told(*_paths(measured.asset, category)),
    )


def _paths(asset: Asset, category: Category) -> Iterator[str]:
    """Yield where the limit of an asset stands in the pack."""
    for key in _KEYS[asset]:
        yield key if "." in key else f"property.{category.value}.{key}"


def _shown(asset: Asset, figure: Exact) -> str:
    if asset in _MONEY:
        return money(figure)
    return area(figure) if asset is Asset.AREA else str(figure)


def _explained(facts: Assessment) -> Iterator[Reason]:
    owned = facts.status.property
    for vehicle in owned.vehicles:
        if vehicle.resolved:
            articles = law.vehicle_answer(vehicle.resolved)
            yield _left_out(f"机动车 {money(vehicle.price)}", vehicle.resolved, articles)
    for dwelling in owned.dwellings:
        if dwelling.resolved:
            articles = law.estate_answer(dwelling.resolved)
            yield _left_out(f"住房 {area(dwelling.area)}", dwelling.resolved, articles)
    for item in owned.nonresidential:
        if item.resolved:
            yield _left_out("非居住类房屋", item.resolved, law.estate_answer(item.resolved))


def _left_out(what: str, answer: str, articles: law.Articles) -> Reason:
    return Reason(
        what, "不计入", f"差异已说明并有佐证：{law.answer_words(answer)}", articles, "/explanations"
    )
