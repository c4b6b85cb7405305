"""地方文字: dated texts an office publishes for its region, beside those a form ships with.

They take the place of texts a form has, and name nothing it does not: what stands on a paper and
where stays as it is described.
"""

import tomllib
from collections.abc import Iterator
from datetime import date

import msgspec

from caseworker_app.documents.form.description import (
    PLACE,
    Form,
    Wording,
    common,
    described,
    read as shipped,
)
from caseworker_app.errors import UserError

COMMON = "common"
"""Name of the texts all forms share."""
_LONGEST = 4000
"""Characters of a text."""
_DIGITS = 12


class _Texts(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    wordings: tuple[Wording, ...]


def read(text: str, code: str) -> tuple[Wording, ...]:
    """Return the texts of a file for a form, or for all of them.

    Raises UserError with every fault: file, key, value, what is allowed.
    """
    file = f"{code}.toml"
    if code not in {COMMON, *described()}:
        raise UserError(f"{file}: 没有编号为 {code} 的文书，文字未采用。请更正文件名。")
    try:
        found = msgspec.convert(tomllib.loads(text), _Texts).wordings
    except (tomllib.TOMLDecodeError, msgspec.ValidationError, RecursionError) as error:
        raise UserError(f"{file}: 文书文字读不懂（{error}），未采用。请更正后重试。") from error
    faults = tuple(_faults(found, code))
    if faults or not found:
        lines = faults or ("缺少 wordings：应有一段以上文字。",)
        told = (f"{file}: {line}" for line in lines)
        raise UserError("\n".join(("文书文字有误，未采用。请更正以下各处后重试：", *told)))
    return found


def first_day(found: tuple[Wording, ...]) -> date:
    """Return the first day on which any of the texts holds."""
    return min(one.since for one in found)


def form(code: str, local: tuple[Wording, ...]) -> Form:
    """Return a form with an office's texts, which go before its own of the same place and day."""
    found = shipped(code)
    return msgspec.structs.replace(found, wordings=(*local, *found.wordings)) if local else found


def _faults(found: tuple[Wording, ...], code: str) -> Iterator[str]:
    ours = common() if code == COMMON else (*shipped(code).wordings, *common())
    known = {one.name for one in ours}
    for number, one in enumerate(found, 1):
        where = f"wordings 第 {number} 段"
        if one.name not in known:
            yield f"{where} name = {one.name!r}：应为 {'、'.join(sorted(known))} 之一。"
        if one.region and not (one.region.isdecimal() and len(one.region) <= _DIGITS):
            yield f"{where} region = {one.region!r}：应为行政区划代码的前几位数字，全国的不写。"
        if not 0 < len(one.text.strip()) <= _LONGEST:
            yield f"{where} text：应有文字，不超过 {_LONGEST} 字。"
        foreign = set(PLACE.findall(one.text)) - _places(ours, one.name)
        for name in sorted(foreign):
            yield f"{where} text 里的 {{{name}}}：这份文书的这段文字里没有这一项。"


def _places(ours: tuple[Wording, ...], name: str) -> set[str]:
    """Return the entries a text may name: those its like names."""
    return {place for one in ours if one.name == name for place in PLACE.findall(one.text)}
