"""The wording of a difference about a house."""

from collections.abc import Callable

from caseworker_app.model.codes import Level
from caseworker_app.rules.comparison.facts import Draft
from caseworker_app.rules.comparison.houses import House
from caseworker_app.rules.comparison.words import declared_estate, on, price, registered_estate


def house_draft(house: House, code: str, level: Level | None = None) -> Draft:
    """Return both sides in words, with all rows of the house."""
    extra = _EXTRA[code](house) if code in _EXTRA else ""
    told = registered_estate(house.row)
    rest = tuple(row for row in house.rows if row is not house.row)
    return Draft(
        code=code,
        subject=house.row.location or house.row.certificate,
        declared=declared_estate(house.declared),
        registered=f"{told}，{extra}" if extra else told,
        records=(house.row, *rest),
        member_id=house.member_id,
        level=level,
    )


def _encumbrance(house: House) -> str:
    marks = {
        "查封": any(row.seized for row in house.rows),
        "抵押": any(row.mortgaged for row in house.rows),
    }
    return "、".join(word for word, marked in marks.items() if marked)


_EXTRA: dict[str, Callable[[House], str]] = {
    "FC04": lambda house: f"权利人 {on(house.row.owner_died)} 去世".replace("  ", " "),
    "FC05": lambda house: (
        f"网签 {on(house.row.contract_filed)}" if house.row.contract_filed else ""
    ),
    "FC06": lambda house: f"{on(house.row.sold)} 转移，价款 {price(house.row.price)}",
    "FC08": lambda house: f"拆迁权益，补偿 {price(house.row.price)}",
    "FC09": lambda _: "登记为出租",
    "FC10": lambda _: "预告登记",
    "FC14": _encumbrance,
    "FC15": lambda _: "公租房承租",
    "FC16": lambda house: "登记为名义份额" if house.row.nominal_share else "",
}
