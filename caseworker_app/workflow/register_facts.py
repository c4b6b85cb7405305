"""Records of departments in words: one text for each column of their list."""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from fractions import Fraction

from caseworker_app.intake.lists import FORMS, values
from caseworker_app.intake.lists.field import AS_OF, Field
from caseworker_app.model.codes import Dataset
from caseworker_app.model.values import Month, yuan
from caseworker_app.workflow.list_file import kind_of

_LONGEST_CODE = 3
_MONEY = (values.money, values.money_in_ten_thousands)


def told(field: Field, record: object, given: str = "") -> str:
    """Return what was understood of a cell; a code in the word the list used, empty for none."""
    value = _value(field, record)
    if _is_code(value):
        return given
    return _text(field, value)


def facts(dataset: Dataset, record: object) -> Iterator[tuple[str, str]]:
    """Yield heading and text of what a record tells; codes and what nobody gave are left out."""
    for field in FORMS[kind_of(dataset)].fields:
        text = "" if _is_given_by_nobody(field, record) else told(field, record)
        if text and field.name != AS_OF:
            yield field.heading, text


def _is_given_by_nobody(field: Field, record: object) -> bool:
    """Tell whether a value is the one the model has where a list is silent."""
    defaults = getattr(record, "__dataclass_fields__", {})
    own = defaults.get(field.name)
    return own is not None and own.default == getattr(record, field.name)


def _value(field: Field, record: object) -> object:
    found: object = record
    for name in field.name.split("."):
        found = getattr(found, name, None)
    return found


def _is_code(value: object) -> bool:
    return (
        isinstance(value, str)
        and value.isascii()
        and value.isalnum()
        and len(value) <= _LONGEST_CODE
    )


def _text(field: Field, value: object) -> str:
    match value:
        case bool():
            return "是" if value else "否"
        case int():
            return _figure(field, value)
        case Month():
            return f"{value.year}-{value.month:02}"
        case str() | date() | Fraction():
            return str(value)
        case _:
            return ""


def _figure(field: Field, value: int) -> str:
    if field.read in _MONEY:
        return f"{yuan(value)} 元"
    if field.read is values.area:
        return f"{Decimal(value) / 100:.2f} ㎡" if value else ""
    return str(value)
