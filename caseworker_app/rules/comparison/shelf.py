"""数据时效: for how many days a department's data may carry a conclusion."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from caseworker_app.model.codes import Register
from caseworker_app.model.source import Source


@dataclass(frozen=True, slots=True)
class Shelf:
    """Shelf lives in days: by a word in the department's name, else by register."""

    by_department: Mapping[str, int]
    by_register: Mapping[Register, int]

    def days(self, department: str, register: Register) -> int:
        words = (days for word, days in self.by_department.items() if word in department)
        return next(words, self.by_register[register])

    def is_stale(self, source: Source, register: Register, day: date) -> bool:
        """Tell whether data may no longer carry a withdrawal alone on that day."""
        age = (day - source.as_of).days
        return source.expires < day or age > self.days(source.department, register)
