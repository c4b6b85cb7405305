"""The form of a list: which fields a department's list has, under which headings."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Generic, TypeVar

from caseworker_app.intake.lists import values
from caseworker_app.intake.lists.values import Reader, Value
from caseworker_app.intake.table.headings import folded
from caseworker_app.model.codes import Dataset
from caseworker_app.model.source import Source

R_co = TypeVar("R_co", covariant=True)

AS_OF = "source.as_of"
_LONGEST = 200


@dataclass(frozen=True, slots=True)
class Field:
    """One column: attribute of the record, official heading, how a cell is read."""

    name: str
    """Attribute of the record; ``marriage.state`` for one of a part."""
    heading: str
    read: Reader = values.text
    also: str = ""
    """Other headings departments write for it, blanks between them."""
    necessary: bool = False
    blank: Value = None
    """Value where the cell is empty and the model has no default of its own."""
    longest: int = _LONGEST
    """Characters a cell may have."""
    part_needs_it: bool = False
    """A part of which anything is given must have this too."""
    common: bool = False
    """The same for several rows, such as those of a household: one of them is enough."""


@dataclass(frozen=True, slots=True)
class Form:
    """One kind of list: its name and its columns."""

    kind: str
    title: str
    """In the words of an office: 机动车登记."""
    department: str
    """Who sends it, unless the person says otherwise."""
    fields: tuple[Field, ...]

    def headings(self) -> Mapping[str, str]:
        """Return official heading → field name, in the order of the table."""
        return {field.heading: field.name for field in self.fields}

    def known(self) -> Mapping[str, Field]:
        """Return every folded heading by which a field may be recognised."""
        table: dict[str, Field] = {}
        for field in self.fields:
            for heading in (field.heading, *field.also.split()):
                for form in folded(heading):
                    table.setdefault(form, field)
        return table

    def unfinished(self, given: Mapping[str, Value]) -> list[str]:
        """Return the headings without which the parts that are given cannot be."""
        begun = {name.partition(".")[0] for name in given if "." in name and name != AS_OF}
        return [
            field.heading
            for field in self.fields
            if begun
            and field.part_needs_it
            and field.name not in given
            and field.name.partition(".")[0] in begun
        ]

    def by_heading(self, heading: str) -> Field | None:
        return next((field for field in self.fields if field.heading == heading), None)


@dataclass(frozen=True, slots=True)
class Table(Form, Generic[R_co]):
    """A list whose rows are records of the model."""

    key: Callable[[Mapping[str, Value]], tuple[Value, ...]]
    """What makes a row the same row in the next delivery."""
    build: Callable[[str, Source, Mapping[str, Value]], R_co]
    """Make the record of an id, a source and the values by field name."""
    dataset: Dataset
    """Where its records lie in a slice of the registers."""


def as_of() -> Field:
    """Return the column 数据日期, which every list may have."""
    also = "数据截止日期 截止日期 数据时间 统计日期 更新日期"
    return Field(AS_OF, "数据日期", values.past_day, also)
